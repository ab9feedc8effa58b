//! Names of files inside archives. They are only ever shown, never written to; one that would climb out of its folder is told
//! without the parts that climb.

use crate::text::decode::{Encoding, decode_source};

/// A member's path, with `/` between its parts, and whether it had parts that climb: `..`, a root or a drive.
///
/// ```text
/// "../../etc/news.txt" → "etc/news.txt", true
/// ```
pub(super) fn safe(raw: &[u8]) -> (String, bool) {
    let text = match std::str::from_utf8(raw) {
        Ok(name) => name.to_string(),
        // Windows packs names in its code page.
        Err(_) => decode_source(raw, Some(Encoding::Windows1256)).map_or_else(
            |_| String::from_utf8_lossy(raw).into_owned(),
            |decoded| decoded.text,
        ),
    };
    let text = text.replace('\\', "/");
    let mut climbs = text.starts_with('/');
    let parts = text.split('/').filter(|part| !part.is_empty()).filter(|part| {
        let bad = *part == ".." || is_drive(part);
        climbs |= bad;
        !bad && *part != "."
    });
    let shown = |c: char| {
        if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    let name = parts.collect::<Vec<_>>().join("/").chars().map(shown).collect();
    (name, climbs)
}

/// Whether systems put such files into folders for themselves.
pub(super) fn is_systems_own(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.any(|part| {
        part.starts_with('.')
            || ["__MACOSX", "Thumbs.db", "desktop.ini"]
                .iter()
                .any(|own| part.eq_ignore_ascii_case(own))
    })
}

fn is_drive(part: &str) -> bool {
    matches!(part.as_bytes(), [letter, b':'] if letter.is_ascii_alphabetic())
}

/// The path that `href` means, seen from the file `base`: without fragment, `%` escapes undone.
pub(super) fn resolve(base: &str, href: &str) -> String {
    let href = unescape(href.split(['#', '?']).next().unwrap_or_default());
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from = if href.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn unescape(href: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = href.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match rest {
            [b'%', a, b, ..] => hexadecimal(*a, *b),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() {
            rest.get(3..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte that two hexadecimal digits write.
pub(super) fn hexadecimal(a: u8, b: u8) -> Option<u8> {
    let digit = |c: u8| char::from(c).to_digit(16);
    u8::try_from(digit(a)? * 16 + digit(b)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_climb() {
        let cases: [(&[u8], &str, bool); 6] = [
            ("أخبار/خبر.txt".as_bytes(), "أخبار/خبر.txt", false),
            (b"../../etc/news.txt", "etc/news.txt", true),
            (b"/root/a.txt", "root/a.txt", true),
            (br"C:\Users\a.txt", "Users/a.txt", true),
            (b"./a/./b.txt", "a/b.txt", false),
            (b"\xCE\xC8\xD1.txt", "خبر.txt", false),
        ];
        for (raw, name, climbs) in cases {
            assert_eq!(safe(raw), (name.to_string(), climbs));
        }
    }

    #[test]
    fn references_are_resolved() {
        assert_eq!(
            resolve("OEBPS/book.opf", "text/%D8%A3.xhtml#p2"),
            "OEBPS/text/أ.xhtml"
        );
        assert_eq!(
            resolve("word/document.xml", "../docProps/core.xml"),
            "docProps/core.xml"
        );
        assert_eq!(resolve("a/b.xml", "/xl/c.xml"), "xl/c.xml");
        assert_eq!(resolve("a.xml", "50%.xml"), "50%.xml");
    }
}
