//! Stretches up to today, and those that companies report on: "the year to date", "the same quarter last year".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, Shift, TimeWord, Unit};
use crate::time::expr::{Amount, Base, Expr};

/// How many atoms to either side tell whether a sentence is of trade.
const REACH_OF_TRADE: usize = 30;

impl Grammar<'_, '_> {
    /// "The year to date", "to date": up to today.
    pub(super) fn to_date(&self, at: usize) -> Parsed<Expr> {
        let date = |at: usize| self.time(at) == Some(TimeWord::Date);
        let today = Box::new(Expr::Deictic(0));
        if date(at) && self.time_before(at) == Some(TimeWord::Link(Link::To)) {
            let of = today;
            let plain = at < 2 || self.atom(at - 2).is_some_and(|a| !a.word.is(Class::Change));
            let onward = false;
            return (plain && self.closes(at + 1)).then_some((Expr::Open { of, onward }, at + 1));
        }
        let (unit, end) = self.unit(self.skip(at, Link::The))?;
        let told = self.is_link(end, Link::To) && date(end + 1) && unit > Unit::Week;
        let shift = Shift::This;
        let from = Box::new(Expr::Relative { unit, shift });
        told.then(|| (Expr::Range(from, today), end + 2))
    }

    /// "The eve of Easter"; of what has no day of its own there is none.
    pub(super) fn eve(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        let eve = self.time(at) == Some(TimeWord::Eve) && self.is_link(at + 1, Link::Of);
        if !eve {
            return None;
        }
        let (of, end) = self.core(at + 2).filter(|(of, _)| of.is_day())?;
        Some((
            Expr::Distance {
                amount: Amount(vec![(1, Unit::Day)]),
                back: true,
                from: Base::Of(Box::new(of)),
            },
            end,
        ))
    }

    /// "The same quarter of last year": of the one reported on a year before.
    pub(super) fn period_last_year(&self, shift: Shift, at: usize) -> Option<usize> {
        let (unit, end) = self.unit(at)?;
        let (year, end) = self.year_shift(self.skip_of(end))?;
        let same = shift == Shift::Same && unit == Unit::Quarter;
        (same && matches!(year, Shift::Last | Shift::Previous)).then_some(end)
    }

    /// Behind "last year" in "the corresponding period last year".
    pub(super) fn corresponding(&self, unit: Unit, at: usize) -> Option<usize> {
        let (year, end) = self.year_shift(self.skip_of(at))?;
        let piece = matches!(unit, Unit::Quarter | Unit::Period);
        (piece && matches!(year, Shift::Last | Shift::Previous)).then_some(end)
    }

    /// "The quarter" is what companies report on, unless the sentence is of people or places: then a part of a town.
    pub(super) fn speaks_of_business(&self, at: usize, end: usize) -> bool {
        let led = match self
            .before(at)
            .filter(|_| at > 1)
            .and_then(|_| self.time_before(at - 1))
        {
            Some(TimeWord::Link(link)) => {
                matches!(link, Link::In | Link::During | Link::For | Link::Since)
            }
            _ => at <= 1,
        };
        let near = self.atoms[..end].iter().rev().take(REACH_OF_TRADE);
        let near = near.chain(self.atoms[end..].iter().take(REACH_OF_TRADE));
        let peopled = near.into_iter().any(|atom| {
            atom.word.person.is_some()
                || !atom.word.triggers.is_empty()
                || atom.word.is(Class::FightingNoun)
                || atom.word.is(Class::Direction)
        });
        led && self.closes(end) && !peopled
    }
}

/// The quarter reported on, a year before.
pub(super) fn year_before_quarter() -> Expr {
    Expr::YearBefore(Box::new(Expr::Relative {
        unit: Unit::Quarter,
        shift: Shift::Latest,
    }))
}
