//! Comparison: what one story has, has not, and words otherwise than another.
//!
//! In: two [`Story`]s. Out: a [`Comparison`]: sentences of the one beside those of the other that say the same, in the order of the second,
//! and inside them the words that were kept, cut and added.
//!
//! Sentences are candidates where they share words (an index of words, not all pairs), and the heaviest chain of candidates is kept;
//! what is left over and alike stands at another place. A sentence that became two, or two that became one, are one passage, as
//! in Gale and Church (1993). Words are compared folded, so that another spelling is no other wording.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range as Indices;

use serde::Serialize;

use super::chain::{Link, heaviest};
use crate::article::Article;
use crate::keyword::rank;
use crate::report::{Range, Utf16Map};
use crate::span::Span;
use crate::text::fold::match_key;
use crate::text::token::{TokenKind, sentences, tokenize};

/// Sentences with at least so much in common say the same: shared words, twice, over the words of both (Dice 1945).
const MIN_DICE: f64 = 0.4;
/// A word of more sentences, or of more places of a sentence, than this tells nothing of which belong together.
const MAX_POSTINGS: usize = 64;

/// The sentences of a story.
pub struct Story<'t> {
    text: &'t str,
    words: Vec<(Span, String)>,
    sentences: Vec<Sentence>,
}

/// A sentence with a word in it, and its words among those of the story.
struct Sentence {
    span: Span,
    words: Indices<usize>,
}

impl<'t> Story<'t> {
    /// Reads the story with this index in an article cut from `text`.
    #[must_use]
    pub fn of(text: &'t str, article: &Article, story: u32) -> Self {
        let mut read = Story {
            text,
            words: Vec::new(),
            sentences: Vec::new(),
        };
        let blocks = article
            .blocks
            .iter()
            .filter(|b| b.story == story && b.kind.is_article());
        for block in blocks {
            let part = block.span.of(text);
            let tokens = tokenize(part);
            for tokens in sentences(part, &tokens)
                .into_iter()
                .filter_map(|range| tokens.get(range))
            {
                let before = read.words.len();
                let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark);
                read.words.extend(
                    words.map(|word| (word.span.shift(block.span.start), match_key(word.span.of(part)))),
                );
                let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
                    continue;
                };
                let span = Span {
                    start: first.span.start,
                    end: last.span.end,
                };
                if read.words.len() > before {
                    read.sentences.push(Sentence {
                        span: span.shift(block.span.start),
                        words: before..read.words.len(),
                    });
                }
            }
        }
        read
    }

    fn spans(&self, sentences: &Indices<usize>) -> Option<Span> {
        let covered = self.sentences.get(sentences.clone())?;
        Some(Span {
            start: covered.first()?.span.start,
            end: covered.last()?.span.end,
        })
    }

    fn words(&self, sentences: &Indices<usize>) -> &[(Span, String)] {
        let covered = self.sentences.get(sentences.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (covered.first(), covered.last()) else {
            return &[];
        };
        self.words
            .get(first.words.start..last.words.end)
            .unwrap_or_default()
    }

    /// The different words of the sentences, in order.
    fn keys(&self, sentences: &Indices<usize>) -> Vec<&str> {
        let words = self.words(sentences).iter();
        let mut keys: Vec<&str> = words.map(|(_, key)| key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// What became of words: example at [`Corpus::compare`](crate::Corpus::compare).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// In both.
    Same,
    /// In both stories, in other words.
    Reworded,
    /// In the first alone.
    Cut,
    /// In the second alone.
    Added,
}

/// Two stories side by side: returned by [`Corpus::compare`](crate::Corpus::compare).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// In the order of the second story; what was cut stands where the first has it.
    pub passages: Vec<Passage>,
    /// Words of the second story that were kept from the first.
    pub kept: u32,
    /// Words of the first that the second has not.
    pub cut: u32,
    /// Words of the second that the first has not.
    pub added: u32,
}

/// A sentence, or several that stand for one: example at [`Corpus::compare`](crate::Corpus::compare).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    /// What became of it.
    pub change: Change,
    /// Its place in the text of the first document.
    pub a: Option<Range>,
    /// Its place in the text of the second.
    pub b: Option<Range>,
    /// Whether it stands in another order than what is around it.
    pub moved: bool,
    /// Runs of words, where it is in both.
    pub edits: Vec<Edit>,
}

/// Words that stand one after the other: example at [`Corpus::compare`](crate::Corpus::compare).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edit {
    /// [`Change::Same`], [`Change::Cut`] or [`Change::Added`].
    pub change: Change,
    /// From the first to the last word, in the text of the first document.
    pub a: Option<Range>,
    /// The same in the second.
    pub b: Option<Range>,
}

/// Sentences of both stories that belong together.
struct Match {
    a: Indices<usize>,
    b: Indices<usize>,
    moved: bool,
}

/// Compares two stories.
#[must_use]
pub fn compare(a: &Story, b: &Story) -> Comparison {
    let matches = align(a, b);
    let (from, to) = (Utf16Map::new(a.text), Utf16Map::new(b.text));
    let maps = (&from, &to);
    let mut told = Comparison {
        passages: Vec::new(),
        kept: 0,
        cut: 0,
        added: 0,
    };
    let mut of_b: Vec<Option<&Match>> = vec![None; b.sentences.len()];
    let mut used_a = vec![false; a.sentences.len()];
    for found in &matches {
        if let Some(slot) = of_b.get_mut(found.b.start) {
            *slot = Some(found);
        }
        used_a.get_mut(found.a.clone()).unwrap_or_default().fill(true);
    }
    let mut next_a = 0;
    let mut next_b = 0;
    while next_b < b.sentences.len() {
        let found = of_b.get(next_b).copied().flatten();
        if let Some(found) = found.filter(|found| !found.moved) {
            told.cut(a, next_a..found.a.start, &used_a, &from);
            next_a = found.a.end;
        }
        match found {
            Some(found) => told.keep(a, b, found, maps),
            None => {
                // What was cut stands before what was added in its place.
                let later = of_b.iter().skip(next_b).flatten().find(|found| !found.moved);
                let until = later.map_or(a.sentences.len(), |found| found.a.start);
                told.cut(a, next_a..until, &used_a, &from);
                next_a = next_a.max(until);
                told.add(b, next_b, &to);
            }
        }
        next_b = found.map_or(next_b + 1, |found| found.b.end);
    }
    told.cut(a, next_a..a.sentences.len(), &used_a, &from);
    told
}

impl Comparison {
    fn cut(&mut self, a: &Story, sentences: Indices<usize>, used: &[bool], map: &Utf16Map) {
        for at in sentences.filter(|at| used.get(*at) == Some(&false)) {
            let one = at..at + 1;
            self.cut += a.words(&one).len() as u32;
            self.passages.push(Passage {
                change: Change::Cut,
                a: a.spans(&one).map(|span| map.range(span)),
                b: None,
                moved: false,
                edits: Vec::new(),
            });
        }
    }

    fn add(&mut self, b: &Story, at: usize, map: &Utf16Map) {
        let one = at..at + 1;
        self.added += b.words(&one).len() as u32;
        self.passages.push(Passage {
            change: Change::Added,
            a: None,
            b: b.spans(&one).map(|span| map.range(span)),
            moved: false,
            edits: Vec::new(),
        });
    }

    fn keep(&mut self, a: &Story, b: &Story, found: &Match, maps: (&Utf16Map, &Utf16Map)) {
        let (first, second) = (a.words(&found.a), b.words(&found.b));
        let runs = runs(first, second);
        for run in &runs {
            match run.change {
                Change::Cut => self.cut += run.a.len() as u32,
                Change::Added => self.added += run.b.len() as u32,
                _ => self.kept += run.b.len() as u32,
            }
        }
        let place = |map: &Utf16Map, words: &[(Span, String)]| {
            let (first, last) = (words.first()?.0, words.last()?.0);
            Some(map.range(Span {
                start: first.start,
                end: last.end,
            }))
        };
        let edits = runs.iter().map(|run| Edit {
            change: run.change,
            a: place(maps.0, first.get(run.a.clone()).unwrap_or_default()),
            b: place(maps.1, second.get(run.b.clone()).unwrap_or_default()),
        });
        let same = runs.iter().all(|run| run.change == Change::Same);
        self.passages.push(Passage {
            change: if same { Change::Same } else { Change::Reworded },
            a: a.spans(&found.a).map(|span| maps.0.range(span)),
            b: b.spans(&found.b).map(|span| maps.1.range(span)),
            moved: found.moved,
            edits: edits.collect(),
        });
    }
}

/// Which sentences belong together: those of the heaviest chain in their order, then those that stand at another place.
fn align(a: &Story, b: &Story) -> Vec<Match> {
    let links = candidates(a, b);
    let chain = heaviest(&links);
    let left = rank(links, |link| (link.weight.into(), 0.0, ""));
    let (mut used_a, mut used_b) = (HashSet::new(), HashSet::new());
    let mut matches = Vec::new();
    let in_order = chain.into_iter().map(|link| (link, false));
    for (link, moved) in in_order.chain(left.into_iter().map(|link| (link, true))) {
        if !used_a.contains(&link.a) && !used_b.contains(&link.b) {
            used_a.insert(link.a);
            used_b.insert(link.b);
            matches.push(Match {
                a: link.a..link.a + 1,
                b: link.b..link.b + 1,
                moved,
            });
        }
    }
    for found in &mut matches {
        grow(a, b, found, &mut used_a, &mut used_b);
    }
    matches
}

/// Sentences that are alike enough, with the number of words that they share, in the order of the first story.
fn candidates(a: &Story, b: &Story) -> Vec<Link> {
    let second: Vec<Vec<&str>> = (0..b.sentences.len()).map(|at| b.keys(&(at..at + 1))).collect();
    let mut postings: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, keys) in second.iter().enumerate() {
        for key in keys {
            postings.entry(key).or_default().push(at);
        }
    }
    let mut links = Vec::new();
    for at in 0..a.sentences.len() {
        let own = a.keys(&(at..at + 1));
        let mut shared: BTreeMap<usize, u32> = BTreeMap::new();
        let met = own.iter().filter_map(|key| postings.get(key));
        for other in met.filter(|met| met.len() <= MAX_POSTINGS).flatten() {
            *shared.entry(*other).or_default() += 1;
        }
        links.extend(shared.into_iter().filter_map(|(other, weight)| {
            let both = own.len() + second.get(other)?.len();
            let dice = 2.0 * f64::from(weight) / both as f64;
            (dice >= MIN_DICE).then_some(Link {
                a: at,
                b: other,
                weight,
            })
        }));
    }
    links
}

/// Takes a neighbouring sentence that belongs to nothing into the match, as long as that makes both sides more alike.
fn grow(a: &Story, b: &Story, found: &mut Match, used_a: &mut HashSet<usize>, used_b: &mut HashSet<usize>) {
    let mut likeness = dice(a, b, &found.a, &found.b);
    loop {
        let wider = |own: &Indices<usize>, used: &HashSet<usize>, end: usize| {
            let before = own.start.checked_sub(1).filter(|at| !used.contains(at));
            let after = Some(own.end).filter(|at| *at < end && !used.contains(at));
            let grown = before.map(|at| (at, at..own.end)).into_iter();
            grown
                .chain(after.map(|at| (at, own.start..at + 1)))
                .collect::<Vec<_>>()
        };
        let in_a = wider(&found.a, used_a, a.sentences.len()).into_iter();
        let in_b = wider(&found.b, used_b, b.sentences.len()).into_iter();
        let ways = in_a
            .map(|(at, grown)| (at, true, grown, found.b.clone()))
            .chain(in_b.map(|(at, grown)| (at, false, found.a.clone(), grown)));
        let best = ways
            .map(|(at, of_a, in_a, in_b)| (dice(a, b, &in_a, &in_b), at, of_a, in_a, in_b))
            .max_by(|x, y| x.0.total_cmp(&y.0));
        let Some((better, at, of_a, in_a, in_b)) = best.filter(|best| best.0 > likeness) else {
            return;
        };
        likeness = better;
        (found.a, found.b) = (in_a, in_b);
        _ = if of_a {
            used_a.insert(at)
        } else {
            used_b.insert(at)
        };
    }
}

fn dice(a: &Story, b: &Story, in_a: &Indices<usize>, in_b: &Indices<usize>) -> f64 {
    let (first, second) = (a.keys(in_a), b.keys(in_b));
    let known: HashSet<&str> = first.iter().copied().collect();
    let shared = second.iter().filter(|key| known.contains(*key)).count();
    2.0 * shared as f64 / (first.len() + second.len()).max(1) as f64
}

/// A run of words that were all kept, cut or added; indices among the words of the passages.
struct Run {
    change: Change,
    a: Indices<usize>,
    b: Indices<usize>,
}

/// The difference of two passages, in order; what was cut stands before what was added in its place.
fn runs(a: &[(Span, String)], b: &[(Span, String)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut at_a, mut at_b) = (0, 0);
    let end = (a.len(), b.len());
    for (in_a, in_b) in kept(a, b).into_iter().chain([end]) {
        if in_a > at_a {
            runs.push(Run {
                change: Change::Cut,
                a: at_a..in_a,
                b: at_b..at_b,
            });
        }
        if in_b > at_b {
            runs.push(Run {
                change: Change::Added,
                a: in_a..in_a,
                b: at_b..in_b,
            });
        }
        if (in_a, in_b) == end {
            break;
        }
        (at_a, at_b) = (in_a + 1, in_b + 1);
        match runs.last_mut().filter(|run| run.change == Change::Same) {
            Some(run) => (run.a.end, run.b.end) = (at_a, at_b),
            None => runs.push(Run {
                change: Change::Same,
                a: in_a..at_a,
                b: in_b..at_b,
            }),
        }
    }
    runs
}

/// The words that both passages keep in the same order: equal beginnings and ends, and the longest chain of equal words between.
fn kept(a: &[(Span, String)], b: &[(Span, String)]) -> Vec<(usize, usize)> {
    let same = |(x, y): &(&(Span, String), &(Span, String))| x.1 == y.1;
    let begin = a.iter().zip(b).take_while(same).count();
    let (rest_a, rest_b) = (
        a.get(begin..).unwrap_or_default(),
        b.get(begin..).unwrap_or_default(),
    );
    let finish = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(same)
        .count();
    let (middle_a, middle_b) = (rest_a.len() - finish, rest_b.len() - finish);
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, key)) in rest_b.iter().take(middle_b).enumerate() {
        places.entry(key).or_default().push(at);
    }
    let mut links = Vec::new();
    for (at, (_, key)) in rest_a.iter().take(middle_a).enumerate() {
        let met = places.get(key.as_str()).filter(|met| met.len() <= MAX_POSTINGS);
        links.extend(met.into_iter().flatten().map(|other| Link {
            a: begin + at,
            b: begin + other,
            weight: 1,
        }));
    }
    let middle = heaviest(&links).into_iter().map(|link| (link.a, link.b));
    let ends = (0..finish).map(|at| (begin + middle_a + at, begin + middle_b + at));
    (0..begin).map(|at| (at, at)).chain(middle).chain(ends).collect()
}

#[cfg(test)]
mod tests;
