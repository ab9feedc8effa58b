use proptest::prelude::*;
use warraq::text::token::{Token, TokenKind, tokenize};

use crate::{peer_rows, rows};

fn letter(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word => "w",
        TokenKind::Foreign => "f",
        TokenKind::Abbreviation => "a",
        TokenKind::Number => "n",
        TokenKind::Url => "url",
        TokenKind::Email => "mail",
        TokenKind::Handle => "@",
        TokenKind::Hashtag => "#",
        TokenKind::Mark => "m",
        TokenKind::Emoji => "e",
    }
}

#[test]
fn cases() {
    for row in rows(include_str!("../cases/tokens.tsv")) {
        let (text, expected) = (&row[0], &row[1]);
        let found: Vec<String> = tokenize(text)
            .iter()
            .map(|token| format!("{} {}", letter(token.kind), token.span.of(text)))
            .collect();
        assert_eq!(found.join(" | "), *expected, "for {text:?}");
    }
}

/// PyArabic's rows for words and marks. Not charabia's, which cut «ال» off every word that begins so, nor PyArabic's sentences, which end
/// at commas.
#[test]
fn pyarabics_tokens() {
    let Some(rows) = peer_rows() else { return };
    let mut asked = 0;
    for row in rows
        .iter()
        .filter(|row| row[0] == "pyarabic" && row[1] == "tokenize")
    {
        let expected: Vec<String> = serde_json::from_str(&row[3]).unwrap();
        let found: Vec<&str> = tokenize(&row[2])
            .iter()
            .map(|token| token.span.of(&row[2]))
            .collect();
        assert_eq!(found, expected);
        asked += 1;
    }
    assert!(asked > 0, "no row of PyArabic's tokenizer");
}

/// Tokens stand in order, hold something, lie on character boundaries, and only white space, controls and invisible characters lie
/// between them: with the gaps they are the text again.
fn check(text: &str, tokens: &[Token]) -> Result<(), TestCaseError> {
    let mut end = 0;
    let gaps = tokens
        .iter()
        .map(|t| t.span.range())
        .chain(std::iter::once(text.len()..text.len()));
    for range in gaps {
        let gap = text.get(end..range.start);
        prop_assert!(gap.is_some(), "tokens out of order at {end} in {text:?}");
        prop_assert!(
            gap.unwrap().chars().all(invisible),
            "{gap:?} was dropped from {text:?}"
        );
        prop_assert!(
            range.is_empty() == (range.start == text.len()),
            "an empty token in {text:?}"
        );
        prop_assert!(
            text.get(range.clone()).is_some(),
            "a token cuts a character of {text:?}"
        );
        end = range.end;
    }
    Ok(())
}

fn invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Text that is dense in what the tokenizer has rules for.
fn tricky() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "د",
        ".",
        "..",
        "…",
        "أ",
        "ف",
        "و",
        "الـ",
        "76",
        "٢٠",
        "%",
        "٪",
        "،",
        "٫",
        ",",
        " ",
        "\n",
        "(",
        ")",
        "[",
        "]",
        "#",
        "@",
        "_",
        "www.",
        "https://",
        "a",
        "example",
        ".com",
        "/",
        "-",
        "\u{200C}",
        "\u{200F}",
        "\u{FE0F}",
        "\u{20E3}",
        "\u{200D}",
        "👍",
        "\u{1F3FD}",
        "👩",
        "💻",
        "\u{1F1EA}",
        "\u{1F1EC}",
        "«",
        "»",
        "\"",
        "'",
        "!",
        "؟",
        "كتاب",
        "\u{64B}",
        "\u{640}",
        "دبليو",
        "Mr",
        "5",
    ];
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_tokens_and_gaps(text in any::<String>()) {
        check(&text, &tokenize(&text))?;
    }

    #[test]
    fn tricky_text_is_tokens_and_gaps(text in tricky()) {
        check(&text, &tokenize(&text))?;
    }
}
