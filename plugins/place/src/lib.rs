//! Where did it happen? Two outlets name places that exclude one another.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What goes on at many places at once, so that two of them are no difference.
        pub everywhere: Vec<String> = ["bombed", "continues", "controls", "displaced", "captured"],
        /// Words between a figure and its place beyond which the place may be another clause's.
        pub reach: Decimal = dec!(12),
    }
}

/// Two places for one thing.
pub struct Place;

impl Rule for Place {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "place",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets place one thing differently",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[("places-differ", "two places for one thing")],
        words: &[
            (
                "differ",
                "{topic}: at “{first_place}” or at “{second_place}”?",
            ),
            (
                "differ-why",
                "neither place lies within the other; one is wrong, or it happened at both",
            ),
            ("if-one", "both speak of one and the same"),
            ("if-one-why", "then one of the places is wrong"),
            ("if-two", "it happened at both"),
            ("if-two-why", "then each report tells of one of the two"),
            ("ask", "where exactly, and on whose word?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let named = by_article(event);
        let mut seen = BTreeSet::new();
        let mut findings = Vec::new();
        for alignment in &event.alignments {
            for compared in alignment.compared(event) {
                if let Some(places) = differing(&compared, &named, settings)
                    && seen.insert(places)
                {
                    findings.push(finding_of(&compared));
                }
            }
        }
        Ok(findings)
    }
}

/// The place of a claim, where the sentence says it.
fn said(claim: &Claim) -> Option<&str> {
    let place = claim.place.as_ref().filter(|p| p.basis == Basis::Said)?;
    place.entity.as_deref()
}

/// All places that an article's claims name, said there or implied.
fn by_article(event: &Event) -> BTreeMap<u32, BTreeSet<&str>> {
    let mut found: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for claim in &event.claims {
        let place = claim.place.as_ref().and_then(|p| p.entity.as_deref());
        found.entry(claim.article).or_default().extend(place);
    }
    found
}

/// Two places of one thing that exclude one another, each unknown to the article that has the other.
fn differing<'a>(
    compared: &Compared<'a>,
    named: &BTreeMap<u32, BTreeSet<&str>>,
    settings: &Settings,
) -> Option<[&'a str; 2]> {
    let (first, second) = (said(compared.left)?, said(compared.right)?);
    let meets = |article: u32, place: &str| {
        let theirs = named.get(&article).into_iter().flatten();
        let apart =
            |other: &str| other != place && host::relate("place", other, place) == Extent::Disjoint;
        theirs.into_iter().any(|other| !apart(other))
    };
    let near = is_near(compared.left, settings) && is_near(compared.right, settings);
    let differ = compared.pair.place == Extent::Disjoint
        && near
        && is_one_thing(compared, settings)
        && !meets(compared.right.article, first)
        && !meets(compared.left.article, second);
    differ.then_some([first.min(second), first.max(second)])
}

/// Does the place stand near the figure in the claim's own words? A happening has none to be near to.
fn is_near(claim: &Claim, settings: &Settings) -> bool {
    let Some((figure, place)) = claim.quantity.as_ref().zip(claim.place.as_ref()) else {
        return true;
    };
    let quote = &claim.quote;
    let Some((at, to)) = quote.find(&*figure.text).zip(quote.find(&*place.text)) else {
        return false;
    };
    let between = quote.get(at.min(to)..at.max(to)).unwrap_or_default();
    let words = u32::try_from(between.split_whitespace().count()).unwrap_or(u32::MAX);
    Decimal::from(words) <= settings.reach
}

/// The same thing: the same people at no other time, or a happening of one time by no others.
fn is_one_thing(compared: &Compared<'_>, settings: &Settings) -> bool {
    let pair = compared.pair;
    let plain = |claim: &Claim| {
        claim.polarity == Polarity::Affirmed && !settings.everywhere.has(&claim.predicate)
    };
    let counted = compared.left.quantity.is_some() || compared.right.quantity.is_some();
    let figure = compared.left.exact();
    let one_figure = figure.is_some() && figure == compared.right.exact();
    let same = if counted {
        pair.population == Extent::Same && one_figure
    } else {
        is_of_one_time(pair)
    };
    let others = [pair.agent, pair.object].contains(&Extent::Disjoint)
        || matches!(pair.time, Order::Before | Order::After);
    pair.predicate == Extent::Same
        && same
        && !others
        && !compared.within_one_article()
        && plain(compared.left)
        && plain(compared.right)
}

fn is_of_one_time(pair: &Pair) -> bool {
    matches!(pair.time, Order::Same | Order::Within | Order::Contains)
}

fn finding_of(compared: &Compared<'_>) -> Finding {
    let ids = [compared.pair.left, compared.pair.right];
    let text = |claim: &Claim| {
        claim
            .place
            .as_ref()
            .map_or(String::new(), |p| p.text.to_string())
    };
    let message = phrase("differ")
        .text("topic", compared.alignment.topic.as_ref())
        .text("first_place", text(compared.left))
        .text("second_place", text(compared.right));
    let made = finding("places-differ", Verdict::Undetermined, ids, message)
        .because(phrase("differ-why"))
        .reading(
            phrase("if-one"),
            Verdict::Contradiction,
            phrase("if-one-why"),
        )
        .reading(phrase("if-two"), Verdict::Compatible, phrase("if-two-why"))
        .missing(ids[0], "place")
        .missing(ids[1], "place");
    [compared.left, compared.right]
        .into_iter()
        .fold(made, |made, claim| {
            made.ask_article(claim.article, phrase("ask"))
        })
}

export!(Place);
