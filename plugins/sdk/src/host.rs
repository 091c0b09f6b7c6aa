//! What a rule can ask beyond its arguments. In native tests the [`Scene`](crate::Scene) answers.

use crate::Extent;
#[cfg(target_arch = "wasm32")]
use crate::bindings::rashomon::rule::host as real;
pub use crate::bindings::rashomon::rule::host::Level;
#[cfg(not(target_arch = "wasm32"))]
use crate::scene::double as real;

/// Tells the author something, on standard error behind the rule's id; never part of the report. `Debug` is dropped; of a call
/// the first 1,000 messages are taken, of each 4 KiB.
pub fn log(level: Level, message: &str) {
    real::log(level, message);
}

/// What the lexicon knows of two ids of one lattice ("means", "role", "predicate", "place", "cause", "charge", "motive",
/// "manner", "condition"), left to right;
/// of ids and lattices that it does not know, unknown.
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
