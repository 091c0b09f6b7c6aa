use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact decimal, `units / 10^scale`. Figures in news are exact; floating point is not.
///
/// At most 18 significant digits. The scale is kept minimal, so equal values are equal structs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

/// Digits an `i64` surely holds.
const MAX_DIGITS: u32 = 18;

/// Digits of a quotient that has no end.
const QUOTIENT_DIGITS: u32 = 15;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// `units / 10^scale`, or nothing where that needs more than 18 digits.
    pub fn new(mut units: i64, mut scale: u8) -> Option<Self> {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let fits = units.unsigned_abs() < 10_u64.pow(MAX_DIGITS) && u32::from(scale) <= MAX_DIGITS;
        fits.then_some(Self { units, scale })
    }

    /// The integer part's digits and the fraction's as one number.
    pub fn units(self) -> i64 {
        self.units
    }

    /// How many of the digits are behind the point.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Is there nothing behind the point?
    pub fn is_integer(self) -> bool {
        self.scale == 0
    }

    /// The sum, or nothing where it needs more than 18 digits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Self::new(a.checked_add(b)?, scale)
    }

    /// The product, or nothing where it needs more than 18 digits.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(
            self.units.checked_mul(other.units)?,
            self.scale.checked_add(other.scale)?,
        )
    }

    /// The nearest whole number; halves go away from zero. None beyond what a decimal holds.
    pub fn to_whole(self) -> Option<Self> {
        let tenths = 10_i64.checked_pow(u32::from(self.scale))?;
        let half = tenths / 2 * self.units.signum();
        Self::new(self.units.checked_add(half)? / tenths, 0)
    }

    /// The number with the other sign.
    pub fn negated(self) -> Self {
        Self {
            units: -self.units,
            scale: self.scale,
        }
    }

    /// The sum, rounded where it needs more than 18 digits; nothing where it is too large.
    pub fn rounded_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| i128::from(d.units) * 10_i128.pow(u32::from(scale - d.scale));
        Self::rounded(lift(self) + lift(other), i32::from(scale))
    }

    /// The product, rounded where it needs more than 18 digits; nothing where it is too large.
    pub fn rounded_mul(self, other: Self) -> Option<Self> {
        let units = i128::from(self.units) * i128::from(other.units);
        Self::rounded(units, i32::from(self.scale) + i32::from(other.scale))
    }

    /// The quotient: exact where it ends, else rounded to 15 digits or a few more, since no decimal is a third.
    pub fn quotient(self, other: Self) -> Option<Self> {
        let digits = |units: i64| units.unsigned_abs().checked_ilog10().map_or(1, |n| n + 1);
        let lift = (QUOTIENT_DIGITS + digits(other.units)).saturating_sub(digits(self.units));
        let dividend = i128::from(self.units) * 10_i128.pow(lift);
        let units = divided(dividend, i128::from(other.units))?;
        let scale = i32::from(self.scale) + i32::try_from(lift).ok()? - i32::from(other.scale);
        Self::rounded(units, scale)
    }

    /// The so-manieth power, rounded like a product; a negative one is the power of the reciprocal.
    pub fn power(self, exponent: i32) -> Option<Self> {
        let base = if exponent < 0 {
            Self::from(1).quotient(self)?
        } else {
            self
        };
        let mut left = exponent.unsigned_abs();
        let (mut result, mut square) = (Self::from(1), base);
        while left > 0 {
            if left % 2 == 1 {
                result = result.rounded_mul(square)?;
            }
            left /= 2;
            if left > 0 {
                square = square.rounded_mul(square)?;
            }
        }
        Some(result)
    }

    /// Digits that are too many fall away behind the point; before it they make the number too large.
    fn rounded(mut units: i128, mut scale: i32) -> Option<Self> {
        let most = i32::try_from(MAX_DIGITS).ok()?;
        while scale > most || (scale > 0 && units.unsigned_abs() >= 10_u128.pow(MAX_DIGITS)) {
            // What was rounded before the last digit falls must not be rounded up twice: one step takes it all.
            let over = units.unsigned_abs().checked_ilog10().map_or(0, |n| n + 1);
            let step = over
                .saturating_sub(MAX_DIGITS)
                .max(u32::try_from(scale - most).unwrap_or(0))
                .clamp(1, 37)
                .min(scale.unsigned_abs());
            units = divided(units, 10_i128.pow(step))?;
            scale -= i32::try_from(step).ok()?;
        }
        while scale < 0 {
            units = units.checked_mul(10)?;
            scale += 1;
            if units == 0 {
                scale = 0;
            }
        }
        Self::new(i64::try_from(units).ok()?, u8::try_from(scale).ok()?)
    }

    /// The nearest `f64`: for ratios and scores only, never for comparing figures.
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.scale))
    }

    fn aligned(self, other: Self) -> Option<(i64, i64, u8)> {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| {
            d.units
                .checked_mul(10_i64.checked_pow(u32::from(scale - d.scale))?)
        };
        Some((lift(self)?, lift(other)?, scale))
    }
}

/// Rounded half away from zero; nothing where it is divided by zero.
fn divided(dividend: i128, divisor: i128) -> Option<i128> {
    let quotient = dividend.checked_div(divisor)?;
    let rest = dividend % divisor;
    let up = rest.unsigned_abs() >= divisor.unsigned_abs() - rest.unsigned_abs();
    let sign = if (dividend < 0) == (divisor < 0) {
        1
    } else {
        -1
    };
    Some(if up && rest != 0 {
        quotient + sign
    } else {
        quotient
    })
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self {
            units: i64::from(value),
            scale: 0,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let lift =
            |d: &Self, scale: u8| i128::from(d.units) * 10_i128.pow(u32::from(scale - d.scale));
        let scale = self.scale.max(other.scale);
        lift(self, scale).cmp(&lift(other, scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    /// Plain digits, as the JSON documents print them: `1500000`, `2.5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.units);
        }
        let sign = if self.units < 0 { "-" } else { "" };
        let base = 10_u64.pow(u32::from(self.scale));
        let units = self.units.unsigned_abs();
        write!(
            f,
            "{sign}{}.{:0width$}",
            units / base,
            units % base,
            width = usize::from(self.scale)
        )
    }
}

/// Why a string is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number of at most 18 digits")]
pub struct DecimalError;

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads `12`, `-3`, `2.5`, `1,200`: thousands commas are dropped.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction = fraction.trim_end_matches('0');
        let mut units: i64 = 0;
        let mut seen = 0_u32;
        for c in whole.chars().filter(|c| *c != ',').chain(fraction.chars()) {
            let digit = c.to_digit(10).ok_or(DecimalError)?;
            units = units
                .checked_mul(10)
                .and_then(|u| u.checked_add(i64::from(digit)))
                .ok_or(DecimalError)?;
            seen += 1;
        }
        let scale = u8::try_from(fraction.len()).map_err(|_| DecimalError)?;
        if seen == 0 {
            return Err(DecimalError);
        }
        Self::new(sign * units, scale).ok_or(DecimalError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn printed_and_read_again_is_the_same(units in -999_999_999_999_i64..999_999_999_999, scale in 0_u8..6) {
            let decimal = Decimal::new(units, scale).expect("few digits");
            prop_assert_eq!(decimal.to_string().parse::<Decimal>(), Ok(decimal));
        }

        #[test]
        fn order_is_that_of_the_numbers(a in -9_999_i64..9_999, b in -9_999_i64..9_999, s in 0_u8..3, t in 0_u8..3) {
            let (x, y) = (Decimal::new(a, s).expect("few"), Decimal::new(b, t).expect("few"));
            prop_assert_eq!(x.cmp(&y), (a * 10_i64.pow(u32::from(t))).cmp(&(b * 10_i64.pow(u32::from(s)))));
        }

        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = text.parse::<Decimal>();
        }
    }

    proptest! {
        #[test]
        fn arithmetic_never_panics(a in any::<i64>(), b in any::<i64>(), s in 0_u8..18, t in 0_u8..18, e in -400_i32..400) {
            let small = |units: i64, scale: u8| Decimal::new(units % 999_999_999_999_999_999, scale);
            if let (Some(x), Some(y)) = (small(a, s), small(b, t)) {
                let _ = (x.quotient(y), x.rounded_mul(y), x.rounded_add(y), x.power(e));
            }
        }

        #[test]
        fn a_quotient_times_its_divisor_is_near_the_dividend(a in 1_i64..999_999, b in 1_i64..999_999) {
            let (x, y) = (Decimal::new(a, 0).expect("few"), Decimal::new(b, 0).expect("few"));
            let back = x.quotient(y).and_then(|q| q.rounded_mul(y)).expect("small");
            prop_assert!((back.to_f64() - x.to_f64()).abs() < 1e-6);
        }
    }

    #[test]
    fn quotients_and_powers() {
        let read = |text: &str| text.parse::<Decimal>().expect("a decimal");
        let text = |d: Option<Decimal>| d.map(|d| d.to_string());
        let rows = [
            (read("1").quotient(read("8")), Some("0.125")),
            (read("2").quotient(read("3")), Some("0.666666666666667")),
            (read("-9").quotient(read("5")), Some("-1.8")),
            (read("1").quotient(read("0")), None),
            (read("1.5").power(3), Some("3.375")),
            (read("2.5").power(-1), Some("0.4")),
            (read("10").power(17), Some("100000000000000000")),
            (read("10").power(19), None),
            (read("0").power(-1), None),
            (read("0.5").rounded_mul(read("3000000")), Some("1500000")),
        ];
        for (found, expected) in rows {
            assert_eq!(text(found).as_deref(), expected);
        }
    }

    #[test]
    fn ten_thousand_digits_are_refused() {
        assert_eq!("9".repeat(10_000).parse::<Decimal>(), Err(DecimalError));
        assert_eq!(
            "1,200".parse::<Decimal>().map(|d| d.to_string()),
            Ok("1200".into())
        );
    }
}
