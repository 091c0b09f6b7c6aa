//! Dates and times in words.

use jiff::civil::Date;
use rashomon_core::model::{Article, Basis, Period, Stamp};

use super::clean::tidy;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is said after every time of day that comes without its zone.
const NO_ZONE: &str = "time zone not given";

/// Up to this many minutes, a period names a time of day and not a part of one ("evening").
const CLOCK_TIME: i64 = 60;

/// "stamped Tue 21 Mar 2017, 9:28 pm, time zone not given".
pub(super) fn published(article: &Article) -> String {
    match (&article.published, article.not_before) {
        (Some(stamp), _) => {
            let how = match stamp.basis {
                Basis::Said => "stamped",
                Basis::Implied => "dated by its own text",
                Basis::Assumed => "assumed",
            };
            format!("{how} {}{}", self::stamp(stamp), changed(article, stamp))
        }
        (None, Some(date)) => format!("undated; not before {}", short(date)),
        (None, None) => "undated".to_owned(),
    }
}

/// "Sun 19 March 2017", "Sat 18 to Sun 19 March 2017", with the words for a part of a day.
pub(super) fn period(period: &Period) -> String {
    match days(period, long) {
        Some(days) => format!("{days}{}", part_of_day(period)),
        None => quoted(period),
    }
}

/// The same without the year, for a cell of the grid: "Sun 19 Mar", "Sun 19 Mar, early Sunday".
pub(super) fn brief(period: &Period) -> String {
    match days(period, |day| without_year(&short(day))) {
        Some(days) => format!("{days}{}", part_of_day(period)),
        None => quoted(period),
    }
}

/// The year in which it begins or, failing that, ends.
pub(super) fn year(period: &Period) -> Option<String> {
    let date = period.first_day().or(period.last_day())?;
    Some(date.year().to_string())
}

fn changed(article: &Article, published: &Stamp) -> String {
    match &article.modified {
        Some(modified) if modified != published => format!("; changed {}", stamp(modified)),
        _ => String::new(),
    }
}

fn stamp(stamp: &Stamp) -> String {
    let day = short(stamp.date);
    let Some(time) = stamp.time else {
        return day;
    };
    let zone = match stamp.offset.as_deref() {
        Some("Z") => "UTC".to_owned(),
        Some(offset) => tidy(offset),
        None => NO_ZONE.to_owned(),
    };
    format!("{day}, {}, {zone}", clock(time.hour(), time.minute()))
}

/// The days of a period, each printed by `print`; none where it is not resolved.
fn days(period: &Period, print: impl Fn(Date) -> String) -> Option<String> {
    match (period.first_day(), period.last_day()) {
        (None, None) => None,
        (Some(first), None) => Some(format!("from {}", print(first))),
        (None, Some(last)) => Some(format!("until {}", print(last))),
        (Some(first), Some(last)) if first == last => Some(print(first)),
        (Some(first), Some(last)) => {
            let mut from = print(first);
            if first.year() == last.year() {
                from = without_year(&from);
            }
            Some(format!("{from} to {}", print(last)))
        }
    }
}

fn part_of_day(period: &Period) -> String {
    if period.is_whole_days() {
        return String::new();
    }
    match (period.first_moment(), period.minutes()) {
        (Some(moment), Some(minutes)) if minutes <= CLOCK_TIME => {
            format!(", {}, {NO_ZONE}", clock(moment.hour(), moment.minute()))
        }
        _ if period.text.trim().is_empty() => String::new(),
        _ => format!(", {}", quoted(period)),
    }
}

fn quoted(period: &Period) -> String {
    let words = tidy(&period.text);
    if words.is_empty() {
        "undated".to_owned()
    } else {
        format!("\"{words}\"")
    }
}

fn long(date: Date) -> String {
    let (weekday, month) = names(date);
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

fn short(date: Date) -> String {
    let (weekday, month) = names(date);
    format!("{weekday} {} {} {}", date.day(), &month[..3], date.year())
}

/// The names of the weekday, short, and of the month.
fn names(date: Date) -> (&'static str, &'static str) {
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    (WEEKDAYS[weekday % 7], MONTHS[month % 12])
}

/// The day without the year behind it.
fn without_year(day: &str) -> String {
    day.rsplit_once(' ').map_or(day, |(day, _)| day).to_owned()
}

/// "9:28 pm", "noon", "midnight".
fn clock(hour: i8, minute: i8) -> String {
    let half = if hour < 12 { "am" } else { "pm" };
    match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "noon".to_owned(),
        _ => format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn check(period: &Period, expected: &str) {
        assert_eq!(super::period(period), expected);
    }

    #[test]
    fn days_in_words() {
        let on = |first, last| Period::days("x", first, last, Basis::Said);
        let sunday = date(2017, 3, 19);
        check(&on(sunday, sunday), "Sun 19 March 2017");
        check(
            &on(date(2017, 3, 18), sunday),
            "Sat 18 March to Sun 19 March 2017",
        );
        check(
            &on(date(2016, 12, 31), date(2017, 1, 1)),
            "Sat 31 December 2016 to Sun 1 January 2017",
        );
    }

    #[test]
    fn open_and_unresolved_periods_say_so() {
        let since = Period::between(
            "since May",
            Some(datetime(2019, 5, 1, 0, 0, 0, 0)),
            None,
            Basis::Said,
        );
        check(&since, "from Wed 1 May 2019");
        check(&Period::unresolved("recently"), "\"recently\"");
        check(&Period::unresolved(""), "undated");
    }

    #[test]
    fn a_time_of_day_has_its_zone_missed() {
        let at = |from, to| Period::between("at dusk", Some(from), Some(to), Basis::Said);
        let noon = datetime(2019, 5, 1, 12, 0, 0, 0);
        check(
            &at(noon, datetime(2019, 5, 1, 12, 1, 0, 0)),
            "Wed 1 May 2019, noon, time zone not given",
        );
        check(
            &at(noon, datetime(2019, 5, 1, 18, 0, 0, 0)),
            "Wed 1 May 2019, \"at dusk\"",
        );
    }

    #[test]
    fn hours_are_counted_to_twelve() {
        let hours: Vec<String> = [(0, 5), (9, 28), (12, 30), (21, 28)]
            .map(|(h, m)| clock(h, m))
            .to_vec();
        assert_eq!(hours, ["12:05 am", "9:28 am", "12:30 pm", "9:28 pm"]);
    }
}
