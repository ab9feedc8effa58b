//! How often the encoding of a real article is found, and a wrong reading of it undone: articles of a corpus, written in each encoding
//! and given back as bytes.
//!
//! Needs `antcorpus.jsonl.gz` in the shared folder beside the repository or in `WARRAQ_SHARED`, and is skipped without it.
//! All articles: `cargo test --release --test decode -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use warraq::text::decode::{Encoding, decode};

type CodePage = fn(u8) -> char;
type Encoder = Box<dyn Fn(&str) -> Vec<u8>>;

fn encoder(encoding: Encoding) -> Encoder {
    match encoding {
        Encoding::Utf8 => Box::new(|text| text.as_bytes().to_vec()),
        Encoding::Utf16Le => Box::new(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Box::new(|text| text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        page => {
            let bytes: HashMap<char, u8> = (0x80..=0xFF)
                .filter_map(|byte| {
                    let text = decode(&[byte], Some(page)).ok()?.text;
                    text.chars().next().map(|c| (c, byte))
                })
                .collect();
            // As software does that saves a text in a code page: what has no place in it becomes a question mark.
            let byte = move |c: char| {
                if c.is_ascii() {
                    c as u8
                } else {
                    *bytes.get(&c).unwrap_or(&b'?')
                }
            };
            Box::new(move |text| text.chars().map(&byte).collect())
        }
    }
}

fn articles(step: usize) -> Option<Vec<String>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("WARRAQ_SHARED").map_or(beside, PathBuf::from);
    let file = std::fs::File::open(shared.join("corpora/antcorpus.jsonl.gz")).ok()?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file))
        .lines()
        .step_by(step);
    let texts = lines.map(|line| {
        let article: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        format!(
            "{}\n{}\n",
            article["title"].as_str().unwrap(),
            article["text"].as_str().unwrap()
        )
    });
    Some(texts.collect())
}

/// Prints how many pieces of `length` bytes (0: whole articles) are read right, and asserts the share asked for.
fn measure(texts: &[String], length: usize, at_least: f64) {
    for encoding in Encoding::ALL {
        let encode = encoder(encoding);
        let (mut all, mut right, mut sure, mut sure_wrong) = (0, 0, 0, 0);
        for text in texts {
            let mut bytes = encode(text);
            if length > 0 && bytes.len() >= length {
                bytes.truncate(length);
            } else if length > 0 || bytes.len() < 300 {
                continue;
            }
            all += 1;
            let found = decode(&bytes, None);
            let hit = found.as_ref().is_ok_and(|d| d.encoding == encoding);
            let confident = found.is_ok_and(|d| d.confidence >= 0.95);
            right += usize::from(hit);
            sure += usize::from(confident);
            sure_wrong += usize::from(confident && !hit);
        }
        let size = if length == 0 {
            "whole".into()
        } else {
            format!("{length} B")
        };
        let share = right as f64 / all as f64;
        println!(
            "{size:>7}  {:<13} {all:>6} {share:>9.4} {:>9.4} {sure_wrong:>5}",
            encoding.name(),
            sure as f64 / all as f64
        );
        assert!(share >= at_least, "{} of {size}: {share}", encoding.name());
    }
}

/// windows-1252 as programs read it.
fn windows_1252(byte: u8) -> char {
    let low = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match byte {
        0x80..=0x9F => low.chars().nth(usize::from(byte) - 0x80).unwrap(),
        _ => char::from(byte),
    }
}

fn windows_1256(byte: u8) -> char {
    match decode(&[byte], Some(Encoding::Windows1256)) {
        Ok(decoded) => decoded.text.chars().next().unwrap(),
        Err(_) => char::from(byte), // A control character or white space alone.
    }
}

/// Prints how many articles come back from a wrong reading as they were, and that none is changed that was fine.
fn measure_repair(texts: &[String]) {
    let readings: [(Encoding, &str, CodePage); 5] = [
        (Encoding::Utf8, "windows-1252", windows_1252),
        (Encoding::Utf8, "latin-1", char::from),
        (Encoding::Utf8, "windows-1256", windows_1256),
        (Encoding::Windows1256, "windows-1252", windows_1252),
        (Encoding::Iso8859_6, "windows-1252", windows_1252),
    ];
    for text in texts {
        let decoded = decode(text.as_bytes(), None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.notices.len()), (text.as_str(), 0));
    }
    println!("read in       as             texts  restored");
    for (right, name, wrong) in readings {
        let encode = encoder(right);
        let table: Vec<char> = (0..=255).map(wrong).collect();
        let restored = texts.iter().filter(|text| {
            let bytes = encode(text);
            let misread: String = bytes.iter().map(|b| table[usize::from(*b)]).collect();
            let wanted = decode(&bytes, Some(right)).unwrap().text;
            decode(misread.as_bytes(), None).is_ok_and(|d| d.text == wanted)
        });
        let share = restored.count() as f64 / texts.len() as f64;
        println!("{:<13} {name:<13} {:>6} {share:>9.4}", right.name(), texts.len());
        assert!(share >= 0.99, "{} as {name}: {share}", right.name());
    }
}

fn run(step: usize) {
    let Some(texts) = articles(step) else {
        println!("skipped: no antcorpus.jsonl.gz in the shared folder");
        return;
    };
    println!("   size  encoding       texts     right      sure  sure but wrong");
    measure(&texts, 0, 0.99);
    measure(&texts, 300, 0.99);
    measure(&texts, 100, 0.99);
    measure(&texts, 40, 0.9);
    measure(&texts, 16, 0.8);
    measure_repair(&texts);
}

#[test]
fn encodings_of_some_articles_are_found() {
    run(50);
}

#[test]
#[ignore = "takes a minute without optimisation"]
fn encodings_of_all_articles_are_found() {
    run(1);
}
