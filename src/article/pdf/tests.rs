//! Layouts as PDFs have them, and what is read of them.

use super::read;
use crate::article::{BlockKind, Format, Source};

/// A run for each line, from the right margin on, letters half as wide as high.
fn layout(lines: &[(&str, f32, f32)]) -> String {
    let runs: Vec<String> = lines
        .iter()
        .map(|(text, y, size)| run(text, 540.0 - text.chars().count() as f32 * size / 2.0, *y, *size))
        .collect();
    format!("{{\"warraq-pdf\":1,\"pages\":[[{}]]}}", runs.join(","))
}

fn run(text: &str, x: f32, y: f32, size: f32) -> String {
    let width = text.chars().count() as f32 * size / 2.0;
    format!("[{},{x},{y},{width},{size}]", serde_json::json!(text))
}

const STORY: [(&str, f32, f32); 4] = [
    ("افتتاح سوق السمك في المدينة القديمة", 780.0, 20.0),
    (
        "افتتح الصيادون سوقهم الجديد صباح الأحد بعد عام من العمل على المبنى القديم",
        740.0,
        12.0,
    ),
    ("الذي بناه التجار قبل قرن.", 722.0, 12.0),
    (
        "وقالت الجمعية إن عشرين طنا من السمك بيعت في اليوم الأول من الأسبوع كله.",
        690.0,
        12.0,
    ),
];

const READ: &str = "افتتاح سوق السمك في المدينة القديمة\n\
    افتتح الصيادون سوقهم الجديد صباح الأحد بعد عام من العمل على المبنى القديم الذي بناه التجار قبل قرن.\n\
    وقالت الجمعية إن عشرين طنا من السمك بيعت في اليوم الأول من الأسبوع كله.\n";

#[test]
fn lines_become_paragraphs_and_the_larger_one_the_headline() {
    let source = Source::new(layout(&STORY), Format::Pdf);
    assert_eq!((source.text.as_str(), source.notices.len()), (READ, 0));
    let article = source.segment(&|_| false);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Title, BlockKind::Body, BlockKind::Body]);
}

#[test]
fn letters_that_stand_backwards_are_put_right_and_that_is_said() {
    let backwards = STORY.map(|(text, y, size)| (text.chars().rev().collect::<String>(), y, size));
    let lines: Vec<(&str, f32, f32)> = backwards
        .iter()
        .map(|(text, y, size)| (text.as_str(), *y, *size))
        .collect();
    let (page, notices) = read(&layout(&lines));
    assert_eq!(page.text, READ);
    assert_eq!(notices.iter().map(|n| n.code).collect::<Vec<_>>(), ["reordered"]);
    // Where it holds for a part alone nothing is turned, and that is said too.
    let mut mixed = STORY.to_vec();
    mixed.extend(lines.iter().map(|(text, y, size)| (*text, y - 200.0, *size)));
    let (page, notices) = read(&layout(&mixed));
    assert!(page.text.starts_with(READ), "{}", page.text);
    assert_eq!(
        notices.iter().map(|n| n.code).collect::<Vec<_>>(),
        ["visual-order"]
    );
}

#[test]
fn glyphs_in_their_forms_are_letters_and_spaces_are_seen() {
    // «في عام 2024», a glyph a run, from the left, as Chromium prints it.
    let runs = [
        ("2024", 100.0, 24.0),
        (" ", 124.0, 4.0),
        ("\u{FEE1}", 128.0, 6.0),
        ("\u{FE8E}", 134.0, 4.0),
        ("\u{FECB}", 138.0, 6.0),
        ("\u{FEF2}", 149.0, 8.0),
        ("\u{FED3}", 157.0, 5.0),
    ];
    let runs: Vec<String> = runs
        .iter()
        .map(|(text, x, width)| format!("[{},{x},700,{width},12]", serde_json::json!(text)))
        .collect();
    let (page, _) = read(&format!("{{\"warraq-pdf\":1,\"pages\":[[{}]]}}", runs.join(",")));
    assert_eq!(page.text, "في عام 2024\n");
}

#[test]
fn a_ligature_in_two_runs_is_one_word() {
    // «الأحد» as Chromium prints it: the alef of the ligature and a space after it without width.
    let runs = [
        ("\u{FEAA}", 407.0, 5.7),
        ("\u{FEA3}", 412.7, 7.6),
        ("أ", 420.3, 0.0),
        (" ", 420.3, 0.0),
        ("ال", 420.3, 8.0),
    ];
    let runs: Vec<String> = runs
        .iter()
        .map(|(text, x, width)| format!("[{},{x},700,{width},12]", serde_json::json!(text)))
        .collect();
    let (page, _) = read(&format!("{{\"warraq-pdf\":1,\"pages\":[[{}]]}}", runs.join(",")));
    assert_eq!(page.text, "الأحد\n");
}

#[test]
fn columns_are_read_from_the_right() {
    let mut runs = vec![run("عنوان الصفحة كلها فوق العمودين معا", 200.0, 800.0, 20.0)];
    for row in 0..6 {
        let y = 760.0 - row as f32 * 16.0;
        runs.push(run(
            &format!("سطر اليمين رقم {row} وفيه كلام كثير"),
            330.0,
            y,
            12.0,
        ));
        runs.push(run(&format!("سطر اليسار رقم {row} وفيه كلام كثير"), 60.0, y, 12.0));
    }
    let (page, _) = read(&format!("{{\"warraq-pdf\":1,\"pages\":[[{}]]}}", runs.join(",")));
    let at = |words: &str| {
        page.text
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {}", page.text))
    };
    assert!(at("عنوان") < at("اليمين رقم 0"));
    assert!(at("اليمين رقم 5") < at("اليسار رقم 0"), "{}", page.text);
}

#[test]
fn bad_layouts_are_read_without_harm() {
    for layout in [
        "",
        "{}",
        "{\"warraq-pdf\":1,\"pages\":[]}",
        "{\"warraq-pdf\":1,\"pages\":[[[\"ا\",1e38,1e38,1e38,1e38],[\"\",0,0,0,0]]]}",
    ] {
        assert!(read(layout).1.is_empty());
    }
}
