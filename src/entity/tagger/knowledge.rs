//! What the tagger knows of words before it sees them in context: classes and leanings learned from unlabelled text, and the lexicon's
//! readings.

use super::index::{HashIndex, members};
use super::leaning::{Leaning, UNKNOWN};
use crate::lexicon::{self, Entry, Kind};
use crate::text::hash::{ByHash, hash, name_hash};

/// A set of the lexicon's lists, a bit for each: see `list`.
pub type Lists = u32;

/// Coarser cuts of the classes, finest first: 256, 128, 64, 32 and 16 classes.
pub const CUTS: usize = 5;

/// One more than the finest of those cuts has.
pub(super) const NEIGHBOURHOODS: usize = 257;

/// The most words a listed name may have.
pub const LONGEST: usize = 6;

/// Words' classes and leanings, and names' lists, by hash.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    pub(super) words: HashIndex,
    pub(super) classes: Vec<u16>,
    /// For each class, the class of it in every cut.
    pub(super) cuts: Vec<[u16; CUTS]>,
    /// Which kind of name each word leans to; none where that was not learned.
    pub leanings: Vec<Leaning>,
    names: HashIndex,
    lists: Vec<Lists>,
    /// First words of names of several words.
    openers: HashIndex,
}

impl Knowledge {
    /// Words, each with its class from 1, and each class's cuts; no names yet.
    #[must_use]
    pub fn of_words(words: HashIndex, classes: Vec<u16>, cuts: Vec<[u16; CUTS]>) -> Self {
        Knowledge {
            words,
            classes,
            cuts,
            ..Knowledge::default()
        }
    }

    /// The word's class, 1 and up, or 0 where the word is not known.
    #[inline]
    #[must_use]
    pub fn class(&self, word: u64) -> u16 {
        let class = self.place(word).and_then(|place| self.classes.get(place));
        class.copied().unwrap_or(0)
    }

    /// Which kind of name the word leans to.
    #[inline]
    #[must_use]
    pub fn leaning(&self, word: u64) -> Leaning {
        let leaning = self.place(word).and_then(|place| self.leanings.get(place));
        leaning.copied().unwrap_or(UNKNOWN)
    }

    /// The word's place among all words, or `None` where it is not known.
    #[inline]
    #[must_use]
    pub fn place(&self, word: u64) -> Option<usize> {
        self.words.find(word)
    }

    /// The coarser class of the word at `place`, below [`NEIGHBOURHOODS`]: words of one lean alike.
    #[must_use]
    pub(super) fn neighbourhood(&self, place: usize) -> usize {
        let class = self.classes.get(place).copied().unwrap_or(0);
        usize::from(self.cut(class, 0)) % NEIGHBOURHOODS
    }

    /// How many words are known.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words.len()
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
        lists.copied().unwrap_or(0)
    }

    /// Whether a listed name of several words may begin with the word: most words spare the search for one.
    #[inline]
    #[must_use]
    pub fn opens(&self, word: u64) -> bool {
        self.openers.find(word).is_some()
    }

    /// Knows these names, keys with single spaces between their words, instead of those before.
    #[must_use]
    pub fn with_names<K: AsRef<str>>(self, names: impl Iterator<Item = (K, Lists)>) -> Self {
        let mut listed = Names::default();
        for (key, bits) in names {
            listed.add(key.as_ref(), bits);
        }
        self.with(&listed)
    }

    /// Knows the lexicon's names and words: by hash, because features ask ten times for every word.
    #[must_use]
    pub fn with_lexicon(self) -> Self {
        let mut listed = Names::default();
        lexicon::for_each(|key, entry| {
            let bits = list(entry);
            if bits != 0 && key.split(' ').count() <= LONGEST {
                listed.add(key, bits);
            }
        });
        self.with(&listed)
    }

    fn with(self, listed: &Names) -> Self {
        let names = index(listed.names.keys().copied());
        let mut lists = vec![0; names.len()];
        for (name, bits) in &listed.names {
            if let Some(slot) = names.find(*name).and_then(|place| lists.get_mut(place)) {
                *slot |= bits;
            }
        }
        Knowledge {
            names,
            lists,
            openers: index(listed.openers.iter().copied()),
            ..self
        }
    }
}

/// An index that takes one unknown name in 5,000 for a known one.
fn index(hashes: impl Iterator<Item = u64>) -> HashIndex {
    const BITS: u32 = 28;
    HashIndex::new(&members(hashes, BITS), BITS)
}

/// Names with their lists, by hash, and first words of names of several words.
#[derive(Default)]
struct Names {
    names: ByHash<Lists>,
    openers: Vec<u64>,
}

impl Names {
    fn add(&mut self, key: &str, bits: Lists) {
        if let Some((first, _)) = key.split_once(' ') {
            self.openers.push(hash(first));
        }
        *self.names.entry(name_hash(key.split(' '))).or_default() |= bits;
    }
}

#[cfg(any(test, feature = "train"))]
impl Knowledge {
    /// From every word's hash and class, the more frequent word first, and each class's cuts. Hashes are cut to as many bits as keep
    /// most strangers out: one unknown word in 45 passes for a known one.
    #[must_use]
    pub fn new(words: &[(u64, u16)], cuts: Vec<[u16; CUTS]>) -> Self {
        let bits = (usize::BITS - words.len().leading_zeros() + 5).clamp(8, 30);
        let index = HashIndex::new(&members(words.iter().map(|w| w.0), bits), bits);
        let mut classes = vec![0; index.len()];
        // The more frequent word keeps the place that two share.
        for (word, class) in words.iter().rev() {
            if let Some(slot) = index.find(*word).and_then(|place| classes.get_mut(place)) {
                *slot = *class;
            }
        }
        Knowledge::of_words(index, classes, cuts)
    }
}

/// The first bit of [`ROLES`].
pub const FIRST_ROLE: u32 = 10;

/// Lists of words that announce a name or tell what it is: titles, class words, ministries, adjectives of nationality, verbs of saying.
pub const ROLES: Lists = 0x7F << FIRST_ROLE;

/// The list of a lexicon entry, and a bit that says whether a name is doubtful; 0 for what tells nothing of names.
fn list(entry: &Entry) -> Lists {
    let bit = match (entry.kind, entry.class) {
        (Kind::Person, "given") => 1,
        (Kind::Person, "family" | "particle") => 2,
        (Kind::Person, _) => 0,
        (Kind::Location, "country" | "territory" | "former") => 3,
        (Kind::Location, "capital" | "city" | "town") => 4,
        (Kind::Location, _) => 5,
        (Kind::Organization, "paper" | "channel" | "agency" | "network" | "site" | "magazine" | "radio") => 6,
        (Kind::Organization, "party" | "coalition" | "movement" | "armed" | "army" | "unit") => 7,
        (Kind::Organization, "company" | "club" | "university" | "bank" | "federation") => 8,
        (Kind::Organization | Kind::Misc, _) => 9,
        (Kind::Title, "office") => FIRST_ROLE,
        (Kind::Title, _) => 11,
        (Kind::OrgClass, _) => 12,
        (Kind::LocClass, _) => 13,
        (Kind::Ministry, _) => 14,
        (Kind::Adjective, _) => 15,
        (Kind::Say, _) => 16,
        (Kind::Stop, _) => 17,
        (Kind::Lemma, _) => 18,
        (Kind::Whole, "name") => 19,
        (Kind::Month | Kind::Weekday | Kind::Ordinal, _) => 20,
        (Kind::Whole | Kind::Portal, _) => return 0,
    };
    let doubtful = if entry.ambiguous && bit < FIRST_ROLE {
        1 << 21
    } else {
        0
    };
    1 << bit | doubtful
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_tells_what_words_are() {
        let knowledge = Knowledge::default().with_lexicon();
        let cases = [
            ("بكين", 4),
            ("وزير الخارجيه", FIRST_ROLE),
            ("وزاره", 12),
            ("فرنسي", 15),
        ];
        for (name, bit) in cases {
            assert!(
                knowledge.lists(name_hash(name.split(' '))) & 1 << bit != 0,
                "{name}"
            );
        }
        assert_eq!(knowledge.lists(name_hash(["بلابلابلا"].into_iter())), 0);
    }
}
