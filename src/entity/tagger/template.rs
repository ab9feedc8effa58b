//! Features as numbers: a hash of which template made one and of what the template saw.

use super::knowledge::Lists;
use crate::text::hash::mix;

/// Numbers the templates as they come and hands on the features.
pub struct Templates<F> {
    number: u64,
    emit: F,
}

impl<F: FnMut(u64)> Templates<F> {
    /// The next template has this number.
    #[inline]
    pub fn from(number: u64, emit: F) -> Self {
        Templates { number, emit }
    }

    #[inline]
    pub fn add(&mut self, seen: u64) {
        self.add_if(true, seen);
    }

    /// A feature where there is something to see.
    #[inline]
    pub fn add_known(&mut self, seen: u64) {
        self.add_if(seen != 0, seen);
    }

    #[inline]
    pub fn add_if(&mut self, there: bool, seen: u64) {
        if there {
            (self.emit)(mix(self.number << 48, seen));
        }
        self.number += 1;
    }

    /// A feature for each list.
    #[inline]
    pub fn add_bits(&mut self, lists: Lists) {
        let mut left = lists;
        while left != 0 {
            (self.emit)(mix(self.number << 48 | 1 << 40, left.trailing_zeros().into()));
            left &= left - 1;
        }
        self.number += 1;
    }
}
