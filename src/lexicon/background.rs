//! How often Arabic uses a word: the background against which a corpus is unusual, and evidence of which words there are.
//!
//! `background.txt` has a row a word, folded by `match_key` and without particles, article and pronouns, with its uses in a million
//! words; the tool `background` makes it from corpora named there. In the binary the uses are rounded to a factor of 1.4.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::front_coding;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/background.bin"));

static TABLE: LazyLock<HashMap<Box<str>, u8>> = LazyLock::new(|| {
    let mut table = HashMap::with_capacity(PACKED.len() / 3);
    front_coding::unpack(PACKED, |word, level| {
        table.insert(word.into(), level);
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
    TABLE.get(word).map(|level| uses(*level))
}

/// Every word with its uses in a million, in no order.
pub fn words() -> impl Iterator<Item = (&'static str, f32)> {
    TABLE.iter().map(|(word, level)| (word.as_ref(), uses(*level)))
}

/// The uses that a level stands for: levels are half octaves from 1 in a million up.
fn uses(level: u8) -> f32 {
    (f32::from(level) / 2.0).exp2()
}
