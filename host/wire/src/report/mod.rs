//! The report, `rashomon/report/1`: one JSON document a run.

mod event;
mod finding;
mod stream;

use std::collections::BTreeMap;

use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use event::{
    Agreement, Alignment, Citing, Copied, Event, Gap, Ground, NotCompared, OnlyIn, Origin, Pair,
    Share,
};
pub use finding::{Addressee, Evidence, Failure, Finding, MissingField, Question, Reading};
pub use stream::write_to;

use crate::claim::Claim;
use crate::error::{WireError, parse};
use crate::value::Stamp;
use crate::words::Severity;

/// What this document calls itself.
pub const SCHEMA: &str = "rashomon/report/1";

/// Why a report could not be read.
pub type ReportError = WireError;

/// The whole result of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Name and version of the document.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: String,
    /// The rules that took part, by id.
    pub rules: Vec<RuleInUse>,
    /// The articles, by id.
    pub articles: Vec<Article>,
    /// The events, by first day, then id.
    pub events: Vec<Event>,
    /// The claims, by article, then position.
    pub claims: Vec<Claim>,
    /// Claims worth comparing, by event.
    pub alignments: Vec<Alignment>,
    /// The profile of conventions that was used.
    pub profile: String,
    /// The packs, in the order they were merged.
    pub packs: Vec<String>,
    /// The findings, the most pressing first.
    pub findings: Vec<Finding>,
    /// The rules that failed: where there are any, the report is incomplete.
    pub failures: Vec<Failure>,
    /// What was not understood, by article.
    pub notices: Vec<Notice>,
    /// Counts.
    pub summary: Summary,
}

/// A rule that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleInUse {
    /// The rule of the pack.
    pub id: String,
    /// The plugin behind it.
    pub plugin: String,
    /// The plugin's version.
    pub version: String,
    /// SHA-256 of the component, in hex; empty for a native one.
    pub sha256: String,
    /// Severities by verdict or code, as the pack has them.
    pub severity: BTreeMap<String, Severity>,
}

/// An article that was read. Its text stays in the claims file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// Unique within the run.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// When it was published, if that is known.
    pub published: Option<Stamp>,
    /// The file it was read from, relative to the PATH given, with forward slashes.
    pub path: String,
    /// SHA-256 of that file's bytes, in hex.
    pub sha256: String,
}

/// Something that could not be done or understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// Kebab-case kind: `unresolved-date`.
    pub code: String,
    /// The id of the article it is about; null: of none.
    pub article: Option<String>,
    /// A sentence for a person.
    pub message: String,
}

/// Counts for a first look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Events found.
    pub events: usize,
    /// Claims of all articles.
    pub claims: usize,
    /// Findings by severity.
    pub findings: FindingCounts,
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingCounts {
    /// To be settled before use.
    pub error: usize,
    /// To be checked.
    pub warning: usize,
    /// For information.
    pub note: usize,
}

/// The report as a JSON document, laid out for reading, with a line end.
pub fn write(report: &model::Report) -> String {
    let mut json = Vec::new();
    write_to(report, &mut json).expect("memory can be written to");
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// Reads a report again. Unknown keys are ignored.
///
/// # Errors
///
/// The text is no JSON, has another schema, lacks a field, or has one of the wrong type: the error names line, column
/// and field.
pub fn read(text: &str) -> Result<Document, ReportError> {
    parse(text, SCHEMA)
}

impl From<&model::Report> for Document {
    fn from(report: &model::Report) -> Self {
        let names = Names(report);
        let claims = report.readings.iter().flat_map(|reading| {
            let claims = reading.claims.iter();
            claims.map(|claim| Claim::reported(claim, reading))
        });
        let claims: Vec<_> = claims.collect();
        Self {
            schema: SCHEMA.to_owned(),
            rules: report.rules.iter().map(RuleInUse::from).collect(),
            articles: report.readings.iter().map(article).collect(),
            events: report.events.iter().map(|e| names.event(e)).collect(),
            alignments: names.alignments().collect(),
            profile: report.profile.clone(),
            packs: report.packs.clone(),
            findings: report.findings.iter().map(|f| names.finding(f)).collect(),
            failures: report.failures.iter().map(Failure::from).collect(),
            notices: report.notices.iter().map(Notice::from).collect(),
            summary: summary(report, claims.len()),
            claims,
        }
    }
}

/// Looks up the ids behind the model's indices. An index that points nowhere, which the pipeline rules out, gives
/// an empty id rather than a panic in the midst of writing.
#[derive(Clone, Copy)]
struct Names<'a>(&'a model::Report);

impl Names<'_> {
    fn article(self, index: usize) -> String {
        let reading = self.0.readings.get(index);
        reading.map_or_else(String::new, |reading| reading.article.id.clone())
    }

    fn articles(self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|&index| self.article(index)).collect()
    }

    fn claim(self, at: model::ClaimRef) -> String {
        let reading = self.0.readings.get(at.article);
        let claim = reading.and_then(|reading| reading.claims.get(at.claim));
        claim.map_or_else(String::new, |claim| claim.id.clone())
    }

    fn claims(self, refs: &[model::ClaimRef]) -> Vec<String> {
        refs.iter().map(|&at| self.claim(at)).collect()
    }
}

impl From<&model::RuleInUse> for RuleInUse {
    fn from(rule: &model::RuleInUse) -> Self {
        let severity = rule.severity.iter();
        Self {
            id: rule.id.clone(),
            plugin: rule.plugin.clone(),
            version: rule.version.clone(),
            sha256: rule.sha256.clone(),
            severity: severity
                .map(|(on, severity)| (on.clone(), (*severity).into()))
                .collect(),
        }
    }
}

fn article(reading: &model::Reading) -> Article {
    let article = &reading.article;
    Article {
        id: article.id.clone(),
        outlet: article.outlet.clone(),
        published: article.published.as_ref().map(Stamp::from),
        path: article.path.clone(),
        sha256: article.sha256.clone(),
    }
}

impl From<&model::Notice> for Notice {
    fn from(notice: &model::Notice) -> Self {
        Self {
            code: notice.code.clone(),
            article: notice.article.clone(),
            message: notice.message.clone(),
        }
    }
}

fn summary(report: &model::Report, claims: usize) -> Summary {
    let mut findings = FindingCounts::default();
    for finding in &report.findings {
        match finding.severity {
            model::Severity::Error => findings.error += 1,
            model::Severity::Warning => findings.warning += 1,
            model::Severity::Note => findings.note += 1,
        }
    }
    Summary {
        articles: report.readings.len(),
        events: report.events.len(),
        claims,
        findings,
    }
}

#[cfg(test)]
mod tests;
