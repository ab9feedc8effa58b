//! What the date readers read: numbers, words and marks in a row, whatever digits and separators the text uses.

use crate::lexicon::{self, Kind, Walk};
use crate::span::Span;
use crate::text::fold::match_key;
use crate::text::token::{TokenKind, tokenize};

/// A number, word or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub span: Span,
    /// Folded; digits in ASCII.
    pub key: String,
    pub kind: ItemKind,
    /// Whether it follows the item before it without a space.
    pub joined: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// With its value and its number of digits.
    Number(u32, u8),
    Word,
    Mark,
}

impl Item {
    pub(super) fn number(&self) -> Option<(u32, u8)> {
        match self.kind {
            ItemKind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.key.as_str())
    }
}

/// The items of a text. Numbers such as «12/05/2024» come as three numbers with marks between them.
pub(super) fn items(text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for token in tokenize(text) {
        let start = token.span.start as usize;
        let raw = token.span.of(text);
        if token.kind == TokenKind::Mark {
            push(&mut items, raw, start, ItemKind::Mark);
        } else if raw.starts_with(is_digit) {
            // «9th» too, which is one word to everybody else.
            split_number(raw, start, &mut items);
        } else {
            push(&mut items, raw, start, ItemKind::Word);
        }
    }
    items
}

fn push(items: &mut Vec<Item>, raw: &str, start: usize, kind: ItemKind) {
    let span = Span::new(start, start + raw.len());
    let joined = items.last().is_some_and(|last| last.span.end == span.start);
    items.push(Item {
        span,
        key: match_key(raw),
        kind,
        joined,
    });
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// Parts digits from what is between and behind them.
fn split_number(raw: &str, start: usize, items: &mut Vec<Item>) {
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let digits = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
        let length = if digits > 0 {
            digits
        } else {
            rest.find(is_digit).unwrap_or(rest.len())
        };
        let part = rest.get(..length).unwrap_or_default();
        let key = match_key(part);
        let kind = match key.parse() {
            Ok(value) if digits > 0 => ItemKind::Number(value, key.len() as u8),
            _ if part.starts_with(char::is_alphabetic) => ItemKind::Word,
            _ => ItemKind::Mark,
        };
        push(items, part, start + at, kind);
        at += length;
    }
}

/// A calendar word at the front of the items: its number, how many items it takes, and the particles before it.
pub(super) struct Named {
    pub number: u8,
    pub used: usize,
    /// Bytes of attached particles.
    pub skip: u32,
    pub class: &'static str,
    pub ambiguous: bool,
}

/// Reads a month, weekday or ordinal number at the front of the items, the longest that fits, with «و», «ف», «ب», «ل» before it.
pub(super) fn named(items: &[Item], wanted: Kind) -> Option<Named> {
    let first = items.first().filter(|item| item.kind == ItemKind::Word)?;
    let bare = [
        Some(first.key.as_str()),
        first.key.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']),
    ];
    bare.into_iter().flatten().find_map(|key| {
        let mut walk = Walk::new();
        let mut best = None;
        for (n, item) in items.iter().enumerate().take(4) {
            let word = if n == 0 { key } else { &item.key };
            if !walk.feed(word) || item.kind == ItemKind::Mark {
                break;
            }
            if let Some(entry) = walk.entries().iter().find(|entry| entry.kind == wanted) {
                let number = entry.name.parse().ok()?;
                let skip = (first.key.len() - key.len()) as u32;
                best = Some(Named {
                    number,
                    used: n + 1,
                    skip,
                    class: entry.class,
                    ambiguous: entry.ambiguous,
                });
            }
        }
        best
    })
}

/// Whether a word has a reading of this kind.
pub(super) fn is_kind(item: &Item, wanted: Kind) -> bool {
    lexicon::any(&item.key, |entry| entry.kind == wanted)
}
