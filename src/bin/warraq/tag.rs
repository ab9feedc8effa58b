//! `warraq tag --conll`: a token a line in, `TOKEN TAG` out, for scoring and for other programs' tokens.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use warraq::entity::tagger;

/// Tags names in text that is cut into tokens already, read from standard input
#[derive(clap::Args)]
pub struct Args {
    /// A token a line (its first column), a blank line between sentences; out come `TOKEN TAG` lines in the IOB2 scheme with the
    /// kinds PER, LOC, ORG and MISC
    #[arg(long, required = true)]
    conll: bool,
}

/// Tags what standard input holds as one text, so that sentences near to each other help each other.
pub fn run(_: &Args) -> io::Result<ExitCode> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let tokens: Vec<Option<&str>> = text.lines().map(|line| line.split_whitespace().next()).collect();
    let sentences: Vec<Vec<&str>> = tokens
        .split(Option::is_none)
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| sentence.iter().copied().flatten().collect())
        .collect();
    let mut tags = tagger::tag_written(&sentences).into_iter().flatten();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for token in tokens {
        match token {
            Some(token) => {
                let tag = tags.next().map_or("O", |tagged| tagged.label.name());
                writeln!(out, "{token} {tag}")?;
            }
            None => writeln!(out)?,
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
