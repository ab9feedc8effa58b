//! The encoding that a web page declares for itself.

use super::encoding::Encoding;

/// How far into a page a declaration is looked for, in bytes. HTML asks for the first 1024; pages in the wild have it later.
const REACH: usize = 4096;

/// The encoding declared by an XML declaration or a `meta` tag of a page that begins with a tag, as far as it is one that we know.
///
/// Follows the HTML standard's prescan (section 13.2.3.2) in that a UTF-16 declared in ASCII means UTF-8.
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..REACH).unwrap_or(bytes);
    if head.trim_ascii_start().first() != Some(&b'<') {
        return None;
    }
    let head: String = head.iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
    let tags = head.split('<').filter_map(|rest| rest.split('>').next());
    let found = tags.filter_map(|tag| match tag.get(..4) {
        Some("?xml") => label(tag, "encoding"),
        Some("meta") => label(tag, "charset"),
        _ => None,
    });
    let encoding = found.filter_map(|label| label.parse().ok()).next();
    match encoding {
        Some(Encoding::Utf16Le | Encoding::Utf16Be) => Some(Encoding::Utf8),
        other => other,
    }
}

/// The value that stands after `name` and `=` in a tag, quoted or not.
fn label<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(name)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    value
        .split(|c: char| matches!(c, '"' | '\'' | ';' | '?' | '/') || c.is_ascii_whitespace())
        .find(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_of_pages() {
        let cases: [(&str, Option<Encoding>); 8] = [
            (r#"<!doctype html><meta charset="utf-8">"#, Some(Encoding::Utf8)),
            (
                r"<html><head><META CHARSET=windows-1256>",
                Some(Encoding::Windows1256),
            ),
            (
                r#"<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6" />"#,
                Some(Encoding::Iso8859_6),
            ),
            (
                r#"<?xml version="1.0" encoding='cp1256'?><html>"#,
                Some(Encoding::Windows1256),
            ),
            (r#"<meta charset = "utf-16">"#, Some(Encoding::Utf8)),
            (r#"<meta name="x"><meta charset="big5">"#, None),
            (r#"<p>charset=windows-1256</p>"#, None),
            (r#"charset=windows-1256"#, None),
        ];
        for (page, encoding) in cases {
            assert_eq!(declared(page.as_bytes()), encoding, "{page}");
        }
    }
}
