//! Association: how much two words attract each other.

/// What is counted of a word (the node) and another near it (the collocate): what [`log_dice`] and the others take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Places of the collocate near the node, above 0.
    pub together: f64,
    /// Places near the node at which a collocate could stand: for a window of four words, eight times the node's places.
    pub near: f64,
    /// Places of the collocate in all.
    pub collocate: f64,
    /// Places of the node in all.
    pub node: f64,
    /// Places of all words.
    pub words: f64,
}

impl Pair {
    /// Places of the collocate near the node that chance would give.
    ///
    /// ```
    /// use warraq::keyword::statistic::Pair;
    /// let pair = Pair { together: 8.0, near: 100.0, collocate: 100.0, node: 25.0, words: 10_000.0 };
    /// assert_eq!(pair.expected(), 1.0);
    /// ```
    #[must_use]
    pub fn expected(self) -> f64 {
        self.near * self.collocate / self.words
    }
}

/// log-Dice: 14 and the binary logarithm of the Dice coefficient (Rychlý 2008). At most 14; it does not depend on how large the corpus is, and
/// one point less is half as often. Windows can hold the collocate more than once; then it stops at 14.
///
/// ```
/// use warraq::keyword::statistic::{Pair, log_dice};
/// let pair = Pair { together: 10.0, near: 80.0, collocate: 30.0, node: 10.0, words: 10_000.0 };
/// assert_eq!(log_dice(pair), 13.0);
/// ```
#[must_use]
pub fn log_dice(pair: Pair) -> f64 {
    (14.0 + libm::log2(2.0 * pair.together / (pair.node + pair.collocate))).min(14.0)
}

/// Mutual information: the binary logarithm of how many times as often as by chance (Church and Hanks 1990). High for rare words.
///
/// ```
/// use warraq::keyword::statistic::{Pair, mutual_information};
/// let pair = Pair { together: 8.0, near: 100.0, collocate: 100.0, node: 25.0, words: 10_000.0 };
/// assert_eq!(mutual_information(pair), 3.0);
/// ```
#[must_use]
pub fn mutual_information(pair: Pair) -> f64 {
    libm::log2(pair.together / pair.expected())
}

/// The t-score: by how many standard deviations it is more than by chance (Church, Gale, Hanks and Hindle 1991). High for frequent words.
///
/// ```
/// use warraq::keyword::statistic::{Pair, t_score};
/// let pair = Pair { together: 9.0, near: 100.0, collocate: 300.0, node: 25.0, words: 10_000.0 };
/// assert_eq!(t_score(pair), 2.0);
/// ```
#[must_use]
pub fn t_score(pair: Pair) -> f64 {
    (pair.together - pair.expected()) / pair.together.sqrt()
}

/// Dunning's log-likelihood ratio G² over all four cells: places near the node or not, of the collocate or not (Dunning 1993).
///
/// ```
/// use warraq::keyword::statistic::{Pair, pair_log_likelihood};
/// let chance = Pair { together: 1.0, near: 100.0, collocate: 100.0, node: 25.0, words: 10_000.0 };
/// assert!(pair_log_likelihood(chance).abs() < 1e-9);
/// ```
#[must_use]
pub fn pair_log_likelihood(pair: Pair) -> f64 {
    let Pair {
        together,
        near,
        collocate,
        words,
        ..
    } = pair;
    let cell = |observed: f64, row: f64, column: f64| {
        if observed > 0.0 {
            observed * libm::log(observed * words / (row * column))
        } else {
            0.0
        }
    };
    let sum = cell(together, near, collocate)
        + cell(near - together, near, words - collocate)
        + cell(collocate - together, words - near, collocate)
        + cell(
            words - near - collocate + together,
            words - near,
            words - collocate,
        );
    (2.0 * sum).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of 2 × 2 with cells 10, 20, 30 and 40, by hand.
    #[test]
    fn log_likelihood_by_hand() {
        let pair = Pair {
            together: 10.0,
            near: 30.0,
            collocate: 40.0,
            node: 30.0,
            words: 100.0,
        };
        let term = |observed: f64, expected: f64| observed * libm::log(observed / expected);
        let by_hand = 2.0 * (term(10.0, 12.0) + term(20.0, 18.0) + term(30.0, 28.0) + term(40.0, 42.0));
        assert!((pair_log_likelihood(pair) - by_hand).abs() < 1e-9);
    }

    #[test]
    fn what_chance_gives_is_no_association() {
        let pair = Pair {
            together: 4.0,
            near: 40.0,
            collocate: 100.0,
            node: 10.0,
            words: 1_000.0,
        };
        assert_eq!((mutual_information(pair), t_score(pair)), (0.0, 0.0));
        assert!(pair_log_likelihood(pair).abs() < 1e-9);
    }
}
