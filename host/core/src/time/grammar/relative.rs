//! Times seen from another: "last week", "two days ago", "the first week of October", "early next year".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Direction, Link, Shift, Stage, TimeWord, Unit};
use crate::time::expr::{Amount, Base, Expr, Nth, Side, Year};

impl Grammar<'_, '_> {
    /// "Last Tuesday", "next March", "this week", "the previous day".
    pub(super) fn shifted(&self, at: usize) -> Parsed<Expr> {
        let (shift, after) = self.shift(at)?;
        let after = self.skip_fillers(after);
        if let Some((Expr::Weekday { day, .. }, end)) = self.weekday_led(after) {
            let shift = Some(shift);
            return Some((Expr::Weekday { day, shift }, end));
        }
        if let Some((date @ Expr::Date(_), end)) =
            self.weekday_led(after).or_else(|| self.numeric(after))
        {
            return Some((date, end));
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
        if let Some(TimeWord::Season(month)) = self.time(after) {
            let (year, shift) = (Year::Open, Some(shift));
            return Some((Expr::Season { month, year, shift }, after + 1));
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
        if unit == Unit::Year && shift == Shift::Last && next > end {
            if let Some((Unit::Quarter | Unit::Period, end)) = self.unit(next) {
                return Some((year_before_quarter(), end));
            }
        }
        if unit <= Unit::Hour {
            return None;
        }
        Some((Expr::Relative { unit, shift }, end))
    }

    fn is_clitic(&self, at: usize) -> bool {
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

    /// A unit without more: "the weekend", "the quarter", "the year", "the year-ago period".
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
        match unit {
            Unit::Weekend => {
                let shift = Shift::Latest;
                Some((Expr::Relative { unit, shift }, end))
            }
            Unit::Week => self.week_of(end),
            _ if !the || !plain => None,
            Unit::Quarter => {
                let shift = Shift::Latest;
                Some((Expr::Relative { unit, shift }, end))
            }
            Unit::Month | Unit::Year => {
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
    fn is_after_stage(&self, at: usize) -> bool {
        at >= 2
            && self.is_link(at - 1, Link::Of)
            && matches!(self.time(at - 2), Some(TimeWord::Stage(_)))
    }

    /// Behind "week": its number, a day in it, or the day it begins on.
    fn week_of(&self, at: usize) -> Parsed<Expr> {
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
        let (day, end) = self.core(day).filter(|(expr, _)| expr.is_day())?;
        Some((Expr::WeekOf(Box::new(day)), end))
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

    fn piece_name(&self, at: usize) -> Option<(Unit, u8, usize)> {
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

    /// "Two weeks ago", "three days after Easter", "a year earlier", "the day before yesterday".
    pub(super) fn distance(&self, at: usize) -> Parsed<Expr> {
        let (amount, after) = self.amount(at).or_else(|| self.the_unit(at))?;
        let direction = match self.time(after)? {
            TimeWord::Direction(direction) => direction,
            TimeWord::Shift(Shift::Following) => Direction::After,
            TimeWord::Link(Link::From) => Direction::After,
            TimeWord::Link(Link::Starting) | TimeWord::Stage(Stage::Start) => {
                return self.run_from(amount, after + 1);
            }
            _ => return None,
        };
        let from = self.is_link(after, Link::From);
        let behind = after + 1;
        if let Some(found) = self.over_next(at, direction, behind) {
            return Some(found);
        }
        let hanging = match direction {
            Direction::Before | Direction::After => self.distance_base(behind),
            _ => None,
        };
        let (base, end) = match (hanging, direction) {
            (Some((base, end)), _) => (base, end),
            (None, _) if from => return None,
            (None, Direction::Ago | Direction::Hence) => (Base::Now, behind),
            (None, Direction::Before | Direction::After) if !self.closes_clause(behind) => {
                // "The day after the attack": of an event, whose day the text may or may not name.
                let fine = amount
                    .as_ref()
                    .is_none_or(|amount| amount.finest() <= Unit::Night);
                return fine.then_some((Expr::Unresolvable, behind));
            }
            _ => (Base::Named, behind),
        };
        let Some(amount) = amount else {
            return Some((Expr::Unresolvable, end));
        };
        let back = matches!(
            direction,
            Direction::Ago | Direction::Earlier | Direction::Before
        );
        let from = base;
        Some((Expr::Distance { amount, back, from }, end))
    }

    /// "The week before last", "the month after next": two away.
    fn over_next(&self, at: usize, direction: Direction, behind: usize) -> Parsed<Expr> {
        let (unit, _) = self.unit(self.skip(at, Link::The))?;
        let (shift, end) = self.shift(self.skip(behind, Link::The))?;
        let (shift, back) = match (direction, shift) {
            (Direction::Before, Shift::Last) => (shift, true),
            (Direction::After, Shift::Next) => (shift, false),
            _ => return None,
        };
        let one = Expr::Relative { unit, shift };
        let of = Box::new(one);
        Some((Expr::Beside { of, unit, back }, end)).filter(|(_, end)| self.unit(*end).is_none())
    }

    fn closes_clause(&self, at: usize) -> bool {
        self.atom(at).is_none_or(|atom| !atom.is_wordlike())
    }

    /// What stands behind "two days after": a day, or "now".
    fn distance_base(&self, at: usize) -> Parsed<Base> {
        if self.time(at) == Some(TimeWord::Now) {
            return Some((Base::Of(Box::new(Expr::Deictic(0))), at + 1));
        }
        let (expr, end) = self.core(at)?;
        let whole = !matches!(expr, Expr::Relative { .. }) || expr.is_day();
        whole.then(|| (Base::Of(Box::new(expr)), end))
    }

    /// "The day" in "the day before yesterday": one of it.
    fn the_unit(&self, at: usize) -> Parsed<Option<Amount>> {
        let at = self.skip(at, Link::The);
        let (unit, end) = self.unit(at)?;
        let over_next = matches!(
            self.time(end + 1),
            Some(TimeWord::Shift(_) | TimeWord::Link(Link::The))
        );
        (unit != Unit::Weekend || over_next).then(|| (Some(Amount(vec![(1, unit)])), end))
    }

    /// "Three days from Monday", "a week starting tomorrow".
    fn run_from(&self, amount: Option<Amount>, at: usize) -> Parsed<Expr> {
        let at = self.skip(self.skip(at, Link::From), Link::On);
        let (expr, end) = self.core(at)?;
        let base = Base::Of(Box::new(expr));
        Some((
            Expr::From {
                amount: amount?,
                base,
            },
            end,
        ))
    }

    /// "The past two days", "next three weeks", "recent months", "the first 24 hours", "within ten months".
    pub(super) fn stretch(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        if self.time(at) == Some(TimeWord::Recent) {
            let (_, end) = self.unit(at + 1)?;
            return Some((Expr::Unresolvable, end));
        }
        if let Some(TimeWord::Ordinal(1)) = self.time(at) {
            return self.first_hours(at + 1);
        }
        let Some((shift, after)) = self.shift(at) else {
            return self.counted_shift(at).or_else(|| self.counted_ahead(at));
        };
        let side = side_of(shift)?;
        // "The past weeks": nobody says how many.
        if let Some((_, end)) = self.unit(after).filter(|_| self.is_plural(after)) {
            return Some((Expr::Unresolvable, end));
        }
        let (amount, end) = self.amount(after)?;
        let expr = match amount {
            Some(amount) => Expr::Stretch { amount, side },
            None => Expr::Unresolvable,
        };
        Some((expr, end))
    }

    /// "Five upcoming years".
    fn counted_shift(&self, at: usize) -> Parsed<Expr> {
        let (shift, unit) = self
            .shift(at + 1)
            .filter(|(_, unit)| self.is_plural(*unit))?;
        let (amount, end) = self.amount(at).filter(|(_, end)| *end > unit)?;
        let (amount, side) = (amount?, side_of(shift)?);
        Some((Expr::Stretch { amount, side }, end))
    }

    fn is_plural(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| atom.text.ends_with(['s', 'S']))
    }

    /// "24 hours" of "the first 24 hours": counted from the day of what it is about, which is the day last named.
    fn first_hours(&self, at: usize) -> Parsed<Expr> {
        let (amount, end) = self.amount(at)?;
        let amount = amount?;
        let finest = amount.finest();
        let known = matches!(finest, Unit::Hour | Unit::Day | Unit::Week);
        let of_named = self.is_link(end, Link::Of) && self.core(end + 1).is_some();
        let base = Base::OnlyNamed;
        (known && !of_named).then_some((Expr::From { amount, base }, end))
    }

    /// "Within ten months", "in two weeks", "for three days from today".
    fn counted_ahead(&self, at: usize) -> Parsed<Expr> {
        let Some(TimeWord::Link(link @ (Link::In | Link::Within))) = self.time_before(at) else {
            return None;
        };
        let (amount, end) = self.amount(at)?;
        let side = Side::Within;
        let expr = match amount {
            None => Expr::Unresolvable,
            Some(amount) if link == Link::Within => Expr::Stretch { amount, side },
            Some(amount) => Expr::In(amount),
        };
        Some((expr, end))
    }

    /// "Early September", "late last week", "the end of 2000", "earlier this month", "later that day".
    pub(super) fn staged(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        let (stage, after) = match self.time(at)? {
            TimeWord::Stage(stage) => (stage, at + 1),
            TimeWord::Direction(Direction::Earlier) => (Stage::Early, at + 1),
            TimeWord::Direction(Direction::Later) => (Stage::Rest, at + 1),
            _ => return None,
        };
        let whole = matches!(
            stage,
            Stage::Start | Stage::Middle | Stage::End | Stage::Rest
        );
        let after = self.skip_mark(after, "-");
        let of = if whole && stage != Stage::Rest {
            self.skip(after, Link::Of) // "Will start in June" has no stage of June.
        } else {
            self.skip_of(after)
        };
        let linked = self.skip(of, Link::On);
        let linked = self.skip(linked, Link::The);
        // "The end Friday" is no stage of Friday.
        if whole && linked == after && self.shift(after).is_none() {
            return None;
        }
        let (of, end) = self.timed(linked).or_else(|| self.nth(linked))?;
        let named_part = matches!(
            of,
            Expr::Part { .. } | Expr::Clock { .. } | Expr::Distance { .. }
        );
        if named_part && stage == Stage::Rest {
            return Some((of, end));
        }
        let of = Box::new(of);
        Some((Expr::Stage { stage, of }, end))
    }

    /// "The first week of October", "the second Monday of next month", "the last three weeks of the year".
    pub(super) fn nth(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        let last = self.time(at) == Some(TimeWord::Shift(Shift::Last));
        let (nth, after) = if last {
            (-1, at + 1)
        } else {
            let (n, end) = self.ordinal(at)?;
            (i8::try_from(n).ok()?, end)
        };
        if let Some((Some(amount), end)) = self.amount(after) {
            let from_end = last;
            let (of, end) = self.whole(end)?;
            return (last || nth == 1).then_some((
                Expr::NthRun {
                    amount,
                    from_end,
                    of,
                },
                end,
            ));
        }
        let (unit, end) = match self.weekday(after) {
            Some((day, end)) => (Nth::Weekday(day), end),
            None => {
                let (unit, end) = self.unit(after)?;
                (Nth::Unit(unit), end)
            }
        };
        let (of, end) = self.whole(end)?;
        Some((Expr::Nth { nth, unit, of }, end))
    }

    /// Behind what is counted: "of October", "in this month", "next year".
    fn whole(&self, at: usize) -> Parsed<Box<Expr>> {
        let of = self.skip_of(at);
        if of == at && self.shift(at).is_none() {
            return None;
        }
        let (of, end) = self.core(of)?;
        (!of.is_day()).then(|| (Box::new(of), end))
    }
}

/// To which side of now a counted stretch lies.
fn side_of(shift: Shift) -> Option<Side> {
    match shift {
        Shift::Last | Shift::Past | Shift::Previous => Some(Side::Past),
        Shift::Next | Shift::Coming | Shift::Following => Some(Side::Next),
        Shift::This | Shift::Same | Shift::Latest => None,
    }
}

fn year_before_quarter() -> Expr {
    Expr::YearBefore(Box::new(Expr::Relative {
        unit: Unit::Quarter,
        shift: Shift::Latest,
    }))
}

impl Grammar<'_, '_> {
    /// Behind "every Monday", "each year", "Mondays"; none if it is none.
    pub(in crate::time) fn recurring(&self, at: usize) -> Option<usize> {
        if self.time(at) != Some(TimeWord::Every) {
            return None;
        }
        let unit = self.unit(at + 1).map(|(_, end)| end);
        let weekday = || self.weekday(at + 1).map(|(_, end)| end);
        let part = || matches!(self.time(at + 1), Some(TimeWord::Part(_))).then_some(at + 2);
        unit.or_else(weekday).or_else(part)
    }

    /// Behind "two years" of "for more than two years", "over two years"; none if it is no duration.
    pub(in crate::time) fn duration(&self, at: usize) -> Option<usize> {
        let (_, end) = self.amount(at)?;
        let said = (1..=4).any(|back| {
            at.checked_sub(back)
                .is_some_and(|i| self.is_link(i, Link::For) || self.is_link(i, Link::During))
        });
        said.then_some(end)
    }
}
