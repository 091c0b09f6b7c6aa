//! What two figures amount to.

use rashomon_rule::Quantity;
use rashomon_rule::prelude::{
    Basis, Bounds, Claim, Compared, Decimal, Extent, Order, Party, Period,
};

use crate::Settings;

/// What the two figures of a pair amount to. Of several for the same two figures in the same two articles the first
/// in this order holds: the fuller wording explains the shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Case {
    /// Some figure satisfies both.
    Fits,
    /// The later figure is higher.
    Later,
    /// A floor allows the other, which is far above it.
    Wide,
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
            Self::Later => 1,
            Self::Wide | Self::UnclearScope | Self::UnclearWho => 2,
            Self::Differ | Self::DifferUnnamed => 3,
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Wide,
    Apart,
}

/// The case of a pair; none where the two answer different questions, or are too close to ask.
pub(crate) fn case(compared: &Compared<'_>, settings: &Settings) -> Option<Case> {
    let people = people(compared, settings)?;
    if is_elsewhere(compared, settings) {
        return None;
    }
    let left = compared.left.quantity.as_ref()?;
    let right = compared.right.quantity.as_ref()?;
    match (gap(left, right, settings), people) {
        (Gap::None, _) => Some(Case::Fits),
        (_, People::Unclear) if is_close(left, right, settings) => None,
        (_, People::Unclear) => Some(Case::UnclearWho),
        _ if is_later(compared) => Some(Case::Later),
        (Gap::Wide, _) => Some(Case::Wide),
        _ if higher_is_wider(compared, settings) => Some(Case::UnclearScope),
        (Gap::Apart, People::Same) => Some(Case::Differ),
        (Gap::Apart, People::Unnamed) => Some(Case::DifferUnnamed),
    }
}

/// None for a part and its whole, and for groups that differ. A bare number beside a named group is a question worth
/// asking; two bare numbers are the same kind of total.
fn people(compared: &Compared<'_>, settings: &Settings) -> Option<People> {
    let unnamed = |party: &Option<Party>| {
        party.as_ref().is_none_or(|p| {
            let role = p.role.as_ref();
            p.side.is_none()
                && p.entity.is_none()
                && role.is_some_and(|role| settings.anybody.contains(role))
        })
    };
    match compared.pair.population {
        Extent::Same => Some(People::Same),
        Extent::Unknown
            if unnamed(&compared.left.population) && unnamed(&compared.right.population) =>
        {
            Some(People::Unnamed)
        }
        Extent::Unknown => Some(People::Unclear),
        Extent::Subset | Extent::Superset | Extent::Overlap | Extent::Disjoint => None,
    }
}

/// Do the texts themselves place the two elsewhere, or well apart in time?
fn is_elsewhere(compared: &Compared<'_>, settings: &Settings) -> bool {
    let between = || {
        let (left, right) = told_times(compared)?;
        hours(left.gap(right)?)
    };
    // Two days that are told as days are two, however near: the raid of the 30th is not that of the 31st.
    let two_days = || {
        let (left, right) = told_times(compared)?;
        let days = |period: &Period| period.minutes().is_some_and(|minutes| minutes >= 24 * 60);
        left.gap(right).filter(|_| days(left) && days(right))
    };
    let apart =
        between().is_some_and(|hours| hours >= settings.apart_hours) || two_days().is_some();
    apart || (compared.pair.place == Extent::Disjoint && places_are_said(compared))
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
fn told_times<'a>(compared: &Compared<'a>) -> Option<(&'a Period, &'a Period)> {
    let told = |claim: &'a Claim| claim.time.as_ref().filter(|time| !time.is_assumed());
    told(compared.left).zip(told(compared.right))
}

fn hours(minutes: i64) -> Option<Decimal> {
    Decimal::new(minutes, 0)?.ratio(Decimal::from(60))
}

/// The profile may narrow what the words allow ("dozens" to 99). That is a reading of ours: it excuses, never accuses.
fn gap(left: &Quantity, right: &Quantity, settings: &Settings) -> Gap {
    let as_read = left.interpreted.meets(&right.interpreted);
    if !as_read && !left.stated.meets(&right.stated) {
        return Gap::Apart;
    }
    let wide = if as_read {
        is_wide(&left.interpreted, &right.interpreted, settings)
    } else {
        is_wide(&left.stated, &right.stated, settings)
    };
    if wide { Gap::Wide } else { Gap::None }
}

/// Is one open upwards and the other far above its floor?
fn is_wide(left: &Bounds, right: &Bounds, settings: &Settings) -> bool {
    let above = |floor: &Bounds, other: &Bounds| match (floor.low, floor.high, other.low) {
        (Some(low), None, Some(figure)) => {
            figure > low && figure.cmp_times(settings.wide_gap, low).is_ge()
        }
        _ => false,
    };
    above(left, right) || above(right, left)
}

fn is_close(left: &Quantity, right: &Quantity, settings: &Settings) -> bool {
    let (a, b) = (left.interpreted, right.interpreted);
    let between = |below: Bounds, above: Bounds| {
        let distance = above.low?.minus(below.high?)?;
        (distance > Decimal::ZERO).then_some(distance)
    };
    let lows = || Some(a.low?.minus(b.low?)?.abs());
    let distance = between(a, b).or_else(|| between(b, a)).or_else(lows);
    distance.is_some_and(|distance| distance <= settings.slack)
}

/// Is the higher figure given for the later moment? An assumed moment may excuse a difference.
pub(crate) fn is_later(compared: &Compared<'_>) -> bool {
    let (low, high) = lower_first(compared);
    // "The toll has risen to": the text itself says that it gave a lower one before.
    if rashomon_rule::host::attribute(high, "portion").as_deref() == Some("risen") {
        return true;
    }
    match compared.pair.as_of {
        Order::Before => low == compared.pair.left,
        Order::After => low == compared.pair.right,
        _ => false,
    }
}

/// Is a moment of ours part of the order in which the figures were given?
pub(crate) fn is_order_assumed(compared: &Compared<'_>) -> bool {
    let assumed = |claim: &Claim| claim.as_of.as_ref().is_none_or(Period::is_assumed);
    assumed(compared.left) || assumed(compared.right)
}

/// The number in a figure: its floor, or its ceiling where it has no floor.
pub(crate) fn figure(claim: &Claim) -> Option<Decimal> {
    let stated = claim.quantity.as_ref()?.stated;
    stated.low.or(stated.high)
}

/// The ids of a pair, the lower figure first.
pub(crate) fn lower_first(compared: &Compared<'_>) -> (u32, u32) {
    if figure(compared.left) <= figure(compared.right) {
        (compared.pair.left, compared.pair.right)
    } else {
        (compared.pair.right, compared.pair.left)
    }
}
