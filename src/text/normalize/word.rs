//! A word taken apart: where rules look at neighbours, its characters are rewritten one step after the other, each knowing where in the
//! source it stands.

use std::ops::Range;

use super::marks;
use super::rule::{self, Rule, rule};
use super::switches::{Form, Hamza, Switches};
use super::unicode::{self, Unit};

/// What the word at `range` of `text` becomes.
pub(super) fn rewrite(text: &str, range: Range<usize>, s: &Switches) -> Vec<Unit> {
    let word = text.get(range.clone()).unwrap_or_default();
    let units = word.char_indices().map(|(at, c)| Unit {
        c,
        start: range.start + at,
        end: range.start + at + c.len_utf8(),
    });
    let units = to_form(spell_forms(units, s), s.form);
    let units = apply_rules(&units, s);
    // Where a rule removed what kept two characters apart, they may compose now.
    marks::apply(to_form(units, s.form), s)
}

/// Presentation forms to letters, which compose with the marks after them. NFKC does so itself but for the words spelled out.
fn spell_forms(units: impl Iterator<Item = Unit>, s: &Switches) -> Vec<Unit> {
    let mut out = Vec::new();
    for unit in units {
        let asked = s.form != Form::Nfkc || matches!(unit.c, '\u{FDF0}'..='\u{FDFF}');
        match rule::presentation(unit.c, s) {
            Rule::Spell(letters) if asked => out.extend(letters.chars().map(|c| unit.with(c))),
            _ => out.push(unit),
        }
    }
    out
}

fn to_form(units: Vec<Unit>, form: Form) -> Vec<Unit> {
    if form == Form::AsIs {
        return units;
    }
    let mut apart = Vec::with_capacity(units.len());
    for unit in units {
        unicode::decompose(unit, form == Form::Nfkc, &mut apart);
    }
    unicode::order(&mut apart);
    unicode::compose(apart)
}

fn apply_rules(units: &[Unit], s: &Switches) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        if s.form != Form::AsIs && join_hamza(*unit, s, &mut out) {
            continue;
        }
        apply(*unit, s, &mut out);
    }
    out
}

fn apply(unit: Unit, s: &Switches, out: &mut Vec<Unit>) {
    match rule(unit.c, s) {
        Rule::Keep => out.push(unit),
        Rule::Put(letter) => out.push(unit.with(letter)),
        Rule::Spell(letters) => letters.chars().for_each(|c| apply(unit.with(c), s, out)),
        Rule::Drop if is_attached(unit.c) => absorb(unit, out),
        Rule::Drop => {}
    }
}

/// A hamza or madda that would compose with a letter that rules have laid bare before it: it goes the way of the composed letter, lest the
/// output change when it is normalized again. Returns whether `unit` was one.
fn join_hamza(unit: Unit, s: &Switches, out: &mut Vec<Unit>) -> bool {
    if !matches!(unit.c, '\u{0653}'..='\u{0655}') {
        return false;
    }
    let Some(base) = out
        .iter_mut()
        .rev()
        .find(|before| unicode::combining_class(before.c) == 0)
    else {
        return false;
    };
    match base.c {
        'ا' if s.alef => absorb(unit, out),
        'ا' if s.hamza == Hamza::Bare && unit.c == '\u{0653}' => {
            base.c = 'ء';
            out.push(unit.with('ء'));
        }
        'و' | 'ي' if s.hamza == Hamza::Carrier && unit.c == '\u{0654}' => absorb(unit, out),
        _ => return false,
    }
    true
}

/// The place of `unit`, which goes, is taken in by the character before it.
pub(super) fn absorb(unit: Unit, out: &mut [Unit]) {
    if let Some(last) = out.last_mut() {
        last.start = last.start.min(unit.start);
        last.end = last.end.max(unit.end);
    }
}

/// What `c`, which stands at `source`, becomes under the rules alone.
pub(super) fn spell(c: char, source: Range<usize>, s: &Switches) -> Vec<Unit> {
    let mut out = Vec::new();
    let unit = Unit {
        c,
        start: source.start,
        end: source.end,
    };
    apply(unit, s, &mut out);
    out
}

/// Whether `marks`, all that follow a letter, are a single one that stays and composes with no letter, as most vowel marks do.
pub(super) fn is_lone_mark(marks: &str, s: &Switches) -> bool {
    let mut chars = marks.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => rule(c, s) == Rule::Keep && !unicode::composes(c),
        _ => false,
    }
}

/// Whether `c`, when it is removed, belongs to the letter before it: tatweel and the combining marks of Arabic.
pub(super) fn is_attached(c: char) -> bool {
    matches!(c,
        '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{0898}'..='\u{089F}' | '\u{08CA}'..='\u{08FF}')
}

/// Characters that stand for one place of the source together.
pub(super) struct Group<'u> {
    pub source: Range<usize>,
    pub units: &'u [Unit],
}

/// Cuts `units` into groups whose places in the source follow one another: one to a character, but for those that a normalization form
/// made of one or put in another order.
pub(super) fn in_step(units: &[Unit]) -> Vec<Group<'_>> {
    let mut places: Vec<(Range<usize>, usize)> = Vec::with_capacity(units.len());
    for unit in units {
        let mut place = (unit.start..unit.end, 1);
        while let Some((before, count)) =
            places.pop_if(|(before, _)| unit.start.min(place.0.start) < before.end)
        {
            place.0 = before.start.min(place.0.start)..before.end.max(place.0.end);
            place.1 += count;
        }
        places.push(place);
    }
    let mut rest = units;
    let groups = places.into_iter().map(|(source, count)| {
        let (units, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        rest = after;
        Group { source, units }
    });
    groups.collect()
}
