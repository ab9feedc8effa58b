//! The body of a story and its tail: the kind of each line below the head.

use super::{
    BlockKind, Reason,
    line::Mark,
    overlap::{share, stems},
    page::{Look, NEAR, Page},
    wording::Said,
};
use crate::lexicon::{self, Kind};

/// Where in a story the reading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    /// Just after a link to another article inside the body.
    Link,
    /// After a line that ends a story: source, key words, share buttons.
    After,
    /// In a list of the key words.
    Tags,
    /// In a list of other articles.
    Related,
    /// Among readers' comments.
    Comments,
}

impl Page<'_> {
    /// Gives line `i` its kind, `place` being where the reading stands; returns where it stands after.
    pub(super) fn read_line(&mut self, i: usize, place: Place) -> Place {
        use BlockKind::{Body, Furniture, Tags};
        match (self.look(i), place) {
            (Some(Look::Familiar), _) => self.keep(i, Furniture, Reason::InManyFiles, place),
            (Some(Look::Outside), _) => self.keep(i, Furniture, Reason::PagePart, place),
            (Some(Look::Says(said)), _) => self.read_wording(i, said, place),
            (Some(Look::Prose), Place::Comments) => self.keep(i, Furniture, Reason::Comments, place),
            (Some(Look::Prose), Place::Related) if !self.resumes(i) => {
                self.keep(i, Furniture, Reason::Related, place)
            }
            (Some(Look::Prose), _) => {
                let again = self.times(i) > 1 && !self.told.insert(self.key(i).to_string());
                let (kind, reason) = if again {
                    (BlockKind::Repeat, Reason::SaidBefore)
                } else {
                    (Body, Reason::None)
                };
                self.keep(i, kind, reason, Place::Body)
            }
            (_, Place::Tags) if self.lines.get(i).is_some_and(|line| line.words.len() <= 4) => {
                self.keep(i, Tags, Reason::KeyWords, place)
            }
            (_, Place::Related) => self.keep(i, Furniture, Reason::Related, place),
            (_, Place::Comments) => self.keep(i, Furniture, Reason::Comments, place),
            (_, Place::After | Place::Tags) => {
                // A subheading right before text that goes on.
                if self.prose_from(i) == i + 1 && self.text_after(i + 1).0 >= 2 {
                    self.keep(i, BlockKind::Heading, Reason::Subheading, Place::Body)
                } else {
                    self.keep(i, Furniture, Reason::AfterEnd, Place::After)
                }
            }
            (_, Place::Link) if self.shared_with_next(i) < 0.25 => {
                self.keep(i, Furniture, Reason::Related, place)
            }
            (_, Place::Body | Place::Link) => {
                let (kind, reason) = self.short_in_body(i);
                self.keep(i, kind, reason, Place::Body)
            }
        }
    }

    fn keep(&mut self, i: usize, kind: BlockKind, reason: Reason, place: Place) -> Place {
        self.set(i, kind, reason);
        place
    }

    fn read_wording(&mut self, i: usize, said: Said, place: Place) -> Place {
        let listed = matches!(place, Place::Related | Place::Comments);
        let alone = self
            .words
            .get(i)
            .copied()
            .flatten()
            .is_some_and(|says| says.rest.is_empty());
        let between = self.look(i + 1) == Some(Look::Prose) && i > 0 && self.look(i - 1) == Some(Look::Prose);
        let (kind, reason) = match said {
            Said::Section | Said::Menu | Said::Widget
                if between && place == Place::Body && said == Said::Section =>
            {
                (BlockKind::Heading, Reason::Subheading)
            }
            Said::Date | Said::Stamp | Said::Author | Said::Agency | Said::Caption | Said::Silent
                if listed =>
            {
                (
                    BlockKind::Furniture,
                    if place == Place::Related {
                        Reason::Related
                    } else {
                        Reason::Comments
                    },
                )
            }
            _ => kind_of(said),
        };
        self.set(i, kind, reason);
        match said {
            Said::Related if !alone => {
                if listed {
                    place
                } else {
                    Place::Link
                }
            }
            Said::Related => Place::Related,
            Said::Comments if self.text_before(i) => Place::Comments,
            _ if listed => place,
            Said::Tags if alone => Place::Tags,
            Said::Tags | Said::Source | Said::Share | Said::Copyright => Place::After,
            _ => place,
        }
    }

    /// Whether the story has had enough text before line `i` that comments can follow.
    fn text_before(&self, i: usize) -> bool {
        let story = self.titles.len().saturating_sub(1) as u32;
        let body = self.kinds.iter().zip(&self.lines).take(i).rev().take(2 * NEAR);
        let told: usize = body
            .take_while(|(kind, _)| kind.2 == story)
            .filter(|(kind, _)| kind.0 == BlockKind::Body)
            .map(|(_, line)| line.words.len())
            .take(8)
            .sum();
        told >= 25
    }

    /// Whether prose at line `i` inside a list of other articles is the article going on, not a teaser.
    fn resumes(&self, i: usize) -> bool {
        let (paragraphs, words) = self.text_after(i);
        !self.is_teaser(i) && (words >= 40 || paragraphs >= 2)
    }

    /// How much of line `i` the next three paragraphs speak of.
    fn shared_with_next(&self, i: usize) -> f32 {
        self.lines.get(i).map_or(0.0, |line| {
            share(&stems(&line.words), &stems(self.prose_words(i + 1, 3)))
        })
    }

    /// A short line in the body: subheading, item, verse, caption, or something said before.
    fn short_in_body(&self, i: usize) -> (BlockKind, Reason) {
        use BlockKind::{Body, Caption, Furniture, Heading, Repeat};
        let Some(line) = self.lines.get(i) else {
            return (Body, Reason::None);
        };
        let key = line.key.as_str();
        let title = self.titles.last().copied().flatten().map_or("", |t| self.key(t));
        if line.words.len() >= 3 && (key == title || title.starts_with(key)) {
            return (Repeat, Reason::SaidBefore);
        }
        if line.mark == Mark::Heading || line.mark == Mark::Title {
            return (Heading, Reason::Subheading);
        }
        if line.words.len() >= 3 && self.times(i) > 1 {
            return (Caption, Reason::SaidTwice);
        }
        if line.words.len() >= 5 && self.begins_later(i) {
            return (Repeat, Reason::SaidLater);
        }
        let (before, after) = self.shorts_around(i);
        let run = before + 1 + after;
        let prose = self.prose_from(i);
        let goes_on = prose == i + after + 1;
        if !goes_on {
            let titles = (3..=20).contains(&run) && (i - before..=i + after).all(|j| self.is_headline(j));
            return if titles && self.apart(i - before, i + after) {
                (Furniture, Reason::Headlines)
            } else {
                (Body, Reason::None)
            };
        }
        let opens_list = line.text.ends_with(':') && line.words.len() >= 4;
        // «وتساءل الكاتب: "إلى أين؟"» is a sentence, though no dot ends it.
        let says = line.words.first().is_some_and(|word| {
            let verb = word.strip_prefix('و').unwrap_or("");
            lexicon::any(verb, |entry| entry.kind == Kind::Say)
        });
        let whole = line.ends_sentence() || says;
        let heading = !line.bullet && !opens_list && run <= 2 && line.words.len() <= 14 && !whole;
        if heading {
            (Heading, Reason::Subheading)
        } else {
            (Body, Reason::None)
        }
    }
}

/// The kind and reason of a line that says itself what it is.
pub(super) fn kind_of(said: Said) -> (BlockKind, Reason) {
    use BlockKind::{Caption, Date, Furniture, Source, Tags};
    match said {
        Said::Share => (Furniture, Reason::ShareWidget),
        Said::Widget => (Furniture, Reason::PageWidget),
        Said::Menu => (Furniture, Reason::Menu),
        Said::Section => (Furniture, Reason::Section),
        Said::Breadcrumb => (Furniture, Reason::Breadcrumb),
        Said::Related => (Furniture, Reason::Related),
        Said::Comments => (Furniture, Reason::Comments),
        Said::Call => (Furniture, Reason::CallToAction),
        Said::Copyright => (Furniture, Reason::Copyright),
        Said::Tags => (Tags, Reason::KeyWords),
        Said::Source => (Source, Reason::SourceLine),
        Said::Agency => (Source, Reason::Agency),
        Said::Author => (Source, Reason::Byline),
        Said::Date => (Date, Reason::DateLine),
        Said::Stamp => (Date, Reason::TimeStamp),
        Said::Caption => (Caption, Reason::PictureCredit),
        Said::Silent => (Furniture, Reason::NoWords),
    }
}
