//! By what it was done, and how old somebody named is: rarer facts of a claim.

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Listing, NumberWord, Tag};
use crate::text::{Doc, TokenKind};

/// Above this a number behind a name is no age. The oldest person on record was 122.
const OLDEST: u32 = 122;

/// The most tokens between the words that open a claim and the means.
const REACH: usize = 10;

/// The means named nearest to the words that open a claim, within the part of the sentence that is about it; of words
/// that overlap the longest.
pub(super) fn means<'a>(
    doc: &Doc<'a>,
    marks: &Marks,
    narrow: &Range<usize>,
    trigger: &Range<usize>,
) -> Option<&'a str> {
    let distance = |start: usize, end: usize| {
        if start >= trigger.end {
            start - trigger.end
        } else {
            trigger.start.saturating_sub(end)
        }
    };
    let named = marks.within(narrow).filter_map(|mark| match mark.tag {
        Tag::Kind(Listing::Means, index) if mark.end <= narrow.end => Some((mark, index)),
        _ => None,
    });
    let near = named.filter(|(mark, _)| distance(mark.start, mark.end) <= REACH);
    let nearest = near.min_by_key(|(mark, _)| {
        let length = mark.end - mark.start;
        (distance(mark.start, mark.end), std::cmp::Reverse(length))
    });
    nearest.map(|(_, index)| doc.lexicon.kind(Listing::Means, index))
}

/// The age that stands with a name: "Ana Reyes, 34," "34-year-old Ana Reyes", "Ana Reyes, a 34-year-old nurse".
pub(super) fn age(doc: &Doc<'_>, name: &Range<usize>) -> Option<u32> {
    let number = |i: usize| {
        let digits = doc
            .is_kind(i, TokenKind::Number)
            .then(|| doc.str(i).parse::<u32>());
        digits
            .and_then(Result::ok)
            .filter(|age| (1..=OLDEST).contains(age))
    };
    let years = |i: usize| {
        let unit = i + 1 + usize::from(doc.str(i + 1) == "-");
        let apart = doc.is(unit, Class::Measure) && doc.is(unit + 1, Class::Aged);
        (doc.is(unit, Class::Aged) || apart) && !doc.is(unit, Class::Infancy)
    };
    let behind = name
        .clone()
        .chain([name.end])
        .find(|i| doc.str(*i) == ",")
        .and_then(|comma| {
            let set_off = matches!(doc.str(comma + 2), "," | "." | ";" | ")");
            let plain = number(comma + 1).filter(|_| set_off);
            plain.or_else(|| number(comma + 2).filter(|_| years(comma + 2)))
        });
    let in_word = || name.clone().take(3).find_map(|i| age_in_word(doc, i));
    // The phrase may hold the age itself, or begin within it: "10-" before "year-old boy".
    let first = [3, 2]
        .into_iter()
        .filter_map(|back| name.start.checked_sub(back));
    let mut before = first.chain(name.clone().take(3)).filter(|i| years(*i));
    // "A 59-year-old man, a 49-year-old woman": the phrase's own age stands before what follows.
    let own = name.clone().take(3).filter(|i| years(*i)).find_map(number);
    own.or(behind)
        .or_else(|| before.find_map(number))
        .or_else(in_word)
}

/// "Five-year-old".
fn age_in_word(doc: &Doc<'_>, i: usize) -> Option<u32> {
    let (number, unit) = doc.str(i).split_once('-')?;
    let known = |word: &str| doc.lexicon.word(doc.lexicon.word_id(&word.to_lowercase()));
    let unit = known(unit);
    match known(number).number {
        Some(NumberWord::Cardinal(years)) if unit.is(Class::Aged) && !unit.is(Class::Infancy) => {
            Some(years)
        }
        _ => None,
    }
}
