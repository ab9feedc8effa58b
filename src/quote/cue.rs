//! Cues: verbs of saying, and who their subject is.

use std::ops::Range;

use crate::entity::lexical::{is_quote, phrase};
use crate::entity::words::Word;
use crate::entity::{EntityKind, Mention};
use crate::lexicon::{self, Kind};
use crate::span::Span;

/// A paragraph in its document.
pub(super) struct Scene<'t> {
    pub text: &'t str,
    pub words: &'t [Word],
    pub mentions: &'t [Mention],
    /// The paragraph's words.
    pub range: Range<usize>,
}

/// A verb or phrase of saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Index of its first word.
    pub word: usize,
    /// One past its last word.
    pub end: usize,
    pub span: Span,
    /// «direct», «carry», «source» or «report», the class of its lexicon row.
    pub class: &'static str,
}

/// Who is said to have said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Index into the mentions.
    Mention(usize),
    /// In the text's own words.
    Phrase(Span),
    Unknown,
}

/// Words between a verb and its subject's name: «وزير الخارجية في الحكومة الانتقالية».
const REACH: usize = 9;
/// Longest unnamed subject in words.
const PHRASE: usize = 4;

impl Scene<'_> {
    /// The cues of the paragraph, in order.
    pub(super) fn cues(&self) -> Vec<Cue> {
        let mut cues = Vec::new();
        let mut at = self.range.start;
        while at < self.range.end {
            match phrase(self.words, at, |entry| {
                entry.kind == Kind::Say && !entry.ambiguous
            }) {
                Some((end, skip, entry)) => {
                    // «أكد أن» is a row of its own; the verb is what is shown, and «أن» opens what was said.
                    let opens = end > at + 1 && self.words.get(end - 1).is_some_and(|w| opens_clause(&w.key));
                    let end = end - usize::from(opens);
                    let span = Span {
                        start: self.start(at) + skip,
                        end: self.words.get(end - 1).map_or(0, |w| w.span.end),
                    };
                    cues.push(Cue {
                        word: at,
                        end,
                        span,
                        class: entry.class,
                    });
                    at = end;
                }
                None => at += 1,
            }
        }
        cues
    }

    /// Who the subject of a cue is: the name right after it, the name before it, or whoever spoke last.
    pub(super) fn subject(&self, cue: &Cue, carried: Option<usize>) -> Subject {
        if let Some(source) = self.source(cue) {
            return Subject::Mention(source);
        }
        match self.following(cue) {
            _ if self.is_participle(cue) => return carried.map_or(Subject::Unknown, Subject::Mention),
            Subject::Unknown => {}
            found => return found,
        }
        let before = (cue.class != "source").then(|| self.preceding(cue)).flatten();
        before.or(carried).map_or(Subject::Unknown, Subject::Mention)
    }

    /// «مشيرا إلى أن», «قائلا»: says on what the verb before it said, by the same subject.
    fn is_participle(&self, cue: &Cue) -> bool {
        let key = self
            .words
            .get(cue.word)
            .map_or("", |w| w.key.strip_prefix('و').unwrap_or(&w.key));
        (key.starts_with('م') || key.starts_with("قائل")) && key.ends_with(['ا', 'ه', 'ن'])
    }

    /// «نقلت الوكالة عن فلان», «نقل بيان عن الوزارة عن فلان قوله»: the last «عن» before the speech names who spoke.
    fn source(&self, cue: &Cue) -> Option<usize> {
        let quoting = |word: &Word| {
            matches!(
                word.key.trim_start_matches('و'),
                "نقل" | "نقلت" | "ناقلا" | "ناقله" | "نقلا"
            )
        };
        let told = |word: &Word| matches!(word.key.as_str(), "قوله" | "قولها" | "قولهم");
        let first = self.words.get(cue.word)?;
        let from = if quoting(first) {
            cue.word
        } else {
            self.words
                .get(..cue.word)?
                .iter()
                .rposition(|w| quoting(w) && w.sentence == first.sentence)?
        };
        if !quoting(first) && !told(first) {
            return None;
        }
        let mut found = None;
        for at in from..self.range.end.min(from + 2 * REACH) {
            let word = self.words.get(at)?;
            if word.sentence != first.sentence
                || matches!(word.key.as_str(), ":" | "ان" | "انه" | "انها")
                || told(word) && at > from
            {
                break;
            }
            if word.key == "عن" {
                found = self.named_from(at + 1, REACH).or(found);
            }
        }
        found
    }

    /// The subject that follows the verb: titles and adjectives, then a name; or an unnamed «مصدر دبلوماسي».
    fn following(&self, cue: &Cue) -> Subject {
        let Some(verb) = self.words.get(cue.word) else {
            return Subject::Unknown;
        };
        let mut phrase_end = cue.end;
        for at in cue.end..self.range.end.min(cue.end + REACH) {
            let Some(word) = self.words.get(at).filter(|w| w.sentence == verb.sentence) else {
                break;
            };
            if let Some(mention) = self.mention_at(word.span) {
                let person_later = self.person_in_apposition(mention, at);
                return Subject::Mention(person_later.unwrap_or(mention));
            }
            let stops = word.is_mark() && !word.key.chars().all(is_quote) || self.is_function_word(&word.key);
            if stops {
                break;
            }
            phrase_end = at + 1;
        }
        let length = phrase_end - cue.end;
        let first = self
            .words
            .get(cue.end)
            .filter(|w| length > 0 && length <= PHRASE && !w.is_mark());
        match first {
            // «الوزير», «الرئيس الروسي»: whoever was named before; only the indefinite is somebody new.
            Some(word)
                if !word.key.starts_with("ال") && cue.class != "carry" && self.is_person_word(&word.key) =>
            {
                Subject::Phrase(Span {
                    start: word.span.start,
                    end: self
                        .words
                        .get(phrase_end - 1)
                        .map_or(word.span.end, |w| w.span.end),
                })
            }
            _ => Subject::Unknown,
        }
    }

    /// «وزير خارجية فرنسا فلان»: a place or body inside the title, and the person whose title it is right after.
    fn person_in_apposition(&self, mention: usize, at: usize) -> Option<usize> {
        let first = self
            .mentions
            .get(mention)
            .filter(|m| m.kind != EntityKind::Person)?;
        let sentence = self.words.get(at)?.sentence;
        for word in self.words.get(at + 1..self.range.end.min(at + REACH))? {
            let stops =
                matches!(word.key.as_str(), "،" | ":" | "ان" | "انه" | "في") || word.sentence != sentence;
            if stops && word.span.start >= first.span.end {
                return None;
            }
            let found = self.mention_at(word.span).filter(|i| {
                self.mentions
                    .get(*i)
                    .is_some_and(|m| m.kind == EntityKind::Person)
            });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The subject before its verb: a name right before it («أن شي شدد»), or the one that opens the sentence («بيسكوف … قال»).
    fn preceding(&self, cue: &Cue) -> Option<usize> {
        let verb = self.words.get(cue.word)?;
        let joined = verb.key.starts_with('و') && cue.span.start > verb.span.start;
        if joined || cue.class == "carry" {
            return None;
        }
        let relative = cue
            .word
            .checked_sub(1)
            .and_then(|at| self.words.get(at))
            .is_some_and(|w| matches!(w.key.as_str(), "الذي" | "التي"));
        let right_before = cue
            .word
            .checked_sub(1 + usize::from(relative))
            .filter(|at| self.range.contains(at))
            .and_then(|at| self.mention_at(self.words.get(at)?.span));
        let first = self
            .words
            .get(self.range.clone())?
            .iter()
            .find(|w| w.sentence == verb.sentence)?;
        right_before.or_else(|| {
            self.mention_at(first.span).filter(|i| {
                self.mentions
                    .get(*i)
                    .is_some_and(|m| m.kind == EntityKind::Person)
            })
        })
    }

    /// Reported speech: what follows «إن» or «أن» after the cue, up to byte `until`.
    pub(super) fn reported(&self, cue: &Cue, until: u32) -> Option<Span> {
        let verb = self.words.get(cue.word)?;
        let after = self.words.get(cue.end..self.range.end)?;
        let clause = after
            .iter()
            .take(2 * REACH)
            .take_while(|w| w.sentence == verb.sentence && w.span.end <= until)
            .position(|w| opens_clause(&w.key))?;
        let run = after
            .get(clause..)?
            .iter()
            .take_while(|w| w.sentence == verb.sentence && w.span.end <= until);
        let words: Vec<&Word> = run.collect();
        let last = words.iter().rposition(|w| !w.is_mark())?;
        let span = Span {
            start: words.first()?.span.start,
            end: words.get(last)?.span.end,
        };
        (last >= 3).then_some(span)
    }

    /// The first mention within `reach` words from word `at` on.
    fn named_from(&self, at: usize, reach: usize) -> Option<usize> {
        let run = self.words.get(at..self.range.end.min(at + reach))?;
        run.iter()
            .take_while(|w| w.key != "،" && w.key != ":")
            .find_map(|w| self.mention_at(w.span))
    }

    fn mention_at(&self, span: Span) -> Option<usize> {
        let found = self.mentions.partition_point(|m| m.span.end <= span.start);
        let mention = self.mentions.get(found)?;
        (mention.span.overlaps(span)
            && matches!(
                mention.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::Location
            ))
        .then_some(found)
    }

    fn is_function_word(&self, key: &str) -> bool {
        lexicon::any(key, |entry| entry.kind == Kind::Stop && entry.class != "filler")
    }

    /// Whether a word can be somebody who speaks: a title or office, «مصدر», «مسؤول», «شاهد».
    fn is_person_word(&self, key: &str) -> bool {
        lexicon::any(key, |entry| matches!(entry.kind, Kind::Title))
            || matches!(
                key,
                "مصدر" | "مصادر" | "مراقبون" | "محللون" | "خبراء" | "شهود" | "ناشطون" | "سكان"
            )
    }

    fn start(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |w| w.span.start)
    }
}

/// «إن», «أنه», «بأنها»: what opens a reported clause.
fn opens_clause(key: &str) -> bool {
    let bare = key.strip_prefix(['ب', 'ل']).unwrap_or(key);
    matches!(
        bare,
        "ان" | "انه" | "انها" | "انهم" | "اننا" | "انني" | "اني" | "انهما"
    )
}
