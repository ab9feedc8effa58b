//! Normalization of UTF-16, in which JavaScript holds its strings: turning ten megabytes into UTF-8 and back takes longer than
//! normalizing them.
//!
//! What the table says of a character alone is done unit by unit; a line in which neighbours count goes the way of [`super::scan`]. Lines
//! do not look at one another, so the result is the same.

use super::table::{BREAK, DROP, SAME, SPECIAL, SPELL};
use super::{Normalizer, Switches};
use crate::text::is_line_end;

/// Units below this one, among which are all Arabic letters, have their replacements in a list.
const NARROW: usize = 0x800;
/// In that list's last place, for all other units: one more action of the table. What is above it is a replacement.
const WIDE: u16 = SPELL + 1;
/// Units that are looked at together: if all have replacements, as most have, there is one decision for all.
const BLOCK: usize = 32;

/// Switches made ready for any number of texts in UTF-16.
///
/// ```
/// use warraq::text::normalize::{Switches, Utf16Normalizer};
/// let units: Vec<u16> = "أ\u{064F}م\u{0651} ك\u{064F}لثوم".encode_utf16().collect();
/// let mut normalized = Vec::new();
/// Utf16Normalizer::new(&Switches::LUCENE).normalize(&units, &mut normalized);
/// assert_eq!(String::from_utf16(&normalized).unwrap(), "ام كلثوم");
/// ```
#[derive(Clone, Debug)]
pub struct Utf16Normalizer {
    normalizer: Normalizer,
    narrow: Box<[u16; NARROW + 1]>,
}

impl Utf16Normalizer {
    /// Makes `switches` ready.
    #[must_use]
    pub fn new(switches: &Switches) -> Self {
        let normalizer = Normalizer::new(switches);
        let mut narrow = Box::new([WIDE; NARROW + 1]);
        for (unit, slot) in (0..).zip(narrow.iter_mut().take(NARROW)) {
            *slot = normalizer.replacement(unit);
        }
        Utf16Normalizer { normalizer, narrow }
    }

    /// Appends what becomes of `units`, a text in UTF-16, to `out`; a surrogate without its other half becomes U+FFFD where neighbours
    /// count in its line.
    pub fn normalize(&self, units: &[u16], out: &mut Vec<u16>) {
        out.reserve(units.len());
        let mut rest = units;
        while let Some((line, after)) = self.alone(rest, out) {
            // Text in UTF-8 has no lone surrogates, and what is special about a line is rare.
            let line = String::from_utf16_lossy(line);
            out.extend(self.normalizer.normalize(&line).encode_utf16());
            rest = after;
        }
    }

    /// Appends what becomes of `units` to `out`, up to the first line in which neighbours count: returns that line, with its end,
    /// and what follows it.
    fn alone<'u>(&self, units: &'u [u16], out: &mut Vec<u16>) -> Option<(&'u [u16], &'u [u16])> {
        let mut replaced = [0; BLOCK];
        for (n, block) in units.chunks(BLOCK).enumerate() {
            let mut least = u16::MAX;
            for (slot, unit) in replaced.iter_mut().zip(block) {
                let place = usize::from(*unit).min(NARROW);
                *slot = self.narrow.get(place).copied().unwrap_or(WIDE);
                least = least.min(*slot);
            }
            let replaced = replaced.get(..block.len())?;
            if least > WIDE {
                out.extend_from_slice(replaced);
                continue;
            }
            for (m, (unit, replaced)) in block.iter().zip(replaced).enumerate() {
                let replaced = match *replaced {
                    WIDE => self.normalizer.replacement(*unit),
                    known => known,
                };
                match replaced {
                    DROP => {}
                    SAME | SPECIAL | BREAK | SPELL => {
                        return self.normalizer.line_around(units, n * BLOCK + m, out);
                    }
                    unit => out.push(unit),
                }
            }
        }
        None
    }
}

impl Normalizer {
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
            Some(_) if unit <= WIDE => SPECIAL,
            Some(c) => self.table.look_up(c),
        };
        if action == SAME { unit } else { action }
    }
}

fn ends_line(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(is_line_end)
}
