//! `--columns`: what the columns of tables hold, where the guess is wrong.

use warraq::container::{Options, Roles, Table};

/// How files are read.
#[derive(clap::Args)]
pub struct Reading {
    /// The files' encoding, where detection is not trusted: utf-8, utf-16le, utf-16be, windows-1256 or iso-8859-6.
    #[arg(long)]
    encoding: Option<String>,
    /// What the columns of tables and the fields of JSON hold, where the guess is wrong: `text=NAME,title=NAME,date=NAME,source=NAME,author=NAME`;
    /// an empty name means none, and `header=no` that the first row names nothing.
    #[arg(long, value_name = "ROLE=NAME,…", value_parser = roles)]
    columns: Option<Roles>,
}

impl Reading {
    /// The options for every file.
    ///
    /// # Errors
    /// An encoding that is not known, for the person.
    pub fn options(&self) -> Result<Options, String> {
        let encoding = self.encoding.as_deref().map(str::parse).transpose();
        let tables = self.columns.iter().map(|roles| (String::new(), roles.clone()));
        Ok(Options {
            encoding: encoding.map_err(|error: warraq::Error| error.to_string())?,
            tables: tables.collect(),
        })
    }
}

fn roles(text: &str) -> Result<Roles, String> {
    let mut roles = Roles::default();
    for part in text.split(',') {
        let (role, name) = part
            .split_once('=')
            .ok_or_else(|| format!("{part:?} is no ROLE=NAME"))?;
        let place = match role.trim() {
            "header" => {
                roles.header = Some(name.trim() != "no");
                continue;
            }
            "text" => &mut roles.text,
            "title" => &mut roles.title,
            "date" => &mut roles.date,
            "source" => &mut roles.source,
            "author" => &mut roles.author,
            other => {
                return Err(format!(
                    "a column cannot be {other:?}: text, title, date, source or author"
                ));
            }
        };
        *place = Some(name.trim().to_string());
    }
    Ok(roles)
}

/// Says on standard error what was taken for what.
pub fn tell(tables: &[Table]) {
    for table in tables {
        let name = |role: &Option<String>| role.clone().filter(|name| !name.is_empty());
        let Roles {
            text,
            title,
            date,
            source,
            author,
            ..
        } = &table.roles;
        let found: Vec<String> = [
            ("text", text),
            ("title", title),
            ("date", date),
            ("source", source),
            ("author", author),
        ]
        .into_iter()
        .filter_map(|(role, column)| Some(format!("{role}={}", name(column)?)))
        .collect();
        let skipped = match table.skipped {
            0 => String::new(),
            n => format!("; {n} rows without Arabic text passed over"),
        };
        eprintln!(
            "{}: {} articles, read with --columns {}{skipped}",
            table.name,
            table.rows,
            found.join(",")
        );
    }
}
