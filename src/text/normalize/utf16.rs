//! Normalization of UTF-16, in which JavaScript holds its strings: turning ten megabytes into UTF-8 and back takes longer than
//! normalizing them.
//!
//! What the table says of a character alone is done unit by unit; a line in which neighbours count goes the way of [`super::scan`]. Lines
//! do not look at one another, so the result is the same.

use super::Normalizer;
use super::table::{BREAK, DROP, SAME, SPECIAL, SPELL};
use crate::text::is_line_end;

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
        for (at, &unit) in units.iter().enumerate() {
            match self.action(unit) {
                SAME => out.push(unit),
                DROP => {}
                SPECIAL | BREAK | SPELL => {
                    let before = units.get(..at)?;
                    let begin = before.iter().rposition(|unit| ends_line(*unit));
                    let line = units.get(begin.map_or(0, |end| end + 1)..)?;
                    let begun = line.len() - (units.len() - at);
                    let emitted = line.iter().take(begun).filter(|unit| self.action(**unit) != DROP);
                    out.truncate(out.len() - emitted.count());
                    let end = line.iter().skip(begun).position(|unit| ends_line(*unit));
                    return line.split_at_checked(end.map_or(line.len(), |end| begun + end + 1));
                }
                letter => out.push(letter),
            }
        }
        None
    }

    #[inline]
    fn action(&self, unit: u16) -> u16 {
        match unit {
            0..0x800 => self.table.get(usize::from(unit)),
            _ => char::from_u32(u32::from(unit)).map_or(SPECIAL, |c| self.table.look_up(c)),
        }
    }
}

fn ends_line(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(is_line_end)
}
