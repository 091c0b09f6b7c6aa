//! The cargo within cargo that builds the guests.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::guest::Guest;

/// No clock, no files, no randomness: what a rule may not see is not there.
const TARGET: &str = "wasm32-unknown-unknown";

/// Defined in the workspace's manifest.
const PROFILE: &str = "plugin";

/// Where the workspace keeps its plugins, and the crate whose examples are samples.
const PLUGINS: &str = "plugins";
const SDK: &str = "sdk";

/// Set by the outer cargo (or clippy) for this very build, or by a person for the host: the guests must come out the
/// same whatever calls for them. `CARGO_HOME` and what concerns the network and registries stays.
const REMOVED: &[&str] = &[
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_INCREMENTAL",
    "CARGO_PRIMARY_PACKAGE",
    "CARGO_TARGET_DIR",
    "CLIPPY_ARGS",
    "DEBUG",
    "HOST",
    "NUM_JOBS",
    "OPT_LEVEL",
    "OUT_DIR",
    "PROFILE",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "RUSTC_WORKSPACE_WRAPPER",
    "TARGET",
];

/// The same for whole families of variables.
const REMOVED_FAMILIES: &[&str] = &[
    "CARGO_BIN_",
    "CARGO_CFG_",
    "CARGO_CRATE_",
    "CARGO_FEATURE_",
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_WASM32_",
    "DEP_",
];

/// A crate below `plugins/` with the targets that are guests.
struct Package {
    folder: String,
    name: String,
    is_plugin: bool,
    samples: Vec<String>,
}

/// Builds every plugin and every sample in a target folder of their own, so that the outer cargo's lock is not asked
/// for; each list by name.
pub(crate) fn build(root: &Path, target_dir: &Path) -> Result<(Vec<Guest>, Vec<Guest>), String> {
    let packages = packages(root)?;
    ensure_target()?;
    let built = target_dir.join(TARGET).join(PROFILE);
    let (mut plugins, mut samples) = (Vec::new(), Vec::new());
    for package in &packages {
        if package.is_plugin {
            compile(root, target_dir, package, &["--lib"])?;
            let path = built.join(file_name(&package.name));
            plugins.push(Guest {
                name: package.folder.clone(),
                path,
            });
        }
        for sample in &package.samples {
            compile(root, target_dir, package, &["--example", sample])?;
            let path = built.join("examples").join(file_name(sample));
            samples.push(Guest {
                name: sample.clone(),
                path,
            });
        }
    }
    Ok((plugins, samples))
}

/// The crates below `plugins/` that are guests or have such examples, by folder. Asked of cargo, not kept by hand.
fn packages(root: &Path) -> Result<Vec<Package>, String> {
    let mut command = cargo(root);
    command.args([
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]);
    let output = command
        .output()
        .map_err(|e| format!("cannot run cargo: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|e| e.to_string())?;
    let listed = metadata["packages"].as_array().into_iter().flatten();
    let mut packages: Vec<_> = listed
        .filter_map(|package| guests_of(root, package))
        .collect();
    packages.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok(packages)
}

fn guests_of(root: &Path, package: &Value) -> Option<Package> {
    let folder = Path::new(package["manifest_path"].as_str()?).parent()?;
    if folder.parent()? != root.join(PLUGINS) {
        return None;
    }
    let folder = folder.file_name()?.to_str()?.to_owned();
    let holds =
        |list: &Value, word: &str| list.as_array().is_some_and(|l| l.iter().any(|w| w == word));
    let targets = package["targets"].as_array()?.iter();
    let guests: Vec<_> = targets
        .filter(|target| holds(&target["crate_types"], "cdylib"))
        .collect();
    let (samples, libraries): (Vec<&Value>, Vec<_>) = guests
        .into_iter()
        .partition(|target| holds(&target["kind"], "example"));
    let names = samples.iter().filter_map(|target| target["name"].as_str());
    Some(Package {
        name: package["name"].as_str()?.to_owned(),
        is_plugin: !libraries.is_empty(),
        samples: names.filter(|_| folder == SDK).map(Into::into).collect(),
        folder,
    })
}

/// What cargo calls the module of a crate or example.
fn file_name(target: &str) -> String {
    format!("{}.wasm", target.replace('-', "_"))
}

/// One guest. As a `cdylib` alone, for link-time optimisation is not done for a crate that is an `rlib` as well.
fn compile(
    root: &Path,
    target_dir: &Path,
    package: &Package,
    which: &[&str],
) -> Result<(), String> {
    let mut command = cargo(root);
    command.args([
        "rustc",
        "--locked",
        "--target",
        TARGET,
        "--profile",
        PROFILE,
    ]);
    command
        .args(["--package", &package.name])
        .args(which)
        .args(["--crate-type", "cdylib"]);
    command.arg("--target-dir").arg(target_dir);
    let output = command
        .output()
        .map_err(|e| format!("cannot run cargo: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "`{}` does not compile for {TARGET}\n{said}",
        package.folder
    ))
}

/// Cargo as a person in the workspace would call it, with paths that do not depend on where that is.
fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    for (name, _) in env::vars_os().filter(|(name, _)| is_removed(name)) {
        command.env_remove(name);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(root));
    command
}

fn is_removed(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    REMOVED.contains(&name.as_ref())
        || REMOVED_FAMILIES
            .iter()
            .any(|family| name.starts_with(family))
}

/// Panic messages hold paths, and a plugin's digest must not depend on the folder.
fn flags(root: &Path) -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(root);
    flags.push("=.");
    // Rules recurse little, and what a call may have written is looked through when it ends: by default a stack is 1 MiB.
    flags.push("\u{1f}-Clink-arg=-zstack-size=131072");
    if let Some(home) = home {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(home);
        flags.push("=cargo");
    }
    flags
}

/// Asks rustup for the target where rustc does not have it.
fn ensure_target() -> Result<(), String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    let output = command
        .args(["--print", "target-libdir", "--target", TARGET])
        .output();
    let output = output.map_err(|e| format!("cannot run rustc: {e}"))?;
    if Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .output();
    let why = match added {
        Ok(output) if output.status.success() => return Ok(()),
        Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        Err(error) => format!("rustup: {error}"),
    };
    Err(format!(
        "the target {TARGET} is missing and could not be added ({why}); run `rustup target add {TARGET}`, install \
         your distribution's package of it, or set RASHOMON_PLUGINS to a folder of prebuilt components"
    ))
}
