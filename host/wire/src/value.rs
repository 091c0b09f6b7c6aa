//! Scalars that the documents write as strings: exact decimals, days and minutes, publication stamps.

use jiff::civil::{Date, DateTime, Time};
use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An exact decimal of at most 18 digits, as a string: `"26"`, `"1500000"`, `"2.5"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^-?[0-9][0-9,]*(\.[0-9]+)?$"))]
pub struct Number(pub model::Decimal);

impl TryFrom<String> for Number {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
            .map(Self)
            .map_err(|error| format!("\"{text}\" is {error}"))
    }
}

impl From<Number> for String {
    fn from(value: Number) -> Self {
        value.0.to_string()
    }
}

/// One end of a stretch of local civil time, as fine as the text says: `2017-03-19` or `2017-03-19T12:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"))]
pub enum Moment {
    /// A whole day.
    Day(Date),
    /// A minute of it.
    Minute(DateTime),
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        read_moment(&text).ok_or_else(|| {
            format!(
                "\"{text}\" is no day or minute; write 2017-03-19 or 2017-03-19T12:30, without a zone"
            )
        })
    }
}

impl From<Moment> for String {
    fn from(value: Moment) -> Self {
        match value {
            Moment::Day(date) => date.to_string(),
            Moment::Minute(at) => {
                format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
            }
        }
    }
}

impl Moment {
    /// The first instant of it.
    pub fn start(self) -> DateTime {
        match self {
            Self::Day(date) => date.at(0, 0, 0, 0),
            Self::Minute(at) => at,
        }
    }

    /// The instant at which it is over.
    pub fn end(self) -> DateTime {
        let length = match self {
            Self::Day(_) => jiff::Span::new().days(1),
            Self::Minute(_) => jiff::Span::new().minutes(1),
        };
        self.start().saturating_add(length)
    }
}

/// When an article was published, changed or fetched: `2017-03-20`, `2017-03-20T18:00`, `2017-03-20T18:00+02:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{2,5})?)?$"))]
pub struct Stamp {
    /// The day.
    pub date: Date,
    /// The time of day, to the minute.
    pub time: Option<Time>,
    /// The zone as it was given.
    pub offset: Option<String>,
}

impl Stamp {
    /// The model's stamp; the document says on what basis in a key of its own.
    pub fn into_model(self, basis: model::Basis) -> model::Stamp {
        model::Stamp {
            date: self.date,
            time: self.time,
            offset: self.offset,
            basis,
        }
    }
}

impl From<&model::Stamp> for Stamp {
    fn from(stamp: &model::Stamp) -> Self {
        Self {
            date: stamp.date,
            time: stamp.time,
            offset: stamp.offset.clone(),
        }
    }
}

impl TryFrom<String> for Stamp {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        read_stamp(&text).ok_or_else(|| {
            format!(
                "\"{text}\" is no date; write 2017-03-20, 2017-03-20T18:00 or 2017-03-20T18:00+02:00"
            )
        })
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.into_model(model::Basis::Said).to_string()
    }
}

/// A day without a time: `2017-03-20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = r"^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$"))]
pub struct Day(pub Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        read_date(&text)
            .map(Self)
            .ok_or_else(|| format!("\"{text}\" is no day; write 2017-03-20"))
    }
}

impl From<Day> for String {
    fn from(value: Day) -> Self {
        value.0.to_string()
    }
}

/// Jiff reads several spellings of a date; the documents have one.
fn read_date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

fn read_time(text: &str) -> Option<Time> {
    let [a, b, b':', c, d] = text.as_bytes() else {
        return None;
    };
    let two = |tens: &u8, ones: &u8| {
        let both = tens.is_ascii_digit() && ones.is_ascii_digit();
        both.then(|| ((tens - b'0') * 10 + (ones - b'0')).cast_signed())
    };
    Time::new(two(a, b)?, two(c, d)?, 0, 0).ok()
}

fn read_moment(text: &str) -> Option<Moment> {
    match text.split_once('T') {
        None => read_date(text).map(Moment::Day),
        Some((date, time)) => {
            let date = read_date(date)?;
            Some(Moment::Minute(date.to_datetime(read_time(time)?)))
        }
    }
}

fn read_stamp(text: &str) -> Option<Stamp> {
    let Some((date, rest)) = text.split_once('T') else {
        return Some(Stamp {
            date: read_date(text)?,
            time: None,
            offset: None,
        });
    };
    let (time, rest) = rest.split_at_checked(5)?;
    let zone = without_seconds(rest);
    if !(zone.is_empty() || is_zone(zone)) {
        return None;
    }
    Some(Stamp {
        date: read_date(date)?,
        time: Some(read_time(time)?),
        offset: (!zone.is_empty()).then(|| zone.to_owned()),
    })
}

/// News is timed to the minute: seconds are read past.
fn without_seconds(text: &str) -> &str {
    match text.as_bytes() {
        [b':', tens, ones, ..] if tens.is_ascii_digit() && ones.is_ascii_digit() => &text[3..],
        _ => text,
    }
}

/// `Z`, `+02:00`, `+0200`, `EST`.
fn is_zone(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes {
        [b'+' | b'-', rest @ ..] => {
            let digits = rest.iter().filter(|b| b.is_ascii_digit()).count();
            digits == 4 && (rest.len() == 4 || rest.len() == 5 && rest[2] == b':')
        }
        _ => bytes.len() <= 5 && bytes.iter().all(u8::is_ascii_uppercase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn stamps_are_read_as_given() {
        let check = |text: &str, expected: Option<&str>| {
            let read = Stamp::try_from(text.to_owned()).ok().map(String::from);
            assert_eq!(read.as_deref(), expected, "{text}");
        };
        check("2017-03-20", Some("2017-03-20"));
        check("2017-03-20T18:00", Some("2017-03-20T18:00"));
        check("2017-03-20T18:00:59Z", Some("2017-03-20T18:00Z"));
        check("2017-03-20T18:00+02:00", Some("2017-03-20T18:00+02:00"));
        check("2017-03-20T18:00EST", Some("2017-03-20T18:00EST"));
        check("2017-03-20T18:00+2:000", None);
        check("2017-03-20T18:00 est", None);
        check("2017-3-20", None);
        check("2017-02-30", None);
        check("2017-03-20T24:00", None);
        check("20 March 2017", None);
    }

    #[test]
    fn moments_are_read_as_given() {
        let check = |text: &str, expected: bool| {
            assert_eq!(read_moment(text).is_some(), expected, "{text}");
        };
        check("2017-03-19", true);
        check("2017-03-19T12:30", true);
        check("2017-03-19T12:30Z", false);
        check("2017-03-19T12:60", false);
        check("2017-03-19T", false);
        check("20170319", false);
        check("", false);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,30}", tail in "[T:+0-9Z-]{0,14}") {
            for text in [text, format!("2017-03-20T{tail}")] {
                let _ = read_stamp(&text);
                let _ = read_moment(&text);
            }
        }
    }
}
