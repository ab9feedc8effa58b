//! Native speed of the text stages, in MB/s of UTF-8: `cargo bench --no-default-features --bench text -- FILE`, FILE being Arabic text, some ten megabytes.
#![allow(clippy::expect_used)] // A benchmark stops at what it cannot read.

use std::hint::black_box;
use std::time::Instant;

use warraq::text::normalize::{Form, Normalizer, Switches};
use warraq::text::{count_words, token, words};

fn main() {
    let Some(file) = std::env::args().skip(1).find(|arg| !arg.starts_with("--")) else {
        eprintln!("text: name a file of Arabic text: cargo bench --no-default-features --bench text -- FILE");
        return;
    };
    let text = std::fs::read_to_string(&file).expect("the file is UTF-8");
    let solid: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for (name, switches) in Switches::PROFILES {
        let normalizer = Normalizer::new(&switches);
        measure(&format!("normalize, {name}"), &text, |text| {
            normalizer.normalize(text)
        });
        measure(&format!("normalize, {name}, mapped"), &text, |text| {
            normalizer.normalize_mapped(text)
        });
    }
    let nfkc = Normalizer::new(&Switches {
        form: Form::Nfkc,
        ..Switches::MATCH
    });
    measure("normalize, match in NFKC", &text, |text| nfkc.normalize(text));
    measure("normalize, NFKC, no space", &solid, |text| nfkc.normalize(text));
    measure(
        "normalize, NFKC, all marks",
        &"ب\u{0651}\u{0653}".repeat(text.len() / 6),
        |text| nfkc.normalize(text),
    );
    measure("tokenize", &text, token::tokenize);
    measure("tokenize, no space", &solid, token::tokenize);
    measure(
        "tokenize, one letter",
        &"ب".repeat(text.len() / 2),
        token::tokenize,
    );
    measure("tokenize and count", &text, count_words);
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
        "{name:32} {:8.1} MB/s",
        text.len() as f64 / 1e6 / best.as_secs_f64()
    );
}
