//! How a run ended, as its exit status says it.

use std::process::ExitCode;

use rashomon_core::model::{Report, Severity};

use crate::arguments::FailOn;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// It did what was asked, and found nothing at or above `--fail-on`.
    Fine,
    /// It found something at or above `--fail-on`.
    Found,
    /// It could not be done: usage, nothing readable, a broken pack.
    NotDone,
    /// A rule failed, so the report is incomplete.
    Incomplete,
}

impl Status {
    /// The status of a report: a failed rule weighs more than any finding.
    pub(crate) fn of(report: &Report, fail_on: FailOn) -> Self {
        let least = match fail_on {
            FailOn::Note => Some(Severity::Note),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Error => Some(Severity::Error),
            FailOn::Never => None,
        };
        // Severities are ordered from the most pressing on.
        let counts = |severity: Severity| least.is_some_and(|least| severity <= least);
        if !report.failures.is_empty() {
            Self::Incomplete
        } else if report.findings.iter().any(|f| counts(f.severity)) {
            Self::Found
        } else {
            Self::Fine
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Fine => 0,
            Status::Found => 1,
            Status::NotDone => 2,
            Status::Incomplete => 3,
        })
    }
}
