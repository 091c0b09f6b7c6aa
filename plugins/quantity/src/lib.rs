//! Two figures for one measure: do they conflict, and if not, why do they differ?
//!
//! The order of tests: the same measure and people, place and time, hedged bounds, the moment for which each is given,
//! the source; where it is unclear who is counted, two readings instead of a verdict.

mod compare;
mod differ;
mod unclear;
mod words;

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use compare::Case;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// A figure this many times a floor ("at least 26") is allowed by it, yet too far off to pass in silence.
        pub wide_gap: Decimal = dec!(1.5),
        /// Figures that differ by no more than this are not told apart where it is unclear who is counted.
        pub slack: Decimal = dec!(1),
        /// Words that say no more than "this many or more" are no figure: "soldiers", "several".
        pub bare_plural: Decimal = dec!(3),
        /// Hours between two times from which on two figures are of two days, or one of a longer time.
        pub apart_hours: Decimal = dec!(24),
        /// Roles that say no more than that people are counted.
        pub anybody: Vec<String> = ["person"],
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
                "unclear-scope",
                "the higher figure is given for a wider place or a longer time",
            ),
            (
                "unclear-who",
                "it is not clear whether both count the same people",
            ),
        ],
        words: words::WORDS,
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let alignments = event.alignments.iter();
        Ok(alignments
            .flat_map(|alignment| judge(event, alignment, settings))
            .collect())
    }
}

/// A pair with what its figures amount to.
type Judged<'a> = (Case, Compared<'a>);

/// The findings of one topic: one for each two figures, however often they are repeated.
fn judge(event: &Event, alignment: &Alignment, settings: &Settings) -> Vec<Finding> {
    let comparable = alignment
        .compared(event)
        .filter(|compared| is_comparable(compared, settings));
    let mut by_articles: BTreeMap<_, Judged<'_>> = BTreeMap::new();
    for compared in comparable {
        let Some(case) = compare::case(&compared, settings) else {
            continue;
        };
        // What a report says once in full it may say again in short: a headline drops the "at least".
        let articles = [compared.left.article, compared.right.article];
        keep(
            &mut by_articles,
            (figures(&compared), articles),
            (case, compared),
            |new, known| new < known,
        );
    }
    let mut by_figures: BTreeMap<_, Judged<'_>> = BTreeMap::new();
    for ((figures, _), judged) in by_articles {
        // That two outlets differ for a good reason excuses no third.
        keep(&mut by_figures, figures, judged, |new, known| {
            new.gravity() > known.gravity()
        });
    }
    let judged = one_question_each(event, by_figures.into_values().collect());
    judged
        .into_iter()
        .filter_map(|(case, compared)| finding_of(event, &compared, case))
        .collect()
}

/// Of the parts that one article sets beside an open figure, the largest stands for all: the sum names the others.
fn one_question_each<'a>(event: &Event, judged: Vec<Judged<'a>>) -> Vec<Judged<'a>> {
    let mut largest: BTreeMap<_, Option<Decimal>> = BTreeMap::new();
    let asks = |case: &Case| *case == Case::UnclearWho;
    for (_, compared) in judged.iter().filter(|(case, _)| asks(case)) {
        let told = unclear::told_figure(event, compared);
        let known = largest
            .entry(unclear::subject(event, compared))
            .or_default();
        *known = told.max(*known);
    }
    let stands = |(case, compared): &Judged<'_>| {
        let subject = unclear::subject(event, compared);
        !asks(case) || largest.get(&subject) == Some(&unclear::told_figure(event, compared))
    };
    judged.into_iter().filter(stands).collect()
}

/// Puts `new` under `key` if nothing stands there, or if it is to be preferred to what does.
fn keep<'a, K: Ord>(
    kept: &mut BTreeMap<K, Judged<'a>>,
    key: K,
    new: Judged<'a>,
    prefer: impl Fn(Case, Case) -> bool,
) {
    if kept
        .get(&key)
        .is_none_or(|(known, _)| prefer(new.0, *known))
    {
        kept.insert(key, new);
    }
}

fn finding_of(event: &Event, compared: &Compared<'_>, case: Case) -> Option<Finding> {
    let made = match case {
        Case::Fits => return None,
        Case::Later => differ::later(event, compared),
        Case::Wide => differ::wide(event, compared),
        Case::Differ | Case::DifferUnnamed => differ::differ(event, compared),
        Case::UnclearScope => unclear::scope(event, compared),
        Case::UnclearWho => unclear::who(event, compared),
    };
    Some(made.conventions_of(event))
}

/// Counts of the same thing by two outlets, neither a part of a whole nor a denial, neither a mere plural.
fn is_comparable(compared: &Compared<'_>, settings: &Settings) -> bool {
    let (Some(left), Some(right)) = (&compared.left.quantity, &compared.right.quantity) else {
        return false;
    };
    let ids = [compared.pair.left, compared.pair.right];
    let mut shares = compared.alignment.shares.iter();
    let is_part = shares.any(|share| ids.contains(&share.part));
    let affirmed = |claim: &Claim| claim.polarity == Polarity::Affirmed;
    let one_measure = compared.pair.predicate == Extent::Same
        && left.unit == right.unit
        && !is_running_total_of_one(left.tally, right.tally);
    one_measure
        && !compared.within_one_article()
        && !is_part
        && affirmed(compared.left)
        && affirmed(compared.right)
        && !is_bare_plural(left, settings)
        && !is_bare_plural(right, settings)
}

/// Does one count this event, and the other everything since some moment?
fn is_running_total_of_one(left: Tally, right: Tally) -> bool {
    [left, right].contains(&Tally::Cumulative) && [left, right].contains(&Tally::Incident)
}

/// "soldiers" without a number says that they were several, and no more.
fn is_bare_plural(quantity: &rashomon_rule::Quantity, settings: &Settings) -> bool {
    let small = |low: Decimal| low <= settings.bare_plural;
    quantity.form == Form::Vague
        && quantity.convention.is_none()
        && quantity.stated.high.is_none()
        && quantity.stated.low.is_none_or(small)
}

/// The two figures as numbers, whatever words stand around them and whichever outlet gives which.
fn figures(compared: &Compared<'_>) -> [Option<Decimal>; 2] {
    let mut figures = [compared.left, compared.right].map(compare::figure);
    figures.sort();
    figures
}

export!(Quantity);
