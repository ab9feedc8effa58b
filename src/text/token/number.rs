//! Numbers: digits of three scripts, separators between digits, a sign of percent before or after.

use super::scan::{Class, Cursor};
use super::{TokenKind, address, emoji, word};

/// The token that begins with the digit at `at`: mostly a number, else «5G», a keycap or an address such as «24.example.com».
pub(super) fn digits(cursor: &mut Cursor, at: usize) -> (usize, TokenKind) {
    if let Some(found) = address::address(cursor, at) {
        return found;
    }
    if let Some(end) = emoji::keycap(cursor, at + 1) {
        return (end, TokenKind::Emoji);
    }
    let end = number(cursor, at);
    let plain = cursor.run(at, |byte| byte.is_ascii_digit()) == end;
    if plain && cursor.byte(end).is_ascii_alphabetic() {
        return (word::alphanumeric(cursor, at), TokenKind::Foreign);
    }
    (end, TokenKind::Number)
}

/// Where the number ends whose first digit stands at `at`, with the sign of percent after it.
pub(super) fn number(cursor: &Cursor, at: usize) -> usize {
    let mut end = at;
    loop {
        match cursor.look_visible(end) {
            (Class::Digit, next) => end = next,
            (Class::Mark, next) => {
                let sign = cursor.text.get(end..next).and_then(|gap| gap.chars().last());
                match sign {
                    Some('.' | ',' | '٫' | '٬' | '،') if cursor.look(next).0 == Class::Digit => end = next,
                    Some('%' | '٪' | '‰') => return next,
                    _ => return end,
                }
            }
            _ => return end,
        }
    }
}
