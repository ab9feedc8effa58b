//! What the tagger sees of a token in its sentence: one extraction for training and for use, so that the two cannot drift apart.

use super::features::{AROUND, Place, Sees, of_word};
use super::form::Form;
use super::knowledge::{FIRST_ROLE, Knowledge, LONGEST, Lists, ROLES};
use super::leaning::coarse;
use super::template::Templates;
use crate::text::hash::{join, mix};

/// First templates of what words tell together.
const PAIRS: u64 = 71;
const TITLES: u64 = 86;
const LEANINGS: u64 = 95;

/// In which names of the lists a token stands: those it begins, and those it continues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Listed {
    begins: Lists,
    continues: Lists,
}

/// A token, and what its sentence tells of it before features are made.
#[derive(Clone, Copy, Debug)]
struct Token<'f> {
    form: &'f Form,
    listed: Listed,
    /// Whether it is a title, a class word, an adjective or a verb of saying.
    role: u64,
}

/// A sentence, ready for its tokens' features.
pub struct Sentence<'f> {
    /// With three edges before them and two after.
    tokens: Vec<Token<'f>>,
}

/// Edges before a sentence's tokens, and all that a token sees with itself.
const BEFORE: usize = 3;
const SEEN: usize = 6;

/// The key of a word that no text has.
const STRANGER: u64 = 2;

static EDGE: std::sync::LazyLock<Form> = std::sync::LazyLock::new(Form::edge);

impl<'f> Sentence<'f> {
    /// Looks up which listed names of several words stand in the sentence.
    #[must_use]
    pub fn new(forms: impl Iterator<Item = &'f Form>, knowledge: &Knowledge) -> Self {
        let token = |form| Token {
            form,
            listed: Listed::default(),
            role: 0,
        };
        let edges = |count| std::iter::repeat_n(token(&*EDGE), count);
        let mut tokens: Vec<Token> = edges(BEFORE).collect();
        tokens.extend(forms.map(token));
        let end = tokens.len();
        for start in BEFORE..end {
            mark_listed(tokens.get_mut(start..end).unwrap_or_default(), knowledge);
        }
        for Token { form, listed, role } in &mut tokens {
            let lists = form.lists | form.stem_lists | form.bare_lists | listed.begins | listed.continues;
            *role = u64::from((lists & ROLES) >> FIRST_ROLE);
        }
        tokens.extend(edges(SEEN - 1 - BEFORE));
        Sentence { tokens }
    }

    /// How many tokens it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len() - (SEEN - 1)
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every feature of the token at `at`.
    pub fn features(&self, at: usize, knowledge: &Knowledge, mut emit: impl FnMut(u64)) {
        let seen = self.tokens.get(at + 1..at + SEEN).unwrap_or_default();
        for (token, place) in seen.iter().zip(&AROUND) {
            of_word(token.form, place, knowledge, &mut emit);
        }
        self.of_context(at, emit);
    }

    /// Those features of the token at `at` that a stranger of the same looks, class and lists would have in its place.
    pub fn features_of_stranger(&self, at: usize, knowledge: &Knowledge, mut emit: impl FnMut(u64)) {
        let Some(token) = self.tokens.get(at + BEFORE) else {
            return;
        };
        let stranger = Form {
            key: STRANGER,
            stem: STRANGER,
            ..token.form.clone()
        };
        let mut tokens: Vec<Token> = self.tokens.clone();
        if let Some(token) = tokens.get_mut(at + BEFORE) {
            token.form = &stranger;
        }
        let mut own = Vec::new();
        self.features(at, knowledge, |feature| own.push(feature));
        let emit = |feature| {
            if own.contains(&feature) {
                emit(feature);
            }
        };
        Sentence { tokens }.features(at, knowledge, emit);
    }

    /// Those of them that more than one word makes, or the sentence.
    pub fn of_context(&self, at: usize, mut emit: impl FnMut(u64)) {
        let Some(seen) = self.tokens.get(at..).and_then(<[Token]>::first_chunk::<SEEN>) else {
            return;
        };
        for (token, place) in seen.iter().skip(1).zip(&AROUND) {
            if place.sees != Sees::Word {
                of_listed(token.listed, place, &mut emit);
            }
        }
        of_pairs(seen, &mut emit);
        of_roles(seen, &mut emit);
        of_leanings(seen, &mut emit);
    }
}

/// Marks the longest listed name of several words that begins with the first of `tokens`.
fn mark_listed(tokens: &mut [Token], knowledge: &Knowledge) {
    let Some((first, rest)) = tokens.split_first_mut() else {
        return;
    };
    for (opens, word) in first
        .form
        .opens
        .into_iter()
        .zip([first.form.key, first.form.stem])
    {
        if !opens {
            continue;
        }
        let (mut name, mut longest) = (word, (0, 0));
        for (length, next) in (1..LONGEST).zip(rest.iter()) {
            name = join(name, next.form.key);
            let lists = knowledge.lists(name);
            if lists != 0 {
                longest = (length, lists);
            }
        }
        let (length, lists) = longest;
        first.listed.begins |= lists;
        for token in rest.iter_mut().take(length) {
            token.listed.continues |= lists;
        }
    }
}

fn of_listed(listed: Listed, place: &Place, emit: &mut impl FnMut(u64)) {
    if listed == Listed::default() {
        return;
    }
    let mut out = Templates::from(place.listed, &mut *emit);
    out.add_bits(listed.begins);
    out.add_bits(listed.continues);
    let mut out = Templates::from(place.listed + 3, emit);
    out.add_known(u64::from(listed.begins) << 32 | u64::from(listed.continues));
}

/// Which titles, class words, adjectives and verbs of saying lead to the token: «وزير الخارجية الفرنسي» before a name.
fn of_roles(seen: &[Token; SEEN], emit: &mut impl FnMut(u64)) {
    let [c, b, a, here, next, after] = seen.each_ref().map(|token| token.role);
    if c | b | a | here | next | after == 0 {
        return;
    }
    let mut out = Templates::from(TITLES, emit);
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

/// What the words beside each other lean to.
fn of_leanings(seen: &[Token; SEEN], emit: &mut impl FnMut(u64)) {
    let [_, _, before, word, after, _] = seen.each_ref().map(|token| token.form.leaning);
    if before | word | after == 0 {
        return;
    }
    let mut out = Templates::from(LEANINGS, emit);
    let [b, w, a] = [before, word, after].map(u64::from);
    out.add(b << 8 | w);
    out.add(w << 8 | a);
    let [b, w, a] = [before, word, after].map(|leaning| u64::from(coarse(leaning)));
    out.add(b << 16 | w << 8 | a);
}

/// Words and classes beside each other.
fn of_pairs(seen: &[Token; SEEN], emit: &mut impl FnMut(u64)) {
    let mut out = Templates::from(PAIRS, emit);
    let [_, _, before, word, after, _] = seen.each_ref().map(|token| token.form.key);
    let looks = |cut: usize| {
        seen.each_ref()
            .map(|token| token.form.looks.get(cut).copied().map_or(0, u64::from))
    };
    out.add(mix(before, word));
    out.add(mix(word, after));
    out.add(mix(before, after));
    let [_, _, b, w, a, _] = looks(0);
    out.add(b << 16 | w);
    out.add(w << 16 | a);
    out.add(b << 16 | a);
    let [_, bb, b, w, a, aa] = looks(1);
    out.add(mix(before, w));
    out.add(mix(after, w));
    for (x, y) in [(b, w), (w, a), (bb, b), (a, aa)] {
        out.add(x << 16 | y);
    }
    let [_, bb, b, w, a, aa] = looks(2);
    for (x, y, z) in [(b, w, a), (bb, b, w), (w, a, aa)] {
        out.add(x << 32 | y << 16 | z);
    }
}

#[cfg(test)]
mod tests {
    use super::super::knowledge::CUTS;
    use super::*;
    use crate::text::hash::hash;

    fn of(words: &[&str], at: usize) -> Vec<u64> {
        let names = [("بيت لحم", 1)].into_iter();
        let knowledge = Knowledge::new(&[(hash("زار"), 1)], vec![[1; CUTS]]).with_names(names);
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word, &knowledge)).collect();
        let sentence = Sentence::new(forms.iter(), &knowledge);
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

    /// Both words begin and end alike and are long: only which they are differs.
    #[test]
    fn of_a_stranger_nothing_tells_which_word_it_is() {
        let knowledge = Knowledge::default();
        let seen = |word: &str, stranger: bool| {
            let forms = ["زار", word, "امس"].map(|word| Form::new(word, &knowledge));
            let sentence = Sentence::new(forms.iter(), &knowledge);
            let mut out = Vec::new();
            if stranger {
                sentence.features_of_stranger(1, &knowledge, |feature| out.push(feature));
            } else {
                sentence.features(1, &knowledge, |feature| out.push(feature));
            }
            out
        };
        let [one, other] = ["بروكستلاندي", "بروكسمناندي"];
        assert_ne!(seen(one, false), seen(other, false));
        assert_eq!(seen(one, true), seen(other, true));
        assert!(
            seen(one, true)
                .iter()
                .all(|feature| seen(one, false).contains(feature))
        );
    }

    #[test]
    fn listed_names_of_several_words_are_seen_at_each_of_their_words() {
        let listed = of(&["زار", "بيت", "لحم"], 1).len();
        let unlisted = of(&["زار", "بيت", "خبز"], 1).len();
        assert!(listed > unlisted);
        let knowledge = Knowledge::default().with_names([("بيت لحم", 1)].into_iter());
        let forms = ["في", "بيت", "لحم"].map(|word| Form::new(word, &knowledge));
        let sentence = Sentence::new(forms.iter(), &knowledge);
        let marks: Vec<(Lists, Lists)> = sentence
            .tokens
            .iter()
            .map(|token| (token.listed.begins, token.listed.continues))
            .collect();
        assert_eq!(marks[BEFORE..BEFORE + 3], [(0, 0), (1, 0), (0, 1)]);
    }
}
