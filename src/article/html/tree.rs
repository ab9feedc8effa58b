//! The tree of a web page, in one arena in document order.
//!
//! Its tags and texts ([`super::tokens`]) are nested by the standard's rules on implied ends that matter for text. An element's descendants are the nodes right after it, so that no walk needs recursion; deeper than
//! [`DEEPEST`] elements are laid side by side, as browsers do.

use std::collections::BTreeMap;

use super::tokens;

/// Most elements that are open at once; browsers stop at 512 too.
const DEEPEST: usize = 512;

/// An element or a text.
#[derive(Debug, Default)]
pub struct Node {
    /// Index of the element around it; its own index for the root.
    pub parent: usize,
    /// One past the last node inside it.
    pub end: usize,
    /// The element's name, "" for text.
    pub name: String,
    /// The text, "" for elements.
    pub text: String,
    /// The attributes that are asked for.
    pub attributes: BTreeMap<&'static str, String>,
}

impl Node {
    /// An attribute's value, or "".
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements that end an open paragraph.
const BLOCK: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];
const TABLE: [&str; 7] = ["tbody", "thead", "tfoot", "tr", "td", "th", "caption"];
/// Elements that hold nothing but their own text, or nothing to read.
pub const SILENT: [&str; 17] = [
    "script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "object",
    "video", "audio", "canvas", "head", "input", "dialog", "map",
];

/// Whether an element stands on lines of its own.
pub fn is_block(name: &str) -> bool {
    BLOCK.contains(&name) || TABLE.contains(&name)
}

/// Reads a page; nothing is run or fetched.
pub fn parse(html: &str) -> Vec<Node> {
    let mut builder = Builder {
        nodes: vec![Node::default()],
        open: vec![0],
    };
    tokens::read(html, &mut builder);
    builder.finish()
}

/// Nests the tags and texts that [`tokens::read`] hands on.
pub(super) struct Builder {
    nodes: Vec<Node>,
    open: Vec<usize>,
}

impl Builder {
    /// A text between tags.
    pub(super) fn text(&mut self, text: String) {
        self.push(Node {
            text,
            ..Node::default()
        });
    }

    fn push(&mut self, mut node: Node) -> usize {
        node.parent = self.open.last().copied().unwrap_or(0);
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// A start tag.
    pub(super) fn start(&mut self, node: Node) {
        let name = node.name.as_str();
        if matches!(name, "html" | "body") && self.open.iter().any(|&i| self.named(i) == name) {
            return;
        }
        if is_block(name) || name == "body" {
            self.close("head", &[]);
        }
        if BLOCK.contains(&name) {
            self.close(
                "p",
                &["table", "td", "th", "caption", "button", "object", "template"],
            );
        }
        match name {
            "li" => self.close("li", &["ul", "ol", "menu"]),
            "dd" | "dt" => ["dd", "dt"].iter().for_each(|name| self.close(name, &["dl"])),
            "td" | "th" => ["td", "th"]
                .iter()
                .for_each(|name| self.close(name, &["tr", "table"])),
            "tr" => self.close("tr", &["table"]),
            "tbody" | "thead" | "tfoot" => ["tbody", "thead", "tfoot"]
                .iter()
                .for_each(|name| self.close(name, &["table"])),
            "option" => self.close("option", &["select"]),
            "a" => self.close("a", &["td", "th", "div", "li", "section", "article"]),
            _ => {}
        }
        let void = VOID.contains(&name);
        let i = self.push(node);
        if !void && self.open.len() < DEEPEST {
            self.open.push(i);
        }
    }

    fn named(&self, i: usize) -> &str {
        self.nodes.get(i).map_or("", |node| node.name.as_str())
    }

    /// Ends the innermost open `name`, unless one of `fences` is open inside it.
    fn close(&mut self, name: &str, fences: &[&str]) {
        for (depth, &i) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.named(i);
            if open == name {
                self.open.truncate(depth);
                return;
            }
            if fences.contains(&open) {
                return;
            }
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        // A wrongly nested `</b>` must not end the paragraph around it.
        let inline = !is_block(name);
        for (depth, &i) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.named(i);
            if open == name {
                self.open.truncate(depth);
                return;
            }
            if (inline && is_block(open))
                || (open == "table" && name != "body" && name != "html" && !is_outer(name))
            {
                return;
            }
        }
    }

    /// Closes everything and finds where each element ends.
    fn finish(mut self) -> Vec<Node> {
        let n = self.nodes.len();
        let mut ends: Vec<usize> = (1..=n).collect();
        for i in (1..n).rev() {
            let end = ends.get(i).copied().unwrap_or(n);
            let parent = self.nodes.get(i).map_or(0, |node| node.parent);
            if let Some(place) = ends.get_mut(parent) {
                *place = (*place).max(end);
            }
        }
        for (node, end) in self.nodes.iter_mut().zip(ends) {
            node.end = end;
        }
        self.nodes
    }
}

/// Elements whose end tag also ends a table left open inside them.
fn is_outer(name: &str) -> bool {
    matches!(name, "article" | "main" | "section" | "div" | "table")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(html: &str) -> String {
        let nodes = parse(html);
        let mut out = String::new();
        for node in nodes.iter().skip(1) {
            let parent = nodes.get(node.parent).map_or("", |p| p.name.as_str());
            let what = if node.name.is_empty() {
                format!("\"{}\"", node.text)
            } else {
                node.name.clone()
            };
            out += &format!("{parent}>{what} ");
        }
        out.trim_end().to_string()
    }

    #[test]
    fn ends_are_implied() {
        assert_eq!(
            drawn("<p>a<p>b<div>c</div>"),
            ">p p>\"a\" >p p>\"b\" >div div>\"c\""
        );
        assert_eq!(drawn("<ul><li>a<li>b</ul>"), ">ul ul>li li>\"a\" ul>li li>\"b\"");
        assert_eq!(drawn("<p>a<b>b</p>c"), ">p p>\"a\" p>b b>\"b\" >\"c\"");
        assert_eq!(drawn("<b><p>a</b>b</p>"), ">b b>p p>\"a\" p>\"b\"");
        assert_eq!(
            drawn("<script>if (a<b) '<p>'</script>x"),
            ">script script>\"if (a<b) '<p>'\" >\"x\""
        );
        assert_eq!(drawn("<p>&laquo;أهلا&raquo; &amp; سهلا"), ">p p>\"«أهلا» & سهلا\"");
    }

    #[test]
    fn depth_is_bounded() {
        let html = "<div>".repeat(100_000) + "متن" + &"</div>".repeat(100_000);
        let nodes = parse(&html);
        assert_eq!(nodes.len(), 100_002);
        assert!(nodes.iter().any(|node| node.text == "متن"));
    }
}
