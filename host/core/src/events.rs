//! Clusters of articles → events: what each is about, when and where, and which claims are its own.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::align::{
    Matter, Spoken, agreements, align, citing, gaps, has_happened, not_compared, only_in, origins,
    told_in_words,
};
use crate::entities::entity_events;
use crate::group::Cluster;
use crate::lexicon::Lexicon;
use crate::model::{
    Basis, Claim, ClaimRef, Copied, Decimal, Event, EventKind, Extent, NotCompared, Order, Party,
    Period, Reading, Tally,
};
use crate::policy::Policy;

mod about;
mod lone;
mod reasons;
mod title;

use about::{main_day, main_place, main_predicate};
pub(crate) use lone::forget_lone_quotations;

/// A figure dated further back than this many days before the event's first day belongs to another event. Ten days
/// hold the follow-ups of an incident; on gva, basil and ecbplus days up to a week apart were no evidence against one event.
const OTHER_EVENT_AFTER_DAYS: i64 = 10;

/// A period longer than this is a background, not the moment of an incident.
const LONGEST_INCIDENT_DAYS: i64 = 10;

/// What events are made of.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) readings: &'a [Reading],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) policy: &'a Policy,
    pub(crate) spoken: &'a Spoken,
}

/// The events of all clusters: of each its incident, and those of the background figures that its articles give.
pub(crate) fn events(ground: Ground<'_>, clusters: &[Cluster]) -> Vec<Event> {
    let of_clusters = clusters.par_iter().map(|cluster| {
        let (own, elsewhere) = own_claims(ground, &cluster.articles);
        let incident = incident(ground, cluster, own, &elsewhere);
        let mut found = vec![incident];
        found.extend(backgrounds(ground, &elsewhere));
        found
    });
    let mut found: Vec<Event> = of_clusters
        .collect::<Vec<_>>()
        .into_iter()
        .flatten()
        .collect();
    let entities = entity_events(ground);
    tell_unjoined(ground, &mut found, &entities);
    found.extend(entities);
    found.sort_by(|a, b| {
        (a.time.as_ref().and_then(|t| t.start), &a.id)
            .cmp(&(b.time.as_ref().and_then(|t| t.start), &b.id))
    });
    number_ties(&mut found);
    found
}

/// What an article says of names of which nothing else is said is compared with nothing: its incident says so.
fn tell_unjoined(ground: Ground<'_>, incidents: &mut [Event], entities: &[Event]) {
    let joined: BTreeSet<ClaimRef> = entities
        .iter()
        .flat_map(|e| e.claims.iter().copied())
        .collect();
    for incident in incidents {
        for article in &incident.main_of {
            let claims = ground.readings[*article].claims.iter().enumerate();
            let naming = claims.filter(|(_, claim)| ground.lexicon.is_naming(&claim.predicate));
            let refs = naming.map(|(claim, _)| ClaimRef {
                article: *article,
                claim,
            });
            let alone = refs
                .filter(|at| !joined.contains(at))
                .map(|at| NotCompared {
                    claim: at,
                    why: "no other claim is on these names".into(),
                    key: None,
                });
            incident.not_compared.extend(alone);
        }
    }
}

/// The cluster's claims: those of its incident, and those of other times or scopes.
fn own_claims(ground: Ground<'_>, articles: &[usize]) -> (Vec<ClaimRef>, Vec<ClaimRef>) {
    let mut all = Vec::new();
    for article in articles {
        let claims = &ground.readings[*article].claims;
        // What groups are called is compared over all incidents: see `entities`.
        let of_incidents =
            (0..claims.len()).filter(|claim| !ground.lexicon.is_naming(&claims[*claim].predicate));
        all.extend(of_incidents.map(|claim| ClaimRef {
            article: *article,
            claim,
        }));
    }
    all.sort();
    let claim = |at: &ClaimRef| &ground.readings[at.article].claims[at.claim];
    let fresh: Vec<&Claim> = all
        .iter()
        .map(claim)
        .filter(|c| !is_background(c))
        .collect();
    let main = main_day(ground.lexicon, &fresh);
    let first_day = main.as_ref().and_then(|p| p.start);
    let twice = told_of_main_day(ground, &all, main.as_ref());
    let too_old = |c: &Claim| {
        let end = c
            .time
            .as_ref()
            .filter(|t| t.basis != Basis::Assumed)
            .and_then(|t| t.end);
        first_day.zip(end).is_some_and(|(first, end)| {
            i64::from(first) - i64::from(end) > OTHER_EVENT_AFTER_DAYS * 1440
        })
    };
    let own = |at: &ClaimRef| {
        let told_both = twice.contains(&(at.article, claim(at).predicate.as_str()));
        let old = too_old(claim(at)) || is_charge_of(ground, *at, &too_old);
        let background = is_background(claim(at)) || old;
        !background && !is_of_day_before(claim(at), main.as_ref(), told_both)
    };
    let (mut own, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(own);
    let figures = figures_by_article(ground, &own);
    let (shared, elsewhere): (Vec<_>, Vec<_>) = elsewhere
        .into_iter()
        .partition(|at| is_given_as_own(claim(at), at.article, &figures));
    own.extend(shared);
    own.sort();
    let place = main_place(&fresh).and_then(|place| place.entity);
    let mut far = place.map_or_else(BTreeSet::new, |place| {
        placed_elsewhere(ground, &own, &place)
    });
    far.extend(dated_beside(ground, &own, &elsewhere, main.as_ref()));
    let mut elsewhere = elsewhere;
    elsewhere.extend(&far);
    elsewhere.sort();
    own.retain(|at| !far.contains(at));
    (own, elsewhere)
}

/// The other figures of a sentence of which one is set apart for its day, where they are of that day too: "an attack of 30
/// October killed one and injured 15".
fn dated_beside(
    ground: Ground<'_>,
    own: &[ClaimRef],
    elsewhere: &[ClaimRef],
    main: Option<&Period>,
) -> Vec<ClaimRef> {
    let claim = |at: &ClaimRef| &ground.readings[at.article].claims[at.claim];
    let day = |at: &ClaimRef| {
        let counted = claim(at).quantity.is_some();
        claim(at).time.as_ref().filter(|_| counted)
    };
    let before = |at: &&ClaimRef| {
        let times = day(at).zip(main);
        times.is_some_and(|(time, main)| time.start.is_some() && time.order(main) == Order::Before)
    };
    let told = |at: &ClaimRef| Some((at.article, day(at)?.span?));
    let apart: BTreeSet<_> = elsewhere.iter().filter(before).filter_map(told).collect();
    let goes_along = |at: &&ClaimRef| told(at).is_some_and(|told| apart.contains(&told));
    own.iter().filter(goes_along).copied().collect()
}

/// The figures that their sentences place in another town or country than the event's, in articles that give another figure
/// of the same kind as well: such an article tells of two events.
fn placed_elsewhere(ground: Ground<'_>, own: &[ClaimRef], main: &str) -> BTreeSet<ClaimRef> {
    let claim = |at: &ClaimRef| &ground.readings[at.article].claims[at.claim];
    let several = |claim: &Claim| {
        let low = claim.quantity.as_ref().and_then(|q| q.stated.low);
        low.is_some_and(|low| low > Decimal::from(1))
    };
    let counted = own.iter().filter(|at| several(claim(at)));
    let is_far = |at: &ClaimRef| {
        let said = claim(at).place.as_ref().filter(|p| p.basis == Basis::Said);
        let said = said.filter(|place| stands_beside(claim(at), place));
        let entity = said.and_then(|place| place.entity.as_deref());
        entity.is_some_and(|e| ground.lexicon.relate_places(e, main) == Extent::Disjoint)
    };
    let (far, near): (Vec<ClaimRef>, Vec<ClaimRef>) = counted.partition(|at| is_far(at));
    let kind = |at: &ClaimRef| (at.article, claim(at).predicate.as_str());
    let near: BTreeSet<_> = near.iter().map(kind).collect();
    far.into_iter()
        .filter(|at| near.contains(&kind(at)))
        .collect()
}

/// The most bytes from the words of a claim to the place it is said of, behind them and before.
const BESIDE: (usize, usize) = (48, 3);

/// "A dozen were killed by a quake in Brovia", "In Brovia, a dozen were killed": does the place stand right beside the words?
fn stands_beside(claim: &Claim, place: &Party) -> bool {
    place.span.is_some_and(|place| {
        let behind = place.end <= claim.span.end + BESIDE.0 && place.start >= claim.span.start;
        let before = place.end <= claim.span.start && claim.span.start - place.end <= BESIDE.1;
        behind || before
    })
}

/// Does it hold somebody responsible for a deed that its own sentence dates so? An accusation has no date of its own.
fn is_charge_of(ground: Ground<'_>, at: ClaimRef, is_so: &dyn Fn(&Claim) -> bool) -> bool {
    let claims = &ground.readings[at.article].claims;
    let charge = &claims[at.claim];
    let Some(act) = charge
        .attributes
        .get("act")
        .filter(|_| charge.time.is_none())
    else {
        return false;
    };
    let deeds = claims.iter().filter(|c| c.predicate == *act);
    deeds.filter(|c| c.span.overlaps(charge.span)).any(is_so)
}

/// What is counted, and how many.
type Counted<'a> = (&'a str, &'a str, [Option<Decimal>; 2]);

/// Each figure of the event's own, with the articles that give it.
fn figures_by_article<'a>(
    ground: Ground<'a>,
    own: &[ClaimRef],
) -> BTreeMap<Counted<'a>, BTreeSet<usize>> {
    let mut figures: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    for at in own {
        if let Some(counted) = counted(&ground.readings[at.article].claims[at.claim]) {
            figures.entry(counted).or_default().insert(at.article);
        }
    }
    figures
}

fn counted(claim: &Claim) -> Option<Counted<'_>> {
    let quantity = claim.quantity.as_ref()?;
    Some((
        claim.predicate.as_str(),
        quantity.unit.as_str(),
        [quantity.stated.low, quantity.stated.high],
    ))
}

/// A running total that another article gives as this event's figure, and its own does not: rules must see both.
fn is_given_as_own(
    claim: &Claim,
    article: usize,
    figures: &BTreeMap<Counted<'_>, BTreeSet<usize>>,
) -> bool {
    let running = claim
        .quantity
        .as_ref()
        .is_some_and(|q| q.tally == Tally::Cumulative);
    let given = counted(claim).and_then(|counted| figures.get(&counted));
    running && given.is_some_and(|articles| !articles.contains(&article))
}

/// By article: the predicates of which it gives a figure for the event's own day.
fn told_of_main_day<'a>(
    ground: Ground<'a>,
    claims: &[ClaimRef],
    main: Option<&Period>,
) -> BTreeSet<(usize, &'a str)> {
    let Some(main) = main else {
        return BTreeSet::new();
    };
    let counted = claims.iter().filter_map(|at| {
        let claim = &ground.readings[at.article].claims[at.claim];
        let time = claim.time.as_ref().filter(|t| t.basis == Basis::Said)?;
        let within = matches!(time.order(main), Order::Same | Order::Within);
        (claim.quantity.is_some() && within).then_some((at.article, claim.predicate.as_str()))
    });
    counted.collect()
}

/// A figure that its sentence dates before the event's own day, in an article that gives another figure of the same kind
/// for that day: the article tells of two events, or of an earlier toll.
fn is_of_day_before(claim: &Claim, main: Option<&Period>, told_of_main_day: bool) -> bool {
    // "An attack on 30 October, which killed one": the sentence names the day, of what killed.
    let named = |t: &&Period| t.span.is_some_and(|day| claim.span.contains(day));
    let time = claim.time.as_ref();
    let said = time.filter(|t| t.basis == Basis::Said || t.basis == Basis::Implied && named(t));
    let before = said
        .zip(main)
        .is_some_and(|(time, main)| time.start.is_some() && time.order(main) == Order::Before);
    told_of_main_day && before && claim.quantity.is_some() && claim.part_of.is_none()
}

/// Does the claim's own sentence say that it is of another time or scope?
fn is_background(claim: &Claim) -> bool {
    let cumulative = claim
        .quantity
        .as_ref()
        .is_some_and(|q| q.tally == Tally::Cumulative);
    let long = claim
        .time
        .as_ref()
        .and_then(Period::minutes)
        .is_some_and(|m| m > LONGEST_INCIDENT_DAYS * 1440);
    // "Since 1966": a running total, not an incident.
    let since = claim
        .time
        .as_ref()
        .is_some_and(|t| t.start.is_some() && t.end.is_none());
    let since = since && claim.quantity.is_some();
    cumulative || long || since || claim.attributes.contains_key("background")
}

fn incident(
    ground: Ground<'_>,
    cluster: &Cluster,
    claims: Vec<ClaimRef>,
    elsewhere: &[ClaimRef],
) -> Event {
    let mut articles = cluster.articles.clone();
    articles.sort_by_key(|a| (published(&ground.readings[*a]), *a));
    let mut event = event_of(ground, claims, &articles, &cluster.copies);
    event.main_of = articles.clone();
    event.because = reasons::telling(ground.lexicon, &cluster.because);
    let matter = Matter {
        readings: ground.readings,
        lexicon: ground.lexicon,
        claims: &event.claims,
        copies: &cluster.copies,
        spoken: ground.spoken,
    };
    let gaps = gaps(&matter, &event.main_of, &ground.policy.gaps);
    let only_in = only_in(&matter, &event.main_of, &event.alignments);
    let not_compared = not_compared(&matter, elsewhere, &event.alignments, &only_in);
    let citing = citing(&matter, &articles);
    let origins = origins(&matter, &articles);
    Event {
        gaps,
        only_in,
        not_compared,
        origins,
        citing,
        copies: cluster.copies.clone(),
        ..event
    }
}

/// Publication as a sort key: what is not dated comes by what it cannot be before, undated last.
pub(crate) fn published(reading: &Reading) -> (bool, Option<i32>) {
    let article = &reading.article;
    let stamp = article.published.as_ref().map(crate::model::Stamp::period);
    let bound = article
        .not_before
        .map(|day| Period::days("", day, day, Basis::Implied));
    let start = stamp.or(bound).and_then(|p| p.start);
    (start.is_none(), start)
}

/// Events of the figures that are not the incident's: those of one period and place are one event, whatever they count; a
/// figure without a resolved time or a known place is one of its own.
fn backgrounds(ground: Ground<'_>, elsewhere: &[ClaimRef]) -> Vec<Event> {
    let mut by_key: BTreeMap<String, Vec<ClaimRef>> = BTreeMap::new();
    for at in elsewhere {
        let claim = &ground.readings[at.article].claims[at.claim];
        if claim.quantity.is_none() {
            continue;
        }
        let time = claim.time.as_ref().filter(|t| !t.is_unresolved());
        let place = claim.place.as_ref().and_then(|p| p.entity.as_deref());
        // What names no time and place is nobody else's background.
        let key = match (time, place) {
            (Some(time), Some(place)) => format!("{:?}|{:?}|{place}", time.start, time.end),
            _ => claim.id.clone(),
        };
        by_key.entry(key).or_default().push(*at);
    }
    by_key
        .into_values()
        .map(|claims| {
            let articles: BTreeSet<usize> = claims.iter().map(|c| c.article).collect();
            let articles: Vec<usize> = articles.into_iter().collect();
            event_of(ground, claims, &articles, &[])
        })
        .collect()
}

fn event_of(
    ground: Ground<'_>,
    claims: Vec<ClaimRef>,
    articles: &[usize],
    copies: &[Copied],
) -> Event {
    let list: Vec<&Claim> = claims
        .iter()
        .map(|at| &ground.readings[at.article].claims[at.claim])
        .collect();
    let time = main_day(ground.lexicon, &list);
    let place = main_place(&list);
    let predicate = main_predicate(ground.lexicon, &list);
    let matter = Matter {
        readings: ground.readings,
        lexicon: ground.lexicon,
        claims: &claims,
        copies,
        spoken: ground.spoken,
    };
    let alignments = align(&matter, ground.policy.compare.max_pairs);
    let agreements = agreements(&matter, &alignments);
    let first = articles
        .first()
        .map_or("", |a| ground.readings[*a].article.id.as_str());
    Event {
        id: event_id(&predicate, place.as_ref(), time.as_ref(), first),
        kind: EventKind::Incident,
        title: title::title(
            ground,
            what(ground, &predicate, &list),
            place.as_ref(),
            articles,
        ),
        time,
        place,
        articles: articles.to_vec(),
        main_of: Vec::new(),
        because: Vec::new(),
        claims,
        alignments,
        origins: Vec::new(),
        copies: Vec::new(),
        citing: Vec::new(),
        gaps: Vec::new(),
        agreements,
        only_in: Vec::new(),
        not_compared: Vec::new(),
    }
}

/// Twelve hex digits of a digest of kind, main predicate, place and first day; what has neither place nor day is known
/// by its first article.
fn event_id(predicate: &str, place: Option<&Party>, time: Option<&Period>, first: &str) -> String {
    let place = place.and_then(|p| p.entity.as_deref()).unwrap_or("");
    let day = time
        .and_then(Period::first_day)
        .map(|d| d.to_string())
        .unwrap_or_default();
    let whose = if place.is_empty() && day.is_empty() {
        first
    } else {
        ""
    };
    hex12(&format!("incident|{predicate}|{place}|{day}|{whose}"))
}

/// The first twelve hex digits of a SHA-256.
pub(crate) fn hex12(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A second event of one id gets `-2`, in order.
fn number_ties(events: &mut [Event]) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for event in events {
        let count = seen.entry(event.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            event.id = format!("{}-{count}", event.id);
        }
    }
}

/// What happened; of what befell nobody that it did not.
fn what(ground: Ground<'_>, predicate: &str, claims: &[&Claim]) -> String {
    let of_it = || claims.iter().filter(|c| c.predicate == predicate);
    let told = of_it().find(|claim| has_happened(claim));
    let told = told.or_else(|| of_it().next());
    told.and_then(|claim| told_in_words(ground.lexicon, claim))
        .unwrap_or_else(|| "event".to_owned())
}
