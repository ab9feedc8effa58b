//! The chain of tags over a sentence: which run of tags is best, and how sure each one is (Lafferty, McCallum and Pereira 2001).

use std::array;

use super::label::{LABELS, may_follow};

/// A score for each label.
pub type Scores = [f32; LABELS];

/// Scores of a label after another: `[before][after]`; a sentence begins as after O.
pub type Steps = [Scores; LABELS];

/// The steps of a chain as the sums want them, made once for many sentences.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// Their scores; below all others where a step is impossible.
    scores: Steps,
    /// Their factors; 0 where a step is impossible.
    factors: Steps,
    /// The same, `[after][before]`: a sum over one index is fastest where the other runs through neighbours in memory.
    factors_after: Steps,
}

impl Chain {
    /// Of learned scores, in which impossible steps say nothing.
    #[must_use]
    pub fn new(steps: &Steps) -> Chain {
        let mut chain = Chain {
            scores: [[f32::NEG_INFINITY; LABELS]; LABELS],
            factors: [[0.0; LABELS]; LABELS],
            factors_after: [[0.0; LABELS]; LABELS],
        };
        let rows = steps.iter().zip(&mut chain.scores).zip(&mut chain.factors);
        for (before, ((steps, scores), factors)) in rows.enumerate() {
            for (after, ((step, score), factor)) in steps.iter().zip(scores).zip(factors).enumerate() {
                if may_follow(before, after) {
                    (*score, *factor) = (*step, libm::expf(*step));
                }
            }
        }
        chain.factors_after = array::from_fn(|after| {
            chain
                .factors
                .map(|row| row.get(after).copied().unwrap_or_default())
        });
        chain
    }

    /// The learned scores, 0 where a step is impossible.
    #[cfg(any(test, feature = "train"))]
    #[must_use]
    pub fn steps(&self) -> Steps {
        self.scores
            .map(|row| row.map(|score| if score.is_finite() { score } else { 0.0 }))
    }
}

/// e to the power of each score, none of which is above 0; less than 2^-126 is 0.
///
/// All at once, in steps that a processor does side by side, and the same on every machine: 2^n by the exponent's bits, and the rest, at
/// most a half, by the terms of 2^x's series up to the sixth. The relative error is below 5 · 10^-6, most of it from rounding large powers.
#[inline]
fn exp(scores: Scores) -> Scores {
    use std::f32::consts::{LN_2, LOG2_E};
    scores.map(|score| {
        let power = (score * LOG2_E).max(-127.0);
        let whole = (power - 0.5) as i32;
        let rest = power - whole as f32;
        let series = [
            1.540_353e-4,
            1.333_355_8e-3,
            9.618_129e-3,
            5.550_411e-2,
            0.240_226_5,
            LN_2,
            1.0,
        ]
        .into_iter()
        .fold(0.0f32, |sum, term| sum * rest + term);
        series * f32::from_bits((whole.max(-127) + 127).unsigned_abs() << 23)
    })
}

/// The sum of the rows, each times its weight.
#[inline]
fn weighted(rows: &Steps, weights: &Scores) -> Scores {
    let mut sum: Scores = [0.0; LABELS];
    for (weight, row) in weights.iter().zip(rows) {
        sum.iter_mut().zip(row).for_each(|(x, y)| *x += weight * y);
    }
    sum
}

/// Makes the row's sum 1, and gives the factor that did.
fn normalize(row: &mut Scores) -> f32 {
    let share = row.iter().sum::<f32>().max(f32::MIN_POSITIVE).recip();
    for x in row.iter_mut() {
        *x *= share;
    }
    share
}

/// Scores of a sentence as factors, forward sums, backward sums: the parts of probabilities.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    /// Each token's scores, to be filled by the caller.
    pub scores: Vec<Scores>,
    emissions: Vec<Scores>,
    forward: Vec<Scores>,
    scale: Vec<f32>,
    backward: Vec<Scores>,
}

impl Lattice {
    /// Each token's probability of each label, given the whole sentence.
    pub fn marginals(&mut self, chain: &Chain) -> Vec<Scores> {
        self.sum_forward(&chain.factors);
        self.sum_backward(&chain.factors_after);
        let product = |(a, b): (&Scores, &Scores)| {
            let mut row = *a;
            row.iter_mut().zip(b).for_each(|(x, y)| *x *= y);
            normalize(&mut row);
            row
        };
        self.forward.iter().zip(&self.backward).map(product).collect()
    }

    fn sum_forward(&mut self, factors: &Steps) {
        self.emissions.clear();
        self.emissions.extend(self.scores.iter().map(|row| {
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            exp(row.map(|score| score - top))
        }));
        self.forward.clear();
        self.scale.clear();
        let mut last: Scores = [0.0; LABELS];
        last[0] = 1.0;
        for emission in &self.emissions {
            let mut row = weighted(factors, &last);
            row.iter_mut().zip(emission).for_each(|(x, e)| *x *= e);
            self.scale.push(normalize(&mut row));
            self.forward.push(row);
            last = row;
        }
    }

    fn sum_backward(&mut self, factors_after: &Steps) {
        self.backward.clear();
        let mut next: Scores = [1.0; LABELS];
        for (emission, scale) in self.emissions.iter().zip(&self.scale).rev() {
            self.backward.push(next);
            let mut ahead = next;
            ahead.iter_mut().zip(emission).for_each(|(x, e)| *x *= e * scale);
            next = weighted(factors_after, &ahead);
        }
        self.backward.reverse();
    }

    /// Adds to `expected` how often each step is taken on average; after [`Lattice::marginals`].
    #[cfg(feature = "train")]
    pub fn add_steps(&self, chain: &Chain, expected: &mut Steps) {
        let pairs = self
            .forward
            .iter()
            .zip(self.emissions.iter().zip(&self.backward).zip(&self.scale).skip(1));
        for (before, ((emission, backward), scale)) in pairs {
            for ((weight, steps), out) in before.iter().zip(&chain.factors).zip(expected.iter_mut()) {
                for (((step, e), b), x) in steps.iter().zip(emission).zip(backward).zip(out) {
                    *x += weight * step * e * b * scale;
                }
            }
        }
    }

    /// The best run of labels in which no I stands without its B (Viterbi).
    #[must_use]
    pub fn best(&self, chain: &Chain) -> Vec<u8> {
        let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(self.scores.len());
        let mut last: Scores = [f32::NEG_INFINITY; LABELS];
        last[0] = 0.0;
        for emission in &self.scores {
            let mut row: Scores = [f32::NEG_INFINITY; LABELS];
            let mut from = [0u8; LABELS];
            for (before, (weight, steps)) in (0..).zip(last.iter().zip(&chain.scores)) {
                for ((best, step), origin) in row.iter_mut().zip(steps).zip(&mut from) {
                    let better = weight + step > *best;
                    *best = if better { weight + step } else { *best };
                    *origin = if better { before } else { *origin };
                }
            }
            row.iter_mut().zip(emission).for_each(|(x, e)| *x += e);
            back.push(from);
            last = row;
        }
        let top = last.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let mut label = top.map_or(0, |(n, _)| n as u8);
        let mut labels: Vec<u8> = back
            .iter()
            .rev()
            .map(|from| {
                let before = from.get(usize::from(label)).copied().unwrap_or(0);
                std::mem::replace(&mut label, before)
            })
            .collect();
        labels.reverse();
        labels
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn label_scores() -> impl Strategy<Value = Scores> {
        prop::array::uniform9(-4.0f32..4.0)
    }

    #[test]
    fn powers_of_e_are_right_to_five_places() {
        for n in 0..87_000 {
            let x = -(n as f32) / 1000.0;
            let (got, want) = (exp([x; LABELS])[0], f64::from(x).exp());
            assert!(
                (f64::from(got) / want - 1.0).abs() < 5e-6,
                "e^{x}: {got} for {want}"
            );
        }
        assert_eq!(exp([0.0; LABELS]), [1.0; LABELS]);
        assert_eq!(exp([-1000.0; LABELS]), [0.0; LABELS]);
    }

    proptest! {
        #[test]
        fn no_inside_without_its_begin(scores in prop::collection::vec(label_scores(), 0..30)) {
            let lattice = Lattice { scores, ..Lattice::default() };
            let labels = lattice.best(&Chain::new(&[[0.0; LABELS]; LABELS]));
            prop_assert_eq!(labels.len(), lattice.scores.len());
            let mut before = 0;
            for label in labels {
                prop_assert!(may_follow(before, usize::from(label)));
                before = usize::from(label);
            }
        }

        /// Against the sum over every run of labels.
        #[test]
        fn marginals_are_those_of_all_runs(a in label_scores(), b in label_scores(), steps in prop::array::uniform9(label_scores())) {
            let mut lattice = Lattice { scores: vec![a, b], ..Lattice::default() };
            let got = lattice.marginals(&Chain::new(&steps));
            let mut sums = [[0.0f64; LABELS]; 2];
            for (i, x) in a.iter().enumerate().filter(|(i, _)| may_follow(0, *i)) {
                for (j, y) in b.iter().enumerate().filter(|(j, _)| may_follow(i, *j)) {
                    let p = f64::from(x + y + steps[0][i] + steps[i][j]).exp();
                    sums[0][i] += p;
                    sums[1][j] += p;
                }
            }
            let all: f64 = sums[0].iter().sum();
            for (row, sum) in got.iter().zip(&sums) {
                for (x, s) in row.iter().zip(sum) {
                    prop_assert!((f64::from(*x) - s / all).abs() < 1e-4);
                }
            }
        }
    }
}
