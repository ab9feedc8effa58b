//! Familiar lines: those that stand in many of the files, which are the portals' and not the articles'.
//!
//! Copies of one wire story have its lines in common, and all that is in one of them. So it is not files that are counted but texts:
//! files whose running text is a copy, directly or through another, count as one. Nothing here depends on the order of the files.

use std::collections::{HashMap, HashSet};

use super::Documents;
use crate::disjoint::Disjoint;
use crate::duplicate::{self, Shingles, Thresholds};

/// Texts that have a familiar line at least: three may be on one subject.
const MIN_TEXTS: usize = 4;
/// One of so many texts has it at least.
const MIN_SHARE: usize = 10;

/// The folded lines that stand in many of the documents.
pub(super) fn lines(documents: &Documents) -> HashSet<String> {
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (file, document) in documents.values().enumerate() {
        for line in &document.margins {
            holders.entry(line).or_default().push(file);
        }
    }
    holders.retain(|_, files| files.len() >= MIN_TEXTS);
    if holders.is_empty() {
        return HashSet::new();
    }
    let prose: Vec<Shingles> = documents.values().map(|document| document.prose()).collect();
    let texts = texts(&prose);
    let all = distinct(texts.iter());
    let familiar = holders.into_iter().filter(|(_, files)| {
        let with = distinct(files.iter().filter_map(|file| texts.get(*file)));
        with >= MIN_TEXTS && with * MIN_SHARE >= all
    });
    familiar.map(|(line, _)| line.to_string()).collect()
}

/// The text of each file, copies having one; `None` where it is too short to tell whether it is a copy.
fn texts(prose: &[Shingles]) -> Vec<Option<usize>> {
    let mut texts = Disjoint::of(prose.len());
    for pair in duplicate::pairs(prose, Thresholds::default()) {
        let (a, b) = (texts.root(pair.a), texts.root(pair.b));
        texts.join(a, b);
    }
    let of = prose.iter().enumerate();
    of.map(|(file, shingles)| (shingles.len() >= duplicate::MIN_SHINGLES).then(|| texts.root(file)))
        .collect()
}

fn distinct<'t>(texts: impl Iterator<Item = &'t Option<usize>>) -> usize {
    texts.flatten().collect::<HashSet<_>>().len()
}
