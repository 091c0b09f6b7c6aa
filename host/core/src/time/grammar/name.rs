//! The names of months and weekdays, some of which are other words too: "may", "march", "sun".

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, Shift, TimeWord, Unit};

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

    pub(super) fn is_doubtful(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| self.words.is_doubtful(&atom.word.text))
    }

    /// Do the words around make "may" or "march" a month?
    pub(super) fn month_in_company(&self, at: usize, end: usize) -> bool {
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

    pub(super) fn is_modal(&self, at: usize) -> bool {
        self.has_class(at, Class::Modal) && !self.atom(at).is_some_and(|atom| atom.capital)
    }

    pub(super) fn try_ordinal_behind(&self, at: usize) -> bool {
        let day = self.skip(at, Link::The);
        self.ordinal(day).is_some() || self.cardinal(day).is_some()
    }

    /// Does a day of the month end before this: "21", "21st"?
    pub(super) fn ends_day(&self, at: usize) -> bool {
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
    pub(super) fn has_date_near(&self, at: usize, end: usize) -> bool {
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
    pub(super) fn weekday_in_company(&self, at: usize, end: usize) -> bool {
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
}
