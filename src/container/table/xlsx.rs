//! Spreadsheets (ECMA-376, SpreadsheetML): each sheet a table, its cells as text and its dates as ISO 8601.

use std::collections::HashMap;

use super::super::Budget;
use super::super::archive::Archive;
use super::super::office::{Relation, relations};
use super::super::xml::{self, Node, Tag};
use super::{MAX_COLUMNS, MAX_ROWS, Sheet};
use crate::article::Format;
use crate::date::Day;
use crate::error::Error;

const WHAT: &str = "the spreadsheet";
const WORKBOOK: &str = "xl/workbook.xml";

/// Reads the sheets, in order.
///
/// # Errors
/// [`Error::Broken`], and those of unpacking.
pub(in super::super) fn read(
    name: &str,
    archive: &Archive,
    budget: &mut Budget,
) -> Result<Vec<Sheet>, Error> {
    let workbook = archive
        .xml(WORKBOOK, budget)
        .unwrap_or(Err(Error::Broken(WHAT)))?;
    let related = relations(archive, WORKBOOK, WHAT, budget)?;
    let mut part = |kind: &str| {
        let target = related.iter().find(|relation| relation.kind == kind);
        target
            .and_then(|relation| archive.xml(&relation.target, budget))
            .transpose()
    };
    let book = Book {
        texts: texts(&part("sharedStrings")?.unwrap_or_default())?,
        dates: dates(&part("styles")?.unwrap_or_default())?,
        since_1904: false,
    };
    let (listed, since_1904) = listed(&workbook, &related)?;
    let book = Book { since_1904, ..book };
    let single = listed.len() == 1;
    let mut sheets = Vec::new();
    for (title, path) in listed {
        let Some(xml) = archive.xml(&path, budget) else {
            continue;
        };
        let own = if single {
            name.to_string()
        } else {
            format!("{name}/{title}")
        };
        let mut sheet = Sheet::new(&own, Format::Xlsx);
        let mut cells = Cells::new(&book);
        xml::walk(&xml?, WHAT, &mut |node| cells.see(node))?;
        sheet.rows = cells.rows;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// What all sheets share.
struct Book {
    /// The texts that cells name by number.
    texts: Vec<String>,
    /// For each cell style, whether it shows a number as a date.
    dates: Vec<bool>,
    /// Whether days are counted from 1904, as old Macintosh files do.
    since_1904: bool,
}

/// The sheets' titles and paths in order, and whether days are counted from 1904.
fn listed(workbook: &str, related: &[Relation]) -> Result<(Vec<(String, String)>, bool), Error> {
    let mut found = Vec::new();
    let mut since_1904 = false;
    xml::walk(workbook, WHAT, &mut |node| {
        let Node::Start(tag) = node else { return };
        match tag.name {
            "workbookPr" => since_1904 = tag.get("date1904").is_some() && !tag.is_off("date1904"),
            "sheet" => {
                let id = tag.get("id").unwrap_or_default();
                let relation = related.iter().find(|r| r.id == id && r.kind == "worksheet");
                found.extend(relation.map(|r| (tag.get("name").unwrap_or_default(), r.target.clone())));
            }
            _ => {}
        }
    })?;
    Ok((found, since_1904))
}

/// The shared texts; how words are to be pronounced is left out.
fn texts(xml: &str) -> Result<Vec<String>, Error> {
    let mut found: Vec<String> = Vec::new();
    let (mut saying, mut phonetic) = (false, false);
    xml::walk(xml, WHAT, &mut |node| match node {
        Node::Start(tag) => match tag.name {
            "si" => found.push(String::new()),
            "rPh" => phonetic = true,
            "t" => saying = !phonetic,
            _ => {}
        },
        Node::End("t") => saying = false,
        Node::End("rPh") => phonetic = false,
        Node::End(_) => {}
        Node::Text(text) if saying => {
            if let Some(last) = found.last_mut() {
                last.push_str(text);
            }
        }
        Node::Text(_) => {}
    })?;
    Ok(found)
}

/// Which cell styles show dates: those of a built-in format for dates, or of one written with days or years.
fn dates(xml: &str) -> Result<Vec<bool>, Error> {
    let mut own: HashMap<String, String> = HashMap::new();
    let mut found = Vec::new();
    let mut in_cells = false;
    xml::walk(xml, WHAT, &mut |node| match node {
        Node::Start(tag) => match tag.name {
            "numFmt" => {
                let code = tag.get("formatCode").unwrap_or_default();
                own.insert(tag.get("numFmtId").unwrap_or_default(), code);
            }
            "cellXfs" => in_cells = true,
            "xf" if in_cells => {
                let id = tag.get("numFmtId").unwrap_or_default();
                let number = id.parse().unwrap_or(0);
                let built_in = matches!(number, 14..=17 | 22 | 27..=36 | 50..=58);
                found.push(own.get(&id).map_or(built_in, |code| is_date_format(code)));
            }
            _ => {}
        },
        Node::End("cellXfs") => in_cells = false,
        _ => {}
    })?;
    Ok(found)
}

/// Letters outside quotation marks and brackets decide.
fn is_date_format(code: &str) -> bool {
    let (mut quoted, mut bracketed) = (false, false);
    code.chars().any(|c| {
        match c {
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ => {}
        }
        !quoted && !bracketed && matches!(c, 'y' | 'Y' | 'd' | 'D')
    })
}

/// The cells of a sheet, as its XML is gone through.
struct Cells<'b> {
    book: &'b Book,
    rows: Vec<(usize, Vec<String>)>,
    row: Vec<String>,
    number: usize,
    column: usize,
    kind: String,
    style: usize,
    value: String,
    saying: bool,
}

impl<'b> Cells<'b> {
    fn new(book: &'b Book) -> Self {
        Cells {
            book,
            rows: Vec::new(),
            row: Vec::new(),
            number: 0,
            column: 0,
            kind: String::new(),
            style: 0,
            value: String::new(),
            saying: false,
        }
    }

    fn see(&mut self, node: Node<'_>) {
        match node {
            Node::Start(tag) => self.start(&tag),
            Node::End("v" | "t") => self.saying = false,
            Node::End("c") => self.put(),
            Node::End("row") => {
                let row = std::mem::take(&mut self.row);
                let filled = row.iter().any(|cell| !cell.trim().is_empty());
                if filled && self.rows.len() < MAX_ROWS {
                    self.rows.push((self.number, row));
                }
            }
            Node::Text(text) if self.saying => self.value.push_str(text),
            Node::End(_) | Node::Text(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name {
            "row" => {
                let number = tag.get("r").and_then(|r| r.parse().ok());
                self.number = number.unwrap_or(self.number + 1);
                self.column = 0;
            }
            "c" => {
                self.column = tag.get("r").and_then(|r| column(&r)).unwrap_or(self.column);
                self.kind = tag.get("t").unwrap_or_default();
                self.style = tag.get("s").and_then(|s| s.parse().ok()).unwrap_or(0);
                self.value.clear();
            }
            "v" | "t" => self.saying = true,
            "rPh" => self.saying = false,
            _ => {}
        }
    }

    fn put(&mut self) {
        let value = std::mem::take(&mut self.value);
        let text = match self.kind.as_str() {
            "s" => {
                let text = value
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|i: usize| self.book.texts.get(i));
                text.cloned().unwrap_or_default()
            }
            "e" => String::new(),
            "" | "n" if self.book.dates.get(self.style) == Some(&true) => self.day(&value).unwrap_or(value),
            _ => value,
        };
        if self.column < MAX_COLUMNS && !text.is_empty() {
            if self.row.len() <= self.column {
                self.row.resize(self.column + 1, String::new());
            }
            if let Some(cell) = self.row.get_mut(self.column) {
                *cell = text;
            }
        }
        self.column += 1;
    }

    /// A count of days as ISO 8601. Day 60 is the 29th of February 1900, which never was: from there on days count from the
    /// 30th of December 1899.
    fn day(&self, value: &str) -> Option<String> {
        // What stands after the point is the time of day.
        let days = value.trim().split('.').next()?;
        let count = days.parse().ok().filter(|n| (1..100_000).contains(n))?;
        let first = if self.book.since_1904 {
            Day::new(1904, 1, 1)
        } else {
            Day::new(1899, 12, 30)
        };
        Some(first?.plus(count).to_string())
    }
}

/// The column of a cell's address: 0 for "A7", 27 for "AB7".
fn column(address: &str) -> Option<usize> {
    let letters = address.chars().take_while(char::is_ascii_alphabetic);
    let digit = |c: char| c.to_ascii_uppercase() as usize - 'A' as usize + 1;
    let count = letters.take(4).fold(0, |count, c| count * 26 + digit(c));
    count.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_columns() {
        assert_eq!(
            ["A7", "AB7", "XFD1", "7"].map(column),
            [Some(0), Some(27), Some(16383), None]
        );
    }

    #[test]
    fn formats_of_dates_are_known() {
        let cases = [
            ("yyyy-mm-dd", true),
            ("[$-401]d mmmm", true),
            ("0.00\"day\"", false),
            ("h:mm", false),
        ];
        for (code, is_date) in cases {
            assert_eq!(is_date_format(code), is_date, "{code}");
        }
    }
}
