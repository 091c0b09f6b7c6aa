//! Why and how a deed was done: kinds that need no cue, and whether a sentence tells of a deed at all.

use std::ops::Range;

use super::Read;
use super::answers::{Named, Place, is_denied, is_undone, near_before};
use super::steps::has_mark;
use crate::lexicon::{Class, Listing, PredicateId, Tag};
use crate::text::{Doc, Sentence, TokenKind};

/// A kind that needs no cue: "the shooting was gang-related".
pub(super) fn alone(
    read: &Read<'_>,
    sentence: &Sentence,
    at: Range<usize>,
    (listing, index): (Listing, u16),
) -> Option<Place> {
    let predicate = read.doc.lexicon.answer_of(listing)?;
    let named = vec![Named {
        at: at.clone(),
        index,
    }];
    let told = !is_supposed(read.doc, sentence, at.start)
        && !is_asked(read.doc, sentence, &at, &named)
        && !is_undone(read, predicate, &at, &named)
        && tells_of_deed(read, sentence, predicate, &named)
        // "This was an accident" says enough.
        && (listing != Listing::Manner || at.len() > 2 || is_near_deed(read, sentence, predicate, &at));
    told.then(|| Place {
        denied: is_denied(read, sentence, (at.start, predicate))
            || is_ruled_out(read, sentence, at.start, predicate),
        predicate,
        cue: at,
        named,
        object: None,
    })
}

/// "Killed", "shooting": a word that tells of a harm to people.
fn harms(doc: &Doc<'_>, i: usize) -> bool {
    let mut triggers = doc.word(i).triggers.iter();
    triggers.any(|t| doc.lexicon.predicate(t.predicate).harm)
}

/// "Attack", "violence".
fn names_deed(doc: &Doc<'_>, i: usize) -> bool {
    doc.is(i, Class::Deed) || doc.word(i).deed
}

/// The most tokens from "deliberately" to what was done so.
const MANNER: usize = 4;

/// Does a harm stand near, with no mark between? "The owners deliberately ignored the warnings before the blast" is of no blast.
fn is_near_deed(
    read: &Read<'_>,
    sentence: &Sentence,
    predicate: PredicateId,
    at: &Range<usize>,
) -> bool {
    let doc = read.doc;
    let mark = |i: &usize| !doc.is_kind(*i, TokenKind::Mark) || matches!(doc.str(*i), "-" | "’s");
    let before = (sentence.tokens.start..at.start).rev().take(MANNER);
    let behind = at.end..sentence.tokens.end.min(at.end + MANNER);
    let upon = |i: usize| {
        let mut marks = read.marks.starting_at(i);
        marks.any(|mark| mark.tag == Tag::KindUpon(predicate))
    };
    let deed = |i: usize| harms(doc, i) || upon(i) || names_deed(doc, i);
    let own = at.clone().any(|i| harms(doc, i) || upon(i));
    own || before
        .take_while(mark)
        .chain(behind.take_while(mark))
        .any(deed)
}

/// Does the sentence tell of a harm to people, or of what such a kind is told of? "Robbery detectives investigate the
/// shooting" names who they are, and no motive.
pub(super) fn tells_of_deed(
    read: &Read<'_>,
    sentence: &Sentence,
    predicate: PredicateId,
    named: &[Named],
) -> bool {
    let doc = read.doc;
    // "Robbery detectives"; but "accidentally shot his son".
    let title = |named: &Named| {
        let whose = doc.is(named.at.end - 1, Class::Possessive);
        doc.is(named.at.end, Class::Unmade) || !whose && doc.is(named.at.end, Class::SourceNoun)
    };
    // "By accident" tells of none.
    let own = |i: usize| named.iter().any(|n| n.at.contains(&i));
    let noun = |i: usize| !own(i) && names_deed(doc, i);
    let deed = sentence.tokens.clone().any(|i| harms(doc, i) || noun(i));
    let mut marks = read.marks.within(&sentence.tokens);
    let told = deed || marks.any(|mark| mark.tag == Tag::KindUpon(predicate));
    told && !named.iter().any(title)
}

/// The most tokens from "whether" to what is asked.
const ASKED: usize = 14;

/// Is it in a clause that asks: "do not know if an argument led to", "whether the killing of two men was gang-related"?
pub(super) fn is_asked(
    doc: &Doc<'_>,
    sentence: &Sentence,
    cue: &Range<usize>,
    named: &[Named],
) -> bool {
    let starts = named.iter().map(|n| n.at.start).chain([cue.start]);
    let at = starts.min().unwrap_or(cue.start);
    let first = sentence.tokens.start.max(at.saturating_sub(ASKED));
    let ends = |i: &usize| doc.is_kind(*i, TokenKind::Mark) || doc.is(*i, Class::ClauseBreak);
    let before = (first..at).rev().find(ends);
    before.is_some_and(|i| doc.is(i, Class::Conditional))
}

/// Is it supposed rather than told? "To" plans nothing here: "believed to be accidental", "taken to hospital in critical
/// condition".
fn is_supposed(doc: &Doc<'_>, sentence: &Sentence, at: usize) -> bool {
    let asks = [Class::Conditional, Class::Asking, Class::Planned];
    near_before(doc, sentence, at).any(|i| {
        let modal = doc.is(i, Class::Modal) && !doc.is(i, Class::Preposition);
        doc.is_any(i, &asks) || modal && !doc.is(i + 1, Class::Have)
    })
}

/// "Ruled out early reports that the boy shot himself".
fn is_ruled_out(read: &Read<'_>, sentence: &Sentence, at: usize, predicate: PredicateId) -> bool {
    let before = sentence.tokens.start..at;
    let mut marks = read.marks.within(&before);
    marks.any(|mark| mark.tag == Tag::KindDenied(predicate) && !has_mark(read.doc, mark.end..at))
}
