//! Dates that a text mentions, as ISO 8601 values cut where the text is silent.
//!
//! In: a part of an article, and the day on which it was published where the file says it. Out: [`DateMention`]s. Relative days
//! («أمس الاثنين») are resolved from that day and never invented without it. `item` lines up numbers and words, `absolute` reads
//! day, month and year, `relative` what depends on the article's own day, `day` does the arithmetic.

mod absolute;
mod day;
mod item;
mod relative;

pub use day::Day;

use crate::lexicon::Kind;
use crate::span::Span;
use item::Item;

/// A date where it stands: returned by [`find`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Bytes in the text that was searched.
    pub span: Span,
    /// "2024-04-09", "2021-08", "2003"; "--08-31" and "--03" where the year is not known.
    pub value: String,
}

/// What the words before and after have said: one date's worth of reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Partial {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Partial {
    /// The ISO 8601 value, or `None` where the parts make no date.
    fn value(&self) -> Option<String> {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => Day::new(y, m, d).map(|day| day.to_string()),
            (Some(y), Some(m), None) => Some(format!("{y:04}-{m:02}")),
            (Some(y), None, None) => Some(format!("{y:04}")),
            // A leap year, so that 29 February is a day.
            (None, Some(m), Some(d)) => Day::new(2000, m, d).map(|_| format!("--{m:02}-{d:02}")),
            (None, Some(m), None) => Some(format!("--{m:02}")),
            _ => None,
        }
    }
}

/// Finds the dates in `text`; `published` is the article's own day.
///
/// ```
/// use warraq::date::{self, Day};
/// let found = date::find("وصل أمس الاثنين ويغادر في السادس من مايو", Day::new(2024, 4, 9));
/// let values: Vec<&str> = found.iter().map(|d| d.value.as_str()).collect();
/// assert_eq!(values, ["2024-04-08", "--05-06"]);
/// ```
#[must_use]
pub fn find(text: &str, published: Option<Day>) -> Vec<DateMention> {
    let items = item::items(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let (before, rest) = items.split_at(at);
        let read =
            absolute::read(rest, before, published).or_else(|| relative::read(rest, before, published));
        match read {
            Some(read) => {
                found.extend(read.dates.into_iter().filter_map(|(from, to, value)| {
                    Some(DateMention {
                        span: span(rest, from, to)?,
                        value,
                    })
                }));
                at += read.used.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// What a reader took from the front of the items: how many of them, and the dates with the first and one past the last item.
struct Read {
    used: usize,
    dates: Vec<(usize, usize, String)>,
}

impl Read {
    fn one(used: usize, value: Option<String>) -> Option<Read> {
        Some(Read {
            used,
            dates: vec![(0, used, value?)],
        })
    }
}

fn span(items: &[Item], from: usize, to: usize) -> Option<Span> {
    let run = items.get(from..)?;
    let calendar = [Kind::Month, Kind::Ordinal, Kind::Weekday];
    let skip = calendar
        .into_iter()
        .find_map(|kind| item::named(run, kind))
        .map_or(0, |named| named.skip);
    Some(Span {
        start: run.first()?.span.start + skip,
        end: items.get(to.checked_sub(1)?)?.span.end,
    })
}

#[cfg(test)]
mod tests;
