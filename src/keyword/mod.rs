//! Key words: what is said, and how unusual it is.
//!
//! In: the words of each article. Out: counts of grouped forms, and scores that rank them.

use std::collections::{BTreeMap, HashMap};

use crate::entity::words::Word;
use crate::lexicon::{self, Kind};
use crate::text::token::TokenKind;

/// Counts of one document: group key → form → times.
#[derive(Clone, Debug, Default)]
pub struct Counts(BTreeMap<String, HashMap<String, u32>>);

/// A counted group of forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The most frequent form.
    pub term: String,
    /// All forms, most frequent first.
    pub forms: Vec<String>,
    /// Times in all.
    pub count: u32,
    /// Documents that have it.
    pub documents: u32,
    /// TF-IDF with logarithmic term weight (Salton and Buckley 1988).
    pub score: f32,
}

impl Counts {
    /// Counts the content words of an article: no function words, numbers or marks.
    #[must_use]
    pub fn of(text: &str, words: &[Word]) -> Self {
        let mut counts = Counts::default();
        for word in words
            .iter()
            .filter(|w| w.kind == TokenKind::Word && w.key.chars().count() > 1)
        {
            if !lexicon::any(&word.key, |entry| entry.kind == Kind::Stop) {
                *counts
                    .0
                    .entry(word.key.clone())
                    .or_default()
                    .entry(word.span.of(text).to_string())
                    .or_default() += 1;
            }
        }
        counts
    }

    /// The document's words by score against the corpus that `documents` of `total` describe, best first.
    #[must_use]
    pub fn rank(&self, documents: impl Fn(&str) -> u32, total: u32) -> Vec<Ranked> {
        let mut ranked: Vec<Ranked> = self
            .0
            .iter()
            .map(|(key, forms)| ranked(forms, documents(key), total))
            .collect();
        sort(&mut ranked);
        ranked
    }

    /// The keys counted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Adds another document's counts to these.
    pub fn add(&mut self, other: &Counts) {
        for (key, forms) in &other.0 {
            let mine = self.0.entry(key.clone()).or_default();
            forms
                .iter()
                .for_each(|(form, n)| *mine.entry(form.clone()).or_default() += n);
        }
    }
}

fn ranked(forms: &HashMap<String, u32>, documents: u32, total: u32) -> Ranked {
    let count: u32 = forms.values().sum();
    let mut by_count: Vec<(&String, &u32)> = forms.iter().collect();
    by_count.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let forms: Vec<String> = by_count.into_iter().map(|(form, _)| form.clone()).collect();
    let idf = (f64::from(total + 1) / f64::from(documents.max(1))).ln();
    let score = ((1.0 + f64::from(count).ln()) * idf) as f32;
    Ranked {
        term: forms.first().cloned().unwrap_or_default(),
        forms,
        count,
        documents,
        score,
    }
}

fn sort(ranked: &mut [Ranked]) {
    ranked.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| b.count.cmp(&a.count))
            .then_with(|| a.term.cmp(&b.term))
    });
}
