//! Words read once for every stage: what each is folded, split and grouped to.
//!
//! In: a text, or its tokens. Out: [`Word`]s that share a [`Form`] wherever they are written the same. Counting, tagging and linking
//! all read these.

use std::collections::HashMap;
use std::sync::Arc;

use super::fold::match_key;
use super::particle::{Reason, Split, analyses, split_key, whole};
use super::stem::{GroupKey, group_among, group_key};
use super::token::{Token, TokenKind, tokenize};
use crate::lexicon::{self, Kind};
use crate::span::Span;

/// What is known of words written in one way: see [`words`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Folded by `match_key`, particles and all; initials without their dots, a space between them: «ا ف ب».
    pub key: String,
    /// Particles and base; a word that is not Arabic is all base.
    pub split: Split,
    /// The group that tables count it in.
    pub group: GroupKey,
    /// Whether it is a function word, of which tables say nothing.
    pub stop: bool,
}

/// A word of a text: returned by [`words`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes in the text.
    pub span: Span,
    /// Word, foreign or abbreviation.
    pub kind: TokenKind,
    /// What is known of it.
    pub form: Arc<Form>,
}

/// The words of `text` in order; marks, numbers, addresses and emoji are none.
///
/// ```
/// use warraq::text::words;
/// let text = "التقى الرئيسان وزراء، وللرئيس كلمة";
/// let words = words(text);
/// assert_eq!(words[1].form.group, words[3].form.group);
/// let rest = words[3].span.of(text).split_at(words[3].form.split.prefix_len).1;
/// assert_eq!(rest, "لرئيس");
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    Forms::default().words(text, &tokenize(text))
}

/// Forms met so far: a word is split and grouped the first time that it is met, so reading many articles with one of these is
/// much faster than reading each anew, and gives the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    met: HashMap<Box<str>, Arc<Form>>,
}

/// Times that a rest must stand alone in a text to be believed, and how much more often the whole word may be there.
const ALONE: u32 = 2;
const RARER: u32 = 4;

impl Forms {
    /// The words among `tokens`, which were cut from `text`. A word that neither background nor lexicon know is split where its
    /// rest stands alone in this very text.
    #[must_use]
    pub fn words(&mut self, text: &str, tokens: &[Token]) -> Vec<Word> {
        let mut words: Vec<Word> = tokens
            .iter()
            .filter(|token| token.kind.is_word())
            .map(|token| Word {
                span: token.span,
                kind: token.kind,
                form: self.form(token.span.of(text), token.kind),
            })
            .collect();
        split_by_text(text, &mut words);
        words
    }

    fn form(&mut self, word: &str, kind: TokenKind) -> Arc<Form> {
        if let Some(form) = self.met.get(word) {
            return Arc::clone(form);
        }
        let form = Arc::new(match kind {
            TokenKind::Word => arabic(word, match_key(word), &|_| false),
            TokenKind::Abbreviation => unsplit(initials(word)),
            _ => unsplit(match_key(word)),
        });
        self.met.insert(word.into(), Arc::clone(&form));
        form
    }
}

/// Splits the words that only their shape decided by what stands alone in the text.
fn split_by_text(text: &str, words: &mut [Word]) {
    let unknown: Vec<Arc<Form>> = words
        .iter()
        .filter(|word| is_unknown(word))
        .map(|word| Arc::clone(&word.form))
        .collect();
    let mut times: HashMap<&str, u32> = HashMap::new();
    for form in &unknown {
        *times.entry(&form.key).or_default() += 1;
    }
    let alone = |rest: &str, whole: u32| times.get(rest).is_some_and(|n| *n >= ALONE && n * RARER >= whole);
    for word in words.iter_mut().filter(|word| is_unknown(word)) {
        let key = &word.form.key;
        let whole = times.get(key.as_str()).copied().unwrap_or_default();
        let knows = |rest: &str| alone(rest, whole);
        if analyses(key)
            .iter()
            .any(|reading| reading.clitics.any() && knows(&reading.base))
        {
            word.form = Arc::new(arabic(word.span.of(text), key.clone(), &knows));
        }
    }
}

fn is_unknown(word: &Word) -> bool {
    word.kind == TokenKind::Word && word.form.split.reason == Reason::Shape
}

fn arabic(word: &str, key: String, knows: &dyn Fn(&str) -> bool) -> Form {
    let split = split_key(word, &key, knows);
    let entries = lexicon::lookup(&split.base);
    let stop = entries
        .iter()
        .any(|entry| entry.kind == Kind::Stop && !entry.ambiguous);
    Form {
        key,
        group: group_among(&split.base, entries),
        stop: stop || split.reason == Reason::Particles,
        split,
    }
}

/// A form without particles.
fn unsplit(key: String) -> Form {
    let split = whole(&key, Reason::Shape);
    Form {
        group: group_key(&split),
        stop: false,
        split,
        key,
    }
}

/// The key of an abbreviation: «أ. ف.ب» gives «ا ف ب».
fn initials(word: &str) -> String {
    let key = match_key(word);
    let letters: Vec<&str> = key
        .split(['.', ' '])
        .filter(|letter| !letter.is_empty())
        .collect();
    letters.join(" ")
}
