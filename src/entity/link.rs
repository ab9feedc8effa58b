//! One entity, one row: mentions joined within an article and across articles, each spelling with the reason why.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{EntityKind, Mention};
use crate::text::fold::match_key;

/// A mention as linking sees it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'t> {
    /// The document it stands in.
    pub document: u32,
    /// The words of the mention.
    pub text: &'t str,
    /// What the tagger said.
    pub mention: &'t Mention,
}

/// A spelling of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it stands in the text.
    pub text: String,
    /// How often.
    pub count: u32,
    /// Why it was joined, as a stable code.
    pub reason: &'static str,
}

/// An entity over all documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What kind of name.
    pub kind: EntityKind,
    /// Its fullest usual spelling.
    pub name: String,
    /// Most frequent first.
    pub spellings: Vec<Spelling>,
    /// Mentions in all documents.
    pub count: u32,
    /// Documents, ascending.
    pub documents: BTreeSet<u32>,
}

/// The entities, most mentioned first, and for each mention the index of its entity.
#[must_use]
pub fn link(mentions: &[Named]) -> (Vec<Entity>, Vec<u32>) {
    let keys: Vec<(EntityKind, String, &'static str)> = join(mentions);
    let mut groups: BTreeMap<(EntityKind, &str), Vec<usize>> = BTreeMap::new();
    for (i, (kind, key, _)) in keys.iter().enumerate() {
        groups.entry((*kind, key)).or_default().push(i);
    }
    let mut entities: Vec<(Entity, Vec<usize>)> = groups
        .into_iter()
        .map(|((kind, _), members)| (entity(kind, mentions, &keys, &members), members))
        .collect();
    entities.sort_by(|(a, _), (b, _)| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    let mut of = vec![0; mentions.len()];
    for (id, (_, members)) in entities.iter().enumerate() {
        for member in members {
            if let Some(slot) = of.get_mut(*member) {
                *slot = id as u32;
            }
        }
    }
    (entities.into_iter().map(|(entity, _)| entity).collect(), of)
}

/// For each mention its kind, the key of its entity, and why it has it.
fn join(mentions: &[Named]) -> Vec<(EntityKind, String, &'static str)> {
    let mut full_by_part: HashMap<(u32, String), String> = HashMap::new();
    let mut keys = Vec::with_capacity(mentions.len());
    for named in mentions {
        let kind = named.mention.kind;
        let surface = match_key(named.text);
        if let Some(known) = named.mention.known {
            remember(&mut full_by_part, named.document, &surface, known);
            let reason = if match_key(known) == surface {
                "same-spelling"
            } else {
                "known-spelling"
            };
            keys.push((kind, match_key(known), reason));
        } else if let Some(full) = full_by_part
            .get(&(named.document, surface.clone()))
            .filter(|_| kind == EntityKind::Person)
        {
            keys.push((kind, full.clone(), "short-form"));
        } else {
            if kind == EntityKind::Person {
                remember(&mut full_by_part, named.document, &surface, &surface);
            }
            keys.push((kind, surface, "same-spelling"));
        }
    }
    keys
}

/// Notes that the first and the last word of a full name stand for it in this document.
fn remember(parts: &mut HashMap<(u32, String), String>, document: u32, surface: &str, entity: &str) {
    let words: Vec<&str> = surface.split(' ').collect();
    if words.len() > 1 {
        for part in words.first().into_iter().chain(words.last()) {
            parts
                .entry((document, (*part).to_string()))
                .or_insert_with(|| match_key(entity));
        }
    }
}

fn entity(
    kind: EntityKind,
    mentions: &[Named],
    keys: &[(EntityKind, String, &'static str)],
    members: &[usize],
) -> Entity {
    let mut counts: BTreeMap<&str, (u32, &'static str)> = BTreeMap::new();
    let mut documents = BTreeSet::new();
    let mut known = None;
    for i in members {
        let (Some(named), Some((_, _, reason))) = (mentions.get(*i), keys.get(*i)) else {
            continue;
        };
        counts.entry(named.text).or_insert((0, reason)).0 += 1;
        documents.insert(named.document);
        known = known.or(named.mention.known);
    }
    let mut spellings: Vec<Spelling> = counts
        .into_iter()
        .map(|(text, (count, reason))| Spelling {
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            count,
            reason,
        })
        .collect();
    spellings.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    let fullest = spellings
        .iter()
        .max_by_key(|s| (s.text.split(' ').count(), s.count))
        .map(|s| s.text.clone());
    let name = known.map(str::to_string).or(fullest).unwrap_or_default();
    Entity {
        kind,
        name,
        count: spellings.iter().map(|s| s.count).sum(),
        spellings,
        documents,
    }
}
