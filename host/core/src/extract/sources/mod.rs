//! Who said so: cues of attribution, their sources, and the words they introduce.

mod claimed;
mod frames;
mod memory;
mod phrase;
#[cfg(test)]
mod tests;
mod who;

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Cue, Tag};
use crate::model::{Basis, Source};
use crate::text::{Doc, Sentence};
pub(super) use claimed::attribution_at;
use frames::Framed;
pub(super) use memory::Memory;
pub(super) use who::source_of;

/// Words put in somebody's mouth.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The words introduced, before and behind the source and cue; either may be empty.
    pub(super) scope: [Range<usize>; 2],
    /// From the nearest source to the origin.
    pub(super) chain: Vec<Source>,
    pub(super) cue: Cue,
    /// From the source to the cue, whichever comes first.
    pub(super) frame: Range<usize>,
}

impl Attribution {
    /// Does it introduce token `i`?
    pub(super) fn covers(&self, i: usize) -> bool {
        self.scope.iter().any(|range| range.contains(&i))
    }
}

/// What the frames look at.
#[derive(Clone, Copy)]
struct Scene<'a> {
    doc: &'a Doc<'a>,
    marks: &'a Marks,
    sentence: &'a Sentence,
}

/// A cue where it stands.
#[derive(Clone)]
struct Cued {
    at: Range<usize>,
    cue: Cue,
}

/// The attributions of a sentence, by the position of their cues.
pub(super) fn attributions(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    memory: &mut Memory,
) -> Vec<Attribution> {
    let scene = Scene {
        doc,
        marks,
        sentence,
    };
    let mut found: Vec<Attribution> = Vec::new();
    let mut taken_to = sentence.tokens.start;
    if let Some(headed) = frames::headed(&scene) {
        taken_to = headed.attribution.frame.end;
        found.push(settled(doc, headed, memory));
    }
    for mark in marks.within(&sentence.tokens) {
        if mark.start < taken_to {
            continue;
        }
        let at = mark.start..mark.end;
        if let Some(end) = going_on(&scene, &mark, &mut found) {
            taken_to = end;
            continue;
        }
        let framed = match mark.tag {
            Tag::CuePhrase(cue) => frames::leading(&scene, &Cued { at, cue }),
            Tag::CueVerb(cue) => frames::spoken(&scene, &Cued { at, cue }, memory),
            _ => None,
        };
        let Some(framed) = framed else { continue };
        taken_to = framed.attribution.frame.end;
        found.push(settled(doc, framed, memory));
    }
    if let Some(trailing) = frames::trailing(&scene, taken_to) {
        found.push(settled(doc, trailing, memory));
    }
    found
}

/// "S reported, citing R": R is the origin of what S said. "S confirmed the raid, adding that O": S says O as well.
/// Gives the end of the frame.
fn going_on(
    scene: &Scene<'_>,
    mark: &crate::lexicon::Found,
    found: &mut [Attribution],
) -> Option<usize> {
    let last = found.last_mut()?;
    let gerund = phrase::is_gerund(scene.doc, mark.start) && matches!(mark.tag, Tag::CueVerb(_));
    if !gerund || !last.covers(mark.start) {
        return None;
    }
    let citing = mark.tag == Tag::CueVerb(Cue::Citing);
    // "quoted witnesses saying": one frame.
    let same = mark.start == last.frame.end;
    if !citing && !same && !frames::closes_words(scene.doc, mark.start - 1) {
        return None;
    }
    if citing {
        let origin = phrase::source_after(scene, mark.end)?;
        let cue = mark.start..mark.end;
        last.chain
            .push(who::source_of(scene.doc, scene.marks, &origin, &cue));
        return Some(origin.end);
    }
    Some(mark.end)
}

/// With what the article has said of its sources before.
fn settled(doc: &Doc<'_>, framed: Framed, memory: &mut Memory) -> Attribution {
    let Framed {
        mut attribution,
        sources,
    } = framed;
    for (source, tokens) in attribution.chain.iter_mut().zip(&sources) {
        memory.recall(doc, source, tokens);
        memory.keep(doc, source, tokens);
    }
    // "He said": of whom the text has told no more, nobody could ask.
    let bare = |tokens: &Range<usize>| tokens.len() == 1 && doc.is(tokens.start, Class::Pronoun);
    let mut of = sources.iter();
    attribution
        .chain
        .retain(|source| !(of.next().is_some_and(bare) && source.basis == Basis::Said));
    attribution
}
