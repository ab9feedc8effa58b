//! Spellings of one foreign name: «سيرجي» and «سيرغي», «شي جين بينغ» and «شي جينبينغ», «الكرملين» and the slip «الكرملن».
//!
//! Arabic writers spell a foreign name by ear. What varies is known: g is ج, غ, ق or ك (Egypt, the Levant, Iraq and Yemen, the Maghreb), v is ف
//! or و, long vowels come and go, a final a is ا or ه, emphatic letters stand for plain ones, and parts are joined or not. [`skeleton`]
//! is what stays, [`distance`] how much of the rest differs.

use std::iter;

use crate::lexicon::{self, Kind, background};

/// Letters that a spelling may have or not: long vowels, hamza, and the ه that ends many names.
fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ه' | 'ع')
}

/// The letter that stands for a class of letters that writers choose from for one foreign sound.
fn class(c: char) -> char {
    match c {
        'ج' | 'غ' | 'ق' | 'گ' | 'ك' | 'چ' => 'ك',
        'ط' => 'ت',
        'ص' | 'ث' => 'س',
        'ذ' | 'ظ' | 'ژ' => 'ز',
        'ض' => 'د',
        'ڤ' => 'ف',
        'پ' => 'ب',
        _ => c,
    }
}

/// The letters of a folded name without spaces, hyphens and the articles of its parts.
fn letters(key: &str) -> impl Iterator<Item = char> {
    let parts = key.split([' ', '-', '\u{2010}', '\u{2013}']);
    parts.flat_map(|part| {
        let bare = part
            .strip_prefix("ال")
            .filter(|rest| rest.chars().nth(2).is_some());
        bare.unwrap_or(part).chars()
    })
}

/// The consonants of a folded name, one letter a class, doubled letters once: equal for most spellings of one name.
///
/// ```
/// use warraq::entity::spelling::skeleton;
/// assert!(skeleton("شي جين بينغ").eq(skeleton("شي جينبينج")));
/// assert!(skeleton("لافروف").ne(skeleton("بوتين")));
/// ```
pub fn skeleton(key: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    letters(key).enumerate().filter_map(move |(at, c)| {
        // An initial و is as often a v as a w: «ويكتور», «فيكتور».
        let c = if at == 0 && c == 'و' { 'ف' } else { class(c) };
        let doubled = last.replace(c) == Some(c);
        (!is_vowel(c) && !doubled).then_some(c)
    })
}

/// How much two folded names differ, 0 for not at all: an edit distance (Wagner and Fischer 1974) in which the variations that
/// spelling by ear brings cost little and any other letter 1.
///
/// ```
/// use warraq::entity::spelling::distance;
/// assert!(distance("سيرجي لافروف", "سيرغي لافروف") < 0.5);
/// assert!(distance("سيرجي لافروف", "سيرجي شويغو") > 2.0);
/// ```
#[must_use]
pub fn distance(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (letters(a).collect(), letters(b).collect());
    let drops = |letters: &[char]| -> Vec<f32> {
        let before = iter::once(None).chain(letters.iter().copied().map(Some));
        let pairs = letters.iter().zip(before);
        pairs.map(|(c, before)| drop_cost(*c, before)).collect()
    };
    let (drops_a, drops_b) = (drops(&a), drops(&b));
    let sums = drops_b.iter().scan(0.0, |sum: &mut f32, drop| {
        *sum += drop;
        Some(*sum)
    });
    let mut row: Vec<f32> = iter::once(0.0).chain(sums).collect();
    for (x, drop) in a.iter().zip(drops_a) {
        let mut diagonal = 0.0;
        let mut left = f32::INFINITY;
        let costs = b.iter().zip(&drops_b).map(Some);
        for (cell, letter) in row.iter_mut().zip(iter::once(None).chain(costs)) {
            let above = *cell;
            *cell = match letter {
                None => above + drop,
                Some((y, drop_b)) => (diagonal + swap_cost(*x, *y))
                    .min(above + drop)
                    .min(left + drop_b),
            };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or(0.0)
}

fn drop_cost(c: char, before: Option<char>) -> f32 {
    match before {
        Some(b) if class(b) == class(c) => 0.1,
        None if is_vowel(c) => 0.5,
        _ if is_vowel(c) => 0.25,
        _ => 1.0,
    }
}

fn swap_cost(a: char, b: char) -> f32 {
    match (a, b) {
        _ if a == b => 0.0,
        _ if class(a) == class(b) => 0.2,
        ('و', 'ف' | 'ڤ') | ('ف' | 'ڤ', 'و') => 0.3,
        _ if is_vowel(a) && is_vowel(b) => 0.25,
        _ => 1.0,
    }
}

/// Whether two folded names are two spellings of one, and how sure that is: returned by [`compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Different names.
    None,
    /// Perhaps one name: for a person to decide.
    Perhaps,
    /// One name.
    Same,
}

/// Compares two folded names, part by part where they have as many.
///
/// ```
/// use warraq::entity::spelling::{Likeness, compare};
/// assert_eq!(compare("تشين جانج", "تشين قانغ"), Likeness::Same);
/// assert_eq!(compare("محمد سالم", "محمود سالم"), Likeness::None, "two Arabic names");
/// ```
#[must_use]
pub fn compare(a: &str, b: &str) -> Likeness {
    let size = letters(a).count().max(letters(b).count()) as f32;
    let alike = skeleton(a).eq(skeleton(b));
    // Most pairs end here: what follows costs a hundred times as much.
    if !alike && size < 8.0 {
        return Likeness::None;
    }
    match degree(a, b, alike, size) {
        Likeness::None => Likeness::None,
        _ if parts(a, b).any(|(x, y)| x != y && are_two_names(x, y)) => Likeness::None,
        likeness => likeness,
    }
}

/// As [`compare`], by the letters alone: of two names of at most `size` letters, whose skeletons are `alike` or not.
fn degree(a: &str, b: &str, alike: bool, size: f32) -> Likeness {
    let whole = distance(a, b);
    let worst = || {
        let rates = parts(a, b).map(|(x, y)| distance(x, y) / letters(x).count().max(1) as f32);
        rates.fold(0.0, f32::max)
    };
    let same_part = || parts(a, b).any(|(x, y)| x == y && x.chars().nth(3).is_some());
    let parted = parts(a, b).nth(1).is_some();
    let rate = whole / size;
    match () {
        () if !alike && whole > 1.0 => Likeness::None,
        () if parted && (worst() > 0.34 || shortest_differ(a, b)) => Likeness::None,
        () if !alike => Likeness::Perhaps,
        () if size >= 7.0 && rate <= 0.1 => Likeness::Same,
        () if parted && rate <= 0.15 && same_part() => Likeness::Same,
        () if size >= 5.0 && rate <= 0.08 => Likeness::Same,
        () if size >= 4.0 && rate <= 0.2 => Likeness::Perhaps,
        () => Likeness::None,
    }
}

/// Whether parts of at most two letters differ by a sound: «كو», «كي», where a vowel is half of the name.
fn shortest_differ(a: &str, b: &str) -> bool {
    let sounds = |part| letters(part).map(class);
    parts(a, b).any(|(x, y)| letters(x).count().max(letters(y).count()) <= 2 && sounds(x).ne(sounds(y)))
}

/// The parts of two names side by side, where they have as many.
fn parts<'n>(a: &'n str, b: &'n str) -> impl Iterator<Item = (&'n str, &'n str)> {
    let equal = a.split(' ').count() == b.split(' ').count();
    a.split(' ').zip(b.split(' ')).filter(move |_| equal)
}

/// Whether two parts that differ are surely two names, however little they differ.
fn are_two_names(a: &str, b: &str) -> bool {
    // «عبد الله» and «عبد الإله»: the word is written in one way.
    a == "الله" || b == "الله" || are_two_given(a, b) || is_word(a) && is_word(b)
}

/// Whether the lexicon knows the parts as two given names, not as two spellings of one: «حسن», «حسين».
fn are_two_given(a: &str, b: &str) -> bool {
    let given = |part: &str| {
        lexicon::lookup(part)
            .iter()
            .filter(|e| e.kind == Kind::Person && e.class == "given")
            .map(|e| e.name)
    };
    let (first, second): (Vec<&str>, Vec<&str>) = (given(a).collect(), given(b).collect());
    !first.is_empty() && !second.is_empty() && !first.iter().any(|name| second.contains(name))
}

/// Whether a part is an Arabic noun or adjective, which nobody spells by ear: «الوسط», «الوسيط».
fn is_word(part: &str) -> bool {
    let bare = part.strip_prefix("ال").unwrap_or(part);
    background::takes_article(bare) == Some(true)
}
