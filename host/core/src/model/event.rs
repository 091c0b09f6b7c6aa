use std::borrow::Cow;

use super::{ClaimRef, Extent, Order, Party, Period, Span};

/// What holds an event's claims together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// It happened.
    Incident,
    /// What all articles say of one actor or place.
    Entity,
}

/// Do both rest on one source?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sameness {
    /// They name the same source.
    Same,
    /// They name different ones.
    Different,
    /// One of them names none.
    Unknown,
}

/// One thing that happened, with all that the articles say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Twelve hex digits of a digest of kind, main predicate, place and first day.
    pub id: String,
    /// Incident or entity.
    pub kind: EventKind,
    /// A line for a person.
    pub title: String,
    /// When.
    pub time: Option<Period>,
    /// Where.
    pub place: Option<Party>,
    /// The articles that speak of it, by publication, then id: indices into the report's readings.
    pub articles: Vec<usize>,
    /// Those of which it is the main incident.
    pub main_of: Vec<usize>,
    /// Why they were joined: what they share.
    pub because: Vec<String>,
    /// Its own claims, by article, then position.
    pub claims: Vec<ClaimRef>,
    /// Claims worth comparing.
    pub alignments: Vec<Alignment>,
    /// Sources that several of its articles draw on.
    pub origins: Vec<Origin>,
    /// Articles that repeat another's text.
    pub copies: Vec<Copied>,
    /// Articles that name another's outlet as a source.
    pub citing: Vec<Citing>,
    /// What one would expect to be told and some article does not say.
    pub gaps: Vec<Gap>,
    /// What several articles say alike.
    pub agreements: Vec<Agreement>,
    /// What stands in one article only.
    pub only_in: Vec<OnlyIn>,
    /// Claims that were not compared, and why.
    pub not_compared: Vec<NotCompared>,
}

/// One measure or matter, whatever the populations; claims of one article or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// "people killed", in the host's words.
    pub topic: String,
    /// Stable name of the topic, part of a finding's `topic`: "killed".
    pub slug: String,
    /// Indices into the event's claims, ascending.
    pub claims: Vec<usize>,
    /// `left < right`, ascending.
    pub pairs: Vec<Pair>,
    /// What the texts themselves call parts of a whole.
    pub shares: Vec<Share>,
    /// Pairs not given because there were too many.
    pub left_out: u32,
}

/// How two claims of an event relate, as far as the host can tell. Indices into the event's claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The left claim.
    pub left: usize,
    /// The right claim; greater than `left`.
    pub right: usize,
    /// What happened.
    pub predicate: Extent,
    /// Who is counted.
    pub population: Extent,
    /// Who did it.
    pub agent: Extent,
    /// What was attacked, held, named.
    pub object: Extent,
    /// Where.
    pub place: Extent,
    /// When.
    pub time: Order,
    /// The moment for which it is said.
    pub as_of: Order,
    /// On whose word.
    pub origin: Sameness,
}

/// The text itself says so: "eight people, six of them priests". Indices into the event's claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The claim of the whole.
    pub whole: usize,
    /// The claim of the part.
    pub part: usize,
}

/// A source that several articles draw on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The source's entity.
    pub entity: String,
    /// What to call it.
    pub name: String,
    /// The articles, as indices into the report's readings.
    pub articles: Vec<usize>,
}

/// An article that repeats the text of another, so that the two are one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copied {
    /// The article, as an index into the report's readings.
    pub article: usize,
    /// The earliest article whose text it repeats.
    pub of: usize,
    /// How much of the shorter text stands in the other, from 0 to 100.
    pub percent: u8,
}

/// An article that names the outlet of another as a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citing {
    /// The article, as an index into the report's readings.
    pub article: usize,
    /// The article of the outlet that it names.
    pub cites: usize,
}

/// A slot one expects to be filled for this kind of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// "killed/civilian".
    pub slot: String,
    /// What to call it: "civilians killed".
    pub label: String,
    /// The articles that do not fill it, as indices into the report's readings.
    pub missing_in: Vec<usize>,
}

/// What several articles say alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// What they agree on, in the host's words.
    pub text: String,
    /// The claims, one or more an article.
    pub claims: Vec<ClaimRef>,
}

/// What stands in one article only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyIn {
    /// The article, as an index into the report's readings.
    pub article: usize,
    /// What it says, in the host's words.
    pub text: String,
    /// The claims.
    pub claims: Vec<ClaimRef>,
}

/// A claim that was compared with nothing, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// The claim.
    pub claim: ClaimRef,
    /// Why, in words.
    pub why: Cow<'static, str>,
    /// The word of the text that makes the claim, where it is known: an excerpt must hold it.
    pub key: Option<Span>,
}
