//! What an event consists of, as a rule sees it: the records of `rule.wit` with their parts put in place of the numbers
//! that point to them.

use std::borrow::Cow;

use crate::{Basis, Bounds, Certainty, Extent, Form, Order, Polarity, Sameness, Tally};

/// Words of an event. In a component they are borrowed from what the host passed, which lasts as long as the instance;
/// a [`Scene`](crate::Scene) owns them.
pub type Text = Cow<'static, str>;

/// What happened ("incident"), or what all articles say of one actor or place ("entity").
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// "incident" or "entity".
    pub kind: Text,
    /// A line for a person.
    pub title: Text,
    /// When.
    pub time: Option<Period>,
    /// Where.
    pub place: Option<Party>,
    /// By publication, then id.
    pub articles: Vec<Article>,
    /// By article, then position in its text; a claim's id is its index here.
    pub claims: Vec<Claim>,
    /// Claims worth comparing.
    pub alignments: Vec<Alignment>,
}

/// An article of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Who published it.
    pub outlet: Text,
    /// When; with a start only where nothing but "not before" is known.
    pub published: Option<Period>,
    /// When it was last changed.
    pub modified: Option<Period>,
    /// Its length, for rules on omission.
    pub words: u32,
    /// The earliest article whose text this one repeats: an index in [`Event::articles`].
    pub copies: Option<u32>,
    /// The agency whose copy it says it is.
    pub wire: Option<Text>,
}

/// One statement of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Index in [`Event::articles`].
    pub article: u32,
    /// Kind of passage: "headline", "paragraph", "caption", ….
    pub passage: Text,
    /// The words it rests on.
    pub quote: Text,
    /// The words belong to somebody cited, not to the outlet.
    pub quoted: bool,
    /// "killed", "seized", "called", ….
    pub predicate: Text,
    /// Said to be so, or not to be so.
    pub polarity: Polarity,
    /// How certain; the cases are a ladder, strongest first.
    pub certainty: Certainty,
    /// "believed", "reportedly".
    pub hedge: Option<Text>,
    /// How many.
    pub quantity: Option<Quantity>,
    /// Whom it befell.
    pub population: Option<Party>,
    /// Who did it.
    pub agent: Option<Party>,
    /// What was attacked, held, named.
    pub object: Option<Party>,
    /// For "called", "renamed", "belongs-to": the name given, the group joined.
    pub complement: Option<Party>,
    /// Where.
    pub place: Option<Party>,
    /// When.
    pub time: Option<Period>,
    /// The moment for which it is said.
    pub as_of: Option<Period>,
    /// From the one the outlet heard it from to the origin; empty: the outlet's own voice.
    pub attribution: Vec<Source>,
    /// Rarer facts, by key: see [`Claim::attribute`].
    pub attributes: Vec<(Text, Text)>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// As the text has it.
    pub text: Text,
    /// Exact, a bound, a range, or vague.
    pub form: Form,
    /// As the words say it: "about 50" is 50..50, "more than 5" 5.., "dozens" 24.. .
    pub stated: Bounds,
    /// As the chosen profile reads it: compare these.
    pub interpreted: Bounds,
    /// The line of `conventions.toml` between the two; none where they are equal.
    pub convention: Option<Text>,
    /// "person", "home", ….
    pub unit: Text,
    /// Does it count this event, or everything since some moment?
    pub tally: Tally,
}

/// A person, group, thing or place as the text calls it.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The words.
    pub text: Text,
    /// Equal ids, one referent; within the event also for referents the lexicon does not know.
    pub entity: Option<Text>,
    /// On whose side.
    pub side: Option<Text>,
    /// "combatant", "civilian", "child", "attacker", ….
    pub role: Option<Text>,
    /// How it was come by.
    pub basis: Basis,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The words.
    pub text: Text,
    /// Equal ids, one source.
    pub entity: Option<Text>,
    /// "official", "military", "monitor", "agency", "medic", "witness", "unnamed", …; "unresolved" where the text tells only
    /// that somebody speaks ("he said").
    pub kind: Text,
    /// "said", "told", "according to".
    pub cue: Text,
    /// How it was come by.
    pub basis: Basis,
}

/// Half-open, minutes of local civil time since 1970-01-01T00:00; none: open. The width is the precision: "on Sunday" is
/// 1440 long.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The words.
    pub text: Text,
    /// Its first minute.
    pub start: Option<i32>,
    /// The minute behind its last.
    pub end: Option<i32>,
    /// How it was come by.
    pub basis: Basis,
}

/// One measure or matter, whatever the populations; claims of one article or of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// "people killed", in the host's words.
    pub topic: Text,
    /// Ids of claims.
    pub claims: Vec<u32>,
    /// Two claims each, left < right, ascending.
    pub pairs: Vec<Pair>,
    /// What the text itself counts within something.
    pub shares: Vec<Share>,
    /// Pairs not given because there were too many.
    pub left_out: u32,
}

/// How two claims relate, left to right, as far as the host can tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Id of the one claim.
    pub left: u32,
    /// Id of the other.
    pub right: u32,
    /// Killed is a subset of casualties; retook and lost are disjoint.
    pub predicate: Extent,
    /// Whom it befell.
    pub population: Extent,
    /// Who did it.
    pub agent: Extent,
    /// What it was done to.
    pub object: Extent,
    /// Where.
    pub place: Extent,
    /// When.
    pub time: Order,
    /// For which moment it is said.
    pub as_of: Order,
    /// Do both rest on one source?
    pub origin: Sameness,
}

/// The text itself says so: "eight people, six of them priests".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Id of the claim on the whole.
    pub whole: u32,
    /// Id of the claim on the part.
    pub part: u32,
}
