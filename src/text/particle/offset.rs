//! Where letters of a folded word stand in the word as written, marks, tatweel and invisible characters between them.

use crate::text::fold::match_key_into;

/// The byte at which letter number `count` of the folded word begins in `word`; what is written on the letter before belongs to that
/// one. `None` where there is no such letter, or a ligature holds it and the one before.
pub(super) fn offset_of_letter(word: &str, count: usize) -> Option<usize> {
    if count == 0 {
        return Some(0);
    }
    let mut passed = 0;
    let mut folded = String::new();
    for (at, c) in word.char_indices() {
        folded.clear();
        match_key_into(c.encode_utf8(&mut [0; 4]), &mut folded);
        if passed >= count && !folded.is_empty() {
            return (passed == count).then_some(at);
        }
        passed += folded.chars().count();
    }
    None
}

/// The byte at which the last `count` letters begin in `word`; its length for none.
pub(super) fn offset_of_ending(word: &str, count: usize) -> Option<usize> {
    if count == 0 {
        return Some(word.len());
    }
    let mut folded = String::new();
    match_key_into(word, &mut folded);
    offset_of_letter(word, folded.chars().count().checked_sub(count)?)
}
