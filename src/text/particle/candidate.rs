//! The rests that a word could hold, for looking names up.

use super::analysis::{Clitics, for_each_rest};
use super::offset::offset_of_letter;
use crate::text::fold::match_key;

/// A possible rest of a word after its particles: returned by [`candidates`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Conjunction and preposition; the article stays with the rest.
    pub clitics: Clitics,
    /// Byte of the word as written at which the rest begins. In «للصين» it is the second «ل».
    pub start: usize,
    /// The rest's key for lookups, its article restored: «الصين».
    pub key: String,
}

/// Every rest of `word`, written in any way, after every possible conjunction and preposition; the whole word comes first. Pronouns
/// are not split off: names do not have them.
///
/// ```
/// use warraq::text::particle::candidates;
/// let found: Vec<(usize, String)> = candidates("ولِلصين").into_iter().map(|c| (c.start, c.key)).collect();
/// let expected = [(0, "وللصين"), (2, "للصين"), (6, "لصين"), (6, "الصين")];
/// assert_eq!(found, expected.map(|(start, key)| (start, key.to_string())));
/// ```
#[must_use]
pub fn candidates(word: &str) -> Vec<Candidate> {
    let key = match_key(word);
    let mut found = Vec::new();
    for_each_rest(&key, |clitics, rest| {
        if let Some(start) = offset_of_letter(word, clitics.letters_before()) {
            found.push(Candidate {
                clitics,
                start,
                key: rest.into_owned(),
            });
        }
    });
    found
}
