//! Kinds of lines and stories: the samples against their hand-made gold, and the real articles where they are at hand.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use proptest::prelude::*;
use warraq::Notice;
use warraq::article::{self, Article, BlockKind, Format, Reason, Role, Source};

fn samples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

fn segment(name: &str, text: &str) -> Article {
    article::segment(text, Format::of(name, text))
}

/// The kinds of each line of `text`, by line number from 1.
fn kinds(article: &Article, text: &str) -> BTreeMap<usize, &'static str> {
    let number = |at: u32| {
        1 + text
            .as_bytes()
            .iter()
            .take(at as usize)
            .filter(|b| **b == b'\n')
            .count()
    };
    article
        .blocks
        .iter()
        .map(|block| (number(block.span.start), block.kind.name()))
        .collect()
}

/// A bracket at the end credits a picture, or the report whose last sentence it follows.
#[test]
fn what_a_bracket_credits() {
    let body = "فتحت بلدية الميناء صباح أمس جسرا جديدا للمشاة فوق الوادي، بعد عامين من العمل فيه.\n\nوحضر الحفل سكان من الأحياء القريبة، وعزفت فرقة المدرسة قبل أن يعبر الأطفال أولا.";
    let cases = [
        ("وأضافت البلدية أن السيارات لن تمر فوقه (وكالات)", "body"),
        ("وقالت إن العمل مستمر (د ب أ).", "body"),
        ("سكان يعبرون جسرا للمشاة في مدينة ساحلية (رويترز)", "caption"),
    ];
    for (line, kind) in cases {
        let text = format!("افتتاح جسر جديد للمشاة في الميناء\n\n{body}\n\n{line}\n");
        let got = kinds(&segment("a.txt", &text), &text);
        assert_eq!(got.last_key_value().map(|(_, kind)| *kind), Some(kind), "{line}");
    }
}

#[test]
fn every_sample_line_has_its_kind() {
    let mut wrong = Vec::new();
    let mut files = 0;
    for entry in fs::read_dir(samples().join("gold")).unwrap() {
        let gold = entry.unwrap().path();
        if gold.extension().is_none_or(|e| e != "kinds") {
            continue;
        }
        let stem = gold.file_stem().unwrap().to_string_lossy().into_owned();
        let name = [format!("{stem}.txt"), format!("{stem}.md")]
            .into_iter()
            .find(|name| samples().join(name).exists())
            .unwrap();
        let text = fs::read_to_string(samples().join(&name)).unwrap();
        let got = kinds(&segment(&name, &text), &text);
        let lines: Vec<&str> = text.lines().collect();
        for row in fs::read_to_string(&gold).unwrap().lines() {
            let (number, want) = row.split_once('\t').unwrap();
            let number: usize = number.parse().unwrap();
            if got.get(&number) != Some(&want) {
                wrong.push(format!(
                    "{name}:{number}: {want}, not {:?}: {}",
                    got.get(&number),
                    lines[number - 1]
                ));
            }
        }
        files += 1;
    }
    assert!(files >= 18);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn stories_of_the_samples() {
    let table = fs::read_to_string(samples().join("gold/stories.tsv")).unwrap();
    let mut wrong = Vec::new();
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let want: Vec<&str> = row.split('\t').collect();
        let [name, number, ..] = want.as_slice() else {
            panic!("{row}")
        };
        let text = fs::read_to_string(samples().join(name)).unwrap();
        let article = segment(name, &text);
        let story = article.stories.get(number.parse::<usize>().unwrap());
        let said = |value: Option<&String>| value.map_or("-".to_string(), String::clone);
        let got = story.map_or(Vec::new(), |story| {
            let role = if story.role == Role::Primary {
                "primary"
            } else {
                "appended"
            };
            let title = story.title.map_or("-", |title| title.of(&text));
            let tags = if story.tags.is_empty() {
                "-".into()
            } else {
                story.tags.join(";")
            };
            vec![
                name.to_string(),
                number.to_string(),
                role.to_string(),
                title.to_string(),
                said(story.published.as_ref()),
                said(story.source.as_ref()),
                said(story.author.as_ref()),
                said(story.dateline.as_ref()),
                said(story.section.as_ref()),
                tags,
            ]
        });
        if got != want {
            wrong.push(format!("want {want:?}\n got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn described(text: &str) -> Vec<String> {
    let article = segment("case.txt", text);
    let row = |block: &article::Block| format!("{} {}", block.kind.name(), block.span.of(text));
    article.blocks.iter().map(row).collect()
}

#[test]
fn a_poem_stays_whole() {
    let text = "إلى البحر\n\nيا بحرُ خذني\nإلى جزيرةٍ\nلا تعرفُ السفنا\n\nيا بحرُ علّمني\nكيف تعودُ\nولا تحملُ الحزنا";
    let kinds = described(text);
    assert_eq!(kinds[0], "title إلى البحر");
    assert!(
        kinds[1..].iter().all(|line| line.starts_with("body ")),
        "{kinds:#?}"
    );
}

#[test]
fn a_headline_may_carry_a_label() {
    let text = "خاص: المجلس البلدي في صفاقس يقر ميزانيته\nأقر المجلس البلدي في صفاقس، أمس، ميزانية العام المقبل بالإجماع.";
    assert_eq!(
        described(text)[0],
        "title خاص: المجلس البلدي في صفاقس يقر ميزانيته"
    );
}

#[test]
fn a_line_of_many_other_files_is_furniture() {
    let text = "افتتاح سوق السمك في بيروت\nافتتح صيادو بيروت سوق السمك الجديد، صباح الأحد، بعد عام من العمل.\nالساحل صوت من لا صوت له";
    let line = "الساحل صوت من لا صوت له";
    let source = Source::new(text.to_string(), Format::Text);
    let outline = source.outline();
    assert_eq!(outline.margins, [line], "the headline is the file's own");
    assert_eq!(outline.prose.len(), 1);
    let article = source.segment(&|key| key == line);
    let last = article.blocks.last().unwrap();
    assert_eq!(
        (last.kind, last.reason),
        (BlockKind::Furniture, Reason::InManyFiles)
    );
}

#[test]
fn the_page_has_words_for_every_reason_and_notice() {
    let messages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/i18n");
    for language in ["ar.js", "en.js"] {
        let words = fs::read_to_string(messages.join(language)).unwrap();
        let reasons = Reason::ALL.iter().filter(|reason| **reason != Reason::None);
        let reasons = reasons.map(|reason| format!("reason.{}", reason.code()));
        for key in reasons.chain(Notice::CODES.map(|code| format!("notice.{code}"))) {
            assert!(words.contains(&format!("'{key}':")), "{language} lacks {key}");
        }
    }
}

#[test]
fn lines_broken_at_one_width_are_one_text() {
    let text = "صيادو غزة ينزلون إلى البحر بعد أسبوع من التوقف\n\n\
        نزل عشرات الصيادين إلى البحر صباح الأحد بعد أسبوع من التوقف\n\
        بسبب الرياح القوية التي ضربت الساحل وأغرقت ثلاثة مراكب صغيرة\n\
        في حين قال بعضهم إن الموسم هذا العام أضعف من المواسم الماضية\n\
        وإن أسعار الوقود لم تعد تسمح لهم بالابتعاد كثيرا عن الشاطئ\n\
        وينتظر آخرون أن تهدأ الأمواج قبل أن يعودوا إلى صيد السردين\n\
        الذي يقبل عليه الناس في مثل هذه الأيام من كل عام بأسعاره\n\
        المنخفضة مقارنة بأنواع أخرى من السمك تباع في سوق المدينة\n\
        القديمة.";
    let kinds = described(text);
    assert!(
        kinds[1..].iter().all(|line| line.starts_with("body ")),
        "{kinds:#?}"
    );
}

proptest! {
    #[test]
    fn every_line_with_words_is_in_one_block(text in "([ابتثجح .،:«»#*•\\-0-9]{0,60}|المصدر: تونس|اقرأ أيضا|التعليقات|\\r?\\n){0,40}") {
        for format in [Format::Text, Format::Markdown] {
            let article = article::segment(&text, format);
            let joined: String = article.blocks.iter().map(|block| block.span.of(&text)).collect();
            let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(squeeze(&joined), squeeze(&text));
            prop_assert!(article.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert!(article.blocks.iter().all(|block| (block.story as usize) < article.stories.len()));
        }
    }
}

#[test]
fn real_articles() {
    let shared = env::var_os("WARRAQ_SHARED").map_or(
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let Ok(gold) = fs::read_to_string(shared.join("gold/seeds.json")) else {
        eprintln!("skipped: no gold in {}", shared.display());
        return;
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
    let (mut wrong, mut right) = (Vec::new(), 0);
    for document in gold["documents"].as_array().unwrap() {
        let name = document["file"].as_str().unwrap();
        let text = fs::read_to_string(shared.join("seeds").join(name)).unwrap();
        let article = segment(name, &text);
        let got = kinds(&article, &text);
        let lines: Vec<&str> = text.lines().collect();
        for (i, want) in document["line_kinds"].as_array().unwrap().iter().enumerate() {
            let want = want.as_str().unwrap();
            let got = got.get(&(i + 1)).copied().unwrap_or("blank");
            let outside = |kind| ["repeat", "caption", "furniture"].contains(&kind);
            if got == want || (outside(got) && outside(want)) {
                right += 1;
            } else {
                wrong.push(format!("{name}:{}: {want}, not {got}", i + 1));
            }
        }
        for (i, want) in document["stories"].as_array().unwrap().iter().enumerate() {
            let story = article.stories.get(i);
            let title = story.and_then(|s| s.title).map(|t| t.of(&text).trim());
            let line = want["title"].as_u64().unwrap() as usize;
            assert_eq!(title, lines.get(line - 1).map(|l| l.trim()), "{name}");
            assert_eq!(
                story.and_then(|s| s.published.as_deref()),
                want["published"].as_str(),
                "{name}"
            );
            let tags: Vec<&str> = want["tags"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| t.as_str().unwrap())
                .collect();
            assert_eq!(story.map(|s| s.tags.clone()).unwrap_or_default(), tags, "{name}");
            assert_eq!(
                story.and_then(|s| s.source.as_deref()),
                want["source"].as_str(),
                "{name}"
            );
        }
        assert_eq!(
            article.stories.len(),
            document["stories"].as_array().unwrap().len(),
            "{name}"
        );
    }
    assert!(wrong.is_empty(), "{right} right\n{}", wrong.join("\n"));
}
