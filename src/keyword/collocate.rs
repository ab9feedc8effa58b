//! Collocates: the words that stand near what is looked for more often than chance would have them.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::rank;
use super::reading::Reading;
use super::statistic::{Pair, log_dice, mutual_information, pair_log_likelihood, t_score};
use crate::span::Span;

/// What is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// So many words to either side, in the same sentence.
    Words(u32),
    /// The sentence.
    Sentence,
}

/// A word that stands near what is looked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Collocate {
    /// Its most frequent form near there, without particles before it.
    pub term: String,
    /// Places near there.
    pub count: u32,
    /// Places in all documents looked at.
    pub total: u32,
    /// See [`log_dice`].
    pub log_dice: f64,
    /// See [`mutual_information`].
    pub mutual_information: f64,
    /// See [`t_score`].
    pub t_score: f64,
    /// See [`pair_log_likelihood`].
    pub log_likelihood: f64,
}

/// Counts over many articles, one [`Reading`] after the other.
#[derive(Default)]
pub struct Collocates {
    groups: BTreeMap<String, Near>,
    node: u32,
    near: u32,
    words: u32,
}

#[derive(Default)]
struct Near {
    count: u32,
    total: u32,
    content: bool,
    shown: BTreeMap<String, u32>,
}

impl Collocates {
    /// Counts an article in which `places` are what is looked for.
    pub fn add(&mut self, reading: &Reading, places: &[Span], window: Window) {
        let nodes: HashSet<usize> = places.iter().flat_map(|place| reading.words_in(*place)).collect();
        let mut near = HashSet::new();
        for place in places {
            let own = reading.words_in(*place);
            let sentence = reading.sentence(own.start);
            let reach = match window {
                Window::Words(words) => words as usize,
                Window::Sentence => usize::MAX,
            };
            near.extend(reading.counted(sentence.start..own.start).rev().take(reach));
            near.extend(reading.counted(own.end..sentence.end.max(own.end)).take(reach));
        }
        self.node += places.len() as u32;
        for at in reading.counted(0..reading.words.len()) {
            let Some(term) = reading.term(at) else { continue };
            self.words += 1;
            if nodes.contains(&at) {
                continue;
            }
            if !self.groups.contains_key(&term.group) {
                self.groups.insert(term.group.clone(), Near::default());
            }
            let Some(group) = self.groups.get_mut(&term.group) else {
                continue;
            };
            group.total += 1;
            group.content |= term.content;
            if near.contains(&at) {
                self.near += 1;
                group.count += 1;
                *group.shown.entry(term.shown(reading.written(at))).or_default() += 1;
            }
        }
    }

    /// The words of content that stand near there at least `least` times, the highest log-Dice first.
    #[must_use]
    pub fn rank(&self, least: u32) -> Vec<Collocate> {
        let groups = self
            .groups
            .values()
            .filter(|group| group.content && group.count >= least.max(1));
        let found = groups.map(|group| self.collocate(group)).collect();
        rank(found, |row: &Collocate| {
            (row.log_dice, row.count.into(), &row.term)
        })
    }

    fn collocate(&self, group: &Near) -> Collocate {
        let pair = Pair {
            together: group.count.into(),
            near: self.near.into(),
            collocate: group.total.into(),
            node: self.node.into(),
            words: self.words.into(),
        };
        let term = group
            .shown
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        Collocate {
            term: term.map(|(shown, _)| shown.clone()).unwrap_or_default(),
            count: group.count,
            total: group.total,
            log_dice: log_dice(pair),
            mutual_information: mutual_information(pair),
            t_score: t_score(pair),
            log_likelihood: pair_log_likelihood(pair),
        }
    }
}
