//! A text on its way through the rules: its lines with how each looks, and what the rules ask of them.

use std::collections::{HashMap, HashSet};

use super::{
    BlockKind, Reason,
    line::{Line, Mark},
    overlap::{share, stems},
    wording::{self, Said, Wording},
};

/// Lines that a rule looks ahead or back at most, so that no text takes more than linear time.
pub(super) const NEAR: usize = 40;

/// Lines between two paragraphs of one text at most.
pub(super) const GAP: usize = 6;
/// Words of a line that can be known from other files at most: a longer one says something.
const MAX_FAMILIAR: usize = 12;
/// A headline of which so much stands in the text below is the file's own, however many others have it (see [`share`]).
const OWN_TITLE: f32 = 0.2;

/// What a line looks like before its neighbours are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Running text.
    Prose,
    /// A headline, a subheading, a caption, a menu entry: neighbours decide.
    Short,
    /// Known by its wording.
    Says(Said),
    /// Known from many other files.
    Familiar,
    /// Outside the article by the page's markup.
    Outside,
}

/// A text on its way through the rules.
pub(super) struct Page<'t> {
    pub lines: Vec<Line<'t>>,
    pub words: Vec<Option<Wording<'t>>>,
    pub looks: Vec<Look>,
    /// Index of the next prose line at or after each line; the number of lines where there is none.
    next_prose: Vec<usize>,
    /// How often each key stands in the text.
    times: HashMap<String, usize>,
    /// The paragraphs kept so far that stand more than once.
    pub told: HashSet<String>,
    pub kinds: Vec<(BlockKind, Reason, u32)>,
    /// The line of each story's headline.
    pub titles: Vec<Option<usize>>,
}

impl<'t> Page<'t> {
    pub(super) fn new(lines: Vec<Line<'t>>) -> Self {
        let words: Vec<_> = lines.iter().map(wording::wording).collect();
        let mut looks: Vec<Look> = lines
            .iter()
            .zip(&words)
            .map(|(line, says)| match says {
                _ if line.mark == Mark::Outside => Look::Outside,
                _ if matches!(line.mark, Mark::Title | Mark::Heading) => Look::Short,
                _ if line.mark == Mark::Caption => Look::Says(Said::Caption),
                Some(says) => Look::Says(says.said),
                None if line.is_prose() => Look::Prose,
                None => Look::Short,
            })
            .collect();
        let mut times = HashMap::new();
        for line in &lines {
            *times.entry(line.key.clone()).or_insert(0) += 1;
        }
        wrapped_lines_are_prose(&lines, &mut looks);
        let mut page = Page {
            kinds: vec![(BlockKind::Body, Reason::None, 0); lines.len()],
            next_prose: vec![lines.len(); lines.len() + 1],
            titles: Vec::new(),
            told: HashSet::new(),
            lines,
            words,
            looks,
            times,
        };
        page.find_prose();
        page
    }

    /// The lines that are furniture where they stand in many files: short ones above the text and below it. Between its paragraphs a
    /// line that other files have too may be an item of a list.
    pub(super) fn margins(&self) -> impl Iterator<Item = usize> {
        let start = self.first_body();
        let title = self
            .find_title(0, start)
            .filter(|(_, overlap)| *overlap >= OWN_TITLE);
        let mut end = start;
        let goes_on =
            |end| Some(self.prose_from(end + 1)).filter(|next| *next < self.lines.len() && next - end <= GAP);
        while let Some(next) = goes_on(end) {
            end = next;
        }
        (0..start)
            .chain(end + 1..self.lines.len())
            .filter(move |i| title.is_none_or(|(title, _)| title != *i))
            .filter(|i| self.look(*i) == Some(Look::Short))
            .filter(|i| {
                self.lines
                    .get(*i)
                    .is_some_and(|line| (1..=MAX_FAMILIAR).contains(&line.words.len()))
            })
    }

    pub(super) fn find_prose(&mut self) {
        let mut next = self.lines.len();
        for (i, place) in self.next_prose.iter_mut().enumerate().rev() {
            if self.looks.get(i) == Some(&Look::Prose) {
                next = i;
            }
            *place = next;
        }
    }

    pub(super) fn look(&self, i: usize) -> Option<Look> {
        self.looks.get(i).copied()
    }

    /// The first prose line at or after line `i`, or the number of lines.
    pub(super) fn prose_from(&self, i: usize) -> usize {
        self.next_prose.get(i).copied().unwrap_or(self.lines.len())
    }

    /// How often line `i`'s words stand in the text.
    pub(super) fn times(&self, i: usize) -> usize {
        self.lines
            .get(i)
            .and_then(|line| self.times.get(&line.key))
            .copied()
            .unwrap_or(0)
    }

    pub(super) fn set(&mut self, i: usize, kind: BlockKind, reason: Reason) {
        let story = self.titles.len().saturating_sub(1) as u32;
        if let Some(place) = self.kinds.get_mut(i) {
            *place = (kind, reason, story);
        }
    }

    /// Paragraphs and words of the prose from line `i` to the next list or comments.
    pub(super) fn text_after(&self, i: usize) -> (usize, usize) {
        let prose: Vec<usize> = (i..self.lines.len())
            .take(NEAR)
            .take_while(|&j| !matches!(self.look(j), Some(Look::Says(Said::Related | Said::Comments))))
            .filter(|&j| self.look(j) == Some(Look::Prose) && !self.is_teaser(j))
            .collect();
        let words = prose
            .iter()
            .filter_map(|&j| self.lines.get(j))
            .map(|line| line.words.len())
            .sum();
        (prose.len(), words)
    }

    pub(super) fn is_teaser(&self, i: usize) -> bool {
        self.lines
            .get(i)
            .is_some_and(|line| line.text.ends_with("...") || line.text.ends_with('…'))
    }

    pub(super) fn key(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |line| line.key.as_str())
    }

    /// The words of the first `count` prose lines from line `i` on.
    pub(super) fn prose_words(&self, i: usize, count: usize) -> impl Iterator<Item = &String> {
        let mut at = i;
        std::iter::from_fn(move || {
            let line = self.lines.get(self.prose_from(at))?;
            at = self.prose_from(at) + 1;
            Some(&line.words)
        })
        .take(count)
        .flatten()
        // A paragraph of a whole book must not be read again for every line.
        .take(1000)
    }

    /// How many short lines stand directly before and after line `i`.
    pub(super) fn shorts_around(&self, i: usize) -> (usize, usize) {
        let short = |j: &usize| self.look(*j) == Some(Look::Short);
        (
            (0..i).rev().take(NEAR).take_while(short).count(),
            (i + 1..self.lines.len()).take(NEAR).take_while(short).count(),
        )
    }

    pub(super) fn is_headline(&self, i: usize) -> bool {
        self.lines
            .get(i)
            .is_some_and(|line| (4..=18).contains(&line.words.len()) && !line.ends_sentence())
    }

    /// Whether lines `from..=to` hardly speak of what the story speaks of.
    pub(super) fn apart(&self, from: usize, to: usize) -> bool {
        let begin = self.titles.last().copied().flatten().unwrap_or(0);
        let text = stems(self.prose_words(begin, 40));
        (from..=to).all(|j| {
            self.lines
                .get(j)
                .is_some_and(|line| share(&stems(&line.words), &text) < 0.4)
        })
    }

    /// Whether line `i` is the beginning of a later line.
    pub(super) fn begins_later(&self, i: usize) -> bool {
        let key = self.key(i);
        self.lines
            .iter()
            .skip(i + 1)
            .take(NEAR)
            .any(|later| later.key.len() > key.len() && later.key.starts_with(key))
    }
}

/// In a text whose paragraphs are broken over lines of one length, lines without a full stop are prose too.
fn wrapped_lines_are_prose(lines: &[Line<'_>], looks: &mut [Look]) {
    let joined: Vec<usize> = lines
        .windows(2)
        .filter(|pair| matches!(pair, [_, after] if after.gap == 0))
        .filter_map(|pair| pair.first())
        .filter(|line| line.words.len() >= 7 && !line.ends_sentence())
        .map(|line| line.text.chars().count())
        .collect();
    let (Some(&shortest), Some(&longest)) = (joined.iter().min(), joined.iter().max()) else {
        return;
    };
    if joined.len() < 6 || joined.len() * 2 < lines.len() || longest * 2 > shortest * 3 {
        return;
    }
    for (line, look) in lines.iter().zip(looks).skip(1) {
        if *look == Look::Short && line.text.chars().count() * 4 >= shortest * 3 {
            *look = Look::Prose;
        }
    }
}
