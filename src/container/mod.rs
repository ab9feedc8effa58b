//! Containers: a dropped file's bytes, and the articles in it: one, or the many of an archive, a book or a table.
//!
//! In: a file's name and bytes. Out: [`Members`], which reads one article at a time into a [`Draft`], and says of each that cannot be
//! read what is wrong with it ([`Failure`]) without losing the rest. `kind` tells by the bytes, and by the name where they do not,
//! what a file is; `archive` unpacks ZIP within limits that hold whatever an archive declares of itself; `docx`, `odt`,
//! `epub` and `mhtml` read documents, and `table` reads CSV, spreadsheets and JSON, one article a row.

use crate::article::{Format, Source};
use crate::error::Error;
use crate::text::decode::{Encoding, decode_source, has_arabic_word};
pub use draft::{Draft, Failure};
pub use members::Members;
pub use table::{Column, Roles, Table};

mod archive;
mod docx;
mod draft;
mod epub;
mod kind;
mod members;
mod mhtml;
mod odt;
mod office;
mod path;
mod prose;
mod table;
mod xml;

use draft::content_hash;
use members::{Budget, Found, Level};

/// Most bytes that one file may have ([`check_size`]), and one file inside an archive when unpacked.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Most bytes that all of a file may unpack to in [`open`].
pub const MAX_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// Most articles in one file that is [`open`]ed, and most files in one archive.
pub const MAX_MEMBERS: usize = 20_000;
/// Most archives inside one another in [`open`].
pub const MAX_DEPTH: usize = 3;

/// How to read a file.
///
/// ```
/// use warraq::container::{Options, Roles, open};
/// use warraq::text::decode::Encoding;
/// let roles = Roles { text: Some("المتن".into()), ..Roles::default() };
/// let options = Options { encoding: Some(Encoding::Utf8), tables: vec![(String::new(), roles)] };
/// let mut members = open("rows.csv", "ملخص,المتن\nجسر,افتتح العمال جسراً.\n".into(), options)?;
/// assert!(members.next().unwrap().is_ok());
/// assert_eq!(members.tables()[0].roles.text.as_deref(), Some("المتن"));
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoding of its texts, where the person chose one.
    pub encoding: Option<Encoding>,
    /// What the columns of its tables hold, by [`Table::name`], where the person chose; under the empty name for every table.
    pub tables: Vec<(String, Roles)>,
}

/// Opens a file.
///
/// ```
/// use warraq::container::{Options, open};
/// let rows = "العنوان,النص\nافتتاح جسر,افتتح عمال البلدية جسراً جديداً في الموصل بعد عامين من العمل.\n";
/// let mut members = open("rows.csv", rows.into(), Options::default())?;
/// let draft = members.next().unwrap().unwrap();
/// assert_eq!(draft.name, "rows.csv#2");
/// assert_eq!(members.tables()[0].roles.text.as_deref(), Some("النص"));
/// # Ok::<(), warraq::Error>(())
/// ```
///
/// # Errors
/// Any [`Error`] that says why nothing at all of the file can be read.
pub fn open(name: &str, bytes: Vec<u8>, options: Options) -> Result<Members, Error> {
    check_size(bytes.len() as u64)?;
    Members::open(name, bytes, options)
}

/// Refuses a file of `size` bytes that is too large to read.
///
/// ```
/// use warraq::container::{MAX_FILE_BYTES, check_size};
/// assert!(check_size(MAX_FILE_BYTES).is_ok());
/// assert_eq!(check_size(MAX_FILE_BYTES + 1).unwrap_err().code(), "too-large");
/// ```
///
/// # Errors
/// [`Error::TooLarge`].
pub fn check_size(size: u64) -> Result<(), Error> {
    if size > MAX_FILE_BYTES {
        return Err(Error::TooLarge {
            size,
            limit: MAX_FILE_BYTES,
        });
    }
    Ok(())
}

/// A file that is text throughout: plain text, Markdown or a web page.
fn text(name: String, bytes: &[u8], encoding: Option<Encoding>) -> Result<Draft, Error> {
    let decoded = decode_source(bytes, encoding).map_err(|error| match (error, kind::promised(&name)) {
        (Error::NotText(_), Some(what)) => Error::Broken(what),
        (error, _) => error,
    })?;
    let arabic = encoding.is_some() || has_arabic_word(&decoded.text);
    let format = Format::of(&name, &decoded.text);
    let draft = Draft::new(name, decoded, bytes, |text| Source::new(text, format));
    // The letters of a page may be written as character references.
    if !arabic && !has_arabic_word(&draft.source.text) {
        return Err(Error::NoArabic);
    }
    Ok(draft)
}
