//! The lexicon as the build script packs it, read back at the first look-up.
//!
//! A table by hash is quick to ask and hard to compress; sorted keys, each written as what differs from the one before (front coding, Witten,
//! Moffat and Bell 1999), are the opposite, and a third of the size once the page's server has compressed them. So the tables travel
//! as sorted keys, and the table by hash ([`super::index`]) is made in a few thousandths of a second. The streams, each after its length in four
//! bytes, little-endian:
//!
//! 1. shared: for each key, the bytes it shares with the key before;
//! 2. rest: for each key, its other letters ([`super::letters`]) and an end mark;
//! 3. sorts: the distinct (kind, class, ambiguous) triples;
//! 4. readings: for each key, how many readings less one, and the sort of each;
//! 5. names: for each reading, 0 where its name folds to the key, 1 and two bytes for the reading whose name it shares, 2 for a name of its own;
//! 6. variants: for names that fold to their key, which letter stands for each letter that folding merges;
//! 7. own: the other names, one a line.

use super::letters;

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

/// Kind, class (from 1) and whether it is ambiguous.
pub(super) type Sort = [u8; 3];

/// The keys of a pack, sorted, each with the sorts of its readings; a broken pack ends them.
pub(super) struct Keys<'b> {
    shared: Stream<'b>,
    rest: Stream<'b>,
    readings: Stream<'b>,
    sorts: &'b [u8],
    letters: Vec<u8>,
}

impl Iterator for Keys<'_> {
    type Item = (String, Vec<Sort>);

    fn next(&mut self) -> Option<Self::Item> {
        self.letters.truncate(self.shared.byte()? as usize);
        self.letters.extend(self.rest.until(letters::END)?);
        let count = self.readings.byte()?;
        let sort = |_| {
            let at = usize::from(self.readings.byte()?) * 3;
            self.sorts.get(at..at + 3)?.try_into().ok()
        };
        let sorts: Option<Vec<Sort>> = (0..=count).map(sort).collect();
        Some((letters::read(&self.letters), sorts?))
    }
}

/// The keys of a pack, and what follows them: how the readings are named.
fn open(bytes: &[u8]) -> Option<(Keys<'_>, Stream<'_>)> {
    let mut all = Stream(bytes);
    let (shared, rest, sorts, readings) = (all.block()?, all.block()?, all.block()?, all.block()?);
    let keys = Keys {
        shared,
        rest,
        readings,
        sorts: sorts.0,
        letters: Vec::new(),
    };
    Some((keys, all))
}

/// The keys of a pack; `None` where it is not one.
pub(super) fn keys(bytes: &[u8]) -> Option<Keys<'_>> {
    Some(open(bytes)?.0)
}

/// The names of all readings: a text, and where each stands in it.
pub(super) fn names(bytes: &[u8]) -> Option<(String, Vec<(u32, u32)>)> {
    let (keys, mut all) = open(bytes)?;
    let (mut how, mut variants, mut own) = (all.block()?, all.block()?, all.block()?);
    let mut names = Names::default();
    for (key, sorts) in keys {
        for _ in sorts {
            names.add(&key, &mut how, &mut variants, &mut own)?;
        }
    }
    names.share()?;
    Some((names.text, names.places))
}

#[derive(Default)]
struct Names {
    text: String,
    places: Vec<(u32, u32)>,
    /// Readings that share another's name, which may come later.
    shared: Vec<(usize, usize)>,
}

impl Names {
    fn add(&mut self, word: &str, how: &mut Stream, variants: &mut Stream, own: &mut Stream) -> Option<()> {
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
        Some(())
    }

    fn share(&mut self) -> Option<()> {
        for (reading, other) in std::mem::take(&mut self.shared) {
            let place = *self.places.get(other)?;
            *self.places.get_mut(reading)? = place;
        }
        Some(())
    }
}
