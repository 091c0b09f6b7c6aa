//! What groups are called and belong to, lined up by the two names that each claim speaks of.

use std::collections::BTreeSet;

use super::{LinedUp, Matter, spread};
use crate::model::{
    Agreement, Alignment, Claim, ClaimRef, Extent, Order, Pair, Polarity, Sameness,
};

/// The topic's name, as in predicates.toml.
const TOPIC: &str = "naming";

/// Two names, the smaller first.
type Couple<'a> = (&'a str, &'a str);

/// The one alignment of what is said of a set of names, if two claims speak of it.
pub(crate) fn naming(matter: &Matter<'_>, max_pairs: u32) -> Vec<Alignment> {
    if matter.claims.len() < 2 {
        return Vec::new();
    }
    let claims: Vec<usize> = (0..matter.claims.len()).collect();
    let linked = linked(matter);
    let (order, left_out) = spread(&LinedUp::of(&claims), max_pairs, |index| {
        novelty(matter, index)
    });
    let pairs = order.into_iter().map(|(left, right)| {
        let (a, b) = (
            matter.claim(matter.claims[left]),
            matter.claim(matter.claims[right]),
        );
        Pair {
            left,
            right,
            predicate: matter.lexicon.relate_predicates(&a.predicate, &b.predicate),
            object: relate(a, b, &linked),
            ..nothing_known()
        }
    });
    vec![Alignment {
        topic: matter.lexicon.topic_label(TOPIC),
        slug: TOPIC.to_owned(),
        pairs: pairs.collect(),
        claims,
        shares: Vec::new(),
        left_out,
    }]
}

/// What distinguishes a claim from one that says the same.
fn novelty(matter: &Matter<'_>, index: usize) -> String {
    let claim = matter.claim(matter.claims[index]);
    format!(
        "{}|{:?}|{:?}",
        claim.predicate,
        couple(claim),
        claim.polarity
    )
}

/// The names that some claim calls one group under two names.
fn linked<'a>(matter: &Matter<'a>) -> BTreeSet<Couple<'a>> {
    let claims = matter.claims.iter().map(|at| matter.claim(*at));
    claims
        .filter(|claim| joins(claim))
        .filter_map(couple)
        .collect()
}

/// Does the claim say that its two names are one group's?
pub(crate) fn joins(claim: &Claim) -> bool {
    let one = matches!(claim.predicate.as_str(), "renamed" | "called");
    one && claim.polarity == Polarity::Affirmed && !claim.is_void()
}

/// The entities of the claim's two names, the smaller first.
pub(crate) fn couple(claim: &Claim) -> Option<Couple<'_>> {
    let [a, b] = [&claim.object, &claim.complement].map(|p| p.as_ref()?.entity.as_deref());
    let (a, b) = (a?, b?);
    Some(if a <= b { (a, b) } else { (b, a) })
}

/// Same: both speak of the same two names. Overlap: of one and the same, and the other two are one group's.
fn relate(left: &Claim, right: &Claim, linked: &BTreeSet<Couple<'_>>) -> Extent {
    let (Some(a), Some(b)) = (couple(left), couple(right)) else {
        return Extent::Unknown;
    };
    if a == b {
        return Extent::Same;
    }
    let rest = match () {
        () if a.0 == b.0 => Some((a.1, b.1)),
        () if a.0 == b.1 => Some((a.1, b.0)),
        () if a.1 == b.0 => Some((a.0, b.1)),
        () if a.1 == b.1 => Some((a.0, b.0)),
        () => None,
    };
    let chained = rest.is_some_and(|(x, y)| linked.contains(&if x <= y { (x, y) } else { (y, x) }));
    if chained {
        Extent::Overlap
    } else {
        Extent::Unknown
    }
}

fn nothing_known() -> Pair {
    Pair {
        left: 0,
        right: 0,
        predicate: Extent::Unknown,
        population: Extent::Unknown,
        agent: Extent::Unknown,
        object: Extent::Unknown,
        place: Extent::Unknown,
        time: Order::Unknown,
        as_of: Order::Unknown,
        origin: Sameness::Unknown,
    }
}

/// What several articles say alike of two names.
pub(crate) fn naming_agreements(matter: &Matter<'_>) -> Vec<Agreement> {
    let mut said: std::collections::BTreeMap<String, Vec<ClaimRef>> =
        std::collections::BTreeMap::new();
    for (index, at) in matter.claims.iter().enumerate() {
        said.entry(novelty(matter, index)).or_default().push(*at);
    }
    let alike = said
        .into_values()
        .filter(|claims| claims.iter().any(|at| at.article != claims[0].article));
    alike
        .map(|claims| {
            let claim = matter.claim(claims[0]);
            let label = matter
                .lexicon
                .predicate_named(&claim.predicate)
                .map_or("", |p| p.label.as_str());
            let names = [&claim.object, &claim.complement]
                .map(|p| p.as_ref().map_or("", |p| p.text.as_str()));
            Agreement {
                text: format!("{label}: {}, {}", names[0], names[1]),
                claims,
            }
        })
        .collect()
}
