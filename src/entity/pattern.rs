//! Names that their neighbours give away: a class word and what follows it, a title and the name after it, a given name and a family name.

use super::lexical::{closes_quote, is, opens_quote};
use super::words::Word;
use super::{EntityKind, Found};
use crate::lexicon::{self, Kind};

/// Longest name of a person in words.
const LONGEST_PERSON: usize = 5;

/// Adds the names that patterns find to those that the lexicon found; where they overlap, the longer stays.
pub fn extend(words: &[Word], found: &mut Vec<Found>) {
    let mut more: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = organization(words, at, found).or_else(|| person(words, at));
        match name {
            Some(name) => {
                at = name.end;
                more.push(name);
            }
            None => at += 1,
        }
    }
    for name in more {
        let rivals: Vec<&Found> = found.iter().filter(|f| f.meets(&name)).collect();
        if rivals
            .iter()
            .all(|rival| rival.end - rival.first < name.end - name.first)
        {
            found.retain(|f| !f.meets(&name));
            found.push(name);
        }
    }
}

/// «وزارة الخارجية الصينية», «الخارجية الروسية», «حركة «طالبان»», «الحزب الشيوعي الصيني».
fn organization(words: &[Word], at: usize, found: &[Found]) -> Option<Found> {
    let word = words.get(at)?;
    let class_word = class_of(word);
    let mut end = at;
    let mut known = None;
    if let Some((skip, _)) = class_word {
        end += 1;
        let quoted = usize::from(words.get(end).is_some_and(|w| opens_quote(&w.key)));
        let name = found
            .iter()
            .find(|f| f.first == end + quoted && f.skip == 0 && f.kind == EntityKind::Organization);
        if let Some(name) =
            name.filter(|f| quoted == 0 || words.get(f.end).is_some_and(|w| closes_quote(&w.key)))
        {
            return Some(Found {
                first: at,
                end: name.end + quoted,
                skip,
                reason: "class-word",
                ..*name
            });
        }
        if words.get(end).is_some_and(|w| is_whole(&w.key, Kind::Ministry)) {
            end += 1;
        } else {
            known = None;
        }
    } else if is(&word.key, Kind::Ministry) {
        end += 1;
    } else {
        return None;
    }
    let ministry = end > at + usize::from(class_word.is_some());
    // Definite adjectives up to one of nationality: «الشيوعي الصيني».
    let mut last = None;
    for n in end..(end + 3).min(words.len()) {
        let Some(next) = words
            .get(n)
            .filter(|w| w.sentence == word.sentence && !w.is_mark())
        else {
            break;
        };
        let Some(adjective) = next.key.strip_prefix("ال") else {
            break;
        };
        if lexicon::any(adjective, |entry| entry.kind == Kind::Adjective) {
            last = Some(n + 1);
            break;
        }
    }
    let end = match last {
        Some(end) => end,
        None if ministry && class_word.is_some() => end,
        None => return None,
    };
    let definite = class_word.is_none_or(|(_, definite)| definite);
    if !ministry && !definite {
        return None;
    }
    let skip = class_word.map_or_else(|| ministry_skip(&word.key), |(skip, _)| skip);
    Some(Found {
        first: at,
        end,
        skip,
        kind: EntityKind::Organization,
        score: 0.8,
        reason: "class-word",
        known,
    })
}

/// Bytes of particles before a word that opens an organisation's name, and whether it carries the article.
fn class_of(word: &Word) -> Option<(u32, bool)> {
    super::lexical::beginnings(&word.key).into_iter().find_map(|b| {
        let bare = b.key.strip_prefix("ال").unwrap_or(&b.key);
        let is_class = [bare, b.key.as_str()].iter().any(|k| is_whole(k, Kind::OrgClass));
        is_class.then_some((b.skip, b.key.starts_with("ال")))
    })
}

fn ministry_skip(key: &str) -> u32 {
    super::lexical::beginnings(key)
        .into_iter()
        .find(|b| is_whole(&b.key, Kind::Ministry))
        .map_or(0, |b| b.skip)
}

fn is_whole(key: &str, wanted: Kind) -> bool {
    lexicon::any(key, |entry| entry.kind == wanted)
}

/// A given name and what follows it, or any name's part after a title.
fn person(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at).filter(|w| !w.is_mark())?;
    let titled = after_title(words, at);
    let beginning = super::lexical::beginnings(&word.key)
        .into_iter()
        .find(|b| part_of_name(&b.key, titled).is_some())?;
    let sure = part_of_name(&beginning.key, titled)?;
    let mut end = at + 1;
    while let Some(next) = words
        .get(end)
        .filter(|w| w.sentence == word.sentence && end < at + LONGEST_PERSON)
    {
        if part_of_name(&next.key, true).is_none() {
            break;
        }
        end += 1;
    }
    if end - at < 2 && !(titled && sure) {
        return None;
    }
    let reason = if titled { "title-before" } else { "name-parts" };
    let score = if titled { 0.85 } else { 0.75 };
    Some(Found {
        first: at,
        end,
        skip: beginning.skip,
        kind: EntityKind::Person,
        score,
        reason,
        known: None,
    })
}

/// Whether the word is a given or family name; `Some(false)` where it is also a common word, and then only `lenient` takes it.
fn part_of_name(key: &str, lenient: bool) -> Option<bool> {
    let readings = lexicon::lookup(key);
    let entry = readings.iter().find(|e| e.kind == Kind::Person)?;
    (lenient || !entry.ambiguous).then_some(!entry.ambiguous)
}

/// Whether a title, with adjectives or a ministry after it, ends right before the word: «وزير الخارجية الروسي».
fn after_title(words: &[Word], at: usize) -> bool {
    let mut i = at;
    let sentence = words.get(at).map(|w| w.sentence);
    for _ in 0..4 {
        let Some(before) = i
            .checked_sub(1)
            .and_then(|n| words.get(n))
            .filter(|w| Some(w.sentence) == sentence)
        else {
            return false;
        };
        if is(&before.key, Kind::Title)
            || before
                .key
                .strip_prefix("ال")
                .is_some_and(|k| is_whole(k, Kind::Title))
        {
            return true;
        }
        let bare = before.key.strip_prefix("ال").unwrap_or(&before.key);
        if !is_whole(bare, Kind::Adjective) && !is_whole(&before.key, Kind::Ministry) {
            return false;
        }
        i -= 1;
    }
    false
}
