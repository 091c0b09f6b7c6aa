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

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use console::Console;
use status::Status;

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    let console = Console::new(command.is_quiet());
    match run(&command, &console) {
        Ok(status) => status.into(),
        Err(error) => {
            console.error(&error);
            Status::NotDone.into()
        }
    }
}

fn run(command: &Command, console: &Console) -> anyhow::Result<Status> {
    match command {
        Command::Check(arguments) => check::run(arguments, console),
        Command::Extract(arguments) => extract::run(arguments, console),
        Command::Rules(command) => rules::run(command, console),
        Command::Schema(arguments) => schema::run(arguments),
    }
}
