//! Number words cut into their parts: "twenty-one hundred" is twenty, one and hundred.

use super::digits::digits_at;
use crate::lexicon::{Class, Link, NumberWord, TimeWord, WordId};
use crate::model::Decimal;
use crate::text::{Doc, TokenKind};

/// One part of a number in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    /// One past its last token.
    pub(super) end: usize,
    /// Does its token end with it?
    pub(super) last: bool,
    /// Does a hyphen tie it to the part before?
    pub(super) tied: bool,
}

/// What a part says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PieceKind {
    /// In digits.
    Value(Decimal),
    Cardinal(u32),
    Scale(u64),
    Part {
        of: u32,
    },
    Ordinal {
        value: u64,
    },
    /// "thirds", "halves".
    Parts {
        of: u64,
        rank: bool,
    },
    And,
    A,
    Point,
}

/// The most parts of one number.
const MOST: usize = 24;

/// Of plural words these and larger ones are scales behind a number: "three dozens", "two millions".
const SMALLEST_SCALE: u32 = 24;

/// Is it a word with a hyphen whose first part is a number word?
pub(super) fn is_compound(doc: &Doc<'_>, i: usize) -> bool {
    let unknown = doc.tokens[i].word == WordId::UNKNOWN;
    let first = || doc.str(i).split_once('-').map(|(first, _)| first);
    unknown
        && first().is_some_and(|first| {
            number_word(doc, first).is_some() || first.eq_ignore_ascii_case("a")
        })
}

/// The parts from token `i` on, as long as they are parts of a number.
pub(super) fn pieces(doc: &Doc<'_>, i: usize, end: usize) -> Vec<Piece> {
    let mut found = Vec::with_capacity(8);
    let mut at = i;
    while at < end && found.len() < MOST {
        let next = add_token(doc, at, &mut found);
        if next == at {
            break;
        }
        at = next;
    }
    found
}

/// Adds the parts of the token, and gives the one behind; the same if it has none.
fn add_token(doc: &Doc<'_>, at: usize, found: &mut Vec<Piece>) -> usize {
    let before = found.last().map(|p| p.kind);
    let mut put = |kind: PieceKind, end: usize, tied: bool| {
        found.push(Piece {
            kind,
            end,
            last: true,
            tied,
        });
        end
    };
    if !doc.is_kind(at, TokenKind::Word) {
        if ties(doc, at, before) {
            let kind = word_kind(doc, at + 1, before);
            return kind.map_or(at, |kind| put(kind, at + 2, true));
        }
        return match digits_at(doc, at).filter(|d| !d.odd) {
            Some(digits) => put(PieceKind::Value(digits.value), digits.end, false),
            None => at,
        };
    }
    if let Some(kind) = word_kind(doc, at, before) {
        return put(kind, at + 1, false);
    }
    if doc.tokens[at].word == WordId::UNKNOWN && doc.str(at).contains('-') {
        return add_compound(doc, at, found);
    }
    at
}

/// "Fifty - two", "one - fourth": a hyphen with room around it; "137-million".
fn ties(doc: &Doc<'_>, at: usize, before: Option<PieceKind>) -> bool {
    let hyphen = doc.str(at) == "-";
    let first = match before {
        Some(PieceKind::Cardinal(first)) => first,
        Some(PieceKind::Value(_)) => {
            let scale = matches!(doc.word(at + 1).number, Some(NumberWord::Scale(_)));
            return hyphen && scale && !doc.tokens[at].spaced;
        }
        _ => return false,
    };
    hyphen
        && match doc.word(at + 1).number {
            Some(NumberWord::Cardinal(second)) => is_tens(first) && (1..10).contains(&second),
            Some(NumberWord::Ordinal { value, .. }) => value > 2,
            _ => false,
        }
}

pub(super) fn is_tens(value: u32) -> bool {
    (20..100).contains(&value) && value.is_multiple_of(10)
}

fn word_kind(doc: &Doc<'_>, at: usize, before: Option<PieceKind>) -> Option<PieceKind> {
    let word = doc.word(at);
    if let Some(number) = word.number {
        return kind_of(number, before);
    }
    if word.time == Some(TimeWord::Link(Link::And)) {
        return before.map(|_| PieceKind::And);
    }
    let opens = matches!(before, None | Some(PieceKind::And | PieceKind::Part { .. }));
    (opens && word.time == Some(TimeWord::Link(Link::A))).then_some(PieceKind::A)
}

fn kind_of(number: NumberWord, before: Option<PieceKind>) -> Option<PieceKind> {
    let rank = true;
    Some(match number {
        NumberWord::Cardinal(value) => PieceKind::Cardinal(value),
        NumberWord::Scale(scale) => PieceKind::Scale(scale),
        NumberWord::Part { of, plural: false } => PieceKind::Part { of },
        NumberWord::Part { of, plural: true } => PieceKind::Parts {
            of: of.into(),
            rank: false,
        },
        NumberWord::Ordinal {
            value,
            plural: false,
        } => PieceKind::Ordinal { value },
        NumberWord::Ordinal {
            value,
            plural: true,
        } => PieceKind::Parts { of: value, rank },
        NumberWord::Point => PieceKind::Point,
        NumberWord::Vague { low, .. } if low >= Decimal::from(SMALLEST_SCALE) => {
            let counted = matches!(
                before,
                Some(PieceKind::Value(_) | PieceKind::Cardinal(_) | PieceKind::Scale(_))
            );
            PieceKind::Scale(u64::try_from(low.units() / 2).ok().filter(|_| counted)?)
        }
        NumberWord::Vague { .. } | NumberWord::Minus => return None,
    })
}

/// The number a part of a word names.
fn number_word(doc: &Doc<'_>, part: &str) -> Option<NumberWord> {
    doc.lexicon
        .word(doc.lexicon.word_id(&part.to_lowercase()))
        .number
}

/// "Twenty-six", "one-and-a-half": every part must be one of a number.
fn add_compound(doc: &Doc<'_>, at: usize, found: &mut Vec<Piece>) -> usize {
    let first = found.len();
    for part in doc.str(at).split(['-', '\u{2010}', '\u{2011}']) {
        let before = found.last().map(|p| p.kind);
        let kind = part_kind(doc, part, before).filter(|_| found.len() < MOST);
        let Some(kind) = kind else {
            found.truncate(first);
            return at;
        };
        found.push(Piece {
            kind,
            end: at + 1,
            last: false,
            tied: found.len() > first,
        });
    }
    if let Some(last) = found.last_mut() {
        last.last = true;
    }
    at + 1
}

fn part_kind(doc: &Doc<'_>, part: &str, before: Option<PieceKind>) -> Option<PieceKind> {
    let word = doc.lexicon.word(doc.lexicon.word_id(&part.to_lowercase()));
    match (word.number, word.time) {
        (Some(number), _) => kind_of(number, before),
        (_, Some(TimeWord::Link(Link::And))) => before.map(|_| PieceKind::And),
        (_, Some(TimeWord::Link(Link::A))) => Some(PieceKind::A),
        _ => None,
    }
}

/// Does a text go on here without a noun that a rank before it would belong to: "a third of", "a third."?
pub(super) fn closes(doc: &Doc<'_>, at: usize, end: usize) -> bool {
    at >= end
        || !doc.is_kind(at, TokenKind::Word) && !matches!(doc.str(at), "-" | "–")
        || doc.is_any(
            at,
            &[
                Class::Of,
                Class::Preposition,
                Class::Coordinator,
                Class::ClauseBreak,
                Class::Be,
                Class::Have,
            ],
        )
}
