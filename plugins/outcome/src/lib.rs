//! How did it end? One report says that ground was retaken or the fighting is over, another, or the same, that it goes on.

use std::collections::BTreeSet;

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
        /// What says who holds it.
        pub holds: Vec<String> = ["controls"],
        /// The most claims a finding cites; never fewer than one of each kind.
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
        // The settings name them.
        predicates: &[],
        codes: &[
            (
                "settled-and-going-on",
                "ground retaken while fighting goes on",
            ),
            ("over-and-going-on", "over and going on at once"),
            ("two-holders", "two sides hold one thing"),
        ],
        words: &[
            (
                "settled",
                "Is it over? It is said to be settled, and to go on",
            ),
            (
                "settled-why",
                "ground can be retaken, or an attack pushed back, while fighting goes on",
            ),
            ("over", "Is it over? It is said to have ended, and to go on"),
            (
                "over-why",
                "fighting cannot be over and go on at one time and place, and it is not said for which moment each holds",
            ),
            (
                "holders",
                "Who holds it? {first.outlet} says “{first_side}”, {second.outlet} “{second_side}”",
            ),
            (
                "holders-why",
                "one place is held by one side at a time, unless each holds a part",
            ),
            ("ask", "as of what hour, and in which part?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut cited = BTreeSet::new();
        let alignments = event.alignments.iter();
        let found = alignments.flat_map(|alignment| {
            let over = judge(event, alignment, settings);
            over.into_iter()
                .chain(two_holders(event, alignment, settings))
        });
        // The same claims may be lined up under two topics.
        Ok(found
            .filter(|finding| cited.insert(finding.claims.clone()))
            .collect())
    }
}

/// One claim that it is done beside one that it goes on.
struct Odds {
    done: u32,
    goes_on: u32,
    /// Over altogether, not only settled.
    over: bool,
    within_one_article: bool,
    /// Said of all there is to settle.
    all: bool,
    /// A headline says it in short; the body is more telling.
    in_headline: bool,
}

/// One finding for an alignment, whatever the number of claims on either side.
fn judge(event: &Event, alignment: &Alignment, settings: &Settings) -> Option<Finding> {
    let pairs = alignment.compared(event);
    let mut cases: Vec<Odds> = pairs.filter_map(|c| odds(&c, settings)).collect();
    // The gravest first, what two outlets say before what one says by itself, and what is said of all before the rest.
    cases.sort_by_key(|case| {
        (
            !case.over,
            case.within_one_article,
            !case.all,
            case.in_headline,
        )
    });
    let first = cases.first()?;
    let ids = telling(event, &cases, settings);
    let say = |key: &str| {
        phrase(key)
            .text("topic", alignment.topic.as_ref())
            .claim("done", first.done)
            .claim("on", first.goes_on)
    };
    let made = if first.over {
        let made = finding(
            "over-and-going-on",
            Verdict::Undetermined,
            ids.clone(),
            say("over"),
        );
        made.because(say("over-why"))
            .missing(first.done, "as-of")
            .missing(first.goes_on, "as-of")
    } else {
        let made = finding(
            "settled-and-going-on",
            Verdict::Compatible,
            ids.clone(),
            say("settled"),
        );
        made.because(say("settled-why"))
    };
    let articles: BTreeSet<u32> = ids.iter().map(|id| event.claim(*id).article).collect();
    Some(articles.into_iter().fold(made, |made, article| {
        made.ask_article(article, phrase("ask"))
    }))
}

/// Two sides of which each is said to hold one and the same, at no two times.
fn two_holders(event: &Event, alignment: &Alignment, settings: &Settings) -> Option<Finding> {
    let holds = |claim: &Claim| {
        settings.holds.has(&claim.predicate) && claim.polarity == Polarity::Affirmed
    };
    let at_odds = |c: &Compared<'_>| {
        let ordered = [c.pair.time, c.pair.as_of]
            .iter()
            .any(|order| matches!(order, Order::Before | Order::After));
        let one = c.pair.object == Extent::Same
            || c.pair.object == Extent::Unknown && c.pair.place == Extent::Same;
        holds(c.left) && holds(c.right) && one && !ordered && c.pair.agent == Extent::Disjoint
    };
    let all_of = |id: u32| event.claim(id).attribute("portion") != Some("part");
    let mut pairs = alignment.compared(event);
    let c = pairs.find(|c| {
        !c.within_one_article() && at_odds(c) && all_of(c.pair.left) && all_of(c.pair.right)
    })?;
    let side = |claim: &Claim| {
        claim
            .agent
            .as_ref()
            .map_or(String::new(), |a| a.text.to_string())
    };
    let ids = [c.pair.left, c.pair.right];
    let message = phrase("holders")
        .claim("first", c.pair.left)
        .claim("second", c.pair.right)
        .text("first_side", side(c.left))
        .text("second_side", side(c.right));
    let made = finding("two-holders", Verdict::Undetermined, ids, message)
        .because(phrase("holders-why"))
        .missing(c.pair.left, "as-of")
        .missing(c.pair.right, "as-of");
    Some([c.left, c.right].into_iter().fold(made, |made, claim| {
        made.ask_article(claim.article, phrase("ask"))
    }))
}

/// One says that it is settled or over, the other that it goes on, and neither clearly speaks of an earlier time or of
/// another place.
fn odds(compared: &Compared<'_>, settings: &Settings) -> Option<Odds> {
    let over = |claim: &Claim| settings.over.has(&claim.predicate);
    let done = |claim: &Claim| over(claim) || settings.settled.has(&claim.predicate);
    let goes_on = |claim: &Claim| settings.goes_on.has(&claim.predicate);
    let affirmed = |claim: &Claim| claim.polarity == Polarity::Affirmed;
    let pair = if done(compared.left) && goes_on(compared.right) {
        *compared.pair
    } else if goes_on(compared.left) && done(compared.right) {
        compared.pair.flipped()
    } else {
        return None;
    };
    let at_odds = affirmed(compared.left)
        && affirmed(compared.right)
        && pair.place != Extent::Disjoint
        && !is_sequence(compared, &pair);
    let of_done = if pair.left == compared.pair.left {
        compared.left
    } else {
        compared.right
    };
    // Of a fight in which both happen at one time, somewhere, nothing is at odds.
    let one_place = over(of_done) || compared.within_one_article() || pair.place != Extent::Unknown;
    (at_odds && one_place).then(|| Odds {
        done: pair.left,
        goes_on: pair.right,
        over: over(of_done),
        within_one_article: compared.within_one_article(),
        all: of_done.attribute("portion") == Some("all"),
        in_headline: [compared.left, compared.right]
            .iter()
            .any(|claim| claim.passage == "headline"),
    })
}

/// Did it go on before it was done? `pair` has what is done on its left.
fn is_sequence(compared: &Compared<'_>, pair: &Pair) -> bool {
    let said = |period: &Option<Period>| period.as_ref().is_some_and(|p| !p.is_assumed());
    // Every report is given for the hour it was written, unless it says so: that alone orders nothing.
    let moments_said = said(&compared.left.as_of) && said(&compared.right.as_of);
    let (done, goes_on) = if pair.left == compared.pair.left {
        (compared.left, compared.right)
    } else {
        (compared.right, compared.left)
    };
    // What was printed before it was done can only tell of the time before: an assumed moment may excuse.
    let printed = goes_on.as_of.as_ref().and_then(|p| p.end);
    let began = done.time.as_ref().and_then(|p| p.start);
    if goes_on.time.is_none()
        && printed
            .zip(began)
            .is_some_and(|(printed, began)| printed <= began)
    {
        return true;
    }
    match pair.time {
        Order::After => true,
        Order::Unknown => moments_said && pair.as_of == Order::After,
        _ => false,
    }
}

/// The claims to cite: the first two, then of each article one of either kind.
fn telling(event: &Event, cases: &[Odds], settings: &Settings) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    let mut ids: Vec<u32> = Vec::new();
    for case in cases {
        for (id, goes_on) in [(case.done, false), (case.goes_on, true)] {
            if seen.insert((event.claim(id).article, goes_on)) {
                ids.push(id);
            }
        }
    }
    let counts = 0_u32..;
    let within = |count: u32| count < 2 || Decimal::from(count) < settings.most_claims;
    counts
        .zip(ids)
        .take_while(|(count, _)| within(*count))
        .map(|(_, id)| id)
        .collect()
}

export!(Outcome);
