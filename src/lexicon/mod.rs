//! The lexicons: facts about names and words, written down in the tables of this folder, packed by the build script and found by the
//! hashes of their keys, which are folded spellings.
//!
//! In: folded words. Out: [`Entry`], every reading of a word or phrase.

use std::sync::LazyLock;

#[cfg(any(test, feature = "tools"))]
use crate::text::fold;
use crate::text::hash::{hash, join};

pub mod background;
#[allow(dead_code)] // Only the build script packs.
mod front_coding;
mod index;
mod letters;
#[cfg(any(test, feature = "tools"))]
pub mod table;
mod unpack;

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.pack"));
include!(concat!(env!("OUT_DIR"), "/lexicon_classes.rs"));

static LEXICON: LazyLock<index::Index> = LazyLock::new(|| index::Index::of(PACK));

/// What a reading says the word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A person's name, whole or in part (class: person, given, family, particle).
    Person,
    /// A place.
    Location,
    /// An organisation.
    Organization,
    /// Another name.
    Misc,
    /// An office, rank or honorific before a person's name.
    Title,
    /// A word that opens an organisation's name: «وزارة».
    OrgClass,
    /// A word that stands before a place's name: «مدينة».
    LocClass,
    /// What a ministry is of: «الخارجية».
    Ministry,
    /// An adjective of nationality, without ال.
    Adjective,
    /// A verb or phrase of saying.
    Say,
    /// A function word.
    Stop,
    /// A form of a known lemma.
    Lemma,
    /// A whole word that looks as if it began with a particle.
    Whole,
    /// A month; the name is its number.
    Month,
    /// A day of the week; the name is its number, 1 for Monday.
    Weekday,
    /// An ordinal number; the name is the number.
    Ordinal,
    /// A phrase that portals put around an article; the class says what a line of it is.
    Portal,
}

/// One reading of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The finer class: «country», «capital», «family» …
    pub class: &'static str,
    /// Whether the key is also a common word, so that context must speak for this reading.
    pub ambiguous: bool,
    /// The usual spelling of the name, or the lemma.
    pub name: &'static str,
}

impl Entry {
    /// Whether this reading is a function word, which neither names nor says anything by itself.
    pub(crate) fn is_function_word(&self) -> bool {
        self.kind == Kind::Stop && self.class != "filler"
    }
}

/// Every reading of a folded word or phrase.
///
/// ```
/// use warraq::lexicon::{self, Kind};
/// let readings = lexicon::lookup("بكين");
/// assert!(readings.iter().any(|entry| entry.kind == Kind::Location && entry.class == "capital"));
/// ```
#[must_use]
pub fn lookup(key: &str) -> &'static [Entry] {
    let mut walk = Walk::new();
    if key.split(' ').all(|word| walk.feed(word)) {
        walk.entries()
    } else {
        &[]
    }
}

/// Whether any reading of `key` satisfies `test`.
#[must_use]
pub fn any(key: &str, test: impl Fn(&Entry) -> bool) -> bool {
    lookup(key).iter().any(test)
}

/// A walk through the keys, word by word: the way to find phrases in running text.
#[derive(Clone, Copy, Default)]
pub struct Walk {
    /// Hash of the words so far.
    hash: Option<u64>,
    entries: &'static [Entry],
}

impl Walk {
    /// Before the first word.
    #[must_use]
    pub fn new() -> Self {
        Walk::default()
    }

    /// Goes on by a word; `false` where no key begins so, and then the walk is over.
    pub fn feed(&mut self, word: &str) -> bool {
        let word = hash(word);
        let key = self.hash.map_or(word, |before| join(before, word));
        let found = LEXICON.find(key);
        self.hash = Some(key);
        self.entries = found.unwrap_or_default();
        found.is_some()
    }

    /// The readings of exactly what was fed; empty where it is only the beginning of a key.
    #[must_use]
    pub fn entries(&self) -> &'static [Entry] {
        self.entries
    }
}

/// Hands every key with each of its readings to `see`, sorted by key.
pub fn for_each(mut see: impl FnMut(&str, &Entry)) {
    let mut entries = LEXICON.entries().iter();
    for (key, sorts) in unpack::keys(PACK).into_iter().flatten() {
        for entry in entries.by_ref().take(sorts.len()) {
            see(&key, entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_is_found_again() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mut rows = 0;
        for file in files.filter(|path| path.extension().is_some_and(|e| e == "tsv")) {
            for row in table::parse(&std::fs::read_to_string(&file).unwrap()).unwrap() {
                let class = row.class.trim_end_matches('?');
                assert!(
                    lookup(&row.key).iter().any(|e| e.class == class),
                    "{}: {row:?}",
                    file.display()
                );
                rows += 1;
            }
        }
        assert!(rows > 1000, "{rows} rows");
    }

    #[test]
    fn a_name_is_written_as_its_row_says() {
        for (key, name) in [
            ("القاهره", "القاهرة"),
            ("سيرجي لافروف", "سيرغي لافروف"),
            ("الامارات", "الإمارات"),
        ] {
            assert!(
                lookup(key).iter().any(|e| e.name == name),
                "{key}: {:?}",
                lookup(key)
            );
        }
    }
}
