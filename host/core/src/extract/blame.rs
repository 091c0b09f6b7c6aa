//! Who is held responsible: "the union accused the army of the killings", "the raid was blamed on rebels", and who
//! takes or denies responsibility. An accusation is always somebody's, never the outlet's own finding.

use std::ops::Range;

use super::accusations::{active, passive};
use super::agents::is_party;
use super::counts::Scene;
use super::openers::is_open;
use super::owned::owned;
use super::sources::is_that;
use super::steps::has_mark;
use crate::lexicon::{Class, Found, Listing, PredicateId, Tag, Trigger};
use crate::model::Certainty;
use crate::text::{Doc, Sentence, TokenKind};

/// Somebody held responsible, or taking or denying responsibility.
#[derive(Clone, Debug)]
pub(super) struct Blame {
    /// [`BLAMED`], [`CLAIMED`] or [`DENIED`].
    pub(super) predicate: &'static str,
    /// The words that say so.
    pub(super) trigger: Range<usize>,
    /// Whom they hold responsible; nobody, where it is said that nobody took responsibility.
    pub(super) agent: Option<Range<usize>>,
    /// Who accuses, where the sentence says so beside the verb.
    pub(super) accuser: Option<Range<usize>>,
    /// The act, with the token that names it first.
    pub(super) act: Option<Act>,
    pub(super) rung: Certainty,
    /// "no group has claimed responsibility".
    pub(super) denied: bool,
    /// Where the words stand that belong to whoever says so.
    pub(super) said_at: usize,
}

/// What somebody is held responsible for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) at: usize,
    pub(super) predicate: PredicateId,
}

/// The predicate of who holds somebody responsible.
pub(super) const BLAMED: &str = "blamed";

/// That of who takes responsibility.
pub(super) const CLAIMED: &str = "claimed-responsibility";

/// That of who denies it.
pub(super) const DENIED: &str = "denied-responsibility";

/// The most tokens between an accused and the act.
pub(super) const REACH: usize = 12;

/// The most tokens from a "not" to the verb.
const NEGATION: usize = 3;

/// The most tokens from the link to the word that names the act.
pub(super) const ACT_REACH: usize = 5;

/// Every blame of a sentence, by position.
pub(super) fn blames(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Blame> {
    // "Said it was responsible for": what somebody says of himself is no accusation.
    let own = |mark: Found| match mark.tag {
        Tag::Owns(owning) => owned(scene, sentence, &(mark.start..mark.end), owning),
        _ => None,
    };
    let accusing = |mark: Found| match mark.tag {
        Tag::Accuse(index) => accused(scene, sentence, &(mark.start..mark.end), index),
        _ => None,
    };
    let marks = || {
        let within = scene.marks.within(&sentence.tokens);
        within.filter(|mark| mark.end <= sentence.tokens.end)
    };
    let mut found: Vec<Blame> = Vec::new();
    for blame in marks().filter_map(own).chain(marks().filter_map(accusing)) {
        let (start, end) = (blame.trigger.start, blame.trigger.end);
        let apart = |known: &Blame| known.trigger.end <= start || end <= known.trigger.start;
        if found.iter().all(apart) {
            found.push(blame);
        }
    }
    found.sort_by_key(|blame| blame.trigger.start);
    found
}

fn accused(scene: &Scene<'_>, sentence: &Sentence, at: &Range<usize>, index: u8) -> Option<Blame> {
    let doc = scene.doc;
    let verb = doc.lexicon.accusation(index);
    // "Whether the rebels were responsible", "it was not the rebels who were responsible".
    let open = is_open(doc, sentence, at.start);
    let cleft = sentence
        .tokens
        .start
        .max(at.start.saturating_sub(2 * NEGATION))..at.start;
    let not_they = at.start > sentence.tokens.start
        && doc.is(at.start - 1, Class::Relative)
        && cleft.into_iter().any(|i| doc.is(i, Class::Negation));
    // "No evidence that those groups are responsible".
    let before = sentence.tokens.start.max(at.start.saturating_sub(REACH))..at.start;
    let doubted = scene.marks.within(&before).any(|mark| {
        let doubts = matches!(mark.tag, Tag::Hedge(Certainty::Possible) | Tag::Denied);
        doubts && mark.end <= at.start && !has_mark(doc, mark.end..at.start)
    });
    if open || not_they || doubted || is_unreal(doc, sentence, at.start) {
        return None;
    }
    let found = passive(scene, sentence, at, verb).or_else(|| active(scene, sentence, at, verb))?;
    let agent = found.agent;
    // "Linked with one of the plans to", "attributed it to the fact that".
    let no_phrase = doc.is(agent.start, Class::Preposition) || is_that(doc, agent.end);
    (!no_phrase && is_party(doc, scene.marks, &agent)).then(|| Blame {
        predicate: BLAMED,
        trigger: at.clone(),
        said_at: found.said_at,
        agent: Some(agent),
        accuser: found.accuser,
        act: found.act,
        rung: verb.rung,
        denied: false,
    })
}

/// "being", "helping": a verb that takes up the subject before.
pub(super) fn is_gerund(doc: &Doc<'_>, i: usize) -> bool {
    let ending = doc.lexicon.endings().participle.as_str();
    doc.is(i, Class::Be) || doc.str(i).to_ascii_lowercase().ends_with(ending)
}

/// The act right behind its link: "killing six", "the attack", "being behind Sunday's raid". "Failing to stop the
/// killing" is none.
pub(super) fn act_after(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Option<Act> {
    let doc = scene.doc;
    let mut plain = true;
    let mut from = from;
    let mut i = from;
    while i < sentence.tokens.end.min(from + ACT_REACH) {
        // "Of a series of attacks".
        if doc.is(i + 1, Class::Of) && doc.lexicon.is_series(&doc.word(i).text) {
            (i, from) = (i + 2, i + 2);
            continue;
        }
        // Nobody is accused of "carrying" or of having "gathered".
        let deed = |t: &&Trigger| !doc.lexicon.predicate(t.predicate).figure;
        let mut verbs = doc.word(i).triggers.iter().filter(deed);
        let verb = verbs.find(|t| !t.frame.is_noun());
        if let Some(trigger) = verb.filter(|_| plain) {
            return Some(Act {
                at: i,
                predicate: trigger.predicate,
            });
        }
        if let Some(act) = act_at(scene, i) {
            return Some(act);
        }
        // "Carrying out no arrests".
        if doc.is_any(i, &[Class::None, Class::Negation]) {
            return None;
        }
        let passes = doc.word(i).leads_to_deed;
        // "Responsible for preventing attacks".
        let other = i == from && is_gerund(doc, i) && !doc.is(i, Class::Be) && !passes;
        if other {
            return None;
        }
        let stops = doc.is_any(i, &[Class::Preposition, Class::ClauseBreak, Class::Modal])
            || doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "“" | "\"" | "’s");
        if stops && !passes {
            return None;
        }
        plain &= doc.is_any(i, &[Class::Adverb, Class::Be, Class::Have]);
        i += 1;
    }
    None
}

/// The act that a noun phrase names: "the raid".
pub(super) fn named_act(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Act> {
    tokens.clone().find_map(|i| act_at(scene, i))
}

/// Does an accusation begin here: "blamed" of "a bombing blamed on rebels"?
fn accuses(scene: &Scene<'_>, i: usize) -> bool {
    let mut marks = scene.marks.starting_at(i);
    marks.any(|mark| matches!(mark.tag, Tag::Accuse(_)))
}

/// The act that a noun names.
pub(super) fn act_at(scene: &Scene<'_>, i: usize) -> Option<Act> {
    let doc = scene.doc;
    let word = doc.word(i);
    let noun = word.triggers.iter().find(|t| t.frame.is_noun());
    // "Crime statistics": the noun that follows is what is meant.
    let next = [
        Class::Be,
        Class::Have,
        Class::Preposition,
        Class::ClauseBreak,
        Class::Coordinator,
        Class::Relative,
    ];
    let last = !doc.is_kind(i + 1, TokenKind::Word)
        || doc.is_any(i + 1, &next)
        || doc.word(i + 1).time.is_some()
        || accuses(scene, i + 1)
        || doc.sentence_of(i).is_some_and(|s| s.tokens.end == i + 1);
    // "The air strike": two words for what it was done with.
    let means = |m: Found| matches!(m.tag, Tag::Kind(Listing::Means, _)) && m.end == m.start + 2;
    let by_means = || scene.marks.ending_at(i + 1).any(means);
    let deed = || {
        doc.lexicon
            .deed()
            .filter(|_| last && (word.deed || by_means()))
    };
    // "The murder rate" is no murder.
    let unmade = doc.is(i + 1, Class::Unmade);
    let predicate = noun
        .map(|t| t.predicate)
        .or_else(deed)
        .filter(|_| !unmade)?;
    Some(Act { at: i, predicate })
}

fn is_unreal(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    let wrongly = |i: usize| doc.lexicon.is_wrongly(&doc.word(i).text);
    near(doc, sentence, verb).any(wrongly)
        || is_planned(doc, sentence, verb)
        || is_negated(doc, sentence, verb)
}

/// "could be charged", "threatened to blame".
pub(super) fn is_planned(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    near(doc, sentence, verb).any(|i| doc.is_any(i, &[Class::Modal, Class::Planned]))
}

pub(super) fn is_negated(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    near(doc, sentence, verb).any(|i| doc.is(i, Class::Negation))
}

/// The few tokens before a verb in its own clause.
fn near(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> impl Iterator<Item = usize> {
    let first = sentence.tokens.start.max(verb.saturating_sub(NEGATION));
    let ends =
        move |i: &usize| !doc.is_kind(*i, TokenKind::Mark) && !doc.is(*i, Class::Coordinator);
    (first..verb).rev().take_while(ends)
}

#[cfg(test)]
#[path = "blame_tests.rs"]
mod tests;
