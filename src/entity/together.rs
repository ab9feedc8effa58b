//! Entities that are mentioned together: in the same articles, and in the same sentences.
//!
//! In: the entities of each article, with the sentence of each mention. Out: [`Together`], the pairs of entities that several articles share.

use std::collections::HashMap;

use serde::Serialize;

use crate::keyword::rank;
use crate::keyword::statistic::{Pair, log_dice, pair_log_likelihood};

/// Two entities and how often they are mentioned together: returned by [`Corpus::together`](crate::Corpus::together).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Together {
    /// Their ids, the smaller first.
    pub entities: (u32, u32),
    /// Articles that mention both.
    pub articles: u32,
    /// Sentences that mention both.
    pub sentences: u32,
    /// How much they attract each other, from the articles that mention one, the other and both: see [`log_dice`].
    pub log_dice: f64,
    /// How sure it is that this is not chance, from the same and the number of all articles: see [`pair_log_likelihood`].
    pub log_likelihood: f64,
}

/// The mentions of an article: entity and sentence of each, in any order.
pub type Mentioned = Vec<(u32, u32)>;

/// The pairs that at least `least` articles mention together, those in most articles first, `limit` at most.
///
/// An entity of fewer articles than `least` is in no such pair, and is not looked at (Agrawal and Srikant 1994, Apriori).
#[must_use]
pub fn together(articles: &[Mentioned], least: u32, limit: usize) -> Vec<Together> {
    let mut mentioned: HashMap<u32, u32> = HashMap::new();
    for article in articles {
        for entity in different(article.iter().map(|(entity, _)| *entity)) {
            *mentioned.entry(entity).or_default() += 1;
        }
    }
    let in_articles = |entity: u32| mentioned.get(&entity).copied().unwrap_or(0);
    let mut shared: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
    for article in articles {
        let frequent = article
            .iter()
            .filter(|(entity, _)| in_articles(*entity) >= least.max(1));
        let frequent: Vec<(u32, u32)> = frequent.copied().collect();
        for pair in pairs(frequent.iter().map(|(entity, _)| *entity)) {
            shared.entry(pair).or_default().0 += 1;
        }
        let mut by_sentence: HashMap<u32, Vec<u32>> = HashMap::new();
        for (entity, sentence) in frequent {
            by_sentence.entry(sentence).or_default().push(entity);
        }
        for pair in by_sentence.into_values().flat_map(pairs) {
            shared.entry(pair).or_default().1 += 1;
        }
    }
    let often = shared
        .into_iter()
        .filter(|(_, (articles, _))| *articles >= least.max(1));
    let mut found: Vec<((u32, u32), (u32, u32))> = often.collect();
    found.sort_unstable();
    let mut found = rank(found, |(_, (articles, sentences))| {
        ((*articles).into(), (*sentences).into(), "")
    });
    found.truncate(limit);
    let row = |(entities, (both, sentences)): ((u32, u32), (u32, u32))| {
        let (first, second) = (in_articles(entities.0).into(), in_articles(entities.1).into());
        let pair = Pair {
            together: both.into(),
            near: first,
            collocate: second,
            node: first,
            words: articles.len() as f64,
        };
        Together {
            entities,
            articles: both,
            sentences,
            log_dice: log_dice(pair),
            log_likelihood: pair_log_likelihood(pair),
        }
    };
    found.into_iter().map(row).collect()
}

/// Every two different ones of `entities`, once, the smaller first.
fn pairs(entities: impl IntoIterator<Item = u32>) -> Vec<(u32, u32)> {
    let entities = different(entities);
    let mut pairs = Vec::new();
    for (at, first) in entities.iter().enumerate() {
        pairs.extend(entities.iter().skip(at + 1).map(|second| (*first, *second)));
    }
    pairs
}

/// The different ones of `entities`, ascending.
fn different(entities: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut entities: Vec<u32> = entities.into_iter().collect();
    entities.sort_unstable();
    entities.dedup();
    entities
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of four articles two mention 1, three mention 2, two mention both: Dice is 2·2 / (2 + 3).
    #[test]
    fn association_by_hand() {
        let articles = [
            vec![(1, 0), (2, 0), (2, 1), (1, 1)],
            vec![(2, 4), (1, 5)],
            vec![(2, 0)],
            vec![(3, 0)],
        ];
        let found = together(&articles, 1, 9);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].articles, found[0].sentences), (2, 2));
        assert!((found[0].log_dice - (14.0 + (4.0f64 / 5.0).log2())).abs() < 1e-9);
        // Cells 2, 0, 1, 1; expected 1.5, 0.5, 1.5, 0.5.
        let term = |observed: f64, expected: f64| observed * (observed / expected).ln();
        let by_hand = 2.0 * (term(2.0, 1.5) + term(1.0, 1.5) + term(1.0, 0.5));
        assert!((found[0].log_likelihood - by_hand).abs() < 1e-9);
    }

    #[test]
    fn sentences_are_counted_beside_articles() {
        // Entities 1 and 2 share a sentence of the first article, and are both in the second.
        let found = together(&[vec![(1, 0), (2, 0), (7, 1)], vec![(1, 0), (2, 3)]], 2, 100);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].entities, found[0].articles, found[0].sentences),
            ((1, 2), 2, 1)
        );
    }

    #[test]
    fn the_rare_are_left_out_and_the_rest_is_cut_at_the_limit() {
        let articles = [vec![(1, 0), (2, 0), (3, 0)], vec![(1, 0), (2, 0)]];
        assert_eq!(together(&articles, 2, 9).len(), 1);
        assert_eq!(together(&articles, 1, 2).len(), 2);
        assert_eq!(together(&articles, 3, 9), []);
    }

    proptest::proptest! {
        #[test]
        fn no_more_together_than_alone(articles in proptest::collection::vec(proptest::collection::vec((0u32..8, 0u32..5), 0..12), 0..9)) {
            for pair in together(&articles, 1, usize::MAX) {
                let has = |entity: u32| articles.iter().filter(|a| a.iter().any(|(e, _)| *e == entity)).count() as u32;
                proptest::prop_assert!(pair.entities.0 < pair.entities.1 && pair.articles <= has(pair.entities.0).min(has(pair.entities.1)));
                proptest::prop_assert!(pair.log_dice <= 14.0 && pair.log_likelihood >= 0.0);
            }
        }
    }
}
