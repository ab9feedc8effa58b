//! Collocates: the words that stand near what is looked for more often than chance would have them.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::count::Table;
use super::rank;
use super::reading::Reading;
use super::row::Row;
use super::statistic::{Pair, log_dice, mutual_information, pair_log_likelihood, t_score};
use crate::span::Span;

/// What is near: see [`Corpus::collocates`](crate::Corpus::collocates).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// So many words to either side, in the same sentence.
    Words(u32),
    /// The sentence.
    Sentence,
}

/// A word that stands near what is looked for: returned by [`Corpus::collocates`](crate::Corpus::collocates).
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
pub(crate) struct Collocates {
    groups: BTreeMap<String, Near>,
    node: u32,
    near: u32,
}

#[derive(Default)]
struct Near {
    count: u32,
    content: bool,
    shown: BTreeMap<String, u32>,
}

impl Collocates {
    /// Counts an article in which `places` are what is looked for; articles that have none need not be given.
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
        self.near += near.iter().filter(|at| !nodes.contains(*at)).count() as u32;
        for at in near {
            let Some(term) = reading.term(at).filter(|_| !nodes.contains(&at)) else {
                continue;
            };
            let group = self.groups.entry(term.group.clone()).or_default();
            group.count += 1;
            group.content |= term.content;
            *group.shown.entry(term.shown(reading.written(at))).or_default() += 1;
        }
    }

    /// The words of content that stand near there at least `least` times, the highest log-Dice first; `table` and `rows` tell how often
    /// they are in all documents looked at.
    #[must_use]
    pub fn rank(&self, table: &Table, rows: &[&Row], least: u32) -> Vec<Collocate> {
        let totals = table.counts(rows);
        let words = rows.iter().map(|row| row.words()).sum();
        let groups = self
            .groups
            .iter()
            .filter(|(_, group)| group.content && group.count >= least.max(1));
        let found = groups
            .map(|(key, group)| {
                let total = table.group_of_key(key).and_then(|id| totals.get(&id)).copied();
                self.collocate(group, total.unwrap_or(group.count), words)
            })
            .collect();
        rank(found, |row: &Collocate| {
            (row.log_dice, row.count.into(), &row.term)
        })
    }

    fn collocate(&self, group: &Near, total: u32, words: u32) -> Collocate {
        let pair = Pair {
            together: group.count.into(),
            near: self.near.into(),
            collocate: total.into(),
            node: self.node.into(),
            words: words.into(),
        };
        let term = group
            .shown
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        Collocate {
            term: term.map(|(shown, _)| shown.clone()).unwrap_or_default(),
            count: group.count,
            total,
            log_dice: log_dice(pair),
            mutual_information: mutual_information(pair),
            t_score: t_score(pair),
            log_likelihood: pair_log_likelihood(pair),
        }
    }
}
