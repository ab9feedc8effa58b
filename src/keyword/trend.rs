//! Trends: how many articles there are of each day, month or year, and how much of them is about what is looked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::statistic::Frequency;

/// How long a step of a [`trend`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// An article as a [`trend`] counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<'d> {
    /// When it was published, ISO 8601, as far as that is known.
    pub published: Option<&'d str>,
    /// Its words.
    pub words: u32,
    /// Places in it of what is looked for.
    pub count: u32,
}

/// The articles of a period: returned by [`trend`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The period, ISO 8601: "2024-04-09", "2024-04", "2024"; none for the articles whose date is not known as exactly as that.
    pub period: Option<String>,
    /// Articles.
    pub articles: u32,
    /// Their words.
    pub words: u32,
    /// Places in them of what is looked for.
    pub count: u32,
    /// Articles among them that have such a place.
    pub holding: u32,
    /// Places in a million words.
    pub per_million: f64,
}

impl Period {
    /// The period of this length that holds a day given in ISO 8601; none where the date is cut before it is that exact.
    fn of(self, iso: &str) -> Option<&str> {
        let length = match self {
            Period::Day => 10,
            Period::Month => 7,
            Period::Year => 4,
        };
        iso.get(..length).filter(|period| !period.starts_with('-'))
    }
}

/// The periods that have articles, in order; last the articles whose date is not known.
///
/// ```
/// use warraq::keyword::trend::{Dated, Period, trend};
/// let article = |published, count| Dated { published, words: 100, count };
/// let points = trend([article(Some("2024-04-09"), 2), article(Some("2024-04-30"), 0), article(None, 1)], Period::Month);
/// assert_eq!(points[0].period.as_deref(), Some("2024-04"));
/// assert_eq!((points[0].articles, points[0].count, points[0].holding), (2, 2, 1));
/// assert_eq!((points[0].per_million, points[1].period.as_deref()), (10_000.0, None));
/// ```
#[must_use]
pub fn trend<'d>(articles: impl IntoIterator<Item = Dated<'d>>, period: Period) -> Vec<Point> {
    let mut points: BTreeMap<Option<&str>, Point> = BTreeMap::new();
    for article in articles {
        let held = article.published.and_then(|iso| period.of(iso));
        let point = points.entry(held).or_insert_with(|| Point::of(held));
        point.articles += 1;
        point.words += article.words;
        point.count += article.count;
        point.holding += u32::from(article.count > 0);
    }
    let undated = points.remove(&None);
    let mut points: Vec<Point> = points.into_values().chain(undated).collect();
    for point in points.iter_mut().filter(|point| point.words > 0) {
        let (count, words) = (point.count.into(), point.words.into());
        point.per_million = Frequency { count, words }.per_million();
    }
    points
}

impl Point {
    fn of(period: Option<&str>) -> Self {
        Point {
            period: period.map(str::to_string),
            articles: 0,
            words: 0,
            count: 0,
            holding: 0,
            per_million: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_not_exact_enough_is_not_known() {
        let cases = [
            ("2024-04-09", Period::Day, Some("2024-04-09")),
            ("2024-04-09T10:30", Period::Day, Some("2024-04-09")),
            ("2024-04", Period::Day, None),
            ("2024-04", Period::Month, Some("2024-04")),
            ("2024", Period::Month, None),
            ("--04-09", Period::Year, None),
            ("٢٠٢٤", Period::Year, None),
        ];
        for (iso, period, expected) in cases {
            assert_eq!(
                period.of(iso).filter(|p| p.is_ascii()),
                expected,
                "{iso} {period:?}"
            );
        }
    }

    #[test]
    fn periods_are_in_order_and_the_unknown_last() {
        let days = [Some("2024-05-01"), None, Some("2023-12-31"), Some("2024-05-01")];
        let articles = days.map(|published| Dated {
            published,
            words: 0,
            count: 1,
        });
        let points = trend(articles, Period::Day);
        let seen: Vec<_> = points
            .iter()
            .map(|p| (p.period.as_deref(), p.articles, p.per_million))
            .collect();
        let expected = [
            (Some("2023-12-31"), 1, 0.0),
            (Some("2024-05-01"), 2, 0.0),
            (None, 1, 0.0),
        ];
        assert_eq!(seen, expected);
    }
}
