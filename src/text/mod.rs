//! Text: bytes in, tokens out.
//!
//! [`decode`] turns a file's bytes into text, [`normalize`] rewrites spelling with a map back to the source, [`fold`] makes the
//! one key that lookups use, [`token`] cuts words and sentences.

pub mod decode;
pub mod fold;
mod line;
mod sentence;
pub mod token;

pub use line::{is_line_end, lines};
