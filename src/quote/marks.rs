//! Quotation marks in pairs: «», “”, "", '', the wrong-way ones («”لقد»), marks inside marks, and the one that never closes.

use crate::order;
use crate::span::Span;

/// What stands between a pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Bytes, marks left out.
    pub span: Span,
    /// Whether the closing mark is there.
    pub closed: bool,
}

impl Marked {
    pub(super) fn shift(self, offset: u32) -> Self {
        Marked {
            span: self.span.shift(offset),
            ..self
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// The neighbours do not tell: closes what is open, else opens.
    Either,
}

/// Marks that belong together, whatever way round they are written.
fn family(c: char) -> Option<u8> {
    match c {
        '«' | '»' => Some(0),
        '“' | '”' | '„' | '‟' | '"' | '＂' => Some(1),
        '‘' | '’' | '\'' | '‚' => Some(2),
        '‹' | '›' => Some(3),
        _ => None,
    }
}

/// The outermost pairs in a paragraph, in order. What one opens and nothing closes runs to the paragraph's end.
pub(super) fn pairs(text: &str) -> Vec<Marked> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut found: Vec<Marked> = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        if let Some(family) = family(c) {
            let depth = open.iter().rposition(|(f, _)| *f == family);
            match (side(c, before, after, depth.is_some()), depth) {
                (Side::Open, _) | (Side::Either, None) => open.push((family, at + c.len_utf8())),
                (Side::Close | Side::Either, Some(depth)) => {
                    let start = open.get(depth).map_or(at, |(_, start)| *start);
                    open.truncate(depth);
                    found.push(Marked {
                        span: Span::new(start, at),
                        closed: true,
                    });
                }
                (Side::Close, None) => {}
            }
        }
        before = Some(c);
    }
    // A single apostrophe that never closes is an apostrophe.
    if let Some((_, start)) = open.iter().find(|(family, _)| *family != 2) {
        let end = text
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '،' | ','))
            .len();
        found.push(Marked {
            span: Span::new(*start, end.max(*start)),
            closed: false,
        });
    }
    outermost(found)
}

/// Which way a mark looks, from its shape where the shape is kept, and from its neighbours where writers mix them.
fn side(c: char, before: Option<char>, after: Option<char>, is_open: bool) -> Side {
    let space = |c: Option<char>| c.is_none_or(|c| c.is_whitespace());
    let opens_here = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, ':' | '(' | '[' | '،' | '-' | '–' | '\u{0640}' | '«' | '“')
    }) && !space(after);
    let ends = |c: char| {
        matches!(
            c,
            '.' | '،' | ',' | '؛' | '؟' | '!' | ')' | ']' | ':' | '»' | '”' | '"'
        )
    };
    let closes_here = !space(before) && after.is_none_or(|c| c.is_whitespace() || ends(c));
    match c {
        '«' | '‹' | '„' => Side::Open,
        '»' | '›' => Side::Close,
        '\'' | '’' | '‘' if !(opens_here || closes_here && is_open) => Side::Close,
        _ if opens_here && !closes_here => Side::Open,
        _ if closes_here && !opens_here => Side::Close,
        '“' if !is_open => Side::Open,
        '”' if is_open => Side::Close,
        _ => Side::Either,
    }
}

/// Drops pairs that lie inside another; a pair that never closes gives way to those inside it that do, but for its own start.
fn outermost(mut found: Vec<Marked>) -> Vec<Marked> {
    order::sort_by(&mut found, |a, b| {
        a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end))
    });
    let mut out: Vec<Marked> = Vec::new();
    for marked in found {
        if !out.last().is_some_and(|last| last.span.contains(marked.span)) {
            out.push(marked);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inside(text: &str) -> Vec<&str> {
        pairs(text).iter().map(|m| m.span.of(text)).collect()
    }

    #[test]
    fn marks_pair_whatever_way_they_are_written() {
        for (text, expected) in [
            ("قال: «نعم ولكن» ومضى", vec!["نعم ولكن"]),
            ("قال “نعم ولكن” ومضى", vec!["نعم ولكن"]),
            ("قال \"نعم ولكن\" ومضى", vec!["نعم ولكن"]),
            ("قال ”نعم ولكن“ ومضى", vec!["نعم ولكن"]),
            ("وأضاف”نعم رأينا ذلك.", vec!["نعم رأينا ذلك"]),
            (
                "قال: \"في مجموعة \"ألف\" ومنظمة \"باء\" معا\".",
                vec!["في مجموعة \"ألف\" ومنظمة \"باء\" معا"],
            ),
            (
                "نظرا لـ\"شراكة جديدة\"، وأشار إلى \"عهد جديد\".",
                vec!["شراكة جديدة", "عهد جديد"],
            ),
            ("حركة «ألف» وحركة «باء»", vec!["ألف", "باء"]),
            ("McDonald's مطعم", vec![]),
            ("قال 'نعم ولكن' ومضى", vec!["نعم ولكن"]),
            ("لا علامات هنا", vec![]),
        ] {
            assert_eq!(inside(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn pairs_lie_in_the_text_in_order_and_apart(text in "[«»“”\"' اب.:]{0,40}") {
            let found = pairs(&text);
            prop_assert!(found.iter().all(|m| text.get(m.span.range()).is_some()));
            prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        }
    }
}
