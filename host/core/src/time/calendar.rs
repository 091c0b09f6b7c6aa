//! Civil arithmetic: the units of the calendar around a day.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

use crate::lexicon::Unit;

/// A half-open stretch of civil time; none: open on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: Option<DateTime>,
    pub(super) end: Option<DateTime>,
}

impl Stretch {
    /// From the beginning of `first` to the beginning of `end`.
    pub(super) fn days(first: Date, end: Date) -> Self {
        Self {
            start: Some(midnight(first)),
            end: Some(midnight(end)),
        }
    }

    /// All of one day.
    pub(super) fn day(day: Date) -> Self {
        Self::days(day, plus_days(day, 1))
    }

    /// The first day, if it has a beginning.
    pub(super) fn first(self) -> Option<Date> {
        self.start.map(DateTime::date)
    }

    /// The last day, if it has an end.
    pub(super) fn last(self) -> Option<Date> {
        let end = self.end?;
        Some(end.saturating_sub(1.minute()).date())
    }

    /// First day and the day after the last.
    pub(super) fn bounds(self) -> Option<(Date, Date)> {
        Some((self.first()?, plus_days(self.last()?, 1)))
    }
}

/// The beginning of a day.
pub(super) fn midnight(day: Date) -> DateTime {
    day.at(0, 0, 0, 0)
}

/// So many days on; back if negative.
pub(super) fn plus_days(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// So many units on; back if negative. Units of hours and less move whole days only.
pub(super) fn plus(day: Date, count: i32, unit: Unit) -> Option<Date> {
    if unit == Unit::WorkDay {
        return plus_work_days(day, count);
    }
    day.checked_add(span(count, unit)?).ok()
}

/// So many days on, Saturdays and Sundays not counted.
fn plus_work_days(day: Date, count: i32) -> Option<Date> {
    let step = count.signum();
    let weeks = Span::new().try_weeks(count / 5).ok()?;
    let mut day = day.checked_add(weeks).ok()?;
    let mut left = count % 5;
    while left != 0 {
        day = day.checked_add(step.days()).ok()?;
        left -= if weekday_number(day) < 6 { step } else { 0 };
    }
    Some(day)
}

fn span(count: i32, unit: Unit) -> Option<Span> {
    let years = |n: i32| Span::new().try_years(i64::from(count) * i64::from(n)).ok();
    let months = |n: i32| Span::new().try_months(i64::from(count) * i64::from(n)).ok();
    let weeks = |n: i32| Span::new().try_weeks(i64::from(count) * i64::from(n)).ok();
    match unit {
        Unit::Second | Unit::Minute => None,
        Unit::Hour if count % 24 == 0 => Span::new().try_days(count / 24).ok(),
        Unit::Hour => None,
        Unit::Day | Unit::WorkDay | Unit::Night => Span::new().try_days(count).ok(),
        Unit::Week | Unit::WorkWeek | Unit::Weekend => weeks(1),
        Unit::Fortnight => weeks(2),
        Unit::Month => months(1),
        Unit::Quarter | Unit::Period => months(3),
        Unit::Half => months(6),
        Unit::Year => years(1),
        Unit::Decade => years(10),
        Unit::Century => years(100),
    }
}

/// The unit of the calendar that holds the day. Weeks begin on Monday (ISO 8601).
pub(super) fn unit_around(day: Date, unit: Unit) -> Option<Stretch> {
    let year_floor = |step: i16| Date::new(day.year() - day.year().rem_euclid(step), 1, 1).ok();
    let month_floor = |step: i8| Date::new(day.year(), (day.month() - 1) / step * step + 1, 1).ok();
    let first = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day | Unit::WorkDay | Unit::Night => day,
        Unit::WorkWeek => {
            let monday = monday_of(day);
            return Some(Stretch::days(monday, plus_days(monday, 5)));
        }
        Unit::Weekend => {
            let saturday = plus_days(monday_of(day), 5);
            return Some(Stretch::days(saturday, plus_days(saturday, 2)));
        }
        Unit::Week | Unit::Fortnight => monday_of(day),
        Unit::Month => month_floor(1)?,
        Unit::Quarter | Unit::Period => month_floor(3)?,
        Unit::Half => month_floor(6)?,
        Unit::Year => year_floor(1)?,
        Unit::Decade => year_floor(10)?,
        Unit::Century => year_floor(100)?,
    };
    Some(Stretch::days(first, plus(first, 1, unit)?))
}

/// The Monday of the day's week.
pub(super) fn monday_of(day: Date) -> Date {
    plus_days(day, -i32::from(day.weekday().to_monday_zero_offset()))
}

/// The day of the week, Monday being 1.
pub(super) fn weekday_number(day: Date) -> u8 {
    u8::try_from(day.weekday().to_monday_one_offset()).unwrap_or(1)
}

/// The latest such weekday that is not after the day; Monday is 1.
pub(super) fn weekday_back(day: Date, weekday: u8) -> Date {
    let back = (i32::from(weekday_number(day)) - i32::from(weekday)).rem_euclid(7);
    plus_days(day, -back)
}

/// The earliest such weekday that is not before the day; Monday is 1.
pub(super) fn weekday_on(day: Date, weekday: u8) -> Date {
    let on = (i32::from(weekday) - i32::from(weekday_number(day))).rem_euclid(7);
    plus_days(day, on)
}

/// The first day of a month, in the years the calendar reaches.
pub(super) fn first_of(year: i16, month: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, 1).ok()
}

/// A day, if the calendar has it.
pub(super) fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The Monday of an ISO week, which belongs to the year that holds its Thursday.
pub(super) fn iso_week(year: i16, week: u8) -> Option<Date> {
    let week = i8::try_from(week).ok()?;
    let day = jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?;
    Some(day.date())
}

/// Whole months between two days that are firsts of a month.
pub(super) fn months_between(first: Date, end: Date) -> Option<i32> {
    let whole = first.day() == 1 && end.day() == 1;
    let months = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month());
    whole.then(|| months(end) - months(first))
}

/// Days between two days.
pub(super) fn days_between(first: Date, end: Date) -> i32 {
    first.until(end).map_or(0, |span| span.get_days())
}
