//! Dates of metadata. What is ambiguous (03/04/2017) or relative (yesterday) is not read: never guess.

use jiff::civil::{Date, Time};
use rashomon_core::model::{Basis, Stamp};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Longest text that is looked at: the longest spelling of a date has some fifty characters.
const LONGEST: usize = 100;

/// Reads RFC 3339 (`2017-03-20T18:00:00+02:00`), a civil date or date-time (`2017-03-20 18:00`), RFC 2822
/// (`Mon, 20 Mar 2017 18:00:00 +0200`), what outlets print (`March 21, 2017 at 9:28 pm`, `21 March 2017`) and what
/// programs write (`20170320T180000Z`, `2017/03/20`, `Mon Mar 20 2017 18:00:00 GMT+0200`, seconds since 1970). The zone
/// is kept as given; a weekday that does not fit the date makes it unreadable.
pub(crate) fn read(text: &str) -> Option<Stamp> {
    if text.len() > LONGEST {
        return None;
    }
    let text = without_comment(text.trim());
    if let Some(stamp) = since_1970(text) {
        return Some(stamp);
    }
    let respelt = respelt(text);
    let text = respelt.as_deref().unwrap_or(text);
    let (date, rest) = iso_date(text).or_else(|| worded_date(text))?;
    let (time, offset) = match rest.as_str() {
        "" => (None, None),
        rest => clock(rest).map(|(time, offset)| (Some(time), offset))?,
    };
    Some(Stamp {
        date,
        time,
        offset,
        basis: Basis::Said,
    })
}

/// Is the word the name of a month, or a beginning of it of three letters or more?
pub(crate) fn is_month(word: &str) -> bool {
    named(word, &MONTHS).is_some()
}

/// The day in an address: `/2017/03/20/`, `/2017/mar/20/`.
pub(crate) fn in_address(address: &str) -> Option<Date> {
    let parts: Vec<&str> = address.split('/').take(20).collect();
    parts.windows(3).find_map(|parts| {
        let (year, month, day) = (parts[0], parts[1], parts[2]);
        let month = match named(month, &MONTHS) {
            Some(month) => i8::try_from(month + 1).ok()?,
            None => month.parse().ok()?,
        };
        let recent = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        civil(year, month, day).filter(|_| recent)
    })
}

/// A time and its zone, with nothing beside them: `14:05 GMT`, `9.05pm`.
pub(crate) fn clock_alone(text: &str) -> Option<(Time, Option<String>)> {
    let text = text.trim_end_matches([':', '-', '–', '—', '|', ' ']);
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let pointed = text[digits..]
        .strip_prefix('.')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let respelt = pointed.map(|rest| format!("{}:{rest}", &text[..digits]));
    clock(respelt.as_deref().unwrap_or(text))
}

/// RFC 2822 allows the zone's name in brackets at the end, RFC 9557 in square ones.
fn without_comment(text: &str) -> &str {
    let comment = |open, close| {
        let (head, tail) = text.rsplit_once(open)?;
        tail.ends_with(close).then(|| head.trim_end())
    };
    comment('(', ')')
        .or_else(|| comment('[', ']'))
        .unwrap_or(text)
}

/// Seconds since 1970, or thousandths of them, of this century: nine digits and more are no day.
fn since_1970(text: &str) -> Option<Stamp> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = text.parse().ok().filter(|_| digits)?;
    let seconds = match text.len() {
        9 | 10 => number,
        12 | 13 => number / 1000,
        _ => return None,
    };
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    let moment = moment.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    Some(Stamp {
        date: moment.date(),
        time: Time::new(moment.hour(), moment.minute(), 0, 0).ok(),
        offset: Some("Z".to_owned()),
        basis: Basis::Said,
    })
}

/// What programs write, as people do: `2017/03/20` and `20170320T1800` with hyphens, `Mon Mar 20 2017` as
/// `Mar 20, 2017`.
fn respelt(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let digits = |range: std::ops::Range<usize>| range.into_iter().all(digit);
    if digits(0..4) && digits(5..7) && digits(8..10) && bytes[4] == b'/' && bytes[7] == b'/' {
        return Some(format!(
            "{}-{}-{}{}",
            &text[..4],
            &text[5..7],
            &text[8..10],
            &text[10..]
        ));
    }
    if digits(0..8) && !digit(8) {
        let rest = &text[8..];
        let compact = rest
            .strip_prefix('T')
            .filter(|_| digits(9..13) && !rest.contains(':'));
        let clock = compact.map(|time| {
            let seconds = if digits(13..15) { 6 } else { 4 };
            format!("T{}:{}{}", &time[..2], &time[2..4], &time[seconds..])
        });
        let rest = clock.unwrap_or_else(|| rest.to_owned());
        return Some(format!(
            "{}-{}-{}{rest}",
            &text[..4],
            &text[4..6],
            &text[6..8]
        ));
    }
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let weekday = words
        .first()
        .is_some_and(|word| named(word, &WEEKDAYS).is_some());
    let year_last = |at: usize| {
        words
            .get(at)
            .is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
    };
    // Unix writes the year behind the time: `Mon Mar 20 18:00:00 2017`, with the zone between.
    if weekday && words.len() >= 5 && words[3].contains(':') && year_last(words.len() - 1) {
        let zone = words[4..words.len() - 1].join(" ");
        return Some(format!(
            "{} {}, {} {} {zone}",
            words[1],
            words[2],
            words[words.len() - 1],
            words[3]
        ));
    }
    None
}

/// The date in front, and what follows it.
fn iso_date(text: &str) -> Option<(Date, String)> {
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let all_digits = [year, month, day]
        .concat()
        .bytes()
        .all(|b| b.is_ascii_digit());
    if !(all_digits && year.len() == 4 && month.len() == 2 && parts.next().is_none()) {
        return None;
    }
    let date = civil(year, month.parse().ok()?, day)?;
    match rest.strip_prefix(['T', 't']) {
        Some("") => None,
        Some(time) => Some((date, time.to_owned())),
        None if rest.is_empty() || rest.starts_with([' ', ',']) => Some((date, words(rest))),
        None => None,
    }
}

/// Commas and runs of blanks are one space.
fn words(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c == ',');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// `Tuesday, 21 March 2017`, `Mar. 21st, 2017`, and what follows.
fn worded_date(text: &str) -> Option<(Date, String)> {
    let text = words(text);
    let mut rest = text.split(' ');
    let mut next = || rest.next();
    let mut first = next()?;
    let weekday = named(first, &WEEKDAYS);
    if weekday.is_some() {
        first = next()?;
    }
    let (second, year) = (next()?, next()?);
    let (month, day) = match named(first, &MONTHS) {
        Some(month) => (month, second),
        None => (named(second, &MONTHS)?, first),
    };
    let day = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| day.strip_suffix(ending))
        .unwrap_or(day);
    if year.len() != 4 {
        return None;
    }
    let date = civil(year, i8::try_from(month + 1).ok()?, day)?;
    let fits = weekday.is_none_or(|index| {
        usize::try_from(date.weekday().to_monday_zero_offset()).is_ok_and(|day| day == index)
    });
    let rest: Vec<&str> = rest.collect();
    fits.then(|| (date, rest.join(" ")))
}

/// The index of the name of which `word` is a beginning of three letters or more: `Sept.`, `tues`.
fn named(word: &str, names: &[&str]) -> Option<usize> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let long = word.len() >= 3;
    names
        .iter()
        .position(|name| long && name.starts_with(&word))
}

fn civil(year: &str, month: i8, day: &str) -> Option<Date> {
    let short = !day.is_empty() && day.len() <= 2;
    let digits = [year, day].concat().bytes().all(|b| b.is_ascii_digit());
    if !(short && digits) {
        return None;
    }
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// `18:00`, `18:00:59.5Z`, `at 9:28 pm EST`, `9 p.m.`.
fn clock(text: &str) -> Option<(Time, Option<String>)> {
    let text = text.strip_prefix("at ").unwrap_or(text);
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (digits, rest) = text.split_at(digits.unwrap_or(text.len()));
    let parts: Vec<&str> = digits.split(':').collect();
    let two = |part: &&str| part.len() == 2;
    let well_formed = matches!(parts[0].len(), 1 | 2) && parts[1..].iter().all(two);
    if !well_formed || parts.len() > 3 {
        return None;
    }
    let rest = if parts.len() == 3 {
        without_fraction(rest)
    } else {
        rest
    };
    let (half, zone_text) = half_of_day(rest.trim_start());
    let number = |index: usize| parts.get(index).map_or(Ok(0), |part| part.parse::<i8>());
    let (hour, minute, second) = (number(0).ok()?, number(1).ok()?, number(2).ok()?);
    let hour = match half {
        None if parts.len() == 1 => return None,
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    // 60: a leap second.
    if second > 60 {
        return None;
    }
    Some((Time::new(hour, minute, 0, 0).ok()?, zone(zone_text)?))
}

fn without_fraction(text: &str) -> &str {
    match text.strip_prefix('.') {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => text,
    }
}

/// Is it after noon, if a half of the day is named? And what follows.
fn half_of_day(text: &str) -> (Option<bool>, &str) {
    for (name, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        let Some((head, rest)) = text.split_at_checked(name.len()) else {
            continue;
        };
        if head.eq_ignore_ascii_case(name) && (rest.is_empty() || rest.starts_with(' ')) {
            return (Some(afternoon), rest);
        }
    }
    (None, text)
}

/// The zone as given, with a colon in an offset. Outer none: these words name no zone.
fn zone(text: &str) -> Option<Option<String>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    // `GMT+0200` is a distance from that zone.
    let distance = ["GMT", "UTC"]
        .iter()
        .find_map(|zone| text.strip_prefix(zone));
    let text = distance
        .filter(|rest| rest.starts_with(['+', '-']))
        .unwrap_or(text);
    if let Some(rest) = text.strip_prefix(['+', '-']) {
        let digits = rest.replacen(':', "", 1);
        let well_formed = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        if !well_formed || &digits[..2] > "15" || &digits[2..] > "59" {
            return None;
        }
        return Some(Some(format!(
            "{}{}:{}",
            &text[..1],
            &digits[..2],
            &digits[2..]
        )));
    }
    let name = if text == "z" { "Z" } else { text };
    let letters = name.bytes().all(|b| b.is_ascii_uppercase());
    (letters && (name == "Z" || (3..=5).contains(&name.len()))).then(|| Some(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_given() {
        let check = |text: &str, expected: &str| {
            let read = read(text).map_or_else(|| "-".to_owned(), |stamp| stamp.to_string());
            assert_eq!(read, expected, "{text}");
        };
        check("2017-03-20T18:00:00+02:00", "2017-03-20T18:00+02:00");
        check("2017-03-20T18:00:00.123Z", "2017-03-20T18:00Z");
        check("2017-03-20t18:00:60z", "2017-03-20T18:00Z");
        check("2017-03-20 18:00", "2017-03-20T18:00");
        check("2017-03-20T18:00+0200", "2017-03-20T18:00+02:00");
        check(" 2017-03-20 ", "2017-03-20");
        check("Mon, 20 Mar 2017 18:00:00 +0200", "2017-03-20T18:00+02:00");
        check("20 Mar 2017 18:00 GMT", "2017-03-20T18:00GMT");
        check(
            "Mon, 20 Mar 2017 18:00:00 +0100 (CET)",
            "2017-03-20T18:00+01:00",
        );
        check("March 21, 2017 at 9:28 pm", "2017-03-21T21:28");
        check("March 21, 2017 12:05 a.m. EST", "2017-03-21T00:05EST");
        check("Tuesday, Sept. 5th, 2017, 12 pm", "2017-09-05T12:00");
        check("21 March 2017", "2017-03-21");
        check("20 Mar 2017 18:00", "2017-03-20T18:00");
        check("14 September 2016 9:00 GMT", "2016-09-14T09:00GMT");
        check("20170320", "2017-03-20");
        check("20170320T180000Z", "2017-03-20T18:00Z");
        check("20170320T1800+0200", "2017-03-20T18:00+02:00");
        check("2017/03/20", "2017-03-20");
        check("2017/03/20 18:00:00", "2017-03-20T18:00");
        check(
            "Mon Mar 20 2017 18:00:00 GMT+0200 (CEST)",
            "2017-03-20T18:00+02:00",
        );
        check("Mon Mar 20 18:00:00 EST 2017", "2017-03-20T18:00EST");
        check(
            "2017-03-20T18:00:00+02:00[Europe/Berlin]",
            "2017-03-20T18:00+02:00",
        );
        check("1490025600", "2017-03-20T16:00Z");
        check("1490025600000", "2017-03-20T16:00Z");
    }

    #[test]
    fn clocks_and_addresses_hold_times() {
        let clock = |text: &str| {
            clock_alone(text).map(|(time, zone)| format!("{time} {}", zone.unwrap_or_default()))
        };
        assert_eq!(clock("14:05 GMT").as_deref(), Some("14:05:00 GMT"));
        assert_eq!(clock("9.05pm").as_deref(), Some("21:05:00 "));
        assert_eq!(clock("9.30 —").as_deref(), Some("09:30:00 "));
        for text in ["", "14", "9.5", "25:00", "14:05 said", "2.5m people"] {
            assert_eq!(clock(text), None, "{text}");
        }
        let day = |address: &str| in_address(address).map(|date| date.to_string());
        assert_eq!(
            day("https://a.example/2017/03/20/quay").as_deref(),
            Some("2017-03-20")
        );
        assert_eq!(
            day("https://a.example/world/2017/mar/20/quay").as_deref(),
            Some("2017-03-20")
        );
        assert_eq!(day("https://a.example/1234/56/78"), None);
        assert_eq!(day("https://a.example/quay"), None);
    }

    #[test]
    fn what_is_unclear_is_not_read() {
        for text in [
            "",
            "yesterday",
            "03/04/2017",
            "2017-02-30",
            "2017-03-20T",
            "2017-03-20T25:00",
            "2017-03-20Z",
            "2017-03-20 18:00 or so",
            "2017-03-20 18",
            "20 Mar 17",
            "Sunday, 20 March 2017",
            "March 2017",
            "March 21, 2017 at 13 pm",
            "21 Ma 2017",
            "2017-03-20T18:00+99:00",
            "2017-03-20 18:00 today",
            "2017-03-20 18.30",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"2017-03-20 ".repeat(1000)), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}", tail in "[0-9TZtapm.:+ ,-]{0,24}") {
            for text in [text, format!("2017-03-20{tail}"), format!("1 May 2017 {tail}")] {
                let _ = read(&text);
            }
        }
    }
}
