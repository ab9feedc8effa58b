//! Runs of glyphs put into lines, in the order in which columns and lines are read, and lines into paragraphs.

use super::Run;
use super::order::is_arabic;
use crate::order;
use crate::text::fold::presentation;

/// A line of a column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    page: usize,
    left: f32,
    right: f32,
    y: f32,
    size: f32,
    /// The column's left end.
    margin: f32,
}

/// A white strip this many times as wide as the letters are high parts columns.
const GUTTER: f32 = 1.5;
/// The strip is nowhere narrower, in points.
const NARROW: f32 = 6.0;
/// Farther from the middle of a page than any text, in points.
const OUTSIDE: f32 = 1e6;
/// Lines on either side of a strip that make it one.
const COLUMN_LINES: usize = 4;
/// Runs this part of the letters' height apart have a space between them.
const SPACE: f32 = 0.2;
/// Columns in columns at most.
const DEEPEST: usize = 8;

/// The lines of a page.
pub(super) fn lines(mut runs: Vec<Run>, page: usize) -> Vec<Line> {
    runs.retain(|run| [run.1, run.2, run.3, run.4].iter().all(|n| n.is_finite()));
    // A space without width is none.
    runs.retain(|run| run.3 > 0.0 || !run.0.trim().is_empty());
    let mut rows: Vec<Vec<Run>> = Vec::new();
    order::sort_by(&mut runs, |a, b| b.2.total_cmp(&a.2));
    for run in runs {
        let near = |row: &Vec<Run>| {
            row.last()
                .is_some_and(|last| (last.2 - run.2).abs() <= last.4.max(run.4) * 0.4)
        };
        match rows.last_mut().filter(|row| near(row)) {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    let mut found = Vec::new();
    columns(rows, page, DEEPEST, &mut found);
    found
}

/// Reads rows column by column, the right one first; what stands above and below the columns is read before and after them.
fn columns(rows: Vec<Vec<Run>>, page: usize, depth: usize, found: &mut Vec<Line>) {
    let Some((from, to, strip)) = (depth > 0).then(|| gutter(&rows)).flatten() else {
        let margin = rows.iter().flatten().map(|run| run.1).fold(f32::MAX, f32::min);
        found.extend(rows.into_iter().filter_map(|row| line(row, page, margin)));
        return;
    };
    let (mut above, mut right, mut left, mut below) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, row) in rows.into_iter().enumerate() {
        if at < from {
            above.push(row);
        } else if at >= to {
            below.push(row);
        } else {
            let (l, r): (Vec<Run>, Vec<Run>) = row.into_iter().partition(|run| run.1 + run.3 / 2.0 < strip);
            right.push(r);
            left.push(l);
        }
    }
    for mut part in [above, right, left, below] {
        part.retain(|row| !row.is_empty());
        columns(part, page, depth - 1, found);
    }
}

/// The rows that a white strip parts, and where it stands: the longest such.
fn gutter(rows: &[Vec<Run>]) -> Option<(usize, usize, f32)> {
    let gaps: Vec<Vec<(f32, f32)>> = rows.iter().map(|row| gaps(row)).collect();
    let mut best: Option<(usize, usize, f32)> = None;
    for (from, first) in gaps.iter().enumerate() {
        let inner = first
            .iter()
            .filter(|(left, right)| *left > -OUTSIDE && *right < OUTSIDE);
        for &(mut start, mut end) in inner {
            let mut to = from;
            let (mut on_left, mut on_right) = (0, 0);
            for row in gaps.get(from..).unwrap_or_default().iter().take(1000) {
                let narrowed = row
                    .iter()
                    .map(|(l, r)| (start.max(*l), end.min(*r)))
                    .find(|(l, r)| r - l >= NARROW);
                let Some((l, r)) = narrowed else { break };
                (start, end) = (l, r);
                to += 1;
                let here = rows.get(to - 1).map(Vec::as_slice).unwrap_or_default();
                on_left += usize::from(here.iter().any(|run| run.1 < start));
                on_right += usize::from(here.iter().any(|run| run.1 >= end));
            }
            let both = on_left >= COLUMN_LINES && on_right >= COLUMN_LINES;
            if both && best.is_none_or(|(f, t, _)| to - from > t - f) {
                best = Some((from, to, (start + end) / 2.0));
            }
        }
        if best.is_some_and(|(_, to, _)| to > from + COLUMN_LINES) {
            break;
        }
    }
    best
}

/// The white of a row that could part columns, its margins with it.
fn gaps(row: &[Run]) -> Vec<(f32, f32)> {
    let runs = row.iter().filter(|run| !run.0.trim().is_empty());
    let mut ends: Vec<(f32, f32, f32)> = runs.map(|run| (run.1, run.1 + run.3, run.4)).collect();
    order::sort_by(&mut ends, |a, b| a.0.total_cmp(&b.0));
    let mut found = Vec::new();
    let mut reach = -OUTSIDE;
    for (left, right, size) in ends {
        if left - reach >= size * GUTTER {
            found.push((reach, left));
        }
        reach = reach.max(right);
    }
    found.push((reach, OUTSIDE));
    found
}

/// The line that a row's runs make, read from the right where it is Arabic.
fn line(mut row: Vec<Run>, page: usize, margin: f32) -> Option<Line> {
    let arabic = row.iter().flat_map(|run| run.0.chars()).any(is_arabic);
    order::sort_by(&mut row, |a, b| match arabic {
        // By their middles: the second letter of a ligature has no width of its own.
        true => (b.1 + b.3 / 2.0).total_cmp(&(a.1 + a.3 / 2.0)),
        false => a.1.total_cmp(&b.1),
    });
    if arabic {
        turn_left_to_right(&mut row);
    }
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for run in &row {
        let apart = before.is_some_and(|last| {
            let gap = (run.1 - (last.1 + last.3)).max(last.1 - (run.1 + run.3));
            gap > run.4.max(last.4) * SPACE
        });
        if apart && !text.ends_with(' ') {
            text.push(' ');
        }
        for c in run.0.chars() {
            match presentation::letters_of(c) {
                Some(letters) => text.push_str(letters),
                None if c.is_whitespace() && text.ends_with(' ') => {}
                None if c.is_whitespace() => text.push(' '),
                None if c.is_control() => {}
                None => text.push(c),
            }
        }
        before = Some(run);
    }
    let text = text.trim().to_string();
    let left = row.iter().map(|run| run.1).fold(f32::MAX, f32::min);
    let right = row.iter().map(|run| run.1 + run.3).fold(f32::MIN, f32::max);
    let size = row.iter().map(|run| run.4).fold(0.0, f32::max);
    let y = row.first()?.2;
    (!text.is_empty()).then_some(Line {
        text,
        page,
        left,
        right,
        y,
        size,
        margin,
    })
}

/// In a row read from the right, puts runs of Latin words, and of a number's parts, back from left to right.
fn turn_left_to_right(row: &mut [Run]) {
    let latin = |run: &Run| run.0.chars().any(|c| c.is_alphabetic() && !is_arabic(c));
    let number = |run: &Run| run.0.chars().any(char::is_numeric) && !run.0.chars().any(char::is_alphabetic);
    let neutral = |run: &Run| !run.0.chars().any(char::is_alphanumeric);
    let mut at = 0;
    while at < row.len() {
        let first = row.get(at);
        let (words, digits) = (first.is_some_and(latin), first.is_some_and(number));
        let mut end = at + 1;
        if words || digits {
            for (next, run) in row.iter().enumerate().skip(at + 1) {
                if latin(run) && words || number(run) {
                    end = next + 1;
                } else if !(neutral(run) && (words || !run.0.contains(' '))) {
                    break;
                }
            }
        }
        row.get_mut(at..end).unwrap_or_default().reverse();
        at = end;
    }
}

/// The size that most letters have.
pub(super) fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines.iter().map(|line| (line.size, line.text.len())).collect();
    order::sort_by(&mut sizes, |a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut told = 0;
    let middle = sizes.iter().find(|(_, letters)| {
        told += letters;
        told > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

/// Lines joined into paragraphs, each with the size of its letters.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<(String, f32)> {
    let mut found: Vec<(String, f32)> = Vec::new();
    let mut pitches: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a.page == b.page && a.y > b.y => Some((a.y - b.y) / a.size.max(1.0)),
            _ => None,
        })
        .collect();
    order::sort_by(&mut pitches, f32::total_cmp);
    let pitch = pitches.get(pitches.len() / 3).copied().unwrap_or(1.5);
    let mut before: Option<&Line> = None;
    for line in lines {
        let goes_on = before.is_some_and(|last| {
            let same = (last.size - line.size).abs() <= last.size * 0.12;
            let near =
                last.page != line.page || last.y < line.y || last.y - line.y <= last.size * pitch * 1.3;
            // The line before reaches the end of its column, and this one begins at the beginning.
            let full = last.left - last.margin <= (last.right - last.margin) * 0.2;
            let ended = last.text.ends_with(['.', '؟', '!', ':']) && last.left - last.margin > last.size;
            same && near && full && !ended
        });
        match found.last_mut().filter(|_| goes_on) {
            Some((text, _)) => {
                text.push(' ');
                text.push_str(&line.text);
            }
            None => found.push((line.text.clone(), line.size)),
        }
        before = Some(line);
    }
    found
}
