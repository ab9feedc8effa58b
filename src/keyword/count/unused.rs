//! Forms that no document has any more: kept while they are few, so that who adds and removes articles all day does not fill the memory
//! with words that are gone.

use super::{Row, Table};

/// Forms are kept up to this number, used or not.
const FEW: usize = 1_000;

impl Table {
    /// Whether most forms are of no document.
    pub fn is_mostly_unused(&self) -> bool {
        self.forms.len() > FEW.max(2 * self.used)
    }

    /// Forgets the forms that no document has and numbers the others anew, in their order; `rows` are those of all documents.
    pub fn forget_unused<'r>(&mut self, rows: impl Iterator<Item = &'r mut Row>) {
        let forms = keep(&mut self.forms, |form| form.count > 0);
        let groups = keep(&mut self.groups, |group| group.count > 0);
        self.by_key.retain(|_, group| renumber(group, &groups));
        self.by_key.shrink_to_fit();
        for form in &mut self.forms {
            renumber(&mut form.group, &groups);
        }
        for group in &mut self.groups {
            group.forms.retain_mut(|form| renumber(form, &forms));
        }
        for id in rows.flat_map(Row::ids_mut) {
            renumber(id, &forms);
        }
    }
}

/// Leaves in a list what is used; returns where each item stands now.
fn keep<T>(list: &mut Vec<T>, is_used: impl Fn(&T) -> bool) -> Vec<Option<u32>> {
    let mut next = 0..;
    let place = |item| if is_used(item) { next.next() } else { None };
    let places = list.iter().map(place).collect();
    list.retain(is_used);
    list.shrink_to_fit();
    places
}

/// Puts the new number in the place of an old one; `false` where there is none.
fn renumber(id: &mut u32, places: &[Option<u32>]) -> bool {
    let place = places.get(*id as usize).copied().flatten();
    *id = place.unwrap_or(*id);
    place.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tests::add;
    use super::*;

    #[test]
    fn what_is_forgotten_was_not_counted() {
        let mut table = Table::default();
        let first = add(&mut table, "زرع سكان القرية ألف شتلة زيتون.");
        let mut second = add(&mut table, "وصلت شتلات الزيتون إلى قرى أخرى.");
        table.remove(&first);
        let before = table.keywords(&[], usize::MAX);
        assert!(table.forms.len() > table.used);
        table.forget_unused([&mut second].into_iter());
        assert_eq!(table.forms.len(), table.used);
        assert_eq!(table.keywords(&[], usize::MAX), before);
        table.remove(&second);
        assert_eq!(table.keywords(&[], usize::MAX), [], "its row has the new numbers");
    }

    #[test]
    fn a_table_does_not_grow_with_what_is_gone() {
        let mut table = Table::default();
        let mut most = 0;
        for round in 0..200 {
            let words: Vec<String> = (0..30)
                .map(|n| format!("جسر{}", "بتثجح".repeat(n % 5 + 1) + &"دذر".repeat(round % 40 + n)))
                .collect();
            let row = add(&mut table, &words.join(" "));
            table.remove(&row);
            if table.is_mostly_unused() {
                table.forget_unused(std::iter::empty());
            }
            most = most.max(table.forms.len());
        }
        assert!(most <= FEW + 30, "{most}");
    }
}
