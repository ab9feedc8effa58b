//! `warraq extract`: the clean article of each file.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::{Value, json};
use warraq::article::{Article, BlockKind, Source};
use warraq::container;

use crate::columns::{self, Reading};
use crate::input;

/// Print the clean article of each file, without what the portal put around it.
#[derive(clap::Args)]
pub struct Args {
    /// How to print the article.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    format: Output,
    #[command(flatten)]
    reading: Reading,
    /// Files and folders; `-`, or none, reads standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// Headline and paragraphs, an empty line between.
    Text,
    /// The same with `#` before headline and subheadings.
    Markdown,
    /// One object an article, each on its line: name, title, body, published, author, source, tags; further stories under `appended`.
    Json,
}

/// Runs the command.
///
/// # Errors
/// Only what goes wrong with standard output.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let options = args.reading.options().map_err(io::Error::other)?;
    let mut code = ExitCode::SUCCESS;
    let mut fail = |name: &str, why: &str| {
        eprintln!("{name}: {why}");
        code = ExitCode::FAILURE;
    };
    for (name, path) in input::files(&args.files) {
        let bytes = input::read(&path);
        let opened =
            bytes.and_then(|b| container::open(&name, b, options.clone()).map_err(|e| e.to_string()));
        let mut members = match opened {
            Ok(members) => members,
            Err(why) => {
                fail(&name, &why);
                continue;
            }
        };
        for member in members.by_ref() {
            match member {
                Ok(draft) => print(&mut out, &draft.name, &draft.source, args.format)?,
                Err(failure) => fail(&failure.name, &failure.error.to_string()),
            }
        }
        columns::tell(members.tables());
    }
    out.flush()?;
    Ok(code)
}

fn print(out: &mut impl Write, name: &str, source: &Source, format: Output) -> io::Result<()> {
    let article = source.segment(&|_| false);
    let stories = (0..article.stories.len()).map(|number| described(&article, source, number));
    match format {
        Output::Json => {
            let mut stories = stories;
            let mut object = stories.next().unwrap_or_default();
            object.insert("name".into(), name.into());
            let appended: Vec<Object> = stories.collect();
            if !appended.is_empty() {
                object.insert("appended".into(), json!(appended));
            }
            writeln!(out, "{}", json!(object))
        }
        Output::Text => write_stories(out, &article, source, "", ""),
        Output::Markdown => write_stories(out, &article, source, "# ", "## "),
    }
}

type Object = serde_json::Map<String, Value>;

fn described(article: &Article, source: &Source, number: usize) -> Object {
    let Some(story) = article.stories.get(number) else {
        return Object::new();
    };
    let body: Vec<&str> = paragraphs(article, source, number)
        .map(|(_, text)| text)
        .collect();
    let fields = [
        ("title", json!(story.title.map(|title| title.of(&source.text)))),
        ("body", json!(body.join("\n\n"))),
        ("published", json!(story.published)),
        ("author", json!(story.author)),
        ("source", json!(story.source)),
        ("tags", json!(story.tags)),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_string(), value))
        .collect()
}

fn write_stories(
    out: &mut impl Write,
    article: &Article,
    source: &Source,
    first: &str,
    second: &str,
) -> io::Result<()> {
    for (number, story) in article.stories.iter().enumerate() {
        if let Some(title) = story.title {
            writeln!(out, "{first}{}\n", title.of(&source.text))?;
        }
        for (kind, text) in paragraphs(article, source, number) {
            let mark = if kind == BlockKind::Heading { second } else { "" };
            writeln!(out, "{mark}{text}\n")?;
        }
    }
    Ok(())
}

/// Subheadings and paragraphs of a story.
fn paragraphs<'s>(
    article: &'s Article,
    source: &'s Source,
    story: usize,
) -> impl Iterator<Item = (BlockKind, &'s str)> {
    article
        .blocks
        .iter()
        .filter(move |block| {
            block.story as usize == story && matches!(block.kind, BlockKind::Heading | BlockKind::Body)
        })
        .map(|block| (block.kind, block.span.of(&source.text)))
}
