//! Saved web pages (MHTML, RFC 2557): the page among the parts of a MIME message (RFC 2045, 2046).

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Draft, path};
use crate::article::{Format, Source};
use crate::error::Error;
use crate::text::decode::{Encoding, decode_source};

const BROKEN: Error = Error::Broken("the saved page");
/// Most parts inside one another.
const MAX_DEPTH: usize = 8;

/// Reads the page; `choice` is the person's encoding.
///
/// # Errors
/// [`Error::Broken`] where there is no page in it, those of decoding, and [`Error::NoArabic`].
pub(super) fn read(name: String, bytes: &[u8], choice: Option<Encoding>) -> Result<Draft, Error> {
    let mut pages = Vec::new();
    gather(Part::new(bytes), 0, &mut pages);
    let page = pages
        .iter()
        .find(|part| part.kind() == "text/html" || part.kind() == "application/xhtml+xml");
    let part = page.or(pages.first()).ok_or(BROKEN)?;
    let content = part.content();
    let said = part
        .parameter("content-type", "charset")
        .and_then(|label| label.parse().ok());
    let decoded = decode_source(&content, choice.or(said))?;
    let html = page.is_some();
    let draft = Draft::new(name, decoded, bytes, |text| match html {
        true => Source::page(&text, Format::Mhtml),
        false => Source::new(text, Format::Mhtml),
    });
    draft.if_arabic()
}

/// A part of a message: its headers, and what stands below them.
struct Part<'b> {
    /// Names in lower case, values unfolded.
    headers: Vec<(String, String)>,
    body: &'b [u8],
}

impl<'b> Part<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some((line, after)) = next_line(rest) {
            rest = after;
            let text = String::from_utf8_lossy(line);
            if text.trim().is_empty() {
                break;
            }
            match (
                text.starts_with([' ', '\t']),
                headers.last_mut(),
                text.split_once(':'),
            ) {
                (true, Some((_, value)), _) => *value += &text,
                (false, _, Some((name, value))) => {
                    headers.push((name.trim().to_ascii_lowercase(), value.trim().to_string()));
                }
                _ => {}
            }
        }
        Part { headers, body: rest }
    }

    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// The media type in lower case; that of plain text where none is said.
    fn kind(&self) -> String {
        let kind = self.header("content-type").split(';').next().unwrap_or_default();
        if kind.is_empty() {
            "text/plain".into()
        } else {
            kind.trim().to_ascii_lowercase()
        }
    }

    /// A parameter of a header: `boundary="…"`.
    fn parameter(&self, header: &str, name: &str) -> Option<String> {
        self.header(header).split(';').skip(1).find_map(|parameter| {
            let (own, value) = parameter.split_once('=')?;
            let value = value.trim().trim_matches('"').to_string();
            own.trim().eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// The parts between the boundaries.
    fn parts(&self) -> Vec<Part<'b>> {
        let Some(boundary) = self.parameter("content-type", "boundary") else {
            return Vec::new();
        };
        let mark = format!("--{boundary}");
        let mut found = Vec::new();
        let (mut start, mut at) = (None, 0);
        let mut rest = self.body;
        while let Some((line, after)) = next_line(rest) {
            let next = at + (rest.len() - after.len());
            let ends = line.strip_prefix(mark.as_bytes()).map(<[u8]>::trim_ascii);
            if let Some(tail) = ends.filter(|tail| tail.is_empty() || *tail == b"--") {
                found.extend(start.and_then(|start| self.body.get(start..at)).map(Part::new));
                start = tail.is_empty().then_some(next);
            }
            (rest, at) = (after, next);
        }
        // A message cut off has no last boundary.
        found.extend(start.and_then(|start| self.body.get(start..)).map(Part::new));
        found
    }

    /// The body, its transfer encoding undone.
    fn content(&self) -> Vec<u8> {
        match self
            .header("content-transfer-encoding")
            .trim()
            .to_ascii_lowercase()
            .as_str()
        {
            "base64" => {
                let letters: Vec<u8> = self
                    .body
                    .iter()
                    .copied()
                    .filter(|b| !b.is_ascii_whitespace() && *b != b'=')
                    .collect();
                // What a cut-off file still has of its last group is no whole byte.
                let whole = letters.len() - usize::from(letters.len() % 4 == 1);
                let padding =
                    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
                let engine = GeneralPurpose::new(&STANDARD, padding.with_decode_allow_trailing_bits(true));
                engine
                    .decode(letters.get(..whole).unwrap_or_default())
                    .unwrap_or_default()
            }
            "quoted-printable" => quoted_printable(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// The parts that are text, in order; a message inside a message is left alone.
fn gather<'b>(part: Part<'b>, depth: usize, found: &mut Vec<Part<'b>>) {
    let kind = part.kind();
    if kind.starts_with("multipart/") && depth < MAX_DEPTH {
        for inner in part.parts() {
            gather(inner, depth + 1, found);
        }
    } else if kind == "text/html" || kind == "text/plain" || kind == "application/xhtml+xml" {
        found.push(part);
    }
}

/// The first line without its end, and what stands after it.
fn next_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|b| *b == b'\n').unwrap_or(bytes.len());
    let line = bytes.get(..end).unwrap_or_default();
    let after = bytes.get(end + 1..).unwrap_or_default();
    Some((line.strip_suffix(b"\r").unwrap_or(line), after))
}

/// RFC 2045, section 6.7: `=XX` is a byte, and `=` at a line's end joins it to the next.
fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = next_line(rest) {
        let joined = line.trim_ascii_end().ends_with(b"=");
        let mut line = if joined { line.trim_ascii_end() } else { line };
        if joined {
            line = line.strip_suffix(b"=").unwrap_or(line);
        }
        while let [first, others @ ..] = line {
            let byte = match line {
                [b'=', a, b, ..] => path::hexadecimal(*a, *b),
                _ => None,
            };
            bytes.push(byte.unwrap_or(*first));
            line = if byte.is_some() {
                line.get(3..).unwrap_or_default()
            } else {
                others
            };
        }
        if !joined {
            bytes.push(b'\n');
        }
        rest = after;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfer_encodings_are_undone() {
        assert_eq!(
            quoted_printable(b"=D8=AE=\r\n=D8=A8=D8=B1 = 5=\n"),
            "خبر = 5".as_bytes()
        );
        let part = Part::new(b"Content-Transfer-Encoding: BASE64\r\n\r\n2K7YqNix\r\n2K7Y");
        assert_eq!(part.content(), b"\xD8\xAE\xD8\xA8\xD8\xB1\xD8\xAE\xD8");
    }

    #[test]
    fn headers_are_unfolded_and_parts_found() {
        let message = b"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b=1\"\r\n\r\n----b=1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\r\n----b=1--\r\n";
        let parts = Part::new(message).parts();
        assert_eq!(parts.len(), 1);
        assert_eq!(parts[0].kind(), "text/html");
        assert_eq!(parts[0].body, b"<p>\r\n");
    }
}
