//! Years, decades and centuries, where a number is one: "in 2015", "the 1990s".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, Stage, TimeWord, Unit};
use crate::time::expr::{Expr, Year};

impl Grammar<'_, '_> {
    /// "2015", "2016 June", "the year 2008", "nineteen ninety-six".
    pub(super) fn year_led(&self, at: usize) -> Parsed<Expr> {
        if self.time(at) == Some(TimeWord::YearMark) {
            return self.marked_year(at + 1);
        }
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

    /// "18" of "FY18", "2018" of "CY 2018".
    fn marked_year(&self, at: usize) -> Parsed<Expr> {
        let (n, len) = self.atom(at)?.digits?;
        let year = match len {
            2 => self.full_year(n),
            4 => i16::try_from(n).ok()?,
            _ => return None,
        };
        Some((Expr::Year(year), at + 1))
    }

    /// "2016 June", but not "in 2016 June 3 was".
    pub(super) fn month_ends(&self, at: usize) -> bool {
        let (_, end) = self.month(at).unwrap_or((0, at + 1));
        self.day_number(end).is_none()
    }

    /// "2000 over 3", "2000 men".
    fn goes_on_as_number(&self, at: usize) -> bool {
        let digits = |at: usize| self.atom(at).is_some_and(|next| next.digits.is_some());
        let share = self.is_link(at, Link::During) && digits(at + 1) && self.closes(at + 2);
        let counts = self
            .atom(at)
            .is_some_and(|next| next.word.person.is_some() || next.word.is(Class::Measure));
        share || counts
    }

    /// Is a number of four digits a year here rather than a count?
    pub(super) fn expects_year(&self, at: usize, end: usize) -> bool {
        // "In 2021 gunmen killed two": at the head of a sentence a year, whoever stands behind.
        let heads = at == 1
            && matches!(
                self.time_before(at),
                Some(TimeWord::Link(Link::In | Link::During))
            )
            && self.is_recent_year(at);
        if self.goes_on_as_number(end) && !heads {
            return false;
        }
        let Some(before) = self.before(at) else {
            // "2000 or above".
            let bounded = self.is_link(end, Link::Or) && self.time(end + 1).is_none();
            return self.stands_alone(end) && self.is_recent_year(at) && !bounded;
        };
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

    pub(super) fn closes(&self, at: usize) -> bool {
        self.atom(at)
            .is_none_or(|next| !next.is_wordlike() && !next.is_mark("-"))
    }

    pub(super) fn closes_year_range(&self, at: usize) -> bool {
        let mid = self.before(at - 1).and_then(Self::stage_of) == Some(Stage::Mid);
        mid || (at >= 2 && self.year_digits(at - 2).is_some())
    }

    pub(super) fn stage_of(atom: &crate::time::atom::Atom<'_>) -> Option<Stage> {
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
        // "In his early 30s" is an age.
        let aged = [1, 2]
            .iter()
            .any(|back| self.has_class(at.wrapping_sub(*back), Class::Possessive));
        if let Some(decade) = tens(at) {
            let known = !aged && (the || matches!(self.time_before(at), Some(TimeWord::Stage(_))));
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
            2 if the && !aged || quote > 0 => Some((Expr::ShortDecade(u8::try_from(n).ok()?), end)),
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
