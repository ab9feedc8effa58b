//! The model file: what `train-tagger` writes and the tagger reads.
//!
//! A header of 16 bytes (magic, version, length and checksum of the rest), then one arithmetic-coded stream: words with their
//! classes, names with their lists, the weights of both passes, the table that turns scores into confidence.

use thiserror::Error;

use super::coder::{Bit, Decoder, Numbers, Symbols};
use super::index::HashIndex;
use super::knowledge::{CUTS, Knowledge};
use super::label::LABELS;
use super::lattice::{Scores, Steps};

/// First bytes of a model file.
const MAGIC: &[u8; 4] = b"WQTG";
/// Grows with every change of the file's form or of the features' meaning.
const VERSION: u32 = 1;
const HEADER: usize = 16;

/// Why a model file is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin as a model does.
    #[error("this is no tagger model: make one with train-tagger")]
    Magic,
    /// Another version's model.
    #[error(
        "the tagger model has version {0} but this program reads {VERSION}: train it again with this version's train-tagger"
    )]
    Version(u32),
    /// Cut short, or longer than it says.
    #[error("the tagger model has {found} bytes instead of {expected}: copy the file again")]
    Length {
        /// Bytes there are.
        found: usize,
        /// Bytes that the header says.
        expected: usize,
    },
    /// Damaged.
    #[error("the tagger model is damaged (its checksum differs): copy the file again")]
    Checksum,
}

/// Weights of one pass over the sentences.
#[derive(Clone, Debug, Default)]
pub struct Pass {
    pub(super) features: HashIndex,
    /// For each feature a weight for each label, in steps of [`Pass::step`].
    pub(super) rows: Vec<[i8; LABELS]>,
    pub(super) unit: f32,
    pub(super) steps: Steps,
}

/// Everything that training learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub(super) knowledge: Knowledge,
    /// Weights of the first pass, which sees the sentence alone.
    pub first: Pass,
    /// Weights of the second, which also sees what the first one thought of the article.
    pub second: Pass,
    /// How often a name was right in cross-validation, by the raw score in equal parts from 0 to 1.
    pub reliability: Vec<f32>,
}

/// FNV-1a, 32 bits: against accidents, not against forgers.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |h, byte| {
        (h ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

impl Pass {
    /// Adds up the weights of the features that `features` hands on.
    #[inline]
    pub fn scores(&self, features: impl FnOnce(&mut dyn FnMut(u64))) -> Scores {
        let mut sum = [0i32; LABELS];
        features(&mut |feature| {
            if let Some(row) = self.features.find(feature).and_then(|place| self.rows.get(place)) {
                for (total, weight) in sum.iter_mut().zip(row) {
                    *total += i32::from(*weight);
                }
            }
        });
        sum.map(|total| total as f32 * self.unit)
    }

    fn read(decoder: &mut Decoder) -> Pass {
        let features = HashIndex::read(decoder);
        let mut tables = WeightTables::default();
        let rows = (0..features.len()).map(|_| tables.read(decoder)).collect();
        let unit = f32::from_bits(decoder.raw(32));
        let steps = [(); LABELS].map(|()| [(); LABELS].map(|()| f32::from_bits(decoder.raw(32))));
        Pass {
            features,
            rows,
            unit,
            steps,
        }
    }
}

/// Estimates for a row of weights: which labels have one, its sign, its size.
#[derive(Default)]
struct WeightTables {
    /// By label and by how many of the row's weights came before.
    present: [[Bit; 4]; LABELS],
    negative: [Bit; LABELS],
    size: [Numbers; 2],
}

impl WeightTables {
    fn read(&mut self, decoder: &mut Decoder) -> [i8; LABELS] {
        let mut row = [0; LABELS];
        let mut before = 0;
        for (label, ((weight, present), negative)) in row
            .iter_mut()
            .zip(&mut self.present)
            .zip(&mut self.negative)
            .enumerate()
        {
            if !present.get_mut(before).is_some_and(|bit| decoder.bit(bit)) {
                continue;
            }
            before = (before + 1).min(3);
            let minus = decoder.bit(negative);
            let [outside, name] = &mut self.size;
            let size = (decoder.number(if label == 0 { outside } else { name }) + 1).min(127) as i8;
            *weight = if minus { -size } else { size };
        }
        row
    }
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// What is wrong with the file: not a model, another version, cut short, damaged.
    pub fn read(file: &[u8]) -> Result<Model, ModelError> {
        let field = |at: usize| {
            file.get(at..at + 4)
                .and_then(|b| b.try_into().ok())
                .map_or(0, u32::from_le_bytes)
        };
        if file.get(..4) != Some(MAGIC) {
            return Err(ModelError::Magic);
        }
        let version = field(4);
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let body = file.get(HEADER..).unwrap_or_default();
        let expected = field(8) as usize;
        if body.len() != expected {
            return Err(ModelError::Length {
                found: file.len(),
                expected: expected + HEADER,
            });
        }
        if checksum(body) != field(12) {
            return Err(ModelError::Checksum);
        }
        Ok(Model::decode(&mut Decoder::new(body)))
    }

    fn decode(decoder: &mut Decoder) -> Model {
        let words = HashIndex::read(decoder);
        let mut tree = Symbols::new(12);
        let classes = (0..words.len())
            .map(|_| decoder.symbol(&mut tree) as u16)
            .collect();
        let count = decoder.raw(12);
        let cuts = (0..count)
            .map(|_| [(); CUTS].map(|()| decoder.raw(10) as u16))
            .collect();
        let names = HashIndex::read(decoder);
        let mut tree = Symbols::new(8);
        let lists = (0..names.len()).map(|_| decoder.symbol(&mut tree)).collect();
        let knowledge = Knowledge {
            words,
            classes,
            cuts,
            names,
            lists,
            ..Knowledge::default()
        };
        let (first, second) = (Pass::read(decoder), Pass::read(decoder));
        let parts = decoder.raw(8);
        let reliability = (0..parts).map(|_| decoder.raw(10) as f32 / 1023.0).collect();
        Model {
            knowledge,
            first,
            second,
            reliability,
        }
    }
}

#[cfg(any(test, feature = "train"))]
mod write {
    use super::super::coder::Encoder;
    use super::super::index::members;
    use super::*;

    impl Pass {
        /// Keeps the weights that are not zero, rounded to 8 bits.
        #[must_use]
        pub fn new(weights: &[(u64, Scores)], steps: Steps) -> Pass {
            let largest = weights
                .iter()
                .flat_map(|(_, row)| row)
                .fold(0f32, |top, w| top.max(w.abs()));
            let unit = largest / 127.0;
            let rounded = |row: &Scores| row.map(|w| (w / unit).round() as i8);
            let kept: Vec<(u64, [i8; LABELS])> = weights
                .iter()
                .map(|(feature, row)| (*feature, rounded(row)))
                .filter(|(_, row)| row.iter().any(|w| *w != 0))
                .collect();
            const BITS: u32 = 26;
            let features = HashIndex::new(&members(kept.iter().map(|(feature, _)| *feature), BITS), BITS);
            let mut rows = vec![[0; LABELS]; features.len()];
            for (feature, weights) in kept {
                if let Some(row) = features.find(feature).and_then(|place| rows.get_mut(place)) {
                    *row = weights;
                }
            }
            Pass {
                features,
                rows,
                unit,
                steps,
            }
        }

        /// How many weights there are besides zeros.
        #[must_use]
        pub fn weights(&self) -> usize {
            self.rows.iter().flatten().filter(|weight| **weight != 0).count()
        }

        fn write(&self, encoder: &mut Encoder) {
            self.features.write(encoder);
            let mut tables = WeightTables::default();
            for row in &self.rows {
                tables.write(row, encoder);
            }
            encoder.raw(self.unit.to_bits(), 32);
            for weight in self.steps.iter().flatten() {
                encoder.raw(weight.to_bits(), 32);
            }
        }
    }

    impl WeightTables {
        fn write(&mut self, row: &[i8; LABELS], encoder: &mut Encoder) {
            let mut before = 0;
            for (label, ((weight, present), negative)) in row
                .iter()
                .zip(&mut self.present)
                .zip(&mut self.negative)
                .enumerate()
            {
                if let Some(bit) = present.get_mut(before) {
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

    impl Model {
        /// A model of its parts.
        #[must_use]
        pub fn new(knowledge: Knowledge, first: Pass, second: Pass, reliability: Vec<f32>) -> Model {
            Model {
                knowledge,
                first,
                second,
                reliability,
            }
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
            knowledge.names.write(&mut encoder);
            let mut tree = Symbols::new(8);
            for lists in &knowledge.lists {
                encoder.symbol(&mut tree, *lists);
            }
            self.first.write(&mut encoder);
            self.second.write(&mut encoder);
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash::hash;

    fn small() -> Model {
        let words = [(hash("مدينه"), 1), (hash("باريس"), 2), (hash("زار"), 3)];
        let names = [(hash("باريس"), 1), (hash("ليلي"), 4)];
        let knowledge = Knowledge::new(&words, vec![[1; CUTS], [2, 1, 1, 1, 1], [3, 2, 1, 1, 1]], &names);
        let mut row = [0.0; LABELS];
        row[3] = 2.54;
        row[0] = -1.0;
        let pass = Pass::new(&[(hash("feature"), row)], [[0.25; LABELS]; LABELS]);
        Model::new(knowledge, pass.clone(), pass, vec![0.0, 0.5, 1.0])
    }

    #[test]
    fn a_model_comes_back_from_its_file() {
        let model = Model::read(&small().write()).unwrap();
        assert_eq!(model.knowledge.class(hash("باريس")), 2);
        assert_eq!(model.knowledge.cut(3, 0), 3);
        assert_eq!(model.knowledge.cut(3, 1), 2);
        assert_eq!(model.knowledge.lists(hash("ليلي")), 4);
        let scores = model.second.scores(|emit| emit(hash("feature")));
        assert!((scores[3] - 2.54).abs() < 0.01 && (scores[0] + 1.0).abs() < 0.01);
        assert_eq!(model.first.steps[8][8], 0.25);
        assert_eq!(model.reliability.len(), 3);
    }

    #[test]
    fn a_file_that_is_no_model_is_refused() {
        assert_eq!(Model::read(b"").unwrap_err(), ModelError::Magic);
        assert_eq!(
            Model::read(b"PK\x03\x04 something else").unwrap_err(),
            ModelError::Magic
        );
    }

    #[test]
    fn another_version_is_refused() {
        let mut file = small().write();
        file[4] = 250; // the version's first byte
        assert_eq!(Model::read(&file).unwrap_err(), ModelError::Version(250));
    }

    #[test]
    fn a_model_cut_short_anywhere_is_refused() {
        let file = small().write();
        for length in 0..file.len() {
            assert!(Model::read(&file[..length]).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn one_wrong_bit_anywhere_is_refused() {
        let file = small().write();
        for bit in 0..file.len() * 8 {
            let mut damaged = file.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(Model::read(&damaged).is_err(), "bit {bit}");
        }
    }
}
