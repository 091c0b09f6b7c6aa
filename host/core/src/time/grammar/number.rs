//! Numbers as they stand in times: counts, ordinals, years in digits and in words.

use super::{Grammar, Parsed};
use crate::lexicon::{Class, Link, NumberWord, Shift, TimeWord, Unit};
use crate::time::expr::{Amount, Year};

/// How many.
#[derive(Clone, Copy)]
enum Count {
    Exact(i32),
    /// "A few".
    Vague,
}

impl Grammar<'_, '_> {
    /// "Two weeks", "1 month and 21 days"; none in place of the amount: "a few weeks".
    pub(super) fn amount(&self, at: usize) -> Parsed<Option<Amount>> {
        if let Some((half, end)) = self.half_a_unit(at) {
            return Some((Some(Amount(vec![half])), end));
        }
        let ((first, mut smallest), mut end) = self.counted_unit(at)?;
        let mut parts = vec![first.map(|count| (count, smallest))];
        // "Two and a half years", "a year and a half".
        let halved = self.ends_in_half(at).or_else(|| self.half_behind(end));
        if let Some((behind, half)) = halved.zip(half_of(smallest)) {
            parts.push(Some(half));
            return Some((
                parts.into_iter().collect::<Option<_>>().map(Amount),
                end.max(behind),
            ));
        }
        loop {
            let next = self.skip_mark(end, ",");
            let next = self.skip(next, Link::And);
            // Units fall, so that a list of ages or terms is not summed up.
            let Some(((count, unit), behind)) = self
                .counted_unit(next)
                .filter(|((_, unit), _)| *unit < smallest)
            else {
                break;
            };
            parts.push(count.map(|count| (count, unit)));
            (smallest, end) = (unit, behind);
        }
        let parts: Option<Vec<(i32, Unit)>> = parts.into_iter().collect();
        Some((parts.map(Amount), end))
    }

    /// A count, unless it is vague, and its unit.
    fn counted_unit(&self, at: usize) -> Parsed<(Option<i32>, Unit)> {
        let (count, after) = self.count(at)?;
        let after = self.half_behind(after).unwrap_or(after);
        if self.is_mark(after, "-") {
            return None; // "24-hour", "two-week": of things, not a stretch of time.
        }
        // "Five upcoming years".
        let after = after + usize::from(matches!(self.time(after), Some(TimeWord::Shift(_))));
        let after = self.skip_fillers(after);
        let (unit, end) = self.unit(after)?;
        let counted = match count {
            Count::Exact(count) => Some(count),
            Count::Vague => None,
        };
        Some(((counted, unit), end))
    }

    /// "Week", "days".
    pub(super) fn unit(&self, at: usize) -> Parsed<Unit> {
        match self.time(at)? {
            TimeWord::Business => match self.time(at + 1)? {
                TimeWord::Unit(Unit::Day) => Some((Unit::WorkDay, at + 2)),
                TimeWord::Unit(Unit::Week) => Some((Unit::WorkWeek, at + 2)),
                _ => None,
            },
            TimeWord::Unit(unit) if !self.is_mark(at + 1, "-") => Some((unit, at + 1)),
            _ => None,
        }
    }

    /// "Half a year".
    fn half_a_unit(&self, at: usize) -> Parsed<(i32, Unit)> {
        let article = self.is_half(at) && self.is_link(at + 1, Link::A);
        let (unit, end) = self.unit(at + 2).filter(|_| article)?;
        half_of(unit).map(|half| (half, end))
    }

    fn is_half(&self, at: usize) -> bool {
        self.time(at) == Some(TimeWord::Unit(Unit::Half))
    }

    /// Behind "and a half", if it begins here.
    fn half_behind(&self, at: usize) -> Option<usize> {
        let half = self.skip(at + 1, Link::A);
        (self.is_link(at, Link::And) && self.is_half(half)).then_some(half + 1)
    }

    /// Behind the "and a half" of the count that begins here.
    fn ends_in_half(&self, at: usize) -> Option<usize> {
        let (_, end) = self.cardinal(at)?;
        self.half_behind(end)
    }

    fn count(&self, at: usize) -> Parsed<Count> {
        if let Some((n, len)) = self.atom(at)?.digits {
            let count = i32::try_from(n).ok().filter(|_| len <= 4)?;
            return Some((Count::Exact(count), at + 1));
        }
        if self.is_link(at, Link::A) {
            return match self.count(at + 1) {
                Some((Count::Vague, end)) => Some((Count::Vague, end)),
                Some((two, end)) if self.is_couple(at + 1) => Some((two, end)),
                _ => Some((Count::Exact(1), at + 1)),
            };
        }
        if self.is_couple(at) {
            return Some((Count::Exact(2), self.skip(at + 1, Link::Of)));
        }
        if let Some(NumberWord::Vague { .. }) = self.atom(at)?.word.number {
            return Some((Count::Vague, self.skip(at + 1, Link::Of)));
        }
        let (count, end) = self.cardinal(at)?;
        Some((Count::Exact(count), end))
    }

    /// A vague word whose low and high are the same is none: "a couple".
    fn is_couple(&self, at: usize) -> bool {
        let number = self.atom(at).and_then(|atom| atom.word.number);
        matches!(number, Some(NumberWord::Vague { low, high, .. }) if high == Some(low))
    }

    /// Below one hundred, in words: "six", "twenty-one", "twenty one".
    pub(super) fn cardinal(&self, at: usize) -> Parsed<i32> {
        let word = |at: usize| match self.atom(at)?.word.number {
            Some(NumberWord::Cardinal(n)) => i32::try_from(n).ok(),
            _ => None,
        };
        let first = word(at)?;
        let next = self.skip_mark(at + 1, "-");
        match word(next).filter(|n| first >= 20 && (1..10).contains(n)) {
            Some(second) => Some((first + second, next + 1)),
            None => Some((first, at + 1)),
        }
    }

    /// "First", "21st", "twenty-first".
    pub(super) fn ordinal(&self, at: usize) -> Parsed<u8> {
        let word = |at: usize| match self.time(at) {
            Some(TimeWord::Ordinal(n)) => Some(n),
            _ => None,
        };
        if let Some(n) = word(at) {
            return Some((n, at + 1));
        }
        if let Some((n, _)) = self.atom(at)?.digits {
            let ends = self.has_class(at + 1, Class::OrdinalEnding);
            let close = self.atom(at + 1).is_some_and(|atom| !atom.spaced);
            let n = u8::try_from(n).ok().filter(|_| ends && close)?;
            return Some((n, at + 2));
        }
        let Some(NumberWord::Cardinal(tens @ 20..100)) = self.atom(at)?.word.number else {
            return None;
        };
        let next = self.skip_mark(at + 1, "-");
        let small = word(next).filter(|n| *n < 10)?;
        Some((u8::try_from(tens).ok()? + small, next + 1))
    }

    /// A day of the month in digits, with or without an ending.
    pub(super) fn day_number(&self, at: usize) -> Parsed<u8> {
        if let Some((day, end)) = self.ordinal(at) {
            return (1..=31).contains(&day).then_some((day, end));
        }
        let (n, len) = self.atom(at)?.digits?;
        let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d))?;
        let glued = self.atom(at + 1).is_some_and(|next| !next.spaced);
        let part_of_more = glued
            && [":", "%", "/"]
                .iter()
                .any(|mark| self.is_mark(at + 1, mark));
        (len <= 2 && !part_of_more).then_some((day, at + 1))
    }

    /// "2017"; the caller knows whether a year is to be expected.
    pub(super) fn year_digits(&self, at: usize) -> Parsed<i16> {
        let (n, len) = self.atom(at)?.digits?;
        let year = i16::try_from(n).ok()?;
        let glued = self.atom(at + 1).is_some_and(|next| {
            !next.spaced && (next.is_mark(":") || next.is_mark("%") || next.digits.is_some())
        });
        (len == 4 && (1000..=2999).contains(&year) && !glued).then_some((year, at + 1))
    }

    /// "Nineteen ninety-six", "two thousand and eighteen".
    pub(super) fn year_words(&self, at: usize) -> Parsed<i16> {
        let (first, after) = self.cardinal(at)?;
        let scale = |at: usize, wanted: u64| {
            let number = self.atom(at).and_then(|atom| atom.word.number);
            matches!(number, Some(NumberWord::Scale(scale)) if scale == wanted)
        };
        let rest = |at: usize| {
            let (n, end) = self.cardinal(self.skip(at, Link::And))?;
            Some((n, end))
        };
        if scale(after, 1000) && (1..=2).contains(&first) {
            let mut year = first * 1000;
            let mut end = after + 1;
            if let Some((hundreds, at)) = self.cardinal(end).filter(|(_, at)| scale(*at, 100)) {
                year += hundreds * 100;
                end = at + 1;
            }
            let (small, end) = rest(end).unwrap_or((0, end));
            return Some((i16::try_from(year + small).ok()?, end));
        }
        let (second, end) = self
            .cardinal(self.skip_mark(after, "-"))
            .filter(|(n, _)| (16..=20).contains(&first) && (10..100).contains(n))?;
        Some((i16::try_from(first * 100 + second).ok()?, end))
    }

    /// The year behind a month or a day: ", 2017", "of last year", "this year", "of '87".
    pub(super) fn year_after(&self, at: usize) -> (Year, usize) {
        self.try_year_after(at).unwrap_or((Year::Open, at))
    }

    fn try_year_after(&self, at: usize) -> Parsed<Year> {
        let comma = self.skip_mark(at, ",");
        let dash = self.skip_mark(comma, "-");
        let of = self.skip_of(comma);
        let place = self.skip(of, Link::The);
        for start in [comma, dash, of] {
            if let Some((year, end)) = self.year_digits(start).or_else(|| self.year_words(start)) {
                // "In the 1100 block", "March 2017 people".
                let plain = if start == comma {
                    !self.counts_things(end)
                } else {
                    self.stands_alone(end)
                };
                return plain.then_some((Year::Is(year), end));
            }
        }
        if let Some((shift, end)) = self.year_shift(place) {
            return Some((Year::Shift(shift), end));
        }
        let quote =
            self.is_mark(place, "'") || self.is_mark(place, "’") || self.is_mark(place, "‘");
        let (n, len) = self.atom(place + usize::from(quote))?.digits?;
        let said = quote || (of > comma && n > 31);
        (said && len == 2).then(|| (Year::Is(self.full_year(n)), place + usize::from(quote) + 1))
    }

    /// Is a number before this the number of what follows: "in March 2017 people fled"?
    fn counts_things(&self, at: usize) -> bool {
        self.atom(at)
            .is_some_and(|atom| atom.word.person.is_some() && !atom.word.is(Class::Preposition))
    }

    /// "Last year", "next year's".
    pub(super) fn year_shift(&self, at: usize) -> Parsed<Shift> {
        let (shift, after) = self.shift(at)?;
        let after = self.skip_fillers(after);
        (self.time(after) == Some(TimeWord::Unit(Unit::Year))).then_some((shift, after + 1))
    }

    /// The year that two digits stand for.
    pub(super) fn full_year(&self, two_digits: u32) -> i16 {
        let n = i16::try_from(two_digits % 100).unwrap_or(0);
        let pivot = i16::from(self.words.convention.two_digit_pivot);
        if n <= pivot { 2000 + n } else { 1900 + n }
    }
}

/// Half of a unit in the next smaller one; of days and less there is none.
fn half_of(unit: Unit) -> Option<(i32, Unit)> {
    match unit {
        Unit::Century => Some((50, Unit::Year)),
        Unit::Decade => Some((5, Unit::Year)),
        Unit::Year => Some((6, Unit::Month)),
        Unit::Month => Some((15, Unit::Day)),
        Unit::Week | Unit::Fortnight => Some((if unit == Unit::Week { 3 } else { 7 }, Unit::Day)),
        _ => None,
    }
}
