//! What the tagger sees of a token in its sentence: one extraction for training and for use, so that the two cannot drift apart.
//!
//! Most features tell of one word at one place around the token, whatever its sentence: [`of_word`] makes those, and `memory` keeps what
//! they weigh. [`Sentence::of_context`] makes the rest. `template` turns what is seen into numbers.

use super::form::Form;
use super::knowledge::{FIRST_ROLE, Knowledge, LONGEST, Lists, ROLES};
use super::leaning::coarse;
use super::template::Templates;
use crate::text::hash::{join, mix};

/// A place around a token, with the first template of the word there, of its affixes, of the listed names it stands in, and of its
/// leaning.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    word: u64,
    affixes: u64,
    listed: u64,
    leaning: u64,
    sees: Sees,
}

/// How much of a word is seen at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sees {
    /// Which word it is, and its class.
    Word,
    /// Its particle, look and lists too, and a few affixes.
    Beside,
    /// All of it.
    Token,
}

impl Place {
    const fn new(sees: Sees, word: u64, affixes: u64, listed: u64, leaning: u64) -> Place {
        Place {
            word,
            affixes,
            listed,
            leaning,
            sees,
        }
    }
}

/// How many places there are.
pub const PLACES: usize = 5;

/// From two words before the token to two after it.
pub const AROUND: [Place; PLACES] = [
    Place::new(Sees::Word, 2, 0, 0, 0),
    Place::new(Sees::Beside, 4, 65, 17, 98),
    Place::new(Sees::Token, 21, 57, 34, 100),
    Place::new(Sees::Beside, 38, 68, 51, 102),
    Place::new(Sees::Word, 55, 0, 0, 0),
];

/// First templates of what words tell together.
const PAIRS: u64 = 71;
const TITLES: u64 = 86;
const LEANINGS: u64 = 95;

/// The features of a word that stands at a place around a token, by itself.
pub fn of_word(form: &Form, place: &Place, knowledge: &Knowledge, mut emit: impl FnMut(u64)) {
    let mut out = Templates::from(place.word, &mut emit);
    out.add(form.key);
    out.add_known(form.class.into());
    if place.sees == Sees::Word {
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
    for lists in [form.lists, form.stem_lists, form.bare_lists] {
        out.add_bits(lists);
    }
    let mut out = Templates::from(place.listed + 2, &mut emit);
    out.add_known(form.lists.into());
    let mut out = Templates::from(place.leaning, &mut emit);
    out.add_known(form.leaning.into());
    out.add_known(coarse(form.leaning).into());
    let mut out = Templates::from(place.affixes, &mut emit);
    if place.sees == Sees::Token {
        for affix in form.prefixes.iter().chain(&form.suffixes) {
            out.add_known(*affix);
        }
        Templates::from(1, &mut emit).add(0); // What every token has.
    } else {
        let [_, prefix, ..] = form.prefixes;
        let [_, shorter, longer, _] = form.suffixes;
        for affix in [prefix, shorter, longer] {
            out.add_known(affix);
        }
    }
}

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
