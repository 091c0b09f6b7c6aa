//! The time rule.
