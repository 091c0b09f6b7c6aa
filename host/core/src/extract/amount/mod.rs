//! Numbers as news writes them, with the words that bound or blur them.
//!
//! [`digits`] reads what is written in digits, [`piece`] cuts number words into their parts and [`cardinal`] and
//! [`fraction`] add these up; [`vague`] knows "dozens", [`range`] "six to eight", [`bound`] "at least". [`kind`] tells
//! what may count somebody from what counts nobody, such as money or an age.

mod bound;
mod cardinal;
mod digits;
mod fraction;
mod join;
mod kind;
mod piece;
mod range;
mod share;
mod single;
#[cfg(test)]
mod tests;
mod vague;

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Link, TimeWord};
use crate::model::{Bounds, Decimal, Form, Quantity};
use crate::text::{Doc, TokenKind};

pub(super) use join::shares_joined;

/// What a number is a number of, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountKind {
    /// It may count something.
    Count,
    /// "26th", "hundred and twentieth".
    Ordinal,
    /// A measure, money, a share, a label, an age or part of a compound word: it counts nobody.
    Other,
}

/// A number with its bounds.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// From the first word of its bound to the last of the number.
    pub(super) tokens: Range<usize>,
    /// The number alone.
    pub(super) core: Range<usize>,
    pub(super) kind: AmountKind,
    pub(super) form: Form,
    pub(super) bounds: Bounds,
}

impl Amount {
    /// The figure as a quantity of `unit`.
    pub(super) fn quantity(&self, doc: &Doc<'_>, unit: &str) -> Quantity {
        let mut quantity =
            Quantity::stated(doc.words(self.tokens.clone()), self.form, self.bounds, unit);
        quantity.span = Some(doc.span(self.tokens.clone()));
        quantity
    }

    /// Does it say one?
    pub(super) fn is_one(&self) -> bool {
        self.bounds == Bounds::exactly(Decimal::from(1))
    }
}

/// A number without its bounds, as a range of values.
struct Core {
    end: usize,
    low: Decimal,
    high: Option<Decimal>,
    form: Form,
    /// The smallest scale word in it: one thousand of "two thousand".
    unit: Decimal,
    /// Where the way it is written tells: a fraction counts nobody.
    kind: Option<AmountKind>,
}

/// Every number of the text, by position. Tokens for which `taken` says so belong to something else, a date say; of a
/// stretch of time only the count is a number: "in three years".
pub(super) fn amounts(doc: &Doc<'_>, marks: &Marks, taken: &dyn Fn(usize) -> bool) -> Vec<Amount> {
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let first = found.len();
        let reader = Reader {
            doc,
            marks,
            sentence: &sentence.tokens,
        };
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let amount = reader
                .amount_at(i)
                .filter(|a| !taken(i) || reader.is_timed(a));
            let Some(amount) = amount else {
                i += 1;
                continue;
            };
            i = amount.tokens.end.max(i + 1);
            put(&mut found, first, amount, taken);
        }
        join::join_bounds(doc, &mut found, first);
        share::take_shares(doc, marks, &mut found, first);
    }
    found
}

/// Adds an amount, so that no two share a token: "many" of "as many as 20" is none.
fn put(found: &mut Vec<Amount>, first: usize, mut amount: Amount, taken: &dyn Fn(usize) -> bool) {
    while found.len() > first
        && found
            .last()
            .is_some_and(|last| last.tokens.start >= amount.tokens.start)
    {
        found.pop();
    }
    if let Some(last) = found[first..].last() {
        amount.tokens.start = amount.tokens.start.max(last.tokens.end);
    }
    if taken(amount.core.start) {
        amount.kind = AmountKind::Other;
    }
    found.push(amount);
}

/// Reads the numbers of one sentence.
struct Reader<'r, 'd> {
    doc: &'r Doc<'d>,
    marks: &'r Marks,
    sentence: &'r Range<usize>,
}

impl Reader<'_, '_> {
    /// Can a number begin here? Most tokens are done with after this.
    fn may_open(&self, i: usize) -> bool {
        let Some(token) = self.doc.tokens.get(i) else {
            return false;
        };
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Mark => digits::is_sign(self.doc.str(i)) || digits::opens(self.doc, i),
            TokenKind::Word => {
                let word = self.doc.word(i);
                word.number.is_some()
                    || word.is(Class::Indefinite)
                    || matches!(word.time, Some(TimeWord::Link(Link::Between | Link::From)))
                    || piece::is_compound(self.doc, i)
            }
        }
    }

    fn amount_at(&self, i: usize) -> Option<Amount> {
        if !self.may_open(i) {
            return None;
        }
        let core = self.range_at(i).or_else(|| self.number_at(i))?;
        let tokens = i..core.end;
        if kind::is_pronoun(self.doc, self.sentence, &tokens) {
            return None;
        }
        let start = self.bounds_from(i);
        let (form, end) = self.form_of(&tokens, start, core.form);
        let bounded = end > tokens.end;
        let kind = core
            .kind
            .unwrap_or_else(|| kind::of(self.doc, &tokens, bounded));
        Some(Amount {
            tokens: start..end,
            core: tokens,
            kind,
            form,
            bounds: bound::of(form, core.low, core.high),
        })
    }

    /// The first token of the number with its bounds: of "more than $3 million", the words in front of the sign too.
    fn bounds_from(&self, number: usize) -> usize {
        let sign = number.checked_sub(1).filter(|sign| {
            let mark = self.doc.is_kind(*sign, TokenKind::Mark);
            mark && self.doc.lexicon.currency(self.doc.str(*sign)).is_some()
        });
        let from = sign.map(|sign| self.bound_start(sign)).unwrap_or(number);
        match sign {
            Some(sign) if from < sign => from,
            _ => self.bound_start(number),
        }
    }

    /// Is it a number although it stands in a time: "3" of "in 3 years"?
    fn is_timed(&self, amount: &Amount) -> bool {
        let unit = matches!(self.doc.word(amount.core.end).time, Some(TimeWord::Unit(_)));
        unit && amount.kind != AmountKind::Ordinal
    }
}
