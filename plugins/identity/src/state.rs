//! What became of somebody: arrested in one outlet and, later, still sought in another; missing where another has the rescue.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::{Settings, asked, fates, of_person};

/// The most claims of one person that are compared.
const MOST_CLAIMS: usize = 64;

/// The findings on each who is told of by an office alone: dead in one report and alive in another, or states in an order in
/// which nobody comes by them.
pub(crate) fn of_offices(event: &Event, settings: &Settings) -> Vec<Finding> {
    let mut offices: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (id, claim) in (0_u32..).zip(&event.claims) {
        if let Some(office) = office(claim, settings) {
            offices.entry(office).or_default().push(id);
        }
    }
    let offices = offices.values();
    let told = |claims: &Vec<u32>| {
        let fates = fates(event, claims, settings);
        fates.into_iter().chain(reversed(event, claims, settings))
    };
    offices.flat_map(told).collect()
}

/// "The captain": one who is told by what he is, of whom an event has one.
fn office(claim: &Claim, settings: &Settings) -> Option<String> {
    let party = claim.population.as_ref()?;
    let one = claim.quantity.as_ref()?.stated.exact() == Some(Decimal::ONE);
    let noun = party.text.to_lowercase();
    let mut words = noun.split_whitespace();
    let definite = words
        .next()
        .is_some_and(|word| settings.definite.iter().any(|d| d == word));
    let noun = words.next()?.to_owned();
    let alone = words.next().is_none() && definite && one;
    (alone && claim.polarity == Polarity::Affirmed && !settings.anybody.contains(&noun))
        .then_some(noun)
}

/// For each later report that has the earlier state: its claim and the first one of another outlet that has the later state.
pub(crate) fn reversed(event: &Event, claims: &[u32], settings: &Settings) -> Vec<Finding> {
    let claims = &claims[..claims.len().min(MOST_CLAIMS)];
    let article = |id: u32| event.claim(id).article;
    let is = |id: u32, state: &str| event.claim(id).predicate == state;
    let published = |id: u32| event.article_of(id).published.as_ref();
    let orders = settings
        .states
        .iter()
        .filter_map(|order| order.split_once('/'));
    let mut findings = Vec::new();
    let mut told: BTreeSet<u32> = BTreeSet::new();
    for (before, after) in orders {
        let tells = |of: u32, state: &str| {
            let mut own = claims.iter().filter(|id| article(**id) == article(of));
            own.any(|id| is(*id, state))
        };
        let now = |id: &&u32| is(**id, before) && !tells(**id, after);
        for now in claims.iter().filter(now) {
            let then = claims.iter().find(|then| {
                let later = published(*now).and_then(|p| p.start);
                let earlier = published(**then).and_then(|p| p.end);
                let in_order = later
                    .zip(earlier)
                    .is_some_and(|(later, earlier)| later >= earlier);
                is(**then, after) && article(**then) != article(*now) && in_order
            });
            if let Some(then) = then.filter(|_| told.insert(article(*now))) {
                findings.push(finding_of(event, [*now, *then], settings));
            }
        }
    }
    findings
}

fn finding_of(event: &Event, [now, then]: [u32; 2], settings: &Settings) -> Finding {
    let state = |id: u32| event.claim(id).predicate.clone();
    let message = of_person(event, ["state", "state-of"], [now, then], settings)
        .claim("now", now)
        .claim("then", then)
        .text("now_state", state(now))
        .text("then_state", state(then));
    let made = finding("state-differs", Verdict::Undetermined, [then, now], message)
        .because(phrase("state-why"))
        .missing(now, "as-of");
    asked(event, made, "ask", [then, now])
}
