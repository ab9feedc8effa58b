//! What a page says of its story: JSON-LD, OpenGraph, `meta`, microdata, and the visible headline.

use serde_json::Value;

use super::{block::Block, tree::Node};
use crate::{
    article::{Story, line, published},
    date::Day,
};

/// Headline and story data of a page.
#[derive(Debug, Default)]
pub struct Said {
    pub title: String,
    pub story: Story,
}

/// Reads them, the more exact sources first.
pub fn read(nodes: &[Node], blocks: &[Block]) -> Said {
    let mut story = Story::default();
    let data = articles(nodes);
    let field = |name: &str| data.iter().find_map(|object| text(object.get(name)?));
    let meta = |names: &[&str]| names.iter().find_map(|name| meta(nodes, name));
    story.published = ["datePublished", "dateCreated"]
        .iter()
        .find_map(|name| field(name))
        .and_then(|value| day(&value));
    story.published = story.published.or_else(|| {
        meta(&[
            "article:published_time",
            "datepublished",
            "date",
            "pubdate",
            "publishdate",
            "dc.date",
            "dc.date.issued",
            "parsely-pub-date",
            "sailthru.date",
            "publish-date",
            "og:published_time",
        ])
        .and_then(|value| day(&value))
    });
    story.published = story.published.or_else(|| visible_date(nodes));
    story.author = field("author")
        .or_else(|| meta(&["author", "article:author", "dc.creator", "parsely-author", "byl"]))
        .filter(|name| !name.starts_with("http"));
    story.source = field("publisher").or_else(|| meta(&["og:site_name", "publisher", "application-name"]));
    story.section = field("articleSection").or_else(|| meta(&["article:section", "section"]));
    story.tags = tags(
        nodes,
        field("keywords").or_else(|| meta(&["news_keywords", "keywords"])),
    );
    let title = field("headline")
        .or_else(|| meta(&["og:title", "twitter:title"]))
        .unwrap_or_default();
    Said {
        title: headline(nodes, blocks, &title),
        story,
    }
}

/// The JSON-LD objects that describe an article.
fn articles(nodes: &[Node]) -> Vec<Value> {
    let mut found = Vec::new();
    for pair in nodes.windows(2) {
        let [script, body] = pair else { continue };
        if script.name != "script" || !script.get("type").contains("ld+json") {
            continue;
        }
        let source = body
            .text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->")
            .trim_end_matches(';');
        let Ok(value) = serde_json::from_str(source) else {
            continue;
        };
        let mut queue = vec![value];
        while let Some(value) = queue.pop() {
            match value {
                Value::Array(values) => queue.extend(values.into_iter().rev()),
                Value::Object(object) => {
                    if let Some(graph) = object.get("@graph") {
                        queue.push(graph.clone());
                    }
                    let kind = object.get("@type").and_then(text).unwrap_or_default();
                    if kind.contains("Article") || kind.contains("Posting") || kind.contains("Report") {
                        found.push(Value::Object(object));
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// A JSON-LD value as text: a string, an object's name, or the list of them.
fn text(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(text) => text.trim().to_string(),
        Value::Object(object) => object.get("name").and_then(Value::as_str)?.trim().to_string(),
        Value::Array(values) => values.iter().filter_map(text).collect::<Vec<_>>().join("، "),
        _ => return None,
    };
    (!found.is_empty()).then(|| squeeze(&decode(&found)))
}

/// Character references that some sites leave inside JSON.
fn decode(text: &str) -> String {
    [
        ("&quot;", "\""),
        ("&#039;", "'"),
        ("&#39;", "'"),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn meta(nodes: &[Node], name: &str) -> Option<String> {
    nodes
        .iter()
        .filter(|node| node.name == "meta")
        .find(|node| {
            ["name", "property", "itemprop"]
                .iter()
                .any(|key| node.get(key).eq_ignore_ascii_case(name))
        })
        .map(|node| squeeze(node.get("content")))
        .filter(|value| !value.is_empty())
}

fn day(value: &str) -> Option<String> {
    Day::from_iso(value)
        .map(|day| day.to_string())
        .or_else(|| published::read(value).published)
}

/// A date on the page's face: `<time>`, or microdata.
fn visible_date(nodes: &[Node]) -> Option<String> {
    nodes.iter().enumerate().find_map(|(i, node)| {
        let dated = node.name == "time" || node.get("itemprop") == "datePublished";
        let shown = || {
            nodes
                .get(i + 1..node.end)
                .unwrap_or_default()
                .iter()
                .map(|n| n.text.as_str())
                .collect::<String>()
        };
        dated
            .then(|| {
                day(node.get("datetime"))
                    .or_else(|| day(node.get("content")))
                    .or_else(|| day(&shown()))
            })
            .flatten()
    })
}

fn tags(nodes: &[Node], listed: Option<String>) -> Vec<String> {
    let mut found: Vec<String> = nodes
        .iter()
        .filter(|node| node.name == "meta" && node.get("property") == "article:tag")
        .map(|node| squeeze(node.get("content")))
        .collect();
    if found.is_empty() {
        found = listed
            .unwrap_or_default()
            .split([',', '،', ';', '|'])
            .map(squeeze)
            .collect();
    }
    found.retain(|tag| !tag.is_empty());
    found.dedup();
    found
}

/// The headline as the page shows it: the heading that `said` agrees with, else `said`, else the first `h1`, else the `title`.
fn headline(nodes: &[Node], blocks: &[Block], said: &str) -> String {
    let shown = |names: &[&str]| -> Vec<&Block> {
        blocks
            .iter()
            .filter(|b| nodes.get(b.node).is_some_and(|node| node.is(names)))
            .collect()
    };
    let key = |text: &str| line::words(text).join(" ");
    let wanted = key(said);
    let same = |text: &str| {
        let text = key(text);
        !text.is_empty()
            && (wanted.starts_with(&text) || text.starts_with(&wanted))
            && text.len() * 2 > wanted.len()
    };
    let first = shown(&["h1"]);
    let head = nodes.iter().position(|node| node.name == "title");
    let title = head
        .and_then(|i| nodes.get(i + 1))
        .map(|node| squeeze(&node.text))
        .unwrap_or_default();
    if !wanted.is_empty() {
        let shown = shown(&["h1", "h2", "h3"])
            .into_iter()
            .find(|block| same(&block.text));
        return shown.map_or_else(|| said.to_string(), |block| block.text.clone());
    }
    // An `h1` can be the site's name: the one that the `title` begins with is the headline.
    let named = first
        .iter()
        .find(|block| key(&title).starts_with(&key(&block.text)) && block.words > 1);
    match named.or(first.iter().find(|block| block.words >= 3)) {
        Some(block) => block.text.clone(),
        None => title
            .split(
                [" | ", " - ", " – "]
                    .iter()
                    .find(|mark| title.contains(**mark))
                    .copied()
                    .unwrap_or("\u{0}"),
            )
            .next()
            .unwrap_or_default()
            .to_string(),
    }
}
