//! One entity, one row: mentions joined within an article and across articles, each spelling with the reason why.
//!
//! In: the mentions of all documents. Out: entities, the entity of each mention, and joins that are offered but not made. Mentions of one
//! folded name are a `node`; `within` joins the nodes of one article (short forms, «(آسيان)»), `across` the spellings of one
//! name over all articles. No step compares all pairs: what may be one name shares a key.

mod across;
mod node;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use super::alias::{Aliases, Rule};
use super::{EntityKind, Mention};
use crate::order;
use crate::text::fold::match_key;
use node::Nodes;

/// A document as [`link`] sees it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    /// Its id.
    pub id: u32,
    /// Its text.
    pub text: &'t str,
    /// Its mentions, in order.
    pub mentions: &'t [Mention],
}

/// A spelling of an entity: example at [`link`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it stands in the text.
    pub text: String,
    /// How often.
    pub count: u32,
    /// Why it was joined, as a stable code.
    pub reason: &'static str,
}

/// An entity over all documents: example at [`link`].
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

/// What [`link`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// Most mentioned first.
    pub entities: Vec<Entity>,
    /// For each mention, documents in order, the index of its entity.
    pub of: Vec<u32>,
    /// Pairs of entities that may be one, for a person to decide: indices, and the reason.
    pub offers: Vec<(u32, u32, &'static str)>,
}

/// Joins the mentions of all documents into entities; what a person decided goes before what the names look like.
///
/// [`Corpus`](crate::Corpus) does this with the names that it finds; by itself it joins names that were found otherwise.
///
/// ```
/// use warraq::Span;
/// use warraq::entity::link::{Source, link};
/// use warraq::entity::{EntityKind, Mention, alias::Aliases};
/// let named = |text: &str, name: &str| {
///     let start = text.find(name).unwrap();
///     let span = Span::new(start, start + name.len());
///     Mention { span, kind: EntityKind::Person, score: 1.0, reason: "ours", known: None }
/// };
/// let texts = ["التقى إيغور كالانوف الوفد", "سافر ايغور كالانوف أمس"];
/// let mentions = [[named(texts[0], "إيغور كالانوف")], [named(texts[1], "ايغور كالانوف")]];
/// let source = |at: usize| Source { id: at as u32, text: texts[at], mentions: &mentions[at] };
/// let linked = link(&[source(0), source(1)], &Aliases::default());
/// assert_eq!((linked.entities.len(), linked.entities[0].spellings.len()), (1, 2));
/// assert_eq!(linked.of, [0, 0]);
/// ```
#[must_use]
pub fn link(documents: &[Source], aliases: &Aliases) -> Linked {
    let mut nodes = Nodes::of(documents, aliases);
    within::join(documents, &mut nodes);
    let offers = across::join(&mut nodes);
    nodes.merge(aliases);
    let mut linked = assemble(documents, &mut nodes, &offers);
    rename(&mut linked.entities, aliases);
    dismiss(&mut linked, aliases);
    linked
}

/// Takes back the offers that a person declined.
fn dismiss(linked: &mut Linked, aliases: &Aliases) {
    let entities = &linked.entities;
    let called = |id: u32, kind: EntityKind, key: &str| {
        entities
            .get(id as usize)
            .is_some_and(|e| e.kind == kind && is_called(e, key))
    };
    for rule in &aliases.rules {
        let Rule::Distinct(kind, a, b) = rule else {
            continue;
        };
        let (a, b) = (match_key(a), match_key(b));
        linked.offers.retain(|&(x, y, _)| {
            let these = called(x, *kind, &a) && called(y, *kind, &b);
            let those = called(x, *kind, &b) && called(y, *kind, &a);
            !these && !those
        });
    }
}

/// Whether the name, folded, is the entity's or one of its spellings.
fn is_called(entity: &Entity, key: &str) -> bool {
    match_key(&entity.name) == key || entity.spellings.iter().any(|s| match_key(&s.text) == key)
}

/// Shows entities under the names that a person gave them.
fn rename(entities: &mut [Entity], aliases: &Aliases) {
    for rule in &aliases.rules {
        let (kind, name, shown) = match rule {
            Rule::Rename(kind, name, shown) => (*kind, name, shown),
            Rule::Merge(kind, name, _) => (*kind, name, name),
            _ => continue,
        };
        let key = match_key(name);
        entities
            .iter_mut()
            .filter(|e| e.kind == kind && is_called(e, &key))
            .for_each(|e| e.name.clone_from(shown));
    }
}

fn assemble(documents: &[Source], nodes: &mut Nodes, offers: &[(usize, usize)]) -> Linked {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for mention in 0..nodes.of_mention.len() {
        groups
            .entry(nodes.root_of_mention(mention))
            .or_default()
            .push(mention);
    }
    let all: Vec<(u32, &str, &Mention)> = documents
        .iter()
        .flat_map(|d| d.mentions.iter().map(|m| (d.id, m.span.of(d.text), m)))
        .collect();
    let mut entities: Vec<(Entity, usize, Vec<usize>)> = groups
        .into_iter()
        .map(|(root, members)| (entity(&all, nodes, &members), root, members))
        .collect();
    order::sort_by(&mut entities, |(a, ..), (b, ..)| {
        b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name))
    });
    let mut of = vec![0; all.len()];
    let mut id_of_root = BTreeMap::new();
    for (id, (_, root, members)) in (0..).zip(&entities) {
        id_of_root.insert(*root, id);
        for member in members {
            if let Some(slot) = of.get_mut(*member) {
                *slot = id;
            }
        }
    }
    let id = |nodes: &mut Nodes, node| id_of_root.get(&nodes.root(node)).copied();
    let mut offered: Vec<(u32, u32, &'static str)> = offers
        .iter()
        .filter_map(|(a, b)| Some((id(nodes, *a)?, id(nodes, *b)?)))
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.min(b), a.max(b), "similar-spelling"))
        .collect();
    offered.sort_unstable();
    offered.dedup();
    Linked {
        entities: entities.into_iter().map(|(entity, ..)| entity).collect(),
        of,
        offers: offered,
    }
}

fn entity(all: &[(u32, &str, &Mention)], nodes: &Nodes, members: &[usize]) -> Entity {
    // As written: the same again and again.
    let mut written: BTreeMap<&str, (u32, &'static str)> = BTreeMap::new();
    let mut kinds: BTreeMap<EntityKind, u32> = BTreeMap::new();
    let mut documents = BTreeSet::new();
    let mut known = None;
    for member in members {
        let Some((document, text, mention)) = all.get(*member) else {
            continue;
        };
        written.entry(text).or_insert((0, nodes.reason(*member))).0 += 1;
        *kinds.entry(mention.kind).or_default() += 1;
        known = known.or(mention.known.filter(|_| !nodes.is_split(*member)));
        documents.insert(*document);
    }
    let mut counts: BTreeMap<String, (u32, &'static str)> = BTreeMap::new();
    for (text, (count, reason)) in written {
        let spelling = text.split_whitespace().collect::<Vec<_>>().join(" ");
        counts.entry(spelling).or_insert((0, reason)).0 += count;
    }
    let mut spellings: Vec<Spelling> = counts
        .into_iter()
        .map(|(text, (count, reason))| Spelling { text, count, reason })
        .collect();
    order::sort_by(&mut spellings, |a, b| {
        b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text))
    });
    let fullest = spellings
        .iter()
        .max_by_key(|s| (s.text.split(' ').count(), s.count))
        .map(|s| s.text.clone());
    let name = known.map(str::to_string).or(fullest).unwrap_or_default();
    let kind = kinds
        .into_iter()
        .max_by_key(|(_, n)| *n)
        .map_or(EntityKind::Misc, |(kind, _)| kind);
    Entity {
        kind,
        name,
        count: spellings.iter().map(|s| s.count).sum(),
        spellings,
        documents,
    }
}

#[cfg(test)]
mod tests;
