//! The answers: places in context, words that go together, runs of words, how groups of documents differ, what changes over time, which
//! names are mentioned together, and how two stories differ.

use std::collections::{BTreeMap, HashSet};

use super::{Corpus, Document, Reference, assemble};
use crate::duplicate::align::{Comparison, compare};
use crate::entity::together::{Together, together};
use crate::entity::words::Word;
use crate::error::Error;
use crate::keyword::collocate::{Collocate, Collocates, Window};
use crate::keyword::compare::{FormCount, Keyness, Usage, WordUse};
use crate::keyword::concordance::{self, Line, Query};
use crate::keyword::ngram::{Ngram, Runs};
use crate::keyword::statistic::{Dispersion, Frequency, Richness, richness};
use crate::keyword::trend::{Dated, Period, Point, trend};
use crate::keyword::{Matcher, Pattern, Reading, Row, rank};
use crate::report::{ArticleToken, Utf16Map};
use crate::span::Span;

/// A document in which something was found.
struct Found<'c> {
    id: u32,
    words: u32,
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
        Ok(concordance::sort(lines))
    }

    /// The words that stand near what `query` looks for at least `least` times, the highest log-Dice first.
    ///
    /// ```
    /// use warraq::keyword::{Pattern, collocate::Window, concordance::Query};
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "خبر\nارتفعت أسعار القمح أمس. وهبطت أسعار القمح اليوم.".as_bytes(), None)?;
    /// let query = Query { pattern: Pattern::Words("القمح".into()), ..Query::default() };
    /// let near = corpus.collocates(&query, Window::Words(4), 2)?;
    /// assert_eq!((near[0].term.as_str(), near[0].count), ("أسعار", 2));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Corpus::concordance`].
    pub fn collocates(&self, query: &Query, window: Window, least: u32) -> Result<Vec<Collocate>, Error> {
        let mut collocates = Collocates::default();
        self.find(query, |found| {
            collocates.add(&found.reading, &found.places, window);
            true
        })?;
        Ok(collocates.rank(&self.words, &self.rows(&query.documents)?, least))
    }

    /// Runs of `length` words, two to five, that come at least `least` times in `documents`, or in all where none is named; the most
    /// frequent first.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "خبر\nزاد إنتاج القمح ثم زاد إنتاج القمح.".as_bytes(), None)?;
    /// let runs = corpus.ngrams(&[], 3, 2)?;
    /// assert_eq!((runs[0].term.as_str(), runs[0].count, runs[0].documents), ("زاد إنتاج القمح", 2, 1));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn ngrams(&self, documents: &[u32], length: usize, least: u32) -> Result<Vec<Ngram>, Error> {
        let documents = self.chosen(documents)?;
        let words = documents
            .iter()
            .map(|(_, document)| document.counts.words() as usize);
        let mut runs = Runs::new(length, words.sum());
        for (_, document) in &documents {
            runs.add(&document.words());
        }
        let mut ngrams = runs.frequent(least);
        for (_, document) in &documents {
            ngrams.add(document.text(), &document.words());
        }
        Ok(ngrams.rank())
    }

    /// How each word is used in `documents`, or in all where none is named: those that come at least `least` times, the most frequent
    /// first.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "خبر\nزاد القمح، وبيع القمح.".as_bytes(), None)?;
    /// corpus.add("b.txt", "خبر\nوصل القطار.".as_bytes(), None)?;
    /// let words = corpus.words(&[], 2)?;
    /// let wheat = words.iter().find(|word| word.term == "القمح").unwrap();
    /// assert_eq!((wheat.used.count, wheat.used.documents), (2, 1));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn words(&self, documents: &[u32], least: u32) -> Result<Vec<WordUse>, Error> {
        Ok(self
            .words
            .words(&self.rows(documents)?, self.documents.len(), least))
    }

    /// How what `query` looks for is written, how often it is used, and how evenly.
    ///
    /// ```
    /// use warraq::keyword::{Matching, Pattern, concordance::Query};
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "أعلنت الحكومة موعد الحفل. وقررت للحكومة لجنة مقرا.".as_bytes(), None)?;
    /// let pattern = Pattern::Words("حكومة".into());
    /// let usage = corpus.usage(&Query { pattern, matching: Matching::Grouped, ..Query::default() })?;
    /// let forms: Vec<&str> = usage.forms.iter().map(|row| row.form.as_str()).collect();
    /// assert_eq!(forms, ["الحكومة", "للحكومة"]);
    /// assert_eq!(usage.used.count, 2);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Corpus::concordance`].
    pub fn usage(&self, query: &Query) -> Result<Usage, Error> {
        let mut forms: BTreeMap<String, u32> = BTreeMap::new();
        let mut present = Vec::new();
        self.find(query, |found| {
            for place in &found.places {
                *forms.entry(place.of(found.reading.text).to_string()).or_default() += 1;
            }
            present.push(Frequency {
                count: found.places.len() as f64,
                words: f64::from(found.words),
            });
            true
        })?;
        let rows = self.rows(&query.documents)?;
        let words = rows.iter().map(|row| f64::from(row.words())).sum();
        let forms = forms.into_iter().map(|(form, count)| FormCount { form, count });
        Ok(Usage {
            forms: rank(forms.collect(), |row| (row.count.into(), 0.0, &row.form)),
            used: Dispersion::of(&present, rows.len(), words),
        })
    }

    /// What `documents` have more or less of than the reference, the surest first. Words that come at least `least` times are compared:
    /// in both together, or against the background in the documents.
    ///
    /// ```
    /// use warraq::corpus::Reference;
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let farm = corpus.add("a.txt", "خبر\nزاد القمح، وبيع القمح، وخزن القمح.".as_bytes(), None)?;
    /// corpus.add("b.txt", "خبر\nوصل القطار، وغادر القطار، وتأخر القطار.".as_bytes(), None)?;
    /// let keyness = corpus.keyness(&farm.documents, &Reference::Others, 3)?;
    /// let wheat = keyness.iter().find(|row| row.term == "القمح").unwrap();
    /// assert_eq!((wheat.count, wheat.reference_count), (3, 0));
    /// assert!(wheat.log_ratio > 0.0, "more of it here");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn keyness(
        &self,
        documents: &[u32],
        reference: &Reference,
        least: u32,
    ) -> Result<Vec<Keyness>, Error> {
        let here = self.rows(documents)?;
        let there = match reference {
            Reference::Background => None,
            Reference::Documents(ids) => Some(self.rows(ids)?),
            Reference::Others => {
                let own: HashSet<&u32> = documents.iter().collect();
                let others = self.documents.iter().filter(|(id, _)| !own.contains(id));
                Some(others.map(|(_, document)| &document.counts).collect())
            }
        };
        Ok(self.words.keyness(&here, there.as_deref(), least))
    }

    /// How many articles there are of each period, and how often what `query` looks for stands in them. An article's date is that of the
    /// first story of its document.
    ///
    /// ```
    /// use warraq::keyword::trend::Period;
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "وصول الوفد\nنشر في: 9 أبريل 2024\nوصل الوفد إلى بكين صباح اليوم.".as_bytes(), None)?;
    /// let points = corpus.trend(None, Period::Month)?;
    /// assert_eq!((points[0].period.as_deref(), points[0].articles), (Some("2024-04"), 1));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Corpus::concordance`].
    pub fn trend(&self, query: Option<&Query>, period: Period) -> Result<Vec<Point>, Error> {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        if let Some(query) = query {
            self.find(query, |found| {
                counts.insert(found.id, found.places.len() as u32);
                true
            })?;
        }
        let documents = self.chosen(query.map_or(&[], |query| &query.documents))?;
        let articles = documents.into_iter().map(|(id, document)| Dated {
            published: document.published(),
            words: document.counts.words(),
            count: counts.get(&id).copied().unwrap_or(0),
        });
        Ok(trend(articles, period))
    }

    /// The pairs of entities that at least `least` of `documents`, or of all where none is named, mention together, those in most of them
    /// first, `limit` at most.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "سافر الوفد من بكين إلى موسكو.".as_bytes(), None)?;
    /// corpus.add("b.txt", "خط جديد بين موسكو وبكين.".as_bytes(), None)?;
    /// let pairs = corpus.together(&[], 2, 10)?;
    /// assert_eq!((pairs.len(), pairs[0].articles), (1, 2));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn together(&self, documents: &[u32], least: u32, limit: usize) -> Result<Vec<Together>, Error> {
        let chosen = self.chosen(documents)?.into_iter();
        let chosen: HashSet<u32> = chosen.map(|(id, _)| id).collect();
        let linked = assemble::linked(&self.settings, &self.documents);
        let mut entities = linked.of.iter().copied();
        let mut articles = Vec::new();
        for (id, document) in &self.documents {
            let own: Vec<u32> = entities.by_ref().take(document.mentions.len()).collect();
            if chosen.contains(id) {
                articles.push(own.into_iter().zip(document.sentences.iter().copied()).collect());
            }
        }
        Ok(together(&articles, least, limit))
    }

    /// What one story has, has not and words otherwise than another; each is named by its document's id and its index there.
    ///
    /// ```
    /// use warraq::duplicate::Change;
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let old = corpus.add("a.txt", "خبر الجسر\nيفتح الجسر غدا.".as_bytes(), None)?.documents[0];
    /// let new = corpus.add("b.txt", "خبر الجسر\nيفتح الجسر الجديد غدا. حضر العمال.".as_bytes(), None)?.documents[0];
    /// let found = corpus.compare((old, 0), (new, 0))?;
    /// let changes: Vec<Change> = found.passages.iter().map(|passage| passage.change).collect();
    /// assert_eq!(changes, [Change::Same, Change::Reworded, Change::Added]);
    /// assert_eq!((found.kept, found.cut, found.added), (5, 0, 3));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`], for a story that is not there too.
    pub fn compare(&self, a: (u32, u32), b: (u32, u32)) -> Result<Comparison, Error> {
        let story = |(id, story): (u32, u32)| {
            let document = self.documents.get(&id).ok_or(Error::UnknownDocument(id))?;
            document.story(story).ok_or(Error::UnknownDocument(id))
        };
        Ok(compare(&story(a)?, &story(b)?))
    }

    /// The words and marks of a document's article, in order: what a table of one token a line is made of.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let read = corpus.add("a.txt", "زار الوفد حلب.".as_bytes(), None)?;
    /// let tokens = corpus.tokens(read.documents[0])?;
    /// assert_eq!((tokens.len(), tokens[2].range.start), (4, 10));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn tokens(&self, document: u32) -> Result<Vec<ArticleToken>, Error> {
        let document = self
            .documents
            .get(&document)
            .ok_or(Error::UnknownDocument(document))?;
        let map = Utf16Map::new(document.text());
        let token = |word: &Word| ArticleToken {
            range: map.range(word.span),
            sentence: word.sentence,
        };
        Ok(document.words().iter().map(token).collect())
    }

    /// How many different words `documents` have, or all where none is named, forms of one word taken together.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "زار الوزير مصنعا، ثم زار الوزير مصنعا.".as_bytes(), None)?;
    /// let richness = corpus.richness(&[])?;
    /// assert_eq!((richness.tokens, richness.types), (7, 4));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn richness(&self, documents: &[u32]) -> Result<Richness, Error> {
        let mut words: Vec<u32> = Vec::new();
        for (_, document) in self.chosen(documents)? {
            let reading = document.reading();
            let groups = (0..reading.words.len()).filter_map(|at| reading.term(at));
            words.extend(groups.filter_map(|term| self.words.group_of_key(&term.group)));
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
            let words = document.counts.words();
            let found = Found {
                id,
                words,
                reading,
                places,
            };
            if !found.places.is_empty() && !each(found) {
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
                .map(|(id, document)| (*id, &**document))
                .collect());
        }
        let chosen = ids.iter().map(|id| {
            self.documents
                .get(id)
                .map(|document| (*id, &**document))
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
