//! The pipeline from articles to findings, and the nouns everyone shares.

mod extract;
pub mod lexicon;
pub mod model;
mod text;
mod time;
