//! Short forms of persons named in full before: «لافروف» after «سيرغي لافروف», «شي» after «شي جين بينغ».

use std::collections::HashMap;

use super::words::Word;
use super::{EntityKind, Found};
use crate::lexicon::{self, Kind};

/// Adds every later word that is the last or first part of a person's full name, where nothing else was found.
pub fn find(words: &[Word], found: &mut Vec<Found>) {
    let mut parts: HashMap<&str, (usize, Option<&'static str>)> = HashMap::new();
    for full in found
        .iter()
        .filter(|f| f.kind == EntityKind::Person && f.end - f.first > 1)
    {
        let run = words.get(full.first..full.end).unwrap_or_default();
        let ends = [(run.first(), true), (run.last(), false)];
        for (part, first) in ends.into_iter().filter_map(|(part, first)| Some((part?, first))) {
            if full.skip == 0 && stands_for_full(&part.key, first, run.iter().map(|w| w.key.as_str())) {
                parts.entry(part.key.as_str()).or_insert((full.end, full.known));
            }
        }
    }
    let mut taken = vec![false; words.len()];
    for name in found.iter() {
        taken
            .iter_mut()
            .take(name.end)
            .skip(name.first)
            .for_each(|t| *t = true);
    }
    for (at, word) in words
        .iter()
        .enumerate()
        .filter(|(at, _)| taken.get(*at) == Some(&false))
    {
        let short = word
            .beginnings
            .iter()
            .find_map(|b| Some((b.skip, parts.get(b.key.as_str())?)));
        if let Some((skip, (_, known))) = short.filter(|(_, (since, _))| at >= *since) {
            let (kind, reason) = (EntityKind::Person, "same-name-earlier");
            found.push(Found {
                first: at,
                end: at + 1,
                skip,
                kind,
                score: 0.8,
                reason,
                known: *known,
            });
        }
    }
}

/// Whether news uses a full name's first, or last, part alone for its bearer. A given name alone is somebody else, but where the family
/// name comes first («وانغ يي») it is no given name, or a family name too, or the name has a part as short as Chinese ones are.
pub(super) fn stands_for_full<'k>(part: &str, first: bool, mut full: impl Iterator<Item = &'k str>) -> bool {
    let readings = lexicon::lookup(part);
    let common = |e: &lexicon::Entry| matches!(e.kind, Kind::Title | Kind::Say) || e.is_function_word();
    let has = |class: &str| {
        readings
            .iter()
            .any(|e| e.kind == Kind::Person && e.class == class)
    };
    part.chars().count() > 1
        && !readings.iter().any(common)
        && !has("particle")
        && (!first || !has("given") || has("family") || full.any(is_syllable))
}

fn is_syllable(part: &str) -> bool {
    part.chars().count() == 2 && !matches!(part, "بن" | "ال" | "ام" | "اب")
}
