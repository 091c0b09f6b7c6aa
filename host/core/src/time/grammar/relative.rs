//! Times seen from another: "last week", "two days ago", "the first week of October", "early next year".

use super::period::year_before_quarter;
use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, Shift, Stage, TimeWord, Unit};
use crate::time::expr::{Date, Expr, Year};

impl Grammar<'_, '_> {
    /// "Last Tuesday", "next March", "this week", "the previous day".
    pub(super) fn shifted(&self, at: usize) -> Parsed<Expr> {
        let (shift, after) = self.shift(at)?;
        let after = self.skip_fillers(after);
        if shift == Shift::Following && self.is_owner(after) {
            return None; // "Following Saturday's fire": the preposition.
        }
        if let Some(found) = self.shifted_name(shift, after) {
            return Some(found);
        }
        if self.time(after) == Some(TimeWord::Date) && shift == Shift::This {
            return Some((Expr::Deictic(0), after + 1));
        }
        if let Some(end) = self.period_last_year(shift, after) {
            return Some((year_before_quarter(), end));
        }
        let (unit, end) = self.unit(after)?;
        if shift == Shift::Same && unit == Unit::Period {
            return None;
        }
        if unit == Unit::Week {
            let on = self.skip(end, Link::On);
            if let Some((day, end)) = self.weekday(on) {
                let week = Box::new(Expr::Relative { unit, shift });
                return Some((Expr::WeekdayOf { day, week }, end));
            }
        }
        // "Last year's quarter" is the one reported on, a year before.
        let next = end + usize::from(self.has_class(end, Class::Possessive) && self.is_clitic(end));
        let of_last_year = unit == Unit::Year && shift == Shift::Last && next > end;
        let quarter = self.unit(next).filter(|_| of_last_year);
        if let Some((Unit::Quarter | Unit::Period, end)) = quarter {
            return Some((year_before_quarter(), end));
        }
        if unit <= Unit::Hour {
            return None;
        }
        Some((Expr::Relative { unit, shift }, end))
    }

    /// "Saturday's", "Tuesday night's": a time whose deed follows.
    fn is_owner(&self, at: usize) -> bool {
        let end = self.weekday_led(at).map(|(_, end)| end);
        let end =
            end.map(|end| end + usize::from(matches!(self.time(end), Some(TimeWord::Part(_)))));
        end.is_some_and(|end| self.has_class(end, Class::Possessive) && self.is_clitic(end))
    }

    /// A day, month, season or feast behind the shift.
    fn shifted_name(&self, shift: Shift, after: usize) -> Parsed<Expr> {
        if let Some((Expr::Weekday { day, .. }, end)) = self.weekday_led(after) {
            let shift = Some(shift);
            return Some((Expr::Weekday { day, shift }, end));
        }
        if let Some((Expr::Date(date), end)) =
            self.weekday_led(after).or_else(|| self.numeric(after))
        {
            let year = match (date.year, shift) {
                (Year::Open, Shift::Next | Shift::Coming) if date.weekday.is_none() => Year::Coming,
                (Year::Open, Shift::This) if date.weekday.is_none() => Year::Shift(shift),
                (year, _) => year,
            };
            return Some((Expr::Date(Date { year, ..date }), end));
        }
        if let Some((
            Expr::Month {
                month,
                year: Year::Open,
                ..
            },
            end,
        )) = self.month_led(after)
        {
            let (year, shift) = (Year::Open, Some(shift));
            return Some((Expr::Month { month, year, shift }, end));
        }
        if let Some((Expr::Feast { feast, year, .. }, end)) = self.named_day(after) {
            let shift = Some(shift);
            return Some((Expr::Feast { feast, year, shift }, end));
        }
        if let Some(TimeWord::Season(month)) = self.time(after) {
            let (year, shift) = (Year::Open, Some(shift));
            return Some((Expr::Season { month, year, shift }, after + 1));
        }
        None
    }

    pub(super) fn is_clitic(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| matches!(atom.text, "'s" | "’s"))
    }

    /// "Summer 2016", "the winter of last year".
    pub(super) fn season(&self, at: usize) -> Parsed<Expr> {
        let Some(TimeWord::Season(month)) = self.time(at) else {
            return None;
        };
        let (year, end) = self.year_after(at + 1);
        let word = &self.atom(at)?.word.text;
        let told = matches!(
            self.time_before(at),
            Some(
                TimeWord::Link(Link::In | Link::Since | Link::Until | Link::The)
                    | TimeWord::Stage(_)
            )
        );
        let known = year != Year::Open || (told && !self.words.is_doubtful_season(word));
        let shift = None;
        (known && (year != Year::Open || self.stands_alone(end)))
            .then_some((Expr::Season { month, year, shift }, end))
    }

    /// A unit without more: "the weekend", "the month", "the year", "the year-ago period".
    pub(super) fn lone_unit(&self, at: usize) -> Parsed<Expr> {
        if self.time(at) == Some(TimeWord::YearAgo) {
            return match self.unit(self.skip_fillers(at + 1)) {
                Some((Unit::Quarter | Unit::Period, end)) => Some((year_before_quarter(), end)),
                _ => {
                    let (unit, shift) = (Unit::Year, Shift::Last);
                    Some((Expr::Relative { unit, shift }, at + 1))
                }
            };
        }
        let the =
            self.time_before(at) == Some(TimeWord::Link(Link::The)) || self.is_after_stage(at);
        let after = self.skip_fillers(at);
        let (unit, end) = self.unit(after)?;
        let plain = !self.is_link(end, Link::Of) && self.stands_alone(end);
        if let (true, Some(end)) = (the && after > at, self.corresponding(unit, end)) {
            return Some((year_before_quarter(), end));
        }
        match unit {
            // "The weekend of March 4".
            Unit::Weekend if self.is_link(end, Link::Of) => {
                let (day, end) = self.core(end + 1).filter(|(day, _)| day.is_day())?;
                Some((Expr::WeekendOf(Box::new(day)), end))
            }
            Unit::Weekend => {
                let shift = Shift::Latest;
                Some((Expr::Relative { unit, shift }, end))
            }
            Unit::Week => self.week_of(end),
            _ if !the || !plain => None,
            // "At the end of the day" is a way to speak.
            Unit::Day if self.closes(end) && !(at > 0 && self.is_after_stage(at - 1)) => {
                let shift = Shift::Same;
                Some((Expr::Relative { unit, shift }, end))
            }
            Unit::Quarter if self.speaks_of_business(at, end) => {
                let shift = Shift::Latest;
                Some((Expr::Relative { unit, shift }, end))
            }
            // "The quarter" of general news is a part of a town.
            Unit::Fortnight | Unit::Month | Unit::Year => {
                let shift = Shift::This;
                Some((Expr::Relative { unit, shift }, end))
            }
            _ => None,
        }
        .or_else(|| {
            let shift = Shift::This;
            (the && plain && unit == Unit::Week).then_some((Expr::Relative { unit, shift }, end))
        })
    }

    /// "End of month" has no article.
    pub(super) fn is_after_stage(&self, at: usize) -> bool {
        at >= 2
            && self.is_link(at - 1, Link::Of)
            && matches!(self.time(at - 2), Some(TimeWord::Stage(_)))
    }

    /// Behind "week": its number, a day in it, or the day it begins on.
    pub(super) fn week_of(&self, at: usize) -> Parsed<Expr> {
        if let Some((n, len)) = self.atom(at).and_then(|atom| atom.digits) {
            let number = u8::try_from(n)
                .ok()
                .filter(|n| (1..=53).contains(n) && len <= 2)?;
            let (year, end) = self.year_after(at + 1);
            return Some((Expr::WeekNumber { number, year }, end));
        }
        let begins = matches!(
            self.time(at),
            Some(TimeWord::Link(Link::Starting | Link::Of) | TimeWord::Stage(Stage::Start))
        );
        if !begins {
            return None;
        }
        let day = self.skip(at + 1, Link::On);
        let day = self.skip(day, Link::The);
        let (day, end) = self
            .numeric(day)
            .or_else(|| self.weekday_led(day))
            .or_else(|| self.month_led(day))
            .or_else(|| self.day_led(day))
            .or_else(|| self.deictic(day))
            .or_else(|| self.shifted(day))
            .or_else(|| self.lone_day(day))
            .filter(|(expr, _)| expr.is_day())?;
        Some((Expr::WeekOf(Box::new(day)), end))
    }

    /// "16" of "the week of 16".
    fn lone_day(&self, at: usize) -> Parsed<Expr> {
        let (day, end) = self.day_number(at).filter(|(_, end)| self.closes(*end))?;
        let date = Date {
            day,
            ..Date::default()
        };
        Some((Expr::Date(date), end))
    }

    /// "The third quarter of 2016", "Q3", "this year's first half".
    pub(super) fn piece(&self, at: usize) -> Parsed<Expr> {
        let (year, start) = match self.year_digits(at) {
            Some((year, end)) => (Year::Is(year), self.skip_mark(end, "-")),
            None => match self.year_shift(at) {
                Some((shift, end)) => (Year::Shift(shift), end + usize::from(self.is_clitic(end))),
                None => (Year::Open, at),
            },
        };
        let start = self.skip_fillers(start);
        let (unit, number, end) = self.piece_name(start)?;
        if year != Year::Open {
            return Some((Expr::Piece { unit, number, year }, end));
        }
        let (year, behind) = self.year_after(end);
        let of_the_year = self.skip(self.skip_of(end), Link::The);
        if let (Year::Open, Some((Unit::Year, end))) = (year, self.unit(of_the_year)) {
            let year = Year::Shift(Shift::This);
            return Some((Expr::Piece { unit, number, year }, end));
        }
        Some((Expr::Piece { unit, number, year }, behind))
            .filter(|_| unit == Unit::Quarter || year != Year::Open)
    }

    pub(super) fn piece_name(&self, at: usize) -> Option<(Unit, u8, usize)> {
        match self.time(at)? {
            TimeWord::Quarter(number) => return Some((Unit::Quarter, number, at + 1)),
            TimeWord::Half(number) => return Some((Unit::Half, number, at + 1)),
            _ => {}
        }
        let last = self.time(at) == Some(TimeWord::Shift(Shift::Last));
        let (number, after) = if last { (0, at + 1) } else { self.ordinal(at)? };
        let after = self.skip_fillers(self.skip_mark(after, "-"));
        let Some(TimeWord::Unit(unit)) = self.time(after) else {
            return None;
        };
        let most = match unit {
            Unit::Quarter => 4,
            Unit::Half => 2,
            _ => return None,
        };
        let number = if last { most } else { number };
        let plain_last = last && unit == Unit::Quarter;
        ((1..=most).contains(&number) && !plain_last).then_some((unit, number, after + 1))
    }
}
