//! The cases of tests/cases/quotes.tsv: a paragraph, and its quotes with cue and speaker.

use super::*;
use crate::article::{self, Format};
use crate::entity::{self, words};

fn described(text: &str) -> Vec<String> {
    let article = article::segment(text, Format::Text);
    let words = words::of_article(text, &article);
    let mentions = entity::tag(&words);
    let quotes = find(text, &article, &words, &mentions);
    let part = |span: Option<Span>| span.map_or("-", |s| s.of(text)).to_string();
    let row = |q: &Quote| {
        let speaker = q
            .speaker
            .and_then(|i| mentions.get(i))
            .map(|m| m.span)
            .or(q.phrase);
        let way = if q.direct { "«»" } else { "~" };
        format!("{way} {} | {} | {}", q.span.of(text), part(q.cue), part(speaker))
    };
    quotes.iter().map(row).collect()
}

#[test]
fn every_case_gives_its_quotes() {
    let cases = include_str!("../../tests/cases/quotes.txt");
    let mut wrong = Vec::new();
    for case in cases.split("\n\n").map(str::trim).filter(|c| !c.is_empty()) {
        let lines: Vec<&str> = case.lines().filter(|l| !l.starts_with('#')).collect();
        let (text, expected): (Vec<&str>, Vec<&str>) = lines.into_iter().partition(|l| !l.starts_with("  "));
        let found = described(&text.join("\n"));
        let expected: Vec<&str> = expected.into_iter().map(str::trim).collect();
        if found != expected {
            wrong.push(format!(
                "{}\n  expected {expected:#?}\n  found {found:#?}",
                text.join("\n")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
