//! The smallest useful rule: two exact figures for the same people, far apart.

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Figures this many times apart are a wide gap.
        pub wide_gap: Decimal = dec!(1.5),
    }
}

/// Two exact figures for the same people, far apart.
pub struct WideGap;

impl Rule for WideGap {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "wide-gap",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two exact figures for the same people, far apart",
        manual: "# What it does\n\nCompares exact figures for the same people.\n",
        predicates: &["killed"],
        codes: &[("wide-gap", "one figure is many times the other")],
        words: &[("message", "{low} against {high}, {ratio} times as many")],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        Ok(event
            .compared()
            .filter(|c| c.pair.population == Extent::Same)
            .filter_map(|c| judge(c, settings))
            .collect())
    }
}

fn judge(compared: Compared<'_>, settings: &Settings) -> Option<Finding> {
    let (pair, left, right) = (
        compared.pair,
        compared.left.exact()?,
        compared.right.exact()?,
    );
    let (low, high) = if left <= right {
        (pair.left, pair.right)
    } else {
        (pair.right, pair.left)
    };
    let (less, more) = (left.min(right), left.max(right));
    if more.cmp_times(settings.wide_gap, less).is_lt() {
        return None;
    }
    let message = phrase("message")
        .claim("low", low)
        .claim("high", high)
        .number("ratio", more.ratio(less)?);
    Some(finding(
        "wide-gap",
        Verdict::Contradiction,
        [low, high],
        message,
    ))
}

export!(WideGap);
