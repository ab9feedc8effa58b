//! Keyness: how much more a word is used here than there.

/// Dunning's log-likelihood ratio G² of a word's `count` among `words` against its `reference_count` among `reference_words` (Dunning 1993, in the form
/// of Rayson and Garside 2000: both cells of the word, without those of all other words). 0 for equal rates; 3.84, 6.63, 10.83 and 15.13 are
/// significant at 5, 1, 0.1 and 0.01 percent. Counts may be fractions, where they are known as rates.
///
/// ```
/// use warraq::keyword::statistic::log_likelihood;
/// // 10 in 1,000 against 10 in 10,000: expected 20/11 and 200/11.
/// let g2 = log_likelihood(10.0, 1_000.0, 10.0, 10_000.0);
/// assert!((g2 - 2.0 * (10.0 * 5.5f64.ln() + 10.0 * 0.55f64.ln())).abs() < 1e-9);
/// ```
#[must_use]
pub fn log_likelihood(count: f64, words: f64, reference_count: f64, reference_words: f64) -> f64 {
    let rate = (count + reference_count) / (words + reference_words);
    let cell = |observed: f64, words: f64| {
        if observed > 0.0 {
            observed * (observed / (words * rate)).ln()
        } else {
            0.0
        }
    };
    2.0 * (cell(count, words) + cell(reference_count, reference_words))
}
