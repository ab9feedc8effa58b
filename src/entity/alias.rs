//! What a person decided about names: a small list of rules, kept as a readable file, that applies to any articles.
//!
//! In: lines such as `merge⇥PER⇥سيرغي لافروف⇥سيرجي لافروف`. Out: [`Aliases`], which correct the mentions of an article when it is tagged and the
//! entities when they are linked. Undoing a decision is leaving its line out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::words::Word;
use super::{EntityKind, Mention};
use crate::error::Error;
use crate::order;
use crate::span::Span;
use crate::text::fold::match_key;

/// One decision of [`Aliases`]. Names match after folding ([`match_key`]), in any document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Rule {
    /// The second name is another spelling of the first.
    Merge(EntityKind, String, String),
    /// The spelling is an entity of its own, whatever else it was joined to.
    Split(EntityKind, String),
    /// The entity that has the first name among its spellings is shown under the second.
    Rename(EntityKind, String, String),
    /// The name is of the kind given.
    Retype(EntityKind, String),
    /// The name is no name.
    Delete(EntityKind, String),
    /// The words are a name of the kind given wherever they stand.
    Add(EntityKind, String),
    /// The two names are two entities, however alike: the join is not offered.
    Distinct(EntityKind, String, String),
}

/// Decisions, in the order in which they were made.
///
/// ```
/// use warraq::entity::alias::Aliases;
/// let aliases: Aliases = "# names of the desk\nmerge\tPER\tإيغور كالانوف\tايجور كلانوف\nadd\tORG\tمرصد النيل".parse()?;
/// assert_eq!(aliases.rules.len(), 2);
/// # Ok::<(), warraq::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Aliases {
    /// The rules.
    pub rules: Vec<Rule>,
}

impl FromStr for Aliases {
    type Err = Error;

    /// Reads an alias file: a rule a line, columns parted by tabs; `#` opens a comment.
    fn from_str(text: &str) -> Result<Self, Error> {
        let lines = text.trim_start_matches('\u{FEFF}').lines().zip(1..);
        let rules = lines
            .map(|(line, number)| (line.trim_end(), number))
            .filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
        let rule = |(line, number): (&str, u32)| line.parse().map_err(|()| Error::BadAlias { line: number });
        Ok(Aliases {
            rules: rules.map(rule).collect::<Result<_, _>>()?,
        })
    }
}

impl fmt::Display for Aliases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rules.iter().try_for_each(|rule| writeln!(f, "{rule}"))
    }
}

impl FromStr for Rule {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let kind = |name: &str| EntityKind::from_name(name).ok_or(());
        let rule = match columns.as_slice() {
            ["merge", k, name, other] => Rule::Merge(kind(k)?, (*name).into(), (*other).into()),
            ["split", k, name] => Rule::Split(kind(k)?, (*name).into()),
            ["rename", k, name, shown] => Rule::Rename(kind(k)?, (*name).into(), (*shown).into()),
            ["retype", k, name] => Rule::Retype(kind(k)?, (*name).into()),
            ["delete", k, name] => Rule::Delete(kind(k)?, (*name).into()),
            ["add", k, name] => Rule::Add(kind(k)?, (*name).into()),
            ["distinct", k, name, other] => Rule::Distinct(kind(k)?, (*name).into(), (*other).into()),
            _ => return Err(()),
        };
        columns
            .iter()
            .all(|column| !column.is_empty())
            .then_some(rule)
            .ok_or(())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Merge(kind, a, b) => write!(f, "merge\t{}\t{a}\t{b}", kind.name()),
            Rule::Split(kind, a) => write!(f, "split\t{}\t{a}", kind.name()),
            Rule::Rename(kind, a, b) => write!(f, "rename\t{}\t{a}\t{b}", kind.name()),
            Rule::Retype(kind, a) => write!(f, "retype\t{}\t{a}", kind.name()),
            Rule::Delete(kind, a) => write!(f, "delete\t{}\t{a}", kind.name()),
            Rule::Add(kind, a) => write!(f, "add\t{}\t{a}", kind.name()),
            Rule::Distinct(kind, a, b) => write!(f, "distinct\t{}\t{a}\t{b}", kind.name()),
        }
    }
}

impl TryFrom<String> for Rule {
    type Error = String;

    fn try_from(line: String) -> Result<Self, String> {
        line.parse().map_err(|()| format!("no alias rule: {line:?}"))
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> String {
        rule.to_string()
    }
}

impl Aliases {
    /// Corrects the mentions of an article: names added, deleted and given another kind, rule by rule.
    #[must_use]
    pub(crate) fn correct(&self, text: &str, words: &[Word], mentions: &[Mention]) -> Vec<Mention> {
        let mut mentions = mentions.to_vec();
        for rule in &self.rules {
            match rule {
                Rule::Delete(kind, name) => {
                    let name = name_key(name);
                    mentions.retain(|m| m.kind != *kind || name_key(m.span.of(text)) != name);
                }
                Rule::Retype(kind, name) => {
                    let name = name_key(name);
                    let meant = mentions.iter_mut().filter(|m| name_key(m.span.of(text)) == name);
                    meant.for_each(|m| {
                        *m = Mention {
                            kind: *kind,
                            score: 1.0,
                            reason: "person",
                            ..*m
                        }
                    });
                }
                Rule::Add(kind, name) => add(*kind, &match_key(name), words, &mut mentions),
                Rule::Merge(..) | Rule::Split(..) | Rule::Rename(..) | Rule::Distinct(..) => {}
            }
        }
        order::sort_by_key(&mut mentions, |m| m.span);
        mentions
    }
}

/// The key of a name that may run over the end of a line.
fn name_key(name: &str) -> String {
    match_key(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks every place where the words stand, particles before the first left out. What was found inside or across them gives way; a
/// longer name that they are a part of stays.
fn add(kind: EntityKind, name: &str, words: &[Word], mentions: &mut Vec<Mention>) {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let Some((head, tail)) = parts.split_first() else {
        return;
    };
    for (at, word) in words.iter().enumerate() {
        let Some(beginning) = word.beginnings.iter().find(|b| b.key == *head) else {
            continue;
        };
        let rest = words.get(at + 1..at + parts.len()).unwrap_or_default();
        let fits = rest.len() == tail.len()
            && rest
                .iter()
                .zip(tail)
                .all(|(w, part)| w.key == *part && w.sentence == word.sentence);
        let span = Span {
            start: word.span.start + beginning.skip,
            end: rest.last().unwrap_or(word).span.end,
        };
        let in_longer = |m: &Mention| m.span.contains(span) && m.span != span;
        if fits && !mentions.iter().any(in_longer) {
            mentions.retain(|m| !m.span.overlaps(span));
            mentions.push(Mention {
                span,
                kind,
                score: 1.0,
                reason: "person",
                known: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Settings};

    const TEXT: &str = "لقاء في العاصمة\nالتقى المهندس إيغور كالانوف رئيس مرصد النيل في بكين.\nوقال ايجور كلانوف إن مرصد النيل سيعمل.";

    fn rows(rules: &str) -> Vec<String> {
        let mut corpus = Corpus::new(Settings::default());
        corpus.add("a.txt", TEXT.as_bytes(), None).unwrap();
        corpus.set_aliases(rules.parse().unwrap());
        corpus
            .report()
            .entities
            .iter()
            .map(|e| format!("{} {} {}", e.kind, e.name, e.count))
            .collect()
    }

    #[test]
    fn each_rule_changes_the_rows() {
        assert!(rows("").contains(&"LOC بكين 1".to_string()), "{:?}", rows(""));
        assert!(rows("add\tORG\tمرصد النيل").contains(&"ORG مرصد النيل 2".to_string()));
        assert!(!rows("delete\tLOC\tبكين").iter().any(|row| row.contains("بكين")));
        assert!(rows("retype\tORG\tبكين").contains(&"ORG بكين 1".to_string()));
        assert!(rows("rename\tLOC\tبكين\tبيجين").contains(&"LOC بيجين 1".to_string()));
        let both = "add\tPER\tإيغور كالانوف\nadd\tPER\tايجور كلانوف\n";
        let split = format!("{both}split\tPER\tايجور كلانوف");
        assert!(
            rows(&split).contains(&"PER ايجور كلانوف 1".to_string()),
            "{:?}",
            rows(&split)
        );
        let merged = format!("{both}add\tPER\tالمهندس\nmerge\tPER\tإيغور كالانوف\tالمهندس");
        assert!(
            rows(&merged).contains(&"PER إيغور كالانوف 3".to_string()),
            "{:?}",
            rows(&merged)
        );
    }

    #[test]
    fn the_later_decision_holds() {
        let both = "add\tPER\tإيغور كالانوف\nadd\tPER\tايجور كلانوف\nsplit\tPER\tايجور كلانوف\n";
        let renamed = format!("{both}rename\tPER\tإيغور كالانوف\tالمهندس الروسي\n");
        let merged = format!("{renamed}merge\tPER\tالمهندس الروسي\tايجور كلانوف\n");
        assert!(
            rows(&merged).contains(&"PER المهندس الروسي 2".to_string()),
            "{:?}",
            rows(&merged)
        );
        let split = format!("{merged}split\tPER\tايجور كلانوف\n");
        assert!(
            rows(&split).contains(&"PER المهندس الروسي 1".to_string()),
            "{:?}",
            rows(&split)
        );
    }

    #[test]
    fn an_offer_declined_is_not_made_again() {
        let mut corpus = Corpus::new(Settings::default());
        for text in ["التقى أحمد كالانوف بسمير كالانوف في بكين.", "وصل كالانوف إلى بكين."]
        {
            corpus.add("a.txt", text.as_bytes(), None).unwrap();
        }
        let names = "add\tPER\tأحمد كالانوف\nadd\tPER\tسمير كالانوف\nadd\tPER\tكالانوف\n";
        let mut offers = |more: &str| {
            corpus.set_aliases(format!("{names}{more}").parse().unwrap());
            corpus.report().offers.len()
        };
        assert_eq!(offers(""), 2);
        assert_eq!(offers("distinct\tPER\tكالانوف\tأحمد كالانوف"), 1);
        assert_eq!(offers("distinct\tLOC\tكالانوف\tأحمد كالانوف"), 2);
    }

    #[test]
    fn a_file_is_written_as_it_was_read_and_a_bad_line_is_named() {
        let file = "merge\tPER\tأ ب\tج د\nsplit\tORG\tأ\nrename\tLOC\tأ\tب\nretype\tMISC\tأ\ndelete\tPER\tأ\nadd\tORG\tأ\ndistinct\tPER\tأ ب\tج د\n";
        assert_eq!(file.parse::<Aliases>().unwrap().to_string(), file);
        let error = "# names\nmerge\tPER\tأ".parse::<Aliases>().unwrap_err();
        assert_eq!(error, Error::BadAlias { line: 2 });
    }
}
