//! Word documents (ECMA-376, WordprocessingML): paragraphs with their styles, lists, tables and footnotes. What was deleted under
//! revision, comments, hidden text, field codes, headers and footers are left out.

use std::collections::HashMap;

use super::archive::Archive;
use super::office::relations;
use super::prose::Prose;
use super::xml::{self, Node, Properties, Tag};
use super::{Budget, Draft, content_hash};
use crate::article::{Format, Mark, Source};
use crate::error::Error;

const WHAT: &str = "the Word document";
const DOCUMENT: &str = "word/document.xml";

/// Reads a document.
///
/// # Errors
/// [`Error::Broken`], [`Error::NoArabic`], and those of unpacking.
pub(super) fn read(name: String, archive: &Archive, budget: &mut Budget) -> Result<Draft, Error> {
    let document = archive
        .xml(DOCUMENT, budget)
        .unwrap_or(Err(Error::Broken(WHAT)))?;
    let content = content_hash(&document);
    let related = relations(archive, DOCUMENT, WHAT, budget)?;
    let mut part = |kind: &str| -> Result<Option<String>, Error> {
        let target = related.iter().find(|relation| relation.kind == kind);
        target
            .and_then(|relation| archive.xml(&relation.target, budget))
            .transpose()
    };
    let styles = styles(&part("styles")?.unwrap_or_default())?;
    let mut reader = Reader::new(&styles);
    reader.read(&document)?;
    for kind in ["footnotes", "endnotes"] {
        if let Some(notes) = part(kind)? {
            reader.prose.start_note();
            reader.read(&notes)?;
            reader.prose.end_note();
        }
    }
    let properties = archive.xml("docProps/core.xml", budget).transpose()?;
    let properties = properties.map_or(Ok(Properties::default()), |xml| xml::properties(&xml, WHAT))?;
    let source = Source::marked(reader.prose.finish(), Format::Docx).titled(&properties.title);
    let source = source.with_properties(properties.story());
    Draft::utf8(name, source, content).if_arabic()
}

/// The names of styles in lower case, by their ids; one with a place in the outline is a heading's, whatever its name.
fn styles(xml: &str) -> Result<HashMap<String, String>, Error> {
    let mut found = HashMap::new();
    let mut id = String::new();
    xml::walk(xml, WHAT, &mut |node| {
        let Node::Start(tag) = node else { return };
        match tag.name {
            "style" => id = tag.get("styleId").unwrap_or_default(),
            // Ids are translated, names are not.
            "name" if !id.is_empty() => {
                let name = tag.get("val").unwrap_or_default().to_ascii_lowercase();
                found.insert(id.clone(), name);
            }
            "outlineLvl" => drop(found.insert(id.clone(), HEADING.to_string())),
            _ => {}
        }
    })?;
    Ok(found)
}

/// How the names of headings' styles begin.
const HEADING: &str = "heading ";

fn mark_of(style: &str) -> Mark {
    match style {
        "title" => Mark::Title,
        "caption" => Mark::Caption,
        _ if style.starts_with(HEADING) => Mark::Heading,
        // A table of contents.
        _ if style.starts_with("toc ") => Mark::Outside,
        _ => Mark::None,
    }
}

/// Goes through a part of a document.
struct Reader<'s> {
    styles: &'s HashMap<String, String>,
    prose: Prose,
    /// Whether text is being said: inside `w:t`.
    saying: bool,
    /// Whether the run is hidden.
    hidden: bool,
}

impl<'s> Reader<'s> {
    fn new(styles: &'s HashMap<String, String>) -> Self {
        Reader {
            styles,
            prose: Prose::default(),
            saying: false,
            hidden: false,
        }
    }

    fn read(&mut self, xml: &str) -> Result<(), Error> {
        xml::walk_but(xml, WHAT, is_passed_over, &mut |node| match node {
            Node::Start(tag) => self.start(&tag),
            Node::End(name) => self.end(name),
            Node::Text(text) if self.saying && !self.hidden => self.prose.text(text),
            Node::Text(_) => {}
        })
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "p" => self.prose.start_paragraph(Mark::None),
            "pStyle" => {
                let name = self.styles.get(&tag.get("val").unwrap_or_default());
                self.prose.mark(mark_of(name.map_or("", String::as_str)));
            }
            "outlineLvl" if tag.get("val").is_some_and(|level| level != "9") => {
                self.prose.mark(Mark::Heading)
            }
            "numId" if !tag.is_off("val") => self.prose.item(),
            "r" => self.hidden = false,
            "vanish" => self.hidden = !tag.is_off("val"),
            "t" => self.saying = true,
            "tab" | "ptab" if !self.hidden => self.prose.text(" "),
            "br" | "cr" if !self.hidden => self.prose.text("\n"),
            "noBreakHyphen" if !self.hidden => self.prose.text("-"),
            "tr" => self.prose.start_row(),
            "tc" => self.prose.start_cell(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.prose.end_paragraph(),
            "r" => self.hidden = false,
            "t" => self.saying = false,
            "tr" => self.prose.end_row(),
            _ => {}
        }
    }
}

/// Deleted or moved away under revision; what is said again for older programs; the lines above footnotes; and tab stops, which are
/// called as tabs are.
fn is_passed_over(tag: &Tag<'_>) -> bool {
    match tag.name {
        "del" | "moveFrom" | "Fallback" | "tabs" | "pPrChange" | "rPrChange" => true,
        "footnote" | "endnote" => tag.get("type").is_some_and(|kind| kind != "normal"),
        _ => false,
    }
}
