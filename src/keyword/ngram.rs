//! N-grams: runs of two to five words that come again, as written but for folding.

use std::collections::HashMap;

use serde::Serialize;

use super::rank;
use super::reading::Reading;

/// A run of words: returned by [`Corpus::ngrams`](crate::Corpus::ngrams).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ngram {
    /// As it is written where it first stands.
    pub term: String,
    /// Places.
    pub count: u32,
    /// Documents that have it.
    pub documents: u32,
}

/// The fewest and most words of an n-gram of [`Corpus::ngrams`](crate::Corpus::ngrams).
pub const LENGTHS: std::ops::RangeInclusive<usize> = 2..=5;

/// Counts over many articles, one [`Reading`] after the other.
pub(crate) struct Ngrams {
    length: usize,
    counts: HashMap<String, Count>,
    documents: u32,
}

struct Count {
    places: u32,
    documents: u32,
    last: u32,
    written: String,
}

impl Ngrams {
    /// Counts runs of `length` words, brought into [`LENGTHS`].
    #[must_use]
    pub fn new(length: usize) -> Self {
        Ngrams {
            length: length.clamp(*LENGTHS.start(), *LENGTHS.end()),
            counts: HashMap::new(),
            documents: 0,
        }
    }

    /// Counts an article: runs inside a sentence, with no mark or number in them.
    pub fn add(&mut self, reading: &Reading) {
        self.documents += 1;
        for run in reading.words.windows(self.length) {
            let [first, .., last] = run else { continue };
            if first.sentence != last.sentence || run.iter().any(|word| !word.kind.is_word()) {
                continue;
            }
            let written = || {
                run.iter()
                    .map(|word| word.span.of(reading.text))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let key = run
                .iter()
                .map(|word| word.key.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let count = self.counts.entry(key).or_insert_with(|| Count {
                places: 0,
                documents: 0,
                last: 0,
                written: written(),
            });
            count.places += 1;
            count.documents += u32::from(count.last != self.documents);
            count.last = self.documents;
        }
    }

    /// The runs that come at least `least` times, the most frequent first.
    #[must_use]
    pub fn rank(&self, least: u32) -> Vec<Ngram> {
        let counts = self.counts.values().filter(|count| count.places >= least);
        let found = counts.map(|count| Ngram {
            term: count.written.clone(),
            count: count.places,
            documents: count.documents,
        });
        rank(found.collect(), |row: &Ngram| {
            (row.count.into(), row.documents.into(), &row.term)
        })
    }
}
