//! The edges of a noun phrase beside a verb: where it begins, and what at its ends is none of it.

use std::ops::Range;

use super::super::steps::is_number;
use super::phrase::{is_owner, is_point, is_verb, looks_past, may_be_verb};
use super::who;
use crate::lexicon::Class;
use crate::model::PassageKind;
use crate::text::{Doc, TokenKind};

/// Where the chunk that ends before `end` begins: behind a mark, a clause break, a verb.
pub(super) fn chunk_start(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut at = end;
    while at > first {
        let i = at - 1;
        if doc.str(i) == "]"
            && let Some(name) = before_bracket(doc, first, i)
        {
            at = name;
            continue;
        }
        let dash = doc.str(i) == "-" && doc.tokens.get(i).is_some_and(|t| t.spaced);
        let mark = doc.is_kind(i, TokenKind::Mark)
            && (dash || !matches!(doc.str(i), "-" | "&" | "(" | ")"))
            && !is_point(doc, i)
            && !is_owner(doc, i);
        let breaks = doc.is(i, Class::ClauseBreak) && !doc.is(i, Class::Preposition);
        // "The blast killed six and the army said": what a verb stands before is no part of it; but "six were killed,
        // officials and witnesses said".
        let joined = doc.is(i, Class::Coordinator)
            && (first..i)
                .rev()
                .take_while(|t| doc.str(*t) != ",")
                .any(|t| may_be_verb(doc, t));
        // "wounded men said" may be one phrase, "the army issued a statement saying" is not.
        let verb = (is_verb(doc, i) && !is_name(doc, i) || looks_past(doc, i))
            && !(i > first && doc.is_any(i - 1, &[Class::Determiner, Class::Possessive]));
        if mark
            || breaks
            || joined
            || verb
            || doc.is(i, Class::Cue) && !doc.is(i, Class::SourceNoun) && !is_name(doc, i)
        {
            break;
        }
        at = i;
    }
    at
}

/// "Minister Said Makame": a capital beside another within a sentence, where not all words have one.
pub(super) fn is_name(doc: &Doc<'_>, i: usize) -> bool {
    let Some(sentence) = doc.sentence_of(i) else {
        return false;
    };
    let beside = i > sentence.tokens.start
        && (doc.is_capital(i - 1) || i + 1 < sentence.tokens.end && doc.is_capital(i + 1));
    doc.is_capital(i)
        && beside
        && !sentence.shouted
        && doc.kind_of(sentence) != PassageKind::Headline
}

/// "In the town the army": a place or time that the sentence opens with is no part of the source.
pub(super) fn placed(doc: &Doc<'_>, tokens: Range<usize>) -> Range<usize> {
    // "Hours after the rebels": a span of time before the clause.
    let small = [Class::Measure, Class::Adverb, Class::Indefinite];
    let spans = |i: &usize| doc.is_any(*i, &small) || is_number(doc, *i);
    let opener = tokens.start + tokens.clone().take_while(spans).count();
    if opener > tokens.start && opener < tokens.end && doc.is(opener, Class::Temporal) {
        return opener + 1..tokens.end;
    }
    if tokens.is_empty() || !doc.is(tokens.start, Class::Preposition) {
        return tokens;
    }
    // "In January Amnesty said": behind the month the source begins.
    let of_time =
        |i: &usize| doc.word(*i).time.is_some() || doc.is_any(*i, &[Class::Month, Class::Weekday]);
    let past = (tokens.start + 1..tokens.end)
        .take_while(|i| of_time(i) || doc.is_kind(*i, TokenKind::Number));
    let named = past.last().map(|last| last + 1);
    if let Some(start) = named.filter(|i| *i < tokens.end && doc.is_capital(*i)) {
        return start..tokens.end;
    }
    let starts = |i: usize| {
        doc.is_any(i, &[Class::Determiner, Class::Possessive, Class::Title])
            && !doc.is_any(i - 1, &[Class::Preposition, Class::Of])
    };
    let pronoun = tokens.end - 1;
    if doc.is(pronoun, Class::Pronoun) {
        return pronoun..tokens.end;
    }
    let start = (tokens.start + 1..tokens.end).rev().find(|i| starts(*i));
    let bare = tokens
        .end
        .checked_sub(1)
        .filter(|i| doc.is(*i, Class::SourceNoun));
    start.or(bare).unwrap_or(tokens.end)..tokens.end
}

/// "GRAPHIC CONTENT Police": past words in capitals that do not belong to the source.
fn past_label(doc: &Doc<'_>, tokens: &Range<usize>) -> usize {
    let shouted = doc.sentence_of(tokens.start).is_some_and(|s| s.shouted);
    let label = tokens.clone().take_while(|i| who::is_in_capitals(doc, *i));
    let end = tokens.start + label.count();
    let is_label = end >= tokens.start + 2 && end < tokens.end && !shouted;
    if is_label { end } else { tokens.start }
}

/// Without the conjunctions, times, labels and brackets at its ends.
pub(super) fn trimmed(doc: &Doc<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty()
        && (doc.is_any(
            tokens.start,
            &[
                Class::Coordinator,
                Class::Weekday,
                Class::Adverb,
                Class::Temporal,
            ],
        ) && !doc.is(tokens.start, Class::Pronoun)
            || doc.is(tokens.start, Class::Preposition) && doc.is(tokens.start + 1, Class::Weekday)
            || doc.is_kind(tokens.start, TokenKind::Mark))
    {
        tokens.start += 1;
    }
    tokens.start = past_label(doc, &tokens);
    let is_time = |i: usize| {
        doc.word(i).time.is_some() && !doc.is_any(i, &[Class::Organisation, Class::SourceNoun])
    };
    while !tokens.is_empty()
        && (is_time(tokens.end - 1)
            || doc.is_any(
                tokens.end - 1,
                &[
                    Class::Preposition,
                    Class::Determiner,
                    Class::Coordinator,
                    Class::Weekday,
                ],
            ) && !doc.is(tokens.end - 1, Class::Pronoun)
            || doc.is_kind(tokens.end - 1, TokenKind::Mark)
                && !is_point(doc, tokens.end - 1)
                && !closes_bracket(doc, &tokens))
    {
        tokens.end -= 1;
    }
    tokens
}

/// Where the word before a square bracket ends that closes at `close`: "the National Police [PN]". A label such as
/// "[Text]" stands behind no word.
fn before_bracket(doc: &Doc<'_>, first: usize, close: usize) -> Option<usize> {
    let open = (first + 1..close).rev().find(|i| doc.str(*i) == "[")?;
    doc.is_kind(open - 1, TokenKind::Word).then_some(open)
}

/// Does a bracket that these tokens open close at their end: "the Observatory (SOHR)", "the National Police [PN]"?
fn closes_bracket(doc: &Doc<'_>, tokens: &Range<usize>) -> bool {
    let opener = match doc.str(tokens.end - 1) {
        ")" => "(",
        "]" => "[",
        _ => return false,
    };
    tokens.clone().any(|i| doc.str(i) == opener)
}
