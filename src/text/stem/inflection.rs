//! Endings of number, gender and case, taken off where what is left is known.

use crate::lexicon::{self, Kind, background};

/// The word that `base` is an inflected form of, where the evidence says that there is one.
pub(super) fn stem(base: &str) -> Option<String> {
    masculine_plural(base)
        .or_else(|| feminine_plural(base))
        .or_else(|| dual(base))
        .or_else(|| relative(base))
        .or_else(|| accusative(base))
}

/// «مهندسون» and «مهندسين», where both are known, or the singular is a lemma or a known participle: «قانون» and «تأمين» are none of it.
fn masculine_plural(base: &str) -> Option<String> {
    let (stem, other) = match (base.strip_suffix("ون"), base.strip_suffix("ين")) {
        (Some(stem), _) => (stem, "ين"),
        (_, Some(stem)) => (stem, "ون"),
        _ => return None,
    };
    let participle = || stem.starts_with('م') && stem.chars().nth(3).is_some();
    let plural = || participle() || known(&format!("{stem}{other}"));
    (long(stem) && (is_lemma(stem) || known(stem) && plural())).then(|| stem.to_string())
}

/// «منظمات», of «منظمة»; «قرارات», of «قرار»: the more used of the two. A lemma has its plural listed, and this is not it: «مكتبات» is not of
/// «مكتب».
fn feminine_plural(base: &str) -> Option<String> {
    let stem = base.strip_suffix("ات").filter(|stem| long(stem))?;
    let feminine = format!("{stem}ه");
    if known(&feminine) && (is_lemma(stem) || uses(&feminine) >= uses(stem)) {
        return Some(feminine);
    }
    (known(stem) && !is_lemma(stem)).then(|| stem.to_string())
}

/// «شركتان» and «شركتين»; «رئيسان», where the singular is a lemma or much more used: «سلطان» and «طيران» are no duals.
fn dual(base: &str) -> Option<String> {
    let feminine = base.strip_suffix("تان").or_else(|| base.strip_suffix("تين"));
    if let Some(stem) = feminine.map(|stem| format!("{stem}ه")).filter(|stem| known(stem)) {
        return Some(stem);
    }
    let stem = base.strip_suffix("ان").filter(|stem| long(stem))?;
    (is_lemma(stem) || known(stem) && uses(stem) >= 4.0 * uses(base)).then(|| stem.to_string())
}

/// «نووية», of «نووي».
fn relative(base: &str) -> Option<String> {
    let stem = base
        .strip_suffix('ه')
        .filter(|stem| long(stem) && stem.ends_with('ي'))?;
    known(stem).then(|| stem.to_string())
}

/// «رئيسا», with the alef of the indefinite accusative.
fn accusative(base: &str) -> Option<String> {
    let stem = base.strip_suffix('ا').filter(|stem| long(stem))?;
    known(stem).then(|| stem.to_string())
}

fn long(stem: &str) -> bool {
    stem.chars().nth(2).is_some()
}

fn uses(word: &str) -> f32 {
    background::per_million(word).unwrap_or_default()
}

fn is_lemma(word: &str) -> bool {
    lexicon::any(word, |entry| entry.kind == Kind::Lemma)
}

/// Whether `word` is one of the language, and no function word or name.
fn known(word: &str) -> bool {
    let entries = lexicon::lookup(word);
    let content = |kind| matches!(kind, Kind::Lemma | Kind::Adjective | Kind::Whole);
    if entries.iter().any(|entry| content(entry.kind)) {
        return true;
    }
    entries
        .iter()
        .all(|entry| entry.ambiguous && entry.kind != Kind::Stop)
        && background::per_million(word).is_some()
}
