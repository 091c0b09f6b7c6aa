//! The times a text names: where they stand, and the stretch of civil time each stands for.
//!
//! Three steps: tokens are cut into [`atom`]s, a small [`grammar`] reads expressions off them without knowing when the
//! text was written, and [`resolve`] places each in the calendar. News looks back: a bare weekday is the most recent one.

mod atom;
mod calendar;
mod expr;
mod grammar;
mod mention;
mod resolve;
#[cfg(test)]
mod tests;

pub(crate) use mention::{Anchor, TimeKind, TimeMention, time_mentions};
