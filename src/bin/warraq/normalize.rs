//! `warraq normalize`: lines in, as many lines out, their spelling normalized.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, Error, FromArgMatches};
use warraq::text::normalize::{Normalizer, SWITCH_NAMES, Switches};

/// A profile, and the switches set beside it.
pub struct Args {
    switches: Switches,
}

/// The switches are options of their own, with the values that the core knows: `--hamza=carrier`, or `--tatweel` for its first value.
impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let profiles = Switches::PROFILES.iter().map(|(name, _)| *name);
        let profile = Arg::new("profile")
            .long("profile")
            .value_name("NAME")
            .value_parser(profiles.collect::<Vec<_>>())
            .help("Sets all switches as for showing, counting or matching, or as another tool does [default: display, or none where a switch is given]");
        let command = command
            .about("Normalizes the spelling of lines: as many lines out as in")
            .arg(profile);
        SWITCH_NAMES.iter().fold(command, |command, (name, help)| {
            let values: Vec<&str> = Switches::values(name).collect();
            let first = values.first().copied().unwrap_or_default();
            let switch = Arg::new(*name)
                .long(*name)
                .value_name("HOW")
                .num_args(0..=1)
                .require_equals(true);
            command.arg(
                switch
                    .default_missing_value(first)
                    .value_parser(values)
                    .help(*help),
            )
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let said = |name: &str| matches.get_one::<String>(name).cloned();
        let unknown =
            |why: warraq::Error| Error::raw(clap::error::ErrorKind::InvalidValue, format!("{why}\n"));
        let any = SWITCH_NAMES.iter().any(|(name, _)| said(name).is_some());
        let mut switches = match said("profile") {
            Some(profile) => Switches::profile(&profile).map_err(unknown)?,
            None if any => Switches::NONE,
            None => Switches::DISPLAY,
        };
        for (name, value) in SWITCH_NAMES
            .iter()
            .filter_map(|(name, _)| Some((name, said(name)?)))
        {
            switches.set(name, &value).map_err(unknown)?;
        }
        Ok(Args { switches })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Normalizes standard input line by line, so that a line never joins the next whatever the switches say of white space.
///
/// # Errors
/// Standard input is no UTF-8 or cannot be read, or standard output not written.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let normalizer = Normalizer::new(&args.switches);
    let mut input = io::stdin().lock();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let text = line.strip_suffix('\n').unwrap_or(&line);
        out.write_all(normalizer.normalize(text).replace('\n', " ").as_bytes())?;
        if text.len() < line.len() {
            out.write_all(b"\n")?;
        }
        line.clear();
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
