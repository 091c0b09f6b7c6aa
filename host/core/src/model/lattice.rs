/// How the left of two things relates to the right, as sets: who is counted, where, what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// The same.
    Same,
    /// Left lies within right: civilians within people.
    Subset,
    /// Left holds right.
    Superset,
    /// They share some and differ in some, or may.
    Overlap,
    /// They share nothing.
    Disjoint,
    /// The texts do not say.
    Unknown,
}

impl Extent {
    /// The relation seen from the right.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            other => other,
        }
    }
}
