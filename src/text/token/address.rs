//! Addresses: web and mail, handles and hashtags.

use super::TokenKind;
use super::scan::{Class, Cursor};
use super::word;

/// Endings that make «example.com» an address without `www.` before it: those common in the Arabic press.
const TOP_LEVEL: [&str; 29] = [
    "com", "net", "org", "info", "edu", "gov", "int", "tv", "me", "io", "co", "uk", "fr", "news", "online",
    "eg", "sa", "ae", "qa", "kw", "bh", "om", "ye", "iq", "sy", "lb", "jo", "ps", "ma",
];

/// The web or mail address that begins at `at`.
pub(super) fn address(cursor: &mut Cursor, at: usize) -> Option<(usize, TokenKind)> {
    if !cursor.byte(at).is_ascii_alphanumeric() {
        return None;
    }
    if let Some(host) = host_after_scheme(cursor, at) {
        return Some((url_end(cursor, host)?, TokenKind::Url));
    }
    if at < cursor.no_address_before {
        return None;
    }
    let end = cursor.run(at, |byte| {
        byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte)
    });
    cursor.no_address_before = end;
    if cursor.byte(end) == b'@' {
        let domain_end = cursor.run(end + 1, is_host_byte);
        let domain = cursor.text.get(end + 1..domain_end)?.trim_end_matches(['.', '-']);
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        return dotted.then_some((end + 1 + domain.len(), TokenKind::Email));
    }
    let host = cursor
        .text
        .get(at..cursor.run(at, is_host_byte))?
        .trim_end_matches(['.', '-']);
    let (labels, top) = host.rsplit_once('.')?;
    let named = labels.bytes().any(|byte| byte.is_ascii_alphabetic()) && labels.len() > 1;
    let known = TOP_LEVEL.iter().any(|known| top.eq_ignore_ascii_case(known));
    (named && known).then(|| {
        let path = at + host.len();
        let end = if cursor.byte(path) == b'/' {
            url_end(cursor, path).unwrap_or(path)
        } else {
            path
        };
        (end, TokenKind::Url)
    })
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'
}

/// Where the host begins after «https://», «http://» or «www.» at `at`.
fn host_after_scheme(cursor: &Cursor, at: usize) -> Option<usize> {
    ["https://", "http://", "www."].iter().find_map(|scheme| {
        let found = cursor.text.get(at..at + scheme.len())?;
        let host = at + scheme.len();
        (found.eq_ignore_ascii_case(scheme) && cursor.byte(host).is_ascii_alphanumeric()).then_some(host)
    })
}

/// Where a web address ends that is known to go on from `start`: before white space, quotation marks, Arabic punctuation, and an
/// Arabic word glued to a Latin one («…/abcوقال»); marks that end a sentence do not belong to it, nor a bracket that it did not open.
fn url_end(cursor: &Cursor, start: usize) -> Option<usize> {
    let (mut end, mut next, mut depth) = (start, start, 0_u32);
    let mut after_latin = false;
    while let Some(c) = cursor.char(next) {
        let after = next + c.len_utf8();
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth == 0 => break,
            ')' | ']' => {
                depth -= 1;
                end = after;
            }
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '~' => {}
            '"' | '<' | '>' | '«' | '»' | '“' | '”' | '،' | '؛' | '؟' | '…' => break,
            _ => match cursor.look(next).0 {
                Class::Arabic if after_latin => break,
                Class::Space | Class::Hidden | Class::Emoji => break,
                _ => end = after,
            },
        }
        after_latin = c.is_ascii_alphanumeric();
        next = after;
    }
    (end > start).then_some(end)
}

/// The end of a hashtag from after its sign: letters, digits and underscores, with at least one letter.
pub(super) fn hashtag(cursor: &Cursor, start: usize) -> Option<usize> {
    let (mut end, mut next, mut lettered) = (start, start, false);
    loop {
        let (class, after) = cursor.look(next);
        match class {
            Class::Arabic | Class::Other => lettered = true,
            Class::Digit | Class::Sign => {}
            Class::Hidden => {
                next = after;
                continue;
            }
            _ if cursor.byte(next) == b'_' => {}
            _ => return lettered.then_some(end),
        }
        (end, next) = (after, after);
    }
}

/// The end of a handle from after its sign: ASCII letters, digits and underscores, or an Arabic name.
pub(super) fn handle(cursor: &Cursor, start: usize) -> Option<usize> {
    let ascii = cursor.run(start, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if ascii > start {
        return Some(ascii);
    }
    let (end, count) = word::letters(cursor, start, Class::Arabic);
    (count > 0).then_some(end)
}
