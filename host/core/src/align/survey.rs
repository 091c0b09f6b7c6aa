//! What articles say alike, what one of them alone says, what all leave out, and on whose word they speak.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use crate::key::key_word;
use crate::lexicon::PredicateKind;
use crate::model::{
    Agreement, Alignment, Claim, ClaimRef, Extent, Form, Gap, NotCompared, OnlyIn, Order, Pair,
    Polarity, Reading, Sameness, Source, Tally,
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
    let of_kind = |kind: &&GapPolicy| {
        let tells = kind.when.iter().any(|p| told.contains(p.as_str()));
        tells && is_of_kind(matter, main_of, kind)
    };
    for kind in policy.values().filter(of_kind) {
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

/// Is the event of this kind, or does one article use a word of it in passing, as a politician may be "attacked"? Then at
/// least half of the articles tell of it at their head, or some article tells of what one expects to be told.
fn is_of_kind(matter: &Matter<'_>, main_of: &[usize], kind: &GapPolicy) -> bool {
    let claims = || {
        matter
            .claims
            .iter()
            .map(|at| (at.article, matter.claim(*at)))
    };
    let of_kind = claims().filter(|(article, claim)| {
        kind.when.contains(&claim.predicate) && is_at_the_head(&matter.readings[*article], claim)
    });
    let articles: BTreeSet<usize> = of_kind.map(|(article, _)| article).collect();
    let is_slot = |claim: &Claim| {
        let mut slots = kind.slots.iter().map(|slot| slot.slot.split('/').next());
        slots.any(|id| id.is_some_and(|id| fills(matter, claim, id, None)))
    };
    2 * articles.len() >= main_of.len().max(1) || claims().any(|(_, claim)| is_slot(claim))
}

/// Paragraphs that tell what an article is about.
const HEAD: u32 = 3;

fn is_at_the_head(reading: &Reading, claim: &Claim) -> bool {
    let numbers = reading
        .passages
        .iter()
        .filter(|p| p.span.contains(claim.span));
    numbers
        .filter_map(|passage| passage.number)
        .all(|n| n <= HEAD)
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
pub(super) fn is_silent(
    matter: &Matter<'_>,
    article: usize,
    predicate: &str,
    role: Option<&str>,
) -> bool {
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

/// Behind a figure that one article states and that we made of what the other tells one by one.
const ONE_ADDED_UP: &str = " (one of them added up)";

/// What two articles say alike: the same figure of the same people, the same thing at the same time.
pub(crate) fn agreements(matter: &Matter<'_>, alignments: &[Alignment]) -> Vec<Agreement> {
    let mut found: BTreeMap<String, (String, BTreeSet<ClaimRef>)> = BTreeMap::new();
    for alignment in alignments {
        let all = alignment.claims.iter();
        let denied: Vec<&Claim> = all
            .map(|at| matter.claim(matter.claims[*at]))
            .filter(|claim| claim.polarity == Polarity::Denied)
            .collect();
        for pair in &alignment.pairs {
            let (left, right) = (matter.claims[pair.left], matter.claims[pair.right]);
            if denies(&denied, matter.claim(left)) {
                continue;
            }
            // A text and its copy are one source: that they agree is nothing to say.
            if matter.root(left.article) == matter.root(right.article) {
                continue;
            }
            let words = matter.lexicon.is_statement(&matter.claim(left).predicate);
            let told = match words {
                true => said_alike(matter, [left, right], pair),
                false => alike(matter, matter.claim(left), matter.claim(right), pair),
            };
            if let Some((key, text)) = told {
                let (known, claims) = found.entry(key).or_default();
                // "Three people" says more than the headline's "3", and a figure that both state more than a sum of ours.
                let worth = |text: &str| (!text.ends_with(ONE_ADDED_UP), text.chars().count());
                if known.is_empty() || worth(&text) > worth(known) {
                    *known = text;
                }
                claims.extend([left, right]);
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

/// Does an article say that somebody denies this figure? Then nobody agrees on it.
fn denies(denied: &[&Claim], claim: &Claim) -> bool {
    let Some(figure) = &claim.quantity else {
        return false;
    };
    let meets = |other: &Claim| {
        let bounds = other.quantity.as_ref().map(|q| q.stated);
        bounds.is_none_or(|bounds| bounds.meets(figure.stated))
    };
    denied
        .iter()
        .any(|other| other.predicate == claim.predicate && meets(other))
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
    let is_answer = |claim: &Claim| predicate.listing.is_some() && claim.object.is_some();
    match (&left.quantity, &right.quantity) {
        (Some(a), Some(b)) => {
            let same = pair.predicate == Extent::Same
                && pair.population == Extent::Same
                && a.stated == b.stated
                && a.form == b.form
                // A running total and one event's toll are two things, though the number be one.
                && (a.tally == Tally::Cumulative) == (b.tally == Tally::Cumulative);
            // "Two others" agree with nothing before it is known who the first ones are.
            let portion = |claim: &Claim| claim.attributes.contains_key("portion");
            let told = a.form != Form::Vague && !portion(left) && !portion(right);
            // In the words of the outlet that gives the figure itself; two sums of ours agree with each other only.
            let stated = [left, right].into_iter().find(|c| c.reckoned().is_none())?;
            // A bare figure counts people.
            let role = left.population.as_ref().and_then(|p| p.role.as_deref());
            let role = role.unwrap_or("person");
            let key = format!("{}|{:?}|{role}", left.predicate, a.stated);
            let sums = [left, right].into_iter().any(|c| c.reckoned().is_some());
            let mark = if sums { ONE_ADDED_UP } else { "" };
            let text = || format!("{}: {}{mark}", predicate.label, counted(stated));
            (same && told).then(|| (key, text()))
        }
        (None, None) if is_answer(left) => {
            let [one, other] = [left, right].map(|c| c.object.as_ref());
            let (one, other) = one.zip(other)?;
            let who = left
                .population
                .as_ref()
                .map_or("", |party| party.text.as_str());
            let key = format!("{}|{:?}|{who}", left.predicate, one.entity);
            let same = pair.predicate == Extent::Same && one.entity == other.entity;
            let same = same && (who.is_empty() || pair.population == Extent::Same);
            same.then(|| (key, format!("{} {}", predicate.label, one.text)))
        }
        // A claim of responsibility and an accusation of others are one matter, and no agreement.
        (None, None) if predicate.kind == PredicateKind::Responsibility && !names_one(pair) => None,
        (None, None) => {
            let same = matches!(pair.predicate, Extent::Same | Extent::Overlap);
            let when = matches!(pair.time, Order::Same | Order::Within | Order::Contains);
            let times = [left, right].into_iter().filter_map(|c| c.time.as_ref());
            // Only what both say: of "this afternoon" and "yesterday" the day.
            let day = times.max_by_key(|t| t.minutes().unwrap_or(0))?;
            let key = format!("{}|{:?}", predicate.matter, day.first_day());
            (same && when).then(|| (key, format!("{}, {}", predicate.label, day.text)))
        }
        _ => None,
    }
}

/// Words of a quotation that suffice to know it by.
const OPENING: usize = 12;

/// The words that two articles quote alike, whose they are and how they begin, after a key: the words of the shorter quotation.
fn said_alike(
    matter: &Matter<'_>,
    [left, right]: [ClaimRef; 2],
    pair: &Pair,
) -> Option<(String, String)> {
    let shorter = match pair.object {
        Extent::Same | Extent::Subset => left,
        Extent::Superset => right,
        _ => return None,
    };
    let speakers = [left, right].map(|at| matter.claim(at).speaker());
    let words = told_words(matter, shorter);
    let mut opening: Vec<&str> = words.split_whitespace().take(OPENING + 1).collect();
    if opening.len() > OPENING {
        opening[OPENING] = "…";
    }
    let opening = opening.join(" ");
    if are_two(speakers) {
        return None;
    }
    let text = match one_speaker(speakers) {
        Some(name) => format!("{name}: “{opening}”"),
        None => format!("quoted: “{opening}”"),
    };
    (pair.origin != Sameness::Different).then(|| (words.to_lowercase(), text))
}

/// Are both named, and otherwise? Then one of the two was misquoted or misread, and they are not at one.
fn are_two(speakers: [Option<&Source>; 2]) -> bool {
    let name = |source: &Source| {
        let last = source.text.split_whitespace().last()?;
        last.starts_with(char::is_uppercase)
            .then(|| last.to_owned())
    };
    let names = speakers.map(|source| source.and_then(name));
    matches!(names, [Some(one), Some(other)] if one != other)
}

/// The speaker whom both name, or of whom one tells who it is and the other only that somebody speaks.
fn one_speaker(speakers: [Option<&Source>; 2]) -> Option<&str> {
    let last = |source: &Source| source.text.split_whitespace().last().map(str::to_lowercase);
    match speakers {
        [Some(one), Some(other)] => (last(one) == last(other)).then_some(one.text.as_str()),
        [one, other] => one.or(other).map(|source| source.text.as_str()),
    }
}

fn told_words<'a>(matter: &Matter<'a>, at: ClaimRef) -> &'a str {
    let text = &matter.readings[at.article].article.text;
    matter.claim(at).span.of(text)
}

/// Do both name the same one, in the same way?
fn names_one(pair: &Pair) -> bool {
    pair.predicate == Extent::Same && pair.agent == Extent::Same
}

fn counted(claim: &Claim) -> String {
    let figure = claim.quantity.as_ref().map_or("", |q| q.text.as_str());
    match &claim.population {
        Some(party) if !figure.contains(party.text.as_str()) => format!("{figure} {}", party.text),
        _ => figure.to_owned(),
    }
}

/// Every claim of the event's articles that is compared with nothing, and why.
pub(crate) fn not_compared(
    matter: &Matter<'_>,
    elsewhere: &[ClaimRef],
    alignments: &[Alignment],
    only_in: &[OnlyIn],
) -> Vec<NotCompared> {
    // Only of several articles a memo is printed.
    let articles = || matter.claims.iter().chain(elsewhere).map(|at| at.article);
    let first = articles().next();
    let several = articles().any(|article| Some(article) != first);
    let key = |at: &ClaimRef| {
        let text = matter.readings[at.article].article.text.as_str();
        several.then(|| key_word(matter.lexicon, matter.claim(*at), text))?
    };
    // Who somebody is and when it was, rules compare by name and hour.
    let is_detail = |at: &ClaimRef| {
        let claim = matter.claim(*at);
        matter.lexicon.is_detail(&claim.predicate) && !claim.is_void()
    };
    // What one article sets beside its own words is compared with no other's; what it alone speaks of is told as such.
    let said_alone: BTreeSet<ClaimRef> = only_in.iter().flat_map(|o| &o.claims).copied().collect();
    let shared = |a: &Alignment| {
        let mut articles = a.claims.iter().map(|index| matter.claims[*index].article);
        let first = articles.next();
        articles.any(|article| Some(article) != first)
    };
    let mut lined_up = vec![false; matter.claims.len()];
    for alignment in alignments {
        let shared = shared(alignment);
        for index in &alignment.claims {
            lined_up[*index] |= shared || said_alone.contains(&matter.claims[*index]);
        }
    }
    let alone = matter
        .claims
        .iter()
        .zip(lined_up)
        .filter(|(at, lined_up)| !(*lined_up || is_detail(at)));
    let alone = alone.map(|(at, _)| NotCompared {
        claim: *at,
        why: why_alone(matter, matter.claim(*at)),
        key: key(at),
    });
    let elsewhere = elsewhere.iter().map(|at| NotCompared {
        claim: *at,
        why: why_elsewhere(matter.claim(*at)),
        key: key(at),
    });
    elsewhere.chain(alone).collect()
}

fn why_elsewhere(claim: &Claim) -> Cow<'static, str> {
    match claim.attributes.get("background") {
        _ if claim.is_void() => "withdrawn by hand".into(),
        Some(words) => format!("another time or scope (“{words}”)").into(),
        None => "another time or place than the event's".into(),
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
