//! What is known of one file without looking at the others.

use super::Settings;
use crate::article::{Article, BlockKind, Format, Source};
use crate::date::{self, DateMention, Day};
use crate::duplicate::{Shingles, shingles};
use crate::entity::words::{self, Word};
use crate::entity::{self, Mention};
use crate::error::Notice;
use crate::keyword::term::Terms;
use crate::keyword::{self, Phrase, Reading, Row, Table};
use crate::quote::{self, Quote};
use crate::text::decode::{Decoded, Encoding};

/// A file, and what was found in it.
pub(super) struct Document {
    pub name: String,
    pub format: Format,
    pub encoding: Encoding,
    pub confidence: f32,
    pub notices: Vec<Notice>,
    pub text: String,
    pub article: Article,
    /// What the tagger said.
    tagged: Vec<Mention>,
    /// What of it is in force, after the person's decisions.
    pub mentions: Vec<Mention>,
    pub quotes: Vec<Quote>,
    pub dates: Vec<DateMention>,
    /// Its words, counted in the corpus's table.
    pub counts: Row,
    /// Its key phrases, best first.
    pub keywords: Vec<Phrase>,
    /// Words of the article, marks not counted.
    pub words: u32,
    /// The shingles of each story.
    pub shingles: Vec<Shingles>,
    /// Hash of the file's bytes.
    pub content: u64,
}

impl Document {
    /// Analyses a decoded file and counts its words in `table`.
    pub(super) fn read(
        name: &str,
        decoded: Decoded,
        content: u64,
        settings: &Settings,
        table: &mut Table,
    ) -> Self {
        let text = decoded.text;
        let format = Format::of(name, &text);
        let source = Source::new(text, format);
        let article = source.segment(&|_| false);
        let text = source.text;
        let words = words::of_article(&text, &article);
        let tagged = entity::tag(&words);
        let terms = Terms::of(&text, &words, &tagged);
        let counts = table.add(&text, &words, &terms);
        let limit = settings.keywords_per_document;
        let keywords = keyword::phrases(&text, &words, &terms, &tagged, limit);
        let stories = 0..article.stories.len() as u32;
        let shingles = stories.map(|story| {
            let parts = article
                .blocks
                .iter()
                .filter(move |b| b.story == story && b.kind.is_article());
            shingles(parts.map(|b| b.span.of(&text)))
        });
        let dates = dates(&text, &article);
        let mut document = Document {
            name: name.to_string(),
            format,
            encoding: decoded.encoding,
            confidence: decoded.confidence,
            notices: decoded.notices,
            words: words.iter().filter(|w| !w.is_mark()).count() as u32,
            shingles: shingles.collect(),
            article,
            tagged,
            mentions: Vec::new(),
            quotes: Vec::new(),
            dates,
            counts,
            keywords,
            content,
            text,
        };
        document.settle(&words, settings);
        document
    }

    /// Its words and what they count as, read again.
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading::of(&self.text, &self.article, &self.tagged)
    }

    /// Takes up new decisions about names.
    pub(super) fn correct(&mut self, settings: &Settings) {
        let words = words::of_article(&self.text, &self.article);
        self.settle(&words, settings);
    }

    /// What depends on the settings: the mentions in force, and who is quoted.
    fn settle(&mut self, words: &[Word], settings: &Settings) {
        let mut mentions = settings.aliases.correct(&self.text, words, &self.tagged);
        mentions.retain(|mention| mention.score >= settings.min_score);
        self.quotes = quote::find(&self.text, &self.article, words, &mentions);
        self.mentions = mentions;
    }
}

/// The dates of everything that is not the portal's own, each story's from its own day of publication.
fn dates(text: &str, article: &Article) -> Vec<DateMention> {
    let mut found = Vec::new();
    let read = |kind: BlockKind| kind.is_article() || matches!(kind, BlockKind::Date | BlockKind::Caption);
    for block in article.blocks.iter().filter(|block| read(block.kind)) {
        let story = article.stories.get(block.story as usize);
        let published = story.and_then(|s| s.published.as_deref()).and_then(Day::from_iso);
        let dates = date::find(block.span.of(text), published).into_iter();
        found.extend(dates.map(|d| DateMention {
            span: d.span.shift(block.span.start),
            ..d
        }));
    }
    found
}
