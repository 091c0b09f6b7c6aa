use std::collections::BTreeMap;

use crate::model::Decimal;

/// How a profile reads a form of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Convention {
    /// Lower bound of what is compared.
    pub(crate) low: Option<Decimal>,
    /// Upper bound of what is compared.
    pub(crate) high: Option<Decimal>,
    /// For "about": at least this share of the figure on either side.
    pub(crate) around: Option<Decimal>,
    /// "low" or "high": that end of the stated bounds is taken for the figure.
    pub(crate) point: Option<String>,
    /// For "more than": the figure itself is in.
    pub(crate) inclusive: bool,
    /// Its name in a finding: `default/dozens`.
    pub(crate) id: String,
    /// Where it comes from.
    pub(crate) source: String,
}

/// All profiles.
#[derive(Debug, Default)]
pub(super) struct Conventions {
    pub(super) profiles: BTreeMap<String, BTreeMap<String, Convention>>,
}

impl Conventions {
    /// The names of the profiles.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }

    /// A profile's reading of a form.
    pub(super) fn get(&self, profile: &str, form: &str) -> Option<&Convention> {
        self.profiles.get(profile)?.get(form)
    }
}
