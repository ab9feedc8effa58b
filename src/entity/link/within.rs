//! Joins inside one article: the short form to the full name, what stands in parentheses to what stands before them.

use std::rc::Rc;

use super::Source;
use super::node::Nodes;
use crate::entity::lexical::is_quote;
use crate::entity::recall::stands_for_full;
use crate::entity::spelling::{Likeness, compare, skeleton};
use crate::entity::{EntityKind, Mention};
use crate::lexicon;
use crate::span::Span;
use crate::text::fold::match_key;

pub(super) fn join(documents: &[Source], nodes: &mut Nodes) {
    let mut first = 0;
    for document in documents {
        short_forms(document, first, nodes);
        apposition(document, first, nodes);
        first += document.mentions.len();
    }
}

/// Joins each single name of a person to the full name that ends, or begins, with it: the nearest before, else the first after, as
/// headlines name a man before the text does.
fn short_forms(document: &Source, first: usize, nodes: &mut Nodes) {
    let full: Vec<Full> = (0..document.mentions.len())
        .filter_map(|at| Full::of(at, *nodes.of_mention.get(first + at)?, nodes))
        .collect();
    for at in 0..document.mentions.len() {
        let Some(node) = nodes.of_mention.get(first + at).copied() else {
            continue;
        };
        let Some(short) = nodes
            .get(node)
            .filter(|n| n.kind == EntityKind::Person && n.document.is_some())
        else {
            continue;
        };
        let key = short.key.clone();
        let consonants: String = skeleton(&key).collect();
        let bearers = || full.iter().filter(|full| full.bears(&key, &consonants));
        let before = bearers().rfind(|full| full.at < at);
        if let Some(full) = before.or_else(|| bearers().next()) {
            nodes.union(node, full.node, Some("short-form"));
        }
    }
}

/// A full name of a person in an article.
struct Full {
    /// Which mention it is.
    at: usize,
    node: usize,
    name: Rc<str>,
    /// The skeleton of its last part: made once, since it meets every single name of the article.
    consonants: String,
}

impl Full {
    fn of(at: usize, node: usize, nodes: &Nodes) -> Option<Self> {
        let named = nodes.get(node).filter(|n| n.kind == EntityKind::Person)?;
        let (_, last) = named.key.rsplit_once(' ')?;
        Some(Full {
            at,
            node,
            name: named.key.clone(),
            consonants: skeleton(last).collect(),
        })
    }

    /// Whether a single name, with these consonants, stands for the full one: its last part, or its first where that is no given name
    /// («شي جين بينغ», «وانغ يي»).
    fn bears(&self, short: &str, consonants: &str) -> bool {
        let (Some((head, _)), Some((_, tail))) = (self.name.split_once(' '), self.name.rsplit_once(' '))
        else {
            return false;
        };
        tail == short
            || self.consonants == consonants && compare(tail, short) == Likeness::Same
            || head == short && stands_for_full(head, true, self.name.split(' '))
    }
}

/// «رابطة دول جنوب شرق آسيا (آسيان)», «الرئاسة الروسية (الكرملين)»: the second name is another of the first.
fn apposition(document: &Source, first: usize, nodes: &mut Nodes) {
    for (i, pair) in document.mentions.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let organizations = a.kind == EntityKind::Organization && b.kind == EntityKind::Organization;
        let between = Span {
            start: a.span.end,
            end: b.span.start,
        }
        .of(document.text);
        let after = document.text.get(b.span.end as usize..).unwrap_or_default();
        if organizations
            && is_opening(between)
            && after
                .trim_start_matches(|c: char| is_quote(c) || c.is_whitespace())
                .starts_with(')')
            && fits(a, b, document.text)
        {
            let (Some(x), Some(y)) = (
                nodes.of_mention.get(first + i).copied(),
                nodes.of_mention.get(first + i + 1).copied(),
            ) else {
                continue;
            };
            let (known_x, known_y) = (nodes.known(x), nodes.known(y));
            if known_x.is_none() || known_y.is_none() || known_x == known_y {
                nodes.union(y, x, Some("apposition"));
            }
        }
    }
}

fn is_opening(between: &str) -> bool {
    between.trim().trim_matches(is_quote).trim() == "("
}

/// The name in parentheses is the shorter one; «وزارة الدفاع (رويترز)» is a credit.
fn fits(a: &Mention, b: &Mention, text: &str) -> bool {
    let words = |m: &Mention| m.span.of(text).split_whitespace().count();
    let agency = lexicon::any(&match_key(b.span.of(text)), |e| e.class == "agency");
    words(b) <= words(a) && !agency
}
