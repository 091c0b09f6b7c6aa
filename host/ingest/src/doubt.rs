//! Dates that cannot be right, or contradict each other: said, and not used where they are certainly wrong.

use jiff::civil::Date;
use rashomon_core::model::{Notice, Stamp};

use crate::draft::{Dated, Dates};
use crate::excerpt;
use crate::front::Metadata;

/// How many days the parts of one page may lie apart: they count days in different zones.
const APART: i32 = 1;

/// Adds a notice for every date that cannot be read, where no other of its kind can.
pub(crate) fn unread(path: &str, kinds: &[&Dates], notices: &mut Vec<Notice>) {
    let without = kinds.iter().filter(|dates| dates.found.is_empty());
    for (words, from) in without.flat_map(|dates| dates.unread.first()) {
        let message = format!(
            "{path}: {from} is \"{}\", which is not read as a date, so it counts as not given",
            excerpt(words)
        );
        notices.push(Notice::new("unreadable-date", message));
    }
}

/// Adds a notice where two parts of a page give days of publication more than a day apart; the first is used.
pub(crate) fn disagreement(path: &str, published: &Dates, notices: &mut Vec<Notice>) {
    let Some(first) = published.first() else {
        return;
    };
    // Bare names such as `date` often say when the page was made.
    let weak = |dated: &&Dated| ["meta date", "meta dc.date"].contains(&dated.from.as_str());
    let rest = published.found[1..].iter().filter(|dated| !weak(dated));
    let other = rest
        .into_iter()
        .find(|dated| days_between(dated.stamp.date, first.stamp.date).abs() > APART);
    if let Some(other) = other {
        let message = format!(
            "{path}: {} says it was published on {}, {} on {}; the first is used, so check it",
            first.from, first.stamp.date, other.from, other.stamp.date
        );
        notices.push(Notice::new("doubtful-date", message));
    }
}

/// Looks at the dates of an article: those that a clock at zero made are dropped, those that contradict are told of.
pub(crate) fn weigh(path: &str, metadata: &mut Metadata, notices: &mut Vec<Notice>) {
    let mut tell =
        |message: String| notices.push(Notice::new("doubtful-date", format!("{path}: {message}")));
    for (name, date) in [
        ("published", &mut metadata.published),
        ("modified", &mut metadata.modified),
    ] {
        if let Some(stamp) = date.take_if(|stamp| is_zero(stamp.date)) {
            tell(format!(
                "`{name}` is {stamp}, which is the zero of a clock and no day, so it counts as not given"
            ));
        }
    }
    if metadata.published.is_none() {
        metadata.published_from = None;
        return;
    }
    let later = |a: &Option<Stamp>, b: &Option<Stamp>| {
        let (a, b) = (a.as_ref()?, b.as_ref()?);
        (days_between(b.date, a.date) > APART).then(|| (a.to_string(), b.to_string()))
    };
    if let Some((published, modified)) = later(&metadata.published, &metadata.modified) {
        tell(format!(
            "it says it was published on {published}, after it was modified on {modified}; check both"
        ));
    }
    if let Some((published, retrieved)) = later(&metadata.published, &metadata.retrieved) {
        tell(format!(
            "it says it was published on {published}, after it was retrieved on {retrieved}; check both"
        ));
    }
}

/// The days that clocks start from: of Unix (and the evening before, further west), of spreadsheets, of .NET.
fn is_zero(date: Date) -> bool {
    let named = [(1970, 1, 1), (1969, 12, 31), (1900, 1, 1), (1899, 12, 30)];
    date.year() < 1800 || named.contains(&(date.year(), date.month(), date.day()))
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
