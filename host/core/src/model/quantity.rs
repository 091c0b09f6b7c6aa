use super::{Decimal, Span};

/// Both ends inclusive; none: unbounded. Under `MoreThan` and `LessThan` the stated end is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// Smallest value.
    pub low: Option<Decimal>,
    /// Largest value.
    pub high: Option<Decimal>,
}

impl Bounds {
    /// Exactly `value`.
    pub fn exactly(value: Decimal) -> Self {
        Self {
            low: Some(value),
            high: Some(value),
        }
    }

    /// Is there a value within both?
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Is it the asserted zero of "no one was hurt"?
    pub fn is_zero(self) -> bool {
        self == Self::exactly(Decimal::ZERO)
    }
}

/// The form in which a figure is given. A hedge ("believed to be 50") is no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "50".
    Exact,
    /// "at least 26", "26 or more".
    AtLeast,
    /// "more than 50", "over 50".
    MoreThan,
    /// "up to 20", "as many as 20".
    AtMost,
    /// "fewer than 10".
    LessThan,
    /// "about 50", "some 50", "nearly 50".
    About,
    /// "between 6 and 8", "20 to 30".
    Range,
    /// "dozens", "several", a bare plural.
    Vague,
}

/// Does the figure count this event, or everything since some moment?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tally {
    /// Those of one incident.
    Incident,
    /// A running total: "since 2011", "so far this year", a whole war's.
    Cumulative,
    /// The text does not tell.
    Unknown,
}

/// A figure as the words give it, and as the chosen profile reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The words: "at least 26", "a soldier".
    pub text: String,
    /// Where they stand.
    pub span: Option<Span>,
    /// The form of the figure.
    pub form: Form,
    /// The literal reading: "about 50" is 50..50, "dozens" 24.. .
    pub stated: Bounds,
    /// As the profile reads it; equal to `stated` until `check` interprets it.
    pub interpreted: Bounds,
    /// The line of conventions.toml between the two; none where they are equal.
    pub convention: Option<String>,
    /// "person", "home", "vehicle"; of a sum its currency, "dollar"; of another measure its predicate, "magnitude".
    pub unit: String,
    /// Incident or running total.
    pub tally: Tally,
}

impl Quantity {
    /// A figure read literally, of an incident as far as is known.
    pub fn stated(
        text: impl Into<String>,
        form: Form,
        stated: Bounds,
        unit: impl Into<String>,
    ) -> Self {
        Self {
            text: text.into(),
            span: None,
            form,
            stated,
            interpreted: stated,
            convention: None,
            unit: unit.into(),
            tally: Tally::Unknown,
        }
    }
}
