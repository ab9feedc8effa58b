//! Key words: what is said, and how unusual it is.
//!
//! In: the words and names of each article. Out: `phrase`, what marks an article ([`phrases_of`]), and `count`, what marks all of them; both
//! against general Arabic, and counted by `term`: forms of one word together, particles off.
//!
//! What a person asks of a [`Corpus`](crate::Corpus) is read again from the text, in the documents whose counts say that they hold it:
//! [`concordance`], [`collocate`], [`ngram`]. [`compare`] needs the counts alone, [`trend`](mod@trend) dates too. The formulas are in [`statistic`].

pub mod collocate;
pub mod compare;
pub mod concordance;
mod count;
pub mod ngram;
mod pattern;
mod phrase;
mod rank;
mod reading;
mod row;
pub mod statistic;
pub(crate) mod term;
pub mod trend;

pub(crate) use count::{Keyword, Name, Table};
pub(crate) use pattern::Matcher;
pub use pattern::{Matching, Pattern};
pub(crate) use phrase::phrases;
pub use phrase::{Phrase, phrases_of};
pub(crate) use rank::rank;
pub(crate) use reading::Reading;
pub(crate) use row::Row;
