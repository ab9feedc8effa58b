//! A set of hashes in a few bits each: what stands for words, phrases and features that the model knows.
//!
//! Only the top `bits` bits of a hash are kept. A stranger is taken for a member with a chance of one in 2^`bits` for each member,
//! which is chosen so that the model's accuracy does not feel it; in return nothing needs the strings.

use super::coder::{Decoder, Numbers};

/// A sorted set of hashes; [`HashIndex::find`] gives a member's place in it.
#[derive(Clone, Debug, Default)]
pub struct HashIndex {
    bits: u32,
    /// How many of the bits choose the bucket.
    bucket_bits: u32,
    buckets: Vec<Bucket>,
    /// The members' other bits.
    rest: Vec<u16>,
}

/// The members whose hashes begin alike. A few words of memory: most strangers are turned away after one look at them.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    /// A bit for each part of the bucket, set where a member falls.
    occupied: u64,
    /// The place of its first member.
    start: u32,
    count: u32,
}

/// Bits of a hash after the bucket's that choose a part of it.
const PART_BITS: u32 = 6;

/// Bits of a hash that tell members of one bucket apart, at most.
const REST_BITS: u32 = 16;

impl HashIndex {
    /// From the members' top `bits` bits, sorted and each once.
    #[must_use]
    pub fn new(members: &[u32], bits: u32) -> Self {
        // Two to four members a bucket.
        let bucket_bits = (usize::BITS - members.len().leading_zeros())
            .saturating_sub(2)
            .clamp(bits.saturating_sub(REST_BITS), bits.saturating_sub(PART_BITS));
        let rest_bits = bits - bucket_bits;
        let mut buckets = vec![Bucket::default(); 1 << bucket_bits];
        for member in members {
            if let Some(bucket) = buckets.get_mut((member >> rest_bits) as usize) {
                let part = u64::from(*member) << (64 - bits) << bucket_bits >> (64 - PART_BITS);
                bucket.occupied |= 1 << part;
                bucket.count += 1;
            }
        }
        let mut start = 0;
        for bucket in &mut buckets {
            bucket.start = start;
            start += bucket.count;
        }
        let mask = (1u32 << rest_bits) - 1;
        HashIndex {
            bits,
            bucket_bits,
            buckets,
            rest: members.iter().map(|member| (member & mask) as u16).collect(),
        }
    }

    /// The place of `hash` among the members, or `None`.
    #[inline]
    #[must_use]
    pub fn find(&self, hash: u64) -> Option<usize> {
        let bucket = self
            .buckets
            .get((hash >> 32 >> (32 - self.bucket_bits)) as usize)?;
        let inside = hash << self.bucket_bits;
        let upwards = bucket.occupied >> (inside >> (64 - PART_BITS));
        if upwards & 1 == 0 {
            return None;
        }
        // Each occupied part below has a member at least.
        let below = (bucket.occupied.count_ones() - upwards.count_ones()) as usize;
        let rest = (inside >> 32 >> (32 - (self.bits - self.bucket_bits))) as u16;
        let start = bucket.start as usize;
        let members = self.rest.get(start + below..start + bucket.count as usize)?;
        let place = members.iter().position(|member| *member >= rest)?;
        (members.get(place) == Some(&rest)).then_some(start + below + place)
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rest.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Reads what `HashIndex::write` wrote.
    #[must_use]
    pub fn read(decoder: &mut Decoder) -> Self {
        let bits = decoder.raw(5);
        let count = decoder.raw(24);
        let (mut gaps, shift) = (Numbers::default(), gap_bits(bits, count));
        let mut members = Vec::with_capacity(count as usize);
        let mut last = 0u32;
        for _ in 0..count {
            let gap = decoder.number(&mut gaps) << shift | decoder.raw(shift);
            last = last.saturating_add(gap).min((1 << bits) - 1);
            members.push(last);
        }
        HashIndex::new(&members, bits)
    }
}

/// The low bits of a gap between members, which are noise: half the mean gap's length and more.
fn gap_bits(bits: u32, count: u32) -> u32 {
    bits.saturating_sub(32 - count.leading_zeros()).saturating_sub(3)
}

/// The members that stand for `hashes`: their top `bits` bits, sorted, each once.
#[must_use]
pub fn members(hashes: impl Iterator<Item = u64>, bits: u32) -> Vec<u32> {
    let mut members: Vec<u32> = hashes.map(|hash| (hash >> 32 >> (32 - bits)) as u32).collect();
    members.sort_unstable();
    members.dedup();
    members
}

#[cfg(any(test, feature = "train"))]
impl HashIndex {
    /// The set in bytes.
    pub fn write(&self, encoder: &mut super::coder::Encoder) {
        encoder.raw(self.bits, 5);
        encoder.raw(self.rest.len() as u32, 24);
        let (mut gaps, shift) = (Numbers::default(), gap_bits(self.bits, self.rest.len() as u32));
        let mut last = 0;
        for (number, bucket) in (0u32..).zip(&self.buckets) {
            let members = self.rest.iter().skip(bucket.start as usize);
            for rest in members.take(bucket.count as usize) {
                let member = number << (self.bits - self.bucket_bits) | u32::from(*rest);
                encoder.number(&mut gaps, (member - last) >> shift);
                encoder.raw((member - last) & ((1 << shift) - 1), shift);
                last = member;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::coder::Encoder;
    use super::*;

    fn hashes(count: u64) -> Vec<u64> {
        (1..=count)
            .map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15))
            .collect()
    }

    #[test]
    fn members_are_found_and_strangers_are_not() {
        for count in [0, 1, 7, 1000] {
            let members = members(hashes(count).into_iter(), 26);
            let index = HashIndex::new(&members, 26);
            let mut places: Vec<usize> = hashes(count)
                .iter()
                .filter_map(|hash| index.find(*hash))
                .collect();
            places.sort_unstable();
            assert!(places.into_iter().eq(0..count as usize), "{count} members");
            let strangers = hashes(2000)
                .into_iter()
                .skip(1000)
                .filter(|h| index.find(*h).is_some());
            assert!(strangers.count() < 3);
        }
    }

    #[test]
    fn a_set_comes_back_from_its_bytes() {
        let members = members(hashes(3000).into_iter(), 25);
        let mut encoder = Encoder::default();
        HashIndex::new(&members, 25).write(&mut encoder);
        let bytes = encoder.finish();
        assert!(bytes.len() * 8 < 3000 * 16, "{} bytes", bytes.len());
        let index = HashIndex::read(&mut Decoder::new(&bytes));
        assert_eq!(index.len(), 3000);
        assert!(hashes(3000).iter().all(|hash| index.find(*hash).is_some()));
    }
}
