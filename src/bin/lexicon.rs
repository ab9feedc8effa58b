//! `lexicon fix|check [FILE…]`: folds the keys of the lexicon tables, sorts the rows and drops exact repeats; or only says what is wrong.
//!
//! Run it with `cargo run --features tools --bin lexicon -- fix`: under that feature the build accepts tables that are not in order yet.

use std::{fs, path::PathBuf, process::ExitCode};

use warraq::lexicon::table;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let fix = match args.next().as_deref() {
        Some("fix") => true,
        Some("check") => false,
        _ => {
            eprintln!("usage: lexicon fix|check [FILE…]");
            return ExitCode::from(2);
        }
    };
    let mut files: Vec<PathBuf> = args.map(PathBuf::from).collect();
    if files.is_empty() {
        files = fs::read_dir("src/lexicon")
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
            .collect();
        files.sort();
    }
    let mut failed = false;
    for file in files {
        if let Err(why) = one(&file, fix) {
            eprintln!("{}: {why}", file.display());
            failed = true;
        }
    }
    ExitCode::from(u8::from(failed))
}

fn one(file: &PathBuf, fix: bool) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|e| e.to_string())?;
    let mut rows = table::parse(&text)?;
    if fix {
        for row in &mut rows {
            row.key = table::key_of(&row.key);
        }
        rows.sort();
        rows.dedup();
        let comments = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| format!("{line}\n"));
        let body = rows.iter().map(|row| row.line() + "\n");
        fs::write(file, comments.chain(body).collect::<String>()).map_err(|e| e.to_string())?;
    }
    table::check(&rows)?;
    println!("{}: {} rows", file.display(), rows.len());
    Ok(())
}
