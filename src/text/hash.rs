//! Hashes of words. They are the same on every machine and in every build, because the tagger's model holds them instead of words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Mixes two numbers into one: their product's halves folded together, as wyhash does (Wang Yi 2019).
#[inline]
#[must_use]
pub fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a ^ 0x9E37_79B9_7F4A_7C15) * u128::from(b ^ 0xD6E8_FEB8_6659_FD93);
    (product >> 64) as u64 ^ product as u64
}

/// Hash of letters (FNV-1a, mixed).
#[inline]
#[must_use]
pub fn hash(letters: &str) -> u64 {
    let fnv = letters.bytes().fold(0xCBF2_9CE4_8422_2325u64, |h, byte| {
        (h ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    mix(fnv, 1)
}

/// Hash of a name with one word more.
#[inline]
#[must_use]
pub fn join(name: u64, word: u64) -> u64 {
    mix(name, word)
}

/// Hash of a name's words, particles and all.
///
/// ```
/// use warraq::text::hash::{hash, join, name_hash};
/// assert_eq!(name_hash(["بيت", "لحم"].into_iter()), join(hash("بيت"), hash("لحم")));
/// ```
#[must_use]
pub fn name_hash<'w>(mut words: impl Iterator<Item = &'w str>) -> u64 {
    let first = words.next().map_or(0, hash);
    words.fold(first, |name, word| join(name, hash(word)))
}

/// A map whose keys are hashes already, and are not hashed again.
pub type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Itself>>;

/// Takes a number for its own hash.
#[derive(Default)]
pub struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |h, byte| mix(h, u64::from(*byte)));
    }
}
