//! An article read for a question: its words with what they count as. Not kept, because the text is the smallest form of it.

use std::ops::Range;

use super::term::{Term, Terms};
use crate::article::Article;
use crate::entity::Mention;
use crate::entity::words::{self, Word};
use crate::span::Span;

/// An article's words and terms.
pub struct Reading<'t> {
    /// The document's text.
    pub text: &'t str,
    /// The words and marks of the article, in order.
    pub words: Vec<Word>,
    /// The spans of the blocks that were read, in order.
    blocks: Vec<Span>,
    terms: Terms,
}

impl<'t> Reading<'t> {
    /// Reads the article of a text again; `mentions` are the names in it, in order.
    #[must_use]
    pub fn of(text: &'t str, article: &Article, mentions: &[Mention]) -> Self {
        let words = words::of_article(text, article);
        let terms = Terms::of(text, &words, mentions);
        let blocks = article.blocks.iter().filter(|block| block.kind.is_article());
        Reading {
            text,
            words,
            blocks: blocks.map(|block| block.span).collect(),
            terms,
        }
    }

    /// The term of the word at `at`.
    #[must_use]
    pub fn term(&self, at: usize) -> Option<&Term> {
        self.terms.get(at)
    }

    /// The word at `at` as written.
    #[must_use]
    pub fn written(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| word.span.of(self.text))
    }

    /// The blocks that are article, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Span] {
        &self.blocks
    }

    /// The block that holds byte `at`; the whole text where none does.
    #[must_use]
    pub fn block(&self, at: u32) -> Span {
        let next = self.blocks.partition_point(|block| block.end <= at);
        let block = self.blocks.get(next).copied();
        block.unwrap_or(Span::new(0, self.text.len()))
    }

    /// Indices of the words that share a byte with `span`.
    #[must_use]
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        first..end.max(first)
    }

    /// Indices of the words of the sentence that holds the word at `at`.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let Some(sentence) = self.words.get(at).map(|word| word.sentence) else {
            return at..at;
        };
        let first = self.words.partition_point(|word| word.sentence < sentence);
        let end = self.words.partition_point(|word| word.sentence <= sentence);
        first..end
    }

    /// Indices of what is no mark among `range`.
    pub fn unmarked(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        range.filter(|at| self.words.get(*at).is_some_and(|word| !word.is_mark()))
    }

    /// Indices of the words that count, of no mark or number, among `range`.
    pub fn counted(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        range.filter(|at| self.terms.get(*at).is_some())
    }
}
