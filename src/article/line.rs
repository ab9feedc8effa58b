//! Lines: a text cut into its non-blank lines, with what the rules ask of each.

use super::{Format, Reason};
use crate::{
    span::Span,
    text::{self, fold::match_key_into},
};

/// What the source's markup says of a line; [`Mark::None`] in plain text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// The document's first-rank heading.
    Title,
    /// A heading of lower rank.
    Heading,
    /// A paragraph, a list item or a quotation of the article.
    Text,
    /// The caption of a picture.
    Caption,
    /// Left over by an extractor: not the article.
    Outside,
    /// Apart from the text, for this reason: no rule asks about it.
    Apart(Reason),
}

/// A non-blank line.
#[derive(Clone, Debug)]
pub struct Line<'t> {
    /// Bytes of the document's text, white space at both ends left out.
    pub span: Span,
    /// The line's words and marks without bullet or Markdown marks, inside `span`.
    pub content: Span,
    /// The characters of `content`.
    pub text: &'t str,
    /// Its words, folded.
    pub words: Vec<String>,
    /// The words joined by single spaces: equal keys say the same.
    pub key: String,
    /// Blank lines before it.
    pub gap: u32,
    /// Whether it opens with a bullet.
    pub bullet: bool,
    /// What the markup says.
    pub mark: Mark,
}

impl<'t> Line<'t> {
    /// The line at `span` of `text`; `None` where it is blank.
    pub fn new(text: &'t str, span: Span, gap: u32, format: Format) -> Option<Self> {
        let raw = span.of(text);
        let inner = raw.trim_matches(is_blank);
        if inner.is_empty() {
            return None;
        }
        let start = span.start as usize + (raw.len() - raw.trim_start_matches(is_blank).len());
        let (content, bullet, mark) = match format {
            Format::Markdown => markdown(inner),
            _ => plain(inner),
        };
        let offset = start + (content.as_ptr() as usize - inner.as_ptr() as usize);
        let words = words(content);
        Some(Line {
            span: Span::new(start, start + inner.len()),
            content: Span::new(offset, offset + content.len()),
            text: content,
            key: words.join(" "),
            words,
            gap,
            bullet,
            mark,
        })
    }

    /// The last character that is no closing bracket or quotation mark.
    pub fn last(&self) -> Option<char> {
        self.text
            .chars()
            .rev()
            .find(|c| !c.is_whitespace() && !is_closing(*c))
    }

    /// Whether it ends as a sentence does.
    pub fn ends_sentence(&self) -> bool {
        matches!(self.last(), Some('.' | '۔' | '؛')) && !self.text.trim_end().ends_with("..")
    }

    /// Why it is apart from the text, where it is.
    pub fn apart(&self) -> Option<Reason> {
        match self.mark {
            Mark::Apart(reason) => Some(reason),
            _ => None,
        }
    }

    /// Leaves of its content only `part` of it, which is `mark`.
    pub fn narrow(&mut self, part: &'t str, mark: Mark) {
        let offset = self.content.start as usize + (part.as_ptr() as usize - self.text.as_ptr() as usize);
        self.content = Span::new(offset, offset + part.len());
        self.text = part;
        self.words = words(part);
        self.key = self.words.join(" ");
        self.mark = mark;
    }

    /// Whether it reads as running text rather than as a headline or a label.
    pub fn is_prose(&self) -> bool {
        let n = self.words.len();
        let commas = self.text.matches(['،', ',']).count();
        let ends = self.ends_sentence();
        match self.mark {
            Mark::Text => true,
            Mark::Title | Mark::Heading | Mark::Caption | Mark::Outside | Mark::Apart(_) => false,
            Mark::None => {
                (ends && n >= 4)
                    || n >= 20
                    || (n >= 12 && (commas >= 2 || self.text.contains(". ")))
                    || (n >= 8 && self.text.trim_end().ends_with(':'))
            }
        }
    }
}

/// Cuts a text into its non-blank lines.
pub fn lines(text: &str, format: Format) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut gap = 0;
    for span in text::lines(text) {
        match Line::new(text, span, gap, format) {
            Some(line) => {
                found.push(line);
                gap = 0;
            }
            None => gap += 1,
        }
    }
    found
}

/// The folded words of a text: runs of letters, digits and marks.
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for part in text.split(|c: char| !is_word_char(c)) {
        match_key_into(part, &mut word);
        if !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
    }
    found
}

fn is_word_char(c: char) -> bool {
    // The usual letters first: the general test reads a table.
    matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | 'a'..='z' | 'A'..='Z' | '0'..='9')
        || (!matches!(c, ' '..='/') && c.is_alphanumeric())
        || matches!(c, '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
        || matches!(c, '\u{200C}' | '\u{200D}')
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '»' | '”' | '’' | '“' | '›' | ')' | ']' | '*' | '_'
    ) || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202C}')
}

const BULLETS: [char; 12] = ['•', '·', '●', '▪', '■', '◾', '◦', '‣', '►', '▶', '○', '–'];

/// Plain text: a bullet before the words.
fn plain(line: &str) -> (&str, bool, Mark) {
    let rest = line.trim_start_matches(BULLETS);
    let rest = if rest.len() == line.len() {
        ["- ", "* ", "— "]
            .iter()
            .find_map(|mark| line.strip_prefix(mark))
            .unwrap_or(line)
    } else {
        rest
    };
    let content = rest.trim_start_matches(is_blank);
    if content.is_empty() || content.len() == line.len() {
        (line, false, Mark::None)
    } else {
        (content, true, Mark::None)
    }
}

/// Markdown: the marks of headings, quotations, lists, pictures and of a line all in emphasis.
fn markdown(line: &str) -> (&str, bool, Mark) {
    let rank = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&rank) && line.get(rank..).is_some_and(|rest| rest.starts_with(' ')) {
        let content = line.trim_matches('#').trim();
        let mark = if rank == 1 { Mark::Title } else { Mark::Heading };
        return (content, false, mark);
    }
    let picture = line
        .strip_prefix("![")
        .and_then(|rest| rest.split_once("]("))
        .filter(|(caption, target)| target.ends_with(')') && !caption.is_empty());
    if let Some((caption, _)) = picture {
        return (caption, false, Mark::Caption);
    }
    if let Some(rest) = line.strip_prefix("> ") {
        return (rest.trim_start(), false, Mark::Text);
    }
    let (content, bullet, mark) = plain(line);
    let inner = content
        .trim_start_matches(['*', '_'])
        .trim_end_matches(['*', '_']);
    let whole = content.len() - inner.len() >= 2 && !inner.contains(['*', '_']);
    (if whole { inner } else { content }, bullet, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_gaps_and_ends() {
        let text = "عنوان\r\n\r\nفقرة أولى.\n\n\n  • قائمة  \r\n";
        let seen: Vec<_> = lines(text, Format::Text)
            .iter()
            .map(|l| (l.span.of(text), l.text, l.gap, l.bullet))
            .collect();
        assert_eq!(
            seen,
            [
                ("عنوان", "عنوان", 0, false),
                ("فقرة أولى.", "فقرة أولى.", 1, false),
                ("• قائمة", "قائمة", 2, true)
            ]
        );
    }

    #[test]
    fn markdown_marks_are_outside_the_content() {
        let seen: Vec<_> = [
            "# عنوان",
            "## فرع",
            "![صورة](a.jpg)",
            "*كتب: سامي*",
            "- بند",
            "> قول",
        ]
        .map(|line| {
            let line = lines(line, Format::Markdown).remove(0);
            (line.text.to_string(), line.mark)
        })
        .to_vec();
        assert_eq!(
            seen,
            [
                ("عنوان".into(), Mark::Title),
                ("فرع".into(), Mark::Heading),
                ("صورة".into(), Mark::Caption),
                ("كتب: سامي".into(), Mark::None),
                ("بند".into(), Mark::None),
                ("قول".into(), Mark::Text)
            ]
        );
    }
}
