//! Noun phrases of things: "some 30 homes", "a fishing boat", "the bridge". They are read as those of people are, with the
//! unit in place of the role.

use std::ops::Range;

use super::Marks;
use super::amount::{Amount, AmountKind};
use super::heads::{REACH, stops};
use super::nouns::is_conjunction;
use super::openers::opens_any;
use super::people::{Group, GroupKind};
use super::steps::past_bracket;
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// Every noun phrase of things, by position; none overlap.
pub(super) fn things(doc: &Doc<'_>, marks: &Marks, amounts: &[Amount]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut next_amount = 0;
    for sentence in &doc.sentences {
        // Things are read for the sake of what befell them.
        if !opens_any(marks, sentence) {
            continue;
        }
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while amounts.get(next_amount).is_some_and(|a| a.tokens.end <= i) {
                next_amount += 1;
            }
            let numbered = amounts.get(next_amount).filter(|a| a.tokens.start == i);
            let group = match numbered {
                Some(amount) => numbered_thing(doc, sentence, next_amount, amount),
                None => thing_at(doc, sentence, i),
            };
            let past = numbered.map_or(i + 1, |a| a.tokens.end.max(i + 1));
            i = group.as_ref().map_or(past, |g| g.tokens.end.max(i + 1));
            found.extend(group);
        }
    }
    found
}

fn numbered_thing(
    doc: &Doc<'_>,
    sentence: &Sentence,
    index: usize,
    amount: &Amount,
) -> Option<Group> {
    if amount.kind != AmountKind::Count {
        return None;
    }
    let head = head_from(doc, amount.tokens.end..sentence.tokens.end);
    // "12 were destroyed": the number stands alone.
    let end = head.map_or(amount.tokens.end, |head| head + 1);
    let alone = head.is_none() && stops(doc, end);
    (head.is_some() || alone).then(|| Group {
        plural: !amount.is_one(),
        ..Group::new(
            amount.tokens.start..end,
            GroupKind::Numbered(index),
            head.and_then(|head| unit_of(doc, head)),
        )
    })
}

fn thing_at(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    if doc.is(i, Class::Pronoun) && !doc.is(i, Class::Definite) {
        return Some(Group::new(i..i + 1, GroupKind::Pronoun, None));
    }
    if is_conjunction(doc, i) {
        return None;
    }
    let indefinite = doc.is(i, Class::Indefinite);
    let determined = indefinite || doc.is_any(i, &[Class::Definite, Class::Possessive]);
    let from = i + usize::from(determined);
    if !determined && doc.word(i).thing.is_none() {
        return None;
    }
    let head = head_from(doc, from..sentence.tokens.end)?;
    let plural = doc.word(head).thing.as_ref().is_some_and(|t| t.plural);
    let kind = match () {
        () if plural => GroupKind::Plural,
        () if indefinite => GroupKind::Indefinite,
        () if determined => GroupKind::Definite,
        () => return None,
    };
    Some(Group::new(i..head + 1, kind, unit_of(doc, head)))
}

fn unit_of(doc: &Doc<'_>, head: usize) -> Option<String> {
    doc.word(head).thing.as_ref().map(|t| t.unit.clone())
}

/// The last noun of a thing that a phrase begins with: "apartment buildings", "30 of the town's brick houses".
fn head_from(doc: &Doc<'_>, tokens: Range<usize>) -> Option<usize> {
    let mut head = None;
    let mut i = tokens.start;
    while i < tokens.end.min(tokens.start + 2 * REACH) {
        if let Some(past) = past_bracket(doc, i, tokens.end) {
            i = past;
            continue;
        }
        let word = doc.word(i);
        let passes = i == tokens.start && doc.is(i, Class::Of)
            || doc.is(i, Class::Possessive)
            || doc.str(i) == "-";
        match () {
            () if word.thing.is_some() || doc.is(i, Class::Others) => head = Some(i),
            () if head.is_some() || word.number.is_some() || doc.is_kind(i, TokenKind::Number) => {
                break;
            }
            () if passes => {}
            () if stops(doc, i) || doc.is_any(i, &[Class::Be, Class::Have]) => break,
            () => {}
        }
        i += 1;
    }
    head
}
