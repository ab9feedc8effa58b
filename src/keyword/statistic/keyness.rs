//! Keyness: how much more a word is used here than there.
//!
//! Each takes a word's count among the words of the articles asked about, and its count among those of the reference. Counts may be
//! fractions, where a rate is all that is known.

/// A word's count among all words of a group of texts.
///
/// ```
/// use warraq::keyword::statistic::Frequency;
/// assert_eq!(Frequency { count: 3.0, words: 6_000.0 }.per_million(), 500.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frequency {
    /// Places of the word.
    pub count: f64,
    /// Places of all words, above 0.
    pub words: f64,
}

impl Frequency {
    /// Places in a million words.
    #[must_use]
    pub fn per_million(self) -> f64 {
        self.count * 1e6 / self.words
    }
}

/// Dunning's log-likelihood ratio G² (Dunning 1993, in the form of Rayson and Garside 2000: the two cells of the word, without those of
/// all other words). 0 for equal rates; it does not tell in which of the two the word is more frequent.
///
/// ```
/// use warraq::keyword::statistic::{Frequency, log_likelihood};
/// // 10 in 1,000 against 10 in 10,000: expected are 20/11 and 200/11.
/// let here = Frequency { count: 10.0, words: 1_000.0 };
/// let there = Frequency { count: 10.0, words: 10_000.0 };
/// let by_hand = 2.0 * (10.0 * 5.5f64.ln() + 10.0 * 0.55f64.ln());
/// assert!((log_likelihood(here, there) - by_hand).abs() < 1e-9);
/// ```
#[must_use]
pub fn log_likelihood(here: Frequency, there: Frequency) -> f64 {
    let rate = (here.count + there.count) / (here.words + there.words);
    let cell = |f: Frequency| {
        if f.count > 0.0 {
            f.count * libm::log(f.count / (f.words * rate))
        } else {
            0.0
        }
    };
    (2.0 * (cell(here) + cell(there))).max(0.0)
}

/// Log ratio: the binary logarithm of how many times as frequent the word is here (Hardie 2014). Half a place stands for none.
///
/// ```
/// use warraq::keyword::statistic::{Frequency, log_ratio};
/// let here = Frequency { count: 8.0, words: 1_000.0 };
/// assert_eq!(log_ratio(here, Frequency { count: 1.0, words: 1_000.0 }), 3.0);
/// assert_eq!(log_ratio(here, Frequency { count: 0.0, words: 1_000.0 }), 4.0);
/// ```
#[must_use]
pub fn log_ratio(here: Frequency, there: Frequency) -> f64 {
    let rate = |f: Frequency| {
        if f.count > 0.0 {
            f.count / f.words
        } else {
            0.5 / f.words
        }
    };
    libm::log2(rate(here) / rate(there))
}

/// %DIFF: by how many percent the word is more frequent here (Gabrielatos and Marchi 2011); −100 where it is not here. What is not there counts
/// as 10⁻¹⁸ of a place, as they propose.
///
/// ```
/// use warraq::keyword::statistic::{Frequency, percent_diff};
/// let here = Frequency { count: 6.0, words: 1_000.0 };
/// assert_eq!(percent_diff(here, Frequency { count: 4.0, words: 2_000.0 }), 200.0);
/// ```
#[must_use]
pub fn percent_diff(here: Frequency, there: Frequency) -> f64 {
    let base = if there.count > 0.0 {
        there.per_million()
    } else {
        1e-18
    };
    (here.per_million() - base) * 100.0 / base
}

/// TF-IDF with a logarithmic term weight: (1 + ln tf) · ln(N / df) (Salton and Buckley 1988). 0 for a term that is not there.
///
/// ```
/// use warraq::keyword::statistic::tf_idf;
/// assert_eq!(tf_idf(1, 10, 1_000), 100f64.ln());
/// assert_eq!(tf_idf(0, 10, 1_000), 0.0);
/// ```
#[must_use]
pub fn tf_idf(count: u32, documents: u32, all_documents: u32) -> f64 {
    if count == 0 || documents == 0 {
        return 0.0;
    }
    (1.0 + libm::log(f64::from(count))) * libm::log(f64::from(all_documents) / f64::from(documents))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Count and words here and there, G², log ratio, %DIFF, worked out by hand.
    #[test]
    fn hand_computed_cases() {
        let ln = f64::ln;
        let cases = [
            ((10.0, 100.0), (10.0, 100.0), 0.0, 0.0, 0.0),
            (
                (30.0, 1000.0),
                (10.0, 1000.0),
                2.0 * (30.0 * ln(1.5) + 10.0 * ln(0.5)),
                ln(3.0) / ln(2.0),
                200.0,
            ),
            (
                (0.0, 1000.0),
                (10.0, 1000.0),
                2.0 * 10.0 * ln(2.0),
                -ln(20.0) / ln(2.0),
                -100.0,
            ),
        ];
        for ((a, n), (b, m), g2, ratio, diff) in cases {
            let here = Frequency { count: a, words: n };
            let there = Frequency { count: b, words: m };
            assert!((log_likelihood(here, there) - g2).abs() < 1e-9, "{a}/{n} {b}/{m}");
            assert!((log_ratio(here, there) - ratio).abs() < 1e-9, "{a}/{n} {b}/{m}");
            assert!((percent_diff(here, there) - diff).abs() < 1e-9, "{a}/{n} {b}/{m}");
        }
    }

    proptest! {
        #[test]
        fn the_other_way_round_is_the_same_but_for_the_sign(a in 0u32..500, b in 0u32..500, n in 500u32..9000, m in 500u32..9000) {
            let here = Frequency { count: a.into(), words: n.into() };
            let there = Frequency { count: b.into(), words: m.into() };
            prop_assert!(log_likelihood(here, there) >= 0.0);
            prop_assert!((log_likelihood(here, there) - log_likelihood(there, here)).abs() < 1e-6);
            prop_assert!((log_ratio(here, there) + log_ratio(there, here)).abs() < 1e-9);
        }
    }
}
