//! Particles (clitics): conjunctions, prepositions, the article and pronouns, which Arabic writes joined to a word.
//!
//! In: a word as written, or its key. Out: [`candidates`], every rest that the word could hold, for looking names up;
//! [`split`], the one reading that evidence speaks for, with the reason; [`analyses`], all readings, from which the background is learned.

mod analysis;
mod candidate;
mod offset;
mod split;

pub use analysis::{Analysis, Clitics, analyses};
pub use candidate::{Candidate, candidates};
pub use split::{Reason, Split, listed, split};
pub(crate) use split::{split_key, whole};
