//! `background FILE…`: learns from articles (JSON lines with `title` and `text`) which words stand alone once particles are split off, and how
//! often each is used, and how often with the article; prints the table `src/lexicon/background.txt`.
//!
//!     gzip -dc antcorpus.jsonl.gz > news.jsonl; xz -dc wikipedia_ar.jsonl.xz > wikipedia.jsonl
//!     cargo run --release --features tools --bin background -- news.jsonl wikipedia.jsonl > src/lexicon/background.txt
//!
//! A unigram model of particles and rests (after Lee et al. 2003, «Language Model Based Arabic Word Segmentation»), fitted by
//! expectation maximization to the *list* of words, each counting by the logarithm of its uses: what is a word of its own meets many different particles, while
//! «وقال», however frequent, does not («الوقال», «بوقال»). Frequencies are then those of the texts, each file weighing the same.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::process::ExitCode;

use warraq::text::fold::match_key;
use warraq::text::particle::{self, Analysis, Clitics, analyses};
use warraq::text::token::{TokenKind, tokenize};

/// Words seen less often are misspellings as often as not.
const MIN_COUNT: u32 = 3;
/// Bases that the table keeps, the most frequent ones.
const KEPT: usize = 20_000;
const ROUNDS: usize = 20;
/// Concentration of the Dirichlet process from which bases come, and the chance of each letter of a new one.
const NEW_BASE: f64 = 100.0;
const LETTER: f64 = 0.15;
/// What a word is worth as evidence for a base where the base's first letter could as well be a particle, or its last
/// ones a pronoun.
const OPEN: f64 = 0.02;
/// What a row of the lexicon is worth as evidence for a base, in words.
const LISTED: f64 = 100.0;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("background: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut words: HashMap<String, Word> = HashMap::new();
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        return Err("name files of JSON lines".into());
    }
    for file in &files {
        let counts = count(file)?;
        let total: f64 = counts.values().map(|(n, _)| f64::from(*n)).sum();
        for (key, (n, feminine)) in counts {
            let word = words.entry(key).or_default();
            word.count += n;
            word.feminine += feminine;
            word.per_million += f64::from(n) * 1e6 / total / files.len() as f64;
        }
    }
    words.retain(|_, word| word.count >= MIN_COUNT);
    let mut list: Vec<(String, Word)> = words.into_iter().collect();
    list.sort_by(|a, b| a.0.cmp(&b.0));
    let readings = best_readings(&list);
    print(&readings, list.iter().map(|(_, word)| word.per_million).collect());
    Ok(())
}

/// Prints the table, and to standard error the share of each particle in the words of the texts.
fn print(readings: &[Analysis], per_million: Vec<f64>) {
    let mut uses: HashMap<&str, (f64, f64)> = HashMap::new();
    let mut share: BTreeMap<String, f64> = BTreeMap::new();
    for (reading, per_million) in readings.iter().zip(per_million) {
        let (all, definite) = uses.entry(reading.base.as_ref()).or_default();
        *all += per_million;
        if reading.clitics.article {
            *definite += per_million;
        }
        for particle in reading.clitics.iter() {
            *share.entry(particle).or_default() += per_million / 1e6;
        }
    }
    for (particle, share) in share {
        eprintln!("{particle} {share:.4}");
    }
    let mut rows: Vec<(&str, (f64, f64))> = uses
        .into_iter()
        .filter(|row| row.0.chars().count() > 1 && row.0.chars().all(|c| ('ء'..='ي').contains(&c)))
        .collect();
    rows.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.cmp(b.0)));
    rows.truncate(KEPT);
    rows.sort_by(|a, b| a.0.cmp(b.0));
    println!(
        "# Words of Arabic news and encyclopedia without particles, how often each is used in a million words, and the percentage of its uses"
    );
    println!("# that have the article.");
    println!(
        "# Learned by `background` from the counts of ANT Corpus (Apache-2.0) and the Arabic Wikipedia of 2017-01-20 (CC BY-SA 3.0)."
    );
    for (base, (per_million, definite)) in rows {
        println!("{base}\t{per_million:.1}\t{:.0}", 100.0 * definite / per_million);
    }
}

#[derive(Default)]
struct Word {
    count: u32,
    per_million: f64,
    /// Times it was written with «ة» at its end.
    feminine: u32,
}

impl Word {
    /// What the word counts for in the model: each word once, a little more where it is frequent.
    fn weight(&self) -> f64 {
        f64::from(self.count).ln_1p()
    }
}

/// How often each word is there, and how often with «ة» at its end.
fn count(file: &str) -> Result<HashMap<String, (u32, u32)>, String> {
    let lines = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
    for line in lines.lines() {
        let article: serde_json::Value = serde_json::from_str(line).map_err(|e| format!("{file}: {e}"))?;
        for field in ["title", "text"] {
            let text = article
                .get(field)
                .and_then(|value| value.as_str())
                .unwrap_or_default();
            for token in tokenize(text)
                .iter()
                .filter(|token| token.kind == TokenKind::Word)
            {
                let word = token.span.of(text);
                let (n, feminine) = counts.entry(match_key(word)).or_default();
                *n += 1;
                *feminine += u32::from(word.ends_with('ة'));
            }
        }
    }
    Ok(counts)
}

/// How many words speak for a base: those in which no letter of it can be a particle, and the others.
#[derive(Clone, Copy, Default)]
struct Evidence {
    sure: f64,
    open: f64,
}

impl Evidence {
    fn add(&mut self, weight: f64, reading: &Analysis) {
        if is_open(reading) {
            self.open += weight;
        } else {
            self.sure += weight;
        }
    }
}

/// Bases and particles, with the words that have them.
struct Model {
    base: HashMap<String, Evidence>,
    clitics: HashMap<Clitics, f64>,
}

impl Model {
    /// Adds up `readings`, weighted by `posteriors`, to what the lexicon says.
    fn count(
        listed: &HashMap<String, Evidence>,
        readings: &[Vec<Analysis>],
        posteriors: &[Vec<f64>],
    ) -> Self {
        let mut model = Model {
            base: listed.clone(),
            clitics: HashMap::new(),
        };
        for (reading, weight) in readings.iter().flatten().zip(posteriors.iter().flatten()) {
            *model.clitics.entry(reading.clitics).or_default() += weight;
            match model.base.get_mut(reading.base.as_ref()) {
                Some(evidence) => evidence.add(*weight, reading),
                None => {
                    let mut evidence = Evidence::default();
                    evidence.add(*weight, reading);
                    model.base.insert(reading.base.to_string(), evidence);
                }
            }
        }
        model
    }

    /// How probable a reading is, but for a factor that all readings share, when the word's own weight in the counts, `own`, is
    /// left out: a base is believed on the evidence of other words, or else by its length.
    fn weigh(&self, reading: &Analysis, own: f64) -> f64 {
        let clitics = self.clitics.get(&reading.clitics).copied().unwrap_or_default();
        let mut evidence = self.base.get(reading.base.as_ref()).copied().unwrap_or_default();
        evidence.add(-own, reading);
        let letters = reading.base.chars().count() as i32;
        clitics * (evidence.sure.max(0.0) + OPEN * evidence.open.max(0.0) + NEW_BASE * LETTER.powi(letters))
    }
}

/// For each word of `words`, the reading that the fitted model prefers.
fn best_readings(words: &[(String, Word)]) -> Vec<Analysis<'_>> {
    let readings: Vec<Vec<Analysis>> = words.iter().map(|(key, word)| plausible(key, word)).collect();
    let listed = listed(&readings);
    let mut posteriors: Vec<Vec<f64>> = readings
        .iter()
        .zip(words)
        .map(|(readings, (_, word))| vec![word.weight() / readings.len() as f64; readings.len()])
        .collect();
    for _ in 0..ROUNDS {
        let model = Model::count(&listed, &readings, &posteriors);
        for ((readings, posteriors), (_, word)) in readings.iter().zip(&mut posteriors).zip(words) {
            for (reading, own) in readings.iter().zip(posteriors.iter_mut()) {
                *own = model.weigh(reading, *own);
            }
            let total: f64 = posteriors.iter().sum();
            posteriors
                .iter_mut()
                .for_each(|weight| *weight *= word.weight() / total);
        }
    }
    readings
        .into_iter()
        .zip(posteriors)
        .filter_map(|(readings, posteriors)| {
            let best = readings
                .into_iter()
                .zip(posteriors)
                .max_by(|a, b| a.1.total_cmp(&b.1));
            best.map(|(reading, _)| reading)
        })
        .collect()
}

/// The readings of `key` but those with a pronoun that is as often the end of a name («شيراك», «روسي», «بريتاني»), and without «ه» where
/// the word is mostly written with «ة».
fn plausible<'k>(key: &'k str, word: &Word) -> Vec<Analysis<'k>> {
    let feminine = word.feminine * 2 > word.count;
    let mut readings = analyses(key);
    readings.retain(|reading| match reading.clitics.pronoun {
        "ك" | "ي" | "ني" => false,
        "ه" => !feminine,
        _ => true,
    });
    readings
}

/// The bases that the lexicon knows, with the evidence that this is for them.
fn listed(readings: &[Vec<Analysis>]) -> HashMap<String, Evidence> {
    let bases: HashSet<&str> = readings
        .iter()
        .flatten()
        .map(|reading| reading.base.as_ref())
        .collect();
    bases
        .into_iter()
        .filter(|base| particle::listed(base) == Some(true))
        .map(|base| {
            (
                base.to_string(),
                Evidence {
                    sure: LISTED,
                    open: 0.0,
                },
            )
        })
        .collect()
}

/// Whether the first letters of the reading's base could be one more particle in their place, or its last ones a pronoun.
fn is_open(reading: &Analysis) -> bool {
    let clitics = &reading.clitics;
    if clitics.article {
        return false;
    }
    let pronoun = clitics.pronoun.is_empty()
        && ["ه", "ها", "هم", "هن", "هما", "نا", "كم"]
            .iter()
            .any(|end| reading.base.ends_with(end));
    pronoun
        || match reading.base.chars().next() {
            Some('و' | 'ف') => clitics.letters_before() == 0,
            Some('ب' | 'ك' | 'س') => clitics.preposition.is_none(),
            Some('ل') => matches!(clitics.preposition, None | Some('ل')),
            _ => reading.base.starts_with("ال") && clitics.preposition != Some('ل'),
        }
}
