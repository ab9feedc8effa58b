//! Which reading of a word is meant.
//!
//! A unigram model of particles and bases chooses (after Lee et al. 2003, «Language Model Based Arabic Word Segmentation»): a reading is
//! as probable as its particles are frequent and its base is used. Uses come from the background table, the lexicon and
//! whatever the caller knows of its corpus; a base that nobody knows is the less probable the longer it is, so an unknown word stays whole
//! unless particles as telling as «بال» or «لل» open it.

use super::analysis::{Analysis, Clitics, analyses, letters};
use super::offset::{offset_of_ending, offset_of_letter};
use crate::lexicon::{self, Entry, Kind, background};
use crate::text::fold::match_key;

/// Why a word was split, or not.
///
/// ```
/// use warraq::text::particle::{Reason, split};
/// assert_eq!(split("والد", &|_| false).reason, Reason::Listed);
/// assert_eq!(split("وكيشور", &|word| word == "كيشور").reason, Reason::Corpus);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The word is particles only, written apart from what they belong to: «الـ», «لـ».
    Particles,
    /// The lexicon lists the word as one that only looks as if particles stood before it, or as a function word.
    Listed,
    /// The base, which is the word itself where nothing was split off, is common in the background.
    Background,
    /// The base is a word or name of the lexicon.
    Lexicon,
    /// The caller knows the base: it stands alone in this corpus.
    Corpus,
    /// Nobody knows the base: its shape and particles decided.
    Shape,
}

/// A word's particles and what they are attached to: returned by [`split`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The particles.
    pub clitics: Clitics,
    /// Bytes of the word as written that conjunction and preposition take; what follows begins with its article. In «للصين» the first
    /// «ل» alone is counted.
    pub prefix_len: usize,
    /// Bytes of the word as written that the pronoun takes at its end.
    pub suffix_len: usize,
    /// The folded word without particles, article and pronoun, as it stands alone: «ووزارته» has «وزاره». A name keeps its article,
    /// «للصين» has «الصين»; "" for particles only.
    pub base: String,
    /// Why.
    pub reason: Reason,
}

/// Splits `word`, written in any way, by what the background and the lexicon know, and by `knows`, which says whether a folded word
/// stands alone in the caller's corpus often enough to be believed.
///
/// ```
/// use warraq::text::particle::split;
/// let nothing = |_: &str| false;
/// assert_eq!(split("وروسيا", &nothing).prefix_len, "و".len());
/// assert_eq!(split("للحزب", &nothing).base, "حزب");
/// assert_eq!(split("والد", &nothing).base, "والد");
/// assert_eq!(split("وكيشور", &nothing).base, "وكيشور");
/// assert_eq!(split("وكيشور", &|word| word == "كيشور").base, "كيشور");
/// ```
#[must_use]
pub fn split(word: &str, knows: &dyn Fn(&str) -> bool) -> Split {
    split_key(word, &match_key(word), knows)
}

/// As [`split`], for a word whose folding is `key`.
pub(crate) fn split_key(word: &str, key: &str, knows: &dyn Fn(&str) -> bool) -> Split {
    if let Some(split) = particles_only(word, key) {
        return split;
    }
    let listed = key.starts_with(['و', 'ف', 'ب', 'ك', 'ل', 'س']) && lexicon::any(key, is_whole);
    let mut readings = analyses(key);
    readings.retain(|reading| !listed || reading.clitics.letters_before() == 0);
    let Some((reading, reason)) = best(word, readings, knows) else {
        return whole(key, Reason::Shape);
    };
    let reason = if listed { Reason::Listed } else { reason };
    written(word, reading, reason).unwrap_or_else(|| whole(key, Reason::Shape))
}

/// The most probable of `readings`, and who knows its base. The lexicon, which is slower to ask than the background, is asked only
/// of bases for which its answer could make the difference.
fn best<'k>(
    word: &str,
    readings: Vec<Analysis<'k>>,
    knows: &dyn Fn(&str) -> bool,
) -> Option<(Analysis<'k>, Reason)> {
    let mut weighed: Vec<(f32, f32, Analysis, Reason)> = readings
        .into_iter()
        .map(|reading| {
            let share = share(&reading.clitics) * spelling(word, &reading);
            // That the whole word is in the corpus says nothing of its parts.
            let asked = reading.clitics.any() || reading.clitics.article;
            let (uses, reason) = uses(&reading.base, &|base| asked && knows(base));
            (share * uses, share, reading, reason)
        })
        .collect();
    let mut highest = weighed.iter().map(|found| found.0).fold(0.0, f32::max);
    for (probability, share, reading, reason) in &mut weighed {
        if *share * LISTED > highest
            && matches!(reason, Reason::Shape)
            && let Some(sure) = listed(&reading.base)
        {
            *probability = probability.max(*share * if sure { LISTED } else { AMBIGUOUS });
            *reason = Reason::Lexicon;
            highest = highest.max(*probability);
        }
    }
    weighed
        .into_iter()
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, _, reading, reason)| (reading, reason))
}

/// How much the ending as written speaks for a reading: «ة» is no pronoun, and «ه» is written for «ة» in one word of ten at most.
fn spelling(word: &str, reading: &Analysis) -> f32 {
    match reading.clitics.pronoun {
        "ه" if word.ends_with('ة') => 0.0,
        "ه" => 10.0,
        _ => 1.0,
    }
}

/// A word from which nothing is split off.
pub(crate) fn whole(key: &str, reason: Reason) -> Split {
    Split {
        clitics: Clitics::default(),
        prefix_len: 0,
        suffix_len: 0,
        base: key.to_string(),
        reason,
    }
}

/// The split that `reading` means in `word`; none where a ligature joins a particle to the rest.
fn written(word: &str, reading: Analysis, reason: Reason) -> Option<Split> {
    Some(Split {
        prefix_len: offset_of_letter(word, reading.clitics.letters_before())?,
        suffix_len: word.len() - offset_of_ending(word, letters(reading.clitics.pronoun))?,
        clitics: reading.clitics,
        base: reading.base.into_owned(),
        reason,
    })
}

/// «الـ», «لـ», «وبالـ» before a number or a quotation mark, and a particle alone.
fn particles_only(word: &str, key: &str) -> Option<Split> {
    let mut rest = key;
    let mut take = |options: &[char]| {
        let first = rest.chars().next().filter(|c| options.contains(c))?;
        rest = rest.get(first.len_utf8()..)?;
        Some(first)
    };
    let conjunction = take(&['و', 'ف']);
    let preposition = take(&['ب', 'ك', 'ل', 'س']);
    let article = rest == "ال" || rest == "ل" && preposition == Some('ل');
    let apart = article || word.ends_with('\u{640}') || letters(key) == 1;
    ((rest.is_empty() || article) && apart).then(|| Split {
        clitics: Clitics {
            conjunction,
            preposition,
            article,
            pronoun: "",
        },
        prefix_len: word.len(),
        suffix_len: 0,
        base: String::new(),
        reason: Reason::Particles,
    })
}

/// Uses in a million words that a row of the lexicon speaks for, that of a word with other meanings, and a word of the corpus.
const LISTED: f32 = 5.0;
const AMBIGUOUS: f32 = 1.0;
const IN_CORPUS: f32 = 20.0;
/// Uses of an unknown word of no letters, and what each letter leaves of them.
const UNKNOWN: f32 = 50.0;
const LETTER: f32 = 0.15;

/// Uses of a base in a million words, and who says so, the lexicon not asked.
fn uses(base: &str, knows: &dyn Fn(&str) -> bool) -> (f32, Reason) {
    let unknown = UNKNOWN * LETTER.powi(letters(base) as i32);
    let found = background::per_million(base).map(|uses| (uses, Reason::Background));
    let best = found.unwrap_or((unknown, Reason::Shape));
    if best.0 < IN_CORPUS && knows(base) {
        return (IN_CORPUS, Reason::Corpus);
    }
    best
}

/// Whether the lexicon lists `base`, a folded word, as one without particles, and if so whether it surely means that.
#[must_use]
#[doc(hidden)]
pub fn listed(base: &str) -> Option<bool> {
    lexicon::lookup(base)
        .iter()
        .filter(|entry| !may_be_joined(entry))
        .filter(|entry| !(entry.kind == Kind::Whole && has_pronoun(entry.name)))
        .filter(|entry| !(base.starts_with("ال") && is_title(entry)))
        .map(|entry| !entry.ambiguous)
        .max()
}

/// Words that are whole whatever their letters suggest.
fn is_whole(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Whole | Kind::Stop) && !entry.ambiguous && !may_be_joined(entry)
}

/// Rows that list words as they are met, «وقال» and «وفي» among them, and portals' phrases.
fn may_be_joined(entry: &Entry) -> bool {
    match entry.kind {
        Kind::Say | Kind::Portal => true,
        Kind::Stop => matches!(entry.class, "joined" | "filler"),
        _ => false,
    }
}

/// Rows that list a common noun with its article: «الرئيس».
fn is_title(entry: &Entry) -> bool {
    !matches!(
        entry.kind,
        Kind::Person | Kind::Location | Kind::Organization | Kind::Misc | Kind::Whole | Kind::Stop
    )
}

/// Whether a listed word, as it is spelled («بلاده», not «باقة»), ends with a pronoun: its first letter is its own, its last are not.
fn has_pronoun(name: &str) -> bool {
    letters(name) >= 5
        && ["ه", "ها", "هم", "هن", "هما", "نا", "كم"]
            .iter()
            .any(|end| name.ends_with(end))
}

/// The share of words that have these particles, as the tool `background` measures it; factors that all readings have are left out.
fn share(clitics: &Clitics) -> f32 {
    let conjunction = match clitics.conjunction {
        None => 1.0,
        Some('و') => 0.066,
        Some(_) => 0.003,
    };
    let preposition = match clitics.preposition {
        None => 1.0,
        Some('ب') => 0.03,
        Some('ل') => 0.029,
        Some('ك') => 0.0012,
        Some(_) => 0.0013,
    };
    let article = if clitics.article { 0.34 } else { 1.0 };
    let pronoun = match clitics.pronoun {
        "" => 1.0,
        "ه" => 0.018,
        "ها" => 0.011,
        "هم" => 0.003,
        "نا" => 0.0007,
        "هما" => 0.0003,
        _ => 0.00005,
    };
    conjunction * preposition * article * pronoun
}
