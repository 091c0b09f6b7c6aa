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
            ("why", "agreement of those who copy confirms nothing"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut by_origin: BTreeMap<(bool, String), BTreeSet<u32>> = BTreeMap::new();
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
            .filter_map(|((is_text, _), ids)| note(event, is_text, &ids, settings))
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

/// What both rest on: whether it is a text, and its id.
fn origin(event: &Event, compared: &Compared<'_>) -> Option<(bool, String)> {
    let source = |claim: &Claim| claim.origin().and_then(|source| source.entity.clone());
    if let (Some(a), Some(b)) = (source(compared.left), source(compared.right))
        && a == b
    {
        return Some((false, a));
    }
    let text = |claim: &Claim| {
        let article = &event.articles[claim.article as usize];
        let first = article.copies.unwrap_or(claim.article);
        article
            .wire
            .clone()
            .unwrap_or_else(|| format!("article {first}"))
    };
    let (a, b) = (text(compared.left), text(compared.right));
    (a == b).then_some((true, a))
}

/// One note for each origin: a claim of each article, by position.
fn note(event: &Event, is_text: bool, ids: &BTreeSet<u32>, settings: &Settings) -> Option<Finding> {
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
    let (first, second) = (cited.first()?, cited.get(1)?);
    let (code, key) = if is_text {
        ("one-text", "text")
    } else {
        ("one-source", "source")
    };
    let message = phrase(key).claim("first", *first).claim("second", *second);
    Some(finding(code, Verdict::Compatible, cited, message).because(phrase("why")))
}

export!(Origin);
