//! Nodes: the mentions that are surely one because they are written alike, and a union-find over them.

use std::collections::HashMap;
use std::rc::Rc;

use super::Source;
use crate::disjoint::Disjoint;
use crate::entity::alias::{Aliases, Rule};
use crate::entity::{EntityKind, lexical};
use crate::lexicon::{self, Kind};
use crate::text::fold::match_key;

/// Mentions of one folded name. A person's single name is a node in each document by itself: «وانغ» is not the same man everywhere.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub kind: EntityKind,
    /// The folded name, without class word and marks.
    pub key: Rc<str>,
    /// The entity that the lexicon knows by this name.
    pub known: Option<&'static str>,
    /// The document, where the node is of one document only.
    pub document: Option<u32>,
    /// Mentions in it.
    pub count: u32,
    /// Why the node was joined to another, as a stable code.
    pub reason: &'static str,
    /// A person decided that it is an entity of its own.
    pub split: bool,
}

#[derive(Debug, Default)]
pub(super) struct Nodes {
    pub list: Vec<Node>,
    /// The node of each mention, documents in order.
    pub of_mention: Vec<usize>,
    sets: Disjoint,
}

impl Nodes {
    pub(super) fn of(documents: &[Source], aliases: &Aliases) -> Self {
        let mut nodes = Nodes::default();
        let splits: Vec<(EntityKind, String)> = aliases.rules.iter().filter_map(split_off).collect();
        let mut keys = Keys::default();
        let mut by_key: HashMap<(EntityKind, Rc<str>, Option<u32>), usize> = HashMap::new();
        let mut by_name: HashMap<(EntityKind, &'static str), usize> = HashMap::new();
        for document in documents {
            for mention in document.mentions {
                let key = keys.of(mention.span.of(document.text), mention.kind);
                let short =
                    mention.kind == EntityKind::Person && !key.contains(' ') && mention.known.is_none();
                let split = splits
                    .iter()
                    .any(|(kind, name)| *kind == mention.kind && **name == *key);
                let local = (short && !split).then_some(document.id);
                let id = *by_key
                    .entry((mention.kind, key.clone(), local))
                    .or_insert_with(|| {
                        let reason = if mention.known.is_some_and(|k| *match_key(k) != *key) {
                            "known-spelling"
                        } else {
                            "same-spelling"
                        };
                        nodes.push(Node {
                            kind: mention.kind,
                            key,
                            known: mention.known,
                            document: local,
                            count: 0,
                            reason,
                            split,
                        })
                    });
                if let Some(node) = nodes.list.get_mut(id) {
                    node.count += 1;
                    node.known = node.known.or(mention.known);
                }
                if let Some(known) = mention.known.filter(|_| !split) {
                    let first = *by_name.entry((mention.kind, known)).or_insert(id);
                    nodes.union(id, first, None);
                }
                nodes.of_mention.push(id);
            }
        }
        nodes
    }

    fn push(&mut self, node: Node) -> usize {
        self.list.push(node);
        self.sets.push()
    }

    pub(super) fn get(&self, node: usize) -> Option<&Node> {
        self.list.get(node)
    }

    /// The node that stands for all that were joined with this one.
    pub(super) fn root(&mut self, node: usize) -> usize {
        self.sets.root(node)
    }

    pub(super) fn root_of_mention(&mut self, mention: usize) -> usize {
        let node = self.of_mention.get(mention).copied().unwrap_or(0);
        self.root(node)
    }

    /// Joins `node` to `other`; with a reason unless the two are written alike anyway.
    pub(super) fn union(&mut self, node: usize, other: usize, reason: Option<&'static str>) {
        let (a, b) = (self.root(node), self.root(other));
        if a == b
            || [node, other, a, b]
                .iter()
                .any(|n| self.get(*n).is_some_and(|n| n.split))
        {
            return;
        }
        self.sets.join(a, b);
        if let (Some(node), Some(reason)) = (self.list.get_mut(node), reason) {
            node.reason = reason;
        }
    }

    /// Joins what a person says is one entity. The later decision holds: what is split off after it was merged stays apart, and a name
    /// given before the merge is understood.
    pub(super) fn merge(&mut self, aliases: &Aliases) {
        for (rule, after) in aliases.rules.iter().zip(1..) {
            let Rule::Merge(kind, name, other) = rule else {
                continue;
            };
            let (before, later) = aliases.rules.split_at(after);
            let (key, other) = (
                named_before(name, *kind, before),
                named_before(other, *kind, before),
            );
            let apart =
                |rule: &Rule| split_off(rule).is_some_and(|(k, n)| k == *kind && (n == key || n == other));
            if later.iter().any(apart) {
                continue;
            }
            let named = |n: &Node, key: &str| {
                n.kind == *kind && (*n.key == *key || n.known.is_some_and(|k| match_key(k) == key))
            };
            let find = |key: &str| self.list.iter().position(|n| named(n, key));
            let Some(first) = find(&key) else { continue };
            let mut others: Vec<usize> = (0..self.list.len())
                .filter(|id| self.get(*id).is_some_and(|n| named(n, &other)))
                .collect();
            // A short form that its own article explains is that other name's, unless there is no other that could be meant.
            let free = |id: &usize| self.get(*id).is_some_and(|n| n.reason != "short-form");
            if others.iter().any(free) {
                others.retain(free);
            }
            for second in others {
                let (a, b) = (self.root(first), self.root(second));
                self.sets.join(a, b);
                if let Some(node) = self.list.get_mut(second) {
                    node.reason = "person";
                }
            }
        }
    }

    /// The entity of the lexicon that any of the joined nodes is known as.
    pub(super) fn known(&mut self, node: usize) -> Option<&'static str> {
        let root = self.root(node);
        self.get(node)
            .and_then(|n| n.known)
            .or_else(|| self.get(root).and_then(|n| n.known))
    }

    /// Whether a person split the mention's name off.
    pub(super) fn is_split(&self, mention: usize) -> bool {
        self.of_mention
            .get(mention)
            .and_then(|node| self.get(*node))
            .is_some_and(|node| node.split)
    }

    pub(super) fn reason(&self, mention: usize) -> &'static str {
        self.of_mention
            .get(mention)
            .and_then(|node| self.get(*node))
            .map_or("same-spelling", |node| node.reason)
    }
}

/// The kind and key that a rule splits off.
fn split_off(rule: &Rule) -> Option<(EntityKind, String)> {
    match rule {
        Rule::Split(kind, name) => Some((*kind, core(name, *kind))),
        _ => None,
    }
}

/// The key of the texts' own name for what is shown as `shown` since one of the rules renamed it.
fn named_before(shown: &str, kind: EntityKind, rules: &[Rule]) -> String {
    let mut key = core(shown, kind);
    for rule in rules.iter().rev() {
        match rule {
            Rule::Rename(k, name, shown) if *k == kind && core(shown, kind) == key => key = core(name, kind),
            _ => {}
        }
    }
    key
}

/// The keys of names as they are written, made once each.
#[derive(Default)]
struct Keys<'t>(HashMap<(&'t str, EntityKind), Rc<str>>);

impl<'t> Keys<'t> {
    fn of(&mut self, written: &'t str, kind: EntityKind) -> Rc<str> {
        let key = self.0.entry((written, kind));
        key.or_insert_with(|| core(written, kind).into()).clone()
    }
}

/// What of a mention is the name: the fold of it without quotation marks, and for organisations without the class word before a name
/// of their own («حركة طالبان» is «طالبان»).
fn core(text: &str, kind: EntityKind) -> String {
    let folded = match_key(text);
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || lexical::is_quote(c))
        .filter(|w| !w.is_empty())
        .collect();
    if let (EntityKind::Organization, Some((first, rest))) = (kind, words.split_first()) {
        let rest = rest.join(" ");
        let bare = first.strip_prefix("ال").unwrap_or(first);
        let named = lexicon::any(&rest, |e| e.kind == Kind::Organization && !e.ambiguous);
        if named && lexicon::any(bare, |e| e.kind == Kind::OrgClass) {
            return rest;
        }
    }
    words.join(" ")
}
