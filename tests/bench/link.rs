//! Native speed of linking: 100,000 mentions of 20,000 names in 5,000 articles, `cargo bench --bench link`.
//!
//! The names are made of the syllables of foreign names, so that many differ by a letter, as real ones do; a tenth of the mentions are
//! spelled in another way, and a fifth are surnames alone.

use std::time::Instant;

use warraq::Span;
use warraq::entity::alias::Aliases;
use warraq::entity::link::{Source, link};
use warraq::entity::{EntityKind, Mention};

const NAMES: usize = 20_000;
const ARTICLES: u32 = 5_000;
const MENTIONS_PER_ARTICLE: usize = 20;
const SYLLABLES: [&str; 24] = [
    "غال", "بور", "ني", "كو", "ستان", "مير", "لوف", "سكي", "فا", "دي", "رو", "تش", "زا", "بيل", "هان", "مو",
    "ري", "سا", "نوف", "كا", "شفي", "لي", "دان", "غري",
];

/// A small generator with a fixed seed (Steele et al. 2014, SplitMix64), so that every run links the same names.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn word(&mut self) -> String {
        (0..2 + self.below(2))
            .filter_map(|_| SYLLABLES.get(self.below(SYLLABLES.len())))
            .copied()
            .collect()
    }
}

fn main() {
    let mut random = Random(7);
    let names: Vec<String> = (0..NAMES)
        .map(|_| format!("{} {}", random.word(), random.word()))
        .collect();
    let articles: Vec<(String, Vec<Mention>)> = (0..ARTICLES).map(|_| article(&names, &mut random)).collect();
    let sources: Vec<Source> = (0..)
        .zip(&articles)
        .map(|(id, (text, mentions))| Source { id, text, mentions })
        .collect();
    // Unpacks the lexicons, once in a program.
    let _ = link(sources.get(..1).unwrap_or_default(), &Aliases::default());
    let start = Instant::now();
    let linked = link(&sources, &Aliases::default());
    let mentions = ARTICLES as usize * MENTIONS_PER_ARTICLE;
    println!(
        "linking {mentions} mentions of {NAMES} names: {:.0} ms, {} entities",
        start.elapsed().as_secs_f64() * 1e3,
        linked.entities.len()
    );
}

fn article(names: &[String], random: &mut Random) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for _ in 0..MENTIONS_PER_ARTICLE {
        let Some(name) = names.get(random.below(names.len())) else {
            continue;
        };
        let written = match random.below(10) {
            0 => name.replace('غ', "ج"),
            1 | 2 => name.split(' ').next_back().unwrap_or_default().to_string(),
            _ => name.clone(),
        };
        let start = text.len();
        text.push_str(&written);
        let span = Span::new(start, text.len());
        mentions.push(Mention {
            span,
            kind: EntityKind::Person,
            score: 1.0,
            reason: "model",
            known: None,
        });
        text.push_str(" . ");
    }
    (text, mentions)
}
