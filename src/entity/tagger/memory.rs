//! Words that were met before: what is known of each, and what its features weigh at each place around a token.
//!
//! Most of a token's features tell of one word whatever stands beside it, and most words of an article were in those before. Their
//! sums are kept, and adding them is exact: weights are whole numbers.

use super::features::{AROUND, PLACES, of_word};
use super::form::Form;
use super::model::{Model, Sums};
use crate::text::hash::{ByHash, hash};

/// Words that are kept; with more than these an article starts anew. About 300 bytes each.
const MOST: usize = 20_000;

/// A word form, and what it weighs where it stands around a token.
#[derive(Clone, Debug)]
pub struct Word {
    /// What is known of it by itself.
    pub form: Form,
    /// By place, as in [`AROUND`].
    weights: [Sums; PLACES],
}

impl Word {
    fn new(form: Form, model: &Model) -> Word {
        let weights = AROUND.map(|place| {
            let mut sums = Default::default();
            of_word(&form, &place, &model.knowledge, |feature| {
                model.add(feature, &mut sums)
            });
            sums
        });
        Word { form, weights }
    }
}

/// The sums of a token's features that tell of one word: of `around`, the words from two before it to two after it.
#[must_use]
pub fn sums(around: &[&Word; PLACES]) -> Sums {
    let mut sums = Sums::default();
    for (place, word) in around.iter().enumerate() {
        let Some(weights) = word.weights.get(place) else {
            continue;
        };
        for (sum, weight) in sums.as_flattened_mut().iter_mut().zip(weights.as_flattened()) {
            *sum = sum.saturating_add(*weight);
        }
    }
    sums
}

/// The words that a model met.
#[derive(Clone, Debug)]
pub struct Memory {
    /// What stands before a sentence's first word and after its last.
    edge: Word,
    words: Vec<Word>,
    /// Where each word stands in that list, by its key's hash: features know no more of a word than that.
    places: ByHash<u32>,
}

impl Memory {
    /// No words yet.
    #[must_use]
    pub fn new(model: &Model) -> Memory {
        Memory {
            edge: Word::new(Form::edge(), model),
            words: Vec::new(),
            places: ByHash::default(),
        }
    }

    /// The words of sentences, given as folded keys, with the edges that a token sees: two before each sentence and two after it.
    #[must_use]
    pub fn line_up(&mut self, model: &Model, sentences: &[Vec<&str>]) -> Vec<Vec<&Word>> {
        if self.words.len() > MOST {
            self.words.clear();
            self.places.clear();
        }
        let mut places = Vec::with_capacity(sentences.iter().map(Vec::len).sum());
        for key in sentences.iter().flatten() {
            places.push(self.place(key, model));
        }
        let mut words = places
            .into_iter()
            .map(|place| self.words.get(place as usize).unwrap_or(&self.edge));
        let edges = || std::iter::repeat_n(&self.edge, EDGES);
        let line_up = |sentence: &Vec<&str>| {
            edges()
                .chain(words.by_ref().take(sentence.len()))
                .chain(edges())
                .collect()
        };
        sentences.iter().map(line_up).collect()
    }

    fn place(&mut self, key: &str, model: &Model) -> u32 {
        *self.places.entry(hash(key)).or_insert_with(|| {
            self.words
                .push(Word::new(Form::new(key, &model.knowledge), model));
            self.words.len() as u32 - 1
        })
    }
}

/// Edges on each side of a sentence.
const EDGES: usize = PLACES / 2;

/// The forms of a sentence's own words, without the edges of [`Memory::line_up`].
pub fn forms<'w>(lined_up: &[&'w Word]) -> impl Iterator<Item = &'w Form> {
    let own = lined_up.len().saturating_sub(2 * EDGES);
    lined_up.iter().skip(EDGES).take(own).map(|word| &word.form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::MODEL;
    use crate::entity::tagger::sentence::Sentence;

    /// The sums that are remembered and those of the sentence are all that its features weigh.
    #[test]
    fn what_is_kept_and_what_is_not_are_all_features() {
        let sentence = vec!["وصل", "الرييس", "الامريكي", "الي", "بيت", "لحم", "وبغداد", "."];
        let mut memory = Memory::new(&MODEL);
        let lined_up = memory.line_up(&MODEL, &[sentence]).remove(0);
        let seen = Sentence::new(forms(&lined_up), &MODEL.knowledge);
        assert_eq!(seen.len(), 8);
        for at in 0..seen.len() {
            let mut whole = Sums::default();
            seen.features(at, &MODEL.knowledge, |feature| MODEL.add(feature, &mut whole));
            let mut parts = sums(lined_up[at..].first_chunk().unwrap());
            seen.of_context(at, |feature| MODEL.add(feature, &mut parts));
            assert_eq!(parts, whole, "token {at}");
        }
    }

    #[test]
    fn a_word_is_weighed_once() {
        let mut memory = Memory::new(&MODEL);
        let _ = memory.line_up(&MODEL, &[vec!["قال", "الوزير", "قال"], vec!["قال"]]);
        assert_eq!(memory.words.len(), 2);
    }
}
