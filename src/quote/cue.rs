//! Cues: verbs and phrases of saying, and the clause that one reports.

use std::ops::Range;

use crate::entity::Mention;
use crate::entity::lexical::{is_quote, phrase};
use crate::entity::words::Word;
use crate::lexicon::{self, Entry, Kind};
use crate::span::Span;

/// Words within which a cue's clause opens.
const REACH: usize = 18;

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

impl Scene<'_> {
    /// The cues of the paragraph, in order.
    pub(super) fn cues(&self) -> Vec<Cue> {
        let mut cues = Vec::new();
        let mut at = self.range.start;
        while at < self.range.end {
            let says = |entry: &Entry| entry.kind == Kind::Say && (!entry.ambiguous || self.introduces(at));
            // «كاملة» is not «أمله» after a particle.
            let whole = |skip: u32| skip == 0 || self.word(at).is_some_and(|w| w.key.starts_with(['و', 'ف']));
            let cue = phrase(self.words, at, says)
                .filter(|(_, skip, entry)| !self.is_called(at) && (!entry.ambiguous || whole(*skip)));
            match cue {
                Some((end, skip, entry)) => {
                    // «أكد أن» is a row of its own; the verb is what is shown, and «أن» opens what was said.
                    let opens = end > at + 1 && self.word(end - 1).is_some_and(|w| opens_clause(&w.key));
                    let end = end - usize::from(opens);
                    let (first, last) = (
                        self.word(at).map_or(0, |w| w.span.start),
                        self.word(end - 1).map_or(0, |w| w.span.end),
                    );
                    cues.push(Cue {
                        word: at,
                        end,
                        span: Span {
                            start: first + skip,
                            end: last,
                        },
                        class: entry.class,
                    });
                    at = end;
                }
                None => at += 1,
            }
        }
        cues
    }

    /// Whether a colon or «بأنه» and marks follow in the sentence, and no surer verb before them: what may be something else («كتب» the
    /// books, «وصف») says then.
    fn introduces(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else {
            return false;
        };
        let reach = self.words.get(at + 1..self.range.end.min(at + REACH));
        let mut pairs = reach.unwrap_or_default().windows(2);
        let opened = pairs.find_map(|pair| {
            let [opening, mark] = pair else { return None };
            let opens = opening.key == ":" || opening.key.starts_with("بان") && opens_clause(&opening.key);
            let ends = mark.sentence != word.sentence || is_verb_of_saying(&opening.key);
            (opens || ends).then(|| opens && !ends && mark.key.chars().all(is_quote))
        });
        opened == Some(true)
    }

    /// «يدعى», is called, which folds to «يدعي», claims.
    fn is_called(&self, at: usize) -> bool {
        let written = self.word(at).map(|word| word.span.of(self.text));
        written.is_some_and(|written| written.ends_with("يدعى") || written.ends_with("تدعى"))
    }

    /// Speech without marks, up to byte `until`: what follows «إن» or «أن» after the cue is reported, what follows a colon is said word for
    /// word. Returns it, and whether it is the latter.
    pub(super) fn unmarked(&self, cue: &Cue, until: u32) -> Option<(Span, bool)> {
        let sentence = self.word(cue.word)?.sentence;
        let run = self
            .words
            .get(cue.end..self.range.end)?
            .iter()
            .take_while(|w| w.sentence == sentence && w.span.end <= until);
        let words: Vec<&Word> = run.collect();
        // The verb that opens the sentence: «وقالت فلانة: سنبقى», not «قرأت فلانة بيانا قالت فيه: …», whose subject stands elsewhere.
        let before = cue.word.checked_sub(1).and_then(|at| self.word(at));
        let first = cue.word == self.range.start || before.is_some_and(|w| w.sentence != sentence);
        let opens = |w: &&Word| opens_clause(&w.key) || w.key == ":" && first && cue.class != "source";
        let opening = words.iter().take(REACH).position(opens)?;
        let direct = words.get(opening)?.key == ":";
        let opening = opening + usize::from(direct);
        let last = words.iter().rposition(|w| !w.is_mark())?;
        let span = Span {
            start: words.get(opening)?.span.start,
            end: words.get(last)?.span.end,
        };
        // «أنه قال ذلك»: too little to be what somebody said.
        (last >= opening + 3).then_some((span, direct))
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The mention that a word lies in.
    pub(super) fn mention_at(&self, span: Span) -> Option<usize> {
        let found = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions
            .get(found)
            .filter(|mention| mention.span.overlaps(span))
            .map(|_| found)
    }
}

fn is_verb_of_saying(key: &str) -> bool {
    let says = |key: &str| lexicon::any(key, |e| e.kind == Kind::Say && !e.ambiguous);
    says(key) || key.strip_prefix('و').is_some_and(says)
}

/// «إن», «أنه», «بأنها»: what opens a reported clause.
pub(super) fn opens_clause(key: &str) -> bool {
    let bare = key.strip_prefix(['ب', 'ل']).unwrap_or(key);
    matches!(
        bare,
        "ان" | "انه" | "انها" | "انهم" | "اننا" | "انني" | "اني" | "انهما"
    )
}
