//! What an expression of time says, before anything is known of when it was written.

use jiff::civil::Time;

use crate::lexicon::{DayPart, Feast, Shift, Stage, Unit};

/// An expression of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    /// "21 March 2017", "the 14th", "Thursday the 21st".
    Date(Date),
    /// "Good Friday 2016", "last Thanksgiving".
    Feast {
        feast: Feast,
        year: Year,
        shift: Option<Shift>,
    },
    /// "March 2017", "July of last year", "last June".
    Month {
        month: u8,
        year: Year,
        shift: Option<Shift>,
    },
    /// "2015".
    Year(i16),
    /// "The 1990s", by the first year.
    Decade(i16),
    /// "The seventies", by the tens.
    ShortDecade(u8),
    /// "The 19th century".
    Century(i16),
    /// "Last summer", by its first month.
    Season {
        month: u8,
        year: Year,
        shift: Option<Shift>,
    },
    /// The so-manieth quarter or half of a year.
    Piece { unit: Unit, number: u8, year: Year },
    /// "Sunday", "last Sunday".
    Weekday { day: u8, shift: Option<Shift> },
    /// "Sunday of last week", "next week Friday".
    WeekdayOf { day: u8, week: Box<Expr> },
    /// "Last week", "this month", "the quarter".
    Relative { unit: Unit, shift: Shift },
    /// "Week 31 of 2018".
    WeekNumber { number: u8, year: Year },
    /// "The week of the 18th".
    WeekOf(Box<Expr>),
    /// "Easter weekend": with the day itself, where it lies beside Saturday or Sunday.
    WeekendOf(Box<Expr>),
    /// "Two Mondays ago".
    Weekdays { count: i32, day: u8, back: bool },
    /// "Less than two weeks ago": any time between.
    Between(Box<Expr>),
    /// Days from the day of writing: "yesterday".
    Deictic(i32),
    /// "Two weeks ago", "three days after Easter".
    Distance {
        amount: Amount,
        back: bool,
        from: Base,
    },
    /// The unit before or after: "the week before last".
    Beside {
        of: Box<Expr>,
        unit: Unit,
        back: bool,
    },
    /// "The 1988 quarter": of that year the one that is the latest now.
    QuarterOf(i16),
    /// "In two weeks": only where the sentence looks ahead; else it may be the weeks before.
    In(Amount),
    /// "The year-ago quarter": the same a year before.
    YearBefore(Box<Expr>),
    /// "The past two days", "within ten months".
    Stretch { amount: Amount, side: Side },
    /// "The first 24 hours", "three days from Monday": so much from there on.
    From { amount: Amount, base: Base },
    /// "Early September", "the end of the year", "later this week".
    Stage { stage: Stage, of: Box<Expr> },
    /// "The first week of October"; from the end if negative.
    Nth { nth: i8, unit: Nth, of: Box<Expr> },
    /// "The last three weeks of the year".
    NthRun {
        amount: Amount,
        from_end: bool,
        of: Box<Expr>,
    },
    /// "Sunday night", "by nightfall".
    Part { part: DayPart, of: Base },
    /// "Overnight": from the evening before the day.
    Overnight { hours: DayPart, of: Base },
    /// "9:28 pm on Sunday".
    Clock { time: Time, of: Base },
    /// "From Monday to Wednesday".
    Range(Box<Expr>, Box<Expr>),
    /// "2012 or later", "no later than Friday".
    Open { of: Box<Expr>, onward: bool },
    /// "In recent weeks", "every Monday", "for two years".
    Unresolvable,
}

/// A day of the calendar as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Date {
    pub(super) year: Year,
    pub(super) month: MonthRef,
    pub(super) day: u8,
    pub(super) weekday: Option<u8>,
}

/// The year of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Year {
    /// Not said.
    #[default]
    Open,
    /// "2017".
    Is(i16),
    /// "Of last year".
    Shift(Shift),
    /// "Next 5/12": the first one that is still to come.
    Coming,
}

/// The month of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum MonthRef {
    /// Not said.
    #[default]
    Open,
    /// January is 1.
    Is(u8),
    /// "Of last month".
    Shift(Shift),
}

/// So many units, the larger first: "1 month 21 days".
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Amount(pub(super) Vec<(i32, Unit)>);

/// Where a distance or part of a day hangs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Base {
    /// The day of writing.
    Now,
    /// The day last named in the text, else the day of writing.
    Named,
    /// The day last named, and nothing if there is none.
    OnlyNamed,
    /// What stands beside it.
    Of(Box<Expr>),
}

/// To which side of now a stretch lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// "The past two days".
    Past,
    /// "The next two days": from tomorrow.
    Next,
    /// "Within two days": from today.
    Within,
}

/// What is counted within a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nth {
    /// "The second week".
    Unit(Unit),
    /// "The second Monday".
    Weekday(u8),
}

impl Expr {
    /// Does it name a month, a year or longer, with a beginning and an end?
    pub(super) fn is_month_or_longer(&self) -> bool {
        match self {
            Self::Month { .. } | Self::Year(_) | Self::Decade(_) | Self::Century(_) => true,
            Self::Relative { unit, .. } => *unit >= Unit::Month,
            _ => false,
        }
    }

    /// Does it name a single day or less?
    pub(super) fn is_day(&self) -> bool {
        match self {
            Self::Date(_)
            | Self::Feast { .. }
            | Self::Weekday { .. }
            | Self::WeekdayOf { .. }
            | Self::Deictic(_)
            | Self::Part { .. }
            | Self::Clock { .. }
            | Self::Overnight { .. } => true,
            Self::Relative { unit, .. } => matches!(unit, Unit::Day | Unit::WorkDay | Unit::Night),
            Self::Distance { amount, .. } => amount.finest() <= Unit::Night,
            Self::Nth { unit, .. } => matches!(unit, Nth::Weekday(_) | Nth::Unit(Unit::Day)),
            Self::Stage { of, .. } => of.is_day(),
            _ => false,
        }
    }
}

impl Expr {
    /// Is its year left open, or its week?
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Date(date) => {
                date.year == Year::Open && !matches!(date.month, MonthRef::Shift(_))
            }
            Self::Month { year, shift, .. }
            | Self::Feast { year, shift, .. }
            | Self::Season { year, shift, .. } => *year == Year::Open && shift.is_none(),
            Self::Piece { year, .. } | Self::WeekNumber { year, .. } => *year == Year::Open,
            Self::Weekday { shift, .. } => shift.is_none(),
            Self::Stage { of, .. } | Self::Nth { of, .. } => of.is_open(),
            Self::Part { of, .. } | Self::Clock { of, .. } => match of {
                Base::Of(of) => of.is_open(),
                _ => true,
            },
            _ => false,
        }
    }

    /// Is it seen from the day of writing?
    pub(super) fn is_deictic(&self) -> bool {
        matches!(
            self,
            Self::Deictic(_) | Self::Relative { .. } | Self::Distance { .. } | Self::Weekday { .. }
        )
    }
}

impl Amount {
    /// The smallest unit counted.
    pub(super) fn finest(&self) -> Unit {
        self.0.last().map_or(Unit::Day, |(_, unit)| *unit)
    }
}
