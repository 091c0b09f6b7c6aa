//! The one integration-test binary: each further one would link wasmtime again.

/// Every folder of tests/cases comes out as its case.toml says.
mod cases;
/// The commands as a person or a script meets them: tests/cli, and what no transcript can show.
mod cli;
/// Bad documents: made by the test, read or refused with a sentence.
mod documents;
/// What the binary carries along.
#[path = "../host/cli/embedded.rs"]
mod embedded;
/// Large events: bounded work, and a report all the same.
mod large;
/// Bad components, one of each kind, and a good one beside them.
mod sandbox;
/// Events and components for the tests of the sandbox.
mod support;
/// The walls a machine can check.
mod tidy;
