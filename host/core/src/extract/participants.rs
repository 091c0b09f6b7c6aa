//! Who took part in a deed and who only stands by those who did: "the League was among the attackers", "groups allied
//! with the League".

use std::ops::Range;

use super::counts::Scene;
use super::people::side_of;
use crate::lexicon::{Class, Found, Tag, Taking};
use crate::model::Extent;
use crate::text::{Doc, Sentence, TokenKind};

/// A named group with the part it has.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// "took-part", "allied".
    pub(super) predicate: &'static str,
    /// The words that say so.
    pub(super) trigger: Range<usize>,
    /// The group.
    pub(super) agent: Range<usize>,
}

/// The most tokens from the words to the groups of a list before them.
const LIST_REACH: usize = 40;

/// The most tokens from the words to what stands behind them.
const REACH: usize = 6;

/// Every group of a sentence that is said to have a part, by position.
pub(super) fn parts(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Part> {
    let mut found = Vec::new();
    for mark in scene.marks.within(&sentence.tokens) {
        let at = mark.start..mark.end;
        match mark.tag {
            Tag::Takes(Taking::Among) if fighters_follow(scene, sentence, at.end) => {
                found.extend(before(scene, sentence, &at));
            }
            Tag::Takes(Taking::Part) if deed_follows(scene.doc, sentence, at.end) => {
                found.extend(before(scene, sentence, &at));
            }
            Tag::Takes(Taking::Allied) => found.extend(behind(scene, sentence, &at)),
            _ => {}
        }
    }
    found
}

/// "among the opposition fighters", "among the attackers".
fn fighters_follow(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> bool {
    let doc = scene.doc;
    let near = from..sentence.tokens.end.min(from + REACH);
    let phrase =
        near.take_while(|i| !doc.is_kind(*i, TokenKind::Mark) && !doc.is(*i, Class::Preposition));
    phrase.into_iter().any(|i| {
        let role = doc
            .word(i)
            .person
            .as_ref()
            .map(|person| person.role.as_str());
        let fights = |role: &str| {
            let all = ["combatant", "attacker"].into_iter();
            let within = |wider| doc.lexicon.relate_roles(role, wider);
            all.map(within)
                .any(|e| matches!(e, Extent::Same | Extent::Subset))
        };
        role.is_some_and(fights) || side_of(doc, scene.marks, &(i..i + 1)).is_some()
    })
}

/// "took part in the attack".
fn deed_follows(doc: &Doc<'_>, sentence: &Sentence, from: usize) -> bool {
    let near = from..sentence.tokens.end.min(from + REACH);
    near.take_while(|i| !doc.is_kind(*i, TokenKind::Mark))
        .any(|i| doc.word(i).triggers.iter().any(|t| t.frame.is_noun()))
}

/// The groups of the list before the words, of one clause.
fn before(scene: &Scene<'_>, sentence: &Sentence, at: &Range<usize>) -> Vec<Part> {
    let doc = scene.doc;
    let first = sentence
        .tokens
        .start
        .max(at.start.saturating_sub(LIST_REACH));
    let start = (first..at.start)
        .rev()
        .find(|i| doc.is_any(*i, &[Class::ClauseBreak, Class::Cue]))
        .map_or(first, |i| i + 1);
    let negated = (start..at.start).any(|i| doc.is_any(i, &[Class::Negation, Class::None]));
    let list = start..at.start;
    let groups = groups(scene, &list).into_iter().filter(|_| !negated);
    groups
        .map(|agent| Part {
            predicate: "took-part",
            trigger: at.clone(),
            agent,
        })
        .collect()
}

/// The group right behind the words.
fn behind(scene: &Scene<'_>, sentence: &Sentence, at: &Range<usize>) -> Option<Part> {
    let doc = scene.doc;
    let limit = sentence.tokens.end.min(at.end + REACH);
    let ends = |i: &usize| doc.is_kind(*i, TokenKind::Mark) || doc.is(*i, Class::ClauseBreak);
    let end = (at.end..limit).find(ends).unwrap_or(limit);
    // The name may run past the reach.
    let agent = groups(scene, &(at.end..end)).pop()?;
    Some(Part {
        predicate: "allied",
        trigger: at.clone(),
        agent,
    })
}

/// The groups that the lexicon knows, of names within one another the longer.
fn groups(scene: &Scene<'_>, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for Found { start, end, tag } in scene.marks.within(tokens) {
        let fresh = found.last().is_none_or(|last| last.end <= start);
        if matches!(tag, Tag::Actor(_)) && fresh {
            found.push(start..end);
        }
    }
    found
}
