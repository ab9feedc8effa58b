//! Overlap: how far a headline and a text speak of the same things.
//!
//! Words are cut to a rough stem, as in the light stemmers for Arabic retrieval (Larkey, Ballesteros & Connell, "Light stemming for
//! Arabic information retrieval", 2007), and then to four letters: a headline says «تتفقان» where its story says «اتفقت».

use std::collections::HashSet;

use crate::lexicon::{self, Kind};

/// The stems of some words, function words left out.
pub fn stems<'w>(words: impl IntoIterator<Item = &'w String>) -> HashSet<&'w str> {
    words
        .into_iter()
        .filter(|word| word.chars().count() >= 3 && !lexicon::any(word, |e| e.kind == Kind::Stop))
        .map(|word| stem(word))
        .collect()
}

/// The share of `title`'s stems that are in `text`, 0 to 1; 0 for a title of none.
pub fn share(title: &HashSet<&str>, text: &HashSet<&str>) -> f32 {
    if title.is_empty() {
        return 0.0;
    }
    title.iter().filter(|stem| text.contains(*stem)).count() as f32 / title.len() as f32
}

fn stem(word: &str) -> &str {
    const BEFORE: [&str; 13] = [
        "وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "س",
    ];
    const AFTER: [&str; 17] = [
        "تهما", "هما", "تها", "ها", "هم", "ات", "ان", "ون", "ين", "يه", "ته", "وا", "تا", "ه", "ي", "ت", "ا",
    ];
    let long = |rest: &str| rest.chars().count() >= 3;
    let strip = |word, list: &[&str], from_start: bool| {
        list.iter()
            .find_map(|affix| {
                let rest = if from_start {
                    str::strip_prefix(word, affix)
                } else {
                    str::strip_suffix(word, affix)
                };
                rest.filter(|rest| long(rest))
            })
            .unwrap_or(word)
    };
    let word = strip(word, &BEFORE, true);
    let word = strip(word, &AFTER, false);
    // The verb's person: «تتفق», «يتفق», «اتفق».
    let word = strip(word, &["ت", "ي", "ن", "ا"], true);
    match word.char_indices().nth(4) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (a, b) in [
            ("تتفقان", "اتفقت"),
            ("والقوات", "قواتهما"),
            ("الصادرات", "صادراتها"),
            ("للعلاقات", "علاقاته"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
    }
}
