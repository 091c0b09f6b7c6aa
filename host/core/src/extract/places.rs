//! Where: places of the gazetteer, and places that the text itself calls so.

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Found, Tag};
use crate::model::{Basis, Party};
use crate::text::{Doc, Sentence, TokenKind};

/// A place that the text names.
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    pub(super) tokens: Range<usize>,
    /// The id of the gazetteer, or one made of the words.
    pub(super) id: String,
}

impl PlaceMention {
    /// The place as a claim has it.
    pub(super) fn party(&self, doc: &Doc<'_>, basis: Basis) -> Party {
        let mut party = Party::named(doc.words(self.tokens.clone()), basis);
        party.span = Some(doc.span(self.tokens.clone()));
        party.entity = Some(self.id.clone());
        party
    }
}

/// The places of a sentence, by position. Only what stands where a place stands: behind "in", "at", "near", "of", or
/// behind another place and a comma. "Washington Institute" and "London-based" are none.
pub(super) fn places(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence) -> Vec<PlaceMention> {
    let mut found: Vec<PlaceMention> = Vec::new();
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let mention = place_at(doc, marks, sentence, i)
            .filter(|m| stands_as_place(doc, sentence, m, found.last()));
        i = mention.as_ref().map_or(i + 1, |m| m.tokens.end);
        found.extend(mention);
    }
    found
}

/// By sentence, the last one before it in its passage that names a place.
pub(super) fn placed_before(doc: &Doc<'_>, places: &[Vec<PlaceMention>]) -> Vec<Option<usize>> {
    let mut last: Option<usize> = None;
    let sentences = doc.sentences.iter().enumerate();
    let before = sentences.map(|(at, sentence)| {
        last = last.filter(|placed| doc.sentences[*placed].passage == sentence.passage);
        let found = last;
        if !places[at].is_empty() {
            last = Some(at);
        }
        found
    });
    before.collect()
}

fn place_at(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, i: usize) -> Option<PlaceMention> {
    let actor = |mark: Found| matches!(mark.tag, Tag::Actor(_));
    if !doc.is_capital(i) || marks.starting_at(i).any(actor) {
        return None;
    }
    let known = marks.starting_at(i).find_map(|mark| match mark.tag {
        Tag::Place(index) if mark.end <= sentence.tokens.end => {
            Some((mark.end, doc.lexicon.place(index).id.clone()))
        }
        _ => None,
    });
    if let Some((end, id)) = known {
        return Some(PlaceMention { tokens: i..end, id });
    }
    let mut end = i;
    while end < sentence.tokens.end && is_place_word(doc, end) {
        end += 1;
    }
    if end == i {
        return None;
    }
    // "Oak Street", "Brook district": the kind belongs to the name.
    let kind = doc.is(end, Class::PlaceKind) || doc.is(end - 1, Class::PlaceKind);
    let after_in = i > sentence.tokens.start && doc.is(i - 1, Class::Locative);
    let the_kind_of = i >= sentence.tokens.start + 2
        && doc.is(i - 1, Class::Of)
        && doc.is(i - 2, Class::PlaceKind);
    // Where all is written in capitals, "AT LEAST" looks like a place.
    let told =
        after_in && !sentence.shouted && !doc.is_any(end, &[Class::Organisation, Class::Cue]);
    let settled = kind || told || the_kind_of;
    let id = doc
        .words(i..end)
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    settled.then_some(PlaceMention { tokens: i..end, id })
}

fn is_place_word(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_capital(i)
        && doc.is_kind(i, TokenKind::Word)
        && !doc.is_any(
            i,
            &[
                Class::Weekday,
                Class::Month,
                Class::Title,
                Class::Organisation,
                Class::Determiner,
                Class::Pronoun,
            ],
        )
        && !doc.is_any(
            i,
            &[Class::Preposition, Class::ClauseBreak, Class::Nationality],
        )
        && doc.word(i).person.is_none()
        && doc.word(i).triggers.is_empty()
}

/// The words that may stand between a preposition and its place: "in the east of Brook".
fn stands_as_place(
    doc: &Doc<'_>,
    sentence: &Sentence,
    mention: &PlaceMention,
    last: Option<&PlaceMention>,
) -> bool {
    let next = mention.tokens.end;
    let joined =
        matches!(doc.str(next), "-" | "–") && doc.tokens.get(next).is_some_and(|t| !t.spaced);
    if joined
        || doc.says(next, "based")
        || doc.is(next, Class::Organisation) && doc.is_capital(next)
    {
        return false;
    }
    if last
        .is_some_and(|l| l.tokens.end + 1 == mention.tokens.start && doc.str(l.tokens.end) == ",")
    {
        return true;
    }
    let from = sentence
        .tokens
        .start
        .max(mention.tokens.start.saturating_sub(5));
    for i in (from..mention.tokens.start).rev() {
        if doc.is(i, Class::Preposition) {
            return !doc.is(i, Class::By);
        }
        let light = doc.is_any(
            i,
            &[
                Class::Determiner,
                Class::PlaceKind,
                Class::Nationality,
                Class::Direction,
                Class::Coordinator,
            ],
        );
        if !light {
            return false;
        }
    }
    false
}
