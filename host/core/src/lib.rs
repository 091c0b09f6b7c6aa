//! The pipeline from articles to findings, and the nouns everyone shares.
//!
//! ```text
//! Input ─segment─▶ passages, dates ─extract─▶ Reading ─group─▶ clusters ─events─▶ Event ─align─▶ Alignment
//!                                                                     ─check (rules)─▶ ─judge─▶ Finding
//! ```
//!
//! [`read`] is the part that looks at one article, [`analyze`] the whole trip. Both are pure: the same articles, lexicon,
//! policy and rules give the same report, on every machine and in any order of work.

mod align;
mod analyze;
mod court;
mod entities;
mod events;
mod explain;
mod extract;
pub mod group;
mod interpret;
mod judge;
mod key;
pub mod lexicon;
pub mod model;
pub mod policy;
mod read;
mod segment;
pub mod speakers;
mod text;
mod time;

pub use analyze::{analyze, analyze_prepared};
pub use explain::explain_events;
pub use read::{Prepared, prepare, read};
