//! The heaviest chain: of pairs of places in two sequences, those that go forward in both and weigh most together (Jacobson and Vo 1992, the
//! heaviest common subsequence; with equal weights the longest, Hunt and Szymanski 1977). Time grows with the pairs, by their number's
//! logarithm, and memory with the pairs alone: there is no table of all places against all places.

/// A place in the first sequence, one in the second, and what it is worth to keep them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub a: usize,
    pub b: usize,
    pub weight: u32,
}

/// Those of `links`, given by their places in the first sequence in order, that make the heaviest chain: each goes on in both sequences.
pub(super) fn heaviest(links: &[Link]) -> Vec<Link> {
    let width = links.iter().map(|link| link.b + 1).max().unwrap_or(0);
    let mut best = Best(vec![(0, None); width + 1]);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(links.len());
    for of_place in links.chunk_by(|x, y| x.a == y.a) {
        // All are looked up before any is put in: none follows another of the same place.
        let first = before.len();
        let found: Vec<(u64, Option<usize>)> = of_place.iter().map(|link| best.below(link.b)).collect();
        for (at, (link, (weight, last))) in of_place.iter().zip(found).enumerate() {
            before.push(last);
            best.raise(link.b, (weight + u64::from(link.weight), Some(first + at)));
        }
    }
    let mut chain = Vec::new();
    let (_, mut next) = best.below(width);
    while let Some(at) = next {
        chain.extend(links.get(at).copied());
        next = before.get(at).copied().flatten();
    }
    chain.reverse();
    chain
}

/// The heaviest chain that ends before each place of the second sequence, with its last link: a binary indexed tree (Fenwick 1994) of maxima.
struct Best(Vec<(u64, Option<usize>)>);

impl Best {
    fn below(&self, place: usize) -> (u64, Option<usize>) {
        let mut best = (0, None);
        let mut at = place;
        while at > 0 {
            if let Some(here) = self.0.get(at).filter(|here| here.0 > best.0) {
                best = *here;
            }
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, value: (u64, Option<usize>)) {
        let mut at = place + 1;
        while let Some(here) = self.0.get_mut(at) {
            if value.0 > here.0 {
                *here = value;
            }
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link((a, b, weight): (usize, usize, u32)) -> Link {
        Link { a, b, weight }
    }

    #[test]
    fn a_heavy_link_is_worth_more_than_two_light_ones() {
        let links = [(0, 1, 1), (1, 2, 1), (2, 0, 5), (3, 3, 1)].map(link);
        let kept: Vec<_> = heaviest(&links).iter().map(|l| (l.a, l.b)).collect();
        assert_eq!(kept, [(2, 0), (3, 3)]);
        assert_eq!(heaviest(&[]), []);
    }

    proptest::proptest! {
        /// The same weight as the quadratic table finds, by links that go on in both sequences.
        #[test]
        fn as_heavy_as_dynamic_programming(links in proptest::collection::vec((0usize..9, 0usize..9, 1u32..6), 0..30)) {
            let mut table = [[0u32; 10]; 10];
            for a in 0..9 {
                for b in 0..9 {
                    let here = links.iter().filter(|l| (l.0, l.1) == (a, b)).map(|l| l.2).max().unwrap_or(0);
                    table[a + 1][b + 1] = table[a][b + 1].max(table[a + 1][b]).max(table[a][b] + here);
                }
            }
            let mut links: Vec<Link> = links.into_iter().map(link).collect();
            links.sort_by_key(|link| link.a);
            let chain = heaviest(&links);
            proptest::prop_assert!(chain.windows(2).all(|two| two[0].a < two[1].a && two[0].b < two[1].b));
            proptest::prop_assert_eq!(chain.iter().map(|l| l.weight).sum::<u32>(), table[9][9]);
        }
    }
}
