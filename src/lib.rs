//! Warraq (ورّاق) reads Arabic news articles: it cleans, normalizes, tags, links and counts them, natively and in the browser.
//!
//! ```text
//! bytes → Text → Blocks and Stories → Tokens → Mentions, Quotes, Dates, Keywords → Article
//! Articles → Entities, Keyword statistics, Duplicates → Report
//! ```
//! Stages are pure functions over borrowed text; every value points back to where it stands in the file's own text.

pub mod article;
mod error;
pub mod lexicon;
mod span;
pub mod text;

pub use error::{Error, Notice};
pub use span::Span;
