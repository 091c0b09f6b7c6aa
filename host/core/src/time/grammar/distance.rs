//! Counted stretches: "two days ago", "the past week", "the first 24 hours", "for two years".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Direction, Link, Shift, Stage, TimeWord, Unit};
use crate::time::expr::{Amount, Base, Expr, Side};

impl Grammar<'_, '_> {
    /// "Two weeks ago", "three days after Easter", "a year earlier", "the day before yesterday".
    pub(super) fn distance(&self, at: usize) -> Parsed<Expr> {
        if let Some(found) = self.counted_weekdays(at) {
            return Some(found);
        }
        if let Some(found) = self.either_distance(at) {
            return Some(found);
        }
        let (expr, end) = self.plain_distance(at)?;
        let less = self.time_before(at) == Some(TimeWord::Link(Link::Than))
            && self.time_before(at - 1) == Some(TimeWord::Less);
        match expr {
            Expr::Distance { .. } if less => Some((Expr::Between(Box::new(expr)), end)),
            _ => Some((expr, end)),
        }
    }

    pub(super) fn plain_distance(&self, at: usize) -> Parsed<Expr> {
        let (amount, after) = self.amount(at).or_else(|| self.the_unit(at))?;
        if let Some((side, end)) = self.in_the_future(after) {
            return amount.map(|amount| (Expr::Stretch { amount, side }, end));
        }
        // "For three days, from today".
        let comma = self.skip_mark(after, ",");
        let after = if self.is_link(comma, Link::From) {
            comma
        } else {
            after
        };
        let direction = match self.time(after)? {
            TimeWord::Direction(direction) => direction,
            TimeWord::Shift(Shift::Following) => Direction::After,
            TimeWord::Link(Link::From) if self.lasts(at) => {
                return self.run_from(amount, after + 1);
            }
            TimeWord::Link(Link::From) => Direction::After,
            TimeWord::Link(Link::Starting) | TimeWord::Stage(Stage::Start) => {
                return self.run_from(amount, after + 1);
            }
            _ => return None,
        };
        let from = self.is_link(after, Link::From);
        let behind = after + 1;
        if let Some(found) = self.over_next(at, direction, behind) {
            return Some(found);
        }
        let hanging = match direction {
            Direction::Before | Direction::After => self.distance_base(behind),
            _ => None,
        };
        let (base, end) = match (hanging, direction) {
            (Some((base, end)), _) => (base, end),
            (None, _) if from => return None,
            (None, Direction::Ago | Direction::Hence) => (Base::Now, behind),
            (None, Direction::Before | Direction::After) if !self.closes_clause(behind) => {
                // "The day after the attack": of an event, whose day the text may or may not name.
                let fine = amount
                    .as_ref()
                    .is_none_or(|amount| amount.finest() <= Unit::Night);
                return fine.then_some((Expr::Unresolvable, behind));
            }
            _ => (Base::Named, behind),
        };
        let Some(amount) = amount else {
            return Some((Expr::Unresolvable, end));
        };
        let back = matches!(
            direction,
            Direction::Ago | Direction::Earlier | Direction::Before
        );
        let from = base;
        Some((Expr::Distance { amount, back, from }, end))
    }

    /// Is it "for" or "within" so long, rather than so far away?
    fn lasts(&self, at: usize) -> bool {
        matches!(
            self.time_before(at),
            Some(TimeWord::Link(Link::For | Link::Within))
        )
    }

    /// "The week before last", "the month after next": two away.
    pub(super) fn over_next(&self, at: usize, direction: Direction, behind: usize) -> Parsed<Expr> {
        let (unit, _) = self.unit(self.skip(at, Link::The))?;
        let (shift, end) = self.shift(self.skip(behind, Link::The))?;
        let (shift, back) = match (direction, shift) {
            (Direction::Before, Shift::Last) => (shift, true),
            (Direction::After, Shift::Next) => (shift, false),
            _ => return None,
        };
        let one = Expr::Relative { unit, shift };
        let of = Box::new(one);
        Some((Expr::Beside { of, unit, back }, end)).filter(|(_, end)| self.unit(*end).is_none())
    }

    pub(super) fn closes_clause(&self, at: usize) -> bool {
        self.atom(at).is_none_or(|atom| !atom.is_wordlike())
    }

    /// What stands behind "two days after": a day, or "now".
    pub(super) fn distance_base(&self, at: usize) -> Parsed<Base> {
        if self.time(at) == Some(TimeWord::Now) {
            return Some((Base::Of(Box::new(Expr::Deictic(0))), at + 1));
        }
        let (expr, end) = self.core(at)?;
        let whole = !matches!(expr, Expr::Relative { .. }) || expr.is_day();
        whole.then(|| (Base::Of(Box::new(expr)), end))
    }

    /// "The day" in "the day before yesterday": one of it.
    pub(super) fn the_unit(&self, at: usize) -> Parsed<Option<Amount>> {
        let at = self.skip(at, Link::The);
        let (unit, end) = self.unit(at)?;
        let over_next = matches!(
            self.time(end + 1),
            Some(TimeWord::Shift(_) | TimeWord::Link(Link::The))
        );
        (unit != Unit::Weekend || over_next).then(|| (Some(Amount(vec![(1, unit)])), end))
    }

    /// "Three days from Monday", "a week starting tomorrow".
    pub(super) fn run_from(&self, amount: Option<Amount>, at: usize) -> Parsed<Expr> {
        let at = self.skip(self.skip(at, Link::From), Link::On);
        let (expr, end) = self.core(at)?;
        let base = Base::Of(Box::new(expr));
        Some((
            Expr::From {
                amount: amount?,
                base,
            },
            end,
        ))
    }

    /// "The past two days", "next three weeks", "recent months", "the first 24 hours", "within ten months".
    pub(super) fn stretch(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        if self.time(at) == Some(TimeWord::Recent) {
            let (_, end) = self.unit(at + 1)?;
            return Some((Expr::Unresolvable, end));
        }
        if let Some(TimeWord::Ordinal(1)) = self.time(at) {
            return self.first_hours(at + 1);
        }
        let Some((shift, after)) = self.shift(at) else {
            return self.counted_shift(at).or_else(|| self.counted_ahead(at));
        };
        let within = self.time_before(at) == Some(TimeWord::Link(Link::Within))
            || (self.time_before(at) == Some(TimeWord::Link(Link::The))
                && self.time_before(at - 1) == Some(TimeWord::Link(Link::Within)));
        let side = side_of(shift).map(|side| if within { Side::Within } else { side })?;
        // "The past weeks": nobody says how many.
        if let Some((_, end)) = self.unit(after).filter(|_| self.is_plural(after)) {
            return Some((Expr::Unresolvable, end));
        }
        let (amount, end) = self.amount(after)?;
        let expr = match amount {
            Some(amount) => Expr::Stretch { amount, side },
            None => Expr::Unresolvable,
        };
        Some((expr, end))
    }

    /// "Five upcoming years".
    pub(super) fn counted_shift(&self, at: usize) -> Parsed<Expr> {
        let (shift, unit) = self
            .shift(at + 1)
            .filter(|(_, unit)| self.is_plural(*unit))?;
        let (amount, end) = self.amount(at).filter(|(_, end)| *end > unit)?;
        let (amount, side) = (amount?, side_of(shift)?);
        Some((Expr::Stretch { amount, side }, end))
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| atom.text.ends_with(['s', 'S']))
    }

    /// "24 hours" of "the first 24 hours": counted from the day of what it is about, which is the day last named.
    pub(super) fn first_hours(&self, at: usize) -> Parsed<Expr> {
        let (amount, end) = self.amount(at)?;
        let amount = amount?;
        let finest = amount.finest();
        let known = matches!(finest, Unit::Hour | Unit::Day | Unit::Week);
        let of_named = self.is_link(end, Link::Of) && self.core(end + 1).is_some();
        let base = Base::OnlyNamed;
        (known && !of_named).then_some((Expr::From { amount, base }, end))
    }

    /// "Within ten months", "in two weeks", "for three days from today".
    pub(super) fn counted_ahead(&self, at: usize) -> Parsed<Expr> {
        let Some(TimeWord::Link(link @ (Link::In | Link::Within))) = self.time_before(at) else {
            return None;
        };
        let (amount, end) = self.amount(at)?;
        let side = Side::Within;
        let expr = match amount {
            None => Expr::Unresolvable,
            Some(amount) if link == Link::Within => Expr::Stretch { amount, side },
            Some(amount) => Expr::In(amount),
        };
        Some((expr, end))
    }

    /// Behind "every Monday", "each year", "Mondays"; none if it is none.
    pub(in crate::time) fn recurring(&self, at: usize) -> Option<usize> {
        if self.time(at) != Some(TimeWord::Every) {
            return None;
        }
        // "Every other Friday".
        let next = at + 1 + usize::from(self.has_class(at + 1, Class::Others));
        let unit = self.unit(next).map(|(_, end)| end);
        let weekday = || self.weekday(next).map(|(_, end)| end);
        let part = || matches!(self.time(next), Some(TimeWord::Part(_))).then_some(next + 1);
        unit.or_else(weekday).or_else(part)
    }

    /// Behind "two years" of "for more than two years", "over two years"; none if it is no duration.
    pub(in crate::time) fn duration(&self, at: usize) -> Option<usize> {
        let (_, end) = self.amount(at)?;
        let said = (1..=4).any(|back| {
            at.checked_sub(back)
                .is_some_and(|i| self.is_link(i, Link::For) || self.is_link(i, Link::During))
        });
        said.then_some(end)
    }
}

/// To which side of now a counted stretch lies.
fn side_of(shift: Shift) -> Option<Side> {
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => Some(Side::Past),
        Shift::Next | Shift::Coming | Shift::Following => Some(Side::Next),
        Shift::This | Shift::Same | Shift::Latest => None,
    }
}
