//! Names: which words name a person, a place or an organisation, and which names are one entity.
//!
//! In: an article's words. Out: [`Mention`]s; over all articles, entities with every spelling and why it was joined.
//! `words` lines up what is read, `lexical` finds names that the lexicon knows, `pattern` names that their neighbours give away
//! («وزارة الخارجية الصينية», «الوزير فلان»), [`tagger`] names by what stands in and around them (`statistical` joins both),
//! `recall` short forms of names seen in full before, [`link`] joins
//! what [`spelling`] knows to be one name, and `together` counts which entities share articles and sentences.

pub mod alias;
pub(crate) mod lexical;
pub mod link;
mod pattern;
mod recall;
pub mod spelling;
mod statistical;
pub mod tagger;
pub(crate) mod together;
pub(crate) mod words;

pub use together::Together;

use crate::order;
use crate::span::Span;

/// What kind of name.
///
/// ```
/// use warraq::entity::EntityKind;
/// assert_eq!(EntityKind::Location.name(), "LOC");
/// assert_eq!(EntityKind::from_name("LOC"), Some(EntityKind::Location));
/// assert_eq!(EntityKind::from_name("loc"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place, a state among them.
    Location,
    /// An organisation.
    Organization,
    /// Another name: an event, a product, a language.
    Misc,
}

impl EntityKind {
    /// The name in tables and CoNLL: PER, LOC, ORG, MISC.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "PER",
            EntityKind::Location => "LOC",
            EntityKind::Organization => "ORG",
            EntityKind::Misc => "MISC",
        }
    }

    /// The kind that has this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let kinds = [
            EntityKind::Person,
            EntityKind::Location,
            EntityKind::Organization,
            EntityKind::Misc,
        ];
        kinds.into_iter().find(|kind| kind.name() == name)
    }
}

/// A name where it stands, attached particles left out: what [`link`](link::link) joins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// Bytes in the document's text.
    pub span: Span,
    /// What kind of name.
    pub kind: EntityKind,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// Why, as a stable code that the page translates.
    pub reason: &'static str,
    /// The entity's usual spelling where a lexicon row says it.
    pub known: Option<&'static str>,
}

/// Finds the names in an article's words, in order, none overlapping another.
#[must_use]
pub(crate) fn tag(words: &[words::Word]) -> Vec<Mention> {
    let mut rules = lexical::find(words);
    pattern::extend(words, &mut rules);
    recall::find(words, &mut rules);
    let mut found = statistical::join(words, rules, statistical::find(words));
    recall::find(words, &mut found);
    order::sort_by_key(&mut found, |f| f.first);
    found.iter().map(|f| f.mention(words)).collect()
}

/// A name found in a run of words, before it becomes a [`Mention`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    /// Index of its first word.
    pub first: usize,
    /// One past its last word.
    pub end: usize,
    /// Bytes of the first word that are attached particles.
    pub skip: u32,
    /// What kind of name.
    pub kind: EntityKind,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// Why, as a stable code.
    pub reason: &'static str,
    /// The entity's usual spelling where the lexicon knows it.
    pub known: Option<&'static str>,
}

impl Found {
    fn mention(&self, words: &[words::Word]) -> Mention {
        let run = words.get(self.first..self.end).unwrap_or_default();
        let start = run.first().map_or(0, |w| w.span.start) + self.skip;
        let span = Span {
            start,
            end: run.last().map_or(start, |w| w.span.end),
        };
        Mention {
            span,
            kind: self.kind,
            score: self.score,
            reason: self.reason,
            known: self.known,
        }
    }

    /// Whether the two share a word.
    fn meets(&self, other: &Found) -> bool {
        self.first < other.end && other.first < self.end
    }
}
