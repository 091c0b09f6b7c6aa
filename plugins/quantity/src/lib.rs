//! Two figures for one measure: do they conflict, and if not, why do they differ?
//!
//! The order of tests: the same measure and people, hedged bounds, the moment for which each is given, the source; where
//! it is unclear who is counted, two readings instead of a verdict.

mod compare;
mod unclear;

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// A figure this many times a floor ("at least 26") is allowed by it, yet too far off to pass in silence.
        pub wide_gap: Decimal = dec!(1.5),
        /// Figures that differ by no more than this are not told apart where it is unclear who is counted.
        pub slack: Decimal = dec!(1),
    }
}

/// Two figures for one measure.
pub struct Quantity;

impl Rule for Quantity {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "quantity",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets give different figures for one measure",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            (
                "figures-differ",
                "both count the same people, and no figure satisfies both",
            ),
            (
                "wide-gap",
                "a floor allows the other figure, which is far above it",
            ),
            (
                "later-figure",
                "the figure given for the later moment is higher",
            ),
            (
                "unclear-who",
                "it is not clear whether both count the same people",
            ),
        ],
        words: WORDS,
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut found = BTreeMap::new();
        for alignment in &event.alignments {
            for compared in alignment.compared(event).filter(is_comparable) {
                let Some(case) = compare::case(&compared, settings) else {
                    continue;
                };
                let finding = match case {
                    compare::Case::UnclearWho => unclear::finding(event, &compared, settings),
                    case => compare::finding(event, &compared, case),
                };
                // One finding for each two figures, however often they are repeated.
                found
                    .entry(key(&compared, &finding.code))
                    .or_insert(finding);
            }
        }
        Ok(found.into_values().collect())
    }
}

const WORDS: &[(&str, &str)] = &[
    ("differ", "{topic}: {low} against {high}"),
    (
        "differ-why",
        "both count the same people, and no figure satisfies both",
    ),
    (
        "differ-sources",
        "both count the same people, and each rests on a source of its own: {low.source} and {high.source}",
    ),
    ("wide", "{topic}: {low} against {high}"),
    (
        "wide-why",
        "“{low.bare}” allows {high.bare}, but a gap that wide needs a reason",
    ),
    ("later", "{topic}: {low}, later {high}"),
    ("later-why", "the higher figure is given for a later moment"),
    (
        "unclear",
        "{topic}: {left} against {right}; who is counted?",
    ),
    (
        "unclear-why",
        "{open.outlet} does not say whose dead or wounded it counts",
    ),
    ("if-same", "{open.bare} counts the same people as {told}"),
    (
        "if-same-wide",
        "{high.bare} is {ratio} times {low.bare}: “{low.bare}” allows it, but a gap that wide needs a reason",
    ),
    ("if-same-differ", "no figure satisfies both"),
    ("if-sum", "{open.bare} counts all sides"),
    (
        "sum-fits",
        "{first.bare} and {second.bare} make {sum}, and {open.bare} fits; {open.outlet} does not say so",
    ),
    (
        "sum-not",
        "{first.bare} and {second.bare} make {sum}, and {open.bare} does not fit",
    ),
    ("if-other", "{open.bare} counts others, or others as well"),
    (
        "other-why",
        "then the two figures answer different questions",
    ),
    (
        "ask-who",
        "whose figure is {claim.bare}, whom does it count, and up to what moment?",
    ),
    (
        "ask-told",
        "where does {claim.bare} come from, and as of when?",
    ),
    (
        "ask-source",
        "is either figure yours: {left.bare} or {right.bare}?",
    ),
];

/// Counts of the same thing by two outlets, neither a part of a whole nor a denial, neither a mere plural.
fn is_comparable(compared: &Compared<'_>) -> bool {
    let counts = |claim: &Claim| {
        claim.polarity == Polarity::Affirmed
            && claim.quantity.as_ref().is_some_and(|q| !is_bare_plural(q))
    };
    let part = |id: u32| {
        compared
            .alignment
            .shares
            .iter()
            .any(|share| share.part == id)
    };
    compared.pair.predicate == Extent::Same
        && !compared.within_one_article()
        && counts(compared.left)
        && counts(compared.right)
        && !part(compared.pair.left)
        && !part(compared.pair.right)
}

/// "soldiers" without a number says that they were several, and no more.
fn is_bare_plural(quantity: &rashomon_rule::prelude::Quantity) -> bool {
    quantity.form == Form::Vague
        && quantity.convention.is_none()
        && quantity.stated.high.is_none()
        && quantity
            .stated
            .low
            .is_none_or(|low| low <= Decimal::from(3))
}

/// Findings of one code on the same two figures are one.
fn key(compared: &Compared<'_>, code: &str) -> (String, String, [String; 2]) {
    let figure = |claim: &Claim| {
        claim
            .quantity
            .as_ref()
            .map_or_else(String::new, |q| format!("{:?}{:?}", q.form, q.stated))
    };
    let mut figures = [figure(compared.left), figure(compared.right)];
    figures.sort();
    (compared.alignment.topic.clone(), code.to_owned(), figures)
}

export!(Quantity);
