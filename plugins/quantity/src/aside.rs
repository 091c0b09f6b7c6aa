//! Figures that are of something else: an outlet does not contradict itself without a word. Where its headline or lead
//! gives a figure, another one further down that nobody else is cited for is that of an earlier event, of one place among
//! several, of some of those who are counted: no answer to another outlet's figure of the whole.

use std::collections::BTreeSet;

use rashomon_rule::prelude::{
    Alignment, Claim, Event, Extent, Pair, Period, Polarity, Quantity, Sameness, Source,
};

use crate::compare::tells_of_one;

/// The figures that do not stand at the head of their text.
#[derive(Default)]
pub(crate) struct Aside {
    /// Of the same people as the head, and others: to be compared with nothing.
    pub(crate) of_else: BTreeSet<u32>,
    /// At the head of its text.
    pub(crate) heads: BTreeSet<u32>,
    /// Of people who are none of those at the head: to be compared only where it is clear who is counted.
    pub(crate) of_others: BTreeSet<u32>,
}

/// The figures of an alignment that are not at the head of their texts.
pub(crate) fn of(event: &Event, alignment: &Alignment) -> Aside {
    // "86 were hurt, including six": wherever the words for the part stand, the whole is what the text tells first.
    let parts: BTreeSet<u32> = alignment.shares.iter().map(|share| share.part).collect();
    let counts = |id: &u32| event.claim(*id).quantity.is_some();
    let claims: Vec<u32> = alignment.claims.iter().copied().filter(counts).collect();
    let by_article = claims.chunk_by(|a, b| event.claim(*a).article == event.claim(*b).article);
    let mut aside = Aside::default();
    for claims in by_article {
        let heads = heads(event, claims, &parts);
        for id in claims.iter().filter(|id| !heads.contains(id)) {
            aside.note(event, alignment, (&heads, *id));
        }
        aside.heads.extend(heads);
    }
    aside
}

impl Aside {
    fn note(&mut self, event: &Event, alignment: &Alignment, (heads, id): (&[u32], u32)) {
        let claim = event.claim(id);
        let related = |head: &u32| Some((event.claim(*head), alignment.pair_of(*head, id)?));
        let of_one_measure = heads.iter().filter_map(related);
        let of_one_measure: Vec<_> = of_one_measure
            .filter(|(_, pair)| pair.predicate == Extent::Same)
            .collect();
        let of_others = |pair: &Pair| pair.population == Extent::Disjoint;
        if of_one_measure.iter().any(|(_, pair)| of_others(pair)) {
            self.of_others.insert(id);
        }
        let alike = of_one_measure.into_iter();
        let mut alike = alike
            .filter(|(head, pair)| match pair.population {
                Extent::Same => true,
                Extent::Unknown => are_of_one_role(head, claim),
                _ => false,
            })
            .peekable();
        let another = alike.peek().is_some()
            && claim.as_of.as_ref().is_none_or(Period::is_assumed)
            && alike.all(|(head, pair)| is_another(head, claim, pair.origin));
        if another {
            self.of_else.insert(id);
        }
    }
}

/// The figures at the head of a text: those of its headline and summary, and the first of its body.
fn heads(event: &Event, claims: &[u32], parts: &BTreeSet<u32>) -> Vec<u32> {
    let is_above = |claim: &Claim| matches!(claim.passage.as_ref(), "headline" | "lead");
    let counts = |id: &u32| {
        let claim = event.claim(*id);
        claim.polarity == Polarity::Affirmed && !tells_of_one(claim) && !parts.contains(id)
    };
    let mut counted = claims.iter().copied().filter(counts);
    let above = counted.clone().filter(|id| is_above(event.claim(*id)));
    let first = counted.find(|id| !is_above(event.claim(*id)));
    above.chain(first).collect()
}

/// Does neither tell of another kind of people than the other?
fn are_of_one_role(one: &Claim, other: &Claim) -> bool {
    let role = |claim: &Claim| {
        claim
            .population
            .as_ref()
            .and_then(|party| party.role.clone())
    };
    role(one)
        .zip(role(other))
        .is_none_or(|(one, other)| one == other)
}

/// Another figure than the one at the head of the text, and on nobody else's word?
fn is_another(head: &Claim, claim: &Claim, origin: Sameness) -> bool {
    let meet = |a: &Quantity, b: &Quantity| {
        a.stated.meets(&b.stated) || a.interpreted.meets(&b.interpreted)
    };
    let figures = head.quantity.as_ref().zip(claim.quantity.as_ref());
    let own_word = claim.attribution.iter().all(|s: &Source| !s.is_resolved());
    figures.is_some_and(|(head, claim)| head.unit == claim.unit && !meet(head, claim))
        && (own_word || origin == Sameness::Same)
}
