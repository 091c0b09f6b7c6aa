//! From what a guest's cargo leaves to a component.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use wit_component::ComponentEncoder;

/// What every rule exports; a module without it has no `export!`.
const EXPORT: &[u8] = b"rashomon:rule/plugin@";

/// First bytes of a core module; a component's differ in the last four.
const CORE_MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// A guest that was built.
pub(crate) struct Guest {
    /// The folder of a plugin, the file stem of a sample.
    pub(crate) name: String,
    /// Where its module or component is.
    pub(crate) path: PathBuf,
}

impl Guest {
    /// Its component.
    pub(crate) fn component(&self) -> Result<Vec<u8>, String> {
        let (name, path) = (&self.name, self.path.display());
        let bytes = fs::read(&self.path).map_err(|e| format!("cannot read {path}: {e}"))?;
        if !bytes.windows(EXPORT.len()).any(|window| window == EXPORT) {
            return Err(format!(
                "`{name}` exports no rule: add `rashomon_rule::export!(TheRule);`"
            ));
        }
        if !bytes.starts_with(CORE_MODULE) {
            return Ok(bytes);
        }
        let encoder = ComponentEncoder::default().module(&bytes);
        encoder
            .and_then(|mut encoder| encoder.encode())
            .map_err(|e| format!("`{name}` cannot be made a component: {e:#}"))
    }
}

/// The guests of a folder, by name.
pub(crate) fn prebuilt(folder: &Path) -> Result<Vec<Guest>, String> {
    let entries =
        fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let paths = paths.collect::<Result<Vec<_>, _>>();
    let paths = paths.map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    let wasm = paths
        .into_iter()
        .filter(|path| path.extension() == Some(OsStr::new("wasm")));
    let mut guests: Vec<_> = wasm
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            Some(Guest { name, path })
        })
        .collect();
    guests.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(guests)
}
