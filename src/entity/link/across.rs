//! Joins across articles: spellings of one name by its consonants, and a single name by the only one who bears it.

use std::collections::{BTreeMap, HashMap};

use super::node::Nodes;
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
    let mut buckets: BTreeMap<(EntityKind, String), Vec<usize>> = BTreeMap::new();
    for (id, node) in nodes
        .list
        .iter()
        .enumerate()
        .filter(|(_, n)| n.document.is_none())
    {
        for key in block_keys(&node.key) {
            buckets.entry((node.kind, key)).or_default().push(id);
        }
    }
    let mut offers = Vec::new();
    for bucket in buckets.values().filter(|b| (2..=MAX_BUCKET).contains(&b.len())) {
        for (n, a) in bucket.iter().enumerate() {
            for b in bucket.iter().skip(n + 1) {
                match likeness(nodes, *a, *b) {
                    Likeness::Same => nodes.union(*b, *a, Some("similar-spelling")),
                    Likeness::Perhaps => offers.push((*a, *b)),
                    Likeness::None => {}
                }
            }
        }
    }
    offers
}

/// The consonants of a name, and for long names the consonants with one left out each: a slip of the pen still meets its name.
fn block_keys(key: &str) -> Vec<String> {
    let whole = skeleton(key);
    let letters: Vec<char> = whole.chars().collect();
    let mut keys = vec![whole];
    if letters.len() >= 5 {
        keys.extend((0..letters.len()).map(|out| {
            letters
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != out)
                .map(|(_, c)| *c)
                .collect()
        }));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
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
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
    for id in 0..nodes.list.len() {
        let Some(node) = nodes
            .get(id)
            .filter(|n| n.kind == EntityKind::Person && n.key.contains(' '))
        else {
            continue;
        };
        let last = node.key.split(' ').next_back().unwrap_or_default().to_string();
        let root = nodes.root(id);
        let list = bearers.entry(last).or_default();
        if !list.contains(&root) {
            list.push(root);
        }
    }
    let mut offers = Vec::new();
    let mut alone: HashMap<String, usize> = HashMap::new();
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
