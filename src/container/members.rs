//! A file gone through: what is in it one after the other, files inside it opened as they come.

use super::archive::{Archive, Folder};
use super::kind::{self, Kind};
use super::office::{self, Office};
use super::{
    Draft, Failure, MAX_DEPTH, MAX_MEMBERS, MAX_UNPACKED_BYTES, Options, Table, content_hash, docx, epub,
    mhtml, odt, table, text,
};
use crate::error::{Error, Notice};

/// The articles of a file, read one at a time, and what cannot be read in between. Made by [`open`](super::open).
///
/// ```
/// use warraq::container::{Options, open};
/// let rows = "العنوان,النص\nجسر الموصل,افتتح العمال جسراً جديداً.\nميناء صور,عاد الصيادون إلى الميناء.\n";
/// let mut members = open("rows.csv", rows.into(), Options::default())?;
/// let file = members.content();
/// while let Some(member) = members.next() {
///     match member {
///         Ok(draft) => assert_eq!(draft.file, file),
///         Err(failure) => eprintln!("{}: {}", failure.name, failure.error),
///     }
/// }
/// assert_eq!(members.progress(), (2, 2));
/// assert_eq!(members.tables()[0].rows, 2);
/// # Ok::<(), warraq::Error>(())
/// ```
pub struct Members {
    name: String,
    content: u64,
    /// The file, and inside it what is being read.
    levels: Vec<Opened>,
    tables: Vec<Table>,
    budget: Budget,
    options: Options,
    done: usize,
}

impl Members {
    pub(super) fn open(name: &str, bytes: Vec<u8>, options: Options) -> Result<Self, Error> {
        let mut members = Members {
            name: name.to_string(),
            content: content_hash(&bytes),
            levels: Vec::new(),
            tables: Vec::new(),
            budget: Budget {
                bytes: MAX_UNPACKED_BYTES,
                members: MAX_MEMBERS,
            },
            options,
            done: 0,
        };
        members.enter(name.to_string(), bytes, 0, None)?;
        Ok(members)
    }

    /// A hash of the whole file's bytes.
    #[must_use]
    pub fn content(&self) -> u64 {
        self.content
    }

    /// Members read so far, and all that are known of: more come to light as archives inside the file are opened.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let left: usize = self.levels.iter().map(|opened| opened.level.left()).sum();
        (self.done, self.done + left)
    }

    /// The tables met so far, with what was taken for what.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Opens a file inside `depth` archives, to be read next; `notice` is told with its first article.
    fn enter(
        &mut self,
        name: String,
        bytes: Vec<u8>,
        mut depth: usize,
        notice: Option<Notice>,
    ) -> Result<(), Error> {
        let options = &self.options;
        let chosen = |name: &str| options.tables.iter().find(|(table, _)| table == name);
        let roles = |table: &str| chosen(table).or_else(|| chosen("")).map(|(_, roles)| roles);
        let level: Box<dyn Level> = match kind::of(&name, &bytes)? {
            Kind::Archive => {
                let archive = Archive::open(bytes)?;
                match office::of(&archive, &mut self.budget)? {
                    Office::Docx => one(docx::read(name, &archive, &mut self.budget)?),
                    Office::Odt => one(odt::read(name, &archive, &mut self.budget)?),
                    Office::Epub => Box::new(epub::Chapters::open(name, archive, &mut self.budget)?),
                    Office::Xlsx => {
                        let sheets = table::xlsx::read(&name, &archive, &mut self.budget)?;
                        let (rows, found) = table::rows(sheets, &roles)?;
                        self.tables.extend(found);
                        Box::new(rows)
                    }
                    Office::Other(what) => return Err(Error::NotText(what)),
                    Office::None if depth >= MAX_DEPTH => return Err(Error::TooDeep(MAX_DEPTH)),
                    Office::None => {
                        depth += 1;
                        Box::new(Folder::new(name, archive))
                    }
                }
            }
            Kind::Mhtml => one(mhtml::read(name, &bytes, options.encoding)?),
            kind @ (Kind::Delimited(format) | Kind::Json(format)) => {
                let read = match kind {
                    Kind::Json(_) => table::json::read,
                    _ => table::csv::read,
                };
                let sheet = read(&name, &bytes, format, options.encoding)?;
                let (rows, found) = table::rows(vec![sheet], &roles)?;
                self.tables.extend(found);
                Box::new(rows)
            }
            Kind::Text => one(text(name, &bytes, options.encoding)?),
        };
        self.levels.push(Opened { level, depth, notice });
        Ok(())
    }

    /// Nothing more is read of the file, for the reason given.
    fn stop(&mut self, error: Error) -> Failure {
        self.levels.clear();
        Failure {
            name: self.name.clone(),
            error,
        }
    }
}

impl Iterator for Members {
    type Item = Result<Draft, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let opened = self.levels.last_mut()?;
            let depth = opened.depth;
            let Some(found) = opened.level.next(&mut self.budget) else {
                self.levels.pop();
                continue;
            };
            let found = match found {
                Found::File(name, bytes, notice) => match self.enter(name.clone(), bytes, depth, notice) {
                    Ok(()) => continue,
                    Err(error) => Err(Failure { name, error }),
                },
                Found::Draft(mut draft) => {
                    draft.file = self.content;
                    draft.notices.extend(opened.notice.take());
                    Ok(*draft)
                }
                Found::Failure(failure) => Err(failure),
            };
            let Some(left) = self.budget.members.checked_sub(1) else {
                return Some(Err(self.stop(Error::TooMany(MAX_MEMBERS))));
            };
            self.budget.members = left;
            self.done += 1;
            return Some(match found {
                Err(Failure {
                    error: error @ Error::TooMuch(_),
                    ..
                }) => Err(self.stop(error)),
                found => found,
            });
        }
    }
}

/// A file being read.
struct Opened {
    level: Box<dyn Level>,
    /// Archives around what it yields.
    depth: usize,
    /// What is to be told with its first article.
    notice: Option<Notice>,
}

/// What a file may still take.
pub(super) struct Budget {
    /// Unpacked bytes.
    pub bytes: u64,
    /// Articles and failures.
    pub members: usize,
}

/// A file with members: an archive, a book, a table; or a single article.
pub(super) trait Level {
    /// The next member.
    fn next(&mut self, budget: &mut Budget) -> Option<Found>;
    /// How many are left, as far as is known.
    fn left(&self) -> usize;
}

/// What a level has in it.
pub(super) enum Found {
    Draft(Box<Draft>),
    /// A file with its name, and what the person should know about that.
    File(String, Vec<u8>, Option<Notice>),
    Failure(Failure),
}

impl Level for std::option::IntoIter<Draft> {
    fn next(&mut self, _: &mut Budget) -> Option<Found> {
        Iterator::next(self).map(|draft| Found::Draft(Box::new(draft)))
    }

    fn left(&self) -> usize {
        self.len()
    }
}

fn one(draft: Draft) -> Box<dyn Level> {
    Box::new(Some(draft).into_iter())
}

#[cfg(test)]
mod tests {
    use super::super::open;
    use super::*;

    #[test]
    fn what_a_file_unpacks_to_is_limited_in_all() {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        for name in ["a", "b", "c"] {
            let (mut entry, config) = archive.new_file(name).start().unwrap();
            let mut writer = config.wrap(&mut entry);
            std::io::Write::write_all(&mut writer, format!("خبر {name} من المدينة").as_bytes()).unwrap();
            let (_, descriptor) = writer.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        let mut members = open("a.zip", bytes, Options::default()).unwrap();
        members.budget.bytes = 40;
        assert_eq!(
            members.next().unwrap().unwrap().name,
            "a.zip/a",
            "what comes first is read"
        );
        let stopped = Failure {
            name: "a.zip".into(),
            error: Error::TooMuch(MAX_UNPACKED_BYTES),
        };
        assert_eq!(members.next().unwrap().unwrap_err(), stopped);
        assert!(members.next().is_none());
    }
}
