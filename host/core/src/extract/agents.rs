//! Who can do a deed, and how the words for them go on.

use std::ops::Range;

use super::Marks;
use super::blame::REACH;
use super::happenings::phrase_after;
use super::people::side_of;
use super::steps::is_adverb;
use crate::lexicon::{Class, Listing, Tag};
use crate::text::{Doc, Sentence, TokenKind};

/// Who did it behind "by", in the clause of a passive verb that ends before `from`: "were shot dead by police"; or behind a noun
/// with whom it befell: "the killing of two guards by rebels".
pub(super) fn agent_behind(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    from: usize,
) -> Option<Range<usize>> {
    let limit = sentence.tokens.end.min(from + REACH);
    let verb = |i: usize| doc.word(i).triggers.iter().any(|t| !t.frame.is_noun());
    // "Was murdered, presumably by the rebels".
    let aside = |i: usize| {
        let mut next = i + 1..limit;
        doc.str(i) == ","
            && next
                .find(|n| !is_adverb(doc, *n))
                .is_some_and(|n| doc.is(n, Class::By))
    };
    let by = (from..limit)
        .take_while(|i| (!doc.is_kind(*i, TokenKind::Mark) || aside(*i)) && !verb(*i))
        .take_while(|i| !doc.is_any(*i, &[Class::ClauseBreak, Class::Coordinator, Class::Cue]))
        .find(|i| doc.is(*i, Class::By))?;
    let who = name_of(doc, sentence, phrase_after(doc, sentence, by + 1)?);
    let tool = marks
        .within(&who)
        .any(|mark| matches!(mark.tag, Tag::Kind(Listing::Means, _)) && mark.end <= who.end);
    (!tool && is_party(doc, marks, &who)).then(|| with_its_group(doc, sentence, who))
}

/// A name ends where small letters go on: "the Northern Front" of "by the Northern Front shocked the town", unless they say
/// who it is ("the Northern Front guerrillas").
fn name_of(doc: &Doc<'_>, sentence: &Sentence, who: Range<usize>) -> Range<usize> {
    let first = who.start + usize::from(doc.is(who.start, Class::Determiner));
    let end = (first..who.end).find(|i| !doc.is_capital(*i));
    let people = |i: usize| doc.word(i).person.is_some() || doc.is(i, Class::Organisation);
    match end {
        Some(end) if end > first && !sentence.shouted && !(end..who.end).any(people) => {
            who.start..end
        }
        _ => who,
    }
}

/// Can these words act: a group the lexicon knows, people, an institution, a name?
pub(super) fn is_party(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    let Some(last) = tokens
        .end
        .checked_sub(1)
        .filter(|last| *last >= tokens.start)
    else {
        return false;
    };
    if tokens.len() == 1 && doc.is(last, Class::Pronoun) || doc.is(tokens.start, Class::None) {
        return false;
    }
    let calendar = [Class::Weekday, Class::Month, Class::PlaceKind];
    let name = doc.is_capital(last)
        && doc.is_kind(last, TokenKind::Word)
        && !doc.is_any(last, &calendar)
        && doc.word(last).triggers.is_empty();
    name || side_of(doc, marks, tokens).is_some()
        || tokens.clone().any(|i| {
            doc.word(i).person.is_some() || doc.is_any(i, &[Class::SourceNoun, Class::Organisation])
        })
}

/// "Members" of "members of the Northern Front": the whole, for the group is who did it.
pub(super) fn with_its_group(
    doc: &Doc<'_>,
    sentence: &Sentence,
    who: Range<usize>,
) -> Range<usize> {
    let people = who.end > who.start && doc.word(who.end - 1).person.is_some();
    let group = phrase_after(doc, sentence, who.end + 1).filter(|group| {
        let named = group
            .clone()
            .any(|i| doc.is_capital(i) && doc.is_kind(i, TokenKind::Word));
        named && !doc.is(group.start, Class::Weekday)
    });
    match group {
        Some(group) if people && doc.is(who.end, Class::Of) => who.start..group.end,
        _ => who,
    }
}
