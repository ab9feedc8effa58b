//! E-books (EPUB 3.3): the chapters in the order of the spine, each a web page and a document of its own.

use super::archive::Archive;
use super::xml::{self, Node, Properties};
use super::{Budget, Draft, Failure, Found, Level, path};
use crate::article::{Format, Source};
use crate::error::Error;
use crate::text::decode::{decode_source, has_arabic_word};

const WHAT: &str = "the e-book";

/// The chapters of a book.
pub(super) struct Chapters {
    name: String,
    archive: Archive,
    /// Paths, in order.
    spine: Vec<String>,
    /// The files that are encrypted, as far as the book says.
    sealed: String,
    properties: Properties,
    next: usize,
    /// Whether a chapter had Arabic text.
    found: bool,
}

impl Chapters {
    /// Reads what the book says of itself and the order of its chapters.
    ///
    /// # Errors
    /// [`Error::Broken`], and those of unpacking.
    pub fn open(name: String, archive: Archive, budget: &mut Budget) -> Result<Self, Error> {
        let mut required = |path: &str| archive.xml(path, budget).unwrap_or(Err(Error::Broken(WHAT)));
        let mut package = None;
        xml::walk(
            &required("META-INF/container.xml")?,
            WHAT,
            &mut |node| match node {
                Node::Start(tag) if tag.name == "rootfile" => {
                    package = package.take().or(tag.get("full-path"))
                }
                _ => {}
            },
        )?;
        let package = package.ok_or(Error::Broken(WHAT))?;
        let xml = required(&package)?;
        let sealed = archive.xml("META-INF/encryption.xml", budget).transpose()?;
        Ok(Chapters {
            spine: spine(&xml, &package)?,
            properties: xml::properties(&xml, WHAT)?,
            sealed: sealed.unwrap_or_default(),
            name,
            archive,
            next: 0,
            found: false,
        })
    }

    /// The chapter at `path`; `None` where it has no Arabic text, as a cover.
    fn read(&self, path: &str, budget: &mut Budget) -> Result<Option<Draft>, Error> {
        if self.sealed.contains(path) {
            return Err(Error::Encrypted);
        }
        let bytes = self
            .archive
            .get(path, budget)
            .unwrap_or(Err(Error::Broken(WHAT)))?;
        let decoded = match decode_source(&bytes, None) {
            Err(Error::Empty) => return Ok(None),
            decoded => decoded?,
        };
        let name = format!("{}/{path}", self.name);
        let draft = Draft::new(name, decoded, &bytes, |html| {
            Source::page(&html, Format::Epub).with_properties(self.properties.story())
        });
        Ok(has_arabic_word(&draft.source.text).then_some(draft))
    }
}

impl Level for Chapters {
    fn next(&mut self, budget: &mut Budget) -> Option<Found> {
        while let Some(path) = self.spine.get(self.next) {
            self.next += 1;
            match self.read(path, budget) {
                Ok(None) => {}
                Ok(Some(draft)) => {
                    self.found = true;
                    return Some(Found::Draft(Box::new(draft)));
                }
                Err(error) => {
                    self.found = true;
                    let name = format!("{}/{path}", self.name);
                    return Some(Found::Failure(Failure { name, error }));
                }
            }
        }
        let empty = !std::mem::replace(&mut self.found, true);
        empty.then(|| {
            Found::Failure(Failure {
                name: self.name.clone(),
                error: Error::NoArabic,
            })
        })
    }

    fn left(&self) -> usize {
        self.spine.len() - self.next
    }
}

/// The paths of the chapters that belong to the text, in order.
fn spine(xml: &str, package: &str) -> Result<Vec<String>, Error> {
    let mut files = Vec::new();
    let mut order = Vec::new();
    xml::walk(xml, WHAT, &mut |node| {
        let Node::Start(tag) = node else { return };
        let get = |name: &str| tag.get(name).unwrap_or_default();
        match tag.name {
            "item" if get("media-type").contains("html") && get("properties") != "nav" => {
                files.push((get("id"), path::resolve(package, &get("href"))));
            }
            "itemref" if get("linear") != "no" => order.push(get("idref")),
            _ => {}
        }
    })?;
    let path = |id: &String| {
        files
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, path)| path.clone())
    };
    Ok(order.iter().filter_map(path).collect())
}
