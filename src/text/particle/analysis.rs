//! Every way in which a word's letters can be particles and a rest.

use std::borrow::Cow;

/// The particles of one reading of a word, in their order: conjunction, preposition or future, article, and the pronoun at the end.
///
/// ```
/// use warraq::text::particle::split;
/// let clitics = split("وللوزارة", &|_| false).clitics;
/// assert!(clitics.iter().eq(["و", "ل", "ال"]));
/// assert_eq!(clitics.letters_before(), 2);
/// assert!(clitics.any());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clitics {
    /// «و» or «ف».
    pub conjunction: Option<char>,
    /// «ب», «ك», «ل», or «س» of the future.
    pub preposition: Option<char>,
    /// «ال», also where it is written as the second «ل» of «للـ».
    pub article: bool,
    /// «ه», «ها», «هم» …; "" for none.
    pub pronoun: &'static str,
}

impl Clitics {
    /// Letters before the rest, not counting the article: 0 to 2.
    #[must_use]
    pub fn letters_before(&self) -> usize {
        usize::from(self.conjunction.is_some()) + usize::from(self.preposition.is_some())
    }

    /// The particles in their order, a pronoun with «ـ» before it: «و», «ب», «ال», «ـها».
    pub fn iter(&self) -> impl Iterator<Item = String> {
        let before = [self.conjunction, self.preposition].into_iter().flatten();
        let pronoun = (!self.pronoun.is_empty()).then(|| format!("ـ{}", self.pronoun));
        before
            .map(String::from)
            .chain(self.article.then(|| "ال".to_string()))
            .chain(pronoun)
    }

    /// Whether there is any but the article.
    #[must_use]
    pub fn any(&self) -> bool {
        self.letters_before() > 0 || !self.pronoun.is_empty()
    }
}

/// One reading of a folded word: returned by [`analyses`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis<'k> {
    /// The particles.
    pub clitics: Clitics,
    /// What is left without particles and article, with the ending that it has when it stands alone: «وزارته» leaves «وزاره».
    pub base: Cow<'k, str>,
}

/// The pronouns, longest first.
const PRONOUNS: [&str; 11] = ["هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك", "ي"];

/// Calls `found` with the particles before each possible rest of `key`, a word folded by `match_key`, and that rest, its article and
/// pronoun still part of it; a rest is owned where it is not written so: «للصين» gives «الصين». The whole word comes first.
pub(super) fn for_each_rest<'k>(key: &'k str, mut found: impl FnMut(Clitics, Cow<'k, str>)) {
    for conjunction in [None, Some('و'), Some('ف')] {
        let Some(after) = strip(key, conjunction) else {
            continue;
        };
        for preposition in [None, Some('ب'), Some('ك'), Some('ل'), Some('س')] {
            let Some(rest) = strip(after, preposition) else {
                continue;
            };
            let clitics = Clitics {
                conjunction,
                preposition,
                ..Clitics::default()
            };
            if clitics.letters_before() > 0 && !stands_alone(rest, preposition) {
                continue;
            }
            found(clitics, Cow::Borrowed(rest));
            if preposition == Some('ل')
                && let Some(noun) = rest.strip_prefix('ل')
                && letters(noun) >= 2
            {
                found(clitics, Cow::Owned(format!("ال{noun}")));
            }
        }
    }
}

fn strip(key: &str, clitic: Option<char>) -> Option<&str> {
    clitic.map_or(Some(key), |clitic| key.strip_prefix(clitic))
}

/// Whether `rest` can be a word after the preposition: two letters, and after «س» a verb of the present, long enough in the
/// rare first person that «ساهم» is none.
fn stands_alone(rest: &str, preposition: Option<char>) -> bool {
    match preposition {
        Some('س') => {
            letters(rest) >= 3 && rest.starts_with(['ي', 'ت', 'ن'])
                || letters(rest) >= 4 && rest.starts_with('ا')
        }
        _ => letters(rest) >= 2,
    }
}

pub(super) fn letters(text: &str) -> usize {
    text.chars().count()
}

/// Every reading of `key`, a word folded by `match_key`; one of them is the whole word.
///
/// ```
/// use warraq::text::particle::analyses;
/// let bases: Vec<_> = analyses("وجدها").into_iter().map(|reading| reading.base).collect();
/// for base in ["وجدها", "وجد", "جد"] {
///     assert!(bases.contains(&base.into()), "{base}");
/// }
/// ```
#[must_use]
pub fn analyses(key: &str) -> Vec<Analysis<'_>> {
    let mut found = Vec::new();
    for_each_rest(key, |clitics, rest| {
        // «لال…» is no «ل» and article: those are written «للـ».
        let restored = matches!(rest, Cow::Owned(_));
        let article = (clitics.preposition != Some('ل') || restored) && letters(&rest) >= 4;
        if article && let Some(base) = without_article(&rest) {
            let clitics = Clitics {
                article: true,
                ..clitics
            };
            found.push(Analysis { clitics, base });
        }
        if let Cow::Borrowed(rest) = rest {
            with_pronouns(rest, clitics, &mut found);
        }
        found.push(Analysis { clitics, base: rest });
    });
    found
}

fn without_article<'k>(rest: &Cow<'k, str>) -> Option<Cow<'k, str>> {
    match rest {
        Cow::Borrowed(rest) => rest.strip_prefix("ال").map(Cow::Borrowed),
        Cow::Owned(rest) => rest.strip_prefix("ال").map(|base| Cow::Owned(base.to_string())),
    }
}

/// Adds the readings in which `rest` ends with a pronoun.
fn with_pronouns<'k>(rest: &'k str, clitics: Clitics, found: &mut Vec<Analysis<'k>>) {
    for pronoun in PRONOUNS {
        let Some(stem) = rest.strip_suffix(pronoun).filter(|stem| letters(stem) >= 2) else {
            continue;
        };
        let clitics = Clitics { pronoun, ..clitics };
        found.push(Analysis {
            clitics,
            base: Cow::Borrowed(stem),
        });
        // Before a pronoun «ة» is «ت», «ى» is «ا», and final hamza has a carrier.
        let standing = [("ت", "ه"), ("ا", "ي"), ("او", "اء"), ("اي", "اء")];
        for (joined, alone) in standing {
            if let Some(stem) = stem.strip_suffix(joined).filter(|stem| letters(stem) >= 2) {
                found.push(Analysis {
                    clitics,
                    base: Cow::Owned(format!("{stem}{alone}")),
                });
            }
        }
    }
}
