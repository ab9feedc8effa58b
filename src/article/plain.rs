//! Plain text and Markdown: kinds of lines and stories.
//!
//! A line is prose, a short line, or says itself what it is. A story is a head (its headline among menus, captions and dates),
//! then prose with what stands between, then a tail; a headline in the tail with prose of its own opens the next story. Losing the
//! article's text is worse than showing a menu, so what no rule claims stays body.

use std::collections::HashMap;

use super::{
    Article, Block, BlockKind, Format, Role, Story,
    line::{self, Line, Mark},
    overlap::{share, stems},
    story,
    wording::{self, Said, Wording},
};

/// Cuts a plain text or Markdown into blocks and stories; see [`super::segment`].
#[must_use]
pub fn segment(text: &str, format: Format, familiar: &dyn Fn(&str) -> bool) -> Article {
    Page::new(line::lines(text, format), familiar).read()
}

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
}

/// Where in a story the reading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    /// Just after a link to another article inside the body.
    Link,
    /// After a line that ends a story: source, key words, share buttons.
    After,
    /// In a list of the key words.
    Tags,
    /// In a list of other articles.
    Related,
    /// Among readers' comments.
    Comments,
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
    pub kinds: Vec<(BlockKind, &'static str, u32)>,
    /// The line of each story's headline.
    pub titles: Vec<Option<usize>>,
}

impl<'t> Page<'t> {
    fn new(lines: Vec<Line<'t>>, familiar: &dyn Fn(&str) -> bool) -> Self {
        let words: Vec<_> = lines.iter().map(wording::wording).collect();
        let mut looks: Vec<Look> = lines
            .iter()
            .zip(&words)
            .map(|(line, says)| match says {
                _ if line.mark == Mark::Outside || familiar(&line.key) => Look::Familiar,
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
            kinds: vec![(BlockKind::Body, "", 0); lines.len()],
            next_prose: vec![lines.len(); lines.len() + 1],
            titles: Vec::new(),
            lines,
            words,
            looks,
            times,
        };
        page.find_prose();
        page
    }

    fn find_prose(&mut self) {
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

    pub(super) fn set(&mut self, i: usize, kind: BlockKind, reason: &'static str) {
        let story = self.titles.len().saturating_sub(1) as u32;
        if let Some(place) = self.kinds.get_mut(i) {
            *place = (kind, reason, story);
        }
    }

    fn read(mut self) -> Article {
        let n = self.lines.len();
        let start = self.first_body();
        let title = self.find_title(0, start).map(|(i, _)| i);
        self.titles.push(title);
        // A headline that looks like prose is no prose.
        if let Some(look) = title.and_then(|i| self.looks.get_mut(i)) {
            *look = Look::Short;
            self.find_prose();
        }
        let start = if start == n {
            title.map_or(0, |i| i + 1)
        } else {
            self.prose_from(title.map_or(0, |i| i + 1)).min(n)
        };
        self.read_head(0, title, start);
        self.read_on(start);
        self.into_article()
    }

    /// Where the first story's text begins: the first prose that more prose follows soon, or else the first at all.
    fn first_body(&self) -> usize {
        let n = self.lines.len();
        let mut i = self.prose_from(0);
        // The very first line is a headline more often than not, however long.
        if i == 0
            && n > 1
            && self
                .lines
                .first()
                .is_some_and(|l| l.words.len() <= 25 && !(l.ends_sentence() && l.words.len() > 16))
        {
            i = self.prose_from(1);
        }
        let first = i;
        while i < n {
            let next = self.prose_from(i + 1);
            if next < n && next - i <= 6 {
                return i;
            }
            i = next;
        }
        first
    }

    fn read_on(&mut self, start: usize) {
        let n = self.lines.len();
        let mut place = Place::Body;
        let mut checked = 0;
        let mut i = start;
        while i < n {
            if i >= checked && self.may_open(i, place) {
                let prose = self.prose_from(i);
                if let Some(title) = self.next_story(i, prose, place) {
                    for j in i..title {
                        place = self.read_line(j, place);
                    }
                    self.titles.push(Some(title));
                    self.read_head(title, Some(title), prose);
                    (i, place) = (prose, Place::Body);
                    continue;
                }
                checked = prose;
            }
            place = self.read_line(i, place);
            i += 1;
        }
    }

    /// Whether another story could open at line `i`: after an end, a wide gap, or with a headline said again before its text.
    fn may_open(&self, i: usize, place: Place) -> bool {
        let prose = self.prose_from(i);
        if prose <= i || prose >= self.lines.len() {
            return false;
        }
        let wide = self.lines.get(i).is_some_and(|line| line.gap >= 3);
        let again = || {
            (i..prose).any(|j| {
                self.look(j) == Some(Look::Short)
                    && self.lines.get(j).is_some_and(|line| {
                        line.words.len() >= 4
                            && self.times(j) > 1
                            && (j + 2..prose)
                                .any(|k| self.lines.get(k).is_some_and(|other| other.key == line.key))
                    })
            })
        };
        place != Place::Body || wide || again()
    }

    /// The headline among lines `i..prose` that opens a story with a text of its own.
    fn next_story(&self, i: usize, prose: usize, place: Place) -> Option<usize> {
        let (title, overlap) = self.find_title(i, prose)?;
        let told = self
            .titles
            .iter()
            .flatten()
            .any(|&t| self.key(t) == self.key(title));
        let needed = if place == Place::Comments { 0.5 } else { 0.4 };
        let marked = self.lines.get(title)?.mark == Mark::Title;
        let (paragraphs, length) = self.text_after(prose);
        let enough = paragraphs >= 2 && length >= 30 || length >= 40;
        (!told && enough && (overlap >= needed || marked)).then_some(title)
    }

    /// Paragraphs and words of the prose from line `i` to the next list or comments.
    fn text_after(&self, i: usize) -> (usize, usize) {
        let prose: Vec<usize> = (i..self.lines.len())
            .take(30)
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

    fn is_teaser(&self, i: usize) -> bool {
        self.lines
            .get(i)
            .is_some_and(|line| line.text.ends_with("...") || line.text.ends_with('…'))
    }

    pub(super) fn key(&self, i: usize) -> &str {
        self.lines.get(i).map_or("", |line| line.key.as_str())
    }

    /// Gives line `i` its kind, `place` being where the reading stands; returns where it stands after.
    fn read_line(&mut self, i: usize, place: Place) -> Place {
        use BlockKind::{Body, Furniture, Tags};
        let told = self.text_before(i);
        match (self.look(i), place) {
            (Some(Look::Familiar), _) => {
                self.set(i, Furniture, "in-many-files");
                place
            }
            (Some(Look::Says(said)), _) => self.read_wording(i, said, place, told),
            (Some(Look::Prose), Place::Comments) => self.keep(i, Furniture, "comments", place),
            (Some(Look::Prose), Place::Related) if !self.resumes(i) => {
                self.keep(i, Furniture, "related", place)
            }
            (Some(Look::Prose), _) => {
                let again = self.times(i) > 1
                    && (0..i).any(|j| {
                        self.key(j) == self.key(i) && self.kinds.get(j).is_some_and(|k| k.0 == Body)
                    });
                let (kind, reason) = if again {
                    (BlockKind::Repeat, "said-before")
                } else {
                    (Body, "")
                };
                self.keep(i, kind, reason, Place::Body)
            }
            (_, Place::Tags) if self.lines.get(i).is_some_and(|line| line.words.len() <= 4) => {
                self.keep(i, Tags, "key-words", place)
            }
            (_, Place::Related) => self.keep(i, Furniture, "related", place),
            (_, Place::Comments) => self.keep(i, Furniture, "comments", place),
            (_, Place::After | Place::Tags) => {
                // A subheading right before text that goes on.
                if self.prose_from(i) == i + 1 && self.text_after(i + 1).0 >= 2 {
                    self.keep(i, BlockKind::Heading, "subheading", Place::Body)
                } else {
                    self.keep(i, Furniture, "after-end", Place::After)
                }
            }
            (_, Place::Link) if self.shared_with_next(i) < 0.25 => self.keep(i, Furniture, "related", place),
            (_, Place::Body | Place::Link) => {
                let (kind, reason) = self.short_in_body(i);
                self.keep(i, kind, reason, Place::Body)
            }
        }
    }

    fn keep(&mut self, i: usize, kind: BlockKind, reason: &'static str, place: Place) -> Place {
        self.set(i, kind, reason);
        place
    }

    fn read_wording(&mut self, i: usize, said: Said, place: Place, told: bool) -> Place {
        let listed = matches!(place, Place::Related | Place::Comments);
        let alone = self
            .words
            .get(i)
            .copied()
            .flatten()
            .is_some_and(|says| says.rest.is_empty());
        let between = self.look(i + 1) == Some(Look::Prose) && i > 0 && self.look(i - 1) == Some(Look::Prose);
        let (kind, reason) = match said {
            Said::Section | Said::Menu | Said::Widget
                if between && place == Place::Body && said == Said::Section =>
            {
                (BlockKind::Heading, "subheading")
            }
            Said::Date | Said::Stamp | Said::Author | Said::Agency | Said::Caption | Said::Silent
                if listed =>
            {
                (
                    BlockKind::Furniture,
                    if place == Place::Related {
                        "related"
                    } else {
                        "comments"
                    },
                )
            }
            _ => kind_of(said),
        };
        self.set(i, kind, reason);
        match said {
            Said::Related if !alone => {
                if listed {
                    place
                } else {
                    Place::Link
                }
            }
            Said::Related => Place::Related,
            Said::Comments if told => Place::Comments,
            _ if listed => place,
            Said::Tags if alone => Place::Tags,
            Said::Tags | Said::Source | Said::Share | Said::Copyright => Place::After,
            _ => place,
        }
    }

    /// Whether the story has had enough text before line `i` that comments can follow.
    fn text_before(&self, i: usize) -> bool {
        let story = self.titles.len().saturating_sub(1) as u32;
        let body = self.kinds.iter().zip(&self.lines).take(i).rev();
        let told: usize = body
            .take_while(|(kind, _)| kind.2 == story)
            .filter(|(kind, _)| kind.0 == BlockKind::Body)
            .map(|(_, line)| line.words.len())
            .take(8)
            .sum();
        told >= 25
    }

    /// Whether prose at line `i` inside a list of other articles is the article going on, not a teaser.
    fn resumes(&self, i: usize) -> bool {
        let (paragraphs, words) = self.text_after(i);
        !self.is_teaser(i) && (words >= 40 || paragraphs >= 2)
    }

    /// How much of line `i` the next three paragraphs speak of.
    fn shared_with_next(&self, i: usize) -> f32 {
        self.lines.get(i).map_or(0.0, |line| {
            share(&stems(&line.words), &stems(self.prose_words(i + 1, 3)))
        })
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
    }

    /// A short line in the body: subheading, item, verse, caption, or something said before.
    fn short_in_body(&self, i: usize) -> (BlockKind, &'static str) {
        use BlockKind::{Body, Caption, Furniture, Heading, Repeat};
        let Some(line) = self.lines.get(i) else {
            return (Body, "");
        };
        let key = line.key.as_str();
        let title = self.titles.last().copied().flatten().map_or("", |t| self.key(t));
        if line.words.len() >= 3 && (key == title || title.starts_with(key)) {
            return (Repeat, "said-before");
        }
        if line.mark == Mark::Heading || line.mark == Mark::Title {
            return (Heading, "subheading");
        }
        if line.words.len() >= 3 && self.times(i) > 1 {
            return (Caption, "said-twice");
        }
        if line.words.len() >= 5 && self.begins_later(i) {
            return (Repeat, "said-later");
        }
        let (before, after) = self.shorts_around(i);
        let run = before + 1 + after;
        let prose = self.prose_from(i);
        let goes_on = prose == i + after + 1;
        if !goes_on {
            let titles = run >= 3 && (i - before..=i + after).all(|j| self.is_headline(j));
            return if titles && self.apart(i - before, i + after) {
                (Furniture, "headlines")
            } else {
                (Body, "")
            };
        }
        let opens_list = line.text.ends_with(':') && line.words.len() >= 4;
        let heading =
            !line.bullet && !opens_list && run <= 2 && line.words.len() <= 14 && !line.ends_sentence();
        if heading {
            (Heading, "subheading")
        } else {
            (Body, "")
        }
    }

    /// How many short lines stand directly before and after line `i`.
    fn shorts_around(&self, i: usize) -> (usize, usize) {
        let short = |j: &usize| self.look(*j) == Some(Look::Short);
        (
            (0..i).rev().take_while(short).count(),
            (i + 1..self.lines.len()).take_while(short).count(),
        )
    }

    fn is_headline(&self, i: usize) -> bool {
        self.lines
            .get(i)
            .is_some_and(|line| (4..=18).contains(&line.words.len()) && !line.ends_sentence())
    }

    /// Whether lines `from..=to` hardly speak of what the story speaks of.
    fn apart(&self, from: usize, to: usize) -> bool {
        let begin = self.titles.last().copied().flatten().unwrap_or(0);
        let text = stems(self.prose_words(begin, 40));
        (from..=to).all(|j| {
            self.lines
                .get(j)
                .is_some_and(|line| share(&stems(&line.words), &text) < 0.4)
        })
    }

    /// Whether line `i` is the beginning of a later line.
    fn begins_later(&self, i: usize) -> bool {
        let key = self.key(i);
        self.lines
            .iter()
            .skip(i + 1)
            .take(60)
            .any(|later| later.key.len() > key.len() && later.key.starts_with(key))
    }

    fn into_article(self) -> Article {
        let blocks = self
            .lines
            .iter()
            .zip(&self.kinds)
            .map(|(line, &(kind, reason, story))| Block {
                span: line.span,
                kind,
                story,
                reason,
            })
            .collect();
        let stories = (0..self.titles.len() as u32)
            .map(|number| Story {
                role: if number == 0 {
                    Role::Primary
                } else {
                    Role::Appended
                },
                ..story::gather(&self, number)
            })
            .collect();
        Article { blocks, stories }
    }
}

/// The kind and reason of a line that says itself what it is.
pub(super) fn kind_of(said: Said) -> (BlockKind, &'static str) {
    use BlockKind::{Caption, Date, Furniture, Source, Tags};
    match said {
        Said::Share => (Furniture, "share-widget"),
        Said::Widget => (Furniture, "page-widget"),
        Said::Menu => (Furniture, "menu"),
        Said::Section => (Furniture, "section"),
        Said::Breadcrumb => (Furniture, "breadcrumb"),
        Said::Related => (Furniture, "related"),
        Said::Comments => (Furniture, "comments"),
        Said::Call => (Furniture, "call-to-action"),
        Said::Copyright => (Furniture, "copyright"),
        Said::Tags => (Tags, "key-words"),
        Said::Source => (Source, "source-line"),
        Said::Agency => (Source, "agency"),
        Said::Author => (Source, "byline"),
        Said::Date => (Date, "date-line"),
        Said::Stamp => (Date, "time-stamp"),
        Said::Caption => (Caption, "picture-credit"),
        Said::Silent => (Furniture, "no-words"),
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
