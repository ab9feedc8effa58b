//! The tags and texts of a web page, as `html5gum` finds them by the WHATWG standard, handed to the tree's builder.

use std::convert::Infallible;
use std::mem::take;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::tree::{Builder, Node};

/// The attributes that are asked for.
const KEPT: [&str; 17] = [
    "class",
    "id",
    "role",
    "itemprop",
    "hidden",
    "style",
    "aria-hidden",
    "href",
    "rel",
    "name",
    "property",
    "content",
    "datetime",
    "type",
    "alt",
    "lang",
    "data-testid",
];

/// Reads a page into `builder`.
pub(super) fn read(html: &str, builder: &mut Builder) {
    let reader = Reader {
        builder,
        text: Vec::new(),
        name: Vec::new(),
        is_end: false,
        last_start: Vec::new(),
        node: Node::default(),
        attribute: Vec::new(),
        value: Vec::new(),
    };
    let Ok(()) = Tokenizer::new_with_emitter(html, reader).finish();
}

/// What was read of the tag or text in hand. Comments and the document type are passed over, and so are errors: a page is read as
/// browsers read it, without a word.
struct Reader<'b> {
    builder: &'b mut Builder,
    text: Vec<u8>,
    /// Name of the tag in hand.
    name: Vec<u8>,
    is_end: bool,
    /// Name of the last start tag, which says what ends a script.
    last_start: Vec<u8>,
    /// The element that the start tag in hand opens.
    node: Node,
    /// Name and value of the attribute in hand.
    attribute: Vec<u8>,
    value: Vec<u8>,
}

/// The page is a string, so its parts are too, but for what is cut inside a letter by a wrong reference.
fn string(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

impl Reader<'_> {
    // Called from every state of the tokenizer: small code matters more than a call saved.
    #[inline(never)]
    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.builder.text(string(take(&mut self.text)));
        }
    }

    /// The first of two attributes with one name counts, as the standard says.
    #[inline(never)]
    fn end_attribute(&mut self) {
        if let Some(name) = KEPT.into_iter().find(|kept| kept.as_bytes() == self.attribute) {
            let value = string(take(&mut self.value));
            self.node.attributes.entry(name).or_insert(value);
        }
        self.attribute.clear();
        self.value.clear();
    }

    #[inline(never)]
    fn end_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.end_text();
        let name = string(take(&mut self.name));
        let mut node = take(&mut self.node);
        if self.is_end {
            self.last_start.clear();
            self.builder.end(&name);
            return None;
        }
        self.last_start.clear();
        self.last_start.extend(name.as_bytes());
        node.name = name;
        self.builder.start(node);
        naive_next_state(&self.last_start)
    }
}

impl Emitter for Reader<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }
    fn emit_eof(&mut self) {
        self.end_text();
    }
    fn emit_error(&mut self, _: Error) {}
    // Otherwise every byte is looked at for signs that a page should not hold.
    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }
    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }
    fn emit_string(&mut self, text: &[u8]) {
        self.text.extend(text);
    }
    fn init_start_tag(&mut self) {
        self.name.clear();
        self.is_end = false;
    }
    fn init_end_tag(&mut self) {
        self.name.clear();
        self.is_end = true;
    }
    fn init_comment(&mut self) {
        self.end_text();
    }
    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_tag()
    }
    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend(name);
    }
    fn init_attribute(&mut self) {
        self.end_attribute();
    }
    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend(name);
    }
    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.extend(value);
    }
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {
        self.end_text();
    }
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
