//! Builds `plugins/*` into components and embeds them: `OUT_DIR/plugins.rs` holds `EMBEDDED`, included by the binary,
//! and `OUT_DIR/samples.rs` holds `SAMPLES`, the SDK's examples, included by tests and benches only.

#[path = "build/guest.rs"]
mod guest;
#[path = "build/nested.rs"]
mod nested;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// A folder of prebuilt components, `NAME.wasm`, and of samples, `samples/NAME.wasm`, instead of building them.
const PREBUILT: &str = "RASHOMON_PLUGINS";

fn main() -> ExitCode {
    watch(&[
        "build.rs",
        "build",
        "plugins",
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
    ]);
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), String> {
    let root =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let (plugins, samples) = match env::var_os(PREBUILT) {
        Some(folder) => {
            let folder = root.join(folder);
            watch(&[&folder.to_string_lossy()]);
            (
                guest::prebuilt(&folder)?,
                guest::prebuilt(&folder.join("samples")).unwrap_or_default(),
            )
        }
        None => nested::build(&root, &out.join("guests"))?,
    };
    write_table(&out, "plugins", "EMBEDDED", &plugins)?;
    write_table(&out, "samples", "SAMPLES", &samples)
}

/// Encodes the guests and writes a Rust file that holds them all.
fn write_table(
    out: &Path,
    file: &str,
    constant: &str,
    guests: &[guest::Guest],
) -> Result<(), String> {
    let mut table = format!(
        "/// Name and component, by name.\npub(crate) static {constant}: &[(&str, &[u8])] = &[\n"
    );
    let folder = out.join(file);
    fs::create_dir_all(&folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    for guest in guests {
        let name = &guest.name;
        let target = folder.join(format!("{name}.wasm"));
        let component = guest.component()?;
        fs::write(&target, component)
            .map_err(|e| format!("cannot write {}: {e}", target.display()))?;
        let path = format!("concat!(env!(\"OUT_DIR\"), \"/{file}/{name}.wasm\")");
        writeln!(table, "    ({name:?}, include_bytes!({path})),").map_err(|e| e.to_string())?;
    }
    table.push_str("];\n");
    let target = out.join(format!("{file}.rs"));
    fs::write(&target, table).map_err(|e| format!("cannot write {}: {e}", target.display()))
}

fn watch(paths: &[&str]) {
    println!("cargo::rerun-if-env-changed={PREBUILT}");
    for path in paths {
        println!("cargo::rerun-if-changed={path}");
    }
}

#[expect(clippy::print_stderr, reason = "how a build script speaks to a person")]
fn complain(message: &str) {
    eprintln!("the plugins were not built: {message}");
}
