//! Versions of one story, written for this project.

use proptest::prelude::*;

use super::*;
use crate::article::{Format, segment};

fn compared(a: &str, b: &str) -> Comparison {
    let story = |text| Story::of(text, &segment(text, Format::Text), 0);
    compare(&story(a), &story(b))
}

/// The passages, a line each: `=` same, `~` reworded with its edits, `-` cut, `+` added, `>` before what is at another place.
fn shown(a: &str, b: &str) -> String {
    let texts = (a, b);
    let cut =
        |text: &str, range: &Option<Range>| range.map_or(String::new(), |range| range.of(text).to_string());
    let line = |passage: &Passage| {
        let sign = match passage.change {
            Change::Same => format!("= {}", cut(texts.1, &passage.b)),
            Change::Cut => format!("- {}", cut(texts.0, &passage.a)),
            Change::Added => format!("+ {}", cut(texts.1, &passage.b)),
            Change::Reworded => {
                let edits = passage.edits.iter().map(|edit| match edit.change {
                    Change::Cut => format!("[-{}-]", cut(texts.0, &edit.a)),
                    Change::Added => format!("[+{}+]", cut(texts.1, &edit.b)),
                    _ => cut(texts.1, &edit.b),
                });
                format!("~ {}", edits.collect::<Vec<_>>().join(" "))
            }
        };
        format!("{}{sign}", if passage.moved { ">" } else { "" })
    };
    let lines = compared(a, b).passages;
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

const WIRE: &str = "افتتاح محطة تحلية في العقبة\nافتتحت سلطة المياه أمس محطة لتحلية مياه البحر في العقبة. وتنتج المحطة خمسين ألف متر مكعب يوميا. \
    وقال مدير المشروع رامي الخطيب إن العمل استمر ثلاث سنوات. ويبدأ الضخ إلى الأحياء الشرقية مطلع الشهر المقبل.";

#[test]
fn a_story_is_like_itself() {
    let same = compared(WIRE, WIRE);
    assert!(same.passages.iter().all(|p| p.change == Change::Same && !p.moved));
    assert_eq!((same.cut, same.added), (0, 0));
}

#[test]
fn words_and_sentences_cut_added_and_changed() {
    let outlet = "افتتاح محطة تحلية في العقبة\nافتتحت سلطة المياه الاردنية أمس محطة لتحلية مياه البحر في العقبة. وتنتج المحطة ستين ألف متر مكعب يوميا. \
        ويبدأ الضخ إلى الأحياء الشرقية مطلع الشهر المقبل. ورحب تجار المدينة بالافتتاح.";
    assert_eq!(
        shown(WIRE, outlet),
        "= افتتاح محطة تحلية في العقبة\n\
         ~ افتتحت سلطة المياه [+الاردنية+] أمس محطة لتحلية مياه البحر في العقبة\n\
         ~ وتنتج المحطة [-خمسين-] [+ستين+] ألف متر مكعب يوميا\n\
         - وقال مدير المشروع رامي الخطيب إن العمل استمر ثلاث سنوات.\n\
         = ويبدأ الضخ إلى الأحياء الشرقية مطلع الشهر المقبل.\n\
         + ورحب تجار المدينة بالافتتاح."
    );
}

#[test]
fn another_spelling_is_no_other_wording() {
    let a = "خبر السوق\nأُعلنت الأسعار الجديدة فى الإسكندرية.";
    let b = "خبر السوق\nاعلنت الاسعار الجديدة في الاسكندرية.";
    assert_eq!(
        compared(a, b)
            .passages
            .iter()
            .filter(|p| p.change != Change::Same)
            .count(),
        0
    );
}

#[test]
fn a_sentence_at_another_place_is_moved_and_not_cut() {
    let a = "خبر الميناء\nوصلت سفينة القمح إلى الميناء صباحا. أضرب عمال الرافعات ساعتين كاملتين. عاد العمل عند الظهر بهدوء تام.";
    let b = "خبر الميناء\nأضرب عمال الرافعات ساعتين كاملتين. عاد العمل عند الظهر بهدوء تام. وصلت سفينة القمح إلى الميناء صباحا.";
    assert_eq!(
        shown(a, b),
        "= خبر الميناء\n= أضرب عمال الرافعات ساعتين كاملتين.\n= عاد العمل عند الظهر بهدوء تام.\n>= وصلت سفينة القمح إلى الميناء صباحا."
    );
}

#[test]
fn two_sentences_that_became_one_are_one_passage() {
    let a = "خبر الجسر\nأغلقت البلدية الجسر القديم يوم الأحد. ويستمر الترميم ستة أشهر كاملة.";
    let b = "خبر الجسر\nأغلقت البلدية الجسر القديم يوم الأحد، ويستمر الترميم ستة أشهر كاملة.";
    assert_eq!(
        shown(a, b),
        "= خبر الجسر\n= أغلقت البلدية الجسر القديم يوم الأحد، ويستمر الترميم ستة أشهر كاملة."
    );
}

proptest! {
    /// Every word of both is told of once, and ranges are in order inside their passage.
    #[test]
    fn every_word_is_kept_cut_or_added(a in "[ابج ]{1,8}([.] [ابج ]{1,9}){0,9}", b in "[ابج ]{1,8}([.] [ابج ]{1,9}){0,9}") {
        let (a, b) = (format!("عنوان\n{a}"), format!("عنوان\n{b}"));
        let story = |text| Story::of(text, &segment(text, Format::Text), 0);
        let (first, second) = (story(&a), story(&b));
        let found = compare(&first, &second);
        prop_assert_eq!((found.kept + found.cut) as usize, first.words.len());
        prop_assert_eq!((found.kept + found.added) as usize, second.words.len());
        for passage in &found.passages {
            for edit in &passage.edits {
                let inside = |range: Option<Range>, whole: Option<Range>| range.is_none_or(|r| whole.is_some_and(|w| w.start <= r.start && r.end <= w.end));
                prop_assert!(inside(edit.a, passage.a) && inside(edit.b, passage.b));
            }
        }
    }
}
