use std::collections::{BTreeMap, BTreeSet};

use crate::model::Extent;

/// Names of which some lie within others: children within civilians within people.
#[derive(Debug, Default)]
pub(super) struct Lattice {
    parents: BTreeMap<String, Vec<String>>,
}

impl Lattice {
    /// Puts `child` within `parent`.
    pub(super) fn put(&mut self, child: &str, parent: Option<&str>) {
        let parents = self.parents.entry(child.to_owned()).or_default();
        parents.extend(parent.map(str::to_owned));
    }

    /// The name with all that hold it.
    fn above<'a>(&'a self, name: &'a str) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        let mut open = vec![name];
        while let Some(next) = open.pop() {
            if seen.insert(next) {
                open.extend(
                    self.parents
                        .get(next)
                        .into_iter()
                        .flatten()
                        .map(String::as_str),
                );
            }
        }
        seen
    }

    /// How two names relate. Names on separate branches may still share members (a fighter may be a teacher), so
    /// nothing is disjoint by the tree alone: siblings overlap only if the caller knows no better.
    pub(super) fn relate(&self, left: &str, right: &str) -> Extent {
        if left == right {
            return Extent::Same;
        }
        if !self.parents.contains_key(left) || !self.parents.contains_key(right) {
            return Extent::Unknown;
        }
        match (
            self.above(left).contains(right),
            self.above(right).contains(left),
        ) {
            (true, _) => Extent::Subset,
            (_, true) => Extent::Superset,
            _ => Extent::Disjoint,
        }
    }
}
