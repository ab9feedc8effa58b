//! Copies: which stories say the same in the same words.
//!
//! In: the [`shingles`] of each story. Out: [`Cluster`]s of stories whose likeness (Jaccard) or containment is high. What two of them have in
//! other words is told by `align` ([`Comparison`]), and whose wire a story is by `agency`.

pub(crate) mod agency;
pub(crate) mod align;
mod chain;
mod shingle;

use std::collections::{BTreeMap, HashMap};

use crate::disjoint::Disjoint;
use crate::keyword::rank;
use crate::order;

pub use align::{Change, Comparison, Edit, Passage};
pub use shingle::{Shingles, shingles};

/// Two stories are copies from this Jaccard similarity on: the default of [`Thresholds`].
pub const MIN_JACCARD: f32 = 0.5;
/// One story holds another from this containment on: the default of [`Thresholds`].
pub const MIN_CONTAINMENT: f32 = 0.5;
/// Stories with fewer shingles are too short to be told apart from a formula.
pub(crate) const MIN_SHINGLES: usize = 8;
/// A shingle in more stories than this is mostly a formula of the trade («وفقا لما نقلته وكالة الأنباء الرسمية»): its stories are
/// chained, each to the next, so that a hundred copies still meet while the work stays linear.
const MAX_POSTINGS: usize = 64;
/// Shingles are sorted in so many parts, by their hash: an index of all at once takes twice the memory of the shingles.
const PARTS: u64 = 8;
/// Pairs that share less than this part of the shorter story's shingles in the index are not looked at again.
const MIN_SHARED: f32 = 0.25;

/// Two stories and how alike they are: returned by [`pairs`].
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

/// Stories that are copies of each other, directly or through another: returned by [`clusters`].
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Indices of the stories, ascending.
    pub stories: Vec<usize>,
    /// The weakest link that joins it: the larger of likeness and containment, 0 to 1.
    pub similarity: f32,
}

/// The least that makes two stories a pair: likeness or containment.
///
/// ```
/// use warraq::duplicate::{MIN_CONTAINMENT, MIN_JACCARD, Thresholds};
/// let usual = Thresholds { jaccard: MIN_JACCARD, containment: MIN_CONTAINMENT };
/// assert_eq!(Thresholds::default(), usual);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From this Jaccard similarity on, 0 to 1.
    pub jaccard: f32,
    /// Or from this containment on, 0 to 1.
    pub containment: f32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            jaccard: MIN_JACCARD,
            containment: MIN_CONTAINMENT,
        }
    }
}

/// Every pair of stories with enough in common, ordered by index; likeness and containment are exact.
///
/// Pairs are found where shingles meet: all shingles are sorted, and the stories that hold the same one are neighbours (an inverted
/// index without its table). The time grows with the shingles that stories share, not with the number of pairs of stories, and nothing
/// is sampled, so no pair within reach is missed by chance, as MinHash would.
///
/// ```
/// use warraq::duplicate::{Thresholds, pairs, shingles};
/// let wire = "افتتحت سلطة المياه في العقبة محطة جديدة للتحلية صباح الأحد وقالت إن العمل فيها دام ثلاث سنوات";
/// let copy = format!("{wire} كاملة");
/// let other = "أصلح الصيادون مراكبهم قبل الشتاء واشتروا شباكا جديدة من مصنع صغير قرب الميناء القديم في المدينة";
/// let stories = [wire, other, &copy].map(|text| shingles([text]));
/// let found = pairs(&stories, Thresholds::default());
/// assert_eq!((found.len(), found[0].a, found[0].b), (1, 0, 2));
/// assert_eq!(found[0].containment, 1.0, "the copy has all of the wire");
/// ```
#[must_use]
pub fn pairs(stories: &[Shingles], least: Thresholds) -> Vec<Pair> {
    let mut found: Vec<Pair> = meetings(stories)
        .into_iter()
        .filter_map(|((a, b), met)| {
            let (first, second) = (stories.get(a as usize)?, stories.get(b as usize)?);
            let shorter = first.len().min(second.len());
            if (met as f32) < MIN_SHARED * shorter as f32 {
                return None;
            }
            let common = first.common(second);
            let jaccard = common as f32 / (first.len() + second.len() - common) as f32;
            let containment = common as f32 / shorter as f32;
            let enough = jaccard >= least.jaccard || containment >= least.containment;
            enough.then_some(Pair {
                a: a as usize,
                b: b as usize,
                jaccard,
                containment,
            })
        })
        .collect();
    order::sort_by_key(&mut found, |pair| (pair.a, pair.b));
    found
}

/// How many shingles each two stories were seen to share; stories that share none are not there.
fn meetings(stories: &[Shingles]) -> HashMap<(u32, u32), u32> {
    let mut met = HashMap::new();
    let mut postings: Vec<(u64, u32)> = Vec::new();
    for part in 0..PARTS {
        let long = (0..)
            .zip(stories)
            .filter(|(_, story)| story.len() >= MIN_SHINGLES);
        postings.clear();
        postings
            .extend(long.flat_map(|(id, story)| story.part(part, PARTS).iter().map(move |hash| (*hash, id))));
        postings.sort_unstable();
        meet(&postings, &mut met);
    }
    met
}

/// Counts the meetings of stories that stand beside the same shingle.
fn meet(postings: &[(u64, u32)], met: &mut HashMap<(u32, u32), u32>) {
    for group in postings
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|group| group.len() > 1)
    {
        let reach = if group.len() > MAX_POSTINGS {
            1
        } else {
            group.len()
        };
        for (n, (_, a)) in group.iter().enumerate() {
            for (_, b) in group.iter().skip(n + 1).take(reach) {
                *met.entry((*a, *b)).or_default() += 1;
            }
        }
    }
}

/// Joins the pairs of so many stories into clusters, most similar first.
///
/// ```
/// use warraq::duplicate::{Pair, clusters};
/// let pair = |a, b, jaccard| Pair { a, b, jaccard, containment: jaccard };
/// let found = clusters(4, &[pair(0, 2, 0.9), pair(2, 3, 0.6)]);
/// assert_eq!((found[0].stories.as_slice(), found[0].similarity), ([0, 2, 3].as_slice(), 0.6));
/// ```
#[must_use]
pub fn clusters(stories: usize, pairs: &[Pair]) -> Vec<Cluster> {
    let mut sets = Disjoint::of(stories);
    let links = rank(pairs.iter().collect(), |pair: &&Pair| {
        (strength(pair).into(), 0.0, "")
    });
    let mut weakest: HashMap<usize, f32> = HashMap::new();
    for pair in links {
        let (a, b) = (sets.root(pair.a), sets.root(pair.b));
        if a != b {
            let least = strength(pair)
                .min(*weakest.get(&a).unwrap_or(&1.0))
                .min(*weakest.get(&b).unwrap_or(&1.0));
            sets.join(a, b);
            weakest.insert(a.min(b), least);
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for story in 0..stories {
        members.entry(sets.root(story)).or_default().push(story);
    }
    let clusters = members
        .into_iter()
        .filter(|(_, stories)| stories.len() > 1)
        .map(|(root, stories)| Cluster {
            stories,
            similarity: *weakest.get(&root).unwrap_or(&1.0),
        });
    rank(clusters.collect(), |cluster: &Cluster| {
        (cluster.similarity.into(), 0.0, "")
    })
}

fn strength(pair: &Pair) -> f32 {
    pair.jaccard.max(pair.containment)
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
        let pairs = pairs(&stories, Thresholds::default());
        let seen: Vec<_> = pairs.iter().map(|p| (p.a, p.b)).collect();
        assert_eq!(seen, [(0, 1), (2, 3)]);
        assert!((pairs[0].jaccard - 91.0 / 96.0).abs() < 1e-6);
        assert!((pairs[1].containment - 1.0).abs() < 1e-6);
        let clusters = clusters(4, &pairs);
        assert_eq!(clusters.len(), 2);
        assert_eq!(clusters[0].stories, [0, 1], "{clusters:?}");
    }

    #[test]
    fn more_copies_than_a_posting_list_takes_are_one_cluster() {
        let stories: Vec<Shingles> = (0..200).map(|_| story(0..50)).collect();
        let clusters = clusters(stories.len(), &pairs(&stories, Thresholds::default()));
        assert_eq!(clusters.len(), 1);
        assert_eq!(clusters[0].stories.len(), 200);
    }

    proptest::proptest! {
        #[test]
        fn the_index_finds_what_comparing_all_pairs_finds(runs in proptest::collection::vec((0u32..60, 14u32..50), 2..12)) {
            let stories: Vec<Shingles> = runs.iter().map(|(start, len)| story(*start..start + len)).collect();
            let least = Thresholds::default();
            let mut all = Vec::new();
            for (a, first) in stories.iter().enumerate() {
                for (b, second) in stories.iter().enumerate().skip(a + 1) {
                    let common = first.common(second) as f32;
                    let jaccard = common / ((first.len() + second.len()) as f32 - common);
                    let containment = common / first.len().min(second.len()) as f32;
                    if jaccard >= least.jaccard || containment >= least.containment {
                        all.push((a, b));
                    }
                }
            }
            let found: Vec<_> = pairs(&stories, least).iter().map(|p| (p.a, p.b)).collect();
            proptest::prop_assert_eq!(found, all);
        }
    }
}
