//! Terms: what a word counts as, once its particles are off and its forms are put together.

use std::collections::{HashMap, HashSet};

use crate::entity::Mention;
use crate::entity::words::Word;
use crate::lexicon::{self, Entry, Kind, background};
use crate::text::fold::match_key;
use crate::text::particle::{self, Reason, Split};
use crate::text::stem;
use crate::text::token::{Token, TokenKind};
use crate::text::word::{Form, Forms};

/// Uses in a million words that an unlisted word is taken to have: half of those of the rarest words that the background lists.
pub const UNLISTED: f32 = 1.0;

/// What a word as written counts as.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The key under which its forms count together, see [`stem`].
    pub group: String,
    /// Bytes of the word as written that conjunction and preposition take.
    pub prefix_len: u32,
    /// Whether the article that follows them has lost its «ا», after «ل».
    pub elided: bool,
    /// Uses of the word without particles in a million words of Arabic.
    pub uses: f32,
    /// Whether it has content: no function word, number, day or verb of saying.
    pub content: bool,
    /// Whether it is a noun, adjective or name, as far as can be told without context.
    pub nominal: bool,
    /// Whether it has the article.
    pub definite: bool,
    /// Whether a conjunction or preposition is attached to it.
    pub joined: bool,
    /// Whether a pronoun is attached to it.
    pub possessed: bool,
}

/// The terms of an article's words.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    list: Vec<Term>,
    of_word: Vec<Option<u32>>,
}

impl Terms {
    /// The terms of `words`, cut from `text`; marks, numbers, addresses and emoji have none. Where one of `mentions`, in order, begins, what
    /// is before it in its word are particles. Each written form is looked at once.
    #[must_use]
    pub fn of(text: &str, words: &[Word], mentions: &[Mention]) -> Self {
        let tokens = words.iter().map(|word| Token {
            span: word.span,
            kind: word.kind,
        });
        let mut forms = Forms::default()
            .words(text, &tokens.collect::<Vec<_>>())
            .into_iter()
            .peekable();
        let mut names = mentions.iter().peekable();
        let mut met: HashMap<(&str, Option<u32>), u32> = HashMap::new();
        let mut terms = Terms::default();
        for word in words {
            while names.next_if(|m| m.span.start < word.span.start).is_some() {}
            let name = names.peek().filter(|m| m.span.start < word.span.end);
            let skip = name.map(|m| m.span.start - word.span.start);
            let written = word.span.of(text);
            let form = forms.next_if(|form| form.span == word.span);
            terms.of_word.push(form.map(|word| {
                *met.entry((written, skip)).or_insert_with(|| {
                    terms.list.push(match skip {
                        Some(skip) => Term::of_name(written, &word.form, word.kind, skip),
                        None => Term::of(&word.form, word.kind),
                    });
                    terms.list.len() as u32 - 1
                })
            }));
        }
        terms.learn_nouns();
        terms
    }

    /// The term of the word at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Term> {
        self.list.get((*self.of_word.get(index)?)? as usize)
    }

    /// What this article writes with the article is a noun wherever it stands.
    fn learn_nouns(&mut self) {
        let definite: HashSet<String> = self
            .list
            .iter()
            .filter(|term| term.definite)
            .map(|term| term.group.clone())
            .collect();
        for term in &mut self.list {
            term.nominal |= definite.contains(&term.group);
        }
    }
}

impl Term {
    /// What a word of this form counts as.
    #[must_use]
    pub fn of(form: &Form, kind: TokenKind) -> Self {
        let (split, group) = (&form.split, &form.group);
        let (whole, base) = (lexicon::lookup(&form.key), lexicon::lookup(&split.base));
        let empty = split.base.chars().count() < 2 && kind == TokenKind::Word;
        let definite = split.clitics.article || split.base.starts_with("ال");
        Term {
            group: group.key.clone(),
            prefix_len: split.prefix_len as u32,
            elided: split.clitics.article && split.clitics.preposition == Some('ل'),
            uses: background::per_million(&split.base).unwrap_or(UNLISTED),
            content: !(empty || form.stop || is_function_word(whole) || is_function_word(base)),
            nominal: definite || is_nominal(split, base, kind),
            definite,
            joined: split.clitics.letters_before() > 0,
            possessed: !split.clitics.pronoun.is_empty(),
        }
    }

    /// What `written`, of this form, counts as where it is the first word of a name that begins after `skip` bytes of particles.
    #[must_use]
    pub fn of_name(written: &str, form: &Form, kind: TokenKind, skip: u32) -> Self {
        let mut term = if form.split.prefix_len == skip as usize {
            Term::of(form, kind)
        } else {
            let key = match_key(written.get(skip as usize..).unwrap_or(written));
            let split = particle::whole(&key, Reason::Corpus);
            let (group, stop) = (stem::group_key(&split), false);
            let name = Form {
                key,
                group,
                stop,
                split,
            };
            Term {
                prefix_len: skip,
                joined: skip > 0,
                ..Term::of(&name, kind)
            }
        };
        term.nominal = true;
        term
    }

    /// `written`, which counts as this, without conjunction and preposition, as it is when it stands alone: «للحكومة» as «الحكومة».
    #[must_use]
    pub fn shown(&self, written: &str) -> String {
        let rest = written.get(self.prefix_len as usize..).unwrap_or(written);
        let article = if self.elided { "ا" } else { "" };
        format!("{article}{rest}")
    }
}

/// A noun or adjective by its lemma, by what the background says, or else by its look.
fn is_nominal(split: &Split, base: &[Entry], kind: TokenKind) -> bool {
    if kind != TokenKind::Word {
        return true;
    }
    if let Some(lemma) = sure(base, Kind::Lemma) {
        return lemma.class != "verb";
    }
    let listed = background::takes_article(&split.base);
    listed.unwrap_or_else(|| split.clitics.pronoun.is_empty() && !looks_verbal(&split.base))
}

/// Whether an unlisted word begins as verbs of the present do, or ends as those of the past: «يستأنف», «وتجرف», «قفزت», «عادوا».
fn looks_verbal(base: &str) -> bool {
    let bare = base.strip_prefix(['و', 'ف', 'س']).unwrap_or(base);
    let present = |word: &str| word.starts_with(['ي', 'ت', 'ن', 'ا']);
    let past = base.ends_with("وا") || base.ends_with('ت') && !base.ends_with("ات");
    present(base) || present(bare) || past
}

fn is_function_word(readings: &[Entry]) -> bool {
    let function = [Kind::Stop, Kind::Say, Kind::Weekday, Kind::Month, Kind::Ordinal];
    function.iter().any(|kind| sure(readings, *kind).is_some())
}

fn sure(readings: &[Entry], kind: Kind) -> Option<&Entry> {
    readings
        .iter()
        .find(|entry| entry.kind == kind && !entry.ambiguous)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::words;

    fn form(written: &str) -> Arc<Form> {
        words(written).into_iter().next().unwrap().form
    }

    fn term(written: &str) -> Term {
        Term::of(&form(written), TokenKind::Word)
    }

    #[test]
    fn forms_of_a_word_are_one_group_shown_without_particles() {
        let cases = [
            ("الحكومة", "الحكومة", "حكومه"),
            ("وللحكومة", "الحكومة", "حكومه"),
            ("حكومات", "حكومات", "حكومه"),
            ("بحكومته", "حكومته", "حكومه"),
            ("والمفاوضات", "المفاوضات", "مفاوضات"),
        ];
        for (written, shown, group) in cases {
            let term = term(written);
            assert_eq!(
                (term.shown(written).as_str(), term.content),
                (shown, true),
                "{written}"
            );
            assert_eq!(term.group, self::term(group).group, "{written}");
        }
    }

    #[test]
    fn function_words_and_verbs_of_saying_have_no_content() {
        for word in ["ولا", "هذا", "وبهذه", "التي", "قال", "وأضاف", "الثلاثاء", "و"]
        {
            assert!(!term(word).content, "{word}");
        }
    }

    #[test]
    fn verbs_are_not_nominal() {
        let cases = [
            ("يحتوي", false),
            ("اتفقت", false),
            ("الاتفاق", true),
            ("مدينة", true),
            ("أعلنتها", false),
        ];
        for (word, nominal) in cases {
            assert_eq!(term(word).nominal, nominal, "{word}");
        }
    }

    #[test]
    fn a_name_tells_its_particles() {
        assert_eq!(term("وشي").prefix_len, 0);
        let name = Term::of_name("وشي", &form("وشي"), TokenKind::Word, 2);
        assert_eq!(
            (name.group.as_str(), name.shown("وشي").as_str(), name.joined),
            ("شي", "شي", true)
        );
    }
}
