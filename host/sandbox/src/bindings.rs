//! What wasmtime makes of `rule.wit`, the one thing host and guest share.

wasmtime::component::bindgen!({
    path: "../../plugins/sdk/wit",
    world: "rule",
});

pub(crate) use rashomon::rule::{host, types};
