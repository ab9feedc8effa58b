//! Text: bytes in, tokens out.
//!
//! [`decode`] turns a file's bytes into text, [`normalize`] rewrites spelling with a map back to the source, [`fold`] makes the
//! one key that lookups use, [`token`] cuts words and sentences, [`particle`] splits off
//! what Arabic writes joined to a word, [`stem`] groups forms, and [`word`] gives all of that for a text, each form worked out once.

mod count;
pub mod decode;
pub mod fold;
pub mod hash;
mod line;
pub mod normalize;
pub mod particle;
mod sentence;
pub mod stem;
pub mod token;
pub mod word;

pub use count::{WordCounts, count_words};
pub use line::{is_line_end, lines};
pub use word::words;
