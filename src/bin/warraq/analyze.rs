//! `warraq analyze`: files in, the analysis as JSON or tables out.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use warraq::container::Options;
use warraq::entity::alias::Aliases;
use warraq::{Corpus, Error, Report, Settings};

use crate::columns::{self, Reading};
use crate::input;

/// Analyse articles: their parts, names, key words and copies.
#[derive(clap::Args)]
pub struct Args {
    /// How to print the analysis.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    reading: Reading,
    /// A file of decisions about names, as the page saves it.
    #[arg(long, value_name = "FILE")]
    aliases: Option<PathBuf>,
    /// Files and folders; `-`, or none, reads standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// The whole analysis, for programs.
    Json,
    /// Tables, for people.
    Table,
}

/// Runs the command.
///
/// # Errors
/// Only what goes wrong with standard output.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let aliases = args
        .aliases
        .as_deref()
        .map(aliases)
        .transpose()?
        .unwrap_or_default();
    let mut corpus = Corpus::new(Settings {
        aliases,
        ..Settings::default()
    });
    let options = args.reading.options().map_err(io::Error::other)?;
    let mut code = ExitCode::SUCCESS;
    for (name, path) in input::files(&args.files) {
        let bytes = input::read(&path).map_err(|why| vec![(name.clone(), why)]);
        if let Err(failures) = bytes.and_then(|bytes| add(&mut corpus, &name, bytes, &options)) {
            failures.iter().for_each(|(name, why)| eprintln!("{name}: {why}"));
            code = ExitCode::FAILURE;
        }
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let report = corpus.report();
    match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
        Format::Table => table(&mut out, &report)?,
    }
    out.flush()?;
    Ok(code)
}

/// Reads an alias file; what is wrong with it stops the command, since nothing would come out as meant.
fn aliases(path: &Path) -> io::Result<Aliases> {
    let named =
        |why: String| io::Error::new(io::ErrorKind::InvalidInput, format!("{}: {why}", path.display()));
    std::fs::read_to_string(path)
        .map_err(|e| named(e.to_string()))?
        .parse()
        .map_err(|e: Error| named(e.to_string()))
}

/// Adds what is in a file, and returns the names of what cannot be read and why.
fn add(
    corpus: &mut Corpus,
    name: &str,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<(), Vec<(String, String)>> {
    let opened = corpus.open(name, bytes, options.clone());
    let mut members = opened.map_err(|error| vec![(name.to_string(), error.to_string())])?;
    let mut failures = Vec::new();
    for member in members.by_ref() {
        if let Err(failure) = member.and_then(|draft| corpus.take(draft)) {
            failures.push((failure.name, failure.error.to_string()));
        }
    }
    columns::tell(members.tables());
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

fn table(out: &mut impl Write, report: &Report) -> io::Result<()> {
    writeln!(out, "# articles\nid\tname\twords\tnames\tpublished\tencoding")?;
    for d in &report.documents {
        let published = d
            .stories
            .first()
            .and_then(|s| s.published.as_deref())
            .unwrap_or("");
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{published}\t{}",
            d.id,
            d.name,
            d.words,
            d.mentions.len(),
            d.encoding
        )?;
    }
    writeln!(out, "\n# entities\nkind\tname\tcount\tarticles\tspellings")?;
    for e in &report.entities {
        let spellings: Vec<String> = e
            .spellings
            .iter()
            .map(|s| format!("{} ({})", s.text, s.count))
            .collect();
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}",
            e.kind,
            e.name,
            e.count,
            e.documents.len(),
            spellings.join("، ")
        )?;
    }
    writeln!(out, "\n# keywords\nterm\tcount\tarticles\tscore\tforms")?;
    for k in report.keywords.iter().take(50) {
        writeln!(
            out,
            "{}\t{}\t{}\t{:.2}\t{}",
            k.term,
            k.count,
            k.documents,
            k.score,
            k.forms.join("، ")
        )?;
    }
    writeln!(out, "\n# copies\nsimilarity\tstories")?;
    for d in &report.duplicates {
        let name = |id: u32| {
            report
                .documents
                .iter()
                .find(|doc| doc.id == id)
                .map_or("", |doc| doc.name.as_str())
        };
        let stories: Vec<String> = d
            .stories
            .iter()
            .map(|(id, story)| format!("{}#{story}", name(*id)))
            .collect();
        writeln!(out, "{:.3}\t{}", d.similarity, stories.join(" "))?;
    }
    Ok(())
}
