//! Words: runs of letters with what is written on and inside them.

use super::scan::{Class, Cursor};
use super::{TokenKind, abbreviation, address};

/// An Arabic word or abbreviation that begins at `at`; signs without any letter (a line of tatweel) are a mark.
pub(super) fn arabic(cursor: &Cursor, at: usize, after_number: bool) -> (usize, TokenKind) {
    let (end, letters) = letters(cursor, at, Class::Arabic);
    if letters == 0 {
        return (end, TokenKind::Mark);
    }
    if cursor.byte(end) == b'.' {
        // «2024م.» and «1445 هـ.» end a sentence: a unit after a number is no initial.
        let unit = after_number && matches!(cursor.char(at), Some('م' | 'ه'));
        if let Some(end) = abbreviation::arabic(cursor, at, end, letters).filter(|_| !unit) {
            return (end, TokenKind::Abbreviation);
        }
    }
    (end, TokenKind::Word)
}

/// A word of another script, or the address or abbreviation that begins with it.
pub(super) fn foreign(cursor: &mut Cursor, at: usize) -> (usize, TokenKind) {
    if let Some(found) = address::address(cursor, at) {
        return found;
    }
    let (end, letters) = letters(cursor, at, Class::Other);
    if cursor.byte(end) == b'.'
        && let Some(end) = abbreviation::latin(cursor, at, end, letters)
    {
        return (end, TokenKind::Abbreviation);
    }
    (alphanumeric(cursor, at), TokenKind::Foreign)
}

/// Where the run of letters of class `script` that begins at `at` ends, with how many letters it has. Hidden characters belong to it
/// only where a letter or sign follows.
pub(super) fn letters(cursor: &Cursor, at: usize, script: Class) -> (usize, usize) {
    let mut count = cursor.plain_letters(at, script);
    let mut end = at + 2 * count;
    let mut next = end;
    loop {
        let (class, after) = cursor.look(next);
        match class {
            Class::Sign => end = after,
            Class::Hidden => {}
            _ if class == script => {
                end = after;
                count += 1;
            }
            _ => return (end, count),
        }
        next = after;
    }
}

/// Where the run of letters and digits at `at` ends; an apostrophe between two letters belongs to it.
pub(super) fn alphanumeric(cursor: &Cursor, at: usize) -> usize {
    let (mut end, mut next) = (at, at);
    loop {
        let (class, after) = cursor.look(next);
        match class {
            Class::Other | Class::Digit | Class::Sign => end = after,
            Class::Hidden => {}
            Class::Mark
                if end == next
                    && matches!(cursor.char(next), Some('\'' | '’'))
                    && cursor.look(after).0 == Class::Other => {}
            _ => return end,
        }
        next = after;
    }
}
