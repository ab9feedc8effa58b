//! The corpus: the one thing with state. Add a file's articles, remove an article, report.
//!
//! What is expensive is done once per article, when it is added; what depends on the other articles is done in the report.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::container::{self, Draft, Failure, Members, Options};
use crate::entity::alias::Aliases;
use crate::error::{Error, Notice};
use crate::keyword::Table;
use crate::report::{self, Report};

mod answer;
mod assemble;
mod document;
mod familiar;
mod question;

use document::Document;
pub use question::{Answer, Question, Reference};

/// By id. Each in a place of its own: a node of the tree has room for eleven, and six in it where ids ascend.
type Documents = BTreeMap<u32, Box<Document>>;

/// Every option of an analysis.
///
/// ```
/// use warraq::{Corpus, Settings};
/// let settings = Settings { keywords: 2, ..Settings::default() };
/// let mut corpus = Corpus::new(settings);
/// corpus.add("a.txt", "خبر\nزاد إنتاج القمح في الجزيرة، وبدأ تصدير القمح إلى الجوار.".as_bytes(), None)?;
/// assert_eq!(corpus.report().keywords.len(), 2);
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "snake_case", deny_unknown_fields)]
pub struct Settings {
    /// Key words listed for each document.
    pub keywords_per_document: usize,
    /// Key words listed for the corpus.
    pub keywords: usize,
    /// Mentions with a lower confidence are left out, 0 to 1.
    pub min_score: f32,
    /// What the person decided about names.
    pub aliases: Aliases,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            keywords_per_document: 20,
            keywords: 500,
            min_score: 0.0,
            aliases: Aliases::default(),
        }
    }
}

/// Articles, and what was found in each.
///
/// ```
/// use warraq::{Corpus, Settings};
/// let mut corpus = Corpus::new(Settings::default());
/// let added = corpus.add("news.txt", "وصل الوفد إلى بكين أمس.\nوعاد اليوم.".as_bytes(), None)?;
/// assert_eq!(corpus.len(), 1);
/// assert_eq!(corpus.report().entities[0].name, "بكين");
/// corpus.remove(added.documents[0])?;
/// assert!(corpus.is_empty());
/// # Ok::<(), warraq::Error>(())
/// ```
pub struct Corpus {
    settings: Settings,
    documents: Documents,
    /// Counts of the words of all documents.
    words: Table,
    /// The lines that stand in many of them.
    familiar: HashSet<String>,
    /// Whether documents came or went since those were found.
    changed: bool,
    by_content: HashMap<u64, u32>,
    /// A document of each file, by a hash of the file.
    by_file: HashMap<u64, u32>,
    next: u32,
}

/// What became of a file: returned by [`Corpus::add`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The ids of its documents: of most files one, of an archive or a table many.
    pub documents: Vec<u32>,
    /// What in it could not be read.
    pub failures: Vec<Failure>,
}

/// A document as it was read: returned by [`Corpus::summary`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary<'c> {
    /// Its id in the corpus.
    pub id: u32,
    /// The file's name.
    pub name: &'c str,
    /// "text", "markdown", "html" …
    pub format: &'static str,
    /// What it was decoded from, as the WHATWG Encoding standard names it.
    pub encoding: &'static str,
    /// What the person should know about it.
    pub notices: &'c [Notice],
}

impl Corpus {
    /// An empty corpus.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Corpus {
            settings,
            documents: BTreeMap::new(),
            words: Table::default(),
            familiar: HashSet::new(),
            changed: false,
            by_content: HashMap::new(),
            by_file: HashMap::new(),
            next: 0,
        }
    }

    /// Reads a file and analyses every article in it; `encoding` is the person's choice, `None` to detect it. To choose what a table's
    /// columns hold, or to read a large file step by step, [`Corpus::open`] it and [`Corpus::take`] what is in it.
    ///
    /// ```
    /// use warraq::{Corpus, Error, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let rows = "العنوان,النص\nجسر الموصل,افتتح العمال جسراً جديداً.\nميناء صور,عاد الصيادون إلى الميناء.\n";
    /// let added = corpus.add("rows.csv", rows.as_bytes(), None)?;
    /// assert_eq!((added.documents.len(), added.failures.len()), (2, 0));
    /// assert_eq!(corpus.add("empty.txt", b" \n", None), Err(Error::Empty));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Any [`Error`] that says why nothing at all of the file can be read; the corpus is as before.
    pub fn add(&mut self, name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Added, Error> {
        let options = Options {
            encoding: encoding.map(str::parse).transpose()?,
            ..Options::default()
        };
        let mut added = Added::default();
        for member in self.open(name, bytes.to_vec(), options)? {
            match member.and_then(|draft| self.take(draft)) {
                Ok(id) => added.documents.push(id),
                Err(failure) => added.failures.push(failure),
            }
        }
        match added.failures.pop() {
            Some(only) if added.documents.is_empty() && added.failures.is_empty() && only.name == name => {
                Err(only.error)
            }
            last => {
                added.failures.extend(last);
                Ok(added)
            }
        }
    }

    /// Opens a file whose articles are to be taken.
    ///
    /// ```
    /// use warraq::container::{Options, Roles};
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let rows = "ملخص,المتن\nجسر,افتتح العمال جسراً جديداً.\n";
    /// let roles = Roles { text: Some("المتن".into()), title: Some("ملخص".into()), ..Roles::default() };
    /// let options = Options { tables: vec![("rows.csv".into(), roles)], ..Options::default() };
    /// for member in corpus.open("rows.csv", rows.into(), options)? {
    ///     match member.and_then(|draft| corpus.take(draft)) {
    ///         Ok(id) => assert_eq!(corpus.summary(id)?.name, "rows.csv#2"),
    ///         Err(failure) => eprintln!("{}: {}", failure.name, failure.error),
    ///     }
    /// }
    /// assert_eq!(corpus.report().documents[0].text, "جسر\nافتتح العمال جسراً جديداً.\n");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::SameFile`], and those of [`container::open`].
    pub fn open(&self, name: &str, bytes: Vec<u8>, options: Options) -> Result<Members, Error> {
        let members = container::open(name, bytes, options)?;
        let before = self.by_file.get(&members.content());
        match before.and_then(|id| self.documents.get(id)) {
            Some(before) => Err(Error::SameFile(before.name.clone())),
            None => Ok(members),
        }
    }

    /// Analyses an article, as [`Corpus::open`] finds it. Returns the document's id.
    ///
    /// # Errors
    /// [`Error::SameFile`]; the corpus is as before.
    pub fn take(&mut self, draft: Draft) -> Result<u32, Failure> {
        let before = self.by_content.get(&draft.content);
        if let Some(before) = before.and_then(|id| self.documents.get(id)) {
            return Err(Failure {
                name: draft.name,
                error: Error::SameFile(before.name.clone()),
            });
        }
        let (content, file) = (draft.content, draft.file);
        let document = Document::read(draft, &self.familiar, &self.settings, &mut self.words);
        let id = self.next;
        self.next += 1;
        self.by_content.insert(content, id);
        self.by_file.insert(file, id);
        self.documents.insert(id, Box::new(document));
        self.changed = true;
        // Looked for now and then, so that most of what comes is read without familiar lines at once and not a second time.
        if self.documents.len().is_power_of_two() {
            self.find_familiar();
        }
        Ok(id)
    }

    /// Puts an article in the place of a document, under its id: the same one read in another encoding. Returns whether the person's
    /// decisions about its blocks are still in force: where it has as many blocks as before.
    ///
    /// ```
    /// use warraq::container::{Options, open};
    /// use warraq::text::decode::Encoding;
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let bytes = b"\xE3\xCD\xE3\xCF \xDD\xED \xC7\xE1\xD3\xE6\xDE";
    /// let id = corpus.add("news.txt", bytes, Some("iso-8859-6"))?.documents[0];
    /// let options = Options { encoding: Some(Encoding::Windows1256), ..Options::default() };
    /// for draft in open("news.txt", bytes.to_vec(), options)?.flatten() {
    ///     corpus.read_again(id, draft)?;
    /// }
    /// assert_eq!(corpus.report().documents[0].text, "محمد في السوق");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn read_again(&mut self, id: u32, draft: Draft) -> Result<bool, Error> {
        let before = self.documents.get(&id).ok_or(Error::UnknownDocument(id))?;
        let mut document = Document::read(draft, &self.familiar, &self.settings, &mut self.words);
        let decided = document.follow(before);
        document.segment(&self.familiar, &self.settings, &mut self.words);
        self.words.remove(&before.counts);
        self.by_content.remove(&before.content);
        self.by_content.insert(document.content, id);
        self.documents.insert(id, Box::new(document));
        self.changed = true;
        Ok(decided)
    }

    /// Takes a document out; what is counted over all of them follows.
    ///
    /// ```
    /// use warraq::{Corpus, Error, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let added = corpus.add("a.txt", "وصل الوفد إلى بكين أمس.".as_bytes(), None)?;
    /// corpus.remove(added.documents[0])?;
    /// assert!(corpus.report().entities.is_empty());
    /// assert_eq!(corpus.remove(7), Err(Error::UnknownDocument(7)));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn remove(&mut self, id: u32) -> Result<(), Error> {
        let document = self.documents.remove(&id).ok_or(Error::UnknownDocument(id))?;
        self.by_content.remove(&document.content);
        if self.by_file.get(&document.file) == Some(&id) {
            self.by_file.remove(&document.file);
        }
        self.words.remove(&document.counts);
        if self.words.is_mostly_unused() {
            let documents = self.documents.values_mut();
            self.words
                .forget_unused(documents.map(|document| &mut document.counts));
        }
        self.changed = true;
        Ok(())
    }

    /// Puts the person's decisions about names in force, in place of those before; the mentions of all documents follow.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "شارك مرصد النيل في المعرض.".as_bytes(), None)?;
    /// corpus.set_aliases("add\tORG\tمرصد النيل".parse()?);
    /// assert_eq!(corpus.report().entities[0].name, "مرصد النيل");
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn set_aliases(&mut self, aliases: Aliases) {
        self.settings.aliases = aliases;
        self.documents
            .values_mut()
            .for_each(|document| document.correct(&self.settings));
    }

    /// Puts a block of a document, by its index among [`crate::report::Document::blocks`], into the article or out of it as the person
    /// decides; `None` leaves it to the program again. Everything that the article says follows.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let added = corpus.add("news.txt", "وصل الوفد إلى بكين أمس.\nاقرأ أيضا: زيارة إلى موسكو".as_bytes(), None)?;
    /// corpus.set_block(added.documents[0], 1, Some(true))?;
    /// let names: Vec<_> = corpus.report().entities.into_iter().map(|entity| entity.name).collect();
    /// assert_eq!(names, ["بكين", "موسكو"]);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`] or [`Error::UnknownBlock`].
    pub fn set_block(&mut self, id: u32, block: u32, inside: Option<bool>) -> Result<(), Error> {
        let document = self.documents.get_mut(&id).ok_or(Error::UnknownDocument(id))?;
        if block as usize >= document.article.blocks.len() {
            return Err(Error::UnknownBlock(block));
        }
        document.decide(block, inside);
        document.segment(&self.familiar, &self.settings, &mut self.words);
        Ok(())
    }

    /// What is known of a document without a report.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// let added = corpus.add("a.md", "# خبر\n\nوصل الوفد إلى بكين.".as_bytes(), None)?;
    /// let summary = corpus.summary(added.documents[0])?;
    /// assert_eq!((summary.format, summary.encoding), ("markdown", "utf-8"));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownDocument`].
    pub fn summary(&self, id: u32) -> Result<Summary<'_>, Error> {
        let document = self.documents.get(&id).ok_or(Error::UnknownDocument(id))?;
        Ok(Summary {
            id,
            name: &document.name,
            format: document.source.format.name(),
            encoding: document.encoding.name(),
            notices: &document.notices,
        })
    }

    /// Gives no id below `id` to documents added from now on: a corpus made again can have the ids of the one lost.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.skip_to(5);
    /// let added = corpus.add("a.txt", "وصل الوفد إلى بكين.".as_bytes(), None)?;
    /// assert_eq!(added.documents, [5]);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    pub fn skip_to(&mut self, id: u32) {
        self.next = self.next.max(id);
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

    /// The analysis of everything added. What is asked afterwards is asked about the articles as the report has them.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "بدأ العمل في القاهرة.".as_bytes(), None)?;
    /// corpus.add("b.txt", "وعاد الفريق الى القاهره مساء.".as_bytes(), None)?;
    /// let report = corpus.report();
    /// let cairo = &report.entities[0];
    /// assert_eq!((cairo.name.as_str(), cairo.count), ("القاهرة", 2));
    /// assert_eq!(cairo.spellings.len(), 2);
    /// # Ok::<(), warraq::Error>(())
    /// ```
    #[must_use]
    pub fn report(&mut self) -> Report {
        let mut documents = Vec::with_capacity(self.len());
        let report = self.report_to(|document| documents.push(document));
        Report { documents, ..report }
    }

    /// The same, its documents handed to `take` one after the other in their order, and none in what is returned: of a hundred thousand there
    /// may not be room for all.
    ///
    /// ```
    /// use warraq::{Corpus, Settings};
    /// let mut corpus = Corpus::new(Settings::default());
    /// corpus.add("a.txt", "بدأ العمل في القاهرة.".as_bytes(), None)?;
    /// let mut words = 0;
    /// let report = corpus.report_to(|document| words += document.words);
    /// assert_eq!((words, report.documents.len(), report.entities.len()), (4, 0, 1));
    /// # Ok::<(), warraq::Error>(())
    /// ```
    #[must_use]
    pub fn report_to(&mut self, take: impl FnMut(report::Document)) -> Report {
        self.find_familiar();
        assemble::report(&self.settings, &self.documents, &self.words, take)
    }

    /// Finds the lines that stand in many documents. The documents that have one which came or went are read again.
    fn find_familiar(&mut self) {
        if !std::mem::take(&mut self.changed) {
            return;
        }
        let before = std::mem::replace(&mut self.familiar, familiar::lines(&self.documents));
        let changed: HashSet<&String> = before.symmetric_difference(&self.familiar).collect();
        if changed.is_empty() {
            return;
        }
        for document in self.documents.values_mut() {
            if document.margins.iter().any(|line| changed.contains(line)) {
                document.segment(&self.familiar, &self.settings, &mut self.words);
            }
        }
    }
}
