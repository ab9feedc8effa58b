//! Byte offsets to UTF-16 offsets, in one pass over the text.

use super::Range;
use crate::span::Span;

/// How many bytes lie between two remembered places.
const STRIDE: usize = 256;

/// Turns bytes into UTF-16 code units: every `STRIDE` bytes the count is remembered, and the rest is counted from there.
pub struct Utf16Map<'t> {
    text: &'t str,
    marks: Vec<u32>,
}

/// UTF-16 units that a UTF-8 byte begins: none for a continuation byte, two for a four-byte lead.
fn units(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)
}

impl<'t> Utf16Map<'t> {
    /// Reads through `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut count = 0;
        let marks = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let before = count;
                count += chunk.iter().map(|b| units(*b)).sum::<u32>();
                before
            })
            .collect();
        Utf16Map { text, marks }
    }

    /// The UTF-16 offset of byte `at`; past the end, that of the end.
    #[must_use]
    pub fn offset(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let block = (at / STRIDE).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(block).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(block * STRIDE..at).unwrap_or_default();
        before + rest.iter().map(|b| units(*b)).sum::<u32>()
    }

    /// A span as a UTF-16 range.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        Range {
            start: self.offset(span.start),
            end: self.offset(span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn beyond_the_first_plane_a_character_has_two_units() {
        let range = Utf16Map::new("😀 بكين").range(Span::new(5, 13));
        assert_eq!((range.start, range.end), (3, 7));
    }

    proptest! {
        #[test]
        fn every_character_boundary_maps_as_encode_utf16_counts(text in "\\PC{0,600}") {
            let map = Utf16Map::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(map.offset(at as u32) as usize, text[..at].encode_utf16().count());
            }
        }

        #[test]
        fn a_range_finds_the_characters_of_its_span(before in "\\PC{0,40}", inside in "\\PC{0,40}", after in "\\PC{0,40}") {
            let text = format!("{before}{inside}{after}");
            let span = Span::new(before.len(), before.len() + inside.len());
            prop_assert_eq!(Utf16Map::new(&text).range(span).of(&text), &inside);
        }
    }
}
