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

use std::sync::LazyLock;

use rule::{Rule, rule};
use switches::Switches;

/// One past the last character of two bytes in UTF-8, among which are all Arabic letters but presentation forms.
const NARROW: usize = 0x800;
/// What becomes of the characters below [`NARROW`], looked up instead of asked for: every stage folds words.
static KEYS: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let chars = (0..NARROW as u32).filter_map(char::from_u32);
    chars.map(|c| rule(c, &Switches::MATCH)).collect()
});

/// Appends the key of `word` to `out`. See [`match_key`].
pub(crate) fn match_key_into(word: &str, out: &mut String) {
    let keys = &*KEYS;
    for c in word.chars() {
        let rule = keys.get(c as usize).copied();
        match rule.unwrap_or_else(|| rule::rule(c, &Switches::MATCH)) {
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
