//! Sentences: ranges of tokens that make one each.
//!
//! A sentence ends at a line's end, at a full stop, question or exclamation mark, and at an ellipsis when what follows says so.
//! Dots of numbers, abbreviations and addresses never get here: they are inside tokens.

use std::ops::Range;

use super::fold::match_key;
use super::line::is_line_end;
use super::token::{Token, TokenKind};
use crate::lexicon::{self, Kind};

/// Ranges of `tokens`, which were cut from `text`, that make a sentence each: in order, covering all tokens.
///
/// ```
/// use warraq::text::token::{sentences, tokenize};
/// let text = "قال د. سالم إن النسبة 1.5%. وأضاف: «انتهى العمل.» وغادر";
/// let tokens = tokenize(text);
/// let sentences: Vec<&str> = sentences(text, &tokens)
///     .into_iter()
///     .map(|range| &text[tokens[range.start].span.start as usize..tokens[range.end - 1].span.end as usize])
///     .collect();
/// assert_eq!(sentences, ["قال د. سالم إن النسبة 1.5%.", "وأضاف: «انتهى العمل.»", "وغادر"]);
/// ```
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let reader = Reader { text, tokens };
    let mut found = Vec::with_capacity(tokens.len() / 20 + 1);
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let stops = reader.ends(at, start);
        let end = if stops {
            reader.after_closers(at + 1)
        } else {
            at + 1
        };
        if end == tokens.len() || reader.breaks_line(end) || stops && !reader.goes_on(at, end) {
            found.push(start..end);
            start = end;
        }
        at = end;
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Reader<'t> {
    /// The characters of a token, "" past the last.
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// What lies between the token at `at` and the one before it.
    fn gap_before(&self, at: usize) -> &'t str {
        let start = at
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before))
            .map_or(0, |token| token.span.end as usize);
        let end = self
            .tokens
            .get(at)
            .map_or(self.text.len(), |token| token.span.start as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether the token at `at` stands on a later line than the one before it.
    fn breaks_line(&self, at: usize) -> bool {
        let gap = self.gap_before(at);
        gap != " " && gap.contains(is_line_end)
    }

    /// Whether the token at `at` can end the sentence that began at `start`.
    fn ends(&self, at: usize, start: usize) -> bool {
        if self.kind(at) != Some(TokenKind::Mark) {
            return false;
        }
        match self.word(at) {
            "." | "۔" => !self.numbers_an_item(at, start) && !self.joins_latin(at),
            word => word.starts_with(['!', '?', '؟', '…']) || word.starts_with(".."),
        }
    }

    /// «1. » at a sentence's beginning counts items.
    fn numbers_an_item(&self, at: usize, start: usize) -> bool {
        at == start + 1 && self.kind(start) == Some(TokenKind::Number) && self.kind(at + 1).is_some()
    }

    /// «ASP.NET».
    fn joins_latin(&self, at: usize) -> bool {
        let foreign = Some(TokenKind::Foreign);
        self.gap_before(at).is_empty()
            && self.gap_before(at + 1).is_empty()
            && at
                .checked_sub(1)
                .is_some_and(|before| self.kind(before) == foreign)
            && self.kind(at + 1) == foreign
    }

    /// The index after the closing quotation marks and brackets that stand at `at`; straight quotes close only what they touch.
    fn after_closers(&self, mut at: usize) -> usize {
        while self.kind(at) == Some(TokenKind::Mark) {
            let closes = match self.word(at) {
                "”" | "»" | "’" | ")" | "]" | ">>" => !self.breaks_line(at),
                "\"" | "'" | "''" => self.gap_before(at).is_empty(),
                _ => false,
            };
            if !closes {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether the sentence goes on past its stop at `at`, whose closers end before `next`.
    fn goes_on(&self, at: usize, next: usize) -> bool {
        // «؟» and «!» in brackets remark on a word; «هل انتهى؟»، سأل … is one sentence.
        let stop = self.word(at);
        if matches!(self.word(next), "،" | "," | "؛" | ";" | ":") {
            return true;
        }
        if stop.starts_with(['!', '?', '؟']) && matches!(self.word(at + 1), ")" | "]") {
            return true;
        }
        // Portals write «..» for a comma: it ends a sentence where a verb of saying opens the next one.
        (stop.starts_with("..") || stop.starts_with('…')) && !self.says(next)
    }

    /// Whether the token at `at` is a verb of saying, «و» or «ف» before it or not.
    fn says(&self, at: usize) -> bool {
        if self.kind(at) != Some(TokenKind::Word) {
            return false;
        }
        let key = match_key(self.word(at));
        let bare = key.strip_prefix(['و', 'ف']).unwrap_or(&key);
        [key.as_str(), bare]
            .iter()
            .any(|word| lexicon::any(word, |entry| entry.kind == Kind::Say))
    }
}
