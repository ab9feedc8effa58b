//! The names of columns: whether a table gives them, and what they say of what the columns hold.

use super::{MAX_COLUMNS, day, distinct, roles::ROWS};
use crate::text::fold::match_key;

/// The columns' names.
pub(super) struct Names {
    pub columns: Vec<String>,
    /// Whether the table gives them.
    pub given: bool,
}

/// What a kind of column is called: names folded as by `match_key`, without spaces and marks.
pub(super) type List = &'static str;

pub(super) const TEXT: List = "النص نص نصالخبر نصالمقال المحتوي محتوي المتن متن الخبر المقال المقاله التفاصيل text fulltext articletext body \
    articlebody content contents article story maintext rawtext html";
pub(super) const TITLE: List =
    "العنوان عنوان عنوانالخبر عنوانالمقال title headline heading subject articletitle newstitle";
pub(super) const DATE: List = "التاريخ تاريخ تاريخالنشر تاريخالخبر وقتالنشر اليوم date published publishedat publishdate publicationdate \
    datepublished pubdate publishedtime createdat datetime timestamp day";
pub(super) const SOURCE: List = "المصدر مصدر الناشر ناشر الصحيفه الجريده الموقع الوكاله القناه وسيلهالاعلام source sourcename publisher \
    newspaper outlet site sitename website agency channel media domain";
pub(super) const AUTHOR: List = "الكاتب كاتب المحرر محرر بقلم المراسل الصحفي اسمالكاتب المولف author authors byline writer creator reporter \
    journalist by";

/// The names of the columns, taken out of the rows where the first row gives them; `choice` is what the person says of that.
pub(super) fn names(
    given: &mut Option<Vec<String>>,
    rows: &mut Vec<(usize, Vec<String>)>,
    choice: Option<bool>,
) -> Names {
    if let Some(columns) = given.take() {
        return Names { columns, given: true };
    }
    let width = rows
        .iter()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or(0)
        .min(MAX_COLUMNS);
    let header = choice.unwrap_or_else(|| is_header(rows));
    let mut columns = if header && !rows.is_empty() {
        rows.remove(0).1
    } else {
        Vec::new()
    };
    columns.resize(width, String::new());
    Names {
        columns: distinct(columns),
        given: header,
    }
}

/// Whether the first row names the columns: it has a name that is known, or only short cells above ones that hold text.
fn is_header(rows: &[(usize, Vec<String>)]) -> bool {
    let Some(((_, first), rest)) = rows.split_first() else {
        return false;
    };
    let known = |cell: &String| {
        let lists = [TEXT, TITLE, DATE, SOURCE, AUTHOR];
        lists.iter().any(|list| likeness(cell, list) == 1.0)
    };
    if first.iter().any(known) {
        return true;
    }
    let short = first
        .iter()
        .all(|cell| !cell.trim().is_empty() && cell.chars().count() <= 40 && day(cell).is_none());
    let longest = |cells: &[String]| cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
    let long = rest
        .iter()
        .take(ROWS)
        .filter(|(_, cells)| longest(cells) > 60)
        .count();
    short && long * 2 > rest.len().min(ROWS)
}

/// How well a column's name fits a list: 1 for a name in it, less for a path that ends in one or a name that begins or ends with one.
pub(super) fn likeness(name: &str, list: List) -> f32 {
    let folded = match_key(name);
    let letters = folded.chars().filter(|c| c.is_alphanumeric() || *c == '.');
    let name: String = letters.collect();
    let has = |wanted: &str| list.split(' ').any(|name| name == wanted);
    // Of a path of JSON fields the last says most, but that of «source.name».
    let path = name.strip_suffix(".name").unwrap_or(&name);
    let last = path.rsplit('.').next().unwrap_or_default();
    // Few letters may be a part of any word.
    let part = |name: &str| name.chars().count() > 3 && (last.ends_with(name) || last.starts_with(name));
    if has(&name) {
        1.0
    } else if has(last) {
        0.9
    } else if list.split(' ').any(part) {
        0.5
    } else {
        0.0
    }
}
