//! The statistical tagger: which tokens are names, from how words look, what they are near to in plain text, which lists hold them,
//! and what stands around them.
//!
//! In: an article's sentences, as folded tokens. Out: [`Tagged`] tokens with calibrated confidence. Two passes of a linear-chain
//! conditional random field share this way: [`form`] analyses a word by itself with [`knowledge`], [`features`] sees it in its
//! sentence, [`lattice`] finds the best labels; then the second pass also sees, by [`elsewhere`], what the first one thought of the
//! same words in the rest of the article. [`model`] reads what `train-tagger` learned; the model card is `docs/MODEL_CARD.md`.

use std::collections::HashMap;
use std::sync::LazyLock;

pub mod coder;
pub mod elsewhere;
pub mod features;
pub mod form;
pub mod index;
pub mod knowledge;
pub mod label;
pub mod lattice;
pub mod model;

use features::Sentence;
use form::Form;
pub use label::Label;
use lattice::{Lattice, Scores};
pub use model::{Model, ModelError};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::read(include_bytes!("model.bin"))
        .unwrap_or_default()
        .with_lexicon()
});

/// A token's label and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// The label.
    pub label: Label,
    /// How probable it is that the whole name, its ends and its kind are right (on O, that the token is in no name), 0 to 1.
    pub confidence: f32,
}

/// Tags one article with the model that the program carries.
///
/// `sentences` are its sentences, each the folded keys ([`match_key`](crate::text::fold::match_key)) of its tokens: words, numbers
/// and marks, particles attached. As many come back, in the same order.
///
/// ```
/// use warraq::entity::tagger::{self, Label};
/// let tagged = tagger::tag(&[vec!["زار", "الرييس", "الفرنسي", "القاهره", "."]]);
/// assert_eq!(tagged[0].len(), 5);
/// assert_eq!(tagged[0][4].label, Label::Outside);
/// ```
#[must_use]
pub fn tag(sentences: &[Vec<&str>]) -> Vec<Vec<Tagged>> {
    MODEL.tag(sentences)
}

impl Model {
    /// Lets the tagger know the lexicon too, as it did in training.
    #[must_use]
    pub fn with_lexicon(mut self) -> Self {
        self.knowledge = self.knowledge.with_lexicon();
        self
    }

    /// Tags one article. See [`tag`].
    #[must_use]
    pub fn tag(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Tagged>> {
        let mut forms: HashMap<&str, Form> = HashMap::new();
        for key in sentences.iter().flatten() {
            forms
                .entry(key)
                .or_insert_with(|| Form::new(key, &self.knowledge));
        }
        let lined_up: Vec<Vec<&Form>> = sentences
            .iter()
            .map(|sentence| sentence.iter().filter_map(|key| forms.get(key)).collect())
            .collect();
        let (first, scores) = self.first_pass(&lined_up);
        let elsewhere = elsewhere::features(&lined_up, &first);
        scores
            .into_iter()
            .zip(elsewhere)
            .map(|(scores, facts)| self.second_pass(scores, &facts))
            .collect()
    }

    /// Each token's probability of each label, seen by its sentence alone; and its scores for the second pass, as far as the sentence
    /// tells them.
    #[must_use]
    pub fn first_pass(&self, sentences: &[Vec<&Form>]) -> (Vec<Vec<Scores>>, Vec<Vec<Scores>>) {
        let mut lattice = Lattice::default();
        let [steps, _] = &self.steps;
        let pass = |forms: &Vec<&Form>| {
            let sentence = Sentence::new(forms.clone(), &self.knowledge);
            lattice.scores.clear();
            let mut seconds = Vec::with_capacity(forms.len());
            for at in 0..sentence.len() {
                let mut sums = self.sums();
                sentence.features(at, &self.knowledge, |feature| sums.add(feature));
                let [first, second] = sums.scores();
                lattice.scores.push(first);
                seconds.push(second);
            }
            (lattice.marginals(steps), seconds)
        };
        sentences.iter().map(pass).unzip()
    }

    /// Labels a sentence by its scores and by `facts` from elsewhere.
    fn second_pass(&self, mut scores: Vec<Scores>, facts: &[Vec<u64>]) -> Vec<Tagged> {
        for (row, facts) in scores.iter_mut().zip(facts) {
            let mut sums = self.sums();
            facts.iter().for_each(|fact| sums.add(*fact));
            let [_, more] = sums.scores();
            row.iter_mut().zip(more).for_each(|(score, x)| *score += x);
        }
        let [_, steps] = &self.steps;
        let mut lattice = Lattice::default();
        lattice.scores = scores;
        let labels = lattice.best(steps);
        let sure = lattice.marginals(steps);
        self.with_confidence(&labels, &sure)
    }

    /// Gives every token of a name the name's confidence: that of its least sure token, calibrated.
    fn with_confidence(&self, labels: &[u8], marginals: &[Scores]) -> Vec<Tagged> {
        let mut out = Vec::with_capacity(labels.len());
        let tokens: Vec<(u8, f32)> = labels
            .iter()
            .zip(marginals)
            .map(|(label, row)| (*label, row.get(usize::from(*label)).copied().unwrap_or(0.0)))
            .collect();
        for name in tokens.chunk_by(|_, (next, _)| *next != 0 && next % 2 == 0) {
            let raw = name.iter().fold(1.0f32, |least, (_, p)| least.min(*p));
            out.extend(name.iter().map(|(label, _)| Tagged {
                label: Label::from_index(*label),
                confidence: if *label == 0 {
                    raw
                } else {
                    calibrated(&self.reliability, raw)
                },
            }));
        }
        out
    }
}

/// How often a name with this raw score, 0 to 1, was right in cross-validation, by a table of shares at equal steps from 0 to 1; the
/// score itself where the table is empty.
///
/// ```
/// use warraq::entity::tagger::calibrated;
/// assert_eq!(calibrated(&[0.0, 0.8, 1.0], 0.25), 0.4);
/// ```
#[must_use]
pub fn calibrated(table: &[f32], raw: f32) -> f32 {
    let Some(last) = table.len().checked_sub(1) else {
        return raw;
    };
    let place = raw.clamp(0.0, 1.0) * last as f32;
    let at = |n: usize| table.get(n.min(last)).copied().unwrap_or(raw);
    let (low, high) = (at(place as usize), at(place as usize + 1));
    low + (high - low) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::label::may_follow;
    use super::*;
    use crate::text::fold::match_key;
    use proptest::prelude::*;

    fn tags(sentence: &str) -> Vec<(String, &'static str)> {
        let keys: Vec<String> = sentence.split(' ').map(match_key).collect();
        let tagged = tag(&[keys.iter().map(String::as_str).collect()]);
        sentence
            .split(' ')
            .map(str::to_string)
            .zip(tagged[0].iter().map(|t| t.label.name()))
            .collect()
    }

    #[test]
    fn the_program_carries_a_model() {
        Model::read(include_bytes!("model.bin")).unwrap();
    }

    #[test]
    fn plain_cases_are_tagged() {
        let found: Vec<(String, &str)> = tags("وصل الرئيس المصري حسني مبارك إلى باريس أمس .")
            .into_iter()
            .filter(|t| t.1 != "O")
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(word, tag)| (word.as_str(), *tag)).collect();
        assert_eq!(found, [("حسني", "B-PER"), ("مبارك", "I-PER"), ("باريس", "B-LOC")]);
    }

    #[test]
    fn the_same_text_has_the_same_tags() {
        let keys = ["قالت", "منظمه", "الصحه", "العالميه", "في", "جنيف"];
        assert_eq!(tag(&[keys.to_vec()]), tag(&[keys.to_vec()]));
    }

    proptest! {
        #[test]
        fn any_tokens_get_a_tag_each_and_no_inside_without_its_begin(text in prop::collection::vec(prop::collection::vec("\\PC{0,12}|[ا-ي]{0,9}", 0..20), 0..20)) {
            let sentences: Vec<Vec<&str>> = text.iter().map(|s| s.iter().map(String::as_str).collect()).collect();
            let tagged = tag(&sentences);
            prop_assert_eq!(tagged.len(), sentences.len());
            for (tokens, tagged) in sentences.iter().zip(tagged) {
                prop_assert_eq!(tokens.len(), tagged.len());
                let mut before = 0;
                for token in tagged {
                    let label = usize::from(label::Label::index_of(token.label.name()).unwrap());
                    prop_assert!(may_follow(before, label));
                    prop_assert!((0.0..=1.0).contains(&token.confidence));
                    before = label;
                }
            }
        }
    }
}
