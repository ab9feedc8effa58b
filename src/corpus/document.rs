//! What is known of one file without looking at the others.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::Settings;
use crate::article::{Article, BlockKind, Source};
use crate::container::Draft;
use crate::date::{self, DateMention, Day};
use crate::duplicate::align::Story;
use crate::duplicate::{Shingles, shingles};
use crate::entity::words::{self, Word};
use crate::entity::{self, Mention};
use crate::error::Notice;
use crate::keyword::term::Terms;
use crate::keyword::{self, Phrase, Reading, Row, Table};
use crate::quote::{self, Quote};
use crate::span::Span;
use crate::text::decode::Encoding;

/// A file, and what was found in it.
///
/// There may be a hundred thousand in one gigabyte, so lists end where their content ends, and what a look at the text gives again in
/// microseconds, the shingles, is not kept.
pub(super) struct Document {
    pub name: String,
    pub encoding: Encoding,
    pub confidence: f32,
    pub alternatives: Vec<Encoding>,
    pub notices: Vec<Notice>,
    /// Its text, to be cut again when more is known of its lines.
    pub source: Source,
    /// Hash of what it was read from.
    pub content: u64,
    /// Hash of the whole file that it came in.
    pub file: u64,
    /// Its short lines around the running text, folded.
    pub margins: Vec<String>,
    /// The lines of the running text.
    prose: Vec<Span>,
    /// The blocks that the person put into the article or took out of it.
    decided: BTreeMap<u32, bool>,
    pub article: Article,
    /// What the tagger said.
    tagged: Arc<[Mention]>,
    /// What of it is in force, after the person's decisions: where they change nothing, the same list.
    pub mentions: Arc<[Mention]>,
    /// The number of the sentence in which each of them stands.
    pub sentences: Vec<u32>,
    pub quotes: Vec<Quote>,
    pub dates: Vec<DateMention>,
    /// Its words, counted in the corpus's table.
    pub counts: Row,
    /// Its key phrases, best first.
    pub keywords: Vec<Phrase>,
    /// Words of the article, marks not counted.
    pub words: u32,
}

impl Document {
    /// Takes an article and analyses it without its `familiar` lines; its words are counted in `table`.
    pub(super) fn read(
        draft: Draft,
        familiar: &HashSet<String>,
        settings: &Settings,
        table: &mut Table,
    ) -> Self {
        let outline = draft.source.outline();
        let mut document = Document {
            name: draft.name,
            encoding: draft.encoding,
            confidence: draft.confidence,
            alternatives: draft.alternatives,
            notices: draft.notices,
            margins: outline.margins,
            prose: outline.prose,
            source: draft.source,
            content: draft.content,
            file: draft.file,
            decided: BTreeMap::new(),
            article: Article::default(),
            tagged: Arc::default(),
            mentions: Arc::default(),
            sentences: Vec::new(),
            quotes: Vec::new(),
            dates: Vec::new(),
            counts: Row::default(),
            keywords: Vec::new(),
            words: 0,
        };
        document.margins.shrink_to_fit();
        document.segment(familiar, settings, table);
        document
    }

    /// The text that all spans point into.
    pub(super) fn text(&self) -> &str {
        &self.source.text
    }

    /// Takes up the person's decision about a block, `None` for what the program finds; the next [`Document::segment`] follows it.
    pub(super) fn decide(&mut self, block: u32, inside: Option<bool>) {
        match inside {
            Some(inside) => self.decided.insert(block, inside),
            None => self.decided.remove(&block),
        };
    }

    /// Takes over the person's decisions about the blocks of the same file as it was read `before`, where they are as many. Returns
    /// whether they are.
    pub(super) fn follow(&mut self, before: &Document) -> bool {
        let as_many = self.article.blocks.len() == before.article.blocks.len();
        if as_many {
            self.decided.clone_from(&before.decided);
        }
        as_many
    }

    /// Cuts the text into blocks, and where another part of it is article than before, reads that and counts its words in `table`.
    pub(super) fn segment(&mut self, familiar: &HashSet<String>, settings: &Settings, table: &mut Table) {
        let mut article = self.source.segment(&|line| familiar.contains(line));
        for (block, inside) in &self.decided {
            article.decide(*block as usize, *inside);
        }
        article.blocks.shrink_to_fit();
        let before = std::mem::replace(&mut self.article, article);
        if !self.article.reads_as(&before) {
            table.remove(&self.counts);
            self.analyze(settings, table);
        }
    }

    /// Finds what is in the article and counts its words in `table`.
    fn analyze(&mut self, settings: &Settings, table: &mut Table) {
        let (text, article) = (&self.source.text, &self.article);
        let words = words::of_article(text, article);
        self.tagged = entity::tag(&words).into();
        let terms = Terms::of(text, &words, &self.tagged);
        self.counts = table.add(text, &words, &terms);
        let limit = settings.keywords_per_document;
        self.keywords = keyword::phrases(text, &words, &terms, &self.tagged, limit);
        self.words = words.iter().filter(|w| !w.is_mark()).count() as u32;
        self.dates = dates(text, article);
        self.dates.shrink_to_fit();
        self.settle(&words, settings);
    }

    /// The words and marks of its article, read again.
    pub(super) fn words(&self) -> Vec<Word> {
        words::of_article(self.text(), &self.article)
    }

    /// Its words and what they count as, read again.
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading::of(self.text(), &self.article, &self.tagged)
    }

    /// The shingles of the running text.
    pub(super) fn prose(&self) -> Shingles {
        shingles(self.prose.iter().map(|line| line.of(self.text())))
    }

    /// The shingles of each story.
    pub(super) fn shingles(&self) -> impl Iterator<Item = Shingles> {
        (0..self.article.stories.len() as u32).map(|story| {
            let blocks = self.article.blocks.iter();
            let parts = blocks.filter(|block| block.story == story && block.kind.is_article());
            shingles(parts.map(|block| block.span.of(self.text())))
        })
    }

    /// When its first story was published, as far as the file says.
    pub(super) fn published(&self) -> Option<&str> {
        self.article.stories.first()?.published.as_deref()
    }

    /// The text of a story, to be compared; none where there is no such story.
    pub(super) fn story(&self, story: u32) -> Option<Story<'_>> {
        self.article.stories.get(story as usize)?;
        Some(Story::of(self.text(), &self.article, story))
    }

    /// Takes up new decisions about names.
    pub(super) fn correct(&mut self, settings: &Settings) {
        let words = self.words();
        self.settle(&words, settings);
    }

    /// What depends on the settings: the mentions in force, and who is quoted.
    fn settle(&mut self, words: &[Word], settings: &Settings) {
        let mut mentions = settings.aliases.correct(self.text(), words, &self.tagged);
        mentions.retain(|mention| mention.score >= settings.min_score);
        self.quotes = quote::find(self.text(), &self.article, words, &mentions);
        self.quotes.shrink_to_fit();
        let sentence = |mention: &Mention| {
            let at = words.partition_point(|word| word.span.end <= mention.span.start);
            words.get(at).map_or(0, |word| word.sentence)
        };
        self.sentences = mentions.iter().map(sentence).collect();
        self.mentions = if *mentions == *self.tagged {
            Arc::clone(&self.tagged)
        } else {
            mentions.into()
        };
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
