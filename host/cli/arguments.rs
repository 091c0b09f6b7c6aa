//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

const EXIT_STATUS: &str = "\
Exit status:
  0  nothing at or above --fail-on
  1  findings at or above it
  2  the run could not be done: usage, nothing readable, a broken pack
  3  a rule failed, so the report is incomplete";

/// Compares several outlets' reports of one event and explains where they differ.
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read articles, group them by event, run the rules and print the report
    Check(CheckArguments),
    /// Print the claims file: one JSON line an article, to be corrected by hand and checked
    Extract(ExtractArguments),
    /// See which rules are switched on, and read their manual pages
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Print the JSON Schema of a document
    Schema(SchemaArguments),
}

impl Command {
    pub(crate) fn is_quiet(&self) -> bool {
        self.reading().is_some_and(|reading| reading.quiet)
    }

    /// How many threads to use, if that is asked for.
    pub(crate) fn jobs(&self) -> Option<NonZeroUsize> {
        self.reading()?.jobs
    }

    fn reading(&self) -> Option<&ReadingArguments> {
        match self {
            Self::Check(arguments) => Some(&arguments.reading),
            Self::Extract(arguments) => Some(&arguments.reading),
            Self::Rules(_) | Self::Schema(_) => None,
        }
    }
}

/// More threads than any machine works with; a system that cannot start so many ends the run.
const MOST_JOBS: usize = 512;

fn jobs(number: &str) -> Result<NonZeroUsize, String> {
    let jobs = number.parse().ok();
    jobs.filter(|jobs: &NonZeroUsize| jobs.get() <= MOST_JOBS)
        .ok_or_else(|| format!("write a whole number from 1 to {MOST_JOBS}"))
}

/// What is read, and how.
#[derive(Args, Debug)]
pub(crate) struct ReadingArguments {
    /// Articles or claims files; folders, read recursively but for hidden files; - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// End the run where an article cannot be read, rather than report on the others
    #[arg(long)]
    pub(crate) strict: bool,
    /// Work on N articles at a time [default: one a core]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Write the document to FILE, whole or not at all, rather than to standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// No progress and no notices on standard error; errors are still said
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// What is judged by.
#[derive(Args, Debug)]
pub(crate) struct PolicyArguments {
    /// A rule pack over the default one; again for more
    #[arg(long = "rules", value_name = "PACK.toml")]
    pub(crate) packs: Vec<PathBuf>,
    /// A rule plugin of your own; naming it is consent to run it in the sandbox; again for more
    #[arg(long = "plugin", value_name = "RULE.wasm")]
    pub(crate) plugins: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) policy: PolicyArguments,
    /// Run this rule only, even if it is switched off; again for more
    #[arg(long, value_name = "RULE")]
    pub(crate) only: Vec<String>,
    /// Read figures by this profile of conventions
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Exit with 1 where a finding is at least this severe
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,
    /// List variants of spelling and label in full
    #[arg(long)]
    pub(crate) names: bool,
    /// List every notice on what was not understood
    #[arg(long)]
    pub(crate) notices: bool,
    /// Instead of the report, say why pairs of articles were taken for one event or for two: of two articles by their
    /// ids (ID,ID), of one and those that come nearest to it (ID), or of every article and its nearest
    #[arg(long, value_name = "ID,ID", num_args = 0.., require_equals = true, value_delimiter = ',', conflicts_with = "format")]
    pub(crate) explain_events: Option<Vec<String>>,
    /// Colour the text report
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,
}

#[derive(Args, Debug)]
pub(crate) struct ExtractArguments {
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    /// List every number, time, place, actor and source too, whether or not a claim uses it
    #[arg(long)]
    pub(crate) mentions: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// One line a rule: is it on, which plugin does the work, what is it about
    List(PolicyArguments),
    /// The manual page of one rule, and what is in force for it
    Explain {
        /// The rule's id
        rule: String,
        #[command(flatten)]
        policy: PolicyArguments,
    },
}

#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    /// Which document
    #[arg(value_enum)]
    pub(crate) document: Document,
}

/// The documents that have a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Document {
    /// What `extract` prints, a line of it
    Claims,
    /// What `check --format json` prints
    Report,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A memo for a person
    Text,
    /// For programs: see `rashomon schema report`
    Json,
}

/// From which severity on a finding fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Note,
    Warning,
    Error,
    /// Whatever is found
    Never,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
