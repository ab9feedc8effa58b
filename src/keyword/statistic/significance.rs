//! Significance: how often chance alone would do as much, and what is left of it when thousands of words are tested at once.

use crate::keyword::rank;

/// The probability that a log-likelihood ratio of one degree of freedom is at least `g2` by chance: the upper tail of χ².
///
/// ```
/// use warraq::keyword::statistic::p_value;
/// assert!((p_value(3.841_458_8) - 0.05).abs() < 1e-6);
/// assert!((p_value(6.634_896_6) - 0.01).abs() < 1e-6);
/// ```
#[must_use]
pub fn p_value(g2: f64) -> f64 {
    libm::erfc((g2.max(0.0) / 2.0).sqrt())
}

/// The probabilities of as many tests, corrected so that the chance of a single wrong one among all stays below the level (Bonferroni; Dunn
/// 1961).
///
/// ```
/// use warraq::keyword::statistic::bonferroni;
/// assert_eq!(bonferroni(&[0.25, 0.5]), [0.5, 1.0]);
/// ```
#[must_use]
pub fn bonferroni(p: &[f64]) -> Vec<f64> {
    p.iter().map(|value| (value * p.len() as f64).min(1.0)).collect()
}

/// The probabilities of as many tests, corrected so that the share of wrong ones among those below a level stays below it: the adjusted
/// values of Benjamini and Hochberg (1995), in the order given.
///
/// ```
/// use warraq::keyword::statistic::benjamini_hochberg;
/// assert_eq!(benjamini_hochberg(&[0.75, 0.125, 0.25]), [0.75, 0.375, 0.375]);
/// ```
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let order = rank(p.iter().copied().enumerate().collect(), |(_, value)| {
        (*value, 0.0, "")
    });
    let mut adjusted = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (rank, (index, value)) in (1..=p.len()).rev().zip(order) {
        least = least.min(value * p.len() as f64 / rank as f64);
        if let Some(slot) = adjusted.get_mut(index) {
            *slot = least;
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn corrected_values_keep_the_order_and_are_no_smaller(p in proptest::collection::vec(0.0f64..=1.0, 0..40)) {
            let (strict, lenient) = (bonferroni(&p), benjamini_hochberg(&p));
            for (i, value) in p.iter().enumerate() {
                prop_assert!(*value <= lenient[i] + 1e-12 && lenient[i] <= strict[i] + 1e-12 && strict[i] <= 1.0);
                for (j, other) in p.iter().enumerate() {
                    prop_assert!(value > other || lenient[i] <= lenient[j]);
                }
            }
        }
    }
}
