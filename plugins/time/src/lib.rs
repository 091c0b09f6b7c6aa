//! When did it happen? Two outlets date one thing differently.

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What is done in steps, so that two dates of it can follow one another.
        pub steps: Vec<String> = ["retook", "repelled", "seized", "withdrew", "bombed"],
        /// What is not dated by when it is said: it holds over a stretch of time.
        pub states: Vec<String> = ["continues", "controls"],
        /// Hours between two times below which they are one.
        pub slack_hours: Decimal = dec!(0),
    }
}

/// Two times for one thing that happened.
pub struct Time;

impl Rule for Time {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "time",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets date one thing differently",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            ("sequence", "two times for what can be done in steps"),
            ("dates-differ", "two times for one thing"),
        ],
        words: &[
            ("sequence", "{topic}: {first_time} or {second_time}?"),
            (
                "sequence-why",
                "it can be done in steps, one after the other",
            ),
            ("differ", "{topic}: {first_time} or {second_time}?"),
            (
                "differ-why",
                "the two may date one thing differently, or speak of two",
            ),
            ("if-one", "both speak of one and the same"),
            ("if-one-why", "then one of the dates is wrong"),
            ("if-two", "it happened twice"),
            ("if-two-why", "then each outlet reports one of the two"),
            ("ask", "when exactly, by whose clock, and on whose word?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut widest: BTreeMap<(String, u32, u32), (i64, Finding)> = BTreeMap::new();
        for alignment in &event.alignments {
            for compared in alignment
                .compared(event)
                .filter(|c| is_one_thing(c, settings))
            {
                let Some(gap) = gap(&compared, settings) else {
                    continue;
                };
                let key = (
                    alignment.topic.clone(),
                    compared.left.article,
                    compared.right.article,
                );
                if widest.get(&key).is_none_or(|(known, _)| *known < gap) {
                    widest.insert(key, (gap, finding_of(&compared, settings)));
                }
            }
        }
        Ok(widest.into_values().map(|(_, finding)| finding).collect())
    }
}

/// Claims of two outlets that may speak of one and the same: nobody else did it, nowhere else, to nothing else.
fn is_one_thing(compared: &Compared<'_>, settings: &Settings) -> bool {
    let pair = compared.pair;
    let elsewhere = [pair.agent, pair.object, pair.place].contains(&Extent::Disjoint);
    let state = |claim: &Claim| settings.states.contains(&claim.predicate);
    let plain = |claim: &Claim| {
        claim.polarity == Polarity::Affirmed && claim.quantity.is_none() && !state(claim)
    };
    let alike = matches!(
        pair.predicate,
        Extent::Same | Extent::Overlap | Extent::Subset | Extent::Superset
    );
    !compared.within_one_article()
        && alike
        && !elsewhere
        && plain(compared.left)
        && plain(compared.right)
}

/// Minutes between the two times, where both are said and lie apart by more than the slack. What was assumed accuses
/// nobody.
fn gap(compared: &Compared<'_>, settings: &Settings) -> Option<i64> {
    let said = |claim: &Claim| {
        claim
            .time
            .clone()
            .filter(|t| t.is_resolved() && !t.is_assumed())
    };
    let (left, right) = (said(compared.left)?, said(compared.right)?);
    let gap = left.gap(&right)?;
    let hours = Decimal::new(gap, 0)?.ratio(Decimal::from(60))?;
    (hours >= settings.slack_hours).then_some(gap)
}

fn finding_of(compared: &Compared<'_>, settings: &Settings) -> Finding {
    let (first, second) = match compared.pair.time {
        Order::After => (compared.right, compared.left),
        _ => (compared.left, compared.right),
    };
    let ids = if first == compared.left {
        [compared.pair.left, compared.pair.right]
    } else {
        [compared.pair.right, compared.pair.left]
    };
    let message = |key: &str| {
        let mut message = phrase(key).text("topic", compared.alignment.topic.as_str());
        for (name, claim) in [("first_time", first), ("second_time", second)] {
            if let Some(time) = &claim.time {
                message = message.time(name, time);
            }
        }
        message
    };
    let in_steps = [first, second]
        .iter()
        .all(|claim| settings.steps.contains(&claim.predicate));
    let made = if in_steps {
        finding("sequence", Verdict::Compatible, ids, message("sequence"))
            .because(phrase("sequence-why"))
    } else {
        finding(
            "dates-differ",
            Verdict::Undetermined,
            ids,
            message("differ"),
        )
        .because(phrase("differ-why"))
        .reading(
            phrase("if-one"),
            Verdict::Contradiction,
            phrase("if-one-why"),
        )
        .reading(phrase("if-two"), Verdict::Compatible, phrase("if-two-why"))
        .missing(ids[0], "time")
        .missing(ids[1], "time")
    };
    ids.iter().fold(made, |made, id| {
        let article = if *id == compared.pair.left {
            compared.left.article
        } else {
            compared.right.article
        };
        made.ask_article(article, phrase("ask"))
    })
}

export!(Time);
