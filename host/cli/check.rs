//! `rashomon check`: the whole trip, from files to a report.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use rashomon_core::group::Wanted;
use rashomon_core::model::rule::Rule;
use rashomon_core::model::{Input, Report};
use rashomon_core::{Prepared, lexicon::Lexicon, policy::Policy};
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
    if arguments.explain_events.as_deref() == Some(&[]) {
        refuse_loose_ids(&arguments.reading.paths)?;
    }
    let lexicon = embedded::lexicon()?;
    let (policy, rules) = rules_of(arguments, &lexicon, console)?;
    let Loaded { inputs, notices } = inputs::load(&arguments.reading, console, |_| Ok(()))?;
    let prepared = read(inputs, &lexicon, console);
    tell_of_slips(&prepared, arguments.reading.strict, console)?;
    let output = arguments.reading.output.as_deref();
    if let Some(ids) = &arguments.explain_events {
        let document = explained(&prepared, ids, &policy)?;
        output::write(output, |out| out.write_all(document.as_bytes()))?;
        return Ok(Status::Fine);
    }
    let mut report = rashomon_core::analyze_prepared(
        prepared,
        &lexicon,
        &embedded::background()?,
        &policy,
        &native(&rules),
    );
    report.notices.extend(notices);
    report.failures.extend(rules.failures);
    report.failures.sort();
    output::write(output, |out| render(&report, arguments, out))?;
    Ok(Status::of(&report, arguments.fail_on))
}

/// `--explain-events A,B` without `=` makes the ids a path: said, with what to write.
fn refuse_loose_ids(paths: &[PathBuf]) -> anyhow::Result<()> {
    let is_none = |path: &&PathBuf| path.as_os_str() != "-" && !path.exists();
    let Some(ids) = paths.iter().find(is_none) else {
        return Ok(());
    };
    let ids = ids.display();
    bail!(
        "cannot read {ids}: there is no such file; if it names articles by their ids, join it with `=`: --explain-events={ids}"
    )
}

/// Articles that come nearest to one are looked at up to this many.
const NEAREST_OF_ONE: usize = 10;
const NEAREST_OF_EACH: usize = 3;

/// Why pairs of articles were taken for one event or two.
fn explained(prepared: &[Prepared], ids: &[String], policy: &Policy) -> anyhow::Result<String> {
    let name = |p: &'_ Prepared| p.reading.article.id.clone();
    let known: Vec<String> = prepared.iter().map(name).collect();
    let place = |id: &String| {
        let found = known.iter().position(|known| known == id);
        found.with_context(|| {
            let near = rashomon_core::policy::nearest(id, known.iter().map(String::as_str));
            let hint = near
                .map(|near| format!("; did you mean {near}?"))
                .unwrap_or_default();
            format!("--explain-events: no article has the id {id}{hint}")
        })
    };
    let wanted = match ids {
        [] => Wanted::Nearest {
            of: None,
            most: NEAREST_OF_EACH,
        },
        [one] => Wanted::Nearest {
            of: Some(place(one)?),
            most: NEAREST_OF_ONE,
        },
        [left, right] => Wanted::Pair(place(left)?, place(right)?),
        _ => bail!("--explain-events takes at most two ids, as in --explain-events=ID,ID"),
    };
    let background = embedded::background()?;
    let pairs = rashomon_core::explain_events(prepared, &background, policy, &wanted);
    Ok(text::explain(&known, &pairs))
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

fn read(inputs: Vec<(Input, ())>, lexicon: &Lexicon, console: &Console) -> Vec<Prepared> {
    let bar = console.progress("reading", inputs.len());
    let readings = inputs.into_par_iter().map(|(input, ())| {
        let prepared = rashomon_core::prepare(input, lexicon);
        bar.inc(1);
        prepared
    });
    let readings = readings.collect();
    bar.finish_and_clear();
    readings
}

/// Notices on a claims file that only its article tells: these are said at once, and end a strict run.
const SLIPS: [&str; 2] = ["unknown-predicate", "changed-unnamed"];

fn tell_of_slips(prepared: &[Prepared], strict: bool, console: &Console) -> anyhow::Result<()> {
    let slips = prepared.iter().flat_map(|one| {
        let path = one.reading.article.path.as_str();
        let notices = one.reading.notices.iter().map(move |notice| (path, notice));
        notices.filter(|(_, notice)| SLIPS.contains(&notice.code.as_str()))
    });
    for (path, notice) in slips {
        if strict {
            bail!(inputs::located(path, &notice.message));
        }
        console.notice(&inputs::located(path, &notice.message));
    }
    Ok(())
}

fn render(report: &Report, arguments: &CheckArguments, out: &mut dyn Write) -> io::Result<()> {
    match arguments.format {
        Format::Json => rashomon_wire::report::write_to(report, out),
        Format::Text => {
            let options = TextOptions {
                color: is_coloured(arguments),
                names: arguments.names,
                notices: arguments.notices,
            };
            out.write_all(text::render(report, &options).as_bytes())
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
