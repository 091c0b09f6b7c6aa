//! The quantity rule.
