//! Which atoms make an expression of time. Small parsers over the atoms of one sentence: each looks at a place and gives
//! what it read with the place behind it. None looks further than a few atoms, so that a text is read in linear time.

mod clock;
mod counted;
mod day;
mod distance;
mod name;
mod number;
mod numeric;
mod period;
mod range;
mod relative;
mod within;
mod year;

use super::atom::Atom;
use super::expr::Expr;
use crate::lexicon::{Class, Direction, Link, Shift, TimeWord, TimeWords, Unit};

/// "The full fiscal year": more in a row are not looked at, so that no text makes reading slow.
const MAX_FILLERS: usize = 3;

/// What was read, and the place behind it.
type Parsed<T> = Option<(T, usize)>;

/// The atoms of a sentence, with the words of the language.
pub(super) struct Grammar<'g, 'd> {
    pub(super) atoms: &'g [Atom<'d>],
    pub(super) words: &'d TimeWords,
}

impl<'d> Grammar<'_, 'd> {
    /// The expression that begins exactly here, in its longest reading.
    pub(super) fn expression(&self, at: usize) -> Parsed<Expr> {
        let (expr, end) = self
            .weekdays_of_week(at)
            .or_else(|| self.hours(at))
            .or_else(|| self.range(at))
            .or_else(|| self.simple(at))?;
        let joined = self.is_link(end, Link::Or) || self.is_link(end, Link::And);
        let onward = match self.time(end + 1) {
            Some(TimeWord::Direction(Direction::Later)) => true,
            Some(TimeWord::Direction(Direction::Earlier)) => false,
            _ => return Some((expr, end)),
        };
        // "2018 or later than 2020".
        if !joined || self.is_link(end + 2, Link::Than) {
            return Some((expr, end));
        }
        let of = Box::new(expr);
        Some((Expr::Open { of, onward }, end + 2))
    }

    /// Anything but a range.
    fn simple(&self, at: usize) -> Parsed<Expr> {
        self.to_date(at)
            .or_else(|| self.eve(at))
            .or_else(|| self.staged(at))
            .or_else(|| self.nth(at))
            .or_else(|| self.distance(at))
            .or_else(|| self.stretch(at))
            .or_else(|| self.timed(at))
    }

    /// A day, month, year or other stretch of the calendar, without a time of day.
    fn core(&self, at: usize) -> Parsed<Expr> {
        let at = self.skip(at, Link::The);
        self.numeric(at)
            .or_else(|| self.named_day(at))
            .or_else(|| self.weekday_led(at))
            .or_else(|| self.month_led(at))
            .or_else(|| self.day_led(at))
            .or_else(|| self.piece(at))
            .or_else(|| self.century(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_led(at))
            .or_else(|| self.shifted(at))
            .or_else(|| self.deictic(at))
            .or_else(|| self.season(at))
            .or_else(|| self.lone_unit(at))
    }

    fn atom(&self, at: usize) -> Option<&Atom<'d>> {
        self.atoms.get(at)
    }

    fn before(&self, at: usize) -> Option<&Atom<'d>> {
        self.atoms.get(at.checked_sub(1)?)
    }

    fn time(&self, at: usize) -> Option<TimeWord> {
        self.atom(at)?.time()
    }

    fn time_before(&self, at: usize) -> Option<TimeWord> {
        self.before(at)?.time()
    }

    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.atom(at).is_some_and(|atom| atom.is_mark(mark))
    }

    fn is_link(&self, at: usize, link: Link) -> bool {
        self.time(at) == Some(TimeWord::Link(link))
    }

    fn has_class(&self, at: usize, class: Class) -> bool {
        self.atom(at).is_some_and(|atom| atom.word.is(class))
    }

    /// Past the link, if it stands here.
    fn skip(&self, at: usize, link: Link) -> usize {
        at + usize::from(self.is_link(at, link))
    }

    /// Past the mark, if it stands here.
    fn skip_mark(&self, at: usize, mark: &str) -> usize {
        at + usize::from(self.is_mark(at, mark))
    }

    /// Past "of" or "in".
    fn skip_of(&self, at: usize) -> usize {
        let next = self.skip(at, Link::Of);
        if next > at {
            return next;
        }
        let next = self.skip(at, Link::In);
        if next > at {
            next
        } else {
            self.skip(at, Link::During)
        }
    }

    fn shift(&self, at: usize) -> Parsed<Shift> {
        let shift = |at| match self.time(at) {
            Some(TimeWord::Shift(shift)) => Some(shift),
            _ => None,
        };
        let first = shift(at)?;
        // "This past Wednesday", "this coming week": the second word tells.
        match shift(at + 1).filter(|_| first == Shift::This) {
            Some(second) => Some((second, at + 2)),
            None => Some((first, at + 1)),
        }
    }

    /// Past "fiscal", "full" and the like. "Business" changes days and weeks, and those alone.
    fn skip_fillers(&self, mut at: usize) -> usize {
        for _ in 0..MAX_FILLERS {
            let filler = match self.time(at) {
                Some(TimeWord::Filler) => true,
                Some(TimeWord::Business) => !matches!(
                    self.time(at + 1),
                    Some(TimeWord::Unit(Unit::Day | Unit::Week))
                ),
                _ => false,
            };
            at += usize::from(filler);
        }
        at
    }

    /// Does the sentence go on with something that a time before it does not belong to as a number does to a noun?
    fn stands_alone(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else {
            return true;
        };
        !atom.is_wordlike()
            || (atom.word.time.is_some() && atom.word.person.is_none())
            || atom.capital
            || [
                Class::Preposition,
                Class::Coordinator,
                Class::Alternative,
                Class::ClauseBreak,
                Class::Relative,
                Class::Be,
                Class::Have,
                Class::Do,
                Class::Modal,
                Class::Determiner,
                Class::Pronoun,
                Class::Adverb,
            ]
            .iter()
            .any(|class| atom.word.is(*class))
    }
}
