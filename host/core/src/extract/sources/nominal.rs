//! Frames whose cue is a noun, and verbs that say nothing: "the rebels' claim of six dead", "police did not confirm that".

use std::ops::Range;

use super::frames::Framed;
use super::phrase::{self, source_after};
use super::{Cued, Scene, is_that, who};
use crate::lexicon::{Class, Cue, Tag};
use crate::text::{Doc, TokenKind};

/// The most tokens from "did not" to the verb, adverbs all of them.
const ADVERBS: usize = 2;

/// The most tokens from "of" to a figure: "of at least thirty".
const FIGURE_REACH: usize = 4;

/// The most tokens of the words that own a claim: "a disputed rebel claim".
const OWNER_REACH: usize = 6;

/// "A rebel claim of thirty dead", "claims by the rebels that thirty died": what follows is said by who made the claim,
/// and by nobody who speaks of it.
pub(super) fn of_noun(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    doc.word(at.start).speech.noun?;
    // Not "claims of victory".
    let figure = |i: usize| doc.is_kind(i, TokenKind::Number) || doc.is(i, Class::Figure);
    let opens = |i: usize| {
        is_that(doc, i) || doc.is(i, Class::Of) && (i + 1..i + 1 + FIGURE_REACH).any(figure)
    };
    let by = doc.is(at.end, Class::By);
    let source = if by {
        source_after(scene, at.end + 1).filter(|source| is_that(doc, source.end))
    } else {
        owner(scene, at.start).filter(|_| opens(at.end))
    };
    // "Claims that thirty died": somebody's, though nobody says whose.
    let nobody = !by && cued.cue == Cue::Claimed && opens(at.end);
    if source.is_none() && !nobody {
        return None;
    }
    let end = source.iter().map(|s| s.end).chain([at.end]).max()?;
    let mut framed = Framed::new(scene, cued, source.into_iter().collect()).inner();
    framed.attribution.frame.end = end;
    framed.attribution.scope[1] = end..scene.sentence.tokens.end;
    Some(framed)
}

/// Who owns the noun at `at`: "the army's claim", "a rebel claim", "opposition claims".
fn owner(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let first = scene
        .sentence
        .tokens
        .start
        .max(at.saturating_sub(OWNER_REACH));
    let start = phrase::chunk_start(doc, first, at);
    let articles = [Class::Indefinite, Class::Definite];
    let opened = (start..at).rev().find(|i| doc.is_any(*i, &articles));
    let owned = doc.is(at - 1, Class::Possessive);
    let tokens = match opened {
        // "the army's": the article is of the owner, and else of the noun.
        Some(article) if owned => article..at - 1,
        Some(article) => article + 1..at,
        None => start..at,
    };
    who::can_speak(doc, scene.marks, &tokens).then_some(tokens)
}

/// "did not confirm", "has not yet said", "declined to say": the first token of the words that keep the verb from saying
/// anything.
pub(super) fn withheld(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let doc = scene.doc;
    let first = scene.sentence.tokens.start;
    let nearest = verb.saturating_sub(ADVERBS).max(first);
    (nearest..=verb)
        .rev()
        .take_while(|end| (*end..verb).all(|i| is_light(doc, i)))
        .find_map(|end| {
            let mut marks = scene.marks.ending_at(end);
            marks.find(|mark| mark.tag == Tag::Withheld && mark.start >= first)
        })
        .map(|mark| mark.start)
}

/// "yet", "immediately".
fn is_light(doc: &Doc<'_>, i: usize) -> bool {
    super::super::steps::is_adverb(doc, i)
}

/// What is not confirmed is nobody's word.
pub(super) fn unsaid(scene: &Scene<'_>, cued: &Cued, from: usize) -> Framed {
    let cued = Cued {
        at: from..cued.at.end,
        cue: Cue::Withheld,
    };
    Framed::new(scene, &cued, Vec::new()).inner()
}
