//! The switches of normalization, each on its own, and the profiles that set them.
//!
//! Without dependencies: the build script folds the lexicons' keys by the same rules.

/// What normalization changes. Everything is off in [`Switches::NONE`]; a profile is a choice of these.
///
/// | switch | display | match | count |
/// |---|---|---|---|
/// | `form` | NFC | as is | as is |
/// | `presentation` | letters | letters | letters |
/// | `tashkeel` | keep | remove | remove |
/// | `mend_marks` | off | off | off |
/// | `quranic` | off | on | on |
/// | `superscript_alef` | keep | remove | remove |
/// | `tatweel` | off | on | on |
/// | `alef` | off | on | off |
/// | `wasla` | off | on | on |
/// | `hamza` | keep | carrier | keep |
/// | `maqsura` | keep | ya | keep |
/// | `teh_marbuta` | off | on | off |
/// | `persian` | off | on | on |
/// | `digits` | as they are | ASCII | ASCII |
/// | `punctuation` | keep | keep | keep |
/// | `space` | collapse | plain | collapse |
/// | `invisible` | on | on | on |
/// | `lowercase` | off | on | on |
///
/// ```
/// use warraq::text::normalize::{Switches, Tashkeel, normalize_str};
/// let word = "أ\u{064F}م\u{0651}";
/// for (profile, expected) in [
///     (Switches::DISPLAY, word),
///     (Switches::COUNT, "أم"),
///     (Switches::MATCH, "ام"),
///     (Switches::LUCENE, "ام"),
///     (Switches::CAMEL, "ام"),
///     (Switches::PYARABIC, "ام"),
/// ] {
///     assert_eq!(normalize_str(word, &profile), expected);
/// }
/// assert!(Switches::PROFILES.contains(&("lucene", Switches::LUCENE)));
/// let marks_alone = Switches { tashkeel: Tashkeel::Remove, ..Switches::NONE };
/// assert_eq!(normalize_str(word, &marks_alone), "أم");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Switches {
    /// Unicode normalization form, before all else.
    pub form: Form,
    /// Arabic presentation forms (U+FB50–U+FDFF, U+FE70–U+FEFC) to letters.
    pub presentation: Presentation,
    /// Tashkeel: U+064B–U+0652.
    pub tashkeel: Tashkeel,
    /// Mends marks: one vowel on a letter, after its shadda; none without a letter, no sukun on «ا», «ى», «ة»; fathatan before its alef.
    pub mend_marks: bool,
    /// Removes Quranic and honorific signs and the other combining marks of Arabic.
    pub quranic: bool,
    /// Superscript alef, U+0670.
    pub superscript_alef: SuperscriptAlef,
    /// Removes tatweel, U+0640.
    pub tatweel: bool,
    /// «أ», «إ», «آ» to «ا».
    pub alef: bool,
    /// Alef wasla «ٱ» to «ا».
    pub wasla: bool,
    /// The carriers of hamza.
    pub hamza: Hamza,
    /// Alef maqsura «ى», which Egyptian spelling also writes for a final «ي».
    pub maqsura: Maqsura,
    /// «ة» to «ه».
    pub teh_marbuta: bool,
    /// Letters of Persian, Urdu, Kurdish and dialect spelling to the Arabic letter usual in their place: «ی» «ي», «ک» and «گ» «ك», «ۀ» «ه», «پ» «ب» …
    pub persian: bool,
    /// Digits to one script; `None` leaves them.
    pub digits: Option<Script>,
    /// Which digits [`digits`](Switches::digits) changes.
    pub digits_from: Scripts,
    /// Punctuation.
    pub punctuation: Punctuation,
    /// White space.
    pub space: Space,
    /// Removes bidi controls, zero-width characters, soft hyphens and control characters.
    pub invisible: bool,
    /// Capital letters of Latin to small ones.
    pub lowercase: bool,
}

/// A Unicode normalization form (UAX #15): [`Switches::form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Characters stay as they are composed.
    AsIs,
    /// Canonical composition.
    Nfc,
    /// Compatibility composition.
    Nfkc,
}

/// What becomes of Arabic presentation forms: [`Switches::presentation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presentation {
    /// They stay.
    Keep,
    /// The isolated ligatures of lam and alef become «لا», others stay, as in PyArabic.
    LamAlef,
    /// All become letters; «﷼» and «﷽» are spelled out, a spacing mark becomes the mark.
    Letters,
}

/// What becomes of tashkeel: [`Switches::tashkeel`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tashkeel {
    /// It stays.
    Keep,
    /// All of it goes.
    Remove,
    /// All but shadda goes.
    Vowels,
    /// Shadda goes.
    Shadda,
    /// The vowel of a word's last letter goes: the case ending.
    Last,
    /// What every reader supplies goes: fatha and sukun but on «و» and «ي», damma before «و», kasra before «ي» and under «إ».
    Evident,
}

/// What becomes of superscript alef: [`Switches::superscript_alef`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuperscriptAlef {
    /// It stays.
    Keep,
    /// It goes.
    Remove,
    /// It becomes «ا».
    Alef,
}

/// What becomes of hamza on a carrier: [`Switches::hamza`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hamza {
    /// It stays.
    Keep,
    /// The carrier stays without it: «ؤ» to «و», «ئ» to «ي».
    Carrier,
    /// The hamza stays without its carrier: «ؤ», «ئ», and «أ», «إ» unless `alef` is on, to «ء», «آ» to «ءء».
    Bare,
}

/// What becomes of «ى»: [`Switches::maqsura`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maqsura {
    /// It stays.
    Keep,
    /// It becomes «ي».
    Ya,
    /// It becomes «ا».
    Alef,
}

/// A script of digits: [`Switches::digits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// 0–9.
    Ascii,
    /// ٠–٩, U+0660–U+0669.
    Arabic,
    /// ۰–۹, U+06F0–U+06F9.
    Persian,
}

/// A set of scripts of digits: [`Switches::digits_from`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scripts {
    /// 0–9.
    pub ascii: bool,
    /// ٠–٩.
    pub arabic: bool,
    /// ۰–۹.
    pub persian: bool,
}

/// What becomes of punctuation: [`Switches::punctuation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Punctuation {
    /// It stays.
    Keep,
    /// Arabic marks, typographic quotation marks and dashes become those of ASCII.
    Ascii,
    /// All of it goes.
    Remove,
}

/// What becomes of white space: [`Switches::space`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Space {
    /// It stays.
    Keep,
    /// Each white space character, line ends too, becomes a space.
    Plain,
    /// Runs become one space, none stands at the ends of a line; line ends stay.
    Collapse,
}

impl Switches {
    /// Nothing changes.
    pub const NONE: Switches = Switches {
        form: Form::AsIs,
        presentation: Presentation::Keep,
        tashkeel: Tashkeel::Keep,
        mend_marks: false,
        quranic: false,
        superscript_alef: SuperscriptAlef::Keep,
        tatweel: false,
        alef: false,
        wasla: false,
        hamza: Hamza::Keep,
        maqsura: Maqsura::Keep,
        teh_marbuta: false,
        persian: false,
        digits: None,
        digits_from: Scripts {
            ascii: true,
            arabic: true,
            persian: true,
        },
        punctuation: Punctuation::Keep,
        space: Space::Keep,
        invisible: false,
        lowercase: false,
    };

    /// For showing: the letters as written, composed, without what is not seen.
    pub const DISPLAY: Switches = Switches {
        form: Form::Nfc,
        presentation: Presentation::Letters,
        space: Space::Collapse,
        invisible: true,
        ..Switches::NONE
    };

    /// For counting words: one spelling whatever the keyboard and the marks, the letters of Arabic as written.
    pub const COUNT: Switches = Switches {
        presentation: Presentation::Letters,
        tashkeel: Tashkeel::Remove,
        quranic: true,
        superscript_alef: SuperscriptAlef::Remove,
        tatweel: true,
        wasla: true,
        persian: true,
        digits: Some(Script::Ascii),
        space: Space::Collapse,
        invisible: true,
        lowercase: true,
        ..Switches::NONE
    };

    /// For looking words up and joining spellings: [`match_key`](crate::text::fold::match_key) folds by these.
    pub const MATCH: Switches = Switches {
        alef: true,
        hamza: Hamza::Carrier,
        maqsura: Maqsura::Ya,
        teh_marbuta: true,
        space: Space::Plain,
        ..Switches::COUNT
    };

    /// The output of Lucene's `ArabicNormalizationFilter`.
    pub const LUCENE: Switches = Switches {
        tashkeel: Tashkeel::Remove,
        tatweel: true,
        alef: true,
        maqsura: Maqsura::Ya,
        teh_marbuta: true,
        ..Switches::NONE
    };

    /// The output of CAMeL Tools' `normalize_unicode`, `dediac_ar`, `normalize_alef_ar`, `normalize_alef_maksura_ar` and
    /// `normalize_teh_marbuta_ar`, one after the other.
    pub const CAMEL: Switches = Switches {
        form: Form::Nfkc,
        presentation: Presentation::Letters,
        tashkeel: Tashkeel::Remove,
        superscript_alef: SuperscriptAlef::Remove,
        alef: true,
        wasla: true,
        maqsura: Maqsura::Ya,
        teh_marbuta: true,
        ..Switches::NONE
    };

    /// The output of PyArabic's `normalize_searchtext`.
    pub const PYARABIC: Switches = Switches {
        presentation: Presentation::LamAlef,
        tashkeel: Tashkeel::Remove,
        superscript_alef: SuperscriptAlef::Alef,
        tatweel: true,
        alef: true,
        wasla: true,
        hamza: Hamza::Bare,
        maqsura: Maqsura::Alef,
        teh_marbuta: true,
        ..Switches::NONE
    };

    /// The profiles by name.
    pub const PROFILES: [(&'static str, Switches); 6] = [
        ("display", Switches::DISPLAY),
        ("match", Switches::MATCH),
        ("count", Switches::COUNT),
        ("lucene", Switches::LUCENE),
        ("camel", Switches::CAMEL),
        ("pyarabic", Switches::PYARABIC),
    ];
}
