//! Lists of kinds, of which a text names one: by what it was done (`means.toml`), why it came about (`causes.toml`), with
//! what somebody is charged (`charges.toml`), why somebody was attacked (`motives.toml`), how that came about
//! (`manners.toml`), and how who was hurt is (`conditions.toml`).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::files::{add_phrases, unknown};
use super::lattice::Lattice;
use super::{Lexicon, LexiconError, Tag};
use crate::model::Extent;

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Listing {
    /// By what it was done: "car bomb".
    Means,
    /// Why it came about: "gas leak".
    Cause,
    /// With what somebody is charged: "murder".
    Charge,
    /// Why somebody was attacked: "robbery".
    Motive,
    /// How it came about: "accident".
    Manner,
    /// How somebody who was hurt is: "critical".
    Condition,
}

impl Listing {
    /// Every list.
    pub(super) const ALL: [Self; 6] = [
        Self::Means,
        Self::Cause,
        Self::Charge,
        Self::Motive,
        Self::Manner,
        Self::Condition,
    ];

    /// Its name in the lexicon's files.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Means => "means.toml",
            Self::Cause => "causes.toml",
            Self::Charge => "charges.toml",
            Self::Motive => "motives.toml",
            Self::Manner => "manners.toml",
            Self::Condition => "conditions.toml",
        }
    }

    /// Its name as a lattice of `host::relate`.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "means" => Some(Self::Means),
            "cause" => Some(Self::Cause),
            "charge" => Some(Self::Charge),
            "motive" => Some(Self::Motive),
            "manner" => Some(Self::Manner),
            "condition" => Some(Self::Condition),
            _ => None,
        }
    }
}

/// The kinds of one list, by their place and by what holds what.
#[derive(Debug, Default)]
pub(crate) struct Kinds {
    ids: Vec<String>,
    roots: BTreeMap<String, String>,
    lattice: Lattice,
    apart: Apart,
    /// Pairs of roots that may go together, each way round.
    beside: BTreeSet<(String, String)>,
}

/// Which kinds exclude one another, where neither lies within the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Apart {
    /// Those under two roots: a knife is no bomb, but dynamite may lie in a car.
    #[default]
    Roots,
    /// Those under one root: who is charged with murder may be charged with arson too, but not with manslaughter for it.
    Siblings,
}

impl Kinds {
    /// The id of one.
    pub(crate) fn id(&self, index: u16) -> &str {
        &self.ids[usize::from(index)]
    }

    /// What excludes one another is disjoint; other kinds of which neither holds the other may go together.
    pub(super) fn relate(&self, left: &str, right: &str) -> Extent {
        let roots = self.roots.get(left).zip(self.roots.get(right));
        let together = roots.is_some_and(|(one, other)| {
            let pair = (one.clone(), other.clone());
            self.beside.contains(&pair) || (one == other) == (self.apart == Apart::Roots)
        });
        match self.lattice.relate(left, right) {
            Extent::Disjoint if together => Extent::Overlap,
            related => related,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KindsFile {
    #[serde(rename = "schema")]
    _schema: String,
    apart: Apart,
    kind: Vec<KindEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindEntry {
    id: String,
    #[serde(rename = "label")]
    _label: String,
    within: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    alone: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
}

/// Adds the words of a list to the lexicon. What is wider stands before what lies within it.
pub(super) fn add_kinds(
    lexicon: &mut Lexicon,
    listing: Listing,
    file: KindsFile,
) -> Result<(), LexiconError> {
    let mut kinds = Kinds {
        apart: file.apart,
        ..Kinds::default()
    };
    for entry in file.kind {
        let known = |wider: &String| kinds.roots.get(wider).cloned();
        let root = match &entry.within {
            Some(wider) => known(wider).ok_or_else(|| unknown(listing.file(), "kind", wider))?,
            None => entry.id.clone(),
        };
        let index = u16::try_from(kinds.ids.len())
            .map_err(|_| unknown(listing.file(), "kind after 65,535 others", &entry.id))?;
        for other in &entry.beside {
            let other = known(other).ok_or_else(|| unknown(listing.file(), "kind", other))?;
            kinds.beside.insert((root.clone(), other.clone()));
            kinds.beside.insert((other, root.clone()));
        }
        kinds.lattice.put(&entry.id, entry.within.as_deref());
        kinds.roots.insert(entry.id.clone(), root);
        kinds.ids.push(entry.id);
        add_phrases(lexicon, &entry.names, Tag::Kind(listing, index));
        add_phrases(lexicon, &entry.acts, Tag::Kind(listing, index));
        add_phrases(lexicon, &entry.alone, Tag::Alone(listing, index));
    }
    lexicon.kinds[listing as usize] = kinds;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lexicon::english::ENGLISH;
    use crate::model::Extent;
    use crate::model::rule::Relate as _;

    #[test]
    fn kinds_hold_meet_or_exclude_one_another() {
        for (list, left, right, expected) in [
            ("means", "vehicle-bomb", "vehicle-bomb", Extent::Same),
            ("means", "vehicle-bomb", "explosive", Extent::Subset),
            ("means", "explosive", "dynamite", Extent::Superset),
            ("means", "vehicle-bomb", "dynamite", Extent::Overlap),
            ("means", "blade", "rifle", Extent::Disjoint),
            ("means", "blade", "spoon", Extent::Unknown),
            ("cause", "gas", "electrical", Extent::Disjoint),
            ("cause", "speeding", "human-error", Extent::Subset),
            ("charge", "manslaughter", "murder", Extent::Disjoint),
            ("charge", "murder-first-degree", "murder", Extent::Subset),
            ("charge", "murder", "arson", Extent::Overlap),
            ("motive", "robbery", "quarrel", Extent::Disjoint),
            ("motive", "drugs", "carjacking", Extent::Overlap),
            ("motive", "road-rage", "quarrel", Extent::Subset),
            ("manner", "accident", "suicide", Extent::Disjoint),
            ("condition", "critical", "no-danger", Extent::Disjoint),
            ("condition", "critical", "stable", Extent::Overlap),
        ] {
            let related = ENGLISH.relate(list, left, right);
            assert_eq!(related, expected, "{list}: {left}, {right}");
        }
    }
}
