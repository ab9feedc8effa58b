//! Hashes of words. They are the same on every machine and in every build, because the tagger's model holds them instead of words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Mixes two numbers into one: their product's halves folded together, as wyhash does (Wang Yi 2019).
#[inline]
#[must_use]
pub fn mix(a: u64, b: u64) -> u64 {
    let (a, b) = (a ^ 0x9E37_79B9_7F4A_7C15, b ^ 0xD6E8_FEB8_6659_FD93);
    high(a, b) ^ a.wrapping_mul(b)
}

/// The upper half of a product. WebAssembly has no instruction for it, and the compiler's own way there is a call through memory.
#[inline]
fn high(a: u64, b: u64) -> u64 {
    if cfg!(target_arch = "wasm32") {
        by_halves(a, b)
    } else {
        ((u128::from(a) * u128::from(b)) >> 64) as u64
    }
}

#[inline]
fn by_halves(a: u64, b: u64) -> u64 {
    const LOW: u64 = u32::MAX as u64;
    let [(a_high, a_low), (b_high, b_low)] = [a, b].map(|n| (n >> 32, n & LOW));
    let first = a_high * b_low + ((a_low * b_low) >> 32);
    let second = a_low * b_high + (first & LOW);
    a_high * b_high + (first >> 32) + (second >> 32)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn halves_make_the_product(a: u64, b: u64) {
            prop_assert_eq!(u128::from(by_halves(a, b)), (u128::from(a) * u128::from(b)) >> 64);
        }
    }
}
