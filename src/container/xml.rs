//! XML, gone through from end to end: elements by their names without prefix, and text with its references resolved.

use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::Error;
use crate::text::decode::{Encoding, decode_source};

/// What stands next in a file.
pub(super) enum Node<'x> {
    /// An element begins. One that is empty begins and ends.
    Start(Tag<'x>),
    /// An element of this name ends.
    End(&'x str),
    /// Text, in pieces.
    Text(&'x str),
}

/// A start tag.
pub(super) struct Tag<'x> {
    /// The name without its prefix.
    pub name: &'x str,
    element: &'x BytesStart<'x>,
}

impl Tag<'_> {
    /// The value of the attribute of that name, prefixes left out.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.element.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)
            .and_then(|attribute| Some(unescape(&attribute.value).ok()?.into_owned()))
    }

    /// Whether an attribute has one of the values that switch something off.
    pub fn is_off(&self, name: &str) -> bool {
        self.get(name)
            .is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Goes through `xml`. Entities of a document type are not resolved: they stand as nothing.
///
/// # Errors
/// [`Error::Broken`] of `what` where it is not well formed.
pub(super) fn walk(xml: &str, what: &'static str, see: &mut dyn FnMut(Node<'_>)) -> Result<(), Error> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Error::Broken(what))? {
            Event::Start(element) => {
                depth += 1;
                see(Node::Start(tag(&element)));
            }
            Event::Empty(element) => {
                see(Node::Start(tag(&element)));
                see(Node::End(element.local_name().into_inner()));
            }
            Event::End(element) => {
                depth -= 1;
                see(Node::End(element.local_name().into_inner()));
            }
            Event::Text(text) => see(Node::Text(&text)),
            Event::CData(text) => see(Node::Text(&text)),
            Event::GeneralRef(reference) => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    see(Node::Text(c.encode_utf8(&mut [0; 4])));
                } else if let Some(text) = resolve_predefined_entity(&reference) {
                    see(Node::Text(text));
                }
            }
            Event::Eof if depth > 0 => return Err(Error::Broken(what)),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// As [`walk`], without the elements that are passed over and all that is in them.
pub(super) fn walk_but(
    xml: &str,
    what: &'static str,
    passed_over: fn(&Tag<'_>) -> bool,
    see: &mut dyn FnMut(Node<'_>),
) -> Result<(), Error> {
    // Elements open inside one that is passed over, itself included.
    let mut skipped = 0_usize;
    walk(xml, what, &mut |node| match &node {
        Node::Start(tag) if skipped > 0 || passed_over(tag) => skipped += 1,
        Node::End(_) if skipped > 0 => skipped -= 1,
        Node::Text(_) if skipped > 0 => {}
        _ => see(node),
    })
}

fn tag<'x>(element: &'x BytesStart<'x>) -> Tag<'x> {
    Tag {
        name: element.local_name().into_inner(),
        element,
    }
}

/// The bytes of an XML file as text: UTF-8, unless a byte order mark or the declaration says otherwise.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.trim_start_matches('\u{FEFF}').to_string();
    }
    decode_source(bytes, None)
        .or_else(|_| decode_source(bytes, Some(Encoding::Utf8)))
        .map_or_else(|_| String::new(), |decoded| decoded.text)
}

/// The file's properties in the terms of the Dublin Core: title, creator, date.
pub(super) fn properties(xml: &str, what: &'static str) -> Result<Properties, Error> {
    let mut found = Properties::default();
    let mut text = String::new();
    walk(xml, what, &mut |node| match node {
        Node::Start(_) => text.clear(),
        Node::Text(piece) => text.push_str(piece),
        Node::End(name) => {
            let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let place = match name {
                "title" => &mut found.title,
                "creator" | "initial-creator" => &mut found.creator,
                "publisher" => &mut found.publisher,
                // When it was last changed says nothing of the article.
                "created" | "creation-date" | "date" => &mut found.date,
                _ => return,
            };
            if place.is_empty() {
                *place = value;
            }
            text.clear();
        }
    })?;
    Ok(found)
}

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    pub title: String,
    pub creator: String,
    pub publisher: String,
    pub date: String,
}
