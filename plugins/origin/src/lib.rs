//! How many sources are there really? Outlets that agree because they rest on one source or copy one text.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// The most claims that a note cites.
        pub most_claims: Decimal = dec!(6),
    }
}

/// Agreement that is none.
pub struct Origin;

impl Rule for Origin {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "origin",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Outlets agree because they rest on one source",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            ("one-source", "they cite one source"),
            ("one-text", "they carry one text"),
            ("one-agency", "they carry two texts of one agency"),
        ],
        words: &[
            (
                "source",
                "Where {first.outlet} and {second.outlet} agree, both have it from {first.source}: one source, not two",
            ),
            (
                "text",
                "Where {first.outlet} and {second.outlet} agree, they carry one text: one source, not two",
            ),
            (
                "agency",
                "Where {first.outlet} and {second.outlet} agree, both carry {agency}: one source, not two",
            ),
            (
                "bulletins",
                "{agency} says so in two bulletins: one source, not two",
            ),
            ("why", "agreement of those who copy confirms nothing"),
            (
                "agency-why",
                "two texts of one agency: that they agree confirms nothing",
            ),
            (
                "differs-why",
                "two texts of one agency, and they differ: one of them has “{differs}”",
            ),
            (
                "later-why",
                "two texts of one agency, and the later differs: it has “{differs}”",
            ),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut by_origin: BTreeMap<Shared, BTreeSet<u32>> = BTreeMap::new();
        for compared in event
            .compared()
            .filter(|c| !c.within_one_article() && agree(c))
        {
            if let Some(origin) = origin(event, &compared) {
                let cited = by_origin.entry(origin).or_default();
                cited.extend([compared.pair.left, compared.pair.right]);
            }
        }
        let notes = by_origin.into_iter();
        Ok(notes
            .filter_map(|(shared, ids)| note(event, &shared, &ids, settings))
            .collect())
    }
}

/// The same figure of the same people, or the same thing at the same time.
fn agree(compared: &Compared<'_>) -> bool {
    let (left, right, pair) = (compared.left, compared.right, compared.pair);
    let same = pair.predicate == Extent::Same && left.polarity == right.polarity;
    let told = match (&left.quantity, &right.quantity) {
        (Some(a), Some(b)) => {
            a.stated == b.stated && a.form == b.form && pair.population == Extent::Same
        }
        (None, None) => matches!(pair.time, Order::Same | Order::Within | Order::Contains),
        _ => false,
    };
    same && told
}

/// What two articles have in common that makes one source of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    /// A source that both cite, by its id.
    Source(Text),
    /// Passages: the article whose text it is.
    Text(u32),
    /// The agency whose copy both say they are, and no passage.
    Agency(Text),
}

/// What both rest on. One agency is not one text: that takes passages that both have.
fn origin(event: &Event, compared: &Compared<'_>) -> Option<Shared> {
    let source = |claim: &Claim| claim.origin().and_then(|source| source.entity.clone());
    if let (Some(a), Some(b)) = (source(compared.left), source(compared.right))
        && a == b
    {
        return Some(Shared::Source(a));
    }
    let article = |claim: &Claim| &event.articles[claim.article as usize];
    let text = |claim: &Claim| article(claim).copies.unwrap_or(claim.article);
    if text(compared.left) == text(compared.right) {
        return Some(Shared::Text(text(compared.left)));
    }
    let wire = |claim: &Claim| article(claim).wire.clone();
    let (a, b) = (wire(compared.left)?, wire(compared.right)?);
    (a == b).then_some(Shared::Agency(a))
}

/// One note for each origin: a claim of each article, by position.
fn note(
    event: &Event,
    shared: &Shared,
    ids: &BTreeSet<u32>,
    settings: &Settings,
) -> Option<Finding> {
    let mut seen = BTreeSet::new();
    let one_each = ids
        .iter()
        .copied()
        .filter(|id| seen.insert(event.claim(*id).article));
    let within = |count: u32| Decimal::from(count) < settings.most_claims;
    let cited: Vec<u32> = (0_u32..)
        .zip(one_each)
        .take_while(|(n, _)| within(*n))
        .map(|(_, id)| id)
        .collect();
    let (first, second) = (*cited.first()?, *cited.get(1)?);
    let say = |key: &str| phrase(key).claim("first", first).claim("second", second);
    let (code, key) = match shared {
        Shared::Source(_) => ("one-source", "source"),
        Shared::Text(_) => ("one-text", "text"),
        Shared::Agency(agency) => return Some(of_agency(event, agency, cited)),
    };
    let made = finding(code, Verdict::Compatible, cited, say(key));
    Some(made.because(phrase("why")))
}

/// Two texts of one agency: they may well differ.
fn of_agency(event: &Event, agency: &str, cited: Vec<u32>) -> Finding {
    let (first, second) = (cited[0], cited[1]);
    let outlet = |id: u32| event.article_of(id).outlet.as_ref();
    let key = match outlet(first) == outlet(second) {
        true => "bulletins",
        false => "agency",
    };
    let message = phrase(key)
        .claim("first", first)
        .claim("second", second)
        .text("agency", agency);
    let mut made = finding("one-agency", Verdict::Compatible, cited, message);
    match differing(event, first, second) {
        Some((differs, is_later)) => {
            made.claims.push(differs);
            let key = if is_later { "later-why" } else { "differs-why" };
            made.because(phrase(key).claim("differs", differs))
        }
        None => made.because(phrase("agency-why")),
    }
}

/// A count that stands in one of the two articles only, of the later one if there is one; and whether it is the later.
fn differing(event: &Event, first: u32, second: u32) -> Option<(u32, bool)> {
    let articles = [first, second].map(|id| event.claim(id).article);
    let [start, other] = [first, second].map(|id| {
        let published = event.article_of(id).published.as_ref();
        published.and_then(|period| period.start)
    });
    let ordered = start
        .zip(other)
        .is_some_and(|(start, other)| start != other);
    let later = if start > other {
        articles[0]
    } else {
        articles[1]
    };
    let counts = |id: &u32| {
        let claim = event.claim(*id);
        claim.quantity.is_some() && claim.passage != "headline"
    };
    let alone = |id: &u32| {
        let claim = event.claim(*id);
        let elsewhere = event
            .claims
            .iter()
            .filter(|known| articles.contains(&known.article) && known.article != claim.article);
        let figure = |claim: &Claim| claim.quantity.as_ref().map(|q| q.stated);
        let mut same = elsewhere
            .filter(|known| known.predicate == claim.predicate && figure(known) == figure(claim));
        same.next().is_none()
    };
    let of = |article: u32| {
        let ids = (0_u32..).zip(&event.claims);
        let own = ids.filter(move |(_, claim)| claim.article == article);
        own.map(|(id, _)| id).filter(counts).find(alone)
    };
    if let Some(id) = of(later) {
        return Some((id, ordered));
    }
    let earlier = articles.into_iter().find(|article| *article != later)?;
    of(earlier).map(|id| (id, false))
}

export!(Origin);
