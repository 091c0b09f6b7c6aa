//! Text cut into tokens and sentences, each word looked up in the lexicon once. Everything that reads text stands on
//! this; it knows words, not their meaning.

mod doc;
mod name;
mod sentence;
mod token;

pub(crate) use doc::{Doc, Sentence};
pub(crate) use name::{consonants, folded, is_same_name, is_short_form};
pub(crate) use token::{Case, TokenKind, tokenize};
