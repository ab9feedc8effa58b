//! Bytes to text: what a file's bytes say, however they were encoded and whatever befell them on the way.
//!
//! `detect` finds the encoding, [`Encoding`] reads it, `repair` undoes a wrong reading that happened before the file was saved,
//! and what the person should know comes as [`Notice`]s. What is no text, or no Arabic, is an [`Error`] that says so.

mod binary;
mod codepage;
mod declared;
mod detect;
mod encoding;
mod letters;
mod order;
mod repair;

pub use encoding::Encoding;
pub(crate) use letters::{has_arabic_word, is_arabic_letter};

use crate::error::{Error, Notice};
use detect::Guess;

/// A guess less sure than this is said to be one.
const SURE: f32 = 0.95;

/// A decoded file: returned by [`decode`].
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The text, without a byte order mark. Control, bidi and zero-width characters and line ends stand as in the file.
    pub text: String,
    /// What it was decoded from.
    pub encoding: Encoding,
    /// How sure the detection is, 0 to 1; 1 where a mark, the bytes' form or the person says so.
    pub confidence: f32,
    /// The other encodings that come into question, likeliest first; none where a mark or the person says so.
    pub alternatives: Vec<Encoding>,
    /// What the person should know, with the codes `truncated`, `damaged`, `repaired`, `encoding-guess` and `visual-order`.
    pub notices: Vec<Notice>,
}

/// Decodes a file's bytes, with the encoding found in them or the one that the person chose.
///
/// ```
/// use warraq::text::decode::{Encoding, decode};
/// let decoded = decode(b"\xC3\xDA\xE1\xE4\xCA \xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xCA\xCC\xC7\xD1\xC9", None)?;
/// assert_eq!(decoded.text, "أعلنت وزارة التجارة");
/// assert_eq!(decoded.encoding, Encoding::Windows1256);
/// # Ok::<(), warraq::Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`], [`Error::NotText`], and [`Error::NoArabic`] where no two Arabic letters stand side by side; a person who chose
/// the encoding sees the text even so.
pub fn decode(bytes: &[u8], choice: Option<Encoding>) -> Result<Decoded, Error> {
    let decoded = decode_source(bytes, choice)?;
    if choice.is_none() && !has_arabic_word(&decoded.text) {
        return Err(Error::NoArabic);
    }
    Ok(decoded)
}

/// Decodes what is read further before there is text, as JSON is, in which Arabic may stand as escapes: no Arabic letter is asked for.
///
/// # Errors
/// [`Error::Empty`] and [`Error::NotText`].
pub(crate) fn decode_source(bytes: &[u8], choice: Option<Encoding>) -> Result<Decoded, Error> {
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Error::Empty);
    }
    let guess = match choice {
        Some(encoding) => Guess::sure(encoding),
        None => detect::detect(bytes),
    };
    let is_utf16 = matches!(guess.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let noise = || binary::noise(bytes).filter(|_| !is_utf16);
    if bytes.starts_with(b"%PDF-") {
        return Err(Error::Pdf);
    }
    if let Some(what) = binary::format(bytes).or_else(noise) {
        return Err(Error::NotText(what));
    }
    let mut notices = Vec::new();
    let text = read(bytes, guess.encoding, &mut notices);
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let text = match repair::repair(&text) {
        Some(repaired) => {
            notices.push(notice("repaired", repaired.undone));
            repaired.text
        }
        None => text,
    };
    if guess.confidence < SURE {
        let name = guess.encoding.name();
        let percent = guess.confidence * 100.0;
        let message = format!(
            "read as {name}, which is a guess ({percent:.0} % sure): choose another encoding if it reads wrong"
        );
        notices.push(notice("encoding-guess", message));
    }
    if order::is_visual(&text) {
        let message = "the letters seem to stand in the order they are seen in, last letter first, as some PDF readers save them";
        notices.push(notice("visual-order", message));
    }
    Ok(Decoded {
        text,
        encoding: guess.encoding,
        confidence: guess.confidence,
        alternatives: guess.alternatives,
        notices,
    })
}

/// Reads the bytes, without mark and cut-off end, and says what could not be read.
fn read(bytes: &[u8], encoding: Encoding, notices: &mut Vec<Notice>) -> String {
    let bytes = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
    let whole = bytes.len() - cut_off(bytes, encoding);
    if whole < bytes.len() {
        let message =
            "the file ends in the middle of a character: that one is left out, and more may be missing";
        notices.push(notice("truncated", message));
    }
    let bytes = bytes.get(..whole).unwrap_or(bytes);
    let text = encoding.read(bytes);
    let replaced = count_replaced(&text);
    // A � that stands in the file itself is no damage done here.
    let own = replaced > 0 && encoding == Encoding::Utf8;
    let own = own.then(|| bytes.windows(3).filter(|w| w == b"\xEF\xBF\xBD").count());
    let wrong = replaced.saturating_sub(own.unwrap_or(0));
    if wrong > 0 {
        let message = format!(
            "{wrong} places could not be read in {} and stand as «\u{FFFD}»",
            encoding.name()
        );
        notices.push(notice("damaged", message));
    }
    text
}

fn count_replaced(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// How many bytes at the end begin a character that does not end.
fn cut_off(bytes: &[u8], encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => (1..=3)
            .filter(|n| {
                let tail = bytes.len().checked_sub(*n).and_then(|at| bytes.get(at..));
                tail.is_some_and(detect::is_unfinished)
            })
            .max()
            .unwrap_or(0),
        Encoding::Utf16Le | Encoding::Utf16Be => bytes.len() % 2,
        Encoding::Windows1256 | Encoding::Iso8859_6 => 0,
    }
}

fn notice(code: &'static str, message: impl Into<String>) -> Notice {
    Notice {
        code,
        message: message.into(),
    }
}

#[cfg(test)]
mod tests;
