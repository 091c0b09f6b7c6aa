//! `rashomon rules list` and `rashomon rules explain`.

use std::fmt::Write;

use anyhow::{anyhow, bail};
use rashomon_core::model::rule::{Metadata, ParamValue, Rule};
use rashomon_core::model::{Severity, Verdict};
use rashomon_core::policy::{self, Policy, RulePolicy};

use crate::arguments::{PolicyArguments, RulesCommand};
use crate::console::Console;
use crate::plugins::{RulesOfRun, Shelf};
use crate::status::Status;
use crate::{output, packs};

/// Prints the list, or one rule's manual page.
pub(crate) fn run(command: &RulesCommand, console: &Console) -> anyhow::Result<Status> {
    let (document, incomplete) = match command {
        RulesCommand::List(arguments) => {
            let (policy, rules) = load(arguments, None, console)?;
            (list(&policy, &rules), !rules.failures.is_empty())
        }
        RulesCommand::Explain { rule, policy } => {
            let (policy, rules) = load(policy, Some(rule), console)
                .or_else(|error| Err(finder_of(rule, policy, console)?.unwrap_or(error)))?;
            (explain(rule, &policy, &rules)?, false)
        }
    };
    output::write(None, |out| out.write_all(document.as_bytes()))?;
    Ok(if incomplete {
        Status::Incomplete
    } else {
        Status::Fine
    })
}

/// The policy as it is, and its rules loaded, those that are switched off too, or `only` one.
fn load(
    arguments: &PolicyArguments,
    only: Option<&String>,
    console: &Console,
) -> anyhow::Result<(Policy, RulesOfRun)> {
    let mut policy = packs::load(&arguments.packs)?;
    let shelf = Shelf::open(&arguments.plugins, console)?;
    shelf.adopt(&mut policy);
    let mut all = policy.clone();
    let ids: Vec<String> = match only {
        Some(only) => vec![only.clone()],
        None => policy.rules.keys().cloned().collect(),
    };
    packs::keep_only(&mut all, &ids)?;
    let rules = shelf.load(&all)?;
    Ok((policy, rules))
}

/// A report shows codes, too: whoever asks for the page of one is told which rules find it.
fn finder_of(
    code: &str,
    arguments: &PolicyArguments,
    console: &Console,
) -> anyhow::Result<Option<anyhow::Error>> {
    let (policy, rules) = load(arguments, None, console)?;
    let finds = |id: &String, rule: &RulePolicy| {
        let metadata = metadata_of(id, &rules);
        let mut codes = metadata.into_iter().flat_map(|metadata| &metadata.codes);
        rule.stands_for(code) && codes.any(|(known, _)| known == code)
    };
    let finders = policy.rules.iter().filter(|(id, rule)| finds(id, rule));
    let pages: Vec<String> = finders
        .map(|(id, _)| format!("`rashomon rules explain {id}`"))
        .collect();
    let told = anyhow!(
        "`{code}` is no rule but what one finds: {}",
        pages.join(", ")
    );
    Ok((!pages.is_empty()).then_some(told))
}

fn list(policy: &Policy, rules: &RulesOfRun) -> String {
    let width = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0);
    let ids = width(&mut policy.rules.keys().map(String::len));
    let plugins = width(&mut policy.rules.values().map(|rule| rule.plugin.len()));
    let mut text = String::new();
    for (id, rule) in &policy.rules {
        let state = if rule.enabled { "on " } else { "off" };
        let about = match metadata_of(id, rules) {
            Some(metadata) => format!("{:<7}  {}", metadata.version, summary(rule, metadata)),
            None => "could not be loaded".to_owned(),
        };
        let plugin = &rule.plugin;
        line(
            &mut text,
            &format!("{state}  {id:<ids$}  {plugin:<plugins$}  {about}"),
        );
    }
    for failure in &rules.failures {
        let (rule, message) = (&failure.rule, &failure.message);
        line(&mut text, &format!("failed: {rule}: {message}"));
    }
    text
}

/// What the rule is about: where several share one plugin, what this one finds.
fn summary(rule: &RulePolicy, metadata: &Metadata) -> String {
    let codes = metadata.codes.iter();
    let mut found = codes.filter(|(code, _)| rule.stands_for(code));
    match found.next().filter(|_| rule.codes.is_some()) {
        Some((_, first)) => match found.count() {
            0 => first.clone(),
            more => format!("{first} (and {more} more: rules explain)"),
        },
        None => metadata.summary.clone(),
    }
}

fn explain(id: &str, policy: &Policy, rules: &RulesOfRun) -> anyhow::Result<String> {
    let rule = &policy.rules[id];
    let Some(metadata) = metadata_of(id, rules) else {
        let why = rules.failures.first().map(|failure| &failure.message);
        bail!("{id} could not be loaded: {}", why.map_or("", |why| why));
    };
    let state = if rule.enabled { "on" } else { "off" };
    let mut text = String::new();
    line(
        &mut text,
        &format!(
            "# {id} ({state}; plugin {} {})",
            metadata.id, metadata.version
        ),
    );
    line(&mut text, "");
    let own = metadata
        .codes
        .iter()
        .filter(|(code, _)| rule.stands_for(code));
    for (code, summary) in own {
        line(&mut text, &format!("Finds {code}: {summary}."));
    }
    if rule.codes.is_some() {
        let of_plugin = format!(
            "The page below is that of the whole plugin, {}.",
            metadata.id
        );
        line(&mut text, &of_plugin);
    }
    line(&mut text, "");
    line(&mut text, metadata.manual.trim_end());
    line(&mut text, "");
    line(&mut text, "## In force");
    line(&mut text, "");
    in_force(&mut text, rule, metadata)?;
    Ok(text)
}

/// Severities and settings as the packs leave them.
fn in_force(text: &mut String, rule: &RulePolicy, metadata: &Metadata) -> anyhow::Result<()> {
    for verdict in [
        Verdict::Contradiction,
        Verdict::Undetermined,
        Verdict::Disputed,
        Verdict::Superseded,
        Verdict::ScopeDiffers,
        Verdict::Compatible,
    ] {
        // No code is empty, so this is the verdict's own severity.
        let severity = policy::severity_of(rule, "", verdict);
        line(text, &severity_line(verdict.as_str(), severity, ""));
    }
    for (code, summary) in &metadata.codes {
        if let Some(severity) = rule.severity.get(code) {
            line(text, &severity_line(code, *severity, summary));
        }
    }
    let settings = policy::settings(rule, metadata)?;
    for (setting, param) in settings.iter().zip(&metadata.params) {
        let value = shown(&setting.value);
        line(
            text,
            &format!("- {} = {value}  {}", setting.name, param.summary),
        );
    }
    Ok(())
}

fn severity_line(name: &str, severity: Severity, summary: &str) -> String {
    format!("- {name}: {}  {summary}", severity.as_str())
}

fn metadata_of<'r>(id: &str, rules: &'r RulesOfRun) -> Option<&'r Metadata> {
    let rule = rules.loaded.iter().find(|(loaded, _)| loaded == id);
    rule.map(|(_, rule)| rule.metadata())
}

/// As a pack would write it.
fn shown(value: &ParamValue) -> String {
    match value {
        ParamValue::Flag(flag) => flag.to_string(),
        ParamValue::Number(number) => number.to_string(),
        ParamValue::Text(text) => format!("{text:?}"),
        ParamValue::Texts(texts) => format!("{texts:?}"),
    }
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", line.trim_end());
}
