//! The lexicon as the build script packs it, read back at the first look-up.
//!
//! An automaton is quick to walk and hard to compress; sorted keys, each written as what differs from the one before (front coding, Witten,
//! Moffat and Bell 1999), are the opposite, and a third of the size once the page's server has compressed them. So the tables travel
//! as sorted keys, and the automaton is built here, in a few hundredths of a second. The streams, each after its length in four
//! bytes, little-endian:
//!
//! 1. shared: for each key, the bytes it shares with the key before;
//! 2. rest: for each key, its other letters ([`super::letters`]) and an end mark;
//! 3. sorts: the distinct (kind, class, ambiguous) triples;
//! 4. readings: for each key, how many readings less one, and the sort of each;
//! 5. names: for each reading, 0 where its name folds to the key, 1 and two bytes for the reading whose name it shares, 2 for a name of its own;
//! 6. variants: for names that fold to their key, which letter stands for each letter that folding merges;
//! 7. own: the other names, one a line.

use fst::raw::{Builder, Fst};

use super::letters;

/// The automaton, whose values are `reading << 1 | ambiguous`, and where each reading's name stands in `text`.
pub(super) struct Unpacked {
    pub automaton: Fst<Vec<u8>>,
    text: String,
    names: Vec<(u32, u32)>,
}

impl Unpacked {
    /// The name of a reading.
    pub(super) fn name(&self, reading: usize) -> Option<&str> {
        let (start, end) = self.names.get(reading)?;
        self.text.get(*start as usize..*end as usize)
    }
}

struct Stream<'b>(&'b [u8]);

impl<'b> Stream<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn until(&mut self, end: u8) -> Option<&'b [u8]> {
        let at = self.0.iter().position(|b| *b == end)?;
        let (found, rest) = self.0.split_at(at);
        self.0 = rest.get(1..)?;
        Some(found)
    }

    fn block(&mut self) -> Option<Stream<'b>> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (block, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.0 = rest;
        Some(Stream(block))
    }
}

/// Reads the pack; `None` where it is not one.
pub(super) fn unpack(bytes: &[u8]) -> Option<Unpacked> {
    let mut all = Stream(bytes);
    let (mut shared, mut rest, sorts) = (all.block()?, all.block()?, all.block()?);
    let (mut readings, mut how, mut variants, mut own) =
        (all.block()?, all.block()?, all.block()?, all.block()?);
    let sorts: Vec<&[u8; 3]> = sorts
        .0
        .chunks_exact(3)
        .filter_map(|sort| sort.try_into().ok())
        .collect();
    let mut builder = Builder::memory();
    let mut names = Names::default();
    let mut key = Vec::new();
    while let Some(common) = shared.byte() {
        key.truncate(common as usize);
        key.extend(rest.until(letters::END)?);
        let word = letters::read(&key);
        for _ in 0..=readings.byte()? {
            let [kind, class, ambiguous] = **sorts.get(readings.byte()? as usize)?;
            let reading = names.add(&word, &mut how, &mut variants, &mut own)?;
            let mut entry = word.clone().into_bytes();
            entry.extend([0, kind, class]);
            builder.insert(entry, reading << 1 | u64::from(ambiguous)).ok()?;
        }
    }
    names.share()?;
    Some(Unpacked {
        automaton: builder.into_fst(),
        text: names.text,
        names: names.places,
    })
}

#[derive(Default)]
struct Names {
    text: String,
    places: Vec<(u32, u32)>,
    /// Readings that share another's name, which may come later.
    shared: Vec<(usize, usize)>,
}

impl Names {
    fn add(&mut self, word: &str, how: &mut Stream, variants: &mut Stream, own: &mut Stream) -> Option<u64> {
        let start = self.text.len() as u32;
        match how.byte()? {
            0 => {
                for c in word.chars() {
                    let choices = letters::variants(c);
                    let chosen = if choices.is_empty() {
                        c
                    } else {
                        *choices.get(variants.byte()? as usize)?
                    };
                    self.text.push(chosen);
                }
            }
            1 => {
                let other = usize::from(how.byte()?) | usize::from(how.byte()?) << 8;
                self.shared.push((self.places.len(), other));
            }
            _ => self.text.push_str(std::str::from_utf8(own.until(b'\n')?).ok()?),
        }
        self.places.push((start, self.text.len() as u32));
        Some(self.places.len() as u64 - 1)
    }

    fn share(&mut self) -> Option<()> {
        for (reading, other) in std::mem::take(&mut self.shared) {
            let place = *self.places.get(other)?;
            *self.places.get_mut(reading)? = place;
        }
        Some(())
    }
}
