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

    #[test]
    fn ten_thousand_digits_are_refused() {
        assert_eq!("9".repeat(10_000).parse::<Decimal>(), Err(DecimalError));
        assert_eq!(
            "1,200".parse::<Decimal>().map(|d| d.to_string()),
            Ok("1200".into())
        );
    }
}
