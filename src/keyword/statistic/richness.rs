//! Richness: how many different words a text has.

use std::collections::HashMap;
use std::hash::Hash;

/// Types and tokens of a text: returned by [`richness`].
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Richness {
    /// Words.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Words that come once.
    pub hapaxes: u32,
    /// Types over tokens, 0 to 1; it falls with the length of the text.
    pub type_token_ratio: f64,
    /// Types over the root of tokens (Guiraud 1954), which falls less.
    pub root_ratio: f64,
    /// The mean of the ratios of each full thousand words (Scott 2004, standardised type-token ratio), which compares texts of any length; none below a
    /// thousand words.
    pub standardized_ratio: Option<f64>,
}

/// Words of a text that the standardised ratio looks at together.
const WINDOW: usize = 1_000;

/// The figures of the words of a text in their order.
///
/// ```
/// use warraq::keyword::statistic::richness;
/// let found = richness(&["خبر", "عن", "خبر", "عن", "خبر", "آخر"]);
/// assert_eq!((found.tokens, found.types, found.hapaxes), (6, 3, 1));
/// assert_eq!((found.type_token_ratio, found.standardized_ratio), (0.5, None));
/// ```
#[must_use]
pub fn richness<T: Eq + Hash>(words: &[T]) -> Richness {
    let counts = count(words);
    let (tokens, types) = (words.len() as f64, counts.len() as f64);
    let windows: Vec<f64> = words
        .chunks_exact(WINDOW)
        .map(|part| count(part).len() as f64 / WINDOW as f64)
        .collect();
    let mean = windows.iter().sum::<f64>() / windows.len() as f64;
    Richness {
        tokens: words.len() as u32,
        types: counts.len() as u32,
        hapaxes: counts.values().filter(|n| **n == 1).count() as u32,
        type_token_ratio: types / tokens.max(1.0),
        root_ratio: types / tokens.max(1.0).sqrt(),
        standardized_ratio: (!windows.is_empty()).then_some(mean),
    }
}

fn count<T: Eq + Hash>(words: &[T]) -> HashMap<&T, u32> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_thousands_are_averaged() {
        // A thousand different words, a thousand times one word, and a rest that does not count.
        let words: Vec<u32> = (0..1000).chain([7; 1000]).chain(0..10).collect();
        let found = richness(&words);
        assert_eq!(found.standardized_ratio, Some((1.0 + 0.001) / 2.0));
        assert_eq!((found.tokens, found.types, found.hapaxes), (2010, 1000, 990));
        assert_eq!(richness::<u32>(&[]).type_token_ratio, 0.0);
    }
}
