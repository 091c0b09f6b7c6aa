//! From what is said to civil time, seen from when it was written.

mod beside;
mod date;
mod within;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{
    Stretch, days_between, first_of, iso_week, monday_of, plus, plus_days, unit_around,
    weekday_back, weekday_on,
};
use super::expr::{Amount, Base, Expr, Side};
use crate::lexicon::{Shift, Stage, TimeConvention, Unit};
use beside::weekend_of;
use within::{nth_of, overnight, part_of, run_of};

/// In days: of a day half a year ahead and more news gives the year.
pub(super) const HALF_A_YEAR: i32 = 183;

/// In days.
const A_YEAR: i32 = 366;

/// What an expression is seen from.
#[derive(Clone, Copy)]
pub(super) struct View {
    /// The day of writing.
    pub(super) now: Option<Date>,
    /// Where that is not known: a day before which it cannot have been written, and not long after which it was.
    pub(super) bound: Option<Date>,
    /// The day last named.
    pub(super) named: Option<Date>,
    /// Is the sentence about what is to come?
    pub(super) ahead: bool,
    /// How many days ahead a day without a year may then lie.
    pub(super) reach: i32,
    /// May a bare month be the next one?
    pub(super) month_ahead: bool,
    /// How numbers are read.
    pub(super) convention: TimeConvention,
}

impl View {
    /// The stretch an expression names; none where nothing resolves it.
    pub(super) fn resolve(&self, expr: &Expr) -> Option<Stretch> {
        match expr {
            Expr::Date(date) => self.date(date).map(Stretch::day),
            Expr::Feast { feast, year, shift } => {
                self.feast(*feast, *year, *shift).map(Stretch::day)
            }
            Expr::Month { month, year, shift } => self.month(*month, *year, *shift),
            Expr::Year(year) => unit_around(first_of(*year, 1)?, Unit::Year),
            Expr::Decade(year) => unit_around(first_of(*year, 1)?, Unit::Decade),
            Expr::ShortDecade(tens) => self.short_decade(*tens),
            Expr::Century(number) => {
                unit_around(first_of((number - 1).checked_mul(100)?, 1)?, Unit::Century)
            }
            Expr::Season { month, year, shift } => self.season(*month, *year, *shift),
            Expr::Piece { unit, number, year } => self.piece(*unit, *number, *year),
            Expr::Weekday { day, shift } => self.weekday(*day, *shift).map(Stretch::day),
            Expr::WeekdayOf { day, week } => {
                let monday = monday_of(self.resolve(week)?.first()?);
                Some(Stretch::day(plus_days(monday, i32::from(*day) - 1)))
            }
            Expr::Relative { unit, shift } => self.relative(*unit, *shift),
            Expr::WeekNumber { number, year } => {
                let monday = iso_week(self.year(*year)?, *number)?;
                unit_around(monday, Unit::Week)
            }
            Expr::WeekOf(of) => unit_around(self.resolve(of)?.first()?, Unit::Week),
            Expr::WeekendOf(of) => weekend_of(self.resolve(of)?.first()?),
            Expr::Weekdays { count, day, back } => self.weekdays(*count, *day, *back),
            Expr::Between(distance) => self.between(distance),
            Expr::Deictic(days) => Some(Stretch::day(plus_days(self.now?, *days))),
            Expr::Distance { amount, back, from } => self.distance(amount, *back, from),
            Expr::Beside { of, unit, back } => {
                let first = self.resolve(of)?.first()?;
                let beside = plus(first, if *back { -1 } else { 1 }, *unit)?;
                unit_around(beside, *unit)
            }
            Expr::QuarterOf(year) => {
                let latest = self.relative(Unit::Quarter, Shift::Latest)?.first()?;
                let month = u8::try_from(latest.month()).ok()?;
                unit_around(first_of(*year, month)?, Unit::Quarter)
            }
            Expr::In(amount) if self.ahead => self.distance(amount, false, &Base::Now),
            Expr::In(_) => None,
            Expr::YearBefore(of) => {
                let (first, end) = self.resolve(of)?.bounds()?;
                Some(Stretch::days(
                    plus(first, -1, Unit::Year)?,
                    plus(end, -1, Unit::Year)?,
                ))
            }
            Expr::Stretch { amount, side } => self.stretch(amount, *side),
            Expr::From { amount, base } => self.from(amount, base),
            Expr::Stage { stage, of } => self.stage(*stage, self.nearer(*stage).resolve(of)?),
            Expr::Nth { nth, unit, of } => nth_of(*nth, *unit, self.resolve(of)?),
            Expr::NthRun {
                amount,
                from_end,
                of,
            } => run_of(amount, *from_end, self.resolve(of)?),
            Expr::Part { part, of } => Some(part_of(self.base(of)?, *part)),
            Expr::Overnight { hours, of } => Some(overnight(self.base(of)?, *hours, of)),
            Expr::Clock { time, of } => {
                let start = self.base(of)?.to_datetime(*time);
                Some(Stretch {
                    start: Some(start),
                    end: Some(start.saturating_add(1.minute())),
                })
            }
            Expr::Range(from, to) => self.range(from, to),
            Expr::Open { of, onward } => {
                let of = self.resolve(of)?;
                Some(Stretch {
                    start: of.start.filter(|_| *onward),
                    end: of.end.filter(|_| !*onward),
                })
            }
            Expr::Unresolvable => None,
        }
    }

    /// The day of writing, or the bound, which is near enough for weeks and more.
    fn about_now(&self) -> Option<Date> {
        self.now.or(self.bound)
    }

    fn base(&self, base: &Base) -> Option<Date> {
        match base {
            Base::Now => self.now,
            Base::Named => self.named.or(self.now),
            Base::OnlyNamed => self.named,
            Base::Of(of) => self.resolve(of)?.first(),
        }
    }

    fn weekday(&self, day: u8, shift: Option<Shift>) -> Option<Date> {
        let Some(now) = self.now else {
            return self.weekday_near_bound(day, shift);
        };
        let of_week = |weeks: i32| plus_days(monday_of(now), weeks * 7 + i32::from(day) - 1);
        let found = match shift {
            None if self.ahead => weekday_on(now, day),
            None => weekday_back(now, day),
            Some(Shift::This) => of_week(0),
            Some(Shift::Next) => of_week(1),
            Some(Shift::Coming) => weekday_on(plus_days(now, 1), day),
            Some(Shift::Following) => match self.named {
                Some(named) => weekday_on(plus_days(named, 1), day),
                None => of_week(1),
            },
            // "Next Monday or the previous Monday": nothing is before a day to come.
            Some(Shift::Previous) => match self.named.filter(|named| *named <= now) {
                Some(named) => weekday_back(plus_days(named, -1), day),
                None => of_week(-1),
            },
            Some(Shift::Same) => weekday_back(self.named.unwrap_or(now), day),
            Some(Shift::Last | Shift::Past | Shift::Latest) => {
                weekday_back(plus_days(now, -1), day)
            }
        };
        Some(found)
    }

    /// The day of writing lies on the bound or a little later: a weekday is the nearest to it, rather before than after.
    fn weekday_near_bound(&self, day: u8, shift: Option<Shift>) -> Option<Date> {
        let bound = self.bound?;
        if !matches!(shift, None | Some(Shift::Last | Shift::Past)) {
            return None;
        }
        let ahead = weekday_on(bound, day);
        let back = weekday_back(bound, day);
        let distance = |d: Date| days_between(bound, d);
        if distance(ahead) <= i32::from(self.convention.bound_ahead) {
            return Some(ahead);
        }
        Some(back).filter(|d| -distance(*d) <= i32::from(self.convention.bound_back))
    }

    fn relative(&self, unit: Unit, shift: Shift) -> Option<Stretch> {
        let is_day = matches!(unit, Unit::Day | Unit::WorkDay | Unit::Night);
        let now = if is_day { self.now } else { self.about_now() };
        if unit == Unit::Weekend && shift == Shift::Latest {
            return self.weekend(now?);
        }
        let seen_from = match shift {
            Shift::Previous | Shift::Following | Shift::Same => self.named.or(now)?,
            // "The next day" is a story's, "next week" the reader's.
            Shift::Next if is_day => self.named.or(now)?,
            _ => now?,
        };
        if shift == Shift::Past {
            let start = plus(seen_from, -1, unit)?;
            return Some(Stretch::days(start, plus_days(seen_from, 1)));
        }
        let around = unit_around(seen_from, unit)?;
        let steps = i32::from(whole_shift(shift)?);
        unit_around(plus(around.first()?, steps, unit)?, unit)
    }

    /// "The weekend": the one that has begun, or, looking ahead, this week's.
    fn weekend(&self, now: Date) -> Option<Stretch> {
        let this = unit_around(now, Unit::Weekend)?;
        if self.ahead || this.first()? <= now {
            return Some(this);
        }
        unit_around(plus_days(now, -7), Unit::Weekend)
    }

    fn distance(&self, amount: &Amount, back: bool, from: &Base) -> Option<Stretch> {
        let finest = amount.finest();
        let sign = if back { -1 } else { 1 };
        let start = match from {
            Base::Of(of) if back => self.resolve(of)?.first()?,
            Base::Of(of) => self.resolve(of)?.last()?,
            Base::Now if finest >= Unit::Month => self.about_now()?,
            other => self.base(other)?,
        };
        let day = plus_amount(start, amount, sign)?;
        let blurred = back && !matches!(from, Base::Of(_)) && finest >= Unit::Weekend;
        if blurred {
            unit_around(
                day,
                if finest == Unit::Fortnight {
                    Unit::Week
                } else {
                    finest
                },
            )
        } else {
            Some(Stretch::day(day))
        }
    }

    fn stretch(&self, amount: &Amount, side: Side) -> Option<Stretch> {
        let now = match amount.finest() {
            Unit::Hour | Unit::Day | Unit::WorkDay | Unit::Night => self.now?,
            _ => self.about_now()?,
        };
        let finest = amount.finest();
        if matches!(
            finest,
            Unit::Quarter | Unit::Half | Unit::Decade | Unit::Century
        ) {
            let (first, end) = unit_around(now, finest)?.bounds()?;
            return Some(match side {
                Side::Past => Stretch::days(plus_amount(first, amount, -1)?, first),
                _ => Stretch::days(end, plus_amount(end, amount, 1)?),
            });
        }
        let tomorrow = plus_days(now, 1);
        Some(match side {
            Side::Past => Stretch::days(plus_amount(now, amount, -1)?, tomorrow),
            Side::Next if finest == Unit::WorkDay => {
                Stretch::days(tomorrow, plus_days(plus_amount(now, amount, 1)?, 1))
            }
            Side::Next => Stretch::days(tomorrow, plus_amount(tomorrow, amount, 1)?),
            Side::Within => Stretch::days(now, plus_days(plus_amount(now, amount, 1)?, 1)),
        })
    }

    /// From a day on. Hours begin at some hour of that day, so that they reach into one day more.
    fn from(&self, amount: &Amount, base: &Base) -> Option<Stretch> {
        let start = self.base(base)?;
        let end = plus_amount(start, amount, 1)?;
        let into = i32::from(amount.finest() == Unit::Hour);
        Some(Stretch::days(start, plus_days(end, into)))
    }

    fn range(&self, from: &Expr, to: &Expr) -> Option<Stretch> {
        let last = self.resolve(to)?;
        let within = self.ahead && from.is_open();
        let seen = Self {
            now: last.first(),
            ahead: false,
            month_ahead: false,
            convention: TimeConvention {
                ahead_days: 0,
                ..self.convention
            },
            ..*self
        };
        let first = if within || from.is_open() && !to.is_open() && !to.is_deictic() {
            seen.resolve(from)?
        } else {
            self.resolve(from)?
        };
        let (first, mut last) = self.in_order((from, first), (to, last), &seen)?;
        // "2/29-3/1": where only some years have the one day, the other is of the same year.
        if from.is_open() && to.is_open() && days_between(first.first()?, last.first()?) > A_YEAR {
            last = self.seen_from_start(first).resolve(to)?;
        }
        // "From the end of 2007": from where that ends.
        let start = match from {
            Expr::Stage {
                stage: Stage::End, ..
            } => first.end,
            _ => first.start,
        };
        Some(Stretch {
            start,
            end: last.end,
        })
    }

    /// Seen from the beginning of a range, whose end is to come.
    fn seen_from_start(&self, first: Stretch) -> Self {
        Self {
            now: first.first(),
            ahead: true,
            reach: A_YEAR,
            ..*self
        }
    }

    /// Where each side alone was read in a different year or week, one of them moves.
    fn in_order(
        &self,
        (from, first): (&Expr, Stretch),
        (to, last): (&Expr, Stretch),
        seen: &Self,
    ) -> Option<(Stretch, Stretch)> {
        if first.start < last.end {
            return Some((first, last));
        }
        if let Expr::Weekday { .. } = to {
            let later = last.first().map(|day| Stretch::day(plus_days(day, 7)))?;
            return Some((first, later));
        }
        if self.ahead || !from.is_open() {
            return Some((first, self.seen_from_start(first).resolve(to)?));
        }
        Some((seen.resolve(from)?, last))
    }
}

/// How many whole units a shift moves.
fn whole_shift(shift: Shift) -> Option<i16> {
    match shift {
        Shift::Last | Shift::Past | Shift::Previous | Shift::Latest => Some(-1),
        Shift::This | Shift::Same => Some(0),
        Shift::Next | Shift::Coming | Shift::Following => Some(1),
    }
}

fn plus_amount(day: Date, amount: &Amount, sign: i32) -> Option<Date> {
    amount.0.iter().try_fold(day, |day, (count, unit)| {
        plus(day, count.checked_mul(sign)?, *unit)
    })
}
