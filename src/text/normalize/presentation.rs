//! The letters behind Arabic presentation forms, which old files and PDF readers write instead of letters.

use std::sync::OnceLock;

/// A range of forms and the letters they stand for.
type Row = (u32, u32, &'static str);

/// The letters that `c` stands for, if it is a presentation form. Marks are letters here, too.
pub(crate) fn letters_of(c: char) -> Option<&'static str> {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| include_str!("presentation.tsv").lines().filter_map(row).collect());
    let code = c as u32;
    let at = rows.partition_point(|(_, last, _)| *last < code);
    let (first, _, letters) = rows.get(at)?;
    (*first <= code).then_some(*letters)
}

fn row(line: &'static str) -> Option<Row> {
    let mut columns = line.split('\t');
    let code = |column: &str| u32::from_str_radix(column, 16).ok();
    Some((code(columns.next()?)?, code(columns.next()?)?, columns.next()?))
}
