//! What the tagger sees of a token in its sentence: one extraction for training and for use, so that the two cannot drift apart.
//!
//! A feature is a hash of which template made it and of what the template saw.

use super::form::Form;
use super::knowledge::{FIRST_ROLE, Knowledge, LONGEST, Lists, ROLES};
use crate::text::hash::{join, mix};

/// In which names of the lists a token stands: those it begins, and those it continues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    begins: Lists,
    continues: Lists,
}

/// A sentence, ready for its tokens' features.
pub struct Sentence<'f> {
    forms: Vec<&'f Form>,
    listed: Vec<Listed>,
}

static EDGE: std::sync::LazyLock<Form> = std::sync::LazyLock::new(Form::edge);

impl<'f> Sentence<'f> {
    /// Looks up which listed names of several words stand in the sentence.
    #[must_use]
    pub fn new(forms: Vec<&'f Form>, knowledge: &Knowledge) -> Self {
        let mut listed = vec![Listed::default(); forms.len()];
        for (start, form) in forms.iter().enumerate() {
            let stem = (form.stem != form.key).then_some(form.stem);
            for first in [Some(form.key), stem].into_iter().flatten() {
                let (mut name, mut longest) = (first, (0, 0));
                for (length, next) in (2..=LONGEST).zip(forms.iter().skip(start + 1)) {
                    name = join(name, next.key);
                    let lists = knowledge.lists(name);
                    if lists != 0 {
                        longest = (length, lists);
                    }
                }
                for (place, mark) in listed.iter_mut().skip(start).take(longest.0).enumerate() {
                    *(if place == 0 {
                        &mut mark.begins
                    } else {
                        &mut mark.continues
                    }) |= longest.1;
                }
            }
        }
        Sentence { forms, listed }
    }

    /// How many tokens it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    fn form(&self, at: usize, offset: isize) -> &'f Form {
        let place = at.checked_add_signed(offset);
        place
            .and_then(|place| self.forms.get(place))
            .map_or_else(|| &*EDGE, |form| *form)
    }

    fn listed(&self, at: usize, offset: isize) -> Listed {
        let place = at.checked_add_signed(offset);
        place
            .and_then(|place| self.listed.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// Every feature of the token at `at`.
    pub fn features(&self, at: usize, knowledge: &Knowledge, emit: impl FnMut(u64)) {
        let mut out = Templates { number: 0, emit };
        out.add(0);
        for offset in -2..=2 {
            self.of_word(at, offset, knowledge, &mut out);
        }
        self.of_affixes(at, &mut out);
        self.of_pairs(at, knowledge, &mut out);
        self.of_roles(at, &mut out);
    }

    /// The word at `offset` from the token, by itself.
    fn of_word(&self, at: usize, offset: isize, knowledge: &Knowledge, out: &mut Templates<impl FnMut(u64)>) {
        let form = self.form(at, offset);
        out.add(form.key);
        out.add_known(form.class.into());
        if offset.abs() > 1 {
            return;
        }
        for cut in [0, 2, 4] {
            out.add_known(knowledge.cut(form.class, cut).into());
        }
        out.add_known(form.stem_class.into());
        out.add_known(u64::from(knowledge.cut(form.stem_class, 2)) << 8 | u64::from(form.particle));
        out.add(form.shape.into());
        out.add_if(form.stem != form.key, form.stem);
        out.add(if form.class == 0 {
            1 + u64::from(form.particle)
        } else {
            0
        });
        let listed = self.listed(at, offset);
        for lists in [
            form.lists,
            form.stem_lists,
            form.bare_lists,
            listed.begins,
            listed.continues,
        ] {
            out.add_bits(lists);
        }
        out.add_known(form.lists.into());
        out.add_known(u64::from(listed.begins) << 32 | u64::from(listed.continues));
    }

    fn of_affixes(&self, at: usize, out: &mut Templates<impl FnMut(u64)>) {
        let form = self.form(at, 0);
        for affix in form.prefixes.iter().chain(&form.suffixes) {
            out.add_known(*affix);
        }
        for offset in [-1, 1] {
            let beside = self.form(at, offset);
            for affix in beside
                .prefixes
                .iter()
                .skip(1)
                .take(1)
                .chain(beside.suffixes.iter().skip(1).take(2))
            {
                out.add_known(*affix);
            }
        }
    }

    /// Which titles, class words, adjectives and verbs of saying lead to the token: «وزير الخارجية الفرنسي» before a name.
    fn of_roles(&self, at: usize, out: &mut Templates<impl FnMut(u64)>) {
        let role = |offset| {
            let (form, listed) = (self.form(at, offset), self.listed(at, offset));
            let lists = form.lists | form.stem_lists | form.bare_lists | listed.begins | listed.continues;
            u64::from((lists & ROLES) >> FIRST_ROLE)
        };
        let [c, b, a, here, next, after] = [-3, -2, -1, 0, 1, 2].map(role);
        for single in [c, b, after] {
            out.add_known(single);
        }
        out.add_known(c << 16 | b << 8 | a);
        out.add_known(b << 8 | a);
        out.add_known(a << 8 | here);
        out.add_known(here << 8 | next);
        out.add_known(b << 16 | a << 8 | here);
        out.add_known(here << 16 | next << 8 | after);
    }

    /// Words and classes beside each other.
    fn of_pairs(&self, at: usize, knowledge: &Knowledge, out: &mut Templates<impl FnMut(u64)>) {
        let around = [-2, -1, 0, 1, 2].map(|offset| self.form(at, offset));
        let key = around.map(|form| form.key);
        let fine = around.map(|form| class_or_shape(form, |class| class));
        let middle = around.map(|form| class_or_shape(form, |class| knowledge.cut(class, 1)));
        let coarse = around.map(|form| class_or_shape(form, |class| knowledge.cut(class, 3)));
        let [_, before, word, after, _] = key;
        out.add(mix(before, word));
        out.add(mix(word, after));
        out.add(mix(before, after));
        let [_, b, w, a, _] = fine;
        out.add(b << 16 | w);
        out.add(w << 16 | a);
        out.add(b << 16 | a);
        let [bb, b, w, a, aa] = middle;
        out.add(mix(before, w));
        out.add(mix(after, w));
        for (x, y) in [(b, w), (w, a), (bb, b), (a, aa)] {
            out.add(x << 16 | y);
        }
        let [bb, b, w, a, aa] = coarse;
        for (x, y, z) in [(b, w, a), (bb, b, w), (w, a, aa)] {
            out.add(x << 32 | y << 16 | z);
        }
    }
}

/// The word's class, or its stem's, or how it looks.
fn class_or_shape(form: &Form, cut: impl Fn(u16) -> u16) -> u64 {
    match (form.class, form.stem_class) {
        (0, 0) => 10_000 + u64::from(form.shape),
        (0, stem) => 5_000 + u64::from(cut(stem)),
        (class, _) => u64::from(cut(class)),
    }
}

/// Numbers the templates as they come and hands on the features.
struct Templates<F> {
    number: u64,
    emit: F,
}

impl<F: FnMut(u64)> Templates<F> {
    #[inline]
    fn add(&mut self, seen: u64) {
        self.add_if(true, seen);
    }

    /// A feature where there is something to see.
    #[inline]
    fn add_known(&mut self, seen: u64) {
        self.add_if(seen != 0, seen);
    }

    #[inline]
    fn add_if(&mut self, there: bool, seen: u64) {
        self.number += 1;
        if there {
            (self.emit)(mix(self.number << 48, seen));
        }
    }

    /// A feature for each list.
    #[inline]
    fn add_bits(&mut self, lists: Lists) {
        self.number += 1;
        let mut left = lists;
        while left != 0 {
            (self.emit)(mix(self.number << 48 | 1 << 40, left.trailing_zeros().into()));
            left &= left - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::knowledge::CUTS;
    use super::*;
    use crate::text::hash::{hash, name_hash};

    fn of(words: &[&str], at: usize) -> Vec<u64> {
        let names = [(name_hash(["بيت", "لحم"].into_iter()), 1)];
        let knowledge = Knowledge::new(&[(hash("زار"), 1)], vec![[1; CUTS]]).with_names(&names.into());
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word, &knowledge)).collect();
        let sentence = Sentence::new(forms.iter().collect(), &knowledge);
        let mut out = Vec::new();
        sentence.features(at, &knowledge, |feature| out.push(feature));
        out
    }

    #[test]
    fn each_template_has_its_own_features() {
        let mut features = of(&["زار", "زار", "زار", "زار", "زار"], 2);
        let all = features.len();
        features.sort_unstable();
        features.dedup();
        assert_eq!(features.len(), all);
    }

    #[test]
    fn a_token_sees_two_words_to_each_side_and_no_farther() {
        let words = ["امس", "زار", "الوفد", "بيت", "لحم", "ليلا", "وحده"];
        let (near, far) = (
            ["غدا", "زار", "الوفد", "بيت", "لحم", "ليلا", "معه"],
            ["امس", "زار", "الوفد", "بيت", "لحم", "صباحا", "وحده"],
        );
        assert_eq!(of(&words, 3), of(&near, 3));
        assert_ne!(of(&words, 3), of(&far, 3));
    }

    #[test]
    fn listed_names_of_several_words_are_seen_at_each_of_their_words() {
        let listed = of(&["زار", "بيت", "لحم"], 1).len();
        let unlisted = of(&["زار", "بيت", "خبز"], 1).len();
        assert!(listed > unlisted);
        let knowledge = Knowledge::default().with_names(&[(name_hash(["بيت", "لحم"].into_iter()), 1)].into());
        let forms = ["في", "بيت", "لحم"].map(|word| Form::new(word, &knowledge));
        let sentence = Sentence::new(forms.iter().collect(), &knowledge);
        let marks: Vec<(Lists, Lists)> = sentence.listed.iter().map(|l| (l.begins, l.continues)).collect();
        assert_eq!(marks, [(0, 0), (1, 0), (0, 1)]);
    }
}
