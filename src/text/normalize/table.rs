//! The switches made ready: what becomes of each character of one or two bytes in UTF-8, among which are all Arabic letters, in a table.

use super::marks;
use super::rule::{Rule, rule};
use super::switches::{Form, Space, Switches};
use super::unicode;

/// Actions of the table; every other value is the character that stands for the one looked up.
pub(super) const SAME: u16 = 0;
pub(super) const DROP: u16 = 1;
/// Its neighbours count.
pub(super) const SPECIAL: u16 = 2;
/// White space.
pub(super) const BREAK: u16 = 3;
/// Several characters stand for it.
pub(super) const SPELL: u16 = 4;

/// One past the last character of two bytes.
const END: u32 = 0x800;

/// See the module.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) switches: Switches,
    /// Whether some rule looks at whole words.
    pub(super) by_word: bool,
    actions: Vec<u16>,
}

impl Table {
    pub(super) fn new(switches: &Switches) -> Self {
        let mut table = Table {
            switches: *switches,
            by_word: marks::are_asked(switches),
            actions: Vec::new(),
        };
        let chars = (0..END).map(|code| char::from_u32(code).unwrap_or_default());
        table.actions = chars.map(|c| table.action(c)).collect();
        table
    }

    /// What becomes of the character with number `code`, which takes one or two bytes.
    #[inline]
    pub(super) fn get(&self, code: usize) -> u16 {
        self.actions.get(code).copied().unwrap_or(SAME)
    }

    /// What becomes of `c`, whatever its length.
    pub(super) fn look_up(&self, c: char) -> u16 {
        match c as u32 {
            code @ 0..END => self.get(code as usize),
            _ => self.action(c),
        }
    }

    fn action(&self, c: char) -> u16 {
        let rule = rule(c, &self.switches);
        let in_line = self.switches.space != Space::Collapse && !(self.by_word && c.is_ascii());
        if self.is_special(c, rule) {
            return SPECIAL;
        }
        match rule {
            _ if c.is_whitespace() && !in_line => BREAK,
            Rule::Keep => SAME,
            Rule::Drop => DROP,
            Rule::Put(letter) if letter == c => SAME,
            Rule::Put(letter) => u16::try_from(letter as u32).unwrap_or(SPECIAL),
            Rule::Spell(_) => SPELL,
        }
    }

    /// Whether the neighbours of `c` count, so that they are taken apart with it.
    fn is_special(&self, c: char, rule: Rule) -> bool {
        let composes = self.switches.form != Form::AsIs;
        match rule {
            Rule::Spell(_) => composes || self.by_word,
            // Marks that go and compose with nothing may go at once.
            Rule::Drop if matches!(c, '\u{064B}'..='\u{0652}' | '\u{0670}') => false,
            _ if self.by_word && unicode::combining_class(c) != 0 => true,
            _ => composes && !unicode::is_inert(c, self.switches.form == Form::Nfkc),
        }
    }
}
