//! Who is held responsible: "the union accused the army of the killings", "the raid was blamed on rebels", and who
//! takes or denies responsibility. An accusation is always somebody's, never the outlet's own finding.

use std::ops::Range;

use super::Marks;
use super::counts::Scene;
use super::happenings::{phrase_after, subject};
use super::openers::is_open;
use super::owned::owned;
use super::people::side_of;
use super::sources::may_be_verb;
use super::steps::has_mark;
use crate::lexicon::{Accusation, Class, Found, Listing, PredicateId, Tag, Trigger};
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
const REACH: usize = 12;

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
    is_party(doc, scene.marks, &agent).then(|| Blame {
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

/// The parts of an accusation.
struct Parts {
    agent: Range<usize>,
    accuser: Option<Range<usize>>,
    /// None where the text leaves it to what it has told: "police blamed the Northern Front".
    act: Option<Act>,
    said_at: usize,
}

/// "X was accused (by Y) of killing six", "the raid was blamed on X": what is said stands before the verb.
fn passive(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    verb: &Accusation,
) -> Option<Parts> {
    let doc = scene.doc;
    // "The raid was an act by rebels".
    let done_by = verb.leads_to_accused(doc.word(at.end).text.as_ref());
    let accuser = (doc.is(at.end, Class::By) && !done_by)
        .then(|| phrase_after(doc, sentence, at.end + 1))
        .flatten();
    let next = accuser.as_ref().map_or(at.end, |by| by.end);
    let link = doc.word(next).text.as_ref();
    let comma = usize::from(at.start > sentence.tokens.start && doc.str(at.start - 1) == ",");
    let before = accused_before(doc, sentence, at.start - comma)?;
    let said_at = at.start;
    if verb.leads_to_accused(link) {
        // "Bore the hallmarks of a professional job" names nobody.
        let agent = phrase_after(doc, sentence, next + 1)
            .filter(|who| !done_by || !doc.is(who.start, Class::Indefinite))?;
        // "The rescue after the attack was the work of": the head alone.
        let governs = |i: &usize| doc.is(*i, Class::Preposition);
        let head = before.clone().find(governs).filter(|_| done_by);
        let act = named_act(scene, &(before.start..head.unwrap_or(before.end)))?;
        return Some(Parts {
            agent,
            accuser,
            act: Some(act),
            said_at,
        });
    }
    if !verb.leads_to_act(link) {
        return None;
    }
    let act = act_after(scene, sentence, next + 1)?;
    Some(Parts {
        agent: before,
        accuser,
        act: Some(act),
        said_at,
    })
}

/// "Y accused X of killing six", "Y blamed the raid on X".
fn active(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    verb: &Accusation,
) -> Option<Parts> {
    let doc = scene.doc;
    // "The suspected killer", "one of those accused" hold nobody responsible.
    let noun = at.start > sentence.tokens.start
        && doc.is_any(
            at.start - 1,
            &[Class::Determiner, Class::Possessive, Class::Preposition],
        );
    let accuser = subject(doc, sentence, at.start).filter(|t| is_party(doc, scene.marks, t));
    if noun || accuser.is_none() && verb.rung != Certainty::Accused {
        return None;
    }
    let limit = sentence.tokens.end.min(at.end + REACH);
    let onto_any = verb.leads_to_accused("on") && accuser.is_some();
    // "Which Syria blamed on Israel": the act stands before the verb.
    let onto = verb.leads_to_accused(doc.word(at.end).text.as_ref());
    let passive = at.start > sentence.tokens.start && doc.is(at.start - 1, Class::Be);
    if let Some(act) =
        told_of(scene, sentence, at.start).filter(|_| onto && (passive || accuser.is_some()))
    {
        let agent = phrase_after(doc, sentence, at.end + 1)?;
        let verb = agent.clone().find(|i| may_be_verb(doc, *i));
        let agent = agent.start..verb.unwrap_or(agent.end);
        return Some(Parts {
            said_at: agent.start,
            agent,
            accuser,
            act: Some(act),
        });
    }
    for link in at.end + 1..limit {
        let ends = doc.is_kind(link, TokenKind::Mark) && doc.str(link) != "-";
        if ends || doc.is(link, Class::ClauseBreak) {
            break;
        }
        let word = doc.word(link).text.as_ref();
        // "Of being", "of helping": what follows is what they are accused of, whether it is a deed or not.
        let last = verb.leads_to_act(word) && is_gerund(doc, link + 1);
        if verb.leads_to_act(word)
            && let Some(act) = act_after(scene, sentence, link + 1)
        {
            let agent = at.end..link;
            return Some(Parts {
                agent,
                accuser,
                act: Some(act),
                said_at: at.end,
            });
        }
        if last {
            return None;
        }
        if verb.leads_to_accused(word)
            && let Some(act) = named_act(scene, &(at.end..link))
        {
            let agent = phrase_after(doc, sentence, link + 1)?;
            let said_at = agent.start;
            return Some(Parts {
                agent,
                accuser,
                act: Some(act),
                said_at,
            });
        }
    }
    bare(scene, sentence, at.end)
        .filter(|_| onto_any)
        .map(|agent| Parts {
            said_at: agent.start,
            agent,
            accuser,
            act: None,
        })
}

/// "Blamed the Northern Front": a name behind the verb that ends its clause.
fn bare(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let agent = phrase_after(doc, sentence, from)?;
    let capital = |i: usize| doc.is_capital(i) && !sentence.shouted;
    let named = doc.is(agent.start, Class::Definite) && agent.len() > 2;
    let name = agent.start + 1..agent.end;
    let ends = agent.end == sentence.tokens.end || matches!(doc.str(agent.end), "." | "," | ";");
    (named && ends && name.into_iter().all(capital)).then_some(agent)
}

/// "The strike, which Syria blamed on Israel": the act that the clause of a verb tells of.
fn told_of(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Option<Act> {
    let doc = scene.doc;
    let first = sentence.tokens.start.max(verb.saturating_sub(REACH));
    let relative = (first..verb).rev().find(|i| doc.is(*i, Class::Relative))?;
    let end = relative - usize::from(relative > first && doc.str(relative - 1) == ",");
    act_at(scene, end.checked_sub(1).filter(|noun| *noun >= first)?)
}

/// The noun phrase before a passive: "the guards" of "the guards were accused", "one of the guards accused". It begins
/// behind the last verb, and where no auxiliary tells a subject, with its determiner.
fn accused_before(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let whole = subject(doc, sentence, verb)?;
    let reduced = whole.end == verb || doc.is(whole.end, Class::Relative);
    let breaks = [Class::Be, Class::Have, Class::Modal, Class::Relative];
    let cut = whole.clone().rev().find(|i| {
        let stops = doc.is_any(*i, &breaks) || reduced && doc.is(*i, Class::Preposition);
        stops || reduced && doc.is(*i, Class::Determiner)
    });
    let start = cut.map_or(whole.start, |i| {
        i + usize::from(!doc.is(i, Class::Determiner))
    });
    (start < whole.end).then_some(start..whole.end)
}

/// "being", "helping": a verb that takes up the subject before.
fn is_gerund(doc: &Doc<'_>, i: usize) -> bool {
    let ending = doc.lexicon.endings().participle.as_str();
    doc.is(i, Class::Be) || doc.str(i).to_ascii_lowercase().ends_with(ending)
}

/// The act right behind its link: "killing six", "the attack", "being behind Sunday's raid". "Failing to stop the
/// killing" is none.
pub(super) fn act_after(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Option<Act> {
    let doc = scene.doc;
    let mut plain = true;
    for i in from..sentence.tokens.end.min(from + ACT_REACH) {
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
    }
    None
}

/// The act that a noun phrase names: "the raid".
fn named_act(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Act> {
    tokens.clone().find_map(|i| act_at(scene, i))
}

/// The act that a noun names.
fn act_at(scene: &Scene<'_>, i: usize) -> Option<Act> {
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

/// Who did it behind "by", in the clause of a passive verb that ends before `from`: "were shot dead by police".
pub(super) fn agent_behind(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    from: usize,
) -> Option<Range<usize>> {
    let limit = sentence.tokens.end.min(from + REACH);
    let verb = |i: usize| doc.word(i).triggers.iter().any(|t| !t.frame.is_noun());
    let by = (from..limit)
        .take_while(|i| !doc.is_kind(*i, TokenKind::Mark) && !verb(*i))
        .take_while(|i| !doc.is_any(*i, &[Class::ClauseBreak, Class::Coordinator, Class::Cue]))
        .find(|i| doc.is(*i, Class::By))?;
    let who = phrase_after(doc, sentence, by + 1)?;
    let tool = marks
        .within(&who)
        .any(|mark| matches!(mark.tag, Tag::Kind(Listing::Means, _)) && mark.end <= who.end);
    (!tool && is_party(doc, marks, &who)).then_some(who)
}

/// Can these words act: a group the lexicon knows, people, an institution, a name?
pub(super) fn is_party(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    let Some(last) = tokens
        .end
        .checked_sub(1)
        .filter(|last| *last >= tokens.start)
    else {
        return false;
    };
    if tokens.len() == 1 && doc.is(last, Class::Pronoun) || doc.is(tokens.start, Class::None) {
        return false;
    }
    let calendar = [Class::Weekday, Class::Month, Class::PlaceKind];
    let name = doc.is_capital(last)
        && doc.is_kind(last, TokenKind::Word)
        && !doc.is_any(last, &calendar)
        && doc.word(last).triggers.is_empty();
    name || side_of(doc, marks, tokens).is_some()
        || tokens.clone().any(|i| {
            doc.word(i).person.is_some() || doc.is_any(i, &[Class::SourceNoun, Class::Organisation])
        })
}

fn is_unreal(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    is_planned(doc, sentence, verb) || is_negated(doc, sentence, verb)
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
