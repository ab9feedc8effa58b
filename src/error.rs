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
    #[error("the file has {} MB, more than the {} MB that one file may have: split it, or unpack an archive and drop the folder", .size / 1_000_000, .limit / 1_000_000)]
    TooLarge {
        /// Bytes in the file.
        size: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// The very same bytes were added before, under the name given.
    #[error("the same file was added before as «{0}»: it is counted once")]
    SameFile(String),
    /// A file that cannot be opened as what it is; the field says what that is.
    #[error("{0} is damaged: open it in its own program, save it again and drop the new file")]
    Broken(&'static str),
    /// A file or a part of an archive that asks for a password.
    #[error("it is protected by a password: save it without one and drop it again")]
    Encrypted,
    /// A part of an archive packed in a way that is not read.
    #[error(
        "it is packed by a method that is not read: pack it again as an ordinary ZIP, or unpack it and drop the folder"
    )]
    UnknownPacking,
    /// A part of an archive that grows beyond reason when unpacked.
    #[error(
        "it unpacks to more than {0} times its size, as files made to do harm do, and was left alone: if you trust it, unpack it and drop the folder"
    )]
    ZipBomb(u64),
    /// An archive with more in it than the limit, in bytes when unpacked.
    #[error("it unpacks to more than {} MB: what came first was read; unpack it and drop the folder in parts", .0 / 1_000_000)]
    TooMuch(u64),
    /// More articles or files in one file than the limit.
    #[error("it holds more than {0} articles or files, the most that one file may have: split it")]
    TooMany(usize),
    /// Archives inside archives, or JSON, nested deeper than the limit.
    #[error("it is nested more than {0} levels deep: take out what is inside and drop that")]
    TooDeep(usize),
    /// A quotation mark that opens a cell of a table and is never closed.
    #[error(
        "a quotation mark opened in line {line} is not closed: what stands before it was read; close it and drop the file again"
    )]
    UnclosedQuote {
        /// Its number, from 1.
        line: usize,
    },
    /// Text that is no JSON.
    #[error("it is no valid JSON at line {line}, column {column}: export it again, or correct it there")]
    BadJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A table or JSON file in which no column or field holds Arabic text.
    #[error(
        "no column or field of it holds Arabic text: drop a file that holds articles, or choose another column"
    )]
    NoTextColumn,
    /// A column chosen by the person that the table does not have.
    #[error("the table has no column «{0}»: choose one of those it has")]
    UnknownColumn(String),
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
            Error::Broken(_) => "broken",
            Error::Encrypted => "encrypted",
            Error::UnknownPacking => "unknown-packing",
            Error::ZipBomb(_) => "zip-bomb",
            Error::TooMuch(_) => "too-much",
            Error::TooMany(_) => "too-many",
            Error::TooDeep(_) => "too-deep",
            Error::UnclosedQuote { .. } => "unclosed-quote",
            Error::BadJson { .. } => "bad-json",
            Error::NoTextColumn => "no-text-column",
            Error::UnknownColumn(_) => "unknown-column",
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
///
/// ```
/// use warraq::{Corpus, Notice, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// let text = "وصل الوفد أمس".as_bytes();
/// corpus.add("cut.txt", &text[..text.len() - 1], None)?;
/// let notice = &corpus.report().documents[0].notices[0];
/// assert_eq!(notice.code, "truncated");
/// assert!(Notice::CODES.contains(&notice.code));
/// # Ok::<(), warraq::Error>(())
/// ```
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
