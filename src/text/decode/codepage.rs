//! The single-byte code pages: which character each byte from 0x80 stands for.
//!
//! From the indexes of the WHATWG Encoding standard (<https://encoding.spec.whatwg.org/#indexes>). Written out here because the
//! usual library brings the tables of all encodings: 133 KB of compressed WebAssembly, measured, against one for these.

/// A code page: the character of a byte from 0x80 on; U+FFFD where none is assigned.
pub(super) type CodePage = fn(u8) -> char;

/// Reads `bytes`, those below 0x80 being ASCII.
pub(super) fn read(bytes: &[u8], page: CodePage) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    text.extend(bytes.iter().map(|b| match b.is_ascii() {
        true => char::from(*b),
        false => page(*b),
    }));
    text
}

/// A code page read backwards: which byte a character was.
pub(super) struct Bytes(Vec<(char, u8)>);

impl Bytes {
    pub(super) fn of(page: CodePage) -> Self {
        let mut pairs: Vec<(char, u8)> = (0x80..=0xFF).map(|b| (page(b), b)).collect();
        pairs.sort_unstable();
        Bytes(pairs)
    }

    /// The byte from 0x80 on that `c` was, if it was one.
    pub(super) fn byte(&self, c: char) -> Option<u8> {
        let at = self.0.binary_search_by_key(&c, |(c, _)| *c).ok()?;
        self.0.get(at).map(|(_, byte)| *byte)
    }
}

/// windows-1256.
pub(super) fn windows_1256(byte: u8) -> char {
    high(&WINDOWS_1256, byte)
}

/// ISO-8859-6: the letters stand as in Unicode's Arabic block, hence no table.
pub(super) fn iso_8859_6(byte: u8) -> char {
    match byte {
        0x80..=0xA0 | 0xA4 | 0xAD => char::from(byte),
        0xAC => '،',
        0xBB => '؛',
        0xBF => '؟',
        0xC1..=0xDA | 0xE0..=0xF2 => {
            char::from_u32(0x0560 + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// windows-1252, in which Arabic is not written but often misread; its five free bytes are the control characters of Latin-1.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => high(&WINDOWS_1252, byte),
        _ => char::from(byte),
    }
}

fn high(table: &[u16], byte: u8) -> char {
    let code = table.get(usize::from(byte.wrapping_sub(0x80)));
    code.and_then(|code| char::from_u32(u32::from(*code)))
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[rustfmt::skip]
const WINDOWS_1256: [u16; 128] = [
    0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0679, 0x2039, 0x0152, 0x0686, 0x0698, 0x0688,
    0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x06A9, 0x2122, 0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA,
    0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7,
    0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
    0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
    0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F,
    0x06C1, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627,
    0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F,
    0x0630, 0x0631, 0x0632, 0x0633, 0x0634, 0x0635, 0x0636, 0x00D7,
    0x0637, 0x0638, 0x0639, 0x063A, 0x0640, 0x0641, 0x0642, 0x0643,
    0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF,
    0x064B, 0x064C, 0x064D, 0x064E, 0x00F4, 0x064F, 0x0650, 0x00F7,
    0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2,
];

#[rustfmt::skip]
const WINDOWS_1252: [u16; 32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_where_the_standard_has_them() {
        let word: String = [0xE6, 0xD1, 0xDE, 0xC9].map(windows_1256).iter().collect();
        assert_eq!(word, "ورقة");
        let word: String = [0xE8, 0xD1, 0xE2, 0xC9].map(iso_8859_6).iter().collect();
        assert_eq!(word, "ورقة");
        assert_eq!(windows_1252(0x8E), 'Ž');
        assert_eq!(iso_8859_6(0xDB), char::REPLACEMENT_CHARACTER);
    }

    #[test]
    fn bytes_come_back() {
        for page in [windows_1256, windows_1252] {
            let bytes = Bytes::of(page);
            for byte in 0x80..=0xFF {
                assert_eq!(bytes.byte(page(byte)), Some(byte));
            }
            assert_eq!(bytes.byte('a'), None);
        }
    }
}
