//! Who denies what another has just said, in a clause or sentence of its own: "The rebels said 14 had died. The army denied
//! the claim", "…; the army said this was untrue".

use std::ops::Range;

use super::super::Marks;
use super::frames::closes_words;
use super::{Attribution, Scene, nominal, phrase, who};
use crate::lexicon::{Class, Cue, Found, Tag};
use crate::model::{PassageKind, Source, UNRESOLVED};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from "said" to "the claim was untrue".
const REACH: usize = 8;

/// The most tokens from whose claim it is to "is untrue".
const CLAIM_REACH: usize = 16;

/// The least tokens of a clause that tells what is denied behind it.
const CLAUSE: usize = 3;

/// Puts each denial with the sentence whose claims it denies, as an attribution that disputes them.
pub(in super::super) fn rebut(doc: &Doc<'_>, marks: &Marks, all: &mut [Vec<Attribution>]) {
    for (at, sentence) in doc.sentences.iter().enumerate() {
        if doc.kind_of(sentence) == PassageKind::Boilerplate {
            continue;
        }
        let scene = Scene {
            doc,
            marks,
            sentence,
        };
        for mark in marks.within(&sentence.tokens) {
            let Some(rebuttal) = rebuttal(&scene, &mark, &all[at]) else {
                continue;
            };
            let own = sentence.tokens.start..clause_end(doc, sentence, rebuttal.frame.start);
            if let Some(denied) = rebuttal.within.clone() {
                put((doc, sentence), &mut all[at], denied, rebuttal);
            } else if own.len() >= CLAUSE {
                put((doc, sentence), &mut all[at], own, rebuttal);
            } else if let Some(before) = at.checked_sub(1)
                && doc.sentences[before].passage == sentence.passage
            {
                let whole = &doc.sentences[before];
                let denied = whole.tokens.clone();
                put((doc, whole), &mut all[before], denied, rebuttal);
            }
        }
    }
}

/// Who denies, from the nearest source to the origin, none for the outlet itself; and the words that do.
struct Rebuttal {
    chain: Vec<Source>,
    frame: Range<usize>,
    /// What is denied, where that stands within the words that do so.
    within: Option<Range<usize>>,
}

/// The denial whose verb, or whose "untrue", stands at a mark.
fn rebuttal(scene: &Scene<'_>, mark: &Found, own: &[Attribution]) -> Option<Rebuttal> {
    let at = mark.start..mark.end;
    let object = |end: usize| said_before(scene, end);
    let end = match mark.tag {
        // "The army denied it", but not "denied it was involved"; who rejects "it" may reject a truce.
        Tag::CueVerb(cue @ (Cue::Denied | Cue::Refused)) => object(at.end).filter(|end| {
            if *end == at.end + 1 && cue == Cue::Refused {
                is_dismissed(scene, *end)
            } else {
                !scene.doc.is(*end, Class::Be)
            }
        })?,
        // "The army called the claim baseless", but not "called it wrong that troops stayed".
        Tag::Called if object(at.end).is_none() => return called(scene, &at),
        Tag::Called => {
            let mut verdict = scene.marks.starting_at(object(at.end)?);
            let end = verdict.find(|m| m.tag == Tag::Falsehood)?.end;
            Some(end).filter(|end| !super::is_that(scene.doc, *end))?
        }
        // "The army said it was not true that troops had left" denies that, and nothing told before.
        Tag::Rejected if super::is_that(scene.doc, at.end) => return None,
        Tag::Rejected => return untrue(scene, at, own),
        _ => return None,
    };
    let source = phrase::source_before(scene, at.start, false)?;
    let frame = source.start..end;
    let pronoun = scene.doc.is(source.start, Class::Pronoun);
    let source = who::source_of(scene.doc, scene.marks, &source, &at);
    (!pronoun && !is_private(&source)).then(|| Rebuttal {
        chain: vec![source],
        frame,
        within: None,
    })
}

/// "The minister described claims that 300 had died as false": what is called so, up to the verdict that closes the sentence.
fn called(scene: &Scene<'_>, at: &Range<usize>) -> Option<Rebuttal> {
    let (doc, end) = (scene.doc, scene.sentence.tokens.end);
    let closes = |m: &Found| m.end >= end || doc.is_kind(m.end, TokenKind::Mark);
    let rest = at.end..end;
    let verdict = scene
        .marks
        .within(&rest)
        .find(|m| m.tag == Tag::Falsehood && closes(m))?;
    let said = nominal::names_a_report(scene, at.end);
    let source = phrase::source_before(scene, at.start, false).filter(|_| said)?;
    let pronoun = doc.is(source.start, Class::Pronoun);
    let frame = source.start..at.end;
    let source = who::source_of(doc, scene.marks, &source, at);
    (!pronoun && !is_private(&source)).then(|| Rebuttal {
        chain: vec![source],
        frame,
        within: Some(at.end..verdict.start),
    })
}

/// "Dismissed this as propaganda": what is dismissed so was said.
fn is_dismissed(scene: &Scene<'_>, from: usize) -> bool {
    let mut verdict = scene.marks.starting_at(from + 1);
    scene.doc.is(from, Class::Temporal) && verdict.any(|m| m.tag == Tag::Falsehood)
}

/// "The army said this was untrue", "the rebels' claim that fourteen died is untrue, the army said": whose word it is that
/// what was said is not so.
fn untrue(scene: &Scene<'_>, at: Range<usize>, own: &[Attribution]) -> Option<Rebuttal> {
    let from = scene
        .sentence
        .tokens
        .start
        .max(at.start.saturating_sub(REACH));
    let again = (from..at.start).any(|i| said_before(scene, i) == Some(at.start));
    let speaks = |a: &&Attribution| !a.inner && a.covers(at.start);
    let spoken = own.iter().filter(speaks).max_by_key(|a| a.frame.start);
    if again {
        let spoken = spoken.filter(|a| a.frame.end <= at.start)?;
        let pronoun = scene.doc.is(spoken.frame.start, Class::Pronoun);
        let told = !pronoun && !spoken.chain.iter().any(is_private);
        return told.then(|| Rebuttal {
            chain: spoken.chain.clone(),
            frame: spoken.frame.start..at.end,
            within: None,
        });
    }
    let claimed = |a: &Attribution| {
        a.inner && !a.chain.is_empty() && at.start.checked_sub(1).is_some_and(|last| a.covers(last))
    };
    let near = |a: &Attribution| at.start - a.frame.end.min(at.start) <= CLAIM_REACH;
    own.iter().any(|a| claimed(a) && near(a)).then(|| Rebuttal {
        chain: spoken.map(|a| a.chain.clone()).unwrap_or_default(),
        frame: at,
        within: None,
    })
}

/// Who is accused denies the deed, not what came of it.
fn is_private(source: &Source) -> bool {
    matches!(
        source.kind.as_str(),
        "person" | "relative" | "public" | UNRESOLVED
    )
}

/// One past "it", "this", "the claim", where nothing behind tells which claim is meant.
fn said_before(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let doc = scene.doc;
    let ends = |i: usize| {
        i >= scene.sentence.tokens.end
            || doc.is_kind(i, TokenKind::Mark)
            || doc.is_any(
                i,
                &[
                    Class::ClauseBreak,
                    Class::Coordinator,
                    Class::Be,
                    Class::Preposition,
                ],
            )
            || doc.is(i, Class::Adverb)
            || scene.marks.starting_at(i).any(|m| m.tag == Tag::Falsehood)
    };
    let pronoun = doc.is(at, Class::Neuter)
        || doc.is_any(at, &[Class::Definite]) && doc.is(at, Class::Pronoun);
    if pronoun && ends(at + 1) && !doc.is(at + 1, Class::Of) {
        return Some(at + 1);
    }
    let owned = doc.is_any(at, &[Class::Definite, Class::Possessive]);
    let is_noun = |i: usize| {
        let mut marks = scene.marks.starting_at(i);
        marks.find(|m| m.tag == Tag::SaidBefore).map(|m| m.end)
    };
    let noun = is_noun(at + 1).or_else(|| is_noun(at + 2));
    let told = |i: usize| doc.is_any(i, &[Class::Of, Class::By]) || super::is_that(doc, i);
    noun.filter(|end| owned && ends(*end) && !told(*end))
}

/// Where the clause before a denial that begins at `start` ends: before its "but", ";" and commas.
fn clause_end(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> usize {
    let joins = |i: &usize| {
        closes_words(doc, *i)
            || doc.str(*i) == ";"
            || doc.is_any(*i, &[Class::Contrast, Class::Coordinator, Class::Adverb])
    };
    let before = (sentence.tokens.start..start).rev().take_while(joins);
    start - before.count()
}

/// What others are cited for there is denied by whom the rebuttal names. A clause that tells when or who is no part of it;
/// and where nobody is cited, only a "but" makes it a denial of what the outlet says.
fn put(
    (doc, sentence): (&Doc<'_>, &Sentence),
    to: &mut Vec<Attribution>,
    denied: Range<usize>,
    rebuttal: Rebuttal,
) {
    let is_own = |a: &Attribution| {
        let mut texts = a.chain.iter().map(|s| &s.text);
        texts.any(|text| {
            let mut own = rebuttal.chain.iter();
            own.any(|source| text.eq_ignore_ascii_case(&source.text))
        })
    };
    let cited = |a: &&Attribution| !a.disputes && a.frame.end <= denied.end;
    let cited = to.iter().filter(cited).max_by_key(|a| a.frame.end);
    let but = (denied.end..sentence.tokens.end)
        .take_while(|i| !doc.is_kind(*i, TokenKind::Word) || doc.is(*i, Class::Contrast))
        .any(|i| doc.is(i, Class::Contrast));
    let scope = match cited {
        Some(a) if is_own(a) => return,
        Some(a) => a
            .scope
            .clone()
            .map(|said| said.start..said.end.min(denied.end)),
        None if but => [denied.clone(), denied.end..denied.end],
        None => return,
    };
    let aside = |i: &usize| {
        doc.is(*i, Class::Relative) && !super::is_that(doc, *i)
            || doc.is(*i, Class::Temporal) && doc.is(*i, Class::Preposition)
    };
    let told = |said: Range<usize>| {
        let end = said.clone().find(aside).unwrap_or(said.end.max(said.start));
        said.start..end
    };
    to.push(Attribution {
        scope: scope.map(told),
        chain: rebuttal.chain,
        cue: Cue::Denied,
        frame: rebuttal.frame,
        inner: false,
        disputes: true,
    });
}
