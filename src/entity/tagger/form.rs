//! What is known of a word by itself: its letters' ends, its particle, its class, its leaning and the lists of names that hold it.

use super::knowledge::{Knowledge, Lists};
use super::leaning::{Leaning, UNKNOWN};
use crate::text::hash::hash;

/// How many letters the affixes that features look at may have.
pub const AFFIX: usize = 4;

/// A word form, analysed once for all places where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The whole word.
    pub key: u64,
    /// The word without its particle; the whole word where none is split off.
    pub stem: u64,
    /// Which particle is split off (1 and up), or 0.
    pub particle: u8,
    /// First letters, one to four; 0 where the word is shorter or is no Arabic word.
    pub prefixes: [u64; AFFIX],
    /// Last letters likewise.
    pub suffixes: [u64; AFFIX],
    /// Kind of characters, and length.
    pub shape: u8,
    /// Class of the whole word, 0 where it is not known.
    pub class: u16,
    /// Class of the stem where a particle is split off, else 0.
    pub stem_class: u16,
    /// Which kind of name the stem leans to, or the word where the stem is not known.
    pub leaning: Leaning,
    /// The lexicon's lists that hold the whole word.
    pub lists: Lists,
    /// Lists that hold the stem.
    pub stem_lists: Lists,
    /// Lists that hold the stem without «ال», where it has one: adjectives and class words are listed so.
    pub bare_lists: Lists,
    /// The word's class, or its stem's, or how it looks: with fine, coarser and coarsest classes.
    pub looks: [u16; 3],
    /// Whether a listed name of several words may begin with the word, and with its stem.
    pub opens: [bool; 2],
}

/// The cuts of the classes in a form's looks, after the classes themselves.
const LOOKS: [usize; 2] = [1, 3];

/// What may be attached to a word's front, and the letters that stand in its place once it is split off. Longer ones first.
const PARTICLES: [(&str, &str); 16] = [
    ("وال", "ال"),
    ("فال", "ال"),
    ("بال", "ال"),
    ("كال", "ال"),
    ("ولل", "ال"),
    ("فلل", "ال"),
    ("وبال", "ال"),
    ("لل", "ال"),
    ("وب", ""),
    ("ول", ""),
    ("وك", ""),
    ("و", ""),
    ("ف", ""),
    ("ب", ""),
    ("ل", ""),
    ("ك", ""),
];

impl Form {
    /// What stands before a sentence's first word and after its last.
    #[must_use]
    pub fn edge() -> Form {
        let shape = Shape::EDGE;
        Form {
            key: 1,
            stem: 1,
            shape,
            looks: [shape_look(shape); 3],
            ..Form::default()
        }
    }

    /// Analyses a word whose spelling is folded already.
    #[must_use]
    pub fn new(key: &str, knowledge: &Knowledge) -> Form {
        let key = inner(key);
        let shape = Shape::of(key);
        let mut form = Form {
            shape,
            ..Form::default()
        };
        if shape < Shape::ARABIC {
            let digits = key.bytes().any(|byte| byte.is_ascii_digit());
            form.key = if digits {
                hash(&key.replace(|c: char| c.is_ascii_digit(), "0"))
            } else {
                hash(key)
            };
        } else {
            form.key = hash(key);
            for (affix, (at, c)) in form.prefixes.iter_mut().zip(key.char_indices()) {
                *affix = hash(key.get(..at + c.len_utf8()).unwrap_or_default());
            }
            for (affix, (at, _)) in form.suffixes.iter_mut().zip(key.char_indices().rev()) {
                *affix = hash(key.get(at..).unwrap_or_default());
            }
        }
        form.stem = form.key;
        form.class = knowledge.class(form.key);
        form.lists = knowledge.lists(form.key);
        if shape >= Shape::ARABIC {
            form.split(key, knowledge);
            let stem = key.trim_start_matches(['و', 'ف', 'ب', 'ك']);
            let bare = stem.strip_prefix("ال").or_else(|| stem.strip_prefix("لل"));
            form.bare_lists = bare.map_or(0, |bare| knowledge.lists(hash(bare)));
        }
        form.leaning = match knowledge.leaning(form.stem) {
            UNKNOWN => knowledge.leaning(form.key),
            known => known,
        };
        let [coarser, coarsest] = LOOKS.map(|cut| form.look(|class| knowledge.cut(class, cut)));
        form.looks = [form.look(|class| class), coarser, coarsest];
        let split = form.stem != form.key;
        form.opens = [knowledge.opens(form.key), split && knowledge.opens(form.stem)];
        form
    }

    fn look(&self, cut: impl Fn(u16) -> u16) -> u16 {
        match (self.class, self.stem_class) {
            (0, 0) => shape_look(self.shape),
            (0, stem) => 5_000 + cut(stem),
            (class, _) => cut(class),
        }
    }

    /// Splits a particle off where what remains is a known word, or at least a listed name.
    fn split(&mut self, key: &str, knowledge: &Knowledge) {
        for (particle, (attached, instead)) in (1..).zip(PARTICLES) {
            let Some(rest) = key
                .strip_prefix(attached)
                .filter(|rest| rest.chars().nth(1).is_some())
            else {
                continue;
            };
            let stem = if instead.is_empty() {
                hash(rest)
            } else {
                hash(&format!("{instead}{rest}"))
            };
            let (class, lists) = (knowledge.class(stem), knowledge.lists(stem));
            if class != 0 || (lists != 0 && self.particle == 0) {
                (self.stem, self.stem_class, self.stem_lists, self.particle) = (stem, class, lists, particle);
            }
            if class != 0 {
                break;
            }
        }
    }
}

/// How a word looks of which no class is known.
fn shape_look(shape: u8) -> u16 {
    10_000 + u16::from(shape)
}

/// The word without marks stuck to it: «(د» is read as «د». A token of marks alone stays whole.
fn inner(key: &str) -> &str {
    let inner = key.trim_matches(|c: char| !c.is_alphanumeric());
    if inner.is_empty() { key } else { inner }
}

/// Numbers for the kinds of tokens.
struct Shape;

impl Shape {
    const EDGE: u8 = 1;
    /// Arabic words, this and the number of letters up to nine.
    const ARABIC: u8 = 20;

    fn of(key: &str) -> u8 {
        let digits = key.bytes().all(|byte| byte.is_ascii_digit());
        match key.chars().next() {
            None => 0,
            Some('0'..='9') if digits && key.len() == 4 => 2,
            Some('0'..='9') if digits => 3,
            Some('0'..='9') => 4,
            Some('a'..='z') => 5,
            Some('"' | '«' | '»' | '“' | '”') => 6,
            Some('(' | '[') => 7,
            Some(')' | ']') => 8,
            Some('.') => 9,
            Some(',' | '،' | '؛') => 10,
            Some(':') => 11,
            Some('-' | '–' | '—' | '/') => 12,
            Some('\u{0621}'..='\u{064A}') => Self::ARABIC + key.chars().count().min(9) as u8,
            Some(_) => 13,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::knowledge::CUTS;

    fn knowledge() -> Knowledge {
        let words = [
            (hash("القاهره"), 3),
            (hash("وزير"), 2),
            (hash("والي"), 1),
            (hash("الي"), 1),
        ];
        let names = [("ايطاليا", 1), ("القاهره", 1)];
        Knowledge::new(&words, vec![[1; CUTS]; 3]).with_names(names.into_iter())
    }

    #[test]
    fn particles_are_split_off_before_known_words_and_listed_names() {
        let knowledge = knowledge();
        let cases = [
            ("القاهره", "القاهره"),
            ("بالقاهره", "القاهره"),
            ("وبالقاهره", "القاهره"),
            ("للقاهره", "القاهره"),
            ("ووزير", "وزير"),
            ("لايطاليا", "ايطاليا"),
            ("ولد", "ولد"),
            ("بكين", "بكين"),
        ];
        for (word, stem) in cases {
            assert_eq!(Form::new(word, &knowledge).stem, hash(stem), "{word} → {stem}");
        }
    }

    #[test]
    fn a_known_word_keeps_its_class_besides_its_stems() {
        let form = Form::new("بالقاهره", &knowledge());
        assert_eq!((form.class, form.stem_class), (0, 3));
        let form = Form::new("القاهره", &knowledge());
        assert_eq!((form.class, form.stem_class, form.lists), (3, 0, 1));
    }

    #[test]
    fn affixes_are_first_and_last_letters() {
        let form = Form::new("وزير", &knowledge());
        assert_eq!(form.prefixes, ["و", "وز", "وزي", "وزير"].map(hash));
        assert_eq!(form.suffixes, ["ر", "ير", "زير", "وزير"].map(hash));
        let short = Form::new("في", &knowledge());
        assert_eq!(short.prefixes, [hash("ف"), hash("في"), 0, 0]);
    }

    #[test]
    fn numbers_look_alike_and_marks_come_off() {
        let knowledge = knowledge();
        assert_eq!(
            Form::new("1999", &knowledge).key,
            Form::new("2024", &knowledge).key
        );
        assert_eq!(
            Form::new("(وزير", &knowledge).key,
            Form::new("وزير", &knowledge).key
        );
        assert_ne!(Form::new("(", &knowledge).key, Form::new(")", &knowledge).key);
    }
}
