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

/// A given name and what follows it, or any name's part after a title. Where every part is a common word too, a verb of saying before or
/// after must speak for it.
fn person(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at).filter(|w| !w.is_mark())?;
    let titled = after_title(words, at);
    let starts = |b: &super::lexical::Beginning| {
        part_of_name(&b.key).is_some_and(|part| titled || part.sure || part.given)
    };
    let beginning = super::lexical::beginnings(&word.key).into_iter().find(starts)?;
    let mut sure = part_of_name(&beginning.key)?.sure;
    let mut end = at + 1;
    while let Some(next) = words
        .get(end)
        .filter(|w| w.sentence == word.sentence && end < at + LONGEST_PERSON)
    {
        let Some(part) = part_of_name(&next.key) else {
            break;
        };
        sure |= part.sure;
        end += 1;
    }
    let says = |i: Option<usize>| {
        i.and_then(|i| words.get(i))
            .is_some_and(|w| w.sentence == word.sentence && is(&w.key, Kind::Say))
    };
    let alone = end - at < 2;
    if alone && !(titled && sure) || !titled && !sure && !says(at.checked_sub(1)) && !says(Some(end)) {
        return None;
    }
    let (reason, score) = if titled {
        ("title-before", 0.85)
    } else {
        ("name-parts", 0.75)
    };
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

/// A word that can be part of a person's name.
struct Part {
    /// Some name of it is no common word.
    sure: bool,
    /// It can be a given name.
    given: bool,
}

fn part_of_name(key: &str) -> Option<Part> {
    let readings = lexicon::lookup(key);
    if readings
        .iter()
        .any(|e| e.kind == Kind::Stop && e.class != "filler")
    {
        return None;
    }
    let mut names = readings.iter().filter(|e| e.kind == Kind::Person).peekable();
    names.peek()?;
    let (mut sure, mut given) = (false, false);
    for entry in names {
        sure |= !entry.ambiguous;
        given |= entry.class == "given";
    }
    Some(Part { sure, given })
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
