//! Live blogs in plain text: paragraphs that are nothing but a time begin entries of their own.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use rashomon_core::model::{Basis, Entry, Span, Stamp};

use crate::limits::MOST_ENTRIES;
use crate::stamp;

/// So many times on lines of their own make a live blog.
const FEWEST: usize = 3;

/// The longest line that may be a time, in bytes.
const LONGEST: usize = 40;

/// A time on a line of its own.
struct Head {
    at: usize,
    time: Time,
    zone: Option<String>,
    /// Where the line names its day.
    day: Option<Date>,
}

/// The entries of a text: where it has three times or more on lines of their own and the day is known. Times say no
/// day: the earliest entry is of the day of publication, and where the clock turns over, a day has passed.
pub(crate) fn entries(text: &str, published: Option<&Stamp>) -> Vec<Entry> {
    let heads = heads(text);
    if heads.len() < FEWEST {
        return Vec::new();
    }
    let Some(first) = heads
        .iter()
        .find_map(|head| head.day)
        .or(published.map(|stamp| stamp.date))
    else {
        return Vec::new();
    };
    let days = days(&heads, first);
    let ends = heads.iter().skip(1).map(|head| head.at).chain([text.len()]);
    let entries = heads.iter().zip(ends).zip(days);
    entries
        .map(|((head, end), date)| Entry {
            span: Span::new(head.at, head.at + text[head.at..end].trim_end().len()),
            at: Stamp {
                date,
                time: Some(head.time),
                offset: head.zone.clone(),
                basis: if head.day.is_some() {
                    Basis::Said
                } else {
                    Basis::Implied
                },
            },
        })
        .collect()
}

fn heads(text: &str) -> Vec<Head> {
    let mut start = 0;
    let mut heads = Vec::new();
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim();
        let digits = line.bytes().any(|byte| byte.is_ascii_digit());
        let begins = line.starts_with(|c: char| c.is_ascii_alphanumeric());
        if line.len() > LONGEST || !digits || !begins || heads.len() >= MOST_ENTRIES {
            continue;
        }
        if let Some((time, zone)) = stamp::clock_alone(line) {
            heads.push(Head {
                at,
                time,
                zone,
                day: None,
            });
        } else if let Some(Stamp {
            date,
            time: Some(time),
            offset,
            ..
        }) = stamp::read(line)
        {
            heads.push(Head {
                at,
                time,
                zone: offset,
                day: Some(date),
            });
        }
    }
    heads
}

/// The day of every entry, told from the order of the times.
fn days(heads: &[Head], first: Date) -> Vec<Date> {
    // A step of more than half a day is the clock turning over.
    let step = |pair: &[Head]| {
        pair[1]
            .time
            .since(pair[0].time)
            .map_or(0, |span| span.get_hours())
    };
    let steps = || heads.windows(2).filter(|pair| step(pair).abs() < 12);
    let falling = steps().filter(|pair| pair[1].time < pair[0].time).count();
    let rising = steps().filter(|pair| pair[1].time > pair[0].time).count();
    let newest_first = falling > rising;
    let mut order: Vec<&Head> = heads.iter().collect();
    if newest_first {
        order.reverse();
    }
    let (mut day, mut last) = (first, None);
    let mut days: Vec<Date> = order
        .into_iter()
        .map(|head| {
            let turned = last.is_some_and(|last| head.time < last);
            day = match head.day {
                Some(named) => named,
                None if turned => day.saturating_add(1.day()),
                None => day,
            };
            last = Some(head.time);
            day
        })
        .collect();
    if newest_first {
        days.reverse();
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(text: &str, published: Option<&str>) -> Vec<String> {
        let published = published.and_then(stamp::read);
        let entries = entries(text, published.as_ref());
        let shown = entries
            .iter()
            .map(|entry| format!("{} {}", entry.at, entry.span.of(text).replace('\n', "/")));
        shown.collect()
    }

    #[test]
    fn times_on_lines_of_their_own_begin_entries() {
        assert_eq!(
            times(
                "Quay: live\n\n00:20 GMT\n\nThree dead.\n\n23:50 GMT\n\nTwo dead.\n\n9.05pm GMT\n\nShells fall.\n",
                Some("2021-05-03")
            ),
            [
                "2021-05-04T00:20GMT 00:20 GMT//Three dead.",
                "2021-05-03T23:50GMT 23:50 GMT//Two dead.",
                "2021-05-03T21:05GMT 9.05pm GMT//Shells fall."
            ]
        );
        assert_eq!(
            times(
                "3 May 2021 9:00\nOne.\n3 May 2021 10:00\nTwo.\n11:00 am\nThree.",
                None
            ),
            [
                "2021-05-03T09:00 3 May 2021 9:00/One.",
                "2021-05-03T10:00 3 May 2021 10:00/Two.",
                "2021-05-03T11:00 11:00 am/Three."
            ]
        );
    }

    #[test]
    fn other_texts_have_no_entries() {
        for text in [
            "",
            "12:30\n\nOne.\n\n13:30\n\nTwo.",
            "12\n\n13\n\n14\n\n15",
            "At 12:30 it rained.\n\nAt 13:30 too.\n\nAt 14:30.",
        ] {
            assert_eq!(
                times(text, Some("2021-05-03")),
                Vec::<String>::new(),
                "{text}"
            );
        }
        assert_eq!(
            times("12:30\nOne.\n13:30\nTwo.\n14:30\nThree.", None),
            Vec::<String>::new()
        );
    }
}
