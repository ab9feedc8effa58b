//! OpenDocument texts (ISO/IEC 26300): headings, paragraphs, lists, tables and notes. Changes that were tracked away, annotations and
//! tables of contents are left out.

use std::collections::HashMap;

use super::archive::Archive;
use super::prose::Prose;
use super::xml::{self, Node, Properties, Tag};
use super::{Budget, Draft, content_hash};
use crate::article::{Format, Mark, Source};
use crate::error::Error;

const WHAT: &str = "the OpenDocument text";
/// Most spaces that one element may stand for.
const MAX_SPACES: usize = 100;

/// Reads a document.
///
/// # Errors
/// [`Error::Broken`], [`Error::Encrypted`], [`Error::NoArabic`], and those of unpacking.
pub(super) fn read(name: String, archive: &Archive, budget: &mut Budget) -> Result<Draft, Error> {
    let manifest = archive.xml("META-INF/manifest.xml", budget).transpose()?;
    if manifest.is_some_and(|xml| xml.contains("encryption-data")) {
        return Err(Error::Encrypted);
    }
    let document = archive
        .xml("content.xml", budget)
        .unwrap_or(Err(Error::Broken(WHAT)))?;
    let mut reader = Reader::default();
    xml::walk_but(&document, WHAT, is_passed_over, &mut |node| match node {
        Node::Start(tag) => reader.start(&tag),
        Node::End(name) => reader.end(name),
        Node::Text(text) => reader.prose.text(text),
    })?;
    let properties = archive.xml("meta.xml", budget).transpose()?;
    let properties = properties.map_or(Ok(Properties::default()), |xml| xml::properties(&xml, WHAT))?;
    let source = Source::marked(reader.prose.finish(), Format::Odt).titled(&properties.title);
    let source = source.with_properties(properties.story());
    Draft::utf8(name, source, content_hash(&document)).if_arabic()
}

#[derive(Default)]
struct Reader {
    prose: Prose,
    /// The styles on which a paragraph's own style is built.
    parents: HashMap<String, String>,
    /// How many list items are open.
    items: usize,
}

impl Reader {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "style" => {
                let own = tag.get("name").unwrap_or_default();
                self.parents
                    .insert(own, tag.get("parent-style-name").unwrap_or_default());
            }
            "h" => self.prose.start_paragraph(Mark::Heading),
            "p" => {
                let style = tag.get("style-name").unwrap_or_default();
                let style = self
                    .parents
                    .get(&style)
                    .filter(|parent| !parent.is_empty())
                    .unwrap_or(&style);
                self.prose.start_paragraph(mark_of(style));
                if self.items > 0 {
                    self.prose.item();
                }
            }
            "list-item" => self.items += 1,
            "s" => {
                let count = tag.get("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.prose.text(&" ".repeat(MAX_SPACES.min(count)));
            }
            "tab" => self.prose.text(" "),
            "line-break" => self.prose.text("\n"),
            "table-row" => self.prose.start_row(),
            "table-cell" => self.prose.start_cell(),
            "note-body" => self.prose.start_note(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "h" | "p" => self.prose.end_paragraph(),
            "list-item" => self.items -= 1,
            "table-row" => self.prose.end_row(),
            "note-body" => self.prose.end_note(),
            _ => {}
        }
    }
}

fn mark_of(style: &str) -> Mark {
    match style {
        "Title" => Mark::Title,
        "Caption" | "Illustration" | "Figure" => Mark::Caption,
        _ => Mark::None,
    }
}

fn is_passed_over(tag: &Tag<'_>) -> bool {
    [
        "tracked-changes",
        "annotation",
        "note-citation",
        "table-of-content",
        "ruby-text",
        "title",
        "desc",
    ]
    .contains(&tag.name)
}
