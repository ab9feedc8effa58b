//! The report out of the documents: what needs all of them, and offsets turned into UTF-16.
//!
//! One thing after the other, each gone before the next begins: of a hundred thousand documents there is not room for all at once.

use std::collections::BTreeMap;

use super::{Document, Documents, Settings};
use crate::article::Role;
use crate::duplicate;
use crate::entity::Mention;
use crate::entity::link::{self, Linked, Source};
use crate::keyword::{Keyword, Name, Table};
use crate::quote::Quote;
use crate::report::{self, Report, Utf16Map};

/// The report without its documents: each is handed to `take`, in their order.
pub(super) fn report(
    settings: &Settings,
    documents: &Documents,
    table: &Table,
    mut take: impl FnMut(report::Document),
) -> Report {
    let duplicates = duplicates(documents);
    let linked = linked(settings, documents);
    let keywords = table.keywords(&names(documents, &linked), settings.keywords);
    let mut entity_of = linked.of.as_slice();
    for (id, document) in documents {
        let (entities, later) = entity_of.split_at(document.mentions.len());
        entity_of = later;
        take(document_row(*id, document, entities));
    }
    let entities = linked.entities.into_iter().zip(0..);
    Report {
        warraq: env!("CARGO_PKG_VERSION"),
        settings: settings.clone(),
        documents: Vec::new(),
        entities: entities.map(|(entity, id)| entity_row(entity, id)).collect(),
        offers: linked
            .offers
            .into_iter()
            .map(|(a, b, reason)| report::Offer {
                entities: (a, b),
                reason,
            })
            .collect(),
        keywords: keywords.into_iter().map(keyword_row).collect(),
        duplicates,
    }
}

/// The entities of all documents.
pub(super) fn linked(settings: &Settings, documents: &Documents) -> Linked {
    let sources = documents.iter().map(|(id, document)| Source {
        id: *id,
        text: document.text(),
        mentions: &document.mentions,
    });
    link::link(&sources.collect::<Vec<_>>(), &settings.aliases)
}

/// The entities whose names have several words, with their places as written.
fn names<'t>(documents: &'t Documents, linked: &'t Linked) -> Vec<Name<'t>> {
    let mut names: Vec<Name> = linked
        .entities
        .iter()
        .map(|entity| Name {
            term: &entity.name,
            forms: BTreeMap::new(),
            documents: entity.documents.len() as u32,
        })
        .collect();
    let mentions = documents.values().flat_map(|document| {
        document
            .mentions
            .iter()
            .map(|mention| (document.text(), mention.span))
    });
    for ((text, span), entity) in mentions.zip(&linked.of) {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let particles = before.len() - before.trim_end_matches(char::is_alphanumeric).len();
        let written = text
            .get(span.start as usize - particles..span.end as usize)
            .unwrap_or_default();
        if let Some(name) = names.get_mut(*entity as usize) {
            let places = name.forms.entry(written).or_default();
            places.name = span.of(text);
            places.count += 1;
        }
    }
    names.retain(|name| name.term.contains(' '));
    names
}

/// A document; `entities` are those of its mentions.
fn document_row(id: u32, document: &Document, entities: &[u32]) -> report::Document {
    let map = &Utf16Map::new(document.text());
    let blocks = document.article.blocks.iter().map(|b| report::Block {
        range: map.range(b.span),
        kind: b.kind.name(),
        story: b.story,
        reason: b.reason.code(),
    });
    let stories = document.article.stories.iter().map(|s| report::Story {
        role: if s.role == Role::Primary {
            "primary"
        } else {
            "appended"
        },
        title: s.title.map(|span| map.range(span)),
        published: s.published.clone(),
        source: s.source.clone(),
        author: s.author.clone(),
        dateline: s.dateline.clone(),
        section: s.section.clone(),
        tags: s.tags.clone(),
    });
    let dates = document.dates.iter().map(|d| report::Date {
        range: map.range(d.span),
        value: d.value.clone(),
    });
    let mentions = document.mentions.iter().zip(entities);
    let quotes = document.quotes.iter();
    let keywords = document.keywords.iter().map(|phrase| report::DocumentKeyword {
        term: phrase.term(document.text()),
        count: phrase.count,
        score: phrase.score,
    });
    report::Document {
        id,
        name: document.name.clone(),
        format: document.source.format.name(),
        encoding: document.encoding.name(),
        encoding_confidence: document.confidence,
        encoding_alternatives: document.alternatives.iter().map(|e| e.name()).collect(),
        notices: document.notices.clone(),
        text: document.text().to_string(),
        blocks: blocks.collect(),
        stories: stories.collect(),
        mentions: mentions.map(|(m, entity)| mention_row(m, *entity, map)).collect(),
        quotes: quotes.map(|q| quote_row(q, entities, map)).collect(),
        dates: dates.collect(),
        keywords: keywords.collect(),
        words: document.words,
        language: "ar",
    }
}

fn mention_row(mention: &Mention, entity: u32, map: &Utf16Map) -> report::Mention {
    let range = map.range(mention.span);
    report::Mention {
        range,
        kind: mention.kind.name(),
        entity,
        score: mention.score,
        reason: mention.reason,
    }
}

fn quote_row(quote: &Quote, entities: &[u32], map: &Utf16Map) -> report::Quote {
    report::Quote {
        range: map.range(quote.span),
        speaker: quote.speaker.and_then(|mention| entities.get(mention).copied()),
        speaker_phrase: quote.phrase.map(|span| map.range(span)),
        cue: quote.cue.map(|span| map.range(span)),
        direct: quote.direct,
    }
}

fn keyword_row(keyword: Keyword) -> report::Keyword {
    report::Keyword {
        term: keyword.term,
        forms: keyword.forms,
        count: keyword.count,
        documents: keyword.documents,
        score: keyword.score,
    }
}

fn entity_row(entity: link::Entity, id: u32) -> report::Entity {
    let spellings = entity.spellings.into_iter().map(|s| report::Spelling {
        text: s.text,
        count: s.count,
        reason: s.reason,
    });
    report::Entity {
        id,
        kind: entity.kind.name(),
        name: entity.name,
        spellings: spellings.collect(),
        count: entity.count,
        documents: entity.documents.into_iter().collect(),
    }
}

fn duplicates(documents: &Documents) -> Vec<report::Duplicate> {
    let (places, stories): (Vec<(u32, u32)>, Vec<_>) = documents
        .iter()
        .flat_map(|(id, document)| {
            document
                .shingles()
                .zip(0..)
                .map(|(shingles, story)| ((*id, story), shingles))
        })
        .unzip();
    let clusters = duplicate::clusters(
        stories.len(),
        &duplicate::pairs(&stories, duplicate::Thresholds::default()),
    );
    let rows = clusters.into_iter().map(|cluster| {
        let members = cluster.stories.iter().filter_map(|i| places.get(*i).copied());
        let stories: Vec<(u32, u32)> = members.collect();
        report::Duplicate {
            similarity: cluster.similarity,
            agency: agency(documents, &stories),
            earliest: earliest(documents, &stories),
            stories,
        }
    });
    rows.collect()
}

/// The agency that most of the stories name; of those named as often the first by its letters.
fn agency(documents: &Documents, stories: &[(u32, u32)]) -> Option<&'static str> {
    let mut named: BTreeMap<&'static str, u32> = BTreeMap::new();
    for (id, story) in stories {
        let document = documents.get(id)?;
        if let Some(name) = duplicate::agency::agency(document.text(), &document.article, *story) {
            *named.entry(name).or_default() += 1;
        }
    }
    let most = named
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0)));
    most.map(|(name, _)| name)
}

/// The stories of the earliest day, where others are of a later one.
fn earliest(documents: &Documents, stories: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let day = |(id, story): &(u32, u32)| {
        let published = documents.get(id)?.article.stories.get(*story as usize)?;
        published.published.as_deref()?.get(..10)
    };
    let dated = stories.iter().filter_map(|place| Some((day(place)?, *place)));
    let dated: Vec<(&str, (u32, u32))> = dated.collect();
    let (first, last) = (dated.iter().min(), dated.iter().max());
    let (Some((first, _)), Some((last, _))) = (first, last) else {
        return Vec::new();
    };
    let of_first = dated.iter().filter(|(day, _)| day == first && first < last);
    of_first.map(|(_, place)| *place).collect()
}
