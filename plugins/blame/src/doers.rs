//! One deed told as a fact, or on somebody's word, with two doers: "gunmen killed nine voters", "police shot nine dead".

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use crate::{Settings, is_elsewhere, is_same};

/// The claims of two outlets that tell of one deed and of doers who cannot be one, those that stand best.
pub(crate) fn differ(event: &Event, settings: &Settings) -> Option<Finding> {
    let of_people = event
        .compared()
        .filter(|c| are_the_same_people(c, settings));
    let of_people = of_people.map(|c| [c.pair.left, c.pair.right]);
    let pairs = of_people.chain(of_targets(event, settings));
    let opposed = |ids: &[u32; 2]| {
        let [one, other] = ids.map(|id| doer(event.claim(id)));
        let doers = one.zip(other);
        doers.is_some_and(|(one, other)| are_opposed(one, other, settings))
    };
    let pairs = pairs
        .filter(opposed)
        .chain(accused_by_side(event, settings));
    let named = doers_by_article(event);
    let names = |article: u32, doer: &Party| {
        let mut known = named.get(&article).into_iter().flatten();
        known.any(|agent| is_same(agent, doer))
    };
    let differing = |ids: &[u32; 2]| {
        let [left, right] = ids.map(|id| event.claim(id));
        let elsewhere = is_elsewhere(event, ids[0], ids[1]);
        let doers = doer(left).zip(doer(right));
        left.article != right.article
            && !elsewhere
            && doers.is_some_and(|(one, other)| {
                !names(left.article, other) && !names(right.article, one)
            })
    };
    let found = pairs
        .filter(differing)
        .min_by_key(|ids| poor(event, *ids))?;
    finding_of(event, found)
}

/// How poorly two claims stand: without a source, then in a headline, which says in short what a text says in full.
fn poor(event: &Event, ids: [u32; 2]) -> (usize, usize) {
    let claims = ids.map(|id| event.claim(id));
    let count = |poor: &dyn Fn(&Claim) -> bool| claims.iter().filter(|c| poor(c)).count();
    (
        count(&|claim| claim.nearest_source().is_none()),
        count(&|claim| claim.passage == "headline"),
    )
}

fn finding_of(event: &Event, ids: [u32; 2]) -> Option<Finding> {
    let claims = ids.map(|id| event.claim(id));
    let message = phrase("differs")
        .claim("first", ids[0])
        .claim("second", ids[1])
        .text("first_agent", doer(claims[0])?.text.as_ref())
        .text("second_agent", doer(claims[1])?.text.as_ref());
    let unsourced = |id: &u32| event.claim(*id).nearest_source().is_none();
    let verdict = match ids.iter().any(unsourced) {
        true => Verdict::Undetermined,
        false => Verdict::Disputed,
    };
    let made = finding("doer-differs", verdict, ids, message).because(phrase("doer-why"));
    Some(ids.into_iter().fold(made, |made, id| {
        let made = match unsourced(&id) {
            true => made.missing(id, "attribution"),
            false => made,
        };
        made.ask_article(event.claim(id).article, phrase("ask"))
    }))
}

/// Who did it, as the text says.
fn doer(claim: &Claim) -> Option<&Party> {
    claim.agent.as_ref().filter(|agent| !agent.is_assumed())
}

/// Each deed that one outlet lays to a side, with what that side lays to somebody else in another outlet.
fn accused_by_side(event: &Event, settings: &Settings) -> Vec<[u32; 2]> {
    let claims = || (0_u32..).zip(&event.claims);
    let affirmed = |claim: &Claim| claim.polarity == Polarity::Affirmed && doer(claim).is_some();
    let deeds = claims().filter(|(_, claim)| {
        let deed = settings.acts.has(&claim.predicate);
        deed && affirmed(claim) && claim.object.is_some()
    });
    let deeds: Vec<u32> = deeds.map(|(id, _)| id).take(MOST_OF_TARGET).collect();
    let charges = claims().filter(|(_, claim)| {
        let act = || claim.attribute("act");
        settings.accuses.has(&claim.predicate)
            && affirmed(claim)
            && act().is_some_and(|act| settings.acts.has(act))
    });
    let charges: Vec<u32> = charges.map(|(id, _)| id).take(MOST_OF_TARGET).collect();
    let pairs = deeds
        .iter()
        .flat_map(|deed| charges.iter().map(move |charge| [*deed, *charge]));
    let laid = |ids: &[u32; 2]| {
        let [deed, charge] = ids.map(|id| event.claim(id));
        is_accused(deed, charge, settings)
    };
    pairs.filter(laid).collect()
}

/// Is the doer of the deed of the side that accuses somebody else: planes of a government, whose ministry blames the rebels?
fn is_accused(deed: &Claim, charge: &Claim, settings: &Settings) -> bool {
    let side = doer(deed).and_then(|doer| doer.side.as_deref());
    let accuser = charge.origin().map(|source| source.kind.as_ref());
    let own = |pair: &String| {
        let told = pair.split_once('/');
        told.is_some_and(|(kind, of)| accuser == Some(kind) && side == Some(of))
    };
    let unsided = doer(charge).is_some_and(|accused| accused.side.as_deref() != side);
    unsided && settings.speaks_for.iter().any(own)
}

/// The most claims of one target that are compared: each outlet tells it once or twice.
const MOST_OF_TARGET: usize = 40;

/// Each two claims of one thing hit that stands there once: "the hospital", "a maternity hospital".
fn of_targets(event: &Event, settings: &Settings) -> Vec<[u32; 2]> {
    let mut found: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (id, claim) in (0_u32..).zip(&event.claims) {
        let deed = claim.polarity == Polarity::Affirmed && settings.acts.has(&claim.predicate);
        let object = claim
            .object
            .as_ref()
            .filter(|_| deed && claim.agent.is_some());
        let words = object
            .map(|object| object.text.to_lowercase())
            .unwrap_or_default();
        let mut words = words.split_whitespace();
        let target = words.find_map(|word| settings.targets.iter().find(|t| *t == word));
        if let Some(target) = target {
            found.entry(target).or_default().push(id);
        }
    }
    let pairs = |claims: &Vec<u32>| {
        let claims = &claims[..claims.len().min(MOST_OF_TARGET)];
        let each = claims.iter().enumerate();
        let pairs = each.flat_map(|(at, one)| claims[at + 1..].iter().map(|other| [*one, *other]));
        pairs.collect::<Vec<_>>()
    };
    found.values().flat_map(pairs).collect()
}

/// As many people harmed, none of whom fight, or one who is named.
fn are_the_same_people(compared: &Compared<'_>, settings: &Settings) -> bool {
    let (left, right, pair) = (compared.left, compared.right, compared.pair);
    let harmed = [left, right]
        .iter()
        .all(|claim| claim.polarity == Polarity::Affirmed && settings.harms.has(&claim.predicate));
    let apart = matches!(pair.population, Extent::Disjoint | Extent::Overlap);
    let other_time = matches!(pair.time, Order::Before | Order::After);
    let alike = are_as_many(left, right, settings) || is_one_person(left, right);
    harmed
        && alike
        && pair.predicate == Extent::Same
        && !apart
        && !other_time
        && !fight(left, settings)
        && !fight(right, settings)
}

fn are_as_many(left: &Claim, right: &Claim, settings: &Settings) -> bool {
    let figures = left.exact().zip(right.exact());
    figures.is_some_and(|(one, other)| one == other && one >= settings.telling)
}

/// Somebody who is told by one name: two words in capitals and more.
fn is_one_person(left: &Claim, right: &Claim) -> bool {
    let name = |claim: &Claim| claim.population.as_ref()?.full_name();
    name(left).is_some_and(|one| Some(one) == name(right))
}

fn fight(claim: &Claim, settings: &Settings) -> bool {
    let role = claim.population.as_ref().and_then(|p| p.role.as_deref());
    role.is_some_and(|role| {
        settings
            .fighters
            .iter()
            .any(|kind| host::role_lies_within(role, kind))
    })
}

/// Can no doer be both: of two sides, or by roles that exclude each other?
fn are_opposed(one: &Party, other: &Party, settings: &Settings) -> bool {
    if one.same_actor(other) == Sameness::Different {
        return true;
    }
    let roles = one.role.as_deref().zip(other.role.as_deref());
    roles.is_some_and(|(a, b)| host::roles_exclude(&settings.opposed, a, b))
}

/// The most doers of one article that are looked at.
const MOST_DOERS: usize = 40;

/// Whom each article names: one that names both reports that this is in dispute, or tells of two deeds.
fn doers_by_article(event: &Event) -> BTreeMap<u32, Vec<&Party>> {
    let mut named: BTreeMap<u32, Vec<&Party>> = BTreeMap::new();
    for claim in &event.claims {
        let known = named.entry(claim.article).or_default();
        known.extend(claim.agent.as_ref().filter(|_| known.len() < MOST_DOERS));
    }
    named
}
