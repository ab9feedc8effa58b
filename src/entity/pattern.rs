//! Names that their neighbours give away: a class word and what follows it, a title and the name after it, a given name and a family name.

use super::lexical::{closes_quote, is, opens_quote};
use super::words::{Beginning, Word};
use super::{EntityKind, Found};
use crate::lexicon::{self, Entry, Kind, background};
use crate::text::token::TokenKind;

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
    let word = words.get(at).filter(|w| !w.is_mark())?;
    let named = |skip, end| Found {
        first: at,
        end,
        skip,
        kind: EntityKind::Organization,
        score: 0.8,
        reason: "class-word",
        known: None,
    };
    let Some(class) = class_of(word) else {
        let skip = word.beginnings.iter().find(|b| is_portfolio(&b.key))?.skip;
        // «وزير الخارجية الروسي» is a person's office: the adjective is the minister's.
        let office = at
            .checked_sub(1)
            .and_then(|i| words.get(i))
            .is_some_and(|w| is(w, Kind::Title));
        let end = nationality(words, at + 1, 1).filter(|end| !office && feminine(words, *end))?;
        return Some(named(skip, end));
    };
    if let Some((end, known)) = own_name(words, at + 1, found) {
        return class.sure.then_some(Found {
            known,
            ..named(class.skip, end)
        });
    }
    if words
        .get(at + 1)
        .is_some_and(|w| is_whole(&w.key, Kind::Ministry))
    {
        return Some(named(class.skip, nationality(words, at + 2, 2).unwrap_or(at + 2)));
    }
    // One adjective or more before the nationality: «الحزب الشيوعي الصيني», but not «القوات الأميركية».
    let describes = class.sure
        && class.definite
        && matches!(class.sort, "party" | "parliament" | "ngo" | "international");
    let end = nationality(words, at + 1, 3).filter(|end| describes && *end > at + 2)?;
    Some(named(class.skip, end))
}

/// Whether a word alone before a feminine adjective stands for its ministry: «الخارجية الروسية», and «الدفاع الروسية» because the
/// adjective does not agree with it; «الحرب» is feminine without the ending.
fn is_portfolio(key: &str) -> bool {
    let masculine = !key.ends_with('ه') && key != "الحرب";
    lexicon::any(key, |e| e.kind == Kind::Ministry && (!e.ambiguous || masculine))
}

/// The name after a class word: an organisation that the lexicon knows, or up to four words in quotation marks.
fn own_name(words: &[Word], at: usize, found: &[Found]) -> Option<(usize, Option<&'static str>)> {
    let name = |first: usize| {
        found
            .iter()
            .find(|f| f.first == first && f.skip == 0 && f.kind == EntityKind::Organization)
    };
    if !words.get(at).is_some_and(|w| opens_quote(&w.key)) {
        return name(at).map(|f| (f.end, f.known));
    }
    // «المجلس "لم يجتمع"» is no name.
    if words
        .get(at + 1)
        .is_some_and(|word| lexicon::any(&word.key, Entry::is_function_word))
    {
        return None;
    }
    let close = (at + 2..at + 6).find(|i| words.get(*i).is_some_and(|w| closes_quote(&w.key)))?;
    let known = name(at + 1).filter(|f| f.end == close).and_then(|f| f.known);
    Some((close + 1, known))
}

/// One past an adjective of nationality that is the last of at most `reach` definite words from word `at` on.
fn nationality(words: &[Word], at: usize, reach: usize) -> Option<usize> {
    let sentence = words.get(at.checked_sub(1)?)?.sentence;
    let definite = words
        .get(at..)?
        .iter()
        .take(reach)
        .map_while(|w| w.key.strip_prefix("ال").filter(|_| w.sentence == sentence));
    let last = definite
        .map(|bare| is_whole(bare, Kind::Adjective))
        .position(|is_adjective| is_adjective)?;
    Some(at + last + 1)
}

/// Whether the last word before `end` has the feminine ending.
fn feminine(words: &[Word], end: usize) -> bool {
    end.checked_sub(1)
        .and_then(|i| words.get(i))
        .is_some_and(|w| w.key.ends_with('ه'))
}

/// A word that opens an organisation's name.
struct ClassWord {
    /// Bytes of particles before it.
    skip: u32,
    /// It carries the article.
    definite: bool,
    /// It is no common word.
    sure: bool,
    sort: &'static str,
}

fn class_of(word: &Word) -> Option<ClassWord> {
    word.beginnings.iter().find_map(|b| {
        let bare = b.key.strip_prefix("ال");
        let readings = [Some(b.key.as_str()), bare]
            .into_iter()
            .flatten()
            .flat_map(lexicon::lookup);
        let class = readings.into_iter().find(|e| e.kind == Kind::OrgClass)?;
        Some(ClassWord {
            skip: b.skip,
            definite: bare.is_some(),
            sure: !class.ambiguous,
            sort: class.class,
        })
    })
}

fn is_whole(key: &str, wanted: Kind) -> bool {
    lexicon::any(key, |entry| entry.kind == wanted)
}

/// A given name and what follows it, or any name's part after a title. Where every part is a common word too, a verb of saying before or
/// after must speak for it.
fn person(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at).filter(|w| !w.is_mark())?;
    let titled = after_title(words, at);
    // «وزير النقل المغربي فلان»: after a title the adjective says where he is from, though «المغربي» is a family name too.
    if titled && is_origin(word) && words.get(at + 1).is_some_and(begins_name) {
        return None;
    }
    let starts = |b: &&Beginning| part_of_name(&b.key).is_some_and(|part| titled || part.sure || part.given);
    let beginning = word.beginnings.iter().find(starts)?;
    let mut sure = part_of_name(&beginning.key)?.sure;
    let mut end = at + 1;
    while let Some(next) = words
        .get(end)
        .filter(|w| w.sentence == word.sentence && end < at + LONGEST_PERSON)
    {
        // A name that no list has, after one that is surely a name: «زامير كابولوف».
        let unknown = (sure || titled) && end - at < 2 && is_unknown(next);
        let Some(part) = part_of_name(&next.key).or(unknown.then_some(Part { sure, given: false })) else {
            break;
        };
        sure |= part.sure;
        end += 1;
    }
    let says = |i: Option<usize>| {
        i.and_then(|i| words.get(i))
            .is_some_and(|w| w.sentence == word.sentence && is(w, Kind::Say))
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

/// Whether a word is a definite adjective of origin: «المغربي».
pub(super) fn is_origin(word: &Word) -> bool {
    let bare = word.key.strip_prefix("ال");
    bare.is_some_and(|bare| is_whole(bare, Kind::Adjective))
}

/// Whether a word can be the first of a person's name.
fn begins_name(word: &Word) -> bool {
    part_of_name(&word.key).is_some_and(|part| part.sure || part.given)
}

/// Whether neither the lexicon nor general Arabic has the word, with or without particles: then it is most likely a name.
pub(super) fn is_unknown(word: &Word) -> bool {
    let common = |key: &str| background::per_million(key.strip_prefix("ال").unwrap_or(key)).is_some();
    let known = |b: &Beginning| common(&b.key) || !lexicon::lookup(&b.key).is_empty();
    let long = word.key.chars().count() > 3;
    word.kind == TokenKind::Word
        && long
        && !is_verb_with_object(&word.key)
        && !word.beginnings.iter().any(known)
}

/// Whether a word has the shape of a present or future verb with a pronoun on it: «سترافقها», «يعتبرونه».
fn is_verb_with_object(key: &str) -> bool {
    let objects = ["ها", "هم", "هن", "هما", "نا", "وه", "ونه", "كم"];
    let person = |rest: &str| rest.starts_with(['ي', 'ت', 'ن', 'ا']);
    let begins = person(key) && key.ends_with("ونه") || key.strip_prefix('س').is_some_and(person);
    begins && key.chars().count() > 5 && objects.iter().any(|object| key.ends_with(object))
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
    if readings.iter().any(Entry::is_function_word) {
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

/// Whether a title, with adjectives or a ministry after it, ends right before the word: «وزير الخارجية الروسي», «الخبير الزراعي».
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
        if is(before, Kind::Title)
            || before
                .key
                .strip_prefix("ال")
                .is_some_and(|k| is_whole(k, Kind::Title))
        {
            return true;
        }
        let bare = before.key.strip_prefix("ال").unwrap_or(&before.key);
        let describes = is_whole(bare, Kind::Adjective) || is_relational(&before.key);
        if !describes && !is_whole(&before.key, Kind::Ministry) {
            return false;
        }
        i -= 1;
    }
    false
}

/// Whether a word looks like a definite relational adjective and is no name: «الزراعي», «السياسية».
fn is_relational(key: &str) -> bool {
    let bare = key.strip_prefix("ال").filter(|bare| bare.chars().count() > 3);
    bare.is_some_and(|bare| bare.ends_with('ي') || bare.ends_with("يه"))
        && !lexicon::any(key, |e| e.kind == Kind::Person)
}
