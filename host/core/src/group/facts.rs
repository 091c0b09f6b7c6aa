//! Days and numbers that set one event apart from others like it. No word list: capitals, hyphens and commas.

use super::profile::day_number;
use super::words::{Word, words};
use crate::model::{Mention, MentionValue, Period, Reading};

/// Where the lead ends, in bytes of the text.
const LEAD: usize = 600;

/// The days that time mentions resolve to, with where they stand, in order.
pub(super) fn mentioned_days(reading: &Reading) -> Vec<(usize, i32)> {
    let days = reading.mentions.iter().filter_map(|mention| {
        let period = time(mention)?;
        let (first, last) = (period.first_day()?, period.last_day()?);
        (first == last).then(|| (mention.span.start, day_number(first)))
    });
    days.collect()
}

/// The first day of the lead, else the most frequent one; among equals the earliest mentioned.
pub(super) fn lead_day(days: &[(usize, i32)]) -> Option<i32> {
    if let Some((_, day)) = days.iter().find(|(at, _)| *at < LEAD) {
        return Some(*day);
    }
    let mut sorted: Vec<i32> = days.iter().map(|(_, day)| *day).collect();
    sorted.sort_unstable();
    let most = sorted.chunk_by(|a, b| a == b).map(<[i32]>::len).max()?;
    let count =
        |day: i32| sorted.partition_point(|d| *d <= day) - sorted.partition_point(|d| *d < day);
    days.iter()
        .map(|(_, day)| *day)
        .find(|day| count(*day) == most)
}

/// The calendar words of time mentions, resolved or not: "on Sunday" gives "sun", "March 19, 2017" gives "mar 19".
/// Two articles without a date can still agree on the weekday. Words without a capital ("yesterday") mean another day
/// in every article and give nothing.
pub(super) fn calendar(reading: &Reading) -> impl Iterator<Item = String> {
    reading
        .mentions
        .iter()
        .filter_map(time)
        .flat_map(calendar_forms)
}

fn time(mention: &Mention) -> Option<&Period> {
    match &mention.value {
        MentionValue::Time(period) => Some(period),
        _ => None,
    }
}

fn calendar_forms(period: &Period) -> Vec<String> {
    let names = words(&period.text).filter(Word::is_capitalised);
    // Three letters, so that "Sept." and "September" agree.
    let mut forms: Vec<String> = names
        .map(|w| w.text.to_lowercase().chars().take(3).collect())
        .collect();
    let day = words(&period.text)
        .filter_map(|w| w.text.parse::<u8>().ok())
        .find(|day| (1..=31).contains(day));
    if let (Some(month), Some(day)) = (forms.last_mut(), day) {
        *month = format!("{month} {day}");
    }
    forms
}

/// Ages ("26-year-old", "Ali Hassan, 26, was") and house numbers ("the 1000 block of"): a number with what makes it
/// one. In the second form the words around the number are told by their commas alone.
pub(super) fn numbers<'t>(text: &'t str, words: &'t [Word<'t>]) -> impl Iterator<Item = String> {
    (0..words.len()).filter_map(move |at| {
        let word = words[at];
        let value: u32 = word.text.parse().ok()?;
        let next = words.get(at + 1)?;
        let after = text.get(word.end()..next.start)?;
        if value < 110 && (after == "-" || is_set_off(text, words, at)) {
            return Some(format!("age {value}"));
        }
        let is_house =
            value >= 100 && value.is_multiple_of(100) && after == " " && !next.is_capitalised();
        is_house.then(|| format!("{value} {}", next.text))
    })
}

/// Is the number set off by commas after a name, as in "Ali Hassan, 26, was"?
fn is_set_off(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| words[before]) else {
        return false;
    };
    let after = text.get(words[at].end()..).unwrap_or("");
    before.is_capitalised()
        && text.get(before.end()..words[at].start) == Some(", ")
        && after.starts_with([',', '.', ';'])
}
