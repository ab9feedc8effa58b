//! What a file is: by its first bytes, and where these are plain text, by its name.

use crate::article::Format;
use crate::error::Error;

/// What is done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive, or a document that is one inside.
    Archive,
    /// A saved web page with its parts.
    Mhtml,
    /// A table as text, [`Format::Csv`] or [`Format::Tsv`].
    Delimited(Format),
    /// [`Format::Json`] or [`Format::Jsonl`].
    Json(Format),
    /// Text, Markdown or HTML; or nothing that is read, which decoding says.
    Text,
}

/// How far into a file the headers of a saved page are looked for, in bytes.
const HEADERS: usize = 2048;
/// The first bytes of OLE compound files, in which Office puts what is encrypted.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Tells what a file is.
///
/// # Errors
/// [`Error::Encrypted`].
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Archive);
    }
    if bytes.starts_with(COMPOUND) && is_encrypted_office(bytes) {
        return Err(Error::Encrypted);
    }
    Ok(match ending(name).as_str() {
        "mhtml" | "mht" | "eml" => Kind::Mhtml,
        "csv" => Kind::Delimited(Format::Csv),
        "tsv" | "tab" => Kind::Delimited(Format::Tsv),
        "json" | "geojson" => Kind::Json(Format::Json),
        "jsonl" | "ndjson" => Kind::Json(Format::Jsonl),
        "txt" | "text" | "md" | "markdown" | "html" | "htm" | "xhtml" | "pdf" => Kind::Text,
        _ if is_saved_page(bytes) => Kind::Mhtml,
        _ if is_json(bytes) => Kind::Json(Format::Json),
        _ => Kind::Text,
    })
}

/// What the name says that a file is, where that is a container whose bytes should say so too.
pub(super) fn promised(name: &str) -> Option<&'static str> {
    Some(match ending(name).as_str() {
        "docx" => "the Word document",
        "odt" => "the OpenDocument text",
        "epub" => "the e-book",
        "xlsx" => "the spreadsheet",
        "zip" => "the ZIP archive",
        _ => return None,
    })
}

fn ending(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

/// ECMA-376 documents under a password are a stream «EncryptedPackage», whose name stands in UTF-16 in the directory ([MS-OFFCRYPTO]).
fn is_encrypted_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn is_saved_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEADERS).unwrap_or(bytes).to_ascii_lowercase();
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    has(b"mime-version:") && has(b"content-type: multipart/")
}

fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let inside = bytes.get(1..).unwrap_or_default().trim_ascii_start();
    match bytes.first() {
        Some(b'{') => inside.starts_with(b"\""),
        Some(b'[') => inside.starts_with(b"{"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_before_names() {
        let cases: [(&str, &[u8], Kind); 9] = [
            ("a.txt", b"PK\x03\x04\x14", Kind::Archive),
            ("a.docx", b"<html>", Kind::Text),
            ("a.CSV", b"a;b", Kind::Delimited(Format::Csv)),
            ("rows.tsv", b"a\tb", Kind::Delimited(Format::Tsv)),
            ("a.ndjson", b"{}", Kind::Json(Format::Jsonl)),
            ("a", b"\xEF\xBB\xBF [{\"a\":1}]", Kind::Json(Format::Json)),
            ("a.txt", b"[{\"a\":1}]", Kind::Text),
            (
                "page",
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related;",
                Kind::Mhtml,
            ),
            ("a.b/c", b"text", Kind::Text),
        ];
        for (name, bytes, kind) in cases {
            assert_eq!(of(name, bytes), Ok(kind), "{name}");
        }
    }

    #[test]
    fn an_encrypted_document_is_told() {
        let mut bytes = COMPOUND.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(of("a.docx", &bytes), Err(Error::Encrypted));
        assert_eq!(of("a.doc", COMPOUND), Ok(Kind::Text));
    }
}
