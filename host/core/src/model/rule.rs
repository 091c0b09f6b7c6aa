//! What a rule is given and what it gives back: the host's side of `rule.wit`, field for field.
//!
//! The sandbox implements [`Rule`] with a WebAssembly component; tests implement it with a closure.

use std::any::Any;
use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::{Alignment, Claim, Decimal, Extent, FailureKind, Party, Period, Verdict};

/// A mechanism that judges differences. It is told everything and remembers nothing from one event to the next.
pub trait Rule: Send + Sync {
    /// What the rule says of itself.
    fn metadata(&self) -> &Metadata;

    /// SHA-256 of the component in hex; empty for a native rule.
    fn digest(&self) -> &str;

    /// Judges one event. `settings` holds every declared parameter, checked, in declared order.
    ///
    /// # Errors
    ///
    /// The rule returned an error of its own, broke a limit, or could not be run: see [`RuleFailure::kind`].
    fn check(
        &self,
        event: &EventView<'_>,
        settings: &[Setting],
    ) -> Result<Vec<RawFinding>, RuleFailure>;
}

/// Why a rule gave no findings for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFailure {
    /// In what way it failed.
    pub kind: FailureKind,
    /// A sentence for the rule's author.
    pub message: String,
}

/// Answers a rule's questions about the lexicon: how two ids of one lattice relate.
pub trait Relate: Send + Sync {
    /// `lattice` is "means", "role", "predicate" or "place"; unknown ids and lattices relate as `Unknown`.
    fn relate(&self, lattice: &str, left: &str, right: &str) -> Extent;
}

/// What a host of rules makes of an event in order to pass it on, made once for all rules that are asked about it.
#[derive(Default)]
pub struct PassedOn(OnceCell<Box<dyn Any>>);

impl PassedOn {
    /// What was made, or is now. None if another host has left something else: then each call makes its own.
    pub fn get_or_make<T: 'static>(&self, make: impl FnOnce() -> T) -> Option<&T> {
        self.0.get_or_init(|| Box::new(make())).downcast_ref()
    }
}

/// One event as a rule sees it.
pub struct EventView<'a> {
    /// "incident" or "entity".
    pub kind: &'a str,
    /// A line for a person.
    pub title: &'a str,
    /// When.
    pub time: Option<&'a Period>,
    /// Where.
    pub place: Option<&'a Party>,
    /// By publication, then id.
    pub articles: &'a [ArticleView<'a>],
    /// By article, then position in its text; a claim's index here is its id in the contract.
    pub claims: &'a [ClaimView<'a>],
    /// Claims worth comparing.
    pub alignments: &'a [Alignment],
    /// What the lexicon knows.
    pub lexicon: &'a dyn Relate,
    /// The same event in the form in which a host passes it to its rules.
    pub passed_on: PassedOn,
}

/// One article as a rule sees it.
#[derive(Clone, Debug)]
pub struct ArticleView<'a> {
    /// Who published it.
    pub outlet: &'a str,
    /// When; with a start only where nothing but "not before" is known.
    pub published: Option<Period>,
    /// When it was last changed.
    pub modified: Option<Period>,
    /// Its length in words.
    pub words: u32,
    /// The earliest article whose text this one repeats: an index into `articles`.
    pub copies: Option<u32>,
    /// The agency whose copy it says it is.
    pub wire: Option<&'a str>,
}

/// One claim as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct ClaimView<'a> {
    /// Index into `articles`.
    pub article: u32,
    /// The kind of passage: "headline", "paragraph", "caption".
    pub passage: &'a str,
    /// The words it rests on.
    pub quote: &'a str,
    /// The claim.
    pub claim: &'a Claim,
    /// The event's articles that have no word of the claim's matter: indices with blanks between.
    pub silent: &'a str,
}

impl<'a> ClaimView<'a> {
    /// The rarer facts of the claim, by key: what was read of it, and `silent-in`.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let silent = Some(("silent-in", self.silent)).filter(|(_, silent)| !silent.is_empty());
        self.claim.attributes.iter().chain(silent)
    }
}

/// What a plugin says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// Its id, kebab-case.
    pub id: String,
    /// Its own version.
    pub version: String,
    /// One line.
    pub summary: String,
    /// Markdown under the fixed headings.
    pub manual: String,
    /// Events without any of these are skipped; empty: all.
    pub predicates: Vec<String>,
    /// What it can find.
    pub codes: Vec<(String, String)>,
    /// What a pack can set.
    pub params: Vec<Param>,
    /// English for every phrase key.
    pub words: BTreeMap<String, String>,
}

/// A parameter a plugin declares; the case of `initial` is its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Its name, kebab-case.
    pub name: String,
    /// One line.
    pub summary: String,
    /// Its value where no pack sets it.
    pub initial: ParamValue,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum ParamValue {
    /// Yes or no.
    Flag(bool),
    /// An exact number.
    Number(Decimal),
    /// A word.
    Text(String),
    /// Several words.
    Texts(Vec<String>),
}

/// A declared parameter with the value it has in this run.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: ParamValue,
}

/// What can be put into a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A claim, by its index in the event.
    Claim(u32),
    /// An article, by its index in the event.
    Article(u32),
    /// A time.
    Time(Period),
}

/// A key with what to put in; the pack has the words, else the plugin's metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key.
    pub key: String,
    /// What to put in, by name.
    pub values: Vec<(String, Value)>,
}

/// Whom to ask, as a plugin names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addressee {
    /// The article with this index in the event.
    Article(u32),
    /// A source that some claim of the event is attributed to.
    Source(String),
}

/// A finding as a plugin returns it: it points, the host checks and quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct RawFinding {
    /// One of the metadata's codes.
    pub code: String,
    /// What follows.
    pub verdict: Verdict,
    /// The evidence: at least one, the most telling first; indices into the event's claims.
    pub claims: Vec<u32>,
    /// One line.
    pub message: Phrase,
    /// Why.
    pub because: Option<Phrase>,
    /// None, or two and more: when, what follows, why.
    pub readings: Vec<(Phrase, Verdict, Phrase)>,
    /// Claims with the field they do not say; at least one if undetermined.
    pub missing: Vec<(u32, String)>,
    /// What to ask whom.
    pub questions: Vec<(Addressee, Phrase)>,
    /// Ids that stand in the quantity of a cited claim.
    pub conventions: Vec<String>,
}
