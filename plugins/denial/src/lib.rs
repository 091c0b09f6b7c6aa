//! Did it happen at all? One says so, another denies it.

use std::collections::BTreeSet;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Words before whoever does it for who denies it: "its soldiers".
        pub own: Vec<String> = ["its", "his", "her", "their"],
        /// Predicates that another rule looks at: who denies having done it, charges, and how somebody is.
        pub others: Vec<String> = ["claimed-responsibility", "denied-responsibility", "blamed", "charged", "convicted", "condition"],
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
                "{topic}: asserted by {yes.source}, denied by {no.source}",
            ),
            (
                "denied-why",
                "the sources disagree; the outlets report what each says",
            ),
            (
                "figure",
                "{topic}: {yes} by the word of {yes.source}, denied by {no.source}",
            ),
            (
                "figure-of-outlet",
                "{topic}: {yes.outlet} says {yes}; denied by {no.source}, says {no.outlet}",
            ),
            (
                "figure-why",
                "a figure that is denied stands on the word of who gave it",
            ),
            (
                "figure-ask",
                "what does the word of {yes.source} rest on, and what of the denial by {no.source}?",
            ),
            (
                "outlet-ask",
                "on whose word, and what of the denial by {no.source}?",
            ),
            ("not", "{topic}: said in {yes.voice}, denied in {no.voice}"),
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
                .filter_map(|c| said(event, &c, settings))
                .filter(|said| !is_told_by_both(event, alignment, said))
                .collect();
            // What two outlets say goes before what one reports, and somebody's word before an outlet's own.
            let unsourced = |id: u32| event.claim(id).nearest_source().is_none();
            pairs.sort_by_key(|said| (said.within_one_article, unsourced(said.yes)));
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

/// Does it say that whoever speaks did not do it?
fn is_of_own_deed(claim: &Claim, settings: &Settings) -> bool {
    let agent = claim.agent.as_ref().map(|agent| agent.text.to_lowercase());
    agent.is_some_and(|agent| {
        let said = claim
            .speaker()
            .is_some_and(|s| s.text.to_lowercase() == agent);
        let first = agent.split_whitespace().next();
        said || first.is_some_and(|first| settings.own.iter().any(|own| own == first))
    })
}

/// A claim beside its denial.
struct Said {
    yes: u32,
    no: u32,
    /// Is it denied that so many were harmed, rather than that something was done?
    of_figure: bool,
    within_one_article: bool,
}

/// The same thing said and denied, by or to nobody else, at no other time or place.
fn said(event: &Event, compared: &Compared<'_>, settings: &Settings) -> Option<Said> {
    let (left, right, pair) = (compared.left, compared.right, compared.pair);
    let plain = |claim: &Claim| {
        let nameless = claim.quoted && claim.nearest_source().is_none();
        !nameless && !settings.others.has(&claim.predicate)
    };
    let elsewhere = [pair.agent, pair.object, pair.place].contains(&Extent::Disjoint);
    let other_time = matches!(pair.time, Order::Before | Order::After);
    let same = pair.predicate == Extent::Same && !elsewhere && !other_time;
    if !same || !plain(left) || !plain(right) {
        return None;
    }
    let (yes, no) = match (left.polarity, right.polarity) {
        (Polarity::Affirmed, Polarity::Denied) => (pair.left, pair.right),
        (Polarity::Denied, Polarity::Affirmed) => (pair.right, pair.left),
        _ => return None,
    };
    // "Tanda rejected accusations that his men had shelled it": nobody else says so there.
    let accusation = |claim: &Claim| {
        claim.polarity == Polarity::Affirmed
            && claim.certainty >= Certainty::Claimed
            && claim.attribution.is_empty()
    };
    if compared.within_one_article() && (accusation(left) || accusation(right)) {
        return None;
    }
    // "Denied killing the priest": that he is dead is not denied, but who did it.
    let denial = event.claim(no);
    if is_of_own_deed(denial, settings) && pair.agent != Extent::Same {
        return None;
    }
    let of_figure = left.quantity.is_some() || right.quantity.is_some();
    // Who lowers his own toll denies nobody.
    let speakers = [left, right].map(|claim| claim.speaker().map(|source| &source.text));
    if of_figure && speakers[0].is_some() && speakers[0] == speakers[1] {
        return None;
    }
    let named = pair.agent == Extent::Same || pair.object == Extent::Same;
    let one = if of_figure {
        pair.population != Extent::Disjoint && is_denied_figure(event.claim(yes), event.claim(no))
    } else {
        named
    };
    one.then(|| Said {
        yes,
        no,
        of_figure,
        within_one_article: compared.within_one_article(),
    })
}

/// Is it this figure of one event that is denied? Who denies forty does not deny twelve, who denies any denies both.
fn is_denied_figure(yes: &Claim, no: &Claim) -> bool {
    let running = |claim: &Claim| {
        let figure = claim.quantity.as_ref();
        figure.is_some_and(|figure| figure.tally == Tally::Cumulative)
    };
    let Some(said) = &yes.quantity else {
        return false;
    };
    let none = said.stated.high == Some(Decimal::ZERO);
    let within = no
        .quantity
        .as_ref()
        .is_none_or(|q| is_within(&said.stated, &q.stated));
    let sourced = no.nearest_source().is_some();
    within && sourced && !none && !running(yes) && !running(no) && !are_two_persons(yes, no)
}

/// Does all that the one allows lie in the other? Who denies 29 does not deny at least 21.
fn is_within(inner: &Bounds, outer: &Bounds) -> bool {
    let low = outer.low.is_none_or(|low| inner.low >= Some(low));
    let high = |high| inner.high.is_some_and(|inner| inner <= high);
    low && outer.high.is_none_or(high)
}

/// One held and another not held: each claim is of one person, and their words have nothing in common.
fn are_two_persons(yes: &Claim, no: &Claim) -> bool {
    let one = |claim: &Claim| {
        let figure = claim.quantity.as_ref();
        figure.is_some_and(|q| q.stated.high == Some(Decimal::from(1)))
    };
    let (Some(a), Some(b)) = (&yes.population, &no.population) else {
        return false;
    };
    // Names only: "the driver" may be anybody.
    let names = |party: &Party| -> BTreeSet<String> {
        let words = party.text.split_whitespace();
        let names = words.filter(|word| word.starts_with(char::is_uppercase));
        names.map(str::to_lowercase).collect()
    };
    let (a, b) = (names(a), names(b));
    one(yes) && one(no) && !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
}

/// Do both articles tell of both the figure and its denial? Then they agree that it is disputed.
fn is_told_by_both(event: &Event, alignment: &Alignment, said: &Said) -> bool {
    let [yes, no] = [said.yes, said.no].map(|id| event.claim(id));
    let tells = |article: u32, like: &Claim| {
        let claims = alignment.claims.iter().map(|id| event.claim(*id));
        let mut own = claims.filter(|claim| claim.article == article);
        own.any(|claim| {
            let meets = match (&claim.quantity, &like.quantity) {
                (Some(a), Some(b)) => a.stated.meets(&b.stated),
                _ => true,
            };
            claim.polarity == like.polarity && claim.predicate == like.predicate && meets
        })
    };
    said.of_figure && tells(yes.article, no) && tells(no.article, yes)
}

fn finding_of(event: &Event, alignment: &Alignment, said: &Said) -> Finding {
    let ids = [said.yes, said.no];
    let say = |key: &str| {
        phrase(key)
            .text("topic", alignment.topic.as_ref())
            .claim("yes", said.yes)
            .claim("no", said.no)
    };
    let sources = ids.map(|id| event.claim(id).speaker());
    let two = matches!(sources, [Some(a), Some(b)] if a.text != b.text);
    if said.of_figure {
        let (key, ask) = match two {
            true => ("figure", "figure-ask"),
            false => ("figure-of-outlet", "outlet-ask"),
        };
        let ask = phrase(ask).claim("yes", said.yes).claim("no", said.no);
        return finding("denied", Verdict::Disputed, ids, say(key))
            .because(say("figure-why"))
            .ask_article(event.claim(said.yes).article, ask);
    }
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
