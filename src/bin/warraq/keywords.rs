//! `warraq keywords`: what marks each article of a collection.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::json;
use warraq::keyword::phrases_of;

use crate::jsonl;

/// Find the key phrases of articles, best first.
#[derive(clap::Args)]
pub struct Args {
    /// Key phrases of an article, at most.
    #[arg(long, default_value_t = 10)]
    top: usize,
    #[command(flatten)]
    input: jsonl::Input,
}

/// Runs the command: prints an object a line, with `id`, `keys` and `scores`.
///
/// # Errors
/// The file cannot be read, or standard output not written.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let (articles, failed) = args.input.read()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for article in articles {
        let (keys, scores): (Vec<String>, Vec<f32>) = phrases_of(&article.text, args.top)
            .into_iter()
            .map(|(term, phrase)| (term, phrase.score))
            .unzip();
        writeln!(
            out,
            "{}",
            json!({ "id": article.id, "keys": keys, "scores": scores })
        )?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(failed)))
}
