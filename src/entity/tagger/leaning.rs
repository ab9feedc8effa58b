//! Which kind of name a word leans to: what a tagger that could not see which word it was thought of its occurrences in plain text
//! (word-class distributions, Qi et al., CIKM 2009). It knows words that no gold sentence and no list has, by the company they keep.

use super::label::LABELS;
use super::lattice::Scores;

/// A word's leaning in a number below 2⁷: [`UNKNOWN`], hardly ever in names, and from there on
/// by kind, by how often, by how often it begins the name.
pub type Leaning = u8;

/// Nothing is known of the word.
pub const UNKNOWN: Leaning = 0;

/// The word is hardly ever in a name.
const NEVER: Leaning = 1;

/// Bits that a leaning takes.
pub const BITS: u32 = 7;

/// Bounds of the share of a word's occurrences that are in names of the kind it is most often in.
const SHARES: [f32; 7] = [0.02, 0.06, 0.15, 0.3, 0.5, 0.75, 0.9];

/// Bounds of the share of those that begin the name.
const BEGINS: [f32; 2] = [0.25, 0.75];

/// What a word leans to whose occurrences have these probabilities of each label on average.
#[must_use]
pub fn of(mean: &Scores) -> Leaning {
    let [_, names @ ..] = mean;
    let kinds = names.chunks_exact(2).map(|kind| (kind.iter().sum::<f32>(), kind));
    let best = kinds
        .enumerate()
        .max_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b));
    let Some((kind, (share, [begin, ..]))) = best else {
        return NEVER;
    };
    let passed = |bounds: &[f32], share: f32| bounds.iter().filter(|bound| share > **bound).count();
    match passed(&SHARES, share) {
        0 => NEVER,
        level => {
            let step = kind * SHARES.len() + level - 1;
            NEVER + 1 + (step * (BEGINS.len() + 1) + passed(&BEGINS, begin / share)) as u8
        }
    }
}

/// The leaning whatever the word's place in the name.
#[inline]
#[must_use]
pub fn coarse(leaning: Leaning) -> u8 {
    if leaning <= NEVER {
        leaning
    } else {
        NEVER + 1 + (leaning - NEVER - 1) / (BEGINS.len() as u8 + 1)
    }
}

/// Every leaning fits its bits.
const _: () = assert!(2 + (LABELS / 2) * SHARES.len() * (BEGINS.len() + 1) <= 1 << BITS);

#[cfg(test)]
mod tests {
    use super::super::label::Label;
    use super::*;

    fn of_labels(labels: &[(&str, f32)]) -> Leaning {
        let mut mean = [0.0; LABELS];
        for (label, share) in labels {
            mean[usize::from(Label::index_of(label).unwrap())] = *share;
        }
        of(&mean)
    }

    #[test]
    fn kinds_shares_and_places_differ() {
        let place = of_labels(&[("O", 0.3), ("B-LOC", 0.7)]);
        let often = of_labels(&[("B-LOC", 1.0)]);
        let person = of_labels(&[("O", 0.3), ("B-PER", 0.7)]);
        let family = of_labels(&[("O", 0.3), ("I-PER", 0.7)]);
        let all = [place, often, person, family];
        assert!(all.iter().enumerate().all(|(n, one)| !all[..n].contains(one)));
        assert_eq!(coarse(person), coarse(family));
        assert_ne!(coarse(place), coarse(often));
    }

    #[test]
    fn a_word_that_is_no_name_leans_to_none() {
        assert_eq!(of_labels(&[("O", 0.99), ("B-ORG", 0.01)]), NEVER);
        assert_eq!((coarse(UNKNOWN), coarse(NEVER)), (UNKNOWN, NEVER));
    }

    #[test]
    fn the_last_leaning_is_the_greatest() {
        assert_eq!(of_labels(&[("B-MISC", 1.0)]), 2 + 4 * 7 * 3 - 1);
    }
}
