//! The one folding under which two spellings of a word are the same word for lookups: lexicons, counts, links.
//!
//! Written without dependencies, because the build script compiles the lexicons with it too.

/// What a character becomes in a key: another character, or nothing.
#[inline]
fn fold_char(c: char) -> Option<char> {
    Some(match c {
        // Marks: tashkeel, hamza and madda above or below, superscript alef, Quranic signs, tatweel.
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'
        | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0640}'
        | '\u{08D3}'..='\u{08FF}' => return None,
        // Bidi controls, zero-width characters, byte order mark, soft hyphen.
        '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{00AD}' => {
            return None;
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ې' | 'ے' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ک' => 'ك',
        // Arabic-Indic and Persian digits.
        '\u{0660}'..='\u{0669}' => char::from(b'0' + (c as u32 - 0x0660) as u8),
        '\u{06F0}'..='\u{06F9}' => char::from(b'0' + (c as u32 - 0x06F0) as u8),
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{00A0}' | '\t' | '\n' | '\r' => ' ',
        _ => c,
    })
}

/// Appends the key of `word` to `out`. See [`match_key`].
pub fn match_key_into(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                let letters = presentation_form(c);
                if letters.is_empty() {
                    out.push(c);
                }
                out.extend(letters.chars().filter_map(fold_char));
            }
            _ => out.extend(fold_char(c)),
        }
    }
}

/// The key of a word or phrase: marks, tatweel and invisible characters gone, alef forms with hamza, madda or wasla as «ا», «ى»
/// and «ئ» as «ي», «ؤ» as «و», «ة» as «ه», Persian letters and presentation forms as their Arabic letters, digits in ASCII, Latin in lower case.
///
/// ```
/// use warraq::text::fold::match_key;
/// assert_eq!(match_key("الأُرْدُنّ"), "الاردن");
/// assert_eq!(match_key("مصطفى"), "مصطفي");
/// ```
#[must_use]
pub fn match_key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    match_key_into(word, &mut out);
    out
}

/// The letters behind an Arabic presentation form (Unicode blocks FB50–FDFF and FE70–FEFC, forms used by Arabic and Persian), or "".
fn presentation_form(c: char) -> &'static str {
    // FE80–FEFC: each letter's forms stand in alphabetical order, two or four to a letter.
    const FORMS: [(u32, &str); 38] = [
        (0xFE80, "ء"),
        (0xFE81, "آ"),
        (0xFE83, "أ"),
        (0xFE85, "ؤ"),
        (0xFE87, "إ"),
        (0xFE89, "ئ"),
        (0xFE8D, "ا"),
        (0xFE8F, "ب"),
        (0xFE93, "ة"),
        (0xFE95, "ت"),
        (0xFE99, "ث"),
        (0xFE9D, "ج"),
        (0xFEA1, "ح"),
        (0xFEA5, "خ"),
        (0xFEA9, "د"),
        (0xFEAB, "ذ"),
        (0xFEAD, "ر"),
        (0xFEAF, "ز"),
        (0xFEB1, "س"),
        (0xFEB5, "ش"),
        (0xFEB9, "ص"),
        (0xFEBD, "ض"),
        (0xFEC1, "ط"),
        (0xFEC5, "ظ"),
        (0xFEC9, "ع"),
        (0xFECD, "غ"),
        (0xFED1, "ف"),
        (0xFED5, "ق"),
        (0xFED9, "ك"),
        (0xFEDD, "ل"),
        (0xFEE1, "م"),
        (0xFEE5, "ن"),
        (0xFEE9, "ه"),
        (0xFEED, "و"),
        (0xFEEF, "ى"),
        (0xFEF1, "ي"),
        (0xFEF5, "لا"),
        (0xFEFD, ""),
    ];
    match c as u32 {
        0xFEF5 | 0xFEF6 => "لآ",
        0xFEF7 | 0xFEF8 => "لأ",
        0xFEF9 | 0xFEFA => "لإ",
        0xFEFB | 0xFEFC => "لا",
        code @ 0xFE80..=0xFEF4 => {
            let next = FORMS.partition_point(|(start, _)| *start <= code);
            FORMS.get(next.wrapping_sub(1)).map_or("", |(_, letters)| letters)
        }
        0xFB50 | 0xFB51 => "ٱ",
        0xFB56..=0xFB59 => "پ",
        0xFB7A..=0xFB7D => "چ",
        0xFB8A | 0xFB8B => "ژ",
        0xFB8E..=0xFB91 => "ک",
        0xFB92..=0xFB95 => "گ",
        0xFBFC..=0xFBFF => "ی",
        0xFDF2 => "الله",
        _ => "",
    }
}
