//! One number with its sign, in digits or in words.

use super::cardinal::Cardinal;
use super::digits::{digits_at, is_sign};
use super::fraction::{Said, said};
use super::piece::{Piece, closes, pieces};
use super::{AmountKind, Core, Reader};
use crate::lexicon::{Class, NumberWord};
use crate::model::{Decimal, Form};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// A single number: digits, number words, or a vague word.
    pub(super) fn number_at(&self, i: usize) -> Option<Core> {
        if i >= self.sentence.end {
            return None;
        }
        if let Some(number) = self.sign_at(i) {
            return self.unsigned_at(number).and_then(negative);
        }
        self.vague_at(i).or_else(|| self.unsigned_at(i))
    }

    /// The place behind a minus, if one stands here: a dash with room behind it is a bullet unless nothing else follows.
    fn sign_at(&self, i: usize) -> Option<usize> {
        let doc = self.doc;
        if doc.word(i).number == Some(NumberWord::Minus) {
            return Some(i + 1);
        }
        let text = doc.str(i);
        if !is_sign(text) || !doc.is_kind(i, TokenKind::Mark) {
            return None;
        }
        let glued = doc.tokens.get(i + 1).is_some_and(|next| !next.spaced);
        let opens = doc.tokens[i].spaced
            || i == self.sentence.start
            || !doc.is_kind(i - 1, TokenKind::Word)
                && !doc.is_kind(i - 1, TokenKind::Number)
                && !is_sign(doc.str(i - 1));
        let alone = || {
            i == self.sentence.start
                && self
                    .unsigned_at(i + 1)
                    .is_some_and(|core| core.end >= self.sentence.end)
        };
        (opens && (glued || alone())).then_some(i + 1)
    }

    fn unsigned_at(&self, i: usize) -> Option<Core> {
        let (doc, end) = (self.doc, self.sentence.end);
        if i >= end {
            return None;
        }
        if let Some(digits) = digits_at(doc, i)
            && (digits.odd || !self.goes_on(digits.end))
        {
            let kind = digits.odd.then_some(AmountKind::Other);
            return Some(exact(digits.value, digits.end.min(end), kind));
        }
        self.in_words(i, &pieces(doc, i, end))
    }

    /// What the parts of a number in words say together.
    fn in_words(&self, i: usize, pieces: &[Piece]) -> Option<Core> {
        let found = said(pieces)?;
        let (Said::Number(Cardinal { end, .. }) | Said::Share { end, .. } | Said::Rank { end }) =
            found;
        let last = pieces.get(end.checked_sub(1)?).filter(|p| p.last)?;
        match found {
            Said::Number(number) => Some(Core {
                unit: number.unit,
                ..exact(number.value, last.end, None)
            }),
            Said::Share { value, rank, .. } => {
                if !rank || closes(self.doc, last.end, self.sentence.end) {
                    return Some(exact(value, last.end, Some(AmountKind::Other)));
                }
                // "One third man", "three and a fifth column".
                self.whole_at(i, pieces.first()?.end)
            }
            Said::Rank { .. } if self.ranks_a_plural(&pieces[..end], last.end) => {
                self.whole_at(i, i + 1)
            }
            Said::Rank { .. } => Some(exact(Decimal::ZERO, last.end, Some(AmountKind::Ordinal))),
        }
    }

    /// Do number words stand behind digits: "2 million", "137-million"?
    fn goes_on(&self, at: usize) -> bool {
        let glued = |i: usize| self.doc.tokens.get(i).is_some_and(|token| !token.spaced);
        let tied = is_sign(self.doc.str(at)) && glued(at) && glued(at + 1);
        if tied && matches!(self.doc.word(at + 1).number, Some(NumberWord::Scale(_))) {
            return true;
        }
        let next = self.doc.word(at);
        next.number.is_some()
            || next.time == Some(crate::lexicon::TimeWord::Link(crate::lexicon::Link::And))
    }

    /// "Twenty first responders": the rank belongs to a noun that is counted.
    fn ranks_a_plural(&self, pieces: &[Piece], behind: usize) -> bool {
        let loose = pieces.len() == 2 && !pieces[1].tied;
        let noun = self.doc.str(behind);
        loose && self.doc.is_kind(behind, TokenKind::Word) && noun.ends_with('s') && noun.len() > 3
    }

    /// The first word alone.
    fn whole_at(&self, i: usize, end: usize) -> Option<Core> {
        match self.doc.word(i).number {
            Some(NumberWord::Cardinal(value)) if !self.doc.is(i, Class::OrdinalEnding) => {
                Some(exact(value.into(), end, None))
            }
            _ => None,
        }
    }
}

fn exact(value: Decimal, end: usize, kind: Option<AmountKind>) -> Core {
    Core {
        end,
        low: value,
        high: Some(value),
        form: Form::Exact,
        unit: Decimal::from(1),
        kind,
    }
}

fn negative(core: Core) -> Option<Core> {
    if core.kind == Some(AmountKind::Ordinal) {
        return None;
    }
    let value = core.low.negated();
    Some(Core {
        low: value,
        high: Some(value),
        kind: Some(AmountKind::Other),
        ..core
    })
}
