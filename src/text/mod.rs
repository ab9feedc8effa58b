//! Text: bytes in, tokens out.
//!
//! [`decode`] turns a file's bytes into text, [`normalize`] rewrites spelling with a map back to the source, [`fold`] makes the
//! one key that lookups use, [`token`] cuts words and sentences, [`particle`] splits off
//! what Arabic writes joined to a word.

pub mod decode;
pub mod fold;
mod line;
pub mod particle;
mod sentence;
pub mod token;

pub use line::{is_line_end, lines};
