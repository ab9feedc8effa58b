//! Plain text and Markdown: kinds of lines and stories.
//!
//! A line is prose, a short line, or says itself what it is. A story is a head (its headline among menus, captions and dates),
//! then prose with what stands between, then a tail; a headline in the tail with prose of its own opens the next story. Losing the
//! article's text is worse than showing a menu, so what no rule claims stays body.

use super::{
    Article, Block, Role, Story,
    body::Place,
    line::{Line, Mark},
    page::{GAP, Look, NEAR, Page},
    story,
};
use crate::span::Span;

/// Cuts lines into blocks and stories; see [`super::Source::segment`].
#[must_use]
pub fn segment(lines: Vec<Line<'_>>, familiar: &dyn Fn(&str) -> bool) -> Article {
    let mut page = Page::new(lines);
    let known: Vec<usize> = page.margins().filter(|i| familiar(page.key(*i))).collect();
    for i in known {
        if let Some(look) = page.looks.get_mut(i) {
            *look = Look::Familiar;
        }
    }
    page.read()
}

/// The keys of the lines that can be familiar, each once, and the places of the running text.
#[must_use]
pub fn outline(lines: Vec<Line<'_>>) -> (Vec<String>, Vec<Span>) {
    let page = Page::new(lines);
    let mut keys: Vec<String> = page.margins().map(|i| page.key(i).to_string()).collect();
    keys.sort_unstable();
    keys.dedup();
    let prose = page.lines.iter().zip(&page.looks);
    let prose = prose
        .filter(|(_, look)| **look == Look::Prose)
        .map(|(line, _)| line.span);
    (keys, prose.collect())
}

impl Page<'_> {
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
    pub(super) fn first_body(&self) -> usize {
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
            if next < n && next - i <= GAP {
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
            (i..prose).take(NEAR).any(|j| {
                self.look(j) == Some(Look::Short)
                    && self.lines.get(j).is_some_and(|line| {
                        line.words.len() >= 4
                            && self.times(j) > 1
                            && (j + 2..prose)
                                .take(NEAR)
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
