//! The one folding under which two spellings of a word are the same word for lookups: lexicons, counts, links.
//!
//! Written without dependencies, because the build script compiles the lexicons with it too; hence the paths of the modules that hold
//! normalization's rules.

#[path = "normalize/presentation.rs"]
pub(crate) mod presentation;
#[path = "normalize/rule.rs"]
pub(crate) mod rule;
#[path = "normalize/switches.rs"]
pub(crate) mod switches;

use rule::{Rule, rule};
use switches::Switches;

/// Appends the key of `word` to `out`. See [`match_key`].
pub fn match_key_into(word: &str, out: &mut String) {
    for c in word.chars() {
        match rule(c, &Switches::MATCH) {
            Rule::Keep => out.push(c),
            Rule::Drop => {}
            Rule::Put(letter) => out.push(letter),
            Rule::Spell(letters) => match_key_into(letters, out),
        }
    }
}

/// The key of a word or phrase: marks, tatweel and invisible characters gone, alef forms with hamza, madda or wasla as «ا», «ى»
/// and «ئ» as «ي», «ؤ» as «و», «ة» as «ه», Persian letters and presentation forms as their Arabic letters, digits in ASCII, Latin in
/// lower case. It is normalization by [`Switches::MATCH`](super::normalize::Switches::MATCH).
///
/// ```
/// use warraq::text::fold::match_key;
/// assert_eq!(match_key("الأ\u{064F}ر\u{0652}د\u{064F}ن\u{0651}"), "الاردن");
/// assert_eq!(match_key("مصطفى"), "مصطفي");
/// ```
#[must_use]
pub fn match_key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    match_key_into(word, &mut out);
    out
}
