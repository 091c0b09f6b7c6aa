//! The JSON documents other programs rely on: the claims file (`rashomon/claims/1`) and the report
//! (`rashomon/report/1`), written, read, and described by JSON Schema.
//!
//! The model derives nothing, so that renaming a field of ours never changes a document of theirs. Here every part
//! of a document is a struct of its own, with conversions from the model, and back where the document is read.
//!
//! # Layout
//!
//! [`claims`] and [`report`] are the two documents, [`schema`] their schemas. What both are made of: [`words`] (closed
//! sets of words), [`value`] (scalars written as strings), [`part`] (figures, parties, times, sources), [`claim`].
//! [`claim_id`] makes the stable ids of claims.

pub mod claim;
mod claim_id;
pub mod claims;
mod error;
mod keys;
pub mod part;
pub mod report;
pub mod schema;
pub mod value;
pub mod words;

pub use claim_id::{claim_id, first_free};
pub use error::WireError;

#[cfg(test)]
mod sample;
