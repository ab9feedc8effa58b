//! Words counted by their folded form, in one pass: what a table of frequencies needs, and no more.

use std::iter;

use hashbrown::HashTable;

use super::fold::match_key;
use super::token::{TokenKind, Tokens};

/// The words of `text` folded ([`match_key`]), particles and all, each with how often it stands there; in no order.
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
    words.folded()
}

/// The words of texts that come one after the other: whole lines, since a word does not go on in the next.
///
/// ```
/// let mut words = warraq::text::WordCounts::default();
/// words.add("إلى القاهرة\n");
/// words.add("الى القَاهِرة\n");
/// assert_eq!(words.folded().len(), 2);
/// ```
#[derive(Default)]
pub struct WordCounts {
    /// As they are written: each form is folded once, however often it stands there.
    written: Counts,
}

impl WordCounts {
    /// Counts the words of `text` too.
    pub fn add(&mut self, text: &str) {
        for token in Tokens::of(text).filter(|token| token.kind == TokenKind::Word) {
            self.written.add(token.span.of(text), 1);
        }
    }

    /// See [`count_words`].
    #[must_use]
    pub fn folded(self) -> Vec<(String, u32)> {
        let mut folded = Counts::default();
        for Counted { word, count, .. } in self.written.0 {
            folded.add(&match_key(&word), count);
        }
        folded.0.into_iter().map(|c| (c.word.into(), c.count)).collect()
    }
}

/// How often each word was met.
#[derive(Default)]
struct Counts(HashTable<Counted>);

struct Counted {
    /// Kept, because a word that is not this one mostly differs in it.
    hash: u64,
    word: Box<str>,
    count: u32,
}

impl Counts {
    fn add(&mut self, word: &str, count: u32) {
        let hash = hash(word.as_bytes());
        let same = |known: &Counted| known.hash == hash && equal(known.word.as_bytes(), word.as_bytes());
        match self.0.find_mut(hash, same) {
            Some(known) => known.count += count,
            None => {
                let word = word.into();
                self.0
                    .insert_unique(hash, Counted { hash, word, count }, |known| known.hash);
            }
        }
    }
}

/// A hash by multiplication, eight bytes at a time: words of a text are no attack worth a slower one, since a text that collides on
/// purpose only slows its own reader.
fn hash(word: &[u8]) -> u64 {
    let mix = |state: u64, bytes: u64| (state.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95);
    let hash = eights(word).fold(word.len() as u64, mix);
    // The table looks at the high bits and the low ones.
    hash ^ (hash >> 32)
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
            let sorted = |counts: Vec<(String, u32)>| counts.into_iter().collect::<BTreeMap<_, _>>();
            prop_assert_eq!(sorted(by_line.folded()), sorted(count_words(&text)));
        }
    }
}
