//! `train-tagger`: learns the model of the statistical tagger and measures it. The same input gives the same model, byte by byte.
//!
//! ```text
//! train-tagger classes --shared ../shared target/classes.tsv        (once: some minutes)
//! train-tagger validate --shared ../shared target/classes.tsv
//! train-tagger model --shared ../shared target/classes.tsv src/entity/tagger/model.bin
//! ```
#![allow(
    clippy::indexing_slicing,
    reason = "the program runs on this project's own data, and its numbers are its own"
)]

mod classes;
mod corpus;
mod leaning;
mod optimizer;
mod pipeline;
mod score;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use warraq::entity::tagger::Tagger;
use warraq::entity::tagger::knowledge::{CUTS, Knowledge};
use warraq::entity::tagger::label::Label;
use warraq::entity::tagger::model::Model;
use warraq::text::hash::hash;

use corpus::{Gold, Plain};
use pipeline::{Plan, Stretch, in_parallel, keys, learn};
use score::{Reliability, Score};

/// Learns the tagger's model from gold sentences, the lexicon and unlabelled text, and measures it.
#[derive(Parser)]
#[command(max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Learns classes of words from the unlabelled articles and writes them as a table.
    Classes {
        /// The folder with corpora/.
        #[arg(long)]
        shared: PathBuf,
        /// How many classes.
        #[arg(long, default_value_t = 1024)]
        classes: usize,
        /// Words seen fewer times are left out.
        #[arg(long, default_value_t = 2)]
        least: u32,
        /// Rounds of exchange.
        #[arg(long, default_value_t = 10)]
        rounds: usize,
        /// The table to write.
        out: PathBuf,
    },
    /// Cross-validates on contiguous sixths of the gold sentences.
    Validate {
        #[command(flatten)]
        sources: Sources,
        /// Which sixths to hold out, 0 to 5.
        #[arg(long, value_delimiter = ',', default_values_t = [1, 3, 5])]
        folds: Vec<usize>,
    },
    /// Learns the model from all gold sentences and writes it.
    Model {
        #[command(flatten)]
        sources: Sources,
        /// Which sixths to hold out in turn to learn how reliable scores are.
        #[arg(long, value_delimiter = ',', default_values_t = [0, 1, 2, 3, 4, 5])]
        folds: Vec<usize>,
        /// The file to write.
        out: PathBuf,
    },
    /// Measures a model on other gold sentences.
    Score {
        /// The model.
        model: PathBuf,
        /// The gold sentences.
        gold: PathBuf,
    },
}

#[derive(Args)]
struct Sources {
    /// The folder with ner/ and corpora/.
    #[arg(long)]
    shared: PathBuf,
    /// The table of classes.
    classes: PathBuf,
    /// Leave out a part, to measure what it is worth.
    #[arg(long, value_enum)]
    without: Vec<Part>,
    /// How many of the table's words to keep, the most frequent.
    #[arg(long, default_value_t = 200_000)]
    words: usize,
    /// Threads to use.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    #[command(flatten)]
    settings: optimizer::Settings,
}

/// A part of the tagger that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Classes of words.
    Classes,
    /// Which kind of name words lean to.
    Leanings,
    /// The lexicon's lists.
    Lexicon,
    /// What the first pass thought of the same words elsewhere.
    Elsewhere,
}

impl Sources {
    fn gold(&self) -> io::Result<Vec<Gold>> {
        corpus::gold(&self.shared.join("ner/anercorp_train.conll"))
    }

    fn knowledge(&self) -> io::Result<Knowledge> {
        let kept = if self.without.contains(&Part::Classes) {
            0
        } else {
            self.words
        };
        let mut words = Vec::new();
        let mut cuts = Vec::new();
        for line in fs::read_to_string(&self.classes)?.lines().take(kept) {
            let mut columns = line.split('\t');
            let key = columns.next().unwrap_or_default();
            let numbers: Vec<u16> = columns
                .skip(1)
                .filter_map(|n| n.parse().ok())
                .map(|n: u16| n + 1)
                .collect();
            let Some(coarse) = numbers.last_chunk::<CUTS>() else {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("no classes in «{line}»"),
                ));
            };
            words.push((hash(key), numbers[0]));
            let class = usize::from(numbers[0]);
            cuts.resize(class.max(cuts.len()), [0; CUTS]);
            cuts[class - 1] = *coarse;
        }
        let knowledge = Knowledge::new(&words, cuts);
        let lexicon = !self.without.contains(&Part::Lexicon);
        Ok(if lexicon {
            knowledge.with_lexicon()
        } else {
            knowledge
        })
    }

    /// The text that leanings are learned from, unless they are left out.
    fn plain(&self) -> io::Result<Option<Plain>> {
        let learned = !self.without.contains(&Part::Leanings);
        learned.then(|| Plain::of_corpora(&self.shared)).transpose()
    }

    fn plan<'p>(&self, plain: Option<&'p Plain>) -> Plan<'p> {
        Plan {
            settings: self.settings,
            threads: self.threads,
            elsewhere: !self.without.contains(&Part::Elsewhere),
            plain,
        }
    }
}

/// Tags gold sentences as one text and counts what is right.
fn measure(model: &Model, gold: Stretch) -> (Score, Reliability) {
    let tags = Tagger::new(model).tag(&keys(gold));
    let (mut score, mut reliability) = (Score::default(), Reliability::default());
    for (gold, tagged) in gold.iter().zip(tags) {
        let found: Vec<u8> = tagged
            .iter()
            .filter_map(|token| Label::index_of(token.label.name()))
            .collect();
        let confidence: Vec<f32> = tagged.iter().map(|token| token.confidence).collect();
        score.add(&gold.labels, &found);
        reliability.add(&gold.labels, &found, &confidence);
    }
    (score, reliability)
}

/// Holds out each of `folds` in turn; gives the scores, and confidence as each of the models gave it.
fn validate(
    gold: &[Gold],
    knowledge: &Knowledge,
    folds: Vec<usize>,
    plan: Plan,
) -> (Score, Vec<Reliability>) {
    let one = Plan { threads: 1, ..plan };
    let (mut total, mut reliability) = (Score::default(), Vec::new());
    let done = in_parallel(folds, plan.threads, |fold| {
        let (start, end) = (gold.len() * fold / 6, gold.len() * (fold + 1) / 6);
        let model = learn(&[&gold[..start], &gold[end..]], knowledge, one);
        let (score, reliability) = measure(&model, &gold[start..end]);
        eprintln!("sixth {fold}: {score}  {} weights", model.weights());
        (score, reliability)
    });
    for (score, sure) in done {
        total.merge(&score);
        reliability.push(sure);
    }
    (total, reliability)
}

fn run(cli: Cli) -> io::Result<()> {
    match cli.command {
        Command::Classes {
            shared,
            classes,
            least,
            rounds,
            out,
        } => {
            let plain = Plain::of_corpora(&shared)?;
            fs::write(out, classes::table(&plain, classes, least, rounds))
        }
        Command::Validate { sources, folds } => {
            let plain = sources.plain()?;
            let plan = sources.plan(plain.as_ref());
            let (score, reliability) = validate(&sources.gold()?, &sources.knowledge()?, folds, plan);
            println!("{score}  calibration error {}", calibration(&reliability));
            Ok(())
        }
        Command::Model { sources, folds, out } => {
            let (gold, knowledge, plain) = (sources.gold()?, sources.knowledge()?, sources.plain()?);
            let plan = sources.plan(plain.as_ref());
            let (score, reliability) = validate(&gold, &knowledge, folds, plan);
            println!(
                "cross-validated: {score}  calibration error {}",
                calibration(&reliability)
            );
            let mut model = learn(&[&gold], &knowledge, plan);
            model.reliability = Reliability::of(&reliability).curve(CURVE);
            write(&model, &out)
        }
        Command::Score { model, gold } => {
            let model = Model::read(&fs::read(model)?)
                .map_err(io::Error::other)?
                .with_lexicon();
            let (score, reliability) = measure(&model, &corpus::gold(&gold)?);
            println!("{score}  calibration error {:.3}", reliability.error());
            Ok(())
        }
    }
}

/// Points of the table that turns scores into confidence.
const CURVE: usize = 21;

/// How far confidence is from the share that is right: as the models gave it, and after the table that the other sixths make.
fn calibration(sixths: &[Reliability]) -> String {
    let after = (0..sixths.len()).map(|held_out| {
        let others: Vec<Reliability> = (sixths.iter().enumerate())
            .filter(|(sixth, _)| *sixth != held_out)
            .map(|(_, reliability)| reliability.clone())
            .collect();
        sixths[held_out].after(&Reliability::of(&others).curve(CURVE))
    });
    let after: Vec<Reliability> = after.collect();
    let [raw, after] = [sixths, &after].map(|parts| Reliability::of(parts).error());
    format!("{raw:.3}, after the table {after:.3}")
}

fn write(model: &Model, out: &Path) -> io::Result<()> {
    let file = model.write();
    println!(
        "{}: {} bytes, {} weights",
        out.display(),
        file.len(),
        model.weights()
    );
    fs::write(out, file)
}

fn main() -> std::process::ExitCode {
    match run(Cli::parse()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train-tagger: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
