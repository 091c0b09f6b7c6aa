use std::cmp::Reverse;

use serde::Deserialize;

use super::{Listing, Owning, PredicateId, Taking, WordId};
use crate::model::{Certainty, Form};

/// What a cue of attribution makes of what it introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    Reported,
    Claimed,
    /// "officials believe": what they say is a guess.
    Believed,
    Accused,
    Denied,
    /// "rejected the claim that": what another said is denied.
    Refused,
    /// "police did not confirm": nobody has said it.
    Withheld,
    /// "the agency quoted a medic": the object is the origin.
    Citing,
    /// "a medic told the agency": the object passes it on.
    Telling,
    /// "the court heard": its subject was told, and does not say by whom.
    Heard,
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

/// What words tell of victims; see victims.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum VictimCue {
    /// "pronounced dead".
    Dead,
    /// "in critical condition".
    Hurt,
    /// "unharmed", "as a precaution": taken to hospital, and not hurt.
    Unhurt,
    /// "in separate shootings": several incidents together.
    Several,
    /// "Elsewhere, two were shot": the same, where the sentence opens with it.
    Opening,
    /// "the deadliest": what it is compared with comes behind.
    Record,
    /// "in an unrelated shooting": another incident, to the end of the paragraph.
    Elsewhere,
    /// "in other shootings": to the end of the text.
    ElsewhereOn,
    /// "the shooting death": somebody was killed, at least so many.
    Homicide(u8),
    /// "attempted murder": nobody was.
    NoHomicide,
    /// "identified as": between the dead and their names.
    NamedAs,
    /// "in the morgue", "identified": beside bodies, that they are some of the dead.
    SomeBodies,
    /// "found", "autopsy": beside a body, that it is a dead one.
    Remains,
}

/// What one word or several say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Before a number: "at least".
    BoundBefore(Form),
    /// After a number: "or more".
    BoundAfter(Form),
    /// Behind "more than 5": "or equal", so that the bound itself is in.
    Inclusive,
    /// Between two numbers: "out of", "over".
    Ratio,
    /// In front of a whole of which some are told: "most of".
    SomeOf(SomeOf),
    /// "believed to be".
    Hedge(Certainty),
    /// "not true that": before what they deny.
    Denied,
    /// "are false": behind the report that they deny.
    Rejected,
    /// "did not", "declined to": the verb of saying behind it says nothing.
    Withheld,
    /// "praying": what is wished has not been told.
    Wished,
    /// "against", before another's figure of the same.
    Versus,
    /// "following", "asked about": opens a clause in front of what is told.
    Fronting,
    /// "nothing", behind a verb of saying.
    Nothing,
    /// "correcting", before an earlier figure.
    Revised,
    /// "called", before what somebody calls a falsehood.
    Called,
    /// "baseless".
    Falsehood,
    /// "claim", of which "the" tells that it was made before.
    SaidBefore,
    /// "A magnitude of" before a figure.
    MeasureBefore(PredicateId),
    /// "In damage" behind a figure.
    MeasureBehind(PredicateId),
    /// "Shots": the noun of a figure with "fired" before it.
    MeasureOf(PredicateId),
    /// "number of" before a noun and what befell it.
    NumberOf,
    /// "described": whom it calls what stands behind it.
    Describing,
    /// "its own losses": whoever is counted behind it is of the side that speaks.
    OwnLosses,
    /// "broke out": what a deed or a disaster does, so that its hour is that of the deed.
    Strikes,
    /// Opens attribution from the left: "according to".
    CuePhrase(Cue),
    /// A verb of saying.
    CueVerb(Cue),
    /// What somebody said, as a noun: "statement".
    CueNoun(Cue),
    /// "last year": the figure is not this event's.
    Background,
    /// "alone" behind a place.
    OnlyThere,
    /// "in connection with": why somebody is held.
    Reason,
    /// "war": what lasts, so that what it has done is a running total.
    Lasting,
    /// "recently", before "murdered senator".
    Recent,
    /// "comes" before a stretch of time: "comes five months after".
    Comes,
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
    /// Words that stand before the figure: "the number of dead".
    Number(PredicateId),
    /// A verb that holds somebody responsible, by its place in the lexicon.
    Accuse(u8),
    /// Takes or denies responsibility.
    Owns(Owning),
    /// Takes part, or stands by those who do.
    Takes(Taking),
    /// A kind of a list, by its place there: a means, a cause, a charge.
    Kind(Listing, u16),
    /// The same, in words that need no cue: "gang-related".
    Alone(Listing, u16),
    /// In front of the kind that a claim names: "caused by".
    KindBefore(PredicateId),
    /// Behind it: "charges", "caused the fire".
    KindBehind(PredicateId),
    /// In front of whom it concerns and the kind, with [`Tag::KindJoin`] between them: "charged".
    KindVerb(PredicateId),
    /// In front of who is cleared, [`Tag::KindJoin`] and the kind: "acquitted".
    KindClears(PredicateId),
    /// "with", behind "charged John Doe".
    KindJoin(PredicateId),
    /// In front of a kind that is said to be none: "ruled out".
    KindDenied(PredicateId),
    /// Says that it is none of the list: "no charges have been filed".
    KindNone(PredicateId),
    /// Beside a charge that no longer stands: "dropped".
    KindUndone(PredicateId),
    /// Of what a kind is told: a "fire", of a cause.
    KindUpon(PredicateId),
    /// What is said of fighting: "broke out".
    OfFighting(PredicateId),
    /// Between two names of a group: "formerly known as".
    Naming(Naming),
    /// Behind one of several names: "before that".
    NamedEarlier,
    /// What a text tells of its victims over several sentences.
    Victim(VictimCue),
}

/// Some of a whole that is numbered behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SomeOf {
    /// "Half of the 40".
    Half,
    /// More than half: "most of the 40".
    Most,
    /// "Almost all of the 40".
    NearlyAll,
    /// Two and more: "some of the 40".
    Some,
    /// Behind a number: "60 percent of the 300".
    Percent,
    /// In front of how many are not: "all but three of the 40".
    AllBut,
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

/// Words that say something together.
#[derive(Debug)]
pub(crate) struct Phrase {
    words: Box<[WordId]>,
    /// The second word, looked at before the rest: most phrases that begin with "the" are none here.
    second: Option<WordId>,
    tag: Tag,
}

impl Phrase {
    /// Its words, at least one.
    pub(crate) fn words(&self) -> &[WordId] {
        &self.words
    }

    /// What it says.
    pub(crate) fn tag(&self) -> Tag {
        self.tag
    }

    /// May it go on with this word, none where the text ends?
    pub(crate) fn may_go_on(&self, next: Option<WordId>) -> bool {
        self.second.is_none() || self.second == next
    }
}

/// All phrases. Every word of every text is looked up here, so that they lie in one list.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By the number of the first word, longest first.
    all: Vec<Phrase>,
    /// By the number of a word, where those that begin with it begin; one more at the end.
    starts: Vec<u32>,
}

impl Phrases {
    /// Adds a phrase; one of no words is none.
    pub(super) fn put(&mut self, words: Vec<WordId>, tag: Tag) {
        if !words.is_empty() {
            self.all.push(Phrase {
                second: words.get(1).copied(),
                words: words.into(),
                tag,
            });
        }
    }

    /// Sorts them once all are put in, so that the first match is the longest; equal lengths keep their order.
    pub(super) fn settle(&mut self) {
        self.all
            .sort_by_key(|phrase| (phrase.words[0].index(), Reverse(phrase.words.len())));
        let words = self.all.last().map_or(0, |last| last.words[0].index() + 1);
        let mut at = 0;
        self.starts = (0..=words)
            .map(|word| {
                let before = |phrase: &&Phrase| phrase.words[0].index() < word;
                at += self.all[at..].iter().take_while(before).count();
                u32::try_from(at).expect("a lexicon has fewer than four thousand million phrases")
            })
            .collect();
    }

    /// The phrases that begin with a word, longest first.
    pub(super) fn from(&self, first: WordId) -> &[Phrase] {
        match self.starts.get(first.index()..=first.index() + 1) {
            Some(&[from, to]) => &self.all[from as usize..to as usize],
            _ => &[],
        }
    }
}
