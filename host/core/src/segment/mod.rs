//! Placeholder while `time` is built.
