//! What words lean to, from how plain text is tagged by a pass that sees of a word what it would see of any stranger in its place.
//!
//! In: that pass, and text as numbers of words. Out: for each known word the quantised mean of its occurrences' labels.

use std::collections::HashMap;

use warraq::entity::tagger::Tagger;
use warraq::entity::tagger::form::Form;
use warraq::entity::tagger::knowledge::Knowledge;
use warraq::entity::tagger::label::LABELS;
use warraq::entity::tagger::lattice::Scores;
use warraq::entity::tagger::leaning::{self, Leaning};
use warraq::entity::tagger::model::Model;

use crate::corpus::Plain;

/// Sentences that are tagged at once.
const AT_ONCE: usize = 50;

/// How many occurrences what is true of all words counts for beside a word's own.
const PRIOR: f64 = 2.0;

/// Probabilities of labels, summed up over a word's occurrences.
#[derive(Clone, Copy, Default)]
struct Sum {
    labels: [f64; LABELS],
    count: f64,
}

impl Sum {
    fn add(&mut self, labels: &Scores) {
        let both = self.labels.iter_mut().zip(labels);
        both.for_each(|(sum, label)| *sum += f64::from(*label));
        self.count += 1.0;
    }

    /// The mean of the occurrences and of [`PRIOR`] more that are as `all` are.
    fn mean(&self, all: &Sum) -> Scores {
        let mut mean = [0.0; LABELS];
        for ((mean, own), all_labels) in mean.iter_mut().zip(self.labels).zip(all.labels) {
            let usual = all_labels / all.count.max(1.0);
            *mean = ((own + PRIOR * usual) / (self.count + PRIOR)) as f32;
        }
        mean
    }
}

/// The leaning of every word that `knowledge` has, by its place there. A word with a particle counts as its stem.
pub fn leanings(teacher: &Model, knowledge: &Knowledge, plain: &Plain) -> Vec<Leaning> {
    let mut tagger = Tagger::new(teacher);
    let mut sums = vec![Sum::default(); knowledge.words()];
    let mut all = Sum::default();
    let mut places = HashMap::new();
    let mut place = |number: u32, word: &str| -> Option<usize> {
        *places.entry(number).or_insert_with(|| {
            let form = Form::new(word, knowledge);
            knowledge.place(form.stem).or_else(|| knowledge.place(form.key))
        })
    };
    let sentences: Vec<&[u32]> = plain.stream.split(|number| *number == 0).collect();
    for sentences in sentences.chunks(AT_ONCE) {
        let words: Vec<Vec<&str>> = sentences
            .iter()
            .map(|sentence| plain.words_of(sentence))
            .collect();
        let labels = tagger.first_pass(&words);
        let tokens = sentences.iter().copied().flatten().zip(words.iter().flatten());
        for ((number, word), labels) in tokens.zip(labels.iter().flatten()) {
            if let Some(place) = place(*number, word) {
                sums[place].add(labels);
                all.add(labels);
            }
        }
    }
    sums.iter().map(|sum| leaning::of(&sum.mean(&all))).collect()
}
