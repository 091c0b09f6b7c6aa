//! One number that two outlets give for different things: shelters here, dead there; a running total here, one day's
//! toll there.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Numbers from which on it is telling that two things have the same.
        pub telling: Decimal = dec!(100),
        /// The same for one measure, of which one outlet gives a running total: that is no chance.
        pub telling_total: Decimal = dec!(10),
        /// A multiple of this is a round number, which many things have.
        pub round: Decimal = dec!(50),
    }
}

/// One number for different things.
pub struct Measure;

impl Rule for Measure {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "measure",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets give one number for different things",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            (
                "other-measure",
                "the number that one outlet gives for one thing, another gives for another",
            ),
            (
                "running-total",
                "one outlet gives as this event's what another counts since some moment",
            ),
        ],
        words: WORDS,
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut by_number: BTreeMap<Decimal, Vec<u32>> = BTreeMap::new();
        for (id, number) in numbers(event, settings) {
            by_number.entry(number).or_default().push(id);
        }
        let found = by_number
            .iter()
            .filter_map(|(number, ids)| one_of(event, settings, (*number, ids)));
        Ok(found.collect())
    }
}

/// The affirmed exact figures that are large enough to tell, by claim.
fn numbers(event: &Event, settings: &Settings) -> Vec<(u32, Decimal)> {
    let number = |(id, claim): (u32, &Claim)| {
        let quantity = claim.quantity.as_ref()?;
        let number = quantity
            .stated
            .exact()
            .filter(|_| quantity.form == Form::Exact)?;
        let large = number >= settings.telling.min(settings.telling_total);
        (large && claim.polarity == Polarity::Affirmed).then_some((id, number))
    };
    (0..).zip(&event.claims).filter_map(number).collect()
}

/// What is counted: the predicate and the unit.
fn thing(claim: &Claim) -> (&str, &str) {
    let unit = claim.quantity.as_ref().map_or("", |q| q.unit.as_ref());
    (claim.predicate.as_ref(), unit)
}

fn is_running(claim: &Claim) -> bool {
    let quantity = claim.quantity.as_ref();
    quantity.is_some_and(|q| q.tally == Tally::Cumulative)
}

/// The finding on one number, if there is one: the first pair that tells.
fn one_of(event: &Event, settings: &Settings, (number, ids): (Decimal, &[u32])) -> Option<Finding> {
    // An outlet that has the number for both things knows of both.
    let known: BTreeSet<_> = ids
        .iter()
        .map(|id| event.claim(*id))
        .map(|claim| (claim.article, thing(claim), is_running(claim)))
        .collect();
    let round = || {
        let every = settings.round.whole().filter(|every| *every > 0)?;
        Some(number.whole()? % every == 0)
    };
    let chance = number < settings.telling || round() == Some(true);
    let pairs =
        (0..ids.len()).flat_map(|at| ids[at + 1..].iter().map(move |right| (ids[at], *right)));
    // Bounded: a thousand outlets with one number are told by their first few.
    let mut pairs = pairs.take(MOST_PAIRS);
    pairs.find_map(|(left, right)| {
        let (a, b) = (event.claim(left), event.claim(right));
        let knows = |claim: &Claim, other: &Claim| {
            known.contains(&(claim.article, thing(other), is_running(other)))
        };
        if a.article == b.article || knows(a, b) || knows(b, a) {
            return None;
        }
        let one_thing = thing(a) == thing(b);
        let telling = if one_thing {
            is_running(a) != is_running(b)
        } else {
            !chance && are_apart(a, b)
        };
        match telling && !a.is_derived() && !b.is_derived() {
            true if one_thing => Some(running(event, left, right)),
            true => Some(other_measure(event, left, right)),
            false => None,
        }
    })
}

/// Do they count things of which neither holds the other?
fn are_apart(a: &Claim, b: &Claim) -> bool {
    let related = || host::relate("predicate", &a.predicate, &b.predicate);
    thing(a).1 != thing(b).1 || matches!(related(), Extent::Unknown | Extent::Disjoint)
}

/// Pairs of claims looked at for one number.
const MOST_PAIRS: usize = 200;

fn other_measure(event: &Event, left: u32, right: u32) -> Finding {
    let say = |key: &str| phrase(key).claim("left", left).claim("right", right);
    let made = finding(
        "other-measure",
        Verdict::Undetermined,
        [left, right],
        say("message"),
    );
    let made = made
        .because(say("other-measure-why"))
        .reading(phrase("if-one"), Verdict::Contradiction, say("if-one-why"))
        .reading(
            phrase("if-both"),
            Verdict::Compatible,
            phrase("if-both-why"),
        )
        .missing(left, "attribution")
        .missing(right, "attribution");
    ask(event, made, left, right)
}

fn running(event: &Event, left: u32, right: u32) -> Finding {
    let (total, incident) = if is_running(event.claim(left)) {
        (left, right)
    } else {
        (right, left)
    };
    let say = |key: &str| phrase(key).claim("left", total).claim("right", incident);
    let made = finding(
        "running-total",
        Verdict::Undetermined,
        [incident, total],
        say("message"),
    );
    let made = made
        .because(say("running-total-why"))
        .missing(incident, "time")
        .missing(total, "time");
    ask(event, made, incident, total)
}

fn ask(event: &Event, made: Finding, left: u32, right: u32) -> Finding {
    let ask = |id: u32| phrase("ask").claim("claim", id);
    made.ask_article(event.claim(left).article, ask(left))
        .ask_article(event.claim(right).article, ask(right))
        .conventions_of(event)
}

const WORDS: &[(&str, &str)] = &[
    (
        "message",
        "one number for two things: {left.outlet} has {left}, {right.outlet} {right}",
    ),
    (
        "other-measure-why",
        "neither outlet has {left.bare} for what the other counts",
    ),
    ("if-one", "both took the number from one list"),
    (
        "if-one-why",
        "then one of them says of the wrong thing that there were {left.bare}",
    ),
    ("if-both", "there were as many of the one as of the other"),
    ("if-both-why", "then both are right"),
    (
        "running-total-why",
        "{left.outlet} counts everything since some moment, {right.outlet} gives the same number for this event",
    ),
    (
        "ask",
        "what exactly does {claim.bare} count, and where does it come from?",
    ),
];

export!(Measure);
