use proptest::prelude::*;
use warraq::text::particle::{Reason, Split, candidates, split};

use crate::rows;

fn alone(_: &str) -> bool {
    false
}

/// The word with «+» after each particle before it and before its pronoun.
fn shown(word: &str, split: &Split) -> String {
    let (before, rest) = word.split_at(split.prefix_len);
    let (rest, after) = rest.split_at(rest.len() - split.suffix_len);
    let mut out = String::new();
    // Marks and tatweel belong to the particle that they stand on.
    for c in before.chars() {
        if !out.is_empty() && !warraq::text::fold::match_key(&c.to_string()).is_empty() {
            out.push('+');
        }
        out.push(c);
    }
    let parts = [out.as_str(), rest, after];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("+")
}

#[test]
fn cases() {
    let rows = rows(include_str!("../cases/particles.tsv"));
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let found = split(&row[0], &alone);
            let shown = shown(&row[0], &found);
            (shown != row[1])
                .then(|| format!("{} is {shown} ({:?}, base {})", row[1], found.reason, found.base))
        })
        .collect();
    let right = rows.len() - wrong.len();
    println!("particles: {right} of {} right", rows.len());
    assert!(right * 100 >= rows.len() * 97, "{}", wrong.join("\n"));
}

/// Function words, forms with marks, and what the caller knows.
#[test]
fn evidence() {
    let corpus = |word: &str| word == "كيشور";
    assert_eq!(shown("وكيشور", &split("وكيشور", &alone)), "وكيشور");
    assert_eq!(shown("وكيشور", &split("وكيشور", &corpus)), "و+كيشور");
    assert_eq!(split("وكيشور", &corpus).reason, Reason::Corpus);
    assert_eq!(split("وكالة", &alone).reason, Reason::Listed);
    assert_eq!(split("وبالـ", &alone).reason, Reason::Particles);
    assert_eq!(split("وبالـ", &alone).base, "");
    assert_eq!(split("للحزب", &alone).base, "حزب");
    assert!(split("للحزب", &alone).clitics.article);
}

#[test]
fn candidates_start_where_the_rest_is_written() {
    let found = |word: &str| -> Vec<String> {
        candidates(word)
            .into_iter()
            .map(|candidate| format!("{} {}", &word[candidate.start..], candidate.key))
            .collect()
    };
    assert_eq!(
        found("بأفغانستان"),
        ["بأفغانستان بافغانستان", "أفغانستان افغانستان"]
    );
    assert_eq!(found("للحزب"), ["للحزب للحزب", "لحزب لحزب", "لحزب الحزب"]);
    assert_eq!(
        found("وَبِالـقاهرة"),
        ["وَبِالـقاهرة وبالقاهره", "بِالـقاهرة بالقاهره", "الـقاهرة القاهره"]
    );
    assert_eq!(found("مصر"), ["مصر مصر"]);
}

proptest! {
    /// Any reading of any word is made of whole characters of the word.
    #[test]
    fn splits_are_parts_of_the_word(word in "[وفبكلسالهنمايتـَ\u{200C}ﻻأ]{0,12}|\\PC{0,8}") {
        let found = split(&word, &alone);
        prop_assert!(word.is_char_boundary(found.prefix_len));
        prop_assert!(word.is_char_boundary(word.len() - found.suffix_len));
        prop_assert!(found.prefix_len + found.suffix_len <= word.len());
        for candidate in candidates(&word) {
            prop_assert!(word.is_char_boundary(candidate.start));
        }
    }
}
