//! What one article of several says alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use super::survey::is_silent;
use crate::lexicon::{Lexicon, Predicate};
use crate::model::{Alignment, Claim, ClaimRef, Extent, OnlyIn, Polarity};

/// In what sense a claim speaks of its matter: that nobody was hurt must never be listed as "hurt".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sense {
    Said,
    /// Of nobody, of nothing.
    None,
    Denied,
}

/// What one article of several says alone: a matter of which no other speaks, once for each sense in which it does.
pub(crate) fn only_in(
    matter: &Matter<'_>,
    main_of: &[usize],
    alignments: &[Alignment],
) -> Vec<OnlyIn> {
    if main_of.len() < 2 {
        return Vec::new();
    }
    let beside = beside_another(matter, alignments);
    let mut found: Vec<OnlyIn> = Vec::new();
    for claims in by_matter(matter).into_values() {
        let article = claims[0].article;
        let first = matter.claim(claims[0]).predicate.as_str();
        let mut others = main_of.iter().filter(|a| **a != article);
        let alone = claims
            .iter()
            .all(|c| c.article == article && !beside.contains(c))
            && others.all(|a| is_silent(matter, *a, first, None));
        if alone && main_of.contains(&article) {
            found.extend(in_each_sense(matter, article, claims));
        }
    }
    found.sort_by_key(|only| only.article);
    found
}

/// Claims that a wider or narrower one of another article stands beside: "no casualties" and "seven were killed".
fn beside_another(matter: &Matter<'_>, alignments: &[Alignment]) -> BTreeSet<ClaimRef> {
    let pairs = alignments.iter().flat_map(|alignment| &alignment.pairs);
    let wider = pairs.filter(|p| matches!(p.predicate, Extent::Subset | Extent::Superset));
    let refs = wider.map(|pair| [matter.claims[pair.left], matter.claims[pair.right]]);
    let apart = refs.filter(|[left, right]| left.article != right.article);
    apart.flatten().collect()
}

/// The claims that stand, by what they are compared on, in the order of the topics.
fn by_matter<'a>(matter: &Matter<'a>) -> BTreeMap<(usize, &'a str), Vec<ClaimRef>> {
    let mut found: BTreeMap<_, Vec<ClaimRef>> = BTreeMap::new();
    for at in matter.claims {
        let claim = matter.claim(*at);
        let known = matter.lexicon.predicate_named(&claim.predicate);
        let told = !claim.is_void() && !matter.lexicon.is_detail(&claim.predicate);
        if let Some(predicate) = known.filter(|_| told) {
            let rank = matter.lexicon.rank_of(&claim.predicate);
            let key = (rank, predicate.matter.as_str());
            found.entry(key).or_default().push(*at);
        }
    }
    found
}

fn in_each_sense(matter: &Matter<'_>, article: usize, claims: Vec<ClaimRef>) -> Vec<OnlyIn> {
    let mut by_sense: BTreeMap<Sense, Vec<ClaimRef>> = BTreeMap::new();
    for at in claims {
        by_sense
            .entry(sense(matter.claim(at)))
            .or_default()
            .push(at);
    }
    let all = by_sense.into_iter().map(|(sense, claims)| {
        let known = matter
            .lexicon
            .predicate_named(&matter.claim(claims[0]).predicate);
        OnlyIn {
            article,
            text: known.map_or_else(String::new, |predicate| {
                let said = with_figures(matter, &predicate.label, &claims);
                in_words(&said, predicate, sense)
            }),
            claims,
        }
    });
    all.collect()
}

/// The most figures that stand behind a label.
const FIGURES: usize = 3;

/// "Missing: six", "arrested: Anton Ruiz", "charged with: murder": each figure, name or kind once.
fn with_figures(matter: &Matter<'_>, label: &str, claims: &[ClaimRef]) -> String {
    let mut told: Vec<&str> = Vec::new();
    for claim in claims.iter().map(|at| matter.claim(*at)) {
        let known = matter.lexicon.predicate_named(&claim.predicate);
        let answer = claim
            .object
            .as_ref()
            .filter(|_| known.is_some_and(|predicate| predicate.listing.is_some()))
            .map(|object| object.text.as_str());
        let figure = claim.quantity.as_ref().map(|q| q.text.as_str());
        told.extend(figure.or(answer).filter(|figure| !told.contains(figure)));
    }
    match told.len() {
        1..=FIGURES => format!("{label}: {}", told.join(", ")),
        _ => label.to_owned(),
    }
}

/// What a claim says, in the words for its kind of event: "people wounded", "nobody wounded".
pub(crate) fn told_in_words(lexicon: &Lexicon, claim: &Claim) -> Option<String> {
    let predicate = lexicon.predicate_named(&claim.predicate)?;
    Some(in_words(&predicate.noun, predicate, sense(claim)))
}

/// Does the claim say that it happened, rather than that it befell nobody or did not happen?
pub(crate) fn has_happened(claim: &Claim) -> bool {
    sense(claim) == Sense::Said
}

fn sense(claim: &Claim) -> Sense {
    let zero = claim.quantity.as_ref().is_some_and(|q| q.stated.is_zero());
    match claim.polarity {
        Polarity::Denied => Sense::Denied,
        Polarity::Affirmed if zero => Sense::None,
        Polarity::Affirmed => Sense::Said,
    }
}

/// "wounded", "nobody wounded", "nothing destroyed", "denied: withdrawal".
fn in_words(said: &str, predicate: &Predicate, sense: Sense) -> String {
    let label = &predicate.label;
    match sense {
        Sense::Said => said.to_owned(),
        Sense::None if predicate.of_things => format!("nothing {label}"),
        Sense::None => format!("nobody {label}"),
        Sense::Denied => format!("denied: {label}"),
    }
}
