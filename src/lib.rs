//! Warraq (ورّاق) reads Arabic news articles: it cleans, normalizes, tags, links and counts them, natively and in the browser.
//!
//! ```text
//! bytes → Files → Text → Blocks and Stories → Tokens → Mentions, Quotes, Dates, Keywords → Article
//! Articles → Entities, Keyword statistics, Duplicates → Report
//! ```
//! Stages are pure functions over borrowed text; every value points back to where it stands in the file's own text.
//!
//! A [`Corpus`] goes the whole way: files in, a [`Report`] out, and answers to what is asked about them.
//!
//! ```
//! use warraq::keyword::{Matching, Pattern, concordance::Query};
//! use warraq::{Corpus, Settings};
//!
//! let mut corpus = Corpus::new(Settings::default());
//! corpus.add("a.txt", "قمة في القاهرة\nوصل الوزير سالم الجابري إلى القاهرة أمس.\nشارك".as_bytes(), None)?;
//! corpus.add("b.txt", "وقال الجابري إن القمة ناجحة، ثم غادر القاهره.".as_bytes(), None)?;
//!
//! let report = corpus.report();
//! let cairo = &report.entities[0];
//! assert_eq!((cairo.kind, cairo.name.as_str(), cairo.count), ("LOC", "القاهرة", 3));
//! for mention in &report.documents[0].mentions {
//!     println!("{} {}", mention.kind, mention.range.of(&report.documents[0].text));
//! }
//!
//! let pattern = Pattern::Words("قمة".into());
//! let lines = corpus.concordance(&Query { pattern, matching: Matching::Grouped, ..Query::default() })?;
//! assert_eq!(lines.len(), 2, "«قمة» and «القمة»");
//! # Ok::<(), warraq::Error>(())
//! ```
//!
//! Each stage can be used by itself: [`container`] opens files, [`text`] decodes, normalizes and cuts words, [`article`] parts an article from
//! what a portal put around it, [`date`], [`entity`], [`keyword`] and [`duplicate`] find what their names say.
//!
//! Places are **bytes** where a stage gives them ([`Span`]) and **UTF-16 code units** in a report ([`report::Range`]), whose JSON is read by
//! scripts; both have `of(text)`. What cannot be read is an [`Error`] with a stable code and a message that says what to do next; no input
//! makes anything here panic.

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
#[doc(hidden)] // for the tools of the project: no part of the interface
pub mod lexicon;
mod order;
mod quote;
pub mod report;
mod span;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use corpus::{Corpus, Settings};
pub use error::{Error, Notice};
pub use report::Report;
pub use span::Span;
