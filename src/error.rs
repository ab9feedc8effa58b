//! What can go wrong with an input, said so that the person knows what to do next.

use serde::Serialize;
use thiserror::Error;

/// Why a file could not be read. The message does not repeat the file's name: whoever shows it stands it beside the name.
///
/// ```
/// let error = warraq::Error::Empty;
/// assert_eq!(error.code(), "empty");
/// ```
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Error {
    /// Nothing in the file, or only white space.
    #[error("the file is empty: save the article again and drop the new file")]
    Empty,
    /// A picture, sound, program or other binary file; the field says what it looks like.
    #[error("this is {0}, not text: drop the article as text or HTML")]
    NotText(&'static str),
    /// A PDF, whose pages only the page in a browser reads.
    #[error("this is a PDF: Warraq's page reads PDFs, dropped by themselves; here, save its text first")]
    Pdf,
    /// Text with (almost) no Arabic letter in it.
    #[error("no Arabic text was found in it: if it should be Arabic, choose another encoding")]
    NoArabic,
    /// Larger than the limit (both in bytes).
    #[error("the file has {} MB, more than the {} MB that one file may have: split it", .size / 1_000_000, .limit / 1_000_000)]
    TooLarge {
        /// Bytes in the file.
        size: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// The very same bytes were added before, under the name given.
    #[error("the same file was added before as «{0}»: it is counted once")]
    SameFile(String),
    /// An encoding's name that is not known.
    #[error("no encoding is called «{0}»: choose utf-8, utf-16le, utf-16be, windows-1256 or iso-8859-6")]
    UnknownEncoding(String),
    /// A line of an alias file that is no rule.
    #[error(
        "line {line} of the alias file is no rule: write `merge`, `split`, `rename`, `retype`, `delete`, `add` or `distinct`, then PER, LOC, ORG or MISC, then the name or names, parted by tabs"
    )]
    BadAlias {
        /// Its number, from 1.
        line: u32,
    },
    /// A switch, value or profile of normalization that is not known.
    #[error("normalization has no «{0}»: `warraq normalize --help` lists the switches and their values")]
    UnknownSwitch(String),
    /// A question with nothing to look for.
    #[error("there is nothing to look for: write a word, a phrase or a regular expression")]
    EmptyQuery,
    /// A regular expression that cannot be used; the field says why, in English.
    #[error("the regular expression cannot be used: {0}")]
    BadRegex(String),
    /// An entity id that the report does not have.
    #[error("there is no entity {0}: it may have been joined to another, look it up again")]
    UnknownEntity(u32),
    /// A document id that is not in the corpus.
    #[error("there is no document {0} in the corpus: it may have been removed")]
    UnknownDocument(u32),
    /// A block's index that its document does not have.
    #[error("the document has no block {0}: count its blocks in the report, from 0")]
    UnknownBlock(u32),
}

impl Error {
    /// The stable code of the error, for programs: it stays when the wording changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::Empty => "empty",
            Error::NotText(_) => "not-text",
            Error::Pdf => "pdf",
            Error::NoArabic => "no-arabic",
            Error::TooLarge { .. } => "too-large",
            Error::SameFile(_) => "same-file",
            Error::UnknownEncoding(_) => "unknown-encoding",
            Error::BadAlias { .. } => "bad-alias",
            Error::UnknownSwitch(_) => "unknown-switch",
            Error::EmptyQuery => "empty-query",
            Error::BadRegex(_) => "bad-regex",
            Error::UnknownEntity(_) => "unknown-entity",
            Error::UnknownDocument(_) => "unknown-document",
            Error::UnknownBlock(_) => "unknown-block",
        }
    }
}

/// Something about a document that the person should know although it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Stable code, for programs and translations: one of [`Notice::CODES`].
    pub code: &'static str,
    /// What happened, in English.
    pub message: String,
}

impl Notice {
    /// The codes, all there are.
    pub const CODES: [&'static str; 6] = [
        "truncated",
        "damaged",
        "repaired",
        "encoding-guess",
        "visual-order",
        "reordered",
    ];
}
