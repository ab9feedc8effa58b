//! What a file says of each story: headline, date, publisher, author, place, section and key words.

use super::{BlockKind, Reason, Story, head::parts, line::words, page::Page, published, wording::Said};
use crate::lexicon::{self, Kind};

/// Gathers what the lines of story `number` say; the role is left to the caller.
pub(super) fn gather(page: &Page<'_>, number: u32) -> Story {
    let title = page.titles.get(number as usize).copied().flatten();
    let mut story = Story {
        title: title.and_then(|i| page.lines.get(i)).map(|line| line.content),
        ..Story::default()
    };
    let told = article_words(page, number);
    let mut updated = None;
    let mut first_body = true;
    for (i, ((line, says), kind)) in page.lines.iter().zip(&page.words).zip(&page.kinds).enumerate() {
        if kind.2 != number {
            continue;
        }
        let rest = says.map_or("", |says| says.rest);
        match (kind.0, kind.1) {
            (BlockKind::Date, Reason::DateLine) | (BlockKind::Source, Reason::Byline) => {
                let reading = published::read(line.text);
                story.published = story.published.take().or(reading.published);
                updated = updated.or(reading.updated);
                if kind.0 == BlockKind::Source {
                    byline(&mut story, if rest.is_empty() { line.text } else { rest });
                }
            }
            (BlockKind::Source, Reason::SourceLine) => {
                let next = || page.lines.get(i + 1).map_or("", |line| line.text);
                let name = if rest.is_empty() { next() } else { rest };
                story.source = filled(name).or(story.source);
            }
            (BlockKind::Source, Reason::Agency) => {
                story.source = story.source.take().or_else(|| filled(line.text))
            }
            (BlockKind::Source, _) => dateline(&mut story, line.text, &told),
            (BlockKind::Tags, _) => {
                let list = if says.is_some_and(|says| says.said == Said::Tags) {
                    rest
                } else {
                    line.text
                };
                story.tags.extend(tags(list, &told));
            }
            (BlockKind::Furniture, Reason::Breadcrumb) => {
                story.section = line
                    .text
                    .rsplit(['/', '>', '»', '›', '|', '←'])
                    .next()
                    .and_then(filled)
            }
            (BlockKind::Furniture, Reason::Section)
                if title == Some(i + 1) && (line.gap > 0 || i == 0 || page.times(i) > 1) =>
            {
                story.section = filled(line.text)
            }
            (BlockKind::Body, _) if first_body => {
                first_body = false;
                opening(&mut story, line.text);
            }
            _ => {}
        }
    }
    story.published = story.published.or(updated);
    story
}

fn filled(name: &str) -> Option<String> {
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '/' | '-' | '–' | '—' | '|' | ':' | '.' | '،' | '(' | ')')
    });
    (!name.is_empty()).then(|| name.to_string())
}

/// «كتب: فلان — 9 نوفمبر», or the name alone.
fn byline(story: &mut Story, text: &str) {
    let name = parts(text).find(|part| !published::read(part).dated).map(|name| {
        let label = words(name)
            .first()
            .is_some_and(|first| lexicon::any(first, |e| e.kind == Kind::Portal && e.class == "author"));
        name.split_once(char::is_whitespace)
            .filter(|_| label)
            .map_or(name, |(_, rest)| rest)
    });
    story.author = story.author.take().or_else(|| name.and_then(filled));
}

/// «القاهرة - (أ ف ب)», «أربيل (وكالة) - فلان», «الثورة نت/»: place, agency, author. `told` are the words of the story: a place that
/// no lexicon knows is told by being in them.
fn dateline(story: &mut Story, text: &str, told: &str) {
    for (i, part) in parts(text).enumerate() {
        let key = words(part).join(" ");
        let named = words(part)
            .first()
            .is_some_and(|first| lexicon::any(first, |e| e.kind == Kind::Person));
        let known = lexicon::any(&key, |e| e.kind == Kind::Location) || told.contains(&format!(" {key} "));
        let place = known || (i == 0 && !named);
        if is_publisher(part) {
            story.source = story.source.take().or_else(|| filled(part));
        } else if published::read(part).dated || lexicon::any(&key, |e| e.kind == Kind::Portal) {
        } else if place && story.dateline.is_none() {
            story.dateline = filled(part);
        } else {
            story.author = story.author.take().or_else(|| filled(part));
        }
    }
}

/// The dateline inside the first paragraph: «نيقوسيا – (وكالة): …», «القاهرة (رويترز) - …».
fn opening(story: &mut Story, text: &str) {
    let Some((end, _)) = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '-' | '–' | '—' | ':'))
        .find(|(i, c)| {
            let before = text.get(..*i).unwrap_or_default();
            // The last mark of the dateline: what stands after it begins the sentence.
            words(before).len() <= 9
                && (*c == ':'
                    || before.contains([')', '/'])
                    || lexicon::any(&words(before).join(" "), |e| e.kind == Kind::Location))
        })
    else {
        return;
    };
    let mut head = text.get(..end).unwrap_or_default();
    // «نيقوسيا – (وكالة): » has its agency after the first dash.
    let tail = text
        .get(end..)
        .unwrap_or_default()
        .trim_start_matches(['-', '–', '—', ' ']);
    if let Some(close) = tail.starts_with('(').then(|| tail.find(')')).flatten() {
        head = text.get(..text.len() - tail.len() + close).unwrap_or(head);
    }
    let place = parts(head)
        .next()
        .filter(|part| lexicon::any(&words(part).join(" "), |e| e.kind == Kind::Location));
    let agency = parts(head).skip(1).find(|part| is_publisher(part));
    if place.is_some() || agency.is_some() {
        story.dateline = story
            .dateline
            .take()
            .or_else(|| place.or_else(|| parts(head).next()).and_then(filled));
        story.source = story.source.take().or_else(|| agency.and_then(filled));
    }
}

/// Whether a part of a byline names a paper, site or agency rather than a person.
fn is_publisher(part: &str) -> bool {
    const WORDS: [&str; 14] = [
        "وكاله",
        "وكالات",
        "صحيفه",
        "جريده",
        "قناه",
        "موقع",
        "بوابه",
        "نت",
        "برس",
        "نيوز",
        "نافذه",
        "منصه",
        "مجله",
        "اذاعه",
    ];
    let words = words(part);
    let known = lexicon::any(&words.join(" "), |e| {
        (e.kind == Kind::Portal && e.class == "agency")
            || (e.kind == Kind::Organization && matches!(e.class, "agency" | "paper" | "channel"))
    });
    known || words.iter().any(|word| WORDS.contains(&word.as_str()))
}

/// The key words of a list; one without commas is cut into the longest phrases that the article itself uses.
fn tags(list: &str, told: &str) -> Vec<String> {
    let marks = ['،', ',', '|', ';', '؛', '#', '•', '·', '/'];
    let clean = |tag: &str| filled(&tag.replace('_', " "));
    if list.contains(marks) {
        return list.split(marks).filter_map(clean).collect();
    }
    let pieces: Vec<&str> = list.split_whitespace().take(100).collect();
    let mut found = Vec::new();
    let mut rest = pieces.as_slice();
    while !rest.is_empty() {
        let said = |n: &usize| {
            rest.get(..*n)
                .is_some_and(|part| told.contains(&format!(" {} ", words(&part.join(" ")).join(" "))))
        };
        let n = (2..=rest.len().min(5)).rev().find(said).unwrap_or(1);
        found.extend(rest.get(..n).and_then(|part| clean(&part.join(" "))));
        rest = rest.get(n..).unwrap_or_default();
    }
    found
}

/// The words of a story's article lines, each line between spaces.
fn article_words(page: &Page<'_>, number: u32) -> String {
    let lines = page.lines.iter().zip(&page.kinds);
    lines
        .filter(|(_, kind)| kind.2 == number && kind.0.is_article())
        .map(|(line, _)| format!(" {} ", line.key))
        .collect()
}
