//! The second pass's evidence: what the first pass thought of the same words elsewhere in the article. A name in full in one sentence
//! («سيرغي لافروف») tells what its part alone is in another («لافروف»). After Krishnan and Manning (2006), with probabilities in
//! place of majority labels.

use std::collections::HashMap;

use super::form::Form;
use super::label::LABELS;
use super::lattice::Scores;
use crate::text::hash::mix;

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
    words: HashMap<u64, Sum>,
    pairs: HashMap<u64, Sum>,
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
/// first pass's probabilities.
#[must_use]
pub fn features(sentences: &[Vec<&Form>], first: &[Vec<Scores>]) -> Vec<Vec<Vec<u64>>> {
    let mut window = Window::default();
    let mut ahead = sentences.iter().zip(first);
    let mut behind = ahead.clone();
    for (forms, labels) in ahead.by_ref().take(REACH) {
        window.change(forms, labels, Sum::add);
    }
    let mut out = Vec::with_capacity(sentences.len());
    for (place, (forms, labels)) in sentences.iter().zip(first).enumerate() {
        if let Some((forms, labels)) = ahead.next() {
            window.change(forms, labels, Sum::add);
        }
        if place > REACH
            && let Some((forms, labels)) = behind.next()
        {
            window.change(forms, labels, Sum::remove);
        }
        out.push(of_sentence(&window, forms, labels));
    }
    out
}

fn of_sentence(window: &Window, forms: &[&Form], labels: &[Scores]) -> Vec<Vec<u64>> {
    let mut top = Vec::with_capacity(forms.len());
    let mut features: Vec<Vec<u64>> = Vec::with_capacity(forms.len());
    for (at, (form, own)) in forms.iter().zip(labels).enumerate() {
        let mut facts = Facts {
            template: 1000,
            own,
            features: Vec::with_capacity(16),
        };
        top.push(facts.of(window.words.get(&form.stem)));
        facts.of(forms
            .get(at + 1)
            .and_then(|next| window.pairs.get(&pair(form, next))));
        let before = at.checked_sub(1).and_then(|before| forms.get(before));
        facts.of(before.and_then(|before| window.pairs.get(&pair(before, form))));
        features.push(facts.features);
    }
    for (at, features) in features.iter_mut().enumerate() {
        let near = |offset: isize| {
            let place = at.checked_add_signed(offset);
            place.and_then(|place| top.get(place)).copied().unwrap_or(EDGE)
        };
        let (before, word, after) = (near(-1), near(0), near(1));
        for (template, seen) in (1010..).zip([word << 8 | before, word << 8 | after, before, after]) {
            features.push(mix(template << 48, seen));
        }
    }
    features
}

/// Stands for the top label beyond the sentence's ends.
const EDGE: u64 = 77;

struct Facts<'l> {
    template: u64,
    /// The token's own labels, which its features leave out.
    own: &'l Scores,
    features: Vec<u64>,
}

impl Facts<'_> {
    /// Says which labels the other occurrences have; gives the most likely one's number from 1, or 0 where there are none.
    fn of(&mut self, sum: Option<&Sum>) -> u64 {
        self.template += 1;
        let base = self.template << 48;
        let Some(sum) = sum.filter(|sum| sum.count > 1) else {
            if sum.is_some() {
                self.features.push(mix(base, 1));
            }
            return 0;
        };
        let others = sum.count - 1;
        let mut mean = sum.labels;
        mean.iter_mut()
            .zip(self.own)
            .for_each(|(x, own)| *x = (*x - own).max(0.0) / others as f32);
        let (best, probability) =
            mean.iter().enumerate().fold(
                (0, 0.0),
                |top, (label, p)| if *p > top.1 { (label as u64, *p) } else { top },
            );
        self.features
            .push(mix(base | 1 << 40, best << 8 | step(probability)));
        self.features.push(mix(
            base | 2 << 40,
            best << 16 | step(probability) << 8 | u64::from(others.min(4)),
        ));
        for (label, p) in mean.iter().enumerate().take(LABELS).skip(1) {
            if step(*p) > 0 {
                self.features
                    .push(mix(base | 3 << 40, (label as u64) << 8 | step(*p)));
            }
        }
        best + 1
    }
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

    #[test]
    fn a_word_learns_from_its_other_places_and_not_from_itself() {
        let (name, verb) = (form(10), form(20));
        let alone = features(&[vec![&name, &verb]], &[vec![labels(0), labels(0)]]);
        let as_place = features(
            &[vec![&name, &verb], vec![&name]],
            &[vec![labels(0), labels(0)], vec![labels(3)]],
        );
        let as_person = features(
            &[vec![&name, &verb], vec![&name]],
            &[vec![labels(0), labels(0)], vec![labels(1)]],
        );
        let other_self = features(
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
            features(&sentences, &first).swap_remove(0)
        };
        assert_ne!(far(REACH), far(REACH + 1));
        assert_eq!(far(REACH + 1), far(REACH + 2));
    }
}
