//! Runs tests/cases: each folder is articles and a case.toml that says, by hand, what must come out.
//!
//! Beyond the contract a case may list `forbid` rows (no finding may match), `different_event` pairs (no incident may
//! be the main one of both) and `near_miss` rules (they find nothing here that is not listed)
//! with the claims that come near under `reads`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::rule::Rule;
use rashomon_core::model::{Event, EventKind, Finding, Report, Severity};
use rashomon_core::policy::{Pack, Policy};
use rashomon_ingest::SourceFile;
use rashomon_report::text::{self, TextOptions};
use rashomon_sandbox::{ComponentRule, Limits, NoStore, Sandbox};
use serde::Deserialize;

use crate::embedded;
use components::EMBEDDED;

/// Written by build.rs: `EMBEDDED`, the id and the component of every crate in plugins/.
mod components {
    include!(concat!(env!("OUT_DIR"), "/plugins.rs"));
}

/// What a case.toml says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// What it is about, for whoever reads it.
    pub(crate) about: String,
    /// "default", or a pack in the case's folder that is merged over it.
    #[serde(default = "default_pack")]
    pub(crate) pack: String,
    /// Articles that are of one incident.
    #[serde(default)]
    same_event: Vec<Vec<String>>,
    /// Articles that are not.
    #[serde(default)]
    different_event: Vec<[String; 2]>,
    /// What must be found.
    #[serde(default)]
    pub(crate) expect: Vec<Row>,
    /// What must not be found.
    #[serde(default)]
    forbid: Vec<Row>,
    /// Rules that come near and find nothing to check.
    #[serde(default)]
    pub(crate) near_miss: Vec<String>,
    /// Claims that must have been read, for what is not read is no near miss: "river-times killed 75", the words of a
    /// figure last where there is one.
    #[serde(default)]
    reads: Vec<String>,
    /// May findings of severity warning or above stand that are not listed?
    #[serde(default)]
    allow_others: bool,
}

/// A description of findings; what it leaves out may be anything.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) rule: String,
    verdict: Option<String>,
    code: Option<String>,
    severity: Option<String>,
    /// Ids of articles that must all be cited.
    #[serde(default)]
    outlets: Vec<String>,
    /// Words that must all stand in the evidence.
    #[serde(default)]
    quotes: Vec<String>,
}

fn default_pack() -> String {
    "default".to_owned()
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every case with its name, in name order.
///
/// # Panics
///
/// A case.toml is missing or broken: said with line and column.
pub(crate) fn all() -> Vec<(String, Case)> {
    let folders = sorted(&repository().join("tests/cases"));
    let folders = folders.into_iter().filter(|path| path.is_dir());
    folders
        .map(|folder| {
            let name = folder
                .file_name()
                .expect("a folder below tests/cases has a name");
            let name = name.to_string_lossy().into_owned();
            let text = fs::read_to_string(folder.join("case.toml"));
            let text = text.unwrap_or_else(|error| panic!("{name}/case.toml: {error}"));
            let case = toml::from_str(&text);
            let case = case.unwrap_or_else(|error| panic!("{name}/case.toml: {error}"));
            (name, case)
        })
        .collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths
}

/// Compiled once for all cases: a rule remembers nothing, so sharing it changes nothing.
static RULES: LazyLock<Vec<(String, ComponentRule)>> = LazyLock::new(|| {
    let sandbox = Sandbox::new(Arc::new(NoStore)).expect("an engine");
    let load = |(id, bytes): &(&str, &[u8])| {
        let rule = sandbox.load(bytes, Limits::default());
        let rule = rule.unwrap_or_else(|error| panic!("embedded plugin {id}: {error}"));
        ((*id).to_owned(), rule)
    };
    EMBEDDED.iter().map(load).collect()
});

/// How common words are in news.
static BACKGROUND: LazyLock<rashomon_core::group::Background> =
    LazyLock::new(|| embedded::background().expect("the shipped table is sound"));

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| embedded::lexicon().expect("the embedded lexicon is valid"));

fn policy(folder: &Path, pack: &str) -> Policy {
    let mut packs = vec![Pack::parse("default", embedded::DEFAULT_PACK).expect("valid")];
    if pack != "default" {
        let text = fs::read_to_string(folder.join(pack)).expect("the pack the case names");
        packs.push(Pack::parse(pack, &text).unwrap_or_else(|error| panic!("{error}")));
    }
    Policy::merge(packs).unwrap_or_else(|error| panic!("{error}"))
}

fn report(name: &str, case: &Case) -> Report {
    let folder = repository().join("tests/cases").join(name);
    let policy = policy(&folder, &case.pack);
    let mut inputs = Vec::new();
    for path in sorted(&folder) {
        let file = path.file_name().expect("a file has a name");
        let file = file.to_string_lossy().into_owned();
        if file.ends_with(".toml") {
            continue;
        }
        let bytes = fs::read(&path).expect("readable");
        let source = SourceFile {
            path: &file,
            bytes: &bytes,
        };
        let ingested = rashomon_ingest::ingest(&source);
        inputs.extend(ingested.unwrap_or_else(|error| panic!("{name}/{file}: {error}")));
    }
    rashomon_ingest::settle_ids(&mut inputs);
    inputs.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let readings = inputs.into_iter();
    let readings = readings.map(|input| rashomon_core::read(input, &LEXICON));
    let readings = readings.collect();
    rashomon_core::analyze(readings, &LEXICON, &BACKGROUND, &policy, &rules(&policy))
}

fn rules(policy: &Policy) -> Vec<(&str, &dyn Rule)> {
    let enabled = policy.rules.iter().filter(|(_, rule)| rule.enabled);
    let rules = enabled.map(|(id, rule)| {
        let plugin = RULES.iter().find(|(plugin, _)| *plugin == rule.plugin);
        let (_, plugin) = plugin.unwrap_or_else(|| panic!("no plugin {}", rule.plugin));
        (id.as_str(), plugin as &dyn Rule)
    });
    rules.collect()
}

impl Row {
    fn matches(&self, finding: &Finding, report: &Report) -> bool {
        let is = |expected: &Option<String>, found: &str| {
            expected.as_ref().is_none_or(|expected| expected == found)
        };
        let cited = cited(finding, report);
        self.rule == finding.rule
            && is(&self.verdict, finding.verdict.as_str())
            && is(&self.code, &finding.code)
            && is(&self.severity, finding.severity.as_str())
            && self.outlets.iter().all(|id| cited.contains(id.as_str()))
            && self.quotes.iter().all(|quote| {
                let mut evidence = finding.evidence.iter();
                evidence.any(|evidence| evidence.quote.contains(quote.as_str()))
            })
    }
}

fn cited<'r>(finding: &Finding, report: &'r Report) -> BTreeSet<&'r str> {
    let claims = finding.claims.iter();
    claims
        .map(|claim| report.readings[claim.article].article.id.as_str())
        .collect()
}

/// One finding in the words of a case.toml, so that it can be copied from the failure.
fn shown(finding: &Finding, report: &Report) -> String {
    let quotes = finding.evidence.iter().map(|evidence| &evidence.quote);
    format!(
        "{{ rule = {:?}, verdict = {:?}, code = {:?}, severity = {:?}, outlets = {:?}, quotes = {:?} }}  # {}",
        finding.rule,
        finding.verdict.as_str(),
        finding.code,
        finding.severity.as_str(),
        cited(finding, report),
        quotes.collect::<Vec<_>>(),
        finding.message,
    )
}

/// Everything in which `report` is not what `case` says.
fn complaints(case: &Case, report: &Report) -> Vec<String> {
    let mut complaints = Vec::new();
    for failure in &report.failures {
        complaints.push(format!("rule failed: {failure:?}"));
    }
    complaints.extend(wrong_events(case, report));
    let read = read(report);
    for claim in case.reads.iter().filter(|claim| !read.contains(*claim)) {
        complaints.push(format!("not read: {claim:?}, but {read:?}"));
    }
    if !case.near_miss.is_empty() && case.reads.is_empty() {
        complaints.push("a near miss must say under `reads` which claims come near".to_owned());
    }
    for row in &case.expect {
        if !report.findings.iter().any(|f| row.matches(f, report)) {
            complaints.push(format!("not found: {row:?}"));
        }
    }
    for finding in &report.findings {
        let listed = case.expect.iter().any(|row| row.matches(finding, report));
        let forbidden = case.forbid.iter().any(|row| row.matches(finding, report));
        let pressing = finding.severity <= Severity::Warning;
        let missed = !listed && case.near_miss.contains(&finding.rule);
        if forbidden || missed || (pressing && !listed && !case.allow_others) {
            complaints.push(format!("must not be found: {}", shown(finding, report)));
        }
    }
    complaints
}

/// Every claim as `reads` names it.
fn read(report: &Report) -> BTreeSet<String> {
    let claims = report.readings.iter().flat_map(|reading| {
        let id = &reading.article.id;
        reading.claims.iter().map(move |claim| {
            let figure = claim.quantity.as_ref().map(|q| format!(" {}", q.text));
            format!("{id} {}{}", claim.predicate, figure.unwrap_or_default())
        })
    });
    claims.collect()
}

fn wrong_events(case: &Case, report: &Report) -> Vec<String> {
    let mut complaints = Vec::new();
    for ids in &case.same_event {
        let together =
            incidents(report).any(|event| ids.iter().all(|id| is_main(event, id, report)));
        if !together {
            complaints.push(format!("not one incident: {ids:?}"));
        }
    }
    for pair in &case.different_event {
        let together =
            incidents(report).any(|event| pair.iter().all(|id| is_main(event, id, report)));
        if together {
            complaints.push(format!("one incident, should be two: {pair:?}"));
        }
    }
    let known: BTreeSet<&str> = report
        .readings
        .iter()
        .map(|r| r.article.id.as_str())
        .collect();
    let named = case.same_event.iter().flatten();
    for id in named.chain(case.different_event.iter().flatten()) {
        if !known.contains(id.as_str()) {
            complaints.push(format!("no article {id:?}; there are {known:?}"));
        }
    }
    complaints
}

fn incidents(report: &Report) -> impl Iterator<Item = &Event> {
    let events = report.events.iter();
    events.filter(|event| event.kind == EventKind::Incident)
}

fn is_main(event: &Event, id: &str, report: &Report) -> bool {
    let mut main = event.main_of.iter();
    main.any(|article| report.readings[*article].article.id == id)
}

/// What was found instead, for the failure's reader.
fn found(report: &Report) -> String {
    let mut text = String::from("  found:\n");
    for finding in &report.findings {
        let _ = writeln!(text, "    {}", shown(finding, report));
    }
    text.push_str("  incidents:\n");
    for event in incidents(report) {
        let main = event
            .main_of
            .iter()
            .map(|a| &report.readings[*a].article.id);
        let _ = writeln!(
            text,
            "    {}: main of {:?}",
            event.title,
            main.collect::<Vec<_>>()
        );
    }
    text
}

#[test]
fn every_code_of_a_plugin_is_one_rule_of_the_default_pack() {
    let policy = policy(Path::new(""), "default");
    for (plugin, rule) in RULES.iter() {
        for (code, _) in &rule.metadata().codes {
            let rules = policy
                .rules
                .iter()
                .filter(|(_, rule)| rule.plugin == *plugin);
            let names: Vec<_> = rules
                .filter(|(_, rule)| rule.stands_for(code))
                .map(|(id, _)| id)
                .collect();
            assert_eq!(names.len(), 1, "{plugin}, {code}: {names:?}");
        }
    }
}

#[test]
fn every_case_comes_out_as_it_says() {
    let mut failed = String::new();
    let cases = all();
    assert!(!cases.is_empty(), "there are cases in tests/cases");
    for (name, case) in cases {
        let report = report(&name, &case);
        let complaints = complaints(&case, &report);
        if !complaints.is_empty() {
            let list = complaints.join("\n  ");
            let _ = writeln!(
                failed,
                "{name}: {}\n  {list}\n{}",
                case.about,
                found(&report)
            );
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
}

#[test]
fn every_report_reads_as_it_did() {
    let mut changed = None;
    for (name, case) in all() {
        let options = TextOptions {
            color: false,
            names: false,
            notices: false,
        };
        let text = text::render(&report(&name, &case), &options);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(repository().join("snapshots").join(&name));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_description(case.about);
        let assertion = || settings.bind(|| insta::assert_snapshot!("report", text));
        // The other cases are compared too, so that all changes can be reviewed at once.
        if let Err(panic) = catch_unwind(AssertUnwindSafe(assertion)) {
            changed = Some(panic);
        }
    }
    if let Some(panic) = changed {
        resume_unwind(panic);
    }
}

#[test]
fn no_snapshot_outlives_its_case() {
    let names: BTreeSet<String> = all().into_iter().map(|(name, _)| name).collect();
    for folder in sorted(&repository().join("snapshots")) {
        let name = folder.file_name().expect("an entry has a name");
        let name = name.to_string_lossy();
        assert!(
            names.contains(name.as_ref()),
            "snapshots/{name} belongs to no case"
        );
    }
}

#[test]
fn a_case_with_a_key_that_means_nothing_is_refused_with_its_place() {
    let error = toml::from_str::<Case>("about = \"x\"\nexpects = []\n").expect_err("misspelt");
    let message = error.to_string();
    assert!(message.contains("line 2, column 1"), "{message}");
    assert!(message.contains("unknown field `expects`"), "{message}");
}

#[test]
fn a_row_that_nothing_matches_is_a_complaint_and_so_is_an_unlisted_finding() {
    let (name, case) = all().into_iter().next().expect("there is a case");
    let report = report(&name, &case);
    let wrong: Case = toml::from_str(
        "about = \"wrong on purpose\"\nsame_event = [[\"nobody\"]]\nexpect = [{ rule = \"no-such-rule\" }]\n",
    )
    .expect("valid");
    let complaints = complaints(&wrong, &report).join("\n");
    assert!(
        complaints.contains("not found: Row { rule: \"no-such-rule\""),
        "{complaints}"
    );
    assert!(complaints.contains("no article \"nobody\""), "{complaints}");
    let pressing = report
        .findings
        .iter()
        .filter(|f| f.severity <= Severity::Warning);
    assert_eq!(
        complaints.matches("must not be found").count(),
        pressing.count()
    );
}
