//! From one time to another: "from Monday to Wednesday", "May 3-5", "between 2007 and the end of 2008".

use super::{Grammar, Parsed};
use crate::lexicon::{Link, TimeWord};
use crate::time::expr::{Date, Expr, MonthRef, Year};

/// One end of a range: an expression, or a number that may turn out to be a day.
enum End {
    Whole(Expr),
    Day(u8),
}

/// The ways to write "to" with a mark.
const DASHES: [&str; 3] = ["-", "–", "~"];

impl Grammar<'_, '_> {
    pub(super) fn range(&self, at: usize) -> Parsed<Expr> {
        let (left, middle) = self.range_end(at)?;
        let (next, dash) = self.connector(middle, self.is_between(at))?;
        let next = self.skip(next, Link::The);
        let (right, end) = self.range_end(next)?;
        // "Geneva, March 3 - Monday was quiet": a dash with room around it joins only dates.
        let loose = dash && self.atom(middle).is_some_and(|mark| mark.spaced);
        let seen_from_now = matches!(&right, End::Whole(expr) if expr.is_deictic());
        if loose && seen_from_now {
            return None;
        }
        let (mut left, right, mut end) = match self.days_of_month((&left, &right), end) {
            Some((from, to, end)) => (from, to, end),
            None if has_month(&left) => (left, bare_day(right), end),
            None => (left, right, end),
        };
        if has_month(&right) {
            left = bare_day(left);
        }
        // "May 3-5, 2016": the year stands behind both.
        if let (End::Whole(Expr::Date(date)), End::Day(_)) = (&mut left, &right)
            && date.year == Year::Open
        {
            (date.year, end) = self.year_after(end);
        }
        let (from, to) = join(left, right)?;
        Some((Expr::Range(Box::new(from), Box::new(to)), end))
    }

    /// "Next week between Wednesday and Friday".
    pub(super) fn weekdays_of_week(&self, at: usize) -> Parsed<Expr> {
        let (week, after) = self.week_shift(at)?;
        let opened = self.is_link(after, Link::Between) || self.is_link(after, Link::From);
        let (first, middle) = self.weekday(after + 1).filter(|_| opened)?;
        let (next, _) = self.connector(middle, true)?;
        let (last, end) = self.weekday(next)?;
        let day = |day: u8| {
            let week = Box::new(week.clone());
            Box::new(Expr::WeekdayOf { day, week })
        };
        Some((Expr::Range(day(first), day(last)), end))
    }

    /// "From 4-22 in next month", "3 to 12 of September": two days and the month of both.
    fn days_of_month(&self, days: (&End, &End), at: usize) -> Option<(End, End, usize)> {
        let (End::Day(from), End::Day(to)) = days else {
            return None;
        };
        let of = self.skip(self.skip_of(at), Link::The);
        let month = self
            .month(of)
            .map(|(month, end)| (MonthRef::Is(month), end));
        let (month, end) = month.or_else(|| {
            let (shift, end) = self.month_shift(of)?;
            Some((MonthRef::Shift(shift), end))
        })?;
        let (year, end) = self.year_after(end);
        let date = |day: u8| {
            End::Whole(Expr::Date(Date {
                year,
                month,
                day,
                weekday: None,
            }))
        };
        (from < to).then(|| (date(*from), date(*to), end))
    }

    fn range_end(&self, at: usize) -> Parsed<End> {
        if let Some((expr, end)) = self.simple(at) {
            return Some((End::Whole(expr), end));
        }
        let at = self.skip(at, Link::The);
        let (day, end) = self.day_number(at)?;
        Some((End::Day(day), end))
    }

    /// Behind "between", with or without "the"?
    pub(super) fn is_between(&self, at: usize) -> bool {
        let told = |at: usize| self.time_before(at) == Some(TimeWord::Link(Link::Between));
        let article = self.time_before(at) == Some(TimeWord::Link(Link::The));
        told(at) || (article && told(at - 1))
    }

    /// The place behind "to", "until", a dash, or "and" after "between"; and whether it is a dash.
    pub(super) fn connector(&self, at: usize, between: bool) -> Option<(usize, bool)> {
        let atom = self.atom(at)?;
        if DASHES.contains(&atom.text) {
            return Some((at + 1, true));
        }
        let joins = match atom.time()? {
            TimeWord::Link(Link::To | Link::Until) => true,
            TimeWord::Link(Link::And) => between,
            _ => false,
        };
        joins.then_some((at + 1, false))
    }
}

fn has_month(end: &End) -> bool {
    matches!(end, End::Whole(Expr::Date(date)) if date.month != MonthRef::Open)
}

/// "The 8th" of "September 4 through the 8th" is a day of the same month.
fn bare_day(end: End) -> End {
    match end {
        End::Whole(Expr::Date(Date {
            year: Year::Open,
            month: MonthRef::Open,
            weekday: None,
            day,
        })) => End::Day(day),
        other => other,
    }
}

/// A bare day takes month and year from the other side: "3-5 May", "May 3 to 5".
fn join(left: End, right: End) -> Option<(Expr, Expr)> {
    match (left, right) {
        (End::Whole(from), End::Whole(to)) => comparable(&from, &to).then_some((from, to)),
        (End::Day(day), End::Whole(Expr::Date(to))) => {
            let from = Date {
                day,
                weekday: None,
                ..to
            };
            (to.month != MonthRef::Open || to.day > day)
                .then_some((Expr::Date(from), Expr::Date(to)))
        }
        (End::Whole(Expr::Date(from)), End::Day(day)) => {
            let to = Date {
                day,
                weekday: None,
                ..from
            };
            let rising = day > from.day && from.month != MonthRef::Open;
            rising.then_some((Expr::Date(from), Expr::Date(to)))
        }
        _ => None,
    }
}

/// Clock times and parts of the day join only their like.
fn comparable(from: &Expr, to: &Expr) -> bool {
    let fine = |expr: &Expr| matches!(expr, Expr::Clock { .. } | Expr::Part { .. });
    let whole = |expr: &Expr| !matches!(expr, Expr::Unresolvable | Expr::In(_));
    whole(from) && whole(to) && (fine(from) == fine(to) || !fine(to))
}
