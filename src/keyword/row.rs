//! Rows: what one document counts, as numbers of the forms of a [`Table`](super::Table).

use std::collections::HashSet;

/// The forms of a document's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Ids, ascending, each as often as it stands in the document: most stand there once, so that this is half as long as pairs of a form
    /// and its count.
    forms: Box<[u32]>,
}

impl Row {
    /// A row of the forms of all words, in any order.
    pub(super) fn of(mut forms: Vec<u32>) -> Self {
        forms.sort_unstable();
        Row { forms: forms.into() }
    }

    /// Words of the document.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.forms.len() as u32
    }

    /// Each form once, ascending, and how often it stands there.
    pub(super) fn counts(&self) -> impl Iterator<Item = (u32, u32)> {
        let runs = self.forms.chunk_by(|a, b| a == b);
        runs.filter_map(|run| Some((*run.first()?, run.len() as u32)))
    }

    /// Whether the document has one of these forms.
    #[must_use]
    pub fn has_any(&self, forms: &HashSet<u32>) -> bool {
        self.forms.iter().any(|form| forms.contains(form))
    }

    /// The ids, to be given anew in the same order.
    pub(super) fn ids_mut(&mut self) -> &mut [u32] {
        &mut self.forms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_counted_once() {
        let row = Row::of(vec![4, 1, 4, 9, 4]);
        assert_eq!(row.words(), 5);
        assert_eq!(row.counts().collect::<Vec<_>>(), [(1, 1), (4, 3), (9, 1)]);
        assert!(row.has_any(&HashSet::from([9])) && !row.has_any(&HashSet::from([2])));
    }
}
