//! Documents that are ZIP archives inside: which one an archive is, and the files it is made of.

use super::archive::Archive;
use super::xml::{self, Node, Properties};
use super::{Budget, path};
use crate::article::{Story, published};
use crate::date::Day;
use crate::error::Error;

/// What a ZIP archive is.
pub(super) enum Office {
    /// A Word document.
    Docx,
    /// A spreadsheet of Excel.
    Xlsx,
    /// An OpenDocument text.
    Odt,
    /// An e-book.
    Epub,
    /// A document that is not read; the field names it.
    Other(&'static str),
    /// An archive of files.
    None,
}

/// Tells by the files in an archive what it is.
///
/// # Errors
/// Those of unpacking the file that says it.
pub(super) fn of(archive: &Archive, budget: &mut Budget) -> Result<Office, Error> {
    let has = |path: &str| archive.find(path).is_some();
    if has("[Content_Types].xml") {
        return Ok(if has("word/document.xml") {
            Office::Docx
        } else if has("xl/workbook.xml") {
            Office::Xlsx
        } else {
            Office::Other("a presentation or another Office document")
        });
    }
    let Some(kind) = archive.get("mimetype", budget) else {
        return Ok(Office::None);
    };
    let kind = kind?;
    let kind = String::from_utf8_lossy(&kind);
    Ok(match kind.trim() {
        "application/epub+zip" => Office::Epub,
        "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.text-template" => {
            Office::Odt
        }
        other if other.starts_with("application/vnd.oasis.opendocument") => {
            Office::Other("an OpenDocument file other than a text")
        }
        _ => Office::None,
    })
}

/// A relation of one file of a document to another (ECMA-376, part 2).
pub(super) struct Relation {
    pub id: String,
    /// The last part of its type: "styles", "worksheet" …
    pub kind: String,
    /// The other's path in the archive.
    pub target: String,
}

/// The relations of the file at `of`; none where it has none.
///
/// # Errors
/// [`Error::Broken`] of `what`.
pub(super) fn relations(
    archive: &Archive,
    of: &str,
    what: &'static str,
    budget: &mut Budget,
) -> Result<Vec<Relation>, Error> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let Some(xml) = archive.xml(&format!("{folder}/_rels/{file}.rels"), budget) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    xml::walk(&xml?, what, &mut |node| {
        let Node::Start(tag) = node else { return };
        if tag.name != "Relationship" || tag.get("TargetMode").is_some_and(|mode| mode == "External") {
            return;
        }
        let kind = tag.get("Type").unwrap_or_default();
        found.push(Relation {
            id: tag.get("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_string(),
            target: path::resolve(of, &tag.get("Target").unwrap_or_default()),
        });
    })?;
    Ok(found)
}

/// Names that programs write for an author whom they do not know.
const NOBODY: [&str; 12] = [
    "admin",
    "administrator",
    "microsoft office user",
    "owner",
    "pc",
    "python-docx",
    "un-named",
    "unknown",
    "unknown author",
    "user",
    "windows user",
    "مستخدم",
];

impl Properties {
    /// The story's fields, where the text itself says none.
    pub fn story(&self) -> Story {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_string());
        let known = !NOBODY.contains(&self.creator.to_ascii_lowercase().as_str());
        Story {
            author: filled(&self.creator).filter(|_| known),
            source: filled(&self.publisher),
            published: day(&self.date),
            ..Story::default()
        }
    }
}

/// The day that a field says, as ISO 8601: in the form of ISO 8601 or as a date line writes it.
pub(super) fn day(value: &str) -> Option<String> {
    Day::from_iso(value)
        .map(|day| day.to_string())
        .or_else(|| published::read(value).published)
}
