//! Where: places of the gazetteer, and places that the text itself calls so.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Marks;
use super::names::may_be_name;
use crate::lexicon::{Class, Found, Link, Tag, TimeWord};
use crate::model::{Basis, Party, PassageKind};
use crate::text::{Doc, Sentence, TokenKind};

/// A place that the text names.
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    pub(super) tokens: Range<usize>,
    /// The id of the gazetteer, or one made of the words.
    pub(super) id: String,
    /// Does nothing but an "in" before it tell that it is a place?
    unsure: bool,
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

/// Without what only looks like a place: "in Doe's death", "near Doe", where the text names Jane Doe.
pub(super) fn without_persons(
    doc: &Doc<'_>,
    mut places: Vec<Vec<PlaceMention>>,
) -> Vec<Vec<PlaceMention>> {
    let unsure = |place: &PlaceMention| place.unsure && place.tokens.len() == 1;
    if !places.iter().flatten().any(unsure) {
        return places;
    }
    let within = |places: &[PlaceMention], i: usize| places.iter().any(|p| p.tokens.contains(&i));
    let mut surnames: BTreeSet<&str> = BTreeSet::new();
    for (sentence, named_places) in doc.sentences.iter().zip(&places) {
        let pairs = sentence.tokens.clone().skip(1);
        if doc.kind_of(sentence) == PassageKind::Headline {
            continue;
        }
        let surname = |i: &usize| {
            let named = may_be_name(doc, i - 1) && may_be_name(doc, *i);
            named && !within(named_places, *i) && !sentence.shouted && is_somebody(doc, *i)
        };
        surnames.extend(pairs.filter(surname).map(|i| doc.str(i)));
    }
    for named in &mut places {
        // "Killed in Tarvo on Monday" is told of the town, though a clerk be called Ana Tarvo.
        let told = |place: &PlaceMention| {
            let before = place
                .tokens
                .start
                .checked_sub(1)
                .and_then(|i| doc.word(i).time);
            before == Some(TimeWord::Link(Link::In)) && !doc.is(place.tokens.end, Class::Genitive)
        };
        named.retain(|place| {
            !unsure(place) || told(place) || !surnames.contains(doc.words(place.tokens.clone()))
        });
    }
    places
}

/// Is a person named by the two capitals of which the second stands at `i`: "Mayor Jane Doe", "Jane Doe, 40,", "Jane Doe's",
/// "Jane Doe said"? "New Tarvo" and "Greater Tarvo" tell nothing of anybody.
fn is_somebody(doc: &Doc<'_>, i: usize) -> bool {
    let one = |i: usize| doc.word(i).person.as_ref().is_some_and(|noun| !noun.plural);
    let office = i > 1 && (doc.is(i - 2, Class::Title) || one(i - 2));
    let age =
        doc.str(i + 1) == "," && doc.is_kind(i + 2, TokenKind::Number) && doc.str(i + 3) == ",";
    let part = doc.is(i - 1, Class::Direction);
    !part && (office || age || doc.is_any(i + 1, &[Class::Genitive, Class::Cue]))
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
        return Some(PlaceMention {
            tokens: i..end,
            id,
            unsure: false,
        });
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
    let told = after_in
        && !sentence.shouted
        && !doc.is_any(end, &[Class::Organisation, Class::Cue])
        && !names_somebody(doc, i, end);
    let settled = kind || told || the_kind_of;
    let id = doc
        .words(i..end)
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    settled.then_some(PlaceMention {
        tokens: i..end,
        id,
        unsure: !kind && !the_kind_of,
    })
}

/// "In J. Doe's place", "at Doe Advisors": an initial, or a firm's name of which the last word says what it is.
fn names_somebody(doc: &Doc<'_>, start: usize, end: usize) -> bool {
    let initial = doc.str(start).chars().count() == 1;
    // "At Orlo Advisors", but "near Tarvo Governor's office" and "at Tarvo Teachers College".
    let several = doc
        .word(end)
        .person
        .as_ref()
        .is_some_and(|noun| noun.plural);
    let more = doc.is_capital(end + 1) || doc.is(end + 1, Class::Genitive);
    let firm = doc.is_capital(end) && several && !more;
    initial || firm
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

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;

    #[test]
    fn who_is_named_elsewhere_in_the_text_is_no_place() {
        for (text, expected) in [
            (
                "The gun used in Sobel's killing was found, said Jane Sobel's brother.",
                None,
            ),
            (
                "Six people were killed in Ardal's market, said Jane Sobel, a clerk.",
                Some("Ardal"),
            ),
            (
                "Six people were shot dead at Orlo Advisors, police said.",
                None,
            ),
            (
                "Six people were shot dead in Orlo, police said.",
                Some("Orlo"),
            ),
        ] {
            let claims = claims(text);
            let killed = claims.iter().find(|claim| claim.predicate == "killed");
            let place = killed.and_then(|claim| claim.place.as_ref());
            assert_eq!(place.map(|place| place.text.as_str()), expected, "{text}");
        }
    }
}
