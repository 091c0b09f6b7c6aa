//! Articles, claims and reports for the tests of this crate.
