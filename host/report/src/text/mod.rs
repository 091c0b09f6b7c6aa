//! The memo a fact-checking desk reads: plain text of 80 columns.

mod clean;
mod dates;
mod page;
mod words;
mod wrap;
