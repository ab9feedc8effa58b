//! The second pass's evidence: what the first pass thought of the same words elsewhere in the article. A name in full in one sentence
//! («سيرغي لافروف») tells what its part alone is in another («لافروف»). After Krishnan and Manning (2006), with probabilities in
//! place of majority labels.

use super::form::Form;
use super::label::LABELS;
use super::lattice::Scores;
use crate::text::hash::{ByHash, mix};

/// How many sentences before and after count as the same article.
const REACH: usize = 15;

/// Labels of a word's occurrences, summed up.
#[derive(Clone, Copy, Default)]
struct Sum {
    labels: Scores,
    count: u32,
}

impl Sum {
    fn add(&mut self, labels: &Scores) {
        self.labels.iter_mut().zip(labels).for_each(|(x, l)| *x += l);
        self.count += 1;
    }

    fn remove(&mut self, labels: &Scores) {
        self.labels.iter_mut().zip(labels).for_each(|(x, l)| *x -= l);
        self.count = self.count.saturating_sub(1);
    }
}

/// Words and pairs of words within reach.
#[derive(Default)]
struct Window {
    words: ByHash<Sum>,
    pairs: ByHash<Sum>,
}

fn pair(word: &Form, next: &Form) -> u64 {
    mix(word.stem, next.key)
}

impl Window {
    fn change(&mut self, forms: &[&Form], labels: &[Scores], change: fn(&mut Sum, &Scores)) {
        for (at, (form, labels)) in forms.iter().zip(labels).enumerate() {
            change(self.words.entry(form.stem).or_default(), labels);
            if let Some(next) = forms.get(at + 1) {
                change(self.pairs.entry(pair(form, next)).or_default(), labels);
            }
        }
    }
}

/// How large a probability is, in six steps.
fn step(probability: f32) -> u64 {
    [0.08, 0.25, 0.5, 0.8, 0.95]
        .iter()
        .filter(|bound| probability > **bound)
        .count() as u64
}

/// Features of the second pass for every token of every sentence, besides those of the first: from the sentences' forms and the
/// first pass's probabilities. `emit` gets a sentence's number, a token's number in it, and a feature.
pub fn features(sentences: &[Vec<&Form>], first: &[Vec<Scores>], mut emit: impl FnMut(usize, usize, u64)) {
    let mut window = Window::default();
    let mut ahead = sentences.iter().zip(first);
    let mut behind = ahead.clone();
    for (forms, labels) in ahead.by_ref().take(REACH) {
        window.change(forms, labels, Sum::add);
    }
    let mut top = Vec::new();
    for (place, (forms, labels)) in sentences.iter().zip(first).enumerate() {
        if let Some((forms, labels)) = ahead.next() {
            window.change(forms, labels, Sum::add);
        }
        if place > REACH
            && let Some((forms, labels)) = behind.next()
        {
            window.change(forms, labels, Sum::remove);
        }
        let mut emit = |token: usize, feature: u64| emit(place, token, feature);
        window.of_words(forms, labels, &mut top, &mut emit);
        of_neighbours(&top, &mut emit);
    }
}

impl Window {
    /// What each token's word, and its pairs with the words beside it, are elsewhere; `top` gets each word's likeliest label.
    fn of_words(
        &self,
        forms: &[&Form],
        labels: &[Scores],
        top: &mut Vec<u64>,
        emit: &mut impl FnMut(usize, u64),
    ) {
        top.clear();
        let mut pair_before = None;
        for (at, (form, own)) in forms.iter().zip(labels).enumerate() {
            let pair_after = forms
                .get(at + 1)
                .and_then(|next| self.pairs.get(&pair(form, next)));
            let mut emit = |feature| emit(at, feature);
            top.push(facts(1001, self.words.get(&form.stem), own, &mut emit));
            facts(1002, pair_after, own, &mut emit);
            facts(1003, pair_before, own, &mut emit);
            pair_before = pair_after;
        }
    }
}

/// What the words beside each token are elsewhere.
fn of_neighbours(top: &[u64], emit: &mut impl FnMut(usize, u64)) {
    let mut before = EDGE;
    for (at, word) in top.iter().copied().enumerate() {
        let after = top.get(at + 1).copied().unwrap_or(EDGE);
        for (template, seen) in (1010..).zip([word << 8 | before, word << 8 | after, before, after]) {
            emit(at, mix(template << 48, seen));
        }
        before = word;
    }
}

/// Stands for the top label beyond the sentence's ends.
const EDGE: u64 = 77;

/// Says which labels the other occurrences have, the token's `own` left out; gives the most likely one's number from 1, or 0 where
/// there are none.
fn facts(template: u64, sum: Option<&Sum>, own: &Scores, emit: &mut impl FnMut(u64)) -> u64 {
    let base = template << 48;
    let Some(sum) = sum else { return 0 };
    if sum.count < 2 {
        emit(mix(base, 1));
        return 0;
    }
    let others = sum.count - 1;
    let mut mean = sum.labels;
    mean.iter_mut()
        .zip(own)
        .for_each(|(x, own)| *x = (*x - own).max(0.0) / others as f32);
    let (best, probability) =
        mean.iter().enumerate().fold(
            (0, 0.0),
            |top, (label, p)| if *p > top.1 { (label as u64, *p) } else { top },
        );
    emit(mix(base | 1 << 40, best << 8 | step(probability)));
    emit(mix(
        base | 2 << 40,
        best << 16 | step(probability) << 8 | u64::from(others.min(4)),
    ));
    for (label, p) in mean.iter().enumerate().take(LABELS).skip(1) {
        if step(*p) > 0 {
            emit(mix(base | 3 << 40, (label as u64) << 8 | step(*p)));
        }
    }
    best + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(key: u64) -> Form {
        Form {
            key,
            stem: key,
            ..Form::default()
        }
    }

    fn labels(label: usize) -> Scores {
        std::array::from_fn(|n| if n == label { 1.0 } else { 0.0 })
    }

    /// Each token's features.
    fn collected(sentences: &[Vec<&Form>], first: &[Vec<Scores>]) -> Vec<Vec<Vec<u64>>> {
        let mut out: Vec<Vec<Vec<u64>>> = sentences.iter().map(|s| vec![Vec::new(); s.len()]).collect();
        features(sentences, first, |sentence, token, feature| {
            out[sentence][token].push(feature);
        });
        out
    }

    #[test]
    fn a_word_learns_from_its_other_places_and_not_from_itself() {
        let (name, verb) = (form(10), form(20));
        let alone = collected(&[vec![&name, &verb]], &[vec![labels(0), labels(0)]]);
        let as_place = collected(
            &[vec![&name, &verb], vec![&name]],
            &[vec![labels(0), labels(0)], vec![labels(3)]],
        );
        let as_person = collected(
            &[vec![&name, &verb], vec![&name]],
            &[vec![labels(0), labels(0)], vec![labels(1)]],
        );
        let other_self = collected(
            &[vec![&name, &verb], vec![&name]],
            &[vec![labels(5), labels(0)], vec![labels(1)]],
        );
        assert_ne!(alone[0][0], as_place[0][0]);
        assert_ne!(as_place[0][0], as_person[0][0]);
        assert_eq!(as_person[0][0], other_self[0][0]);
    }

    #[test]
    fn what_is_far_away_is_another_article() {
        let (name, verb) = (form(10), form(20));
        let far = |gap: usize| {
            let sentences: Vec<Vec<&Form>> = (0..=gap)
                .map(|n| {
                    if n == 0 || n == gap {
                        vec![&name]
                    } else {
                        vec![&verb]
                    }
                })
                .collect();
            let first: Vec<Vec<Scores>> = (0..=gap)
                .map(|n| vec![labels(if n == gap { 1 } else { 0 })])
                .collect();
            collected(&sentences, &first).swap_remove(0)
        };
        assert_ne!(far(REACH), far(REACH + 1));
        assert_eq!(far(REACH + 1), far(REACH + 2));
    }
}
