//! Normalization of UTF-16, in which JavaScript holds its strings: turning ten megabytes into UTF-8 and back takes longer than
//! normalizing them.
//!
//! What the table says of a character alone is done unit by unit; a line in which neighbours count goes the way of [`super::scan`]. Lines
//! do not look at one another, so the result is the same.

use super::Normalizer;
use super::table::{BREAK, DROP, SAME, SPECIAL, SPELL};
use crate::text::is_line_end;

/// Units below this one are looked up in a table of their replacements.
const NARROW: u16 = 0x800;
/// Units that are replaced before they are appended together.
const CHUNK: usize = 1024;

impl Normalizer {
    /// `units`, a text in UTF-16, normalized; a surrogate without its other half becomes U+FFFD.
    ///
    /// ```
    /// use warraq::text::normalize::{Normalizer, Switches};
    /// let units: Vec<u16> = "أ\u{064F}م\u{0651} ك\u{064F}لثوم".encode_utf16().collect();
    /// let normalized = Normalizer::new(&Switches::LUCENE).normalize_utf16(&units);
    /// assert_eq!(String::from_utf16(&normalized).unwrap(), "ام كلثوم");
    /// ```
    #[must_use]
    pub fn normalize_utf16(&self, units: &[u16]) -> Vec<u16> {
        let mut out = Vec::with_capacity(units.len());
        let mut rest = units;
        while let Some((line, after)) = self.alone(rest, &mut out) {
            // Text in UTF-8 has no lone surrogates, and what is special about a line is rare.
            let line = String::from_utf16_lossy(line);
            out.extend(self.normalize(&line).encode_utf16());
            rest = after;
        }
        out
    }

    /// Appends what becomes of `units` to `out`, up to the first line in which neighbours count: returns that line, with its end,
    /// and what follows it.
    fn alone<'u>(&self, units: &'u [u16], out: &mut Vec<u16>) -> Option<(&'u [u16], &'u [u16])> {
        let narrow: Vec<u16> = (0..NARROW).map(|unit| self.replacement(unit)).collect();
        let mut buffer = [0; CHUNK];
        for (n, chunk) in units.chunks(CHUNK).enumerate() {
            let mut free = buffer.iter_mut();
            let special = chunk.iter().position(|unit| {
                let known = narrow.get(usize::from(*unit)).copied();
                match known.unwrap_or_else(|| self.replacement(*unit)) {
                    DROP => false,
                    SAME | SPECIAL | BREAK | SPELL => true,
                    unit => {
                        if let Some(slot) = free.next() {
                            *slot = unit;
                        }
                        false
                    }
                }
            });
            let filled = CHUNK - free.len();
            out.extend_from_slice(buffer.get(..filled)?);
            if let Some(at) = special {
                return self.line_around(units, n * CHUNK + at, out);
            }
        }
        None
    }

    /// The line of `units` around `at`, with its end, and what follows it; what was emitted of the line is taken back.
    fn line_around<'u>(
        &self,
        units: &'u [u16],
        at: usize,
        out: &mut Vec<u16>,
    ) -> Option<(&'u [u16], &'u [u16])> {
        let before = units.get(..at)?;
        let begin = before.iter().rposition(|unit| ends_line(*unit));
        let (begun, line) = (
            at - begin.map_or(0, |end| end + 1),
            units.get(begin.map_or(0, |end| end + 1)..)?,
        );
        let emitted = line
            .iter()
            .take(begun)
            .filter(|unit| self.replacement(**unit) != DROP);
        out.truncate(out.len() - emitted.count());
        let end = line.iter().skip(begun).position(|unit| ends_line(*unit));
        line.split_at_checked(end.map_or(line.len(), |end| begun + end + 1))
    }

    /// The unit that stands for `unit`, or an action of the table where there is none; those that are actions themselves, control
    /// characters, are left to [`super::scan`].
    fn replacement(&self, unit: u16) -> u16 {
        let action = match char::from_u32(u32::from(unit)) {
            None => SPECIAL,
            Some(_) if unit <= SPELL => SPECIAL,
            Some(c) => self.table.look_up(c),
        };
        if action == SAME { unit } else { action }
    }
}

fn ends_line(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(is_line_end)
}
