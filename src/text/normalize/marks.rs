//! Rules about vowel marks that look at the letters around them. They work on a word at a time, after the rules for single characters.

use super::switches::{Form, Switches, Tashkeel};
use super::unicode::{Unit, combining_class, order};
use super::word::absorb;

const FATHATAN: char = '\u{064B}';
const FATHA: char = '\u{064E}';
const DAMMA: char = '\u{064F}';
const KASRA: char = '\u{0650}';
const SHADDA: char = '\u{0651}';
const SUKUN: char = '\u{0652}';

/// Applies the rules that are switched on to `units`, which hold whole words.
pub(super) fn apply(units: Vec<Unit>, s: &Switches) -> Vec<Unit> {
    let as_is = s.form == Form::AsIs;
    let units = match s.mend_marks {
        true => mend(&units, as_is),
        false => units,
    };
    let mut units = match s.tashkeel {
        Tashkeel::Last => thin(&units, is_last_vowel),
        Tashkeel::Evident => thin(&units, is_evident),
        _ => units,
    };
    if !as_is {
        order(&mut units);
    }
    units
}

/// Whether a rule of this module is switched on.
pub(super) fn are_asked(s: &Switches) -> bool {
    s.mend_marks || matches!(s.tashkeel, Tashkeel::Last | Tashkeel::Evident)
}

/// Marks of tashkeel but shadda: a letter has one at most.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0650}' | SUKUN)
}

/// A letter (or other character) with its marks.
#[derive(Clone, Copy)]
struct Cluster<'u> {
    base: Option<Unit>,
    marks: &'u [Unit],
}

impl Cluster<'_> {
    /// The letter, if it is one.
    fn letter(&self) -> Option<char> {
        self.base.map(|unit| unit.c).filter(|c| c.is_alphabetic())
    }

    fn has(&self, mark: char) -> bool {
        self.marks.iter().any(|unit| unit.c == mark)
    }
}

fn clusters(units: &[Unit]) -> Vec<Cluster<'_>> {
    let mut out = Vec::new();
    let mut rest = units;
    while let Some((first, after)) = rest.split_first() {
        let (base, tail) = match combining_class(first.c) {
            0 => (Some(*first), after),
            _ => (None, rest),
        };
        let length = tail
            .iter()
            .take_while(|unit| combining_class(unit.c) != 0)
            .count();
        let (marks, after) = tail.split_at_checked(length).unwrap_or((tail, &[]));
        out.push(Cluster { base, marks });
        rest = after;
    }
    out
}

/// Appends `unit`, or lets the place of the last one take its place in.
fn keep_if(keep: bool, unit: Unit, out: &mut Vec<Unit>) {
    match keep {
        true => out.push(unit),
        false => absorb(unit, out),
    }
}

/// See [`Switches::mend_marks`]. A vowel typed before its shadda is taken for a slip, unless canonical order put it there.
fn mend(units: &[Unit], as_is: bool) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    let mut before: Option<char> = None;
    for cluster in clusters(units) {
        let letter = cluster.letter();
        let (mut vowel, mut shadda) = (false, false);
        let mut tanwin = cluster
            .marks
            .iter()
            .find(|unit| is_vowel(unit.c))
            .filter(|unit| unit.c == FATHATAN && letter == Some('ا') && before.is_some_and(|c| c != 'ا'));
        if let Some(tanwin) = tanwin {
            let marks = out
                .iter()
                .rposition(|unit| combining_class(unit.c) == 0)
                .map_or(0, |at| at + 1);
            for unit in out.split_off(marks) {
                keep_if(!is_vowel(unit.c), unit, &mut out);
            }
            out.push(*tanwin);
        }
        out.extend(cluster.base);
        let last_shadda = cluster.marks.iter().rposition(|unit| unit.c == SHADDA);
        for (at, unit) in cluster.marks.iter().enumerate() {
            let keep = match unit.c {
                SHADDA => letter.is_some() && !std::mem::replace(&mut shadda, true),
                c if is_vowel(c) => {
                    let slip = as_is && last_shadda.is_some_and(|shadda| at < shadda);
                    let barred = c == SUKUN && matches!(letter, Some('ا' | 'ى' | 'ة'));
                    let moved = tanwin.take_if(|tanwin| tanwin == &unit).is_some();
                    letter.is_some() && !slip && !barred && !std::mem::replace(&mut vowel, true) && !moved
                }
                _ => true,
            };
            keep_if(keep, *unit, &mut out);
        }
        before = letter;
    }
    out
}

/// What stands around a mark: the letter before the word's cluster, the cluster, and the next letter.
struct Around<'u> {
    before: Option<char>,
    cluster: Cluster<'u>,
    next: Option<char>,
}

/// Removes the marks for which `goes` holds.
fn thin(units: &[Unit], goes: fn(char, &Around<'_>) -> bool) -> Vec<Unit> {
    let clusters = clusters(units);
    let mut out = Vec::with_capacity(units.len());
    let mut before = None;
    for (at, cluster) in clusters.iter().enumerate() {
        let around = Around {
            before,
            cluster: *cluster,
            next: clusters.get(at + 1).and_then(Cluster::letter),
        };
        out.extend(cluster.base);
        for unit in cluster.marks {
            keep_if(!goes(unit.c, &around), *unit, &mut out);
        }
        before = cluster.letter();
    }
    out
}

fn is_last_vowel(mark: char, around: &Around<'_>) -> bool {
    is_vowel(mark) && around.cluster.letter().is_some() && around.next.is_none()
}

fn is_evident(mark: char, around: &Around<'_>) -> bool {
    let letter = around.cluster.letter();
    match mark {
        FATHA | SUKUN => {
            let may_be_long = matches!(letter, Some('و' | 'ي'))
                && around.before.is_some()
                && !around.cluster.has(SHADDA)
                && !(mark == FATHA && around.next == Some('ا'));
            letter.is_some() && !may_be_long
        }
        DAMMA => around.next == Some('و'),
        KASRA => around.next == Some('ي') || letter == Some('إ'),
        _ => false,
    }
}
