use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use wasmtime::Engine;
use wasmtime::component::Component;

/// Raised whenever an artifact or the checks before it change their meaning: older entries are then not found.
const CACHE_NUMBER: u32 = 1;

/// Bytes of a SHA-256.
const DIGEST: usize = 32;

/// Keeps what was compiled from one run to the next. This crate touches no files: who implements it on disk sees to
/// it that nobody else can write there.
pub trait ArtifactStore: Send + Sync {
    /// What was put under this key, if it is still there. Need not be intact: that is checked by whoever asked.
    fn get(&self, key: &str) -> Option<Vec<u8>>;

    /// Keeps an artifact, or does not: nothing depends on it but time. The key is safe as a file name.
    fn put(&self, key: &str, artifact: &[u8]);
}

/// Keeps nothing: every load compiles.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoStore;

impl ArtifactStore for NoStore {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &str, _: &[u8]) {}
}

/// Keeps artifacts for as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<BTreeMap<String, Vec<u8>>>);

impl ArtifactStore for MemoryStore {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.get(key).cloned()
    }

    fn put(&self, key: &str, artifact: &[u8]) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.insert(key.into(), artifact.into());
    }
}

/// The key of a component: what it is, what compiled it for which processor, and our own number.
pub(crate) fn key(engine: &Engine, digest: &str) -> String {
    let mut environment = StableHasher(Sha256::new());
    engine
        .precompile_compatibility_hash()
        .hash(&mut environment);
    let environment = hex(&environment.0.finalize());
    format!("{digest}-{}-{CACHE_NUMBER}", &environment[..16])
}

/// An artifact with its own digest in front.
pub(crate) fn seal(artifact: &[u8]) -> Vec<u8> {
    let mut sealed = Sha256::digest(artifact).to_vec();
    sealed.extend_from_slice(artifact);
    sealed
}

/// The component of a sealed artifact; none where anything is odd, and then it is compiled again.
pub(crate) fn open(engine: &Engine, sealed: &[u8]) -> Option<Component> {
    let (digest, artifact) = sealed.split_at_checked(DIGEST)?;
    if Sha256::digest(artifact).as_slice() != digest {
        return None;
    }
    #[expect(
        unsafe_code,
        reason = "loading compiled code is what a compile cache is for"
    )]
    // SAFETY: `deserialize` runs what it is given, so it must be what `precompile_component` made. The bytes come
    // from the store under a key that holds the component's digest and the engine's environment, never from a file
    // that somebody passed, and they carry the digest they had when they were put there; a store on disk is private
    // to the user, who could as well replace this program.
    let component = unsafe { Component::deserialize(engine, artifact) };
    component.ok()
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Feeds what a `Hash` writes to SHA-256, so that keys do not depend on the standard library's release.
struct StableHasher(Sha256);

impl Hasher for StableHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let digest = self.0.clone().finalize();
        let first = digest.first_chunk().expect("a SHA-256 has 32 bytes");
        u64::from_le_bytes(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_artifact_is_not_opened() {
        let engine = Engine::default();
        let artifact = engine
            .precompile_component(b"\0asm\x0d\0\x01\0")
            .expect("an empty component");
        let sealed = seal(&artifact);
        assert!(open(&engine, &sealed).is_some());
        for place in [0, DIGEST - 1, DIGEST, sealed.len() / 2, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(open(&engine, &changed).is_none(), "byte {place}");
        }
        for length in [0, 1, DIGEST - 1, DIGEST, sealed.len() - 1] {
            assert!(open(&engine, &sealed[..length]).is_none(), "{length} bytes");
        }
        assert!(open(&engine, &seal(b"no artifact")).is_none());
    }

    #[test]
    fn keys_are_file_names_and_tell_engines_apart() {
        let key_of = |config: &wasmtime::Config| key(&Engine::new(config).expect("valid"), "abc");
        let fast = key_of(&wasmtime::Config::new());
        let small = key_of(wasmtime::Config::new().cranelift_opt_level(wasmtime::OptLevel::None));
        assert_ne!(fast, small);
        assert!(
            fast.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "{fast}"
        );
    }
}
