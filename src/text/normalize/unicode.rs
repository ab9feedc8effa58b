//! Unicode normalization (UAX #15) of all of Unicode, over characters that know where they stand in the source.
//!
//! The data is packed by the build script (`build/unicode.rs` says how) and unpacked when a normalization form is first asked for.

use std::sync::OnceLock;

/// A character and the bytes of the source that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub c: char,
    pub start: usize,
    pub end: usize,
}

impl Unit {
    /// The unit with another character.
    pub(super) fn with(self, c: char) -> Unit {
        Unit { c, ..self }
    }
}

/// Normalization data, each sorted by its first column.
#[derive(Default)]
struct Tables {
    decompositions: Vec<(char, Decomposition)>,
    /// Second and first character of a composition, and what they compose to.
    compositions: Vec<((char, char), char)>,
    /// Runs of one combining class: first character, length, class.
    classes: Vec<(u32, u32, u8)>,
}

#[derive(Clone, Copy)]
struct Decomposition {
    letters: &'static str,
    compatible: bool,
    /// Whether the letters compose to the character again.
    composes: bool,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| Tables::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/unicode.pack"))))
}

impl Tables {
    fn unpack(mut pack: &'static [u8]) -> Self {
        let mut tables = Tables::default();
        let mut code = 0;
        loop {
            let distance = number(&mut pack);
            if distance == 0 {
                break;
            }
            code += distance;
            let flags = number(&mut pack);
            let (letters, rest) = pack.split_at_checked(flags as usize / 4).unwrap_or_default();
            pack = rest;
            let letters = std::str::from_utf8(letters).unwrap_or_default();
            let decomposition = Decomposition {
                letters,
                compatible: flags & 1 != 0,
                composes: flags & 2 != 0,
            };
            tables.learn(char::from_u32(code).unwrap_or_default(), decomposition);
        }
        let mut start = 0;
        while !pack.is_empty() {
            start += number(&mut pack);
            let length = number(&mut pack);
            let class = number(&mut pack) as u8;
            tables.classes.push((start, length, class));
            start += length;
        }
        tables.compositions.sort_unstable();
        tables
    }

    fn decomposition(&self, c: char) -> Option<Decomposition> {
        let at = self.decompositions.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        self.decompositions
            .get(at)
            .map(|(_, decomposition)| *decomposition)
    }

    fn composition(&self, first: char, second: char) -> Option<char> {
        let at = self
            .compositions
            .binary_search_by_key(&(second, first), |(pair, _)| *pair)
            .ok()?;
        self.compositions.get(at).map(|(_, c)| *c)
    }

    /// Whether `c` composes with some character before it.
    fn is_second(&self, c: char) -> bool {
        let at = self.compositions.partition_point(|((second, _), _)| *second < c);
        self.compositions
            .get(at)
            .is_some_and(|((second, _), _)| *second == c)
    }

    /// Whether `c` alone becomes something else.
    fn changes(&self, c: char, compatible: bool) -> bool {
        self.decomposition(c).is_some_and(|d| match d.compatible {
            true => compatible,
            false => !d.composes || d.letters.chars().any(|c| self.changes(c, compatible)),
        })
    }

    fn learn(&mut self, c: char, decomposition: Decomposition) {
        let mut letters = decomposition.letters.chars();
        if decomposition.composes
            && let (Some(first), Some(second)) = (letters.next(), letters.next())
        {
            self.compositions.push(((second, first), c));
        }
        self.decompositions.push((c, decomposition));
    }
}

/// A number in little-endian base 128; 0 at the end of the data.
fn number(pack: &mut &[u8]) -> u32 {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let Some((byte, rest)) = pack.split_first() else {
            break;
        };
        *pack = rest;
        value |= u32::from(byte & 0x7F) << shift;
        if *byte < 0x80 {
            break;
        }
    }
    value
}

/// The canonical combining class of `c`.
pub(super) fn combining_class(c: char) -> u8 {
    let code = c as u32;
    if code < 0x0300 {
        return 0;
    }
    let classes = &tables().classes;
    let at = classes.partition_point(|(start, length, _)| start + length <= code);
    match classes.get(at) {
        Some((start, _, class)) if *start <= code => *class,
        _ => 0,
    }
}

/// Whether `c` stays as it is in NFC (in NFKC if `compatible`) whatever stands beside it.
pub(super) fn is_inert(c: char, compatible: bool) -> bool {
    if c.is_ascii() {
        return true;
    }
    let tables = tables();
    !tables.changes(c, compatible) && combining_class(c) == 0 && !tables.is_second(c) && !is_hangul_part(c)
}

/// Whether `c` composes with what stands before it, or is itself composed.
pub(super) fn composes(c: char) -> bool {
    let tables = tables();
    tables.decomposition(c).is_some() || tables.is_second(c) || is_hangul_part(c)
}

/// Conjoining vowels and finals of Hangul, which compose with what stands before them.
fn is_hangul_part(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}')
}

/// Appends the full decomposition of `unit` to `out`, all from the same place in the source.
pub(super) fn decompose(unit: Unit, compatible: bool, out: &mut Vec<Unit>) {
    if let Some(parts) = hangul_parts(unit.c) {
        out.extend(parts.into_iter().flatten().map(|c| unit.with(c)));
        return;
    }
    match tables().decomposition(unit.c) {
        Some(d) if compatible || !d.compatible => {
            for c in d.letters.chars() {
                decompose(unit.with(c), compatible, out);
            }
        }
        _ => out.push(unit),
    }
}

/// Puts the marks after each starter in canonical order (UAX #15, D108 and D109 of the standard).
pub(super) fn order(units: &mut [Unit]) {
    for marks in units.split_mut(|unit| combining_class(unit.c) == 0) {
        marks.sort_by_key(|unit| combining_class(unit.c));
    }
}

/// Composes `units`, decomposed and ordered, as far as they compose (D117).
pub(super) fn compose(units: Vec<Unit>) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    let mut starter: Option<usize> = None;
    let mut last_class = 0;
    for unit in units {
        let class = combining_class(unit.c);
        if let Some(at) = starter {
            let open = at + 1 == out.len() || last_class < class;
            let first = out.get_mut(at).filter(|_| open);
            if let Some(first) = first
                && let Some(c) = pair(first.c, unit.c)
            {
                first.c = c;
                first.start = first.start.min(unit.start);
                first.end = first.end.max(unit.end);
                continue;
            }
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last_class = class;
        out.push(unit);
    }
    out
}

/// The primary composite of two characters.
fn pair(first: char, second: char) -> Option<char> {
    tables()
        .composition(first, second)
        .or_else(|| hangul(first, second))
}

// Hangul is composed by rule: The Unicode Standard, section 3.12.
const LEAD: u32 = 0x1100;
const VOWEL: u32 = 0x1161;
const TAIL: u32 = 0x11A7;
const SYLLABLE: u32 = 0xAC00;

fn hangul_parts(c: char) -> Option<[Option<char>; 3]> {
    let index = (c as u32).checked_sub(SYLLABLE).filter(|i| *i < 11_172)?;
    let tail = (index % 28 != 0).then_some(TAIL + index % 28);
    Some([
        char::from_u32(LEAD + index / 588),
        char::from_u32(VOWEL + index % 588 / 28),
        tail.and_then(char::from_u32),
    ])
}

fn hangul(first: char, second: char) -> Option<char> {
    let (first, second) = (first as u32, second as u32);
    let code = match (first, second) {
        (0x1100..=0x1112, 0x1161..=0x1175) => SYLLABLE + ((first - LEAD) * 21 + second - VOWEL) * 28,
        (0xAC00..=0xD7A3, 0x11A8..=0x11C2) if (first - SYLLABLE).is_multiple_of(28) => first + second - TAIL,
        _ => return None,
    };
    char::from_u32(code)
}
