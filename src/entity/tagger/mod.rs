//! The statistical tagger: which tokens are names, from how words look, what they are near to in plain text, which lists hold them,
//! and what stands around them.
//!
//! In: an article's sentences, as folded tokens. Out: [`Tagged`] tokens with calibrated confidence. Two passes of a linear-chain
//! conditional random field share this way: `form` analyses a word by itself with `knowledge`, `features` and `sentence` say what is
//! seen of it alone and among the others, `memory` keeps what it weighs alone, `lattice` finds the best labels; then the second pass also
//! sees, by `elsewhere`, what the first one thought of the same words in the rest of the article. `model` reads what `train-tagger`
//! learned; the model card is `docs/MODEL_CARD.md`.

use std::cell::RefCell;
use std::sync::LazyLock;

use crate::text::fold::match_key;

mod coder;
#[doc(hidden)] // from here on for `train-tagger`: no part of the interface
pub mod elsewhere;
mod features;
#[doc(hidden)]
pub mod form;
mod index;
#[doc(hidden)]
pub mod knowledge;
#[doc(hidden)]
pub mod label;
#[doc(hidden)]
pub mod lattice;
#[doc(hidden)]
pub mod leaning;
mod memory;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod sentence;
mod template;

use features::PLACES;
use form::Form;
pub use label::Label;
use lattice::{Lattice, Scores};
use memory::{Memory, Word};
use model::{Model, Sums};
use sentence::Sentence;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::read(include_bytes!("model.bin"))
        .unwrap_or_default()
        .with_lexicon()
});

thread_local! {
    static TAGGER: RefCell<Tagger<'static>> = RefCell::new(Tagger::new(&MODEL));
}

/// A token's label and how sure it is: returned by [`tag`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// The label.
    pub label: Label,
    /// How probable it is that the whole name, its ends and its kind are right (on O, that the token is in no name), 0 to 1.
    pub confidence: f32,
}

/// Tags one article with the model that the program carries.
///
/// `sentences` are its sentences, each the folded keys ([`match_key`]) of its tokens: words, numbers
/// and marks, particles attached. As many come back, in the same order.
///
/// ```
/// use warraq::entity::tagger::{self, Label};
/// let tagged = tagger::tag(&[vec!["زار", "الرييس", "الفرنسي", "القاهره", "."]]);
/// assert_eq!(tagged[0].len(), 5);
/// assert_eq!(tagged[0][4].label, Label::Outside);
/// assert_eq!(tagged[0][3].label.name(), "B-LOC");
/// assert!(tagged[0][3].confidence > 0.5);
/// ```
#[must_use]
pub fn tag(sentences: &[Vec<&str>]) -> Vec<Vec<Tagged>> {
    TAGGER.with_borrow_mut(|tagger| tagger.tag(sentences))
}

/// Tags one article's tokens as they are written: [`tag`] of their keys.
///
/// ```
/// use warraq::entity::tagger;
/// let tagged = tagger::tag_written(&[vec!["زار", "الرئيس", "الفرنسي", "القاهرة", "."]]);
/// assert_eq!(tagged[0][3].label.name(), "B-LOC");
/// ```
#[must_use]
pub fn tag_written(sentences: &[Vec<&str>]) -> Vec<Vec<Tagged>> {
    let folded = |tokens: &Vec<&str>| tokens.iter().map(|token| match_key(token)).collect();
    let folded: Vec<Vec<String>> = sentences.iter().map(folded).collect();
    let keys: Vec<Vec<&str>> = folded
        .iter()
        .map(|tokens| tokens.iter().map(String::as_str).collect())
        .collect();
    tag(&keys)
}

impl Model {
    /// Lets the tagger know the lexicon too, as it did in training.
    #[must_use]
    pub fn with_lexicon(mut self) -> Self {
        self.knowledge = self.knowledge.with_lexicon();
        self
    }
}

/// A model at work. What it gives for an article does not depend on the articles before.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Tagger<'m> {
    model: &'m Model,
    memory: Memory,
}

impl<'m> Tagger<'m> {
    /// Tags with this model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let memory = Memory::new(model);
        Tagger { model, memory }
    }

    /// Tags one article. See [`tag`].
    #[must_use]
    pub fn tag(&mut self, sentences: &[Vec<&str>]) -> Vec<Vec<Tagged>> {
        let model = self.model;
        let lined_up = self.memory.line_up(model, sentences);
        let (first, mut sums) = model.first_pass(&lined_up);
        let forms: Vec<Vec<&Form>> = lined_up
            .iter()
            .map(|words| memory::forms(words).collect())
            .collect();
        elsewhere::features(&forms, &first, |sentence, token, feature| {
            if let Some(sums) = sums.get_mut(sentence).and_then(|sums| sums.get_mut(token)) {
                model.add(feature, sums);
            }
        });
        sums.iter().map(|sums| model.second_pass(sums)).collect()
    }

    /// Each token's probability of each label, seen by its sentence alone.
    #[must_use]
    pub fn first_pass(&mut self, sentences: &[Vec<&str>]) -> Vec<Vec<Scores>> {
        self.model
            .first_pass(&self.memory.line_up(self.model, sentences))
            .0
    }
}

impl Model {
    /// Each token's probability of each label, seen by its sentence alone; and both passes' sums, as far as the sentence tells them.
    fn first_pass(&self, sentences: &[Vec<&Word>]) -> (Vec<Vec<Scores>>, Vec<Vec<Sums>>) {
        let mut lattice = Lattice::default();
        let [chain, _] = &self.chains;
        let pass = |words: &Vec<&Word>| {
            let sentence = Sentence::new(memory::forms(words), &self.knowledge);
            let around = words.windows(PLACES).filter_map(<[_]>::first_chunk);
            let sums: Vec<Sums> = around
                .enumerate()
                .map(|(at, around)| {
                    let mut sums = memory::sums(around);
                    sentence.of_context(at, |feature| self.add(feature, &mut sums));
                    sums
                })
                .collect();
            lattice.scores.clear();
            lattice
                .scores
                .extend(sums.iter().map(|sums| self.scores(sums)[0]));
            (lattice.marginals(chain), sums)
        };
        sentences.iter().map(pass).unzip()
    }

    /// Labels a sentence, once what is known from elsewhere is in its sums too.
    fn second_pass(&self, sums: &[Sums]) -> Vec<Tagged> {
        let [_, chain] = &self.chains;
        let mut lattice = Lattice::default();
        lattice.scores = sums.iter().map(|sums| self.scores(sums)[1]).collect();
        let labels = lattice.best(chain);
        let sure = lattice.marginals(chain);
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
#[doc(hidden)]
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
