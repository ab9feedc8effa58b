//! The cases of tests/cases/dates.tsv: text, the article's own day, and what must be found.

use super::*;
use proptest::prelude::*;

#[test]
fn every_case_gives_its_dates() {
    let cases = include_str!("../../tests/cases/dates.tsv");
    let mut wrong = Vec::new();
    for line in cases
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        let columns: Vec<&str> = line.split('\t').collect();
        let [text, published, expected] = columns[..] else {
            panic!("three columns: {line:?}")
        };
        let found = find(text, Day::from_iso(published));
        let said: Vec<String> = found
            .iter()
            .map(|d| format!("{}={}", d.span.of(text), d.value))
            .collect();
        if said.join("; ") != expected.trim() {
            wrong.push(format!(
                "{text}\n  expected {expected}\n  found    {}",
                said.join("; ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_spans_fit_it(text in "[\\PC0-9اليوم أمس مايو/.-]{0,80}") {
        for date in find(&text, Day::new(2024, 2, 29)) {
            prop_assert!(!date.span.of(&text).is_empty());
        }
    }
}
