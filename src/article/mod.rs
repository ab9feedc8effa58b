//! Articles: what of a file's text is the article, and what the portal wrapped around it.
//!
//! In: decoded text and its [`Format`], as a [`Source`]. Out: an [`Article`]: every non-blank line as a [`Block`] of a kind, with the reason, and the
//! [`Story`]s they tell. `html` finds the
//! article in a web page, `markdown` what Markdown says in several lines, `line` cuts lines, `wording` and `published` say what a line says of itself, `plain` goes through
//! them from top to bottom with `head` for what stands above a story's text, and `story` gathers what is said of each story.

use crate::error::Notice;
use crate::order;
use crate::span::Span;
use crate::text::decode::has_arabic_word;

mod body;
mod format;
mod head;
mod html;
mod line;
mod markdown;
mod marked;
mod overlap;
mod page;
mod pdf;
mod plain;
pub(crate) mod published;
mod reason;
mod story;
mod wording;

pub use format::Format;
pub(crate) use line::Mark;
pub(crate) use marked::Marked;
pub use reason::Reason;

/// A document's text with what its format says of the lines, ready to be cut, again too when more is known of the other files.
///
/// ```
/// use warraq::article::{Format, Source};
/// let page = "<nav>الرئيسية</nav><article><h1>عودة القطار</h1><p>عاد القطار إلى محطة عاليه صباح الخميس بعد توقف طويل.</p></article>";
/// let source = Source::new(page.to_string(), Format::Html);
/// let article = source.segment(&|_| false);
/// let shown: Vec<_> = article.blocks.iter().map(|block| (block.kind.name(), block.span.of(&source.text))).collect();
/// assert_eq!(shown[0], ("furniture", "الرئيسية"));
/// assert_eq!(shown[1], ("title", "عودة القطار"));
/// assert_eq!(source.text, Source::page(page, Format::Mhtml).text);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The decoded text; of a web page, the article's part of it, one block a line.
    pub text: String,
    /// The format it came in.
    pub format: Format,
    /// What the person should know of how it was read.
    pub notices: Vec<Notice>,
    marks: Vec<Mark>,
    /// What the file's own data say of the story: more exact than its lines.
    story: Story,
    /// What the file says of itself as a file: taken where the text is silent.
    properties: Story,
}

impl Source {
    /// Takes a decoded file; a web page is read here.
    #[must_use]
    pub fn new(decoded: String, format: Format) -> Self {
        match format {
            Format::Html => Source::page(&decoded, format),
            Format::Pdf => {
                let (page, notices) = pdf::read(&decoded);
                Source {
                    notices,
                    ..Source::of(page, format)
                }
            }
            _ => Source {
                text: decoded,
                format,
                ..Source::default()
            },
        }
    }

    /// Takes a web page that came in a file of `format`.
    #[must_use]
    pub fn page(html: &str, format: Format) -> Self {
        Source::of(html::read(html), format)
    }

    fn of(page: html::Page, format: Format) -> Self {
        Source {
            text: page.text,
            format,
            marks: page.marks,
            story: page.story,
            ..Source::default()
        }
    }

    /// Takes lines of which a file of `format` says what they are.
    pub(crate) fn marked(lines: Marked, format: Format) -> Self {
        Source {
            text: lines.text,
            format,
            marks: lines.marks,
            ..Source::default()
        }
    }

    /// With `title` put before it, where it has no headline of its own: a single paragraph is none.
    pub(crate) fn titled(self, title: &str) -> Self {
        let has_headline = |article: Article| {
            let told = article.stories.first().is_some_and(|story| story.title.is_some());
            told && article.blocks.iter().any(|block| block.kind == BlockKind::Body)
        };
        let lacks = has_arabic_word(title) && !has_headline(self.segment(&|_| false));
        if lacks { self.headed(title) } else { self }
    }

    /// With `title` put before it, unless it begins with that.
    pub(crate) fn headed(mut self, title: &str) -> Self {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() || self.text.lines().next() == Some(&title) {
            return self;
        }
        let mut lines = Marked::default();
        lines.push(&title, Mark::Title);
        self.text.insert_str(0, &lines.text);
        self.marks.splice(..0, lines.marks);
        self
    }

    /// With fields that the file keeps beside the text: they are more exact than the text's own lines.
    pub(crate) fn with_fields(mut self, fields: &Story) -> Self {
        self.story.prefer(fields);
        self
    }

    /// With properties of the file, which are taken where the text says nothing.
    pub(crate) fn with_properties(mut self, properties: Story) -> Self {
        self.properties = properties;
        self
    }

    /// Cuts the text into blocks and stories. `familiar` says whether a line, folded as in [`Outline::margins`], is known from many of the
    /// person's other files: then it is furniture.
    #[must_use]
    pub fn segment(&self, familiar: &dyn Fn(&str) -> bool) -> Article {
        let (lines, said) = self.lines();
        let (apart, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.apart().is_some());
        let mut article = plain::segment(lines, familiar);
        article.surround(apart.iter().filter_map(|line| Some((line.span, line.apart()?))));
        if let Some(story) = article.stories.first_mut() {
            story.prefer(&said);
            story.fill(&self.properties);
        }
        article
    }

    /// What tells the file from others, whatever those are.
    ///
    /// ```
    /// use warraq::article::{Format, Source};
    /// let text = "عودة القطار\nعاد القطار إلى محطة عاليه صباح الخميس بعد توقف دام أعواما طويلة.\nنافذة الشاطئ";
    /// let source = Source::new(text.to_string(), Format::Text);
    /// let outline = source.outline();
    /// assert!(outline.margins.contains(&"نافذه الشاطي".to_string()));
    /// assert_eq!(outline.prose.len(), 1);
    /// ```
    #[must_use]
    pub fn outline(&self) -> Outline {
        let (mut lines, _) = self.lines();
        lines.retain(|line| line.apart().is_none());
        let (margins, prose) = plain::outline(lines);
        Outline { margins, prose }
    }

    /// The lines, and what the file itself says of its story beside them.
    fn lines(&self) -> (Vec<line::Line<'_>>, Story) {
        let mut lines = line::lines(&self.text, self.format);
        lines
            .iter_mut()
            .zip(&self.marks)
            .for_each(|(line, mark)| line.mark = *mark);
        let story = match self.format {
            Format::Markdown => markdown::read(&mut lines),
            _ => self.story.clone(),
        };
        (lines, story)
    }
}

/// A text parted into what other files may have too and what it tells: made by [`Source::outline`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The short lines above and below the running text, folded, each once: furniture where they stand in many files.
    pub margins: Vec<String>,
    /// The lines of the running text, bytes in [`Source::text`].
    pub prose: Vec<Span>,
}

/// Cuts a text into blocks and stories where nothing is known of other files.
///
/// ```
/// use warraq::article::{self, BlockKind, Format};
/// let text = "افتتاح جسر جديد في الموصل\nافتتح عمال البلدية جسراً جديداً في الموصل بعد عامين من العمل.\nشارك";
/// let article = article::segment(text, Format::Text);
/// let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Title, BlockKind::Body, BlockKind::Furniture]);
/// ```
#[must_use]
pub fn segment(text: &str, format: Format) -> Article {
    Source::new(text.to_string(), format).segment(&|_| false)
}

/// What a block of text is.
///
/// ```
/// use warraq::article::BlockKind;
/// assert_eq!(BlockKind::Heading.name(), "heading");
/// assert!(BlockKind::Heading.is_article() && !BlockKind::Caption.is_article());
/// ```
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

/// A non-blank line or block of text, with what it is and why: example at [`segment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes in the document's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Index of its story.
    pub story: u32,
    /// For what is not body: why. For body it is [`Reason::Person`] where the person decided so.
    pub reason: Reason,
}

/// The part a story plays in its file: see [`Story`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The article that the file is about.
    #[default]
    Primary,
    /// Another story that the portal appended.
    Appended,
}

/// A story: its place and what the file says of it.
///
/// ```
/// use warraq::article::{Format, Role, segment};
/// let text = "عودة القطار\nنشر في: 9 أبريل 2024\nعاد القطار إلى محطة عاليه صباح الخميس بعد توقف طويل.";
/// let story = &segment(text, Format::Text).stories[0];
/// assert_eq!(story.role, Role::Primary);
/// assert_eq!(story.title.map(|title| title.of(text)), Some("عودة القطار"));
/// assert_eq!(story.published.as_deref(), Some("2024-04-09"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Who wrote it, as the byline says.
    pub author: Option<String>,
    /// Where it was written: the place before the dash in «القاهرة - ».
    pub dateline: Option<String>,
    /// The site's section.
    pub section: Option<String>,
}

impl Story {
    /// Takes over what the page's own data say, which is more exact than its lines.
    fn prefer(&mut self, said: &Story) {
        let take = |mine: &mut Option<String>, theirs: &Option<String>| {
            if theirs.is_some() {
                mine.clone_from(theirs);
            }
        };
        take(&mut self.published, &said.published);
        take(&mut self.author, &said.author);
        take(&mut self.section, &said.section);
        take(&mut self.source, &said.source);
        if !said.tags.is_empty() {
            self.tags.clone_from(&said.tags);
        }
    }

    /// Takes over what is not known yet.
    fn fill(&mut self, said: &Story) {
        let known = self.clone();
        self.prefer(said);
        self.prefer(&known);
    }
}

/// A text cut into blocks and stories: returned by [`segment`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Every non-blank line belongs to exactly one block, in order.
    pub blocks: Vec<Block>,
    /// In order; [`Block::story`] points here.
    pub stories: Vec<Story>,
}

impl Article {
    /// Puts the person's decision about a block in force, where the program found otherwise: into its story as body, or out of it as
    /// furniture, and a headline with it.
    pub(crate) fn decide(&mut self, block: usize, inside: bool) {
        let Some(block) = self.blocks.get_mut(block) else {
            return;
        };
        if block.kind.is_article() == inside {
            return;
        }
        block.kind = if inside {
            BlockKind::Body
        } else {
            BlockKind::Furniture
        };
        block.reason = Reason::Person;
        if let Some(story) = self.stories.get_mut(block.story as usize) {
            let title = story.title.take();
            story.title = title.filter(|title| !(block.span.start..block.span.end).contains(&title.start));
        }
    }

    /// Puts the lines that are apart from the text where they stand among the blocks.
    fn surround(&mut self, lines: impl Iterator<Item = (Span, Reason)>) {
        let block = |(span, reason): (Span, Reason)| {
            let before = self.blocks.partition_point(|block| block.span.start < span.start);
            let story = before.checked_sub(1).and_then(|at| self.blocks.get(at));
            Block {
                span,
                kind: BlockKind::Furniture,
                story: story.map_or(0, |block| block.story),
                reason,
            }
        };
        let lines: Vec<Block> = lines.map(block).collect();
        self.blocks.extend(lines);
        order::sort_by_key(&mut self.blocks, |block| block.span.start);
    }

    /// Whether the lines are of the same kinds and stories in both: then the same is found in them.
    #[must_use]
    pub(crate) fn reads_as(&self, other: &Article) -> bool {
        let read = |block: &Block| (block.kind, block.story);
        self.stories == other.stories && self.blocks.iter().map(read).eq(other.blocks.iter().map(read))
    }
}
