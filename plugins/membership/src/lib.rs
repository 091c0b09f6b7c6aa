//! Renamed or separate? One report says that a group took another name, another tells of two groups.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What makes two names one group.
        pub one: Vec<String> = ["renamed", "called"],
        /// What makes them two.
        pub two: Vec<String> = ["belongs-to", "named-beside"],
        /// The most claims that a finding cites.
        pub most_claims: Decimal = dec!(6),
    }
}

/// One group or two.
pub struct Membership;

impl Rule for Membership {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "membership",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two names are one group in one report, two groups in another",
        manual: include_str!("../MANUAL.md"),
        // Without one of these no two names are one.
        predicates: &["renamed", "called"],
        codes: &[
            ("one-or-two", "one group renamed, or two"),
            ("contradicts-itself", "one article has it both ways"),
            ("sources-differ", "those who are quoted have it both ways"),
        ],
        words: &[
            (
                "one-or-two",
                "Is “{one_name}” another name of “{other_name}”, or are they two groups?",
            ),
            (
                "why",
                "what was renamed is not beside itself, nor a member of itself",
            ),
            ("ask", "one group that took another name, or two?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        if event.kind != "entity" {
            return Ok(Vec::new());
        }
        let mut by_names: BTreeMap<[&str; 2], Vec<Odds>> = BTreeMap::new();
        for compared in event.compared() {
            if let Some((names, odds)) = odds(&compared, settings) {
                by_names.entry(names).or_default().push(odds);
            }
        }
        let odds = by_names.into_values();
        Ok(odds
            .filter_map(|odds| finding_of(event, odds, settings))
            .collect())
    }
}

/// One claim that they are one beside one that they are two.
struct Odds {
    one: u32,
    two: u32,
    /// Both in the outlets' own voice, without a source.
    plain: bool,
    within_one_article: bool,
}

/// At odds over the same two names.
fn odds<'a>(compared: &Compared<'a>, settings: &Settings) -> Option<([&'a str; 2], Odds)> {
    let (left, right, pair) = (compared.left, compared.right, compared.pair);
    let one = |claim: &Claim| settings.one.has(&claim.predicate);
    let two = |claim: &Claim| settings.two.has(&claim.predicate);
    let affirmed = left.polarity == Polarity::Affirmed && right.polarity == Polarity::Affirmed;
    let at_odds = pair.predicate == Extent::Disjoint && pair.object == Extent::Same;
    let assumed = [left, right].iter().any(|claim| is_assumed(claim));
    let (first, second) = match () {
        () if one(left) && two(right) => (pair.left, pair.right),
        () if two(left) && one(right) => (pair.right, pair.left),
        () => return None,
    };
    let plain = [left, right]
        .iter()
        .all(|claim| !claim.quoted && claim.attribution.is_empty());
    let within_one_article = compared.within_one_article();
    let odds = Odds {
        one: first,
        two: second,
        plain,
        within_one_article,
    };
    (affirmed && at_odds && !assumed).then_some((names(left)?, odds))
}

fn is_assumed(claim: &Claim) -> bool {
    let time = claim.time.as_ref().is_some_and(Period::is_assumed);
    let party = |party: &Option<Party>| party.as_ref().is_some_and(Party::is_assumed);
    time || party(&claim.object) || party(&claim.complement)
}

/// The two names of a claim in one order.
fn names(claim: &Claim) -> Option<[&str; 2]> {
    let id = |party: &'_ Party| party.entity.is_some();
    let object = claim.object.as_ref().filter(|party| id(party))?;
    let complement = claim.complement.as_ref().filter(|party| id(party))?;
    let (a, b) = (object.entity.as_deref()?, complement.entity.as_deref()?);
    Some([a.min(b), a.max(b)])
}

/// One finding for two names, however many reports speak of them.
fn finding_of(event: &Event, mut odds: Vec<Odds>, settings: &Settings) -> Option<Finding> {
    // Two outlets in their own voice first, then one at odds with itself, then what is only quoted.
    odds.sort_by_key(|odds| (!odds.plain, odds.within_one_article));
    let first = odds.first()?;
    let (code, verdict) = match (first.plain, first.within_one_article) {
        (true, false) => ("one-or-two", Verdict::Contradiction),
        (true, true) => ("contradicts-itself", Verdict::Contradiction),
        (false, _) => ("sources-differ", Verdict::Disputed),
    };
    let text = |party: &Option<Party>| party.as_ref().map_or(String::new(), |p| p.text.to_string());
    let claim = event.claim(first.one);
    let message = phrase("one-or-two")
        .text("one_name", text(&claim.object))
        .text("other_name", text(&claim.complement));
    let cited = telling(event, &odds, settings);
    let articles: BTreeSet<u32> = cited.iter().map(|id| event.claim(*id).article).collect();
    let made = finding(code, verdict, cited, message).because(phrase("why"));
    let ask = |made: Finding, article| made.ask_article(article, phrase("ask"));
    Some(articles.into_iter().fold(made, ask))
}

/// The claims to cite: the first two, then of each article one of either kind.
fn telling(event: &Event, odds: &[Odds], settings: &Settings) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    let all = odds
        .iter()
        .flat_map(|odds| [(odds.one, true), (odds.two, false)]);
    let fresh = all.filter(|(id, one)| seen.insert((event.claim(*id).article, *one)));
    let within = |n: u32| n < 2 || Decimal::from(n) < settings.most_claims;
    (0_u32..)
        .zip(fresh)
        .take_while(|(n, _)| within(*n))
        .map(|(_, (id, _))| id)
        .collect()
}

export!(Membership);
