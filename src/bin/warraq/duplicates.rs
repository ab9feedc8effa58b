//! `warraq duplicates`: which articles of a collection are copies, or hold one another.

use std::io::{self, Write};
use std::process::ExitCode;

use warraq::duplicate::{MIN_CONTAINMENT, MIN_JACCARD, Shingles, Thresholds, pairs, shingles};

use crate::jsonl;

/// Find copies among articles: pairs with their likeness (Jaccard) and containment, over five-word shingles.
#[derive(clap::Args)]
pub struct Args {
    /// Pairs from this likeness on, 0 to 1 …
    #[arg(long, default_value_t = MIN_JACCARD)]
    min_jaccard: f32,
    /// … or from this containment on, 0 to 1.
    #[arg(long, default_value_t = MIN_CONTAINMENT)]
    min_containment: f32,
    #[command(flatten)]
    input: jsonl::Input,
}

/// Runs the command.
///
/// # Errors
/// The file cannot be read, or standard output not written.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let (articles, failed) = args.input.read()?;
    let stories: Vec<Shingles> = articles.iter().map(|a| shingles([a.text.as_str()])).collect();
    let least = Thresholds {
        jaccard: args.min_jaccard,
        containment: args.min_containment,
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "id_a\tid_b\tjaccard\tcontainment")?;
    for pair in pairs(&stories, least) {
        let (Some(a), Some(b)) = (articles.get(pair.a), articles.get(pair.b)) else {
            continue;
        };
        writeln!(
            out,
            "{}\t{}\t{:.4}\t{:.4}",
            a.id, b.id, pair.jaccard, pair.containment
        )?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(failed)))
}
