//! Blocks: the runs of text of a page between line breaks, and what the elements around them say of them.

use super::tree::{Node, SILENT, is_block};

/// A run of text.
#[derive(Debug, Default)]
pub struct Block {
    /// White space squeezed.
    pub text: String,
    /// Index of the block-level element right around it.
    pub node: usize,
    /// Bytes of the text that are links.
    pub linked: usize,
    /// Words.
    pub words: usize,
}

impl Block {
    /// The linked share of the text, 0 to 1.
    pub fn link_share(&self) -> f32 {
        self.linked as f32 / self.text.len().max(1) as f32
    }

    /// Whether it reads as a paragraph of running text.
    pub fn is_paragraph(&self) -> bool {
        let ends = self
            .text
            .trim_end_matches(['"', '”', '»', '’', '\'', ')'])
            .ends_with(['.', '!', '?', '؟', '…', ':', '۔', '。']);
        self.link_share() < 0.45 && (self.words >= 20 || (self.words >= 8 && ends))
    }
}

/// Whether a reader does not see the element.
fn is_hidden(node: &Node) -> bool {
    let style = node.get("style");
    node.attributes.contains_key("hidden")
        || node.is(&SILENT)
        || (node.get("aria-hidden") == "true" && !is_block(&node.name))
        || (style.contains("display")
            && style
                .split_whitespace()
                .collect::<String>()
                .contains("display:none"))
}

/// Cuts a page into blocks, in order.
pub fn blocks(nodes: &[Node]) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut around = vec![0_usize; nodes.len()];
    let mut linked = vec![false; nodes.len()];
    let mut open = Block::default();
    let mut skip = 0;
    for (i, node) in nodes.iter().enumerate().skip(1) {
        let parent = node.parent;
        let outer = around.get(parent).copied().unwrap_or(0);
        let in_link = linked.get(parent).copied().unwrap_or(false);
        if let (Some(around), Some(linked)) = (around.get_mut(i), linked.get_mut(i)) {
            *around = if is_block(&node.name) { i } else { outer };
            *linked = in_link || (node.name == "a" && !node.get("href").is_empty());
        }
        if i < skip {
            continue;
        }
        if is_hidden(node) {
            skip = node.end;
        } else if node.name == "br" || is_block(&node.name) {
            finish(&mut open, &mut found);
        } else if node.name.is_empty() {
            if open.node != outer {
                finish(&mut open, &mut found);
                open.node = outer;
            }
            append(&mut open, &node.text, in_link);
        }
    }
    finish(&mut open, &mut found);
    found
}

/// Appends text with its white space squeezed.
fn append(open: &mut Block, text: &str, linked: bool) {
    let before = open.text.len();
    for c in text.chars() {
        let c = if c.is_whitespace() || c == '\u{00A0}' {
            ' '
        } else {
            c
        };
        if c != ' ' || !(open.text.is_empty() || open.text.ends_with(' ')) {
            open.text.push(c);
        }
    }
    if linked {
        open.linked += open.text.len() - before;
    }
}

fn finish(open: &mut Block, found: &mut Vec<Block>) {
    let node = open.node;
    let mut block = std::mem::take(open);
    open.node = node;
    block.text.truncate(block.text.trim_end().len());
    let words = block
        .text
        .split(' ')
        .filter(|word| word.contains(char::is_alphanumeric))
        .count();
    // Scripts without spaces between words: a word is about three characters.
    let unspaced = block
        .text
        .chars()
        .filter(|c| matches!(c, '\u{3040}'..='\u{9FFF}'))
        .count();
    block.words = words + unspaced / 3;
    if !block.text.is_empty() {
        found.push(block);
    }
}
