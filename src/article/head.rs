//! The head of a story: which line is the headline, and what the other lines above the text are.

use super::{
    BlockKind, Reason,
    body::kind_of,
    line::Mark,
    overlap::{share, stems},
    page::{Look, Page},
    wording::Said,
};
use crate::lexicon::{self, Kind};

impl Page<'_> {
    /// The headline among lines `from..prose`, before the text that begins at line `prose`, and how far that text speaks of it (0 to 1).
    pub(super) fn find_title(&self, from: usize, prose: usize) -> Option<(usize, f32)> {
        let text = stems(self.prose_words(prose, 4));
        let mut best: Option<(usize, f32, f32)> = None;
        let mut first = true;
        // Date and byline stand below a headline.
        let mut below = false;
        for (i, line) in self.lines.iter().enumerate().take(prose).skip(from) {
            below |= best.is_some_and(|(_, _, overlap)| overlap >= 0.3)
                && matches!(self.look(i), Some(Look::Says(Said::Date | Said::Author)));
            let n = line.words.len();
            let overlap = share(&stems(&line.words), &text);
            // What else may be a headline, less gladly: prose and labels («خاص: …») on the file's first line, and a line that other
            // files link to, where the text below speaks of it.
            let (able, handicap) = match self.look(i) {
                Some(Look::Short) => (true, 0.0),
                Some(Look::Prose) => (i == 0, 0.0),
                Some(Look::Says(Said::Related | Said::Author)) => (i == 0 && n >= 4, 1.5),
                Some(Look::Familiar) => (overlap >= 0.6, 0.0),
                _ => (false, 0.0),
            };
            if !able || !(2..=30).contains(&n) {
                continue;
            }
            let mut score = 3.0 * overlap - handicap;
            score += match n {
                2 => -0.3,
                3 => 0.3,
                4..=22 => 0.8,
                _ => 0.0,
            };
            score += if first { 0.5 } else { 0.0 };
            score += if i == 0 { 0.8 } else { 0.0 };
            score += if self.times(i) > 1 && n >= 4 && !line.bullet {
                0.7
            } else {
                0.0
            };
            score -= if line.bullet { 1.0 } else { 0.0 };
            score -= if line.text.ends_with([':', '/']) { 0.6 } else { 0.0 };
            score -= if below { 1.5 } else { 0.0 };
            score += if line.mark == Mark::Title { 3.0 } else { 0.0 };
            first &= n < 4;
            if best.is_none_or(|(_, top, _)| score > top) {
                best = Some((i, score, overlap));
            }
        }
        best.map(|(i, _, overlap)| (i, overlap))
    }

    /// Gives the lines from `from` up to the text at `prose` their kinds.
    pub(super) fn read_head(&mut self, from: usize, title: Option<usize>, prose: usize) {
        let mut listed = false;
        let shorts = (title.map_or(from, |t| t + 1)..prose).filter(|&j| self.look(j) == Some(Look::Short));
        let crowd = shorts.count() > 6;
        for i in from..prose {
            let (kind, reason) = match self.look(i) {
                _ if title == Some(i) => (BlockKind::Title, Reason::Headline),
                Some(Look::Says(Said::Related)) => {
                    listed = self
                        .words
                        .get(i)
                        .copied()
                        .flatten()
                        .is_some_and(|says| says.rest.is_empty());
                    kind_of(Said::Related)
                }
                Some(Look::Says(said)) => kind_of(said),
                Some(Look::Familiar) => match title.filter(|t| *t < i).and_then(|_| self.byline(i)) {
                    Some(reason) => (BlockKind::Source, reason),
                    None => (BlockKind::Furniture, Reason::InManyFiles),
                },
                Some(Look::Outside) => (BlockKind::Furniture, Reason::PagePart),
                _ if title.is_some_and(|t| self.is_said_by(i, t)) => (BlockKind::Repeat, Reason::SaidBefore),
                _ if title.is_none_or(|t| i < t) => self.above_title(i, from, title),
                _ if listed => (BlockKind::Furniture, Reason::Related),
                _ => self.below_title(i, crowd),
            };
            listed &= !matches!(kind, BlockKind::Title);
            self.set(i, kind, reason);
        }
    }

    /// Whether line `i` says the headline again, whole or its beginning.
    fn is_said_by(&self, i: usize, title: usize) -> bool {
        let (line, title) = (self.key(i), self.key(title));
        line == title || (line.split(' ').count() >= 4 && title.starts_with(line))
    }

    fn above_title(&self, i: usize, from: usize, title: Option<usize>) -> (BlockKind, Reason) {
        let Some(title) = title else {
            return (BlockKind::Furniture, Reason::Menu);
        };
        // A line over the headline, where nothing else stands above it.
        let line = self.lines.get(i);
        let alone = title - from <= 2
            && line.is_some_and(|line| line.words.len() >= 4 && !line.bullet && line.key != self.key(title));
        if alone && self.shared(i, title + 1) >= 0.3 {
            (BlockKind::Heading, Reason::Overline)
        } else {
            (BlockKind::Furniture, Reason::Menu)
        }
    }

    fn shared(&self, i: usize, text: usize) -> f32 {
        self.lines
            .get(i)
            .map_or(0.0, |line| self.shared_words(&line.words, text))
    }

    fn shared_words(&self, words: &[String], text: usize) -> f32 {
        share(&stems(words), &stems(self.prose_words(text, 6)))
    }

    fn below_title(&self, i: usize, crowd: bool) -> (BlockKind, Reason) {
        let Some(line) = self.lines.get(i) else {
            return (BlockKind::Body, Reason::None);
        };
        let n = line.words.len();
        let twice = self.times(i) > 1
            && (i.saturating_sub(4)..(i + 8).min(self.lines.len()))
                .any(|j| j != i && self.key(j) == self.key(i));
        if twice && n >= 3 {
            return (BlockKind::Caption, Reason::SaidTwice);
        }
        if matches!(line.mark, Mark::Heading | Mark::Title) {
            return (BlockKind::Heading, Reason::Subheading);
        }
        if let Some(reason) = self.byline(i) {
            return (BlockKind::Source, reason);
        }
        let after = (i.saturating_sub(3)..i)
            .any(|j| matches!(self.kinds.get(j), Some((BlockKind::Date | BlockKind::Source, ..))));
        match n {
            ..=2 => (BlockKind::Furniture, Reason::Stray),
            _ if crowd && (n <= 3 || line.bullet) && self.shared(i, i) < 0.4 => {
                (BlockKind::Furniture, Reason::Menu)
            }
            // A second headline stands right below the first; what follows date and byline is under the picture.
            ..=8 if after => (BlockKind::Caption, Reason::UnderPicture),
            _ => (BlockKind::Heading, Reason::Subheading),
        }
    }

    /// Whether line `i`, between headline and text, says who wrote and where: «القاهرة - فلان», «الثورة نت/», a bare name by a date.
    fn byline(&self, i: usize) -> Option<Reason> {
        let line = self.lines.get(i)?;
        let n = line.words.len();
        if n > 10 || line.ends_sentence() || line.text.contains(['؟', '!', '«', '"', '“', '،']) {
            return None;
        }
        let parts: Vec<String> = parts(line.text)
            .map(|part| super::line::words(part).join(" "))
            .filter(|part| !part.is_empty())
            .collect();
        let place = |part: &String| lexicon::any(part, |e| e.kind == Kind::Location);
        let short = parts.iter().all(|part| part.split(' ').count() <= 4);
        if parts.len() >= 2 && short && parts.iter().any(place) {
            return Some(Reason::Dateline);
        }
        if line.text.ends_with(['/', '-', '–']) && n <= 5 {
            return Some(Reason::Dateline);
        }
        let strange = |part: &String| {
            part.chars().any(char::is_alphabetic) && self.shared_words(&super::line::words(part), i) == 0.0
        };
        if parts.len() >= 2 && short && n <= 8 && !line.text.contains(':') && parts.iter().any(strange) {
            return Some(Reason::Dateline);
        }
        let first = line.words.first()?;
        let verb = lexicon::any(first, |e| e.kind == Kind::Portal && e.class == "author");
        let name = lexicon::any(first, |e| e.kind == Kind::Person && e.class == "given");
        let beside = [i.wrapping_sub(1), i + 1].into_iter().any(|j| {
            matches!(
                self.look(j),
                Some(Look::Says(Said::Date | Said::Stamp | Said::Source | Said::Author))
            )
        });
        let bare = parts.len() == 1 && (2..=4).contains(&n);
        ((verb && n <= 6) || (bare && (name || beside) && self.shared(i, i) < 0.5)).then_some(Reason::Byline)
    }
}

/// The parts of a byline: between dashes, slashes, bars and brackets.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['-', '–', '—', '/', '|', '(', ')', ':'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}
