//! Joins across articles: spellings of one name by its consonants, and a single name by the only one who bears it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter;
use std::rc::Rc;

use super::node::{Node, Nodes};
use crate::entity::EntityKind;
use crate::entity::spelling::{Likeness, compare, skeleton};
use crate::lexicon;

/// More nodes with one key than this are no spellings of one name but a common word.
const MAX_BUCKET: usize = 64;

/// Joins what is surely one name; returns the pairs of nodes that perhaps are.
pub(super) fn join(nodes: &mut Nodes) -> Vec<(usize, usize)> {
    let mut offers = spellings(nodes);
    offers.extend(only_bearers(nodes));
    offers
}

/// Compares the nodes of a kind that share their consonants.
fn spellings(nodes: &mut Nodes) -> Vec<(usize, usize)> {
    let mut keyed: Vec<(u64, usize)> = Vec::new();
    let list = nodes.list.iter().enumerate();
    for (id, node) in list.filter(|(_, node)| node.document.is_none()) {
        keyed.extend(block_keys(node).map(|key| (key, id)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    let mut pairs = Vec::new();
    let buckets = keyed.chunk_by(|(a, _), (b, _)| a == b);
    for bucket in buckets.filter(|bucket| bucket.len() <= MAX_BUCKET) {
        for (n, (_, a)) in bucket.iter().enumerate() {
            pairs.extend(bucket.iter().skip(n + 1).map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut offers = Vec::new();
    for (a, b) in pairs {
        match likeness(nodes, a, b) {
            Likeness::Same => nodes.union(b, a, Some("similar-spelling")),
            Likeness::Perhaps => offers.push((a, b)),
            Likeness::None => {}
        }
    }
    offers
}

/// Hashes of a name's kind with its consonants, and for long names with its consonants but for one each: a slip of the pen still meets its
/// name (Mor and Fraenkel 1982, deletion neighbourhoods). Names that meet are compared, so a collision only costs time.
fn block_keys(node: &Node) -> impl Iterator<Item = u64> {
    let letters: Vec<char> = skeleton(&node.key).collect();
    let kind = node.kind;
    let missing = if letters.len() >= 5 { letters.len() } else { 0 };
    // Past the last letter: none is missing.
    (0..missing).chain(iter::once(usize::MAX)).map(move |out| {
        let mut hasher = DefaultHasher::new();
        kind.hash(&mut hasher);
        let rest = letters.iter().enumerate().filter(|(at, _)| *at != out);
        rest.for_each(|(_, letter)| letter.hash(&mut hasher));
        hasher.finish()
    })
}

fn likeness(nodes: &mut Nodes, a: usize, b: usize) -> Likeness {
    if nodes.root(a) == nodes.root(b) {
        return Likeness::None;
    }
    // What the lexicon knows under two names is two.
    if let (Some(x), Some(y)) = (nodes.known(a), nodes.known(b)) {
        return if x == y { Likeness::Same } else { Likeness::None };
    }
    let (Some(x), Some(y)) = (nodes.get(a), nodes.get(b)) else {
        return Likeness::None;
    };
    compare(&x.key, &y.key)
}

/// Joins a person's single name, where no full name in its article explained it, to the one person who bears it as last name; all its
/// articles' own are one if nobody does.
fn only_bearers(nodes: &mut Nodes) -> Vec<(usize, usize)> {
    let mut bearers: HashMap<Rc<str>, Vec<usize>> = HashMap::new();
    for id in 0..nodes.list.len() {
        let Some(node) = nodes
            .get(id)
            .filter(|n| n.kind == EntityKind::Person && n.key.contains(' '))
        else {
            continue;
        };
        let last = node.key.split(' ').next_back().unwrap_or_default().into();
        let root = nodes.root(id);
        let list = bearers.entry(last).or_default();
        if !list.contains(&root) {
            list.push(root);
        }
    }
    let mut offers = Vec::new();
    let mut alone: HashMap<Rc<str>, usize> = HashMap::new();
    for id in 0..nodes.list.len() {
        let Some(node) = nodes.get(id).filter(|n| n.document.is_some()) else {
            continue;
        };
        let (key, explained) = (node.key.clone(), node.reason == "short-form");
        if explained || nodes.root(id) != id {
            continue;
        }
        let given = lexicon::any(&key, |e| e.class == "given");
        match bearers.get(&key).map(Vec::as_slice) {
            Some([only]) if !given => nodes.union(id, *only, Some("only-bearer")),
            Some(several) => offers.extend(several.iter().map(|full| (*full, id))),
            None => {}
        }
        if nodes.get(id).is_some_and(|n| n.reason != "only-bearer") {
            let first = *alone.entry(key).or_insert(id);
            nodes.union(id, first, None);
        }
    }
    offers
}
