//! How usual each character is in Arabic text: what tells a right reading of bytes from a wrong one.

/// −ln of the share of each letter from U+0621 to U+063A, then from U+0641 to U+064A, among the Arabic letters of the Arabic
/// Wikipedia of January 2017 (38.4 million letters counted).
const LETTERS: [f32; 36] = [
    5.81, 6.85, 3.90, 7.08, 4.85, 5.63, 1.92, 3.30, 3.43, 3.15, 5.00, 4.30, 4.04, 4.86, 3.47, 5.14, 3.04,
    5.05, 3.65, 4.67, 4.68, 5.18, 4.69, 6.16, 3.44, 5.35, 3.64, 3.90, 3.84, 2.18, 2.75, 2.94, 3.70, 2.86,
    4.72, 2.52,
];

/// How unusual `c` is in Arabic text, in nats: small for the letters of the language, large for what only a wrong reading brings forth.
/// Letters are as counted; the classes after them are set so that one such character weighs as two or three rare letters.
pub(super) fn surprise(c: char) -> f32 {
    let code = c as usize;
    match c {
        '\0'..='\u{7F}' => 0.0,
        'ء'..='غ' => LETTERS.get(code - 0x0621).copied().unwrap_or(7.0),
        'ف'..='ي' => LETTERS.get(code - 0x0641 + 26).copied().unwrap_or(7.0),
        '،' | '؛' | '؟' | '«' | '»' | '\u{00A0}' | '\u{2000}'..='\u{206F}' => 5.0,
        '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{0660}'..='\u{0669}' => 6.0,
        '\u{0600}'..='\u{06FF}' => 8.0,
        '\u{0080}'..='\u{009F}' | char::REPLACEMENT_CHARACTER => 14.0,
        _ => 9.0,
    }
}

/// The surprise per character of text in Arabic, on average, in nats.
pub(super) const USUAL: f32 = 3.0;

/// Whether `c` is a letter of the Arabic script, presentation forms included; marks, digits and punctuation are not.
pub(crate) fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}'
        | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE80}'..='\u{FEFC}')
}

/// Whether `text` has an Arabic word: two Arabic letters side by side. One alone may be noise, as «ä» of windows-1252 is «ن» of windows-1256.
pub(crate) fn has_arabic_word(text: &str) -> bool {
    let mut before = false;
    text.chars().any(|c| {
        let letter = is_arabic_letter(c);
        let both = letter && before;
        before = letter;
        both
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_letters_surprise_less() {
        assert!(surprise('ا') < surprise('ظ'));
        assert!(surprise('ظ') < surprise('é'));
        assert!(surprise('é') < surprise(char::REPLACEMENT_CHARACTER));
    }

    #[test]
    fn a_word_is_two_letters() {
        assert!(has_arabic_word("see دم"));
        assert!(has_arabic_word("\u{FEE3}\u{FEE6}"));
        assert!(!has_arabic_word("scharfes ك"));
        assert!(!has_arabic_word("١٢٣، \u{064B}\u{064C}"));
    }
}
