//! `rashomon check`: the whole trip, from files to a report.

use std::io::IsTerminal;

use rashomon_core::model::rule::Rule;
use rashomon_core::model::{Input, Reading, Report};
use rashomon_core::{lexicon::Lexicon, policy::Policy};
use rashomon_report::text::{self, TextOptions};
use rayon::prelude::*;

use crate::arguments::{CheckArguments, Colour, Format};
use crate::console::Console;
use crate::inputs::Loaded;
use crate::plugins::{RulesOfRun, Shelf};
use crate::status::Status;
use crate::{embedded, inputs, output, packs};

/// Reads articles, groups them by event, runs the rules, prints the report.
pub(crate) fn run(arguments: &CheckArguments, console: &Console) -> anyhow::Result<Status> {
    let lexicon = embedded::lexicon()?;
    let (policy, rules) = rules_of(arguments, &lexicon, console)?;
    let Loaded { inputs, notices } = inputs::load(&arguments.reading, console)?;
    let readings = read(inputs, &lexicon, console);
    let mut report = rashomon_core::analyze(
        readings,
        &lexicon,
        &embedded::background()?,
        &policy,
        &native(&rules),
    );
    report.notices.extend(notices);
    report.failures.extend(rules.failures);
    report.failures.sort();
    let document = render(&report, arguments);
    let output = arguments.reading.output.as_deref();
    output::write(output, |out| out.write_all(document.as_bytes()))?;
    Ok(Status::of(&report, arguments.fail_on))
}

/// The policy, and the rules it switches on, loaded.
fn rules_of(
    arguments: &CheckArguments,
    lexicon: &Lexicon,
    console: &Console,
) -> anyhow::Result<(Policy, RulesOfRun)> {
    let mut policy = packs::load(&arguments.policy.packs)?;
    if let Some(profile) = &arguments.profile {
        policy.profile.clone_from(profile);
    }
    packs::check_profile(&policy, lexicon)?;
    let shelf = Shelf::open(&arguments.policy.plugins, console)?;
    shelf.adopt(&mut policy);
    packs::keep_only(&mut policy, &arguments.only)?;
    let rules = shelf.load(&policy)?;
    Ok((policy, rules))
}

fn native(rules: &RulesOfRun) -> Vec<(&str, &dyn Rule)> {
    let pairs = rules.loaded.iter();
    pairs
        .map(|(id, rule)| (id.as_str(), rule.as_ref() as &dyn Rule))
        .collect()
}

fn read(inputs: Vec<Input>, lexicon: &Lexicon, console: &Console) -> Vec<Reading> {
    let bar = console.progress("reading", inputs.len());
    let readings = inputs.into_par_iter().map(|input| {
        let reading = rashomon_core::read(input, lexicon);
        bar.inc(1);
        reading
    });
    let readings = readings.collect();
    bar.finish_and_clear();
    readings
}

fn render(report: &Report, arguments: &CheckArguments) -> String {
    match arguments.format {
        Format::Json => rashomon_wire::report::write(report),
        Format::Text => {
            let options = TextOptions {
                color: is_coloured(arguments),
                names: arguments.names,
            };
            text::render(report, &options)
        }
    }
}

/// By `--color`; of itself only for a person at a terminal who has not said otherwise.
fn is_coloured(arguments: &CheckArguments) -> bool {
    match arguments.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let stdout = std::io::stdout();
            arguments.reading.output.is_none()
                && stdout.is_terminal()
                && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never
        }
    }
}
