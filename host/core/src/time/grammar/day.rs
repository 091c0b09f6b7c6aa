//! Days, months and years in words: "Monday March 20, 2017", "14th of September", "the 1990s".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, NamedDay, Shift, TimeWord, Unit};
use crate::time::expr::{Date, Expr, MonthRef, Year};

impl Grammar<'_, '_> {
    /// What begins with a weekday: "Monday", "Monday, March 20", "Thursday the 21st", "Friday next week".
    pub(super) fn weekday_led(&self, at: usize) -> Parsed<Expr> {
        let (weekday, after) = self.weekday(at)?;
        let next = self.skip_mark(after, ",");
        let next = self.skip(next, Link::The);
        if let Some((Expr::Date(date), end)) = self
            .numeric(next)
            .or_else(|| self.month_led(next))
            .or_else(|| self.day_led(next))
        {
            let weekday = Some(weekday);
            return Some((Expr::Date(Date { weekday, ..date }), end));
        }
        if let Some((date, end)) = self.weekday_and_number(weekday, after) {
            return Some((Expr::Date(date), end));
        }
        let day = weekday;
        let of = self.skip_of(after);
        if let Some((week, end)) = self.week_shift(of) {
            let week = Box::new(week);
            return Some((Expr::WeekdayOf { day, week }, end));
        }
        Some((Expr::Weekday { day, shift: None }, after))
    }

    /// "Thursday the 21st", "Monday 21".
    pub(super) fn weekday_and_number(&self, weekday: u8, after: usize) -> Parsed<Date> {
        let next = self.skip(after, Link::The);
        let (day, end) = if next > after {
            self.ordinal(next).or_else(|| {
                let (n, end) = self.cardinal(next)?;
                Some((u8::try_from(n).ok()?, end))
            })?
        } else {
            self.day_number(next)?
        };
        // "Sunday 8 a.m." is an hour.
        let hour = matches!(self.time(end), Some(TimeWord::Meridiem(_)));
        let other = hour || !self.stands_alone(end) || self.unit(end).is_some();
        if !(1..=31).contains(&day) || other {
            return None;
        }
        let date = Date {
            day,
            weekday: Some(weekday),
            ..Date::default()
        };
        Some((date, end))
    }

    /// "Last week", "this week".
    pub(super) fn week_shift(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        let (shift, after) = self.shift(at)?;
        let (unit, end) = self.unit(after)?;
        let expr = Expr::Relative { unit, shift };
        (unit == Unit::Week).then_some((expr, end))
    }

    /// What begins with a month: "March 21, 2017", "March 2017", "July of last year", "March".
    pub(super) fn month_led(&self, at: usize) -> Parsed<Expr> {
        let (month, after) = self.month(at)?;
        if let Some((day, end)) = self.day_behind_month(after) {
            let (year, end) = self.year_after(end);
            let month = MonthRef::Is(month);
            let weekday = None;
            let date = Date {
                year,
                month,
                day,
                weekday,
            };
            return Some((Expr::Date(date), end));
        }
        let (year, end) = self.year_after(after);
        let shift = None;
        Some((Expr::Month { month, year, shift }, end))
    }

    pub(super) fn day_behind_month(&self, at: usize) -> Parsed<u8> {
        let at = self.skip_mark(at, "-");
        let word = self.skip(at, Link::The);
        let in_words = |at: usize| {
            // "May two thousand" is a year.
            let (n, end) = self.cardinal(at)?;
            let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d))?;
            self.year_words(at).is_none().then_some((day, end))
        };
        let (day, end) = self.day_number(word).or_else(|| in_words(word))?;
        // "In March 20 soldiers died", but "on March 20 soldiers died" and "the night of March 20 people".
        let in_month = word
            .checked_sub(1)
            .and_then(|month| self.time_before(month))
            .is_some_and(TimeWord::leads_to_month);
        let bare = self.ordinal(word).is_none() && in_month;
        let counts = bare
            && self.atom(end).is_some_and(|next| {
                next.word.person.is_some() || next.word.is(Class::Measure) && next.spaced
            });
        let hour = matches!(self.time(end), Some(TimeWord::Meridiem(_)));
        (!counts && !hour).then_some((day, end))
    }

    /// What begins with a day of the month: "21 March 2017", "14th of next month", "the 14th".
    pub(super) fn day_led(&self, at: usize) -> Parsed<Expr> {
        let (day, after, bare) = self.leading_day(at)?;
        let after = self.day_noun(after);
        let of = self.skip(after, Link::Of);
        let of = self.skip(of, Link::The);
        if let Some((month, end)) = self.month(self.skip_mark(of, "-")) {
            let (year, end) = self.year_after_day(end);
            let month = MonthRef::Is(month);
            let date = Date {
                year,
                month,
                day,
                weekday: None,
            };
            return Some((Expr::Date(date), end));
        }
        if let Some((shift, end)) = self.month_shift(of) {
            let month = MonthRef::Shift(shift);
            let date = Date {
                month,
                day,
                ..Date::default()
            };
            return Some((Expr::Date(date), end));
        }
        // "The 14th", and no noun that it would count.
        let the = self.time_before(at).is_some_and(|w| {
            matches!(
                w,
                TimeWord::Link(Link::The | Link::On | Link::And | Link::To)
            )
        });
        let digits = self.atom(at).is_some_and(|atom| atom.digits.is_some());
        let alone = if bare {
            digits && self.closes(after) && self.leads_to_day(at)
        } else {
            the && (digits || day > 20) && self.is_not_ranking(after)
        };
        let date = Date {
            day,
            ..Date::default()
        };
        alone.then_some((Expr::Date(date), after))
    }

    /// Is a bare number a day of the month behind this: "on 15", "until the 27"?
    fn leads_to_day(&self, at: usize) -> bool {
        let link = |at: usize| match self.time_before(at) {
            Some(TimeWord::Link(link)) => Some(link),
            _ => None,
        };
        match link(at) {
            Some(Link::On) => true,
            Some(Link::The) => matches!(
                link(at - 1),
                Some(Link::On | Link::For | Link::Until | Link::Since | Link::By | Link::From)
            ),
            _ => false,
        }
    }

    /// Day, place behind it, and whether it is a bare number.
    pub(super) fn leading_day(&self, at: usize) -> Option<(u8, usize, bool)> {
        let price = |mark: &str| matches!(mark, "$" | "£" | "€");
        if self.before(at).is_some_and(|before| price(before.text)) {
            return None;
        }
        if let Some((day, end)) = self.ordinal(at) {
            return Some((day, end, false)).filter(|_| (1..=31).contains(&day));
        }
        if let Some((day, end)) = self.day_number(at) {
            return Some((day, end, true));
        }
        let (n, end) = self.cardinal(at)?;
        let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d))?;
        let month_next = matches!(self.time(end), Some(TimeWord::Month(_)));
        month_next.then_some((day, end, true))
    }

    /// Past "day" in "the 20th day of September".
    pub(super) fn day_noun(&self, at: usize) -> usize {
        let is_day = self.time(at) == Some(TimeWord::Unit(Unit::Day));
        at + usize::from(is_day && self.is_link(at + 1, Link::Of))
    }

    pub(super) fn is_not_ranking(&self, at: usize) -> bool {
        let unit = matches!(
            self.time(at),
            Some(TimeWord::Unit(_) | TimeWord::Weekday(_))
        );
        self.stands_alone(at)
            && !unit
            && !self.is_mark(at, "-")
            && !self.atom(at).is_some_and(|a| a.capital)
    }

    pub(super) fn month_shift(&self, at: usize) -> Parsed<Shift> {
        let the = self.time_before(at) == Some(TimeWord::Link(Link::The));
        if let Some((Unit::Month, end)) = self.unit(at).filter(|_| the) {
            return Some((Shift::This, end));
        }
        let (shift, after) = self.shift(at)?;
        match self.unit(after)? {
            (Unit::Month, end) => Some((shift, end)),
            _ => None,
        }
    }

    /// Behind "3 JAN" of a dateline two digits are a year, if nothing comes that they could count.
    pub(super) fn year_after_day(&self, at: usize) -> (Year, usize) {
        let (year, end) = self.year_after(at);
        if year != Year::Open {
            return (year, end);
        }
        let two = self.atom(at).and_then(|atom| atom.digits);
        match two {
            Some((n, 2)) if self.atom(at + 1).is_none_or(|next| !next.is_wordlike()) => {
                (Year::Is(self.full_year(n)), at + 1)
            }
            _ => (year, end),
        }
    }

    /// "Today", "yesterday", "the day before yesterday", "now".
    pub(super) fn deictic(&self, at: usize) -> Parsed<Expr> {
        match self.time(at)? {
            TimeWord::Day(days) => Some((Expr::Deictic(i32::from(days)), at + 1)),
            // "Now" is too loose a word to be a time of its own; "between May and now" is not.
            TimeWord::Now if self.closes_range(at) => Some((Expr::Deictic(0), at + 1)),
            _ => None,
        }
    }

    pub(super) fn closes_range(&self, at: usize) -> bool {
        matches!(
            self.time_before(at),
            Some(TimeWord::Link(
                Link::And | Link::To | Link::Until | Link::Between | Link::From
            ))
        )
    }

    /// "Christmas Eve 2016".
    pub(super) fn named_day(&self, at: usize) -> Parsed<Expr> {
        if !self.atom(at)?.word.names_day {
            return None;
        }
        let fits = |words: &[String]| {
            (at..)
                .zip(words)
                .all(|(i, word)| self.atom(i).is_some_and(|atom| *atom.word.text == **word))
        };
        let (words, day) = self.words.named.iter().find(|(words, ..)| fits(words))?;
        let behind = at + words.len();
        let early = self.weekend_behind(behind);
        let (year, end) = self.year_after(early.unwrap_or(behind));
        let late = self.weekend_behind(end).filter(|_| early.is_none());
        let day = self.day_in(*day, year);
        if early.or(late).is_some() {
            return Some((Expr::WeekendOf(Box::new(day)), late.unwrap_or(end)));
        }
        Some((day, end))
    }

    /// Behind "weekend", as in "Easter weekend".
    fn weekend_behind(&self, at: usize) -> Option<usize> {
        let weekend = self.time(at) == Some(TimeWord::Unit(Unit::Weekend));
        weekend.then_some(at + 1)
    }

    fn day_in(&self, day: NamedDay, year: Year) -> Expr {
        match day {
            NamedDay::Fixed { month, day } => Expr::Date(Date {
                year,
                month: MonthRef::Is(month),
                day,
                weekday: None,
            }),
            NamedDay::Moving(feast) => {
                let shift = None;
                Expr::Feast { feast, year, shift }
            }
        }
    }
}
