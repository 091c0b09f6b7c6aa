//! The nouns everyone shares. Imports nothing of ours but itself; nothing here is serialisable (the JSON
//! documents are the `wire` crate's).

mod article;
mod attributes;
mod claim;
mod decimal;
mod event;
mod finding;
mod headline;
mod lattice;
mod period;
mod quantity;
pub mod rule;
mod span;

pub use article::{
    Article, Entry, Input, Mention, MentionValue, Notice, Passage, PassageKind, Reading, Stamp,
};
pub use attributes::Attributes;
pub(crate) use claim::ADDED_UP;
pub use claim::{
    Basis, Certainty, Claim, ClaimRef, Correction, Party, Polarity, Source, UNRESOLVED, Voice,
};
pub use decimal::Decimal;
pub use event::{
    Agreement, Alignment, Citing, Copied, Event, EventKind, Gap, NotCompared, OnlyIn, Origin, Pair,
    Sameness, Share,
};
pub use finding::{
    Evidence, Failure, FailureKind, Finding, MissingField, Question, QuestionTo, ReadingOfFinding,
    Report, RuleInUse, Severity, Verdict,
};
pub use headline::{tells_of, without_outlet};
pub use lattice::Extent;
pub use period::{Minute, Order, Period};
pub use quantity::{Bounds, Form, Quantity, Tally};
pub use span::Span;
