//! Key words: what is said, and how unusual it is.
//!
//! In: the words and names of each article. Out: [`phrases`], what marks an article, and [`Table::keywords`], what marks all of them; both
//! against general Arabic, and counted by [`term`]: forms of one word together, particles off.

mod count;
mod phrase;
pub mod statistic;
pub mod term;

pub use count::{Keyword, Name, Places, Row, Table};
pub use phrase::{Phrase, phrases, phrases_of};
