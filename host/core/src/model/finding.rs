use super::{ClaimRef, Event, Notice, Reading, Span};

/// What a rule concludes of some claims, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Cannot both be right.
    Contradiction,
    /// Cannot compare yet: something is not said.
    Undetermined,
    /// Sources disagree; the outlets report it.
    Disputed,
    /// A later figure is available.
    Superseded,
    /// They count different things.
    ScopeDiffers,
    /// May both be right.
    Compatible,
    /// They say the same; within readings only.
    Agree,
}

/// What a person should do about a finding, most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Settle before use.
    Error,
    /// Check.
    Warning,
    /// For information.
    Note,
}

/// One way to read the claims, with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingOfFinding {
    /// "If 50 counts one side".
    pub when: String,
    /// What follows.
    pub verdict: Verdict,
    /// Why it follows.
    pub because: String,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionTo {
    /// An outlet: index into the report's readings.
    Article(usize),
    /// A source that the claims are attributed to.
    Source(String),
}

/// What to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Whom.
    pub to: QuestionTo,
    /// What.
    pub text: String,
}

/// What a claim does not say and the verdict hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingField {
    /// The claim.
    pub claim: ClaimRef,
    /// "population", "as-of", "time", "attribution".
    pub field: String,
}

/// The words a finding rests on, attached by the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The claim they belong to.
    pub claim: ClaimRef,
    /// Where they stand in that article's text.
    pub span: Span,
    /// The number of the paragraph, where it has one.
    pub paragraph: Option<u32>,
    /// The words.
    pub quote: String,
    /// The word among them that makes the claim, where it is known: an excerpt must hold it.
    pub key: Option<Span>,
}

/// A difference, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Short and stable: twelve hex digits of a digest of `topic`, rule, code and claims.
    pub id: String,
    /// What is being compared, without the figures: event, measure, who is counted.
    pub topic: String,
    /// The rule of the pack.
    pub rule: String,
    /// One of the plugin's codes.
    pub code: String,
    /// Index into the report's events.
    pub event: usize,
    /// How pressing.
    pub severity: Severity,
    /// What follows.
    pub verdict: Verdict,
    /// One line.
    pub message: String,
    /// Why.
    pub because: Option<String>,
    /// None, or two and more.
    pub readings: Vec<ReadingOfFinding>,
    /// What would settle it, and whom to ask.
    pub questions: Vec<Question>,
    /// What is not said; at least one if undetermined.
    pub missing: Vec<MissingField>,
    /// The claims, the most telling first.
    pub claims: Vec<ClaimRef>,
    /// Their words.
    pub evidence: Vec<Evidence>,
    /// The lines of conventions.toml that were relied on.
    pub conventions: Vec<String>,
    /// `topic` plus what is claimed and by whom; not where it stands.
    pub fingerprint: String,
    /// For the order only; never printed.
    pub score: f64,
}

/// The ways in which a rule can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FailureKind {
    /// It executed something forbidden: out of bounds, unreachable.
    Trap,
    /// It panicked, with a message.
    Panic,
    /// It returned an error of its own.
    Error,
    /// It used up its instructions.
    Fuel,
    /// It asked for more memory than it may have.
    Memory,
    /// It ran past the wall-clock backstop: not reproducible.
    Time,
    /// It returned more than it may.
    Output,
    /// It was made for another version of the contract.
    Version,
    /// It could not be loaded: imports it may not have, or no component at all.
    Refused,
    /// It cited what it was not given.
    Provenance,
}

/// A rule that could not do its work: a line in the report, never a crash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// The rule of the pack.
    pub rule: String,
    /// The plugin behind it.
    pub plugin: String,
    /// The event it was looking at, by id.
    pub event: Option<String>,
    /// In what way.
    pub kind: FailureKind,
    /// A sentence for the rule's author.
    pub message: String,
}

/// A rule that took part, for the report's head.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub severity: std::collections::BTreeMap<String, Severity>,
}

/// The whole result of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The rules that took part, by id.
    pub rules: Vec<RuleInUse>,
    /// The articles as they were read, by id.
    pub readings: Vec<Reading>,
    /// The events, by first day, then id.
    pub events: Vec<Event>,
    /// The findings, the most pressing first.
    pub findings: Vec<Finding>,
    /// The rules that failed.
    pub failures: Vec<Failure>,
    /// What was not understood, by article.
    pub notices: Vec<Notice>,
    /// The profile of conventions that was used.
    pub profile: String,
    /// The packs, in the order they were merged.
    pub packs: Vec<String>,
}

impl Severity {
    /// The word of the documents and packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Verdict {
    /// The word of the documents and packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Undetermined => "undetermined",
            Self::Disputed => "disputed",
            Self::Superseded => "superseded",
            Self::ScopeDiffers => "scope-differs",
            Self::Compatible => "compatible",
            Self::Agree => "agree",
        }
    }
}
