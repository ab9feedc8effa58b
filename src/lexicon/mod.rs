//! The lexicons: facts about names and words, written down in the tables of this folder, packed by the build script and walked as one
//! automaton (`fst`) whose keys are folded spellings.
//!
//! In: folded words. Out: [`Entry`], every reading of a word or phrase.

use std::sync::LazyLock;

use fst::Streamer;
use fst::raw::{CompiledAddr, Output};

#[cfg(any(test, feature = "tools"))]
use crate::text::fold;

pub mod background;
#[allow(dead_code)] // Only the build script packs.
mod front_coding;
mod letters;
#[cfg(any(test, feature = "tools"))]
pub mod table;
mod unpack;

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.pack"));
include!(concat!(env!("OUT_DIR"), "/lexicon_classes.rs"));

static LEXICON: LazyLock<Option<unpack::Unpacked>> = LazyLock::new(|| unpack::unpack(PACK));

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
pub fn lookup(key: &str) -> Vec<Entry> {
    let mut walk = Walk::new();
    if walk.feed(key) {
        walk.entries()
    } else {
        Vec::new()
    }
}

/// Whether any reading of `key` satisfies `test`.
#[must_use]
pub fn any(key: &str, test: impl Fn(&Entry) -> bool) -> bool {
    lookup(key).iter().any(test)
}

/// A walk through the automaton, word by word: the way to find phrases in running text.
#[derive(Clone, Copy)]
pub struct Walk {
    addr: CompiledAddr,
    output: u64,
}

impl Default for Walk {
    fn default() -> Self {
        Walk::new()
    }
}

impl Walk {
    /// At the root, before any letter.
    #[must_use]
    pub fn new() -> Self {
        Walk {
            addr: LEXICON.as_ref().map_or(0, |l| l.automaton.root().addr()),
            output: 0,
        }
    }

    /// Goes on by the letters of `part`; `false` where no key begins so, and then the walk is over.
    pub fn feed(&mut self, part: &str) -> bool {
        part.bytes().all(|byte| self.step(byte))
    }

    fn step(&mut self, byte: u8) -> bool {
        let Some(fst) = LEXICON.as_ref().map(|l| &l.automaton) else {
            return false;
        };
        let node = fst.node(self.addr);
        let Some(index) = node.find_input(byte) else {
            return false;
        };
        let transition = node.transition(index);
        self.addr = transition.addr;
        self.output += transition.out.value();
        true
    }

    /// The readings of exactly what was fed; empty where it is only the beginning of a key.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut found = Vec::new();
        let mut at = *self;
        let Some(fst) = LEXICON.as_ref().map(|l| &l.automaton) else {
            return found;
        };
        if !at.step(0) {
            return found;
        }
        for kind in fst.node(at.addr).transitions() {
            let class_node = fst.node(kind.addr);
            for class in class_node.transitions() {
                let end = fst.node(class.addr);
                let value = Output::new(at.output + kind.out.value() + class.out.value());
                let value = if end.is_final() {
                    value.cat(end.final_output()).value()
                } else {
                    continue;
                };
                found.extend(entry(kind.inp, class.inp, value));
            }
        }
        found
    }
}

/// Hands every key with each of its readings to `see`, sorted by key.
pub fn for_each(mut see: impl FnMut(&str, Entry)) {
    let Some(lexicon) = LEXICON.as_ref() else {
        return;
    };
    let mut rows = lexicon.automaton.stream();
    while let Some((row, value)) = rows.next() {
        let Some((key, &[0, kind, class])) = row.split_last_chunk::<3>() else {
            continue;
        };
        if let (Ok(key), Some(entry)) = (std::str::from_utf8(key), entry(kind, class, value.value())) {
            see(key, entry);
        }
    }
}

fn entry(kind: u8, class: u8, value: u64) -> Option<Entry> {
    let kind = match kind {
        b'P' => Kind::Person,
        b'L' => Kind::Location,
        b'O' => Kind::Organization,
        b'M' => Kind::Misc,
        b'T' => Kind::Title,
        b'C' => Kind::OrgClass,
        b'c' => Kind::LocClass,
        b'm' => Kind::Ministry,
        b'A' => Kind::Adjective,
        b'S' => Kind::Say,
        b's' => Kind::Stop,
        b'l' => Kind::Lemma,
        b'1' => Kind::Month,
        b'2' => Kind::Weekday,
        b'3' => Kind::Ordinal,
        b'p' => Kind::Portal,
        _ => Kind::Whole,
    };
    Some(Entry {
        kind,
        class: CLASSES.get(class as usize - 1)?,
        ambiguous: value & 1 == 1,
        name: LEXICON.as_ref()?.name((value >> 1) as usize)?,
    })
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
