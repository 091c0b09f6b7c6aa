//! Who takes or denies responsibility: "X claimed responsibility", "the raid was claimed by X", "X denied on Monday that its
//! fighters had carried out the raid", "rejecting the claim that it was behind it".

use std::ops::Range;

use super::blame::{
    ACT_REACH, Blame, CLAIMED, DENIED, act_after, is_negated, is_party, is_planned,
};
use super::counts::Scene;
use super::happenings::{phrase_after, subject};
use super::sources::{is_that, looks_past, source_of};
use super::steps::is_adverb;
use crate::lexicon::{Class, Cue, Owning, Tag, TimeWord};
use crate::model::Certainty;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens of an aside between a subject and its verb.
const ASIDE: usize = 16;

/// The most tokens of a time or an addressee between "denied" and "that": "denied to reporters on Monday that".
const TOLD_WHEN: usize = 6;

/// The most tokens of a short name in brackets.
const BRACKET: usize = 4;

/// The most tokens of what is denied, before its "that": "the army's repeated claims that".
const CLAIM: usize = 5;

/// Who takes or denies responsibility by the words at `at`.
pub(super) fn owned(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    match owning {
        Owning::Deed | Owning::DeedGerund => own_deed(scene, sentence, at, owning),
        Owning::ClaimedByNone => Some(Blame {
            denied: true,
            ..blame(CLAIMED, at.clone())
        }),
        Owning::Claims | Owning::ClaimedBy | Owning::Denies => told(scene, sentence, at, owning),
    }
}

/// Words that say it without a deed: "claimed responsibility", "was claimed by", "denied involvement".
fn told(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    let doc = scene.doc;
    let denies = owning == Owning::Denies;
    let negated = is_negated(doc, sentence, at.start);
    // "Claimed the attack was planned": what is claimed is a clause.
    let clause = owning == Owning::Claims
        && doc.is_any(at.end, &[Class::Be, Class::Have, Class::Modal, Class::Cue]);
    if is_planned(doc, sentence, at.start) || negated && denies || clause {
        return None;
    }
    let who = match owning {
        Owning::ClaimedBy => phrase_after(doc, sentence, at.end)?,
        _ => who_before(scene, sentence, at.start)?,
    };
    // "No group", "neither the rebels nor the army".
    let nobody = doc.is_any(who.start, &[Class::None, Class::Negation]);
    if nobody && owning != Owning::Claims || !nobody && !is_party(doc, scene.marks, &who) {
        return None;
    }
    let predicate = if denies { DENIED } else { CLAIMED };
    Some(Blame {
        accuser: (!nobody && !negated).then(|| who.clone()),
        agent: (!nobody).then_some(who),
        denied: nobody || negated,
        ..blame(predicate, at.clone())
    })
}

/// "Said it was behind the bombing", "denied that its men had planted it": the words at `at` are the deed.
fn own_deed(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    let doc = scene.doc;
    let verb = match owning {
        Owning::DeedGerund => cue_ending(scene, sentence, at.start).filter(|cue| cue.denies)?,
        _ => cue_of_own(scene, sentence, at.start)?,
    };
    let start = verb.tokens.start;
    if is_planned(doc, sentence, start) || is_negated(doc, sentence, start) {
        return None;
    }
    let who = who_before(scene, sentence, start)?;
    // "Denied that it was behind schedule" is no deed; "behind it", "behind the operation" are.
    let object = [Class::Definite, Class::Neuter, Class::Pronoun];
    let deed =
        has_deed_behind(scene, sentence, at.end) || verb.denies && doc.is_any(at.end, &object);
    let own = deed && (verb.denies || may_own(scene, &who));
    if !own || !is_party(doc, scene.marks, &who) || doc.is(who.start, Class::Negation) {
        return None;
    }
    let predicate = if verb.denies { DENIED } else { CLAIMED };
    let made = blame(predicate, start..at.end);
    Some(Blame {
        accuser: Some(who.clone()),
        agent: Some(who),
        // That it denies is not among what it denies.
        said_at: match verb.denies {
            true => verb.tokens.end - 1,
            false => made.said_at,
        },
        ..made
    })
}

/// What all of them have in common.
fn blame(predicate: &'static str, trigger: Range<usize>) -> Blame {
    Blame {
        predicate,
        said_at: trigger.end - 1,
        trigger,
        accuser: None,
        agent: None,
        act: None,
        rung: match predicate {
            DENIED => Certainty::Reported,
            _ => Certainty::Claimed,
        },
        denied: false,
    }
}

/// A verb of saying or of denying.
struct Spoken {
    tokens: Range<usize>,
    denies: bool,
}

/// The verb whose subject speaks of itself as the doer of the deed that begins at `deed`.
fn cue_of_own(scene: &Scene<'_>, sentence: &Sentence, deed: usize) -> Option<Spoken> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let adverbs = (first..deed).rev().take_while(|i| is_adverb(doc, *i));
    let end = own_subject(doc, first, deed - adverbs.count())?;
    let that = end > first && is_that(doc, end - 1);
    let end = end - usize::from(that);
    if that && end > first && doc.word(end - 1).speech.noun.is_some() {
        return denied_claim(scene, sentence, end);
    }
    let from = first.max(end.saturating_sub(if that { TOLD_WHEN } else { 0 }));
    let between = |i: usize| {
        (i..end).all(|i| doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak))
    };
    (from..=end)
        .rev()
        .take_while(|i| between(*i))
        .find_map(|i| cue_ending(scene, sentence, i))
}

/// Where "it", "they", "its fighters" begins, if it ends just before `end`.
fn own_subject(doc: &Doc<'_>, first: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    if doc.is(last, Class::Pronoun) && !doc.is(last, Class::Relative) {
        return Some(last);
    }
    let owner = |i: &usize| doc.is(*i, Class::Possessive) && !doc.is(*i, Class::Relative);
    (first.max(end.saturating_sub(3))..last).rev().find(owner)
}

/// "Rejected the claim that it": a verb of denying, and a noun of what is said that ends just before `end`.
fn denied_claim(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> Option<Spoken> {
    let doc = scene.doc;
    let from = sentence.tokens.start.max(end.saturating_sub(CLAIM));
    let owner = |i: usize| matches!(doc.str(i), "'" | "’");
    let word = |i: usize| doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak);
    let plain = |i: &usize| owner(*i) || word(*i);
    let mut before = (from..end).rev().take_while(plain);
    before.find_map(|i| cue_ending(scene, sentence, i).filter(|cue| cue.denies))
}

/// The verb of saying or of denying that ends just before `end`.
fn cue_ending(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> Option<Spoken> {
    let within = |start: usize| start >= sentence.tokens.start;
    let marks = scene.marks.ending_at(end).filter(|m| within(m.start));
    marks.into_iter().find_map(|mark| {
        let denies = match mark.tag {
            Tag::CueVerb(Cue::Denied | Cue::Refused) => true,
            Tag::CueVerb(Cue::Reported | Cue::Claimed) => false,
            _ => return None,
        };
        Some(Spoken {
            tokens: mark.start..mark.end,
            denies,
        })
    })
}

/// Whoever claims or denies with the verb at `verb`.
fn who_before(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let verb = past_day_before(doc, sentence, verb);
    // "The Red Dawn Front (RDF) claimed".
    let bracket = verb.checked_sub(1).filter(|i| doc.str(*i) == ")");
    let open =
        bracket.and_then(|end| (end.saturating_sub(BRACKET)..end).find(|i| doc.str(*i) == "("));
    let verb = open.filter(|i| *i > sentence.tokens.start).unwrap_or(verb);
    // "The Front, denying that it": the verb belongs to the subject before the comma.
    let comma = verb.checked_sub(1).filter(|i| doc.str(*i) == ",");
    let gerund = comma.filter(|_| doc.str(verb).ends_with(&doc.lexicon.endings().participle));
    let who = subject(doc, sentence, verb)
        .or_else(|| past_aside(doc, sentence, verb))
        .or_else(|| subject(doc, sentence, gerund?))?;
    let last = who.end.checked_sub(1)?;
    // "The Front issued a statement denying that it": whose statement it is.
    let paper = doc.word(last).speech.noun.is_some() && doc.word(last).person.is_none();
    let issuer = |i: usize| {
        let verb = doc.is(i, Class::Cue) || looks_past(doc, i);
        verb.then(|| subject(doc, sentence, i)).flatten()
    };
    match paper {
        true => (sentence.tokens.start..who.start).rev().find_map(issuer),
        false => Some(who),
    }
}

/// "Behind the bombing", "planted a bomb": a deed, or what it was done with.
fn has_deed_behind(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> bool {
    let doc = scene.doc;
    let ends = [Class::Preposition, Class::ClauseBreak, Class::Coordinator];
    let object = (from..sentence.tokens.end.min(from + ACT_REACH))
        .take_while(|i| doc.is_kind(*i, TokenKind::Word) && !doc.is_any(*i, &ends))
        .count();
    let object = from..from + object;
    let mut marks = scene.marks.within(&object);
    act_after(scene, sentence, from).is_some() || marks.any(|m| matches!(m.tag, Tag::Means(_)))
}

/// May a group speak of its own deed? Police, rescuers and witnesses who say "he was behind it" speak of others.
fn may_own(scene: &Scene<'_>, who: &Range<usize>) -> bool {
    let kind = source_of(scene.doc, scene.marks, who, who).kind;
    !scene.doc.lexicon.speaks_of_others(&kind)
}

/// "The Front, which was formed in May, claimed": the subject before what two commas set off.
fn past_aside(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let first = sentence.tokens.start;
    let comma = |i: usize| doc.str(i) == ",";
    let auxiliary = |i: &usize| doc.is_any(*i, &[Class::Have, Class::Adverb, Class::Be]);
    let end = verb - (first..verb).rev().take_while(auxiliary).count();
    let closed = end.checked_sub(1).filter(|i| *i > first && comma(*i))?;
    let from = first.max(closed.saturating_sub(ASIDE));
    let opened = (from..closed).rev().find(|i| comma(*i))?;
    // "Named after a saint", "formerly the Dawn Front": another aside.
    let aside = |i: usize| doc.is_any(i, &[Class::Adverb, Class::Cue]) || looks_past(doc, i);
    subject(doc, sentence, opened).filter(|who| !aside(who.start))
}

/// "The group on Wednesday claimed": where the words before the day end.
fn past_day_before(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> usize {
    let first = sentence.tokens.start;
    let day = verb.checked_sub(1).filter(|i| {
        let near = matches!(doc.word(*i).time, Some(TimeWord::Day(_)));
        *i > first && (near || doc.is(*i, Class::Weekday))
    });
    let governed = |day: usize| usize::from(doc.is(day - 1, Class::Preposition));
    day.map_or(verb, |day| day - governed(day))
}

#[cfg(test)]
#[path = "owned_tests.rs"]
mod tests;
