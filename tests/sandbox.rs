//! The sandbox with rules that behave and with components that do not.

mod border;
mod hostile;

use std::sync::{Arc, LazyLock};

use rashomon_sandbox::{ComponentRule, Limits, MemoryStore, Sandbox};

include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// One store for all tests, so that each component is compiled once.
static STORE: LazyLock<Arc<MemoryStore>> = LazyLock::new(Arc::default);

fn sandbox() -> Sandbox {
    Sandbox::new(STORE.clone()).expect("this machine runs WebAssembly")
}

/// The component of one of the SDK's examples.
fn sample(name: &str) -> &'static [u8] {
    let found = SAMPLES.iter().find(|(sample, _)| *sample == name);
    found.expect("build.rs builds every example of the SDK").1
}

fn load_sample(name: &str) -> ComponentRule {
    sandbox()
        .load(sample(name), Limits::default())
        .expect("a good rule")
}
