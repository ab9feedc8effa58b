//! Text: bytes in, tokens out.
//!
//! [`decode`] turns a file's bytes into text, [`normalize`] rewrites spelling with a map back to the source, [`fold`] makes the
//! one key that lookups use, [`token`] cuts words and sentences, [`particle`] splits off
//! what Arabic writes joined to a word, [`stem`] groups forms, and [`words`] gives all of that for a text, each form worked out once.

mod count;
pub mod decode;
pub mod fold;
#[doc(hidden)] // for the tools of the project: no part of the interface
pub mod hash;
mod line;
pub mod normalize;
pub mod particle;
mod sentence;
pub mod stem;
pub mod token;
pub(crate) mod word;

pub use count::{Utf16WordCounts, WordCounts, count_words};
pub(crate) use line::is_line_end;
pub use line::lines;
pub use word::{Form, Word, words};
