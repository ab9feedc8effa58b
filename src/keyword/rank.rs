//! Ranking: rows from the highest figures to the lowest.

use std::cmp::Ordering;

use crate::order;

/// Puts rows in order: the highest figures first, the first figure before the second; where both are equal, by the letters of the term.
pub(crate) fn rank<T>(mut rows: Vec<T>, figures: impl Fn(&T) -> (f64, f64, &str)) -> Vec<T> {
    order::sort_by(&mut rows, |a, b| compare(figures(a), figures(b)));
    rows
}

fn compare(a: (f64, f64, &str), b: (f64, f64, &str)) -> Ordering {
    b.0.total_cmp(&a.0)
        .then_with(|| b.1.total_cmp(&a.1))
        .then_with(|| a.2.cmp(b.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_first_and_equals_by_their_letters() {
        let rows = vec![("ب", 1.0, 5.0), ("ج", 2.0, 0.0), ("ا", 1.0, 5.0), ("د", 1.0, 7.0)];
        let ranked = rank(rows, |row| (row.1, row.2, row.0));
        let terms: Vec<&str> = ranked.iter().map(|row| row.0).collect();
        assert_eq!(terms, ["ج", "د", "ا", "ب"]);
    }
}
