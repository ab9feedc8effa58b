use rust_stemmers::{Algorithm, Stemmer};
use warraq::text::fold::match_key;
use warraq::text::{particle::split, stem::group_key, words};

use crate::{peer_rows, rows};

fn group(word: &str) -> String {
    group_key(&split(word, &|_| false)).key
}

/// Of the pairs of forms that have one key: the share that belongs together; and of those that belong together, the share with one key.
fn score(key: impl Fn(&str) -> String) -> (f64, f64) {
    let rows = rows(include_str!("../cases/lemmas.tsv"));
    let forms: Vec<(usize, String)> = rows
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| cells[1].split(' ').map(move |form| (row, form)))
        .map(|(row, form)| (row, key(form)))
        .collect();
    let (mut together, mut joined, mut right) = (0, 0, 0);
    for (i, (row, key)) in forms.iter().enumerate() {
        for (other_row, other_key) in forms.iter().skip(i + 1) {
            together += u32::from(row == other_row);
            joined += u32::from(key == other_key);
            right += u32::from(row == other_row && key == other_key);
        }
    }
    (
        f64::from(right) / f64::from(joined),
        f64::from(right) / f64::from(together),
    )
}

/// Grouping is better than Snowball alone on both counts, and joins little that is apart.
#[test]
fn groups() {
    let snowball = Stemmer::create(Algorithm::Arabic);
    let (their_precision, their_recall) = score(|word| snowball.stem(&match_key(word)).into_owned());
    let (precision, recall) = score(group);
    println!(
        "groups: precision {precision:.3}, recall {recall:.3}; Snowball alone {their_precision:.3}, {their_recall:.3}"
    );
    assert!(precision > 0.97 && recall > 0.94, "{precision} {recall}");
    assert!(precision > their_precision && recall > their_recall);
}

#[test]
fn forms_of_one_word_are_one_group() {
    for form in ["رئيسا", "للرئيس", "الرئيسان", "رؤساء"] {
        assert_eq!(group(form), group("الرئيس"), "{form}");
    }
    for (one, other) in [
        ("عالم", "علم"),
        ("كتاب", "كاتب"),
        ("مصر", "مصري"),
        ("مكتب", "مكتبات"),
    ] {
        assert_ne!(group(one), group(other), "{one} {other}");
    }
}

/// Words that are no group with their stem here, on purpose: «العربية» is not counted with «عرب», nor «كلمات» with «كلم»; «اللذان» is a function
/// word; and of «ساهد», which is no word, Snowball and light10 take different endings.
const APART: [&str; 8] = [
    "العربية",
    "الْعَرَبِــــــيَّة",
    "الكلمات",
    "اللذان",
    "ساهدات",
    "ساهدهات",
    "ساهدي",
    "ساهديه",
];

/// The stemming rows of Lucene (light10) and NLTK (Snowball): their stem and their word are one group here. Their analyzers' rows are
/// not asked: those drop function words and show stems, where the tables show words.
#[test]
fn peers_stems_are_in_the_group_of_their_words() {
    let Some(rows) = peer_rows() else { return };
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .filter(|row| matches!(row[1].as_str(), "ArabicStemFilter" | "SnowballStemmer(arabic)"))
        .collect();
    assert!(!rows.is_empty(), "no row of a stemmer");
    let apart: Vec<String> = rows
        .iter()
        .filter(|row| !APART.contains(&row[2].as_str()) && group(&row[2]) != group(&row[3]))
        .map(|row| format!("{} {}", row[2], row[3]))
        .collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn words_of_a_text() {
    let text = "قال د. سالم في «الـ76» إن BBC نقلت عن أ.ف.ب زيلبيك، وزيلبيك وزيلبيك وبزيلبيك زيلبيك";
    let shown: Vec<String> = words(text)
        .iter()
        .map(|word| {
            let form = &word.form;
            format!("{}{}", form.split.base, if form.stop { " stop" } else { "" })
        })
        .collect();
    assert_eq!(
        shown,
        [
            "قال stop",
            "د",
            "سالم",
            "في stop",
            " stop",
            "ان stop",
            "bbc",
            "نقلت stop",
            "عن stop",
            "ا ف ب",
            "زيلبيك",
            "زيلبيك",
            "زيلبيك",
            "زيلبيك",
            "زيلبيك"
        ]
    );
}
