//! Parts of a longer stretch: "early next year", "the first week of October".

use super::{Grammar, Parsed};
use crate::lexicon::{Direction, Link, Shift, Stage, TimeWord, Unit};
use crate::time::expr::{Expr, Nth};

impl Grammar<'_, '_> {
    /// "Early September", "late last week", "the end of 2000", "earlier this month", "later that day".
    pub(super) fn staged(&self, start: usize) -> Parsed<Expr> {
        let at = self.skip(start, Link::The);
        let (stage, after) = match self.time(at)? {
            TimeWord::Stage(stage) => (stage, at + 1),
            TimeWord::Direction(Direction::Earlier) => (Stage::Early, at + 1),
            TimeWord::Direction(Direction::Later) => (Stage::Rest, at + 1),
            _ => return None,
        };
        let whole = matches!(
            stage,
            Stage::Start | Stage::Middle | Stage::End | Stage::Rest
        );
        let after = self.skip_mark(after, "-");
        let of = if whole && stage != Stage::Rest {
            self.skip(after, Link::Of) // "Will start in June" has no stage of June.
        } else {
            self.skip_of(after)
        };
        let linked = self.skip(of, Link::On);
        let linked = self.skip(linked, Link::The);
        // "The end Friday" is no stage of Friday.
        if whole && linked == after && self.shift(after).is_none() {
            return None;
        }
        let (of, end) = self.timed(linked).or_else(|| self.nth(linked))?;
        let named_part = matches!(
            of,
            Expr::Part { .. } | Expr::Clock { .. } | Expr::Distance { .. }
        );
        if named_part && stage == Stage::Rest {
            return Some((of, end));
        }
        let stage = match stage {
            Stage::End if of.is_month_or_longer() && !self.is_moment(start) => Stage::Late,
            stage => stage,
        };
        let of = Box::new(of);
        Some((Expr::Stage { stage, of }, end))
    }

    /// Is what begins here when something is, or from when or till when it lasts? "At the end of 1990" and "until the end
    /// of 1990" mean its last months; a bare "the end of 1990", and "by the end of 1990", only blur the year, as "late 1990"
    /// does (TimeML keeps the year as its value).
    fn is_moment(&self, start: usize) -> bool {
        let the = self.time_before(start) == Some(TimeWord::Link(Link::The));
        let before = start - usize::from(the);
        let blurs = matches!(
            self.time_before(before),
            Some(TimeWord::Link(Link::By | Link::For))
        );
        self.before(before).is_some() && !blurs
    }

    /// "The first week of October", "the second Monday of next month", "the last three weeks of the year".
    pub(super) fn nth(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        let last = self.time(at) == Some(TimeWord::Shift(Shift::Last));
        let (nth, after) = if last {
            (-1, at + 1)
        } else {
            let (n, end) = self.ordinal(at)?;
            (i8::try_from(n).ok()?, end)
        };
        if let Some((Some(amount), end)) = self.amount(after) {
            let from_end = last;
            let (of, end) = self.whole(end)?;
            return (last || nth == 1).then_some((
                Expr::NthRun {
                    amount,
                    from_end,
                    of,
                },
                end,
            ));
        }
        let (unit, end) = match self.weekday(after) {
            Some((day, end)) => (Nth::Weekday(day), end),
            None => {
                let (unit, end) = self.unit(after)?;
                (Nth::Unit(unit), end)
            }
        };
        let (of, end) = self.whole(end)?;
        Some((Expr::Nth { nth, unit, of }, end))
    }

    /// Behind what is counted: "of October", "in this month", "next year".
    pub(super) fn whole(&self, at: usize) -> Parsed<Box<Expr>> {
        let of = self.skip_of(at);
        if of == at && self.shift(at).is_none() {
            return None;
        }
        let (of, end) = self.core(of).or_else(|| self.this_unit(of))?;
        (!of.is_day()).then(|| (Box::new(of), end))
    }

    /// "The month" in "the first Sunday of the month saw": whatever follows, it is this one.
    fn this_unit(&self, at: usize) -> Parsed<Expr> {
        let the = self.skip(at, Link::The);
        let (unit, end) = self.unit(the).filter(|_| the > at)?;
        let known = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
        let shift = Shift::This;
        (known || unit >= Unit::Decade).then_some((Expr::Relative { unit, shift }, end))
    }
}
