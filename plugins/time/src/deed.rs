//! When the deed was. What tells it need not be lined up: an event has one deed, and its hour and day are whatever its
//! articles say of it. Each two articles of which every time for the deed disagrees are told once.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::{DAY, HALF_HOUR, HOUR, Settings, is_far, said};

/// A time that an article gives for the deed.
#[derive(Clone, Copy)]
struct Dated<'a> {
    claim: u32,
    /// Where the words name a day.
    period: Option<&'a Period>,
    /// In minutes since midnight, where they name an hour.
    clock: Option<i64>,
}

/// The most times for the deed that are taken from one article: it has one, or tells of many deeds.
const MOST_TIMES: usize = 20;

impl Dated<'_> {
    /// Is it a day without an hour?
    fn is_day(&self) -> bool {
        let day = |period: &Period| period.minutes() == Some(i64::from(DAY));
        self.clock.is_none() && self.period.is_some_and(day)
    }

    /// Day and hour, by which two of them are one.
    fn time(&self) -> (Option<[Option<i32>; 2]>, Option<i64>) {
        (
            self.period.map(|period| [period.start, period.end]),
            self.clock,
        )
    }
}

/// Of each two articles that share no time for the deed, the two times that lie nearest.
pub(crate) fn judge(event: &Event, settings: &Settings) -> Vec<Finding> {
    let by_article = dated(event, settings);
    // Articles with the same times are at one with each other, and with the rest in one way.
    let mut seen = BTreeSet::new();
    let articles: Vec<_> = by_article
        .values()
        .filter(|times| seen.insert(times.iter().map(Dated::time).collect::<Vec<_>>()))
        .collect();
    let mut found: Vec<(i64, Finding)> = Vec::new();
    for (at, one) in articles.iter().enumerate() {
        for other in &articles[at + 1..] {
            found.extend(differ(event, one, other, settings));
        }
    }
    // Ten articles with one hour and one with another are one difference: the widest is told.
    found.sort_by_key(|(apart, _)| std::cmp::Reverse(*apart));
    found.into_iter().map(|(_, made)| made).take(1).collect()
}

/// Each time that an article gives for the deed, once.
fn dated<'a>(event: &'a Event, settings: &Settings) -> BTreeMap<u32, Vec<Dated<'a>>> {
    let mut found: BTreeMap<u32, Vec<Dated<'a>>> = BTreeMap::new();
    for (id, claim) in (0_u32..).zip(&event.claims) {
        let time = said(claim)
            .filter(|time| names_day(time, settings) && !is_of_either_half(time, settings));
        let of_deed = claim.polarity == Polarity::Affirmed
            && (settings.deeds.has(&claim.predicate)
                || time.is_some_and(is_hour) && is_done(claim, settings));
        let clock = || claim.attribute("clock")?.parse().ok();
        let dated = Dated {
            claim: id,
            period: time.filter(|time| time.minutes().is_some_and(|m| m <= i64::from(DAY))),
            clock: clock(),
        };
        if of_deed && (dated.period.is_some() || dated.clock.is_some()) {
            let times = found.entry(claim.article).or_default();
            if times.len() < MOST_TIMES && times.iter().all(|known| known.time() != dated.time()) {
                times.push(dated);
            }
        }
    }
    found
}

/// Does it tell of the deed itself, rather than of somebody who died of it: by whom or by what it was done?
fn is_done(claim: &Claim, settings: &Settings) -> bool {
    let by_what = || claim.attribute("means").is_some();
    settings.done.has(&claim.predicate) && (claim.agent.is_some() || by_what())
}

/// Do the words name more than an hour: "5 p.m. Saturday"?
fn names_day(time: &Period, settings: &Settings) -> bool {
    let beside = |word: &String| {
        settings.halves_of_day.contains(word) || settings.beside_hours.contains(word)
    };
    words(time).any(|word| word.len() > 1 && !beside(&word))
}

/// An hour of which it is not said whether it is before noon or after: "Monday around 5:30".
fn is_of_either_half(time: &Period, settings: &Settings) -> bool {
    let told = words(time).any(|word| settings.halves_of_day.contains(&word));
    is_hour(time) && !told
}

fn is_same_weekday(one: &Period, other: &Period) -> bool {
    let day = |time: &Period| {
        time.start
            .map(|minute| minute.div_euclid(DAY).rem_euclid(WEEK))
    };
    day(one) == day(other)
}

/// The days of a week.
const WEEK: i32 = 7;

/// Is it a moment rather than a stretch?
fn is_hour(time: &Period) -> bool {
    time.minutes().is_some_and(|minutes| minutes <= 1)
}

fn words(time: &Period) -> impl Iterator<Item = String> {
    let words = time.text.split(|c: char| !c.is_alphabetic() && c != '.');
    words.map(|word| word.trim_matches('.').to_lowercase())
}

/// The two times nearest one another, where no two of them are one; with the minutes between.
fn differ(
    event: &Event,
    one: &[Dated<'_>],
    other: &[Dated<'_>],
    settings: &Settings,
) -> Option<(i64, Finding)> {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
    let told = pairs
        .clone()
        .filter_map(|(a, b)| Some((apart(a, b, settings)?, a, b)));
    let nearest = told.min_by_key(|(minutes, ..)| *minutes)?;
    // A day that both give says nothing of the hours that both give beside it.
    let by_clock = || {
        let hours = pairs.filter_map(|(a, b)| Some((between_clocks(a, b)?, a, b)));
        hours.min_by_key(|(minutes, ..)| *minutes)
    };
    let of_one_day = [nearest.1, nearest.2].iter().all(|told| told.is_day());
    let (minutes, a, b) = by_clock()
        .filter(|_| nearest.0 == 0 && of_one_day)
        .unwrap_or(nearest);
    let hours = Decimal::new(minutes, 0)?.cmp_times(Decimal::from(HOUR), settings.deed_slack_hours);
    let told = hours.is_ge() || are_two_minutes(event, a, b, settings);
    told.then(|| (minutes, finding_of(event, [a, b])))
}

/// "8:12" and "8:20" are two times, for whoever says 8:12 has not rounded; "12:28" and "12:30" may be one. Each stands for
/// half of what it is rounded to on either side; of "about 8:20" nothing so fine is known.
fn are_two_minutes(event: &Event, a: &Dated<'_>, b: &Dated<'_>, settings: &Settings) -> bool {
    let (Some(one), Some(other)) = (a.clock, b.clock) else {
        return false;
    };
    let blurred = |dated: &Dated<'_>| {
        let claim = event.claim(dated.claim);
        let in_words = claim
            .time
            .as_ref()
            .is_some_and(|time| words(time).any(|w| settings.blurs.contains(&w)));
        in_words || claim.attribute("clock-about").is_some()
    };
    let apart = between_clocks(a, b).unwrap_or_default();
    let fine = Decimal::new(apart, 0).is_some_and(|apart| apart >= settings.fine_minutes);
    fine && 2 * apart > rounding(one) + rounding(other) && !blurred(a) && !blurred(b)
}

/// The minutes to which a clock so written may be rounded: 1 of 8:12, 5 of 8:25, 10 of 8:20, 15 of 8:15.
fn rounding(clock: i64) -> i64 {
    let steps = [i64::from(HOUR), HALF_HOUR, 15, 10, 5];
    let written = steps.into_iter().find(|step| clock % step == 0);
    written.unwrap_or(1)
}

/// The minutes between two hours, whatever their days.
fn between_clocks(a: &Dated<'_>, b: &Dated<'_>) -> Option<i64> {
    let apart = (a.clock? - b.clock?).abs();
    Some(apart.min(i64::from(DAY) - apart))
}

/// The minutes between two times; by the clock alone where either names no day, or a weekday that we place elsewhere.
fn apart(a: &Dated<'_>, b: &Dated<'_>, settings: &Settings) -> Option<i64> {
    let day = i64::from(DAY);
    let clocks = || {
        let apart = between_clocks(a, b)?;
        // Clocks that are far apart, with no day beside, are of two deeds.
        let limit = Decimal::new(apart, 0)?.cmp_times(Decimal::from(HOUR), settings.clock_hours);
        Some(apart).filter(|_| limit.is_le())
    };
    let Some((one, other)) = a.period.zip(b.period) else {
        return clocks();
    };
    let whole_days = one.minutes()?.max(other.minutes()?) >= day;
    // Sunday and Monday are a day apart, though no minute lies between them.
    let gap = one.gap(other).map(|gap| match whole_days {
        true => gap + day,
        false => gap,
    });
    match gap.unwrap_or(0) {
        // The same weekday, placed in another week: "Saturday" in a report that is not dated as it was written.
        gap if is_far(gap, settings.deed_farthest_days) => {
            clocks().filter(|_| is_same_weekday(one, other))
        }
        gap => Some(gap),
    }
}

fn finding_of(event: &Event, [one, other]: [&Dated<'_>; 2]) -> Finding {
    let ids = [one.claim, other.claim];
    let message = phrase("deed")
        .claim("first", one.claim)
        .text("first_time", in_words(event, one))
        .claim("second", other.claim)
        .text("second_time", in_words(event, other));
    let made = finding("deed-dated-twice", Verdict::Undetermined, ids, message)
        .because(phrase("deed-why"));
    ids.iter().fold(made, |made, id| {
        let unsourced = event.claim(*id).nearest_source().is_none();
        made.missing(*id, if unsourced { "attribution" } else { "as-of" })
            .ask_article(event.claim(*id).article, phrase("ask"))
    })
}

/// The words of the time, in quotation marks; of an hour without its day the hour as clocks show it, which are not the text's
/// words.
fn in_words(event: &Event, dated: &Dated<'_>) -> String {
    let time = event.claim(dated.claim).time.as_ref();
    let clock = || {
        let minute = dated.clock.unwrap_or_default();
        let hour = i64::from(HOUR);
        format!("{:02}:{:02}", minute / hour, minute % hour)
    };
    time.map_or_else(clock, |time| format!("“{}”", time.text))
}
