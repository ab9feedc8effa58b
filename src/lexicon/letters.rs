//! One byte a letter: how keys are written in the packed lexicon. Shared with the build script.

/// Ends a key.
pub const END: u8 = 0;
/// Before any other character: its code point follows in three bytes of six bits, highest first, each with the bit 0x40 so that none is
/// [`END`].
pub const ESCAPE: u8 = 1;
/// The Arabic letter that byte 0x80 stands for; those up to U+064A follow it.
pub const FIRST: u32 = 0x0621;

/// Reads the characters back.
pub fn read(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        let code = match byte {
            ESCAPE => (0..3).fold(0, |code, _| {
                code << 6 | u32::from(bytes.next().unwrap_or(0) & 0x3F)
            }),
            0x80.. => FIRST + u32::from(byte) - 0x80,
            _ => u32::from(byte),
        };
        out.extend(char::from_u32(code));
    }
    out
}

/// The letters that fold to the same letter of a key, itself first: what it takes to write a name from its key.
pub fn variants(c: char) -> &'static [char] {
    match c {
        'ا' => &['ا', 'أ', 'إ', 'آ'],
        'ي' => &['ي', 'ى', 'ئ'],
        'و' => &['و', 'ؤ'],
        'ه' => &['ه', 'ة'],
        _ => &[],
    }
}
