//! Small steps over the tokens of a sentence: past a bracket, an age, an adverb. All windows are bounded.

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Found, Frame, Tag};
use crate::text::{Case, Doc, TokenKind};

/// The most tokens within a pair of brackets or dashes that is stepped over.
const ASIDE: usize = 30;

/// The most tokens of a time between a verb and whom it befell.
const TIME: usize = 7;

/// The longest ending of a word that the lexicon lists, in letters.
const LONGEST_ENDING: usize = 4;

/// Does the word end in one of the endings of a class: "-ly" of adverbs?
pub(super) fn ends_like(doc: &Doc<'_>, i: usize, class: Class) -> bool {
    let word = doc.str(i);
    (2..=LONGEST_ENDING).any(|letters| {
        let ending = word
            .len()
            .checked_sub(letters)
            .and_then(|at| word.get(at..));
        ending.is_some_and(|e| {
            e.len() < word.len()
                && doc
                    .lexicon
                    .word(doc.lexicon.word_id(&e.to_ascii_lowercase()))
                    .is(class)
        })
    })
}

/// One past "and" or "as well as" at token `i`; else `i`.
pub(super) fn past_coordinator(doc: &Doc<'_>, i: usize) -> usize {
    let well = doc.is(i + 1, Class::Besides)
        && doc.is(i, Class::ClauseBreak)
        && doc.is(i + 2, Class::ClauseBreak);
    match () {
        () if well => i + 3,
        () => i + usize::from(doc.is(i, Class::Coordinator)),
    }
}

/// Is it an adverb, known or by its ending?
pub(super) fn is_adverb(doc: &Doc<'_>, i: usize) -> bool {
    let ending = doc.lexicon.endings().adverb.as_bytes();
    let ends = |word: &str| {
        let at = word.len().checked_sub(ending.len()).filter(|at| *at > 0);
        at.is_some_and(|at| word.as_bytes()[at..].eq_ignore_ascii_case(ending))
    };
    doc.is(i, Class::Adverb)
        || ends(doc.str(i))
            && doc.is_kind(i, TokenKind::Word)
            && (doc.word(i).text.is_empty() || doc.word(i).has_no_part())
            && !is_name_like(doc, i)
}

/// A capital makes it a name ("Kelly"), but at the head of its sentence before a comma ("Sadly, six"), and where the whole word is in
/// capitals.
fn is_name_like(doc: &Doc<'_>, i: usize) -> bool {
    let opens = || {
        let head = doc.sentence_of(i).is_some_and(|s| s.tokens.start == i);
        head && doc.str(i + 1) == "," && !is_number(doc, i + 2)
    };
    let shouted = doc.tokens.get(i).is_some_and(|t| t.case == Case::Upper);
    doc.is_capital(i) && !shouted && !opens()
}

/// "Of them".
pub(super) fn is_of_them(doc: &Doc<'_>, of: usize) -> bool {
    doc.is(of, Class::Of) && doc.is(of + 1, Class::PronounPlural)
}

/// Is it a participle or adjective that can stand before a noun: "slain", "dead"?
pub(super) fn is_verb_form(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i)
        .triggers
        .iter()
        .any(|t| matches!(t.frame, Frame::Participle | Frame::Adjective))
}

/// One past the bracket that opens at `i`: "(FMLN)", "[as heard]".
pub(super) fn past_bracket(doc: &Doc<'_>, i: usize, end: usize) -> Option<usize> {
    let closer = match doc.str(i) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    (i + 1..end.min(i + ASIDE))
        .find(|at| doc.str(*at) == closer)
        .map(|at| at + 1)
}

/// One past the second of two dashes of which the first begins at `i`: "– five men and a boy –".
pub(super) fn past_dashes(doc: &Doc<'_>, i: usize, end: usize) -> Option<usize> {
    let first = dash_end(doc, i)?;
    (first..end.min(i + ASIDE)).find_map(|at| dash_end(doc, at))
}

/// One past a dash, "—", "--" or " - ", that stands at `i`.
fn dash_end(doc: &Doc<'_>, i: usize) -> Option<usize> {
    match doc.str(i) {
        "—" | "–" => Some(i + 1),
        "-" if doc.str(i + 1) == "-" => Some(i + 2),
        "-" if is_free(doc, i) => Some(i + 1),
        _ => None,
    }
}

/// Stands there a blank on either side?
fn is_free(doc: &Doc<'_>, i: usize) -> bool {
    let spaced = |i: usize| doc.tokens.get(i).is_some_and(|token| token.spaced);
    spaced(i) && spaced(i + 1)
}

/// The first token of the aside, in brackets or dashes, that ends just before `end`.
pub(super) fn aside_before(doc: &Doc<'_>, first: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    let from = first.max(end.saturating_sub(ASIDE));
    let opener = match doc.str(last) {
        ")" => "(",
        "]" => "[",
        "—" | "–" => return (from..last).rev().find(|at| dash_end(doc, *at).is_some()),
        "-" if is_free(doc, last) => {
            return (from..last).rev().find(|at| dash_end(doc, *at).is_some());
        }
        "-" if last > first && doc.str(last - 1) == "-" => {
            return (from..last.saturating_sub(1))
                .rev()
                .find(|at| dash_end(doc, *at).is_some_and(|e| e < last - 1));
        }
        _ => return None,
    };
    (from..last).rev().find(|at| doc.str(*at) == opener)
}

/// A number in digits or in words.
pub(super) fn is_number(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_kind(i, TokenKind::Number) || doc.word(i).number.is_some()
}

/// The tokens of a figure that begins at `from` and counts nothing behind it: "40", "at least 40", before a mark, whose figure
/// it is, or a time.
pub(super) fn bare_figure(
    doc: &Doc<'_>,
    marks: &Marks,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let bound = |m: Found| matches!(m.tag, Tag::BoundBefore(_)).then_some(m.end);
    let bounded = marks.starting_at(from).find_map(bound);
    let start = bounded.unwrap_or(from + usize::from(doc.is(from, Class::Adverb)));
    let digits = (start..end).take_while(|i| is_number(doc, *i)).count();
    let next = start + digits;
    let cited = |m: Found| matches!(m.tag, Tag::CuePhrase(_) | Tag::CueVerb(_));
    let closes = next >= end
        || doc.is_kind(next, TokenKind::Mark)
        || doc.word(next).time.is_some()
        || marks.starting_at(next).any(cited);
    (digits > 0 && closes).then_some(from..next)
}

/// "nine", "the nine": one past the figure that stands at `from`, behind its article or without.
pub(super) fn figure_end(doc: &Doc<'_>, from: usize) -> Option<usize> {
    let start = from + usize::from(doc.is(from, Class::Definite));
    let digits = (start..doc.tokens.len()).take_while(|i| is_number(doc, *i));
    digits.last().map(|last| last + 1)
}

/// One past the age that stands at `i`: "29-year-old", "29 years old", "16 year-old".
pub(super) fn age_end(doc: &Doc<'_>, i: usize) -> Option<usize> {
    if !is_number(doc, i) {
        return None;
    }
    let unit = i + 1 + usize::from(doc.str(i + 1) == "-");
    if doc.is(unit, Class::Aged) && !doc.is(unit, Class::Measure) {
        // "two 15-year-olds": the word counts people itself.
        let noun = doc.word(unit).person.is_some();
        return Some(unit + usize::from(!noun));
    }
    let old = unit + 1 + usize::from(doc.str(unit + 1) == "-");
    (doc.is(unit, Class::Measure) && doc.is(old, Class::Aged)).then_some(old + 1)
}

/// Past a time that stands between a verb or noun and whom it befell: "killed in less than 48 hours, a judge and a clerk".
pub(super) fn past_time(doc: &Doc<'_>, from: usize, end: usize) -> Option<usize> {
    let opens = doc.is_any(from, &[Class::Preposition, Class::Temporal]);
    if let Some(past) = past_day(doc, from, end) {
        return Some(past);
    }
    let unit = (from + 1..end.min(from + TIME))
        .take_while(|i| {
            doc.is_kind(*i, TokenKind::Word)
                && doc.word(*i).triggers.is_empty()
                && doc.word(*i).person.is_none()
                || doc.is_kind(*i, TokenKind::Number)
        })
        .find(|i| doc.is(*i, Class::Measure) && doc.word(*i).person.is_none())?;
    let past = unit + 1 + usize::from(doc.str(unit + 1) == ",");
    (opens && past < end).then_some(past)
}

/// "Arrested on Monday evening a man": past the day, where somebody stands behind it.
fn past_day(doc: &Doc<'_>, from: usize, end: usize) -> Option<usize> {
    let day = from + usize::from(doc.is(from, Class::Preposition));
    let timed = |i: &usize| doc.word(*i).time.is_some() && !doc.is(*i, Class::Determiner);
    let past = day + (day..end).take_while(timed).count();
    let told = doc.is(day, Class::Weekday) && past < end;
    let opens = [Class::Determiner, Class::Figure];
    let somebody = doc.is_any(past, &opens) || doc.is_kind(past, TokenKind::Number);
    (told && somebody).then_some(past)
}

/// Does any token of the range mark off a clause or phrase?
pub(super) fn has_mark(doc: &Doc<'_>, range: Range<usize>) -> bool {
    range
        .into_iter()
        .any(|at| doc.is_kind(at, TokenKind::Mark) || doc.is(at, Class::Coordinator))
}
