//! Content: where in a page the article is, and which of its blocks are the article's own.
//!
//! As in Arc90's Readability, paragraphs vote for the elements around them and the nearest get most; then the choice is moved to an
//! element that the page itself calls the article's body, or up to one that holds a good deal more text. Elements named after the
//! machinery of a page (share, related, comments …) neither vote nor stay.

use std::collections::HashSet;

use super::{
    block::Block,
    name::{is_body, is_caption, is_machinery},
    tree::Node,
};
use crate::article::line::Mark;

/// Bytes that are shown of what stands before the article, and of what stands after it.
const MOST_AROUND: usize = 10_000;

/// What every element holds.
pub struct Content<'p> {
    nodes: &'p [Node],
    blocks: &'p [Block],
    /// Words of running text inside each element, machinery left out.
    weights: Vec<f32>,
    /// Whether each element is machinery or lies in it.
    machinery: Vec<bool>,
    captions: Vec<bool>,
    /// Bytes of links and of all text inside each element.
    linked: Vec<(usize, usize)>,
    /// The element that holds the article.
    pub root: usize,
}

impl<'p> Content<'p> {
    pub fn find(nodes: &'p [Node], blocks: &'p [Block]) -> Self {
        let mut content = Content {
            nodes,
            blocks,
            weights: vec![0.0; nodes.len()],
            machinery: vec![false; nodes.len()],
            captions: vec![false; nodes.len()],
            linked: vec![(0, 0); nodes.len()],
            root: 0,
        };
        content.measure_links();
        content.weigh();
        content.mark();
        content.weigh();
        content.root = content.choose();
        content
    }

    fn measure_links(&mut self) {
        for block in self.blocks {
            if let Some((linked, all)) = self.linked.get_mut(block.node) {
                *linked += block.linked;
                *all += block.text.len();
            }
        }
        for i in (1..self.nodes.len()).rev() {
            let (more, text) = self.linked.get(i).copied().unwrap_or_default();
            let parent = self.parent(i);
            if let Some((linked, all)) = self.linked.get_mut(parent) {
                *linked += more;
                *all += text;
            }
        }
    }

    /// Adds every paragraph's words to all elements around it.
    fn weigh(&mut self) {
        self.weights.fill(0.0);
        for block in self.blocks {
            let weight = self.vote(block);
            if let Some(place) = self.weights.get_mut(block.node) {
                *place += weight;
            }
        }
        for i in (1..self.nodes.len()).rev() {
            let weight = self.weight(i);
            let parent = self.parent(i);
            if let Some(place) = self.weights.get_mut(parent) {
                *place += weight;
            }
        }
    }

    fn vote(&self, block: &Block) -> f32 {
        let out = self.machinery.get(block.node).copied().unwrap_or(false)
            || self.captions.get(block.node).copied().unwrap_or(false);
        if out || !block.is_paragraph() {
            0.0
        } else {
            block.words.min(100) as f32 * (1.0 - block.link_share())
        }
    }

    /// Marks machinery and captions; an element with half of the page's text is neither, whatever it is called.
    fn mark(&mut self) {
        let half = self.weight(0) * 0.4;
        for (i, node) in self.nodes.iter().enumerate().skip(1) {
            let inside = self.machinery.get(node.parent).copied().unwrap_or(false);
            let caption = self.captions.get(node.parent).copied().unwrap_or(false);
            let small = self.weight(i) < half || half == 0.0;
            let named = !node.name.is_empty() && small && is_machinery(node);
            if let Some(place) = self.machinery.get_mut(i) {
                *place = inside || named;
            }
            if let Some(place) = self.captions.get_mut(i) {
                *place = caption || (!node.name.is_empty() && small && is_caption(node));
            }
        }
    }

    fn weight(&self, i: usize) -> f32 {
        self.weights.get(i).copied().unwrap_or(0.0)
    }

    fn parent(&self, i: usize) -> usize {
        self.nodes.get(i).map_or(0, |node| node.parent)
    }

    fn choose(&self) -> usize {
        let mut scores = vec![0.0_f32; self.nodes.len()];
        for block in self.blocks {
            let weight = self.vote(block);
            let own = self
                .nodes
                .get(block.node)
                .is_some_and(|node| node.is(&["p", "li", "blockquote", "h2", "h3"]));
            let mut at = if own { self.parent(block.node) } else { block.node };
            for share in [1.0, 0.5, 0.2, 0.1] {
                if let Some(place) = scores.get_mut(at) {
                    *place += weight * share;
                }
                at = self.parent(at);
            }
        }
        let best = |scores: &[f32]| {
            scores
                .iter()
                .enumerate()
                .fold((0, 0.0), |best, (i, &s)| if s > best.1 { (i, s) } else { best })
                .0
        };
        let mut top = best(&scores);
        // Up, while that gains a good deal of text.
        let mut at = top;
        for _ in 0..6 {
            at = self.parent(at);
            if at == 0 || self.nodes.get(at).is_some_and(|node| node.is(&["body", "html"])) {
                break;
            }
            if self.weight(at) > self.weight(top) * 1.1 {
                top = at;
            }
        }
        // An element that is called the body and holds most of that.
        let called = (1..self.nodes.len())
            .filter(|&i| {
                self.weight(i) >= self.weight(top) * 0.8
                    && self
                        .nodes
                        .get(i)
                        .is_some_and(|node| !node.name.is_empty() && is_body(node))
            })
            .fold(None, |best: Option<usize>, i| match best {
                Some(b)
                    if self.weight(i) <= self.weight(b) * 1.02
                        && self.nodes.get(b).is_some_and(|n| i < n.end)
                        && i > b =>
                {
                    Some(i)
                }
                Some(b) if self.weight(i) <= self.weight(b) => Some(b),
                _ => Some(i),
            });
        called.unwrap_or(top)
    }

    /// What the page shows before the article's element and after it, each line once: the nearest, as far as it is worth showing.
    pub fn around(&self, title: &str) -> (impl Iterator<Item = &'p str>, impl Iterator<Item = &'p str>) {
        let end = self.nodes.get(self.root).map_or(0, |node| node.end);
        let mut seen = HashSet::from([title]);
        let mut once = |side: &dyn Fn(usize) -> bool| -> Vec<&'p str> {
            let blocks = self
                .blocks
                .iter()
                .filter(|block| side(block.node) && block.words > 0);
            let lines = blocks.map(|block| block.text.as_str());
            lines.filter(|line| seen.insert(line)).collect()
        };
        let (before, after) = (once(&|node| node < self.root), once(&|node| node >= end));
        let before = nearest(before.into_iter().rev());
        (before.into_iter().rev(), nearest(after.into_iter()).into_iter())
    }

    /// The blocks inside the article's element, with what each is.
    pub fn judged(&self, title: &str) -> Vec<(&'p Block, Mark)> {
        let end = self.nodes.get(self.root).map_or(0, |node| node.end);
        let inside: Vec<&Block> = self
            .blocks
            .iter()
            .filter(|b| b.node >= self.root && b.node < end)
            .collect();
        let mut judged: Vec<(&Block, Mark)> = inside
            .iter()
            .map(|block| (*block, self.judge(block, title)))
            .collect();
        // Headings that nothing follows, and labels before the first paragraph, are not the article's.
        let last = judged
            .iter()
            .rposition(|(block, mark)| *mark == Mark::Text && block.words >= 5);
        let first = judged
            .iter()
            .position(|(block, mark)| *mark == Mark::Text && block.words >= 8);
        for (i, (block, mark)) in judged.iter_mut().enumerate() {
            let after = last.is_none_or(|last| i > last);
            let before = first.is_some_and(|first| i < first) && block.words < 6;
            if (*mark == Mark::Heading && after)
                || (*mark == Mark::Text && (after || before) && block.words < 8)
            {
                *mark = Mark::Outside;
            }
        }
        judged
    }

    fn judge(&self, block: &Block, title: &str) -> Mark {
        let flagged = |flags: &[bool]| flags.get(block.node).copied().unwrap_or(false);
        let Some(node) = self.nodes.get(block.node) else {
            return Mark::Outside;
        };
        if flagged(&self.captions) {
            return Mark::Caption;
        }
        if flagged(&self.machinery) || block.words == 0 || block.text == title {
            return Mark::Outside;
        }
        if node.is(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
            return if block.link_share() > 0.8 {
                Mark::Outside
            } else {
                Mark::Heading
            };
        }
        let linked = block.link_share();
        if linked > 0.8 && block.words < 30 || linked > 0.5 && self.is_linked_list(block.node) {
            return Mark::Outside;
        }
        let paragraph = node.is(&["p", "li", "blockquote", "pre", "td", "th", "dd", "dt"]);
        let ends = block
            .text
            .ends_with(['.', '!', '?', '؟', '"', '”', '»', ':', ')']);
        if !paragraph && block.words < 10 && !ends {
            return Mark::Outside;
        }
        Mark::Text
    }

    /// Whether the list around `node` is mostly links.
    fn is_linked_list(&self, node: usize) -> bool {
        let list = self.parent(node);
        let is_list = self.nodes.get(list).is_some_and(|n| n.is(&["ul", "ol"]));
        is_list
            && self
                .linked
                .get(list)
                .is_some_and(|(linked, all)| linked * 2 > *all)
    }
}

/// The first lines, up to [`MOST_AROUND`].
fn nearest<'p>(lines: impl Iterator<Item = &'p str>) -> Vec<&'p str> {
    let mut left = MOST_AROUND;
    let within = |line: &&str| {
        let fits = line.len() <= left;
        left = left.saturating_sub(line.len());
        fits
    };
    lines.take_while(within).collect()
}
