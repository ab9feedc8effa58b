//! What becomes of one character under the switches: the facts about Arabic spelling, in one place for [`match_key`](super::match_key)
//! and for normalization.
//!
//! Without dependencies: the build script folds the lexicons' keys by the same rules.

use super::presentation::letters_of;
use super::switches::{
    Hamza, Maqsura, Presentation, Punctuation, Script, Space, SuperscriptAlef, Switches, Tashkeel,
};

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// It stays.
    Keep,
    /// It goes.
    Drop,
    /// Another stands for it.
    Put(char),
    /// Several stand for it, to each of which the rules apply again.
    Spell(&'static str),
}

/// The rule for `c`. Does not look at its neighbours: what depends on them is done by normalization.
#[inline]
pub(crate) fn rule(c: char, s: &Switches) -> Rule {
    match c {
        '\0'..='\u{7F}' => ascii(c, s),
        '\u{0600}'..='\u{06FF}' => arabic(c, s),
        '\u{0898}'..='\u{089F}' | '\u{08CA}'..='\u{08FF}' => dropped_if(s.quranic),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => presentation(c, s),
        _ if is_invisible(c) => dropped_if(s.invisible),
        _ if c.is_whitespace() => space(s),
        '\u{00A1}'..='\u{00BF}' | '\u{2010}'..='\u{205E}' => punctuation(c, s),
        'À'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' if s.lowercase => small(c),
        _ => Rule::Keep,
    }
}

#[inline]
fn ascii(c: char, s: &Switches) -> Rule {
    match c {
        '0'..='9' => digit(c, '0', s.digits_from.ascii, s),
        'A'..='Z' if s.lowercase => Rule::Put(c.to_ascii_lowercase()),
        '\t'..='\r' | ' ' => space(s),
        '\0'..='\u{1F}' | '\u{7F}' => dropped_if(s.invisible),
        '!'..='/' | ':'..='@' | '['..='`' | '{'..='~' => punctuation(c, s),
        _ => Rule::Keep,
    }
}

#[inline]
fn arabic(c: char, s: &Switches) -> Rule {
    match c {
        '\u{0640}' => dropped_if(s.tatweel),
        '\u{064B}'..='\u{0650}' | '\u{0652}' => {
            dropped_if(matches!(s.tashkeel, Tashkeel::Remove | Tashkeel::Vowels))
        }
        '\u{0651}' => dropped_if(matches!(s.tashkeel, Tashkeel::Remove | Tashkeel::Shadda)),
        '\u{0654}' | '\u{0655}' if s.hamza == Hamza::Bare => Rule::Put('ء'),
        '\u{0670}' => match s.superscript_alef {
            SuperscriptAlef::Keep => Rule::Keep,
            SuperscriptAlef::Remove => Rule::Drop,
            SuperscriptAlef::Alef => Rule::Put('ا'),
        },
        '\u{0610}'..='\u{061A}'
        | '\u{0653}'..='\u{065F}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' => dropped_if(s.quranic),
        '\u{061C}' => dropped_if(s.invisible),
        'أ' | 'إ' | 'آ' if s.alef => Rule::Put('ا'),
        'ٱ' if s.wasla => Rule::Put('ا'),
        'أ' | 'إ' if s.hamza == Hamza::Bare => Rule::Put('ء'),
        'آ' if s.hamza == Hamza::Bare => Rule::Spell("ءء"),
        'ؤ' | 'ئ' => match s.hamza {
            Hamza::Keep => Rule::Keep,
            Hamza::Carrier => Rule::Put(if c == 'ؤ' { 'و' } else { 'ي' }),
            Hamza::Bare => Rule::Put('ء'),
        },
        'ى' => match s.maqsura {
            Maqsura::Keep => Rule::Keep,
            Maqsura::Ya => Rule::Put('ي'),
            Maqsura::Alef => Rule::Put('ا'),
        },
        'ة' if s.teh_marbuta => Rule::Put('ه'),
        '٠'..='٩' => digit(c, '٠', s.digits_from.arabic, s),
        '۰'..='۹' => digit(c, '۰', s.digits_from.persian, s),
        '،' | '؍' | '؛' | '\u{061D}'..='؟' | '٪'..='٭' | '۔' => punctuation(c, s),
        _ if s.persian => persian(c, s),
        _ => Rule::Keep,
    }
}

/// The Arabic letter that is usual where Persian, Urdu, Kurdish or a dialect's spelling has another.
#[inline]
fn persian(c: char, s: &Switches) -> Rule {
    Rule::Put(match c {
        'ی' | 'ې' | 'ے' | 'ۓ' => 'ي',
        'ک' | 'گ' | 'ڭ' => 'ك',
        'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => 'ه',
        'ۃ' if s.teh_marbuta => 'ه',
        'ۃ' => 'ة',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ڤ' => 'ف',
        'ڨ' => 'ق',
        _ => return Rule::Keep,
    })
}

#[inline]
pub(crate) fn presentation(c: char, s: &Switches) -> Rule {
    match (s.presentation, c) {
        (Presentation::LamAlef, '\u{FEF5}' | '\u{FEF7}' | '\u{FEF9}' | '\u{FEFB}') => Rule::Spell("لا"),
        (Presentation::Letters, _) => letters_of(c).map_or(Rule::Keep, Rule::Spell),
        _ => Rule::Keep,
    }
}

#[inline]
fn digit(c: char, zero: char, from: bool, s: &Switches) -> Rule {
    let to = match s.digits {
        Some(Script::Ascii) => '0',
        Some(Script::Arabic) => '٠',
        Some(Script::Persian) => '۰',
        None => return Rule::Keep,
    };
    if !from || to == zero {
        return Rule::Keep;
    }
    char::from_u32(c as u32 - zero as u32 + to as u32).map_or(Rule::Keep, Rule::Put)
}

#[inline]
fn punctuation(c: char, s: &Switches) -> Rule {
    match s.punctuation {
        Punctuation::Keep => Rule::Keep,
        Punctuation::Remove => dropped_if(is_punctuation(c)),
        Punctuation::Ascii => Rule::Put(match c {
            '،' | '؍' | '٬' => ',',
            '؛' => ';',
            '؟' => '?',
            '٪' => '%',
            '٫' | '۔' => '.',
            '٭' => '*',
            '«' | '»' | '“' | '”' | '„' | '‟' => '"',
            '‘' | '’' | '‚' | '‛' | '‹' | '›' => '\'',
            '\u{2010}'..='\u{2015}' => '-',
            '…' => return Rule::Spell("..."),
            _ => return Rule::Keep,
        }),
    }
}

/// Whether `c`, of the ranges that [`punctuation`] is asked for, is punctuation: all of them but signs, fractions and superscripts of Latin-1.
fn is_punctuation(c: char) -> bool {
    !matches!(c, '\u{00A0}'..='\u{00BF}') || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿')
}

#[inline]
fn space(s: &Switches) -> Rule {
    match s.space {
        Space::Plain => Rule::Put(' '),
        Space::Keep | Space::Collapse => Rule::Keep,
    }
}

fn small(c: char) -> Rule {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter != c => Rule::Put(letter),
        _ => Rule::Keep,
    }
}

/// Bidi controls, zero-width characters, soft hyphen, byte order mark; control characters of Latin-1 but NEL, which ends a line.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{0080}'..='\u{0084}' | '\u{0086}'..='\u{009F}' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[inline]
fn dropped_if(switch: bool) -> Rule {
    match switch {
        true => Rule::Drop,
        false => Rule::Keep,
    }
}
