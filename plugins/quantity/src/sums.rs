//! The parts of one report against the whole of another. A sum is a reading, never the verdict: parts may overlap.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::compare::are_on_two_words;
use crate::differ::{ask_told, in_words};
use crate::figures::figure;
use crate::topic::Topic;

/// Parts of one article that exclude one another, and a whole of another article that is smaller than their sum.
struct Sum {
    parts: Vec<u32>,
    whole: u32,
    sum: Bounds,
}

/// One finding for each two articles.
pub(crate) fn findings(topic: &Topic<'_>) -> Vec<Finding> {
    let mut by_articles: BTreeMap<(u32, u32), Sum> = BTreeMap::new();
    for (whole, article, parts) in candidates(topic) {
        if let Some(sum) = exceeding(topic, whole, parts) {
            let articles = (topic.event.claim(whole).article, article);
            by_articles.entry(articles).or_insert(sum);
        }
    }
    let sums = by_articles.into_values();
    sums.map(|sum| finding_of(topic, &sum)).collect()
}

/// Every whole with the parts of it that another article counts.
fn candidates(topic: &Topic<'_>) -> Vec<(u32, u32, Vec<u32>)> {
    let mut parts: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    let mut totals = BTreeSet::new();
    for compared in topic.comparable() {
        let pair = compared.pair;
        let (part, whole) = match pair.population {
            Extent::Subset => (pair.left, pair.right),
            Extent::Superset => (pair.right, pair.left),
            // An article that gives a whole of its own is not to be summed up.
            Extent::Same | Extent::Unknown => {
                totals.insert((pair.left, compared.right.article));
                totals.insert((pair.right, compared.left.article));
                continue;
            }
            Extent::Overlap | Extent::Disjoint => continue,
        };
        let article = topic.event.claim(part).article;
        parts.entry((whole, article)).or_default().push(part);
    }
    parts.retain(|key, parts| parts.len() > 1 && !totals.contains(key));
    let candidates = parts.into_iter();
    candidates
        .map(|((whole, article), parts)| (whole, article, parts))
        .collect()
}

/// The parts that exclude one another, if they are more than the whole, and not given for a later moment.
fn exceeding(topic: &Topic<'_>, whole: u32, parts: Vec<u32>) -> Option<Sum> {
    let pair = |one: u32, other: u32| topic.alignment.pair_of(one, other);
    let mut apart: Vec<u32> = Vec::new();
    for part in parts {
        let exclude = |known: &u32| {
            let (one, other) = (topic.event.claim(*known), topic.event.claim(part));
            // What two rivals say each is no part of one sum.
            (topic.exclude(&topic.settings.exclusive, one, other) || are_foes(one, other))
                && !are_on_two_words((one, other), topic.settings)
        };
        let later = pair(whole, part).is_none_or(|pair| pair.as_of == Order::Before);
        let single = figure(topic.event.claim(part)) <= Some(Decimal::ONE);
        if !later && !single && !topic.told(part).derived && apart.iter().all(exclude) {
            apart.push(part);
        }
    }
    let read = |id: &u32| topic.event.claim(*id).quantity.as_ref();
    let add = |bounds: fn(&rashomon_rule::Quantity) -> Bounds| {
        let parts = apart.iter().filter_map(read).map(bounds);
        parts.reduce(|sum, part| sum.plus(&part))
    };
    let whole_read = read(&whole)?;
    let (stated, interpreted) = (add(|q| q.stated)?, add(|q| q.interpreted)?);
    // A part as large as the whole is the whole by another name: two men, of whom another sentence says two teenagers.
    if apart
        .iter()
        .any(|part| figure(topic.event.claim(*part)) >= figure(topic.event.claim(whole)))
    {
        return None;
    }
    let more = |sum: Bounds, whole: Bounds| {
        let ends = sum.low.zip(whole.high);
        ends.is_some_and(|(sum, whole)| sum > whole)
    };
    let exceeds = more(stated, whole_read.stated) && more(interpreted, whole_read.interpreted);
    (apart.len() > 1 && exceeds && !topic.told(whole).derived).then_some(Sum {
        parts: apart,
        whole,
        sum: stated,
    })
}

/// Are they of two sides?
fn are_foes(one: &Claim, other: &Claim) -> bool {
    let side = |claim: &Claim| {
        claim
            .population
            .as_ref()
            .and_then(|party| party.side.clone())
    };
    let sides = side(one).zip(side(other));
    sides.is_some_and(|(one, other)| one != other)
}

fn finding_of(topic: &Topic<'_>, sum: &Sum) -> Finding {
    let say = |key: &str| {
        phrase(key)
            .claim("whole", sum.whole)
            .claim("first", sum.parts[0])
            .text("sum", in_words(&sum.sum))
            .text("topic", topic.alignment.topic.as_ref())
    };
    let claims = std::iter::once(sum.whole).chain(sum.parts.iter().copied());
    let made = finding(
        "sum-exceeds-whole",
        Verdict::Undetermined,
        claims,
        say("sum"),
    )
    .because(say("sum-why"))
    .reading(
        phrase("if-once"),
        Verdict::Contradiction,
        say("if-once-why"),
    )
    .reading(phrase("if-twice"), Verdict::Compatible, say("if-twice-why"));
    let made = sum
        .parts
        .iter()
        .fold(made, |made, part| made.missing(*part, "population"));
    ask_told(topic.event, made, &[sum.whole, sum.parts[0]])
}
