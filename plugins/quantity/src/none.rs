//! "No casualties" in one report and some dead in another; "no arrests" and two suspects held: nobody in all, and some of them.

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use crate::Judged;
use crate::compare::{Case, are_rivals, is_elsewhere};
use crate::differ::{differ_as, say};
use crate::figures::{figure, lower_first};
use crate::series::is_later;
use crate::topic::Topic;

/// The two claims of a pair, of which one counts what the other counts in all.
struct PartOf<'a> {
    part: (u32, &'a Claim),
    whole: (u32, &'a Claim),
}

/// By what is counted, else by who is.
fn part_of<'a>(compared: &Compared<'a>) -> Option<PartOf<'a>> {
    let left = (compared.pair.left, compared.left);
    let right = (compared.pair.right, compared.right);
    let extent = match compared.pair.predicate {
        Extent::Same => compared.pair.population,
        wider => wider,
    };
    let (part, whole) = match extent {
        Extent::Subset => (left, right),
        Extent::Superset => (right, left),
        _ => return None,
    };
    Some(PartOf { part, whole })
}

/// Does the pair count two things of which one holds the other: killed, and casualties?
pub(crate) fn is_wider_measure(compared: &Compared<'_>) -> bool {
    matches!(compared.pair.predicate, Extent::Subset | Extent::Superset)
}

/// Does one say that there was nobody, and the other count some of them?
pub(crate) fn is_none_beside_some(compared: &Compared<'_>) -> bool {
    let exceeds = |pair: &PartOf<'_>| is_none(pair.whole.1) && counts(pair.part.1);
    part_of(compared).is_some_and(|pair| exceeds(&pair))
}

/// What a count comes to beside one of a wider measure, or beside "nobody"; none where they have room for each other.
pub(crate) fn case(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    let pair = part_of(compared)?;
    let (part, whole) = (pair.part, pair.whole);
    let within = matches!(
        toward(compared, part.0),
        Extent::Same | Extent::Subset | Extent::Unknown
    );
    if !within || is_elsewhere(topic, compared) || !exceeds(part.1, whole.1) {
        return None;
    }
    // Who says "nobody was hurt" leaves out the attackers; and who counts some says it of a moment or a place.
    let spared = topic.are_attackers(part.1) && topic.is_harm(part.1);
    if spared || topic.agrees(compared) || topic.is_of_ours(compared) || counts_more(topic, &pair) {
        return None;
    }
    if is_none(whole.1) && is_local(topic, whole.0, part.1) {
        return None;
    }
    Some(match () {
        // A ministry that counts nobody is no earlier report of what the residents count.
        () if are_rivals(compared, topic.settings) => Case::SomeOfNone,
        () if is_later(topic, compared) || is_of_first_reports(topic, whole.1) => Case::LaterSome,
        () if is_of_an_hour(whole.1) => Case::LaterSome,
        () if !is_none(whole.1) => Case::PartExceeds,
        () if topic.settings.goes_on.has(&part.1.predicate) => Case::NoneYet,
        () => Case::SomeOfNone,
    })
}

/// Does the lower figure of two say that there was nobody?
pub(crate) fn is_of_nobody(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    is_none(topic.event.claim(lower_first(compared).0))
}

/// Nobody in one report and some of the same people in another.
pub(crate) fn of_the_same(topic: &Topic<'_>, compared: &Compared<'_>) -> Case {
    let (low, high) = lower_first(compared);
    let (nobody, some) = (topic.event.claim(low), topic.event.claim(high));
    match () {
        () if are_rivals(compared, topic.settings) => Case::SomeOfNone,
        () if is_later(topic, compared) => Case::LaterSome,
        () if is_of_first_reports(topic, nobody) || is_of_an_hour(nobody) => Case::LaterSome,
        () if topic.settings.goes_on.has(&some.predicate) => Case::NoneYet,
        () => Case::SomeOfNone,
    }
}

/// Is the nobody one of a kind of people? "No rescuer was hurt" says nothing of miners, unlike "nobody was".
pub(crate) fn is_of_one_kind(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    let nobody = topic.event.claim(lower_first(compared).0);
    !topic.is_anybody(nobody.population.as_ref())
}

/// Is it nobody of one place, one deed or one degree, as far as the two articles tell? The one that says so counts some of the
/// same harm itself, or the other says of another moment that there was nobody.
pub(crate) fn is_local(topic: &Topic<'_>, nobody: u32, some: &Claim) -> bool {
    let (id, nobody) = (nobody, topic.event.claim(nobody));
    let wide = |predicate: &str| topic.settings.casualties.has(predicate);
    let same = |claim: &Claim| {
        claim.predicate == nobody.predicate
            || claim.predicate == some.predicate
            || wide(&claim.predicate)
            || wide(&nobody.predicate) && topic.is_harm(claim)
    };
    // "No soldiers were killed. Twelve rebels were": of another kind.
    let kind = |claim: &Claim| {
        let party = claim.population.as_ref();
        party
            .filter(|_| !topic.is_anybody(party))
            .and_then(|p| p.role.clone())
    };
    let alike = |claim: &Claim| match (kind(nobody), kind(claim)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let tells_otherwise = |claim: &Claim| match () {
        () if claim.article == nobody.article => counts(claim) && alike(claim),
        () => claim.article == some.article && is_none(claim),
    };
    let affirmed = |claim: &&Claim| claim.polarity == Polarity::Affirmed && same(claim);
    let mut claims = topic.event.claims.iter().filter(affirmed);
    claims.any(tells_otherwise) || topic.told(id).some || has_died(topic, some)
}

/// Is it one of the dead who is said to have been hurt? "No injuries were reported" says nothing of those.
fn has_died(topic: &Topic<'_>, hurt: &Claim) -> bool {
    let name = |claim: &Claim| claim.population.as_ref().map(|p| p.text.to_lowercase());
    let dies = |claim: &Claim| topic.settings.dead.has(&claim.predicate);
    let known = name(hurt).filter(|_| !dies(hurt) && figure(hurt) == Some(Decimal::ONE));
    let mut claims = topic.event.claims.iter().filter(|claim| dies(claim));
    known.is_some() && claims.any(|claim| name(claim) == known)
}

/// How the people of the claim relate to those of the other.
fn toward(compared: &Compared<'_>, id: u32) -> Extent {
    match compared.pair.left == id {
        true => compared.pair.population,
        false => compared.pair.flipped().population,
    }
}

fn is_none(claim: &Claim) -> bool {
    let quantity = claim.quantity.as_ref();
    quantity.and_then(|q| q.stated.exact()) == Some(Decimal::ZERO)
}

fn counts(claim: &Claim) -> bool {
    let low = claim.quantity.as_ref().and_then(|q| q.stated.low);
    low >= Some(Decimal::ONE)
}

/// Are there more of the part than there are in all?
fn exceeds(part: &Claim, whole: &Claim) -> bool {
    let (Some(part), Some(whole)) = (&part.quantity, &whole.quantity) else {
        return false;
    };
    let more = |part: Bounds, whole: Bounds| {
        let ends = part.low.zip(whole.high);
        ends.is_some_and(|(part, whole)| part > whole)
    };
    more(part.stated, whole.stated) && more(part.interpreted, whole.interpreted)
}

/// Does the outlet of the whole itself tell of more? Then the whole is one of a moment or a place.
fn counts_more(topic: &Topic<'_>, pair: &PartOf<'_>) -> bool {
    let (_, whole) = pair.whole;
    let mut claims = topic.event.claims.iter();
    claims.any(|claim| {
        let related =
            claim.predicate == whole.predicate || claim.predicate == pair.part.1.predicate;
        claim.article == whole.article
            && related
            && claim.polarity == Polarity::Affirmed
            && (claim.quantity.is_none() || figure(claim) > figure(whole))
    })
}

/// "According to first reports": whoever counts more may know more.
fn is_of_first_reports(topic: &Topic<'_>, claim: &Claim) -> bool {
    let first = |word: &str| {
        let word = word.to_lowercase();
        topic.settings.first_reports.contains(&word)
    };
    let mut sources = claim.attribution.iter();
    sources.any(|source| source.text.split_whitespace().any(first))
}

/// "At 7:30 a.m. no arrests had been made": whoever counts more need not know of another hour.
fn is_of_an_hour(claim: &Claim) -> bool {
    let said = claim.as_of.as_ref().filter(|time| !time.is_assumed());
    said.and_then(Period::minutes)
        .is_some_and(|m| m < MINUTES_A_DAY)
}

/// A day, as the contract counts time.
const MINUTES_A_DAY: i64 = 24 * 60;

/// One for each two articles: of the dead before others, then of most. That there were none is one thing to settle.
pub(crate) fn one_each<'a>(topic: &Topic<'_>, judged: Vec<Judged<'a>>) -> Vec<Judged<'a>> {
    let is_of_none =
        |case: &Case| matches!(case, Case::LaterSome | Case::NoneYet | Case::SomeOfNone);
    let weight = |compared: &Compared<'_>| {
        let claim = topic.event.claim(lower_first(compared).1);
        (topic.settings.dead.has(&claim.predicate), figure(claim))
    };
    let articles = |compared: &Compared<'_>| {
        let (left, right) = (compared.left.article, compared.right.article);
        (left.min(right), left.max(right))
    };
    let mut best: BTreeMap<(u32, u32), (bool, Option<Decimal>)> = BTreeMap::new();
    for (_, compared) in judged.iter().filter(|(case, _)| is_of_none(case)) {
        let known = best.entry(articles(compared)).or_insert((false, None));
        *known = weight(compared).max(*known);
    }
    let stands = |(case, compared): &Judged<'_>| {
        !is_of_none(case) || best.get(&articles(compared)) == Some(&weight(compared))
    };
    judged.into_iter().filter(stands).collect()
}

/// The finding on nobody and some; the other is cited as what it counts.
pub(crate) fn finding_of(topic: &Topic<'_>, compared: &Compared<'_>, case: Case) -> Finding {
    let event = topic.event;
    let (low, high) = lower_first(compared);
    let what = event.claim(high).predicate.replace('-', " ");
    let say = |key: &str| say(event, compared, key).text("what", what.as_str());
    match case {
        Case::LaterSome => {
            let made = finding(
                "later-figure",
                Verdict::Superseded,
                [high, low],
                say("none-then"),
            );
            made.because(say("none-then-why"))
        }
        Case::NoneYet => differ_as(topic, compared, "none-yet", say("none")),
        _ => differ_as(topic, compared, "some-of-none", say("none")),
    }
}
