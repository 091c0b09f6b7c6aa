use std::collections::BTreeMap;

use serde::Deserialize;

use super::Listing;
use super::lattice::Lattice;
use crate::model::Extent;

/// A predicate's place in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PredicateId(pub(super) u16);

/// Does a predicate take a number of those it befell?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PredicateKind {
    /// "six were killed".
    Count,
    /// "the army withdrew".
    Happening,
    /// "the league, formerly known as the front".
    Naming,
    /// "the rebels were blamed".
    Responsibility,
    /// "Jane Doe, 34": who somebody is, whatever happened.
    Person,
    /// "It happened about 5 p.m.": when the deed was, and no more.
    Moment,
    /// "A magnitude of 6.2", "$2 million in damage": a figure that counts nobody.
    Measure,
    /// "Caused by a gas leak", "charged with murder": one kind of a list.
    Answer,
    /// "“We will rebuild it,” she said": somebody's words, as they are quoted.
    Statement,
}

/// What kind of figure a measure takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Measured {
    /// A number alone: "6.2".
    #[default]
    Number,
    /// A sum of money: "$2 million".
    Money,
    /// A length of time: "14 hours", "12-year".
    Time,
}

/// The frame a word opens around its claim; see predicates.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Frame {
    /// "killed six", "six were killed", "six killed in …".
    Participle,
    /// "killing six".
    Gerund,
    /// "kill", "kills".
    Base,
    /// "six died".
    Intransitive,
    /// "six dead", "the dead soldiers".
    Adjective,
    /// "the death of", "six deaths".
    Nominal,
    /// Said of fighting: "continue".
    Fighting,
    /// "the army lost six soldiers".
    Loses,
    /// "the death toll stands at six".
    Toll,
    /// "claimed six lives".
    Lives,
}

impl Frame {
    /// Is the word a noun or adjective rather than a verb?
    pub(crate) fn is_noun(self) -> bool {
        matches!(
            self,
            Self::Nominal | Self::Adjective | Self::Toll | Self::Lives
        )
    }
}

/// A claim that a word can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    /// What it claims.
    pub(crate) predicate: PredicateId,
    /// In which frame.
    pub(crate) frame: Frame,
}

/// Something that can be claimed.
#[derive(Clone, Debug)]
pub(crate) struct Predicate {
    /// "killed".
    pub(crate) id: String,
    /// Does it take a number?
    pub(crate) kind: PredicateKind,
    /// Is the number one of things, rather than of people?
    pub(crate) of_things: bool,
    /// Is it a flight, in which those who did the deed are not counted: "the gunmen fled"?
    pub(crate) flight: bool,
    /// Is it told of people only by a figure: "300 people gathered", not "relatives gathered"?
    pub(crate) figure: bool,
    /// Is it a harm that a deed does to people: "killed", "shot"?
    pub(crate) harm: bool,
    /// Is it what "shooting six people" says?
    pub(crate) shooting: bool,
    /// Does it count those who do a harm: "three gunmen"?
    pub(crate) doers: bool,
    /// The kind of figure it takes, if it is a measure.
    pub(crate) measured: Measured,
    /// The list of which it names a kind, if it is an answer.
    pub(crate) listing: Option<Listing>,
    /// Is it told only of certain things: the cause of a "fire"?
    pub(crate) upon: bool,
    /// Is it told only of a harm done to people, or of one of those things?
    pub(crate) deed: bool,
    /// Does the figure need a noun of its own: "fired 12 shots"?
    pub(crate) of_noun: bool,
    /// Does it befall ground alone, and is it done by a party: "rebels seized the bridge"?
    pub(crate) of_ground: bool,
    /// "killed", "attack pushed back".
    pub(crate) label: String,
    /// "people killed", "attack".
    pub(crate) noun: String,
    /// The comparison its claims belong to.
    pub(crate) matter: String,
    /// What cannot hold of the same thing at the same time.
    pub(crate) against: Vec<String>,
    /// The words that open its claims.
    pub(crate) words: Vec<String>,
}

/// What is lined up: the claims of some matters.
#[derive(Clone, Debug)]
pub(crate) struct Topic {
    /// "outcome".
    pub(crate) id: String,
    /// "how it ended".
    pub(crate) label: String,
    /// The matters whose claims it compares.
    pub(crate) matters: Vec<String>,
    /// Matters whose claims are compared with those of `matters`, though not with each other.
    pub(crate) beside: Vec<String>,
    /// Its place in the order that a desk wants; first is 0.
    pub(crate) rank: usize,
}

/// All predicates.
#[derive(Debug, Default)]
pub(super) struct Predicates {
    pub(super) topics: Vec<Topic>,
    list: Vec<Predicate>,
    by_name: BTreeMap<String, usize>,
    shooting: Option<PredicateId>,
    doers: Option<PredicateId>,
    lattice: Lattice,
}

impl Predicates {
    /// Adds a predicate that lies within others.
    pub(super) fn put(&mut self, predicate: Predicate, within: &[String]) -> PredicateId {
        let id = self.list.len();
        self.lattice.put(&predicate.id, None);
        for parent in within {
            self.lattice.put(&predicate.id, Some(parent));
        }
        self.by_name.insert(predicate.id.clone(), id);
        let place = u16::try_from(id).expect("a lexicon has fewer than 65,536 predicates");
        let place = PredicateId(place);
        if predicate.shooting {
            self.shooting = Some(place);
        }
        if predicate.doers {
            self.doers = Some(place);
        }
        self.list.push(predicate);
        place
    }

    /// The first that names a kind of a list.
    pub(super) fn answer_of(&self, listing: Listing) -> Option<PredicateId> {
        let place = |p: &Predicate| p.listing == Some(listing);
        let index = self.list.iter().position(place)?;
        u16::try_from(index).ok().map(PredicateId)
    }

    /// Adds words that open claims of a predicate.
    pub(super) fn add_words(&mut self, id: &str, words: &[String]) {
        if let Some(index) = self.by_name.get(id) {
            self.list[*index].words.extend_from_slice(words);
        }
    }

    /// A predicate by its place.
    pub(super) fn get(&self, id: PredicateId) -> &Predicate {
        &self.list[usize::from(id.0)]
    }

    /// A predicate by its name.
    pub(super) fn named(&self, id: &str) -> Option<&Predicate> {
        self.by_name.get(id).map(|index| &self.list[*index])
    }

    /// A predicate's place by its name.
    pub(super) fn id_of(&self, id: &str) -> Option<PredicateId> {
        let index = self.by_name.get(id)?;
        u16::try_from(*index).ok().map(PredicateId)
    }

    /// The predicate of "shooting six people".
    pub(super) fn of_shooting(&self) -> Option<PredicateId> {
        self.shooting
    }

    /// The predicate that counts those who do a harm.
    pub(super) fn of_doers(&self) -> Option<PredicateId> {
        self.doers
    }

    /// The ids of all.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|p| p.id.as_str())
    }

    /// The predicates of a matter.
    pub(super) fn of_matter<'a>(&'a self, matter: &'a str) -> impl Iterator<Item = &'a Predicate> {
        self.list.iter().filter(move |p| p.matter == matter)
    }

    /// The topics on which a claim of this predicate speaks.
    pub(super) fn topics_of(&self, id: &str) -> impl Iterator<Item = &Topic> {
        let matter = self.named(id).map(|p| p.matter.as_str());
        self.topics
            .iter()
            .filter(move |t| t.matters.iter().any(|m| Some(m.as_str()) == matter))
    }

    /// The topics beside whose own claims one of this predicate is looked at.
    pub(super) fn topics_beside(&self, id: &str) -> impl Iterator<Item = &Topic> {
        let matter = self.named(id).map(|p| p.matter.as_str());
        self.topics
            .iter()
            .filter(move |t| t.beside.iter().any(|m| Some(m.as_str()) == matter))
    }

    /// Same, within, or against one another; what the lexicon does not relate is unknown, but for two of one matter,
    /// which say much the same in other words.
    pub(super) fn relate(&self, left: &str, right: &str) -> Extent {
        let (Some(a), Some(b)) = (self.named(left), self.named(right)) else {
            return Extent::Unknown;
        };
        if left == right {
            return Extent::Same;
        }
        if a.against.iter().any(|id| id == right) || b.against.iter().any(|id| id == left) {
            return Extent::Disjoint;
        }
        match self.lattice.relate(left, right) {
            Extent::Disjoint if a.matter == b.matter => Extent::Overlap,
            Extent::Disjoint => Extent::Unknown,
            related => related,
        }
    }
}
