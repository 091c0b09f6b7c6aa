//! The one integration-test binary: each further one would link wasmtime again.

/// Every folder of tests/cases comes out as its case.toml says.
mod cases;
/// The commands as a person or a script meets them: tests/cli, and what no transcript can show.
mod cli;
/// What the binary carries along.
#[path = "../host/cli/embedded.rs"]
mod embedded;
/// The walls a machine can check.
mod tidy;
