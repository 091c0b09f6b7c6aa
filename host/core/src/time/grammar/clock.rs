//! Hours and parts of the day, and the days they hang on: "9:28 pm", "Sunday night", "by nightfall".

use jiff::civil::Time;

use super::{Grammar, Parsed};
use crate::lexicon::{DayPart, Direction, Link, Shift, Stage, TimeWord};
use crate::time::expr::{Base, Expr};

impl Grammar<'_, '_> {
    /// A day with an hour or a part of it, in either order; else a day or longer stretch alone.
    pub(super) fn timed(&self, at: usize) -> Parsed<Expr> {
        if let Some((time, end)) = self.clock(at) {
            let (of, end) = self.day_of(end);
            return Some((Expr::Clock { time, of }, end));
        }
        if let Some(found) = self.part_led(at) {
            return Some(found);
        }
        let (core, end) = self.core(at)?;
        if !core.is_day() {
            return Some((core, end));
        }
        Some(self.with_hour(core, end))
    }

    /// "March 21, 2017 at 9:28 pm", "Sunday night", "Sunday early morning".
    fn with_hour(&self, day: Expr, end: usize) -> (Expr, usize) {
        let next = self.skip_mark(end, ",");
        let next = self.skip_mark(next, "|");
        // "2017-03-21T09:28".
        let iso = self.is_mark(next, "T") && self.atom(next).is_some_and(|atom| !atom.spaced);
        let next = next + usize::from(iso);
        // "Wednesday at about 7:40 a.m.".
        let next = self.skip(self.skip(next, Link::At), Link::By);
        if let Some((time, end)) = self.clock(next) {
            let of = Base::Of(Box::new(day));
            return (Expr::Clock { time, of }, end);
        }
        let staged = match self.time(end) {
            Some(TimeWord::Stage(_)) => end + 1,
            _ => self.skip(self.skip(end, Link::In), Link::The),
        };
        for at in [next, staged] {
            if let Some((part, end)) = self.part(at) {
                let of = Base::Of(Box::new(day));
                return (Expr::Part { part, of }, end);
            }
        }
        if self.time(end) == Some(TimeWord::Overnight) {
            let of = Base::Of(Box::new(day));
            let hours = self.words.overnight;
            return (Expr::Overnight { hours, of }, end + 1);
        }
        (day, end)
    }

    /// "Morning", "midnight".
    fn part(&self, at: usize) -> Parsed<DayPart> {
        match self.time(at)? {
            TimeWord::Part(index) => {
                let part = self.words.parts[usize::from(index)];
                let part = if part == DayPart::MIDNIGHT {
                    self.side_of_midnight(at)
                } else {
                    part
                };
                Some((part, at + 1))
            }
            _ => None,
        }
    }

    /// "Shortly after midnight on Saturday" is early that day, "just before midnight" late; "midnight" may be either end.
    fn side_of_midnight(&self, at: usize) -> DayPart {
        match self.time_before(at) {
            Some(TimeWord::Direction(Direction::After)) => DayPart::PAST_MIDNIGHT,
            Some(TimeWord::Direction(Direction::Before)) => DayPart::TOWARDS_MIDNIGHT,
            _ => DayPart::MIDNIGHT,
        }
    }

    /// What begins with a part of the day: "this morning", "the night of March 3", "by nightfall", "tonight".
    fn part_led(&self, at: usize) -> Parsed<Expr> {
        match self.time(at)? {
            TimeWord::Tonight => {
                let (part, of) = (self.words.night, Base::Now);
                return Some((Expr::Part { part, of }, at + 1));
            }
            TimeWord::Overnight => {
                let (hours, of) = (self.words.overnight, Base::Now);
                return Some((Expr::Overnight { hours, of }, at + 1));
            }
            _ => {}
        }
        if let Some((shift, after)) = self.shift(at) {
            return self.shifted_part(shift, after);
        }
        let start = self.skip(at, Link::The);
        let (part, end) = self.part(start)?;
        let (of, behind) = self.day_of(end);
        if let Base::Of(_) = of {
            return Some((Expr::Part { part, of }, behind));
        }
        if self.is_link(end, Link::Of) {
            return None; // "The night of the attack": no day that is named.
        }
        // "By nightfall", "in the early morning": alone only behind such a word, else "the morning prayers".
        let told = match self.time_before(at) {
            Some(TimeWord::Link(Link::The)) => {
                at.checked_sub(1).is_some_and(|i| self.leads_to_part(i))
            }
            Some(TimeWord::Stage(_)) => true,
            _ => self.leads_to_part(at),
        };
        (told && self.stands_alone(end)).then_some((Expr::Part { part, of }, end))
    }

    fn leads_to_part(&self, at: usize) -> bool {
        match self.time_before(at) {
            Some(TimeWord::Link(link)) => matches!(
                link,
                Link::At | Link::By | Link::In | Link::Until | Link::Since | Link::From | Link::To
            ),
            Some(TimeWord::Direction(_)) => true,
            _ => false,
        }
    }

    /// "This morning", "last night", "that evening", "the following morning".
    fn shifted_part(&self, shift: Shift, at: usize) -> Parsed<Expr> {
        let staged = match self.time(at) {
            Some(TimeWord::Stage(Stage::Early | Stage::Mid | Stage::Late)) => at + 1,
            _ => at,
        };
        let (part, end) = self.part(staged)?;
        let of = match shift {
            Shift::This => Base::Now,
            Shift::Last | Shift::Past => Base::Of(Box::new(Expr::Deictic(-1))),
            Shift::Same | Shift::Latest => Base::Named,
            Shift::Previous | Shift::Next | Shift::Following | Shift::Coming => {
                let unit = crate::lexicon::Unit::Day;
                let shift = if shift == Shift::Previous {
                    shift
                } else {
                    Shift::Following
                };
                Base::Of(Box::new(Expr::Relative { unit, shift }))
            }
        };
        Some((Expr::Part { part, of }, end))
    }

    /// The day behind an hour: "on Sunday", "of March 3", "yesterday"; else the day last named.
    fn day_of(&self, at: usize) -> (Base, usize) {
        let next = self.skip_mark(at, ",");
        let next = self.skip(self.skip(next, Link::Of), Link::On);
        let next = self.skip(next, Link::The);
        match self.core(next) {
            Some((day, end)) if day.is_day() => (Base::Of(Box::new(day)), end),
            _ => (Base::Named, at),
        }
    }

    /// "9:28 pm", "21:28", "12.30" behind "at", "9pm", "1230 GMT", "ten o'clock".
    fn clock(&self, at: usize) -> Parsed<Time> {
        let (hour, minute, after) = self.hour_and_minute(at)?;
        let pointed = after == at + 3;
        let colon = pointed && self.is_mark(at + 1, ":");
        let (shift, behind) = match self.time(after) {
            Some(TimeWord::Meridiem(pm)) => (Some(pm), after + 1),
            Some(TimeWord::Oclock) => (None, after + 1),
            _ => (None, after),
        };
        let behind = self.past_seconds(behind, colon);
        let zone = self.time(behind) == Some(TimeWord::Zone);
        let end = behind + usize::from(zone);
        let four = self.atom(at)?.digits.is_some_and(|(_, len)| len == 4);
        let told = end > after
            || (colon && !four)
            || (pointed && (at > 0 && self.is_link(at - 1, Link::At)));
        // "At 2017-03-19T09:28".
        let behind = self.atom(after + 1).and_then(|atom| atom.digits);
        let date = self.is_mark(after, "-") && behind.is_some_and(|(_, len)| len <= 2);
        let at_hour = four && !date && self.expects_hour(at) && self.stands_alone(after);
        let told = told || at_hour;
        if !told || (four && !zone && !at_hour) || self.is_mark(end, ":") {
            return None;
        }
        let hour = match shift {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
        Some((time, end))
    }

    /// "Between 3 and 5 a.m. on Monday": the first hour is told by the second.
    pub(super) fn hours(&self, at: usize) -> Parsed<Expr> {
        let (hour, minute, after) = self.hour_and_minute(at).filter(|(hour, ..)| *hour <= 12)?;
        let (next, _) = self.connector(after, self.is_between(at))?;
        let (last, end) = self.clock(next)?;
        let told = (next + 1..end).any(|i| matches!(self.time(i), Some(TimeWord::Meridiem(_))));
        if !told {
            return None;
        }
        // "11 to 1 p.m." begins before noon.
        let (hour, to) = (i8::try_from(hour % 12).ok()?, last.hour());
        let noon = if to >= 12 && hour + 12 <= to { 12 } else { 0 };
        let first = Time::new(hour + noon, i8::try_from(minute).ok()?, 0, 0).ok()?;
        let (of, end) = self.day_of(end);
        let clock = |time: Time| {
            let of = of.clone();
            Box::new(Expr::Clock { time, of })
        };
        (first < last).then(|| (Expr::Range(clock(first), clock(last)), end))
    }

    /// Past the seconds of "09:28:30".
    fn past_seconds(&self, at: usize, colon: bool) -> usize {
        let two = |at: usize| {
            let atom = self.atom(at).filter(|atom| !atom.spaced);
            matches!(atom.and_then(|atom| atom.digits), Some((0..60, 2)))
        };
        let seconds = colon && self.is_mark(at, ":") && two(at + 1);
        at + if seconds { 2 } else { 0 }
    }

    /// Is a number of four digits an hour here: "at 1230", "between 0600 and 1400"?
    fn expects_hour(&self, at: usize) -> bool {
        match self.time_before(at) {
            Some(TimeWord::Link(Link::At)) => true,
            Some(TimeWord::Link(
                Link::Between | Link::From | Link::Until | Link::By | Link::Since,
            )) => !self.is_recent_year(at),
            Some(TimeWord::Link(Link::And | Link::To)) => {
                let four = |i: usize| {
                    let digits = self.atom(i).and_then(|atom| atom.digits);
                    matches!(digits, Some((_, 4)))
                };
                at >= 2 && four(at - 2) && !(self.is_recent_year(at) && self.is_recent_year(at - 2))
            }
            _ => false,
        }
    }

    fn hour_and_minute(&self, at: usize) -> Option<(u32, u32, usize)> {
        let Some((n, len)) = self.atom(at)?.digits else {
            let (hour, end) = self.cardinal(at)?;
            return Some((u32::try_from(hour).ok()?, 0, end)).filter(|_| hour <= 12);
        };
        if len == 4 {
            return Some((n / 100, n % 100, at + 1)).filter(|_| n < 2400 && n % 100 < 60);
        }
        if len > 2 || n > 24 {
            return None;
        }
        let mark = self.is_mark(at + 1, ":") || self.is_mark(at + 1, ".");
        let minutes = self.atom(at + 2).and_then(|atom| atom.digits);
        match minutes {
            Some((minute, 2)) if mark && minute < 60 && !self.atoms[at + 2].spaced => {
                Some((n, minute, at + 3))
            }
            _ => Some((n, 0, at + 1)),
        }
    }
}
