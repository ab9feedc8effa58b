//! Abbreviations with dots: initials («أ.ف.ب», «أ. ف. ب», «ج. ك.», «U.S.») and a few longer ones («Mr.», «دبليو.»).

use super::scan::{Class, Cursor};
use super::word::letters;

/// Words of more than one letter whose dot does not end a sentence, in lower case.
const ABBREVIATED: [&str; 10] = ["mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "vs", "دبليو"];

/// The end of the abbreviation whose first word, of `count` letters, runs from `at` to a dot at `end`.
pub(super) fn arabic(cursor: &Cursor, at: usize, end: usize, count: usize) -> Option<usize> {
    abbreviation(cursor, at, end, count, Class::Arabic)
}

/// As [`arabic`], for the other scripts.
pub(super) fn latin(cursor: &Cursor, at: usize, end: usize, count: usize) -> Option<usize> {
    abbreviation(cursor, at, end, count, Class::Other)
}

fn abbreviation(cursor: &Cursor, at: usize, end: usize, count: usize, script: Class) -> Option<usize> {
    // Two dots are a pause, not an abbreviation.
    if cursor.byte(end + 1) == b'.' {
        return None;
    }
    if count == 1 {
        return Some(initials(cursor, end, script));
    }
    let word = cursor.text.get(at..end)?;
    let known = word.len() <= 10 && ABBREVIATED.iter().any(|short| word.eq_ignore_ascii_case(short));
    known.then_some(end + 1)
}

/// Goes on from a single letter's dot at `dot` over the initials that follow, directly or after one space.
fn initials(cursor: &Cursor, mut dot: usize, script: Class) -> usize {
    let mut dotted = 1;
    loop {
        let after = dot + 1;
        let spaced = cursor.byte(after) == b' ';
        let start = after + usize::from(spaced);
        let (end, count) = letters(cursor, start, script);
        // «و» after a space is the conjunction, whatever came before it.
        let initial = count == 1 && !(spaced && cursor.char(start) == Some('و'));
        if !initial || matches!(cursor.look(end).0, Class::Digit | Class::Arabic | Class::Other) {
            return after;
        }
        if cursor.byte(end) == b'.' && cursor.byte(end + 1) != b'.' {
            dot = end;
            dotted += 1;
        } else if !spaced || dotted > 1 {
            return end;
        } else {
            return after;
        }
    }
}
