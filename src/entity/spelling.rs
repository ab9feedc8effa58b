//! Spellings of one foreign name: «سيرجي» and «سيرغي», «شي جين بينغ» and «شي جينبينغ», «الكرملين» and the slip «الكرملن».
//!
//! Arabic writers spell a foreign name by ear. What varies is known: g is ج, غ, ق or ك (Egypt, the Levant, Iraq and Yemen, the Maghreb), v is ف
//! or و, long vowels come and go, a final a is ا or ه, emphatic letters stand for plain ones, and parts are joined or not. [`skeleton`]
//! is what stays, [`distance`] how much of the rest differs.

use crate::lexicon::{self, Kind};

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
#[must_use]
pub fn letters(key: &str) -> Vec<char> {
    let parts = key.split([' ', '-', '\u{2010}', '\u{2013}']);
    parts
        .flat_map(|part| {
            part.strip_prefix("ال")
                .filter(|rest| rest.chars().count() > 2)
                .unwrap_or(part)
                .chars()
        })
        .collect()
}

/// The consonants of a folded name, one letter a class, doubled letters once: equal for most spellings of one name.
///
/// ```
/// use warraq::entity::spelling::skeleton;
/// assert_eq!(skeleton("شي جين بينغ"), skeleton("شي جينبينج"));
/// assert_ne!(skeleton("لافروف"), skeleton("بوتين"));
/// ```
#[must_use]
pub fn skeleton(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut last = None;
    for (at, c) in letters(key).into_iter().enumerate() {
        // An initial و is as often a v as a w: «ويكتور», «فيكتور».
        let c = if at == 0 && c == 'و' { 'ف' } else { class(c) };
        if is_vowel(c) || last == Some(c) {
            last = Some(c);
            continue;
        }
        out.push(c);
        last = Some(c);
    }
    out
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
    let (a, b) = (letters(a), letters(b));
    let mut row: Vec<f32> = vec![0.0];
    for (j, c) in b.iter().enumerate() {
        row.push(
            row.last().copied().unwrap_or(0.0)
                + drop_cost(*c, j.checked_sub(1).and_then(|p| b.get(p)).copied()),
        );
    }
    for (i, x) in a.iter().enumerate() {
        let drop = drop_cost(*x, i.checked_sub(1).and_then(|p| a.get(p)).copied());
        let mut next = vec![row.first().copied().unwrap_or(0.0) + drop];
        for (j, (y, pair)) in b.iter().zip(row.windows(2)).enumerate() {
            let &[diagonal, above] = pair else { break };
            let left = next.last().copied().unwrap_or(0.0)
                + drop_cost(*y, j.checked_sub(1).and_then(|p| b.get(p)).copied());
            next.push((diagonal + swap_cost(*x, *y)).min(above + drop).min(left));
        }
        row = next;
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

/// Whether two folded names are two spellings of one, and how sure that is.
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
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let parted = left.len() == right.len() && left.len() > 1;
    if left.len() == right.len()
        && left
            .iter()
            .zip(&right)
            .any(|(x, y)| x != y && are_two_names(x, y))
    {
        return Likeness::None;
    }
    let size = letters(a).len().max(letters(b).len()) as f32;
    let whole = distance(a, b);
    let worst = left
        .iter()
        .zip(&right)
        .map(|(x, y)| distance(x, y) / letters(x).len().max(1) as f32)
        .fold(0.0, f32::max);
    let same_part = parted
        && left
            .iter()
            .zip(&right)
            .any(|(x, y)| x == y && x.chars().count() > 3);
    let rate = whole / size;
    let skeletons = skeleton(a) == skeleton(b);
    match () {
        () if !skeletons && (whole > 1.0 || size < 8.0) => Likeness::None,
        () if parted && worst > 0.34 => Likeness::None,
        () if !skeletons => Likeness::Perhaps,
        () if size >= 7.0 && rate <= 0.1 || same_part && rate <= 0.15 => Likeness::Same,
        () if size >= 5.0 && rate <= 0.08 => Likeness::Same,
        () if size >= 4.0 && rate <= 0.2 => Likeness::Perhaps,
        () => Likeness::None,
    }
}

/// Whether the lexicon knows the parts as two given names, not as two spellings of one: «حسن» and «حسين», however little differs.
fn are_two_names(a: &str, b: &str) -> bool {
    let given = |part: &str| {
        lexicon::lookup(part)
            .into_iter()
            .filter(|e| e.kind == Kind::Person && e.class == "given")
            .map(|e| e.name)
    };
    let (first, second): (Vec<&str>, Vec<&str>) = (given(a).collect(), given(b).collect());
    !first.is_empty() && !second.is_empty() && !first.iter().any(|name| second.contains(name))
}
