use super::lattice::Lattice;

/// A side, organisation or person that news calls by several names.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    /// "sohr".
    pub(crate) id: String,
    /// The name to print.
    pub(crate) name: String,
    /// The kind of source it is.
    pub(crate) kind: String,
    /// The side it belongs to.
    pub(crate) side: Option<String>,
    /// All its names, in small letters.
    pub(crate) names: Vec<String>,
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// "deir-al-zour".
    pub(crate) id: String,
}

/// All that has a name.
#[derive(Debug, Default)]
pub(super) struct Entities {
    pub(super) actors: Vec<Actor>,
    pub(super) place_names: Vec<Place>,
    /// By id: what lies within what.
    pub(super) places: Lattice,
}

/// "Deir al-Zour" → "deir-al-zour".
pub(super) fn place_id(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("-")
}
