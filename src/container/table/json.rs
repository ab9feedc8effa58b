//! JSON (RFC 8259) with articles in it: a list of objects, wherever it stands, an object on every line, or a single object.

use serde_json::Value;

use super::super::Failure;
use super::{MAX_COLUMNS, MAX_ROWS, Sheet, distinct};
use crate::article::Format;
use crate::error::Error;
use crate::text::decode::{Encoding, decode_source, is_arabic_letter};

/// How deep JSON may be nested: as deep as `serde_json` goes.
const MAX_DEPTH: usize = 128;
/// How deep inside a file lists of articles are looked for, and inside an article its fields.
const LOOK: usize = 4;

/// Reads a file.
///
/// # Errors
/// Those of decoding, [`Error::BadJson`], [`Error::TooDeep`].
pub(in super::super) fn read(
    name: &str,
    bytes: &[u8],
    format: Format,
    choice: Option<Encoding>,
) -> Result<Sheet, Error> {
    let (mut sheet, text) = Sheet::decoded(name, format, decode_source(bytes, choice)?);
    let mut rows = Vec::new();
    if format == Format::Json && !is_lines(&text) {
        let value = parse(&text, 1)?;
        rows.extend((1..).zip(articles(value)));
    } else {
        for (number, line) in (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty())
        {
            match parse(line, number) {
                Ok(value) => rows.push((number, value)),
                Err(error) => sheet.failures.push(Failure {
                    name: format!("{name}#{number}"),
                    error,
                }),
            }
        }
    }
    rows.truncate(MAX_ROWS);
    tabulate(&mut sheet, rows);
    Ok(sheet)
}

/// Reads one value; `line` is the number of the text's first line in the file.
fn parse(text: &str, line: usize) -> Result<Value, Error> {
    serde_json::from_str(text).map_err(|error| {
        // The kind of the error is told by its message alone.
        if error.to_string().starts_with("recursion limit") {
            return Error::TooDeep(MAX_DEPTH);
        }
        Error::BadJson {
            line: error.line() + line - 1,
            column: error.column(),
        }
    })
}

/// Whether the file has an object on every line, though its name does not say so.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let object = |line: Option<&str>| {
        line.is_some_and(|line| {
            line.trim_start().starts_with('{') && serde_json::from_str::<Value>(line).is_ok()
        })
    };
    object(lines.next()) && object(lines.next())
}

/// The list in which most Arabic stands, as rows; a value without such a list is one row.
fn articles(value: Value) -> Vec<Value> {
    match heaviest(&value, LOOK).map(|(path, _)| path) {
        Some(path) => match path.into_iter().try_fold(value, step) {
            Some(Value::Array(rows)) => rows,
            _ => Vec::new(),
        },
        None => vec![value],
    }
}

/// A list's way from the root, by keys.
type Path = Vec<String>;

/// The way to the list with most Arabic letters; not into lists, since what stands in them belongs to their rows.
fn heaviest(value: &Value, depth: usize) -> Option<(Path, usize)> {
    match value {
        Value::Array(rows) => {
            let objects = rows.iter().any(Value::is_object);
            let weight = weigh(value);
            // A list of texts in an object is one of its fields, unless it is all there is.
            (weight > 0 && (objects || depth == LOOK)).then(|| (Vec::new(), weight))
        }
        Value::Object(fields) if depth > 0 => fields
            .iter()
            .filter_map(|(key, inner)| {
                let (mut path, weight) = heaviest(inner, depth - 1)?;
                path.insert(0, key.clone());
                Some((path, weight))
            })
            .max_by_key(|(_, weight)| *weight)
            // An article may have a list of links or comments beside its text.
            .filter(|(_, weight)| *weight * 2 > weigh(value)),
        _ => None,
    }
}

fn step(value: Value, key: String) -> Option<Value> {
    match value {
        Value::Object(mut fields) => fields.remove(&key),
        _ => None,
    }
}

/// Arabic letters in the texts of a value.
fn weigh(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().filter(|c| is_arabic_letter(*c)).count(),
        Value::Array(values) => values.iter().map(weigh).sum(),
        Value::Object(fields) => fields.values().map(weigh).sum(),
        _ => 0,
    }
}

/// Makes columns of the fields that the rows have: those of objects inside them by their path, «author.name».
fn tabulate(sheet: &mut Sheet, rows: Vec<(usize, Value)>) {
    let mut names: Vec<String> = Vec::new();
    for (number, value) in rows {
        let mut fields = Vec::new();
        flatten(value, String::new(), LOOK, &mut fields);
        let mut cells = Vec::new();
        for (name, text) in fields {
            let known = names.iter().position(|known| *known == name);
            let place = known.unwrap_or(names.len());
            if place >= MAX_COLUMNS {
                continue;
            }
            if known.is_none() {
                names.push(name);
            }
            if cells.len() <= place {
                cells.resize(place + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(place) {
                *cell = text;
            }
        }
        sheet.rows.push((number, cells));
    }
    sheet.names = Some(distinct(names));
}

/// The fields of a value that are text or numbers; a list of such is one field, a line each.
fn flatten(value: Value, name: String, depth: usize, fields: &mut Vec<(String, String)>) {
    match value {
        Value::Object(inner) if depth > 0 => {
            for (key, value) in inner {
                let path = if name.is_empty() {
                    key
                } else {
                    format!("{name}.{key}")
                };
                flatten(value, path, depth - 1, fields);
            }
        }
        Value::Array(values) => {
            let texts: Vec<String> = values.into_iter().filter_map(plain).collect();
            fields.push((name, texts.join("\n")));
        }
        value => fields.extend(plain(value).map(|text| (name, text))),
    }
}

fn plain(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        // A count of seconds may be a date; a number with a fraction is nothing that an article has.
        Value::Number(number) => number.as_i64().map(|number| number.to_string()),
        _ => None,
    }
}
