//! Sorted words with a byte each, packed for the binary: each word keeps only what differs from the one before it.
//!
//! Shared with the build script. A row is: the number of characters shared with the word before; the other characters, one byte
//! each; the value with its high bit set, which ends the row. Words are folded Arabic letters, the block U+0600.

const BLOCK: u32 = 0x0600;
const VALUE: u8 = 0x80;

/// Packs `rows`, sorted, their values below 128.
///
/// # Errors
/// The first row with a character or value that has no byte.
pub fn pack(rows: &[(String, u8)]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    let mut last = "";
    for (word, value) in rows {
        let shared = word.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
        packed.push(shared as u8);
        for c in word.chars().skip(shared) {
            let byte = (c as u32)
                .checked_sub(BLOCK)
                .filter(|byte| *byte < u32::from(VALUE));
            packed.push(byte.ok_or_else(|| format!("{word:?} is not all Arabic letters"))? as u8);
        }
        if *value >= VALUE {
            return Err(format!("the value of {word:?} is too high"));
        }
        packed.push(value | VALUE);
        last = word;
    }
    Ok(packed)
}

/// Calls `found` with each row that [`pack`] packed.
pub fn unpack(packed: &[u8], mut found: impl FnMut(&str, u8)) {
    let mut word = String::new();
    for row in packed.split_inclusive(|byte| byte & VALUE != 0) {
        let [shared, letters @ .., value] = row else {
            return;
        };
        let kept = word
            .char_indices()
            .nth(usize::from(*shared))
            .map_or(word.len(), |(at, _)| at);
        word.truncate(kept);
        word.extend(
            letters
                .iter()
                .filter_map(|byte| char::from_u32(BLOCK + u32::from(*byte))),
        );
        found(&word, value & !VALUE);
    }
}
