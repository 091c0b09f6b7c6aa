//! Two figures as intervals: is there room for both, and if not, how far apart are they and in what way?

use rashomon_rule::prelude::{Bounds, Claim, Compared, Decimal, Form};
use rashomon_rule::{Quantity, host};

use crate::Settings;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Some figure satisfies both.
    None,
    /// A floor allows the other, which is far above it.
    Wide,
    /// None does.
    Apart,
}

/// The profile may narrow what the words allow ("dozens" to 99). That is a reading of ours: it excuses, never accuses.
pub(crate) fn gap(left: &Quantity, right: &Quantity, settings: &Settings) -> Gap {
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

/// Do they differ by no more than the slack?
pub(crate) fn is_close(left: &Quantity, right: &Quantity, settings: &Settings) -> bool {
    let (a, b) = (left.interpreted, right.interpreted);
    let between = |below: Bounds, above: Bounds| {
        let distance = above.low?.minus(below.high?)?;
        (distance > Decimal::ZERO).then_some(distance)
    };
    let lows = || Some(a.low?.minus(b.low?)?.abs());
    let distance = between(a, b).or_else(|| between(b, a)).or_else(lows);
    distance.is_some_and(|distance| distance <= settings.slack)
}

/// "More than 30" beside 30: the words exclude it by one, as a rounding does.
pub(crate) fn bound_is_met(left: &Quantity, right: &Quantity) -> bool {
    let met = |bound: &Quantity, other: &Quantity| match bound.form {
        Form::MoreThan => bound.stated.low.is_some() && bound.stated.low == other.stated.high,
        Form::LessThan => bound.stated.high.is_some() && bound.stated.high == other.stated.low,
        _ => false,
    };
    !left.interpreted.meets(&right.interpreted) && (met(left, right) || met(right, left))
}

/// Is one a floor or a ceiling?
pub(crate) fn has_bound(compared: &Compared<'_>) -> bool {
    let bound = |claim: &Claim| {
        let form = claim.quantity.as_ref().map(|q| q.form);
        let bounds = [Form::AtLeast, Form::MoreThan, Form::AtMost, Form::LessThan];
        form.is_some_and(|form| bounds.contains(&form))
    };
    bound(compared.left) || bound(compared.right)
}

/// Is one a word or an approximation, and the other a figure, so that a convention makes room for both?
pub(crate) fn is_vague_beside_exact(left: &Quantity, right: &Quantity) -> bool {
    let vague =
        |q: &Quantity| q.convention.is_some() && matches!(q.form, Form::Vague | Form::About);
    let equal = left.stated == right.stated;
    vague(left) != vague(right) && !equal
}

/// An exact figure that ends in zeros, beside one near it: a round figure stands for those around it.
pub(crate) fn is_rounded(left: &Quantity, right: &Quantity, settings: &Settings) -> bool {
    let stands_for = |round: &Quantity, other: &Quantity| {
        let (round, other) = (exact(round)?, exact(other)?);
        let from = settings.round_from.whole().filter(|from| *from > 0)?;
        let ends_in_zeros = round.whole().is_some_and(|whole| whole % from == 0);
        let near = other
            .minus(round)?
            .abs()
            .cmp_times(settings.rounding, round);
        Some(ends_in_zeros && near.is_le())
    };
    [stands_for(left, right), stands_for(right, left)].contains(&Some(true))
}

/// The one value that the words themselves give.
pub(crate) fn exact(quantity: &Quantity) -> Option<Decimal> {
    quantity
        .stated
        .exact()
        .filter(|_| quantity.form == Form::Exact)
}

/// Two digits that stand the other way round: 4,237 and 4,327. Of few digits every second pair looks like that.
pub(crate) fn is_transposed(left: i64, right: i64, settings: &Settings) -> bool {
    let (a, b) = (left.to_string(), right.to_string());
    let few = Decimal::from(u32::try_from(a.len()).unwrap_or(0)) < settings.slip_digits;
    if few || a.len() != b.len() || left == right || left < 0 || right < 0 {
        return false;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let differ: Vec<usize> = (0..a.len()).filter(|&at| a[at] != b[at]).collect();
    match differ[..] {
        [first, second] => second == first + 1 && a[first] == b[second] && a[second] == b[first],
        _ => false,
    }
}

/// One digit too many or too few: 450 and 4,500.
pub(crate) fn is_off_by_ten(low: i64, high: i64, settings: &Settings) -> bool {
    let digits = Decimal::from(u32::try_from(low.to_string().len()).unwrap_or(0));
    let enough = digits
        .plus(Decimal::ONE)
        .is_some_and(|d| d >= settings.slip_digits);
    enough && low > 0 && low.checked_mul(10) == Some(high)
}

/// Both as whole numbers, the lower first, where the words give both exactly.
pub(crate) fn whole_numbers(compared: &Compared<'_>) -> Option<(i64, i64)> {
    let whole = |claim: &Claim| exact(claim.quantity.as_ref()?)?.whole();
    let (a, b) = (whole(compared.left)?, whole(compared.right)?);
    Some((a.min(b), a.max(b)))
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

/// Was the figure made by the host out of what the text tells one by one? Such a total may excuse, never accuse.
pub(crate) fn is_derived(id: u32) -> bool {
    host::attribute(id, "derived").is_some()
}
