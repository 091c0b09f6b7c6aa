//! Literal figures → what is compared, by the conventions of a profile.

use crate::lexicon::{Convention, Lexicon};
use crate::model::{Bounds, Decimal, Form, Quantity};

/// Sets `interpreted` and `convention` of a figure.
pub(crate) fn interpret(quantity: &mut Quantity, lexicon: &Lexicon, profile: &str) {
    quantity.interpreted = exclusive_ends_closed(quantity);
    quantity.convention = None;
    let Some(convention) = convention_of(quantity, lexicon, profile) else {
        return;
    };
    let read = apply(convention, quantity);
    if read != quantity.interpreted {
        quantity.interpreted = read;
        quantity.convention = Some(convention.id.clone());
    }
}

/// "more than 5" people are 6 and more: whole things are counted.
fn exclusive_ends_closed(quantity: &Quantity) -> Bounds {
    let Bounds { low, high } = quantity.stated;
    let one = Decimal::from(1);
    let minus_one = Decimal::new(-1, 0).unwrap_or(Decimal::ZERO);
    let step = |end: Option<Decimal>, by: Decimal| {
        end.and_then(|d| {
            if d.is_integer() {
                d.checked_add(by)
            } else {
                Some(d)
            }
        })
    };
    match quantity.form {
        Form::MoreThan => Bounds {
            low: step(low, one),
            high,
        },
        Form::LessThan => Bounds {
            low,
            high: step(high, minus_one),
        },
        _ => quantity.stated,
    }
}

/// The line of the profile that reads a figure of this form: by its word if it is vague, else by its form.
fn convention_of<'a>(
    quantity: &Quantity,
    lexicon: &'a Lexicon,
    profile: &str,
) -> Option<&'a Convention> {
    let named = |name: &str| lexicon.convention(profile, name);
    match quantity.form {
        Form::About => named("about"),
        Form::AtLeast => named("at-least"),
        Form::MoreThan => named("more-than"),
        Form::AtMost => named("at-most"),
        Form::LessThan => named("less-than"),
        Form::Range => named("range"),
        Form::Exact => None,
        // "hundreds of thousands" is no "hundreds".
        Form::Vague if quantity.text.split_whitespace().count() <= 2 => quantity
            .text
            .split_whitespace()
            .find_map(|word| named(&word.to_lowercase())),
        Form::Vague => None,
    }
}

fn apply(convention: &Convention, quantity: &Quantity) -> Bounds {
    let stated = quantity.stated;
    if convention.inclusive {
        return stated;
    }
    if let Some(point) = &convention.point {
        let value = if point == "low" {
            stated.low.or(stated.high)
        } else {
            stated.high.or(stated.low)
        };
        return value.map_or(stated, Bounds::exactly);
    }
    if let Some(share) = convention.around {
        return stated.low.map_or(stated, |value| around(value, share));
    }
    Bounds {
        low: convention.low.or(stated.low),
        high: convention.high,
    }
}

/// Half of the last place that is not zero, at least `share` of the figure, on either side: 50 is 45..55, 47 is 45..49.
fn around(value: Decimal, share: Decimal) -> Bounds {
    let half_place = half_of_last_place(value);
    let part = value.checked_mul(share).map_or(Decimal::ZERO, whole);
    let width = half_place.max(part);
    let low = value
        .checked_add(negative(width))
        .map(|d| d.max(Decimal::ZERO));
    Bounds {
        low,
        high: value.checked_add(width),
    }
}

fn negative(value: Decimal) -> Decimal {
    Decimal::new(-value.units(), value.scale()).unwrap_or(Decimal::ZERO)
}

/// Without what is behind the point: people are whole.
fn whole(value: Decimal) -> Decimal {
    Decimal::new(
        value.units() / 10_i64.pow(u32::from(value.scale()).min(18)),
        0,
    )
    .unwrap_or(Decimal::ZERO)
}

fn half_of_last_place(value: Decimal) -> Decimal {
    let mut units = value.units();
    let mut place: i64 = 1;
    while units != 0 && units % 10 == 0 {
        units /= 10;
        place = place.saturating_mul(10);
    }
    // Of a figure like 47 the last place is the ones: nothing is rounded away but the share decides.
    if place == 1 {
        Decimal::ZERO
    } else {
        Decimal::new(place / 2, value.scale()).unwrap_or(Decimal::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_may_let_the_bound_in() {
        let stated = Bounds {
            low: Some(Decimal::from(6)),
            high: None,
        };
        let mut quantity = Quantity::stated("more than 6", Form::MoreThan, stated, "person");
        let lexicon = &*crate::lexicon::english::ENGLISH;
        interpret(&mut quantity, lexicon, "literal");
        assert_eq!(quantity.interpreted.low, Some(Decimal::from(7)));
        assert_eq!(quantity.convention, None);
        interpret(&mut quantity, lexicon, "muc4");
        assert_eq!(quantity.interpreted.low, Some(Decimal::from(6)));
        assert_eq!(quantity.convention.as_deref(), Some("muc4/more-than"));
    }

    #[test]
    fn about_is_half_of_the_last_place_and_at_least_a_share() {
        let share = "0.05".parse().expect("a decimal");
        let rows = [
            (50, 45, 55),
            (47, 45, 49),
            (100, 50, 150),
            (1200, 1140, 1260),
            (7, 7, 7),
        ];
        for (value, low, high) in rows {
            let bounds = around(Decimal::from(value), share);
            assert_eq!(
                (bounds.low, bounds.high),
                (Some(Decimal::from(low)), Some(Decimal::from(high))),
                "{value}"
            );
        }
    }
}
