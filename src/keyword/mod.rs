//! Key words: what is said, and how unusual it is.
//!
//! In: the words and names of each article. Out: [`phrases`], what marks an article, and [`Table::keywords`], what marks all of them; both
//! against general Arabic, and counted by [`term`]: forms of one word together, particles off.
//!
//! What a person asks for is read again from the text, in the documents whose counts say that they hold it: [`concordance`], [`collocate`],
//! [`ngram`]. [`compare`] needs the counts alone, [`trend`] dates too. The formulas are in [`statistic`].

pub mod collocate;
pub mod compare;
pub mod concordance;
mod count;
pub mod ngram;
mod pattern;
mod phrase;
mod rank;
mod reading;
pub mod statistic;
pub mod term;
pub mod trend;

pub use count::{Keyword, Name, Places, Row, Table};
pub use pattern::{Matcher, Matching, Pattern};
pub use phrase::{Phrase, phrases, phrases_of};
pub(crate) use rank::rank;
pub use reading::Reading;
