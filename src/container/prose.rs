//! The text of a word processor's document, built while its XML is gone through: paragraphs, tables, notes.

use crate::article::{Mark, Marked};

/// Text being gathered. What is opened must be closed; paragraphs may stand inside others, as text boxes do.
#[derive(Default)]
pub(super) struct Prose {
    /// The paragraphs that are open, the innermost last.
    open: Vec<Paragraph>,
    /// The rows of tables that are open, each with its cells' paragraphs.
    rows: Vec<Vec<Vec<Paragraph>>>,
    /// How many notes are open.
    notes: usize,
    body: Vec<Paragraph>,
    noted: Vec<Paragraph>,
}

struct Paragraph {
    text: String,
    mark: Mark,
}

impl Prose {
    pub fn start_paragraph(&mut self, mark: Mark) {
        self.open.push(Paragraph {
            text: String::new(),
            mark,
        });
    }

    /// Says what the innermost open paragraph is.
    pub fn mark(&mut self, mark: Mark) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.mark = mark;
        }
    }

    /// Makes the innermost open paragraph a list's item.
    pub fn item(&mut self) {
        if let Some(paragraph) = self.open.last_mut()
            && paragraph.text.is_empty()
        {
            paragraph.text.push_str("• ");
        }
    }

    pub fn text(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    pub fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        let place = match self.rows.last_mut().and_then(|row| row.last_mut()) {
            _ if self.notes > 0 => &mut self.noted,
            Some(cell) => cell,
            None => &mut self.body,
        };
        place.push(paragraph);
    }

    pub fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub fn start_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Ends a row: one line where each cell has one, and else the paragraphs of its cells one after the other, as they stand in a table
    /// that only lays out a page.
    pub fn end_row(&mut self) {
        let Some(mut cells) = self.rows.pop() else {
            return;
        };
        cells
            .iter_mut()
            .for_each(|cell| cell.retain(|p| !p.text.trim().is_empty()));
        cells.retain(|cell| !cell.is_empty());
        let place = match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell,
            None => &mut self.body,
        };
        if cells.len() > 1 && cells.iter().all(|cell| cell.len() == 1) {
            let texts: Vec<&str> = cells.iter().flatten().map(|p| p.text.trim()).collect();
            place.push(Paragraph {
                text: texts.join(" | "),
                mark: Mark::None,
            });
        } else {
            place.extend(cells.into_iter().flatten());
        }
    }

    pub fn start_note(&mut self) {
        self.notes += 1;
    }

    pub fn end_note(&mut self) {
        self.notes = self.notes.saturating_sub(1);
    }

    /// All of it, the notes at the end; a heading that comes before all else is the headline.
    pub fn finish(self) -> Marked {
        let mut marked = Marked::default();
        let mut first = true;
        for paragraph in self.body {
            let blank = paragraph.text.trim().is_empty();
            let opens = first && paragraph.mark == Mark::Heading;
            marked.push(&paragraph.text, if opens { Mark::Title } else { paragraph.mark });
            first &= blank;
        }
        if !self.noted.is_empty() {
            marked.push("", Mark::None);
        }
        for note in self.noted {
            marked.push(note.text.trim_start_matches("• "), Mark::Text);
        }
        marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(prose: &mut Prose, text: &str, mark: Mark) {
        prose.start_paragraph(mark);
        prose.text(text);
        prose.end_paragraph();
    }

    #[test]
    fn tables_and_notes_find_their_place() {
        let mut prose = Prose::default();
        paragraph(&mut prose, "عنوان", Mark::Heading);
        prose.start_note();
        paragraph(&mut prose, "حاشية", Mark::None);
        prose.end_note();
        prose.start_row();
        for cell in ["المدينة", "", "السكان"] {
            prose.start_cell();
            paragraph(&mut prose, cell, Mark::None);
        }
        prose.end_row();
        prose.start_row();
        prose.start_cell();
        paragraph(&mut prose, "فقرة أولى.", Mark::None);
        paragraph(&mut prose, "فقرة ثانية.", Mark::None);
        prose.end_row();
        let marked = prose.finish();
        assert_eq!(
            marked.text,
            "عنوان\nالمدينة | السكان\nفقرة أولى.\nفقرة ثانية.\n\nحاشية\n"
        );
        assert_eq!(marked.marks.first(), Some(&Mark::Title));
    }
}
