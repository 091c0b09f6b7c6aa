//! The pipeline from articles to findings, and the nouns everyone shares.

pub mod lexicon;
pub mod model;
mod segment;
mod text;
mod time;
