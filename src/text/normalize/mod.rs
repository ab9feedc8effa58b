//! Normalization: one spelling for what is written in several ways, with the way back to the source.
//!
//! [`Switches`] say what changes, each on its own; profiles set them for showing, matching and counting, and for the output of other tools.
//! In go a text and switches, out come the text normalized and, if asked for, an [`OffsetMap`] between the two. Normalizing twice is
//! normalizing once, for every combination.
//!
//! One pass looks each character up in a table (`scan`, `table`); words in which a normalization form or a rule about vowel marks looks at
//! neighbours are taken apart (`word`, `unicode`, `marks`).

mod marks;
mod name;
mod offset;
mod scan;
mod table;
mod track;
mod unicode;
mod utf16;
mod word;

pub use super::fold::switches::{
    Form, Hamza, Maqsura, Presentation, Punctuation, Script, Scripts, Space, SuperscriptAlef, Switches,
    Tashkeel,
};
pub use name::SWITCH_NAMES;
pub use offset::OffsetMap;

use super::fold::{rule, switches};
use scan::Scan;
use table::Table;
pub use utf16::Utf16Normalizer;

/// A normalized text and the way back to its source: returned by [`normalize_mapped`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normalized {
    /// The text.
    pub text: String,
    /// Between the bytes of `text` and those of the source.
    pub map: OffsetMap,
}

/// Switches made ready for any number of texts.
///
/// ```
/// use warraq::text::normalize::{Normalizer, Switches};
/// let lucene = Normalizer::new(&Switches::LUCENE);
/// assert_eq!(lucene.normalize("أ\u{064F}م\u{0651} ك\u{064F}لثوم"), "ام كلثوم");
/// assert_eq!(lucene.normalize_mapped("أ\u{064F}م\u{0651}").text, "ام");
/// ```
#[derive(Clone, Debug)]
pub struct Normalizer {
    table: Table,
}

impl Normalizer {
    /// Makes `switches` ready.
    #[must_use]
    pub fn new(switches: &Switches) -> Self {
        Normalizer {
            table: Table::new(switches),
        }
    }

    /// `text` normalized.
    #[must_use]
    pub fn normalize(&self, text: &str) -> String {
        Scan::<()>::new(&self.table, text).run().out
    }

    /// `text` normalized, with the way back.
    #[must_use]
    pub fn normalize_mapped(&self, text: &str) -> Normalized {
        let scan = Scan::<OffsetMap>::new(&self.table, text).run();
        Normalized {
            text: scan.out,
            map: scan.track,
        }
    }
}

/// `text` normalized; for many texts, make a [`Normalizer`] once.
///
/// ```
/// use warraq::text::normalize::{Switches, normalize_str};
/// assert_eq!(normalize_str("م\u{064F}ؤ\u{0652}ت\u{064E}م\u{064E}ر\u{064F} ٱلم\u{064E}ن\u{064E}امـــة", &Switches::COUNT), "مؤتمر المنامة");
/// ```
#[must_use]
pub fn normalize_str(text: &str, switches: &Switches) -> String {
    Normalizer::new(switches).normalize(text)
}

/// `text` normalized, with the way back; see [`OffsetMap`].
///
/// ```
/// use warraq::Span;
/// use warraq::text::normalize::{Switches, normalize_mapped};
/// let normalized = normalize_mapped("القـــاهرة", &Switches::MATCH);
/// assert_eq!(normalized.text, "القاهره");
/// assert_eq!(normalized.map.to_source(Span::new(4, 6)), Span::new(4, 12), "a letter with its tatweel");
/// ```
#[must_use]
pub fn normalize_mapped(text: &str, switches: &Switches) -> Normalized {
    Normalizer::new(switches).normalize_mapped(text)
}

#[cfg(test)]
mod tests;
