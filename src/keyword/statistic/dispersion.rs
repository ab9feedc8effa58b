//! Dispersion: whether a word is used in all parts of a corpus or in few of them.
//!
//! Parts in which the word is not need not be given, only counted: most words are in few articles.

use super::Frequency;

/// How often and how evenly something is used in a corpus of several parts: made by [`Dispersion::of`].
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Dispersion {
    /// Places.
    pub count: u32,
    /// Parts that have it.
    pub documents: u32,
    /// Places in a million words.
    pub per_million: f64,
    /// See [`juilland_d`].
    pub juilland_d: f64,
    /// See [`deviation_of_proportions`].
    pub deviation_of_proportions: f64,
}

impl Dispersion {
    /// The figures of what stands in `present`, of `parts` parts of `words` words together.
    ///
    /// ```
    /// use warraq::keyword::statistic::{Dispersion, Frequency};
    /// let part = Frequency { count: 5.0, words: 100.0 };
    /// let used = Dispersion::of(&[part, part], 2, 200.0);
    /// assert_eq!((used.count, used.documents, used.per_million), (10, 2, 50_000.0));
    /// assert_eq!((used.juilland_d, used.deviation_of_proportions), (1.0, 0.0));
    /// ```
    #[must_use]
    pub fn of(present: &[Frequency], parts: usize, words: f64) -> Self {
        let count = present.iter().map(|part| part.count).sum();
        Dispersion {
            count: count as u32,
            documents: present.len() as u32,
            per_million: Frequency {
                count,
                words: words.max(1.0),
            }
            .per_million(),
            juilland_d: juilland_d(present, parts),
            deviation_of_proportions: deviation_of_proportions(present, words),
        }
    }
}

/// Juilland's D, from 0 for a word of a single part to 1 for one that is equally frequent in all: 1 − V/√(n−1), V being the standard
/// deviation over the mean of its frequencies (Juilland, Brodin and Davidovitch 1970), with parts of different size as rates. `present` are the parts
/// that have the word, of `parts` in all. 1 for a single part, 0 for a word that is nowhere.
///
/// ```
/// use warraq::keyword::statistic::{Frequency, juilland_d};
/// let part = |count, words| Frequency { count, words };
/// assert_eq!(juilland_d(&[part(5.0, 100.0), part(5.0, 100.0)], 2), 1.0);
/// assert_eq!(juilland_d(&[part(5.0, 100.0)], 2), 0.0);
/// ```
#[must_use]
pub fn juilland_d(present: &[Frequency], parts: usize) -> f64 {
    let n = parts as f64;
    let rates = || present.iter().map(|part| part.count / part.words);
    let mean = rates().sum::<f64>() / n;
    if mean <= 0.0 || parts < 2 {
        return if mean > 0.0 { 1.0 } else { 0.0 };
    }
    let absent = (parts - present.len()) as f64 * mean * mean;
    let variance = (rates().map(|rate| (rate - mean).powi(2)).sum::<f64>() + absent) / n;
    (1.0 - variance.sqrt() / mean / (n - 1.0).sqrt()).clamp(0.0, 1.0)
}

/// Gries's deviation of proportions DP, from 0 for a word spread as the words of the corpus are to nearly 1 for one of a single small part:
/// half the sum of the differences between each part's share of the word and its share of all words (Gries 2008). `present` are the parts
/// that have the word, of a corpus of `words`. 1 for a word that is nowhere.
///
/// ```
/// use warraq::keyword::statistic::{Frequency, deviation_of_proportions};
/// let part = |count, words| Frequency { count, words };
/// // Half of the words have all of the places.
/// assert_eq!(deviation_of_proportions(&[part(5.0, 100.0)], 200.0), 0.5);
/// ```
#[must_use]
pub fn deviation_of_proportions(present: &[Frequency], words: f64) -> f64 {
    let count: f64 = present.iter().map(|part| part.count).sum();
    if count <= 0.0 {
        return 1.0;
    }
    let covered: f64 = present.iter().map(|part| part.words / words).sum();
    let differences: f64 = present
        .iter()
        .map(|part| (part.count / count - part.words / words).abs())
        .sum();
    ((differences + (1.0 - covered).max(0.0)) / 2.0).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(counts: &[(f64, f64)]) -> Vec<Frequency> {
        counts
            .iter()
            .map(|(count, words)| Frequency {
                count: *count,
                words: *words,
            })
            .collect()
    }

    /// The example of Gries (2008): five parts of 9, 10, 10, 10 and 11 words, in which «a» is 1, 2, 3, 4 and 5 times, has DP 0.18.
    #[test]
    fn the_example_of_gries() {
        let all = parts(&[(1.0, 9.0), (2.0, 10.0), (3.0, 10.0), (4.0, 10.0), (5.0, 11.0)]);
        assert!((deviation_of_proportions(&all, 50.0) - 0.18).abs() < 1e-12);
    }

    /// Rates 1, 2, 3: mean 2, variance 2/3, D = 1 − √(2/3)/2/√2.
    #[test]
    fn juilland_by_hand() {
        let all = parts(&[(1.0, 1.0), (2.0, 1.0), (3.0, 1.0)]);
        assert!((juilland_d(&all, 3) - (1.0 - (2.0f64 / 3.0).sqrt() / 2.0 / 2.0f64.sqrt())).abs() < 1e-12);
        assert_eq!(juilland_d(&[], 3), 0.0);
    }

    proptest! {
        /// Parts without the word may be given or left out.
        #[test]
        fn absent_parts_may_be_left_out(counts in proptest::collection::vec((0u32..9, 1u32..99), 1..20)) {
            let all = parts(&counts.iter().map(|(c, w)| (f64::from(*c), f64::from(*w))).collect::<Vec<_>>());
            let present: Vec<Frequency> = all.iter().copied().filter(|part| part.count > 0.0).collect();
            let words = all.iter().map(|part| part.words).sum();
            prop_assert!((juilland_d(&all, all.len()) - juilland_d(&present, all.len())).abs() < 1e-9);
            let (with, without) = (deviation_of_proportions(&all, words), deviation_of_proportions(&present, words));
            prop_assert!((with - without).abs() < 1e-9 && (0.0..=1.0).contains(&with));
        }
    }
}
