//! Markdown: what more than one line says together, front matter and headlines that are underlined.
//!
//! Front matter is the block between two lines of dashes that Jekyll, Hugo and Obsidian put before a text: keys and values in YAML, of
//! which the plain ones are read. Underlined headlines are the setext headings of CommonMark 0.31, section 4.3, of one line.

use super::{
    Reason, Story,
    line::{Line, Mark, words},
    published,
};
use crate::date::Day;

/// An underlined line with more words is a paragraph above a rule.
const MAX_HEADING: usize = 25;

/// Marks the lines that belong together, and reads the front matter.
pub(super) fn read(lines: &mut [Line<'_>]) -> Story {
    underlined(lines);
    let end = match lines {
        [first, rest @ ..] if first.text == "---" => {
            rest.iter().position(|line| matches!(line.text, "---" | "..."))
        }
        _ => None,
    };
    let (front, text) = lines.split_at_mut(end.map_or(0, |end| end + 2));
    let has_title = text.iter().any(|line| line.mark == Mark::Title);
    let mut story = Story::default();
    let mut key = "";
    for line in front {
        line.mark = Mark::Apart(Reason::FrontMatter);
        let (name, value) = match line.text.split_once(':') {
            Some((name, value)) if !line.bullet => (name.trim(), value),
            _ => (key, line.text), // an item of the list under the key
        };
        key = name;
        let value = value.trim().trim_matches(['"', '\'']);
        match name {
            "title" if !has_title && !value.is_empty() => line.narrow(value, Mark::Title),
            _ => take(&mut story, name, value),
        }
    }
    story
}

/// Marks a line over `===` as the headline and one over `---` as a subheading; the marks under it are no words.
fn underlined(lines: &mut [Line<'_>]) {
    let mut alone = true;
    for i in 1..lines.len() {
        let [.., line, under] = lines.get_mut(..=i).unwrap_or_default() else {
            continue;
        };
        let opens = std::mem::replace(&mut alone, under.gap > 0);
        let heading =
            (1..=MAX_HEADING).contains(&line.words.len()) && line.mark == Mark::None && !line.bullet;
        if !opens || !heading || under.gap > 0 || under.text.len() < 3 {
            continue;
        }
        if under.text.bytes().all(|b| b == b'=') {
            line.mark = Mark::Title;
        } else if under.text.bytes().all(|b| b == b'-') {
            line.mark = Mark::Heading;
        }
    }
}

/// Takes over what a key of the front matter says of the story.
fn take(story: &mut Story, key: &str, value: &str) {
    let value = value.trim_matches(['[', ']']).trim();
    if value.is_empty() {
        return;
    }
    let said = || Some(value.to_string());
    match key.to_ascii_lowercase().as_str() {
        "date" | "published" | "pubdate" => {
            let day = Day::from_iso(value).map(|_| value.chars().take(10).collect());
            story.published = day.or_else(|| published::read(value).published);
        }
        "author" | "authors" | "by" => story.author = story.author.take().or_else(said),
        "source" | "publisher" | "site" => story.source = said(),
        "section" | "category" | "categories" => story.section = story.section.take().or_else(said),
        "tags" | "keywords" => {
            let list = value
                .split([',', '،'])
                .map(|tag| tag.trim().trim_matches(['"', '\'']));
            story
                .tags
                .extend(list.filter(|tag| !words(tag).is_empty()).map(str::to_string));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, BlockKind, Format, Reason, Source};

    fn segment(text: &str) -> Article {
        Source::new(text.to_string(), Format::Markdown).segment(&|_| false)
    }

    fn kinds(text: &str) -> Vec<(BlockKind, Reason)> {
        segment(text)
            .blocks
            .iter()
            .map(|block| (block.kind, block.reason))
            .collect()
    }

    const FRONT: &str = "---\ntitle: \"قناديل البحر تصل إلى الزاوية\"\ndate: 2024-07-03T10:00\nauthor: ربى الدغيم\ntags:\n  - بحر\n  - 'سباحة'\nlayout: post\n---\n\n\
        رأى السباحون قناديل البحر قرب شاطئ الزاوية صباح الأربعاء، وخرج كثير منهم من الماء.\n";

    #[test]
    fn front_matter_is_what_the_file_says_of_itself() {
        let article = segment(FRONT);
        let story = &article.stories[0];
        assert_eq!(story.title.unwrap().of(FRONT), "قناديل البحر تصل إلى الزاوية");
        assert_eq!(story.published.as_deref(), Some("2024-07-03"));
        assert_eq!(story.author.as_deref(), Some("ربى الدغيم"));
        assert_eq!(story.tags, ["بحر", "سباحة"]);
        let front = (BlockKind::Furniture, Reason::FrontMatter);
        let mut want = vec![front; 9];
        want[1] = (BlockKind::Title, Reason::Headline);
        want.push((BlockKind::Body, Reason::None));
        assert_eq!(kinds(FRONT), want);
    }

    #[test]
    fn a_headline_in_the_text_is_the_headline() {
        let text = FRONT.replace("\n\nرأى", "\n\n# قناديل على الشاطئ\n\nرأى");
        let article = segment(&text);
        assert_eq!(article.stories[0].title.unwrap().of(&text), "قناديل على الشاطئ");
        assert_eq!(article.blocks[1].reason, Reason::FrontMatter);
    }

    #[test]
    fn a_rule_at_the_top_that_nothing_closes_is_no_front_matter() {
        let text = "---\nعودة المراكب: خمسة في يوم\n\nعادت خمسة مراكب إلى الزاوية مساء الأربعاء بعد يومين في البحر.\n";
        assert!(
            kinds(text)
                .iter()
                .all(|(_, reason)| *reason != Reason::FrontMatter)
        );
    }

    #[test]
    fn underlined_lines_are_headings_and_a_rule_under_a_paragraph_is_none() {
        let text = "عودة المراكب إلى الزاوية\n===\n\nعادت خمسة مراكب إلى الزاوية مساء الأربعاء بعد يومين في البحر.\n\nصيد قليل\n---\n\n\
            لم يصطد البحارة إلا القليل، وقال أحدهم إن الماء بارد هذا العام.\nسطر ثان من الفقرة نفسها\n---\n\nوسيخرجون غدا من جديد إلى عرض البحر.\n";
        use BlockKind::{Body, Furniture, Heading, Title};
        let seen: Vec<BlockKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(seen[..6], [Title, Furniture, Body, Heading, Furniture, Body]);
        assert_eq!(seen[7..], [Furniture, Body]);
    }
}
