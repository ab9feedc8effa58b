//! Native speed of tagging names, in MB/s of UTF-8: `cargo bench --no-default-features --bench tag -- FILE`, FILE being Arabic articles, one a line.
#![allow(clippy::expect_used)] // A benchmark stops at what it cannot read.

use std::hint::black_box;
use std::time::Instant;

use warraq::entity::tagger;
use warraq::text::fold::match_key;
use warraq::text::token::{sentences, tokenize};

fn main() {
    let Some(file) = std::env::args().skip(1).find(|arg| !arg.starts_with("--")) else {
        eprintln!(
            "tag: name a file of Arabic articles: cargo bench --no-default-features --bench tag -- FILE"
        );
        return;
    };
    let text = std::fs::read_to_string(&file).expect("the file is UTF-8");
    let articles: Vec<Vec<Vec<String>>> = text.lines().map(keys).collect();
    let tag = || {
        for article in &articles {
            let sentences: Vec<Vec<&str>> = article
                .iter()
                .map(|s| s.iter().map(String::as_str).collect())
                .collect();
            black_box(tagger::tag(black_box(&sentences)));
        }
    };
    tag(); // The model is read with the first article.
    let best = (0..5)
        .map(|_| {
            let start = Instant::now();
            tag();
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!(
        "tag names {:8.1} MB/s",
        text.len() as f64 / 1e6 / best.as_secs_f64()
    );
}

/// The folded tokens of each sentence.
fn keys(article: &str) -> Vec<Vec<String>> {
    let tokens = tokenize(article);
    let sentences = sentences(article, &tokens).into_iter();
    let keys = |range: std::ops::Range<usize>| {
        let tokens = tokens.get(range).unwrap_or_default();
        tokens
            .iter()
            .map(|token| match_key(token.span.of(article)))
            .collect()
    };
    sentences.map(keys).collect()
}
