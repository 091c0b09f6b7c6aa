//! What a rule can ask beyond its arguments. In native tests the [`Scene`](crate::Scene) answers.

use crate::Extent;
#[cfg(target_arch = "wasm32")]
use crate::bindings::rashomon::rule::host as real;
pub use crate::bindings::rashomon::rule::host::Level;
#[cfg(not(target_arch = "wasm32"))]
use crate::scene::double as real;

/// Tells the author something; never part of the report.
pub fn log(level: Level, message: &str) {
    real::log(level, message);
}

/// A rarer fact of a claim: "means", "portion", "age", "background"; "relabels", of those counted before; of one that holds
/// somebody responsible, the "act";
/// "silent-in", the event's articles that have no word of its matter, as indices with blanks between. None: not said,
/// or no such key.
pub fn attribute(claim: u32, key: &str) -> Option<String> {
    real::attribute(claim, key)
}

/// The words a claim rests on.
pub fn quote(claim: u32) -> String {
    real::quote(claim)
}

/// What the lexicon knows of two ids of one lattice ("means", "role", "predicate", "place"), left to right.
pub fn relate(lattice: &str, left: &str, right: &str) -> Extent {
    real::relate(lattice, left, right)
}

/// Is everybody of this role of that kind: children of the civilians?
pub fn role_lies_within(role: &str, kind: &str) -> bool {
    role == kind || relate("role", role, kind) == Extent::Subset
}

/// Do two roles exclude each other by one of the pairs that a pack gives, as "civilian/combatant", in either order?
pub fn roles_exclude(pairs: &[String], left: &str, right: &str) -> bool {
    let pairs = pairs.iter().filter_map(|pair| pair.split_once('/'));
    let mut either = pairs.flat_map(|(a, b)| [(a, b), (b, a)]);
    either.any(|(a, b)| role_lies_within(left, a) && role_lies_within(right, b))
}

/// Used by the panic hook that [`export!`](crate::export) installs.
pub(crate) fn report_panic(message: &str) {
    real::report_panic(message);
}
