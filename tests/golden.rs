//! What the whole analysis says of each sample, with the tags under the words: tests/golden/*.snap, one for each file of tests/samples.
//!
//! A change shows in the snapshots what it does to real articles. Look at each before accepting it (`cargo insta review`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use warraq::report::{Document, Range, Report};
use warraq::{Corpus, Settings};

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|p| p.is_file() && !p.ends_with("README.md"))
        .collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_string()
}

/// Each block with what was found in it, indented under the words.
fn with_tags(document: &Document, report: &Report) -> String {
    let text = |range: Range| range.of(&document.text).to_string();
    let mut out = String::new();
    for story in &document.stories {
        let title = story.title.map_or("-".to_string(), text);
        let or = |value: &Option<String>| value.clone().unwrap_or("-".to_string());
        let (published, source) = (or(&story.published), or(&story.source));
        writeln!(
            out,
            "{} story: {} | {published} | {source} | {}",
            story.role,
            title.trim(),
            story.tags.join("، ")
        )
        .unwrap();
    }
    for block in &document.blocks {
        let inside = |range: &Range| block.range.start <= range.start && range.end <= block.range.end;
        let reason = if block.reason.is_empty() {
            String::new()
        } else {
            format!(" ({})", block.reason)
        };
        writeln!(out, "\n{}{reason}\n{}", block.kind, text(block.range).trim()).unwrap();
        for mention in document.mentions.iter().filter(|m| inside(&m.range)) {
            let entity = &report.entities[mention.entity as usize];
            writeln!(
                out,
                "    {} {} = {} [{}]",
                mention.kind,
                text(mention.range),
                entity.name,
                mention.reason
            )
            .unwrap();
        }
        for quote in document.quotes.iter().filter(|q| inside(&q.range)) {
            let speaker = quote.speaker.map(|id| report.entities[id as usize].name.clone());
            let speaker = speaker
                .or(quote.speaker_phrase.map(text))
                .unwrap_or("?".to_string());
            let how = if quote.direct { "QUOTE" } else { "REPORTED" };
            writeln!(out, "    {how} {speaker}: {}", text(quote.range)).unwrap();
        }
        for date in document.dates.iter().filter(|d| inside(&d.range)) {
            writeln!(out, "    DATE {} = {}", text(date.range), date.value).unwrap();
        }
    }
    let keywords: Vec<&str> = document
        .keywords
        .iter()
        .take(10)
        .map(|k| k.term.as_str())
        .collect();
    writeln!(out, "\nkey words: {}", keywords.join("، ")).unwrap();
    out
}

fn analysed() -> Report {
    let mut corpus = Corpus::new(Settings::default());
    for path in samples() {
        corpus
            .add(&name(&path), &std::fs::read(&path).unwrap(), None)
            .unwrap();
    }
    corpus.report()
}

#[test]
fn each_sample_is_tagged_as_its_golden_file_says() {
    let report = analysed();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for document in &report.documents {
            insta::assert_snapshot!(document.name.clone(), with_tags(document, &report));
        }
    });
}

#[test]
fn offsets_are_utf16_units_into_the_text_and_blocks_cover_every_line() {
    for document in analysed().documents {
        let units: Vec<u16> = document.text.encode_utf16().collect();
        let mut covered = vec![false; units.len()];
        for block in &document.blocks {
            covered[block.range.start as usize..block.range.end as usize]
                .iter_mut()
                .for_each(|c| {
                    assert!(!*c, "{}: blocks overlap", document.name);
                    *c = true;
                });
        }
        for (unit, covered) in units.iter().zip(covered) {
            let space = char::from_u32(u32::from(*unit)).is_some_and(char::is_whitespace);
            assert!(
                covered || space || *unit == 0xFEFF,
                "{}: a character is in no block",
                document.name
            );
        }
        assert!(
            document
                .mentions
                .windows(2)
                .all(|m| m[0].range.end <= m[1].range.start),
            "{}",
            document.name
        );
    }
}

#[test]
fn copies_among_the_samples_are_clusters() {
    let report = analysed();
    let names = |d: &warraq::report::Duplicate| {
        let mut names: Vec<&str> = d
            .stories
            .iter()
            .map(|(id, _)| &report.documents[*id as usize].name[..2])
            .collect();
        names.sort_unstable();
        names.join(" ")
    };
    let mut clusters: Vec<String> = report.duplicates.iter().map(names).collect();
    clusters.sort();
    assert_eq!(clusters, ["01 02", "04 05"]);
}
