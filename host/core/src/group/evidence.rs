//! What days, names and numbers say for or against one event. In natural-log units: the logarithm of how much likelier
//! the observation is for two reports of one event than for two of different ones (docs/grouping.md says where the
//! figures come from). Whatever is missing says nothing.

use super::profile::Profile;
use super::vectors::DOUBT;

/// Largest publication gap, in days, of each kind of gap but the last.
const GAPS: [i32; KINDS - 1] = [0, 1, 3, 7, 30];
const KINDS: usize = 6;
/// How often two reports of one event have such a gap.
const GAP_SAME: [f64; KINDS] = [0.33, 0.25, 0.20, 0.06, 0.08, 0.08];
/// How often two of different events have, before anything is known of the corpus.
const GAP_OTHER: [f64; KINDS] = [0.02, 0.02, 0.03, 0.05, 0.13, 0.75];
/// How many pairs that expectation counts for.
const PRIOR: f64 = 30.0;

/// Calendar words of articles of which one has no resolved day: the first is the same, some are, none is.
const CALENDAR: [f64; 3] = [1.3, 0.5, -0.9];
/// An age or a house number: some are the same, none is.
const NUMBER: f64 = 1.3;
/// Names: some are the same, those that are the same stand everywhere, none is.
const NAME: [f64; 3] = [0.4, -0.4, -0.6];

/// What is usual in this corpus: where all articles are of one week, a shared day says little.
pub(super) struct Usual {
    /// Mentioned days and names, ascending, with the number of articles that have them.
    days: Vec<(i32, u32)>,
    names: Vec<(u64, u32)>,
    articles: f64,
    /// Articles that mention a day.
    dated: f64,
    /// Evidence of lead days more than a week apart.
    far: f64,
    /// Evidence of each kind of publication gap.
    gaps: [f64; KINDS],
}

/// For (or, negative, against) one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    pub(super) day: f64,
    /// Between publications.
    pub(super) gap: f64,
    pub(super) name: f64,
    pub(super) number: f64,
    /// Of reports half a year apart, each of its own days: nothing makes up for it.
    pub(super) season: f64,
}

impl Evidence {
    /// All in all: from -4 to 4, or far below.
    pub(super) fn sum(self) -> f64 {
        (self.day + self.gap + self.name + self.number).clamp(-4.0, 4.0) + self.season
    }
}

impl Usual {
    pub(super) fn of(profiles: &[&Profile]) -> Self {
        let leads = sorted(profiles.iter().filter_map(|p| p.lead_day));
        let apart = pairs(leads.len()) - pairs_within(&leads, 7);
        let usual = (apart + PRIOR * 0.8) / (pairs(leads.len()) + PRIOR);
        Self {
            days: tally(profiles.iter().flat_map(|p| p.days.iter().copied())),
            names: tally(
                profiles
                    .iter()
                    .flat_map(|p| p.names.digests.iter().copied()),
            ),
            articles: profiles.len() as f64,
            dated: profiles.iter().filter(|p| !p.days.is_empty()).count() as f64,
            far: (0.85 * (0.08 / usual).ln()).clamp(-2.0, 0.0),
            gaps: gap_evidence(&sorted(profiles.iter().filter_map(|p| p.published))),
        }
    }

    /// The evidence that two articles are of one event.
    pub(super) fn evidence(&self, a: &Profile, b: &Profile) -> Evidence {
        Evidence {
            day: self.day(a, b),
            gap: self.gap(a, b),
            name: self.name(a, b),
            number: number(a, b),
            season: season(a, b),
        }
    }

    fn day(&self, a: &Profile, b: &Profile) -> f64 {
        let (Some(x), Some(y)) = (a.lead_day, b.lead_day) else {
            return calendar(a, b);
        };
        let rarest = shared(&a.days, &b.days)
            .map(|day| count_of(&self.days, day))
            .min();
        match rarest {
            Some(articles) => {
                let others = (f64::from(articles) - 2.0 + 0.4) / (self.dated - 2.0 + 20.0);
                (0.6 * (0.75 / others.max(0.002)).ln()).clamp(0.0, 2.8)
            }
            None if x.abs_diff(y) > 7 => self.far,
            None => 0.0,
        }
    }

    fn gap(&self, a: &Profile, b: &Profile) -> f64 {
        let (Some(x), Some(y)) = (a.published, b.published) else {
            return 0.0;
        };
        let kind = GAPS.iter().position(|limit| (x - y).abs() <= *limit);
        self.gaps[kind.unwrap_or(KINDS - 1)]
    }

    fn name(&self, a: &Profile, b: &Profile) -> f64 {
        let [some, everywhere, none] = NAME;
        let (left, right) = (&a.names.digests, &b.names.digests);
        match shared(left, right)
            .map(|name| count_of(&self.names, name))
            .min()
        {
            Some(articles) => {
                let others =
                    (f64::from(articles) - 2.0).max(0.0) / ((self.articles - 2.0).max(0.0) + DOUBT);
                some + (everywhere - some) * others
            }
            None if left.len().min(right.len()) >= 2 => none,
            None => 0.0,
        }
    }
}

fn gap_evidence(published: &[i32]) -> [f64; KINDS] {
    let all = pairs(published.len());
    let mut nearer = 0.0;
    std::array::from_fn(|kind| {
        let up_to = GAPS
            .get(kind)
            .map_or(all, |limit| pairs_within(published, *limit));
        let usual = (up_to - nearer + PRIOR * GAP_OTHER[kind]) / (all + PRIOR);
        nearer = up_to;
        let ratio = (GAP_SAME[kind] / usual).ln();
        (ratio * if ratio > 0.0 { 0.5 } else { 0.85 }).clamp(-2.0, 1.5)
    })
}

/// Days between two publications, and between the days of two leads, from which on a like report is of another flood.
const SEASON: u32 = 180;
/// Days by which a lead may lie before its publication and still be news.
const NEWS: u32 = 14;
/// Far more than any evidence adds.
const OTHER_SEASON: f64 = -25.0;

/// Last year's flood: both report what had just happened, half a year apart, and name no day in common. The trial of an
/// attack names the day of the attack, or a lead long past.
fn season(a: &Profile, b: &Profile) -> f64 {
    let lead = |p: &Profile| {
        let (published, lead) = p.published.zip(p.lead_day)?;
        (published.abs_diff(lead) <= NEWS).then_some((published, lead))
    };
    let apart = lead(a)
        .zip(lead(b))
        .is_some_and(|(x, y)| x.0.abs_diff(y.0) >= SEASON && x.1.abs_diff(y.1) >= SEASON);
    match apart && shared(&a.days, &b.days).next().is_none() {
        true => OTHER_SEASON,
        false => 0.0,
    }
}

fn calendar(a: &Profile, b: &Profile) -> f64 {
    let [first, some, none] = CALENDAR;
    match (a.first_calendar, b.first_calendar) {
        (None, _) | (_, None) => 0.0,
        (Some(x), Some(y)) if x == y => first,
        _ if shared(&a.calendar, &b.calendar).next().is_some() => some,
        _ => none,
    }
}

fn number(a: &Profile, b: &Profile) -> f64 {
    let one_cast = || shared(&a.names.digests, &b.names.digests).next().is_some();
    match shared(&a.numbers, &b.numbers).next() {
        Some(_) => NUMBER,
        None if a.numbers.is_empty() || b.numbers.is_empty() => 0.0,
        // Of people with the same names an age that differs is a difference between reports, and no sign of two events.
        None if one_cast() => 0.0,
        None => -NUMBER,
    }
}

/// The items that two ascending lists share.
fn shared<'a, T: Ord>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = &'a T> {
    a.iter().filter(|item| b.binary_search(item).is_ok())
}

fn count_of<T: Ord>(counts: &[(T, u32)], item: &T) -> u32 {
    let found = counts.binary_search_by(|entry| entry.0.cmp(item));
    found.map_or(0, |at| counts[at].1)
}

fn tally<T: Ord + Copy>(items: impl Iterator<Item = T>) -> Vec<(T, u32)> {
    let items = sorted(items);
    items
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len() as u32))
        .collect()
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items
}

fn pairs(n: usize) -> f64 {
    n as f64 * (n as f64 - 1.0).max(0.0) / 2.0
}

/// How many pairs of the ascending days lie at most `limit` days apart.
fn pairs_within(days: &[i32], limit: i32) -> f64 {
    let reach = |at: usize| days.partition_point(|day| *day <= days[at].saturating_add(limit));
    (0..days.len()).map(|at| (reach(at) - at - 1) as f64).sum()
}
