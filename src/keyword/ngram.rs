//! N-grams: runs of two to five words that come again, as written but for folding.

use serde::Serialize;

use super::rank;
use crate::entity::words::Word;
use crate::text::hash::{ByHash, name_hash};

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

/// The runs of many articles as hashes, of which only those that come often enough are looked at again: most come once, and with their
/// letters those of a hundred thousand articles would take gigabytes.
pub(crate) struct Runs {
    length: usize,
    hashes: Vec<u64>,
}

impl Runs {
    /// Room for the runs of `length` words, brought into [`LENGTHS`], of articles that have so many `words` together.
    #[must_use]
    pub fn new(length: usize, words: usize) -> Self {
        Runs {
            length: length.clamp(*LENGTHS.start(), *LENGTHS.end()),
            hashes: Vec::with_capacity(words),
        }
    }

    /// Takes the runs of an article.
    pub fn add(&mut self, words: &[Word]) {
        self.hashes.extend(runs(words, self.length).map(hash));
    }

    /// Those that come at least `least` times, to be counted in the same articles.
    #[must_use]
    pub fn frequent(mut self, least: u32) -> Ngrams {
        self.hashes.sort_unstable();
        let alike = self.hashes.chunk_by(|a, b| a == b);
        let frequent = alike.filter(|run| run.len() >= least as usize);
        Ngrams {
            length: self.length,
            counts: frequent
                .filter_map(|run| Some((*run.first()?, Count::default())))
                .collect(),
            documents: 0,
        }
    }
}

/// Counts of runs over many articles, one after the other.
pub(crate) struct Ngrams {
    length: usize,
    /// By the run's [`hash`]: that two of a million runs have one is less likely than one in thirty million.
    counts: ByHash<Count>,
    documents: u32,
}

#[derive(Default)]
struct Count {
    places: u32,
    documents: u32,
    last: u32,
    written: String,
}

impl Ngrams {
    /// Counts an article with this text.
    pub fn add(&mut self, text: &str, words: &[Word]) {
        self.documents += 1;
        for run in runs(words, self.length) {
            let Some(count) = self.counts.get_mut(&hash(run)) else {
                continue;
            };
            if count.places == 0 {
                let written: Vec<&str> = run.iter().map(|word| word.span.of(text)).collect();
                count.written = written.join(" ");
            }
            count.places += 1;
            count.documents += u32::from(count.last != self.documents);
            count.last = self.documents;
        }
    }

    /// The runs, the most frequent first.
    #[must_use]
    pub fn rank(self) -> Vec<Ngram> {
        let found = self.counts.into_values().map(|count| Ngram {
            term: count.written,
            count: count.places,
            documents: count.documents,
        });
        rank(found.collect(), |row: &Ngram| {
            (row.count.into(), row.documents.into(), &row.term)
        })
    }
}

/// The runs of so many words inside a sentence, with no mark or number in them.
fn runs(words: &[Word], length: usize) -> impl Iterator<Item = &[Word]> {
    words.windows(length).filter(|run| {
        let [first, .., last] = run else { return false };
        first.sentence == last.sentence && run.iter().all(|word| word.kind.is_word())
    })
}

fn hash(run: &[Word]) -> u64 {
    name_hash(run.iter().map(|word| word.key.as_str()))
}
