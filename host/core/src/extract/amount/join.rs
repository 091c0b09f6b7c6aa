//! Two numbers that are one: "at least 20 and at most 100", "two out of three".

use std::ops::Range;

use super::{Amount, AmountKind};
use crate::lexicon::{Class, Found, Link, Tag, TimeWord};
use crate::model::{Bounds, Decimal, Form};
use crate::text::{Doc, TokenKind};

/// Joins a floor and a ceiling that stand beside each other, among the amounts from `first` on.
pub(super) fn join_bounds(doc: &Doc<'_>, found: &mut Vec<Amount>, first: usize) {
    let mut i = first;
    while i + 1 < found.len() {
        match joined(doc, &found[i], &found[i + 1]) {
            Some(both) => {
                found[i] = both;
                found.remove(i + 1);
            }
            None => i += 1,
        }
    }
}

fn joined(doc: &Doc<'_>, a: &Amount, b: &Amount) -> Option<Amount> {
    let gap = a.tokens.end..b.tokens.start;
    if !is_link(doc, &gap) {
        return None;
    }
    let (floor, ceiling) = if is_floor(a) { (a, b) } else { (b, a) };
    if !is_floor(floor) || !is_ceiling(ceiling) {
        return None;
    }
    let low = closed(floor.bounds.low?, floor.form == Form::MoreThan, 1)?;
    let high = closed(ceiling.bounds.high?, ceiling.form == Form::LessThan, -1)?;
    (low < high).then(|| Amount {
        tokens: a.tokens.start..b.tokens.end,
        core: a.core.start..b.core.end,
        kind: b.kind,
        form: Form::Range,
        bounds: Bounds {
            low: Some(low),
            high: Some(high),
        },
    })
}

/// "And", "but" or nothing, with or without a comma.
fn is_link(doc: &Doc<'_>, gap: &Range<usize>) -> bool {
    let word = |i: usize| {
        doc.word(i).time == Some(TimeWord::Link(Link::And)) || doc.is(i, Class::Contrast)
    };
    match gap.len() {
        0 => true,
        1 => word(gap.start) || doc.str(gap.start) == ",",
        2 => doc.str(gap.start) == "," && word(gap.start + 1),
        _ => false,
    }
}

fn is_floor(amount: &Amount) -> bool {
    matches!(amount.form, Form::AtLeast | Form::MoreThan)
}

fn is_ceiling(amount: &Amount) -> bool {
    matches!(amount.form, Form::AtMost | Form::LessThan)
}

/// An end that is out is one of whole things further in.
fn closed(end: Decimal, out: bool, step: i64) -> Option<Decimal> {
    if out && end.is_integer() {
        end.checked_add(Decimal::new(step, 0)?)
    } else {
        Some(end)
    }
}

/// The amounts with "one out of three" and "2000 over 3" as the shares they are: for what is found, not for what is
/// claimed, where the first number may count somebody.
pub(in crate::extract) fn shares_joined(
    doc: &Doc<'_>,
    amounts: &[Amount],
    ratios: &mut dyn Iterator<Item = Found>,
) -> Vec<Amount> {
    let mut ratio = ratios.next();
    let mut found: Vec<Amount> = Vec::with_capacity(amounts.len());
    for amount in amounts {
        while ratio.is_some_and(|r| r.end < amount.core.start) {
            ratio = ratios.next();
        }
        let share = ratio
            .filter(|r| r.tag == Tag::Ratio && r.end == amount.core.start)
            .and_then(|r| share(doc, found.last()?, &r, amount));
        match share {
            Some(share) => {
                found.pop();
                found.push(share);
            }
            None => found.push(amount.clone()),
        }
    }
    found
}

fn share(doc: &Doc<'_>, over: &Amount, ratio: &Found, under: &Amount) -> Option<Amount> {
    let one_word = ratio.end - ratio.start == 1;
    let words = doc.is_kind(over.core.start, TokenKind::Word)
        && doc.is_kind(under.core.start, TokenKind::Word);
    let end = doc.sentence_of(under.core.start)?.tokens.end;
    // "12 over 3 days" are two numbers, and so are the digits of "12 out of 10".
    let fits = if one_word {
        super::piece::closes(doc, under.core.end, end)
    } else {
        words
    };
    let plain = over.form == Form::Exact && over.tokens.end == ratio.start;
    let value = over
        .bounds
        .low?
        .quotient(under.bounds.low.or(under.bounds.high)?)?;
    (fits && plain).then(|| Amount {
        tokens: over.tokens.start..under.core.end,
        core: over.core.start..under.core.end,
        kind: AmountKind::Other,
        form: Form::Exact,
        bounds: Bounds::exactly(value),
    })
}
