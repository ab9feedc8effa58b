//! Dates that name a day, month or year: «9 أبريل 2024», «السادس من مايو», «مارس (آذار)», «9th, April 2024», «٢٠٢٤/٤/٩», «عام 2003»,
//! «9 رمضان 1445 هـ», «من 3 إلى 5 مايو».

use super::item::{Item, ItemKind, Named, is_kind, named};
use super::relative::step;
use super::{Day, Partial, Read};
use crate::lexicon::Kind;

/// Years that a bare number of four digits can mean.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2199;
/// Hijri years that can stand in news.
const HIJRI_YEARS: std::ops::RangeInclusive<u32> = 1200..=1600;

/// Reads a date at the front of `items`; `before` is what stands before them.
pub(super) fn read(items: &[Item], before: &[Item], published: Option<Day>) -> Option<Read> {
    numeric(items, before)
        .or_else(|| range(items, before, published))
        .or_else(|| day_month(items, published).and_then(|(used, date)| Read::one(used, date.value())))
        .or_else(|| month_alone(items, before, published))
        .or_else(|| years(items))
}

/// «12/05/2024», «2024-05-12», «12.5.2024»: day before month where both could be, as Arabic papers write.
fn numeric(items: &[Item], before: &[Item]) -> Option<Read> {
    if before.last().is_some_and(|item| {
        item.kind == ItemKind::Mark && item.is(&["/", "-", "."]) && items.first().is_some_and(|i| i.joined)
    }) {
        return None;
    }
    let [a, x, b, y, c] = items.get(..5)? else {
        return None;
    };
    let marks = x.joined && b.joined && y.joined && c.joined && x.key == y.key && x.is(&["/", "-", "."]);
    if number_goes_on(items.get(5..)?) {
        return None;
    }
    let ((a, a_digits), (b, _), (c, c_digits)) = (a.number()?, b.number()?, c.number()?);
    let (year, month, day) = match (a_digits, c_digits) {
        (4, 1 | 2) => (a, b, c),
        (1 | 2, 4) if b <= 12 => (c, b, a),
        (1 | 2, 4) => (c, a, b),
        _ => return None,
    };
    let date = if HIJRI_YEARS.contains(&year) {
        hijri(year, month, day)
    } else {
        Day::new(year as i32, month as u8, day as u8)
    };
    marks
        .then(|| Read::one(5, date.map(|day| day.to_string())))
        .flatten()
}

/// Whether the number before `rest` is only the front of a longer one: a version, a decimal, a numeric date.
fn number_goes_on(rest: &[Item]) -> bool {
    let [mark, next, ..] = rest else { return false };
    mark.joined && next.joined && next.number().is_some() && mark.is(&["/", "-", ".", ",", "٫", "٬"])
}

fn hijri(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::from_hijri(year as i32, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// «من 3 إلى 5 مايو», «بين 3 و5 مايو 2024», «3-5 مايو»: two dates that share the month and year of the second.
fn range(items: &[Item], before: &[Item], published: Option<Day>) -> Option<Read> {
    let first = day_number(items)?;
    let link = items.get(first.used)?;
    let opened = before
        .last()
        .is_some_and(|item| item.is(&["من", "بين", "الفتره"]));
    let linked = match link.key.as_str() {
        "الي" | "حتي" => opened,
        "و" => before.last().is_some_and(|item| item.is(&["بين"])),
        "-" | "–" | "ـ" => true,
        _ => false,
    };
    let from = first.used + 1;
    let (used, date) = linked
        .then(|| day_month(items.get(from..)?, published))
        .flatten()?;
    let start = Partial {
        day: Some(first.number),
        ..date
    };
    (date.day > start.day).then_some(())?;
    Some(Read {
        used: from + used,
        dates: vec![
            (0, first.used, start.value()?),
            (from, from + used, date.value()?),
        ],
    })
}

/// A day of a month, with the year where it is said: how many items, and the date.
fn day_month(items: &[Item], published: Option<Day>) -> Option<(usize, Partial)> {
    english(items).or_else(|| {
        let day = day_number(items)?;
        let mut at = day.used;
        at += usize::from(items.get(at).is_some_and(|item| item.is(&["من", "شهر"])));
        at += usize::from(items.get(at).is_some_and(|item| item.is(&["شهر"])));
        // «21/يناير/2025»
        at += usize::from(
            items
                .get(at)
                .is_some_and(|item| item.joined && item.is(&["/", "-"])),
        );
        let month = month(items.get(at..)?, true)?;
        let (used, date) = after_month(items, at + month.used, &month, Some(day.number), published)?;
        Some((used, date))
    })
}

/// «9th, April 2024», «April 9, 2024», «9 April 2024».
fn english(items: &[Item]) -> Option<(usize, Partial)> {
    let skip_marks = |at: usize| at + usize::from(items.get(at).is_some_and(|item| item.is(&[","])));
    let number = |at: usize| {
        items
            .get(at)
            .and_then(Item::number)
            .filter(|(n, digits)| *digits <= 2 && (1..=31).contains(n))
    };
    let (day, month_at) = match number(0) {
        Some((day, _)) => {
            let ordinal = items
                .get(1)
                .is_some_and(|item| item.is(&["st", "nd", "rd", "th"]));
            (day, skip_marks(1 + usize::from(ordinal)))
        }
        None => (number(1)?.0, 0),
    };
    let month = month(items.get(month_at..)?, true).filter(|m| m.class == "english")?;
    let year_at = skip_marks(if month_at == 0 { 2 } else { month_at + month.used });
    let date = Partial {
        year: None,
        month: Some(month.number),
        day: Some(day as u8),
    };
    match items.get(year_at).and_then(year) {
        Some(year) => Some((
            year_at + 1,
            Partial {
                year: Some(year as i32),
                ..date
            },
        )),
        None => Some((month_at.max(1) + 1, date)),
    }
}

/// The day of a month: a number to 31 or an ordinal, «السادس», «الحادي والعشرين».
fn day_number(items: &[Item]) -> Option<Named> {
    let first = items.first()?;
    match first.number() {
        Some((n @ 1..=31, 1 | 2)) => Some(Named {
            number: n as u8,
            used: 1,
            skip: 0,
            class: "",
            ambiguous: false,
        }),
        Some(_) => None,
        None => named(items, Kind::Ordinal),
    }
}

/// A month at the front; an ambiguous one («آب», «ماي») only where `sure` something before says so.
fn month(items: &[Item], sure: bool) -> Option<Named> {
    named(items, Kind::Month).filter(|month| sure || !month.ambiguous)
}

/// What may follow a month: its other name («مارس (آذار)», «آب/أغسطس»), the year, «هـ», «الماضي»; the items used in all and the date.
fn after_month(
    items: &[Item],
    mut at: usize,
    first: &Named,
    day: Option<u8>,
    published: Option<Day>,
) -> Option<(usize, Partial)> {
    at = other_name(items, at, first);
    let is_hijri = first.class == "hijri";
    let mut date = Partial {
        year: None,
        month: Some(first.number),
        day,
    };
    let year_at = at
        + usize::from(
            items
                .get(at)
                .is_some_and(|item| item.is(&["عام", "سنه", "من", ",", "،", "/"])),
        );
    let year_at = year_at
        + usize::from(year_at > at && items.get(year_at).is_some_and(|item| item.is(&["عام", "سنه"])));
    if let Some(year) = items
        .get(year_at)
        .and_then(year)
        .filter(|y| HIJRI_YEARS.contains(y) == is_hijri)
    {
        date.year = Some(year as i32);
        at = year_at + 1;
        at += usize::from(
            items
                .get(at)
                .is_some_and(|item| item.is(&["ه", "هجريه", "هجري", "م", "ميلادي", "ميلاديه"])),
        );
    } else if let Some(year) = published.and_then(|day| year_around(items.get(at..)?, day)) {
        date.year = Some(year);
        at += 3;
    } else if let (Some(published), Some(item)) = (published.filter(|_| !is_hijri), items.get(at)) {
        date.year = year_of(item, first.number, published);
        at += usize::from(date.year.is_some());
    }
    if is_hijri {
        // A Hijri date has a Gregorian day only where all of it is said.
        let day = Day::from_hijri(date.year?, first.number, day?)?;
        let mut parts = [0; 3];
        day.to_string()
            .splitn(3, '-')
            .zip(&mut parts)
            .for_each(|(text, part)| *part = text.parse().unwrap_or(0));
        let [year, month, day] = parts;
        date = Partial {
            year: Some(year),
            month: Some(month as u8),
            day: Some(day as u8),
        };
    }
    Some((at, date))
}

/// The item after a month's second name, where there is one that means the same month.
fn other_name(items: &[Item], at: usize, first: &Named) -> usize {
    let same = |from: usize| {
        items
            .get(from..)
            .and_then(|rest| month(rest, true))
            .filter(|m| m.number == first.number && m.class != "hijri")
    };
    match items.get(at) {
        Some(mark) if mark.is(&["("]) => match same(at + 1) {
            Some(second)
                if items
                    .get(at + 1 + second.used)
                    .is_some_and(|item| item.is(&[")"])) =>
            {
                at + second.used + 2
            }
            _ => at,
        },
        Some(mark) if mark.is(&["/", "-", "\\"]) => same(at + 1).map_or(at, |second| at + 1 + second.used),
        _ => at,
    }
}

/// The year that «الجاري», «الماضي» or «المقبل» after a month means, from the article's own day.
fn year_of(item: &Item, month: u8, published: Day) -> Option<i32> {
    let year = published.year();
    match step(&item.key)? {
        -1 if month > published.month() => Some(year - 1),
        1 if month < published.month() => Some(year + 1),
        _ => Some(year),
    }
}

/// «من العام الماضي» after a month.
fn year_around(items: &[Item], published: Day) -> Option<i32> {
    let [from, year, which, ..] = items else {
        return None;
    };
    let named = from.is(&["من"]) && year.is(&["العام", "السنه"]);
    named
        .then(|| Some(published.year() + step(&which.key)?))
        .flatten()
}

/// A year of four digits.
fn year(item: &Item) -> Option<u32> {
    item.number()
        .filter(|(n, digits)| *digits == 4 && (YEARS.contains(n) || HIJRI_YEARS.contains(n)))
        .map(|(n, _)| n)
}

/// «مارس (آذار)», «أغسطس 2021», «شهر مايو»: a month without a day.
fn month_alone(items: &[Item], before: &[Item], published: Option<Day>) -> Option<Read> {
    let first = items.first()?;
    let called = first.is(&["شهر", "شهري"])
        || before.last().is_some_and(|item| {
            item.is(&["شهر", "شهري", "مطلع", "اواخر", "اوايل", "منتصف", "نهايه", "بدايه"])
        });
    let from = usize::from(first.is(&["شهر", "شهري"]));
    let month = month(items.get(from..)?, true)?;
    if month.class == "english" && !month.ambiguous && items.get(from + 1).and_then(year).is_none() {
        return None;
    }
    let (used, date) = after_month(items, from + month.used, &month, None, published)?;
    let more = date.year.is_some() || used > from + month.used;
    let next = items.get(used).filter(|next| next.kind == ItemKind::Word);
    // «مارس الرياضة» is a verb and its object, «تموز الأسطورة» a name.
    let followed = next.is_some_and(|next| next.key.starts_with("ال"))
        && !before
            .last()
            .is_some_and(|item| item.is(&["في", "خلال", "منذ", "حتي", "من", "الي", "بين", "قبل", "بعد"]));
    let named = called
        || before
            .last()
            .is_some_and(|item| item.is(&["في", "خلال", "منذ", "حتي"]));
    if month.ambiguous && !named && !more || followed && !called && !more {
        return None;
    }
    Read::one(used, date.value())
}

/// «عام 2003», «سنة 2011», «عامي 2011 و2014», «منذ 2019», «2019-2021» after such a word.
fn years(items: &[Item]) -> Option<Read> {
    let first = items.first()?;
    let bare = first.key.strip_prefix(['ب', 'ل', 'و', 'ف']).unwrap_or(&first.key);
    let named = ["عام", "العام", "سنه", "السنه", "عامي", "اعوام"];
    let before_year = [
        "منذ",
        "بحلول",
        "حتي",
        "في",
        "مطلع",
        "اواخر",
        "نهايه",
        "بدايه",
        "اوايل",
        "منتصف",
    ];
    let called = named.contains(&bare) || named.contains(&first.key.as_str());
    if !called && !before_year.contains(&first.key.as_str()) {
        return None;
    }
    let value = items.get(1).and_then(year).filter(|n| !HIJRI_YEARS.contains(n))?;
    let follows = items.get(2);
    if !called
        && follows.is_some_and(|item| {
            item.kind == ItemKind::Word
                && !item.joined
                && !is_kind(item, Kind::Stop)
                && !item.key.starts_with('و')
        })
    {
        return None;
    }
    // «في 2021-05-12» is for the numeric reader, «في 2021.5» no year at all.
    if number_goes_on(items.get(2..)?) && items.get(3).and_then(year).is_none() {
        return None;
    }
    let from = usize::from(!called);
    let mut dates = vec![(from, 2, format!("{value:04}"))];
    let mut used = 2;
    let linked = follows.is_some_and(|item| item.is(&["و", "-", "–", "الي"]));
    if let Some(second) = linked.then(|| items.get(3).and_then(year)).flatten() {
        dates.push((3, 4, format!("{second:04}")));
        used = 4;
    }
    Some(Read { used, dates })
}
