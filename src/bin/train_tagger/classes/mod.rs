//! Word classes learned from unlabelled text: those that keep most of the mutual information of neighbouring words (Brown et al.
//! 1992). [`exchange`] finds them, [`merge`] joins them into coarser ones.
//!
//! In: a text as numbers of words. Out: a table, a word a line.

mod exchange;
mod merge;

use std::cmp::Reverse;
use std::fmt::Write as _;

use crate::corpus::Plain;

/// How many classes the coarser cuts have.
const CUT_SIZES: [usize; 5] = [256, 128, 64, 32, 16];

/// The text as counts of neighbouring words.
struct Bigrams {
    /// For each word, its successors and how often.
    next: Vec<Vec<(u32, u32)>>,
    /// For each word, its predecessors and how often.
    previous: Vec<Vec<(u32, u32)>>,
}

/// Stands in the stream for a word that is too rare for a class.
const RARE: u32 = u32::MAX;

impl Bigrams {
    /// Counts neighbours in `stream`; none across a rare word.
    fn new(stream: &[u32], words: usize) -> Self {
        let mut pairs: Vec<u64> = stream
            .windows(2)
            .filter(|pair| pair[0] != RARE && pair[1] != RARE)
            .map(|pair| u64::from(pair[0]) << 32 | u64::from(pair[1]))
            .collect();
        pairs.sort_unstable();
        let mut bigrams = Bigrams {
            next: vec![vec![]; words],
            previous: vec![vec![]; words],
        };
        for run in pairs.chunk_by(|a, b| a == b) {
            let (word, next, count) = ((run[0] >> 32) as u32, run[0] as u32, run.len() as u32);
            bigrams.next[word as usize].push((next, count));
            bigrams.previous[next as usize].push((word, count));
        }
        bigrams
    }
}

/// The table of classes: word, count, class, and the class's class in each coarser cut; the most frequent word first.
pub fn table(plain: &Plain, classes: usize, least: u32, rounds: usize) -> String {
    let mut order: Vec<usize> = (0..plain.words.len())
        .filter(|word| plain.counts[*word] >= least)
        .collect();
    order.sort_by_key(|word| (Reverse(plain.counts[*word]), &plain.words[*word]));
    // Numbers by falling frequency; 0 stays what stands between sentences.
    let mut number = vec![RARE; plain.words.len() + 1];
    number[0] = 0;
    for (place, word) in (1..).zip(&order) {
        number[word + 1] = place;
    }
    let stream: Vec<u32> = plain.stream.iter().map(|word| number[*word as usize]).collect();
    let text = Bigrams::new(&stream, order.len() + 1);
    let class = exchange::classes(&text, classes, rounds);
    let cuts = merge::cuts(&text, &class, classes, &CUT_SIZES);
    let mut out = String::new();
    for (class, word) in class.iter().skip(1).zip(&order) {
        let _ = write!(out, "{}\t{}\t{class}", plain.words[*word], plain.counts[*word]);
        for cut in &cuts {
            let _ = write!(out, "\t{}", cut[usize::from(*class)]);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words 1 to 4 stand before words 5 to 8, in sentences of two.
    fn text() -> Bigrams {
        let stream: Vec<u32> = (0..400).flat_map(|n| [0, 1 + n % 4, 5 + n * n / 7 % 4]).collect();
        Bigrams::new(&stream, 9)
    }

    #[test]
    fn words_with_the_same_neighbours_share_a_class() {
        let class = exchange::classes(&text(), 3, 10);
        assert!(class[1..5].iter().all(|c| *c == class[1]));
        assert!(class[5..9].iter().all(|c| *c == class[5]));
        assert_ne!(class[1], class[5]);
        assert_ne!(class[0], class[1]);
    }

    #[test]
    fn a_coarser_cut_joins_whole_classes() {
        let text = text();
        let class: Vec<u16> = (0..9).collect();
        let cuts = merge::cuts(&text, &class, 9, &[5, 3]);
        for (fine, coarse) in cuts[0].iter().zip(&cuts[1]) {
            let together = cuts[0].iter().zip(&cuts[1]).filter(|(f, _)| *f == fine);
            assert!(together.into_iter().all(|(_, c)| c == coarse));
        }
        assert_eq!(cuts[1].iter().max(), Some(&2));
        assert!(cuts[1][1..5].iter().all(|c| *c == cuts[1][1]));
    }
}
