//! The parts of an accusation: who is accused, by whom, and of what.

use std::ops::Range;

use super::agents::{is_party, with_its_group};
use super::blame::{Act, REACH, act_after, act_at, is_gerund, named_act};
use super::counts::Scene;
use super::happenings::{phrase_after, subject};
use super::sources::may_be_verb;
use crate::lexicon::{Accusation, Class};
use crate::model::Certainty;
use crate::text::{Doc, Sentence, TokenKind};

/// "The rescue was carried out by the navy" blames nobody.
fn does_harm(doc: &Doc<'_>, act: Act) -> bool {
    doc.lexicon.predicate(act.predicate).harm || doc.lexicon.deed() == Some(act.predicate)
}

/// The parts of an accusation.
pub(super) struct Parts {
    pub(super) agent: Range<usize>,
    pub(super) accuser: Option<Range<usize>>,
    /// None where the text leaves it to what it has told: "police blamed the Northern Front".
    pub(super) act: Option<Act>,
    pub(super) said_at: usize,
}

/// "X was accused (by Y) of killing six", "the raid was blamed on X": what is said stands before the verb.
pub(super) fn passive(
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
    // "The Front, allied with the League, committed": the aside has no part in it.
    if comma > 0 && verb.rung == Certainty::Fact {
        return None;
    }
    let blamed = || by_deed(scene, sentence, (&before, next), done_by);
    if let Some((agent, act)) = verb.leads_to_accused(link).then(blamed).flatten() {
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
    // "The battalion, which the committee accused of": the committee accuses.
    if let Some(agent) = before_relative(doc, sentence, &before) {
        return Some(Parts {
            agent,
            accuser: Some(before),
            act: Some(act),
            said_at,
        });
    }
    // "Was involved in the rescue", "committed the crime".
    let harm = doc.lexicon.predicate(act.predicate).harm;
    if verb.of_killing && !harm || verb.rung == Certainty::Fact && !does_harm(doc, act) {
        return None;
    }
    Some(Parts {
        agent: before,
        accuser,
        act: Some(act),
        said_at,
    })
}

/// "The raid was blamed on X", "was carried out by X": the deed before the verb, and who did it behind the link at `next`.
fn by_deed(
    scene: &Scene<'_>,
    sentence: &Sentence,
    (before, next): (&Range<usize>, usize),
    done_by: bool,
) -> Option<(Range<usize>, Act)> {
    let doc = scene.doc;
    // "Bore the hallmarks of a professional job" names nobody.
    let agent = phrase_after(doc, sentence, next + 1)
        .map(|who| before_verb(doc, who))
        .filter(|who| !done_by || !doc.is(who.start, Class::Indefinite))?;
    let ends = |i: &usize| doc.is_any(*i, &[Class::Preposition, Class::ClauseBreak]);
    let head = before.clone().find(ends).filter(|_| done_by);
    let head = head.unwrap_or(before.end);
    let governs = [Class::Preposition, Class::Temporal];
    let whole = before.start == sentence.tokens.start || !doc.is_any(before.start - 1, &governs);
    let act = named_act(scene, &(before.start..head))?;
    // "The rescue after the attack was the work of", "the murder investigation was carried out by": the head alone.
    let told = !done_by || whole && does_harm(doc, act) && act.at + 1 == head;
    told.then(|| (with_its_group(doc, sentence, agent), act))
}

/// "Y accused X of killing six", "Y blamed the raid on X".
pub(super) fn active(
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
    // "Those who blame the Front are lying".
    let whoever = at.start > sentence.tokens.start + 1
        && doc.is(at.start - 1, Class::Relative)
        && doc.is_any(at.start - 2, &[Class::Pronoun, Class::Determiner]);
    if noun || whoever || accuser.is_none() && verb.rung != Certainty::Accused {
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
    let found = linked(scene, sentence, (at.end, limit), verb)?;
    if let Some((agent, act)) = found {
        return Some(Parts {
            said_at: agent.start,
            agent,
            accuser,
            act: Some(act),
        });
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

/// Who is accused and of what, behind a verb that ends at `from`; the inner none where no word leads from one to the other, the
/// outer one where the accusation is of something else.
fn linked(
    scene: &Scene<'_>,
    sentence: &Sentence,
    (from, limit): (usize, usize),
    verb: &Accusation,
) -> Option<Option<(Range<usize>, Act)>> {
    let doc = scene.doc;
    for link in from + 1..limit {
        // "Accused Omar Dahl, a former guard, of the bombing".
        let behind = behind_aside(doc, sentence, link);
        let behind = behind.filter(|at| verb.leads_to_act(doc.word(*at).text.as_ref()));
        if let Some(act) = behind.and_then(|at| act_after(scene, sentence, at + 1)) {
            return Some(Some((from..link, act)));
        }
        let ends = doc.is_kind(link, TokenKind::Mark) && doc.str(link) != "-";
        if ends || doc.is(link, Class::ClauseBreak) {
            break;
        }
        let word = doc.word(link).text.as_ref();
        if verb.leads_to_act(word) {
            if let Some(act) = act_after(scene, sentence, link + 1) {
                return Some(Some((from..link, act)));
            }
            // "Of being", "of helping": what follows is what they are accused of, whether it is a deed or not.
            if is_gerund(doc, link + 1) {
                return None;
            }
        }
        let named = || named_act(scene, &(from..link));
        if let Some(act) = verb.leads_to_accused(word).then(named).flatten() {
            let agent = phrase_after(doc, sentence, link + 1)?;
            // "Blamed the attack on the mill on rebels".
            if is_party(doc, scene.marks, &agent) {
                return Some(Some((with_its_group(doc, sentence, agent), act)));
            }
        }
    }
    Some(None)
}

/// What stands behind an aside that a comma opens: "Omar Dahl, a former guard, of".
fn behind_aside(doc: &Doc<'_>, sentence: &Sentence, comma: usize) -> Option<usize> {
    let within = comma + 1..sentence.tokens.end.min(comma + REACH);
    let describes = doc.str(comma) == ","
        && (doc.is(comma + 1, Class::Determiner) || doc.is_kind(comma + 1, TokenKind::Number));
    let verb = |i: usize| doc.is_any(i, &[Class::Be, Class::Have, Class::Modal, Class::Cue]);
    let mut aside = within.take_while(|i| !verb(*i));
    let closes = aside.find(|i| doc.str(*i) == ",").filter(|_| describes)?;
    Some(closes + 1)
}

/// "The Northern Front" of "blamed on the Northern Front killed six".
fn before_verb(doc: &Doc<'_>, who: Range<usize>) -> Range<usize> {
    let verb = |i: &usize| doc.word(*i).triggers.iter().any(|t| !t.frame.is_noun());
    let end = who.clone().skip(1).find(verb).unwrap_or(who.end);
    who.start..end
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

/// The noun phrase before "which", where the words behind it are the subject of the verb.
fn before_relative(
    doc: &Doc<'_>,
    sentence: &Sentence,
    subject_of_verb: &Range<usize>,
) -> Option<Range<usize>> {
    let relative = subject_of_verb.start.checked_sub(1)?;
    let opens = doc.lexicon.is_object_relative(&doc.word(relative).text);
    let comma = usize::from(relative > sentence.tokens.start && doc.str(relative - 1) == ",");
    let whole = subject(doc, sentence, relative - comma).filter(|_| opens)?;
    // "The charges against three officers, whom it accused of": the officers.
    let of_body = doc.lexicon.is_of_body(&doc.word(relative).text);
    let governs = |i: &usize| doc.is(*i, Class::Preposition) && (of_body || !doc.is(*i, Class::Of));
    let start = whole
        .clone()
        .rev()
        .find(governs)
        .map_or(whole.start, |i| i + 1);
    (start < whole.end).then_some(start..whole.end)
}

/// The noun phrase before a passive: "the guards" of "the guards were accused", "one of the guards accused". It begins
/// behind the last verb, and where no auxiliary tells a subject, with its determiner.
fn accused_before(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let whole = subject(doc, sentence, verb)?;
    // "Was carried out" brings its auxiliary along.
    let finite = doc.is_any(verb, &[Class::Be, Class::Have]);
    let reduced = whole.end == verb && !finite || doc.is(whole.end, Class::Relative);
    let breaks = [Class::Be, Class::Have, Class::Modal, Class::Relative];
    let cut = whole.clone().rev().find(|i| {
        let stops = doc.is_any(*i, &breaks) || reduced && doc.is(*i, Class::Preposition);
        stops || reduced && doc.is(*i, Class::Determiner)
    });
    let start = cut.map_or(whole.start, |i| {
        i + usize::from(!doc.is(i, Class::Determiner))
    });
    // "You did not know who had ordered it".
    let asks = |i: usize| doc.is_any(i, &[Class::Do, Class::Negation, Class::Cue]);
    let told = !(start..whole.end).any(asks) || !doc.is(whole.end, Class::Relative);
    (start < whole.end && told).then_some(start..whole.end)
}
