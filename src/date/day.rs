//! A day of the Gregorian calendar, with the arithmetic and the Hijri calendar of `icu_calendar`.

use std::fmt;

use icu_calendar::cal::Hijri;
use icu_calendar::{Date, Iso};

/// A day.
///
/// ```
/// use warraq::date::Day;
/// let day = Day::new(2024, 4, 9).unwrap();
/// assert_eq!((day.year(), day.month(), day.month_plus(9)), (2024, 4, (2025, 1)));
/// assert_eq!(day.plus(-1).to_string(), "2024-04-08");
/// assert_eq!(day.weekday(), 2, "a Tuesday");
/// assert_eq!(Day::from_hijri(1445, 9, 30), Some(day));
/// assert_eq!(Day::from_iso("2024-04-09T10:00:00Z"), Some(day));
/// assert_eq!(Day::new(2023, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(Date<Iso>);

impl Day {
    /// A day by year, month (1 to 12) and day of the month, `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        Date::try_new_iso(year, month, day).ok().map(Day)
    }

    /// The day of a Hijri date after the Umm al-Qura calendar of Saudi Arabia; other countries may be a day off.
    #[must_use]
    pub fn from_hijri(year: i32, month: u8, day: u8) -> Option<Day> {
        let hijri = Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?;
        Some(Day(hijri.to_calendar(Iso)))
    }

    /// Reads the front of an ISO 8601 date or date and time: "2024-04-09T10:00".
    #[must_use]
    pub fn from_iso(value: &str) -> Option<Day> {
        let mut parts = value.get(..10)?.splitn(3, '-');
        let mut next = || parts.next();
        Day::new(
            next()?.parse().ok()?,
            next()?.parse().ok()?,
            next()?.parse().ok()?,
        )
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.0.year().extended_year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.0.month().ordinal
    }

    /// The weekday, 1 for Monday to 7 for Sunday (ISO 8601).
    #[must_use]
    pub fn weekday(&self) -> u8 {
        self.0.weekday() as u8
    }

    /// The day so many days later, or earlier where negative.
    #[must_use]
    pub fn plus(&self, days: i64) -> Day {
        Day(Date::from_rata_die(self.0.to_rata_die() + days, Iso))
    }

    /// Year and month so many months later, or earlier where negative.
    #[must_use]
    pub fn month_plus(&self, months: i32) -> (i32, u8) {
        let count = self.year() * 12 + i32::from(self.month()) - 1 + months;
        (count.div_euclid(12), count.rem_euclid(12) as u8 + 1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.0.day_of_month().0
        )
    }
}
