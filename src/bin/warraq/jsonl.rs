//! Files of one article a line, each line a JSON object.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Which fields of an article's object hold what.
#[derive(clap::Args)]
struct Fields {
    /// The field that names the article; the line's number where it is missing.
    #[arg(long, default_value = "id")]
    id_field: String,
    /// The field that holds the text.
    #[arg(long, default_value = "text")]
    text_field: String,
}

/// A file of articles, as a command is given it.
#[derive(clap::Args)]
pub struct Input {
    #[command(flatten)]
    fields: Fields,
    /// One article a line, as JSON; `-` reads standard input.
    #[arg(value_name = "FILE.jsonl", default_value = "-")]
    file: PathBuf,
}

impl Input {
    /// All articles of the file, and whether a line was none. See [`read`].
    ///
    /// # Errors
    /// The file cannot be opened or read; the message names it.
    pub fn read(&self) -> io::Result<(Vec<Line>, bool)> {
        let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", self.file.display()));
        read(&self.file, &self.fields).map_err(named)
    }
}

/// An article of a file.
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// Reads all lines of a file, `-` for standard input. A line that is no article is told on standard error and left out; the second
/// value says whether there was one.
///
/// # Errors
/// The file cannot be opened or read.
fn read(path: &Path, fields: &Fields) -> io::Result<(Vec<Line>, bool)> {
    let input: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path)?))
    };
    let mut lines = Vec::new();
    let mut failed = false;
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match article(&line, number + 1, fields) {
            Ok(article) => lines.push(article),
            Err(why) => {
                eprintln!("{}:{}: {why}", path.display(), number + 1);
                failed = true;
            }
        }
    }
    Ok((lines, failed))
}

fn article(line: &str, number: usize, fields: &Fields) -> Result<Line, String> {
    let row: Value = serde_json::from_str(line).map_err(|e| format!("not JSON: {e}"))?;
    let text = row.get(&fields.text_field).and_then(Value::as_str);
    let text = text.ok_or_else(|| {
        format!(
            "no text in field {:?}: name the field with --text-field",
            fields.text_field
        )
    })?;
    let id = match row.get(&fields.id_field) {
        Some(Value::String(id)) => id.clone(),
        Some(other) => other.to_string(),
        None => number.to_string(),
    };
    Ok(Line {
        id,
        text: text.to_string(),
    })
}
