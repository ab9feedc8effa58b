//! The text tables of this folder: one row a spelling, checked before anything is built from them.
//!
//! Shared with the build script, so nothing here may depend on the rest of the crate but the folding.

use super::fold::match_key;

/// The kinds a row can have, with the letter that stands for each in the compiled automaton.
pub const KINDS: [(&str, u8); 17] = [
    ("PER", b'P'),
    ("LOC", b'L'),
    ("ORG", b'O'),
    ("MISC", b'M'),
    ("TITLE", b'T'),
    ("ORGCLASS", b'C'),
    ("LOCCLASS", b'c'),
    ("MINISTRY", b'm'),
    ("ADJ", b'A'),
    ("SAY", b'S'),
    ("STOP", b's'),
    ("LEMMA", b'l'),
    ("WORD", b'w'),
    ("MONTH", b'1'),
    ("WEEKDAY", b'2'),
    ("ORDINAL", b'3'),
    ("PORTAL", b'p'),
];

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The spelling, folded by `match_key`, words parted by single spaces.
    pub key: String,
    /// One of [`KINDS`].
    pub kind: String,
    /// The usual display spelling, or the lemma.
    pub name: String,
    /// Finer class; a trailing `?` says that the key needs context to be this.
    pub class: String,
    /// Where the fact is from.
    pub source: String,
    /// A remark, often the English name.
    pub note: String,
}

impl Row {
    /// The row as a line of its table.
    pub fn line(&self) -> String {
        [
            &self.key,
            &self.kind,
            &self.name,
            &self.class,
            &self.source,
            &self.note,
        ]
        .map(String::as_str)
        .join("\t")
    }
}

/// A key as it must stand in a table: folded, single spaces.
pub fn key_of(spelling: &str) -> String {
    match_key(spelling)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads the rows of a table; comment lines start with `#`.
///
/// # Errors
/// The first line that is not five or six columns, has an empty column that must not be, or an unknown kind: its number and why.
pub fn parse(text: &str) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(i, l)| (i + 1, l)) {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let mut columns = line.split('\t').map(|c| c.trim().to_string());
        let mut next = || columns.next().unwrap_or_default();
        let row = Row {
            key: next(),
            kind: next(),
            name: next(),
            class: next(),
            source: next(),
            note: next(),
        };
        if [&row.key, &row.kind, &row.name, &row.class, &row.source]
            .iter()
            .any(|c| c.is_empty())
        {
            return Err(format!(
                "line {number}: key, kind, name, class and source must not be empty: {line:?}"
            ));
        }
        if !KINDS.iter().any(|(kind, _)| *kind == row.kind) {
            return Err(format!("line {number}: unknown kind {:?}", row.kind));
        }
        if columns.next().is_some() {
            return Err(format!("line {number}: more than six columns"));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// What is wrong with a table's order and keys, if anything.
///
/// # Errors
/// The first key that is unnormalized, out of order or there twice.
pub fn check(rows: &[Row]) -> Result<(), String> {
    if let Some(row) = rows.iter().find(|row| key_of(&row.key) != row.key) {
        return Err(format!(
            "key {:?} is not normalized: {:?}",
            row.key,
            key_of(&row.key)
        ));
    }
    for (a, b) in rows.iter().zip(rows.iter().skip(1)) {
        if a.key == b.key {
            return Err(format!("key {:?} stands twice", a.key));
        }
        if a.key > b.key {
            return Err(format!("key {:?} must stand before {:?}", b.key, a.key));
        }
    }
    Ok(())
}
