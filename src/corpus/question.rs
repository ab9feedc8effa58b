//! What can be asked of a corpus, as values: the one way in which the page asks.

use serde::{Deserialize, Serialize};

use super::Corpus;
use crate::duplicate::align::Comparison;
use crate::entity::together::Together;
use crate::error::Error;
use crate::keyword::collocate::{Collocate, Window};
use crate::keyword::compare::{Keyness, Usage, WordUse};
use crate::keyword::concordance::{Line, Query};
use crate::keyword::ngram::Ngram;
use crate::keyword::statistic::Richness;
use crate::keyword::trend::{Period, Point};
use crate::report::ArticleToken;

/// A question, to be asked by [`Corpus::ask`]. Where it has a list of documents, an empty one means all.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// [`Corpus::concordance`].
    Concordance(Query),
    /// [`Corpus::usage`].
    Usage(Query),
    /// [`Corpus::collocates`].
    Collocates {
        /// What the collocates stand near.
        query: Query,
        /// What is near.
        window: Window,
        /// Places near there at least.
        least: u32,
    },
    /// [`Corpus::ngrams`].
    Ngrams {
        /// Ids.
        documents: Vec<u32>,
        /// Words of a run, two to five.
        length: u32,
        /// Places at least.
        least: u32,
    },
    /// [`Corpus::words`].
    Words {
        /// Ids.
        documents: Vec<u32>,
        /// Places at least.
        least: u32,
    },
    /// [`Corpus::keyness`].
    Keyness {
        /// Ids.
        documents: Vec<u32>,
        /// What they are compared with.
        reference: Reference,
        /// Places in both together at least.
        least: u32,
    },
    /// [`Corpus::richness`].
    Richness {
        /// Ids.
        documents: Vec<u32>,
    },
    /// [`Corpus::trend`].
    Trend {
        /// What is counted beside the articles.
        query: Option<Query>,
        /// How long a step is.
        period: Period,
    },
    /// [`Corpus::together`].
    Together {
        /// Ids.
        documents: Vec<u32>,
        /// Articles that mention both at least.
        least: u32,
        /// Pairs at most.
        limit: u32,
    },
    /// [`Corpus::compare`].
    Compare {
        /// Document id and story index.
        a: (u32, u32),
        /// Document id and story index.
        b: (u32, u32),
    },
    /// [`Corpus::tokens`].
    Tokens {
        /// Id.
        document: u32,
    },
}

/// What documents are compared with: see [`Corpus::keyness`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// All documents that are not among them.
    #[default]
    Others,
    /// These documents.
    Documents(Vec<u32>),
    /// General Arabic news, as the program's own table of it says (`src/lexicon/background.txt`).
    Background,
}

/// The answer to a [`Question`] by [`Corpus::ask`], serialized as what it holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To [`Question::Concordance`].
    Concordance(Vec<Line>),
    /// To [`Question::Usage`].
    Usage(Usage),
    /// To [`Question::Collocates`].
    Collocates(Vec<Collocate>),
    /// To [`Question::Ngrams`].
    Ngrams(Vec<Ngram>),
    /// To [`Question::Words`].
    Words(Vec<WordUse>),
    /// To [`Question::Keyness`].
    Keyness(Vec<Keyness>),
    /// To [`Question::Richness`].
    Richness(Richness),
    /// To [`Question::Trend`].
    Trend(Vec<Point>),
    /// To [`Question::Together`].
    Together(Vec<Together>),
    /// To [`Question::Compare`].
    Compare(Comparison),
    /// To [`Question::Tokens`].
    Tokens(Vec<ArticleToken>),
}

impl Corpus {
    /// Answers a question.
    ///
    /// ```
    /// use warraq::corpus::{Answer, Question};
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "خبر\nزاد إنتاج القمح ثم زاد إنتاج القمح.".as_bytes(), None)?;
    /// let question = Question::Ngrams { documents: vec![], length: 3, least: 2 };
    /// let Answer::Ngrams(runs) = corpus.ask(&question)? else { unreachable!() };
    /// assert_eq!(runs[0].term, "زاد إنتاج القمح");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of the method that answers it.
    pub fn ask(&self, question: &Question) -> Result<Answer, Error> {
        Ok(match question {
            Question::Concordance(query) => Answer::Concordance(self.concordance(query)?),
            Question::Usage(query) => Answer::Usage(self.usage(query)?),
            Question::Collocates { query, window, least } => {
                Answer::Collocates(self.collocates(query, *window, *least)?)
            }
            Question::Ngrams {
                documents,
                length,
                least,
            } => Answer::Ngrams(self.ngrams(documents, *length as usize, *least)?),
            Question::Words { documents, least } => Answer::Words(self.words(documents, *least)?),
            Question::Keyness {
                documents,
                reference,
                least,
            } => Answer::Keyness(self.keyness(documents, reference, *least)?),
            Question::Richness { documents } => Answer::Richness(self.richness(documents)?),
            Question::Trend { query, period } => Answer::Trend(self.trend(query.as_ref(), *period)?),
            Question::Together {
                documents,
                least,
                limit,
            } => Answer::Together(self.together(documents, *least, *limit as usize)?),
            Question::Compare { a, b } => Answer::Compare(self.compare(*a, *b)?),
            Question::Tokens { document } => Answer::Tokens(self.tokens(*document)?),
        })
    }
}
