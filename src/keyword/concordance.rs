//! Concordance: every place of what is looked for, with what stands around it (keyword in context; Luhn 1960).

use serde::{Deserialize, Serialize};

use super::pattern::{Matching, Pattern};
use super::rank;
use super::reading::Reading;
use crate::report::{Range, Utf16Map};
use crate::span::Span;

/// Neighbours on a side by which lines are sorted.
const SORTED_BY: usize = 3;

/// What to look for, where, and how to show it.
///
/// ```
/// use warraq::keyword::{Pattern, concordance::{Query, Sort}};
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// corpus.add("a.txt", "خبر\nوصل القمح أمس. بيع القمح اليوم.".as_bytes(), None)?;
/// let query = Query { pattern: Pattern::Words("القمح".into()), sort: Sort::After, context: 1, ..Query::default() };
/// let lines = corpus.concordance(&query)?;
/// let text = &corpus.report().documents[0].text;
/// let places: Vec<&str> = lines.iter().map(|line| line.range.of(text)).collect();
/// assert_eq!(places, ["القمح", "القمح"]);
/// assert!(lines[0].range.start > lines[1].range.start, "«اليوم» comes before «أمس»");
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "snake_case", deny_unknown_fields)]
pub struct Query {
    /// What is looked for.
    pub pattern: Pattern,
    /// When a word is the one looked for.
    pub matching: Matching,
    /// Ids of the documents to look in; none for all.
    pub documents: Vec<u32>,
    /// The order of the lines.
    pub sort: Sort,
    /// Words shown to either side.
    pub context: u32,
    /// Lines at most; the first ones in the order of place.
    pub limit: u32,
}

impl Default for Query {
    fn default() -> Self {
        Query {
            pattern: Pattern::Words(String::new()),
            matching: Matching::default(),
            documents: Vec::new(),
            sort: Sort::default(),
            context: 12,
            limit: 10_000,
        }
    }
}

/// The order of lines: see [`Query`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// As they stand in the documents.
    #[default]
    Place,
    /// By the words before the place, the nearest first. In Arabic they stand to its right.
    Before,
    /// By the words after it, the nearest first. In Arabic they stand to its left.
    After,
}

/// A place, in UTF-16 code units of its document's text, with what stands around it in the same block: returned by
/// [`Corpus::concordance`](crate::Corpus::concordance).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The document's id.
    pub document: u32,
    #[serde(flatten)]
    /// The place.
    pub range: Range,
    /// Where what is shown before the place begins.
    pub before: u32,
    /// Where what is shown after it ends.
    pub after: u32,
    /// Folded neighbours, the nearest first, for sorting; each ends with a sign that comes before all letters.
    #[serde(skip)]
    neighbours: String,
}

/// The lines of one document's places.
#[must_use]
pub(crate) fn lines(document: u32, reading: &Reading, places: &[Span], query: &Query) -> Vec<Line> {
    if places.is_empty() {
        return Vec::new();
    }
    let map = Utf16Map::new(reading.text);
    let context = query.context as usize;
    let line = |place: &Span| {
        let block = reading.words_in(reading.block(place.start));
        let own = reading.words_in(*place);
        let before = reading
            .unmarked(block.start..own.start)
            .rev()
            .take(context)
            .last();
        let after = reading
            .unmarked(own.end..block.end.max(own.end))
            .take(context)
            .last();
        let word = |at: usize| reading.words.get(at).map(|word| word.span);
        let start = before.and_then(word).map_or(place.start, |first| first.start);
        let end = after.and_then(word).map_or(place.end, |last| last.end);
        let key = |at: usize| reading.words.get(at).map(|word| format!("{}\u{0}", word.key));
        let neighbours = match query.sort {
            Sort::Place => String::new(),
            Sort::Before => reading
                .unmarked(block.start..own.start)
                .rev()
                .filter_map(key)
                .take(SORTED_BY)
                .collect(),
            Sort::After => reading
                .unmarked(own.end..block.end)
                .filter_map(key)
                .take(SORTED_BY)
                .collect(),
        };
        Line {
            document,
            range: map.range(*place),
            before: map.offset(start),
            after: map.offset(end),
            neighbours,
        }
    };
    places.iter().map(line).collect()
}

/// Puts lines in the order asked for; those with the same neighbours stay in the order of their places, those with none come last.
#[must_use]
pub(crate) fn sort(lines: Vec<Line>) -> Vec<Line> {
    rank(lines, |line| {
        let has_any = if line.neighbours.is_empty() { 0.0 } else { 1.0 };
        (has_any, 0.0, &line.neighbours)
    })
}
