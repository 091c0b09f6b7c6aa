//! What an event is mainly about: its day, its place and what happened, as most of its claims have it.

use std::collections::BTreeMap;

use super::OTHER_EVENT_AFTER_DAYS;
use crate::align::has_happened;
use crate::lexicon::Lexicon;
use crate::model::{Basis, Claim, Party, Period};

/// The claims that begin on one day.
struct Votes<'a> {
    count: usize,
    /// The place of the first.
    at: usize,
    longest: &'a Period,
}

/// From the day on which the periods of most claims begin to the last day of the longest of these. Of ties the earliest that
/// lies within days of the one told first: what lies farther off is history.
/// Assumed periods, open ones and those of more than three days have no vote, nor has what says more of a deed:
/// a quarrel may lie before, a condition after.
pub(super) fn main_day(lexicon: &Lexicon, claims: &[&Claim]) -> Option<Period> {
    let short =
        |t: &&Period| t.basis != Basis::Assumed && t.minutes().is_some_and(|m| m <= 3 * 1440);
    let times: Vec<&Period> = claims
        .iter()
        .filter(|c| !lexicon.is_of_a_deed(&c.predicate))
        .filter_map(|c| c.time.as_ref())
        .filter(short)
        .collect();
    let day = |t: &Period| t.first_day();
    let mut votes: BTreeMap<jiff::civil::Date, Votes<'_>> = BTreeMap::new();
    for (at, time) in times.iter().enumerate() {
        if let Some(first) = day(time) {
            let entry = votes.entry(first).or_insert(Votes {
                count: 0,
                at,
                longest: time,
            });
            entry.count += 1;
            if time.minutes() > entry.longest.minutes() {
                entry.longest = time;
            }
        }
    }
    let most = votes.values().map(|votes| votes.count).max()?;
    let tied = || votes.iter().filter(|(_, votes)| votes.count == most);
    let told_first = tied().min_by_key(|(_, votes)| votes.at)?.0;
    let near = |day: &jiff::civil::Date| {
        let apart = told_first.since(*day).map(|span| span.get_days().abs());
        apart.is_ok_and(|days| i64::from(days) <= OTHER_EVENT_AFTER_DAYS)
    };
    // The first of those told together: what was over on Tuesday began on Sunday.
    let (first, best) = tied().find(|(day, _)| near(day))?;
    let (first, longest) = (*first, best.longest);
    let last = longest.last_day().unwrap_or(first);
    Some(Period::days(
        longest.text.clone(),
        first,
        last.max(first),
        Basis::Implied,
    ))
}

/// The place most claims name; of ties the one named first.
pub(super) fn main_place(claims: &[&Claim]) -> Option<Party> {
    let mut votes: BTreeMap<&str, (usize, usize, &Party)> = BTreeMap::new();
    for (at, place) in claims
        .iter()
        .enumerate()
        .filter_map(|(at, c)| Some((at, c.place.as_ref()?)))
    {
        if let Some(entity) = &place.entity {
            let weight = if place.basis == Basis::Said { 2 } else { 1 };
            votes.entry(entity).or_insert((0, at, place)).0 += weight;
        }
    }
    votes
        .into_values()
        .max_by_key(|(count, at, _)| (*count, std::cmp::Reverse(*at)))
        .map(|(_, _, place)| place.clone())
}

/// The predicate most claims name; of ties the one a desk wants first. What is said not to have happened is no name for it,
/// unless nothing else is said.
pub(super) fn main_predicate(lexicon: &Lexicon, claims: &[&Claim]) -> String {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    let claims = claims
        .iter()
        .filter(|c| !lexicon.is_detail(&c.predicate) && !lexicon.is_of_a_deed(&c.predicate));
    let happened = claims.clone().any(|claim| has_happened(claim));
    for claim in claims.filter(|c| !happened || has_happened(c)) {
        *votes.entry(&claim.predicate).or_default() += 1;
    }
    let best = votes
        .into_iter()
        .max_by_key(|(id, count)| (*count, std::cmp::Reverse(lexicon.rank_of(id))));
    best.map_or_else(|| "none".to_owned(), |(id, _)| id.to_owned())
}
