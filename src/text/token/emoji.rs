//! Emoji as people see them: sequences after Unicode Technical Standard 51.

use super::scan::{Class, Cursor};

const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';

/// Where the sequence ends whose first character ends at `next`: presentation selectors, skin tones, tags, the second half of a
/// flag, and further emoji joined to it.
pub(super) fn sequence(cursor: &Cursor, next: usize) -> usize {
    let first = cursor
        .text
        .get(..next)
        .and_then(|before| before.chars().next_back());
    let mut end = next;
    if is_flag_letter(first)
        && let Some(second) = cursor.char(end).filter(|c| is_flag_letter(Some(*c)))
    {
        end += second.len_utf8();
    }
    loop {
        let Some(c) = cursor.char(end) else { return end };
        let after = end + c.len_utf8();
        match c {
            '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | KEYCAP => {
                end = after
            }
            JOINER => match cursor.look(after) {
                (Class::Emoji | Class::Mark, joined) => end = joined,
                _ => return end,
            },
            _ => return end,
        }
    }
}

/// The end of a keycap emoji («1️⃣») whose digit or sign ends at `next`.
pub(super) fn keycap(cursor: &Cursor, next: usize) -> Option<usize> {
    let mut rest = cursor.text.get(next..)?.chars();
    (rest.next()? == '\u{FE0F}' && rest.next()? == KEYCAP)
        .then_some(next + '\u{FE0F}'.len_utf8() + KEYCAP.len_utf8())
}

fn is_flag_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c))
}
