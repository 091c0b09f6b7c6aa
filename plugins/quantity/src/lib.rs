//! Two figures for one measure: do they conflict, and if not, why do they differ?
//!
//! One explanation a pair, by one order of tests: the same measure, place and time; a part and its whole; hedged bounds
//! and roundings; what else either article says (the attackers, the dead, the rest); the moment for which each figure is
//! given; slips of the pen; the source. Where it is unclear who is counted, two readings instead of a verdict. A pack
//! makes several rules of it, one for each kind of outcome, so that no two of them speak of one pair.

mod aside;
mod compare;
mod differ;
mod explained;
mod figures;
mod none;
mod series;
mod several;
mod status;
mod sums;
mod topic;
mod unclear;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use compare::Case;
use topic::Topic;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// A figure this many times a floor ("at least 26") is allowed by it, yet too far off to pass in silence.
        pub wide_gap: Decimal = dec!(1.5),
        /// A part that is so many times the whole, or more, is of something else.
        pub part_ratio: Decimal = dec!(4),
        /// Roles of which a figure is of some of all: it is not asked whether they stand for all.
        pub some_of_all: Vec<String> = ["child", "woman", "man"],
        /// So many figures of as many outlets are one finding that lists them, rather than one a pair.
        pub listed_from: Decimal = dec!(3),
        /// Figures that differ by no more than this are not told apart where it is unclear who is counted.
        pub slack: Decimal = dec!(1),
        /// Words that say no more than "this many or more" are no figure: "soldiers", "several".
        pub bare_plural: Decimal = dec!(3),
        /// Hours between two times from which on two figures are of two days, or one of a longer time.
        pub apart_hours: Decimal = dec!(24),
        /// Days between two reports from which on they may be of two things, where neither says when it happened.
        pub other_news_days: Decimal = dec!(30),
        /// Roles that say no more than that people are counted.
        pub anybody: Vec<String> = ["person"],
        /// Roles of those who attacked: their dead are in one outlet's figure and not in another's.
        pub attackers: Vec<String> = ["attacker"],
        /// Predicates whose count may hold the dead as well: "three taken to hospital".
        pub hurt: Vec<String> = ["wounded", "shot"],
        /// Words that count one person, where no more than a noun stands behind: "one person", "one police officer".
        pub one: Vec<String> = ["one"],
        /// Words that count others than somebody told of before.
        pub others: Vec<String> = ["other", "others"],
        /// Kinds of source that pass on what others say: another outlet speaks better for its figure itself.
        pub media: Vec<String> = ["media", "agency"],
        /// Predicates that count all who were harmed in any way.
        pub casualties: Vec<String> = ["casualties"],
        /// Predicates that count the dead.
        pub dead: Vec<String> = ["killed"],
        /// Predicates of which more may be told by the hour: nobody was held, and later two were.
        pub goes_on: Vec<String> = ["captured", "missing", "rescued", "displaced", "trapped", "freed"],
        /// Predicates whose count falls as time goes by: of the missing some are found.
        pub recedes: Vec<String> = ["missing", "trapped"],
        /// Predicates of which a deed has one figure for good: how strong a quake was, how many shots were fired.
        pub stays: Vec<String> = ["magnitude", "shots", "hits", "attackers", "aboard", "gathered", "loot", "siege-lasted", "fight-lasted", "fire-burned", "prison-term"],
        /// Words before a source that make no other of it: "the organisers".
        pub definite: Vec<String> = ["the"],
        /// Kinds of source that speak for opposed sides, so that a later figure of one corrects none of the other's.
        pub rivals: Vec<String> = ["party/official", "party/military", "party/police", "party/medic", "party/witness", "party/monitor", "party/rescue", "party/unnamed", "official/relative", "police/relative", "rescue/relative", "military/relative", "military/medic", "military/monitor", "military/witness", "military/rescue"],
        /// Kinds of source that speak for a side: two of them by other names are rivals too.
        pub sides: Vec<String> = ["official", "military", "party"],
        /// Words of a source that is soon out of date: "initial reports".
        pub first_reports: Vec<String> = ["initial", "first", "early", "preliminary"],
        /// A multiple of this is a round figure, which may stand for those around it.
        pub round_from: Decimal = dec!(100),
        /// How far around, as a share of it.
        pub rounding: Decimal = dec!(0.05),
        /// Digits from which on a swap of two, or one too many, is told from chance.
        pub slip_digits: Decimal = dec!(3),
        /// Equal figures from which on two kinds of people are taken for one group.
        pub telling: Decimal = dec!(5),
        /// Kinds between which it matters to whom the dead belonged: "civilian/combatant".
        pub statuses: Vec<String> = ["civilian/combatant"],
        /// Kinds of people that go by many names: one outlet's rebels are the other's militants.
        pub of_many_names: Vec<String> = ["combatant"],
        /// Kinds that exclude each other, so that their figures may be added up.
        pub exclusive: Vec<String> = ["civilian/combatant", "man/woman", "man/child", "woman/child"],
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
        codes: words::CODES,
        words: words::WORDS,
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let topics = event.alignments.iter();
        let topics = topics.map(|alignment| Topic::new(event, alignment, settings));
        Ok(topics.flat_map(|topic| judge(&topic)).collect())
    }
}

/// A pair with what its figures amount to.
pub(crate) type Judged<'a> = (Case, Compared<'a>);

/// The findings of one topic: one for each two figures, however often they are repeated, and one for a toll that rose.
fn judge(topic: &Topic<'_>) -> Vec<Finding> {
    let event = topic.event;
    let judged = one_question_each(event, by_figures(topic));
    let judged = one_rest_each(judged);
    let judged = none::one_each(topic, judged);
    let later = |(case, compared): &Judged<'_>| {
        (*case == Case::Later).then(|| figures::lower_first(compared))
    };
    let later: Vec<_> = judged.iter().filter_map(later).collect();
    let chains = series::chains(topic, &later);
    let chains = chains
        .iter()
        .filter_map(|steps| explained::chain(topic, steps));
    let pairs = judged.iter();
    let pairs = pairs.filter_map(|(case, compared)| finding_of(topic, compared, *case));
    let pairs = several::merged(topic, pairs.collect());
    let found = pairs.into_iter().chain(chains).chain(sums::findings(topic));
    found.map(|made| made.conventions_of(event)).collect()
}

fn by_figures<'a>(topic: &Topic<'a>) -> Vec<Judged<'a>> {
    let mut by_articles: BTreeMap<_, Judged<'_>> = BTreeMap::new();
    for compared in topic.comparable() {
        let Some(case) = compare::case(topic, &compared) else {
            continue;
        };
        // What a report says once in full it may say again in short: a headline drops the "at least".
        let articles = [compared.left.article, compared.right.article];
        // Who they were is another question than how many.
        let asks = case == Case::Status;
        keep(
            &mut by_articles,
            (figures(&compared), articles, asks),
            (case, compared),
            |new, known| (new.0, standing(topic, new)) < (known.0, standing(topic, known)),
        );
    }
    let mut by_figures: BTreeMap<_, Judged<'_>> = BTreeMap::new();
    for ((figures, _, asks), judged) in by_articles {
        // That two outlets differ for a good reason excuses no third; of what weighs the same, the best told stands.
        let rank = |(case, _): &Judged<'_>| Reverse(case.gravity());
        keep(&mut by_figures, (figures, asks), judged, |new, known| {
            (rank(new), standing(topic, new)) < (rank(known), standing(topic, known))
        });
    }
    by_figures.into_values().collect()
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

/// Six of eight with two others, and two of eight with six others, are one thing to say: of the larger part.
fn one_rest_each(mut judged: Vec<Judged<'_>>) -> Vec<Judged<'_>> {
    let cited = |(case, compared): &Judged<'_>| match case {
        Case::Others(third) => {
            let mut ids = [compared.pair.left, compared.pair.right, *third];
            ids.sort_unstable();
            Some(ids)
        }
        _ => None,
    };
    let mut said = std::collections::BTreeSet::new();
    // By figures, so that the larger part comes last.
    judged.reverse();
    judged.retain(|one| cited(one).is_none_or(|ids| said.insert(ids)));
    judged.reverse();
    judged
}

/// How poorly a pair stands for its figures: by the claims that repeat what another medium said, then by headlines.
fn standing(topic: &Topic<'_>, (_, compared): &Judged<'_>) -> (usize, usize) {
    let claims = [compared.left, compared.right];
    let count = |poor: &dyn Fn(&Claim) -> bool| claims.iter().filter(|claim| poor(claim)).count();
    let media = &topic.settings.media;
    let relayed = |claim: &Claim| {
        let source = claim.nearest_source();
        source.is_some_and(|source| media.has(&source.kind))
    };
    (count(&relayed), count(&|claim| claim.passage == "headline"))
}

/// Puts `new` under `key` if nothing stands there, or if it is to be preferred to what does.
fn keep<'a, K: Ord>(
    kept: &mut BTreeMap<K, Judged<'a>>,
    key: K,
    new: Judged<'a>,
    prefer: impl Fn(&Judged<'_>, &Judged<'_>) -> bool,
) {
    if kept.get(&key).is_none_or(|known| prefer(&new, known)) {
        kept.insert(key, new);
    }
}

/// The finding on a pair; a toll that rose is told as a whole.
fn finding_of(topic: &Topic<'_>, compared: &Compared<'_>, case: Case) -> Option<Finding> {
    let event = topic.event;
    Some(match case {
        Case::Fits | Case::Later => return None,
        Case::Vague | Case::Rounded | Case::BoundMet => {
            return explained::explained(event, compared, case);
        }
        Case::Attackers(_) | Case::Dead(_) | Case::Others(_) => {
            return explained::explained(event, compared, case);
        }
        Case::RivalTold(beside) => explained::rival(event, compared, beside),
        Case::Stale(earlier) => explained::stale(event, compared, earlier),
        Case::Slip => explained::slip(event, compared, "digit-slip"),
        Case::OffByTen => explained::slip(event, compared, "off-by-ten"),
        Case::LaterSome | Case::NoneYet | Case::SomeOfNone => {
            none::finding_of(topic, compared, case)
        }
        Case::PartExceeds => explained::part_exceeds(event, compared),
        Case::Status => status::finding_of(topic, compared),
        Case::Wide => differ::wide(event, compared),
        Case::Rivals => differ::rivals(event, compared),
        Case::Stays => differ::stays(topic, compared),
        Case::Differ | Case::DifferUnnamed => differ::differ(topic, compared),
        Case::UnclearScope => unclear::scope(event, compared),
        Case::UnclearWho => unclear::who(event, compared),
    })
}

impl<'a> Topic<'a> {
    /// The pairs whose figures are worth comparing.
    fn comparable(&self) -> impl Iterator<Item = Compared<'a>> {
        let pairs = self.alignment.compared(self.event);
        let one_thing = |compared: &Compared<'_>| {
            is_comparable(compared, self.settings)
                && self.are_told_best(compared)
                && (!self.is_part(compared) && !self.is_aside(compared)
                    || status::is_some_beside_all(self, compared))
        };
        pairs.filter(one_thing)
    }
}

/// Counts of the same thing by two outlets, neither a denial nor a mere plural.
fn is_comparable(compared: &Compared<'_>, settings: &Settings) -> bool {
    let (Some(left), Some(right)) = (&compared.left.quantity, &compared.right.quantity) else {
        return false;
    };
    let affirmed = |claim: &Claim| claim.polarity == Polarity::Affirmed;
    let one_measure = (compared.pair.predicate == Extent::Same || none::is_wider_measure(compared))
        && left.unit == right.unit
        && !is_running_total_of_one(left.tally, right.tally);
    one_measure
        && !compared.within_one_article()
        && affirmed(compared.left)
        && affirmed(compared.right)
        && !is_bare_plural(left, settings)
        && !is_bare_plural(right, settings)
}

/// Does one count this event, and the other everything since some moment?
fn is_running_total_of_one(left: Tally, right: Tally) -> bool {
    (left == Tally::Cumulative) != (right == Tally::Cumulative)
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
    let mut figures = [compared.left, compared.right].map(figures::figure);
    figures.sort();
    figures
}

export!(Quantity);
