//! Parts of a day and of longer stretches.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{View, plus_amount};
use crate::lexicon::{DayPart, Stage, Unit};
use crate::time::calendar::{
    Stretch, days_between, midnight, monday_of, months_between, plus, plus_days, unit_around,
    weekday_back, weekday_on,
};
use crate::time::expr::{Amount, Base, Nth};

impl View {
    /// "Mid-November" at the end of October is the one to come: of the one before, news would say "last November".
    pub(super) fn nearer(&self, stage: Stage) -> Self {
        let blurs = matches!(stage, Stage::Early | Stage::Mid | Stage::Late);
        Self {
            month_ahead: blurs,
            ..*self
        }
    }

    pub(super) fn stage(&self, stage: Stage, of: Stretch) -> Option<Stretch> {
        let (first, end) = of.bounds()?;
        let days = days_between(first, end);
        if days < 7 && stage != Stage::Rest {
            return Some(of);
        }
        let third = |n: i32| match months_between(first, end) {
            Some(months) if months >= 3 => plus(first, months * n / 3, Unit::Month),
            // Ten days of a month; of a week Monday to Wednesday, and Friday to Sunday.
            _ if (28..=31).contains(&days) => Some(plus_days(first, 10 * n)),
            _ => Some(plus_days(first, (days * n + n % 2 + 1) / 3)),
        };
        match stage {
            // "Late last week" is its second half; "early September" only blurs.
            Stage::Early if days == 7 => Some(Stretch::days(first, plus_days(first, 3))),
            Stage::Mid if days == 7 => {
                Some(Stretch::days(plus_days(first, 1), plus_days(first, 5)))
            }
            Stage::Late if days == 7 => Some(Stretch::days(plus_days(first, 3), end)),
            Stage::Early | Stage::Mid | Stage::Late => Some(of),
            Stage::Start => Some(Stretch::days(first, third(1)?)),
            Stage::Middle => Some(Stretch::days(third(1)?, third(2)?)),
            Stage::End => Some(Stretch::days(third(2)?, end)),
            Stage::Rest => {
                let start = midnight(self.now?);
                let begun =
                    of.start.is_none_or(|s| s <= start) && of.end.is_some_and(|e| e > start);
                Some(Stretch {
                    start: if begun { Some(start) } else { of.start },
                    end: of.end,
                })
            }
        }
    }
}

fn at_hour(day: Date, hour: u8) -> DateTime {
    midnight(day).saturating_add(i64::from(hour).hours())
}

pub(super) fn part_of(day: Date, part: DayPart) -> Stretch {
    Stretch {
        start: Some(at_hour(day, part.from)),
        end: Some(at_hour(day, part.to)),
    }
}

/// The evening before the day of writing and its morning; of a day that is named, its evening and the morning after.
pub(super) fn overnight(day: Date, hours: DayPart, of: &Base) -> Stretch {
    let evening = match of {
        Base::Of(_) => day,
        _ => plus_days(day, -1),
    };
    Stretch {
        start: Some(at_hour(evening, hours.from)),
        end: Some(at_hour(plus_days(evening, 1), hours.to)),
    }
}

/// A week belongs to the month or year that holds most of its days, as in ISO 8601.
fn week_of(of: Stretch, nth: i8) -> Option<Date> {
    let (first, end) = of.bounds()?;
    if nth > 0 {
        let monday = monday_of(plus_days(first, 3));
        plus(monday, i32::from(nth) - 1, Unit::Week)
    } else {
        let monday = monday_of(plus_days(end, -4));
        plus(monday, i32::from(nth) + 1, Unit::Week)
    }
}

pub(super) fn nth_of(nth: i8, unit: Nth, of: Stretch) -> Option<Stretch> {
    let (first, end) = of.bounds()?;
    let steps = i32::from(if nth > 0 { nth - 1 } else { nth + 1 });
    let found = match unit {
        Nth::Unit(Unit::Week) => unit_around(week_of(of, nth)?, Unit::Week)?,
        Nth::Weekday(day) => {
            let near = if nth > 0 {
                weekday_on(first, day)
            } else {
                weekday_back(plus_days(end, -1), day)
            };
            Stretch::day(plus(near, steps, Unit::Week)?)
        }
        // "The last half of the eighties".
        Nth::Unit(Unit::Half) if months_between(first, end).is_some_and(|m| m != 12) => {
            let months = months_between(first, end).filter(|m| m % 2 == 0)? / 2;
            let middle = plus(first, months, Unit::Month)?;
            if steps == 0 && nth > 0 {
                Stretch::days(first, middle)
            } else {
                Stretch::days(middle, end)
            }
        }
        Nth::Unit(unit) => {
            let near = if nth > 0 { first } else { plus_days(end, -1) };
            unit_around(plus(near, steps, unit)?, unit)?
        }
    };
    let (a, b) = found.bounds()?;
    (a < end && b > first).then_some(found)
}

pub(super) fn run_of(amount: &Amount, from_end: bool, of: Stretch) -> Option<Stretch> {
    let (first, end) = of.bounds()?;
    let weeks = amount.finest() == Unit::Week;
    if from_end {
        let end = if weeks {
            plus(week_of(of, -1)?, 1, Unit::Week)?
        } else {
            end
        };
        return Some(Stretch::days(plus_amount(end, amount, -1)?, end));
    }
    let first = if weeks { week_of(of, 1)? } else { first };
    Some(Stretch::days(first, plus_amount(first, amount, 1)?))
}
