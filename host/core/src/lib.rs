//! The pipeline from articles to findings, and the nouns everyone shares.

pub mod group;
pub mod model;
