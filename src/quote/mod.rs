//! Quotes: who said what.
//!
//! In: the words, mentions and paragraphs of a story. Out: [`Quote`]s with the verb that introduces each and who said it. `marks` pairs
//! quotation marks, the wrong-way and never-closed ones of real text among them; `cue` finds verbs of saying, `speaker` their
//! subjects; this file goes through a story and carries the last speaker on («وأضاف», «وتابع»).

mod cue;
mod marks;
mod speaker;

use std::ops::Range;

use crate::article::{Article, BlockKind};
use crate::entity::words::Word;
use crate::entity::{EntityKind, Mention};
use crate::order;
use crate::span::Span;
use cue::{Cue, Scene};
use speaker::Subject;

/// Something somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Bytes in the document's text, inside the marks; for reported speech the clause.
    pub span: Span,
    /// Index into the document's mentions of a mention of who said it.
    pub speaker: Option<usize>,
    /// Who said it in the text's own words, where no name is given: «مصدر دبلوماسي».
    pub phrase: Option<Span>,
    /// The verb of saying.
    pub cue: Option<Span>,
    /// Word for word, in marks; or reported.
    pub direct: bool,
}

/// Fewest words that make a quote by themselves, without a verb of saying.
const ALONE: usize = 7;
/// Up to so many words may be a name or a term in marks rather than speech.
const SHORT: usize = 2;

/// The quotes of an article, in order.
#[must_use]
pub fn find(text: &str, article: &Article, words: &[Word], mentions: &[Mention]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut carried = Subject::Unknown;
    let mut story = None;
    for block in article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Body)
    {
        if story.replace(block.story) != Some(block.story) {
            carried = Subject::Unknown;
        }
        let inside = |span: Span| block.span.contains(span);
        let first = words.partition_point(|w| w.span.start < block.span.start);
        let count = words
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|w| inside(w.span))
            .count();
        let scene = Scene {
            text,
            words,
            mentions,
            range: first..first + count,
        };
        paragraph(&scene, block.span, &mut carried, &mut quotes);
    }
    quotes
}

fn paragraph(scene: &Scene, block: Span, carried: &mut Subject, quotes: &mut Vec<Quote>) {
    let marked: Vec<marks::Marked> = marks::pairs(block.of(scene.text))
        .into_iter()
        .map(|m| m.shift(block.start))
        .collect();
    let cues: Vec<Cue> = scene
        .cues()
        .into_iter()
        .filter(|cue| {
            !marked
                .iter()
                .any(|m| m.span.contains(cue.span) && scene.count(m.span) > SHORT)
        })
        .collect();
    for sentence in scene.sentences() {
        let bounds = scene.span(&sentence);
        let mut spoken = false;
        let mut verb_before = false;
        for cue in cues.iter().filter(|cue| sentence.contains(&cue.word)) {
            // «قال فلان، وفق الوكالة، إن …»: the source of the report is not who speaks.
            let is_source = cue.class == "source";
            if is_source && verb_before {
                continue;
            }
            verb_before |= !is_source;
            let subject = scene.subject(cue, *carried);
            if subject != Subject::Unknown {
                *carried = subject;
            }
            spoken |= subject != Subject::Unknown;
            let until = cues
                .iter()
                .find(|next| next.word > cue.word && sentence.contains(&next.word) && next.class != "source")
                .map_or(bounds.end, |next| next.span.start);
            let theirs: Vec<&marks::Marked> = marked
                .iter()
                .filter(|m| cue.span.end <= m.span.start && m.span.start < until)
                .collect();
            let direct: Vec<Quote> = theirs
                .iter()
                .filter(|m| scene.is_speech(m, true))
                .map(|m| said(m.span, Some(cue), subject, true))
                .collect();
            if direct.is_empty() {
                quotes.extend(
                    scene
                        .unmarked(cue, until)
                        .map(|(span, direct)| said(span, Some(cue), subject, direct)),
                );
            }
            quotes.extend(direct);
        }
        alone(scene, &marked, &cues, bounds, *carried, quotes);
        if !spoken {
            *carried = scene.topic(&sentence).map_or(*carried, Subject::Mention);
        }
    }
    order::sort_by_key(quotes, |q| q.span);
    quotes.dedup_by_key(|q| q.span);
}

/// Quotes of a sentence that no verb before them introduces: a verb after them does, or they are long enough to be speech.
fn alone(
    scene: &Scene,
    marked: &[marks::Marked],
    cues: &[Cue],
    sentence: Span,
    carried: Subject,
    quotes: &mut Vec<Quote>,
) {
    for mark in marked.iter().filter(|m| {
        sentence.contains(Span {
            end: m.span.start,
            ..m.span
        })
    }) {
        if quotes.iter().any(|q| q.span.overlaps(mark.span)) {
            continue;
        }
        let after = cues
            .iter()
            .find(|cue| mark.span.end <= cue.span.start && cue.span.start <= mark.span.end + 40);
        match after.filter(|_| scene.is_speech(mark, true)) {
            Some(cue) => quotes.push(said(mark.span, Some(cue), scene.subject(cue, carried), true)),
            None if scene.is_speech(mark, false) => quotes.push(said(mark.span, None, carried, true)),
            None => {}
        }
    }
}

fn said(span: Span, cue: Option<&Cue>, subject: Subject, direct: bool) -> Quote {
    let (speaker, phrase) = match subject {
        Subject::Mention(index) => (Some(index), None),
        Subject::Phrase(phrase) => (None, Some(phrase)),
        Subject::Unknown => (None, None),
    };
    Quote {
        span,
        speaker,
        phrase,
        cue: cue.map(|cue| cue.span),
        direct,
    }
}

impl Scene<'_> {
    /// The ranges of words that are sentences of this paragraph; a quote is never cut by the dots inside it.
    fn sentences(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for (i, word) in self
            .words
            .iter()
            .enumerate()
            .take(self.range.end)
            .skip(self.range.start)
        {
            match out.last_mut() {
                Some(last)
                    if self
                        .words
                        .get(last.start)
                        .is_some_and(|w| w.sentence == word.sentence) =>
                {
                    last.end = i + 1
                }
                _ => out.push(i..i + 1),
            }
        }
        out
    }

    fn span(&self, range: &Range<usize>) -> Span {
        let run = self.words.get(range.clone()).unwrap_or_default();
        Span {
            start: run.first().map_or(0, |w| w.span.start),
            end: run.last().map_or(0, |w| w.span.end),
        }
    }

    /// How many words lie in a span.
    fn count(&self, span: Span) -> usize {
        let run = self.words.get(self.range.clone()).unwrap_or_default();
        run.iter()
            .filter(|w| !w.is_mark() && span.contains(w.span))
            .count()
    }

    /// Whether what stands in marks is speech and no name, title or scare quote.
    fn is_speech(&self, mark: &marks::Marked, introduced: bool) -> bool {
        let count = self.count(mark.span);
        let named = self
            .mentions
            .iter()
            .any(|m| m.span.overlaps(mark.span) && self.count(mark.span) <= self.count(m.span) + 1);
        if named || count < 2 {
            return false;
        }
        if !introduced {
            return count >= ALONE;
        }
        // «حوار عملي» is somebody's wording, «صيغة السلام» the name of a thing.
        let last = self
            .words
            .iter()
            .rfind(|w| !w.is_mark() && mark.span.contains(w.span));
        count > SHORT || last.is_some_and(|w| !w.key.starts_with("ال"))
    }

    /// The person whom a sentence without speech is about: its first, as its subject mostly is.
    fn topic(&self, sentence: &Range<usize>) -> Option<usize> {
        let bounds = self.span(sentence);
        self.mentions
            .iter()
            .position(|m| m.kind == EntityKind::Person && bounds.contains(m.span))
    }
}

#[cfg(test)]
mod tests;
