//! Tables: files with an article in every row, or in every object of a list.
//!
//! In: a [`Sheet`], which [`csv`], [`xlsx`] and [`json`] read. [`roles`] guesses which column holds the text, the headline, the date,
//! the publisher and the author, unless the person chose; [`Rows`] makes a [`Draft`] of each row, and [`Table`] tells what was taken
//! for what.

use serde::{Deserialize, Serialize};

use super::office;
use super::{Budget, Draft, Failure, Found, Level, MAX_MEMBERS, content_hash};
use crate::article::{Format, Mark, Marked, Source, Story};
use crate::date::Day;
use crate::error::{Error, Notice};
use crate::text::decode::{Decoded, Encoding, has_arabic_word};

pub(super) mod csv;
pub(super) mod json;
mod names;
mod roles;
pub(super) mod xlsx;

/// Most columns that are read of a table.
const MAX_COLUMNS: usize = 256;
/// Most rows that are read: one for the columns' names and one more than a file may have, so that it is told that there are more.
const MAX_ROWS: usize = MAX_MEMBERS + 2;

/// Which column holds what, by its name in [`Table::columns`]: a choice in [`Options`](super::Options). `None` leaves it to be guessed, and the empty name means none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Roles {
    /// Whether the first row names the columns; always so where the format names them.
    pub header: Option<bool>,
    /// The article's text.
    pub text: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The day of publication.
    pub date: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
}

/// A table, as it was read: example at [`open`](super::open).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The file's name, or its path inside an archive; with the sheet's, where there are several.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// What was taken for what: nothing is left out.
    pub roles: Roles,
    /// Rows that have a text.
    pub rows: usize,
    /// Rows passed over, since they have no Arabic text.
    pub skipped: usize,
    /// Whether the person can say that the first row is none of its names: not where the format names them.
    pub can_have_header: bool,
}

/// A column of a [`Table`], by whose name [`Roles`] choose it: example at [`Options`](super::Options).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name, or its number where it has none: no other has the same.
    pub name: String,
    /// How its first cell with something in it begins.
    pub sample: String,
}

/// A table's cells, before anything is known of its columns.
pub(super) struct Sheet {
    pub name: String,
    pub format: Format,
    /// The columns' names, where the format gives them.
    pub names: Option<Vec<String>>,
    /// The cells, each row with its number as [`Draft::name`] tells it.
    pub rows: Vec<(usize, Vec<String>)>,
    pub encoding: Encoding,
    pub confidence: f32,
    pub alternatives: Vec<Encoding>,
    pub notices: Vec<Notice>,
    /// What could not be read.
    pub failures: Vec<Failure>,
}

impl Sheet {
    /// An empty one, of a format that is always in UTF-8.
    pub fn new(name: &str, format: Format) -> Self {
        Sheet {
            name: name.to_string(),
            format,
            names: None,
            rows: Vec::new(),
            encoding: Encoding::Utf8,
            confidence: 1.0,
            alternatives: Vec::new(),
            notices: Vec::new(),
            failures: Vec::new(),
        }
    }

    /// An empty one, of a decoded file, and the file's text.
    pub fn decoded(name: &str, format: Format, decoded: Decoded) -> (Self, String) {
        let sheet = Sheet {
            encoding: decoded.encoding,
            confidence: decoded.confidence,
            alternatives: decoded.alternatives,
            notices: decoded.notices,
            ..Sheet::new(name, format)
        };
        (sheet, decoded.text)
    }
}

/// Finds out what the columns hold, and makes the rows ready to be read. Of several sheets those without Arabic text are passed over.
///
/// # Errors
/// [`Error::NoTextColumn`] where no sheet has one, and [`Error::UnknownColumn`].
pub(super) fn rows<'r>(
    sheets: Vec<Sheet>,
    roles: &dyn Fn(&str) -> Option<&'r Roles>,
) -> Result<(Rows, Vec<Table>), Error> {
    let mut rows = Rows::default();
    let mut tables = Vec::new();
    for mut sheet in sheets {
        rows.failures.append(&mut sheet.failures);
        let choice = roles(&sheet.name).cloned().unwrap_or_default();
        match Reading::new(sheet, &choice) {
            Ok((reading, table)) => {
                if table.rows == 0 {
                    rows.failures.push(Failure {
                        name: table.name.clone(),
                        error: Error::NoTextColumn,
                    });
                }
                rows.sheets.push(reading);
                tables.push(table);
            }
            Err(Error::NoTextColumn) => {}
            Err(error) => return Err(error),
        }
    }
    rows.sheets.reverse();
    rows.failures.reverse();
    match (tables.is_empty(), rows.failures.pop()) {
        // That it has no text is what its one failure made of it.
        (true, Some(failure)) => Err(failure.error),
        (true, None) => Err(Error::NoTextColumn),
        (false, last) => {
            rows.failures.extend(last);
            Ok((rows, tables))
        }
    }
}

/// The rows of the sheets of a file, and before them what could not be read.
#[derive(Default)]
pub(super) struct Rows {
    /// The last comes first.
    failures: Vec<Failure>,
    /// The last comes first.
    sheets: Vec<Reading>,
}

impl Level for Rows {
    fn next(&mut self, _: &mut Budget) -> Option<Found> {
        if let Some(failure) = self.failures.pop() {
            return Some(Found::Failure(failure));
        }
        loop {
            let sheet = self.sheets.last_mut()?;
            match sheet.next() {
                Some(draft) => return Some(Found::Draft(Box::new(draft))),
                None => drop(self.sheets.pop()),
            }
        }
    }

    fn left(&self) -> usize {
        self.failures.len() + self.sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>()
    }
}

/// A sheet being read.
struct Reading {
    sheet: Sheet,
    places: roles::Places,
    /// The rows with a text.
    rows: std::vec::IntoIter<(usize, Vec<String>)>,
}

impl Reading {
    fn new(mut sheet: Sheet, choice: &Roles) -> Result<(Self, Table), Error> {
        let can_have_header = sheet.names.is_none();
        let mut rows = std::mem::take(&mut sheet.rows);
        let names = names::names(&mut sheet.names, &mut rows, choice.header);
        let (places, mut roles) = roles::find(&names, &rows, choice)?;
        roles.header = Some(names.given);
        let columns = names.columns.iter().enumerate().map(|(i, name)| Column {
            name: name.clone(),
            sample: sample(rows.iter().map(|(_, cells)| cell(cells, Some(i)))),
        });
        let columns = columns.collect();
        let all = rows.len();
        rows.retain(|(_, cells)| has_arabic_word(cell(cells, Some(places.text))));
        let skipped = all - rows.len();
        if skipped > 0 {
            sheet.notices.push(Notice {
                code: "skipped-rows",
                message: format!("{skipped} rows without Arabic text were passed over"),
            });
        }
        let table = Table {
            name: sheet.name.clone(),
            columns,
            roles,
            rows: rows.len(),
            skipped,
            can_have_header,
        };
        let rows = rows.into_iter();
        Ok((Reading { sheet, places, rows }, table))
    }

    /// The next row's article. What is to know of the table is told with the first.
    fn next(&mut self) -> Option<Draft> {
        let (number, cells) = self.rows.next()?;
        let get = |place: Option<usize>| cell(&cells, place).trim();
        let filled = |place| Some(get(place).to_string()).filter(|value| !value.is_empty());
        let fields = Story {
            published: day(get(self.places.date)),
            source: filled(self.places.source),
            author: filled(self.places.author),
            ..Story::default()
        };
        let (title, text) = (get(self.places.title), get(Some(self.places.text)));
        Some(Draft {
            name: format!("{}#{number}", self.sheet.name),
            source: source(title, text, self.sheet.format).with_fields(&fields),
            encoding: self.sheet.encoding,
            confidence: self.sheet.confidence,
            alternatives: self.sheet.alternatives.clone(),
            notices: std::mem::take(&mut self.sheet.notices),
            content: content_hash((title, text)),
            file: 0,
        })
    }
}

/// The text under its headline, which may stand in it already.
fn source(title: &str, text: &str, format: Format) -> Source {
    let source = if is_markup(text) {
        Source::page(&format!("<article>{text}</article>"), format)
    } else {
        let mut lines = Marked::default();
        lines.push(text, Mark::None);
        Source::marked(lines, format)
    };
    if is_markup(title) {
        source.headed(&Source::page(title, format).text)
    } else {
        source.headed(title)
    }
}

/// The day that a cell says: a date, or the seconds or milliseconds since 1970 by which programs count.
fn day(cell: &str) -> Option<String> {
    let counted = || {
        let count: i64 = cell.trim().parse().ok()?;
        let seconds = if count > 100_000_000_000 {
            count / 1000
        } else {
            count
        };
        // A smaller number may count anything else: this one is a day from 1990 on.
        let days = Some(seconds / 86_400).filter(|days| (7_305..50_000).contains(days))?;
        Some(Day::new(1970, 1, 1)?.plus(days).to_string())
    };
    office::day(cell).or_else(counted)
}

/// Whether a cell is written in HTML: by an element that ends or breaks the line, or by a reference to a character.
fn is_markup(text: &str) -> bool {
    [
        "</", "<br", "<p>", "<P>", "&nbsp;", "&quot;", "&amp;", "&laquo;", "&#",
    ]
    .iter()
    .any(|mark| text.contains(mark))
}

fn cell(cells: &[String], place: Option<usize>) -> &str {
    place
        .and_then(|place| cells.get(place))
        .map_or("", String::as_str)
}

/// How the first of the cells that has something in it begins.
fn sample<'c>(mut cells: impl Iterator<Item = &'c str>) -> String {
    const LENGTH: usize = 60;
    let first = cells.find(|cell| !cell.trim().is_empty()).unwrap_or_default();
    let start: String = first.chars().take(LENGTH * 2).collect();
    let words = start.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LENGTH).collect()
}

/// Makes the names of columns such that each is another: empty ones become the column's number, and later ones of one name get theirs.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let number = found.len() + 1;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        found.push(match name.is_empty() {
            true => number.to_string(),
            false if found.contains(&name) => format!("{name} ({number})"),
            false => name,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_programs_write_them() {
        let cases = [
            ("2024-03-05T10:00:00Z", Some("2024-03-05")),
            ("5 مارس 2024", Some("2024-03-05")),
            ("1709640000", Some("2024-03-05")),
            ("1709640000123", Some("2024-03-05")),
            ("45356", None),
            ("", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(day(cell).as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn columns_are_told_apart() {
        let names = ["نص", "", " نص\n", "x"].map(String::from);
        assert_eq!(distinct(names.to_vec()), ["نص", "2", "نص (3)", "x"]);
    }
}
