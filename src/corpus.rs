//! The corpus: the one thing with state. Add an article, remove an article, report.
//!
//! What is expensive is done once per article, when it is added; what depends on the other articles is done in the report.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::article::{self, Article, BlockKind, Format};
use crate::date::{self, DateMention, Day};
use crate::duplicate::{Shingles, shingles};
use crate::entity::{self, Mention, words};
use crate::error::{Error, Notice};
use crate::keyword::Counts;
use crate::quote::{self, Quote};
use crate::report::Report;
use crate::text::decode::{self, Encoding};

mod assemble;

/// Most bytes that one file may have.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Every option of an analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "snake_case", deny_unknown_fields)]
pub struct Settings {
    /// Key words listed for each document.
    pub keywords_per_document: usize,
    /// Key words listed for the corpus.
    pub keywords: usize,
    /// Mentions with a lower confidence are left out, 0 to 1.
    pub min_score: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            keywords_per_document: 20,
            keywords: 500,
            min_score: 0.0,
        }
    }
}

/// Articles, and what was found in each.
///
/// ```
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// let id = corpus.add("news.txt", "وصل الوفد إلى بكين أمس.\nوعاد اليوم.".as_bytes(), None)?;
/// assert_eq!(corpus.report().entities[0].name, "بكين");
/// corpus.remove(id)?;
/// # Ok::<(), warraq::Error>(())
/// ```
pub struct Corpus {
    settings: Settings,
    documents: BTreeMap<u32, Document>,
    by_content: HashMap<u64, u32>,
    next: u32,
}

/// What is known of one file, without looking at the others.
struct Document {
    name: String,
    format: Format,
    encoding: Encoding,
    confidence: f32,
    notices: Vec<Notice>,
    text: String,
    article: Article,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    dates: Vec<DateMention>,
    counts: Counts,
    words: u32,
    shingles: Vec<Shingles>,
    content: u64,
}

impl Corpus {
    /// An empty corpus.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Corpus {
            settings,
            documents: BTreeMap::new(),
            by_content: HashMap::new(),
            next: 0,
        }
    }

    /// Reads a file and analyses what is in it; `encoding` is the person's choice, `None` to detect it. Returns the document's id.
    ///
    /// # Errors
    /// Any [`Error`] that says why the file cannot be read; the corpus is as before.
    pub fn add(&mut self, name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<u32, Error> {
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(Error::TooLarge {
                size: bytes.len() as u64,
                limit: MAX_FILE_BYTES,
            });
        }
        let content = hash(bytes);
        if let Some(before) = self
            .by_content
            .get(&content)
            .and_then(|id| self.documents.get(id))
        {
            return Err(Error::SameFile(before.name.clone()));
        }
        let choice = encoding.map(str::parse).transpose()?;
        let document = Document::read(name, decode::decode(bytes, choice)?, content, &self.settings);
        let id = self.next;
        self.next += 1;
        self.by_content.insert(content, id);
        self.documents.insert(id, document);
        Ok(id)
    }

    /// Takes a document out.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn remove(&mut self, id: u32) -> Result<(), Error> {
        let document = self.documents.remove(&id).ok_or(Error::UnknownDocument(id))?;
        self.by_content.remove(&document.content);
        Ok(())
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The analysis of everything added.
    #[must_use]
    pub fn report(&self) -> Report {
        assemble::report(&self.settings, &self.documents)
    }
}

impl Document {
    fn read(name: &str, decoded: decode::Decoded, content: u64, settings: &Settings) -> Self {
        let text = decoded.text;
        let format = Format::of(name, &text);
        let article = article::segment(&text, format, &|_| false);
        let words = words::of_article(&text, &article);
        let mut mentions = entity::tag(&words);
        mentions.retain(|mention| mention.score >= settings.min_score);
        let counts = Counts::of(&text, &words);
        let stories = 0..article.stories.len() as u32;
        let shingles = stories.map(|story| {
            let parts = article
                .blocks
                .iter()
                .filter(move |b| b.story == story && b.kind.is_article());
            shingles(parts.map(|b| b.span.of(&text)))
        });
        let quotes = quote::find(&text, &article, &words, &mentions);
        let dates = dates(&text, &article);
        Document {
            name: name.to_string(),
            format,
            encoding: decoded.encoding,
            confidence: decoded.confidence,
            notices: decoded.notices,
            words: words.iter().filter(|w| !w.is_mark()).count() as u32,
            shingles: shingles.collect(),
            article,
            mentions,
            quotes,
            dates,
            counts,
            content,
            text,
        }
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

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
