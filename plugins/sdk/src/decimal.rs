use std::cmp::Ordering;
use std::fmt;

use crate::Decimal;

/// Digits that a decimal may have in all, and behind its point.
const MAX_DIGITS: u32 = 18;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// One.
    pub const ONE: Self = Self { units: 1, scale: 0 };

    /// `units / 10^scale` with the smallest scale that is exact; none where it needs more than 18 digits.
    pub const fn new(mut units: i64, mut scale: u8) -> Option<Self> {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let fits = units.unsigned_abs() < 10_u64.pow(MAX_DIGITS) && scale as u32 <= MAX_DIGITS;
        if fits {
            Some(Self { units, scale })
        } else {
            None
        }
    }

    /// The decimal that a literal spells; what [`dec!`](crate::dec) calls at compile time.
    ///
    /// # Panics
    ///
    /// Where it spells none of at most 18 digits: then the rule does not compile.
    #[doc(hidden)]
    pub const fn literal(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut at, mut units, mut scale, mut behind) = (0, 0_i64, 0_u8, false);
        while at < bytes.len() {
            match bytes[at] {
                b'-' if at == 0 => {}
                b'.' if !behind => behind = true,
                b'_' => {}
                digit @ b'0'..=b'9' => {
                    units = units * 10 + (digit - b'0') as i64;
                    scale += behind as u8;
                }
                _ => panic!("not a decimal: write it like 2, 1.5 or -0.25"),
            }
            at += 1;
        }
        let sign = if bytes[0] == b'-' { -1 } else { 1 };
        Self::new(sign * units, scale).expect("a decimal has at most 18 digits")
    }

    /// The sum, or none where it needs more than 18 digits.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        from_wide(self.lift(scale).checked_add(other.lift(scale))?, scale)
    }

    /// The difference, or none where it needs more than 18 digits.
    pub fn minus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        from_wide(self.lift(scale).checked_sub(other.lift(scale))?, scale)
    }

    /// The product, or none where it needs more than 18 digits.
    pub fn times(self, other: Self) -> Option<Self> {
        from_wide(
            i128::from(self.units) * i128::from(other.units),
            self.scale.checked_add(other.scale)?,
        )
    }

    /// How many times `other` this is, rounded half up to two digits behind the point: to be printed, not
    /// compared. None where `other` is zero, or the quotient needs more than 18 digits.
    pub fn ratio(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let (over, under) = (
            self.lift(scale).checked_mul(200)?,
            other.lift(scale).checked_mul(2)?,
        );
        if under == 0 {
            return None;
        }
        from_wide((over + under.abs() / 2 * over.signum()) / under, 2)
    }

    /// How this compares with `factor` times `other`, exactly: `more.cmp_times(dec!(1.5), less).is_ge()`.
    pub fn cmp_times(self, factor: Self, other: Self) -> Ordering {
        let product = i128::from(factor.units) * i128::from(other.units);
        let behind = u32::from(factor.scale) + u32::from(other.scale);
        let own = u32::from(self.scale);
        // Only one side is lifted, and it saturates only beyond what the other can reach.
        let lift = |value: i128, by: u32| {
            let power = 10_i128.checked_pow(by).unwrap_or(i128::MAX);
            value.saturating_mul(power)
        };
        lift(self.units.into(), behind.saturating_sub(own))
            .cmp(&lift(product, own.saturating_sub(behind)))
    }

    /// As a whole number, if it is one.
    pub fn whole(self) -> Option<i64> {
        let reduced = Self::new(self.units, self.scale)?;
        (reduced.scale == 0).then_some(reduced.units)
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self {
            units: self.units.saturating_abs(),
            scale: self.scale,
        }
    }

    /// Its units at a larger scale; the host gives at most 18 digits and scale 18, so this reaches 10^36.
    fn lift(self, scale: u8) -> i128 {
        let power = 10_i128.checked_pow(u32::from(scale - self.scale));
        i128::from(self.units).saturating_mul(power.unwrap_or(i128::MAX))
    }
}

/// A wide result brought back to 18 digits, if it fits exactly.
fn from_wide(mut units: i128, mut scale: u8) -> Option<Decimal> {
    while scale > 0 && units % 10 == 0 {
        units /= 10;
        scale -= 1;
    }
    Decimal::new(i64::try_from(units).ok()?, scale)
}

/// An exact decimal known when the rule is compiled: `dec!(1.5)`.
#[macro_export]
macro_rules! dec {
    ($literal:literal) => {
        const { $crate::Decimal::literal(stringify!($literal)) }
    };
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self {
            units: value.into(),
            scale: 0,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.lift(scale).cmp(&other.lift(scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    /// By value: 1.50 is 1.5.
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl fmt::Display for Decimal {
    /// Plain digits: `1500000`, `2.5`, `-0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!(
            "{:0>width$}",
            self.units.unsigned_abs(),
            width = usize::from(self.scale) + 1
        );
        let (whole, behind) = digits.split_at(digits.len() - usize::from(self.scale));
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if behind.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{behind}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check_ratio(left: Decimal, right: Decimal, expected: Option<Decimal>) {
        assert_eq!(left.ratio(right), expected, "{left} / {right}");
    }

    #[test]
    fn ratios_are_rounded_half_up() {
        check_ratio(dec!(50), dec!(26), Some(dec!(1.92)));
        check_ratio(dec!(1), dec!(8), Some(dec!(0.13)));
        check_ratio(dec!(2), dec!(3), Some(dec!(0.67)));
        check_ratio(dec!(-1), dec!(8), Some(dec!(-0.13)));
        check_ratio(dec!(1.5), dec!(0.5), Some(dec!(3)));
        check_ratio(dec!(7), dec!(0), None);
    }

    #[test]
    fn a_threshold_is_met_exactly() {
        assert!(dec!(39).cmp_times(dec!(1.5), dec!(26)).is_eq());
        assert!(dec!(38.999999999999).cmp_times(dec!(1.5), dec!(26)).is_lt());
        let huge = Decimal::literal("999999999999999999");
        let tiny = Decimal::new(1, 18).expect("18 digits");
        assert!(huge.cmp_times(tiny, tiny).is_gt());
        assert!(tiny.cmp_times(huge, huge).is_lt());
    }

    #[test]
    fn a_whole_number_has_nothing_behind_its_point() {
        for (decimal, whole) in [
            (dec!(12), Some(12)),
            (dec!(-3), Some(-3)),
            (dec!(1.5), None),
            (
                Decimal {
                    units: 1200,
                    scale: 2,
                },
                Some(12),
            ),
        ] {
            assert_eq!(decimal.whole(), whole, "{decimal}");
        }
    }

    #[test]
    fn nineteen_digits_are_too_many() {
        assert_eq!(dec!(999999999999999999).plus(dec!(1)), None);
        assert_eq!(dec!(1000000000).times(dec!(1000000000)), None);
        assert_eq!(dec!(0.5).times(dec!(4)), Some(dec!(2)));
    }

    #[test]
    fn figures_print_plainly() {
        for (decimal, expected) in [
            (dec!(1500000), "1500000"),
            (dec!(2.50), "2.5"),
            (dec!(-0.25), "-0.25"),
            (dec!(0), "0"),
        ] {
            assert_eq!(decimal.to_string(), expected);
        }
    }

    proptest! {
        #[test]
        fn no_two_decimals_of_the_contract_overflow(
            a in -999_999_999_999_999_999_i64..=999_999_999_999_999_999, s in 0_u8..=18,
            b in -999_999_999_999_999_999_i64..=999_999_999_999_999_999, t in 0_u8..=18,
        ) {
            let (x, y) = (Decimal { units: a, scale: s }, Decimal { units: b, scale: t });
            prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
            prop_assert_eq!(x.cmp_times(Decimal::ONE, y), x.cmp(&y));
            if let Some(sum) = x.plus(y) {
                prop_assert_eq!(sum.minus(y).map(|d| d == x).unwrap_or(true), true);
            }
            let _ = (x.times(y), x.ratio(y), x.to_string());
        }
    }
}
