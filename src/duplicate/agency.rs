//! Agencies: whose wire a story is, where the text says so.
//!
//! A story names its agency in its publisher's line, before its first sentence («القاهرة - رويترز»), in brackets at its beginning or end («(أ ف ب)»), or in a
//! last line of a few words («وكالات»). What it says that an agency reported is no such credit, and is not looked at.

use crate::article::{Article, Block, BlockKind};
use crate::lexicon::{self, Kind};
use crate::span::Span;
use crate::text::fold::match_key;
use crate::text::token::{TokenKind, tokenize};

/// Marks between the parts of a credit: «القاهرة - (أ ف ب)».
const PARTS: [char; 15] = [
    '(', ')', '[', ']', '«', '»', '-', '–', '—', '/', '،', ',', '+', '|', ':',
];
/// Words that open a credit and name nobody.
const BEFORE: [&str; 8] = [
    "وكاله",
    "وكالتا",
    "وكالتي",
    "عن",
    "نقلا",
    "المصدر",
    "ترجمه",
    "متابعه",
];
/// Words of a credit at most.
const MOST: usize = 9;

/// The agency that the story with this index names as its own, by its usual name; «وكالات» where it only says that it has it from agencies.
#[must_use]
pub fn agency(text: &str, article: &Article, story: u32) -> Option<&'static str> {
    let source = article.stories.get(story as usize)?.source.as_deref();
    let blocks: Vec<&Block> = article.blocks.iter().filter(|b| b.story == story).collect();
    let credits = blocks.iter().filter(|b| b.kind == BlockKind::Source);
    let credits = credits.map(|b| b.span.of(text)).chain(source);
    let body = || blocks.iter().filter(|b| b.kind == BlockKind::Body);
    let first = body().next().map_or("", |b| b.span.of(text));
    let last = body().next_back().map_or("", |b| b.span.of(text));
    credits
        .chain(bracketed(first))
        .chain(opening(first))
        .chain(bracketed(last))
        .chain(closing(last))
        .find_map(named)
}

/// What stands in the brackets of a text.
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split(['(', '['])
        .skip(1)
        .filter_map(|rest| rest.split([')', ']']).next())
}

/// What stands before the dash or colon that ends a dateline.
fn opening(text: &str) -> Option<&str> {
    let end = |mark: char| matches!(mark, ':' | '-' | '–' | '—' | '/');
    let ends = text
        .match_indices(end)
        .map(|(at, _)| text.get(..at).unwrap_or_default());
    ends.take_while(|head| head.split_whitespace().count() <= MOST)
        .last()
}

/// The end of a text after its last full stop.
fn closing(text: &str) -> Option<&str> {
    let text = text.trim_end().trim_end_matches('.');
    let last = text.rsplit(['.', '؟', '!']).next()?;
    (last.split_whitespace().count() <= MOST / 2).then_some(last)
}

/// The agency that a credit names in one of its parts; the one that stands alone, or after «وكالة».
fn named(credit: &str) -> Option<&'static str> {
    if credit.split_whitespace().count() > MOST {
        return None;
    }
    let whole = std::iter::once(credit);
    let parts = || whole.clone().chain(credit.split(PARTS));
    let one = parts().find_map(|part| known(&key(part)));
    one.or_else(|| parts().find_map(|part| several(&key(part))))
}

/// The folded words of a text, without its marks.
fn key(text: &str) -> String {
    let tokens = tokenize(text).into_iter();
    let words = tokens.filter(|token| token.kind != TokenKind::Mark);
    let keys = words.map(|word| match_key(Span::of(&word.span, text)));
    keys.collect::<Vec<_>>().join(" ")
}

fn known(key: &str) -> Option<&'static str> {
    let mut rest = key;
    loop {
        let readings = lexicon::lookup(rest);
        let agency = |entry: &&lexicon::Entry| entry.kind == Kind::Organization && entry.class == "agency";
        if let Some(entry) = readings.iter().find(agency) {
            return Some(entry.name);
        }
        let (first, after) = rest.split_once(' ')?;
        rest = BEFORE.contains(&first).then_some(after)?;
    }
}

/// «وكالات» and the like, as the lexicon of what portals write has them.
fn several(key: &str) -> Option<&'static str> {
    let readings = lexicon::lookup(key);
    let agency = |entry: &&lexicon::Entry| entry.kind == Kind::Portal && entry.class == "agency";
    readings.iter().find(agency).map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Format, segment};

    #[test]
    fn an_agency_is_named_by_its_credit_and_by_nothing_else() {
        let cases = [
            (
                "بيروت (رويترز) - أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.",
                Some("رويترز"),
            ),
            (
                "القاهرة - وكالة رويترز: أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.",
                Some("رويترز"),
            ),
            (
                "ارتفاع أسعار القمح\nروما - (أ ف ب): ارتفعت أسعار القمح في الأسواق العالمية خلال الشهر الماضي.",
                Some("فرانس برس"),
            ),
            (
                "باريس – أ.ف.ب – أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.",
                Some("فرانس برس"),
            ),
            (
                "أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.\nوقال مدير المرفأ رامي الخطيب إن العمل يعود غدا إلى الأرصفة كلها بعد أن يفحص المهندسون الرافعات. (د ب أ)",
                Some("د ب أ"),
            ),
            (
                "أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.\nوقال مدير المرفأ رامي الخطيب إن العمل يعود غدا إلى الأرصفة كلها بعد أن يفحص المهندسون الرافعات. (وكالات).",
                Some("وكالات"),
            ),
            (
                "أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.\nوقال مدير المرفأ رامي الخطيب إن العمل يعود غدا إلى الأرصفة كلها بعد أن يفحص المهندسون الرافعات. (وكالات، رويترز).",
                Some("رويترز"),
            ),
            (
                "أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.\nالمصدر: رويترز",
                Some("رويترز"),
            ),
            (
                "أغلقت السلطات مرفأ المدينة صباح اليوم بعد عاصفة قوية ضربت الساحل الشمالي.\nوكالات",
                Some("وكالات"),
            ),
            // What an agency reported is not its own text.
            ("نقلت وكالة رويترز عن مسؤول أن السلطات أغلقت المرفأ اليوم.", None),
            ("أغلقت السلطات المرفأ (شرق المدينة) اليوم.", None),
        ];
        for (body, expected) in cases {
            let text = format!("إغلاق مرفأ في المدينة\n{body}\n");
            let found = agency(&text, &segment(&text, Format::Text), 0);
            assert_eq!(found, expected, "{body}");
        }
    }
}
