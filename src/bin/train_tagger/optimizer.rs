//! Finds a pass's weights: the conditional likelihood of the gold labels is climbed by AdaGrad (Duchi et al. 2011), one sentence at a
//! time, with L1 and L2 settled when a weight next changes, features dropped at random (Srivastava et al. 2014), and wrong labels raised
//! by a margin that the right one must win by (softmax-margin, Gimpel and Smith 2010).

use std::collections::HashMap;

use warraq::entity::tagger::label::LABELS;
use warraq::entity::tagger::lattice::{Chain, Lattice, Scores, Steps};
use warraq::entity::tagger::model::Pass;
use warraq::text::hash::mix;

/// A sentence as each token's features, and its gold labels.
pub struct Instance<'g> {
    pub features: Vec<Vec<u64>>,
    pub labels: &'g [u8],
}

/// How to train.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Settings {
    /// Times that every sentence is seen.
    #[arg(long, default_value_t = 24)]
    epochs: u32,
    /// First step's length.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// Strength of L1, which makes weights zero.
    #[arg(long, default_value_t = 1.5)]
    l1: f32,
    /// Strength of L2, which keeps weights small.
    #[arg(long, default_value_t = 1.0)]
    l2: f32,
    /// Share of features left out at random.
    #[arg(long, default_value_t = 0.2)]
    dropout: f32,
    /// How much the score of a wrong label is raised by while learning.
    #[arg(long, default_value_t = 1.0)]
    margin: f32,
    /// Features seen fewer times are not learned.
    #[arg(long, default_value_t = 3)]
    least: u32,
    /// Weights below this are forgotten in the end.
    #[arg(long, default_value_t = 0.02)]
    prune: f32,
}

/// Random numbers from a seed (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

struct Trainer {
    settings: Settings,
    weights: Vec<Scores>,
    squares: Vec<Scores>,
    /// When each feature's L1 and L2 were last settled, in sentences.
    settled: Vec<u32>,
    steps: Steps,
    step_squares: Steps,
    /// Weights summed over the later epochs, and how many those are.
    sums: Vec<Scores>,
    step_sums: Steps,
    remembered: f32,
    now: u32,
    l1: f32,
    l2: f32,
}

/// Keeps the first steps of AdaGrad from being endless.
const DAMPING: f32 = 1e-3;

impl Trainer {
    fn settle(&mut self, feature: usize) {
        let late = (self.now - self.settled[feature]) as f32;
        self.settled[feature] = self.now;
        for (weight, square) in self.weights[feature].iter_mut().zip(&self.squares[feature]) {
            if *weight != 0.0 {
                let rate = self.settings.rate / (square.sqrt() + DAMPING) * late;
                let shrunk = weight.abs() / (1.0 + rate * self.l2) - rate * self.l1;
                *weight = weight.signum() * shrunk.max(0.0);
            }
        }
    }

    /// Adds the weights as they are to their sum: their mean over the later epochs wavers less than the last ones (Polyak and
    /// Juditsky 1992).
    fn remember(&mut self) {
        for feature in 0..self.weights.len() {
            self.settle(feature);
        }
        let add =
            |(sums, rows): (&mut Scores, &Scores)| sums.iter_mut().zip(rows).for_each(|(sum, w)| *sum += w);
        self.sums.iter_mut().zip(&self.weights).for_each(add);
        self.step_sums.iter_mut().zip(&self.steps).for_each(add);
        self.remembered += 1.0;
    }

    fn learn(&mut self, sentence: &[Vec<u32>], gold: &[u8], lattice: &mut Lattice) {
        self.now += 1;
        let dropped = (self.settings.dropout * 65536.0) as u64;
        let now = u64::from(self.now);
        let kept = move |token: usize, feature: u32| {
            mix(now << 32 | token as u64, u64::from(feature)) & 0xFFFF >= dropped
        };
        lattice.scores.clear();
        for (token, (features, right)) in sentence.iter().zip(gold).enumerate() {
            let mut sum = [self.settings.margin; LABELS];
            sum[usize::from(*right)] = 0.0;
            for feature in features.iter().filter(|f| kept(token, **f)) {
                sum.iter_mut()
                    .zip(&self.weights[*feature as usize])
                    .for_each(|(x, w)| *x += w);
            }
            lattice.scores.push(sum);
        }
        let chain = Chain::new(&self.steps);
        let mut slopes = lattice.marginals(&chain);
        let mut step_slopes = [[0.0; LABELS]; LABELS];
        lattice.add_steps(&chain, &mut step_slopes);
        for pair in gold.windows(2) {
            step_slopes[usize::from(pair[0])][usize::from(pair[1])] -= 1.0;
        }
        for (token, ((features, slope), label)) in sentence.iter().zip(&mut slopes).zip(gold).enumerate() {
            slope[usize::from(*label)] -= 1.0;
            if slope.iter().all(|x| x.abs() < 1e-4) {
                continue;
            }
            for feature in features.iter().filter(|f| kept(token, **f)) {
                let feature = *feature as usize;
                self.settle(feature);
                climb(
                    self.settings.rate,
                    &mut self.weights[feature],
                    &mut self.squares[feature],
                    slope,
                );
            }
        }
        for ((weights, squares), slopes) in self
            .steps
            .iter_mut()
            .zip(&mut self.step_squares)
            .zip(&step_slopes)
        {
            climb(self.settings.rate, weights, squares, slopes);
        }
    }
}

fn climb(rate: f32, weights: &mut Scores, squares: &mut Scores, slopes: &Scores) {
    for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(slopes) {
        *square += slope * slope;
        *weight -= rate * slope / (square.sqrt() + DAMPING);
    }
}

/// Learns a pass. The same instances and settings give the same pass.
pub fn train(instances: &[Instance], settings: Settings) -> Pass {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in instances
        .iter()
        .flat_map(|instance| instance.features.iter().flatten())
    {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut known: Vec<u64> = counts
        .into_iter()
        .filter(|(_, n)| *n >= settings.least)
        .map(|(f, _)| f)
        .collect();
    known.sort_unstable();
    let numbers: HashMap<u64, u32> = known.iter().copied().zip(0..).collect();
    let sentences: Vec<Vec<Vec<u32>>> = instances
        .iter()
        .map(|i| {
            i.features
                .iter()
                .map(|token| token.iter().filter_map(|f| numbers.get(f).copied()).collect())
                .collect()
        })
        .collect();
    let mut trainer = Trainer {
        settings,
        weights: vec![[0.0; LABELS]; known.len()],
        squares: vec![[1e-6; LABELS]; known.len()],
        settled: vec![0; known.len()],
        sums: vec![[0.0; LABELS]; known.len()],
        step_sums: [[0.0; LABELS]; LABELS],
        remembered: 0.0,
        steps: [[0.0; LABELS]; LABELS],
        step_squares: [[1e-6; LABELS]; LABELS],
        now: 0,
        l1: settings.l1 / instances.len() as f32,
        l2: settings.l2 / instances.len() as f32,
    };
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut random, mut lattice) = (Random(20_230_917), Lattice::default());
    for epoch in 0..settings.epochs {
        for place in (1..order.len()).rev() {
            order.swap(place, random.below(place + 1));
        }
        for sentence in &order {
            trainer.learn(&sentences[*sentence], instances[*sentence].labels, &mut lattice);
        }
        if epoch >= settings.epochs / 2 {
            trainer.remember();
        }
    }
    // With a share of the features dropped, the others learned to carry more than their part.
    let scale = 1.0 - settings.dropout;
    let kept = |sum: f32| {
        let weight = sum / trainer.remembered;
        if weight.abs() < settings.prune {
            0.0
        } else {
            weight * scale
        }
    };
    let rows = trainer.sums.iter().map(|row| row.map(kept));
    Pass {
        weights: known.into_iter().zip(rows).collect(),
        steps: trainer
            .step_sums
            .map(|row| row.map(|sum| sum / trainer.remembered)),
    }
}
