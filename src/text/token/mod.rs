//! Tokens: where words, numbers, addresses, marks and emoji stand.
//!
//! In: text. Out: [`Token`]s in order, none overlapping; what lies between two tokens is white space, controls and stray invisible
//! characters, so tokens and gaps together are the text again.
//!
//! One pass over the bytes: each token is cut by the file of this folder that knows its kind, chosen by the class of its first
//! character. Nothing is scanned more than a fixed number of times, whatever the text.

pub use super::sentence::sentences;
use crate::span::Span;

mod abbreviation;
mod address;
mod emoji;
mod mark;
mod number;
mod scan;
mod word;

use scan::{Class, Cursor};

/// What a token is.
///
/// ```
/// use warraq::text::token::{TokenKind, tokenize};
/// let kinds: Vec<TokenKind> = tokenize("نشر د. سالم 3 صور على example.org #البحر").iter().map(|token| token.kind).collect();
/// assert_eq!(kinds[1..4], [TokenKind::Abbreviation, TokenKind::Word, TokenKind::Number]);
/// assert_eq!(kinds[6..], [TokenKind::Url, TokenKind::Hashtag]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// An Arabic word, particles attached, with its marks, tatweel and the invisible characters inside it. «الـ76» is the word «الـ»
    /// and the number «76»: a number is one thing however it is announced, and an Arabic word never has digits.
    Word,
    /// A word in Latin or another script, or letters and digits together: «BBC», «don't», «G20», «5G».
    Foreign,
    /// Initials or an abbreviation, with its dots: «د.», «أ.ف.ب», «أ. ف. ب», «U.S.», «Mr.».
    Abbreviation,
    /// One quantity, with its separators and its sign of percent: «1.500», «١٫٥», «20%», «٪٢٠». Dates and times are several:
    /// «31/8/2021» is three numbers and two marks.
    Number,
    /// A web address: `https://example.org/a`, `www.example.org`, `example.com`.
    Url,
    /// A mail address.
    Email,
    /// `@` and a name.
    Handle,
    /// `#` and what is tagged, underscores inside: «#وسم_طويل».
    Hashtag,
    /// A mark of punctuation or symbol; a run of one mark («...», «!!») and an omission («(...)») are one.
    Mark,
    /// One emoji as people see it: with skin tone, joined parts, flag or keycap.
    Emoji,
}

impl TokenKind {
    /// Whether the token reads as a word of running text: Arabic, foreign or abbreviated.
    ///
    /// ```
    /// use warraq::text::token::tokenize;
    /// let words: Vec<bool> = tokenize("زار BBC 20 مرة!").iter().map(|token| token.kind.is_word()).collect();
    /// assert_eq!(words, [true, true, false, true, false]);
    /// ```
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(
            self,
            TokenKind::Word | TokenKind::Foreign | TokenKind::Abbreviation
        )
    }
}

/// A token, as [`tokenize`] finds it: a span of the text and what it is. White space belongs to no token, but for the spaces inside «أ. ف. ب» and «( ... )».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the text that was cut.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Cuts `text` into tokens, in order; offsets are bytes in `text`, which may have up to 4 GiB. Time is linear in its length.
///
/// ```
/// use warraq::text::token::{tokenize, TokenKind};
/// let text = "نما الناتج 1.5% في الـ76 يوما، وفق أ.ف.ب";
/// let tokens: Vec<&str> = tokenize(text).iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(tokens, ["نما", "الناتج", "1.5%", "في", "الـ", "76", "يوما", "،", "وفق", "أ.ف.ب"]);
/// ```
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    // Arabic news has a token about every ten bytes.
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 9);
    tokens.extend(Tokens::of(text));
    tokens
}

/// The tokens of a text one after the other, for who needs no list of them; see [`tokenize`].
///
/// ```
/// use warraq::text::token::Tokens;
/// assert_eq!(Tokens::of("عاد القطار.").count(), 3);
/// ```
pub struct Tokens<'t> {
    cursor: Cursor<'t>,
    at: usize,
    after_number: bool,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        Tokens {
            cursor: Cursor::new(text),
            at: 0,
            after_number: false,
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let cursor = &mut self.cursor;
        loop {
            let at = self.at;
            let (class, next) = cursor.look(at);
            let (end, kind) = match class {
                Class::End => return None,
                Class::Space | Class::Hidden => {
                    self.at = next;
                    self.after_number &= cursor.byte(at) != b'\n';
                    continue;
                }
                Class::Arabic | Class::Sign => word::arabic(cursor, at, self.after_number),
                Class::Other => word::foreign(cursor, at),
                Class::Digit => number::digits(cursor, at),
                Class::Emoji => (emoji::sequence(cursor, next), TokenKind::Emoji),
                Class::Mark => mark::mark(cursor, at, next),
            };
            self.at = end;
            self.after_number = kind == TokenKind::Number;
            return Some(Token {
                span: Span::new(at, end),
                kind,
            });
        }
    }
}
