//! Speakers: who the subject of a verb of saying is.

use super::cue::{Cue, Scene, opens_clause};
use crate::entity::EntityKind;
use crate::entity::lexical::is_quote;
use crate::entity::words::Word;
use crate::lexicon::{self, Entry, Kind};
use crate::span::Span;

/// Who is said to have said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Subject {
    /// Index into the mentions.
    Mention(usize),
    /// In the text's own words: «مصدر دبلوماسي», «البيان».
    Phrase(Span),
    #[default]
    Unknown,
}

/// Words between a verb and its subject's name: «وزير الخارجية في الحكومة الانتقالية».
const REACH: usize = 9;
/// Longest unnamed subject in words.
const PHRASE: usize = 4;
/// What speaks without being a person or a body.
const DOCUMENTS: [&str; 12] = [
    "بيان",
    "تقرير",
    "دراسه",
    "مصدر",
    "مصادر",
    "وثيقه",
    "رساله",
    "مراقبون",
    "خبراء",
    "شهود",
    "ناشطون",
    "سكان",
];

impl Scene<'_> {
    /// Who the subject of a cue is: the name right after it, the name before it, or whoever spoke last.
    pub(super) fn subject(&self, cue: &Cue, carried: Subject) -> Subject {
        let source = self.source(cue);
        if source != Subject::Unknown {
            return source;
        }
        if self.is_participle(cue) {
            return carried;
        }
        let following = self.subject_from(cue.end, cue.class != "carry");
        if following != Subject::Unknown || cue.class == "source" {
            return following;
        }
        self.preceding(cue).unwrap_or(carried)
    }

    /// «مشيرا إلى أن», «قائلا»: says on what the verb before it said, by the same subject.
    fn is_participle(&self, cue: &Cue) -> bool {
        let key = self
            .word(cue.word)
            .map_or("", |w| w.key.strip_prefix('و').unwrap_or(&w.key));
        (key.starts_with('م') || key.starts_with("قايل")) && key.ends_with(['ا', 'ه', 'ن'])
    }

    /// «نقلت الوكالة عن فلان», «نقل بيان عن الوزارة عن فلان قوله»: the last «عن» before the speech names who spoke.
    fn source(&self, cue: &Cue) -> Subject {
        let quoting = |w: &Word| {
            matches!(
                w.key.trim_start_matches('و'),
                "نقل" | "نقلت" | "ناقلا" | "ناقله" | "نقلا"
            )
        };
        let told = |w: &Word| matches!(w.key.as_str(), "قوله" | "قولها" | "قولهم");
        let Some(first) = self.word(cue.word) else {
            return Subject::Unknown;
        };
        let before = self.words.get(self.range.start..cue.word).unwrap_or_default();
        let from = match () {
            () if quoting(first) => Some(cue.word),
            () if told(first) => before
                .iter()
                .rposition(|w| quoting(w) && w.sentence == first.sentence)
                .map(|i| self.range.start + i),
            () => None,
        };
        let mut found = Subject::Unknown;
        let Some(from) = from else { return found };
        for at in from..self.range.end.min(from + 2 * REACH) {
            let Some(word) = self.word(at).filter(|w| w.sentence == first.sentence) else {
                break;
            };
            if word.key == ":" || opens_clause(&word.key) || told(word) && at > from {
                break;
            }
            if word.key == "عن" {
                let named = self.subject_from(at + 1, true);
                found = if named == Subject::Unknown { found } else { named };
            }
        }
        found
    }

    /// The subject that begins at a word: titles and adjectives, then a name; or, where `unnamed` may be, «مصدر دبلوماسي», «البيان».
    fn subject_from(&self, from: usize, unnamed: bool) -> Subject {
        let Some(first) = self.word(from).filter(|_| from < self.range.end) else {
            return Subject::Unknown;
        };
        let mut end = from;
        for at in from..self.range.end.min(from + REACH) {
            let Some(word) = self.word(at).filter(|w| w.sentence == first.sentence) else {
                break;
            };
            if let Some(mention) = self.mention_at(word.span) {
                return Subject::Mention(self.person_in_apposition(mention, at).unwrap_or(mention));
            }
            let ends = is_function_word(&word.key) && !(at == from && is_one(&word.key));
            if word.is_mark() && !word.key.chars().all(is_quote) || ends {
                break;
            }
            end = at + 1;
        }
        // «رئيس اللجنة، القاضي فلان، إن»: the name stands in apposition to the office.
        let comma = self.word(end).is_some_and(|w| w.key == "،" && end > from);
        if let Some(person) = comma.then(|| self.named_after_comma(end)).flatten() {
            return Subject::Mention(person);
        }
        let last = self
            .word(end.saturating_sub(1))
            .filter(|_| (1..=PHRASE).contains(&(end - from)));
        let phrase = last.map(|last| {
            Subject::Phrase(Span {
                start: first.span.start,
                end: last.span.end,
            })
        });
        phrase
            .filter(|_| unnamed && self.is_somebody_new(first))
            .unwrap_or_default()
    }

    /// The person named between the comma at a word and the next one.
    fn named_after_comma(&self, comma: usize) -> Option<usize> {
        let sentence = self.word(comma)?.sentence;
        let apposition = self
            .words
            .get(comma + 1..self.range.end.min(comma + REACH))?
            .iter();
        let mut inside = apposition.take_while(|w| {
            w.sentence == sentence && !w.is_mark() && !opens_clause(&w.key) && !is_function_word(&w.key)
        });
        inside.find_map(|w| self.mention_at(w.span).filter(|i| self.is_person(*i)))
    }

    /// «وزير خارجية فرنسا فلان»: a place or body inside the title, and the person whose title it is right after.
    fn person_in_apposition(&self, mention: usize, at: usize) -> Option<usize> {
        let place = self
            .mentions
            .get(mention)
            .filter(|m| m.kind != EntityKind::Person)?;
        let sentence = self.word(at)?.sentence;
        for word in self
            .words
            .get(at + 1..self.range.end.min(at + REACH))?
            .iter()
            .filter(|w| w.span.start >= place.span.end)
        {
            if word.sentence != sentence
                || matches!(word.key.as_str(), "،" | ":" | "في")
                || opens_clause(&word.key)
            {
                return None;
            }
            if let Some(person) = self.mention_at(word.span).filter(|i| self.is_person(*i)) {
                return Some(person);
            }
        }
        None
    }

    /// The subject before its verb: a name right before it («أن شي شدد», «فلان الذي قال»), or the person who opens the sentence
    /// («بيسكوف … قال»).
    fn preceding(&self, cue: &Cue) -> Option<Subject> {
        let verb = self.word(cue.word)?;
        let joined = verb.key.starts_with('و') && cue.span.start > verb.span.start;
        if joined || cue.class == "carry" {
            return None;
        }
        let before = |n: usize| {
            cue.word
                .checked_sub(n)
                .filter(|at| self.range.contains(at))
                .and_then(|at| self.word(at))
        };
        let relative = before(1).is_some_and(|w| matches!(w.key.as_str(), "الذي" | "التي"));
        let word = before(1 + usize::from(relative));
        let right_before = word.and_then(|w| self.mention_at(w.span));
        let first = self
            .words
            .get(self.range.clone())?
            .iter()
            .find(|w| w.sentence == verb.sentence)?;
        // «لكن النقابة ردت»: not whoever spoke last.
        let unnamed = || {
            word.filter(|w| self.is_somebody_new(w))
                .map(|w| Subject::Phrase(w.span))
        };
        let opening = || self.mention_at(first.span).filter(|i| self.is_person(*i));
        right_before
            .map(Subject::Mention)
            .or_else(unnamed)
            .or_else(|| opening().map(Subject::Mention))
    }

    /// Whether an unnamed subject is somebody not named before: «مسؤول», «مصدر», «الوكالة», «البيان». «الوزير», «الرئيس الروسي» are
    /// whoever was introduced so; «المحافظ», where no governor was, is new too.
    fn is_somebody_new(&self, word: &Word) -> bool {
        let bare = word.key.strip_prefix("ال").unwrap_or(&word.key);
        let is = |kind: Kind| lexicon::any(bare, |e| e.kind == kind);
        is_one(&word.key)
            || DOCUMENTS.contains(&bare)
            || is(Kind::OrgClass)
            || is(Kind::Title) && (bare == word.key || !self.is_introduced(bare, word))
    }

    /// Whether a name with this title, or some word made of it («نظيره»), stands before a word.
    fn is_introduced(&self, title: &str, word: &Word) -> bool {
        let before = self.words.iter().enumerate();
        let mut titles = before
            .take_while(|(_, w)| w.span.start < word.span.start)
            .filter(|(_, w)| is_title(&w.key, title));
        titles.any(|(at, title)| {
            let after = self.words.get(at + 1..).unwrap_or_default().iter().take(REACH);
            let mut inside = after.take_while(|w| w.sentence == title.sentence);
            inside.any(|w| self.mention_at(w.span).is_some_and(|i| self.is_person(i)))
        })
    }

    fn is_person(&self, mention: usize) -> bool {
        self.mentions
            .get(mention)
            .is_some_and(|m| m.kind == EntityKind::Person)
    }
}

fn is_function_word(key: &str) -> bool {
    lexicon::any(key, Entry::is_function_word)
}

/// «أحد العمال», but not «الأحد», Sunday.
fn is_one(key: &str) -> bool {
    matches!(key, "احد" | "احدي")
}

/// Whether a folded word is `title`, with the article and particles or without.
fn is_title(key: &str, title: &str) -> bool {
    let bare = |key: &str| key.strip_prefix("ال").unwrap_or(key) == title;
    bare(key) || key.strip_prefix(['و', 'ل', 'ب']).is_some_and(bare)
}
