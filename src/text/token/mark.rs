//! Marks: punctuation and symbols, and what begins with one: hashtags, handles, percentages.

use super::scan::{Class, Cursor};
use super::{TokenKind, address, emoji, number};

/// The token that begins with the mark from `at` to `next`.
pub(super) fn mark(cursor: &Cursor, at: usize, next: usize) -> (usize, TokenKind) {
    let Some(c) = cursor.char(at) else {
        return (next, TokenKind::Mark);
    };
    match c {
        '#' | '＃' | '*' => {
            if let Some(end) = emoji::keycap(cursor, next) {
                return (end, TokenKind::Emoji);
            }
            if let Some(end) = address::hashtag(cursor, next).filter(|_| c != '*') {
                return (end, TokenKind::Hashtag);
            }
        }
        '@' => {
            if let Some(end) = address::handle(cursor, next) {
                return (end, TokenKind::Handle);
            }
        }
        '%' | '٪' if cursor.look_visible(next).0 == Class::Digit => {
            return (number::number(cursor, next), TokenKind::Number);
        }
        '(' | '[' => {
            if let Some(end) = omission(cursor, next, if c == '(' { b')' } else { b']' }) {
                return (end, TokenKind::Mark);
            }
        }
        _ => {}
    }
    if cursor.char(next) == Some('\u{FE0F}') {
        return (emoji::sequence(cursor, next), TokenKind::Emoji);
    }
    (run(cursor, c, next), TokenKind::Mark)
}

/// Where the run of the same mark ends, for marks that are written in runs: «...», «!!», «؟؟», «--», «<<». Marks of ends mix: «؟!».
fn run(cursor: &Cursor, c: char, next: usize) -> usize {
    let same: &[char] = match c {
        '!' | '?' | '؟' => &['!', '?', '؟'],
        '.' | '-' | '_' | '=' | '*' | '~' | '\'' | '`' | '<' | '>' | '—' | '…' => &[c],
        _ => return next,
    };
    let rest = cursor.text.get(next..).unwrap_or_default();
    rest.find(|other| !same.contains(&other))
        .map_or(cursor.text.len(), |length| next + length)
}

/// The end of «(...)» or «(…)», where something was left out, from after its opening bracket.
fn omission(cursor: &Cursor, next: usize, close: u8) -> Option<usize> {
    let start = next + usize::from(cursor.byte(next) == b' ');
    let dots = cursor.run(start, |byte| byte == b'.');
    let end = match cursor.char(start)? {
        '…' => start + '…'.len_utf8(),
        '.' if dots - start >= 2 => dots,
        _ => return None,
    };
    let end = end + usize::from(cursor.byte(end) == b' ');
    (cursor.byte(end) == close).then_some(end + 1)
}
