//! Days, months and years in words: "Monday March 20, 2017", "14th of September", "the 1990s".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, Shift, Stage, TimeWord, Unit};
use crate::time::expr::{Date, Expr, MonthRef, Year};

impl Grammar<'_, '_> {
    /// "March", and past the full stop of "Sept.".
    pub(super) fn month(&self, at: usize) -> Parsed<u8> {
        let Some(TimeWord::Month(month)) = self.time(at) else {
            return None;
        };
        let stop = self.is_mark(at + 1, ".") && self.atom(at + 1).is_some_and(|a| !a.spaced);
        let short = self.has_class(at, Class::Abbreviation);
        let end = at + 1 + usize::from(stop && short);
        (!self.is_doubtful(at) || self.month_in_company(at, end)).then_some((month, end))
    }

    fn is_doubtful(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| self.words.is_doubtful(&atom.word.text))
    }

    /// Do the words around make "may" or "march" a month?
    fn month_in_company(&self, at: usize, end: usize) -> bool {
        let capital = self.atom(at).is_some_and(|atom| atom.capital);
        let number_behind = self.day_number(end).is_some()
            || self.year_digits(self.skip_mark(end, ",")).is_some()
            || (self.is_mark(end, "-") && matches!(self.time(end + 1), Some(TimeWord::Month(_))))
            || self.try_ordinal_behind(end);
        let date_before = match self.time_before(at) {
            Some(TimeWord::Shift(shift)) => capital && shift != Shift::Same,
            Some(TimeWord::Stage(_) | TimeWord::Ordinal(_) | TimeWord::Weekday(_)) => true,
            Some(TimeWord::Link(Link::Of)) => at >= 2 && (capital || self.ends_day(at - 1)),
            Some(TimeWord::Link(
                Link::In | Link::During | Link::Since | Link::Until | Link::From,
            )) => capital,
            Some(TimeWord::Link(Link::By | Link::Between | Link::And | Link::To)) => {
                capital && self.has_date_near(at, end)
            }
            _ => {
                self.ends_day(at)
                    || self.before(at).is_some_and(|a| a.is_mark("-"))
                    || (capital && at > 0 && self.year_digits(at - 1).is_some())
            }
        };
        let alone = self.atoms.len() <= end + 1 && at == 0 && capital;
        (number_behind && (capital || !self.is_modal(at))) || date_before || alone
    }

    fn is_modal(&self, at: usize) -> bool {
        self.has_class(at, Class::Modal) && !self.atom(at).is_some_and(|atom| atom.capital)
    }

    fn try_ordinal_behind(&self, at: usize) -> bool {
        let day = self.skip(at, Link::The);
        self.ordinal(day).is_some() || self.cardinal(day).is_some()
    }

    /// Does a day of the month end before this: "21", "21st"?
    fn ends_day(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else {
            return false;
        };
        let day = |n: u32| (1..=31).contains(&n);
        before.digits.is_some_and(|(n, _)| day(n))
            || before.word.is(Class::OrdinalEnding)
            || matches!(before.time(), Some(TimeWord::Ordinal(_)))
            || before.is_mark("/")
            || before.is_mark(".") && at >= 2 && self.atoms[at - 2].digits.is_some()
    }

    /// Is there another month or number within two words: "between May and July"?
    fn has_date_near(&self, at: usize, end: usize) -> bool {
        let is_date = |i: usize| {
            matches!(self.time(i), Some(TimeWord::Month(_)))
                || self.atom(i).is_some_and(|atom| atom.digits.is_some())
        };
        is_date(end + 1) || (at >= 2 && is_date(at - 2)) || (at >= 3 && is_date(at - 3))
    }

    /// "Sunday", and past the full stop of "Sun.".
    pub(super) fn weekday(&self, at: usize) -> Parsed<u8> {
        let Some(TimeWord::Weekday(day)) = self.time(at) else {
            return None;
        };
        let stop = self.is_mark(at + 1, ".") && self.atom(at + 1).is_some_and(|a| !a.spaced);
        let short = self.is_doubtful(at);
        let followed = self.atom(at + 2).is_some_and(|atom| {
            atom.digits.is_some() || matches!(atom.time(), Some(TimeWord::Month(_)))
        });
        let end = at + 1 + usize::from(stop && followed);
        (!short || self.weekday_in_company(at, end)).then_some((day, end))
    }

    /// Do the words around make "sun" or "sat" a day?
    fn weekday_in_company(&self, at: usize, end: usize) -> bool {
        let capital = self.atom(at).is_some_and(|atom| atom.capital);
        let next = self.skip_mark(end, ",");
        let date_behind = self.month(next).is_some()
            || self.day_number(next).is_some()
            || matches!(self.time(next), Some(TimeWord::Part(_)));
        let told = match self.time_before(at) {
            Some(TimeWord::Link(link)) => {
                matches!(
                    link,
                    Link::On | Link::From | Link::To | Link::Until | Link::Since
                )
            }
            Some(TimeWord::Shift(_) | TimeWord::Unit(Unit::Week)) => true,
            _ => false,
        };
        capital && (date_behind || told)
    }

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
    fn weekday_and_number(&self, weekday: u8, after: usize) -> Parsed<Date> {
        let next = self.skip(after, Link::The);
        let (day, end) = if next > after {
            self.ordinal(next).or_else(|| {
                let (n, end) = self.cardinal(next)?;
                Some((u8::try_from(n).ok()?, end))
            })?
        } else {
            self.day_number(next)?
        };
        if !(1..=31).contains(&day) || !self.stands_alone(end) || self.unit(end).is_some() {
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
    fn week_shift(&self, at: usize) -> Parsed<Expr> {
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

    fn day_behind_month(&self, at: usize) -> Parsed<u8> {
        let at = self.skip_mark(at, "-");
        let word = self.skip(at, Link::The);
        let in_words = |at: usize| {
            // "May two thousand" is a year.
            let (n, end) = self.cardinal(at)?;
            let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d))?;
            self.year_words(at).is_none().then_some((day, end))
        };
        let (day, end) = self.day_number(word).or_else(|| in_words(word))?;
        // "In March 20 soldiers died".
        let bare = self.atom(word).is_some_and(|atom| atom.digits.is_some()) && end == word + 1;
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
        let alone = !bare && the && (digits || day > 20) && self.is_not_ranking(after);
        let date = Date {
            day,
            ..Date::default()
        };
        alone.then_some((Expr::Date(date), after))
    }

    /// Day, place behind it, and whether it is a bare number.
    fn leading_day(&self, at: usize) -> Option<(u8, usize, bool)> {
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
    fn day_noun(&self, at: usize) -> usize {
        let is_day = self.time(at) == Some(TimeWord::Unit(Unit::Day));
        at + usize::from(is_day && self.is_link(at + 1, Link::Of))
    }

    fn is_not_ranking(&self, at: usize) -> bool {
        let unit = matches!(
            self.time(at),
            Some(TimeWord::Unit(_) | TimeWord::Weekday(_))
        );
        self.stands_alone(at)
            && !unit
            && !self.is_mark(at, "-")
            && !self.atom(at).is_some_and(|a| a.capital)
    }

    fn month_shift(&self, at: usize) -> Parsed<Shift> {
        if self.is_link(at.wrapping_sub(1), Link::The) {
            if let Some((Unit::Month, end)) = self.unit(at) {
                return Some((Shift::This, end));
            }
        }
        let (shift, after) = self.shift(at)?;
        match self.unit(after)? {
            (Unit::Month, end) => Some((shift, end)),
            _ => None,
        }
    }

    /// Behind "3 JAN" of a dateline two digits are a year, if nothing comes that they could count.
    fn year_after_day(&self, at: usize) -> (Year, usize) {
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

    fn closes_range(&self, at: usize) -> bool {
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
        let (words, month, day) = self.words.named.iter().find(|(words, ..)| fits(words))?;
        let (year, end) = self.year_after(at + words.len());
        let date = Date {
            year,
            month: MonthRef::Is(*month),
            day: *day,
            weekday: None,
        };
        Some((Expr::Date(date), end))
    }

    /// "2015", "2016 June", "the year 2008", "nineteen ninety-six".
    pub(super) fn year_led(&self, at: usize) -> Parsed<Expr> {
        let noun = matches!(self.time(at), Some(TimeWord::Unit(Unit::Year)));
        let start = if noun {
            self.skip(at + 1, Link::Of)
        } else {
            at
        };
        if let Some((year, end)) = self.year_digits(start) {
            let next = self.skip_mark(end, ",");
            if let Some((month, end)) = self.month(next).filter(|_| self.month_ends(next)) {
                let year = Year::Is(year);
                let shift = None;
                return Some((Expr::Month { month, year, shift }, end));
            }
            let after = self.skip_fillers(end);
            if let Some((Unit::Quarter | Unit::Period, end)) = self.unit(after) {
                return Some((Expr::QuarterOf(year), end));
            }
            let told = noun || self.expects_year(at, end);
            return told.then_some((Expr::Year(year), end));
        }
        let (year, end) = self.year_words(start)?;
        (noun || self.stands_alone(end)).then_some((Expr::Year(year), end))
    }

    /// "2016 June", but not "in 2016 June 3 was".
    fn month_ends(&self, at: usize) -> bool {
        let (_, end) = self.month(at).unwrap_or((0, at + 1));
        self.day_number(end).is_none()
    }

    /// Is a number of four digits a year here rather than a count?
    fn expects_year(&self, at: usize, end: usize) -> bool {
        let Some(before) = self.before(at) else {
            return self.stands_alone(end);
        };
        if self
            .atom(end)
            .is_some_and(|next| next.word.person.is_some() || next.word.is(Class::Measure))
        {
            return false;
        }
        match before.time() {
            Some(TimeWord::Link(link)) => match link {
                Link::In | Link::During | Link::Since => true,
                Link::Until | Link::Between => self.is_recent_year(at),
                Link::From | Link::To | Link::And => {
                    self.is_recent_year(at) && self.stands_alone(end)
                }
                Link::At => false,
                Link::The => {
                    self.stands_alone(end)
                        || self.atom(end).is_some_and(|next| next.digits.is_none())
                }
                _ => self.stands_alone(end),
            },
            Some(
                TimeWord::Stage(Stage::Early | Stage::Mid | Stage::Late) | TimeWord::Direction(_),
            ) => true,
            Some(_) => self.stands_alone(end) && self.is_recent_year(at),
            None if before.is_mark("-") || before.is_mark("–") || before.is_mark("~") => {
                self.closes_year_range(at)
            }
            None if matches!(before.text, "," | "(" | "[" | "=") => self.closes(end),
            None => {
                !before.word.is(Class::Label)
                    && !matches!(before.text, "$" | "£" | "€" | "#" | "." | "/" | ":")
                    && self.stands_alone(end)
                    && self.is_recent_year(at)
            }
        }
    }

    fn closes(&self, at: usize) -> bool {
        self.atom(at)
            .is_none_or(|next| !next.is_wordlike() && !next.is_mark("-"))
    }

    fn closes_year_range(&self, at: usize) -> bool {
        let mid = self.before(at - 1).and_then(Self::stage_of) == Some(Stage::Mid);
        mid || (at >= 2 && self.year_digits(at - 2).is_some())
    }

    fn stage_of(atom: &crate::time::atom::Atom<'_>) -> Option<Stage> {
        match atom.time() {
            Some(TimeWord::Stage(stage)) => Some(stage),
            _ => None,
        }
    }

    /// Numbers outside these are counts more often than years, where nothing tells.
    pub(super) fn is_recent_year(&self, at: usize) -> bool {
        self.year_digits(at)
            .is_some_and(|(year, _)| (1900..=2100).contains(&year))
    }

    /// "The 1990s", "the '40s", "the seventies", "the nineteen seventies".
    pub(super) fn decade(&self, at: usize) -> Parsed<Expr> {
        let tens = |at: usize| match self.time(at) {
            Some(TimeWord::Decade(tens)) => Some(tens),
            _ => None,
        };
        let the = self.time_before(at) == Some(TimeWord::Link(Link::The));
        if let Some(decade) = tens(at) {
            let known = the || matches!(self.time_before(at), Some(TimeWord::Stage(_)));
            return known.then_some((Expr::ShortDecade(decade), at + 1));
        }
        if let Some((century, end)) = self.cardinal(at) {
            let next = self.skip_mark(end, "-");
            let decade = tens(next).filter(|_| (17..=20).contains(&century))?;
            let year = i16::try_from(century * 100).ok()? + i16::from(decade);
            return Some((Expr::Decade(year), next + 1));
        }
        let quote =
            usize::from(self.is_mark(at, "'") || self.is_mark(at, "’") || self.is_mark(at, "‘"));
        let (n, len) = self.atom(at + quote)?.digits?;
        let s = self.atom(at + quote + 1)?;
        let plural = matches!(s.text, "s" | "'s" | "’s");
        let end = at + quote + 2;
        if !plural || n % 10 != 0 || (s.spaced && s.text != "s") {
            return None;
        }
        match len {
            4 if (1000..2999).contains(&n) => Some((Expr::Decade(i16::try_from(n).ok()?), end)),
            2 if the || quote > 0 => Some((Expr::ShortDecade(u8::try_from(n).ok()?), end)),
            _ => None,
        }
    }

    /// "The 19th century".
    pub(super) fn century(&self, at: usize) -> Parsed<Expr> {
        let (number, after) = self.ordinal(at)?;
        let (unit, end) = self.unit(self.skip_mark(after, "-"))?;
        (unit == Unit::Century).then_some((Expr::Century(i16::from(number)), end))
    }
}
