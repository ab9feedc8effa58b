//! Names that are also words, and words that are also names: the cases of tests/cases/ambiguous_*.tsv, each in a sentence of its own.
//!
//! What a sentence alone does not tell is not told, so not every case can be right; how many are is counted, and may only grow.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use warraq::{Corpus, Settings};

/// The kind that the sentence's last `span` was tagged with, "O" for none.
fn kind_of(sentence: &str, span: &str) -> &'static str {
    let mut corpus = Corpus::new(Settings::default());
    // A paragraph under a headline, as sentences mostly stand.
    corpus
        .add(
            "case.txt",
            format!("من أخبار اليوم\n\n{sentence}\n").as_bytes(),
            None,
        )
        .unwrap();
    let document = corpus.report().documents.remove(0);
    let at = document.text.rfind(span).unwrap();
    let start = document.text[..at].encode_utf16().count() as u32;
    let end = start + span.encode_utf16().count() as u32;
    let tagged = document
        .mentions
        .iter()
        .find(|m| m.range.start < end && start < m.range.end);
    tagged.map_or("O", |m| m.kind)
}

fn right(cases: &str) -> (usize, Vec<String>) {
    let mut wrong = Vec::new();
    let mut right = 0;
    for line in cases
        .lines()
        .filter(|line| !line.starts_with('#') && line.contains('\t'))
    {
        let columns: Vec<&str> = line.split('\t').collect();
        let (sentence, span, expected) = (columns[0], columns[1], columns[2]);
        if sentence == "sentence" {
            continue;
        }
        let kind = kind_of(sentence, span);
        if kind == expected {
            right += 1;
        } else {
            wrong.push(format!("{span} is {expected}, not {kind}: {sentence}"));
        }
    }
    (right, wrong)
}

#[test]
fn most_people_whose_names_are_words_are_told_from_the_words() {
    let (right, wrong) = right(include_str!("cases/ambiguous_people.tsv"));
    println!("{right} right\n{}", wrong.join("\n"));
    assert!(right >= 60, "{right} right\n{}", wrong.join("\n"));
}

#[test]
fn most_places_and_bodies_whose_names_are_words_are_told_from_the_words() {
    let (right, wrong) = right(include_str!("cases/ambiguous_places.tsv"));
    println!("{right} right\n{}", wrong.join("\n"));
    assert!(right >= 100, "{right} right\n{}", wrong.join("\n"));
}

#[test]
fn what_only_stands_where_names_do_is_none() {
    let cases = [
        ("دفعت الشركة للبلدية ثلاثة ملايين دولار العام الماضي.", "دولار", "O"),
        ("بلغت كلفة الجسر 400 ألف دينار، نصفها من البلدية.", "دينار", "O"),
        (
            "وقال القاضي العراقي المتقاعد سامر القيسي إن الصيغة جاهزة.",
            "المتقاعد",
            "O",
        ),
        (
            "وقال القاضي العراقي المتقاعد سامر القيسي إن الصيغة جاهزة.",
            "سامر القيسي",
            "PER",
        ),
        ("the committee will read the draft next week.", "draft", "O"),
        ("the committee will read the draft next week.", "committee", "O"),
    ];
    for (sentence, span, kind) in cases {
        assert_eq!(kind_of(sentence, span), kind, "{span}: {sentence}");
    }
}
