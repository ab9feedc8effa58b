//! The analysis as it leaves the program: the JSON of the analysis contract, offsets in UTF-16 code units.
//!
//! In: what [`crate::Corpus`] knows. Out: plain values to serialize. Fields are only ever added; what stands here keeps its name.

use serde::{Serialize, Serializer};

use crate::corpus::Settings;
use crate::error::Notice;

mod utf16;
pub(crate) use utf16::Utf16Map;

/// An analysis of all documents of a corpus.
///
/// ```
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// let text = "وفد في بكين\nالمصدر: نافذة الشاطئ\nقال الوزير سالم الجابري: «سنبدأ العمل غدا في بكين وفي كل المدن».\nشارك";
/// corpus.add("news.txt", text.as_bytes(), None)?;
/// let report = corpus.report();
/// let document = &report.documents[0];
///
/// let kinds: Vec<&str> = document.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, ["title", "source", "body", "furniture"]);
/// let story = &document.stories[0];
/// assert_eq!(story.title.map(|title| title.of(&document.text)), Some("وفد في بكين"));
///
/// for mention in &document.mentions {
///     let entity = &report.entities[mention.entity as usize];
///     assert_eq!(mention.range.of(&document.text), entity.spellings[0].text);
/// }
/// let quote = &document.quotes[0];
/// let speaker = quote.speaker.map(|id| report.entities[id as usize].name.as_str());
/// assert_eq!(speaker, Some("سالم الجابري"));
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Version of the program.
    pub warraq: &'static str,
    /// Every option in force, so that the result can be repeated.
    pub settings: Settings,
    /// In the order in which they were added.
    pub documents: Vec<Document>,
    /// Most mentioned first; [`Mention::entity`] is [`Entity::id`].
    pub entities: Vec<Entity>,
    /// Pairs of entities that may be one: joins that are offered, not made.
    pub offers: Vec<Offer>,
    /// Highest score first.
    pub keywords: Vec<Keyword>,
    /// Clusters of stories that are copies, most similar first.
    pub duplicates: Vec<Duplicate>,
}

/// Where something stands in a document's `text`, in UTF-16 code units, end exclusive: places in a string of JavaScript. In Rust
/// [`Range::of`] gives the characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

impl Range {
    /// The characters of `text` meant, or "" where the range does not fit that text. `text` is read from its beginning up to them.
    ///
    /// ```
    /// use warraq::report::Range;
    /// // A character beyond U+FFFF has two units.
    /// assert_eq!(Range { start: 3, end: 7 }.of("😀 بكين"), "بكين");
    /// assert_eq!(Range { start: 1, end: 7 }.of("😀 بكين"), "");
    /// ```
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        let byte_of = |unit: u32| {
            let mut left = unit;
            for (byte, c) in text.char_indices() {
                if left == 0 {
                    return Some(byte);
                }
                left = left.checked_sub(c.len_utf16() as u32)?;
            }
            (left == 0).then_some(text.len())
        };
        let place = byte_of(self.start).zip(byte_of(self.end));
        place
            .and_then(|(start, end)| text.get(start..end))
            .unwrap_or_default()
    }
}

/// A word or mark of an article: returned by [`Corpus::tokens`](crate::Corpus::tokens).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleToken {
    /// Where it stands.
    #[serde(flatten)]
    pub range: Range,
    /// Number of its sentence in the document, from 0.
    pub sentence: u32,
}

/// One file: example at [`Report`].
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Its id in the corpus.
    pub id: u32,
    /// The file's name, or its path inside a folder or archive.
    pub name: String,
    /// "text", "markdown", "html" …
    pub format: &'static str,
    /// What it was decoded from: "utf-8", "windows-1256" …
    pub encoding: &'static str,
    /// How sure the encoding is, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub encoding_confidence: f32,
    /// The other encodings that come into question, likeliest first.
    pub encoding_alternatives: Vec<&'static str>,
    /// What the person should know about it.
    pub notices: Vec<Notice>,
    /// The text that all offsets point into.
    pub text: String,
    /// Every non-blank line belongs to exactly one.
    pub blocks: Vec<Block>,
    /// Most files hold one.
    pub stories: Vec<Story>,
    /// In order of place.
    pub mentions: Vec<Mention>,
    /// In order of place.
    pub quotes: Vec<Quote>,
    /// In order of place.
    pub dates: Vec<Date>,
    /// Highest score first.
    pub keywords: Vec<DocumentKeyword>,
    /// Words of the article, without what the portal added.
    pub words: u32,
    /// "ar".
    pub language: &'static str,
}

/// A block of text: example at [`Report`].
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    #[serde(flatten)]
    /// Its place.
    pub range: Range,
    /// Its kind's name.
    pub kind: &'static str,
    /// Index of its story.
    pub story: u32,
    /// A stable code for why it is not body; "" for body, or "person" where the person decided so.
    pub reason: &'static str,
}

/// A story in a document: example at [`Report`].
#[derive(Clone, Debug, Serialize)]
pub struct Story {
    /// "primary" or "appended".
    pub role: &'static str,
    /// The headline's place.
    pub title: Option<Range>,
    /// ISO 8601, only where the file says it.
    pub published: Option<String>,
    /// Publisher or agency.
    pub source: Option<String>,
    /// Who wrote it, as the file names them.
    pub author: Option<String>,
    /// Where it was written: «القاهرة».
    pub dateline: Option<String>,
    /// The site's section.
    pub section: Option<String>,
    /// The publisher's key words.
    pub tags: Vec<String>,
}

/// A name in a text: example at [`Report`].
#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    #[serde(flatten)]
    /// Its place, without attached particles.
    pub range: Range,
    /// "PER", "LOC", "ORG" or "MISC".
    pub kind: &'static str,
    /// Id of its entity.
    pub entity: u32,
    /// Confidence, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub score: f32,
    /// Why it was tagged: a stable code.
    pub reason: &'static str,
}

/// Something somebody said: example at [`Report`].
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    #[serde(flatten)]
    /// Inside the quotation marks.
    pub range: Range,
    /// Entity id of who said it.
    pub speaker: Option<u32>,
    /// Who said it in the text's own words, where no name is given.
    pub speaker_phrase: Option<Range>,
    /// The verb of saying.
    pub cue: Option<Range>,
    /// Word for word, or reported.
    pub direct: bool,
}

/// A date in a text, found as [`date::find`](crate::date::find) does.
#[derive(Clone, Debug, Serialize)]
pub struct Date {
    #[serde(flatten)]
    /// Its place.
    pub range: Range,
    /// ISO 8601, cut where the text is silent.
    pub value: String,
}

/// A key word of one document, found as [`phrases_of`](crate::keyword::phrases_of) does.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentKeyword {
    /// The word or phrase as it is usually written.
    pub term: String,
    /// Times in the document.
    pub count: u32,
    /// See [`crate::keyword`].
    #[serde(serialize_with = "four_decimals")]
    pub score: f32,
}

/// A key word of the corpus: how many there are is said by [`Settings`].
#[derive(Clone, Debug, Serialize)]
pub struct Keyword {
    /// The word as it is usually written.
    pub term: String,
    /// The forms counted together, most frequent first.
    pub forms: Vec<String>,
    /// Times in all documents.
    pub count: u32,
    /// In how many documents.
    pub documents: u32,
    /// See [`crate::keyword`].
    #[serde(serialize_with = "four_decimals")]
    pub score: f32,
}

/// A person, place or organisation across documents: example at [`Corpus::report`](crate::Corpus::report).
#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    /// Its id.
    pub id: u32,
    /// "PER", "LOC", "ORG" or "MISC".
    pub kind: &'static str,
    /// Its fullest usual spelling.
    pub name: String,
    /// How it is spelled, most frequent first.
    pub spellings: Vec<Spelling>,
    /// Mentions in all documents.
    pub count: u32,
    /// Ids of the documents that mention it.
    pub documents: Vec<u32>,
}

/// One spelling of an entity: example at [`Corpus::report`](crate::Corpus::report).
#[derive(Clone, Debug, Serialize)]
pub struct Spelling {
    /// As it stands in the text.
    pub text: String,
    /// Times.
    pub count: u32,
    /// Why it was joined: a stable code.
    pub reason: &'static str,
}

/// Two entities that may be one, as [`link`](crate::entity::link::link) offers them.
#[derive(Clone, Debug, Serialize)]
pub struct Offer {
    /// Their ids, the smaller first.
    pub entities: (u32, u32),
    /// Why, as a stable code.
    pub reason: &'static str,
}

/// A figure to four decimals: more would be noise, and the digits of an `f32` differ from one writer of JSON to the next.
fn four_decimals<S: Serializer>(figure: &f32, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64((f64::from(*figure) * 1e4).round() / 1e4)
}

/// Stories that are copies of one another, found as [`pairs`](crate::duplicate::pairs) and [`clusters`](crate::duplicate::clusters) do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Duplicate {
    /// Document id and story index of each.
    pub stories: Vec<(u32, u32)>,
    /// The least similarity that joins the cluster, 0 to 1.
    #[serde(serialize_with = "four_decimals")]
    pub similarity: f32,
    /// The press agency that most of its stories name as theirs, if one does: «رويترز».
    pub agency: Option<&'static str>,
    /// Those of its stories that bear the earliest day, where others bear a later one.
    pub earliest: Vec<(u32, u32)>,
}
