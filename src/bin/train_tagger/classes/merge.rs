//! Joins classes two by two, always those whose joining loses the least mutual information (Brown et al. 1992).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Bigrams;

fn entropy(count: f64) -> f64 {
    if count > 0.0 { count * count.ln() } else { 0.0 }
}

struct Merge {
    classes: usize,
    /// How often each class stands before each other.
    pairs: Vec<f64>,
    alive: Vec<usize>,
    /// What each class became a part of; itself while it is alive.
    into: Vec<usize>,
}

impl Merge {
    fn pair(&self, first: usize, second: usize) -> f64 {
        self.pairs[first * self.classes + second]
    }

    /// What is lost when `a` and `b` are one.
    fn loss(&self, a: usize, b: usize) -> f64 {
        let (mut sum, mut totals) = (0.0, [0.0; 4]);
        for other in &self.alive {
            let counts = [
                self.pair(a, *other),
                self.pair(b, *other),
                self.pair(*other, a),
                self.pair(*other, b),
            ];
            totals
                .iter_mut()
                .zip(counts)
                .for_each(|(total, count)| *total += count);
            if *other != a && *other != b {
                sum += joined(counts);
            }
        }
        let inner = [self.pair(a, a), self.pair(a, b), self.pair(b, a), self.pair(b, b)];
        sum += inner.map(entropy).iter().sum::<f64>() - entropy(inner.iter().sum());
        sum - joined(totals)
    }

    fn join(&mut self, a: usize, b: usize) {
        for other in 0..self.classes {
            self.pairs[a * self.classes + other] += std::mem::take(&mut self.pairs[b * self.classes + other]);
        }
        for other in 0..self.classes {
            self.pairs[other * self.classes + a] += std::mem::take(&mut self.pairs[other * self.classes + b]);
        }
        self.into[b] = a;
        self.alive.retain(|class| *class != b);
    }

    fn cut(&self) -> Vec<u16> {
        let root = |mut class: usize| {
            while self.into[class] != class {
                class = self.into[class];
            }
            class
        };
        (0..self.classes)
            .map(|class| self.alive.partition_point(|alive| *alive < root(class)) as u16)
            .collect()
    }
}

/// What two counts' entropies lose by becoming one, for the first pair of counts and for the second.
fn joined([a, b, c, d]: [f64; 4]) -> f64 {
    // Most pairs of classes never meet: then there is nothing to lose.
    let loss = |a: f64, b: f64| {
        if a == 0.0 || b == 0.0 {
            0.0
        } else {
            entropy(a) + entropy(b) - entropy(a + b)
        }
    };
    loss(a, b) + loss(c, d)
}

/// For each of `sizes` (falling), the coarse class of every class when that many are left.
pub fn cuts(text: &Bigrams, class: &[u16], classes: usize, sizes: &[usize]) -> Vec<Vec<u16>> {
    let mut pairs = vec![0.0; classes * classes];
    for (first, next) in class.iter().zip(&text.next) {
        for (second, count) in next {
            pairs[usize::from(*first) * classes + usize::from(class[*second as usize])] += f64::from(*count);
        }
    }
    let mut merge = Merge {
        classes,
        pairs,
        alive: (0..classes).collect(),
        into: (0..classes).collect(),
    };
    // Losses in whole numbers, least first. A loss is computed again before its pair is joined, because it may have grown since.
    let loss = |merge: &Merge, a, b| Reverse((merge.loss(a, b).max(0.0) * 1024.0) as u64);
    let mut queue = BinaryHeap::new();
    for a in 0..classes {
        queue.extend((a + 1..classes).map(|b| (loss(&merge, a, b), a, b)));
    }
    let mut out = Vec::new();
    for size in sizes {
        while merge.alive.len() > *size {
            let Some((before, a, b)) = queue.pop() else { break };
            if merge.into[a] != a || merge.into[b] != b {
                continue;
            }
            let now = loss(&merge, a, b);
            // As `Reverse` turns the order round, a greater loss is less.
            if now < before {
                queue.push((now, a, b));
            } else {
                merge.join(a, b);
            }
        }
        out.push(merge.cut());
    }
    out
}
