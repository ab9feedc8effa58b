//! Statistics of words, each a pure function named as the paper that it is from names it.
//!
//! Keyness compares two groups of texts, significance says what of it chance could do, dispersion how a word spreads over the
//! texts, association which words attract each other, [`richness`] how many different ones there are.

mod association;
mod dispersion;
mod keyness;
mod richness;
mod significance;

pub use association::{Pair, log_dice, mutual_information, pair_log_likelihood, t_score};
pub use dispersion::{Dispersion, deviation_of_proportions, juilland_d};
pub use keyness::{Frequency, log_likelihood, log_ratio, percent_diff, tf_idf};
pub use richness::{Richness, richness};
pub use significance::{benjamini_hochberg, bonferroni, p_value};
