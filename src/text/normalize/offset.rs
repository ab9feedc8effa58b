//! Where each part of a normalized text stands in its source, and the reverse.

use crate::span::Span;

/// A place where source and output differ in length or in their characters' borders. Between two edits they run in step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub source: Span,
    pub output: Span,
}

/// The way from a normalized text to its source and back. Keeps only the places where the two are out of step: letters replaced by others
/// of the same length cost nothing, a mark removed costs 16 bytes.
///
/// ```
/// use warraq::Span;
/// use warraq::text::normalize::{Switches, normalize_mapped};
/// let normalized = normalize_mapped("قال\u{064E} «ن\u{064E}ع\u{064E}م\u{0652}»", &Switches::MATCH);
/// assert_eq!(normalized.text, "قال «نعم»");
/// let word = normalized.map.to_source(Span::new(9, 15));
/// assert_eq!(word.of("قال\u{064E} «ن\u{064E}ع\u{064E}م\u{0652}»"), "ن\u{064E}ع\u{064E}م\u{0652}");
/// assert_eq!(normalized.map.to_output(word), Span::new(9, 15));
/// assert_eq!((normalized.map.len(), normalized.map.is_empty()), (4, false));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// In order and disjoint, on both sides.
    edits: Vec<Edit>,
}

impl OffsetMap {
    /// The bytes of the source that the bytes `span` of the output come from. A removed mark or tatweel belongs to the letter before it;
    /// what else was removed belongs to the spans on neither side. A span that cuts through what was changed as one is widened to all of it.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        carry(&self.edits, span, |edit| (edit.output, edit.source))
    }

    /// The bytes of the output that the bytes `span` of the source became; empty where they were removed. A span that cuts through what was
    /// changed as one is widened to all of it.
    #[must_use]
    pub fn to_output(&self, span: Span) -> Span {
        carry(&self.edits, span, |edit| (edit.source, edit.output))
    }

    /// How many places are out of step.
    #[must_use]
    pub fn len(&self) -> usize {
        self.edits.len()
    }

    /// Whether source and output run in step throughout.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    pub(super) fn push(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    pub(super) fn last(&self) -> Option<Edit> {
        self.edits.last().copied()
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Edit> {
        self.edits.last_mut()
    }

    pub(super) fn pop(&mut self) {
        self.edits.pop();
    }
}

/// Carries `span` over the edits from one side to the other; `sides` gives the side it is on and the one it goes to.
fn carry(edits: &[Edit], span: Span, sides: impl Fn(&Edit) -> (Span, Span)) -> Span {
    // The start stands after whatever was removed right there, the end before it.
    let after = edits.partition_point(|edit| sides(edit).0.end <= span.start);
    let start = match edits.get(after).map(&sides) {
        Some((from, to)) if from.start <= span.start => to.start,
        _ => step(edits, after, &sides, span.start),
    };
    let before = edits.partition_point(|edit| sides(edit).0.start < span.end);
    let end = match before.checked_sub(1).and_then(|i| edits.get(i)).map(&sides) {
        Some((from, to)) if from.end >= span.end => to.end,
        _ => step(edits, before, &sides, span.end),
    };
    Span {
        start,
        end: end.max(start),
    }
}

/// `at`, which stands in step after the first `count` edits, on the other side.
fn step(edits: &[Edit], count: usize, sides: impl Fn(&Edit) -> (Span, Span), at: u32) -> u32 {
    match count.checked_sub(1).and_then(|i| edits.get(i)).map(sides) {
        Some((from, to)) => to.end + (at - from.end),
        None => at,
    }
}
