//! What can be asked of a corpus: places in context, words that go together, runs of words, and how groups of documents differ.

use std::collections::{BTreeMap, HashSet};

use super::{Corpus, Document, assemble};
use crate::error::Error;
use crate::keyword::collocate::{Collocate, Collocates, Window};
use crate::keyword::compare::{Keyness, Usage};
use crate::keyword::concordance::{self, Line, Query};
use crate::keyword::ngram::{Ngram, Ngrams};
use crate::keyword::statistic::{Richness, richness};
use crate::keyword::{Matcher, Pattern, Reading, Row};
use crate::span::Span;

/// A document in which something was found.
struct Found<'c> {
    id: u32,
    reading: Reading<'c>,
    places: Vec<Span>,
}

impl Corpus {
    /// Every place of what `query` looks for, in context.
    ///
    /// ```
    /// use warraq::keyword::{Matching, Pattern, concordance::Query};
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "أعلنت الحكومة موعد الحفل. وقررت للحكومة لجنة مقرا.".as_bytes(), None)?;
    /// let pattern = Pattern::Words("حكومة".into());
    /// let lines = corpus.concordance(&Query { pattern, matching: Matching::Grouped, ..Query::default() })?;
    /// assert_eq!(lines.len(), 2);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::EmptyQuery`], [`Error::BadRegex`], [`Error::UnknownEntity`] or [`Error::UnknownDocument`].
    pub fn concordance(&self, query: &Query) -> Result<Vec<Line>, Error> {
        let mut lines = Vec::new();
        self.find(query, |found| {
            lines.extend(concordance::lines(found.id, &found.reading, &found.places, query));
            lines.truncate(query.limit as usize);
            lines.len() < query.limit as usize
        })?;
        concordance::sort(&mut lines);
        Ok(lines)
    }

    /// The words that stand near what `query` looks for at least `least` times, the highest log-Dice first. Every document asked about is read.
    ///
    /// # Errors
    /// As [`Corpus::concordance`].
    pub fn collocates(&self, query: &Query, window: Window, least: u32) -> Result<Vec<Collocate>, Error> {
        let mut places = BTreeMap::new();
        self.find(query, |found| {
            places.insert(found.id, found.places);
            true
        })?;
        let mut collocates = Collocates::default();
        for (id, document) in self.chosen(&query.documents)? {
            let here = places.get(&id).map(Vec::as_slice).unwrap_or_default();
            collocates.add(&document.reading(), here, window);
        }
        Ok(collocates.rank(least))
    }

    /// Runs of `length` words, two to five, that come at least `least` times in `documents`, or in all where none is named; the most
    /// frequent first.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn ngrams(&self, documents: &[u32], length: usize, least: u32) -> Result<Vec<Ngram>, Error> {
        let mut ngrams = Ngrams::new(length);
        for (_, document) in self.chosen(documents)? {
            ngrams.add(&document.reading());
        }
        Ok(ngrams.rank(least))
    }

    /// How each word is used in `documents`, or in all where none is named: the most frequent first.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn usage(&self, documents: &[u32]) -> Result<Vec<Usage>, Error> {
        Ok(self.words.usage(&self.rows(documents)?))
    }

    /// What `documents` have more or less of than `reference`, or than all others where none is named, the surest first. Words that come
    /// at least `least` times in both together are compared.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn keyness(&self, documents: &[u32], reference: &[u32], least: u32) -> Result<Vec<Keyness>, Error> {
        let here = self.rows(documents)?;
        let there = if reference.is_empty() {
            let own: HashSet<&u32> = documents.iter().collect();
            let others = self.documents.iter().filter(|(id, _)| !own.contains(id));
            others.map(|(_, document)| &document.counts).collect()
        } else {
            self.rows(reference)?
        };
        Ok(self.words.keyness(&here, &there, least))
    }

    /// How many different words `documents` have, or all where none is named, forms of one word taken together.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn richness(&self, documents: &[u32]) -> Result<Richness, Error> {
        let mut words: Vec<String> = Vec::new();
        for (_, document) in self.chosen(documents)? {
            let reading = document.reading();
            let groups = (0..reading.words.len()).filter_map(|at| reading.term(at));
            words.extend(groups.map(|term| term.group.clone()));
        }
        Ok(richness(&words))
    }

    /// Calls `each` with every document in which what `query` looks for stands, until it says that it has enough.
    fn find<'c>(&'c self, query: &Query, mut each: impl FnMut(Found<'c>) -> bool) -> Result<(), Error> {
        let (mut matcher, mut of_entity) = (None, None);
        match &query.pattern {
            Pattern::Words(words) => matcher = Some(Matcher::words(words, query.matching)?),
            Pattern::Regex(pattern) => matcher = Some(Matcher::regex(pattern, query.matching)?),
            Pattern::Entity(entity) => of_entity = Some(self.mentions_of(*entity)?),
        }
        let forms = matcher.as_ref().and_then(|matcher| matcher.forms(&self.words));
        for (id, document) in self.chosen(&query.documents)? {
            if forms
                .as_ref()
                .is_some_and(|forms| !document.counts.has_any(forms))
            {
                continue;
            }
            let known = of_entity
                .as_ref()
                .map(|mentions| mentions.get(&id).cloned().unwrap_or_default());
            if known.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            let reading = document.reading();
            let found = matcher.as_ref().map(|matcher| matcher.find(&reading));
            let places = known.or(found).unwrap_or_default();
            if !places.is_empty() && !each(Found { id, reading, places }) {
                break;
            }
        }
        Ok(())
    }

    /// The places of an entity in each document.
    fn mentions_of(&self, entity: u32) -> Result<BTreeMap<u32, Vec<Span>>, Error> {
        let linked = assemble::linked(&self.settings, &self.documents);
        if entity as usize >= linked.entities.len() {
            return Err(Error::UnknownEntity(entity));
        }
        let mentions = self
            .documents
            .iter()
            .flat_map(|(id, document)| document.mentions.iter().map(|m| (*id, m.span)));
        let mut places: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
        for ((id, span), _) in mentions.zip(&linked.of).filter(|(_, of)| **of == entity) {
            places.entry(id).or_default().push(span);
        }
        Ok(places)
    }

    /// The documents with these ids, or all where none is named.
    fn chosen(&self, ids: &[u32]) -> Result<Vec<(u32, &Document)>, Error> {
        if ids.is_empty() {
            return Ok(self
                .documents
                .iter()
                .map(|(id, document)| (*id, document))
                .collect());
        }
        let chosen = ids.iter().map(|id| {
            self.documents
                .get(id)
                .map(|document| (*id, document))
                .ok_or(Error::UnknownDocument(*id))
        });
        chosen.collect()
    }

    fn rows(&self, ids: &[u32]) -> Result<Vec<&Row>, Error> {
        Ok(self
            .chosen(ids)?
            .into_iter()
            .map(|(_, document)| &document.counts)
            .collect())
    }
}
