//! Names that the lexicon knows, found where they stand, with attached particles left outside.

use super::pattern::is_origin;
use super::words::{Beginning, Word};
use super::{EntityKind, Found};
use crate::lexicon::{Entry, Kind, Walk};

/// Longest name in words that the lexicon is walked for.
const LONGEST: usize = 9;

/// Finds names from left to right, the longest that begins at a word first.
#[must_use]
pub fn find(words: &[Word]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match longest(words, at) {
            Some(name) => {
                at = name.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

fn longest(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at).filter(|word| !word.is_mark())?;
    let mut best: Option<Found> = None;
    for beginning in word.beginnings.iter().filter(|b| b.skip == 0 || !word.is_whole) {
        let Some(name) = from(words, at, beginning) else {
            continue;
        };
        // The whole word before a split of it, unless the split makes a longer name: «والد» is no «و» + «الد».
        if best.as_ref().is_none_or(|b| name.end > b.end) {
            best = Some(name);
        }
    }
    best
}

/// The longest name that begins so.
fn from(words: &[Word], at: usize, beginning: &Beginning) -> Option<Found> {
    let mut best = None;
    walk(words, at, beginning, |end, entries| {
        if let Some((kind, entry)) = reading(words, at, end, entries) {
            let reason = if beginning.skip == 0 {
                "lexicon"
            } else {
                "lexicon-split"
            };
            let score = if entry.ambiguous { 0.7 } else { 0.95 };
            best = Some(Found {
                first: at,
                end,
                skip: beginning.skip,
                kind,
                score,
                reason,
                known: Some(entry.name),
            });
        }
    });
    best
}

/// Shows `see` the readings of every phrase of the lexicon that begins so, shorter ones first, with one past its last word.
fn walk(words: &[Word], at: usize, beginning: &Beginning, mut see: impl FnMut(usize, &[Entry])) {
    let mut walk = Walk::new();
    let run = words.get(at..words.len().min(at + LONGEST)).unwrap_or_default();
    let sentence = run.first().map(|w| w.sentence);
    for (n, word) in run
        .iter()
        .enumerate()
        .take_while(|(_, w)| Some(w.sentence) == sentence)
    {
        let key = if n == 0 { &beginning.key } else { &word.key };
        if !walk.feed(key) {
            break;
        }
        see(at + n + 1, walk.entries());
    }
}

/// The longest phrase of the lexicon at word `at` that `accept` takes, particles before it left out: one past its last word, bytes of
/// particles, and the reading.
pub(crate) fn phrase(
    words: &[Word],
    at: usize,
    accept: impl Fn(&Entry) -> bool,
) -> Option<(usize, u32, Entry)> {
    let word = words.get(at).filter(|word| !word.is_mark())?;
    let mut best: Option<(usize, u32, Entry)> = None;
    for beginning in word.beginnings.iter() {
        walk(words, at, beginning, |end, entries| {
            if let Some(entry) = entries
                .iter()
                .find(|entry| accept(entry))
                .filter(|_| best.is_none_or(|(longest, ..)| end > longest))
            {
                best = Some((end, beginning.skip, *entry));
            }
        });
    }
    best
}

/// The reading of words `at..end` as a whole name, if the lexicon and the neighbours allow one.
fn reading(words: &[Word], at: usize, end: usize, entries: &[Entry]) -> Option<(EntityKind, Entry)> {
    let whole = entries.iter().filter_map(|entry| Some((kind_of(entry)?, *entry)));
    let clear = whole.clone().find(|(_, entry)| !entry.ambiguous);
    clear.or_else(|| {
        whole
            .into_iter()
            .find(|(kind, _)| context_speaks_for(*kind, words, at, end))
    })
}

/// The kind of name that an entry is by itself; a given or family name alone is only part of one.
fn kind_of(entry: &Entry) -> Option<EntityKind> {
    match entry.kind {
        Kind::Person => (entry.class == "person").then_some(EntityKind::Person),
        Kind::Location => Some(EntityKind::Location),
        Kind::Organization => Some(EntityKind::Organization),
        Kind::Misc => Some(EntityKind::Misc),
        _ => None,
    }
}

/// Whether an ambiguous word is a name here: a title before a person, «مدينة» before a place, a class word or quotation marks
/// around an organisation.
fn context_speaks_for(kind: EntityKind, words: &[Word], at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    let has = |wanted: Kind| before.is_some_and(|w| is(w, wanted));
    let quoted =
        before.is_some_and(|w| opens_quote(&w.key)) && words.get(end).is_some_and(|w| closes_quote(&w.key));
    match kind {
        EntityKind::Person => has(Kind::Title),
        EntityKind::Location => has(Kind::LocClass) || of_nation(words, at),
        EntityKind::Organization => has(Kind::OrgClass) || quoted,
        EntityKind::Misc => false,
    }
}

/// Whether a class word and an adjective of nationality stand before: «العاصمة الأردنية عمان».
fn of_nation(words: &[Word], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|i| words.get(i));
    before(1).is_some_and(is_origin) && before(2).is_some_and(|word| is(word, Kind::LocClass))
}

/// Whether a word has a reading of this kind, with or without a joined «و», «ف», «ب» or «ل».
pub(super) fn is(word: &Word, wanted: Kind) -> bool {
    word.beginnings
        .iter()
        .any(|b| crate::lexicon::any(&b.key, |entry| entry.kind == wanted))
}

/// Whether a character is a quotation mark.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '«' | '»' | '“' | '”' | '„' | '"' | '\'' | '‘' | '’' | '‹' | '›'
    )
}

pub(super) fn opens_quote(mark: &str) -> bool {
    matches!(mark, "«" | "“" | "”" | "\"" | "'" | "‘" | "„")
}

pub(super) fn closes_quote(mark: &str) -> bool {
    matches!(mark, "»" | "”" | "“" | "\"" | "'" | "’")
}
