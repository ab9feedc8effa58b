//! Wording: what a line says of itself by its phrases and marks, wherever it stands.
//!
//! The phrases are rows of kind PORTAL in the lexicon; their class says what a line of them is.

use super::{
    line::{Line, words},
    published,
};
use crate::lexicon::{self, Kind, Walk, background};

/// What a line says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Buttons that share the page.
    Share,
    /// Other parts of the page's machinery: print, font size, minutes of reading.
    Widget,
    /// An entry of the site's menu.
    Menu,
    /// The name of a section: «اقتصاد».
    Section,
    /// The way to the page: «الرئيسية / اقتصاد».
    Breadcrumb,
    /// Opens a list of other articles, or names one right here.
    Related,
    /// Opens the readers' comments.
    Comments,
    /// Asks to subscribe, follow or click.
    Call,
    /// Rights and makers of the site.
    Copyright,
    /// The publisher's key words.
    Tags,
    /// «المصدر: …».
    Source,
    /// The name of an agency alone.
    Agency,
    /// «كتب: …».
    Author,
    /// When the story was published or changed.
    Date,
    /// A time stamp in a live blog.
    Stamp,
    /// The caption or credit of a picture.
    Caption,
    /// Nothing: no letters in it.
    Silent,
}

/// A line's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'t> {
    /// What the line says it is.
    pub said: Said,
    /// What follows the label, trimmed of marks: the source's name, the tags.
    pub rest: &'t str,
}

/// What a line says of itself; `None` where it says nothing.
#[must_use]
pub fn wording<'t>(line: &Line<'t>) -> Option<Wording<'t>> {
    let bare = |said| Some(Wording { said, rest: "" });
    if !line.text.chars().any(char::is_alphabetic) && !dated(line) {
        return bare(Said::Silent);
    }
    if line.text.split_whitespace().all(|word| word.starts_with('#')) {
        return Some(Wording {
            said: Said::Tags,
            rest: line.text,
        });
    }
    if let Some(said) = time(line) {
        return bare(said);
    }
    covered(line)
        .or_else(|| labelled(line))
        .or_else(|| opening(line).and_then(bare))
        .or_else(|| caption(line).then_some(Said::Caption).and_then(bare))
        .or_else(|| breadcrumb(line).then_some(Said::Breadcrumb).and_then(bare))
}

fn dated(line: &Line<'_>) -> bool {
    line.words.len() <= 12 && published::read(line.text).dated
}

/// A line that is only a date, a time, or an age such as «منذ ساعتين».
fn time(line: &Line<'_>) -> Option<Said> {
    const UNITS: [&str; 16] = [
        "ثانيه",
        "ثوان",
        "ثواني",
        "دقيقه",
        "دقيقتين",
        "دقايق",
        "ساعه",
        "ساعتين",
        "ساعات",
        "يوم",
        "يومين",
        "ايام",
        "اسبوع",
        "اسبوعين",
        "اسابيع",
        "شهر",
    ];
    let n = line.words.len();
    if n > 24 {
        return None;
    }
    if let [first, rest @ ..] = line.words.as_slice() {
        let unit = rest.iter().any(|word| UNITS.contains(&word.as_str()));
        if unit && n <= 4 && lexicon::any(first, |e| e.kind == Kind::Portal && e.class == "ago") {
            return Some(Said::Stamp);
        }
    }
    let reading = published::read(line.text);
    if !reading.dated {
        return None;
    }
    let labelled =
        reading.others <= 4 && n <= 16 && matches!(phrase(&line.words), Some((1.., "published" | "updated")));
    if reading.published.is_some() && credited_day(line, reading.others) {
        return Some(Said::Date);
    }
    let parts = line
        .words
        .iter()
        .filter(|w| !w.bytes().all(|b| b.is_ascii_digit()))
        .count();
    match reading.others {
        0 if parts == 0 && reading.published.is_none() => Some(Said::Stamp),
        0 => Some(Said::Date),
        _ if labelled && line.text.contains([':', '|']) => Some(Said::Date),
        _ => None,
    }
}

/// «عمان في 21 حزيران 2024 (بترا)»: an agency's line of place, day and itself; `others` are the words beside the day.
fn credited_day(line: &Line<'_>, others: usize) -> bool {
    let bracket = line
        .text
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    bracket.is_some_and(|(_, inside)| {
        let agency = words(inside);
        press(Some(&agency)) && others <= agency.len() + 2
    })
}

/// The longest portal phrase that `words` begin with: how many words, and its class.
pub(super) fn phrase(words: &[String]) -> Option<(usize, &'static str)> {
    let mut walk = Walk::new();
    let mut found = None;
    for (i, word) in words.iter().enumerate() {
        if !walk.feed(word) {
            break;
        }
        let class = walk
            .entries()
            .iter()
            .find(|e| e.kind == Kind::Portal)
            .map(|e| e.class);
        found = class.map(|class| (i + 1, class)).or(found);
    }
    found
}

/// A line that portal phrases cover from end to end; numbers count as covered.
fn covered<'t>(line: &Line<'t>) -> Option<Wording<'t>> {
    let mut classes: Vec<&str> = Vec::new();
    let mut rest = line.words.as_slice();
    while let Some(word) = rest.first() {
        let n = if word.bytes().all(|b| b.is_ascii_digit()) {
            1
        } else {
            let (n, class) = phrase(rest)?;
            classes.push(class);
            n
        };
        rest = rest.get(n..)?;
    }
    let all = |set: &[&str]| classes.iter().all(|class| set.contains(class));
    let said = match classes.as_slice() {
        ["author", "agency"] | ["source", ..] => Said::Source,
        ["related"] | ["related", "section"] => Said::Related,
        ["comments", ..] => Said::Comments,
        ["tags"] => Said::Tags,
        ["agency", ..] if all(&["agency"]) => Said::Agency,
        ["photo", ..] if all(&["photo", "agency"]) => Said::Caption,
        ["call", ..] => Said::Call,
        ["copyright", ..] => Said::Copyright,
        ["section"] => Said::Section,
        _ if all(&["section"]) && breadcrumb(line) => Said::Breadcrumb,
        _ if all(&["share", "published", "source"]) => Said::Share,
        ["menu"] => Said::Menu,
        ["menu", ..] if breadcrumb(line) => Said::Breadcrumb,
        _ if all(&["menu", "section"]) => Said::Menu,
        _ if all(&[
            "share", "menu", "widget", "section", "related", "comments", "agency",
        ]) =>
        {
            Said::Widget
        }
        _ => return None,
    };
    let label = matches!(said, Said::Source).then_some(phrase(&line.words)?.0);
    Some(Wording {
        said,
        rest: label.map_or("", |n| after(line.text, n).1),
    })
}

/// A line that opens with a label and a colon or dash: «المصدر: …».
fn labelled<'t>(line: &Line<'t>) -> Option<Wording<'t>> {
    let (n, class) = phrase(&line.words)?;
    let (mark, rest) = after(line.text, n);
    let length = line.words.len() - n;
    let colon = mark == Some(':');
    let dash = matches!(mark, Some('-' | '–' | '—' | '|' | '/'));
    let said = match class {
        "source" if colon && length <= 12 => Said::Source,
        "tags" if colon || mark == Some('#') => Said::Tags,
        "author" if (colon || dash) && (1..=8).contains(&length) && !line.ends_sentence() => Said::Author,
        "photo" if colon && length <= 14 => Said::Caption,
        "related" if colon || mark == Some('.') || (dash && n > 1) => Said::Related,
        "comments" if colon || matches!(mark, Some('(')) => Said::Comments,
        // «شارك: …» and the like only with what is shared on.
        "widget" if colon && length <= 2 => Said::Widget,
        _ => return None,
    };
    Some(Wording { said, rest })
}

/// Appeals and rights: known by how they begin, wherever they end.
fn opening(line: &Line<'_>) -> Option<Said> {
    let n = line.words.len();
    if n <= 25 && line.text.contains(['©', '®']) {
        return Some(Said::Copyright);
    }
    match phrase(&line.words) {
        Some((_, "call")) if n <= 40 => return Some(Said::Call),
        Some((_, "copyright")) if n <= 60 => return Some(Said::Copyright),
        // «اقرأ أيضا» before a headline without any mark between.
        Some((2.., "related")) if n <= 20 && !line.ends_sentence() => return Some(Said::Related),
        _ => {}
    }
    let inside = |class| {
        (0..n).any(|i| {
            line.words
                .get(i..)
                .and_then(phrase)
                .is_some_and(|(m, c)| c == class && m >= 3)
        })
    };
    (n <= 16 && inside("copyright")).then_some(Said::Copyright)
}

/// The first visible mark after the first `n` words, and what follows it, trimmed of marks.
fn after(text: &str, n: usize) -> (Option<char>, &str) {
    let mut seen = 0;
    let mut inside = false;
    let mut end = text.len();
    for (i, c) in text.char_indices() {
        let word = !words(c.encode_utf8(&mut [0; 4])).is_empty();
        if inside && !word && !is_mark(c) {
            seen += 1;
            if seen == n {
                end = i;
                break;
            }
        }
        inside = word || (inside && is_mark(c));
    }
    let tail = text.get(end..).unwrap_or_default();
    let mark = tail
        .chars()
        .find(|c| !c.is_whitespace())
        .filter(|c| !c.is_alphanumeric());
    let rest = tail
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '«' | '“' | '#'))
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '،' | ',' | '|' | '/' | '-'));
    (mark, rest)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

/// A caption by its credit: «… (رويترز)», «… - أرشيفية», «Name / Agency».
fn caption(line: &Line<'_>) -> bool {
    let n = line.words.len();
    if n > 40 {
        return false;
    }
    let text = line.text.trim_end_matches(['.', ' ']);
    let credit = |part: &str| {
        let part = words(part);
        !part.is_empty()
            && part.len() <= 8
            && (0..part.len()).any(|i| {
                part.get(i..)
                    .and_then(phrase)
                    .is_some_and(|(_, class)| matches!(class, "agency" | "photo"))
                    || press(part.get(i..))
            })
    };
    if let Some((before, inside)) = text
        .strip_suffix([')', ']'])
        .and_then(|t| t.rsplit_once(['(', '[']))
    {
        // A bracket after a whole sentence credits the report, not a picture.
        let sentence = before.trim_end().ends_with(['.', '"', '»', '”']) && n > 14;
        if credit(inside) && !sentence && !goes_on(&line.words) && n > 1 {
            return true;
        }
    }
    let tail = text
        .rsplit(['/', '|', '-', '–', '—', '،', '"', '©'])
        .next()
        .unwrap_or_default();
    let latin = text.chars().filter(|c| c.is_ascii_alphabetic()).count() * 2
        > text.chars().filter(|c| c.is_alphabetic()).count();
    tail.len() < text.len()
        && !line.ends_sentence()
        && match phrase(&words(tail)) {
            Some((m, "photo")) => m == words(tail).len(),
            Some((m, "agency")) => m == words(tail).len() && (latin || n > 6),
            _ => latin && n <= 8 && text.contains(" / "),
        }
}

/// «وأضاف المصدر أن الطريق أغلق (وكالات)»: a sentence that goes on from the one before, as no caption does.
fn goes_on(words: &[String]) -> bool {
    let joined = words.first().and_then(|word| word.strip_prefix('و'));
    joined.is_some_and(|word| {
        background::takes_article(word) == Some(false) || lexicon::any(word, |e| e.kind == Kind::Say)
    })
}

/// Whether the words name a press agency or paper that the other lexicons know.
fn press(words: Option<&[String]>) -> bool {
    let key = words.unwrap_or_default().join(" ");
    lexicon::any(&key, |e| {
        e.kind == Kind::Organization && matches!(e.class, "agency" | "paper" | "channel") && !e.ambiguous
    })
}

/// «الرئيسية / اقتصاد / فلاحة»: short parts between signs of a way.
fn breadcrumb(line: &Line<'_>) -> bool {
    let strong = [" > ", " » ", " › ", " >> ", "←"];
    let weak = [" / ", " | ", " • ", " - "];
    let known =
        |part: &str| matches!(phrase(&words(part)), Some((n, "menu" | "section")) if n == words(part).len());
    let parts_by = |mark: &str| -> Vec<&str> {
        line.text
            .split(mark)
            .filter(|part| !part.trim().is_empty())
            .collect()
    };
    let short = |parts: &[&str]| parts.len() >= 2 && parts.iter().all(|part| words(part).len() <= 4);
    strong
        .iter()
        .any(|mark| line.text.contains(mark) && short(&parts_by(mark)))
        || weak.iter().any(|mark| {
            let parts = parts_by(mark);
            short(&parts) && parts.first().is_some_and(|part| known(part))
        })
}
