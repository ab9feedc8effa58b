//! Native speed of the text stages, in MB/s of UTF-8: `cargo bench --no-default-features --bench text -- FILE`, FILE being Arabic text, some ten megabytes.
#![allow(clippy::expect_used)] // A benchmark stops at what it cannot read.

use std::hint::black_box;
use std::time::Instant;

use warraq::text::{token, words};

fn main() {
    let Some(file) = std::env::args().skip(1).find(|arg| !arg.starts_with("--")) else {
        eprintln!("text: name a file of Arabic text: cargo bench --no-default-features --bench text -- FILE");
        return;
    };
    let text = std::fs::read_to_string(&file).expect("the file is UTF-8");
    let solid: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    measure("tokenize", &text, token::tokenize);
    measure("tokenize, no space", &solid, token::tokenize);
    measure(
        "tokenize, one letter",
        &"ب".repeat(text.len() / 2),
        token::tokenize,
    );
    measure("words", &text, words);
    measure("tokenize, sentences", &text, |text| {
        token::sentences(text, &token::tokenize(text))
    });
}

/// Prints the best of five runs.
fn measure<T>(name: &str, text: &str, stage: impl Fn(&str) -> T) {
    let best = (0..5)
        .map(|_| {
            let start = Instant::now();
            black_box(stage(black_box(text)));
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!(
        "{name:24} {:8.1} MB/s",
        text.len() as f64 / 1e6 / best.as_secs_f64()
    );
}
