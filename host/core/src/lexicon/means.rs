//! By what a thing was done: `means.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::files::{add_phrases, unknown};
use super::lattice::Lattice;
use super::{Lexicon, LexiconError, Tag};
use crate::model::Extent;

/// All means, by their place and by what holds what.
#[derive(Debug, Default)]
pub(super) struct AllMeans {
    ids: Vec<String>,
    roots: BTreeMap<String, String>,
    lattice: Lattice,
}

impl AllMeans {
    /// The id of one.
    pub(super) fn id(&self, index: u16) -> &str {
        &self.ids[usize::from(index)]
    }

    /// Two under one root may be one thing seen from two sides; two roots exclude one another.
    pub(super) fn relate(&self, left: &str, right: &str) -> Extent {
        match self.lattice.relate(left, right) {
            Extent::Disjoint if self.roots.get(left) == self.roots.get(right) => Extent::Overlap,
            related => related,
        }
    }
}

/// Its name in the lexicon's files.
const FILE: &str = "means.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeansFile {
    #[serde(rename = "schema")]
    _schema: String,
    means: Vec<MeansEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeansEntry {
    id: String,
    #[serde(rename = "label")]
    _label: String,
    within: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    acts: Vec<String>,
}

/// Adds the words of the file to the lexicon. What is wider stands before what lies within it.
pub(super) fn add_means(lexicon: &mut Lexicon, file: MeansFile) -> Result<(), LexiconError> {
    for entry in file.means {
        let means = &mut lexicon.means;
        let root = match &entry.within {
            Some(wider) => means
                .roots
                .get(wider)
                .cloned()
                .ok_or_else(|| unknown(FILE, "means", wider))?,
            None => entry.id.clone(),
        };
        let index = u16::try_from(means.ids.len())
            .map_err(|_| unknown(FILE, "means after 65,535 others", &entry.id))?;
        means.lattice.put(&entry.id, entry.within.as_deref());
        means.roots.insert(entry.id.clone(), root);
        means.ids.push(entry.id);
        add_phrases(lexicon, &entry.names, Tag::Means(index));
        add_phrases(lexicon, &entry.acts, Tag::Means(index));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lexicon::english::ENGLISH;
    use crate::model::Extent;
    use crate::model::rule::Relate as _;

    #[test]
    fn a_car_bomb_may_be_of_dynamite_and_is_no_knife() {
        for (left, right, expected) in [
            ("vehicle-bomb", "vehicle-bomb", Extent::Same),
            ("vehicle-bomb", "explosive", Extent::Subset),
            ("explosive", "dynamite", Extent::Superset),
            ("vehicle-bomb", "dynamite", Extent::Overlap),
            ("blade", "rifle", Extent::Disjoint),
            ("blade", "spoon", Extent::Unknown),
        ] {
            assert_eq!(
                ENGLISH.relate("means", left, right),
                expected,
                "{left}, {right}"
            );
        }
    }
}
