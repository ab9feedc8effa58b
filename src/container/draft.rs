//! What comes out of a container: an article ready to be analysed, or why there is none.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use crate::article::{Format, Source};
use crate::error::{Error, Notice};
use crate::text::decode::{Decoded, Encoding, has_arabic_word};

/// An article as it was found, ready to be analysed: what [`open`](super::open) goes through.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file's name, or its path inside an archive with the row's number: "archive.zip/folder/rows.csv#17".
    pub name: String,
    /// Its text, and what its format says of it.
    pub source: Source,
    /// What it was decoded from.
    pub encoding: Encoding,
    /// How sure the encoding is, 0 to 1.
    pub confidence: f32,
    /// The other encodings that come into question, likeliest first.
    pub alternatives: Vec<Encoding>,
    /// What the person should know about it.
    pub notices: Vec<Notice>,
    /// A hash of what it was read from: equal where the same was read before.
    pub content: u64,
    /// A hash of the whole file that it came in.
    pub file: u64,
}

/// An article, or a part of a file, that could not be read: example at [`Members`](super::Members).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Its name, as [`Draft::name`].
    pub name: String,
    /// Why.
    pub error: Error,
}

impl Draft {
    /// A decoded file, of whose text `read` makes a source.
    pub(super) fn new(
        name: String,
        decoded: Decoded,
        bytes: &[u8],
        read: impl FnOnce(String) -> Source,
    ) -> Self {
        let source = read(decoded.text);
        // Of a PDF's layout decoding tells nothing.
        let notices = match source.format {
            Format::Pdf => source.notices.clone(),
            _ => decoded.notices,
        };
        Draft {
            name,
            source,
            encoding: decoded.encoding,
            confidence: decoded.confidence,
            alternatives: decoded.alternatives,
            notices,
            content: content_hash(bytes),
            file: 0,
        }
    }

    /// An article out of a format that is always in UTF-8.
    pub(super) fn utf8(name: String, source: Source, content: u64) -> Self {
        Draft {
            name,
            source,
            encoding: Encoding::Utf8,
            confidence: 1.0,
            alternatives: Vec::new(),
            notices: Vec::new(),
            content,
            file: 0,
        }
    }

    /// Refuses an article without Arabic text.
    pub(super) fn if_arabic(self) -> Result<Self, Error> {
        if has_arabic_word(&self.source.text) {
            Ok(self)
        } else {
            Err(Error::NoArabic)
        }
    }
}

pub(super) fn content_hash(content: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

impl Serialize for Failure {
    /// `{ name, code, message }`, as the page and other programs are given it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row<'f> {
            name: &'f str,
            code: &'static str,
            message: String,
        }
        let row = Row {
            name: &self.name,
            code: self.error.code(),
            message: self.error.to_string(),
        };
        row.serialize(serializer)
    }
}
