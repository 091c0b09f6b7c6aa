use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Basis, Span};

/// Minutes of local civil time since 1970-01-01T00:00. News gives local time and rarely a zone, so nothing is
/// converted. An `i32` reaches past the years 0 and 5000.
pub type Minute = i32;

/// A stretch of local civil time, half-open; none: open on that side (or, on both, not resolved).
/// The width is the precision: "on Sunday" is 1440 minutes long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The words: "over the weekend".
    pub text: String,
    /// Where they stand, if they stand in the text.
    pub span: Option<Span>,
    /// First minute.
    pub start: Option<Minute>,
    /// One past the last minute.
    pub end: Option<Minute>,
    /// Said, implied by the text around, or assumed by us.
    pub basis: Basis,
}

/// How the left of two periods lies to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// The same stretch.
    Same,
    /// Left lies within right.
    Within,
    /// Left holds right.
    Contains,
    /// They share some and differ in some.
    Overlap,
    /// Left ends before right begins.
    Before,
    /// Left begins after right ends.
    After,
    /// One of them is not known.
    Unknown,
}

/// The first minute of a day; none outside the years an `i32` of minutes reaches.
pub(crate) fn minute_of(moment: DateTime) -> Option<Minute> {
    let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    let minutes = moment.duration_since(epoch).as_mins();
    i32::try_from(minutes).ok()
}

/// The civil moment of a minute.
pub(crate) fn moment_of(minute: Minute) -> DateTime {
    DateTime::constant(1970, 1, 1, 0, 0, 0, 0).saturating_add(i64::from(minute).minutes())
}

impl Period {
    /// From the first minute of `first` to the last of `last`.
    pub fn days(text: impl Into<String>, first: Date, last: Date, basis: Basis) -> Self {
        let start = minute_of(first.at(0, 0, 0, 0));
        let end = minute_of(last.saturating_add(1.day()).at(0, 0, 0, 0));
        Self {
            text: text.into(),
            span: None,
            start,
            end,
            basis,
        }
    }

    /// The minutes from `start` up to, not including, `end`.
    pub fn between(
        text: impl Into<String>,
        start: Option<DateTime>,
        end: Option<DateTime>,
        basis: Basis,
    ) -> Self {
        Self {
            text: text.into(),
            span: None,
            start: start.and_then(minute_of),
            end: end.and_then(minute_of),
            basis,
        }
    }

    /// Words that name a time which nothing in the text resolves.
    pub fn unresolved(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            span: None,
            start: None,
            end: None,
            basis: Basis::Said,
        }
    }

    /// The same period, standing at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Is neither side known?
    pub fn is_unresolved(&self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    /// The first day, if the period has a beginning.
    pub fn first_day(&self) -> Option<Date> {
        self.start.map(|minute| moment_of(minute).date())
    }

    /// The last day, if the period has an end.
    pub fn last_day(&self) -> Option<Date> {
        self.end
            .map(|minute| moment_of(minute.saturating_sub(1)).date())
    }

    /// The first moment, if the period has a beginning.
    pub fn first_moment(&self) -> Option<DateTime> {
        self.start.map(moment_of)
    }

    /// The moment at which the period is over, if it ends.
    pub fn end_moment(&self) -> Option<DateTime> {
        self.end.map(moment_of)
    }

    /// Does it begin and end at midnight, so that days say all of it?
    pub fn is_whole_days(&self) -> bool {
        let midnight = |minute: Option<Minute>| minute.is_none_or(|m| m.rem_euclid(1440) == 0);
        midnight(self.start) && midnight(self.end)
    }

    /// Its length in minutes, if both ends are known.
    pub fn minutes(&self) -> Option<i64> {
        Some(i64::from(self.end?) - i64::from(self.start?))
    }

    /// How this period lies to `other`. An open side reaches for ever; unresolved is unknown.
    pub fn order(&self, other: &Self) -> Order {
        if self.is_unresolved() || other.is_unresolved() {
            return Order::Unknown;
        }
        let side = |p: &Self| {
            (
                p.start.map_or(i64::MIN, i64::from),
                p.end.map_or(i64::MAX, i64::from),
            )
        };
        let ((a, b), (c, d)) = (side(self), side(other));
        match () {
            () if (a, b) == (c, d) => Order::Same,
            () if b <= c => Order::Before,
            () if d <= a => Order::After,
            () if c <= a && b <= d => Order::Within,
            () if a <= c && d <= b => Order::Contains,
            () => Order::Overlap,
        }
    }
}

impl Order {
    /// The order seen from the right.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            Self::Before => Self::After,
            Self::After => Self::Before,
            other => other,
        }
    }
}
