//! The outcome rule.
