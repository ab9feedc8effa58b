//! Character classes, and the cursor that reads them off UTF-8 bytes.

/// What a character can be part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The end of the text.
    End,
    /// White space or a control character.
    Space,
    /// Zero-width characters and bidi controls: part of a word only between two of its letters.
    Hidden,
    /// A letter of the Arabic script.
    Arabic,
    /// A mark written on a letter, or tatweel.
    Sign,
    /// A letter of another script.
    Other,
    /// A digit: ASCII, Arabic-Indic or Persian.
    Digit,
    /// The first character of an emoji.
    Emoji,
    /// Punctuation or a symbol.
    Mark,
}

/// A text read by class at byte offsets.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    bytes: &'t [u8],
    /// No mail or web address begins before this offset: one was looked for up to here, which keeps the search linear.
    pub(super) no_address_before: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Cursor {
            text,
            bytes: text.as_bytes(),
            no_address_before: 0,
        }
    }

    /// The class of the character that begins at `at`, and where the next one begins.
    #[inline(always)] // The innermost loop of every stage.
    pub(super) fn look(&self, at: usize) -> (Class, usize) {
        let Some(&first) = self.bytes.get(at) else {
            return (Class::End, at);
        };
        if first < 0x80 {
            return (two_byte_class(first as usize), at + 1);
        }
        if first < 0xE0 {
            let second = self.bytes.get(at + 1).copied().unwrap_or_default();
            let code = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
            return (two_byte_class(code), at + 2);
        }
        match self.char(at) {
            Some(c) => (wide_class(c), at + c.len_utf8()),
            None => (Class::End, at),
        }
    }

    /// How many letters of `script` that take two bytes follow one another from `at` on: of most words, all.
    pub(super) fn plain_letters(&self, at: usize, script: Class) -> usize {
        let (pairs, _) = self.rest(at).as_chunks();
        let letters = pairs.iter().take_while(|[first, second]| {
            let code = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
            first & 0xE0 == 0xC0 && two_byte_class(code) == script
        });
        letters.count()
    }

    /// As [`Cursor::look`], past any hidden characters.
    #[inline]
    pub(super) fn look_visible(&self, mut at: usize) -> (Class, usize) {
        loop {
            match self.look(at) {
                (Class::Hidden, next) => at = next,
                found => return found,
            }
        }
    }

    /// The byte at `at`, 0 past the end.
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or_default()
    }

    /// The character that begins at `at`.
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The bytes from `at` on.
    pub(super) fn rest(&self, at: usize) -> &'t [u8] {
        self.bytes.get(at..).unwrap_or_default()
    }

    /// Where the run of bytes that satisfy `test` ends; `test` must refuse every byte that is not ASCII.
    pub(super) fn run(&self, at: usize, test: impl Fn(u8) -> bool) -> usize {
        at + self.rest(at).iter().take_while(|byte| test(**byte)).count()
    }
}

/// Classes of the code points whose UTF-8 form has at most two bytes, among them nearly all of an Arabic text.
static CLASSES: [Class; 0x800] = {
    let mut classes = [Class::Mark; 0x800];
    let mut code = 0;
    #[allow(clippy::indexing_slicing)] // Runs in the compiler.
    while code < 0x800 {
        classes[code] = narrow_class(code as u32);
        code += 1;
    }
    classes
};

#[inline]
fn two_byte_class(code: usize) -> Class {
    CLASSES.get(code).copied().unwrap_or(Class::Mark)
}

const fn narrow_class(code: u32) -> Class {
    match code {
        0..=0x20 | 0x7F..=0xA0 => Class::Space,
        0x30..=0x39 | 0x660..=0x669 | 0x6F0..=0x6F9 => Class::Digit,
        0x41..=0x5A | 0x61..=0x7A => Class::Other,
        // Soft hyphen, Arabic letter mark.
        0xAD | 0x61C => Class::Hidden,
        // Latin, Greek, Cyrillic, Armenian, Hebrew, Syriac, Thaana, N'Ko.
        0xAA | 0xB5 | 0xBA | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x2C1 | 0x2C6..=0x2D1 | 0x2E0..=0x2E4 => {
            Class::Other
        }
        0x2EC | 0x2EE | 0x370..=0x374 | 0x376 | 0x377 | 0x37A..=0x37D | 0x37F | 0x386 => Class::Other,
        0x388..=0x3F5 | 0x3F7..=0x481 | 0x48A..=0x52F | 0x531..=0x556 | 0x559 | 0x560..=0x588 => Class::Other,
        0x5D0..=0x5EA | 0x5EF..=0x5F2 | 0x710 | 0x712..=0x72F | 0x74D..=0x74F => Class::Other,
        0x780..=0x7A5 | 0x7B1 | 0x7C0..=0x7EA | 0x7F4 | 0x7F5 | 0x7FA => Class::Other,
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7 => {
            Class::Sign
        }
        0x711 | 0x730..=0x74A | 0x7A6..=0x7B0 | 0x7EB..=0x7F3 | 0x7FD => Class::Sign,
        // Arabic.
        0x620..=0x63F | 0x641..=0x64A | 0x66E | 0x66F | 0x671..=0x6D3 | 0x6D5 | 0x6E5 | 0x6E6 => {
            Class::Arabic
        }
        0x6EE | 0x6EF | 0x6FA..=0x6FC | 0x6FF | 0x750..=0x77F => Class::Arabic,
        0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 => Class::Sign,
        0x6E7 | 0x6E8 | 0x6EA..=0x6ED => Class::Sign,
        _ => Class::Mark,
    }
}

/// Classes of the rest; emoji by the blocks that Unicode Technical Standard 51 draws them from.
fn wide_class(c: char) -> Class {
    match c {
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => {
            Class::Hidden
        }
        '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}' => Class::Hidden,
        // Ornate parentheses, honorific phrases and the rial sign among the presentation forms.
        '\u{FD3E}'..='\u{FD4F}' | '\u{FDCF}' | '\u{FDFA}'..='\u{FDFF}' | '\u{FBB2}'..='\u{FBC2}' => {
            Class::Mark
        }
        '\u{870}'..='\u{887}' | '\u{889}'..='\u{88E}' | '\u{8A0}'..='\u{8C9}' => Class::Arabic,
        '\u{897}'..='\u{89F}' | '\u{8CA}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}' | '\u{FE70}'..='\u{FE7F}' => {
            Class::Sign
        }
        '\u{FB50}'..='\u{FDFF}' | '\u{FE80}'..='\u{FEFC}' => Class::Arabic,
        '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{2600}'..='\u{27BF}' => Class::Emoji,
        '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}' => Class::Emoji,
        _ if c.is_whitespace() || c.is_control() => Class::Space,
        _ if c.is_alphabetic() || c.is_numeric() => Class::Other,
        _ => Class::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The written-out table says of every letter, digit and space what the standard library's Unicode tables say.
    #[test]
    fn narrow_table_agrees_with_unicode() {
        for c in ('\0'..'\u{800}').filter(|c| !('\u{600}'..'\u{780}').contains(c)) {
            let class = narrow_class(c as u32);
            if c.is_alphabetic() && !matches!(class, Class::Sign) {
                assert_eq!(class, Class::Other, "U+{:04X} is a letter", c as u32);
            }
            let space = c.is_whitespace() || c.is_control();
            assert_eq!(space, class == Class::Space, "U+{:04X}", c as u32);
        }
        for c in '\u{600}'..'\u{780}' {
            let class = narrow_class(c as u32);
            let letter =
                matches!(class, Class::Arabic | Class::Sign) || (c >= '\u{700}' && class == Class::Other);
            assert!(!c.is_alphabetic() || letter, "U+{:04X} is a letter", c as u32);
            assert_eq!(
                c.is_numeric(),
                class == Class::Digit,
                "U+{:04X} as a digit",
                c as u32
            );
        }
    }
}
