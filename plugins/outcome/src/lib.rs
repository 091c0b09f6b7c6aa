//! How did it end? One report says that ground was retaken or the fighting is over, another, or the same, that it goes on.

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What says that it is settled.
        pub settled: Vec<String> = ["retook", "repelled", "withdrew"],
        /// What says that it is over altogether.
        pub over: Vec<String> = ["ended"],
        /// What says that it goes on.
        pub goes_on: Vec<String> = ["continues"],
        /// The most claims a finding cites.
        pub most_claims: Decimal = dec!(6),
    }
}

/// Settled or going on.
pub struct Outcome;

impl Rule for Outcome {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "outcome",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Settled or over in one report, going on in another or in the same",
        manual: include_str!("../MANUAL.md"),
        predicates: &[
            "retook",
            "repelled",
            "withdrew",
            "ended",
            "continues",
            "controls",
        ],
        codes: &[
            (
                "settled-and-going-on",
                "ground retaken while fighting goes on",
            ),
            ("over-and-going-on", "over and going on at once"),
        ],
        words: &[
            (
                "settled",
                "Is it over? {first.outlet}: {first}; {second.outlet}: {second}",
            ),
            (
                "settled-why",
                "ground can be retaken, or an attack pushed back, while fighting goes on",
            ),
            (
                "over",
                "Is it over? {first.outlet}: {first}; {second.outlet}: {second}",
            ),
            (
                "over-why",
                "fighting cannot be over and go on at the same time and place; neither says for which moment it speaks",
            ),
            ("ask", "as of what hour, and in which part?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        Ok(event
            .alignments
            .iter()
            .filter_map(|alignment| judge(event, alignment, settings))
            .collect())
    }
}

/// One finding for an alignment, whatever the number of claims on either side.
fn judge(event: &Event, alignment: &Alignment, settings: &Settings) -> Option<Finding> {
    let cases: Vec<Compared<'_>> = alignment
        .compared(event)
        .filter(|c| is_at_odds(c, settings))
        .collect();
    let over = cases.iter().any(|c| {
        [c.left, c.right]
            .iter()
            .any(|claim| settings.over.contains(&claim.predicate))
    });
    let ids = telling(event, &cases, settings);
    let (first, second) = (*ids.first()?, *ids.get(1)?);
    let say = |key: &str| phrase(key).claim("first", first).claim("second", second);
    let mut made = if over {
        finding(
            "over-and-going-on",
            Verdict::Undetermined,
            ids.clone(),
            say("over"),
        )
        .because(say("over-why"))
        .missing(first, "as-of")
        .missing(second, "as-of")
    } else {
        finding(
            "settled-and-going-on",
            Verdict::Compatible,
            ids.clone(),
            say("settled"),
        )
        .because(say("settled-why"))
    };
    let mut articles: Vec<u32> = ids.iter().map(|id| event.claim(*id).article).collect();
    articles.sort_unstable();
    articles.dedup();
    for article in articles {
        made = made.ask_article(article, phrase("ask"));
    }
    Some(made)
}

/// One says that it is settled or over, the other that it goes on, and neither clearly speaks of an earlier time or of
/// another place.
fn is_at_odds(compared: &Compared<'_>, settings: &Settings) -> bool {
    let done = |claim: &Claim| {
        settings.settled.contains(&claim.predicate) || settings.over.contains(&claim.predicate)
    };
    let goes_on = |claim: &Claim| settings.goes_on.contains(&claim.predicate);
    let affirmed = [compared.left, compared.right]
        .iter()
        .all(|claim| claim.polarity == Polarity::Affirmed);
    let (done_first, apart) = match (
        done(compared.left) && goes_on(compared.right),
        goes_on(compared.left) && done(compared.right),
    ) {
        (true, _) => (true, compared.pair.time == Order::After),
        (_, true) => (true, compared.pair.time == Order::Before),
        _ => (false, false),
    };
    // What went on before it was settled is a sequence.
    done_first && affirmed && !apart && compared.pair.place != Extent::Disjoint
}

/// The claims to cite: of each article one of either kind, those across two outlets first.
fn telling(event: &Event, cases: &[Compared<'_>], settings: &Settings) -> Vec<u32> {
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = Vec::new();
    let across = cases.iter().filter(|c| !c.within_one_article());
    let within = cases.iter().filter(|c| c.within_one_article());
    for case in across.chain(within) {
        let goes_on_left = settings.goes_on.contains(&case.left.predicate);
        let (done, on) = if goes_on_left {
            (case.pair.right, case.pair.left)
        } else {
            (case.pair.left, case.pair.right)
        };
        for id in [done, on] {
            let kind = settings.goes_on.contains(&event.claim(id).predicate);
            if Decimal::from(u32::try_from(ids.len()).unwrap_or(u32::MAX)) < settings.most_claims
                && seen.insert((event.claim(id).article, kind))
            {
                ids.push(id);
            }
        }
    }
    ids
}

export!(Outcome);
