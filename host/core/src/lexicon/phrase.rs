use std::collections::BTreeMap;

use super::{PredicateId, WordId};
use crate::model::{Certainty, Form};

/// What a cue of attribution makes of what it introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    Reported,
    Claimed,
    Accused,
    Denied,
    /// "the agency quoted a medic": the object is the origin.
    Citing,
    /// "a medic told the agency": the object passes it on.
    Telling,
}

/// What words between two names say of them; see naming.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    /// "renamed", "belongs-to".
    pub(crate) predicate: PredicateId,
    /// Is the name before the words the claim's object?
    pub(crate) object_first: bool,
    /// Must one of the names be a group's by its words?
    pub(crate) needs_group: bool,
    /// Must a noun of a larger group stand beside the complement?
    pub(crate) needs_larger: bool,
    /// Does the member lead what it belongs to?
    pub(crate) leads: bool,
    /// May the words stand behind a comma or a description of the name, rather than as the verb of their subject?
    pub(crate) apposition: bool,
}

/// What one word or several say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Before a number: "at least".
    BoundBefore(Form),
    /// After a number: "or more".
    BoundAfter(Form),
    /// "believed to be".
    Hedge(Certainty),
    /// "denied that".
    Denied,
    /// Opens attribution from the left: "according to".
    CuePhrase(Cue),
    /// A verb of saying.
    CueVerb(Cue),
    /// "last year": the figure is not this event's.
    Background,
    /// "so far this year": a running total.
    Cumulative,
    /// An actor, by its place in the lexicon.
    Actor(u16),
    /// A place, by its place in the lexicon.
    Place(u16),
    /// A verb phrase that opens a claim: "took control of", "shot dead".
    Act(PredicateId),
    /// A verb phrase whose subject it befell: "lost their lives".
    Fate(PredicateId),
    /// What is said of fighting: "broke out".
    OfFighting(PredicateId),
    /// Between two names of a group: "formerly known as".
    Naming(Naming),
    /// Behind one of several names: "before that".
    NamedEarlier,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// First token.
    pub(crate) start: usize,
    /// One past the last token.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) tag: Tag,
}

/// All phrases, by their first word.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: BTreeMap<WordId, Vec<(Vec<WordId>, Tag)>>,
}

impl Phrases {
    /// Adds a phrase.
    pub(super) fn put(&mut self, words: Vec<WordId>, tag: Tag) {
        if let Some(first) = words.first() {
            self.by_first.entry(*first).or_default().push((words, tag));
        }
    }

    /// Sorts each list longest first, so that the first match is the longest; equal lengths keep their order.
    pub(super) fn settle(&mut self) {
        for list in self.by_first.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
    }

    /// The phrases that begin with a word, longest first.
    pub(super) fn from(&self, first: WordId) -> impl Iterator<Item = (&[WordId], Tag)> {
        self.by_first
            .get(&first)
            .into_iter()
            .flatten()
            .map(|(words, tag)| (words.as_slice(), *tag))
    }
}
