//! Kinds of lines and stories: the samples against their hand-made gold, and the real articles where they are at hand.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use warraq::article::{self, Article, Format, Role};

fn samples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

fn segment(name: &str, text: &str) -> Article {
    article::segment(text, Format::of(name, text), &|_| false)
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
