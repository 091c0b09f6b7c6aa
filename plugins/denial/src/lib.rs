//! Did it happen at all? One says so, another denies it.

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Predicates that another rule looks at: who denies having done it.
        pub others: Vec<String> = ["claimed-responsibility", "denied-responsibility", "blamed"],
    }
}

/// Said and denied.
pub struct Denial;

impl Rule for Denial {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "denial",
        version: env!("CARGO_PKG_VERSION"),
        summary: "One says that it happened, another denies it",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            ("denied", "said and denied by two sources"),
            (
                "said-and-not",
                "said and denied, and not both on somebody's word",
            ),
        ],
        words: &[
            (
                "denied",
                "{topic}: {yes.source} says so, {no.source} denies it",
            ),
            (
                "denied-why",
                "the sources disagree; the outlets report what each says",
            ),
            (
                "not",
                "{topic}: said in {yes.outlet}, denied in {no.outlet}",
            ),
            (
                "not-why",
                "both cannot hold at one time, and it is not said for which moment each does",
            ),
            ("ask", "as of what hour, and on whose word?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let found = event.alignments.iter().filter_map(|alignment| {
            let mut pairs: Vec<Said> = alignment
                .compared(event)
                .filter_map(|c| said(&c, settings))
                .collect();
            // What two outlets say goes before what one reports.
            pairs.sort_by_key(|said| said.within_one_article);
            pairs.first().map(|said| finding_of(event, alignment, said))
        });
        let mut findings: Vec<Finding> = Vec::new();
        for finding in found {
            if !findings.iter().any(|known| known.claims == finding.claims) {
                findings.push(finding);
            }
        }
        Ok(findings)
    }
}

/// A claim beside its denial.
struct Said {
    yes: u32,
    no: u32,
    within_one_article: bool,
}

/// The same thing said and denied, by or to nobody else, at no other time or place.
fn said(compared: &Compared<'_>, settings: &Settings) -> Option<Said> {
    let (left, right, pair) = (compared.left, compared.right, compared.pair);
    let plain = |claim: &Claim| {
        let nameless = claim.quoted && claim.nearest_source().is_none();
        claim.quantity.is_none() && !nameless && !settings.others.contains(&claim.predicate)
    };
    let elsewhere = [pair.agent, pair.object, pair.place].contains(&Extent::Disjoint);
    let other_time = matches!(pair.time, Order::Before | Order::After);
    let named = pair.agent == Extent::Same || pair.object == Extent::Same;
    let of_one = pair.predicate == Extent::Same && named && !elsewhere && !other_time;
    if !of_one || !plain(left) || !plain(right) {
        return None;
    }
    let within_one_article = compared.within_one_article();
    match (left.polarity, right.polarity) {
        (Polarity::Affirmed, Polarity::Denied) => Some(Said {
            yes: pair.left,
            no: pair.right,
            within_one_article,
        }),
        (Polarity::Denied, Polarity::Affirmed) => Some(Said {
            yes: pair.right,
            no: pair.left,
            within_one_article,
        }),
        _ => None,
    }
}

fn finding_of(event: &Event, alignment: &Alignment, said: &Said) -> Finding {
    let ids = [said.yes, said.no];
    let say = |key: &str| {
        phrase(key)
            .text("topic", alignment.topic.as_str())
            .claim("yes", said.yes)
            .claim("no", said.no)
    };
    let sources = ids.map(|id| event.claim(id).nearest_source());
    let two = matches!(sources, [Some(a), Some(b)] if a.text != b.text);
    let made = if two {
        finding("denied", Verdict::Disputed, ids, say("denied")).because(say("denied-why"))
    } else {
        let made = finding("said-and-not", Verdict::Undetermined, ids, say("not"));
        made.because(say("not-why"))
            .missing(said.yes, "as-of")
            .missing(said.no, "as-of")
    };
    ids.into_iter().fold(made, |made, id| {
        made.ask_article(event.claim(id).article, phrase("ask"))
    })
}

export!(Denial);
