//! What is looked for in a text: words as written, folded or grouped; a regular expression; places that are known beforehand.
//!
//! In: a [`Pattern`] of the person's. Out: a [`Matcher`], which finds it in [`Reading`]s in time linear in their length.

use std::collections::HashSet;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::count::Table;
use super::reading::Reading;
use crate::error::Error;
use crate::span::Span;
use crate::text::fold::{match_key, match_key_into};
use crate::text::token::tokenize;
use crate::text::word::Forms;

/// Bytes that a compiled regular expression may take; what needs more repeats too much.
const MAX_REGEX_BYTES: usize = 1 << 20;

/// What is looked for.
///
/// ```
/// use warraq::keyword::{Pattern, concordance::Query};
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// corpus.add("a.txt", "وصل القطار إلى بكين، وغادر بعد ساعة إلى موسكو.".as_bytes(), None)?;
/// let beijing = corpus.report().entities.iter().find(|entity| entity.name == "بكين").map(|entity| entity.id).unwrap();
/// for (pattern, places) in [
///     (Pattern::Words("وصل القطار".into()), 1),
///     (Pattern::Entity(beijing), 1),
///     (Pattern::Regex(r"\bإلى \w+".into()), 2),
/// ] {
///     assert_eq!(corpus.concordance(&Query { pattern, ..Query::default() })?.len(), places);
/// }
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// A word, or several that stand one after the other.
    Words(String),
    /// An entity, by its id in the report of the same documents.
    Entity(u32),
    /// A regular expression of crate `regex`, over each block of the article.
    Regex(String),
}

/// When a word is the one looked for.
///
/// ```
/// use warraq::keyword::{Matching, Pattern, concordance::Query};
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// corpus.add("a.txt", "خبر\nزار المكتبة، ثم زار المكتبه، وعاد للمكتبة.".as_bytes(), None)?;
/// for (matching, places) in [(Matching::Exact, 1), (Matching::Folded, 2), (Matching::Grouped, 3)] {
///     let pattern = Pattern::Words("المكتبة".into());
///     assert_eq!(corpus.concordance(&Query { pattern, matching, ..Query::default() })?.len(), places);
/// }
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matching {
    /// Written so, letter by letter.
    Exact,
    /// Written so after folding: «الى» is «إلى».
    #[default]
    Folded,
    /// In any form, with any particles; a regular expression is folded.
    Grouped,
}

/// A pattern ready to be found.
pub enum Matcher {
    /// Words one after the other, each in the form that is compared.
    Words(Vec<String>, Matching),
    /// A regular expression over text as written (`false`) or folded.
    Regex(Regex, bool),
}

impl Matcher {
    /// Prepares words to be found.
    ///
    /// # Errors
    /// [`Error::EmptyQuery`] for no word.
    pub fn words(words: &str, matching: Matching) -> Result<Self, Error> {
        let tokens = tokenize(words);
        let mut forms = Forms::default().words(words, &tokens).into_iter().peekable();
        let wanted = tokens.iter().map(|token| {
            let written = token.span.of(words);
            let form = forms.next_if(|form| form.span == token.span);
            match (matching, form) {
                (Matching::Exact, _) => written.to_string(),
                (Matching::Grouped, Some(word)) => word.form.group.key.clone(),
                _ => match_key(written),
            }
        });
        let wanted: Vec<String> = wanted.collect();
        if wanted.is_empty() {
            return Err(Error::EmptyQuery);
        }
        Ok(Matcher::Words(wanted, matching))
    }

    /// Prepares a regular expression to be found. Where it is folded, letters of its own are folded too.
    ///
    /// # Errors
    /// [`Error::BadRegex`] for one that is wrong or too large, [`Error::EmptyQuery`] for none.
    pub fn regex(pattern: &str, matching: Matching) -> Result<Self, Error> {
        if pattern.is_empty() {
            return Err(Error::EmptyQuery);
        }
        let folded = matching != Matching::Exact;
        let own = if folded {
            fold_pattern(pattern)
        } else {
            pattern.to_string()
        };
        let built = RegexBuilder::new(&own)
            .size_limit(MAX_REGEX_BYTES)
            .dfa_size_limit(MAX_REGEX_BYTES)
            .build();
        match built {
            Ok(regex) => Ok(Matcher::Regex(regex, folded)),
            Err(regex::Error::CompiledTooBig(_)) => Err(Error::BadRegex(
                "it repeats too much: ask for fewer repetitions".into(),
            )),
            Err(why) => Err(Error::BadRegex(reason(&why))),
        }
    }

    /// Where the pattern stands in an article, in order, none overlapping another.
    #[must_use]
    pub fn find(&self, reading: &Reading) -> Vec<Span> {
        match self {
            Matcher::Words(words, matching) => find_words(words, *matching, reading),
            Matcher::Regex(regex, folded) => {
                let blocks = reading.blocks().iter();
                blocks
                    .flat_map(|block| find_regex(regex, *folded, reading.text, *block))
                    .collect()
            }
        }
    }

    /// The forms of which a document must have one to hold the pattern; `None` where counts cannot tell.
    #[must_use]
    pub fn forms(&self, table: &Table) -> Option<HashSet<u32>> {
        let Matcher::Words(words, matching) = self else {
            return None;
        };
        let first = words.first()?;
        first.chars().next().filter(|c| c.is_alphabetic())?;
        Some(match matching {
            Matching::Exact => table.forms_where(|written| written == first),
            Matching::Folded => table.forms_where(|written| match_key(written) == *first),
            Matching::Grouped => table.forms_of_group(first),
        })
    }
}

fn find_words(words: &[String], matching: Matching, reading: &Reading) -> Vec<Span> {
    let is = |at: usize, wanted: &String| match matching {
        Matching::Exact => reading.written(at) == wanted,
        Matching::Folded => reading.words.get(at).is_some_and(|word| word.key == *wanted),
        Matching::Grouped => match reading.term(at) {
            Some(term) => term.group == *wanted,
            None => reading.words.get(at).is_some_and(|word| word.key == *wanted),
        },
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let same = words.iter().enumerate().all(|(i, wanted)| is(at + i, wanted));
        let last = at + words.len() - 1;
        if same && let (Some(first), Some(last)) = (reading.words.get(at), reading.words.get(last)) {
            found.push(Span {
                start: first.span.start,
                end: last.span.end,
            });
            at += words.len();
        } else {
            at += 1;
        }
    }
    found
}

fn find_regex(regex: &Regex, folded: bool, text: &str, block: Span) -> Vec<Span> {
    let part = block.of(text);
    let (read, places) = if folded {
        fold(part)
    } else {
        (part.to_string(), Vec::new())
    };
    let written = |at: usize| {
        if folded {
            places.get(at).copied().unwrap_or(part.len())
        } else {
            at
        }
    };
    let hits = regex.find_iter(&read).filter(|hit| !hit.is_empty());
    hits.map(|hit| Span::new(written(hit.start()), written(hit.end())).shift(block.start))
        .collect()
}

/// `text` folded, and for each byte of that the byte of `text` that it comes from.
fn fold(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match_key_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        places.resize(folded.len(), at);
    }
    (folded, places)
}

/// The letters of a pattern folded, but for those that a backslash makes a sign of its own: `\S` is not `\s`. The text that it is looked for in
/// has no upper case, so that it needs no tables of cases.
fn fold_pattern(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut escaped = false;
    for c in pattern.chars() {
        if escaped {
            folded.push(c);
        } else {
            match_key_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        }
        escaped = c == '\\' && !escaped;
    }
    folded
}

/// The last line of the crate's message: the others draw the pattern.
fn reason(why: &regex::Error) -> String {
    let message = why.to_string();
    let last = message.lines().last().unwrap_or_default();
    last.trim_start_matches("error: ").to_string()
}
