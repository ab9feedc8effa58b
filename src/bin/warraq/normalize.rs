//! `warraq normalize`: a filter of lines.

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use warraq::text::normalize::{Normalizer, SWITCH_NAMES, Switches};

/// Rewrite the spelling of lines: as many lines go out as come in.
///
/// Switches change the profile, or nothing but what they say where none is named; without either, the profile is `display`. A switch
/// without a value means the first of those that it takes.
#[derive(clap::Args)]
pub struct Args {
    /// Switches set for a purpose, or to the output of another tool.
    #[arg(long, value_name = "NAME", value_parser = Switches::PROFILES.map(|(name, _)| name))]
    profile: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

/// The switches given, with their values.
struct Settings(Vec<(&'static str, String)>);

impl clap::Args for Settings {
    fn augment_args(command: Command) -> Command {
        let switches = SWITCH_NAMES.map(|(name, help)| {
            let values: Vec<&str> = Switches::values(name).collect();
            let first = values.first().copied().unwrap_or_default();
            let arg = Arg::new(name)
                .long(name)
                .help(help)
                .num_args(0..=1)
                .value_name("VALUE");
            arg.value_parser(values).default_missing_value(first)
        });
        command.args(switches)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for Settings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = SWITCH_NAMES.iter().filter_map(|(name, _)| {
            let value = matches.get_one::<String>(name)?;
            Some((*name, value.clone()))
        });
        Ok(Settings(given.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Runs the command.
///
/// # Errors
/// What goes wrong with standard input or output.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let normalizer = Normalizer::new(&switches(args).map_err(io::Error::other)?);
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        if matches!(text, std::borrow::Cow::Owned(_)) {
            eprintln!("warraq: line {number} is not all UTF-8: what is not stands as «\u{FFFD}»");
            code = ExitCode::FAILURE;
        }
        let body = text.trim_end_matches(['\r', '\n']);
        let end = text.get(body.len()..).unwrap_or_default();
        write!(out, "{}{end}", normalizer.normalize(body))?;
    }
    out.flush()?;
    Ok(code)
}

fn switches(args: &Args) -> Result<Switches, warraq::Error> {
    let mut switches = match &args.profile {
        Some(name) => Switches::profile(name)?,
        None if args.settings.0.is_empty() => Switches::DISPLAY,
        None => Switches::NONE,
    };
    for (name, value) in &args.settings.0 {
        switches.set(name, value)?;
    }
    Ok(switches)
}
