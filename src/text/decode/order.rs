//! Text in visual order: its letters stand last to first, as they are seen from the left. Some PDF readers save Arabic so.

/// Fewest telling words for a verdict.
const ENOUGH: usize = 5;

/// Whether nearly all words that could tell stand backwards.
///
/// «ة» and «ى» end words and never begin one, and «ال» begins a word about as often as not: backwards, it ends it. Presentation forms tell
/// too: an initial form is followed by a medial or final one, and never the other way round.
pub(super) fn is_visual(text: &str) -> bool {
    let (mut backwards, mut forwards) = (0, 0);
    for word in text.split(|c: char| !is_arabic(c)) {
        match direction(word) {
            Some(true) => forwards += 1,
            Some(false) => backwards += 1,
            None => {}
        }
    }
    backwards >= ENOUGH && backwards > forwards * 10
}

/// Letters, marks and presentation forms.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{06D5}' | '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether `word` stands forwards, where it can tell.
fn direction(word: &str) -> Option<bool> {
    let mut chars = word.chars();
    let (first, last) = (chars.next()?, chars.next_back()?);
    let only_final = |c: char| matches!(c, 'ة' | 'ى' | '\u{FE93}' | '\u{FE94}' | '\u{FEEF}' | '\u{FEF0}');
    match (only_final(first), only_final(last)) {
        (true, false) => return Some(false),
        (false, true) => return Some(true),
        _ => {}
    }
    match (
        is_initial(first) || is_final(last),
        is_final(first) || is_initial(last),
    ) {
        (true, false) => return Some(true),
        (false, true) => return Some(false),
        _ => {}
    }
    // «ال» at the end alone is weak («لا» backwards and «الأعمال» end in it): only the beginning of a word with three letters more counts.
    let long = word.chars().count() > 4;
    match (long && word.starts_with("ال"), long && word.ends_with("لا")) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Presentation forms of letters with four forms stand isolated, final, initial, medial from U+FE89 on, except where a letter has two.
fn form(c: char) -> Option<u32> {
    let code = c as u32;
    let first = match code {
        0xFE89..=0xFE8C => 0xFE89,
        0xFE8F..=0xFE92 => 0xFE8F,
        0xFE95..=0xFEA8 => 0xFE95,
        0xFEB1..=0xFEEC => 0xFEB1,
        0xFEF1..=0xFEF4 => 0xFEF1,
        _ => return None,
    };
    Some((code - first) % 4)
}

fn is_final(c: char) -> bool {
    form(c) == Some(1)
}

fn is_initial(c: char) -> bool {
    form(c) == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "أعلنت وزارة التجارة في المدينة القديمة خطة جديدة لدعم الأسواق المحلية";

    #[test]
    fn a_line_backwards_is_seen() {
        let backwards: String = LINE.chars().rev().collect();
        assert!(is_visual(&backwards), "{backwards}");
        assert!(!is_visual(LINE));
    }

    #[test]
    fn presentation_forms_tell() {
        // «محمد» in its forms: initial, medial, medial, final.
        let word = "\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}";
        let backwards: String = word.chars().rev().collect();
        assert!(!is_visual(&[word; 6].join(" ")));
        assert!(is_visual(&[backwards.as_str(); 6].join(" ")));
    }

    #[test]
    fn few_words_do_not_tell() {
        assert!(!is_visual("ةرازو"));
    }
}
