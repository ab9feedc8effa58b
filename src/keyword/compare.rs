//! Comparing documents by their counts alone: how often and how evenly each word is used, and what one group of documents has more of
//! than another.

use std::collections::BTreeMap;

use serde::Serialize;

use super::count::Table;
use super::rank;
use super::row::Row;
use super::statistic::{
    Dispersion, Frequency, benjamini_hochberg, bonferroni, log_likelihood, log_ratio, p_value, percent_diff,
    tf_idf,
};

/// A word's use in a group of documents: returned by [`Corpus::words`](crate::Corpus::words).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordUse {
    /// The most frequent form of all documents, without particles before it.
    pub term: String,
    /// Whether it has content; function words are counted too.
    pub content: bool,
    #[serde(flatten)]
    /// How often, and in which of the group's documents.
    pub used: Dispersion,
    /// How much it marks the group among all documents: see [`tf_idf`].
    pub tf_idf: f64,
}

/// The use of whatever was looked for in a group of documents: returned by [`Corpus::usage`](crate::Corpus::usage).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Usage {
    /// As it is written, the most frequent first.
    pub forms: Vec<FormCount>,
    #[serde(flatten)]
    /// How often, and in which of the documents.
    pub used: Dispersion,
}

/// A way in which something is written: see [`Corpus::usage`](crate::Corpus::usage).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormCount {
    /// As it stands in the text.
    pub form: String,
    /// Places.
    pub count: u32,
}

/// How much more a word is used in one group of documents than in another: returned by [`Corpus::keyness`](crate::Corpus::keyness).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyness {
    /// The most frequent form of all documents, without particles before it.
    pub term: String,
    /// Places in the group.
    pub count: u32,
    /// Places in the reference; of general Arabic, what its rate gives in the words that it was learned from.
    pub reference_count: u32,
    /// Places in a million words of the group.
    pub per_million: f64,
    /// Places in a million words of the reference.
    pub reference_per_million: f64,
    /// G², see [`log_likelihood`].
    pub log_likelihood: f64,
    /// See [`log_ratio`]; above 0 where the group has more.
    pub log_ratio: f64,
    /// See [`percent_diff`].
    pub percent_diff: f64,
    /// The probability that chance does as much, corrected for the number of words by Bonferroni.
    pub bonferroni: f64,
    /// The same, corrected by Benjamini and Hochberg.
    pub benjamini_hochberg: f64,
}

impl Table {
    /// How each word is used in the documents with these rows, of `all` documents; words that come at least `least` times, the most
    /// frequent first.
    #[must_use]
    pub fn words(&self, rows: &[&Row], all: usize, least: u32) -> Vec<WordUse> {
        let words: f64 = rows.iter().map(|row| f64::from(row.words())).sum();
        let mut parts: BTreeMap<u32, Vec<Frequency>> = BTreeMap::new();
        for row in rows {
            for (group, count) in self.counts(&[row]) {
                let words = f64::from(row.words());
                parts.entry(group).or_default().push(Frequency {
                    count: f64::from(count),
                    words,
                });
            }
        }
        let word = |(group, present): (u32, Vec<Frequency>)| {
            let used = Dispersion::of(&present, rows.len(), words);
            let (term, content) = self.shown(group);
            (used.count >= least).then(|| WordUse {
                term: term.to_string(),
                content,
                used,
                tf_idf: tf_idf(used.count, self.documents(group), all as u32),
            })
        };
        let found = parts.into_iter().filter_map(word).collect();
        rank(found, |row: &WordUse| {
            (row.used.count.into(), row.used.documents.into(), &row.term)
        })
    }

    /// What documents with these rows have more or less of than those of `reference`, or than general Arabic where that is none, the
    /// surest first. Words of content that come at least `least` times are compared: in both together, or against general Arabic in the
    /// documents.
    #[must_use]
    pub fn keyness(&self, rows: &[&Row], reference: Option<&[&Row]>, least: u32) -> Vec<Keyness> {
        let total = |rows: &[&Row]| rows.iter().map(|row| f64::from(row.words())).sum::<f64>();
        let words = total(rows);
        let here = self.counts(rows);
        let there = reference.map(|rows| (self.counts(rows), total(rows)));
        let in_reference = |group: u32| match &there {
            None => self.background(group),
            Some((counts, words)) => Frequency {
                count: f64::from(counts.get(&group).copied().unwrap_or(0)),
                words: *words,
            },
        };
        if words <= 0.0 || in_reference(0).words <= 0.0 {
            return Vec::new();
        }
        let others = there.iter().flat_map(|(counts, _)| counts.keys());
        let mut groups: Vec<u32> = here.keys().chain(others).copied().collect();
        groups.sort_unstable();
        groups.dedup();
        let mut found = Vec::new();
        for group in groups {
            let (term, content) = self.shown(group);
            let a = Frequency {
                count: f64::from(here.get(&group).copied().unwrap_or(0)),
                words,
            };
            let b = in_reference(group);
            let places = a.count + if there.is_some() { b.count } else { 0.0 };
            if content && places >= f64::from(least) {
                found.push(Keyness::of(term, a, b));
            }
        }
        correct(&mut found);
        rank(found, |row| (row.log_likelihood, row.count.into(), &row.term))
    }

    /// Places of each group in the documents with these rows.
    pub(super) fn counts(&self, rows: &[&Row]) -> BTreeMap<u32, u32> {
        let mut counts = BTreeMap::new();
        for (form, times) in rows.iter().flat_map(|row| row.counts()) {
            *counts.entry(self.group_of(form)).or_default() += times;
        }
        counts
    }
}

impl Keyness {
    /// The figures of a word, not yet corrected for how many words there are.
    fn of(term: &str, here: Frequency, there: Frequency) -> Self {
        let log_likelihood = log_likelihood(here, there);
        let chance = p_value(log_likelihood);
        Keyness {
            term: term.to_string(),
            count: here.count as u32,
            reference_count: there.count as u32,
            per_million: here.per_million(),
            reference_per_million: there.per_million(),
            log_likelihood,
            log_ratio: log_ratio(here, there),
            percent_diff: percent_diff(here, there),
            bonferroni: chance,
            benjamini_hochberg: chance,
        }
    }
}

/// Corrects the probabilities of all words for how many they are.
fn correct(found: &mut [Keyness]) {
    let chance: Vec<f64> = found.iter().map(|word| word.bonferroni).collect();
    let corrected = bonferroni(&chance).into_iter().zip(benjamini_hochberg(&chance));
    for (word, (strict, lenient)) in found.iter_mut().zip(corrected) {
        word.bonferroni = strict;
        word.benjamini_hochberg = lenient;
    }
}
