//! What the memo says. The layout is a snapshot, of an invented raid on an invented quarry.

mod builder;
mod example;
mod explain;
mod grid;
mod hostile;
mod items;
mod whole;
