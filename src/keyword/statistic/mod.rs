//! Statistics of words, each a pure function named after the paper that it is from.

mod keyness;

pub use keyness::log_likelihood;
