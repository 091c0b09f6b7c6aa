//! The integration tests: one binary, for each would link wasmtime.

mod sandbox;
mod support;
