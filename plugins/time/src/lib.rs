//! When did it happen? Two outlets date one thing differently.

mod deed;

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// Minutes of an hour.
const HOUR: u32 = 60;

/// Minutes by which the clocks of time zones differ, but for three quarters of an hour in two small ones.
const HALF_HOUR: i64 = 30;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What is done in steps, so that two dates of it can follow one another.
        pub steps: Vec<String> = ["retook", "repelled", "seized", "withdrew", "bombed"],
        /// What is not dated by the times beside it: it holds over a stretch of time, or lies before or after
        /// the deed.
        pub states: Vec<String> = ["continues", "controls", "motive", "manner", "condition"],
        /// What befalls a person once: two times of it for one name are two stories.
        pub of_persons: Vec<String> = ["captured", "freed"],
        /// What follows an hour of universal time; what follows no such word is somebody's local time.
        pub universal: Vec<String> = ["gmt", "utc"],
        /// The most hours between a local and a universal clock.
        pub widest_zone: Decimal = dec!(14),
        /// Hours between two times below which they are one.
        pub slack_hours: Decimal = dec!(0),
        /// What an event's deed is told by.
        pub deeds: Vec<String> = ["occurred", "shot"],
        /// What tells of the deed where the hour and who did it, or by what, stand beside it.
        pub done: Vec<String> = ["killed", "wounded", "attacked", "bombed", "destroyed", "damaged"],
        /// Hours between two times of the deed below which they are one.
        pub deed_slack_hours: Decimal = dec!(0.75),
        /// Minutes between two clocks from which on they are two, where neither may be rounded to the other.
        pub fine_minutes: Decimal = dec!(5),
        /// Words beside an hour that say that it is none to the minute.
        pub blurs: Vec<String> = ["about", "around", "shortly", "just", "approximately", "roughly", "before", "after"],
        /// Days between two times from which on they are of two things.
        pub farthest_days: Decimal = dec!(10),
        /// The same of the deed: what lies farther apart is two deeds.
        pub deed_farthest_days: Decimal = dec!(3),
        /// Hours between two clocks, of which either has no day beside it, from which on they are of two deeds.
        pub clock_hours: Decimal = dec!(3),
        /// Words that tell which half of the day an hour is of.
        pub halves_of_day: Vec<String> = ["am", "pm", "a.m", "p.m", "noon", "midnight"],
        /// Words beside an hour that name no day.
        pub beside_hours: Vec<String> = ["about", "around", "just", "before", "after", "shortly", "at", "and", "to"],
    }
}

/// Two times for one thing that happened.
pub struct Time;

impl Rule for Time {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "time",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets date one thing differently",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            ("sequence", "two times for what can be done in steps"),
            ("dates-differ", "two times for one thing"),
            ("deed-dated-twice", "two hours or days for the deed itself"),
            ("two-clocks", "one hour is universal time, the other is not"),
        ],
        words: &[
            ("days", "{topic}: {first_time} or {second_time}?"),
            ("hours", "{topic}: “{first.time}” or “{second.time}”?"),
            (
                "deed",
                "When was it? {first.outlet} says {first_time}, {second.outlet} {second_time}",
            ),
            ("deed-why", "neither report gives the other's time for it"),
            (
                "sequence-why",
                "it can be done in steps, one after the other",
            ),
            (
                "differ-why",
                "the two may date one thing differently, or speak of two",
            ),
            (
                "clocks-why",
                "one hour is in universal time; by local time both may be the same",
            ),
            ("if-one", "both speak of one and the same"),
            ("if-one-why", "then one of the times is wrong"),
            ("if-two", "it happened twice"),
            ("if-two-why", "then each report tells of one of the two"),
            ("ask", "when exactly, by whose clock, and on whose word?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        // Two claims that are lined up under two topics are one difference; the narrower topic comes later.
        let mut found = BTreeMap::new();
        for alignment in &event.alignments {
            let findings = judge(event, alignment, settings);
            found.extend(
                findings
                    .into_iter()
                    .map(|finding| (finding.claims.clone(), finding)),
            );
        }
        let told: BTreeSet<[u32; 2]> = found
            .keys()
            .filter_map(|ids| <[u32; 2]>::try_from(ids.as_slice()).ok())
            .collect();
        let mut found: Vec<Finding> = found.into_values().collect();
        let deed = deed::judge(event, settings);
        let new = |made: &Finding| {
            let mut ids = made.claims.clone();
            ids.sort_unstable();
            !told.iter().any(|known| known.as_slice() == ids)
        };
        found.extend(deed.into_iter().filter(new));
        Ok(found)
    }
}

/// Two claims of one thing, the earlier first, with the minutes between their times.
struct Apart {
    minutes: i64,
    first: u32,
    second: u32,
}

/// The findings of one topic: of each two articles the two times that lie farthest apart, and each two times once.
fn judge(event: &Event, alignment: &Alignment, settings: &Settings) -> Vec<Finding> {
    let mut confirmed = BTreeSet::new();
    let mut apart = Vec::new();
    let of_one_thing = alignment.compared(event);
    for compared in of_one_thing.filter(|compared| is_one_thing(compared, settings)) {
        let Some((left, right)) = said_times(&compared) else {
            continue;
        };
        match order(left, right) {
            // Years apart, one of them is history.
            Some((minutes, _)) if is_far(minutes, settings.farthest_days) => {}
            Some((minutes, left_first)) if is_apart(minutes, settings) => {
                let (left, right) = (compared.pair.left, compared.pair.right);
                let (first, second) = if left_first {
                    (left, right)
                } else {
                    (right, left)
                };
                apart.push(Apart {
                    minutes,
                    first,
                    second,
                });
            }
            _ => {
                confirmed.insert((compared.pair.left, compared.right.article));
                confirmed.insert((compared.pair.right, compared.left.article));
            }
        }
    }
    // A time that the other article gives as well is not in dispute between the two, whatever else it dates.
    let article = |id: u32| event.claim(id).article;
    apart.retain(|found| {
        !confirmed.contains(&(found.first, article(found.second)))
            && !confirmed.contains(&(found.second, article(found.first)))
    });
    let told = told_once(event, widest(event, apart));
    let told = told.into_iter();
    told.map(|found| finding_of(event, alignment, &found, settings))
        .collect()
}

/// Claims of two outlets that may speak of one and the same: nobody else did it, nowhere else, to nothing else.
fn is_one_thing(compared: &Compared<'_>, settings: &Settings) -> bool {
    let pair = compared.pair;
    let elsewhere = [pair.agent, pair.object, pair.place].contains(&Extent::Disjoint);
    // "Koval was arrested on Friday night", "on Saturday morning": one person's state has one time.
    let of_person = |claim: &Claim| {
        settings.of_persons.has(&claim.predicate)
            && claim.exact() == Some(Decimal::ONE)
            && claim
                .population
                .as_ref()
                .and_then(Party::full_name)
                .is_some()
            && pair.population == Extent::Same
    };
    let plain = |claim: &Claim| {
        claim.polarity == Polarity::Affirmed
            && (claim.quantity.is_none() || of_person(claim))
            && !settings.states.has(&claim.predicate)
    };
    let alike = !matches!(pair.predicate, Extent::Disjoint | Extent::Unknown);
    alike
        && !elsewhere
        && !compared.within_one_article()
        && plain(compared.left)
        && plain(compared.right)
}

/// Both times, where both are said: what was assumed accuses nobody.
fn said_times<'a>(compared: &Compared<'a>) -> Option<(&'a Period, &'a Period)> {
    said(compared.left).zip(said(compared.right))
}

fn said(claim: &Claim) -> Option<&Period> {
    let time = claim.time.as_ref();
    time.filter(|time| time.is_resolved() && !time.is_assumed())
}

/// The minutes between two times and whether the left is the earlier; none where they share a minute or may do so.
/// Sunday and Monday share none, though none lies between them; Sunday's night and Monday may be one night.
fn order(left: &Period, right: &Period) -> Option<(i64, bool)> {
    let is_day = |time: &Period| {
        time.minutes()
            .is_some_and(|minutes| minutes >= i64::from(DAY))
    };
    let between = |first: &Period, second: &Period| {
        let minutes = i64::from(second.start?) - i64::from(first.end?);
        let apart = minutes > 0 || (minutes == 0 && is_day(first) && is_day(second));
        apart.then_some(minutes)
    };
    let left_first = between(left, right).map(|minutes| (minutes, true));
    left_first.or_else(|| between(right, left).map(|minutes| (minutes, false)))
}

fn is_apart(minutes: i64, settings: &Settings) -> bool {
    let exact = Decimal::new(minutes, 0);
    exact.is_some_and(|m| {
        m.cmp_times(Decimal::from(HOUR), settings.slack_hours)
            .is_ge()
    })
}

fn is_far(minutes: i64, days: Decimal) -> bool {
    let exact = Decimal::new(minutes, 0);
    let day = Decimal::from(DAY.unsigned_abs());
    exact.is_some_and(|m| m.cmp_times(day, days).is_gt())
}

/// Of each two articles the times that lie farthest apart.
fn widest(event: &Event, apart: Vec<Apart>) -> Vec<Apart> {
    let mut kept: BTreeMap<[u32; 2], Apart> = BTreeMap::new();
    for found in apart {
        let mut articles = [found.first, found.second].map(|id| event.claim(id).article);
        articles.sort_unstable();
        if kept
            .get(&articles)
            .is_none_or(|known| known.minutes < found.minutes)
        {
            kept.insert(articles, found);
        }
    }
    kept.into_values().collect()
}

/// Each two times once, however many articles give them.
fn told_once(event: &Event, apart: Vec<Apart>) -> Vec<Apart> {
    let times = |found: &Apart| {
        [found.first, found.second].map(|id| {
            let time = event.claim(id).time.as_ref();
            time.map(|time| (time.start, time.end))
        })
    };
    let mut seen = BTreeSet::new();
    let mut apart = apart;
    apart.retain(|found| seen.insert(times(found)));
    apart
}

fn finding_of(event: &Event, alignment: &Alignment, found: &Apart, settings: &Settings) -> Finding {
    let ids = [found.first, found.second];
    let in_steps = ids
        .iter()
        .all(|id| settings.steps.has(&event.claim(*id).predicate));
    let message = message(event, alignment, found);
    let made = if in_steps {
        finding("sequence", Verdict::Compatible, ids, message).because(phrase("sequence-why"))
    } else if may_be_one_hour(event, found, settings) {
        finding("two-clocks", Verdict::Compatible, ids, message).because(phrase("clocks-why"))
    } else {
        differ(event, ids, message)
    };
    ids.iter().fold(made, |made, id| {
        made.ask_article(event.claim(*id).article, phrase("ask"))
    })
}

/// Two hours on two clocks: one said to be universal time, and apart by what zones are apart, whole half hours.
fn may_be_one_hour(event: &Event, found: &Apart, settings: &Settings) -> bool {
    let time = |id: u32| event.claim(id).time.as_ref();
    let Some((first, second)) = time(found.first).zip(time(found.second)) else {
        return false;
    };
    let is_universal = |time: &Period| {
        let words = time.text.to_lowercase();
        let last = words
            .split(|c: char| !c.is_alphanumeric())
            .rfind(|word| !word.is_empty());
        last.is_some_and(|last| settings.universal.iter().any(|zone| zone == last))
    };
    let is_hour = |time: &Period| {
        time.minutes()
            .is_some_and(|minutes| minutes < i64::from(DAY))
    };
    let apart = |(a, b): (i32, i32)| (i64::from(a) - i64::from(b)).abs();
    let minutes = first.start.zip(second.start).map(apart).unwrap_or_default();
    let zone = minutes % HALF_HOUR == 0 && is_within(minutes, settings);
    is_universal(first) != is_universal(second) && is_hour(first) && is_hour(second) && zone
}

/// Are two clocks never farther apart than this?
fn is_within(minutes: i64, settings: &Settings) -> bool {
    let exact = Decimal::new(minutes, 0);
    exact.is_some_and(|m| {
        m.cmp_times(Decimal::from(HOUR), settings.widest_zone)
            .is_le()
    })
}

/// The days; within one day the words, which tell the hours apart.
fn message(event: &Event, alignment: &Alignment, found: &Apart) -> Phrase {
    let day = |id: u32| {
        let time = event.claim(id).time.as_ref()?;
        time.start.or(time.end).map(|minute| minute.div_euclid(DAY))
    };
    let one_day = day(found.first) == day(found.second);
    let made = phrase(if one_day { "hours" } else { "days" })
        .text("topic", alignment.topic.as_ref())
        .claim("first", found.first)
        .claim("second", found.second);
    let times = [("first_time", found.first), ("second_time", found.second)];
    times
        .into_iter()
        .fold(made, |made, (name, id)| match &event.claim(id).time {
            Some(time) => made.time(name, time),
            None => made,
        })
}

fn differ(event: &Event, ids: [u32; 2], message: Phrase) -> Finding {
    let made = finding("dates-differ", Verdict::Undetermined, ids, message)
        .because(phrase("differ-why"))
        .reading(
            phrase("if-one"),
            Verdict::Contradiction,
            phrase("if-one-why"),
        )
        .reading(phrase("if-two"), Verdict::Compatible, phrase("if-two-why"));
    ids.iter().fold(made, |made, id| {
        let fields = unsaid(event.claim(*id)).into_iter();
        fields.fold(made, |made, field| made.missing(*id, field))
    })
}

/// What would tell one thing from two, and is not said; else the hour, to which no report is exact.
fn unsaid(claim: &Claim) -> Vec<&'static str> {
    let fields = [
        ("agent", claim.agent.is_some()),
        ("place", claim.place.is_some()),
        ("attribution", claim.nearest_source().is_some()),
    ];
    let open: Vec<_> = fields
        .into_iter()
        .filter_map(|(field, said)| (!said).then_some(field))
        .collect();
    if open.is_empty() { vec!["time"] } else { open }
}

export!(Time);
