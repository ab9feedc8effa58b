//! Counting in UTF-16, in which JavaScript holds its strings.
//!
//! Most words of the news stand between spaces and have plain Arabic letters alone, perhaps with marks on them and punctuation beside
//! them. Such a word, folded, is a number: five bits a letter. No token goes beyond it, so that what lies between
//! such words can be cut into tokens by itself.

use std::sync::LazyLock;

use hashbrown::HashTable;

use super::{MULTIPLIER, WordCounts, widened};
use crate::text::fold::match_key_into;

/// How often words stand in texts in UTF-16 that come one after the other, each of whole lines.
///
/// ```
/// let mut words = warraq::text::Utf16WordCounts::default();
/// let units: Vec<u16> = "إلى القاهرة، الى\u{00A0}القاهرة".encode_utf16().collect();
/// words.add(&units);
/// let (words, counts) = words.folded();
/// let mut folded: Vec<(&str, u32)> = words.lines().zip(counts).collect();
/// folded.sort();
/// assert_eq!(folded, [("القاهره", 2), ("الي", 2)]);
/// ```
#[derive(Default)]
pub struct Utf16WordCounts {
    plain: HashTable<(Packed, u32)>,
    others: WordCounts,
    /// The plain words of one text: looked up after all are read, so that the processor waits for several at once.
    packed: Vec<Packed>,
    /// What lies between them, a line each.
    between: String,
}

/// A folded word as a number: see [`pack`]. Numbers of fewer letters are smaller.
type Packed = u64;

/// The letters that folded words have.
const LETTERS: [char; 29] = [
    'ء', 'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف',
    'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];
/// Bits of a letter in a packed word, and how many letters it may have.
const BITS: u32 = 5;
const MOST: u32 = u64::BITS / BITS;

/// What a unit is to a plain word: from 1 to [`LAST`], the number of the letter that it becomes.
type Class = u8;
const LAST: Class = LETTERS.len() as Class;
/// A mark on a letter, or tatweel.
const SIGN: Class = 0;
/// Punctuation that may stand before a word or after it, and belongs to no other token than itself.
const MARK: Class = LAST + 1;
/// White space.
const SPACE: Class = LAST + 2;
/// All else.
const OTHER: Class = LAST + 3;

const MARKS: &str = ".,:;!?()[]\"-/«»،؛؟";

/// One past the last unit that may belong to a plain word.
const NARROW: usize = 0x700;

/// What tells plain words from others.
struct Plain {
    /// Of every unit, so that none need be compared before it is looked up.
    classes: Vec<Class>,
    /// «دبليو», which may be an abbreviation.
    abbreviation: Packed,
}

static PLAIN: LazyLock<Plain> = LazyLock::new(|| {
    let mut classes = vec![OTHER; 1 << u16::BITS];
    for (c, class) in ('\0'..).zip(classes.iter_mut().take(NARROW)) {
        *class = match c {
            '\0'..=' ' | '\u{7F}'..='\u{A0}' => SPACE,
            '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' => SIGN,
            _ if MARKS.contains(c) => MARK,
            _ => letter(c),
        };
    }
    let abbreviation = "دبليو".chars().map(letter).fold(0, pack);
    Plain {
        classes,
        abbreviation,
    }
});

/// The number of the letter that `c` becomes by folding.
fn letter(c: char) -> Class {
    let mut key = String::new();
    match_key_into(c.encode_utf8(&mut [0; 4]), &mut key);
    let mut known = (1..).zip(LETTERS);
    known
        .find(|(_, letter)| key.chars().eq([*letter]))
        .map_or(OTHER, |(number, _)| number)
}

/// The word with one letter more.
#[inline]
fn pack(word: Packed, letter: Class) -> Packed {
    word << BITS | Packed::from(letter)
}

/// A folded word as a number, if it has plain letters alone and no more than [`MOST`].
fn packed(word: &str) -> Option<Packed> {
    let plain = &*PLAIN;
    let packed = word.chars().try_fold(0, |packed, c| {
        let class = plain.classes.get(c as usize)?;
        (1..=LAST).contains(class).then(|| pack(packed, *class))
    });
    packed.filter(|_| word.chars().count() <= MOST as usize)
}

/// Appends the letters of a packed word.
fn unpack(word: Packed, key: &mut String) {
    let numbers = (0..MOST)
        .rev()
        .map(|place| word >> (place * BITS) & ((1 << BITS) - 1));
    let letters = numbers.filter_map(|number| LETTERS.get((number as usize).checked_sub(1)?));
    key.extend(letters);
}

fn hash_of((word, _): &(Packed, u32)) -> u64 {
    let hash = word.wrapping_mul(MULTIPLIER);
    widened((hash ^ hash >> 32) as u32)
}

impl Plain {
    /// The plain word that stands alone from `at` to the next white space, if there is one; and where that is.
    ///
    /// A word of one letter may be an initial: that is another.
    #[inline]
    fn word(&self, units: &[u16], mut at: usize) -> (Option<Packed>, usize) {
        let mut class = self.class(units, at);
        let mut next = || {
            at += 1;
            self.class(units, at)
        };
        while class == MARK {
            class = next();
        }
        let (mut word, mut letters) = (0, 0);
        while class <= LAST {
            if class != SIGN {
                word = pack(word, class);
                letters += 1;
            }
            class = next();
        }
        while class == MARK {
            class = next();
        }
        let plain = class == SPACE && (2..=MOST).contains(&letters) && word != self.abbreviation;
        while class != SPACE {
            class = next();
        }
        (plain.then_some(word), at)
    }

    /// The class of the unit at `at`; after the last there is white space.
    #[inline]
    fn class(&self, units: &[u16], at: usize) -> Class {
        let class = |unit: &u16| self.classes.get(usize::from(*unit)).copied().unwrap_or(OTHER);
        units.get(at).map_or(SPACE, class)
    }
}

impl Utf16WordCounts {
    /// Counts the words of `units` too.
    pub fn add(&mut self, units: &[u16]) {
        let plain = &*PLAIN;
        let (mut at, mut read) = (0, 0);
        while at < units.len() {
            let (word, end) = plain.word(units, at);
            if let Some(word) = word {
                self.packed.push(word);
                self.read_between(units.get(read..at));
                read = end + 1;
            }
            at = end + 1;
        }
        self.read_between(units.get(read..));
        self.count();
    }

    /// Takes what lies between two plain words.
    #[inline]
    fn read_between(&mut self, units: Option<&[u16]>) {
        let Some(units) = units.filter(|units| !units.is_empty()) else {
            return;
        };
        let chars = char::decode_utf16(units.iter().copied());
        self.between
            .extend(chars.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        self.between.push('\n');
    }

    /// Counts what was taken.
    fn count(&mut self) {
        let mut words = std::mem::take(&mut self.packed);
        for word in words.drain(..) {
            *self.place(word) += 1;
        }
        self.packed = words;
        self.others.add(&self.between);
        self.between.clear();
    }

    /// The words folded ([`match_key`](crate::text::fold::match_key)), each followed by a line feed; and how often each was met.
    #[must_use]
    pub fn folded(mut self) -> (String, Vec<u32>) {
        let (mut words, mut counts) = (String::new(), Vec::new());
        for (word, count) in self.others.folded().iter() {
            match packed(word).map(|packed| self.place(packed)) {
                Some(place) => *place += count,
                None => {
                    words.extend([word, "\n"]);
                    counts.push(count);
                }
            }
        }
        for (word, count) in self.plain {
            unpack(word, &mut words);
            words.push('\n');
            counts.push(count);
        }
        (words, counts)
    }

    /// The count of a plain word.
    #[inline]
    fn place(&mut self, word: Packed) -> &mut u32 {
        let new = (word, 0);
        let entry = self
            .plain
            .entry(hash_of(&new), |(known, _)| *known == word, hash_of);
        &mut entry.or_insert(new).into_mut().1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::count_words;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn counted(text: &str) -> BTreeMap<String, u32> {
        let mut words = Utf16WordCounts::default();
        for line in text.split_inclusive('\n') {
            words.add(&line.encode_utf16().collect::<Vec<u16>>());
        }
        let (words, counts) = words.folded();
        assert_eq!(words.lines().count(), counts.len());
        words.lines().map(str::to_string).zip(counts).collect()
    }

    #[test]
    fn most_words_are_plain() {
        let mut words = Utf16WordCounts::default();
        let text = "وقال الخُبراء: «وصلت السفينة إلى المينـاء»، و20 قارباً (أمس). د. سالم";
        words.add(&text.encode_utf16().collect::<Vec<u16>>());
        assert_eq!(words.plain.len(), 9, "all but «و20» and «د.»");
        assert_eq!(counted(text), count_words(text).into_iter().collect());
    }

    #[test]
    fn letters_come_back() {
        for word in ["ء", "يي", "ابتثجحخدذرزس", "شصضطظعغفقكلم", "نهوي"] {
            let mut letters = String::new();
            unpack(packed(word).unwrap(), &mut letters);
            assert_eq!(letters, word);
        }
        assert_eq!(["ابتثجحخدذرزسش", "اb", "اـ"].map(packed), [None; 3]);
    }

    proptest! {
        /// As the tokenizer has them, whatever stands around them.
        #[test]
        fn the_words_are_those_of_the_tokens(text in prop::collection::vec(
            "[ابد وم.]{0,8}|[أإآىئؤةکیگء\u{64B}\u{651}\u{670}\u{640}\u{615}\u{200C}]{1,14}|[ .،:؛«»()\\[\\]\"'#@*%٪/_0-9٥a-z…-]{1,3}|دبليو\\.|\n| |\\PC", 0..40)) {
            let text = text.concat();
            prop_assert_eq!(counted(&text), count_words(&text).into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
