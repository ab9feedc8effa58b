//! Dates that depend on the article's own day: «اليوم الثلاثاء», «أمس», «الجمعة الماضية», «العام الماضي», «الشهر المقبل».

use super::item::{Item, ItemKind, named};
use super::{Day, Read};
use crate::lexicon::Kind;

const PAST: [&str; 8] = [
    "الماضي",
    "الماضيه",
    "الفايت",
    "الفايته",
    "المنصرم",
    "المنصرمه",
    "السابق",
    "المنقضي",
];
const NEXT: [&str; 4] = ["المقبل", "المقبله", "القادم", "القادمه"];
const THIS: [&str; 4] = ["الجاري", "الحالي", "الجاريه", "الحاليه"];

/// Reads a relative date at the front of `items`, where the article's day is known.
pub(super) fn read(items: &[Item], before: &[Item], published: Option<Day>) -> Option<Read> {
    let published = published?;
    day_word(items, published)
        .or_else(|| weekday(items, before, published))
        .or_else(|| period(items, published))
}

/// «اليوم», «أمس», «أول أمس», «غدا», each with or without the weekday.
fn day_word(items: &[Item], published: Day) -> Option<Read> {
    let first = items.first()?;
    let second = |words: &[&str]| items.get(1).is_some_and(|item| item.is(words));
    let (offset, mut used) = match first.key.as_str() {
        "اول" if second(&["امس", "من"]) => (-2, 2 + usize::from(second(&["من"]))),
        "اليوم" => (0, 1),
        "امس" | "البارحه" | "بالامس" => (-1, 1),
        "غدا" | "غد" | "الغد" => (1, 1),
        _ => return None,
    };
    let open = usize::from(items.get(used).is_some_and(|item| item.is(&["("])));
    let said = items
        .get(used + open..)
        .and_then(|rest| named(rest, Kind::Weekday));
    let day = match &said {
        // The weekday is written with more care than «أمس»: a story filed late keeps its own «اليوم».
        Some(weekday) => nearest(published.plus(offset), weekday.number),
        // «اليوم» alone is as often «nowadays».
        None if first.is(&["اليوم"]) => return None,
        None => published.plus(offset),
    };
    if let Some(weekday) = said {
        let closed = open == 1
            && items
                .get(used + 1 + weekday.used)
                .is_some_and(|item| item.is(&[")"]));
        used += weekday.used + open + usize::from(closed);
    }
    Read::one(used, Some(day.to_string()))
}

/// «الجمعة الماضية», «يوم الخميس المقبل», «، الجمعة،»: a weekday that something marks as a day.
fn weekday(items: &[Item], before: &[Item], published: Day) -> Option<Read> {
    let weekday = named(items, Kind::Weekday)?;
    let after = items.get(weekday.used);
    let last = before.last();
    let called = last
        .is_some_and(|item| item.is(&["يوم", "مساء", "صباح", "فجر", "ليل", "ظهر", "عصر", "ليله", "نهار"]));
    let between_commas =
        last.is_some_and(|i| i.is(&["،", ",", "("])) && after.is_some_and(|i| i.is(&["،", ",", ")"]));
    let says = |words: &[&str]| after.is_some_and(|item| item.is(words));
    let (day, used) = if says(&PAST) {
        (last_before(published.plus(-1), weekday.number), weekday.used + 1)
    } else if says(&NEXT) {
        (last_before(published.plus(7), weekday.number), weekday.used + 1)
    } else if called || between_commas {
        (last_before(published, weekday.number), weekday.used)
    } else {
        return None;
    };
    Read::one(used, Some(day.to_string()))
}

/// «العام الماضي», «الشهر الجاري», «السنة المقبلة».
fn period(items: &[Item], published: Day) -> Option<Read> {
    let (first, second) = (items.first()?, items.get(1)?);
    let bare = first.key.strip_prefix(['و', 'ب', 'ف']).unwrap_or(&first.key);
    let step = step(&second.key)?;
    let value = match bare {
        "العام" | "السنه" => format!("{:04}", published.year() + step),
        "الشهر" => {
            let (year, month) = published.month_plus(step);
            format!("{year:04}-{month:02}")
        }
        _ => return None,
    };
    (first.kind == ItemKind::Word)
        .then(|| Read::one(2, Some(value)))
        .flatten()
}

/// How many years or months off a word after them says, folded: «الماضي», «الجاري», «المقبل».
pub(super) fn step(key: &str) -> Option<i32> {
    let steps = [(&PAST[..], -1), (&THIS, 0), (&NEXT, 1)];
    steps
        .into_iter()
        .find_map(|(words, step)| words.contains(&key).then_some(step))
}

/// The day with that weekday that is nearest, at most three days off.
fn nearest(day: Day, weekday: u8) -> Day {
    let ahead = (i64::from(weekday) - i64::from(day.weekday())).rem_euclid(7);
    day.plus(if ahead > 3 { ahead - 7 } else { ahead })
}

/// The last day with that weekday, `day` itself included.
fn last_before(day: Day, weekday: u8) -> Day {
    day.plus(-(i64::from(day.weekday()) - i64::from(weekday)).rem_euclid(7))
}
