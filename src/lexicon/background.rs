//! How often Arabic uses a word: the background against which a corpus is unusual, and evidence of which words there are.
//!
//! `background.txt` has a row a word, folded by `match_key` and without particles, article and pronouns, with its uses in a million
//! words and the percentage of them with the article; the tool `background` makes it from corpora named there. In the binary the uses are
//! rounded to a factor of 1.4, and of the article a bit is left: whether the word takes it, as nouns and adjectives do and verbs do not.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::front_coding;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/background.bin"));

static TABLE: LazyLock<HashMap<Box<str>, u8>> = LazyLock::new(|| {
    let mut table = HashMap::with_capacity(PACKED.len() / 3);
    front_coding::unpack(PACKED, |word, row| {
        table.insert(word.into(), row);
    });
    table
});

/// Uses of `word` in a million words, for a word folded and without particles; `None` for one that is not among the most frequent.
///
/// ```
/// use warraq::lexicon::background::per_million;
/// assert!(per_million("حكومه") > per_million("تقاعد"));
/// assert_eq!(per_million("والحكومه"), None);
/// ```
#[must_use]
pub fn per_million(word: &str) -> Option<f32> {
    TABLE.get(word).map(|row| uses(*row))
}

/// Whether `word`, folded and without particles, takes the article: nouns and adjectives do, verbs and most names do not. `None`
/// for one that is not among the most frequent.
///
/// ```
/// use warraq::lexicon::background::takes_article;
/// assert_eq!(takes_article("حكومه"), Some(true));
/// assert_eq!(takes_article("اعلن"), Some(false));
/// ```
#[must_use]
pub fn takes_article(word: &str) -> Option<bool> {
    TABLE.get(word).map(|row| row & NOMINAL != 0)
}

/// Every word with its uses in a million, in no order.
pub fn words() -> impl Iterator<Item = (&'static str, f32)> {
    TABLE.iter().map(|(word, row)| (word.as_ref(), uses(*row)))
}

/// The bit of a row that says that the word takes the article; the lower ones are the level of its uses.
const NOMINAL: u8 = 1 << 5;

/// The uses that a row's level stands for: levels are half octaves from 1 in a million up.
fn uses(row: u8) -> f32 {
    (f32::from(row & (NOMINAL - 1)) / 2.0).exp2()
}
