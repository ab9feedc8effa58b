//! Joins inside one article: the short form to the full name, what stands in parentheses to what stands before them.

use super::Source;
use super::node::Nodes;
use crate::entity::lexical::is_quote;
use crate::entity::recall::stands_for_full;
use crate::entity::spelling::{Likeness, compare};
use crate::entity::{EntityKind, Mention};
use crate::lexicon;
use crate::span::Span;

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
    let full: Vec<(usize, usize, String)> = (0..document.mentions.len())
        .filter_map(|i| {
            let node = *nodes.of_mention.get(first + i)?;
            let named = nodes
                .get(node)
                .filter(|n| n.kind == EntityKind::Person && n.key.contains(' '))?;
            Some((i, node, named.key.clone()))
        })
        .collect();
    for i in 0..document.mentions.len() {
        let Some(node) = nodes.of_mention.get(first + i).copied() else {
            continue;
        };
        let Some(short) = nodes
            .get(node)
            .filter(|n| n.kind == EntityKind::Person && n.document.is_some())
        else {
            continue;
        };
        let key = short.key.clone();
        let bearers = || full.iter().filter(|(_, _, name)| is_short_for(&key, name));
        let before = bearers().rfind(|(at, ..)| *at < i);
        if let Some((_, full, _)) = before.or_else(|| bearers().next()) {
            nodes.union(node, *full, Some("short-form"));
        }
    }
}

/// Whether a single name stands for a full one: its last part, or its first where that is no given name («شي جين بينغ», «وانغ يي»).
fn is_short_for(short: &str, full: &str) -> bool {
    let (Some(head), Some(tail)) = (full.split(' ').next(), full.split(' ').next_back()) else {
        return false;
    };
    let same = |part: &str| part == short || compare(part, short) == Likeness::Same;
    same(tail) || head == short && stands_for_full(head, true, full.split(' '))
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
    let agency = |m: &Mention| {
        m.known
            .is_some_and(|k| lexicon::any(&crate::text::fold::match_key(k), |e| e.class == "agency"))
    };
    words(b) <= words(a) && !agency(b)
}
