//! Names that the statistical tagger finds, brought to words, and joined with those that rules found.
//!
//! Rules know the world's names and say why; the tagger knows what names look like and where they stand. Where only one of them sees a name it
//! counts if it is sure; where they disagree the surer one does.

use std::collections::HashSet;

use super::pattern::is_unknown;
use super::tagger::{self, Label};
use super::words::{Beginning, Word};
use super::{EntityKind, Found};
use crate::lexicon::{self, Kind};
use crate::text::decode::is_arabic_letter;
use crate::text::particle::split;

/// A name that only the tagger sees counts from this confidence on: half of the F1 to be had (Lipton, Elkan and Naryanaswamy 2014).
const ALONE: f32 = 0.4;

/// The names that the tagger finds in an article.
#[must_use]
pub fn find(words: &[Word]) -> Vec<Found> {
    let sentences: Vec<&[Word]> = words.chunk_by(|a, b| a.sentence == b.sentence).collect();
    let keys: Vec<Vec<&str>> = sentences
        .iter()
        .map(|s| s.iter().map(|w| w.key.as_str()).collect())
        .collect();
    let seen: HashSet<&str> = words.iter().map(|w| w.key.as_str()).collect();
    let labels = tagger::tag(&keys).into_iter().flatten();
    let mut found: Vec<Found> = Vec::new();
    for (at, (tagged, word)) in labels.zip(words).enumerate() {
        match tagged.label {
            Label::Begin(kind) => {
                let skip = particles(word, &seen);
                let score = tagged.confidence;
                found.push(Found {
                    first: at,
                    end: at + 1,
                    skip,
                    kind,
                    score,
                    reason: "model",
                    known: None,
                });
            }
            Label::Inside(_) => found.last_mut().into_iter().for_each(|name| name.end = at + 1),
            Label::Outside => {}
        }
    }
    for name in &mut found {
        trim(words, name);
    }
    let arabic = arabic_sentences(words);
    let in_arabic = |name: &Found| {
        words
            .get(name.first)
            .is_some_and(|w| arabic.contains(&w.sentence))
    };
    found.retain(|name| {
        name.first < name.end && name.score >= ALONE && in_arabic(name) && !is_measure(words, name)
    });
    found
}

/// The sentences that have an Arabic word: of others the tagger has learned nothing.
fn arabic_sentences(words: &[Word]) -> HashSet<u32> {
    let is_arabic = |word: &&Word| word.key.starts_with(is_arabic_letter);
    words.iter().filter(is_arabic).map(|word| word.sentence).collect()
}

/// Units of measure and of money, folded: the corpus that the tagger learned from has those of money as names.
const MEASURES: [&str; 46] = [
    "طن",
    "طنا",
    "اطنان",
    "كيلو",
    "كيلوغرام",
    "كيلوغراما",
    "غرام",
    "كيلومتر",
    "كيلومترا",
    "متر",
    "مترا",
    "هكتار",
    "هكتارا",
    "دونم",
    "دونما",
    "فدان",
    "فدانا",
    "برميل",
    "ميغاواط",
    "درجه",
    "دولار",
    "دولارا",
    "دولارات",
    "يورو",
    "دينار",
    "دينارا",
    "دنانير",
    "درهم",
    "درهما",
    "دراهم",
    "ريال",
    "ريالا",
    "ريالات",
    "ليره",
    "ليرات",
    "جنيه",
    "جنيها",
    "جنيهات",
    "روبل",
    "روبلا",
    "يوان",
    "فرنك",
    "فرنكا",
    "شيكل",
    "شيكلا",
    "تومان",
];

fn is_measure(words: &[Word], name: &Found) -> bool {
    let word = words.get(name.first).filter(|_| name.end - name.first == 1);
    name.kind == EntityKind::Misc && word.is_some_and(|word| MEASURES.contains(&word.key.as_str()))
}

/// Leaves marks at the ends outside, as the rules do, «طالبان» without its quotation marks, and what follows a name as its verb's object:
/// «قرأت إيليني خريستو بياناً».
fn trim(words: &[Word], name: &mut Found) {
    let is_mark = |at: usize| words.get(at).is_some_and(Word::is_mark);
    let is_no_name = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.is_mark() || word.is_indefinite)
    };
    while name.first < name.end && is_no_name(name.end - 1) {
        name.end -= 1;
    }
    // What describes a person is not the name: «الفرنسي جان», «المتقاعد سامر».
    let person = name.kind == EntityKind::Person;
    let is_title = |at: usize| match words.get(at..at + 2) {
        Some([word, next]) => person && describes(word, next),
        _ => false,
    };
    while name.first < name.end && is_mark(name.first) || name.first + 1 < name.end && is_title(name.first) {
        name.first += 1;
        name.skip = 0;
    }
}

/// Whether a definite word before a name describes its bearer: a title, an adjective of origin, or any word that is in use before a given name.
fn describes(word: &Word, next: &Word) -> bool {
    let Some(bare) = word.key.strip_prefix("ال") else {
        return false;
    };
    let is_person = |key: &str| lexicon::any(key, |e| e.kind == Kind::Person);
    let says = |e: &lexicon::Entry| matches!(e.kind, Kind::Title | Kind::Adjective);
    let is_given = |e: &lexicon::Entry| e.kind == Kind::Person && e.class == "given";
    let in_use = || !is_unknown(word) && !is_person(bare) && lexicon::any(&next.key, is_given);
    !is_person(&word.key) && (lexicon::any(bare, says) || lexicon::any(&word.key, says) || in_use())
}

/// Bytes of particles before a name: where the lexicon knows a name after them, where the rest stands alone in the article, or
/// where it is a likelier word than the whole.
fn particles(word: &Word, seen: &HashSet<&str>) -> u32 {
    let is_name = |b: &&Beginning| {
        lexicon::any(&b.key, |e| {
            matches!(
                e.kind,
                Kind::Person | Kind::Location | Kind::Organization | Kind::Misc
            ) && !e.ambiguous
        })
    };
    let alone = |b: &&Beginning| b.skip > 0 && seen.contains(b.key.as_str());
    let known = word
        .beginnings
        .iter()
        .find(is_name)
        .or_else(|| word.beginnings.iter().find(alone));
    if let Some(beginning) = known {
        return beginning.skip;
    }
    let split = split(&word.key, &|key| lexicon::any(key, |e| e.kind == Kind::Person));
    let letters = split.clitics.letters_before();
    word.beginnings
        .iter()
        .find(|b| letters > 0 && b.skip as usize == 2 * letters)
        .map_or(0, |b| b.skip)
}

/// Joins what the rules and the tagger found; no two names of the result overlap.
#[must_use]
pub fn join(words: &[Word], rules: Vec<Found>, model: Vec<Found>) -> Vec<Found> {
    let mut out = rules;
    for name in model {
        let rivals: Vec<usize> = (0..out.len())
            .filter(|i| out.get(*i).is_some_and(|rule| rule.meets(&name)))
            .collect();
        let beaten = rivals
            .iter()
            .all(|i| out.get(*i).is_some_and(|rule| gives_way(words, rule, &name)));
        if beaten {
            for i in rivals.into_iter().rev() {
                out.remove(i);
            }
            out.push(name);
        }
    }
    out
}

/// Whether a rule's name gives way to the tagger's: it is part of a longer one, or less sure of its kind.
fn gives_way(words: &[Word], rule: &Found, model: &Found) -> bool {
    let inside = model.first <= rule.first && rule.end <= model.end;
    let longer = inside && model.end - model.first > rule.end - rule.first;
    match rule.kind == model.kind {
        // A person that the lexicon or the article knows ends where it ends, unless more of the name follows: «زيلينسكي للسلام».
        true => {
            let only_begun = rule.reason == "title-before" && rule.end - rule.first == 1;
            longer && (rule.kind != EntityKind::Person || only_begun || may_go_on(words, rule, model))
        }
        false => longer && model.score > 0.7 || rule.score < 0.8 && model.score > rule.score && inside,
    }
}

fn may_go_on(words: &[Word], rule: &Found, model: &Found) -> bool {
    let more = (rule.end..model.end).all(|at| words.get(at).is_some_and(is_name_part));
    more && (rule.reason != "same-name-earlier" || rule.end == model.end)
}

/// Whether a word can go on a person's name: a part of names, or a word that Arabic does not know.
fn is_name_part(word: &Word) -> bool {
    is_unknown(word) || lexicon::any(&word.key, |e| e.kind == Kind::Person)
}
