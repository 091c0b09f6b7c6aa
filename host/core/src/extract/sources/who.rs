//! What the words of a source tell of it: whether it can speak, its kind, its identity.

use std::ops::Range;

use super::super::Marks;
use crate::lexicon::{Class, Tag};
use crate::model::{Basis, Source};
use crate::text::{Doc, TokenKind};

/// Can this phrase say something: an actor, a name, a person, a pronoun, an institution? Not "I": who that is, the
/// words around a quotation tell.
pub(super) fn can_speak(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    // "The number of people" counts; "a number of officials" speak.
    let counts = |i: usize| i > 0 && doc.is(i - 1, Class::Definite);
    let number = |mark: crate::lexicon::Found| mark.tag == Tag::NumberOf && counts(mark.start);
    let number = marks.within(tokens).any(number);
    if tokens.is_empty() || number || doc.is_any(tokens.start, &[Class::None, Class::Negation]) {
        return false;
    }
    let is = |i: usize, classes: &[Class]| doc.is_any(i, classes);
    let pronoun = tokens.len() == 1
        && doc.is(tokens.start, Class::Pronoun)
        && (is(
            tokens.start,
            &[Class::PronounSingular, Class::PronounPlural],
        ));
    // "An official close to the inquiry": the preposition.
    let to = |i: usize| is(i, &[Class::To]) && is(i + 1, &[Class::Definite, Class::Possessive]);
    let clause = tokens
        .clone()
        .any(|i| is(i, &[Class::Be, Class::Modal]) && !to(i));
    let name = doc.is_capital(tokens.end - 1)
        && !doc.is(tokens.end - 1, Class::Pronoun)
        && tokens.clone().all(|i| {
            doc.is_capital(i)
                || is(
                    i,
                    &[Class::NameParticle, Class::Determiner, Class::Preposition],
                )
                || doc.is_kind(i, TokenKind::Mark)
        });
    // Where all is in capitals, only words that no file has can be a name.
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.shouted);
    let unknown = |i: usize| {
        doc.word(i).text.is_empty()
            || is(i, &[Class::NameParticle])
            || doc.is_kind(i, TokenKind::Mark)
    };
    let name =
        name && (!shouted && !is_label(doc, tokens) || shouted && tokens.clone().all(unknown));
    // "Prefect Ana Ruiz", within a sentence.
    let titled = tokens.len() >= 3
        && doc.is_kind(tokens.start, TokenKind::Word)
        && !doc.is_capital(tokens.start)
        && !doc.is_any(
            tokens.start,
            &[Class::Preposition, Class::ClauseBreak, Class::Coordinator],
        )
        && !shouted
        && (tokens.start + 1..tokens.end).all(|i| doc.is_capital(i));
    let name = name || titled;
    let person = tokens.clone().any(|i| doc.word(i).person.is_some());
    pronoun || !clause && (is_institution(doc, marks, tokens) || person || name)
}

/// "GRAPHIC CONTENT", in a text that is not written in capitals: a label, and nobody.
fn is_label(doc: &Doc<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() >= 2 && tokens.clone().all(|i| is_in_capitals(doc, i))
}

/// Is a word of four letters and more all in capitals? Shorter ones may be initials.
pub(super) fn is_in_capitals(doc: &Doc<'_>, i: usize) -> bool {
    let word = doc.str(i);
    word.len() >= 4 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// An actor of the lexicon, or a phrase with a noun of sources, organisations or titles.
fn is_institution(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    let classes = [Class::SourceNoun, Class::Organisation, Class::Title];
    actor_of(marks, tokens).is_some() || tokens.clone().any(|i| doc.is_any(i, &classes))
}

/// May it speak without a verb, at the head of a headline: "Police: six dead"? Neither "Video:" nor "Breaking news:".
pub(super) fn is_known_speaker(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    if tokens.is_empty() || tokens.clone().any(|i| !doc.word(i).triggers.is_empty()) {
        return false;
    }
    let named = actor_of(marks, tokens).is_some_and(|(_, a)| doc.lexicon.actor(a).side.is_none());
    let kind = doc.lexicon.source_kind(&doc.word(tokens.end - 1).text);
    let titled = doc.is_capital(tokens.end - 1) && doc.is(tokens.start, Class::Title);
    named
        || titled
        || kind.is_some_and(|k| !matches!(k, "document" | "media" | "relative" | "public"))
}

/// "it", which can speak for an institution named before.
pub(super) fn is_it(doc: &Doc<'_>, i: usize) -> bool {
    doc.is(i, Class::Neuter)
}

/// Is it some paper, broadcaster or agency, which passes on what others say? Not "the press".
pub(super) fn is_named_medium(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    // Where all is in capitals, "THE NEWS MEDIA" is no name.
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.shouted);
    let general = shouted && doc.is(tokens.start, Class::Definite);
    let one = doc.is(tokens.start, Class::Indefinite)
        || !general && tokens.clone().any(|i| doc.is_capital(i));
    one && matches!(kind_of(doc, marks, tokens).as_str(), "agency" | "media")
}

/// A statement, a letter, a study: somebody's words rather than somebody.
pub(super) fn is_document(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    kind_of(doc, marks, tokens) == "document"
}

/// The kind of source: an actor's, or that of the noun that heads the phrase. "Government officials" are officials.
fn kind_of(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> String {
    let head_end = tokens
        .clone()
        .find(|i| *i > tokens.start && doc.is(*i, Class::Preposition))
        .unwrap_or(tokens.end);
    let kind = |i: usize| doc.lexicon.source_kind(&doc.word(i).text);
    let actor = actor_of(marks, tokens);
    let headed = actor.filter(|(mark, _)| mark.end >= head_end || mark.start >= head_end);
    let own = |(_, index): (Range<usize>, u16)| doc.lexicon.actor(index).kind.as_str();
    let noun = || (tokens.start..head_end).rev().find_map(kind);
    // "A spokesman for the Front", "the group's spokesman": whoever they speak for.
    let spokes = (tokens.start..head_end)
        .rev()
        .find(|i| doc.lexicon.is_mouthpiece(&doc.word(*i).text));
    let spoken_for = || {
        let head = spokes?;
        let mut others = (head_end..tokens.end).chain(tokens.start..head);
        // "A press spokesman" speaks for nobody in particular.
        others
            .find_map(kind)
            .filter(|kind| !matches!(*kind, "media" | "document"))
    };
    headed
        .map(own)
        .or_else(spoken_for)
        .or_else(noun)
        .or_else(|| actor_of(marks, tokens).map(own))
        .or_else(|| tokens.clone().find_map(kind))
        .unwrap_or("person")
        .to_owned()
}

/// The longest name of an actor within these tokens, and whose it is.
fn actor_of(marks: &Marks, tokens: &Range<usize>) -> Option<(Range<usize>, u16)> {
    let mut best: Option<(Range<usize>, u16)> = None;
    for mark in marks.within(tokens).filter(|m| m.end <= tokens.end) {
        if let Tag::Actor(index) = mark.tag
            && best
                .as_ref()
                .is_none_or(|(known, _)| mark.end - mark.start > known.len())
        {
            best = Some((mark.start..mark.end, index));
        }
    }
    best
}

/// The source that these words name.
pub(in crate::extract) fn source_of(
    doc: &Doc<'_>,
    marks: &Marks,
    tokens: &Range<usize>,
    cue: &Range<usize>,
) -> Source {
    Source {
        text: doc.words(tokens.clone()).to_owned(),
        span: Some(doc.span(tokens.clone())),
        entity: entity_of(doc, marks, tokens),
        kind: kind_of(doc, marks, tokens),
        cue: doc.words(cue.clone()).to_lowercase(),
        cue_span: Some(doc.span(cue.clone())),
        basis: Basis::Said,
    }
}

/// "The director of the clinic, Dr Ana Lesko, said": the name between the commas, before the frame ends at `end`.
pub(super) fn name_behind(
    doc: &Doc<'_>,
    described: &Range<usize>,
    end: usize,
) -> Option<Range<usize>> {
    let opens = [Class::Definite, Class::Possessive, Class::Indefinite];
    let shouted = doc.sentence_of(described.start)?.shouted;
    let comma = described.end;
    let start = comma + 1;
    let part =
        |i: &usize| doc.is_capital(*i) || doc.is(*i, Class::NameParticle) || doc.str(*i) == ".";
    let name = start..start + (start..end).take_while(part).count();
    let words = name.clone().filter(|i| doc.is_capital(*i)).count();
    let person = !name
        .clone()
        .any(|i| doc.is_any(i, &[Class::Organisation, Class::PlaceKind]));
    let closed = name.end < end && doc.str(name.end) == ",";
    let told = doc.is_any(described.start, &opens) && doc.str(comma) == ",";
    let one = !described
        .clone()
        .any(|i| doc.word(i).person.as_ref().is_some_and(|p| p.plural));
    // "The captain of the ferry, Orlo Star, said".
    let institution = [Class::SourceNoun, Class::Organisation];
    let thing = described
        .clone()
        .any(|i| doc.word(i).thing.is_some() && !doc.is_any(i, &institution));
    (!shouted && !thing && told && one && person && closed && words >= 2).then_some(name)
}

/// The lexicon's id, or a slug of an institution's name. A person has none: names of private people make no ids.
pub(in crate::extract) fn entity_of(
    doc: &Doc<'_>,
    marks: &Marks,
    tokens: &Range<usize>,
) -> Option<String> {
    if let Some((_, index)) = actor_of(marks, tokens) {
        return Some(doc.lexicon.actor(index).id.clone());
    }
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.shouted);
    let mut name = tokens
        .clone()
        .skip_while(|i| !doc.is_capital(*i) || doc.is(*i, Class::Determiner));
    let start = name.next().filter(|_| !shouted)?;
    let part = |i: &usize| {
        doc.is_capital(*i)
            || doc.is_any(
                *i,
                &[
                    Class::Of,
                    Class::NameParticle,
                    Class::Attaching,
                    Class::Coordinator,
                ],
            )
    };
    let mut end = start + (start..tokens.end).take_while(part).count();
    while end > start && !doc.is_capital(end - 1) {
        end -= 1;
    }
    let titled = (start..end).any(|i| doc.is(i, Class::Title));
    let institution = (start..end).any(|i| doc.is(i, Class::Organisation));
    if end - start < 2 || titled || !institution {
        return None;
    }
    let words = (start..end).filter(|i| doc.is_kind(*i, TokenKind::Word));
    Some(
        words
            .map(|i| doc.str(i).to_lowercase())
            .collect::<Vec<_>>()
            .join("-"),
    )
}
