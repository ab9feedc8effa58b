//! `warraq`: the analysis on the command line. Results go to standard output, messages to standard error; exit status 0 when all
//! went well, 1 when some input could not be read (the others are still done), 2 on wrong use.

mod analyze;
mod columns;
mod duplicates;
mod extract;
mod input;
mod jsonl;
mod keywords;
mod normalize;
mod tag;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads Arabic news articles: cleans, normalizes, tags names, counts words and finds copies.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Args),
    Duplicates(duplicates::Args),
    Extract(extract::Args),
    Keywords(keywords::Args),
    Normalize(normalize::Args),
    Tag(tag::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Analyze(args) => analyze::run(&args),
        Command::Duplicates(args) => duplicates::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Keywords(args) => keywords::run(&args),
        Command::Normalize(args) => normalize::run(&args),
        Command::Tag(args) => tag::run(&args),
    };
    match done {
        Ok(code) => code,
        // Whoever reads our output may stop early, as `head` does.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("warraq: {error}");
            ExitCode::FAILURE
        }
    }
}
