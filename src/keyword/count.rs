//! Counts: how often each word is in each document and in all, in all its forms, updated when a document comes or goes.
//!
//! In: the terms of each article, and the names that linking joined. Out: [`Keyword`]s, words and names against general Arabic.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::rank;
use super::row::Row;
use super::statistic::{Frequency, log_likelihood};
use super::term::{Term, Terms, UNLISTED};
use crate::entity::words::Word;
use crate::order;
use crate::text::token::tokenize;
use crate::text::word::Forms;

mod unused;

/// How many words the background is worth as evidence, in millions: about those that it was learned from.
const BACKGROUND_MILLIONS: f64 = 10.0;
/// A word is shown by the full name that it is in where more than one of so many of its places are.
const MOSTLY: u32 = 2;

/// The counts of the words of all documents.
#[derive(Clone, Debug, Default)]
pub struct Table {
    forms: Vec<Form>,
    groups: Vec<Group>,
    by_key: HashMap<Box<str>, u32>,
    words: u64,
    /// Forms that a document has.
    used: usize,
}

/// A word as written, particles and all.
#[derive(Clone, Debug)]
struct Form {
    written: Box<str>,
    /// Without particles before it.
    shown: Box<str>,
    group: u32,
    /// Uses of its base in a million words of Arabic.
    uses: f32,
    content: bool,
    count: u32,
}

/// Forms that count together.
#[derive(Clone, Debug, Default)]
struct Group {
    forms: Vec<u32>,
    /// Uses in a million words of Arabic of the most frequent of its bases.
    uses: f32,
    content: bool,
    count: u32,
    documents: u32,
}

/// A counted group of forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The most frequent form, without particles before it.
    pub term: String,
    /// All forms as written, most frequent first.
    pub forms: Vec<String>,
    /// Places in all.
    pub count: u32,
    /// Documents that have it.
    pub documents: u32,
    /// Log-likelihood against general Arabic (Dunning 1993), above 0.
    pub score: f32,
}

impl Table {
    /// Counts the words of an article, cut from `text`.
    pub fn add(&mut self, text: &str, words: &[Word], terms: &Terms) -> Row {
        let mut forms = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(term) = terms.get(at) {
                forms.push(self.form(word.span.of(text), term));
            }
        }
        let row = Row::of(forms);
        self.apply(&row, |n, by| *n += by);
        self.words += u64::from(row.words());
        row
    }

    /// Takes the counts of a document out.
    pub fn remove(&mut self, row: &Row) {
        self.apply(row, |n, by| *n -= by);
        self.words -= u64::from(row.words());
    }

    /// Changes the counts of the row's forms and groups, as `change` says.
    fn apply(&mut self, row: &Row, change: impl Fn(&mut u32, u32)) {
        let mut seen = HashSet::new();
        for (form, times) in row.counts() {
            let Some(form) = self.forms.get_mut(form as usize) else {
                continue;
            };
            self.used -= usize::from(form.count > 0);
            change(&mut form.count, times);
            self.used += usize::from(form.count > 0);
            if let Some(group) = self.groups.get_mut(form.group as usize) {
                change(&mut group.count, times);
                if seen.insert(form.group) {
                    change(&mut group.documents, 1);
                }
            }
        }
        for group in seen {
            self.settle(group);
        }
    }

    /// What a group is, by the forms that have places now.
    fn settle(&mut self, group: u32) {
        let Some(group) = self.groups.get_mut(group as usize) else {
            return;
        };
        let forms = group
            .forms
            .iter()
            .filter_map(|form| self.forms.get(*form as usize));
        let forms = forms.filter(|form| form.count > 0);
        (group.uses, group.content) = forms.fold((0.0, false), |(uses, content), form| {
            (form.uses.max(uses), form.content || content)
        });
    }

    /// The form that `written` is, counting as `term`.
    fn form(&mut self, written: &str, term: &Term) -> u32 {
        let id = self.group(&term.group);
        let next = self.forms.len() as u32;
        let Some(group) = self.groups.get_mut(id as usize) else {
            return next;
        };
        let forms = &self.forms;
        let is_written = |form: &&u32| {
            forms
                .get(**form as usize)
                .is_some_and(|form| &*form.written == written)
        };
        if let Some(form) = group.forms.iter().find(is_written) {
            return *form;
        }
        group.forms.push(next);
        self.forms.push(Form {
            written: written.into(),
            shown: term.shown(written).into(),
            group: id,
            uses: term.uses,
            content: term.content,
            count: 0,
        });
        next
    }

    /// The group that a form counts in.
    pub(super) fn group_of(&self, form: u32) -> u32 {
        self.forms.get(form as usize).map_or(u32::MAX, |form| form.group)
    }

    /// What most places of a group show, and whether it has content.
    pub(super) fn shown(&self, group: u32) -> (&str, bool) {
        let group = self.groups.get(group as usize);
        group.map_or(("", false), |group| {
            (most_frequent(&self.forms_of(group)), group.content)
        })
    }

    /// Documents that have a group.
    pub(super) fn documents(&self, group: u32) -> u32 {
        self.groups.get(group as usize).map_or(0, |group| group.documents)
    }

    /// How often a group is used in general Arabic.
    pub(super) fn background(&self, group: u32) -> Frequency {
        in_background(self.groups.get(group as usize).map_or(0.0, |group| group.uses))
    }

    /// The group's forms that have places now, most frequent first.
    fn forms_of(&self, group: &Group) -> Vec<&Form> {
        let forms = group
            .forms
            .iter()
            .filter_map(|form| self.forms.get(*form as usize));
        let forms = forms.filter(|form| form.count > 0).collect();
        rank(forms, |form: &&Form| (form.count.into(), 0.0, &form.written))
    }

    /// The group that has this key.
    pub(crate) fn group_of_key(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    /// Ids of the forms that count in the group of this key.
    pub(super) fn forms_of_group(&self, key: &str) -> HashSet<u32> {
        let group = self
            .by_key
            .get(key)
            .and_then(|group| self.groups.get(*group as usize));
        group
            .map(|group| group.forms.iter().copied().collect())
            .unwrap_or_default()
    }

    /// Ids of the forms whose spelling satisfies `test`.
    pub(super) fn forms_where(&self, test: impl Fn(&str) -> bool) -> HashSet<u32> {
        let forms = (0..)
            .zip(&self.forms)
            .filter(|(_, form)| form.count > 0 && test(&form.written));
        forms.map(|(id, _)| id).collect()
    }

    fn group(&mut self, key: &str) -> u32 {
        if let Some(group) = self.by_key.get(key) {
            return *group;
        }
        let id = self.groups.len() as u32;
        self.by_key.insert(key.into(), id);
        self.groups.push(Group::default());
        id
    }

    /// The `limit` words and names that are most unusual against general Arabic, most unusual first. A word whose places are mostly in
    /// `names` is left to those.
    #[must_use]
    pub fn keywords(&self, names: &[Name], limit: usize) -> Vec<Keyword> {
        let named = self.named(names);
        let words = self
            .groups
            .iter()
            .zip(self.keys())
            .zip(named)
            .filter(|((group, _), named)| group.content && named * MOSTLY <= group.count)
            .map(|((group, key), _)| (self.score(group.count, group.uses), Counted::Word(group, key)));
        let names = names
            .iter()
            .map(|name| (self.score(name.count(), UNLISTED), Counted::Name(name)));
        let mut ranked: Vec<(f32, Counted)> = words.chain(names).filter(|(score, _)| *score > 0.0).collect();
        order::sort_by(&mut ranked, |a, b| {
            b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1))
        });
        ranked.truncate(limit);
        let keyword = |(score, counted)| match counted {
            Counted::Word(group, _) => self.keyword(group, score),
            Counted::Name(name) => name.keyword(score),
        };
        ranked.into_iter().map(keyword).collect()
    }

    /// The key of each group.
    fn keys(&self) -> Vec<&str> {
        let mut keys = vec![""; self.groups.len()];
        for (key, group) in &self.by_key {
            if let Some(place) = keys.get_mut(*group as usize) {
                *place = key;
            }
        }
        keys
    }

    /// For each group, how many of its places are in `names`.
    fn named(&self, names: &[Name]) -> Vec<u32> {
        let mut named = vec![0; self.groups.len()];
        let mut forms = Forms::default();
        for place in names.iter().flat_map(|name| name.forms.values()) {
            let words = forms.words(place.name, &tokenize(place.name));
            for (at, word) in words.iter().enumerate() {
                let term = match at {
                    0 => Term::of_name(word.span.of(place.name), &word.form, word.kind, 0),
                    _ => Term::of(&word.form, word.kind),
                };
                let group = self.by_key.get(term.group.as_str());
                if let Some(n) = group.and_then(|group| named.get_mut(*group as usize)) {
                    *n += place.count;
                }
            }
        }
        named
    }

    /// Log-likelihood of `count` places against `uses` in a million words of the background; 0 for what is no more frequent than there.
    fn score(&self, count: u32, uses: f32) -> f32 {
        let here = Frequency {
            count: f64::from(count),
            words: self.words as f64,
        };
        let there = in_background(uses);
        if count == 0 || here.per_million() <= there.per_million() {
            return 0.0;
        }
        log_likelihood(here, there) as f32
    }

    fn keyword(&self, group: &Group, score: f32) -> Keyword {
        let forms = self.forms_of(group);
        Keyword {
            term: most_frequent(&forms).to_string(),
            forms: forms.iter().map(|form| form.written.to_string()).collect(),
            count: group.count,
            documents: group.documents,
            score,
        }
    }
}

/// What has `uses` in a million words of the background.
fn in_background(uses: f32) -> Frequency {
    Frequency {
        count: f64::from(uses) * BACKGROUND_MILLIONS,
        words: 1e6 * BACKGROUND_MILLIONS,
    }
}

/// A name of several words with all its places.
#[derive(Clone, Debug, Default)]
pub struct Name<'t> {
    /// The name in full.
    pub term: &'t str,
    /// What stands at each place, particles and all.
    pub forms: BTreeMap<&'t str, Places<'t>>,
    /// Documents that have it.
    pub documents: u32,
}

/// The places of a name where it is written in one way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places<'t> {
    /// The name as it stands there, without particles.
    pub name: &'t str,
    /// How many there are.
    pub count: u32,
}

impl Name<'_> {
    fn count(&self) -> u32 {
        self.forms.values().map(|places| places.count).sum()
    }

    fn keyword(&self, score: f32) -> Keyword {
        let forms = self.forms.iter().map(|(form, places)| (*form, places.count));
        let forms = rank(forms.collect(), |(form, count)| ((*count).into(), 0.0, form));
        Keyword {
            term: self.term.to_string(),
            forms: forms.into_iter().map(|(form, _)| form.to_string()).collect(),
            count: self.count(),
            documents: self.documents,
            score,
        }
    }
}

/// A row before it is written out.
enum Counted<'t> {
    Word(&'t Group, &'t str),
    Name(&'t Name<'t>),
}

impl Counted<'_> {
    /// Names before words, and each by their letters: the same articles give the same order, whichever came first.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Counted::Word(_, a), Counted::Word(_, b)) => a.cmp(b),
            (Counted::Name(a), Counted::Name(b)) => a.term.cmp(b.term),
            (Counted::Name(_), Counted::Word(..)) => Ordering::Less,
            (Counted::Word(..), Counted::Name(_)) => Ordering::Greater,
        }
    }
}

/// What most of `forms` show, their counts taken together where they show the same.
fn most_frequent<'f>(forms: &[&'f Form]) -> &'f str {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for form in forms {
        *counts.entry(&form.shown).or_default() += form.count;
    }
    let best = counts
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0)));
    best.map_or("", |(shown, _)| shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, Format};
    use crate::entity::{self, words};

    /// Adds a text of one block and gives what was counted.
    pub(super) fn add(table: &mut Table, text: &str) -> Row {
        let article = article::segment(text, Format::Text);
        let words = words::of_article(text, &article);
        let terms = Terms::of(text, &words, &entity::tag(&words));
        table.add(text, &words, &terms)
    }

    fn keyword(table: &Table, term: &str) -> Option<Keyword> {
        table
            .keywords(&[], usize::MAX)
            .into_iter()
            .find(|keyword| keyword.term == term)
    }

    const ORCHARD: &str = "زرع سكان القرية ألف شتلة زيتون، وقالت الجمعية إن الشتلات والسماد من مشتلها. ولا تحتاج شتلات الزيتون هذه إلى ري.";

    #[test]
    fn forms_count_together_and_function_words_do_not() {
        let mut table = Table::default();
        add(&mut table, ORCHARD);
        let olives = keyword(&table, "زيتون")
            .or_else(|| keyword(&table, "الزيتون"))
            .unwrap();
        assert_eq!((olives.count, olives.documents), (2, 1));
        assert_eq!(olives.forms, ["الزيتون", "زيتون"]);
        for word in ["ولا", "لا", "هذه", "إن", "قالت", "وقالت", "إلى"] {
            assert_eq!(keyword(&table, word), None, "{word}");
        }
    }

    #[test]
    fn what_is_taken_out_leaves_nothing_behind() {
        let mut table = Table::default();
        let first = add(&mut table, ORCHARD);
        let before = table.keywords(&[], usize::MAX);
        let second = add(&mut table, "وصلت شتلات الزيتون إلى قرى أخرى.");
        assert_eq!(keyword(&table, "الزيتون").unwrap().documents, 2);
        table.remove(&second);
        assert_eq!(table.keywords(&[], usize::MAX), before);
        table.remove(&first);
        assert_eq!(table.keywords(&[], usize::MAX), []);
    }

    #[test]
    fn a_word_that_is_mostly_in_a_name_is_left_to_the_name() {
        let mut table = Table::default();
        add(
            &mut table,
            "التقى الرئيس إيفو تيخانوف وزراءه، ثم سافر تيخانوف إلى الساحل.",
        );
        assert!(keyword(&table, "تيخانوف").is_some());
        let places = |name, count| Places { name, count };
        let forms = [
            ("إيفو تيخانوف", places("إيفو تيخانوف", 1)),
            ("تيخانوف", places("تيخانوف", 1)),
        ];
        let name = Name {
            term: "إيفو تيخانوف",
            forms: forms.into_iter().collect(),
            documents: 1,
        };
        let keywords = table.keywords(&[name], usize::MAX);
        assert!(
            keywords.iter().all(|keyword| keyword.term != "تيخانوف"),
            "{keywords:?}"
        );
        let row = keywords
            .iter()
            .find(|keyword| keyword.term == "إيفو تيخانوف")
            .unwrap();
        assert_eq!((row.count, row.forms.len()), (2, 2));
    }
}
