//! Short forms of persons named in full before: «لافروف» after «سيرغي لافروف», «شي» after «شي جين بينغ».

use std::collections::HashMap;

use super::lexical::beginnings;
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
        for part in run.first().into_iter().chain(run.last()) {
            if full.skip == 0 && part.key.chars().count() > 1 && stands_alone(&part.key) {
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
        let short = beginnings(&word.key)
            .into_iter()
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

/// A part that news uses alone: not a given name («محمد» alone is somebody else), not a function word.
fn stands_alone(key: &str) -> bool {
    !lexicon::any(key, |entry| {
        matches!(entry.kind, Kind::Stop | Kind::Title | Kind::Say | Kind::Location)
            || entry.class == "given"
            || entry.class == "particle"
    })
}
