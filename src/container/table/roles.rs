//! Which column of a table holds what: by the columns' names in Arabic and English, and by what stands in the cells.

use super::names::{AUTHOR, DATE, List, Names, SOURCE, TEXT, TITLE, likeness};
use super::{Roles, cell, day};
use crate::error::Error;
use crate::lexicon::{self, Kind};
use crate::text::decode::is_arabic_letter;
use crate::text::fold::match_key;

/// Rows that are looked at.
pub(super) const ROWS: usize = 200;

/// Where in a row what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    pub text: usize,
    pub title: Option<usize>,
    pub date: Option<usize>,
    pub source: Option<usize>,
    pub author: Option<usize>,
}

/// What the columns hold: what the person chose, and the rest guessed.
///
/// # Errors
/// [`Error::NoTextColumn`], [`Error::UnknownColumn`].
pub(super) fn find(
    names: &Names,
    rows: &[(usize, Vec<String>)],
    choice: &Roles,
) -> Result<(Places, Roles), Error> {
    let columns: Vec<Facts> = (0..names.columns.len())
        .map(|i| Facts::of(names, rows, i))
        .collect();
    let mut taken = Vec::new();
    let mut place = |wish: &Option<String>, score: &dyn Fn(&Facts) -> f32| -> Result<Option<usize>, Error> {
        let found = match wish {
            Some(name) if name.is_empty() => None,
            Some(name) => {
                let at = names.columns.iter().position(|column| column == name);
                Some(at.ok_or_else(|| Error::UnknownColumn(name.clone()))?)
            }
            None => best(&columns, &taken, score),
        };
        taken.extend(found);
        Ok(found)
    };
    let text = place(&choice.text, &Facts::as_text)?.ok_or(Error::NoTextColumn)?;
    let length = columns.get(text).map_or(0.0, |facts| facts.letters);
    let places = Places {
        text,
        date: place(&choice.date, &Facts::as_date)?,
        title: place(&choice.title, &|facts| facts.as_title(length))?,
        source: place(&choice.source, &Facts::as_source)?,
        author: place(&choice.author, &Facts::as_author)?,
    };
    let name = |place: Option<usize>| {
        Some(
            place
                .and_then(|i| names.columns.get(i))
                .cloned()
                .unwrap_or_default(),
        )
    };
    let roles = Roles {
        header: None,
        text: name(Some(text)),
        title: name(places.title),
        date: name(places.date),
        source: name(places.source),
        author: name(places.author),
    };
    Ok((places, roles))
}

/// The column with the highest score above 0, the first of equals.
fn best(columns: &[Facts], taken: &[usize], score: &dyn Fn(&Facts) -> f32) -> Option<usize> {
    let mut found: Option<(usize, f32)> = None;
    for (i, facts) in columns.iter().enumerate().filter(|(i, _)| !taken.contains(i)) {
        let score = score(facts);
        if score > found.map_or(0.0, |(_, best)| best) {
            found = Some((i, score));
        }
    }
    found.map(|(i, _)| i)
}

/// What is known of a column. Shares are of the cells that have something in them.
struct Facts {
    name: String,
    /// Arabic letters in a cell, on average.
    letters: f32,
    /// Share of cells that are a date and no more.
    dates: f32,
    /// Share of cells that name a publisher.
    media: f32,
    /// Share of cells that begin with a person's name.
    people: f32,
    /// Different cells for each cell.
    variety: f32,
}

impl Facts {
    fn of(names: &Names, rows: &[(usize, Vec<String>)], column: usize) -> Self {
        let cells = rows
            .iter()
            .take(ROWS)
            .map(|(_, cells)| cell(cells, Some(column)).trim());
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let count = cells.len().max(1) as f32;
        let share =
            |test: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| test(cell)).count() as f32 / count;
        let letters: usize = cells
            .iter()
            .map(|cell| cell.chars().filter(|c| is_arabic_letter(*c)).count())
            .sum();
        let before = |i: usize| cells.get(..i).unwrap_or_default();
        let different = cells
            .iter()
            .enumerate()
            .filter(|(i, cell)| !before(*i).contains(cell));
        let short = |cell: &str, most: usize| cell.chars().count() <= most;
        Facts {
            name: names
                .columns
                .get(column)
                .filter(|_| names.given)
                .cloned()
                .unwrap_or_default(),
            letters: letters as f32 / count,
            dates: share(&|cell| short(cell, 60) && day(cell).is_some()),
            media: share(&|cell| short(cell, 40) && is_publisher(cell)),
            people: share(&|cell| short(cell, 40) && is_person(cell)),
            variety: different.count() as f32 / count,
        }
    }

    fn named(&self, list: List) -> f32 {
        likeness(&self.name, list)
    }

    /// The longest Arabic; a name says more than some length.
    fn as_text(&self) -> f32 {
        self.letters * (1.0 + 2.0 * self.named(TEXT)) * self.variety.max(0.05)
    }

    /// Arabic that differs from row to row and is far shorter than the text.
    fn as_title(&self, text: f32) -> f32 {
        let named = self.named(TITLE);
        let fits =
            self.letters >= 12.0 && self.letters <= 120.0 && self.letters * 2.0 < text && self.variety > 0.7;
        if self.letters == 0.0 {
            return 0.0;
        }
        let others = [DATE, SOURCE, AUTHOR].iter().any(|list| self.named(list) > 0.0);
        named * 2.0
            + if fits && !others && self.people < 0.5 {
                0.5
            } else {
                0.0
            }
    }

    fn as_date(&self) -> f32 {
        if self.dates < 0.3 {
            0.0
        } else {
            self.named(DATE) + self.dates / 2.0
        }
    }

    fn as_source(&self) -> f32 {
        let found = if self.media >= 0.3 { 0.6 } else { 0.0 };
        if self.letters > 60.0 || self.variety == 0.0 {
            0.0
        } else {
            self.named(SOURCE) + found
        }
    }

    fn as_author(&self) -> f32 {
        let found = if self.people >= 0.6 && self.letters < 40.0 {
            0.6
        } else {
            0.0
        };
        if self.letters > 60.0 || self.variety == 0.0 {
            0.0
        } else {
            self.named(AUTHOR) + found
        }
    }
}

fn is_publisher(cell: &str) -> bool {
    lexicon::any(&match_key(cell), |entry| {
        entry.kind == Kind::Organization && matches!(entry.class, "agency" | "paper" | "channel")
    })
}

fn is_person(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let given =
        |word: &&str| lexicon::any(&match_key(word), |e| e.kind == Kind::Person && e.class == "given");
    (2..=5).contains(&words.len()) && words.first().is_some_and(given)
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;

    const BODY: &str =
        "افتتح عمال البلدية جسراً جديداً يصل ضفتي النهر في المدينة القديمة بعد عامين من العمل المتواصل.";

    fn found(table: &[&[&str]]) -> Result<Roles, Error> {
        let mut rows: Vec<(usize, Vec<String>)> = table
            .iter()
            .map(|row| row.iter().map(|cell| cell.to_string()).collect())
            .zip(1..)
            .map(|(row, i)| (i, row))
            .collect();
        let names = names::names(&mut None, &mut rows, None);
        find(&names, &rows, &Roles::default()).map(|(_, roles)| Roles {
            header: Some(names.given),
            ..roles
        })
    }

    fn roles(header: bool, [text, title, date, source, author]: [&str; 5]) -> Roles {
        let name = |name: &str| Some(name.to_string());
        Roles {
            header: Some(header),
            text: name(text),
            title: name(title),
            date: name(date),
            source: name(source),
            author: name(author),
        }
    }

    #[test]
    fn names_tell_columns() {
        let arabic: &[&[&str]] = &[
            &["م", "عنوان الخبر", "نص الخبر", "تاريخ النشر", "الناشر", "الكاتب"],
            &["1", "جسر جديد", BODY, "2024-03-05", "صوت النهر", "ر. س."],
        ];
        assert_eq!(
            found(arabic),
            Ok(roles(
                true,
                ["نص الخبر", "عنوان الخبر", "تاريخ النشر", "الناشر", "الكاتب"]
            ))
        );
        let english: &[&[&str]] = &[
            &["url", "Headline", "published_at", "article.body", "source"],
            &[
                "https://example.org/1",
                "جسر جديد",
                "2024-03-05T10:00:00Z",
                BODY,
                "صوت النهر",
            ],
        ];
        assert_eq!(
            found(english),
            Ok(roles(
                true,
                ["article.body", "Headline", "published_at", "source", ""]
            ))
        );
    }

    #[test]
    fn cells_tell_columns_without_names() {
        let table: &[&[&str]] = &[
            &[
                "5 مارس 2024",
                "افتتاح جسر جديد في المدينة القديمة",
                "وكالة رويترز",
                BODY,
            ],
            &[
                "6 مارس 2024",
                "إغلاق جسر قديم بعد سنوات من الخدمة",
                "رويترز",
                "أغلقت البلدية جسراً قديماً يصل ضفتي النهر في المدينة بعد سنوات طويلة من الخدمة وبدأت أعمال الترميم.",
            ],
        ];
        assert_eq!(found(table), Ok(roles(false, ["4", "2", "1", "3", ""])));
    }

    #[test]
    fn a_table_without_arabic_has_no_text() {
        assert_eq!(
            found(&[&["text"], &["The bridge was opened yesterday."]]),
            Err(Error::NoTextColumn)
        );
        assert_eq!(found(&[]), Err(Error::NoTextColumn));
    }
}
