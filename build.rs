//! Compiles the tables of `src/lexicon` into one automaton; refuses a table that is unsorted, has a key twice, or a key not normalized.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs, path::Path};

#[path = "src/text/fold.rs"]
#[allow(dead_code)]
mod fold;
#[path = "src/lexicon/table.rs"]
#[allow(dead_code)]
mod table;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text/fold.rs");
    if let Err(message) = build() {
        println!("cargo::error={message}");
        std::process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let rows = read_tables(Path::new("src/lexicon"))?;
    let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let classes: BTreeSet<&str> = rows.iter().map(|row| row.class.trim_end_matches('?')).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let classes: Vec<&str> = classes.into_iter().collect();
    if classes.len() > 250 {
        return Err(format!("{} classes are more than a byte can tell", classes.len()));
    }
    let mut keys: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for row in &rows {
        let class = classes
            .binary_search(&row.class.trim_end_matches('?'))
            .map_err(|_| "class table")?;
        let name = names
            .binary_search(&row.name.as_str())
            .map_err(|_| "name table")?;
        let letter = table::KINDS
            .iter()
            .find(|(kind, _)| *kind == row.kind)
            .map_or(0, |(_, letter)| *letter);
        let mut key = row.key.clone().into_bytes();
        key.extend([0, letter, class as u8 + 1]);
        keys.insert(key, ((name as u64) << 1) | u64::from(row.class.ends_with('?')));
    }
    let automaton = fst::raw::Fst::from_iter_map(keys).map_err(|e| e.to_string())?;
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let write =
        |name: &str, bytes: &[u8]| fs::write(Path::new(&out).join(name), bytes).map_err(|e| e.to_string());
    write("lexicon.fst", automaton.as_bytes())?;
    write("lexicon.names", names.join("\n").as_bytes())?;
    write(
        "lexicon_classes.rs",
        format!("static CLASSES: &[&str] = &{classes:?};").as_bytes(),
    )
}

fn read_tables(folder: &Path) -> Result<Vec<table::Row>, String> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let mut rows = Vec::new();
    for file in files {
        let said = |why: String| {
            format!(
                "{}: {why} (`cargo run --features tools --bin lexicon -- fix` mends order and folding)",
                file.display()
            )
        };
        let text = fs::read_to_string(&file).map_err(|e| said(e.to_string()))?;
        let found = table::parse(&text).map_err(said)?;
        // The tool that mends the tables must build while they are wrong.
        if env::var_os("CARGO_FEATURE_TOOLS").is_none() {
            table::check(&found).map_err(said)?;
        }
        rows.extend(found);
    }
    Ok(rows)
}
