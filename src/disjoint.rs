//! Disjoint sets: what belongs together, joined pair by pair (Galler and Fischer 1964).

/// Each item's parent; an item that is its own stands for its set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disjoint(Vec<usize>);

impl Disjoint {
    /// So many items, each a set of its own.
    pub(crate) fn of(items: usize) -> Self {
        Disjoint((0..items).collect())
    }

    /// Adds an item that is a set of its own; returns its number.
    pub(crate) fn push(&mut self) -> usize {
        self.0.push(self.0.len());
        self.0.len() - 1
    }

    /// The item that stands for the set; the path is halved on the way.
    pub(crate) fn root(&mut self, mut item: usize) -> usize {
        while let Some(up) = self.0.get(item).copied().filter(|up| *up != item) {
            let above = self.0.get(up).copied().unwrap_or(up);
            if let Some(slot) = self.0.get_mut(item) {
                *slot = above;
            }
            item = above;
        }
        item
    }

    /// Makes one set of the sets that two roots stand for; the smaller root stands for it.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
