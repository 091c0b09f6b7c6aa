//! WebAssembly components as rules: limits, cache, conversion to and from WIT.
//!
//! ```no_run
//! # fn main() -> Result<(), rashomon_sandbox::SandboxError> {
//! use std::sync::Arc;
//! use rashomon_core::model::rule::Rule;
//! use rashomon_sandbox::{Limits, MemoryStore, Sandbox};
//!
//! let sandbox = Sandbox::new(Arc::new(MemoryStore::default()))?;
//! let rule = sandbox.load(b"the bytes of a component", Limits::default())?;
//! println!("{}", rule.metadata().summary);
//! # Ok(())
//! # }
//! ```
//!
//! A component is looked at before anything of it is compiled (`inspect`), compiled once and kept by an
//! [`ArtifactStore`] (`artifact`), and run in a fresh store for every event, under [`Limits`] (`component`). What it
//! may ask the host is in `state`; what goes wrong is told by `failure`. Nothing here touches a file.

mod artifact;
mod bindings;
mod component;
mod engine;
mod failure;
mod from_wit;
mod inspect;
mod lent;
mod limits;
mod pack;
mod state;
mod to_wit;

use rashomon_core::model::rule::RuleFailure;

pub use artifact::{ArtifactStore, MemoryStore, NoStore};
pub use component::ComponentRule;
pub use engine::Sandbox;
pub use inspect::CONTRACT_VERSION;
pub use limits::Limits;
pub use state::{LogLevel, LogSink};

/// Why there is no sandbox, or no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SandboxError {
    /// This machine cannot run WebAssembly as it must be run here.
    #[error("the WebAssembly engine cannot be started: {0}")]
    Engine(String),
    /// The rule cannot be used; the kind and the sentence are those of the report's failures.
    #[error("{}", .0.message)]
    Rule(RuleFailure),
}

impl SandboxError {
    /// The failure to be put into the report, where it is about one rule.
    pub fn rule_failure(&self) -> Option<&RuleFailure> {
        match self {
            Self::Engine(_) => None,
            Self::Rule(failure) => Some(failure),
        }
    }
}
