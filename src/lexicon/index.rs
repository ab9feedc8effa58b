//! The lexicon in memory: all readings in one list, and where each key's stand, by the key's hash.
//!
//! A look-up happens several times for every word of every article, so it must cost one hash and one glance: an automaton over the
//! letters of the keys took a quarter of the whole analysis. Keys themselves are not kept: that one of sixty thousand 64-bit hashes is
//! also a stranger's has odds of one in 10^14.

use hashbrown::HashTable;

use super::unpack::{self, Sort};
use super::{CLASSES, Entry, Kind};
use crate::text::hash::{hash, join};

/// See the module.
#[derive(Default)]
pub(super) struct Index {
    entries: Vec<Entry>,
    places: HashTable<Place>,
}

/// Where the readings of a key stand; none for what is only the beginning of keys.
struct Place {
    hash: u64,
    first: u32,
    count: u32,
}

impl Index {
    /// Reads a pack; a broken one gives an empty lexicon.
    pub(super) fn of(pack: &'static [u8]) -> Index {
        Index::read(pack).unwrap_or_default()
    }

    fn read(pack: &'static [u8]) -> Option<Index> {
        let (text, names) = unpack::names(pack)?;
        // There is one lexicon, and it is there until the program ends.
        let text: &'static str = text.leak();
        let mut names = names.into_iter();
        let mut index = Index::default();
        for (key, sorts) in unpack::keys(pack)? {
            let first = index.entries.len() as u32;
            let count = sorts.len() as u32;
            for sort in sorts {
                let (start, end) = names.next()?;
                let name = text.get(start as usize..end as usize)?;
                index.entries.push(entry(sort, name)?);
            }
            index.add(&key, first, count);
        }
        index.entries.shrink_to_fit();
        Some(index)
    }

    /// Knows a key's readings, and that its first words begin a key.
    fn add(&mut self, key: &str, first: u32, count: u32) {
        let mut words = key.split(' ').map(hash);
        let Some(mut so_far) = words.next() else { return };
        for word in words {
            self.place(so_far);
            so_far = join(so_far, word);
        }
        let place = self.place(so_far);
        (place.first, place.count) = (first, count);
    }

    fn place(&mut self, hash: u64) -> &mut Place {
        let unknown = Place {
            hash,
            first: 0,
            count: 0,
        };
        let entry = self
            .places
            .entry(hash, |place| place.hash == hash, |place| place.hash);
        entry.or_insert(unknown).into_mut()
    }

    /// The readings of the key with this hash; none, though found, for what is only the beginning of keys.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> Option<&[Entry]> {
        let place = self.places.find(hash, |place| place.hash == hash)?;
        let first = place.first as usize;
        self.entries.get(first..first + place.count as usize)
    }

    /// All readings, by their keys' order.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

fn entry([kind, class, ambiguous]: Sort, name: &'static str) -> Option<Entry> {
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
        ambiguous: ambiguous == 1,
        name,
    })
}
