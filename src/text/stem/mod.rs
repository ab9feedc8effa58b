//! Grouping: which forms of a word a table counts as one.
//!
//! In: a word split into particles and base. Out: a [`GroupKey`], the same for all forms of one word. Nearest evidence first: a name is
//! its own group; the lexicon knows the lemma; an ending is taken off where the word without it, or its other inflected form, is known
//! (`inflection`); what nobody knows is stemmed by Snowball's Arabic stemmer (Abainia, Ouamour and Sayoud 2017), which here merges too little to do harm.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::match_key;
use super::particle::Split;
use crate::lexicon::{self, Entry, Kind, background};

mod inflection;

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Arabic));

/// What a group was made by.
///
/// ```
/// use warraq::text::{particle::split, stem::{Grouping, group_key}};
/// let by = |word| group_key(&split(word, &|_| false)).by;
/// assert_eq!((by("الوزراء"), by("بكين")), (Grouping::Lemma, Grouping::Word));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The word is a name, or nothing was known to take off it.
    Word,
    /// The lexicon has the lemma.
    Lemma,
    /// An ending was taken off a known word.
    Ending,
    /// Nobody knows the word: Snowball's stem.
    Stem,
}

/// The key under which all forms of one word are counted: returned by [`group_key`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupKey {
    /// Equal for forms of one word. A folded word mostly; to be compared, not shown.
    pub key: String,
    /// The lemma as it is spelled, where the lexicon knows it. Else the group's most frequent form is what to show.
    pub lemma: Option<&'static str>,
    /// What made the group.
    pub by: Grouping,
}

/// The group of a word that was split.
///
/// ```
/// use warraq::text::{particle::split, stem::group_key};
/// let key = |word| group_key(&split(word, &|_| false)).key;
/// assert_eq!(key("الرئيسان"), key("للرئيس"));
/// assert_ne!(key("عالم"), key("علم"));
/// assert_eq!(group_key(&split("الوزراء", &|_| false)).lemma, Some("وزير"));
/// ```
#[must_use]
pub fn group_key(split: &Split) -> GroupKey {
    group_of(&split.base)
}

/// The group of a base: a folded word without particles, such as the background table lists.
#[must_use]
pub(crate) fn group_of(base: &str) -> GroupKey {
    group_among(base, lexicon::lookup(base))
}

/// As [`group_of`], for a base whose rows in the lexicon are `entries`.
pub(crate) fn group_among(base: &str, entries: &[Entry]) -> GroupKey {
    if let Some(found) = lemma_of(entries) {
        return found;
    }
    let plain = |key: &str, by| GroupKey {
        key: key.to_string(),
        lemma: None,
        by,
    };
    if entries.iter().any(|entry| is_name(entry) && !entry.ambiguous) {
        return plain(base, Grouping::Word);
    }
    if let Some(stem) = inflection::stem(base) {
        let lemma = lemma_of(lexicon::lookup(&stem));
        return lemma.unwrap_or_else(|| plain(&stem, Grouping::Ending));
    }
    if entries.is_empty() && background::per_million(base).is_none() {
        return plain(&SNOWBALL.stem(base), Grouping::Stem);
    }
    plain(base, Grouping::Word)
}

/// The group that the lexicon says: of a lemma, or of an adjective of nationality, whose rows name the place.
fn lemma_of(entries: &[Entry]) -> Option<GroupKey> {
    let found = |kind| {
        entries
            .iter()
            .find(|entry| entry.kind == kind && !entry.ambiguous)
    };
    if let Some(entry) = found(Kind::Lemma) {
        return Some(GroupKey {
            key: match_key(entry.name),
            lemma: Some(entry.name),
            by: Grouping::Lemma,
        });
    }
    // Marked, so that «مصري» is not counted with «مصر».
    found(Kind::Adjective).map(|entry| GroupKey {
        key: format!("{}~", match_key(entry.name)),
        lemma: None,
        by: Grouping::Lemma,
    })
}

/// Whether the entry is a name.
fn is_name(entry: &Entry) -> bool {
    matches!(
        entry.kind,
        Kind::Person | Kind::Location | Kind::Organization | Kind::Misc
    )
}
