//! Counted weekdays, the days between, and the weekends beside a day.

use jiff::civil::Date;

use super::{View, plus_amount};
use crate::lexicon::Unit;
use crate::time::calendar::{Stretch, plus, plus_days, weekday_back, weekday_number, weekday_on};
use crate::time::expr::{Base, Expr};

impl View {
    /// "Two Mondays ago", "three Sundays later".
    pub(super) fn weekdays(&self, count: i32, day: u8, back: bool) -> Option<Stretch> {
        let now = self.now?;
        let first = if back {
            weekday_back(plus_days(now, -1), day)
        } else {
            weekday_on(plus_days(now, 1), day)
        };
        let steps = (count - 1) * if back { -1 } else { 1 };
        plus(first, steps, Unit::Week).map(Stretch::day)
    }

    /// "Less than two weeks ago", "less than three days after Easter": from one end of the distance to the other.
    pub(super) fn between(&self, distance: &Expr) -> Option<Stretch> {
        let Expr::Distance { amount, back, from } = distance else {
            return None;
        };
        let near = match from {
            Base::Of(of) => self.resolve(of)?.first()?,
            other => self.base(other)?,
        };
        let sign = if *back { -1 } else { 1 };
        let far = plus_amount(near, amount, sign)?;
        let (first, last) = (near.min(far), near.max(far));
        Some(Stretch::days(first, plus_days(last, 1)))
    }
}

/// Saturday and Sunday beside a day, and the days between where it is a Thursday, Friday or Monday.
pub(super) fn weekend_of(day: Date) -> Option<Stretch> {
    let saturday = match weekday_number(day) {
        1 => plus_days(day, -2),
        7 => plus_days(day, -1),
        weekday => plus_days(day, 6 - i32::from(weekday)),
    };
    let (first, end) = match weekday_number(day) {
        1 => (saturday, plus_days(day, 1)),
        4 | 5 => (day, plus_days(saturday, 2)),
        _ => (saturday, plus_days(saturday, 2)),
    };
    Some(Stretch::days(first, end))
}
