//! A place in a document's text.

/// A range of **bytes** in the decoded text, end exclusive, always on character boundaries.
///
/// Stages point into the text by bytes; the report turns them into UTF-16 units once, at the end.
///
/// ```
/// use warraq::Span;
/// let text = "زار بكين";
/// let name = Span::new(7, 15);
/// assert_eq!(name.of(text), "بكين");
/// assert_eq!(&text[name.range()], "بكين");
/// assert_eq!((name.len(), name.is_empty()), (8, false));
/// assert!(Span::new(0, 15).contains(name) && !Span::new(0, 7).overlaps(name));
/// assert_eq!(name.shift(100), Span::new(107, 115));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte `start` to byte `end`; texts stay far below 4 GiB, so 32 bits hold any offset.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The characters of `text` meant, or "" where the span does not fit that text.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span as a range for slicing.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span with `offset` bytes added to both ends: from a part of a text to the whole.
    #[must_use]
    pub fn shift(&self, offset: u32) -> Span {
        Span {
            start: self.start + offset,
            end: self.end + offset,
        }
    }
}
