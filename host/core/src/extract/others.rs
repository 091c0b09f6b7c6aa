//! "Killed one person and wounded 13 others": others than the dead, so that the 13 are all the wounded. Only where the text
//! has told of the same harm before are they some of those it befell: "two men were killed; three others were killed".

use std::collections::BTreeSet;

use crate::lexicon::Class;
use crate::model::{Claim, Passage, PassageKind};
use crate::text::Doc;

/// Harms that a text may tell of one and the same person.
const HARMS: [&str; 4] = ["casualties", "shot", "killed", "wounded"];

/// Of these two, who suffers the one is not told among the other.
const APART: [&str; 2] = ["killed", "wounded"];

/// The most bytes from "13 more" to the total that they bring about.
const NEAR: usize = 120;

/// Takes "others" from the claims that count all whom it befell; "two more people were badly hurt" are still some.
pub(super) fn settle(doc: &Doc<'_>, claims: &mut [Claim]) {
    let passages = doc.passages;
    let whole: BTreeSet<usize> = (0..claims.len())
        .filter(|at| is_others(&claims[*at]) && !has_others_before(passages, claims, *at))
        .collect();
    for at in whole {
        let attributes = &mut claims[at].attributes;
        attributes.remove("portion");
        let span = claims[at].span;
        let first = doc.tokens.partition_point(|t| t.span().start < span.start);
        let end = doc.tokens.partition_point(|t| t.span().end <= span.end);
        let passive = (first..end).any(|i| {
            doc.is(i, Class::Severe)
                && doc.is_any(i - usize::from(i > 0), &[Class::Be, Class::Have])
        });
        if passive {
            let severe = "severe".to_owned();
            claims[at].attributes.insert("portion".into(), severe);
        }
    }
}

fn is_others(claim: &Claim) -> bool {
    claim
        .attributes
        .get("portion")
        .is_some_and(|p| p == "others")
}

/// Has the text told of another number of the same harm before? A headline says beforehand what the text says again.
fn has_others_before(passages: &[Passage], claims: &[Claim], at: usize) -> bool {
    let claim = &claims[at];
    let start = |claim: &Claim| Some(claim.quantity.as_ref()?.span?.start);
    let stated = |claim: &Claim| claim.quantity.as_ref().map(|q| q.stated);
    let Some(here) = start(claim) else {
        return true;
    };
    let is_headline = |claim: &Claim| {
        let passage = passages.get(claim.passage);
        passage.is_some_and(|passage| passage.kind == PassageKind::Headline)
    };
    // "Thirteen more bodies were found, bringing the toll to 27".
    let adds_up = |other: &Claim| {
        let (Some(there), Some(more)) = (start(other), stated(other)) else {
            return false;
        };
        let larger = more.low.zip(stated(claim).and_then(|own| own.high));
        (here..here + NEAR).contains(&there)
            && other.passage == claim.passage
            && other.predicate == claim.predicate
            && larger.is_some_and(|(more, own)| more > own)
    };
    claims.iter().any(adds_up)
        || claims.iter().any(|other| {
            start(other).is_some_and(|there| there < here)
                && (other.passage == claim.passage || !is_headline(other))
                && stated(other) != stated(claim)
                && stated(other).is_some_and(|stated| !stated.is_zero())
                && is_one_harm(&other.predicate, &claim.predicate)
        })
}

fn is_one_harm(one: &str, other: &str) -> bool {
    let apart = one != other && [one, other].iter().all(|id| APART.contains(id));
    let harms = [one, other].iter().all(|id| HARMS.contains(id));
    one == other || (harms && !apart)
}
