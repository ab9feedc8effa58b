//! The model file: what `train-tagger` writes and the tagger reads.
//!
//! A header of 16 bytes (magic, version, length and checksum of the rest), then one arithmetic-coded stream: words with their
//! classes and leanings, the weights of both passes, the table that turns scores into confidence.

use thiserror::Error;

use super::coder::{Bit, Decoder, Numbers, Symbols};
use super::index::HashIndex;
use super::knowledge::{CUTS, Knowledge, NEIGHBOURHOODS};
use super::label::LABELS;
use super::lattice::{Chain, Scores};
use super::leaning;

/// First bytes of a model file.
const MAGIC: &[u8; 4] = b"WQTG";
/// Grows with every change of the file's form or of the features' meaning.
const VERSION: u32 = 4;
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

/// How many passes there are.
pub const PASSES: usize = 2;

/// Everything that training learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub(super) knowledge: Knowledge,
    /// The features that have weights in any pass.
    features: HashIndex,
    /// For each feature and pass a weight for each label, in the pass's units.
    rows: Vec<[Row; PASSES]>,
    units: [f32; PASSES],
    pub(super) chains: [Chain; PASSES],
    /// How often a name was right in cross-validation, by the raw score in equal parts from 0 to 1.
    pub reliability: Vec<f32>,
}

type Row = [i8; LABELS];

/// FNV-1a, 32 bits: against accidents, not against forgers.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |h, byte| {
        (h ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// The sums of weights of one token's features, for each pass: a token has at most some two hundred, each weight of 8 bits.
pub type Sums = [[i16; LABELS]; PASSES];

impl Model {
    /// Adds a feature's weights, if it has any.
    #[inline]
    pub fn add(&self, feature: u64, sums: &mut Sums) {
        let place = self.features.find(feature);
        if let Some(rows) = place.and_then(|place| self.rows.get(place)) {
            for (sum, weight) in sums.as_flattened_mut().iter_mut().zip(rows.as_flattened()) {
                *sum = sum.saturating_add(i16::from(*weight));
            }
        }
    }

    /// The scores of each pass.
    #[must_use]
    pub fn scores(&self, sums: &Sums) -> [Scores; PASSES] {
        let ([first, second], [a, b]) = (self.units, sums);
        [
            a.map(|sum| f32::from(sum) * first),
            b.map(|sum| f32::from(sum) * second),
        ]
    }
}

/// Estimates for words' leanings, which are much alike within a class.
fn leaning_trees() -> Vec<Symbols> {
    vec![Symbols::new(leaning::BITS); NEIGHBOURHOODS]
}

/// Estimates for a row of weights: which labels have one, its sign, its size.
#[derive(Default)]
struct WeightTables {
    /// By label, by how many of the row's weights came before, and by whether the other pass has one.
    present: [[[Bit; 2]; 4]; LABELS],
    negative: [Bit; LABELS],
    size: [Numbers; 2],
}

impl WeightTables {
    fn read(&mut self, other: &Row, decoder: &mut Decoder) -> Row {
        let mut row = [0; LABELS];
        let mut before = 0;
        let estimates = self.present.iter_mut().zip(&mut self.negative);
        for (label, ((weight, beside), (present, negative))) in
            row.iter_mut().zip(other).zip(estimates).enumerate()
        {
            let present = present
                .get_mut(before)
                .and_then(|p| p.get_mut(usize::from(*beside != 0)));
            if !present.is_some_and(|bit| decoder.bit(bit)) {
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
        let mut knowledge = Knowledge::of_words(words, classes, cuts);
        let mut trees = leaning_trees();
        let mut leaning = |place| {
            let tree = trees.get_mut(knowledge.neighbourhood(place));
            tree.map_or(leaning::UNKNOWN, |tree| decoder.symbol(tree) as u8)
        };
        knowledge.leanings = (0..knowledge.words()).map(&mut leaning).collect();
        let features = HashIndex::read(decoder);
        let [mut first, mut second] = [WeightTables::default(), WeightTables::default()];
        let rows = (0..features.len())
            .map(|_| {
                let row = first.read(&[0; LABELS], decoder);
                [row, second.read(&row, decoder)]
            })
            .collect();
        let units = [(); PASSES].map(|()| f32::from_bits(decoder.raw(32)));
        let steps = [(); PASSES]
            .map(|()| [(); LABELS].map(|()| [(); LABELS].map(|()| f32::from_bits(decoder.raw(32)))));
        let parts = decoder.raw(8);
        let reliability = (0..parts).map(|_| decoder.raw(10) as f32 / 1023.0).collect();
        Model {
            knowledge,
            features,
            rows,
            units,
            chains: steps.each_ref().map(Chain::new),
            reliability,
        }
    }
}

#[cfg(any(test, feature = "train"))]
pub use write::Pass;

#[cfg(any(test, feature = "train"))]
mod write;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash::hash;

    fn small() -> Model {
        let words = [(hash("مدينه"), 1), (hash("باريس"), 2), (hash("زار"), 3)];
        let knowledge = Knowledge::new(&words, vec![[1; CUTS], [2, 1, 1, 1, 1], [3, 2, 1, 1, 1]]);
        let mut row = [0.0; LABELS];
        row[3] = 2.54;
        row[0] = -1.0;
        let pass = Pass {
            weights: vec![(hash("feature"), row)],
            steps: [[0.25; LABELS]; LABELS],
        };
        let mut model = Model::new(knowledge, [&Pass::default(), &pass]);
        model.reliability = vec![0.0, 0.5, 1.0];
        model
    }

    #[test]
    fn a_model_comes_back_from_its_file() {
        let model = Model::read(&small().write()).unwrap();
        assert_eq!(model.knowledge.class(hash("باريس")), 2);
        assert_eq!(model.knowledge.cut(3, 0), 3);
        assert_eq!(model.knowledge.cut(3, 1), 2);
        let mut sums = Sums::default();
        model.add(hash("feature"), &mut sums);
        model.add(hash("another"), &mut sums);
        let [none, scores] = model.scores(&sums);
        assert_eq!(none, [0.0; LABELS]);
        assert!((scores[3] - 2.54).abs() < 0.01 && (scores[0] + 1.0).abs() < 0.01);
        assert_eq!(model.chains[1].steps()[8][8], 0.25);
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
