//! Packs the Unicode Character Database's normalization data, as the crate `unicode-normalization` knows it, for
//! `src/text/normalize/unicode.rs`: 13 KB compressed, measured, where linking that crate costs 63 KB and `icu_normalizer` 47 KB.

use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_canonical, decompose_compatible,
};

/// Hangul syllables are composed by rule and stand in no table.
const HANGUL: std::ops::RangeInclusive<char> = '가'..='힣';

/// Two lines' worth of data: decompositions, then combining classes, each ended by a zero byte.
///
/// A decomposition is the distance from the last one's code point, a byte of flags and length (1: compatibility, 2: composes
/// again, 4 × the number of bytes), and the characters in UTF-8. A run of equal combining classes is the distance from the last run's end, its length and the class.
/// Numbers are little-endian base 128.
pub fn pack() -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    for c in ('\0'..=char::MAX).filter(|c| !HANGUL.contains(c)) {
        let Some((flags, letters)) = decomposition(c) else {
            continue;
        };
        number(c as u32 - last, &mut out);
        number(flags | (4 * letters.len() as u32), &mut out);
        out.extend(letters.as_bytes());
        last = c as u32;
    }
    out.push(0);
    let classes = runs();
    let mut last = 0;
    for (start, length, class) in classes {
        number(start - last, &mut out);
        number(length, &mut out);
        number(u32::from(class), &mut out);
        last = start + length;
    }
    out
}

fn decomposition(c: char) -> Option<(u32, String)> {
    let (mut canonical, mut compatible) = (String::new(), String::new());
    decompose_canonical(c, |d| canonical.push(d));
    decompose_compatible(c, |d| compatible.push(d));
    let itself = c.to_string();
    if canonical == itself {
        return (compatible != itself).then_some((1, compatible));
    }
    // A primary composite is stored as the pair it composes from, which the reader decomposes further.
    let mut parts: Vec<char> = canonical.chars().collect();
    if let Some(second) = parts.pop()
        && let Some(first) = parts
            .into_iter()
            .map(Some)
            .reduce(|a, b| compose(a?, b?))
            .flatten()
        && compose(first, second) == Some(c)
    {
        return Some((2, format!("{first}{second}")));
    }
    Some((0, canonical))
}

/// Runs of characters with one combining class other than zero: first code point, length, class.
fn runs() -> Vec<(u32, u32, u8)> {
    let mut runs: Vec<(u32, u32, u8)> = Vec::new();
    for c in '\0'..=char::MAX {
        let class = canonical_combining_class(c);
        match runs.last_mut() {
            _ if class == 0 => {}
            Some((start, length, same)) if *same == class && *start + *length == c as u32 => *length += 1,
            _ => runs.push((c as u32, 1, class)),
        }
    }
    runs
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
