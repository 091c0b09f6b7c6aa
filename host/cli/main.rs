//! Rashomon compares several outlets' reports of one event and explains where they differ.
//!
//! This room alone touches files, the environment and the terminal. Each command is one file; the whole trip from
//! files to a report can be read in [`check::run`].

mod arguments;
mod cache;
mod check;
mod console;
mod embedded;
mod extract;
mod inputs;
mod output;
mod packs;
mod plugins;
mod rules;
mod schema;
mod sources;
mod spool;
mod status;

use std::num::NonZeroUsize;
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;

use arguments::{Arguments, Command};
use console::Console;
use status::Status;

/// Reading makes many small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    let console = Console::new(command.is_quiet());
    let done = use_threads(command.jobs()).and_then(|()| run(&command, &console));
    match done {
        Ok(status) => status.into(),
        Err(error) => {
            console.error(&error);
            Status::NotDone.into()
        }
    }
}

/// Sets the number of threads for everything that follows; the first thing done in parallel would settle it otherwise.
fn use_threads(jobs: Option<NonZeroUsize>) -> anyhow::Result<()> {
    let Some(jobs) = jobs else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get());
    pool.build_global()
        .with_context(|| format!("--jobs {jobs}: so many threads cannot be had"))
}

fn run(command: &Command, console: &Console) -> anyhow::Result<Status> {
    match command {
        Command::Check(arguments) => check::run(arguments, console),
        Command::Extract(arguments) => extract::run(arguments, console),
        Command::Rules(command) => rules::run(command, console),
        Command::Schema(arguments) => schema::run(arguments),
    }
}
