//! Single texts, without a corpus.
//!
//! Long ones come in stretches, as UTF-16, in which JavaScript holds its strings: the script writes a stretch into the core's memory and
//! reads what became of it there, so that nothing is copied between, and all that happens to it happens in the processor's cache.

use js_sys::{Object, Uint32Array};
use wasm_bindgen::prelude::*;

use super::{object, throw};
use crate::entity::tagger;
use crate::text::Utf16WordCounts;
use crate::text::normalize::{Switches, Utf16Normalizer};

/// Makes room for `length` units, and says where it is.
fn room(units: &mut Vec<u16>, length: usize) -> *mut u16 {
    units.resize(length, 0);
    units.as_mut_ptr()
}

/// A text's spelling being normalized, stretch by stretch.
#[wasm_bindgen]
pub struct Normalization {
    normalizer: Utf16Normalizer,
    stretch: Vec<u16>,
    normalized: Vec<u16>,
}

#[wasm_bindgen]
impl Normalization {
    /// As a profile says: "lucene", "camel", "pyarabic", "display", "match" or "count".
    ///
    /// # Errors
    /// `unknown-switch` where there is none of that name.
    #[wasm_bindgen(constructor)]
    pub fn new(profile: &str) -> Result<Normalization, JsValue> {
        let switches = Switches::profile(profile).map_err(throw)?;
        Ok(Normalization {
            normalizer: Utf16Normalizer::new(&switches),
            stretch: Vec::new(),
            normalized: Vec::new(),
        })
    }

    /// Where to write the next stretch, of `length` units: whole lines.
    pub fn room(&mut self, length: usize) -> *mut u16 {
        room(&mut self.stretch, length)
    }

    /// Normalizes the stretch; says how many units it is then.
    pub fn normalize(&mut self) -> usize {
        self.normalized.clear();
        self.normalizer.normalize(&self.stretch, &mut self.normalized);
        self.normalized.len()
    }

    /// Where it is then.
    #[must_use]
    pub fn normalized(&self) -> *const u16 {
        self.normalized.as_ptr()
    }
}

/// A text's words being counted, stretch by stretch.
#[wasm_bindgen]
#[derive(Default)]
pub struct WordCounting {
    words: Utf16WordCounts,
    stretch: Vec<u16>,
}

#[wasm_bindgen]
impl WordCounting {
    /// No words yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> WordCounting {
        WordCounting::default()
    }

    /// Where to write the next stretch, of `length` units: whole lines.
    pub fn room(&mut self, length: usize) -> *mut u16 {
        room(&mut self.stretch, length)
    }

    /// Counts the words of the stretch.
    pub fn count(&mut self) {
        self.words.add(&self.stretch);
    }

    /// The words folded, each followed by a line end, and how often each stands there: `{ words, counts }`.
    ///
    /// # Errors
    /// None that a caller could mend: an object that cannot be made.
    pub fn folded(self) -> Result<Object, JsValue> {
        let (words, counts) = self.words.folded();
        object([
            ("words", words.into()),
            ("counts", Uint32Array::from(&counts[..]).into()),
        ])
    }
}

/// The tags, one a line, of an article's tokens, one a line; a line without anything parts sentences.
#[wasm_bindgen]
#[must_use]
pub fn tag(tokens: &str) -> String {
    let lines: Vec<&str> = tokens.lines().collect();
    let sentences: Vec<Vec<&str>> = lines
        .split(|token| token.is_empty())
        .map(<[&str]>::to_vec)
        .collect();
    let tagged = tagger::tag_written(&sentences);
    let lines = tagged.iter().map(|sentence| {
        let tags: Vec<&str> = sentence.iter().map(|token| token.label.name()).collect();
        tags.join("\n")
    });
    lines.collect::<Vec<String>>().join("\n\n")
}
