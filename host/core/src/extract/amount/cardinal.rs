//! Number words added up: "two hundred and six thousand", "one point zero eight".

use super::piece::{Piece, PieceKind, is_tens};
use crate::model::Decimal;

/// A number in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    pub(super) value: Decimal,
    /// The piece behind it.
    pub(super) end: usize,
    /// Its last scale: one million of "three million", one of "six".
    pub(super) unit: Decimal,
}

/// One summand: "two hundred" of "two hundred and six", and its scale.
#[derive(Clone, Copy)]
struct Term {
    value: Decimal,
    unit: Decimal,
}

/// The longest number that begins with piece `at`. `loose`: "twenty and three" is one too.
pub(super) fn cardinal(pieces: &[Piece], at: usize, loose: bool) -> Option<Cardinal> {
    let mut terms: Vec<Term> = Vec::new();
    let mut at = at;
    loop {
        let linked = terms.last().is_none_or(|last| {
            let scaled = last.unit > Decimal::from(1);
            scaled || (loose && last.value >= Decimal::from(20))
        });
        let and = !terms.is_empty() && is_and(pieces, at);
        if and && !linked {
            break;
        }
        let Some((value, next)) = element(pieces, at + usize::from(and)) else {
            break;
        };
        // "3 hundred and 2.12 hundred" are two numbers.
        if !terms.is_empty() && !value.is_integer() {
            break;
        }
        let below = and && loose;
        let Some(next) = add(&mut terms, (pieces, next), value, below) else {
            break;
        };
        at = next;
    }
    let unit = terms.last()?.unit;
    let mut value = Decimal::ZERO;
    for term in &terms {
        value = value.checked_add(term.value)?;
    }
    let end = at;
    Some(spoken(pieces, &terms, Cardinal { value, end, unit }))
}

fn is_and(pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|p| p.kind == PieceKind::And)
}

/// Digits, a small number in words, or "a" before a scale.
fn element(pieces: &[Piece], at: usize) -> Option<(Decimal, usize)> {
    let next = pieces.get(at + 1).map(|p| p.kind);
    match pieces.get(at)?.kind {
        PieceKind::Value(value) => Some((value, at + 1)),
        PieceKind::Cardinal(tens) => match next {
            Some(PieceKind::Cardinal(unit @ 1..10)) if is_tens(tens) => {
                Some(((tens + unit).into(), at + 2))
            }
            _ => Some((tens.into(), at + 1)),
        },
        PieceKind::A => {
            matches!(next, Some(PieceKind::Scale(_))).then(|| (Decimal::from(1), at + 1))
        }
        _ => None,
    }
}

/// Adds a value with the scales behind it, and gives the place behind; none where it is no part of the same number.
fn add(
    terms: &mut Vec<Term>,
    (pieces, mut at): (&[Piece], usize),
    value: Decimal,
    loose: bool,
) -> Option<usize> {
    let (mut factor, mut first, mut last) = (Decimal::from(1), None, 0);
    while let Some(PieceKind::Scale(scale)) = pieces.get(at).map(|p| p.kind) {
        if scale < last {
            break; // "Three million hundred" is no number.
        }
        let by = Decimal::new(i64::try_from(scale).ok()?, 0)?;
        factor = factor.checked_mul(by)?;
        first = first.or(Some(by));
        (last, at) = (scale, at + 1);
    }
    let mut kept = terms.len();
    let mut sum = value;
    if let Some(scale) = first {
        // "Two hundred and two thousand": the thousand takes all that is smaller.
        while kept > 0 && terms[kept - 1].value < scale && sum < terms[kept - 1].unit {
            sum = sum.checked_add(terms[kept - 1].value)?;
            kept -= 1;
        }
    }
    let product = sum.rounded_mul(factor)?;
    if kept > 0 {
        // Behind "twenty and" units may come.
        let least = Decimal::from(if loose { 10 } else { 0 });
        if product >= terms[kept - 1].unit.max(least) {
            return None;
        }
    }
    terms.truncate(kept);
    terms.push(Term {
        value: product,
        unit: factor,
    });
    Some(at)
}

/// "Two hundred point seventy-one": what is said behind the point is read digit after digit.
fn spoken(pieces: &[Piece], terms: &[Term], whole: Cardinal) -> Cardinal {
    try_spoken(pieces, terms, &whole).unwrap_or(whole)
}

fn try_spoken(pieces: &[Piece], terms: &[Term], whole: &Cardinal) -> Option<Cardinal> {
    if pieces.get(whole.end)?.kind != PieceKind::Point || !whole.value.is_integer() {
        return None;
    }
    let mut digits = String::new();
    let mut at = whole.end + 1;
    while let Some((value, next)) = element(pieces, at).filter(|(v, _)| v.is_integer()) {
        digits.push_str(&value.to_string());
        at = next;
    }
    if digits.is_empty() {
        return None;
    }
    let value = format!("{}.{digits}", whole.value).parse().ok()?;
    let mut scaled: Vec<Term> = Vec::new();
    let end = add(&mut scaled, (pieces, at), value, false)?;
    let last = scaled.last()?;
    let unit = if last.unit > Decimal::from(1) {
        last.unit
    } else {
        terms.last()?.unit
    };
    let value = last.value;
    Some(Cardinal { value, end, unit })
}
