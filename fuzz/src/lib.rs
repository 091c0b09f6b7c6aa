//! What takes bytes from outside, one function a kind: each panics if what it promises does not hold.
//!
//! Two drivers share them: `cargo run --release -p rashomon-fuzz -- html --seconds 600` runs here, with any compiler, by
//! mutating seeds ([`mutate`]); the targets of `fuzz/libfuzzer` are for those who have a nightly compiler and cargo-fuzz.

pub mod mutate;
pub mod seeds;
pub mod targets;

#[path = "../../host/cli/embedded.rs"]
mod embedded;
