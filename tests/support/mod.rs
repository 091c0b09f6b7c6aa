//! What several of the integration tests and benches use.

pub(crate) mod fixture;
