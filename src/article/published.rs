//! Date lines: what a portal says of when a story was published.
//!
//! The dates themselves are read by [`crate::date`]; here is what stands around them in a line that only dates its story.

use super::{line::words, wording::phrase};
use crate::{
    date::{self, DateMention},
    lexicon::{self, Kind},
};

/// What a line says of dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The first date, ISO 8601, that no word calls an update.
    pub published: Option<String>,
    /// The first date that a word calls an update.
    pub updated: Option<String>,
    /// Whether there is a date, even without its year, or a time of day.
    pub dated: bool,
    /// Words that belong to no date, time or label.
    pub others: usize,
}

/// Words that stand around dates and times in a date line, folded.
const AROUND: [&str; 42] = [
    "يوم",
    "اليوم",
    "في",
    "من",
    "علي",
    "الي",
    "و",
    "عام",
    "سنه",
    "شهر",
    "الموافق",
    "الساعه",
    "ساعه",
    "ص",
    "م",
    "ه",
    "صباحا",
    "مساء",
    "مساءا",
    "ظهرا",
    "عصرا",
    "ليلا",
    "فجرا",
    "am",
    "pm",
    "gmt",
    "utc",
    "غرينتش",
    "جرينتش",
    "غرينيتش",
    "توقيت",
    "مكه",
    "المكرمه",
    "المحلي",
    "th",
    "st",
    "nd",
    "rd",
    "of",
    "on",
    "at",
    "z",
];

/// Reads a line.
#[must_use]
pub fn read(line: &str) -> Reading {
    let mut reading = Reading::default();
    if !line.contains(char::is_numeric) {
        reading.others = words(line).len();
        return reading;
    }
    let mut dates = date::find(line, None);
    dates.retain(|date| date.value.len() >= 7);
    reading.dated = !dates.is_empty() || has_time(line);
    // A Hijri date counts only where its day is not said in the other calendar too.
    let hijri = |date: &DateMention| {
        !words(date.span.of(line))
            .iter()
            .any(|word| date.value.get(..4).is_some_and(|year| word.starts_with(year)))
    };
    let gregorian = dates.iter().any(|date| is_day(&date.value) && !hijri(date));
    let mut at = 0;
    for date in &dates {
        let before = words(line.get(at..date.span.start as usize).unwrap_or_default());
        let (others, update) = around(&before);
        reading.others += others;
        at = date.span.end as usize;
        if is_day(&date.value) && !(gregorian && hijri(date)) {
            let place = if update {
                &mut reading.updated
            } else {
                &mut reading.published
            };
            place.get_or_insert_with(|| date.value.clone());
        }
    }
    reading.others += around(&words(line.get(at..).unwrap_or_default())).0;
    reading
}

fn is_day(value: &str) -> bool {
    value.len() == 10 && !value.starts_with('-')
}

/// A time of day: digits, a colon, two digits.
fn has_time(line: &str) -> bool {
    let chars: Vec<char> = line.chars().collect();
    chars
        .windows(4)
        .any(|four| matches!(four, [a, ':', b, c] if [a, b, c].iter().all(|c| c.is_numeric())))
}

/// Among the words beside a date: how many belong to no date or label, and whether one calls the date an update.
fn around(words: &[String]) -> (usize, bool) {
    let (mut others, mut update) = (0, false);
    let mut rest = words;
    while let Some(word) = rest.first() {
        let n = match phrase(rest) {
            _ if word.contains(char::is_numeric) || AROUND.contains(&word.as_str()) => 1,
            Some((n, class @ ("published" | "updated"))) => {
                update = class == "updated";
                n
            }
            _ if lexicon::any(word, |entry| entry.kind == Kind::Weekday) => 1,
            // «بتوقيت القاهرة»: the place belongs to the time.
            _ if word == "بتوقيت" => 2,
            _ => {
                others += 1;
                1
            }
        };
        rest = rest.get(n..).unwrap_or_default();
    }
    (others, update)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_press() {
        let cases = [
            ("تاريخ النشر: 9th, April 2024 GMT", "2024-04-09"),
            ("18 كانون الأول 2024 - 09:40", "2024-12-18"),
            ("الإثنين 12 أوت 2024", "2024-08-12"),
            ("نشر في: 12 أوت 2024 | 14:05", "2024-08-12"),
            (
                "الأربعاء ١٤ ربيع الآخر ١٤٤٦هـ الموافق ١٧ أكتوبر ٢٠٢٤م",
                "2024-10-17",
            ),
            ("السبت 27 أبريل/نيسان 2024", "2024-04-27"),
            ("الثلاثاء 21/يناير/2025 - 07:15 م", "2025-01-21"),
            ("03/06/2024", "2024-06-03"),
            ("2024-04-09T10:30:00Z", "2024-04-09"),
            ("يوم ۲۴ تشرين الأول ۲۰۲۵", "2025-10-24"),
            ("April 9, 2024", "2024-04-09"),
            ("7 يوليو (تموز) 2023", "2023-07-07"),
            ("12 غشت 2021 على الساعة 10:15", "2021-08-12"),
        ];
        for (line, want) in cases {
            let reading = read(line);
            assert_eq!(reading.published.as_deref(), Some(want), "{line}");
            assert_eq!(reading.others, 0, "{line}");
        }
    }

    #[test]
    fn an_update_is_not_the_publication() {
        let reading = read("05 ديسمبر 2023 | آخر تحديث: 06 ديسمبر 2023 11:32 ص (غرينتش+1)");
        assert_eq!(reading.published.as_deref(), Some("2023-12-05"));
        assert_eq!(reading.updated.as_deref(), Some("2023-12-06"));
        assert_eq!(reading.others, 0);
    }

    #[test]
    fn what_is_no_date() {
        assert!(!read("40 خبر").dated);
        assert_eq!(read("13/25/2024").published, None);
        assert_eq!(read("أسعار الذهب اليوم 21 يناير 2025").others, 2);
        assert!(read("22:10").dated);
    }
}
