//! Comparing documents by their counts alone: how often and how evenly each word is used, and what one group of documents has more of
//! than another.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::count::{Row, Table};
use super::statistic::{
    Frequency, benjamini_hochberg, bonferroni, deviation_of_proportions, juilland_d, log_likelihood,
    log_ratio, p_value, percent_diff,
};

/// A word's use in a group of documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Usage {
    /// The most frequent form of all documents, without particles before it.
    pub term: String,
    /// Whether it has content; function words are counted too.
    pub content: bool,
    /// Places.
    pub count: u32,
    /// Documents that have it.
    pub documents: u32,
    /// Places in a million words.
    pub per_million: f64,
    /// Juilland's D over the documents, 0 to 1: 1 is even.
    pub juilland_d: f64,
    /// Gries's DP over the documents, 0 to 1: 0 is even.
    pub deviation_of_proportions: f64,
}

/// How much more a word is used in one group of documents than in another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyness {
    /// The most frequent form of all documents, without particles before it.
    pub term: String,
    /// Places in the group.
    pub count: u32,
    /// Places in the reference.
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
    /// How each word is used in the documents with these rows, the most frequent first.
    #[must_use]
    pub fn usage(&self, rows: &[&Row]) -> Vec<Usage> {
        let words: f64 = rows.iter().map(|row| f64::from(row.words)).sum();
        let mut parts: BTreeMap<u32, Vec<Frequency>> = BTreeMap::new();
        for row in rows {
            for (group, count) in self.counts(&[row]) {
                let words = f64::from(row.words);
                parts.entry(group).or_default().push(Frequency {
                    count: f64::from(count),
                    words,
                });
            }
        }
        let usage = parts.into_iter().map(|(group, present)| {
            let count = present.iter().map(|part| part.count).sum();
            let (term, content) = self.shown(group);
            Usage {
                term: term.to_string(),
                content,
                count: count as u32,
                documents: present.len() as u32,
                per_million: Frequency { count, words }.per_million(),
                juilland_d: juilland_d(&present, rows.len()),
                deviation_of_proportions: deviation_of_proportions(&present, words),
            }
        });
        let mut usage: Vec<Usage> = usage.collect();
        usage.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.term.cmp(&b.term)));
        usage
    }

    /// What documents with these rows have more or less of than those of `reference`, the surest first. Words of content that come
    /// at least `least` times in both together are compared.
    #[must_use]
    pub fn keyness(&self, rows: &[&Row], reference: &[&Row], least: u32) -> Vec<Keyness> {
        let total = |rows: &[&Row]| rows.iter().map(|row| f64::from(row.words)).sum::<f64>();
        let (words, reference_words) = (total(rows), total(reference));
        if words <= 0.0 || reference_words <= 0.0 {
            return Vec::new();
        }
        let (here, there) = (self.counts(rows), self.counts(reference));
        let groups: BTreeSet<u32> = here.keys().chain(there.keys()).copied().collect();
        let mut found = Vec::new();
        for group in groups {
            let (term, content) = self.shown(group);
            let of = |counts: &BTreeMap<u32, u32>| counts.get(&group).copied().unwrap_or(0);
            let (count, reference_count) = (of(&here), of(&there));
            if content && count + reference_count >= least {
                let a = Frequency {
                    count: f64::from(count),
                    words,
                };
                let b = Frequency {
                    count: f64::from(reference_count),
                    words: reference_words,
                };
                found.push(Keyness::of(term, a, b));
            }
        }
        correct(&mut found);
        found.sort_by(|a, b| {
            b.log_likelihood
                .total_cmp(&a.log_likelihood)
                .then_with(|| a.term.cmp(&b.term))
        });
        found
    }

    /// Places of each group in the documents with these rows.
    fn counts(&self, rows: &[&Row]) -> BTreeMap<u32, u32> {
        let mut counts = BTreeMap::new();
        for (form, times) in rows.iter().flat_map(|row| &row.forms) {
            *counts.entry(self.group_of(*form)).or_default() += times;
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
