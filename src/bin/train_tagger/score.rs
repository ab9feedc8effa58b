//! Span-exact precision, recall and F1, as conlleval counts, and how reliable confidence is.

use std::fmt;

use warraq::entity::tagger::calibrated;

/// Right, found and gold names of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    counts: [[usize; 3]; 4],
}

/// A name: its first token, one past its last, its B's number.
fn names(labels: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut out: Vec<(usize, usize, u8)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match out.last_mut() {
            _ if label % 2 == 1 => out.push((at, at + 1, *label)),
            Some(name) if *label > 0 && name.1 == at => name.1 = at + 1,
            _ => {}
        }
    }
    out
}

impl Score {
    /// Counts a sentence.
    pub fn add(&mut self, gold: &[u8], found: &[u8]) {
        let (gold, found) = (names(gold), names(found));
        let mut count =
            |name: &(usize, usize, u8), what: usize| self.counts[usize::from(name.2) / 2][what] += 1;
        gold.iter().for_each(|name| count(name, 2));
        found.iter().for_each(|name| count(name, 1));
        found
            .iter()
            .filter(|name| gold.contains(name))
            .for_each(|name| count(name, 0));
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Score) {
        for (mine, theirs) in self
            .counts
            .iter_mut()
            .flatten()
            .zip(other.counts.iter().flatten())
        {
            *mine += theirs;
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let mut all = [0; 3];
        for kind in &self.counts {
            all.iter_mut().zip(kind).for_each(|(sum, n)| *sum += n);
        }
        let [right, found, gold] = all;
        write!(
            f,
            "F1 {:.2} (P {:.2} R {:.2})",
            percent(2 * right, found + gold),
            percent(right, found),
            percent(right, gold)
        )?;
        for (name, [right, found, gold]) in ["PER", "LOC", "ORG", "MISC"].iter().zip(self.counts) {
            write!(f, "  {name} {:.2}", percent(2 * right, found + gold))?;
        }
        Ok(())
    }
}

/// Names by how sure the tagger was, and how many of them were right.
#[derive(Clone, Debug, Default)]
pub struct Reliability {
    names: Vec<(f32, bool)>,
}

impl Reliability {
    /// Counts a sentence's names, each token with its name's confidence.
    pub fn add(&mut self, gold: &[u8], found: &[u8], confidence: &[f32]) {
        let gold = names(gold);
        self.names.extend(
            names(found)
                .iter()
                .map(|name| (confidence[name.0], gold.contains(name))),
        );
    }

    /// The names of all parts.
    pub fn of(parts: &[Reliability]) -> Reliability {
        let names = parts.iter().flat_map(|part| part.names.iter().copied());
        Reliability {
            names: names.collect(),
        }
    }

    /// The names with confidence after a table, as [`Reliability::curve`] makes it.
    pub fn after(&self, table: &[f32]) -> Reliability {
        let names = self
            .names
            .iter()
            .map(|(raw, right)| (calibrated(table, *raw), *right));
        Reliability {
            names: names.collect(),
        }
    }

    /// Expected calibration error over ten equal parts: the mean distance of confidence from the share that was right.
    pub fn error(&self) -> f64 {
        let mut parts = [(0usize, 0f64, 0usize); 10];
        for (confidence, right) in &self.names {
            let part = &mut parts[((confidence * 10.0) as usize).min(9)];
            *part = (
                part.0 + 1,
                part.1 + f64::from(*confidence),
                part.2 + usize::from(*right),
            );
        }
        let distance: f64 = parts
            .iter()
            .map(|(_, sum, right)| (sum - *right as f64).abs())
            .sum();
        distance / self.names.len().max(1) as f64
    }

    /// The share that was right at `points` scores from 0 to 1, never falling (pool adjacent violators, Ayer et al. 1955).
    pub fn curve(&self, points: usize) -> Vec<f32> {
        let mut names = self.names.clone();
        names.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Blocks of names with one share: how many, how many right, the sum of their scores.
        let mut blocks: Vec<(f32, f32, f32)> = Vec::new();
        for chunk in names.chunks(40) {
            let right = chunk.iter().filter(|(_, right)| *right).count() as f32;
            blocks.push((
                chunk.len() as f32,
                right,
                chunk.iter().map(|(score, _)| score).sum(),
            ));
            while let [.., a, b] = blocks[..]
                && a.1 / a.0 >= b.1 / b.0
            {
                blocks.truncate(blocks.len() - 2);
                blocks.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
            }
        }
        let knots: Vec<(f32, f32)> = blocks
            .iter()
            .map(|(n, right, sum)| (sum / n, right / n))
            .collect();
        let at = |x: f32| {
            let after = knots.partition_point(|knot| knot.0 < x);
            match (after.checked_sub(1).and_then(|n| knots.get(n)), knots.get(after)) {
                (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0).max(1e-6),
                (Some(only), None) | (None, Some(only)) => only.1,
                (None, None) => x,
            }
        };
        (0..points).map(|n| at(n as f32 / (points - 1) as f32)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_only_whole_and_of_its_kind() {
        let mut score = Score::default();
        // B-PER I-PER O B-LOC against B-PER O O B-LOC
        score.add(&[1, 2, 0, 3], &[1, 0, 0, 3]);
        assert_eq!(
            score.to_string(),
            "F1 50.00 (P 50.00 R 50.00)  PER 0.00  LOC 100.00  ORG 0.00  MISC 0.00"
        );
    }

    #[test]
    fn confidence_that_tells_the_share_of_right_names_has_no_error() {
        let mut told = Reliability::default();
        for n in 0..1000 {
            told.add(&[if n % 4 == 0 { 0 } else { 3 }], &[3], &[0.75]);
        }
        assert!(told.error() < 1e-6);
        assert!(told.curve(11).iter().all(|share| (share - 0.75).abs() < 1e-6));
    }
}
