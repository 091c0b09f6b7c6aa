//! What one outlet hedges or puts in somebody's mouth, another states as a fact.

use std::collections::BTreeSet;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What must be the same for two claims to be one: "agent" (who did it) or "figure".
        pub same: String = "agent",
        /// The rungs of the ladder that count as in doubt.
        pub doubtful: Vec<String> = ["claimed", "accused", "suspected", "possible"],
        /// Predicates that hold somebody responsible for a deed they name.
        pub accuses: Vec<String> = ["blamed"],
        /// Deeds that matter; none: all.
        pub acts: Vec<String> = ["killed", "wounded", "attacked", "bombed", "captured"],
    }
}

/// A rung of the ladder lost on the way.
pub struct Ladder;

impl Rule for Ladder {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "certainty",
        version: env!("CARGO_PKG_VERSION"),
        summary: "One outlet hedges or attributes what another states as a fact",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[
            (
                "accusation-hardened",
                "an accusation in one outlet, a fact in another",
            ),
            ("hedge-dropped", "the same figure, hedged and plain"),
        ],
        words: &[
            (
                "hardened",
                "{plain.outlet} states as a fact that “{agent}” did it; {weak.outlet} has it as an accusation",
            ),
            (
                "hardened-why",
                "between the two an accusation became a fact; it may have been confirmed since",
            ),
            ("if-confirmed", "it was confirmed in between"),
            (
                "if-confirmed-why",
                "then the plain report is the later state of knowledge",
            ),
            ("if-not", "nothing new was known"),
            (
                "if-not-why",
                "then one of them goes further than its sources",
            ),
            ("ask", "on whose word is it stated?"),
            (
                "dropped",
                "{plain.outlet} states {plain.bare} plainly, {weak.outlet} with “{hedge}”",
            ),
            ("dropped-why", "the figure is the same, the hedge is gone"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        if settings.same == "figure" {
            return Ok(dropped(event, settings));
        }
        Ok(hardened(event, settings))
    }
}

fn is_doubtful(claim: &Claim, settings: &Settings) -> bool {
    let rung = match claim.certainty {
        Certainty::Fact => "fact",
        Certainty::Reported => "reported",
        Certainty::Claimed => "claimed",
        Certainty::Accused => "accused",
        Certainty::Suspected => "suspected",
        Certainty::Possible => "possible",
    };
    settings.doubtful.iter().any(|doubtful| doubtful == rung)
}

/// In the outlet's own voice, on nobody's word. A headline drops what the text below it says.
fn is_plain(claim: &Claim) -> bool {
    claim.certainty == Certainty::Fact
        && claim.attribution.is_empty()
        && !claim.quoted
        && claim.passage != "headline"
}

/// Who is said to have done what.
struct Deed<'a> {
    id: u32,
    claim: &'a Claim,
    agent: &'a Party,
    act: &'a str,
    /// When it was done: an accusation may be dated by what its own sentence says of the deed.
    time: Option<&'a Period>,
}

fn deeds<'a>(event: &'a Event, settings: &Settings) -> Vec<Deed<'a>> {
    let told = (0_u32..).zip(&event.claims).filter_map(|(id, claim)| {
        let agent = claim.agent.as_ref().filter(|a| a.basis == Basis::Said)?;
        let act = if settings.accuses.has(&claim.predicate) {
            claim.attribute("act")?
        } else {
            &claim.predicate
        };
        let counts = settings.acts.is_empty() || settings.acts.has(act);
        let told = counts && claim.polarity == Polarity::Affirmed;
        told.then(|| Deed {
            id,
            claim,
            agent,
            time: claim.time.as_ref().or_else(|| time_of(event, claim, act)),
            act,
        })
    });
    told.collect()
}

/// When the article has the deed in the sentence that holds somebody responsible for it.
fn time_of<'a>(event: &'a Event, accused: &Claim, act: &str) -> Option<&'a Period> {
    let mut of_it = event.claims.iter().filter(|claim| {
        let one_article = claim.article == accused.article;
        one_article && claim.predicate == act && claim.quote == accused.quote
    });
    of_it.find_map(|claim| claim.time.as_ref())
}

/// One finding for each deed and doer that some outlets have as an accusation only, and others as a fact only.
fn hardened(event: &Event, settings: &Settings) -> Vec<Finding> {
    let deeds = deeds(event, settings);
    let mut findings = Vec::new();
    let mut done: Vec<&Deed<'_>> = Vec::new();
    for weak in deeds
        .iter()
        .filter(|deed| is_doubtful(deed.claim, settings))
    {
        let same = |other: &Deed<'_>| {
            other.act == weak.act && other.agent.same_actor(weak.agent) == Sameness::Same
        };
        if done.iter().any(|known| same(known)) {
            continue;
        }
        done.push(weak);
        let of_it: Vec<&Deed<'_>> = deeds.iter().filter(|deed| same(deed)).collect();
        let plain_in: BTreeSet<u32> = articles(&of_it, |claim| claim.certainty == Certainty::Fact);
        let careful_in: BTreeSet<u32> =
            articles(&of_it, |claim| claim.certainty != Certainty::Fact);
        // Of several the one that is dated, so that another day's deed is told apart.
        let only_weak = of_it.iter().filter(|deed| {
            is_doubtful(deed.claim, settings) && !plain_in.contains(&deed.claim.article)
        });
        let only_weak = only_weak.min_by_key(|deed| deed.time.is_none());
        let only_plain = of_it
            .iter()
            .find(|deed| is_plain(deed.claim) && !careful_in.contains(&deed.claim.article));
        if let Some((weak, plain)) = only_weak.zip(only_plain)
            && !is_another(weak, plain)
        {
            findings.push(hardening(event, weak, plain));
        }
    }
    findings
}

/// Deeds of two days are two.
fn is_another(left: &Deed<'_>, right: &Deed<'_>) -> bool {
    let times = left.time.zip(right.time);
    times.is_some_and(|(a, b)| a.gap(b).is_some())
}

fn articles(deeds: &[&Deed<'_>], is: impl Fn(&Claim) -> bool) -> BTreeSet<u32> {
    let told = deeds.iter().filter(|deed| is(deed.claim));
    told.map(|deed| deed.claim.article).collect()
}

fn hardening(event: &Event, weak: &Deed<'_>, plain: &Deed<'_>) -> Finding {
    let message = phrase("hardened")
        .claim("plain", plain.id)
        .claim("weak", weak.id)
        .text("agent", plain.agent.text.as_ref());
    finding(
        "accusation-hardened",
        Verdict::Undetermined,
        [plain.id, weak.id],
        message,
    )
    .because(phrase("hardened-why"))
    .missing(plain.id, "attribution")
    .reading(
        phrase("if-confirmed"),
        Verdict::Superseded,
        phrase("if-confirmed-why"),
    )
    .reading(phrase("if-not"), Verdict::Disputed, phrase("if-not-why"))
    .ask_article(event.claim(plain.id).article, phrase("ask"))
}

/// One finding for each figure that one outlet only hedges and another, no later, only states.
fn dropped(event: &Event, settings: &Settings) -> Vec<Finding> {
    let same = |c: &Compared<'_>| {
        let figure = c.left.exact();
        let of_one = c.pair.predicate == Extent::Same && c.pair.population == Extent::Same;
        of_one && figure.is_some() && figure == c.right.exact()
    };
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for compared in event
        .compared()
        .filter(|c| !c.within_one_article() && same(c))
    {
        let hedged = |claim: &Claim| claim.hedge.is_some() && is_doubtful(claim, settings);
        let (weak, plain) = match (hedged(compared.left), hedged(compared.right)) {
            (true, false) => (compared.pair.left, compared.pair.right),
            (false, true) => (compared.pair.right, compared.pair.left),
            _ => continue,
        };
        let (first, second) = (event.claim(weak), event.claim(plain));
        // A figure that we made is nobody's plain statement, nor anybody's guess.
        if [first, second].iter().any(|claim| claim.is_derived()) {
            continue;
        }
        let states = is_sure(second) && !says_also(event, second, &hedged);
        let doubts = !says_also(event, first, &is_sure);
        let key = (first.predicate.clone(), first.exact());
        if states && doubts && !is_later(event, plain, weak) && seen.insert(key) {
            findings.push(dropping(first, weak, plain));
        }
    }
    findings
}

fn is_sure(claim: &Claim) -> bool {
    claim.hedge.is_none() && claim.certainty <= Certainty::Reported && claim.passage != "headline"
}

/// Does the claim's article give the figure in the other manner as well?
fn says_also(event: &Event, of: &Claim, is: &dyn Fn(&Claim) -> bool) -> bool {
    event.claims.iter().any(|claim| {
        claim.article == of.article
            && claim.predicate == of.predicate
            && claim.exact() == of.exact()
            && is(claim)
    })
}

/// Was the plain report published when the hedged one was already out? Then it may know more.
fn is_later(event: &Event, plain: u32, weak: u32) -> bool {
    let published = |id: u32| event.article_of(id).published.as_ref();
    let moments = published(plain)
        .and_then(|p| p.start)
        .zip(published(weak).and_then(|p| p.end));
    moments.is_some_and(|(plain, weak)| plain >= weak)
}

fn dropping(hedged: &Claim, weak: u32, plain: u32) -> Finding {
    let message = phrase("dropped")
        .claim("plain", plain)
        .claim("weak", weak)
        .text("hedge", hedged.hedge.as_deref().unwrap_or_default());
    finding("hedge-dropped", Verdict::Compatible, [plain, weak], message)
        .because(phrase("dropped-why"))
}

export!(Ladder);
