//! Copies: which stories say the same in the same words.
//!
//! In: the shingles of each story. Out: [`Cluster`]s of stories whose likeness (Jaccard) or containment is high.

pub mod shingle;

use std::collections::HashMap;

pub use shingle::{Shingles, shingles};

/// Two stories are copies from this Jaccard similarity on.
pub const MIN_JACCARD: f32 = 0.5;
/// One story holds another from this containment on.
pub const MIN_CONTAINMENT: f32 = 0.5;
/// Stories with fewer shingles are too short to be told apart from a formula.
const MIN_SHINGLES: usize = 8;
/// A shingle in more stories than this is a formula of the trade («وفقا لما نقلته وكالة الأنباء الرسمية») and finds no pairs.
const MAX_POSTINGS: usize = 200;

/// Two stories and how alike they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index of the first story.
    pub a: usize,
    /// Index of the second, greater than `a`.
    pub b: usize,
    /// Shared shingles over all shingles of both, 0 to 1 (Broder 1997, resemblance).
    pub jaccard: f32,
    /// Shared shingles over those of the story with fewer, 0 to 1 (Broder 1997, containment).
    pub containment: f32,
}

/// Stories that are copies of each other, directly or through another.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of the stories, ascending.
    pub stories: Vec<usize>,
    /// The weakest link that joins it: the larger of likeness and containment, 0 to 1.
    pub similarity: f32,
}

/// Every pair of stories with enough in common, ordered by index. Exact: pairs are found through an index of the shingles, so the
/// time grows with the shingles that stories share, not with the number of pairs.
#[must_use]
pub fn pairs(stories: &[Shingles]) -> Vec<Pair> {
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (b, story) in stories
        .iter()
        .enumerate()
        .filter(|(_, s)| s.len() >= MIN_SHINGLES)
    {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for shingle in story.iter() {
            let postings = index.entry(*shingle).or_default();
            if postings.len() < MAX_POSTINGS {
                postings.iter().for_each(|a| *shared.entry(*a).or_default() += 1);
                postings.push(b);
            }
        }
        let mut seen: Vec<usize> = shared.keys().copied().collect();
        seen.sort_unstable();
        for a in seen {
            let Some(other) = stories.get(a) else { continue };
            let common = story.common(other);
            let jaccard = common as f32 / (story.len() + other.len() - common) as f32;
            let containment = common as f32 / story.len().min(other.len()) as f32;
            if jaccard >= MIN_JACCARD || containment >= MIN_CONTAINMENT {
                found.push(Pair {
                    a,
                    b,
                    jaccard,
                    containment,
                });
            }
        }
    }
    found.sort_by_key(|pair| (pair.a, pair.b));
    found
}

/// Joins pairs into clusters, most similar first.
#[must_use]
pub fn clusters(stories: usize, pairs: &[Pair]) -> Vec<Cluster> {
    let mut parent: Vec<usize> = (0..stories).collect();
    let mut links: Vec<&Pair> = pairs.iter().collect();
    links.sort_by(|x, y| {
        strength(y)
            .total_cmp(&strength(x))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut weakest: HashMap<usize, f32> = HashMap::new();
    for pair in links {
        let (a, b) = (root(&mut parent, pair.a), root(&mut parent, pair.b));
        if a != b {
            let least = strength(pair)
                .min(*weakest.get(&a).unwrap_or(&1.0))
                .min(*weakest.get(&b).unwrap_or(&1.0));
            let (low, high) = (a.min(b), a.max(b));
            if let Some(slot) = parent.get_mut(high) {
                *slot = low;
            }
            weakest.insert(low, least);
        }
    }
    let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
    for story in 0..stories {
        members.entry(root(&mut parent, story)).or_default().push(story);
    }
    let mut clusters: Vec<Cluster> = members
        .into_iter()
        .filter(|(_, stories)| stories.len() > 1)
        .map(|(root, stories)| Cluster {
            stories,
            similarity: *weakest.get(&root).unwrap_or(&1.0),
        })
        .collect();
    clusters.sort_by(|x, y| {
        y.similarity
            .total_cmp(&x.similarity)
            .then_with(|| x.stories.cmp(&y.stories))
    });
    clusters
}

fn strength(pair: &Pair) -> f32 {
    pair.jaccard.max(pair.containment)
}

/// The cluster that `story` is in, halving the path on the way (union-find).
fn root(parent: &mut [usize], mut story: usize) -> usize {
    while let Some(up) = parent.get(story).copied().filter(|up| *up != story) {
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(story) {
            *slot = above;
        }
        story = above;
    }
    story
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(words: std::ops::Range<u32>) -> Shingles {
        let text: Vec<String> = words.map(|w| format!("{w}")).collect();
        shingles([text.join(" ").as_str()])
    }

    #[test]
    fn a_copy_and_an_excerpt_are_found_and_a_stranger_is_not() {
        let stories = [story(0..100), story(0..95), story(300..400), story(320..350)];
        let pairs = pairs(&stories);
        let seen: Vec<_> = pairs.iter().map(|p| (p.a, p.b)).collect();
        assert_eq!(seen, [(0, 1), (2, 3)]);
        assert!((pairs[0].jaccard - 91.0 / 96.0).abs() < 1e-6);
        assert!((pairs[1].containment - 1.0).abs() < 1e-6);
        let clusters = clusters(4, &pairs);
        assert_eq!(clusters.len(), 2);
        assert_eq!(clusters[0].stories, [0, 1], "{clusters:?}");
    }
}
