use proptest::prelude::*;
use warraq::text::token::{sentences, tokenize};

use crate::rows;

#[test]
fn cases() {
    for row in rows(include_str!("../cases/sentences.tsv")) {
        let text = &row[0];
        let tokens = tokenize(text);
        let found: Vec<&str> = sentences(text, &tokens)
            .into_iter()
            .map(|range| {
                &text[tokens[range.start].span.start as usize..tokens[range.end - 1].span.end as usize]
            })
            .collect();
        assert_eq!(found.join(" | "), row[1], "for {text:?}");
    }
}

proptest! {
    #[test]
    fn sentences_cover_all_tokens(text in "[دأو .،؟!…()«»\"\n0-9a-c]{0,60}|\\PC{0,40}") {
        let tokens = tokenize(&text);
        let mut next = 0;
        for range in sentences(&text, &tokens) {
            prop_assert_eq!(range.start, next);
            prop_assert!(range.end > range.start);
            next = range.end;
        }
        prop_assert_eq!(next, tokens.len());
    }
}
