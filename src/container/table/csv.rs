//! Tables as text (RFC 4180): cells between commas, semicolons, tabs or bars, in any encoding that text is read in.

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::super::Failure;
use super::{MAX_COLUMNS, MAX_ROWS, Sheet};
use crate::article::Format;
use crate::error::Error;
use crate::text::decode::{Encoding, decode_source};

/// What may part cells, the commonest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// How much of a file is looked at to find the delimiter: bytes, and rows.
const LOOK: (usize, usize) = (64 * 1024, 100);
/// A row that no file has: it shows whether a quotation mark before it is still open.
const END: &str = "\u{1}";

/// Reads a table.
///
/// # Errors
/// Those of decoding.
pub(in super::super) fn read(
    name: &str,
    bytes: &[u8],
    format: Format,
    choice: Option<Encoding>,
) -> Result<Sheet, Error> {
    let (mut sheet, whole) = Sheet::decoded(name, format, decode_source(bytes, choice)?);
    let (delimiter, text) = delimiter(&whole, format);
    let Records { rows, unclosed } = records(text, delimiter, MAX_ROWS);
    if let Some(line) = unclosed {
        let before = whole.len() - text.len();
        let above = whole.get(..before).unwrap_or_default().matches('\n').count();
        sheet.failures.push(Failure {
            name: name.to_string(),
            error: Error::UnclosedQuote { line: line + above },
        });
    }
    sheet.rows = (1..).zip(rows).collect();
    Ok(sheet)
}

/// The delimiter, and the text of the table: Excel may put `sep=;` before it.
fn delimiter(text: &str, format: Format) -> (char, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first
        .trim_end()
        .strip_prefix("sep=")
        .and_then(|sign| sign.chars().next());
    if let Some(delimiter) = said.filter(char::is_ascii) {
        return (delimiter, rest);
    }
    let mut end = text.len().min(LOOK.0);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    let likely = if format == Format::Tsv { '\t' } else { ',' };
    let mut best = (likely, 0);
    for delimiter in [likely].into_iter().chain(DELIMITERS) {
        let score = regularity(head, end < text.len(), delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    (best.0, text)
}

/// How regular rows are that `delimiter` parts: the share in tenths of those with the commonest number of cells, and then that number.
fn regularity(head: &str, cut: bool, delimiter: char) -> usize {
    let mut rows = records(head, delimiter, LOOK.1).rows;
    if cut && rows.len() > 1 {
        rows.pop();
    }
    let with = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    // One cell in a row is what a wrong delimiter makes.
    let best = (1..=widest).max_by_key(|width| (with(*width), *width));
    match best {
        Some(width) if width > 1 => with(width) * 10 / rows.len() * (MAX_COLUMNS + 1) + width,
        _ => 0,
    }
}

struct Records {
    rows: Vec<Vec<String>>,
    /// The line in which the row begins whose quotation mark is not closed; it is not among the rows.
    unclosed: Option<usize>,
}

/// The first `most` rows of `text`; blank lines are none.
fn records(text: &str, delimiter: char, most: usize) -> Records {
    let mut reader = ReaderBuilder::new().delimiter(delimiter as u8).build();
    let end = format!("\n{END}\n");
    let mut found = Records {
        rows: Vec::new(),
        unclosed: None,
    };
    let (mut row, mut cell, mut output) = (Vec::new(), Vec::new(), [0; 4096]);
    let (mut at, mut start) = (0, 0);
    for part in [text, end.as_str()] {
        let mut rest = part.as_bytes();
        while !rest.is_empty() {
            let (result, read, written) = reader.read_field(rest, &mut output);
            rest = rest.get(read..).unwrap_or_default();
            at += read;
            cell.extend_from_slice(output.get(..written).unwrap_or_default());
            let ReadFieldResult::Field { record_end } = result else {
                continue;
            };
            if row.len() < MAX_COLUMNS {
                row.push(String::from_utf8_lossy(&cell).into_owned());
            }
            cell.clear();
            if !record_end {
                continue;
            }
            found.rows.push(std::mem::take(&mut row));
            if found.rows.len() == most {
                return found;
            }
            start = at;
        }
    }
    if found.rows.last().is_some_and(|last| *last == [END]) {
        found.rows.pop();
    } else {
        // The row at the end is still open.
        let after = text
            .get(start..)
            .unwrap_or_default()
            .trim_start_matches(['\r', '\n']);
        let before = text.get(..text.len() - after.len()).unwrap_or_default();
        found.unclosed = Some(1 + before.matches('\n').count());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found() {
        let cases = [
            ("أ,ب\n1,2\n", ','),
            ("أ;ب\n\"1,5\";2\n", ';'),
            ("أ\tب\nواحد، اثنان\t2,5\n", '\t'),
            ("أ|ب|ج\n1|2|3\n", '|'),
            ("نص واحد\nنص آخر\n", ','),
            ("a,b\n\"س; ص; ع\",\"د\n; ه\"\n", ','),
        ];
        for (text, sign) in cases {
            assert_eq!(delimiter(text, Format::Csv).0, sign, "{text}");
        }
        assert_eq!(delimiter("sep=|\nأ|ب\n", Format::Csv), ('|', "أ|ب\n"));
    }

    #[test]
    fn quotes_hold_line_ends_and_themselves() {
        let found = records("أ,\"ب\nج \"\"د\"\"\"\r\n\r\n,ه", ',', 9);
        assert_eq!(found.rows, [vec!["أ", "ب\nج \"د\""], vec!["", "ه"]]);
        assert_eq!(found.unclosed, None);
    }

    #[test]
    fn an_unclosed_quote_is_placed_by_its_line() {
        let found = records("أ,ب\n\"ج\nج\",د\r\n\n\"ه,و\nز,ح\n", ',', 9);
        assert_eq!(found.rows.len(), 2);
        assert_eq!(found.unclosed, Some(5));
        assert_eq!(records("\"", ',', 9).unclosed, Some(1));
    }

    #[test]
    fn rows_are_limited() {
        assert_eq!(records("1\n2\n3\n\"", ',', 2).rows, [["1"], ["2"]]);
    }
}
