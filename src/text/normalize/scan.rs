//! The pass over a text: what stays is copied in runs, what changes is looked up by character, and only what
//! composes with its neighbours, or words under rules about vowel marks, is taken apart.

use super::switches::Space;
use super::table::{BREAK, DROP, SAME, SPECIAL, SPELL, Table};
use super::track::Track;
use super::unicode;
use super::word;
use crate::text::is_line_end;

/// One pass over one text.
pub(super) struct Scan<'t, T: Track> {
    table: &'t Table,
    text: &'t str,
    pub(super) out: String,
    pub(super) track: T,
    /// The source up to here is in `out`, or gone.
    copied: usize,
    /// The source up to here is in `track`, as far as it changed.
    tracked: usize,
    /// White space that stands as one space if something follows in its line.
    gap: Option<(usize, usize)>,
    /// Whether nothing stands in the line yet. Only kept up where white space collapses.
    line_start: bool,
}

impl<'t, T: Track> Scan<'t, T> {
    pub(super) fn new(table: &'t Table, text: &'t str) -> Self {
        Scan {
            table,
            text,
            out: String::with_capacity(text.len()),
            track: T::default(),
            copied: 0,
            tracked: 0,
            gap: None,
            line_start: table.switches.space == Space::Collapse,
        }
    }

    pub(super) fn run(mut self) -> Self {
        let mut at = self.word(0);
        while let Some((action, code, length)) = self.look(at) {
            at = match action {
                SAME if !self.is_waiting() => self.same(at + length),
                SAME => self.put(char::from_u32(code), at, at + length),
                SPECIAL => self.cluster(at),
                SPELL => self.spell(at, at + length),
                DROP => self.drop(at, at + length),
                BREAK => {
                    let end = self.white(at, at + length);
                    self.word(end)
                }
                letter => self.put(char::from_u32(u32::from(letter)), at, at + length),
            };
        }
        self.flush(self.text.len());
        self.close_gap();
        self
    }

    /// What becomes of the character at `at`, its number and its length.
    #[inline]
    fn look(&self, at: usize) -> Option<(u16, u32, usize)> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(at)?;
        let (code, length) = match first {
            0..=0x7F => (u32::from(first), 1),
            0x80..=0xDF => {
                let second = bytes.get(at + 1).copied().unwrap_or_default();
                (u32::from(first & 0x1F) << 6 | u32::from(second & 0x3F), 2)
            }
            _ => {
                let c = self.text.get(at..)?.chars().next()?;
                return Some((self.table.look_up(c), c as u32, c.len_utf8()));
            }
        };
        Some((self.table.get(code as usize), code, length))
    }

    /// Where, from `at` on, the first character of one or two bytes is that does not stay, or any longer one.
    #[inline]
    fn same(&self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            match (bytes.get(at), bytes.get(at + 1)) {
                (Some(first @ 0..=0x7F), _) if self.table.get(usize::from(*first)) == SAME => at += 1,
                (Some(first @ 0x80..=0xDF), Some(second))
                    if self
                        .table
                        .get(usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F))
                        == SAME =>
                {
                    at += 2;
                }
                _ => return at,
            }
        }
    }

    /// Whether what comes next must say what becomes of the white space before it.
    fn is_waiting(&self) -> bool {
        self.line_start || self.gap.is_some()
    }

    /// Copies the source up to `to`.
    fn flush(&mut self, to: usize) {
        self.out
            .push_str(self.text.get(self.copied..to).unwrap_or_default());
        self.copied = to;
    }

    /// The letters that stand for the character from `start` to `end`.
    fn spell(&mut self, start: usize, end: usize) -> usize {
        self.flush(start);
        let c = self
            .text
            .get(start..end)
            .and_then(|spelled| spelled.chars().next());
        let units = c.map(|c| word::spell(c, start..end, &self.table.switches));
        self.emit_all(&units.unwrap_or_default(), end);
        end
    }

    /// `c` stands for the source from `start` to `end`.
    fn put(&mut self, c: Option<char>, start: usize, end: usize) -> usize {
        self.flush(start);
        self.emit(c.unwrap_or(char::REPLACEMENT_CHARACTER), start, end, true);
        end
    }

    fn drop(&mut self, start: usize, end: usize) -> usize {
        self.flush(start);
        self.remove(start, end);
        end
    }

    /// The source from `start` to `end` goes. A mark or tatweel belongs to the letter before it.
    fn remove(&mut self, start: usize, end: usize) {
        self.copied = end;
        if let Some(gap) = &mut self.gap {
            gap.1 = end;
            return;
        }
        let text = self.text;
        self.track.remove(start..end, self.out.len(), || {
            let gone = text.get(start..end).and_then(|gone| gone.chars().next());
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            match (gone, before) {
                (Some(gone), Some(before)) if word::is_attached(gone) && !before.is_whitespace() => {
                    before.len_utf8()
                }
                _ => 0,
            }
        });
        self.consume(end);
    }

    /// White space from `start` to `end`.
    fn white(&mut self, start: usize, end: usize) -> usize {
        let white = self.text.get(start..end).unwrap_or_default();
        match self.table.switches.space {
            Space::Keep => {}
            Space::Plain if white == " " => {}
            // A single space before a letter that stays stays, and most are such.
            Space::Collapse if white == " " && !self.is_waiting() && self.same(end) > end => {}
            Space::Plain => return self.put(Some(' '), start, end),
            Space::Collapse => return self.put(white.chars().next(), start, end),
        }
        end
    }

    /// Takes the word that begins at `at` apart if a rule looks at whole words and it has something to look at; returns its end, else `at`.
    fn word(&mut self, at: usize) -> usize {
        if !self.table.by_word {
            return at;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        let length = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        match word.chars().any(|c| self.table.look_up(c) == SPECIAL) {
            true => self.rewrite(at, at + length),
            false => at,
        }
    }

    /// Takes the character at `at` apart with those that it may compose with: the one before it that stays, and what follows up to the next
    /// that stays. What became of the former is taken back.
    fn cluster(&mut self, at: usize) -> usize {
        let stays = |c: char| !matches!(self.table.look_up(c), DROP | SPECIAL | SPELL);
        let before = self.text.get(..at).unwrap_or_default();
        let base = before.char_indices().rev().find(|(_, c)| stays(*c));
        let rest = self.text.get(at..).unwrap_or_default();
        let next = rest.char_indices().skip(1).find(|(_, c)| stays(*c));
        let end = next.map_or(self.text.len(), |(length, _)| at + length);
        match base {
            Some((start, c)) if !c.is_whitespace() => {
                let mark = self.text.get(start + c.len_utf8()..end).unwrap_or_default();
                if word::is_lone_mark(mark, &self.table.switches) {
                    return end;
                }
                self.take_back(start, c);
                self.rewrite(start, end)
            }
            _ => self.rewrite(at, end),
        }
    }

    /// Takes back what became of `c`, which stands at `at` and after which everything went.
    fn take_back(&mut self, at: usize, c: char) {
        if at >= self.copied {
            return;
        }
        let length = match self.table.look_up(c) {
            SAME => c.len_utf8(),
            letter => char::from_u32(u32::from(letter)).map_or(0, char::len_utf8),
        };
        self.out.truncate(self.out.len() - length);
        self.track.take_back(at);
        self.copied = at;
        self.tracked = self.tracked.min(at);
    }

    /// Takes the source from `start` to `end` apart.
    fn rewrite(&mut self, start: usize, end: usize) -> usize {
        self.flush(start);
        let units = word::rewrite(self.text, start..end, &self.table.switches);
        self.emit_all(&units, end);
        end
    }

    /// Emits what became of the source up to `end`, character by character where they stand in the source's order, else as one.
    fn emit_all(&mut self, units: &[unicode::Unit], end: usize) {
        for group in word::in_step(units) {
            let (from, to) = (group.source.start, group.source.end);
            if from > self.copied {
                self.remove(self.copied, from);
            }
            let mut source = self.text.get(from..to).unwrap_or_default().chars();
            let alone = group.units.len() == 1 && source.next().is_some() && source.next().is_none();
            for unit in group.units {
                self.emit(unit.c, from, to, alone);
            }
        }
        if end > self.copied {
            self.remove(self.copied, end);
        }
    }

    /// `c` stands for the source from `start` to `end`: for all of it if `alone`, else together with other characters that say the same place.
    fn emit(&mut self, c: char, start: usize, end: usize, alone: bool) {
        if self.table.switches.space == Space::Collapse {
            if is_line_end(c) {
                self.close_gap();
                self.line_start = true;
            } else if c.is_whitespace() {
                self.widen_gap(start, end);
                return;
            } else {
                self.line_start = false;
                if let Some((from, to)) = self.gap.take() {
                    self.push(' ', from, to, true);
                }
            }
        }
        self.push(c, start, end, alone);
    }

    fn push(&mut self, c: char, start: usize, end: usize, alone: bool) {
        let from = self.out.len();
        self.out.push(c);
        let to = self.out.len();
        if start < self.tracked {
            self.track.widen(end, to);
        } else {
            self.track.change(start..end, from..to, alone);
        }
        self.consume(end);
    }

    fn widen_gap(&mut self, start: usize, end: usize) {
        match &mut self.gap {
            Some(gap) => gap.1 = end,
            None if !self.line_start => self.gap = Some((start, end)),
            None if start >= self.tracked => self.remove(start, end),
            None => {}
        }
        self.copied = self.copied.max(end);
    }

    /// The white space that waited ends a line: it goes.
    fn close_gap(&mut self) {
        if let Some((start, end)) = self.gap.take() {
            self.track.remove(start..end, self.out.len(), || 0);
            self.consume(end);
        }
    }

    fn consume(&mut self, end: usize) {
        self.copied = self.copied.max(end);
        self.tracked = self.tracked.max(end);
    }
}
