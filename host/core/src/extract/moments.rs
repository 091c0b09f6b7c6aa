//! When the deed of an article was, by the hour: "it happened about 5 p.m.", "the shooting occurred at 11:30 p.m. Saturday".
//! The first such sentence tells it; later ones may speak of other deeds.

use std::ops::Range;

use super::Read;
use super::build::{Setting, claim_id};
use super::cores::Core;
use crate::lexicon::Class;
use crate::model::{Claim, Period};
use crate::text::{Doc, Sentence, TokenKind};
use crate::time::TimeKind;

/// The predicate of such claims.
const OCCURRED: &str = "occurred";
/// The most tokens from the deed to its verb, and from the verb to the time.
const REACH: usize = 14;
/// An hour in minutes.
const HOUR: u32 = 60;

/// A deed and its hour.
pub(super) struct Moment {
    /// The verb.
    at: usize,
    words: Range<usize>,
    /// Where the words name its day too.
    period: Option<Period>,
    /// In minutes since midnight.
    clock: u32,
}

/// The hour that a sentence gives for the deed.
pub(super) fn moment(read: &Read<'_>, sentence: &Sentence) -> Option<Moment> {
    let doc = read.doc;
    if !sentence.classes.has(Class::Occurs) || sentence.classes.has(Class::Negation) {
        return None;
    }
    let verb = sentence
        .tokens
        .clone()
        .find(|i| doc.is(*i, Class::Occurs))?;
    let first = deed_before(doc, sentence, verb)?;
    let points = read.times_in(&sentence.tokens).iter();
    let mut hours = points
        .filter(|time| time.kind == TimeKind::Point)
        .filter_map(|time| Some((time, clock(doc, &time.tokens)?)));
    let (time, clock) = hours.next()?;
    let near = time.tokens.start.saturating_sub(verb) <= REACH;
    (near && hours.next().is_none()).then(|| Moment {
        at: verb,
        words: first.min(time.tokens.start)..time.tokens.end.max(verb + 1),
        period: names_day(doc, &time.tokens).then(|| time.period.clone()),
        clock,
    })
}

/// "It", or the noun of the deed with its determiner, left of the verb; not one of several.
fn deed_before(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<usize> {
    let from = sentence.tokens.start.max(verb.saturating_sub(REACH));
    let is_deed = |i: &usize| doc.is_any(*i, &[Class::Deed, Class::Neuter]);
    let noun = (from..verb).rev().find(is_deed)?;
    let others = [Class::Further, Class::Others, Class::Indefinite, Class::Of];
    let before = sentence.tokens.start.max(noun.saturating_sub(3))..noun;
    let of_several = before.into_iter().any(|i| doc.is_any(i, &others));
    (!of_several).then_some(noun)
}

/// The minute of the day that an expression names: "5 p.m.", "11:30 p.m.".
fn clock(doc: &Doc<'_>, time: &Range<usize>) -> Option<u32> {
    let half = time.clone().find(|i| doc.is(*i, Class::Meridiem))?;
    let past_noon = doc.str(half).starts_with(['p', 'P']);
    let number = |i: usize| {
        let digits = i >= time.start && doc.is_kind(i, TokenKind::Number);
        digits.then(|| doc.str(i).parse::<u32>().ok()).flatten()
    };
    let (hour, minute) = match number(half.checked_sub(1)?)? {
        minute if half >= 3 && doc.str(half - 2) == ":" => (number(half - 3)?, minute),
        hour => (hour, 0),
    };
    let valid = (1..=12).contains(&hour) && minute < HOUR;
    valid.then(|| (hour % 12 + if past_noon { 12 } else { 0 }) * HOUR + minute)
}

/// Does an expression name more than the hour? An hour alone may be of the day of writing, or of any before.
fn names_day(doc: &Doc<'_>, time: &Range<usize>) -> bool {
    let mut words = time.clone().filter(|i| doc.is_kind(*i, TokenKind::Word));
    words.any(|i| doc.is_any(i, &[Class::Weekday, Class::Month]))
}

impl Setting<'_> {
    /// That the deed was at this hour.
    pub(super) fn moment_claim(&self, told: &Moment) -> Claim {
        let core = Core::plain(OCCURRED, told.at..told.at + 1, told.words.clone());
        let mut claim = self.detail_claim(core);
        claim.time.clone_from(&told.period);
        claim
            .attributes
            .insert("clock".to_owned(), told.clock.to_string());
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(self.doc().text));
        claim
    }
}
