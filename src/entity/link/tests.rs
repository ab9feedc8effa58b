//! Cases of tests/cases/links.txt: articles as lists of names, and the rows that must come out.

use super::*;
use crate::span::Span;
use crate::text::fold::match_key;

/// Articles parted by `|`, names by `،` or parentheses, each with a kind after `/` where it is no person; the rows are the joined spellings.
fn rows(case: &str) -> Vec<String> {
    let articles: Vec<(String, Vec<Mention>)> = case.split('|').map(article).collect();
    let source =
        |(id, (text, mentions)): (u32, &'static (String, Vec<Mention>))| Source { id, text, mentions };
    let articles: &'static [_] = articles.leak();
    let sources: Vec<Source> = (0..).zip(articles).map(source).collect();
    let spellings = |entity: &Entity| {
        let mut spellings: Vec<&str> = entity.spellings.iter().map(|s| s.text.as_str()).collect();
        spellings.sort_unstable();
        spellings.join(" = ")
    };
    let mut rows: Vec<String> = link(&sources, &Aliases::default())
        .entities
        .iter()
        .map(spellings)
        .collect();
    rows.sort();
    rows
}

/// The article's text without the kinds, and its mentions.
fn article(case: &str) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for part in case.split_inclusive(['،', '(', ')']) {
        let name = part.trim_end_matches(['،', '(', ')']);
        let (bare, kind) = name.trim().split_once('/').unwrap_or((name.trim(), "PER"));
        let start = text.len() + name.len() - name.trim_start().len();
        text.push_str(&name[..name.len() - name.trim_start().len()]);
        text.push_str(bare);
        text.push(' ');
        text.push_str(&part[name.len()..]);
        if !bare.is_empty() {
            mentions.push(mention(bare, kind, start));
        }
    }
    (text, mentions)
}

fn mention(name: &str, kind: &str, start: usize) -> Mention {
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];
    let kind = kinds.into_iter().find(|k| k.name() == kind).unwrap();
    let known = crate::lexicon::lookup(&match_key(name))
        .iter()
        .find(|e| e.class == "person")
        .map(|e| e.name);
    Mention {
        span: Span::new(start, start + name.len()),
        kind,
        score: 1.0,
        reason: "lexicon",
        known,
    }
}

#[test]
fn every_case_gives_its_rows() {
    let cases = include_str!("../../../tests/cases/links.txt");
    let mut wrong = Vec::new();
    for block in cases.split("\n\n").map(str::trim).filter(|b| !b.is_empty()) {
        let lines: Vec<&str> = block.lines().filter(|l| !l.starts_with('#')).collect();
        let Some((case, expected)) = lines.split_first() else {
            continue;
        };
        let mut expected: Vec<&str> = expected.iter().map(|l| l.trim()).collect();
        expected.sort_unstable();
        let found = rows(case);
        if found != expected {
            wrong.push(format!("{case}\n  expected {expected:#?}\n  found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
