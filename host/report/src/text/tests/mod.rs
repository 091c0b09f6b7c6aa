//! What the memo says. The layout is a snapshot, of an invented fire at an invented mill.

mod builder;
mod example;
mod grid;
mod hostile;
mod items;
mod whole;
