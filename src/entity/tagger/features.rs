//! What the tagger sees of a word by itself at a place around a token, whatever the sentence: `memory` keeps what that weighs. `sentence`
//! makes the features that more than one word makes, `template` turns what is seen into numbers.

use super::form::Form;
use super::knowledge::Knowledge;
use super::leaning::coarse;
use super::template::Templates;

/// A place around a token, with the first template of the word there, of its affixes, of the listed names it stands in, and of its
/// leaning.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    word: u64,
    affixes: u64,
    pub(super) listed: u64,
    leaning: u64,
    pub(super) sees: Sees,
}

/// How much of a word is seen at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sees {
    /// Which word it is, and its class.
    Word,
    /// Its particle, look and lists too, and a few affixes.
    Beside,
    /// All of it.
    Token,
}

impl Place {
    const fn new(sees: Sees, word: u64, affixes: u64, listed: u64, leaning: u64) -> Place {
        Place {
            word,
            affixes,
            listed,
            leaning,
            sees,
        }
    }
}

/// How many places there are.
pub const PLACES: usize = 5;

/// From two words before the token to two after it.
pub const AROUND: [Place; PLACES] = [
    Place::new(Sees::Word, 2, 0, 0, 0),
    Place::new(Sees::Beside, 4, 65, 17, 98),
    Place::new(Sees::Token, 21, 57, 34, 100),
    Place::new(Sees::Beside, 38, 68, 51, 102),
    Place::new(Sees::Word, 55, 0, 0, 0),
];

/// The features of a word that stands at a place around a token, by itself.
pub fn of_word(form: &Form, place: &Place, knowledge: &Knowledge, mut emit: impl FnMut(u64)) {
    let mut out = Templates::from(place.word, &mut emit);
    out.add(form.key);
    out.add_known(form.class.into());
    if place.sees == Sees::Word {
        return;
    }
    for cut in [0, 2, 4] {
        out.add_known(knowledge.cut(form.class, cut).into());
    }
    out.add_known(form.stem_class.into());
    out.add_known(u64::from(knowledge.cut(form.stem_class, 2)) << 8 | u64::from(form.particle));
    out.add(form.shape.into());
    out.add_if(form.stem != form.key, form.stem);
    out.add(if form.class == 0 {
        1 + u64::from(form.particle)
    } else {
        0
    });
    for lists in [form.lists, form.stem_lists, form.bare_lists] {
        out.add_bits(lists);
    }
    let mut out = Templates::from(place.listed + 2, &mut emit);
    out.add_known(form.lists.into());
    let mut out = Templates::from(place.leaning, &mut emit);
    out.add_known(form.leaning.into());
    out.add_known(coarse(form.leaning).into());
    let mut out = Templates::from(place.affixes, &mut emit);
    if place.sees == Sees::Token {
        for affix in form.prefixes.iter().chain(&form.suffixes) {
            out.add_known(*affix);
        }
        Templates::from(1, &mut emit).add(0); // What every token has.
    } else {
        let [_, prefix, ..] = form.prefixes;
        let [_, shorter, longer, _] = form.suffixes;
        for affix in [prefix, shorter, longer] {
            out.add_known(affix);
        }
    }
}
