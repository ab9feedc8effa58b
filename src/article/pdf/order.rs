//! Whether the letters of a text stand in the order of reading or in that in which they are seen, from the left; and the way back.
//!
//! The evidence is words: one that is known as it stands and not backwards, or the other way round. What could be chance decides nothing.

use super::FEW;
use crate::lexicon::{self, background};
use crate::text::fold::{match_key, presentation};

/// How the letters of a text stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As they are read, as far as can be told.
    Reading,
    /// Last letter first, for certain.
    Seen,
    /// Some so and some so.
    Mixed,
}

/// So many times as many words must tell one way as the other: now and then a word backwards is another («لدعم», «معدل»).
const SURE: usize = 5;
/// What may stand inside a run of Latin words or a number.
const PARTS: [char; 8] = ['.', ',', ':', '/', '-', '@', '_', ' '];

/// How the letters of these lines stand.
pub(super) fn judge<'t>(lines: impl Iterator<Item = &'t str>) -> Order {
    let (mut forwards, mut backwards) = (0, 0);
    for word in lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())) {
        match tells(word) {
            Some(true) => forwards += 1,
            Some(false) => backwards += 1,
            None => {}
        }
    }
    if backwards >= FEW && backwards > forwards * SURE {
        Order::Seen
    } else if backwards >= FEW && backwards * SURE > forwards {
        Order::Mixed
    } else {
        Order::Reading
    }
}

/// Whether a word stands forwards, where it tells.
fn tells(word: &str) -> Option<bool> {
    let key = match_key(word);
    let letters = key.chars().count();
    if !(3..=20).contains(&letters) || !key.chars().all(|c| matches!(c, '\u{0621}'..='\u{064A}')) {
        return None;
    }
    // «ة» and «ى» end words and never begin one.
    let only_final = |c: Option<char>| matches!(c, Some('ة' | 'ى'));
    match (
        only_final(word.chars().next()),
        only_final(word.chars().next_back()),
    ) {
        (true, false) => return Some(false),
        (false, true) => return Some(true),
        _ => {}
    }
    let backwards: String = key.chars().rev().collect();
    match (is_known(&key), is_known(&backwards)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Whether the background or a lexicon has the word, or what is left of it without its article.
fn is_known(key: &str) -> bool {
    let known = |key: &str| background::per_million(key).is_some() || !lexicon::lookup(key).is_empty();
    known(key)
        || ["ال", "وال", "بال", "و"]
            .iter()
            .filter_map(|prefix| key.strip_prefix(prefix))
            .any(|rest| rest.chars().count() >= 3 && known(rest))
}

/// A line whose letters stand last first, as it is read: its Latin words and its numbers, which stand as they are read, stay so.
pub(super) fn reversed(line: &str) -> String {
    let mut chars: Vec<char> = line.chars().rev().collect();
    let mut at = 0;
    let left_to_right = |c: &char| c.is_alphanumeric() && !is_arabic(*c);
    while at < chars.len() {
        let rest = chars.get_mut(at..).unwrap_or_default();
        let run = rest.iter().take_while(|c| left_to_right(c) || PARTS.contains(c));
        // What parts a run from what follows is not its own.
        let length = match rest.first().is_some_and(left_to_right) {
            true => run
                .collect::<Vec<_>>()
                .iter()
                .rposition(|c| left_to_right(c))
                .map_or(1, |last| last + 1),
            false => 1,
        };
        rest.get_mut(..length).unwrap_or_default().reverse();
        at += length;
    }
    chars.into_iter().collect()
}

/// Brackets and quotation marks put right where they close before they open: a glyph is painted as it is seen, and where Arabic is read
/// that is the other one of its pair.
pub(super) fn brackets(text: String) -> String {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('«', '»'), ('{', '}')];
    let mirror = |c: char| {
        let pair = PAIRS.iter().find(|(open, close)| c == *open || c == *close);
        pair.map_or(c, |(open, close)| if c == *open { *close } else { *open })
    };
    let opens = |text: &str, (open, close): (char, char)| {
        let mut depth = 0_i64;
        let ends = text.chars().filter(|c| *c == open || *c == close);
        ends.map(|c| if c == open { 1 } else { -1 }).all(|step| {
            depth += step;
            depth >= 0
        }) && depth == 0
    };
    let mirrored: String = text.chars().map(mirror).collect();
    let all = |text: &str| PAIRS.iter().all(|pair| opens(text, *pair));
    if !all(&text) && all(&mirrored) {
        mirrored
    } else {
        text
    }
}

/// Arabic letters and marks; the digits of Arabic text run from left to right.
pub(super) fn is_arabic(c: char) -> bool {
    let letter = matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}')
        || presentation::letters_of(c).is_some();
    letter && !c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "أعلنت وزارة التجارة في المدينة القديمة خطة جديدة لدعم الأسواق المحلية";

    #[test]
    fn a_text_backwards_is_certain_one_in_parts_is_not_and_few_words_tell_nothing() {
        let backwards: String = LINE.chars().rev().collect();
        assert_eq!(judge([LINE].into_iter()), Order::Reading);
        assert_eq!(judge([backwards.as_str()].into_iter()), Order::Seen);
        assert_eq!(judge([LINE, backwards.as_str()].into_iter()), Order::Mixed);
        assert_eq!(judge(["ةرازو"].into_iter()), Order::Reading);
    }

    #[test]
    fn brackets_open_before_they_close() {
        let cases = [
            (")صباح الأحد( في »السوق«", "(صباح الأحد) في «السوق»"),
            ("(صباح الأحد) في «السوق»", "(صباح الأحد) في «السوق»"),
            ("أولا) صباح", "أولا) صباح"),
        ];
        for (painted, read) in cases {
            assert_eq!(brackets(painted.to_string()), read);
        }
    }

    #[test]
    fn numbers_and_latin_words_stand_as_they_are_read() {
        let cases = [
            ("نيماع دعب 2024 ماع", "عام 2024 بعد عامين"),
            ("Blue Sea ةكرش عم 12.5 نإ", "إن 12.5 مع شركة Blue Sea"),
            ("٢٠٢٤ ماع", "عام ٢٠٢٤"),
            (")دحألا حابص(", "(صباح الأحد)"),
        ];
        for (seen, read) in cases {
            assert_eq!(reversed(seen), read);
        }
    }
}
