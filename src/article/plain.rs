//! Plain text: kinds of lines and stories.

use super::{Article, Block, BlockKind, Role, Story};
use crate::span::Span;

/// Cuts a plain text into blocks and stories.
#[must_use]
pub fn segment(text: &str) -> Article {
    let mut article = Article::default();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            let first = article.blocks.is_empty();
            let kind = if first { BlockKind::Title } else { BlockKind::Body };
            article.blocks.push(Block {
                span: Span::new(at, at + line.len()),
                kind,
                story: 0,
                reason: "",
            });
        }
        at += line.len() + 1;
    }
    let title = article.blocks.first().map(|b| b.span);
    article.stories.push(Story {
        role: Role::Primary,
        title,
        published: None,
        source: None,
        tags: Vec::new(),
    });
    article
}
