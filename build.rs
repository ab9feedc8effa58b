//! Packs the tables of `src/lexicon` (`src/lexicon/unpack.rs` says how); refuses a table that is unsorted, has a key twice, or a key
//! not normalized.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::{env, fs, path::Path};

#[path = "src/text/fold.rs"]
#[allow(dead_code)]
mod fold;
#[path = "src/lexicon/front_coding.rs"]
#[allow(dead_code)]
mod front_coding;
#[path = "src/lexicon/letters.rs"]
#[allow(dead_code)]
mod letters;
#[path = "src/lexicon/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "build/unicode.rs"]
mod unicode;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/text/fold.rs");
    println!("cargo::rerun-if-changed=src/text/normalize");
    println!("cargo::rerun-if-changed=build");
    if let Err(message) = build().and_then(|()| background(Path::new("src/lexicon/background.txt"))) {
        println!("cargo::error={message}");
        std::process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let rows = read_tables(Path::new("src/lexicon"))?;
    let classes: BTreeSet<&str> = rows.iter().map(|row| row.class.trim_end_matches('?')).collect();
    let classes: Vec<&str> = classes.into_iter().collect();
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let write =
        |name: &str, bytes: &[u8]| fs::write(Path::new(&out).join(name), bytes).map_err(|e| e.to_string());
    write("unicode.pack", &unicode::pack())?;
    write("lexicon.pack", &pack(&readings(&rows, &classes)?)?)?;
    write(
        "lexicon_classes.rs",
        format!("static CLASSES: &[&str] = &{classes:?};").as_bytes(),
    )
}

/// Kind, class (from 1) and whether it is ambiguous.
type Sort = [u8; 3];
/// The readings of each key, with the name of each.
type Keys<'t> = BTreeMap<&'t str, Vec<(Sort, &'t str)>>;

/// Every key with its readings and the name of each, in the order of the automaton. Where two tables have the same reading, the one that
/// needs no context wins.
fn readings<'t>(rows: &'t [table::Row], classes: &[&str]) -> Result<Keys<'t>, String> {
    let mut keys: BTreeMap<&str, BTreeMap<[u8; 2], (u8, &str)>> = BTreeMap::new();
    for row in rows {
        let kind = table::KINDS
            .iter()
            .find(|(kind, _)| *kind == row.kind)
            .map_or(0, |(_, letter)| *letter);
        let class = classes
            .binary_search(&row.class.trim_end_matches('?'))
            .map_err(|_| "class table")?;
        let class = u8::try_from(class + 1).map_err(|_| "more classes than a byte can tell")?;
        let reading = (u8::from(row.class.ends_with('?')), row.name.as_str());
        keys.entry(&row.key)
            .or_default()
            .entry([kind, class])
            .and_modify(|r| *r = reading.min(*r))
            .or_insert(reading);
    }
    let flat = |readings: BTreeMap<[u8; 2], (u8, &'t str)>| {
        readings
            .into_iter()
            .map(|([kind, class], (ambiguous, name))| ([kind, class, ambiguous], name))
            .collect()
    };
    Ok(keys
        .into_iter()
        .map(|(key, readings)| (key, flat(readings)))
        .collect())
}

fn pack(keys: &Keys) -> Result<Vec<u8>, String> {
    let sorts: BTreeSet<Sort> = keys.values().flatten().map(|(sort, _)| *sort).collect();
    let sorts: Vec<Sort> = sorts.into_iter().collect();
    let mut by_name: HashMap<&str, u16> = HashMap::new();
    for (reading, (key, name)) in (0u16..).zip(
        keys.iter()
            .flat_map(|(key, all)| all.iter().map(move |(_, name)| (*key, *name))),
    ) {
        if variants(key, name).is_some() {
            by_name.entry(name).or_insert(reading);
        }
    }
    let [mut shared, mut rest, mut listed, mut how, mut chosen, mut own] = [const { Vec::new() }; 6];
    let mut before: Vec<u8> = Vec::new();
    for (key, readings) in keys {
        let mut letters = Vec::new();
        key.chars().for_each(|c| put(c, &mut letters));
        let common = before
            .iter()
            .zip(&letters)
            .take_while(|(a, b)| a == b)
            .count()
            .min(255);
        shared.push(common as u8);
        rest.extend(letters.iter().skip(common));
        rest.push(letters::END);
        before = letters;
        listed.push(u8::try_from(readings.len() - 1).map_err(|_| "too many readings")?);
        for (sort, name) in readings {
            listed.push(
                u8::try_from(sorts.binary_search(sort).map_err(|_| "sort table")?)
                    .map_err(|_| "too many sorts")?,
            );
            match (variants(key, name), by_name.get(name)) {
                (Some(letters), _) => {
                    how.push(0);
                    chosen.extend(letters);
                }
                (None, Some(other)) => how.extend([1, *other as u8, (*other >> 8) as u8]),
                (None, None) => {
                    how.push(2);
                    own.extend(name.bytes());
                    own.push(b'\n');
                }
            }
        }
    }
    let blocks = [shared, rest, sorts.concat(), listed, how, chosen, own];
    Ok(blocks
        .iter()
        .flat_map(|block| {
            (block.len() as u32)
                .to_le_bytes()
                .into_iter()
                .chain(block.iter().copied())
        })
        .collect())
}

/// Appends a character of a key: printable ASCII and the Arabic letters take one byte.
fn put(c: char, out: &mut Vec<u8>) {
    match c {
        ' '..='~' => out.push(c as u8),
        '\u{0621}'..='\u{064A}' => out.push(0x80 + (c as u32 - letters::FIRST) as u8),
        _ => {
            out.push(letters::ESCAPE);
            out.extend([12, 6, 0].map(|shift| 0x40 | (c as u32 >> shift & 0x3F) as u8));
        }
    }
}

/// Which variant each merged letter of the key is in the name, where the name is written so.
fn variants(key: &str, name: &str) -> Option<Vec<u8>> {
    let mut chosen = Vec::new();
    let mut letters = name.chars();
    for c in key.chars() {
        let written = letters.next()?;
        match letters::variants(c) {
            [] if c == written => {}
            [] => return None,
            choices => chosen.push(choices.iter().position(|v| *v == written)? as u8),
        }
    }
    letters.next().is_none().then_some(chosen)
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

/// Percentage of its uses that a word must have with the article to be a noun or adjective: a verb never has it, and what the split of
/// particles gets wrong is less.
const NOMINAL: f32 = 5.0;

/// Packs the words of the background table, each with the level of its frequency and whether it takes the article, as
/// `src/lexicon/background.rs` reads them.
fn background(file: &Path) -> Result<(), String> {
    let said = |why: String| format!("{}: {why}", file.display());
    let text = fs::read_to_string(file).map_err(|e| said(e.to_string()))?;
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [word, per_million, definite] = columns[..] else {
            return Err(said(format!("{line:?} is not a word and two numbers")));
        };
        let number = |text: &str| text.parse::<f32>().map_err(|e| said(format!("{word:?}: {e}")));
        let level = (number(per_million)?.max(1.0).log2() * 2.0).round() as u8;
        let nominal = u8::from(number(definite)? >= NOMINAL);
        rows.push((word.to_string(), level.min(31) | nominal << 5));
    }
    if !rows.is_sorted() {
        return Err(said("the words are not in order".into()));
    }
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    fs::write(
        Path::new(&out).join("background.bin"),
        front_coding::pack(&rows).map_err(said)?,
    )
    .map_err(|e| e.to_string())
}
