//! Warraq (ورّاق) reads Arabic news articles: it cleans, normalizes, tags, links and counts them, natively and in the browser.
//!
//! ```text
//! bytes → Files → Text → Blocks and Stories → Tokens → Mentions, Quotes, Dates, Keywords → Article
//! Articles → Entities, Keyword statistics, Duplicates → Report
//! ```
//! Stages are pure functions over borrowed text; every value points back to where it stands in the file's own text.

pub mod article;
#[cfg(any(test, target_arch = "wasm32"))]
mod columns;
pub mod container;
pub mod corpus;
pub mod date;
mod disjoint;
pub mod duplicate;
pub mod entity;
mod error;
pub mod keyword;
pub mod lexicon;
mod order;
pub mod quote;
pub mod report;
mod span;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use corpus::{Corpus, Settings};
pub use error::{Error, Notice};
pub use report::Report;
pub use span::Span;
