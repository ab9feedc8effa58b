//! Lines of which the file itself says what they are: headings of a document, the headline's cell of a table.

use super::line::{Mark, is_blank};
use crate::text;

/// Text made line by line, with a mark for each line that is not blank.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked {
    /// The lines, each with its end.
    pub text: String,
    /// A mark for each non-blank line.
    pub marks: Vec<Mark>,
}

impl Marked {
    /// Appends a paragraph; line ends inside it part it into lines of the same mark. A blank one stands as a blank line.
    pub fn push(&mut self, paragraph: &str, mark: Mark) {
        if paragraph.trim_matches(is_blank).is_empty() {
            self.text.push('\n');
            return;
        }
        for line in text::lines(paragraph) {
            let line = line.of(paragraph).trim_matches(is_blank);
            if !line.is_empty() {
                self.text.push_str(line);
                self.marks.push(mark);
            }
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_mark() {
        let mut marked = Marked::default();
        marked.push(" فقرة\u{2028} \nوبقيتها ", Mark::Text);
        marked.push("  ", Mark::None);
        assert_eq!(marked.text, "فقرة\n\nوبقيتها\n\n");
        assert_eq!(marked.marks, [Mark::Text, Mark::Text]);
    }
}
