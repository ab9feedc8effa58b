//! Key phrases of an article: one to four words that make a phrase, ranked by how much they say about it.
//!
//! A phrase is a run of nouns, adjectives and names inside a sentence, with no particle, pronoun or mark between its words and cut neither
//! inside a name nor inside a group of noun and adjectives: it does not begin with the adjective of a definite noun, nor end before one, nor
//! end with a noun whose genitive follows («فن» of «فن الظل»). What is left is weighed by TF-IDF over its words (Salton and Buckley 1988),
//! with the background for the other documents, and by what else tells key phrases: how often they come, how early (Campos et al. 2020,
//! YAKE), whether they are definite, and whether they are names.

use std::collections::{HashMap, HashSet};

use super::term::{Term, Terms};
use crate::article::{self, Format};
use crate::entity::words::{self, Word};
use crate::entity::{self, EntityKind, Mention};
use crate::order;
use crate::span::Span;

/// Most words of a phrase.
const MAX_WORDS: usize = 4;
/// What a definite phrase, and a name, weigh more than others.
const DEFINITE: f64 = 1.5;
const NAME: f64 = 1.5;
/// How fast a phrase that first comes later loses: its weight is divided by 1 and this much of its place's logarithm.
const LATE: f64 = 0.5;

/// Words of the longest name whose parts are looked for.
const LONGEST_NAME: usize = 8;

/// A key phrase of an article: returned by [`phrases_of`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phrase {
    /// Where it stands, in its most frequent form: bytes of the text, without a particle attached to its first word.
    pub span: Span,
    /// Whether its article stands there without «ا», after «ل».
    elided: bool,
    /// Places in the article, with any particle before it and in any form.
    pub count: u32,
    /// What it weighs, above 0; only the order means something, and only inside an article.
    pub score: f32,
}

impl Phrase {
    /// The phrase as it is written in `text`, which it was found in.
    ///
    /// ```
    /// let text = "محطة تحلية المياه في العقبة\nافتتحت أمس محطة تحلية المياه الجديدة.";
    /// for (term, phrase) in warraq::keyword::phrases_of(text, 3) {
    ///     assert_eq!(phrase.term(text), term);
    /// }
    /// ```
    #[must_use]
    pub fn term(&self, text: &str) -> String {
        let written = self.span.of(text).split_whitespace();
        let term = written.collect::<Vec<_>>().join(" ");
        if self.elided { format!("ا{term}") } else { term }
    }
}

/// The `limit` best key phrases of a text, each with its term, best first: cleans, cuts and tags the text on its own.
///
/// ```
/// let text = "محطة تحلية المياه في العقبة\nافتتحت أمس محطة تحلية المياه الجديدة، وهي أكبر محطة تحلية في المنطقة.";
/// let best = warraq::keyword::phrases_of(text, 3);
/// assert!(best.iter().any(|(term, _)| term.starts_with("محطة تحلية")), "{best:?}");
/// ```
#[must_use]
pub fn phrases_of(text: &str, limit: usize) -> Vec<(String, Phrase)> {
    let article = article::segment(text, Format::Text);
    let words = words::of_article(text, &article);
    let mentions = entity::tag(&words);
    let phrases = phrases(
        text,
        &words,
        &Terms::of(text, &words, &mentions),
        &mentions,
        limit,
    );
    phrases
        .into_iter()
        .map(|phrase| (phrase.term(text), phrase))
        .collect()
}

/// The `limit` best key phrases of an article, best first.
#[must_use]
pub fn phrases(text: &str, words: &[Word], terms: &Terms, mentions: &[Mention], limit: usize) -> Vec<Phrase> {
    let reader = Reader::new(text, words, terms, mentions);
    let weights = reader.weights();
    let mut ranked: Vec<(f64, Candidate)> = reader
        .candidates()
        .into_values()
        .map(|candidate| (reader.score(&candidate, &weights), candidate))
        .collect();
    order::sort_by(&mut ranked, |a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| a.1.first.cmp(&b.1.first))
            .then_with(|| b.1.words.cmp(&a.1.words))
    });
    let ranked = without_nested(ranked, limit);
    let counts = reader.counts(ranked.iter().map(|(_, candidate)| candidate));
    let rows = ranked.iter().zip(counts);
    rows.map(|((score, candidate), count)| reader.phrase(candidate, count, *score as f32))
        .collect()
}

/// The `limit` best of `ranked` candidates; of two that are one within the other and have the same places, the better one.
fn without_nested(ranked: Vec<(f64, Candidate)>, limit: usize) -> Vec<(f64, Candidate)> {
    let mut kept: Vec<(f64, Candidate)> = Vec::new();
    for (score, candidate) in ranked {
        if kept.len() == limit {
            break;
        }
        if !kept.iter().any(|(_, better)| better.is_nested(&candidate)) {
            kept.push((score, candidate));
        }
    }
    kept
}

/// A phrase wherever it stands whole.
#[derive(Default)]
struct Candidate {
    /// Index of the first word of its first place.
    first: usize,
    /// How many words it has.
    words: usize,
    /// Index of the first word of each place.
    places: Vec<usize>,
    definite: bool,
    name: bool,
}

impl Candidate {
    /// Whether one of the two is within the other wherever either stands.
    fn is_nested(&self, other: &Candidate) -> bool {
        let (long, short) = if self.words > other.words {
            (self, other)
        } else {
            (other, self)
        };
        let within = |(a, b): (&usize, &usize)| a <= b && b + short.words <= a + long.words;
        long.places.len() == short.places.len() && long.places.iter().zip(&short.places).all(within)
    }
}

/// The words of an article with what is known of them.
struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    terms: &'a Terms,
    /// The mention that each word belongs to.
    mention_of: Vec<Option<usize>>,
    /// Whether a mention is a part of a person's name that stands in full elsewhere.
    short: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, words: &'a [Word], terms: &'a Terms, mentions: &[Mention]) -> Self {
        let mut rest = mentions.iter().enumerate().peekable();
        let mut mention_of = Vec::with_capacity(words.len());
        for word in words {
            while rest.next_if(|(_, m)| m.span.end <= word.span.start).is_some() {}
            mention_of.push(
                rest.peek()
                    .filter(|(_, m)| m.span.overlaps(word.span))
                    .map(|(i, _)| *i),
            );
        }
        Reader {
            text,
            words,
            terms,
            mention_of,
            short: short_names(text, mentions),
        }
    }

    fn mention(&self, at: usize) -> Option<usize> {
        self.mention_of.get(at).copied().flatten()
    }

    /// The term at `at`, where it can be a word of a phrase.
    fn part(&self, at: usize) -> Option<&'a Term> {
        self.terms
            .get(at)
            .filter(|term| term.content && (term.nominal || self.mention(at).is_some()))
    }

    /// The term at `at`, where it goes on the phrase of the word before.
    fn next(&self, at: usize) -> Option<&'a Term> {
        let sentence = |at: usize| self.words.get(at).map(|word| word.sentence);
        self.part(at)
            .filter(|term| !term.joined && sentence(at) == sentence(at.wrapping_sub(1)))
    }

    fn is_definite(&self, at: usize) -> bool {
        self.mention(at).is_some() || self.part(at).is_some_and(|term| term.definite)
    }

    /// Whether a phrase can begin with the word at `at`: not inside a name, and not with an adjective of the definite noun before.
    fn begins(&self, at: usize) -> bool {
        let Some(term) = self.part(at) else {
            return false;
        };
        let Some(before) = at.checked_sub(1).filter(|before| self.part(*before).is_some()) else {
            return true;
        };
        let inside = self.mention(at).is_some() && self.mention(at) == self.mention(before);
        let adjective = term.definite && self.next(at).is_some() && self.is_definite(before);
        !inside && !adjective
    }

    /// Whether a phrase can end with the word at `at`: not inside a name, nor before the adjective or genitive that belongs to it.
    fn ends(&self, at: usize) -> bool {
        let (Some(term), Some(next)) = (self.part(at), self.next(at + 1)) else {
            return true;
        };
        match (self.mention(at), self.mention(at + 1)) {
            (Some(this), next) => next != Some(this),
            (None, _) if term.definite => !next.definite,
            (None, _) => term.possessed || !self.is_definite(at + 1),
        }
    }

    fn candidates(&self) -> HashMap<Vec<&'a str>, Candidate> {
        let mut found: HashMap<Vec<&str>, Candidate> = HashMap::new();
        for first in (0..self.words.len()).filter(|at| self.begins(*at)) {
            let mut groups = Vec::new();
            for at in first..first + MAX_WORDS {
                let Some(term) = (if at == first { self.part(at) } else { self.next(at) }) else {
                    break;
                };
                groups.push(term.group.as_str());
                if self.ends(at) && !self.is_short(first, at) {
                    let candidate = found.entry(groups.clone()).or_default();
                    self.add(candidate, first, at);
                }
                if term.possessed {
                    break;
                }
            }
        }
        found
    }

    /// Whether the words are all of a short name.
    fn is_short(&self, first: usize, last: usize) -> bool {
        let mention = self.mention(first);
        mention.is_some_and(|m| self.short.get(m) == Some(&true)) && mention == self.mention(last)
    }

    fn add(&self, candidate: &mut Candidate, first: usize, last: usize) {
        if candidate.places.is_empty() {
            candidate.first = first;
            candidate.words = last + 1 - first;
        }
        candidate.places.push(first);
        candidate.definite |= self.is_definite(last);
        candidate.name |= self.mention(first).is_some() && self.mention(first) == self.mention(last);
    }

    /// What stands from word `first` to word `last`, without what is attached before it, words parted by single spaces.
    fn shown(&self, first: usize, last: usize) -> String {
        let mut shown = String::new();
        for (at, word) in (first..).zip(self.words.get(first..=last).unwrap_or_default()) {
            let written = word.span.of(self.text);
            match self.terms.get(at).filter(|_| at == first) {
                Some(term) => shown.push_str(&term.shown(written)),
                None => {
                    shown.push(' ');
                    shown.push_str(written);
                }
            }
        }
        shown
    }

    /// The TF-IDF of each group of forms.
    fn weights(&self) -> HashMap<&'a str, f64> {
        let mut counts: HashMap<&str, (u32, f32)> = HashMap::new();
        for term in (0..self.words.len()).filter_map(|at| self.part(at)) {
            let (count, uses) = counts.entry(&term.group).or_default();
            *count += 1;
            *uses = uses.max(term.uses);
        }
        let weight = |(count, uses): (u32, f32)| {
            (1.0 + libm::log(f64::from(count))) * libm::log(1e6 / f64::from(uses))
        };
        counts
            .into_iter()
            .map(|(group, counted)| (group, weight(counted)))
            .collect()
    }

    fn score(&self, candidate: &Candidate, weights: &HashMap<&str, f64>) -> f64 {
        let terms = (candidate.first..candidate.first + candidate.words).filter_map(|at| self.terms.get(at));
        let weight: f64 = terms.filter_map(|term| weights.get(term.group.as_str())).sum();
        let words = candidate.words as f64;
        let repeated = if candidate.words > 1 {
            (candidate.places.len() as f64).sqrt()
        } else {
            1.0
        };
        let definite = if candidate.definite { DEFINITE } else { 1.0 };
        let name = if candidate.name { NAME } else { 1.0 };
        let late = 1.0 + LATE * libm::log(candidate.first as f64 + 2.0);
        weight / words * repeated * definite * name / late
    }

    /// The candidate in its most frequent form, the first of those as frequent.
    fn phrase(&self, candidate: &Candidate, count: u32, score: f32) -> Phrase {
        let mut forms: HashMap<String, (u32, usize)> = HashMap::new();
        for first in candidate.places.iter().rev() {
            let form = forms
                .entry(self.shown(*first, first + candidate.words - 1))
                .or_default();
            *form = (form.0 + 1, usize::MAX - first);
        }
        let first = forms
            .values()
            .max()
            .map_or(candidate.first, |(_, from_end)| usize::MAX - from_end);
        let term = self.terms.get(first);
        let byte = |at: usize, end: bool| {
            let word = self.words.get(at);
            word.map_or(0, |word| if end { word.span.end } else { word.span.start })
        };
        let span = Span {
            start: byte(first, false) + term.map_or(0, |term| term.prefix_len),
            end: byte(first + candidate.words - 1, true),
        };
        Phrase {
            span,
            elided: term.is_some_and(|term| term.elided),
            count,
            score,
        }
    }

    /// For each of `candidates`, the places where its groups stand one after the other, whatever is around them.
    fn counts<'c>(&self, candidates: impl Iterator<Item = &'c Candidate>) -> Vec<u32> {
        let group = |at: usize| self.terms.get(at).map(|term| term.group.as_str());
        let mut by_first: HashMap<Option<&str>, Vec<(usize, &Candidate)>> = HashMap::new();
        let mut counts = Vec::new();
        for candidate in candidates {
            by_first
                .entry(group(candidate.first))
                .or_default()
                .push((counts.len(), candidate));
            counts.push(0);
        }
        for at in 0..self.words.len() {
            for (row, candidate) in by_first.get(&group(at)).into_iter().flatten() {
                let same = |i| self.next(at + i).is_some() && group(at + i) == group(candidate.first + i);
                if (1..candidate.words).all(same)
                    && let Some(count) = counts.get_mut(*row)
                {
                    *count += 1;
                }
            }
        }
        counts
    }
}

/// Which of `mentions` are a person's name that is a part of a longer one: «شي» beside «شي جين بينغ».
fn short_names(text: &str, mentions: &[Mention]) -> Vec<bool> {
    let people: Vec<Vec<&str>> = mentions
        .iter()
        .map(|m| match m.kind {
            EntityKind::Person => m.span.of(text).split_whitespace().collect(),
            _ => Vec::new(),
        })
        .collect();
    let mut parts: HashSet<&[&str]> = HashSet::new();
    for name in people.iter().filter(|name| name.len() <= LONGEST_NAME) {
        for len in 1..name.len() {
            parts.extend(name.windows(len));
        }
    }
    people
        .iter()
        .map(|name| parts.contains(name.as_slice()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "مختبر الأعشاب البحرية\nافتتحت الدكتورة سلمى الزيات مختبر الأعشاب البحرية في طرطوس، وقالت الزيات إن المختبر يدرس الأعشاب \
        البحرية وفن زراعة الأعشاب.";

    fn found(limit: usize) -> Vec<(String, u32)> {
        phrases_of(TEXT, limit)
            .into_iter()
            .map(|(term, phrase)| (term, phrase.count))
            .collect()
    }

    #[test]
    fn phrases_are_whole() {
        let found = found(usize::MAX);
        let count = |term: &str| {
            found
                .iter()
                .find(|(found, _)| found == term)
                .map(|(_, count)| *count)
        };
        assert_eq!(count("مختبر الأعشاب البحرية"), Some(2), "{found:?}");
        assert_eq!(count("الأعشاب البحرية"), Some(3));
        // Cut before the adjective or the genitive that belongs to it, begun with an adjective, joined by a particle, or a verb in it.
        for cut in [
            "مختبر الأعشاب",
            "البحرية",
            "زراعة",
            "طرطوس وقالت",
            "يدرس الأعشاب",
            "المختبر يدرس",
        ] {
            assert_eq!(count(cut), None, "{cut}");
        }
    }

    #[test]
    fn a_name_stands_in_full() {
        let found = found(usize::MAX);
        assert!(found.iter().any(|(term, _)| term == "سلمى الزيات"), "{found:?}");
        assert!(found.iter().all(|(term, _)| term != "الزيات"), "{found:?}");
    }

    #[test]
    fn the_limit_takes_the_best() {
        let all = found(usize::MAX);
        assert_eq!(found(3), all[..3]);
        assert_eq!(found(0), []);
    }
}
