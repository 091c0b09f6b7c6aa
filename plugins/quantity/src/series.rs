//! The order in which figures were given: a toll that rises, falls, or stays behind.

use std::collections::BTreeMap;

use rashomon_rule::prelude::{Claim, Compared, Decimal, Extent, Order, Period};

use crate::figures::{figure, lower_first};
use crate::topic::Topic;

/// Is the higher figure given for the later moment, or does its text say that the toll has risen to it?
pub(crate) fn is_later(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    let (low, high) = lower_first(compared);
    // "Has risen to 15" tells of an older figure; but a report of the evening that has risen to 11 is no older one.
    let risen = topic.told(high).risen && !topic.told(low).risen && !is_given_before(compared);
    risen || is_given_later(compared)
}

/// Is the higher figure given for the later moment? An assumed moment may excuse a difference.
pub(crate) fn is_given_later(compared: &Compared<'_>) -> bool {
    let (low, _) = lower_first(compared);
    match compared.pair.as_of {
        Order::Before => low == compared.pair.left,
        Order::After => low == compared.pair.right,
        _ => false,
    }
}

/// Is the higher figure given for the earlier moment?
fn is_given_before(compared: &Compared<'_>) -> bool {
    let (low, _) = lower_first(compared);
    match compared.pair.as_of {
        Order::Before => low == compared.pair.right,
        Order::After => low == compared.pair.left,
        _ => false,
    }
}

/// Is a moment of ours part of the order in which the figures were given?
pub(crate) fn is_order_assumed(compared: &Compared<'_>) -> bool {
    let assumed = |claim: &Claim| claim.as_of.as_ref().is_none_or(Period::is_assumed);
    assumed(compared.left) || assumed(compared.right)
}

/// The earlier claim whose figure the lower one repeats, though the higher had taken its place by then.
pub(crate) fn stale(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<u32> {
    let (low, high) = lower_first(compared);
    let order = |one: u32, other: u32| topic.alignment.pair_of(one, other).map(|pair| pair.as_of);
    // Not before the higher, as far as can be told.
    if matches!(order(low, high)?, Order::Before | Order::Unknown) {
        return None;
    }
    let value = |id: u32| figure(topic.event.claim(id));
    let repeated = |id: &u32| {
        let people = topic
            .alignment
            .pair_of(*id, low)
            .map(|pair| pair.population);
        topic.event.claim(*id).article != topic.event.claim(low).article
            && matches!(people, Some(Extent::Same | Extent::Unknown))
            && order(*id, high) == Some(Order::Before)
            && order(*id, low) == Some(Order::Before)
    };
    topic.with_figure(value(low)).find(repeated)
}

/// The steps of the tolls that rose: of claims joined by "later", one for each figure, the lowest first.
pub(crate) fn chains(topic: &Topic<'_>, later: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut group: BTreeMap<u32, usize> = BTreeMap::new();
    let mut count = 0;
    for (low, high) in later {
        let (a, b) = (group.get(low).copied(), group.get(high).copied());
        let (into, from) = match (a, b) {
            (Some(a), Some(b)) => (a, b),
            (Some(a), None) | (None, Some(a)) => (a, a),
            (None, None) => {
                count += 1;
                (count, count)
            }
        };
        group
            .values_mut()
            .filter(|g| **g == from)
            .for_each(|g| *g = into);
        group.extend([(*low, into), (*high, into)]);
    }
    let mut steps: BTreeMap<usize, BTreeMap<Option<Decimal>, u32>> = BTreeMap::new();
    for (claim, group) in group {
        let figure = figure(topic.event.claim(claim));
        steps
            .entry(group)
            .or_default()
            .entry(figure)
            .or_insert(claim);
    }
    steps
        .into_values()
        .map(|steps| in_order(topic, steps.into_values().collect()))
        .collect()
}

/// Without the steps that were given before the last one kept: of 9, 12 and 13 the 12 may be the latest.
fn in_order(topic: &Topic<'_>, steps: Vec<u32>) -> Vec<u32> {
    let goes_back = |before: u32, next: u32| {
        let pair = topic.alignment.pair_of(before, next);
        pair.is_some_and(|pair| pair.as_of == Order::After)
    };
    let mut kept: Vec<u32> = Vec::new();
    for step in steps {
        if kept.last().is_none_or(|last| !goes_back(*last, step)) {
            kept.push(step);
        }
    }
    kept
}
