//! What one article of several says alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use super::survey::is_silent;
use crate::lexicon::{Lexicon, Predicate};
use crate::model::{Alignment, Claim, ClaimRef, Extent, OnlyIn, PassageKind, Polarity};

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
    let each = |(sense, claims): (Sense, Vec<ClaimRef>)| match sense {
        Sense::Denied => vec![(sense, None, claims)],
        Sense::Said | Sense::None => by_what(matter, claims)
            .into_iter()
            .map(|(what, claims)| (sense, what, claims))
            .collect(),
    };
    let all = by_sense.into_iter().flat_map(each);
    all.map(|(sense, what, claims)| {
        let known = &matter.claim(claims[0]).predicate;
        let known = matter.lexicon.predicate_named(known);
        let text = match (known, sense, what) {
            (None, ..) => String::new(),
            (Some(predicate), Sense::Said, Some(what)) => format!("{}: {what}", predicate.label),
            // "No civilians were hurt": of whom nobody was.
            (Some(predicate), Sense::None, Some(what)) if !is_bare(matter, claims[0]) => {
                format!(
                    "{}: {}",
                    in_words(&predicate.label, predicate, sense),
                    what.to_lowercase()
                )
            }
            (Some(predicate), ..) => in_words(&predicate.label, predicate, sense),
        };
        OnlyIn {
            article,
            text,
            claims,
        }
    })
    .collect()
}

/// Says a count of nobody not of whom there was nobody?
fn is_bare(matter: &Matter<'_>, at: ClaimRef) -> bool {
    let population = matter.claim(at).population.as_ref();
    population.is_none_or(|who| who.role.as_deref().is_none_or(|role| role == "person"))
}

/// The most figures, names or kinds of one article that are told one by one.
const FIGURES: usize = 3;

/// "Missing: six", "arrested: Anton Ruiz", "charged with: murder": each figure, name or kind with its claims, unless there are
/// many.
fn by_what(matter: &Matter<'_>, claims: Vec<ClaimRef>) -> Vec<(Option<String>, Vec<ClaimRef>)> {
    let mut told: Vec<(Option<String>, Vec<ClaimRef>)> = Vec::new();
    for at in claims.iter().copied() {
        let claim = matter.claim(at);
        let known = matter.lexicon.predicate_named(&claim.predicate);
        let answers = known.is_some_and(|predicate| predicate.listing.is_some());
        let answer = claim.object.as_ref().filter(|_| answers);
        let figure = claim.quantity.as_ref().map(|q| q.text.clone());
        let what = figure.or_else(|| answer.map(|object| object.text.clone()));
        match told.iter_mut().find(|(known, _)| *known == what) {
            Some((_, claims)) => claims.push(at),
            None => told.push((what, vec![at])),
        }
    }
    // A headline says beforehand whom the text tells of.
    let in_headline = |claims: &[ClaimRef]| {
        claims.iter().all(|at| {
            let reading = &matter.readings[at.article];
            let passage = reading.passages.get(matter.claim(*at).passage);
            passage.is_some_and(|passage| passage.kind == PassageKind::Headline)
        })
    };
    if told.iter().any(|(_, claims)| !in_headline(claims)) {
        told.retain(|(_, claims)| !in_headline(claims));
    }
    match told.len() {
        0..=FIGURES => told,
        _ => vec![(None, claims)],
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
