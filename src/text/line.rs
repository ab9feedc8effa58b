//! Lines: where each stands in a text, whichever way its file ends lines.

use crate::span::Span;

/// The lines of `text` in order, without their ends; spans are bytes in `text`. A line end at the very end opens no further line.
///
/// Ends are those of Unicode's newline guidelines (The Unicode Standard, section 5.8): LF, CR LF, a lone CR, vertical tab, form feed,
/// NEL U+0085, line separator U+2028 and paragraph separator U+2029.
///
/// ```
/// use warraq::text::lines;
/// let text = "عنوان\r\nمتن\u{2028}ختام\r";
/// let found: Vec<&str> = lines(text).map(|line| line.of(text)).collect();
/// assert_eq!(found, ["عنوان", "متن", "ختام"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(is_line_end).unwrap_or(rest.len());
        let line = Span::new(start, start + length);
        let end = rest.get(length..).unwrap_or_default();
        start += length + end_length(end);
        Some(line)
    })
}

/// Whether `c` ends a line, alone or as a part of CR LF.
#[must_use]
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

/// Bytes of the line end that `text` begins with.
fn end_length(text: &str) -> usize {
    if text.starts_with("\r\n") {
        return 2;
    }
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        lines(text).map(|line| line.of(text)).collect()
    }

    #[test]
    fn every_line_end_is_known() {
        for end in [
            "\n", "\r\n", "\r", "\u{000B}", "\u{000C}", "\u{0085}", "\u{2028}", "\u{2029}",
        ] {
            assert_eq!(
                cut(&format!("أول{end}{end}ثان{end}")),
                ["أول", "", "ثان"],
                "{end:?}"
            );
        }
    }

    #[test]
    fn nothing_has_no_line() {
        assert_eq!(cut(""), Vec::<&str>::new());
        assert_eq!(cut("\n"), [""]);
    }

    proptest! {
        #[test]
        fn lines_hold_everything_but_line_ends(text in "[ا\r\n\u{0085}\u{2028} a]{0,40}") {
            let joined: String = cut(&text).concat();
            let without: String = text.chars().filter(|c| !is_line_end(*c)).collect();
            prop_assert_eq!(joined, without);
        }
    }
}
