//! What denies a claim from outside its own clause: "it is not true that six died", "reports that six died are false".

use super::Marks;
use super::sources::is_that;
use super::steps::{has_mark, is_adverb, is_number};
use crate::lexicon::{Class, Found, Tag};
use crate::text::{Doc, Sentence};

/// The most tokens from the words that deny to what they deny, either way.
const REACH: usize = 16;

/// Do words before or behind the clause of token `at` say that it is not so?
pub(super) fn is_denied_around(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    at: usize,
) -> bool {
    let first = sentence.tokens.start.max(at.saturating_sub(REACH));
    let before = marks
        .within(&(first..at))
        .any(|mark| mark.tag == Tag::Denied && mark.end <= at && !has_mark(doc, mark.end..at));
    before
        || is_of_a_report((doc, marks), first, at) && is_rejected(doc, marks, sentence, at)
        || is_taken_back(doc, marks, first, at)
}

/// The most words between "correcting" and "toll": "an earlier".
const EARLIER: usize = 3;

/// "Correcting an earlier toll of 40": does whoever speaks take back what the words at `at` say?
fn is_taken_back(doc: &Doc<'_>, marks: &Marks, first: usize, at: usize) -> bool {
    let within = first..at;
    let mut verbs = marks.within(&within).filter(|m| m.tag == Tag::Revised);
    verbs.any(|verb| {
        // The toll may itself be what opens the claim.
        let reach = verb.end..(at + 1).min(verb.end + EARLIER + 1);
        let noun = marks.within(&reach).find(|m| m.tag == Tag::SaidBefore);
        noun.is_some_and(|noun| {
            let opens = doc.is(noun.end, Class::Of) || is_that(doc, noun.end);
            // "Revised its toll of 40 dead to 45": the second figure stands.
            // So does "revised down the number of people killed to 17".
            let end = doc.sentence_of(at).map_or(at, |s| s.tokens.end);
            let figure = |i: usize| doc.is(i, Class::To) && is_number(doc, i + 1);
            let second = (noun.end..at).any(|i| doc.is(i, Class::To)) || (at..end).any(figure);
            opens && verb.end <= at && !second && !has_mark(doc, verb.end..at)
        })
    })
}

/// "Reports that", "the claim of", "a claim by the rebels that": does the clause of token `at` tell what a report says?
fn is_of_a_report((doc, marks): (&Doc<'_>, &Marks), first: usize, at: usize) -> bool {
    let said = |i: usize| {
        let mut marks = marks.starting_at(i);
        doc.word(i).speech.noun.is_some() || marks.any(|m| m.tag == Tag::SaidBefore)
    };
    let opens = |i: usize| {
        let by = doc.is(i, Class::By) && (i..at).any(|i| is_that(doc, i));
        by || is_that(doc, i) || doc.is(i, Class::Of)
    };
    (first..at.saturating_sub(1)).any(|i| said(i) && opens(i + 1) && !has_mark(doc, i..at))
}

/// "… are false", of the words that stand before it without a comma.
fn is_rejected(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, at: usize) -> bool {
    let behind = at..sentence.tokens.end.min(at + REACH);
    // "Is completely groundless".
    let called = |start: usize| {
        // "The report that six died led to panic that was unfounded".
        if (at..start).any(|i| doc.is(i, Class::Relative)) {
            return false;
        }
        let verb = (at..start).rev().find(|i| !is_adverb(doc, *i));
        verb.is_some_and(|i| doc.is(i, Class::Be))
    };
    let rejects = |mark: Found| match mark.tag {
        Tag::Rejected => true,
        Tag::Falsehood => called(mark.start),
        _ => false,
    };
    marks
        .within(&behind)
        .any(|mark| rejects(mark) && !has_mark(doc, at..mark.start))
}
