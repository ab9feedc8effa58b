//! What the tagger knows of words before it sees them in context: classes learned from unlabelled text, and lists of names, the lexicon's among them.

use std::collections::HashMap;

use super::index::{HashIndex, members};
use crate::lexicon::{self, Entry, Kind};
use crate::text::hash::name_hash;

/// A set of lists, a bit for each: the model's own in the lowest eight bits, then the lexicon's ([`Reading`]).
pub type Lists = u32;

/// Coarser cuts of the classes, finest first: 256, 128, 64, 32 and 16 classes.
pub const CUTS: usize = 5;

/// Words' classes and lists of names, by hash.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    pub(super) words: HashIndex,
    pub(super) classes: Vec<u16>,
    /// For each class, the class of it in every cut.
    pub(super) cuts: Vec<[u16; CUTS]>,
    pub(super) names: HashIndex,
    pub(super) lists: Vec<Lists>,
    pub(super) lexicon: HashIndex,
    pub(super) readings: Vec<Lists>,
}

/// The lexicon's kinds and classes as lists.
pub struct Reading;

impl Reading {
    /// Words that announce a name or tell what it is: titles, class words, ministries, adjectives of nationality, verbs of saying.
    pub const ROLES: Lists = 0x7F << Self::OFFICE;
    const OFFICE: u32 = 18;

    /// The bit of a lexicon entry.
    #[must_use]
    pub fn of(entry: &Entry) -> Lists {
        let bit = match (entry.kind, entry.class) {
            (Kind::Person, "given") => 9,
            (Kind::Person, "family" | "particle") => 10,
            (Kind::Person, _) => 8,
            (Kind::Location, "country" | "territory" | "former") => 11,
            (Kind::Location, "capital" | "city" | "town") => 12,
            (Kind::Location, _) => 13,
            (
                Kind::Organization,
                "paper" | "channel" | "agency" | "network" | "site" | "magazine" | "radio",
            ) => 14,
            (Kind::Organization, "party" | "coalition" | "movement" | "armed" | "army" | "unit") => 15,
            (Kind::Organization, "company" | "club" | "university" | "bank" | "federation") => 16,
            (Kind::Organization | Kind::Misc, _) => 17,
            (Kind::Title, "office") => Self::OFFICE,
            (Kind::Title, _) => 19,
            (Kind::OrgClass, _) => 20,
            (Kind::LocClass, _) => 21,
            (Kind::Ministry, _) => 22,
            (Kind::Adjective, _) => 23,
            (Kind::Say, _) => 24,
            (Kind::Stop, _) => 25,
            (Kind::Lemma, _) => 26,
            (Kind::Whole, "name") => 27,
            (Kind::Month | Kind::Weekday | Kind::Ordinal, _) => 28,
            (Kind::Whole | Kind::Portal, _) => return 0,
        };
        let doubtful = if entry.ambiguous && bit <= 17 { 1 << 29 } else { 0 };
        1 << bit | doubtful
    }
}

/// The lexicon by hash, because a feature asks ten times for every word.
fn lexicon_lists() -> (HashIndex, Vec<Lists>) {
    let mut lists: HashMap<u64, Lists> = HashMap::new();
    lexicon::for_each(|key, entry| {
        let bits = Reading::of(entry);
        if bits != 0 && key.split(' ').count() <= LONGEST {
            *lists.entry(name_hash(key.split(' '))).or_default() |= bits;
        }
    });
    const BITS: u32 = 28;
    let index = HashIndex::new(&members(lists.keys().copied(), BITS), BITS);
    let mut readings = vec![0; index.len()];
    for (name, bits) in lists {
        if let Some(slot) = index.find(name).and_then(|place| readings.get_mut(place)) {
            *slot |= bits;
        }
    }
    (index, readings)
}

/// The most words a listed name may have.
pub const LONGEST: usize = 6;

impl Knowledge {
    /// The word's class, 1 and up, or 0 where the word is not known.
    #[inline]
    #[must_use]
    pub fn class(&self, word: u64) -> u16 {
        let class = self.words.find(word).and_then(|place| self.classes.get(place));
        class.copied().unwrap_or(0)
    }

    /// A class in a coarser cut; 0 for 0.
    #[inline]
    #[must_use]
    pub fn cut(&self, class: u16, cut: usize) -> u16 {
        let cuts = self.cuts.get(usize::from(class).wrapping_sub(1));
        cuts.and_then(|cuts| cuts.get(cut)).copied().unwrap_or(0)
    }

    /// The lists that hold the name.
    #[inline]
    #[must_use]
    pub fn lists(&self, name: u64) -> Lists {
        let lists = self.names.find(name).and_then(|place| self.lists.get(place));
        let readings = self.lexicon.find(name).and_then(|place| self.readings.get(place));
        lists.copied().unwrap_or(0) | readings.copied().unwrap_or(0)
    }

    /// Knows the lexicon's words too.
    #[must_use]
    pub fn with_lexicon(self) -> Self {
        let (lexicon, readings) = lexicon_lists();
        Knowledge {
            lexicon,
            readings,
            ..self
        }
    }
}

#[cfg(any(test, feature = "train"))]
impl Knowledge {
    /// From every word's hash and class, each class's cuts, and every name's hash and lists. Hashes are cut to as many bits as
    /// keep strangers out: one unknown word in 200 passes for a known one, one unknown name in 1,000.
    #[must_use]
    pub fn new(words: &[(u64, u16)], cuts: Vec<[u16; CUTS]>, names: &[(u64, Lists)]) -> Knowledge {
        let bits = |count: usize, odds: u32| (usize::BITS - count.leading_zeros() + odds).clamp(8, 30);
        let (word_bits, name_bits) = (bits(words.len(), 7), bits(names.len(), 9));
        let words_index = HashIndex::new(&members(words.iter().map(|w| w.0), word_bits), word_bits);
        let names_index = HashIndex::new(&members(names.iter().map(|n| n.0), name_bits), name_bits);
        let mut classes = vec![0; words_index.len()];
        // The more frequent word stands first and keeps the place that two share.
        for (word, class) in words.iter().rev() {
            if let Some(slot) = words_index.find(*word).and_then(|place| classes.get_mut(place)) {
                *slot = *class;
            }
        }
        let mut lists = vec![0; names_index.len()];
        for (name, bits) in names {
            if let Some(slot) = names_index.find(*name).and_then(|place| lists.get_mut(place)) {
                *slot |= bits;
            }
        }
        Knowledge {
            words: words_index,
            classes,
            cuts,
            names: names_index,
            lists,
            ..Knowledge::default()
        }
    }
}
