//! The words of an article lined up for tagging: marks among them, each with its folded key and its possible beginnings.

use crate::article::Article;
use crate::span::Span;
use crate::text::fold::match_key;
use crate::text::token::{TokenKind, sentences, tokenize};

/// A word or mark of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes in the document's text.
    pub span: Span,
    /// Folded by [`match_key`], particles and all.
    pub key: String,
    /// What the token is.
    pub kind: TokenKind,
    /// Number of its sentence in the document: names do not reach over its end.
    pub sentence: u32,
}

impl Word {
    /// Whether the word is a mark of punctuation.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }
}

/// The words of the blocks that are article, in order.
#[must_use]
pub fn of_article(text: &str, article: &Article) -> Vec<Word> {
    let mut words = Vec::new();
    let mut sentence = 0;
    for block in article.blocks.iter().filter(|block| block.kind.is_article()) {
        let part = block.span.of(text);
        let tokens = tokenize(part);
        for range in sentences(part, &tokens) {
            for token in tokens.get(range).unwrap_or_default() {
                let key = match_key(token.span.of(part));
                words.push(Word {
                    span: token.span.shift(block.span.start),
                    key,
                    kind: token.kind,
                    sentence,
                });
            }
            sentence += 1;
        }
    }
    words
}
