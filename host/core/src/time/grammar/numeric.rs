//! Dates in digits: "2017-03-21", "14/09/2016", "23/Sep/2020", "2016/11".

use super::{Grammar, Parsed};
use crate::lexicon::{Link, TimeWord};
use crate::time::expr::{Date, Expr, MonthRef, Year};

/// One part of such a date.
#[derive(Clone, Copy)]
enum Field {
    /// Value and number of digits.
    Digits(u32, u8),
    Month(u8),
}

/// The ways to keep the parts apart.
const SEPARATORS: [&str; 3] = ["/", "-", "."];

impl Grammar<'_, '_> {
    /// Two or three parts with the same mark between them.
    pub(super) fn numeric(&self, at: usize) -> Parsed<Expr> {
        let first = self.field(at)?;
        if let Some(found) = self.spaced(at, first) {
            return Some(found);
        }
        let separator = self.atom(at + 1)?.text;
        if !SEPARATORS.contains(&separator) || self.continues_number(at, separator) {
            return None;
        }
        let second = self.field(at + 2)?;
        let three = self.is_mark(at + 3, separator) && self.is_tight(at + 1, 4);
        let third = self.field(at + 4).filter(|_| three);
        let third = third.or_else(|| self.comma_year(at + 3));
        if let Some(third) = third {
            let date = self.triple([first, second, third]);
            if let Some(date) = date.filter(|_| !self.goes_on(at + 5, separator)) {
                return Some((Expr::Date(date), at + 5));
            }
        }
        self.pair(at, [first, second], separator)
    }

    /// "2016 10 16", at the head of a sentence or behind "on".
    fn spaced(&self, at: usize, year: Field) -> Parsed<Expr> {
        let loose = |at: usize| self.atom(at).is_some_and(|atom| atom.spaced);
        let led = at == 0 || self.is_link(at - 1, Link::On);
        let Field::Digits(_, 4) = year else {
            return None;
        };
        let (month, day) = (self.field(at + 1)?, self.field(at + 2)?);
        let small = [month, day]
            .iter()
            .all(|field| matches!(field, Field::Digits(_, 1 | 2)));
        let fits = led && small && loose(at + 1) && loose(at + 2) && self.closes(at + 3);
        let date = self.triple([year, month, day]).filter(|_| fits)?;
        Some((Expr::Date(date), at + 3))
    }

    fn field(&self, at: usize) -> Option<Field> {
        let atom = self.atom(at)?;
        match (atom.digits, atom.time()) {
            (Some((n, len)), _) if len <= 2 || len == 4 => Some(Field::Digits(n, len)),
            (None, Some(TimeWord::Month(month))) => Some(Field::Month(month)),
            _ => None,
        }
    }

    /// "08/12,15", "5/7, 2020".
    fn comma_year(&self, at: usize) -> Option<Field> {
        let (n, len) = self.atom(at + 1)?.digits?;
        let tight = self.is_tight(at, 2);
        (self.is_mark(at, ",") && (len == 4 || (len == 2 && tight)))
            .then_some(Field::Digits(n, len))
    }

    /// No white space before these atoms.
    fn is_tight(&self, at: usize, count: usize) -> bool {
        (at..at + count).all(|i| self.atom(i).is_some_and(|atom| !atom.spaced))
    }

    /// Is this the middle of a longer number, as of a telephone or a case?
    fn continues_number(&self, at: usize, separator: &str) -> bool {
        let tight = self.atom(at).is_some_and(|atom| !atom.spaced);
        // "10-1-2018-10-7-2018": behind a whole date another one may begin.
        let behind_date = at >= 6
            && self.is_mark(at - 3, separator)
            && self.is_mark(at - 5, separator)
            && self
                .atom(at - 2)
                .and_then(|atom| atom.digits)
                .is_some_and(|(_, len)| len == 4);
        tight
            && !behind_date
            && self
                .before(at)
                .is_some_and(|mark| mark.text == separator && !mark.spaced)
            && at >= 2
            && self.atom(at - 2).is_some_and(|atom| atom.digits.is_some())
    }

    fn goes_on(&self, at: usize, separator: &str) -> bool {
        separator == "."
            && self.is_mark(at, separator)
            && self.is_tight(at, 2)
            && self.atom(at + 1).is_some_and(|atom| atom.digits.is_some())
    }

    fn triple(&self, fields: [Field; 3]) -> Option<Date> {
        use Field::{Digits, Month};
        let (year, month, day) = match fields {
            [Digits(y, 4), Month(m), Digits(d, 1 | 2)]
            | [Digits(y, 4), Digits(d, 1 | 2), Month(m)]
            | [Digits(d, 1 | 2), Month(m), Digits(y, 4)]
            | [Month(m), Digits(d, 1 | 2), Digits(y, 4)] => (Some(y), u32::from(m), d),
            [Digits(d, 1 | 2), Month(m), Digits(y, 2)]
            | [Month(m), Digits(d, 1 | 2), Digits(y, 2)] => {
                return whole_date(self.full_year(y), u32::from(m), d);
            }
            [Digits(y, 4), Digits(m, 1 | 2), Digits(d, 1 | 2)] => (Some(y), m, d),
            // "9-1-1" is a telephone number.
            [Digits(a, 1 | 2), Digits(b, 1 | 2), Digits(y, len @ (2 | 4))] => {
                let (month, day) = self.month_and_day(a, b)?;
                let year = if len == 4 { Some(y) } else { None };
                if year.is_none() {
                    return whole_date(self.full_year(y), month, day);
                }
                (year, month, day)
            }
            _ => return None,
        };
        whole_date(i16::try_from(year?).ok()?, month, day)
    }

    /// Which of two numbers is the month: where both may be, the convention says.
    fn month_and_day(&self, a: u32, b: u32) -> Option<(u32, u32)> {
        let first = (1..=12).contains(&a) && (1..=31).contains(&b);
        let second = (1..=12).contains(&b) && (1..=31).contains(&a);
        match (first, second) {
            (true, true) if self.words.convention.month_first => Some((a, b)),
            (true, false) => Some((a, b)),
            (_, true) => Some((b, a)),
            (false, false) => None,
        }
    }

    /// A month of a year, or a day of a month that is told by what stands before it.
    fn pair(&self, at: usize, fields: [Field; 2], separator: &str) -> Parsed<Expr> {
        let end = at + 3;
        let tight = self.is_tight(at + 1, 2);
        let digit = self
            .atom(end + 1)
            .is_some_and(|a| !a.spaced && matches!(a.digits, Some((_, 1))));
        if self.is_mark(end, separator) && self.is_tight(end, 1) && (separator != "-" || digit) {
            return None;
        }
        let month_of = |year: u32, month: u32| {
            let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
            let year = i16::try_from(year)
                .ok()
                .filter(|y| (1000..3000).contains(y))?;
            let year = Year::Is(year);
            let shift = None;
            Some((Expr::Month { month, year, shift }, end))
        };
        match fields {
            [Field::Digits(y, 4), Field::Digits(m, 1 | 2)]
            | [Field::Digits(m, 1 | 2), Field::Digits(y, 4)] => month_of(y, m),
            [Field::Month(m), Field::Digits(y, 4)] => month_of(y, u32::from(m)),
            [Field::Month(m), Field::Digits(d, 1 | 2)]
            | [Field::Digits(d, 1 | 2), Field::Month(m)]
                if tight =>
            {
                let date = whole_date(2000, u32::from(m), d)?;
                let (year, behind) = self.year_after(end);
                Some((Expr::Date(Date { year, ..date }), behind))
            }
            [Field::Digits(a, 1 | 2), Field::Digits(b, 1 | 2)] if tight => {
                self.day_and_month(at, (a, b), separator)
            }
            _ => None,
        }
    }

    /// "3/7", "4-22": a day without a year.
    fn day_and_month(&self, at: usize, (a, b): (u32, u32), separator: &str) -> Parsed<Expr> {
        let end = at + 3;
        let (month, day) = self.month_and_day(a, b)?;
        // "4-22 next month" are two days of it.
        let of = self.skip(self.skip_of(end), Link::The);
        let days = separator == "-" && (self.month(of).is_some() || self.month_shift(of).is_some());
        if days {
            return None;
        }
        let clear = a > 12 || b > 12;
        let slashed = separator == "/" && clear && (a, b) != (24, 7);
        let told = self.expects_date(at);
        let date = whole_date(2000, month, day)?;
        let open = Date {
            year: Year::Open,
            ..date
        };
        (slashed || told).then_some((Expr::Date(open), end))
    }

    /// Behind "on", "from" and such, or a weekday.
    fn expects_date(&self, at: usize) -> bool {
        match self.time_before(at) {
            Some(TimeWord::Link(link)) => {
                matches!(
                    link,
                    Link::On | Link::From | Link::To | Link::Until | Link::Since
                )
            }
            Some(TimeWord::Weekday(_) | TimeWord::Shift(_)) => true,
            _ if self.is_mark(at + 3, "-") && self.is_mark(at + 5, "/") => true,
            _ => {
                // The second half of "5/1-5/7".
                self.before(at).is_some_and(|atom| atom.is_mark("-"))
                    && at >= 4
                    && self.atoms[at - 2].digits.is_some()
            }
        }
    }
}

fn whole_date(year: i16, month: u32, day: u32) -> Option<Date> {
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    let day = u8::try_from(day).ok().filter(|d| (1..=31).contains(d))?;
    Some(Date {
        year: Year::Is(year),
        month: MonthRef::Is(month),
        day,
        weekday: None,
    })
}
