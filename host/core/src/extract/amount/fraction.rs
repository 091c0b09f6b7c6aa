//! Parts and ranks in words: "two thirds", "one and a half", "half a million", "one hundred twenty-fifth".

use super::cardinal::{Cardinal, cardinal};
use super::piece::{Piece, PieceKind};
use crate::model::Decimal;

/// What the pieces from the first on say.
#[derive(Clone, Copy, Debug)]
pub(super) enum Said {
    /// A whole number, or one that counts as such: "half a million".
    Number(Cardinal),
    /// A number with a part in it.
    Share {
        value: Decimal,
        end: usize,
        /// "A third": a part only where no noun follows that it would be the third of.
        rank: bool,
    },
    /// "Hundred and twentieth".
    Rank { end: usize },
}

/// Scales from here on take a part that follows: "five million and a half".
const TAKES_PART: u32 = 1_000_000;

/// The number, part or rank that begins with the first piece.
pub(super) fn said(pieces: &[Piece]) -> Option<Said> {
    let end = pieces
        .iter()
        .position(|p| matches!(p.kind, PieceKind::Point))
        .unwrap_or(pieces.len());
    let closing = pieces[..end].iter().position(|p| is_closing(p.kind));
    if let Some(last) = closing {
        let part = leading_part(pieces)
            .or_else(|| mixed(pieces, last))
            .or_else(|| whole_share(pieces, last))
            .or_else(|| rank(&pieces[..=last]));
        if part.is_some() {
            return part;
        }
    }
    cardinal(pieces, 0, false).map(Said::Number)
}

fn is_closing(kind: PieceKind) -> bool {
    matches!(
        kind,
        PieceKind::Part { .. } | PieceKind::Ordinal { .. } | PieceKind::Parts { .. }
    )
}

/// "Half a million", "half a dozen", "a half million", "quarter million".
fn leading_part(pieces: &[Piece]) -> Option<Said> {
    let start = usize::from(pieces[0].kind == PieceKind::A);
    let PieceKind::Part { of } = pieces.get(start)?.kind else {
        return None;
    };
    let article = start == 0 && pieces.get(1).is_some_and(|p| p.kind == PieceKind::A);
    let (value, end, unit) = scaled(pieces, start + 1 + usize::from(article))?;
    let value = value.quotient(Decimal::from(of))?;
    Some(Said::Number(Cardinal { value, end, unit }))
}

/// The scales that begin here, multiplied; none where there is none.
fn scaled(pieces: &[Piece], at: usize) -> Option<(Decimal, usize, Decimal)> {
    let mut value = Decimal::from(1);
    let mut end = at;
    while let Some(PieceKind::Scale(scale)) = pieces.get(end).map(|p| p.kind) {
        value = value.checked_mul(Decimal::new(i64::try_from(scale).ok()?, 0)?)?;
        end += 1;
    }
    (end > at).then_some((value, end, value))
}

/// "One hundred and three and two thirds", "3 million and a half", "one billion and three quarters million".
fn mixed(pieces: &[Piece], last: usize) -> Option<Said> {
    let and = pieces[..last]
        .iter()
        .rposition(|p| p.kind == PieceKind::And)?;
    let left = cardinal(&pieces[..and], 0, true).filter(|left| left.end == and)?;
    let (part, rank) = share(pieces, and + 1, last)?;
    let one = Decimal::from(1);
    let (value, end) = match scaled(pieces, last + 1) {
        Some((scale, end, _)) if left.unit > scale => {
            (left.value.rounded_add(part.rounded_mul(scale)?)?, end)
        }
        Some((scale, end, _)) => (left.value.rounded_add(part)?.rounded_mul(scale)?, end),
        None => {
            let takes = left.unit >= Decimal::from(TAKES_PART);
            let unit = if takes { left.unit } else { one };
            (left.value.rounded_add(part.rounded_mul(unit)?)?, last + 1)
        }
    };
    if end > last + 1 {
        let unit = one;
        return Some(Said::Number(Cardinal { value, end, unit }));
    }
    Some(Said::Share { value, end, rank })
}

/// "Two thirds", "three quarters million".
fn whole_share(pieces: &[Piece], last: usize) -> Option<Said> {
    let (value, rank) = share(pieces, 0, last)?;
    if let Some((scale, end, unit)) = scaled(pieces, last + 1) {
        let value = value.rounded_mul(scale)?;
        return Some(Said::Number(Cardinal { value, end, unit }));
    }
    let end = last + 1;
    Some(Said::Share { value, end, rank })
}

/// A part whose last word is `last`, and whether that word may be a rank.
fn share(pieces: &[Piece], first: usize, last: usize) -> Option<(Decimal, bool)> {
    // "Two and half".
    if first == last && first > 0 {
        let PieceKind::Part { of } = pieces[last].kind else {
            return None;
        };
        return Some((Decimal::from(1).quotient(Decimal::from(of))?, false));
    }
    (first + 1..=last).find_map(|cut| {
        let over = numerator(pieces, first, cut)?;
        let (under, rank) = denominator(pieces, cut, last)?;
        let one = over == Decimal::from(1);
        let plural = matches!(pieces[last].kind, PieceKind::Parts { .. });
        (plural || one).then_some((over.quotient(under)?, rank && !plural))
    })
}

fn numerator(pieces: &[Piece], first: usize, cut: usize) -> Option<Decimal> {
    match pieces[first].kind {
        PieceKind::A if cut == first + 1 => Some(Decimal::from(1)),
        // "100 millionths" in digits: nobody writes a share so.
        PieceKind::Value(_) if cut == first + 1 => None,
        _ => {
            let over = cardinal(&pieces[..cut], first, false)?;
            (over.end == cut && over.value > Decimal::ZERO).then_some(over.value)
        }
    }
}

/// "Thirds", "twenty-firsts", "one hundred and fifth": the longest is tried first.
fn denominator(pieces: &[Piece], cut: usize, last: usize) -> Option<(Decimal, bool)> {
    let alone = cut == last;
    match pieces[last].kind {
        PieceKind::Part { of } if alone => Some((of.into(), false)),
        PieceKind::Parts { of, rank: false } if alone => Some((whole(of)?, false)),
        PieceKind::Parts { of, rank: true } | PieceKind::Ordinal { value: of } if alone => {
            (of > 2).then_some((whole(of)?, true))
        }
        PieceKind::Parts { of, rank: true } if of < 100 => Some((ranked(pieces, cut, last)?, true)),
        PieceKind::Ordinal { .. } => Some((ranked(pieces, cut, last)?, true)),
        _ => None,
    }
}

fn whole(value: u64) -> Option<Decimal> {
    Decimal::new(i64::try_from(value).ok()?, 0)
}

/// The value of a rank of several words, if they are one: its last word counts as the number it ranks.
fn ranked(pieces: &[Piece], first: usize, last: usize) -> Option<Decimal> {
    let opens = matches!(
        pieces[first].kind,
        PieceKind::Cardinal(_) | PieceKind::Value(_) | PieceKind::A
    );
    // "Ninety-five hundredths": a hyphen holds its two words together.
    if !opens || (pieces[first].tied && first > 0) {
        return None;
    }
    let mut plain = pieces[first..=last].to_vec();
    let end = plain.last_mut()?;
    let (PieceKind::Ordinal { value } | PieceKind::Parts { of: value, .. }) = end.kind else {
        return None;
    };
    end.kind = match u32::try_from(value) {
        Ok(small) if small < 100 => PieceKind::Cardinal(small),
        _ => PieceKind::Scale(value),
    };
    let found = cardinal(&plain, 0, false)?;
    (found.end == plain.len()).then_some(found.value)
}

/// "One hundred twenty-fifth", "three trillionth".
fn rank(pieces: &[Piece]) -> Option<Said> {
    let last = pieces.len() - 1;
    let is_rank = matches!(pieces[last].kind, PieceKind::Ordinal { .. });
    ranked(pieces, 0, last).filter(|_| is_rank && last > 0)?;
    let end = pieces.len();
    Some(Said::Rank { end })
}
