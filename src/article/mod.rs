//! Articles: what of a file's text is the article, and what the portal wrapped around it.

use crate::span::Span;

pub mod plain;

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline of a story.
    Title,
    /// A paragraph of a story.
    Body,
    /// A subheading inside the body.
    Heading,
    /// The caption or credit of a picture.
    Caption,
    /// A line that dates the story.
    Date,
    /// The publisher, agency or byline.
    Source,
    /// The publisher's key words.
    Tags,
    /// A line that says an earlier one again.
    Repeat,
    /// Menus, widgets, related links, comments.
    Furniture,
}

impl BlockKind {
    /// The kind's name in the analysis JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Body => "body",
            BlockKind::Heading => "heading",
            BlockKind::Caption => "caption",
            BlockKind::Date => "date",
            BlockKind::Source => "source",
            BlockKind::Tags => "tags",
            BlockKind::Repeat => "repeat",
            BlockKind::Furniture => "furniture",
        }
    }

    /// Whether the block belongs to what a reader came for: only these are tagged, counted and compared.
    #[must_use]
    pub fn is_article(self) -> bool {
        matches!(self, BlockKind::Title | BlockKind::Body | BlockKind::Heading)
    }
}

/// A non-blank line or block of text, with what it is and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes in the document's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Index of its story.
    pub story: u32,
    /// For what is not body: why, as a stable code that the page translates («share-widget», «said-before» …); "" for body.
    pub reason: &'static str,
}

/// The part a story plays in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The article that the file is about.
    Primary,
    /// Another story that the portal appended.
    Appended,
}

/// A story: its place and what the file says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Primary or appended.
    pub role: Role,
    /// The headline, bytes in the document's text.
    pub title: Option<Span>,
    /// ISO 8601 date of publication, only where the file says it.
    pub published: Option<String>,
    /// Publisher or agency line.
    pub source: Option<String>,
    /// The publisher's own key words.
    pub tags: Vec<String>,
}

/// A text cut into blocks and stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Every non-blank line belongs to exactly one block, in order.
    pub blocks: Vec<Block>,
    /// In order; [`Block::story`] points here.
    pub stories: Vec<Story>,
}
