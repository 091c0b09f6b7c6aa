//! What can be known of a component from its bytes, before anything of it is compiled.

use std::borrow::Cow;
use std::ops::ControlFlow;

use rashomon_core::model::FailureKind;
use rashomon_core::model::rule::RuleFailure;
use wasmparser::component_types::ComponentEntityType;
use wasmparser::types::Types;
use wasmparser::{Parser, Payload, Validator};
use wit_component::ComponentEncoder;

use crate::failure::refused;
use crate::limits::Bytes;

/// The version of `rashomon:rule` that this host speaks. It takes every component of the same minor version: adding
/// an imported function breaks no plugin, and everything else is a new one.
pub const CONTRACT_VERSION: &str = "0.2.0";

/// The interface that makes a component a rule.
const PLUGIN: &str = "rashomon:rule/plugin";

/// The one interface with functions that a rule may import.
const HOST: &str = "rashomon:rule/host";

/// An interpreter with its library has 18 MiB; what is larger is no rule, and takes minutes to compile.
const SIZE: usize = 64 << 20;

/// What mends a component that imports WASI.
const MENDING: &str = "build it with `cargo build --release --target wasm32-unknown-unknown`";

/// The component that may be compiled: the bytes themselves, or what a core module with a component type encodes to.
pub(crate) fn component(bytes: &[u8]) -> Result<Cow<'_, [u8]>, RuleFailure> {
    if bytes.len() > SIZE {
        let (size, most) = (Bytes(bytes.len() as u64), Bytes(SIZE as u64));
        return Err(refused(format!(
            "it has {size}, and a component may have {most}"
        )));
    }
    let encoded = if Parser::is_core_wasm(bytes) {
        Cow::Owned(encode(bytes)?)
    } else if Parser::is_component(bytes) {
        Cow::Borrowed(bytes)
    } else {
        return Err(refused(
            "it is no WebAssembly: a rule is a component, a .wasm file".into(),
        ));
    };
    check(&names(&encoded)?)?;
    Ok(encoded)
}

/// Encodes a core module by the component type that it carries.
fn encode(module: &[u8]) -> Result<Vec<u8>, RuleFailure> {
    let mut carries_type = false;
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(|error| broken(&error))? {
            Payload::ImportSection(imports) => {
                let imports = imports.into_imports().filter_map(Result::ok);
                let wasi: Vec<_> = imports.map(|i| i.module).filter(|m| is_wasi(m)).collect();
                if let Some(first) = wasi.first() {
                    return Err(sees_too_much(first, wasi.len()));
                }
            }
            Payload::CustomSection(section) => {
                carries_type |= section.name().starts_with("component-type");
            }
            _ => {}
        }
    }
    if !carries_type {
        return Err(refused(
            "it is a core module that does not carry its component type: write the rule with rashomon-rule and \
             `export!` it"
                .into(),
        ));
    }
    let encoder = ComponentEncoder::default().module(module);
    encoder
        .and_then(|mut encoder| encoder.encode())
        .map_err(|error| {
            refused(format!(
                "it cannot be made a component: {}",
                one_line(&format!("{error:#}"))
            ))
        })
}

/// What a component imports and exports, by name.
#[derive(Debug, Default)]
struct Names {
    /// Imports, each with whether it holds nothing but types.
    imports: Vec<(String, bool)>,
    exports: Vec<String>,
}

fn names(component: &[u8]) -> Result<Names, RuleFailure> {
    let types = Validator::new()
        .validate_all(component)
        .map_err(|error| broken(&error))?;
    let mut names = Names::default();
    let mut depth = 0_usize;
    for payload in Parser::new(0).parse_all(component) {
        let payload = payload.map_err(|error| broken(&error))?;
        if let ControlFlow::Break(()) = nesting(&payload, &mut depth) {
            continue;
        }
        match payload {
            Payload::ComponentImportSection(section) => {
                for import in section.into_iter().filter_map(Result::ok) {
                    let name = import.name.name;
                    names
                        .imports
                        .push((name.into(), is_types_only(&types, name)));
                }
            }
            Payload::ComponentExportSection(section) => {
                let exports = section.into_iter().filter_map(Result::ok);
                names
                    .exports
                    .extend(exports.map(|export| export.name.name.into()));
            }
            _ => {}
        }
    }
    Ok(names)
}

/// Keeps count of nested modules and components; what lies in them is not the component's own.
fn nesting(payload: &Payload<'_>, depth: &mut usize) -> ControlFlow<()> {
    match payload {
        Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => *depth += 1,
        Payload::End(_) if *depth > 0 => *depth -= 1,
        _ if *depth == 0 => return ControlFlow::Continue(()),
        _ => {}
    }
    ControlFlow::Break(())
}

fn is_types_only(types: &Types, import: &str) -> bool {
    match types
        .as_ref()
        .component_item_for_import(import)
        .map(|item| item.ty)
    {
        Some(ComponentEntityType::Instance(id)) => {
            let mut items = types[id].exports.values();
            items.all(|item| matches!(item.ty, ComponentEntityType::Type { .. }))
        }
        Some(ComponentEntityType::Type { .. }) => true,
        _ => false,
    }
}

/// Is this a rule of our version that imports nothing but what a rule may have?
fn check(names: &Names) -> Result<(), RuleFailure> {
    let versions = names
        .exports
        .iter()
        .filter_map(|name| version_of(name, PLUGIN));
    match versions.clone().find(|version| is_ours(version)) {
        Some(_) => {}
        None => return Err(no_rule(versions.max())),
    }
    let foreign: Vec<_> = names
        .imports
        .iter()
        .filter(|(_, types_only)| !types_only)
        .collect();
    if let Some((first, _)) = foreign.iter().find(|(name, _)| is_wasi(name)) {
        return Err(sees_too_much(
            first,
            foreign.iter().filter(|(name, _)| is_wasi(name)).count(),
        ));
    }
    for (name, _) in foreign {
        match version_of(name, HOST) {
            Some(version) if is_ours(version) => {}
            Some(version) => return Err(other_version(version)),
            None => {
                return Err(refused(format!(
                    "it imports {name}; a rule may import nothing but {HOST}"
                )));
            }
        }
    }
    Ok(())
}

fn no_rule(version: Option<&str>) -> RuleFailure {
    match version {
        Some(version) => other_version(version),
        None => refused(format!(
            "it exports no {PLUGIN}, so it is no rule: `export!` is missing"
        )),
    }
}

fn other_version(theirs: &str) -> RuleFailure {
    let parts = |version: &str| -> Vec<u64> {
        version
            .split(['.', '-', '+'])
            .map_while(|part| part.parse().ok())
            .collect()
    };
    let mends = if parts(theirs) > parts(CONTRACT_VERSION) {
        "a newer rashomon runs it"
    } else {
        "build it with a newer rashomon-rule"
    };
    RuleFailure {
        kind: FailureKind::Version,
        message: format!(
            "it is made for rashomon:rule@{theirs} and this is {CONTRACT_VERSION}: {mends}"
        ),
    }
}

fn sees_too_much(first: &str, count: usize) -> RuleFailure {
    let more = match count {
        0 | 1 => String::new(),
        more => format!(" and {} more", more - 1),
    };
    refused(format!(
        "it imports {first}{more}; a rule sees no clock, file or chance, so that the same articles give the same \
         report: {MENDING}"
    ))
}

fn broken(error: &wasmparser::BinaryReaderError) -> RuleFailure {
    refused(format!(
        "it is broken WebAssembly: {} at byte {}",
        one_line(error.message()),
        error.offset()
    ))
}

/// The interface that makes a component a rule, with our version; the engine takes a later patch release for it.
pub(crate) fn plugin() -> String {
    format!("{PLUGIN}@{CONTRACT_VERSION}")
}

/// The version of an interface's name, `rashomon:rule/plugin@0.1.0`, if it is one of `interface`.
fn version_of<'a>(name: &'a str, interface: &str) -> Option<&'a str> {
    name.strip_prefix(interface)?.strip_prefix('@')
}

/// Does this version differ from ours in the last number at most?
fn is_ours(version: &str) -> bool {
    let minor = |version: &str| version.rsplit_once('.').map(|(minor, _)| minor.to_owned());
    !version.contains(['-', '+']) && minor(version) == minor(CONTRACT_VERSION)
}

fn is_wasi(name: &str) -> bool {
    name.starts_with("wasi:") || name.starts_with("wasi_")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patch_releases_are_ours() {
        for (version, ours) in [
            ("0.2.0", true),
            ("0.2.17", true),
            ("0.1.0", false),
            ("0.3.0", false),
            ("1.2.0", false),
            ("0.2.0-draft", false),
            ("", false),
        ] {
            assert_eq!(is_ours(version), ours, "{version}");
        }
    }

    #[test]
    fn the_side_to_be_mended_is_named() {
        for (version, mends) in [
            ("0.0.9", "newer rashomon-rule"),
            ("0.10.0", "a newer rashomon runs it"),
        ] {
            let failure = other_version(version);
            assert_eq!(failure.kind, FailureKind::Version);
            assert!(failure.message.contains(mends), "{}", failure.message);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), header in 0..3) {
            let header: &[u8] = [b"".as_slice(), b"\0asm\x01\0\0\0", b"\0asm\x0d\0\x01\0"][header as usize];
            let failure = component(&[header, &bytes].concat()).expect_err("a rule has more bytes");
            prop_assert_eq!(failure.kind, FailureKind::Refused);
        }
    }
}
