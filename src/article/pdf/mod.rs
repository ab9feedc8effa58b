//! PDF: the text of its pages, put into lines, paragraphs and the order of reading.
//!
//! A PDF paints glyphs; where they stand is all that it says of lines, columns and direction. A program outside the core (pdf.js, in the
//! page) takes the runs of glyphs out, and hands them over as JSON: `{ "warraq-pdf": 1, "pages": [[[text, x, y, width, size], …], …] }`, in
//! points from the lower left corner of the page. In: that. Out: [`Page`], a paragraph a line, marked where it is set larger than the text.
//! [`lines`] puts runs into lines, [`order`] the letters of a line where they stand backwards.

use serde::Deserialize;

use super::html::Page;
use super::line::Mark;
use crate::error::Notice;

mod lines;
mod order;

/// A run of glyphs: its text, the left end of its base line, its width and the size of its font, in points.
#[derive(Clone, Debug, Deserialize)]
struct Run(String, f32, f32, f32, f32);

#[derive(Debug, Default, Deserialize)]
struct Layout {
    pages: Vec<Vec<Run>>,
}

/// Runs on a page that are read at most: nobody sets more.
const MOST_RUNS: usize = 20_000;
/// What is set so much larger than the text is a headline.
const HEADLINE: f32 = 1.2;
/// Fewest words of a text whose direction is seen.
const FEW: usize = 5;

/// Reads a layout; one that is none, or has no text, gives an empty page.
pub(super) fn read(layout: &str) -> (Page, Vec<Notice>) {
    let layout: Layout = serde_json::from_str(layout).unwrap_or_default();
    let mut lines: Vec<lines::Line> = Vec::new();
    for (number, mut runs) in layout.pages.into_iter().enumerate() {
        runs.truncate(MOST_RUNS);
        lines.extend(lines::lines(runs, number));
    }
    let mut notices = Vec::new();
    match order::judge(lines.iter().map(|line| line.text.as_str())) {
        order::Order::Reading => {}
        order::Order::Seen => {
            for line in &mut lines {
                line.text = order::reversed(&line.text);
            }
            notices.push(notice(
                "reordered",
                "its letters stood in the order in which they are seen, last first, and were put back",
            ));
        }
        order::Order::Mixed => notices.push(notice(
            "visual-order",
            "some of its letters seem to stand in the order in which they are seen, last first: compare it with the PDF",
        )),
    }
    let mut page = Page::default();
    let usual = lines::usual_size(&lines);
    for (text, size) in lines::paragraphs(&lines) {
        let text = order::brackets(text);
        let large = size > usual * HEADLINE && text.split(' ').count() <= 40;
        let first = !page.marks.contains(&Mark::Title);
        page.push(
            &text,
            match (large, first) {
                (true, true) => Mark::Title,
                (true, false) => Mark::Heading,
                (false, _) => Mark::None,
            },
        );
    }
    (page, notices)
}

fn notice(code: &'static str, message: &str) -> Notice {
    Notice {
        code,
        message: message.to_string(),
    }
}

#[cfg(test)]
mod tests;
