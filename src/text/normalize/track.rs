//! Keeping track of where the output stands in the source, where that is asked for.

use std::ops::Range;

use super::offset::{Edit, OffsetMap};
use crate::span::Span;

/// Keeps track of where the output stands in the source; `()` does not.
pub(super) trait Track: Default {
    /// `source` became `output`, which is in step if `step`.
    fn change(&mut self, source: Range<usize>, output: Range<usize>, step: bool);
    /// `source` was removed at `output`; `letter` tells the length of the letter before it that it belongs to, or 0.
    fn remove(&mut self, source: Range<usize>, output: usize, letter: impl FnOnce() -> usize);
    /// What follows comes from before `source`, too: the last change reaches to `output`.
    fn widen(&mut self, source: usize, output: usize);
    /// Forgets what became of the source from `source` on.
    fn take_back(&mut self, source: usize);
}

impl Track for () {
    fn change(&mut self, _: Range<usize>, _: Range<usize>, _: bool) {}
    fn remove(&mut self, _: Range<usize>, _: usize, _: impl FnOnce() -> usize) {}
    fn widen(&mut self, _: usize, _: usize) {}
    fn take_back(&mut self, _: usize) {}
}

impl Track for OffsetMap {
    fn change(&mut self, source: Range<usize>, output: Range<usize>, step: bool) {
        if !step || source.len() != output.len() {
            self.push(Edit {
                source: Span::new(source.start, source.end),
                output: Span::new(output.start, output.end),
            });
        }
    }

    fn remove(&mut self, source: Range<usize>, output: usize, letter: impl FnOnce() -> usize) {
        let letter = letter();
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

    fn take_back(&mut self, source: usize) {
        while self.last().is_some_and(|last| last.source.end as usize > source) {
            self.pop();
        }
    }
}
