//! Tokens and sentences: where words, numbers and marks stand.

use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// An Arabic word, particles attached.
    Word,
    /// A word in Latin or another script.
    Foreign,
    /// A number with its separators.
    Number,
    /// One mark of punctuation or symbol.
    Mark,
}

/// A token: a span of the text and what it is. White space belongs to no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the text that was cut.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

fn kind_of(c: char) -> Option<TokenKind> {
    match c {
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => Some(TokenKind::Number),
        '\u{0600}'..='\u{0605}'
        | '\u{060C}'
        | '\u{061B}'
        | '\u{061F}'
        | '\u{066A}'..='\u{066D}'
        | '\u{06D4}' => Some(TokenKind::Mark),
        '\u{0610}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}' => Some(TokenKind::Word),
        _ if c.is_whitespace() || c.is_control() => None,
        _ if c.is_alphanumeric() => Some(TokenKind::Foreign),
        _ => Some(TokenKind::Mark),
    }
}

/// Cuts `text` into tokens, in order; offsets are bytes in `text`.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 10);
    for (at, c) in text.char_indices() {
        let Some(kind) = kind_of(c) else { continue };
        let end = (at + c.len_utf8()) as u32;
        match tokens.last_mut() {
            Some(last) if last.kind == kind && kind != TokenKind::Mark && last.span.end == at as u32 => {
                last.span.end = end
            }
            _ => tokens.push(Token {
                span: Span::new(at, at + c.len_utf8()),
                kind,
            }),
        }
    }
    tokens
}

/// Ranges of `tokens` that make a sentence each, in order, covering all tokens.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let ends = matches!(token.span.of(text), "." | "!" | "?" | "؟");
        let gap = tokens.get(i + 1).is_none_or(|next| {
            text.get(token.span.end as usize..next.span.start as usize)
                .is_some_and(|g| g.contains('\n'))
        });
        if ends || gap {
            out.push(start..i + 1);
            start = i + 1;
        }
    }
    out
}
