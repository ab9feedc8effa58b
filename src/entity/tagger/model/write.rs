//! Making a model of what training learned, and writing its file.

use super::super::coder::Encoder;
use super::super::index::members;
use super::super::lattice::Steps;
use super::*;

/// What training learned for one pass: features with a weight for each label, and the steps.
#[derive(Clone, Debug, Default)]
pub struct Pass {
    /// Weights by feature.
    pub weights: Vec<(u64, Scores)>,
    /// Weights of a label after another.
    pub steps: Steps,
}

impl WeightTables {
    fn write(&mut self, row: &Row, other: &Row, encoder: &mut Encoder) {
        let mut before = 0;
        let estimates = self.present.iter_mut().zip(&mut self.negative);
        for (label, ((weight, beside), (present, negative))) in
            row.iter().zip(other).zip(estimates).enumerate()
        {
            if let Some(bit) = present
                .get_mut(before)
                .and_then(|p| p.get_mut(usize::from(*beside != 0)))
            {
                encoder.bit(bit, *weight != 0);
            }
            if *weight == 0 {
                continue;
            }
            before = (before + 1).min(3);
            encoder.bit(negative, *weight < 0);
            let [outside, name] = &mut self.size;
            encoder.number(
                if label == 0 { outside } else { name },
                u32::from(weight.unsigned_abs()) - 1,
            );
        }
    }
}

/// Bits of a feature's hash that are kept: one unknown feature in a thousand passes for a known one.
const BITS: u32 = 26;

impl Model {
    /// A model of its parts; weights are rounded to 8 bits.
    #[must_use]
    pub fn new(knowledge: Knowledge, passes: [&Pass; PASSES]) -> Model {
        let units = passes.map(|pass| {
            let weights = pass.weights.iter().flat_map(|(_, row)| row);
            weights
                .fold(0f32, |top, w| top.max(w.abs()))
                .max(f32::MIN_POSITIVE)
                / 127.0
        });
        let rounded = passes
            .iter()
            .zip(units)
            .enumerate()
            .flat_map(|(pass, (learned, unit))| {
                let round = move |row: &Scores| row.map(|w| (w / unit).round() as i8);
                learned
                    .weights
                    .iter()
                    .map(move |(feature, row)| (pass, *feature, round(row)))
            });
        let kept: Vec<(usize, u64, Row)> = rounded
            .filter(|(_, _, row)| row.iter().any(|w| *w != 0))
            .collect();
        let features = HashIndex::new(&members(kept.iter().map(|(_, feature, _)| *feature), BITS), BITS);
        let mut rows = vec![[[0; LABELS]; PASSES]; features.len()];
        for (pass, feature, weights) in kept {
            let slot = features.find(feature).and_then(|place| rows.get_mut(place));
            if let Some(row) = slot.and_then(|rows| rows.get_mut(pass)) {
                *row = weights;
            }
        }
        Model {
            knowledge,
            features,
            rows,
            units,
            chains: passes.map(|pass| Chain::new(&pass.steps)),
            reliability: Vec::new(),
        }
    }

    /// How many weights there are besides zeros.
    #[must_use]
    pub fn weights(&self) -> usize {
        self.rows
            .as_flattened()
            .as_flattened()
            .iter()
            .filter(|weight| **weight != 0)
            .count()
    }

    /// The model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut encoder = Encoder::default();
        let knowledge = &self.knowledge;
        knowledge.words.write(&mut encoder);
        let mut tree = Symbols::new(12);
        for class in &knowledge.classes {
            encoder.symbol(&mut tree, u32::from(*class));
        }
        encoder.raw(knowledge.cuts.len() as u32, 12);
        for cut in knowledge.cuts.iter().flatten() {
            encoder.raw(u32::from(*cut), 10);
        }
        let mut trees = leaning_trees();
        for place in 0..knowledge.words() {
            if let Some(tree) = trees.get_mut(knowledge.neighbourhood(place)) {
                let leaning = knowledge.leanings.get(place).copied();
                encoder.symbol(tree, leaning.unwrap_or(leaning::UNKNOWN).into());
            }
        }
        self.features.write(&mut encoder);
        let [mut first, mut second] = [WeightTables::default(), WeightTables::default()];
        for [a, b] in &self.rows {
            first.write(a, &[0; LABELS], &mut encoder);
            second.write(b, a, &mut encoder);
        }
        for unit in self.units {
            encoder.raw(unit.to_bits(), 32);
        }
        for weight in self
            .chains
            .each_ref()
            .map(Chain::steps)
            .as_flattened()
            .as_flattened()
        {
            encoder.raw(weight.to_bits(), 32);
        }
        encoder.raw(self.reliability.len() as u32, 8);
        for part in &self.reliability {
            encoder.raw((part * 1023.0).round() as u32, 10);
        }
        let body = encoder.finish();
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend((body.len() as u32).to_le_bytes());
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }
}
