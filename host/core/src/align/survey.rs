//! What articles say alike, what one of them alone says, what all leave out, and on whose word they speak.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use crate::model::{
    Agreement, Alignment, Claim, ClaimRef, Extent, Form, Gap, NotCompared, OnlyIn, Order, Pair,
    Polarity, Tally,
};
use crate::policy::GapPolicy;

/// The slots that one expects for this kind of event and that some article does not fill.
pub(crate) fn gaps(
    matter: &Matter<'_>,
    main_of: &[usize],
    policy: &BTreeMap<String, GapPolicy>,
) -> Vec<Gap> {
    let told: BTreeSet<&str> = matter
        .claims
        .iter()
        .map(|at| matter.claim(*at).predicate.as_str())
        .collect();
    let mut found: Vec<Gap> = Vec::new();
    for kind in policy
        .values()
        .filter(|kind| kind.when.iter().any(|p| told.contains(p.as_str())))
    {
        for slot in &kind.slots {
            let (predicate, role) = slot
                .slot
                .split_once('/')
                .map_or((slot.slot.as_str(), None), |(p, r)| (p, Some(r)));
            let fills = |at: &&ClaimRef| fills(matter, matter.claim(**at), predicate, role);
            let filled: BTreeSet<usize> = matter
                .claims
                .iter()
                .filter(fills)
                .map(|at| at.article)
                .collect();
            let missing_in: Vec<usize> = main_of
                .iter()
                .copied()
                .filter(|a| !filled.contains(a) && is_silent(matter, *a, predicate, role))
                .collect();
            if !missing_in.is_empty() && !found.iter().any(|gap| gap.slot == slot.slot) {
                found.push(Gap {
                    slot: slot.slot.clone(),
                    label: slot.label.clone(),
                    missing_in,
                });
            }
        }
    }
    found
}

/// The articles that have no word of what each predicate of the claims tells of, by predicate.
pub(crate) fn silent_in(matter: &Matter<'_>, articles: &[usize]) -> BTreeMap<String, Vec<usize>> {
    let claims = matter.claims.iter().map(|at| matter.claim(*at));
    let told: BTreeSet<&str> = claims.map(|claim| claim.predicate.as_str()).collect();
    let silent = |predicate: &str| {
        let all = articles.iter().copied();
        all.filter(|article| is_silent(matter, *article, predicate, None))
            .collect()
    };
    told.into_iter()
        .map(|predicate| (predicate.to_owned(), silent(predicate)))
        .collect()
}

/// Has the article no word of it, so that nothing can have been missed? Of a role, its own name: "civilian".
fn is_silent(matter: &Matter<'_>, article: usize, predicate: &str, role: Option<&str>) -> bool {
    match role {
        Some(role) => !matter.spoken.has_role(article, role),
        None => {
            let predicate = matter.lexicon.predicate_named(predicate);
            !predicate.is_some_and(|p| matter.spoken.has_matter(article, &p.matter))
        }
    }
}

fn fills(matter: &Matter<'_>, claim: &Claim, predicate: &str, role: Option<&str>) -> bool {
    let kind = matches!(
        matter
            .lexicon
            .relate_predicates(&claim.predicate, predicate),
        Extent::Same | Extent::Superset
    );
    let who = role.is_none_or(|role| {
        let counted = claim.population.as_ref().and_then(|p| p.role.as_deref());
        counted.is_some_and(|c| {
            matches!(
                matter.lexicon.relate_roles(c, role),
                Extent::Same | Extent::Subset
            )
        })
    });
    kind && who && !claim.is_void()
}

/// What two articles say alike: the same figure of the same people, the same thing at the same time.
pub(crate) fn agreements(matter: &Matter<'_>, alignments: &[Alignment]) -> Vec<Agreement> {
    let mut found: BTreeMap<String, (String, BTreeSet<ClaimRef>)> = BTreeMap::new();
    for alignment in alignments {
        for pair in &alignment.pairs {
            let (left, right) = (matter.claims[pair.left], matter.claims[pair.right]);
            // A text and its copy are one source: that they agree is nothing to say.
            if matter.root(left.article) == matter.root(right.article) {
                continue;
            }
            if let Some((key, text)) = alike(matter, matter.claim(left), matter.claim(right), pair)
            {
                let entry = found.entry(key).or_insert_with(|| (text, BTreeSet::new()));
                entry.1.extend([left, right]);
            }
        }
    }
    found
        .into_values()
        .map(|(text, claims)| Agreement {
            text,
            claims: claims.into_iter().collect(),
        })
        .collect()
}

/// What two claims say alike, after a key that is the same whatever words they say it in.
fn alike(
    matter: &Matter<'_>,
    left: &Claim,
    right: &Claim,
    pair: &Pair,
) -> Option<(String, String)> {
    if left.polarity != right.polarity || left.polarity == Polarity::Denied {
        return None;
    }
    let predicate = matter.lexicon.predicate_named(&left.predicate)?;
    match (&left.quantity, &right.quantity) {
        (Some(a), Some(b)) => {
            let same = pair.predicate == Extent::Same
                && pair.population == Extent::Same
                && a.stated == b.stated
                && a.form == b.form
                // A running total and one event's toll are two things, though the number be one.
                && (a.tally == Tally::Cumulative) == (b.tally == Tally::Cumulative);
            // "Two others" agree with nothing before it is known who the first ones are.
            let told = a.form != Form::Vague && !left.attributes.contains_key("portion");
            let role = left.population.as_ref().and_then(|p| p.role.as_deref());
            let key = format!("{}|{:?}|{role:?}", left.predicate, a.stated);
            (same && told).then(|| (key, format!("{}: {}", predicate.label, counted(left))))
        }
        (None, None) => {
            let same = matches!(pair.predicate, Extent::Same | Extent::Overlap);
            let when = matches!(pair.time, Order::Same | Order::Within | Order::Contains);
            let times = [left, right].into_iter().filter_map(|c| c.time.as_ref());
            let day = times.min_by_key(|t| t.minutes().unwrap_or(i64::MAX))?;
            let key = format!("{}|{:?}", predicate.matter, day.first_day());
            (same && when).then(|| (key, format!("{}, {}", predicate.label, day.text)))
        }
        _ => None,
    }
}

fn counted(claim: &Claim) -> String {
    let figure = claim.quantity.as_ref().map_or("", |q| q.text.as_str());
    match &claim.population {
        Some(party) if !figure.contains(party.text.as_str()) => format!("{figure} {}", party.text),
        _ => figure.to_owned(),
    }
}

/// What one article of several says alone: a matter of which no other speaks.
pub(crate) fn only_in(matter: &Matter<'_>, main_of: &[usize]) -> Vec<OnlyIn> {
    let mut by_matter: BTreeMap<(usize, &str), Vec<ClaimRef>> = BTreeMap::new();
    for at in matter.claims {
        let claim = matter.claim(*at);
        if let Some(predicate) = matter
            .lexicon
            .predicate_named(&claim.predicate)
            .filter(|_| !claim.is_void())
        {
            by_matter
                .entry((
                    matter.lexicon.rank_of(&claim.predicate),
                    predicate.matter.as_str(),
                ))
                .or_default()
                .push(*at);
        }
    }
    if main_of.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for claims in by_matter.into_values() {
        let article = claims[0].article;
        let predicate = matter.claim(claims[0]).predicate.as_str();
        let mut others = main_of.iter().filter(|a| **a != article);
        let alone = claims.iter().all(|c| c.article == article)
            && others.all(|a| is_silent(matter, *a, predicate, None));
        if alone && main_of.contains(&article) {
            let label = matter
                .lexicon
                .predicate_named(&matter.claim(claims[0]).predicate)
                .map_or("", |p| p.label.as_str());
            found.push(OnlyIn {
                article,
                text: label.to_owned(),
                claims,
            });
        }
    }
    found.sort_by_key(|only| only.article);
    found
}

/// Every claim of the event's articles that is compared with nothing, and why.
pub(crate) fn not_compared(
    matter: &Matter<'_>,
    elsewhere: &[ClaimRef],
    alignments: &[Alignment],
) -> Vec<NotCompared> {
    let mut lined_up = vec![false; matter.claims.len()];
    for index in alignments.iter().flat_map(|a| &a.claims) {
        lined_up[*index] = true;
    }
    let alone = matter
        .claims
        .iter()
        .zip(lined_up)
        .filter(|(_, lined_up)| !lined_up);
    let alone = alone.map(|(at, _)| NotCompared {
        claim: *at,
        why: why_alone(matter, matter.claim(*at)),
    });
    let elsewhere = elsewhere.iter().map(|at| NotCompared {
        claim: *at,
        why: why_elsewhere(matter.claim(*at)),
    });
    elsewhere.chain(alone).collect()
}

fn why_elsewhere(claim: &Claim) -> Cow<'static, str> {
    match claim.attributes.get("background") {
        _ if claim.is_void() => "withdrawn by hand".into(),
        Some(words) => format!("another time or scope (“{words}”)").into(),
        None => "another time than the event's".into(),
    }
}

fn why_alone(matter: &Matter<'_>, claim: &Claim) -> Cow<'static, str> {
    let topics = matter.lexicon.topics_of(&claim.predicate).next();
    match () {
        () if claim.is_void() => "withdrawn by hand".into(),
        () if matter.lexicon.predicate_named(&claim.predicate).is_none() => {
            "of an unknown kind".into()
        }
        () if topics.is_none() => "of a kind that nothing is compared with".into(),
        () => "no other claim of the event is on this".into(),
    }
}
