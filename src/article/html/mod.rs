//! Web pages: the article inside the page, as lines of text that the rules for plain text go through afterwards.
//!
//! In: decoded HTML. Out: [`Page`], the article's blocks one a line, what the markup says of each, and what the page says of the
//! story in JSON-LD, OpenGraph, `meta` and on its face. Scripts never run and nothing is fetched; `tree` bounds depth.

mod block;
mod content;
mod meta;
mod name;
mod tokens;
mod tree;

#[cfg(test)]
mod tests;

use super::{Reason, Story, line::Mark};

/// What was read of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The headline and the blocks of the article, one a line, between what else the page shows.
    pub text: String,
    /// What the markup says of each line.
    pub(super) marks: Vec<Mark>,
    /// What the page says of the story; the headline is the first line.
    pub story: Story,
}

/// Reads a web page.
#[must_use]
pub fn read(html: &str) -> Page {
    let nodes = tree::parse(html);
    let blocks = block::blocks(&nodes);
    let said = meta::read(&nodes, &blocks);
    let mut page = Page {
        story: said.story,
        ..Page::default()
    };
    let content = content::Content::find(&nodes, &blocks);
    let (before, after) = content.around(&said.title);
    before.for_each(|line| page.push(line, Mark::Apart(Reason::PagePart)));
    if !said.title.is_empty() {
        page.push(&said.title, Mark::Title);
    }
    for (block, mark) in content.judged(&said.title) {
        if block.text != said.title && block.words > 0 {
            page.push(&block.text, mark);
        }
    }
    after.for_each(|line| page.push(line, Mark::Apart(Reason::PagePart)));
    page
}

impl Page {
    pub(super) fn push(&mut self, line: &str, mark: Mark) {
        self.text.push_str(line);
        self.text.push('\n');
        self.marks.push(mark);
    }
}
