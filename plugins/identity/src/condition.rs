//! How is somebody who was hurt: critical in one report, out of danger in another.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::sole::{is_alone, ones};
use crate::{Settings, asked, of_person};

/// Two conditions of one person, each in an article that has no other that fits.
pub(crate) fn of_one(event: &Event, person: &[u32], settings: &Settings) -> Option<Finding> {
    let told = person.iter().copied();
    // Whoever has died in an article had that condition before.
    let dead: BTreeSet<u32> = person
        .iter()
        .map(|id| event.claim(*id))
        .filter(|claim| settings.dead.has(&claim.predicate))
        .map(|claim| claim.article)
        .collect();
    let told = told.filter(|id| !dead.contains(&event.claim(*id).article));
    let told: Vec<u32> = told
        .filter(|id| condition(event.claim(*id), settings).is_some())
        .collect();
    let ids = differ(event, &told, settings)?;
    let message = of_person(event, ["condition", "condition-of"], ids, settings);
    Some(finding_of(event, ids, message))
}

/// Those of the one who was hurt, where every report that tells of a condition tells of one hurt alone.
pub(crate) fn of_the_only_one(event: &Event, settings: &Settings) -> Option<Finding> {
    let hurt = ones(event, &|claim| settings.alive.has(&claim.predicate));
    let of_somebody =
        |claim: &Claim| claim.population.is_some() && condition(claim, settings).is_some();
    let told = ones(event, &of_somebody);
    let unnamed = |id: &u32| !settings.is_named(event.claim(*id));
    let alone = |article: &u32| {
        hurt.get(article)
            .is_some_and(|one| is_alone(event, one, settings))
    };
    if !told.keys().all(alone) {
        return None;
    }
    let told: Vec<u32> = told.into_values().flat_map(|one| one.claims).collect();
    // Who is named is known by name.
    let open = told.iter().any(unnamed);
    let ids = differ(event, &told, settings).filter(|_| open)?;
    Some(finding_of(event, ids, phrase("condition")))
}

/// The condition that a claim gives, unless it is denied or only possible.
fn condition<'a>(claim: &'a Claim, settings: &Settings) -> Option<&'a str> {
    let known = settings.conditions.has(&claim.predicate)
        && claim.polarity == Polarity::Affirmed
        && claim.certainty < Certainty::Possible;
    claim.object.as_ref()?.entity.as_deref().filter(|_| known)
}

/// Two claims with conditions that exclude one another, the earlier report first.
fn differ(event: &Event, told: &[u32], settings: &Settings) -> Option<[u32; 2]> {
    let mut of_article: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for id in told {
        let claim = event.claim(*id);
        let known = of_article.entry(claim.article).or_default();
        known.extend(condition(claim, settings));
    }
    let apart = |one: &str, other: &str| host::relate("condition", one, other) == Extent::Disjoint;
    let excluded = |id: u32, by: u32| {
        let state = condition(event.claim(id), settings)?;
        let known = of_article.get(&event.claim(by).article)?;
        known.iter().all(|other| apart(state, other)).then_some(())
    };
    let pair = told.iter().enumerate().find_map(|(at, one)| {
        let other = told[at + 1..].iter().find(|other| {
            let two = event.claim(*one).article != event.claim(**other).article;
            two && excluded(*one, **other).is_some() && excluded(**other, *one).is_some()
        })?;
        Some([*one, *other])
    })?;
    Some(in_order(event, pair))
}

/// The earlier report first.
fn in_order(event: &Event, [one, other]: [u32; 2]) -> [u32; 2] {
    let day = |id: u32| {
        event
            .article_of(id)
            .published
            .as_ref()
            .and_then(|p| p.start)
    };
    match day(one).zip(day(other)) {
        Some((first, second)) if second < first => [other, one],
        _ => [one, other],
    }
}

fn finding_of(event: &Event, ids: [u32; 2], message: Phrase) -> Finding {
    let [first, second] = ids;
    let words = |id: u32| {
        event
            .claim(id)
            .object
            .as_ref()
            .map_or("", |o| &o.text)
            .to_lowercase()
    };
    let message = message
        .claim("first", first)
        .claim("second", second)
        .text("first_state", words(first))
        .text("second_state", words(second));
    let published = |id: u32| event.article_of(id).published.as_ref();
    let over = published(first).and_then(|p| p.end);
    let begins = published(second).and_then(|p| p.start);
    if over
        .zip(begins)
        .is_some_and(|(first, second)| first <= second)
    {
        let why = phrase("condition-later").claim("second", second);
        return finding("condition-differs", Verdict::Superseded, ids, message).because(why);
    }
    let made = finding("condition-differs", Verdict::Undetermined, ids, message)
        .because(phrase("condition-why"))
        .missing(second, "as-of");
    asked(event, made, "ask", ids)
}
