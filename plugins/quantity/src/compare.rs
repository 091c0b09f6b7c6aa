//! What two figures amount to: the order of tests.

use rashomon_rule::prelude::{Basis, Compared, Extent, Order, Party, Period, Sameness};
use rashomon_rule::prelude::{Claim, Decimal, Form, Quantity, Words};

use crate::Settings;
use crate::figures::{self, Gap, gap, is_close, lower_first};
use crate::none;
use crate::series::{is_later, stale};
use crate::status;
use crate::topic::Topic;

/// What the two figures of a pair amount to. Of several for the same two figures in the same two articles the first
/// in this order holds: the fuller wording explains the shorter. A number is the claim that explains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Case {
    /// Some figure satisfies both.
    Fits,
    /// A convention reads a word or an approximation so that both may be right.
    Vague,
    /// A round figure, and one near it.
    Rounded,
    /// "More than 30" beside 30.
    BoundMet,
    /// The higher counts the attackers as well.
    Attackers(u32),
    /// The higher counts the dead as well.
    Dead(u32),
    /// The higher counts others as well, of whom the texts speak.
    Others(u32),
    /// One outlet has both, each on a word of its own: the claim that has the other outlet's figure there.
    RivalTold(u32),
    /// The later figure is higher.
    Later,
    /// The lower repeats an older figure that others had left behind.
    Stale(u32),
    /// A floor allows the other, which is far above it.
    Wide,
    /// The digits of one are those of the other in another order.
    Slip,
    /// One has a digit more.
    OffByTen,
    /// A part is larger than the whole.
    PartExceeds,
    /// Nobody, and some of them at a later moment or in later reports.
    LaterSome,
    /// Nobody, and some of those of whom more may be told by the hour.
    NoneYet,
    /// Nobody in all, and some of them.
    SomeOfNone,
    /// The same number of people, whom they call by kinds that exclude each other.
    Status,
    /// Two figures of what has one for good.
    Stays,
    /// Opposed sides give two figures, one after the other.
    Rivals,
    /// Both say that they count the same people; no figure satisfies both.
    Differ,
    /// The higher figure is given for a wider place or a longer time.
    UnclearScope,
    /// It is not clear whether they count the same people.
    UnclearWho,
    /// Neither says more than that people are counted; no figure satisfies both.
    DifferUnnamed,
}

impl Case {
    /// How much it matters to a reader.
    pub(crate) fn gravity(self) -> u8 {
        match self {
            Self::Fits => 0,
            Self::Vague | Self::Rounded | Self::BoundMet => 1,
            Self::Attackers(_) | Self::Dead(_) | Self::Others(_) => 2,
            Self::Later | Self::LaterSome | Self::RivalTold(_) => 2,
            Self::NoneYet | Self::Wide | Self::UnclearScope | Self::UnclearWho | Self::Stays => 3,
            Self::Stale(_) | Self::Slip | Self::OffByTen | Self::PartExceeds | Self::Status => 4,
            Self::Differ | Self::DifferUnnamed | Self::Rivals | Self::SomeOfNone => 4,
        }
    }
}

/// Whom the two count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum People {
    Same,
    /// Both a mere total.
    Unnamed,
    Unclear,
}

/// The case of a pair; none where the two answer different questions, or are too close to ask.
pub(crate) fn case(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    if is_elsewhere(topic, compared) {
        return None;
    }
    if none::is_wider_measure(compared) || none::is_none_beside_some(compared) {
        return none::case(topic, compared);
    }
    if status::is_some_beside_all(topic, compared) {
        return Some(Case::Status);
    }
    match compared.pair.population {
        Extent::Same => whole_figures(topic, compared, People::Same),
        Extent::Unknown => {
            let unnamed = [&compared.left.population, &compared.right.population];
            let unnamed = unnamed.map(|party| topic.is_anybody(party.as_ref()));
            let people = if unnamed == [true, true] {
                People::Unnamed
            } else {
                People::Unclear
            };
            whole_figures(topic, compared, people)
        }
        Extent::Subset | Extent::Superset => part_and_whole(topic, compared),
        Extent::Disjoint => status::of_one_number(topic, compared),
        Extent::Overlap => None,
    }
}

fn whole_figures(topic: &Topic<'_>, compared: &Compared<'_>, people: People) -> Option<Case> {
    let settings = topic.settings;
    let left = compared.left.quantity.as_ref()?;
    let right = compared.right.quantity.as_ref()?;
    let gap = gap(left, right, settings);
    if gap == Gap::None {
        return Some(match () {
            () if figures::is_vague_beside_exact(left, right) => Case::Vague,
            () if figures::bound_is_met(left, right) => Case::BoundMet,
            () => Case::Fits,
        });
    }
    // An outlet that gives the other's figure as well contradicts nobody. Neither does a total that we made, which may yet
    // say why the other differs.
    if topic.agrees(compared) {
        let same = people == People::Same || people == People::Unnamed;
        return topic.rival(compared).filter(|_| same && gap == Gap::Apart);
    }
    if topic.is_of_ours(compared) {
        return topic.explained(compared);
    }
    if tells_of_one(compared.left) || tells_of_one(compared.right) || is_rest(topic, compared) {
        return None;
    }
    if figures::is_rounded(left, right, settings) {
        return Some(Case::Rounded);
    }
    if let Some(explained) = topic.explained(compared) {
        return Some(explained);
    }
    if settings.stays.has(&compared.left.predicate) {
        return stays(topic, compared, (gap, people));
    }
    // Of the missing some are found, and in the end all: only a rise is worth a word.
    let recedes = topic.settings.recedes.has(&compared.left.predicate);
    let ordered = matches!(compared.pair.as_of, Order::Before | Order::After);
    if recedes && ordered && !is_later(topic, compared) {
        return None;
    }
    let of_nobody = none::is_of_nobody(topic, compared);
    let (low, high) = lower_first(compared);
    if of_nobody && none::is_local(topic, low, topic.event.claim(high)) {
        return None;
    }
    let later = is_later(topic, compared) && !are_rivals(compared, settings);
    match people {
        People::Unclear if of_nobody && later => return Some(Case::LaterSome),
        People::Unclear if of_nobody && none::is_of_one_kind(topic, compared) => return None,
        People::Unclear if topic.counts_others(compared) => return None,
        People::Unclear if is_close(left, right, settings) => return None,
        People::Unclear => return Some(Case::UnclearWho),
        _ if of_nobody => return Some(none::of_the_same(topic, compared)),
        People::Same | People::Unnamed => {}
    }
    if is_later(topic, compared) {
        // "At least six" of an earlier day opposes no ten of a later one, whoever says so.
        return Some(match are_rivals(compared, settings) && gap == Gap::Apart {
            true => Case::Rivals,
            false => Case::Later,
        });
    }
    Some(match () {
        () if gap == Gap::Wide => Case::Wide,
        () if higher_is_wider(compared, settings) => Case::UnclearScope,
        () => apart(topic, compared, people),
    })
}

/// Do opposed sides give the two figures: a union and a ministry, an army and the doctors of a town?
pub(crate) fn are_rivals(compared: &Compared<'_>, settings: &Settings) -> bool {
    let parted = compared.pair.origin == Sameness::Different;
    are_opposed((compared.left, compared.right), parted, settings)
}

/// Do opposed sides give the figures of two claims? Two of the kinds that speak for a side are, if they are `parted`: not one
/// source.
pub(crate) fn are_opposed(claims: (&Claim, &Claim), parted: bool, settings: &Settings) -> bool {
    let (Some(a), Some(b)) = (kind_of_origin(claims.0), kind_of_origin(claims.1)) else {
        return false;
    };
    let opposed = |pair: &String| {
        let kinds = pair.split_once('/');
        kinds.is_some_and(|(x, y)| [(x, y), (y, x)].contains(&(a, b)))
    };
    let sides = [a, b].iter().all(|kind| settings.sides.has(kind));
    settings.rivals.iter().any(opposed) || sides && parted
}

/// The kind of the source a claim began with, where the sentence says who that is.
fn kind_of_origin(claim: &Claim) -> Option<&str> {
    let source = claim.origin().filter(|source| source.basis == Basis::Said);
    source.map(|source| source.kind.as_ref())
}

/// Does each rest on somebody's word, by other words of whose?
pub(crate) fn are_on_two_words((one, other): (&Claim, &Claim), settings: &Settings) -> bool {
    // "The organisers" and "organisers" are one word.
    let plain = |text: &str| {
        let text = text.to_lowercase();
        let definite = |first: &str| settings.definite.iter().any(|word| word == first);
        match text.split_once(' ') {
            Some((first, rest)) if definite(first) => rest.to_owned(),
            _ => text,
        }
    };
    let source = |claim: &Claim| claim.origin().map(|source| plain(&source.text));
    let sources = source(one).zip(source(other));
    sources.is_some_and(|(one, other)| one != other)
}

/// "Three others" beside a total of four: the others, and those beside whom they are told.
fn is_rest(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    let (low, high) = lower_first(compared);
    let beside = topic.told(low).some || topic.is_beside_one(compared);
    beside && !topic.told(high).some
}

/// Is it somebody described rather than counted: "a 53-year-old man", "1 child"? Others may stand beside.
pub(crate) fn tells_of_one(claim: &Claim) -> bool {
    let described = |figure: &str| claim.population.as_ref().is_some_and(|p| p.text == figure);
    let quantity = claim.quantity.as_ref();
    quantity.is_some_and(|q| q.stated.exact() == Some(Decimal::ONE) && described(&q.text))
}

/// Two figures of what neither grows nor shrinks: no later moment excuses them.
fn stays(topic: &Topic<'_>, compared: &Compared<'_>, (gap, people): (Gap, People)) -> Option<Case> {
    match people {
        // Two crowds of one day.
        People::Unclear => None,
        _ if gap == Gap::Wide => Some(Case::Wide),
        _ if are_rivals(compared, topic.settings) => Some(Case::Rivals),
        _ => Some(match apart(topic, compared, people) {
            slip @ (Case::Slip | Case::OffByTen) => slip,
            _ if compared.pair.origin == Sameness::Same => Case::Differ,
            _ => Case::Stays,
        }),
    }
}

/// "One person was hurt" beside four, where its article tells of nobody else: a figure, and not some of them.
fn one_against_more(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    let (low, high) = lower_first(compared);
    let (one, more) = (topic.event.claim(low), topic.event.claim(high));
    let figure = one.quantity.as_ref()?.text.to_lowercase();
    let (party, others) = (one.population.as_ref()?, more.population.as_ref()?);
    let last = figure.split_whitespace().last()?;
    let alike = topic.is_anybody(Some(party)) || party.role == others.role;
    let is_more = |q: &Quantity| q.stated.low.is_some_and(|low| low > Decimal::ONE);
    if !more.quantity.as_ref().is_some_and(is_more) {
        return None;
    }
    let numbered =
        topic.settings.one.iter().any(|word| word == last) && is_plain(&party.text) && alike;
    let stands = numbered
        && !topic.is_of_ours(compared)
        && !topic.is_beside_one(compared)
        && !topic.told(low).some
        && topic.is_alone(low);
    if !stands || topic.agrees(compared) {
        return None;
    }
    if is_later(topic, compared) {
        return Some(Case::Later);
    }
    // Of those whom an earlier report counts a later one may tell of one.
    let ordered = matches!(compared.pair.as_of, Order::Before | Order::After);
    let counted = more
        .quantity
        .as_ref()
        .is_some_and(|q| q.form == Form::Exact);
    (counted && !ordered).then_some(Case::DifferUnnamed)
}

/// The most words of a noun that no description is: "police officer".
const NOUN: usize = 2;

/// A noun without an age or a clause of its own.
fn is_plain(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words <= NOUN && !text.contains(|c: char| c.is_ascii_digit())
}

/// No figure satisfies both, and the order in which they were given does not excuse it.
fn apart(topic: &Topic<'_>, compared: &Compared<'_>, people: People) -> Case {
    if let Some((low, high)) = figures::whole_numbers(compared) {
        if figures::is_transposed(low, high, topic.settings) {
            return Case::Slip;
        }
        if figures::is_off_by_ten(low, high, topic.settings) {
            return Case::OffByTen;
        }
    }
    match stale(topic, compared) {
        Some(earlier) => Case::Stale(earlier),
        None if people == People::Same => Case::Differ,
        None => Case::DifferUnnamed,
    }
}

/// A part and its whole answer different questions, unless the part is the larger, or the texts say what the rest is.
fn part_and_whole(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    let (part, whole) = match compared.pair.population {
        Extent::Subset => (compared.left, compared.right),
        _ => (compared.right, compared.left),
    };
    // One man told by name is no whole, and no part that counts.
    if tells_of_one(whole) {
        return None;
    }
    let (part, whole) = (part.quantity.as_ref()?, whole.quantity.as_ref()?);
    let counts = |figure: Option<Decimal>, least| figure.is_some_and(|figure| figure >= least);
    if !counts(part.stated.low, Decimal::from(2)) || !counts(whole.stated.low, Decimal::ONE) {
        return one_against_more(topic, compared);
    }
    let exceeds = |part: Option<Decimal>, whole: Option<Decimal>| {
        part.zip(whole).is_some_and(|(part, whole)| part > whole)
    };
    let exceeds = exceeds(part.stated.low, whole.stated.high)
        && exceeds(part.interpreted.low, whole.interpreted.high);
    let ids = [compared.pair.left, compared.pair.right];
    match exceeds {
        _ if ids.into_iter().any(|id| topic.told(id).some) => None,
        false => topic
            .rest(compared)
            .map(Case::Others)
            .or_else(|| kind_for_all(topic, compared)),
        true if topic.agrees(compared) || topic.is_of_ours(compared) => None,
        true if is_later(topic, compared) => Some(Case::Later),
        true if is_many_times(part, whole, topic.settings) => None,
        true if are_rivals(compared, topic.settings) => Some(Case::Rivals),
        true => Some(Case::PartExceeds),
    }
}

/// "17 miners were killed" in one report that counts nobody else, 24 people in another: do the 17 stand for all of them?
fn kind_for_all(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    let ids = [compared.pair.left, compared.pair.right];
    let part = match compared.pair.population {
        Extent::Subset => compared.pair.left,
        _ => compared.pair.right,
    };
    if topic.is_some_by_nature(part) || topic.has_others_beside(part) {
        return None;
    }
    let whole = |id: u32| topic.is_alone(id) && topic.is_head(id) && !topic.told(id).derived;
    let (left, right) = (
        compared.left.quantity.as_ref()?,
        compared.right.quantity.as_ref()?,
    );
    let many = |one, other| is_many_times(one, other, topic.settings);
    let told = ids.into_iter().all(whole)
        && !many(left, right)
        && !many(right, left)
        && gap(left, right, topic.settings) == Gap::Apart
        && !is_close(left, right, topic.settings);
    match told {
        true if is_later(topic, compared) => Some(Case::Later),
        true => Some(Case::UnclearWho),
        false => None,
    }
}

/// Is the part so many times the whole that the two are of different things?
fn is_many_times(part: &Quantity, whole: &Quantity, settings: &Settings) -> bool {
    let ends = part.stated.low.zip(whole.stated.high);
    ends.is_some_and(|(part, whole)| part.cmp_times(whole, settings.part_ratio).is_ge())
}

/// Do the texts themselves place the two elsewhere, or well apart in time?
pub(crate) fn is_elsewhere(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    let settings = topic.settings;
    let between = || {
        let (left, right) = told_times(compared)?;
        hours(left.gap(right)?)
    };
    // Two days that are told as days are two, however near: the raid of the 30th is not that of the 31st. At the heads of
    // their texts two days side by side date one deed twice.
    let two_days = || {
        let (left, right) = told_times(compared)?;
        let days = |period: &Period| period.minutes().is_some_and(|minutes| minutes >= 24 * 60);
        let gap = left.gap(right).filter(|_| days(left) && days(right))?;
        (gap > 0 || !topic.are_heads(compared)).then_some(gap)
    };
    let apart =
        between().is_some_and(|hours| hours >= settings.apart_hours) || two_days().is_some();
    apart
        || (compared.pair.place == Extent::Disjoint && places_are_said(compared))
        || is_other_news(compared, settings)
}

/// Are they told so long after one another that it may be of something else, and does neither say when that was?
fn is_other_news(compared: &Compared<'_>, settings: &Settings) -> bool {
    let days = || {
        let (left, right) = (
            compared.left.as_of.as_ref()?,
            compared.right.as_of.as_ref()?,
        );
        hours(left.gap(right)?)?.ratio(Decimal::from(24))
    };
    told_times(compared).is_none() && days().is_some_and(|days| days >= settings.other_news_days)
}

/// Is the higher figure given for the wider place, or for a time that is longer by far?
fn higher_is_wider(compared: &Compared<'_>, settings: &Settings) -> bool {
    let (_, high) = lower_first(compared);
    let left_is_high = high == compared.pair.left;
    let place = match compared.pair.place {
        Extent::Superset => left_is_high,
        Extent::Subset => !left_is_high,
        _ => false,
    };
    let longer = || {
        let (left, right) = told_times(compared)?;
        let (short, long) = match (compared.pair.time, left_is_high) {
            (Order::Contains, true) => (right, left),
            (Order::Within, false) => (left, right),
            _ => return None,
        };
        hours(long.minutes()?.checked_sub(short.minutes()?)?)
    };
    (place && places_are_said(compared)) || longer().is_some_and(|h| h >= settings.apart_hours)
}

fn places_are_said(compared: &Compared<'_>) -> bool {
    let said = |place: &Option<Party>| place.as_ref().is_some_and(|p| p.basis == Basis::Said);
    said(&compared.left.place) && said(&compared.right.place)
}

/// When each happened, where neither is our default.
pub(crate) fn told_times<'a>(compared: &Compared<'a>) -> Option<(&'a Period, &'a Period)> {
    let told = |claim: &'a Claim| claim.time.as_ref().filter(|time| !time.is_assumed());
    told(compared.left).zip(told(compared.right))
}

fn hours(minutes: i64) -> Option<Decimal> {
    Decimal::new(minutes, 0)?.ratio(Decimal::from(60))
}
