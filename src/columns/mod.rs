//! A tree of values as typed columns with one string table: the shape in which a report crosses to JavaScript.
//!
//! In: anything that serializes. Out: [`Columns`]. One JavaScript object a row is slow to make at the boundary (94 ms for
//! 100,000 rows, against 1 ms for columns), so values of one field stand together in one array, whatever the row they are
//! in, as in Dremel (Melnik et al. 2010) and Arrow: a list adds where it ends, a record adds whether it is there. The page
//! makes the objects of it (`www/analyzer/columns.js`); they equal the command line's JSON, since both come of the same
//! `Serialize`.

mod write;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use serde::Serialize;

use crate::text::hash::hash;

/// Stands for null in a column of integers, texts or truth values.
pub const NONE: u32 = u32::MAX;

/// What [`columns`] makes.
#[derive(Debug)]
pub struct Columns {
    /// The one value that was written: a column of one row.
    pub root: Column,
    /// The texts that the columns refer to.
    pub strings: Strings,
}

/// The values that one field has in all rows, in their order.
#[derive(Debug, PartialEq)]
pub enum Column {
    /// Nothing but nulls so far, and how many.
    Null(u32),
    /// Whole numbers that fit 32 bits; null is [`NONE`].
    Integer(Vec<u32>),
    /// Other numbers; null is NaN.
    Float(Vec<f64>),
    /// 0 or 1; null is [`NONE`].
    Truth(Vec<u32>),
    /// Indices of the string table; null is [`NONE`].
    Text(Vec<u32>),
    /// The items of all lists, and where each list ends in them.
    List {
        /// One end a list.
        ends: Vec<u32>,
        /// Of all lists, one after the other.
        items: Box<Column>,
    },
    /// A column a field.
    Record {
        /// 1 a record, 0 a null.
        present: Vec<u32>,
        /// Names and columns, each with a value for every row, null where the row is null.
        fields: Vec<(String, Column)>,
    },
}

/// Every different text once.
#[derive(Debug, Default)]
pub struct Strings {
    /// The texts, one after the other.
    pub text: String,
    /// Where each ends, in UTF-16 code units.
    pub ends: Vec<u32>,
    /// The same in bytes.
    bytes: Vec<usize>,
    /// The numbers of the texts, found by their letters.
    numbers: HashTable<u32>,
}

impl Strings {
    fn index(&mut self, text: &str) -> u32 {
        let (all, bytes) = (&self.text, &self.bytes);
        let same = |number: &u32| nth(all, bytes, *number) == text;
        let hash_of = |number: &u32| hash(nth(all, bytes, *number));
        let number = self.ends.len() as u32;
        let entry = match self.numbers.entry(hash(text), same, hash_of) {
            Entry::Occupied(known) => return *known.get(),
            Entry::Vacant(place) => place,
        };
        entry.insert(number);
        let start = self.ends.last().copied().unwrap_or_default();
        self.ends.push(start + text.encode_utf16().count() as u32);
        self.text.push_str(text);
        self.bytes.push(self.text.len());
        number
    }
}

/// The text with this number.
fn nth<'t>(all: &'t str, ends: &[usize], number: u32) -> &'t str {
    let end_of = |number: usize| ends.get(number).copied();
    let start = (number as usize)
        .checked_sub(1)
        .and_then(end_of)
        .unwrap_or_default();
    let end = end_of(number as usize).unwrap_or_default();
    all.get(start..end).unwrap_or_default()
}

/// Writes `value` as columns.
///
/// # Errors
/// A value that has no column: rows of different shapes, an enum with data, bytes.
pub fn columns(value: &impl Serialize) -> Result<Columns, write::Error> {
    let mut root = Column::Null(0);
    let mut strings = Strings::default();
    value.serialize(write::Writer::new(&mut root, &mut strings))?;
    Ok(Columns { root, strings })
}

impl Column {
    /// How many values it has.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Column::Null(count) => *count as usize,
            Column::Float(values) => values.len(),
            Column::Integer(values) | Column::Truth(values) | Column::Text(values) => values.len(),
            Column::List { ends, .. } => ends.len(),
            Column::Record { present, .. } => present.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Place {
        start: u32,
        end: u32,
    }

    #[derive(Serialize)]
    struct Row<'a> {
        name: &'a str,
        score: f64,
        cue: Option<Place>,
        speaker: Option<u32>,
        direct: bool,
        forms: Vec<&'a str>,
    }

    fn row(name: &str) -> Row<'_> {
        Row {
            name,
            score: 0.97,
            cue: None,
            speaker: None,
            direct: true,
            forms: vec![],
        }
    }

    fn field<'c>(column: &'c Column, name: &str) -> &'c Column {
        match column {
            Column::List { items, .. } => field(items, name),
            Column::Record { fields, .. } => &fields.iter().find(|(field, _)| field == name).unwrap().1,
            _ => panic!("{column:?} has no field {name}"),
        }
    }

    #[test]
    fn a_field_of_all_rows_is_one_column() {
        let rows = [
            row("بكين"),
            Row {
                speaker: Some(3),
                cue: Some(Place { start: 1, end: 4 }),
                forms: vec!["بكين", "بيجين"],
                ..row("بيجين")
            },
            row("بكين"),
        ];
        let Columns { root, strings } = columns(&rows).unwrap();
        assert_eq!(strings.text, "بكينبيجين");
        assert_eq!(strings.ends, [4, 9]);
        assert_eq!(field(&root, "name"), &Column::Text(vec![0, 1, 0]));
        assert_eq!(field(&root, "score"), &Column::Float(vec![0.97; 3]));
        assert_eq!(field(&root, "speaker"), &Column::Integer(vec![NONE, 3, NONE]));
        assert_eq!(field(&root, "direct"), &Column::Truth(vec![1; 3]));
        let cue = field(&root, "cue");
        assert!(matches!(cue, Column::Record { present, .. } if *present == [0, 1, 0]));
        assert_eq!(field(cue, "end"), &Column::Integer(vec![NONE, 4, NONE]));
        let forms = Column::List {
            ends: vec![0, 2, 2],
            items: Box::new(Column::Text(vec![0, 1])),
        };
        assert_eq!(field(&root, "forms"), &forms);
    }

    #[test]
    fn ends_of_texts_count_utf16_units() {
        let Columns { strings, .. } = columns(&["𝄞", "ن", ""]).unwrap();
        assert_eq!(strings.ends, [2, 3, 3]);
    }

    #[test]
    fn rows_of_different_shape_are_refused() {
        let rows = [
            std::collections::BTreeMap::from([("a", 1)]),
            std::collections::BTreeMap::from([("b", 1)]),
        ];
        assert_eq!(
            columns(&rows).unwrap_err().to_string(),
            "b is not a field of the other rows"
        );
        let optional = [Some(vec![1]), None];
        assert!(columns(&optional).is_err());
    }
}
