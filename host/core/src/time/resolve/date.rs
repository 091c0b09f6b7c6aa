//! Days, months and years whose year is left open, and those that are not.

use jiff::civil::Date;

use super::within::nth_of;
use super::{View, whole_shift};
use crate::lexicon::{Feast, Shift, Unit};
use crate::time::calendar::{
    Stretch, date, days_between, first_of, plus, plus_days, unit_around, weekday_number,
};
use crate::time::expr::{self, MonthRef, Nth, Year};

impl View {
    pub(super) fn year(&self, year: Year) -> Option<i16> {
        match year {
            Year::Is(year) => Some(year),
            Year::Open => self.about_now().map(Date::year),
            Year::Shift(shift) => Some(self.about_now()?.year() + whole_shift(shift)?),
            Year::Coming => self.about_now().map(|now| now.year() + 1),
        }
    }

    /// Among the years around now the one for which `first` names a day that fits the tense.
    fn open_year(&self, latest: Date, first: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let now = self.about_now()?;
        let years = (now.year() - 8)..=(now.year() + 8);
        let mut coming = years.clone().filter_map(&first);
        let near = |day: &Date| self.ahead && days_between(now, *day) <= self.reach;
        if let Some(day) = coming.find(|day| *day >= now).filter(near) {
            return Some(day);
        }
        years.rev().filter_map(first).find(|day| *day <= latest)
    }

    pub(super) fn date(&self, said: &expr::Date) -> Option<Date> {
        match (said.month, said.year) {
            (MonthRef::Is(month), Year::Open) => {
                let ahead = i32::from(self.convention.ahead_days);
                let latest = plus_days(self.about_now()?, ahead);
                let fits = |day: &Date| said.weekday.is_none_or(|w| w == weekday_number(*day));
                let day = |year| date(year, month, said.day);
                self.open_year(latest, |year| day(year).filter(fits))
                    .filter(|found| days_between(*found, latest).abs() <= 2 * 366)
                    .or_else(|| self.open_year(latest, day))
            }
            (MonthRef::Is(month), Year::Coming) => {
                let now = self.about_now()?;
                let mut years = now.year()..=(now.year() + 8);
                years.find_map(|year| date(year, month, said.day).filter(|day| *day > now))
            }
            (MonthRef::Is(month), year) => date(self.year(year)?, month, said.day),
            (MonthRef::Shift(shift), _) => {
                let first = self.relative(Unit::Month, shift)?.first()?;
                date(first.year(), u8::try_from(first.month()).ok()?, said.day)
            }
            (MonthRef::Open, _) => self.day_of_month(said),
        }
    }

    /// "The 14th", "Thursday the 21st": in this month or the nearest that fits, looking back unless the tense looks ahead.
    fn day_of_month(&self, said: &expr::Date) -> Option<Date> {
        let now = self.about_now()?;
        let month = first_of(now.year(), u8::try_from(now.month()).ok()?)?;
        let direction = if self.ahead { 1 } else { -1 };
        // The same weekday comes round within so many months.
        let months = if said.weekday.is_some() { 36 } else { 12 };
        (0..months).find_map(|step| {
            let first = plus(month, step * direction, Unit::Month)?;
            let day = date(first.year(), u8::try_from(first.month()).ok()?, said.day)?;
            let fits = said.weekday.is_none_or(|w| w == weekday_number(day));
            // With a weekday that fits, a day of the coming week is nearer than one months ago.
            let latest = plus_days(now, if said.weekday.is_some() { 7 } else { 0 });
            let in_time = if self.ahead {
                day >= now
            } else {
                day <= latest
            };
            (in_time && fits).then_some(day)
        })
    }

    pub(super) fn month(&self, month: u8, year: Year, shift: Option<Shift>) -> Option<Stretch> {
        let first = match (year, shift) {
            (Year::Open, None) => {
                let now = self.about_now()?;
                let this = first_of(now.year(), u8::try_from(now.month()).ok()?)?;
                let first = |year| first_of(year, month);
                if self.ahead {
                    let years = now.year()..=(now.year() + 1);
                    years.filter_map(first).find(|day| *day >= this)?
                } else {
                    let latest = if self.month_ahead {
                        plus(this, 1, Unit::Month)?
                    } else {
                        now
                    };
                    self.open_year(latest, first)?
                }
            }
            (Year::Open, Some(shift)) => self.shifted(month, 1, shift)?,
            (year, _) => first_of(self.year(year)?, month)?,
        };
        unit_around(first, Unit::Month)
    }

    /// "Last June", "next winter": of those that last `months` the last that is over, the next to begin.
    fn shifted(&self, month: u8, months: i32, shift: Shift) -> Option<Date> {
        let now = self.about_now()?;
        let years = (now.year() - 2)..=(now.year() + 2);
        let first = |year| first_of(year, month);
        match shift {
            Shift::This | Shift::Same => first(now.year()),
            Shift::Next | Shift::Coming | Shift::Following => {
                years.into_iter().filter_map(first).find(|day| *day > now)
            }
            _ => years
                .rev()
                .filter_map(first)
                .find(|day| plus(*day, months, Unit::Month).is_some_and(|end| end <= now)),
        }
    }

    /// "Easter 2016", "last Thanksgiving".
    pub(super) fn feast(&self, feast: Feast, year: Year, shift: Option<Shift>) -> Option<Date> {
        let day = |year| feast_day(feast, year);
        let Year::Open = year else {
            return day(self.year(year)?);
        };
        let now = self.about_now()?;
        match shift {
            None | Some(Shift::Same) => self.open_year(now, day),
            Some(Shift::This) => day(now.year()),
            Some(Shift::Next | Shift::Coming | Shift::Following) => (now.year()..=now.year() + 1)
                .filter_map(day)
                .find(|day| *day > now),
            Some(_) => self.open_year(plus_days(now, -1), day),
        }
    }

    pub(super) fn season(&self, month: u8, year: Year, shift: Option<Shift>) -> Option<Stretch> {
        let first = match (year, shift) {
            (Year::Open, None) => {
                self.open_year(self.about_now()?, |year| first_of(year, month))?
            }
            (Year::Open, Some(shift)) => self.shifted(month, 3, shift)?,
            (year, _) => first_of(self.year(year)?, month)?,
        };
        Some(Stretch::days(first, plus(first, 3, Unit::Month)?))
    }

    pub(super) fn piece(&self, unit: Unit, number: u8, year: Year) -> Option<Stretch> {
        let months: u8 = if unit == Unit::Half { 6 } else { 3 };
        let month = number.checked_sub(1)?.checked_mul(months)? + 1;
        let first = match year {
            Year::Open => self.open_year(self.about_now()?, |year| first_of(year, month))?,
            year => first_of(self.year(year)?, month)?,
        };
        unit_around(first, unit)
    }

    pub(super) fn short_decade(&self, tens: u8) -> Option<Stretch> {
        let tens = i16::from(tens);
        // Without a day of writing: no article is older than the 1930s.
        let limit = self.about_now().map_or(2029, Date::year);
        let year = if 2000 + tens <= limit {
            2000 + tens
        } else {
            1900 + tens
        };
        unit_around(first_of(year, 1)?, Unit::Decade)
    }
}

fn feast_day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Easter(days) => Some(plus_days(easter_sunday(year)?, i32::from(days))),
        Feast::Weekday {
            month,
            nth,
            weekday,
            days,
        } => {
            let month = unit_around(first_of(year, month)?, Unit::Month)?;
            let day = nth_of(nth, Nth::Weekday(weekday), month)?.first()?;
            Some(plus_days(day, i32::from(days)))
        }
    }
}

/// The anonymous Gregorian algorithm (Meeus, Jones and Butcher).
fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    date(
        year,
        u8::try_from(day / 31).ok()?,
        u8::try_from(day % 31 + 1).ok()?,
    )
}
