use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Names;
use crate::words::{FailureKind, Severity, Verdict};

/// A difference, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Twelve hex digits, stable.
    pub id: String,
    /// What is being compared, without the figures.
    pub topic: String,
    /// The rule of the pack.
    pub rule: String,
    /// One of the plugin's codes.
    pub code: String,
    /// The event's id.
    pub event: String,
    /// How pressing.
    pub severity: Severity,
    /// What follows.
    pub verdict: Verdict,
    /// One line.
    pub message: String,
    /// Why.
    pub because: Option<String>,
    /// Ways to read the claims: none, or two and more.
    pub readings: Vec<Reading>,
    /// What would settle it, and whom to ask.
    pub questions: Vec<Question>,
    /// What is not said and the verdict hangs on.
    pub missing: Vec<MissingField>,
    /// The ids of the claims, the most telling first.
    pub claims: Vec<String>,
    /// Their words.
    pub evidence: Vec<Evidence>,
    /// The lines of conventions.toml that were relied on.
    pub conventions: Vec<String>,
    /// `topic` plus what is claimed and by whom; not where it stands.
    pub fingerprint: String,
}

/// One way to read the claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// "If 50 counts one side".
    pub when: String,
    /// What follows.
    pub verdict: Verdict,
    /// Why it follows.
    pub because: String,
}

/// What to ask whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Whom.
    pub to: Addressee,
    /// What.
    pub text: String,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Addressee {
    /// The outlet of the article with this id.
    Article(String),
    /// A source that the claims are attributed to.
    Source(String),
}

/// What a claim does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissingField {
    /// The claim's id.
    pub claim: String,
    /// "population", "as-of", "time", "attribution".
    pub field: String,
}

/// The words a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The article's id.
    pub article: String,
    /// First byte in the article's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The number of the paragraph, where it has one.
    pub paragraph: Option<u32>,
    /// The words.
    pub quote: String,
}

/// A rule that could not do its work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Failure {
    /// The rule of the pack.
    pub rule: String,
    /// The plugin behind it.
    pub plugin: String,
    /// The id of the event it was looking at; null: none yet.
    pub event: Option<String>,
    /// In what way it failed.
    pub kind: FailureKind,
    /// A sentence for the rule's author.
    pub message: String,
}

impl Names<'_> {
    pub(super) fn finding(self, finding: &model::Finding) -> Finding {
        let event = self.0.events.get(finding.event);
        Finding {
            id: finding.id.clone(),
            topic: finding.topic.clone(),
            rule: finding.rule.clone(),
            code: finding.code.clone(),
            event: event.map_or_else(String::new, |event| event.id.clone()),
            severity: finding.severity.into(),
            verdict: finding.verdict.into(),
            message: finding.message.clone(),
            because: finding.because.clone(),
            readings: finding.readings.iter().map(Reading::from).collect(),
            questions: finding.questions.iter().map(|q| self.question(q)).collect(),
            missing: finding.missing.iter().map(|m| self.missing(m)).collect(),
            claims: self.claims(&finding.claims),
            evidence: finding.evidence.iter().map(|e| self.evidence(e)).collect(),
            conventions: finding.conventions.clone(),
            fingerprint: finding.fingerprint.clone(),
        }
    }

    fn question(self, question: &model::Question) -> Question {
        let to = match &question.to {
            model::QuestionTo::Article(index) => Addressee::Article(self.article(*index)),
            model::QuestionTo::Source(source) => Addressee::Source(source.clone()),
        };
        Question {
            to,
            text: question.text.clone(),
        }
    }

    fn missing(self, missing: &model::MissingField) -> MissingField {
        MissingField {
            claim: self.claim(missing.claim),
            field: missing.field.clone(),
        }
    }

    fn evidence(self, evidence: &model::Evidence) -> Evidence {
        Evidence {
            article: self.article(evidence.claim.article),
            start: evidence.span.start,
            end: evidence.span.end,
            paragraph: evidence.paragraph,
            quote: evidence.quote.clone(),
        }
    }
}

impl From<&model::ReadingOfFinding> for Reading {
    fn from(reading: &model::ReadingOfFinding) -> Self {
        Self {
            when: reading.when.clone(),
            verdict: reading.verdict.into(),
            because: reading.because.clone(),
        }
    }
}

impl From<&model::Failure> for Failure {
    fn from(failure: &model::Failure) -> Self {
        Self {
            rule: failure.rule.clone(),
            plugin: failure.plugin.clone(),
            event: failure.event.clone(),
            kind: failure.kind.into(),
            message: failure.message.clone(),
        }
    }
}
