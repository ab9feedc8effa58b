//! Lines that stand in many of the person's files are furniture; lines that copies of one text share are not.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use warraq::{Corpus, Settings};

/// Headline and text of stories that have nothing in common.
const STORIES: [(&str, &str); 5] = [
    (
        "صيادو جبيل يصلحون مراكبهم",
        "أصلح الصيادون في جبيل مراكبهم الخشبية قبل حلول الشتاء، واشتروا شباكا جديدة من مصنع صغير قرب المرفأ القديم.",
    ),
    (
        "مكتبة متنقلة تصل إلى قرى العلا",
        "وصلت حافلة محملة بالكتب إلى قرى العلا صباح الخميس، واستعار الأطفال منها قصصا عن النجوم والبحار والقوافل.",
    ),
    (
        "مهرجان العسل يبدأ في الشاون",
        "يعرض ثلاثون نحالا عسلهم هذا الأسبوع في ساحة الشاون، بعد موسم جاف خسروا فيه نصف خلاياهم بسبب الحرائق.",
    ),
    (
        "ترميم قلعة قديمة في صلالة",
        "بدأ مهندسون ترميم القلعة المطلة على ميناء صلالة، مستعملين الجص والحجارة التي بنيت بها أول مرة قبل قرون.",
    ),
    (
        "مباراة خيرية في بنزرت",
        "لعب قدامى اللاعبين مباراة ودية في بنزرت أمام ألفي متفرج، وذهب ثمن التذاكر إلى مستشفى الأطفال في المدينة.",
    ),
];

const OVER: &str = "نافذة الشاطئ على الساحل والجبل";
const UNDER: &str = "مطبوعات الشاطئ في كل بيت";

/// The story as its portal prints it, between two lines of its own.
fn portal((title, text): (&str, &str)) -> String {
    format!("{OVER}\n\n{title}\n{text}\n\n{UNDER}\n")
}

fn files(texts: &[String]) -> Vec<(String, &str)> {
    let named = texts.iter().enumerate();
    named
        .map(|(n, text)| (format!("{n}.txt"), text.as_str()))
        .collect()
}

fn corpus<'t>(files: impl IntoIterator<Item = &'t (String, &'t str)>) -> Corpus {
    let mut corpus = Corpus::new(Settings::default());
    for (name, text) in files {
        corpus.add(name, text.as_bytes(), None).unwrap();
    }
    corpus
}

/// What the blocks of each file are, by its name.
fn kinds(corpus: &mut Corpus) -> BTreeMap<String, Vec<String>> {
    let documents = corpus.report().documents.into_iter();
    let said = |block: &warraq::report::Block| format!("{} {}", block.kind, block.reason).trim().to_string();
    documents
        .map(|document| (document.name, document.blocks.iter().map(said).collect()))
        .collect()
}

/// What of a report does not tell in which order files came.
fn found(corpus: &mut Corpus) -> (BTreeMap<String, Value>, BTreeMap<String, Value>) {
    let report = corpus.report();
    let documents = report.documents.into_iter().map(|mut document| {
        document.id = 0;
        document
            .mentions
            .iter_mut()
            .for_each(|mention| mention.entity = 0);
        document.quotes.iter_mut().for_each(|quote| quote.speaker = None);
        (document.name.clone(), serde_json::to_value(document).unwrap())
    });
    let keywords = report.keywords.into_iter();
    let keywords = keywords.map(|keyword| (keyword.term.clone(), serde_json::to_value(keyword).unwrap()));
    (documents.collect(), keywords.collect())
}

const FAMILIAR: [&str; 4] = [
    "furniture in-many-files",
    "title headline",
    "body",
    "furniture in-many-files",
];

#[test]
fn a_line_of_four_texts_is_furniture_in_all_of_them() {
    let texts: Vec<String> = STORIES.iter().map(|story| portal(*story)).collect();
    let files = files(&texts);
    let mut corpus = corpus(&files[..3]);
    let three = found(&mut corpus);
    let alone = kinds(&mut corpus);
    assert_eq!(alone["0.txt"][3], "heading subheading", "{alone:?}");

    let (name, text) = &files[3];
    let fourth = corpus.add(name, text.as_bytes(), None).unwrap().documents[0];
    let all = kinds(&mut corpus);
    assert_eq!(all.len(), 4);
    assert!(all.values().all(|kinds| *kinds == FAMILIAR), "{all:?}");
    assert!(corpus.report().keywords.iter().all(|k| k.term != "مطبوعات"));

    // One that comes later is read without the lines at once, and one that goes takes them with it.
    let (name, text) = &files[4];
    let fifth = corpus.add(name, text.as_bytes(), None).unwrap().documents[0];
    assert_eq!(kinds(&mut corpus)["4.txt"], FAMILIAR);
    corpus.remove(fifth).unwrap();
    assert_eq!(kinds(&mut corpus)["0.txt"], FAMILIAR);
    corpus.remove(fourth).unwrap();
    assert_eq!(found(&mut corpus), three, "as if the fourth had never been");
}

#[test]
fn a_block_that_the_person_brought_back_stays() {
    let texts: Vec<String> = STORIES.iter().map(|story| portal(*story)).collect();
    let files = files(&texts);
    let mut corpus = corpus(&files[..3]);
    corpus.set_block(0, 3, Some(true)).unwrap();
    let (name, text) = &files[3];
    corpus.add(name, text.as_bytes(), None).unwrap();
    let all = kinds(&mut corpus);
    assert_eq!(
        (all["0.txt"][3].as_str(), all["1.txt"][3].as_str()),
        ("body person", FAMILIAR[3])
    );
}

#[test]
fn copies_of_one_story_keep_the_lines_that_they_share() {
    let (title, text) = STORIES[0];
    let last = "مراكب جبيل تنتظر الربيع";
    // Each paper adds a sentence of its own, so that no two files are the same.
    let texts: Vec<String> = (0..8)
        .map(|n| format!("{title}\n{text}\nالمراكب والشباك\nوجاء في الطبعة رقم {n} أن العدد كبير.\n{last}\n"))
        .collect();
    let all = kinds(&mut corpus(&files(&texts)));
    let outside = |kinds: &Vec<String>| kinds.iter().any(|kind| kind.contains("in-many-files"));
    assert!(!all.values().any(outside), "{all:?}");
    // Eight copies and three other texts that end in the same line are four texts.
    let others = STORIES[1..4]
        .iter()
        .map(|(title, text)| format!("{title}\n{text}\n{last}\n"));
    let texts: Vec<String> = texts.into_iter().chain(others).collect();
    let all = kinds(&mut corpus(&files(&texts)));
    assert!(all.values().all(outside), "{all:?}");
}

#[test]
fn a_headline_of_four_texts_is_still_their_headline() {
    // A rubric that is written anew every day.
    let texts: Vec<String> = STORIES
        .iter()
        .map(|(_, text)| format!("أخبار الأسواق اليوم\n{text} وأغلقت الأسواق اليوم على ارتفاع.\n"))
        .collect();
    let all = kinds(&mut corpus(&files(&texts)));
    assert!(all.values().all(|kinds| kinds[0] == "title headline"), "{all:?}");
}

#[test]
fn an_item_between_paragraphs_and_a_dateline_are_not_furniture() {
    let texts: Vec<String> = STORIES
        .iter()
        .map(|(title, text)| {
            format!("{title}\nنزوى - نجوى الكندي\n{text}\nفريق الساحل\nفريق الجبل\n{text} وانتهى اليوم بلا حوادث.\n")
        })
        .collect();
    let all = kinds(&mut corpus(&files(&texts)));
    for kinds in all.values() {
        assert_eq!(kinds[1], "source dateline", "{kinds:?}");
        assert!(
            !kinds[3].contains("in-many-files") && !kinds[4].contains("in-many-files"),
            "{kinds:?}"
        );
    }
}

#[test]
fn a_line_of_few_among_many_texts_is_not_furniture() {
    let portals = STORIES[..4].iter().map(|story| portal(*story));
    let other = |n: u32| {
        let words: Vec<String> = (0..20).map(|word| format!("كلمة{}", n * 20 + word)).collect();
        format!("عنوان الخبر رقم {n}\n{}.\n", words.join(" "))
    };
    let kinds_among = |others: u32| {
        let texts: Vec<String> = portals.clone().chain((0..others).map(other)).collect();
        kinds(&mut corpus(&files(&texts)))["0.txt"].clone()
    };
    assert_eq!(kinds_among(36), FAMILIAR, "one text of ten");
    assert_ne!(kinds_among(37), FAMILIAR, "fewer");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_of_the_files_is_of_no_matter(order in Just([0, 1, 2, 3, 4]).prop_shuffle(), reported in 0usize..5) {
        let texts: Vec<String> = STORIES.iter().map(|story| portal(*story)).collect();
        let files = files(&texts);
        let mut shuffled = Corpus::new(Settings::default());
        for (n, i) in order.into_iter().enumerate() {
            let (name, text) = &files[i];
            shuffled.add(name, text.as_bytes(), None).unwrap();
            if n == reported {
                let _ = shuffled.report();
            }
        }
        prop_assert_eq!(found(&mut shuffled), found(&mut corpus(&files)));
    }
}
