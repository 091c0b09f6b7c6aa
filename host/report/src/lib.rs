//! Reports rendered for people and programs. Pure: the same report gives the same bytes.

pub mod text;
