//! Keeping track of where the output stands in the source, where that is asked for.

use std::ops::Range;

use super::offset::{Edit, OffsetMap};
use crate::span::Span;

/// Keeps track of where the output stands in the source; `()` does not.
pub(super) trait Track: Default {
    /// What it takes to go back to a place.
    type Mark: Copy;

    fn mark(&self) -> Self::Mark;
    fn reset(&mut self, mark: Self::Mark);
    /// `source` became `output`, which is in step if `step`.
    fn change(&mut self, source: Range<usize>, output: Range<usize>, step: bool);
    /// `source` was removed at `output`; `letter` is the length of the letter before it that it belongs to, or 0.
    fn remove(&mut self, source: Range<usize>, output: usize, letter: usize);
    /// What follows comes from before `source`, too: the last change reaches to `output`.
    fn widen(&mut self, source: usize, output: usize);
}

impl Track for () {
    type Mark = ();

    fn mark(&self) {}
    fn reset(&mut self, (): ()) {}
    fn change(&mut self, _: Range<usize>, _: Range<usize>, _: bool) {}
    fn remove(&mut self, _: Range<usize>, _: usize, _: usize) {}
    fn widen(&mut self, _: usize, _: usize) {}
}

impl Track for OffsetMap {
    /// How many edits there are, and the last of them, which later ones may widen.
    type Mark = (usize, Option<Edit>);

    fn mark(&self) -> Self::Mark {
        (self.len(), self.last())
    }

    fn reset(&mut self, (len, last): Self::Mark) {
        self.truncate(len);
        if let (Some(kept), Some(last)) = (self.last_mut(), last) {
            *kept = last;
        }
    }

    fn change(&mut self, source: Range<usize>, output: Range<usize>, step: bool) {
        if !step || source.len() != output.len() {
            self.push(Edit {
                source: Span::new(source.start, source.end),
                output: Span::new(output.start, output.end),
            });
        }
    }

    fn remove(&mut self, source: Range<usize>, output: usize, letter: usize) {
        match self.last_mut() {
            Some(last)
                if last.source.end as usize == source.start && (letter > 0 || last.output.is_empty()) =>
            {
                last.source.end = source.end as u32;
            }
            _ => self.push(Edit {
                source: Span::new(source.start - letter, source.end),
                output: Span::new(output - letter, output),
            }),
        }
    }

    fn widen(&mut self, source: usize, output: usize) {
        if let Some(last) = self.last_mut() {
            last.source.end = last.source.end.max(source as u32);
            last.output.end = output as u32;
        }
    }
}
