//! The words of an article lined up for tagging: marks among them, each with its folded key and its possible beginnings.

use std::collections::HashMap;
use std::rc::Rc;

use crate::article::Article;
use crate::lexicon::{self, Kind};
use crate::span::Span;
use crate::text::fold::match_key;
use crate::text::particle::candidates;
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
    /// Where in the word a name may begin, the whole word first; words written alike share them.
    pub beginnings: Rc<[Beginning]>,
    /// The lexicon knows it as a word that only looks as if it began with particles: only strong evidence splits it.
    pub is_whole: bool,
    /// It is written with the ending of an indefinite accusative, «بياناً», which names hardly ever bear.
    pub is_indefinite: bool,
}

/// A place in a word where a name may begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Bytes of the word, as written, that are attached particles.
    pub skip: u32,
    /// The key of what is left, its article restored.
    pub key: String,
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
    let mut forms: HashMap<&str, Form> = HashMap::new();
    let mut sentence = 0;
    for block in article.blocks.iter().filter(|block| block.kind.is_article()) {
        let part = block.span.of(text);
        let tokens = tokenize(part);
        for range in sentences(part, &tokens) {
            for token in tokens.get(range).unwrap_or_default() {
                let raw = token.span.of(part);
                let Form {
                    key,
                    beginnings,
                    is_whole,
                    is_indefinite,
                } = forms.entry(raw).or_insert_with(|| form(raw, token.kind)).clone();
                let span = token.span.shift(block.span.start);
                words.push(Word {
                    span,
                    key,
                    kind: token.kind,
                    sentence,
                    beginnings,
                    is_whole,
                    is_indefinite,
                });
            }
            sentence += 1;
        }
    }
    words
}

/// What a word as written always gives.
#[derive(Clone)]
struct Form {
    key: String,
    beginnings: Rc<[Beginning]>,
    is_whole: bool,
    is_indefinite: bool,
}

fn form(raw: &str, kind: TokenKind) -> Form {
    let key = match_key(raw);
    let whole = Beginning {
        skip: 0,
        key: key.clone(),
    };
    let split = candidates(raw)
        .into_iter()
        .filter(|c| kind == TokenKind::Word && c.start > 0 && c.key.chars().count() > 1);
    let beginnings: Vec<Beginning> = std::iter::once(whole)
        .chain(split.map(|c| Beginning {
            skip: c.start as u32,
            key: c.key,
        }))
        .collect();
    let is_whole = lexicon::any(&key, |entry| entry.kind == Kind::Whole && !entry.ambiguous);
    Form {
        key,
        beginnings: beginnings.into(),
        is_whole,
        // The mark stands before the alef or after it.
        is_indefinite: raw.ends_with("ا\u{064B}") || raw.ends_with("\u{064B}ا"),
    }
}
