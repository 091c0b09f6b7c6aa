//! Distances that are counted otherwise: "two Mondays ago", "two or three days ago", "four weeks in the future".

use super::{Grammar, Parsed};
use crate::lexicon::{Direction, Link, Shift, TimeWord};
use crate::time::expr::{Amount, Expr, Side};

impl Grammar<'_, '_> {
    /// "Two Mondays ago", "three Sundays from now".
    pub(super) fn counted_weekdays(&self, at: usize) -> Parsed<Expr> {
        let (count, after) = self.small(at)?;
        let (day, end) = self.weekday(after).filter(|_| count > 0)?;
        let (back, behind) = match self.time(end)? {
            TimeWord::Direction(Direction::Ago | Direction::Earlier) => (true, end + 1),
            TimeWord::Direction(Direction::Later | Direction::Hence) => (false, end + 1),
            TimeWord::Link(Link::From) if self.time(end + 1) == Some(TimeWord::Now) => {
                (false, end + 2)
            }
            _ => return None,
        };
        Some((Expr::Weekdays { count, day, back }, behind))
    }

    /// "Two or three days ago", "6-8 weeks ago": between the two.
    pub(super) fn either_distance(&self, at: usize) -> Parsed<Expr> {
        let (count, after) = self.small(at)?;
        let linked = self.is_link(after, Link::Or)
            || self.is_link(after, Link::To)
            || self.is_mark(after, "-");
        let (other, _) = self
            .small(after + 1)
            .filter(|(n, _)| linked && *n > count)?;
        let (expr, end) = self.plain_distance(after + 1)?;
        let Expr::Distance { amount, back, from } = expr else {
            return None;
        };
        let [(n, unit)] = amount.0[..] else {
            return None;
        };
        let at = |count: i32| {
            let (amount, from) = (Amount(vec![(count, unit)]), from.clone());
            Box::new(Expr::Distance { amount, back, from })
        };
        let (first, last) = if back { (n, count) } else { (count, n) };
        (n == other).then(|| (Expr::Range(at(first), at(last)), end))
    }

    /// "In the future", "in the past" behind so long.
    pub(super) fn in_the_future(&self, at: usize) -> Parsed<Side> {
        let end = self.skip(at + 1, Link::The);
        let side = match self.time(end)? {
            TimeWord::Future => Side::Next,
            TimeWord::Shift(Shift::Past) => Side::Past,
            _ => return None,
        };
        (self.is_link(at, Link::In) && end == at + 2).then_some((side, end + 1))
    }

    /// A number of up to two digits, or in words.
    pub(super) fn small(&self, at: usize) -> Parsed<i32> {
        self.cardinal(at).or_else(|| {
            let (n, _) = self.atom(at)?.digits.filter(|(_, len)| *len <= 2)?;
            Some((i32::try_from(n).ok()?, at + 1))
        })
    }
}
