//! What denies a claim from outside its own clause: "it is not true that six died", "reports that six died are false".

use super::Marks;
use super::sources::is_that;
use super::steps::has_mark;
use crate::lexicon::{Class, Tag};
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
    before || is_of_a_report(doc, first, at) && is_rejected(doc, marks, sentence, at)
}

/// "Reports that", "the claim of": does the clause of token `at` tell what a report says?
fn is_of_a_report(doc: &Doc<'_>, first: usize, at: usize) -> bool {
    (first..at.saturating_sub(1)).any(|i| {
        doc.word(i).speech.noun.is_some()
            && (is_that(doc, i + 1) || doc.is(i + 1, Class::Of))
            && !has_mark(doc, i..at)
    })
}

/// "… are false", of the words that stand before it without a comma.
fn is_rejected(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, at: usize) -> bool {
    let behind = at..sentence.tokens.end.min(at + REACH);
    marks
        .within(&behind)
        .any(|mark| mark.tag == Tag::Rejected && !has_mark(doc, at..mark.start))
}
