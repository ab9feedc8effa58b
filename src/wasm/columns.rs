//! Columns on their way to JavaScript: a value at once, the documents of a report some at a time.

use js_sys::{Array, Float64Array, Object, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{object, thrown, to_value};
use crate::columns::{Column, Columns, columns};
use crate::report;

/// Bytes of text that leave in one part of a report: of short articles a thousand or two.
const PART: usize = 2 << 20;

/// The documents of a report on their way out.
#[derive(Default)]
pub(super) struct Documents {
    /// Those that wait for the next to go with them.
    waiting: Vec<report::Document>,
    /// Bytes of their texts.
    text: usize,
    /// `Columns` each.
    sent: Array,
    failed: Option<JsValue>,
}

impl Documents {
    pub(super) fn push(&mut self, document: report::Document) {
        self.text += document.text.len();
        self.waiting.push(document);
        if self.text >= PART {
            self.send();
        }
    }

    fn send(&mut self) {
        match in_columns(&self.waiting) {
            Ok(columns) => _ = self.sent.push(&columns),
            Err(why) => self.failed = Some(why),
        }
        self.waiting.clear();
        self.text = 0;
    }

    /// All parts.
    ///
    /// # Errors
    /// `bad-report`.
    pub(super) fn finish(mut self) -> Result<JsValue, JsValue> {
        self.send();
        self.failed.map_or(Ok(self.sent.into()), Err)
    }
}

/// `value` as `Columns` of protocol.d.ts.
///
/// # Errors
/// `bad-report` where it does not fit columns, which is a fault of the program.
pub(super) fn in_columns(value: &impl Serialize) -> Result<Object, JsValue> {
    let Columns { root, strings } = columns(value).map_err(|why| thrown("bad-report", &why.to_string()))?;
    let arrays = Array::new();
    let schema = to_value(&Schema::of(&root, &arrays))?;
    object([
        ("schema", schema),
        ("arrays", arrays.into()),
        ("text", JsValue::from_str(&strings.text)),
        ("textEnds", Uint32Array::from(&strings.ends[..]).into()),
    ])
}

/// Where the columns of a value stand among the arrays: `Column` in protocol.d.ts.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Schema<'c> {
    Null { length: u32 },
    Integer { array: u32 },
    Float { array: u32 },
    Truth { array: u32 },
    Text { array: u32 },
    List { array: u32, items: Box<Schema<'c>> },
    Record { array: u32, fields: Vec<Field<'c>> },
}

#[derive(Serialize)]
struct Field<'c> {
    name: &'c str,
    column: Schema<'c>,
}

impl<'c> Schema<'c> {
    /// The schema of `column`, whose values are appended to `arrays`.
    fn of(column: &'c Column, arrays: &Array) -> Self {
        let integers = |values: &[u32]| arrays.push(&Uint32Array::from(values)) - 1;
        match column {
            Column::Null(length) => Schema::Null { length: *length },
            Column::Integer(values) => Schema::Integer {
                array: integers(values),
            },
            Column::Float(values) => Schema::Float {
                array: arrays.push(&Float64Array::from(&values[..])) - 1,
            },
            Column::Truth(values) => Schema::Truth {
                array: integers(values),
            },
            Column::Text(values) => Schema::Text {
                array: integers(values),
            },
            Column::List { ends, items } => Schema::List {
                array: integers(ends),
                items: Box::new(Schema::of(items, arrays)),
            },
            Column::Record { present, fields } => Schema::Record {
                array: integers(present),
                fields: fields
                    .iter()
                    .map(|(name, column)| Field {
                        name,
                        column: Schema::of(column, arrays),
                    })
                    .collect(),
            },
        }
    }
}
