//! The pass over a text: what stays is copied in runs, what changes is looked up by character, and only words that need their neighbours
//! looked at are taken apart.

use super::rule::{Rule, rule};
use super::switches::Space;
use super::table::{BREAK, DROP, SAME, SPECIAL, SPELL, Table};
use super::track::Track;
use super::unicode;
use super::word;
use crate::text::is_line_end;

/// A place to go back to: the beginning of a word.
struct Mark<M> {
    source: usize,
    copied: usize,
    tracked: usize,
    output: usize,
    changes: M,
    gap: Option<(usize, usize)>,
    line_start: bool,
}

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
    word: Mark<T::Mark>,
}

impl<'t, T: Track> Scan<'t, T> {
    pub(super) fn new(table: &'t Table, text: &'t str) -> Self {
        let line_start = table.switches.space == Space::Collapse;
        let track = T::default();
        Scan {
            table,
            text,
            out: String::with_capacity(text.len()),
            copied: 0,
            tracked: 0,
            gap: None,
            line_start,
            word: Mark {
                source: 0,
                copied: 0,
                tracked: 0,
                output: 0,
                changes: track.mark(),
                gap: None,
                line_start,
            },
            track,
        }
    }

    pub(super) fn run(mut self) -> Self {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            let (code, length) = match first {
                0..=0x7F => (usize::from(first), 1),
                0x80..=0xDF => {
                    let second = bytes.get(at + 1).copied().unwrap_or_default();
                    (usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F), 2)
                }
                _ => {
                    at = self.single(at);
                    continue;
                }
            };
            let action = self.table.get(code);
            if action == SAME && !self.is_waiting() {
                at += length;
                continue;
            }
            at = match action {
                SPECIAL => self.special(at),
                SPELL => self.single(at),
                BREAK => self.white(at, length),
                DROP => self.drop(at, at + length),
                SAME => self.put(char::from_u32(code as u32), at, at + length),
                letter => self.put(char::from_u32(u32::from(letter)), at, at + length),
            };
        }
        self.flush(bytes.len());
        self.close_gap();
        self
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

    /// A character that the table does not say all about; returns where it ends.
    fn single(&mut self, at: usize) -> usize {
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return self.text.len();
        };
        let end = at + c.len_utf8();
        let rule = rule(c, &self.table.switches);
        if self.table.is_special(c, rule) {
            return self.special(at);
        }
        match rule {
            _ if c.is_whitespace() => self.white(at, end - at),
            Rule::Keep if !self.is_waiting() => end,
            Rule::Keep => self.put(Some(c), at, end),
            Rule::Drop => self.drop(at, end),
            Rule::Put(letter) => self.put(Some(letter), at, end),
            Rule::Spell(letters) => {
                self.flush(at);
                let mut units = Vec::new();
                word::spell(letters, at..end, &self.table.switches, &mut units);
                self.emit_all(&units, end);
                end
            }
        }
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
        let gone = self.text.get(start..end).and_then(|gone| gone.chars().next());
        let before = self
            .text
            .get(..start)
            .and_then(|before| before.chars().next_back());
        let letter = match (gone, before) {
            (Some(gone), Some(before)) if word::is_attached(gone) && !before.is_whitespace() => {
                before.len_utf8()
            }
            _ => 0,
        };
        self.track.remove(start..end, self.out.len(), letter);
        self.consume(end);
    }

    /// White space; returns where it ends.
    fn white(&mut self, at: usize, length: usize) -> usize {
        let end = at + length;
        let bytes = self.text.as_bytes();
        let first = bytes.get(at).copied().unwrap_or_default();
        match self.table.switches.space {
            Space::Keep => {}
            Space::Plain if first == b' ' => {}
            // A single space before a letter stays, and most are such.
            Space::Collapse if first == b' ' && !self.is_waiting() && self.is_plain_letter(end) => {}
            _ => {
                let c = self.text.get(at..end).and_then(|white| white.chars().next());
                let plain = self.table.switches.space == Space::Plain;
                self.put(if plain { Some(' ') } else { c }, at, end);
            }
        }
        if self.table.by_word {
            self.word = Mark {
                source: end,
                copied: self.copied,
                tracked: self.tracked,
                output: self.out.len(),
                changes: self.track.mark(),
                gap: self.gap,
                line_start: self.line_start,
            };
        }
        end
    }

    /// Whether a character that stays and is no white space begins at `at`, as far as two bytes tell.
    fn is_plain_letter(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let code = match (bytes.get(at), bytes.get(at + 1)) {
            (Some(first @ 0..=0x7F), _) => usize::from(*first),
            (Some(first @ 0xC2..=0xDF), Some(second)) => {
                usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F)
            }
            _ => return false,
        };
        self.table.get(code) == SAME
    }

    /// Goes back to the beginning of the word around `at`, takes the word apart and returns where it ends.
    fn special(&mut self, at: usize) -> usize {
        let start = self.word.source;
        self.out.truncate(self.word.output);
        self.track.reset(self.word.changes);
        (self.copied, self.tracked) = (self.word.copied, self.word.tracked);
        (self.gap, self.line_start) = (self.word.gap, self.word.line_start);
        self.flush(start);
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .map_or(self.text.len(), |length| at + length);
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
            self.track.remove(start..end, self.out.len(), 0);
            self.consume(end);
        }
    }

    fn consume(&mut self, end: usize) {
        self.copied = self.copied.max(end);
        self.tracked = self.tracked.max(end);
    }
}
