//! Words counted by their folded form, in one pass: what a table of frequencies needs, and no more.

mod utf16;

use std::iter;

use hashbrown::HashTable;

use super::fold::match_key_into;
use super::token::{TokenKind, Tokens};
use crate::span::Span;
pub use utf16::Utf16WordCounts;

/// The words of `text` folded ([`match_key`](super::fold::match_key)), particles and all, each with how often it stands there; in no order.
///
/// ```
/// let mut counts = warraq::text::count_words("إلى القاهرة، الى القَاهِرة");
/// counts.sort();
/// assert_eq!(counts, [("القاهره".to_string(), 2), ("الي".to_string(), 2)]);
/// ```
#[must_use]
pub fn count_words(text: &str) -> Vec<(String, u32)> {
    let mut words = WordCounts::default();
    words.add(text);
    let folded = words.folded();
    folded
        .iter()
        .map(|(word, count)| (word.to_string(), count))
        .collect()
}

/// How often words stand in texts that come one after the other: whole lines, since a word does not go on in the next.
///
/// ```
/// let mut words = warraq::text::WordCounts::default();
/// words.add("إلى القاهرة\n");
/// words.add("الى القاهرة\n");
/// assert_eq!(words.iter().count(), 3);
/// let folded = words.folded();
/// let mut folded: Vec<(&str, u32)> = folded.iter().collect();
/// folded.sort();
/// assert_eq!(folded, [("القاهره", 2), ("الي", 2)]);
/// ```
#[derive(Default)]
pub struct WordCounts {
    /// All words, one after the other: a table of what lies close together stays in the processor's cache, and a look-up in memory
    /// takes longer than all else that is done to a word.
    letters: String,
    table: HashTable<Counted>,
    /// The tokens of one text, with their hashes: looked up after all are cut, so that the processor waits for several at once.
    tokens: Vec<(u32, Span)>,
}

/// A word's place in `letters`, in bytes, and how often it was met.
struct Counted {
    /// Kept, because a word that is not this one mostly differs in it.
    hash: u32,
    start: u32,
    length: u32,
    count: u32,
}

impl WordCounts {
    /// Counts the words of `text` too, as they are written.
    pub fn add(&mut self, text: &str) {
        let mut tokens = std::mem::take(&mut self.tokens);
        let words = Tokens::of(text).filter(|token| token.kind == TokenKind::Word);
        tokens.extend(words.map(|token| (hash(token.span.of(text).as_bytes()), token.span)));
        for (hash, span) in tokens.drain(..) {
            self.count(hash, span.of(text), 1);
        }
        self.tokens = tokens;
    }

    /// The words folded: each written form is folded once, however often it stands there.
    #[must_use]
    pub fn folded(&self) -> WordCounts {
        let mut folded = WordCounts::default();
        let mut key = String::new();
        for (word, count) in self.iter() {
            key.clear();
            match_key_into(word, &mut key);
            folded.count(hash(key.as_bytes()), &key, count);
        }
        folded
    }

    /// The words and how often each was met, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.table.iter().map(|word| (word.of(&self.letters), word.count))
    }

    fn count(&mut self, hash: u32, word: &str, count: u32) {
        let letters = &self.letters;
        let same =
            |known: &Counted| known.hash == hash && equal(known.of(letters).as_bytes(), word.as_bytes());
        match self.table.find_mut(widened(hash), same) {
            Some(known) => known.count += count,
            None => self.insert(hash, word, count),
        }
    }

    fn insert(&mut self, hash: u32, word: &str, count: u32) {
        let known = Counted {
            hash,
            start: self.letters.len() as u32,
            length: word.len() as u32,
            count,
        };
        self.letters.push_str(word);
        self.table
            .insert_unique(widened(hash), known, |known| widened(known.hash));
    }
}

impl Counted {
    fn of<'l>(&self, letters: &'l str) -> &'l str {
        let (start, length) = (self.start as usize, self.length as usize);
        letters.get(start..start + length).unwrap_or_default()
    }
}

/// Spreads the bits of what is hashed.
const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

/// A hash by multiplication, eight bytes at a time: words of a text are no attack worth a slower one, since a text that collides on
/// purpose only slows its own reader.
fn hash(word: &[u8]) -> u32 {
    let mix = |state: u64, bytes: u64| (state.rotate_left(5) ^ bytes).wrapping_mul(MULTIPLIER);
    let hash = eights(word).fold(word.len() as u64, mix);
    (hash ^ (hash >> 32)) as u32
}

/// The table looks at the high bits of a hash and at the low ones.
fn widened(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

fn equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && eights(a).eq(eights(b))
}

/// A word as numbers of eight bytes. What is left comes with bytes before it that make it eight, or four twice: no byte is left out, and
/// none is read alone in a word of four bytes or more.
fn eights(word: &[u8]) -> impl Iterator<Item = u64> {
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    let last = match (word.last_chunk(), word.first_chunk(), word.last_chunk()) {
        (Some(last), ..) => u64::from_le_bytes(*last),
        (None, Some(first), Some(last)) => four(first) << 32 | four(last),
        _ => word.iter().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte)),
    };
    let (eights, _) = word.as_chunks();
    let eights = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    eights.chain(iter::once(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::match_key;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn words_are_equal_where_their_bytes_are(a in "[ab]{0,20}", b in "[ab]{0,20}") {
            prop_assert_eq!(equal(a.as_bytes(), b.as_bytes()), a == b);
            prop_assert!(equal(a.as_bytes(), a.clone().as_bytes()));
        }

        #[test]
        fn each_word_is_counted_once(text in "[اأإآىيةهوبل\u{064B}\u{0640} ،.0-9a-z]{0,200}") {
            let mut slow: BTreeMap<String, u32> = BTreeMap::new();
            for token in Tokens::of(&text).filter(|t| t.kind == TokenKind::Word) {
                *slow.entry(match_key(token.span.of(&text))).or_default() += 1;
            }
            prop_assert_eq!(count_words(&text).into_iter().collect::<BTreeMap<_, _>>(), slow);
        }

        #[test]
        fn lines_may_come_one_by_one(text in "[اأىةوم\u{064B} ،.0-9a\n]{0,200}") {
            let mut by_line = WordCounts::default();
            text.split_inclusive('\n').for_each(|line| by_line.add(line));
            let folded = by_line.folded();
            let by_line: BTreeMap<String, u32> = folded.iter().map(|(word, n)| (word.to_string(), n)).collect();
            prop_assert_eq!(by_line, count_words(&text).into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
