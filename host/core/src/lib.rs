//! The pipeline from articles to findings, and the nouns everyone shares.

pub mod model;
pub mod policy;
