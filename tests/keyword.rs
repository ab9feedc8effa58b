//! What can be asked of a corpus: concordance, collocates, n-grams, use and keyness, on invented articles.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::{env, fs, path::PathBuf};

use proptest::prelude::*;
use warraq::corpus::Reference;
use warraq::keyword::collocate::Window;
use warraq::keyword::concordance::{Query, Sort};
use warraq::keyword::statistic::{Frequency, log_likelihood, percent_diff, tf_idf};
use warraq::keyword::trend::Period;
use warraq::keyword::{Matching, Pattern};
use warraq::{Corpus, Error, Settings};

const TEXTS: [&str; 2] = [
    "افتتاح مكتبة في القصبة\nافتتحت البلدية أمس مكتبة عامة في حي القصبة. وقالت المديرة هالة النجار إن المكتبة تفتح أبوابها يوميا، \
     وإنها مكتبة الحي الأولى.",
    "رحلة إلى دار الكتب\nزار سامي العطار دار الكتب والمكتبة مغلقة، ثم عاد إلى «المكتبة» وحده. وقال العطار إن الـ😀 رمز قمة G20 في 2021.",
];

fn corpus(texts: &[&str]) -> Corpus {
    let mut corpus = Corpus::new(Settings::default());
    for (number, text) in texts.iter().enumerate() {
        corpus
            .add(&format!("{number}.txt"), text.as_bytes(), None)
            .unwrap();
    }
    corpus
}

/// The lines of a query over `corpus`, the place in brackets.
fn shown(corpus: &mut Corpus, query: &Query) -> Vec<String> {
    let report = corpus.report();
    let texts: Vec<Vec<u16>> = report
        .documents
        .iter()
        .map(|d| d.text.encode_utf16().collect())
        .collect();
    let cut = |id: u32, start: u32, end: u32| {
        String::from_utf16(&texts[id as usize][start as usize..end as usize]).unwrap()
    };
    let lines = corpus.concordance(query).unwrap();
    let show = lines.iter().map(|line| {
        let (start, end) = (line.range.start, line.range.end);
        let before = cut(line.document, line.before, start);
        let after = cut(line.document, end, line.after);
        format!("{before}[{}]{after}", cut(line.document, start, end))
    });
    show.collect()
}

fn query(pattern: Pattern, matching: Matching) -> Query {
    Query {
        pattern,
        matching,
        context: 2,
        ..Query::default()
    }
}

#[test]
fn concordance_cases() {
    let mut corpus = corpus(&TEXTS);
    let mut wrong = Vec::new();
    for row in include_str!("cases/concordance.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let [sought, how, sort, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {row}");
        };
        let words = |matching| query(Pattern::Words(sought.into()), matching);
        let mut entity = || {
            corpus
                .report()
                .entities
                .iter()
                .find(|e| e.name == sought)
                .unwrap()
                .id
        };
        let asked = match how {
            "exact" => words(Matching::Exact),
            "folded" => words(Matching::Folded),
            "grouped" => words(Matching::Grouped),
            "regex" => query(Pattern::Regex(sought.into()), Matching::Folded),
            "regex-exact" => query(Pattern::Regex(sought.into()), Matching::Exact),
            "entity" => query(Pattern::Entity(entity()), Matching::Folded),
            other => panic!("no such way: {other}"),
        };
        let sort = match sort {
            "place" => Sort::Place,
            "before" => Sort::Before,
            _ => Sort::After,
        };
        let found = shown(&mut corpus, &Query { sort, ..asked }).join(" | ");
        if found != expected {
            wrong.push(format!(
                "{sought}\t{how}\t{sort:?}\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_question_says_what_to_do() {
    let corpus = corpus(&TEXTS);
    let error = |pattern| corpus.concordance(&query(pattern, Matching::Folded)).unwrap_err();
    assert_eq!(error(Pattern::Words(" ".into())), Error::EmptyQuery);
    assert_eq!(error(Pattern::Entity(999)), Error::UnknownEntity(999));
    let wrong = error(Pattern::Regex("(مكتبة".into()));
    assert_eq!(
        (wrong.code(), wrong.to_string().contains("unclosed group")),
        ("bad-regex", true),
        "{wrong}"
    );
    let large = error(Pattern::Regex(r"\w{1000}{1000}".into()));
    assert!(large.to_string().contains("repeats too much"), "{large}");
    let gone = Query {
        documents: vec![7],
        ..query(Pattern::Words("مكتبة".into()), Matching::Folded)
    };
    assert_eq!(corpus.concordance(&gone), Err(Error::UnknownDocument(7)));
}

/// The case that makes backtracking engines take years.
#[test]
fn a_hostile_regular_expression_ends() {
    let text = format!("عنوان الخبر\n{}", "ا".repeat(20_000));
    let mut corpus = corpus(&[&text]);
    assert_eq!(
        shown(
            &mut corpus,
            &query(Pattern::Regex("(ا+)+ب".into()), Matching::Folded)
        ),
        Vec::<String>::new()
    );
}

#[test]
fn the_limit_and_the_documents_are_kept() {
    let corpus = corpus(&TEXTS);
    let all = query(Pattern::Words("مكتبة".into()), Matching::Grouped);
    let lines = corpus.concordance(&all).unwrap();
    assert_eq!(
        corpus
            .concordance(&Query {
                limit: 2,
                ..all.clone()
            })
            .unwrap(),
        lines[..2]
    );
    let second = corpus
        .concordance(&Query {
            documents: vec![1],
            ..all
        })
        .unwrap();
    assert!(
        second.iter().all(|line| line.document == 1) && second.len() == 2,
        "{second:?}"
    );
}

/// Three sentences of five, four and four words; «بحر» is near «أزرق» twice, and «سفينة» is in one of them.
#[test]
fn collocates_by_hand() {
    let corpus = corpus(&[
        "نشرة الميناء\nبحر أزرق يحيط بالميناء القديم. أبحرت سفينة فوق بحر أزرق. زرع العمال شجرة تين.",
    ]);
    let sought = query(Pattern::Words("بحر".into()), Matching::Grouped);
    let near = corpus.collocates(&sought, Window::Words(1), 2).unwrap();
    let blue = near.iter().find(|c| c.term == "أزرق").unwrap();
    assert_eq!((blue.count, blue.total), (2, 2));
    // Dice is 2·2 / (2 + 2).
    assert_eq!(blue.log_dice, 14.0);
    let sentence = corpus.collocates(&sought, Window::Sentence, 1).unwrap();
    assert!(
        sentence.iter().any(|c| c.term == "سفينة") && sentence.iter().all(|c| c.term != "شجرة"),
        "{sentence:?}"
    );
}

#[test]
fn ngrams_are_counted_inside_sentences() {
    let corpus = corpus(&[
        "خبر\nزاد إنتاج القمح هذا العام. زاد إنتاج القمح، وزاد إنتاج الذرة.",
        "خبر آخر\nزاد إنتاج القمح.",
    ]);
    let found: Vec<(String, u32, u32)> = corpus
        .ngrams(&[], 3, 2)
        .unwrap()
        .into_iter()
        .map(|n| (n.term, n.count, n.documents))
        .collect();
    assert_eq!(found, [("زاد إنتاج القمح".to_string(), 3, 2)]);
    assert_eq!(corpus.ngrams(&[1], 2, 1).unwrap().len(), 3);
}

#[test]
fn use_and_keyness_come_from_the_counts() {
    let corpus = corpus(&["أخبار المزرعة\nقمح وقمح وشعير.", "أخبار السوق\nشعير وذرة وأرز."]);
    let words = corpus.words(&[], 1).unwrap();
    let word = |term: &str| {
        words
            .iter()
            .find(|word| word.term == term)
            .unwrap_or_else(|| panic!("{term}: {words:?}"))
    };
    // Ten words in two documents of five.
    let wheat = word("قمح").used;
    assert_eq!((wheat.count, wheat.documents), (2, 1));
    assert_eq!(
        (
            wheat.per_million,
            wheat.juilland_d,
            wheat.deviation_of_proportions
        ),
        (200_000.0, 0.0, 0.5)
    );
    assert_eq!(word("قمح").tf_idf, tf_idf(2, 1, 2));
    let barley = word("شعير").used;
    assert_eq!((barley.juilland_d, barley.deviation_of_proportions), (1.0, 0.0));
    assert_eq!(corpus.words(&[0], 2).unwrap().len(), 1, "the rare are left out");
    // The same from the places.
    let used = corpus
        .usage(&query(Pattern::Words("القمح".into()), Matching::Grouped))
        .unwrap();
    assert_eq!(used.used, wheat);
    let forms: Vec<_> = used.forms.iter().map(|f| (f.form.as_str(), f.count)).collect();
    assert_eq!(forms, [("قمح", 1), ("وقمح", 1)]);
    let keyness = corpus.keyness(&[0], &Reference::Documents(vec![1]), 1).unwrap();
    let wheat = keyness.first().unwrap();
    let (here, there) = (
        Frequency {
            count: 2.0,
            words: 5.0,
        },
        Frequency {
            count: 0.0,
            words: 5.0,
        },
    );
    assert_eq!(
        (wheat.term.as_str(), wheat.log_likelihood),
        ("قمح", log_likelihood(here, there))
    );
    assert_eq!(wheat.percent_diff, percent_diff(here, there));
    assert!(wheat.bonferroni >= wheat.benjamini_hochberg);
    assert_eq!(corpus.keyness(&[0], &Reference::Others, 1).unwrap(), keyness);
    // Against general Arabic only what the documents have is compared.
    let general = corpus.keyness(&[0], &Reference::Background, 1).unwrap();
    assert!(general.iter().all(|word| word.count > 0), "{general:?}");
    assert!(
        general
            .iter()
            .any(|word| word.term == "قمح" && word.log_ratio > 0.0)
    );
    assert_eq!(corpus.keyness(&[0, 1], &Reference::Others, 1).unwrap(), []);
}

const DATED: [&str; 3] = [
    "إضراب في ميناء عدن\nالثلاثاء 9 أبريل 2024\nبدأ عمال ميناء عدن إضرابا عن العمل. وقال رامي الخطيب من عدن إن المفاوضات متوقفة.",
    "انتهاء الإضراب في عدن\nالخميس 11 أبريل 2024\nعاد عمال الميناء في عدن إلى العمل بعد اتفاق جديد. ورحبت صنعاء بالاتفاق.",
    "سوق السمك\nافتتحت صنعاء سوقا للسمك المجفف، وحضر تجار من عدن.",
];

#[test]
fn a_trend_follows_the_dates_of_publication() {
    let corpus = corpus(&DATED);
    let strike = query(Pattern::Words("إضراب".into()), Matching::Grouped);
    let points = |period| -> Vec<(Option<String>, u32, u32, u32)> {
        let points = corpus.trend(Some(&strike), period).unwrap().into_iter();
        points
            .map(|p| (p.period, p.articles, p.count, p.holding))
            .collect()
    };
    let day = |day: &str| Some(day.to_string());
    assert_eq!(
        points(Period::Day),
        [
            (day("2024-04-09"), 1, 2, 1),
            (day("2024-04-11"), 1, 1, 1),
            (None, 1, 0, 0)
        ]
    );
    assert_eq!(points(Period::Month)[0], (day("2024-04"), 2, 3, 2));
    assert_eq!(corpus.trend(None, Period::Year).unwrap()[0].count, 0);
}

#[test]
fn names_are_together_in_articles_and_sentences() {
    let mut corpus = corpus(&DATED);
    let entities = corpus.report().entities;
    let id = |name: &str| entities.iter().find(|e| e.name == name).unwrap().id;
    let (aden, sanaa) = (id("عدن"), id("صنعاء"));
    let pair = (aden.min(sanaa), aden.max(sanaa));
    let found = corpus.together(&[], 2, 10).unwrap();
    let [both] = &found[..] else { panic!("{found:?}") };
    assert_eq!((both.entities, both.articles, both.sentences), (pair, 2, 1));
    assert_eq!(
        corpus.together(&[0, 1], 2, 10).unwrap(),
        [],
        "only one of these has both"
    );
}

#[test]
fn two_stories_are_compared_and_a_story_that_is_not_there_is_an_error() {
    let corpus = corpus(&[DATED[0], &DATED[0].replace("متوقفة", "جارية الآن")]);
    let found = corpus.compare((0, 0), (1, 0)).unwrap();
    assert_eq!((found.cut, found.added), (1, 2));
    assert_eq!(corpus.compare((0, 0), (1, 9)), Err(Error::UnknownDocument(1)));
}

/// Places that the text itself shows are as many as the row of a key word says.
#[test]
fn a_key_word_has_as_many_places_as_its_count() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut corpus = Corpus::new(Settings::default());
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|e| e == "txt") {
            corpus
                .add(&entry.display().to_string(), &fs::read(&entry).unwrap(), None)
                .unwrap();
        }
    }
    let keywords = corpus.report().keywords;
    assert!(keywords.len() > 100);
    for keyword in keywords
        .iter()
        .filter(|keyword| !keyword.term.contains(' '))
        .take(60)
    {
        let forms = keyword
            .forms
            .iter()
            .map(|form| query(Pattern::Words(form.clone()), Matching::Exact));
        let places: usize = forms.map(|query| corpus.concordance(&query).unwrap().len()).sum();
        assert_eq!(places, keyword.count as usize, "{keyword:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever is asked of whatever text, places are inside their context and the context inside the text.
    #[test]
    fn any_question_is_answered(text in "[ا-ي .،\n]{0,80}|\\PC{0,60}", sought in "[ا-ي ]{1,6}|\\PC{1,8}", regex in any::<bool>()) {
        let corpus = {
            let mut corpus = Corpus::new(Settings::default());
            let _ = corpus.add("a.txt", format!("خبر من القصبة\n{text}").as_bytes(), None);
            corpus
        };
        let pattern = if regex { Pattern::Regex(sought) } else { Pattern::Words(sought) };
        for sort in [Sort::Before, Sort::After] {
            let asked = Query { sort, ..query(pattern.clone(), Matching::Grouped) };
            let Ok(lines) = corpus.concordance(&asked) else { continue };
            for line in lines {
                prop_assert!(line.before <= line.range.start && line.range.start < line.range.end && line.range.end <= line.after);
                prop_assert!(line.after as usize <= text.encode_utf16().count() + 14);
            }
        }
    }
}
