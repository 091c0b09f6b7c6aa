//! How a run ended, as its exit status says it.

use std::process::ExitCode;

use rashomon_core::model::{Reading, Report, Severity};

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
        } else if !report.readings.is_empty() && report.readings.iter().all(Reading::is_unread) {
            Self::NotDone
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

#[cfg(test)]
mod tests {
    use rashomon_core::model::{Failure, FailureKind, Finding, Verdict};

    use super::*;

    fn finding(severity: Severity) -> Finding {
        Finding {
            id: String::new(),
            topic: String::new(),
            rule: String::new(),
            code: String::new(),
            event: 0,
            severity,
            verdict: Verdict::Undetermined,
            message: String::new(),
            because: None,
            readings: Vec::new(),
            questions: Vec::new(),
            missing: Vec::new(),
            claims: Vec::new(),
            evidence: Vec::new(),
            conventions: Vec::new(),
            fingerprint: String::new(),
            score: 0.0,
        }
    }

    fn report(severities: &[Severity]) -> Report {
        Report {
            rules: Vec::new(),
            readings: Vec::new(),
            events: Vec::new(),
            findings: severities.iter().map(|s| finding(*s)).collect(),
            failures: Vec::new(),
            notices: Vec::new(),
            profile: String::new(),
            packs: Vec::new(),
        }
    }

    #[test]
    fn a_finding_counts_from_the_severity_on_that_was_asked_for() {
        use Severity::{Error, Note, Warning};
        for (severities, fail_on, expected) in [
            ([].as_slice(), FailOn::Note, Status::Fine),
            (&[Note], FailOn::Note, Status::Found),
            (&[Note], FailOn::Warning, Status::Fine),
            (&[Warning], FailOn::Warning, Status::Found),
            (&[Note, Warning], FailOn::Error, Status::Fine),
            (&[Note, Error], FailOn::Error, Status::Found),
            (&[Error], FailOn::Note, Status::Found),
            (&[Error], FailOn::Never, Status::Fine),
        ] {
            let status = Status::of(&report(severities), fail_on);
            assert_eq!(status, expected, "{severities:?} {fail_on:?}");
        }
    }

    #[test]
    fn a_failed_rule_weighs_more_than_any_finding() {
        let mut report = report(&[Severity::Error]);
        report.failures.push(Failure {
            rule: "mine".to_owned(),
            plugin: "mine".to_owned(),
            event: None,
            kind: FailureKind::Trap,
            message: String::new(),
        });
        for fail_on in [FailOn::Note, FailOn::Error, FailOn::Never] {
            assert_eq!(Status::of(&report, fail_on), Status::Incomplete);
        }
    }
}
