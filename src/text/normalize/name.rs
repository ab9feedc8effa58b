//! The switches by name, for the command line, settings and test cases.

use super::{
    Form, Hamza, Maqsura, Presentation, Punctuation, Script, Scripts, Space, SuperscriptAlef, Switches,
    Tashkeel,
};
use crate::error::Error;

/// A value of a switch, as people name both, and how it is set.
type Setting = (&'static str, &'static str, fn(&mut Switches));

/// All values of all switches; the first of each switch is meant where none is given.
#[rustfmt::skip]
const SETTINGS: &[Setting] = &[
    ("form", "nfkc", |s| s.form = Form::Nfkc),
    ("form", "nfc", |s| s.form = Form::Nfc),
    ("form", "as-is", |s| s.form = Form::AsIs),
    ("presentation", "letters", |s| s.presentation = Presentation::Letters),
    ("presentation", "lam-alef", |s| s.presentation = Presentation::LamAlef),
    ("presentation", "keep", |s| s.presentation = Presentation::Keep),
    ("tashkeel", "remove", |s| s.tashkeel = Tashkeel::Remove),
    ("tashkeel", "vowels", |s| s.tashkeel = Tashkeel::Vowels),
    ("tashkeel", "shadda", |s| s.tashkeel = Tashkeel::Shadda),
    ("tashkeel", "last", |s| s.tashkeel = Tashkeel::Last),
    ("tashkeel", "evident", |s| s.tashkeel = Tashkeel::Evident),
    ("tashkeel", "keep", |s| s.tashkeel = Tashkeel::Keep),
    ("mend-marks", "on", |s| s.mend_marks = true),
    ("mend-marks", "off", |s| s.mend_marks = false),
    ("quranic", "on", |s| s.quranic = true),
    ("quranic", "off", |s| s.quranic = false),
    ("superscript-alef", "remove", |s| s.superscript_alef = SuperscriptAlef::Remove),
    ("superscript-alef", "alef", |s| s.superscript_alef = SuperscriptAlef::Alef),
    ("superscript-alef", "keep", |s| s.superscript_alef = SuperscriptAlef::Keep),
    ("tatweel", "on", |s| s.tatweel = true),
    ("tatweel", "off", |s| s.tatweel = false),
    ("alef", "on", |s| s.alef = true),
    ("alef", "off", |s| s.alef = false),
    ("wasla", "on", |s| s.wasla = true),
    ("wasla", "off", |s| s.wasla = false),
    ("hamza", "carrier", |s| s.hamza = Hamza::Carrier),
    ("hamza", "bare", |s| s.hamza = Hamza::Bare),
    ("hamza", "keep", |s| s.hamza = Hamza::Keep),
    ("maqsura", "ya", |s| s.maqsura = Maqsura::Ya),
    ("maqsura", "alef", |s| s.maqsura = Maqsura::Alef),
    ("maqsura", "keep", |s| s.maqsura = Maqsura::Keep),
    ("teh-marbuta", "on", |s| s.teh_marbuta = true),
    ("teh-marbuta", "off", |s| s.teh_marbuta = false),
    ("persian", "on", |s| s.persian = true),
    ("persian", "off", |s| s.persian = false),
    ("digits", "ascii", |s| s.digits = Some(Script::Ascii)),
    ("digits", "arabic", |s| s.digits = Some(Script::Arabic)),
    ("digits", "persian", |s| s.digits = Some(Script::Persian)),
    ("digits", "keep", |s| s.digits = None),
    ("digits-from", "all", |s| s.digits_from = Scripts { ascii: true, arabic: true, persian: true }),
    ("digits-from", "ascii", |s| s.digits_from = Scripts { ascii: true, arabic: false, persian: false }),
    ("digits-from", "arabic", |s| s.digits_from = Scripts { ascii: false, arabic: true, persian: false }),
    ("digits-from", "persian", |s| s.digits_from = Scripts { ascii: false, arabic: false, persian: true }),
    ("punctuation", "ascii", |s| s.punctuation = Punctuation::Ascii),
    ("punctuation", "remove", |s| s.punctuation = Punctuation::Remove),
    ("punctuation", "keep", |s| s.punctuation = Punctuation::Keep),
    ("space", "collapse", |s| s.space = Space::Collapse),
    ("space", "plain", |s| s.space = Space::Plain),
    ("space", "keep", |s| s.space = Space::Keep),
    ("invisible", "on", |s| s.invisible = true),
    ("invisible", "off", |s| s.invisible = false),
    ("lowercase", "on", |s| s.lowercase = true),
    ("lowercase", "off", |s| s.lowercase = false),
];

/// The names of the switches, as [`Switches::set`] takes them, and what each does.
pub const SWITCH_NAMES: [(&str, &str); 19] = [
    ("form", "Unicode normalization form"),
    (
        "presentation",
        "Arabic presentation forms to letters; or the isolated ligatures of lam and alef alone",
    ),
    (
        "tashkeel",
        "Remove tashkeel: all; all but shadda; shadda; a word's last vowel; what readers supply themselves",
    ),
    (
        "mend-marks",
        "One vowel a letter, after its shadda; none without a letter; fathatan before its alef",
    ),
    (
        "quranic",
        "Remove Quranic signs and the combining marks of Arabic beyond tashkeel",
    ),
    ("superscript-alef", "Remove superscript alef, or write it «ا»"),
    ("tatweel", "Remove tatweel"),
    ("alef", "«أ», «إ», «آ» to «ا»"),
    ("wasla", "«ٱ» to «ا»"),
    ("hamza", "«ؤ», «ئ» to «و», «ي», or to «ء»"),
    ("maqsura", "«ى» to «ي», or to «ا»"),
    ("teh-marbuta", "«ة» to «ه»"),
    (
        "persian",
        "Letters of Persian, Urdu, Kurdish and dialects to the usual Arabic ones",
    ),
    ("digits", "Digits to 0–9, to ٠–٩ or to ۰–۹"),
    ("digits-from", "Which digits that changes"),
    ("punctuation", "Punctuation to that of ASCII, or remove it"),
    (
        "space",
        "Each run of white space to one space, or each white space character to a space",
    ),
    (
        "invisible",
        "Remove bidi controls, zero-width and control characters",
    ),
    ("lowercase", "Latin capitals to small letters"),
];

impl Switches {
    /// The values that the switch `name` takes; the first is meant where none is given.
    ///
    /// ```
    /// use warraq::text::normalize::Switches;
    /// assert!(Switches::values("hamza").eq(["carrier", "bare", "keep"]));
    /// ```
    pub fn values(name: &str) -> impl Iterator<Item = &'static str> {
        SETTINGS
            .iter()
            .filter(move |(of, ..)| *of == name)
            .map(|(_, value, _)| *value)
    }

    /// Sets the switch `name` to `value`.
    ///
    /// ```
    /// use warraq::text::normalize::{Hamza, Switches};
    /// let mut switches = Switches::LUCENE;
    /// switches.set("hamza", "carrier")?;
    /// assert_eq!(switches.hamza, Hamza::Carrier);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownSwitch`].
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Error> {
        let setting = SETTINGS.iter().find(|(of, to, _)| (*of, *to) == (name, value));
        let (.., apply) = setting.ok_or_else(|| Error::UnknownSwitch(format!("{name}={value}")))?;
        apply(self);
        Ok(())
    }

    /// The switches of the profile `name`.
    ///
    /// ```
    /// use warraq::text::normalize::Switches;
    /// assert_eq!(Switches::profile("lucene"), Ok(Switches::LUCENE));
    /// assert_eq!(Switches::profile("none").unwrap_err().code(), "unknown-switch");
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownSwitch`].
    pub fn profile(name: &str) -> Result<Switches, Error> {
        let profile = Switches::PROFILES.iter().find(|(of, _)| *of == name);
        profile
            .map(|(_, switches)| *switches)
            .ok_or_else(|| Error::UnknownSwitch(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_sets_something() {
        let mut named: Vec<&str> = SETTINGS.iter().map(|(name, ..)| *name).collect();
        named.dedup();
        assert_eq!(named, SWITCH_NAMES.map(|(name, _)| name));
        for name in named {
            let set = |value| {
                let mut switches = Switches::NONE;
                switches.set(name, value).map(|()| switches)
            };
            let mut all: Vec<Switches> = Switches::values(name).map(|value| set(value).unwrap()).collect();
            assert!(all.len() > 1);
            while let Some(switches) = all.pop() {
                assert!(!all.contains(&switches), "{name}");
            }
            assert_eq!(
                set("nonsense"),
                Err(Error::UnknownSwitch(format!("{name}=nonsense")))
            );
        }
    }
}
