//! Figures that are of something else: an outlet does not contradict itself without a word. Where its headline or lead
//! gives a figure, another one further down that nobody else is cited for is that of an earlier event, of one place among
//! several, of some of those who are counted: no answer to another outlet's figure of the whole.

use std::collections::BTreeSet;

use rashomon_rule::prelude::{
    Alignment, Claim, Event, Extent, Period, Polarity, Quantity, Sameness, Source,
};

use crate::compare::tells_of_one;

/// The claims of an alignment that are to be compared with nothing.
pub(crate) fn of(event: &Event, alignment: &Alignment) -> BTreeSet<u32> {
    let counts = |id: &u32| event.claim(*id).quantity.is_some();
    let claims: Vec<u32> = alignment.claims.iter().copied().filter(counts).collect();
    let by_article = claims.chunk_by(|a, b| event.claim(*a).article == event.claim(*b).article);
    by_article
        .flat_map(|claims| of_article(event, alignment, claims))
        .collect()
}

fn of_article<'a>(
    event: &'a Event,
    alignment: &'a Alignment,
    claims: &'a [u32],
) -> impl Iterator<Item = u32> + 'a {
    let heads = heads(event, claims);
    let further: Vec<u32> = (claims.iter().copied())
        .filter(|id| !heads.contains(id))
        .collect();
    further.into_iter().filter(move |id| {
        let claim = event.claim(*id);
        let mut alike = heads
            .iter()
            .filter_map(|head| Some((event.claim(*head), alignment.pair_of(*head, *id)?)))
            .filter(|(_, pair)| {
                pair.predicate == Extent::Same
                    && matches!(pair.population, Extent::Same | Extent::Unknown)
            })
            .peekable();
        alike.peek().is_some()
            && claim.as_of.as_ref().is_none_or(Period::is_assumed)
            && alike.all(|(head, pair)| is_another(head, claim, pair.origin))
    })
}

/// The figures at the head of a text: those of its headline and summary, and the first of its body.
fn heads(event: &Event, claims: &[u32]) -> Vec<u32> {
    let is_above = |claim: &Claim| matches!(claim.passage.as_str(), "headline" | "lead");
    let counts = |id: &u32| {
        let claim = event.claim(*id);
        claim.polarity == Polarity::Affirmed && !tells_of_one(claim)
    };
    let mut counted = claims.iter().copied().filter(counts);
    let above = counted.clone().filter(|id| is_above(event.claim(*id)));
    let first = counted.find(|id| !is_above(event.claim(*id)));
    above.chain(first).collect()
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
