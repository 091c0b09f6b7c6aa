//! Ages: "Jane Doe, 34", "a 23-year-old man", "two men, 19 and 20".

use super::mention::Mention;
use crate::lexicon::{Class, NumberWord};
use crate::text::{Doc, Sentence, TokenKind};

/// The oldest that somebody is taken to be.
const OLDEST: u32 = 115;

/// The ages behind a name or noun: ", 34,", ", ages 3 and 5,", "(34)".
pub(super) fn add_ages(doc: &Doc<'_>, sentence: &Sentence, mention: &mut Mention) {
    let end = mention.tokens.end;
    let years = |i: usize| {
        (i < sentence.tokens.end && doc.is_kind(i, TokenKind::Number))
            .then(|| doc.str(i).parse::<u32>().ok().filter(|age| *age <= OLDEST))
            .flatten()
    };
    // The name may hold its age already.
    if mention.portrait.age.is_none()
        && end > mention.tokens.start
        && let Some(age) = years(end - 1).filter(|_| doc.str(end.wrapping_sub(2)) == ",")
    {
        mention.portrait.age = Some(age);
        return;
    }
    if !matches!(doc.str(end), "," | "(") {
        return;
    }
    let label = usize::from(doc.is(end + 1, Class::Label));
    let mut at = end + 1 + label;
    let Some(first) = years(at) else {
        return;
    };
    at += 1;
    let mut ages = vec![first];
    while mention.count != Some(1) && ages.len() < 12 {
        let next = at + usize::from(doc.str(at) == ",");
        let next = next + usize::from(doc.is(next, Class::Coordinator));
        let Some(age) = years(next).filter(|_| next > at) else {
            break;
        };
        ages.push(age);
        at = next + 1;
    }
    let closes = at >= sentence.tokens.end
        // "A man, 49-year-old woman": another's.
        || doc.is_kind(at, TokenKind::Mark) && doc.str(at) != "-"
        || doc.is_any(at, &[Class::Coordinator, Class::Be]);
    if !closes {
        return;
    }
    mention.tokens.end = at;
    match mention.count {
        Some(1) => mention.portrait.age = mention.portrait.age.or(Some(first)),
        _ => mention.ages = ages,
    }
}

/// "23-year-old", "23 year old", "two-year-old", "3-month-old": years where a figure gives them, and what follows.
pub(super) fn age_at(doc: &Doc<'_>, i: usize) -> Option<(Option<u32>, usize)> {
    if doc.str(i).contains('-') {
        return age_in_word(doc, i).map(|years| (years, i + 1));
    }
    let value = figure_at(doc, i).filter(|age| *age <= OLDEST)?;
    let unit = i + 1 + usize::from(doc.str(i + 1) == "-");
    let years = if doc.is(unit, Class::Infancy) {
        0
    } else {
        value
    };
    if doc.is(unit, Class::Aged) {
        return Some((Some(years), unit + 1));
    }
    let old = unit + 1 + usize::from(doc.str(unit + 1) == "-");
    (doc.is(unit, Class::Measure) && doc.is(old, Class::Aged)).then_some((Some(years), old + 1))
}

/// "Two-year-old", but not "centuries-old".
fn age_in_word(doc: &Doc<'_>, i: usize) -> Option<Option<u32>> {
    let word = doc.str(i).to_lowercase();
    word.match_indices('-').take(3).find_map(|(at, _)| {
        let unit = &word[at + 1..];
        let known = doc.lexicon.word(doc.lexicon.word_id(unit));
        let years = number_named(doc, &word[..at]);
        let years = years.map(|years| if known.is(Class::Infancy) { 0 } else { years });
        (known.is(Class::Aged) && unit.contains('-')).then_some(years)
    })
}

/// A whole number in words or digits.
pub(super) fn figure_at(doc: &Doc<'_>, i: usize) -> Option<u32> {
    match doc.word(i).number {
        Some(NumberWord::Cardinal(value)) => Some(value),
        _ if doc.is_kind(i, TokenKind::Number) => doc.str(i).parse().ok(),
        _ => None,
    }
}

fn number_named(doc: &Doc<'_>, word: &str) -> Option<u32> {
    match doc.lexicon.word(doc.lexicon.word_id(word)).number {
        Some(NumberWord::Cardinal(value)) => Some(value),
        _ => None,
    }
}
