//! Whatever a component does, it ends in a sentence, and the rules beside it do not notice.

use std::path::Path;
use std::time::Duration;
use std::{fs, sync::Arc};

use proptest::prelude::*;
use rashomon_core::model::FailureKind;
use rashomon_core::model::rule::{RawFinding, Rule, RuleFailure};
use rashomon_sandbox::{ArtifactStore, Limits, MemoryStore, NoStore, Sandbox, SandboxError};
use wit_component::StringEncoding;
use wit_parser::Resolve;

use super::{load_sample, sample, sandbox};
use crate::support::fixture::Fixture;

/// The bytes of a hostile guest: a component as it is, a core module with the prelude and the contract's type.
fn guest(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/hostile");
    let read = |file: String| fs::read_to_string(folder.join(file)).expect("a file of this folder");
    let text = read(format!("{name}.wat"));
    if text.starts_with("(component") {
        return wat::parse_str(text).expect("a component in text");
    }
    let prelude = read("prelude.wat".into());
    let mut module =
        wat::parse_str(format!("(module {text} {prelude})")).expect("a module in text");
    let mut resolve = Resolve::default();
    let (package, _) = resolve
        .push_dir(root.join("plugins/sdk/wit"))
        .expect("the contract");
    let world = resolve
        .select_world(&[package], Some("rule"))
        .expect("the world of rules");
    wit_component::embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8)
        .expect("a module can carry its type");
    module
}

/// Small enough that a test does not wait, large enough that a good rule does not notice.
fn limits() -> Limits {
    Limits {
        fuel: 50_000_000,
        ..Limits::default()
    }
}

/// Loads a component and has it check an event of two claims.
fn run(bytes: &[u8], limits: Limits) -> Result<Vec<RawFinding>, RuleFailure> {
    let rule = match sandbox().load(bytes, limits) {
        Ok(rule) => rule,
        Err(SandboxError::Rule(failure)) => return Err(failure),
        Err(error) => panic!("{error}"),
    };
    Fixture::of_figures(&[26, 50]).view(|event| rule.check(event, &[]))
}

#[track_caller]
fn check(bytes: &[u8], kind: FailureKind, message: &str) {
    let failure = run(bytes, limits()).expect_err("a hostile component gives no finding");
    assert_eq!(failure.kind, kind, "{}", failure.message);
    assert_eq!(failure.message, message);
    assert_eq!(
        run(bytes, limits()),
        Err(failure),
        "a second run ends alike"
    );
}

#[test]
fn every_way_to_misbehave_has_its_sentence() {
    for (name, kind, message) in [
        (
            "endless_loop",
            FailureKind::Fuel,
            "it used up its 50000000 instructions in `spin`",
        ),
        (
            "endless_start",
            FailureKind::Fuel,
            "it used up its 50000000 instructions in `forever`",
        ),
        (
            "memory_bomb",
            FailureKind::Memory,
            "it asked for 65 MiB of memory and may have 64 MiB; a pack can grant more with `limits = { memory = \"…\" }`",
        ),
        (
            "deep_recursion",
            FailureKind::Trap,
            "call stack exhausted in `dig`",
        ),
        (
            "huge_output",
            FailureKind::Output,
            "it handed over more than 4 MiB in one call",
        ),
        (
            "many_findings",
            FailureKind::Output,
            "it returned 2000 findings for one event and may return 1000",
        ),
        (
            "odd_number",
            FailureKind::Output,
            "it returned a number of more than 18 digits",
        ),
        (
            "panics",
            FailureKind::Panic,
            "panicked at rule.rs:7:1: the mill is not on the map",
        ),
    ] {
        check(&guest(name), kind, message);
    }
}

#[test]
fn what_may_not_be_run_is_not_compiled() {
    for (name, kind, message) in [
        (
            "imports_wasi",
            FailureKind::Refused,
            "it imports wasi:clocks/wall-clock@0.2.0 and 1 more; a rule sees no clock, file or chance, so that the same \
             articles give the same report: build it with `cargo build --release --target wasm32-unknown-unknown`",
        ),
        (
            "imports_wasi_module",
            FailureKind::Refused,
            "it imports wasi_snapshot_preview1; a rule sees no clock, file or chance, so that the same articles give the \
             same report: build it with `cargo build --release --target wasm32-unknown-unknown`",
        ),
        (
            "imports_foreign",
            FailureKind::Refused,
            "it imports mill:wheel/turn@1.0.0; a rule may import nothing but rashomon:rule/host",
        ),
        (
            "no_rule",
            FailureKind::Refused,
            "it exports no rashomon:rule/plugin, so it is no rule: `export!` is missing",
        ),
        (
            "other_version",
            FailureKind::Version,
            "it is made for rashomon:rule@0.7.0 and this is 0.2.0: a newer rashomon runs it",
        ),
    ] {
        check(&guest(name), kind, message);
    }
    check(
        b"mill",
        FailureKind::Refused,
        "it is no WebAssembly: a rule is a component, a .wasm file",
    );
}

#[test]
fn what_it_returns_need_not_make_sense() {
    let failure = run(&guest("outside_memory"), limits()).expect_err("beyond its memory");
    assert_eq!(failure.kind, FailureKind::Trap, "{}", failure.message);
    assert!(
        failure
            .message
            .starts_with("what it returned cannot be read: "),
        "{}",
        failure.message
    );
    let failure = run(&guest("same_version_other_types"), limits()).expect_err("other types");
    assert_eq!(failure.kind, FailureKind::Version, "{}", failure.message);
    assert!(
        failure.message.contains("which it names"),
        "{}",
        failure.message
    );
}

#[test]
fn the_backstop_says_that_it_is_not_reproducible() {
    let limits = Limits {
        fuel: u64::MAX / 2,
        time: Duration::from_millis(100),
        ..Limits::default()
    };
    let failure = run(&guest("slow_fill"), limits).expect_err("too slow");
    assert_eq!(failure.kind, FailureKind::Time, "{}", failure.message);
    assert_eq!(
        failure.message,
        "it ran for more than 100ms in `fill`; another run may end otherwise"
    );
}

#[test]
fn a_pack_can_grant_more_and_less() {
    let module = guest("memory_bomb");
    let limits = Limits {
        memory: 3 << 20,
        ..limits()
    };
    let failure = run(&module, limits).expect_err("never has enough");
    assert!(
        failure
            .message
            .starts_with("it asked for 4 MiB of memory and may have 3 MiB"),
        "{}",
        failure.message
    );
}

#[test]
fn unknown_claims_are_passed_on_for_the_judge() {
    let findings = run(&guest("cites_unknown"), limits()).expect("the sandbox knows no event");
    assert_eq!(findings.len(), 1);
    assert_eq!(
        (findings[0].code.as_str(), findings[0].claims.as_slice()),
        ("found", &[999_999][..])
    );
}

#[test]
fn a_good_rule_beside_bad_ones_is_not_disturbed() {
    let sandbox = sandbox();
    let good = sandbox
        .load(sample("wide_gap"), limits())
        .expect("a good rule");
    let names = [
        "endless_loop",
        "memory_bomb",
        "deep_recursion",
        "huge_output",
        "panics",
    ];
    let bad = names.map(|name| {
        sandbox
            .load(&guest(name), limits())
            .expect("it can be loaded")
    });
    let settings = good
        .metadata()
        .params
        .iter()
        .map(|param| rashomon_core::model::rule::Setting {
            name: param.name.clone(),
            value: param.initial.clone(),
        });
    let settings: Vec<_> = settings.collect();
    let fixture = Fixture::of_figures(&[26, 50, 30]);
    let alone = fixture
        .view(|event| good.check(event, &settings))
        .expect("findings");
    assert_eq!(
        alone.iter().map(|f| f.claims.clone()).collect::<Vec<_>>(),
        [[0, 1], [2, 1]]
    );
    for bad in &bad {
        assert!(fixture.view(|event| bad.check(event, &[])).is_err());
        assert_eq!(
            fixture.view(|event| good.check(event, &settings)),
            Ok(alone.clone())
        );
    }
}

#[test]
fn a_kept_artifact_that_was_changed_is_compiled_again() {
    struct Spoilt(MemoryStore);
    impl ArtifactStore for Spoilt {
        fn get(&self, key: &str) -> Option<Vec<u8>> {
            let mut artifact = self.0.get(key)?;
            let middle = artifact.len() / 2;
            artifact[middle] ^= 0xff;
            Some(artifact)
        }
        fn put(&self, key: &str, artifact: &[u8]) {
            self.0.put(key, artifact);
        }
    }
    let sandbox = Sandbox::new(Arc::new(Spoilt(MemoryStore::default()))).expect("an engine");
    for _ in 0..2 {
        let rule = sandbox
            .load(sample("wide_gap"), limits())
            .expect("compiled again");
        assert_eq!(rule.metadata(), load_sample("wide_gap").metadata());
    }
}

proptest! {
    // Each case may compile a component.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_damaged_component_never_harms_the_host(cut in 0.0..1.0_f64, at in 0.0..1.0_f64, flip in 1..=255_u8) {
        let whole = sample("wide_gap");
        let place = |share: f64| (whole.len() as f64 * share) as usize;
        let sandbox = Sandbox::new(Arc::new(NoStore)).expect("an engine");
        let truncated = sandbox.load(&whole[..place(cut)], limits());
        prop_assert!(matches!(truncated, Err(SandboxError::Rule(f)) if f.kind == FailureKind::Refused));
        let mut changed = whole.to_vec();
        changed[place(at)] ^= flip;
        if let Ok(rule) = sandbox.load(&changed, limits()) {
            let _ = Fixture::of_figures(&[26, 50]).view(|event| rule.check(event, &[]));
        }
    }
}
