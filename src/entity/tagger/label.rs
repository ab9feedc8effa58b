//! Labels of tokens in the IOB2 scheme.

use crate::entity::EntityKind;

/// A token's label: outside of names, the beginning of one, or its continuation.
///
/// ```
/// use warraq::entity::{EntityKind, tagger::Label};
/// let label = Label::Begin(EntityKind::Person);
/// assert_eq!(label.name(), "B-PER");
/// assert_eq!(Label::index_of("B-PER").map(Label::from_index), Some(label));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// In no name.
    Outside,
    /// First token of a name.
    Begin(EntityKind),
    /// A later token of a name.
    Inside(EntityKind),
}

/// How many labels there are.
pub const LABELS: usize = 9;

const ALL: [(Label, &str); LABELS] = [
    (Label::Outside, "O"),
    (Label::Begin(EntityKind::Person), "B-PER"),
    (Label::Inside(EntityKind::Person), "I-PER"),
    (Label::Begin(EntityKind::Location), "B-LOC"),
    (Label::Inside(EntityKind::Location), "I-LOC"),
    (Label::Begin(EntityKind::Organization), "B-ORG"),
    (Label::Inside(EntityKind::Organization), "I-ORG"),
    (Label::Begin(EntityKind::Misc), "B-MISC"),
    (Label::Inside(EntityKind::Misc), "I-MISC"),
];

impl Label {
    /// The label with this number, 0 to 8; [`Label::Outside`] for any other.
    #[must_use]
    pub fn from_index(index: u8) -> Label {
        ALL.get(usize::from(index))
            .map_or(Label::Outside, |(label, _)| *label)
    }

    /// As CoNLL files write it: `B-PER`.
    #[must_use]
    pub fn name(self) -> &'static str {
        ALL.iter()
            .find(|(label, _)| *label == self)
            .map_or("O", |(_, name)| name)
    }

    /// The number of the label that CoNLL files write so, or `None`.
    #[must_use]
    pub fn index_of(name: &str) -> Option<u8> {
        ALL.iter().position(|(_, n)| *n == name).map(|n| n as u8)
    }
}

/// Whether label number `after` may stand after `before`: an I only after B or I of its kind.
#[inline]
#[must_use]
pub fn may_follow(before: usize, after: usize) -> bool {
    after == 0 || after % 2 == 1 || before == after || before + 1 == after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_agree() {
        for index in 0..LABELS as u8 {
            assert_eq!(Label::index_of(Label::from_index(index).name()), Some(index));
        }
        assert_eq!(Label::index_of("B-DATE"), None);
    }

    #[test]
    fn inside_follows_only_its_own_kind() {
        let index = |name| usize::from(Label::index_of(name).unwrap());
        assert!(may_follow(index("B-PER"), index("I-PER")));
        assert!(may_follow(index("I-PER"), index("I-PER")));
        assert!(!may_follow(index("B-LOC"), index("I-PER")));
        assert!(!may_follow(index("O"), index("I-ORG")));
        assert!(may_follow(index("I-ORG"), index("B-LOC")));
    }
}
