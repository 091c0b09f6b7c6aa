//! On whose word a claim is made.

use std::cmp::Reverse;

use super::Attribution;
use crate::lexicon::Class;
use crate::model::{Basis, Source, Span};
use crate::text::{Doc, Sentence, TokenKind};

/// The most sentences from quoted words to the one that names their speaker.
const SPEAKER_REACH: usize = 6;

/// Who says what token `at` of sentence `index` says, and whether the sentence says so or one around it. `outside` inner
/// clauses, it is who speaks of the claim rather than who makes it: "the port said the rebels' claim that O was wrong".
pub(in super::super) fn attribution_at(
    doc: &Doc<'_>,
    attributions: &[Vec<Attribution>],
    (index, at): (usize, usize),
    outside: bool,
) -> Option<(Attribution, Basis)> {
    let own = &attributions[index];
    let covering = own
        .iter()
        .filter(|a| a.covers(at) && !(a.inner && outside) && !a.disputes);
    // "S disputed this, saying": of two frames of one subject the later cue is the nearer.
    let distance = |a: &&Attribution| (!a.inner, a.frame.start.abs_diff(at), Reverse(a.frame.end));
    if let Some(found) = covering.clone().min_by_key(distance) {
        let sentence = doc.sentences.get(index)?;
        let mut leading = covering.filter(|a| is_within(doc, sentence, a, (found, at)));
        let whole = match leading.next_back() {
            _ if found.inner => found.clone(),
            Some(leading) => passed_on(found, leading),
            None => nested(doc, own, found, at),
        };
        return Some((whole, Basis::Said));
    }
    let quoted = |i: usize| doc.tokens.get(i).is_some_and(|t| doc.is_quoted(t.span()));
    // Where only some words are quoted, the sentence itself tells whose they are, in a way that no frame reads.
    let first = doc.sentences.get(index)?.tokens.start;
    let whole = quoted(first) || doc.is_kind(first, TokenKind::Mark) && quoted(first + 1);
    if !own.is_empty() || !quoted(at) || !whole {
        return None;
    }
    let near = |i: usize| attributions.get(i).filter(|_| is_near(doc, index, i));
    if let Some(spoken) = said_on(doc, attributions, (index, at)) {
        return Some((spoken.clone(), Basis::Implied));
    }
    // Back over words that are quoted too, to the sentence that names the speaker; else on to the next.
    for back in (index.saturating_sub(SPEAKER_REACH)..index).rev() {
        let Some(around) = near(back) else { break };
        if let Some(spoken) = around.iter().rev().find(|a| !a.disputes) {
            return Some((spoken.clone(), Basis::Implied));
        }
        let tokens = &doc.sentences[back].tokens;
        if !quoted((tokens.start + tokens.end) / 2) {
            break;
        }
    }
    let next = near(index + 1)?.iter().find(|a| !a.disputes)?;
    Some((next.clone(), Basis::Implied))
}

/// "“Two men died. Nine were hurt,” Gatt said.": who is named where the quotation of token `at` ends.
fn said_on<'a>(
    doc: &Doc<'_>,
    attributions: &'a [Vec<Attribution>],
    (index, at): (usize, usize),
) -> Option<&'a Attribution> {
    let start = doc.tokens.get(at)?.span().start;
    let behind = attributions.iter().zip(&doc.sentences);
    for (told, sentence) in behind.skip(index + 1).take(SPEAKER_REACH) {
        let first = sentence.tokens.start;
        let end = doc.tokens.get(first)?.span().end;
        if !doc.is_quoted(Span::new(start, end)) {
            return None;
        }
        let outside = |a: &&Attribution| {
            !a.disputes && !doc.is_quoted(doc.span(a.frame.clone())) && a.covers(first)
        };
        if let Some(spoken) = told.iter().find(outside) {
            return Some(spoken);
        }
    }
    None
}

/// Who denies what token `at` says while somebody else says so: "the army denied the rebels' claim that O", "O, a figure
/// the army has denied".
pub(in super::super) fn disputed_at<'a>(
    attributions: &'a [Attribution],
    found: Option<&Attribution>,
    at: usize,
) -> Option<&'a Attribution> {
    let inner = found.filter(|a| a.inner);
    let around = |a: &&Attribution| inner.is_some_and(|inner| a.frame.end <= inner.frame.start);
    let mut denied = attributions.iter().rev();
    denied.find(|a| a.denies() && a.covers(at) && (a.disputes || around(a)))
}

/// Are both sentences of one paragraph, or within one quotation that runs on?
fn is_near(doc: &Doc<'_>, one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (doc.sentences.get(one), doc.sentences.get(other)) else {
        return false;
    };
    let (first, second) = if one < other { (a, b) } else { (b, a) };
    let ends = |i: usize| doc.tokens.get(i).map_or(0, |t| t.span().start);
    let between = Span::new(
        ends(first.tokens.end.saturating_sub(2)),
        ends(second.tokens.start + 1),
    );
    a.passage == b.passage || doc.is_quoted(between)
}

/// "The ministry said that rebels claimed …": what is said within what another says came through both.
fn nested(doc: &Doc<'_>, all: &[Attribution], inner: &Attribution, at: usize) -> Attribution {
    let mut found = inner.clone();
    let outer = all.iter().rev().find(|outer| {
        outer.frame.end <= inner.frame.start
            && !outer.denies()
            // "It was reported that the army said": by nobody whom one could ask.
            && outer.chain.iter().any(Source::is_resolved)
            // "While police said six, the port raised its toll to nine".
            && !(outer.frame.start > 0 && doc.is(outer.frame.start - 1, Class::Contrast))
            && outer.covers(inner.frame.start)
            && outer.covers(at)
            && at >= inner.frame.end
    });
    let own_word = inner.chain.iter().all(|s| s.basis == Basis::Said);
    if let Some(outer) = outer.filter(|_| own_word && !sets_apart(doc, inner.frame.start)) {
        found.chain.splice(0..0, outer.chain.iter().cloned());
    }
    found
}

/// "The army denied that six had died, the agency reported": is what the army says what the agency reports behind it? Both
/// speak of token `at`, and behind the agency nothing more is told.
fn is_within(
    doc: &Doc<'_>,
    sentence: &Sentence,
    leading: &Attribution,
    (trailing, at): (&Attribution, usize),
) -> bool {
    let verbs = [Class::Trigger, Class::Be, Class::Have, Class::Modal];
    let tells = |i: usize| doc.is_any(i, &verbs) || doc.word(i).number.is_some();
    let rest = trailing.frame.end..sentence.tokens.end;
    // "They argued until a shot was fired, police said": nothing is said there.
    let beside = [Class::Temporal, Class::Contrast, Class::Conditional];
    // "Police said a man fled, and four were hurt, a doctor said": the second clause is the doctor's.
    let parts = |i: usize| doc.str(i) == "," && doc.is(i + 1, Class::Coordinator);
    leading.frame.end <= at
        && !(leading.frame.end..at).any(parts)
        && !doc.is_any(leading.frame.end, &beside)
        && at < trailing.frame.start
        && doc.str(trailing.frame.start - 1) == ","
        && !leading.inner
        && !trailing.denies()
        && trailing.covers(leading.frame.start)
        && leading.chain.iter().any(Source::is_resolved)
        && !rest.into_iter().any(tells)
}

/// What the first is cited for is passed on by the second.
fn passed_on(by: &Attribution, told: &Attribution) -> Attribution {
    let mut found = told.clone();
    found.chain.splice(0..0, by.chain.iter().cloned());
    found
}

/// "The army said six died, while rebels spoke of nine": does the clause at `start` begin a statement beside the other?
fn sets_apart(doc: &Doc<'_>, start: usize) -> bool {
    let joined = start > 1 && doc.is(start - 1, Class::Coordinator) && doc.str(start - 2) == ",";
    start > 0 && doc.is(start - 1, Class::Contrast) || joined
}
