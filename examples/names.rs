//! The names in articles, one row for one person, place or organisation, with every spelling:
//!
//! ```text
//! cargo run --release --example names -- tests/samples/*.txt
//! ```

use std::{env, fs, process::ExitCode};

use warraq::{Corpus, Settings};

fn main() -> ExitCode {
    let mut corpus = Corpus::new(Settings::default());
    for path in env::args().skip(1) {
        let read = fs::read(&path).map_err(|error| error.to_string());
        let added = read.and_then(|bytes| corpus.add(&path, &bytes, None).map_err(|error| error.to_string()));
        match added {
            // An archive or a table holds many articles; what could not be read of it costs nothing else.
            Ok(added) => added
                .failures
                .iter()
                .for_each(|failure| eprintln!("{}: {}", failure.name, failure.error)),
            Err(why) => eprintln!("{path}: {why}"),
        }
    }
    let report = corpus.report();
    for entity in &report.entities {
        let spellings: Vec<&str> = entity.spellings.iter().map(|s| s.text.as_str()).collect();
        println!(
            "{}\t{}\t{}\t{}",
            entity.kind,
            entity.name,
            entity.count,
            spellings.join("، ")
        );
    }
    if report.documents.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
