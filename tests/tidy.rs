//! The walls a machine can check. ARCHITECTURE.md says why each stands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{cases, embedded};

/// The most lines of code a file may have, tests not counted.
const LONGEST: usize = 500;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` that are part of the project, as paths relative to the repository, in name order.
fn files(folder: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(repository().join(folder)).sort_by_file_name();
    let walk = walk.into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name == "target" || (name.starts_with('.') && name != ".github"))
    });
    let files = walk
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(repository());
            path.expect("below the repository").to_owned()
        })
        .collect()
}

fn rust(folder: &str) -> Vec<PathBuf> {
    let files = files(folder).into_iter();
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

fn text(path: &Path) -> String {
    let text = fs::read_to_string(repository().join(path));
    text.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The code of a file: without comments and tests.
fn code(path: &Path) -> String {
    let name = path
        .file_stem()
        .map_or("", |name| name.to_str().unwrap_or(""));
    let in_tests = path.components().any(|part| part.as_os_str() == "tests");
    if in_tests || name == "tests" || name.ends_with("_tests") {
        return String::new();
    }
    let code = without_tests(&text(path));
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A source without its modules of tests, which end with the first brace at the margin.
fn without_tests(text: &str) -> String {
    let mut parts = text.split("#[cfg(test)]\nmod ");
    let before = parts.next().unwrap_or("").to_owned();
    parts.fold(before, |code, part| {
        let end = match part.find([';', '{']) {
            Some(at) if part[at..].starts_with(';') => Some(at + 1),
            _ => part.find("\n}\n").map(|at| at + 3),
        };
        code + end.map_or("", |end| &part[end..])
    })
}

#[test]
fn code_behind_the_tests_is_code() {
    let tests = "#[cfg(test)]\nmod tests {\n    fn b() {\n    }\n}\n";
    for (text, expected) in [
        (format!("a();\n{tests}"), "a();\n"),
        (format!("a();\n{tests}c();\n"), "a();\nc();\n"),
        (
            "a();\n#[cfg(test)]\nmod tests;\nc();\n".to_owned(),
            "a();\n\nc();\n",
        ),
        ("a();\n".to_owned(), "a();\n"),
    ] {
        assert_eq!(without_tests(&text), expected, "{text}");
    }
}

/// Says every file of `paths` whose code has a word of `words`.
fn mentions(paths: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        let code = code(path);
        for word in words.iter().filter(|word| has(&code, word)) {
            found.push(format!("{}: {word}", path.display()));
        }
    }
    found
}

/// Does the word stand in the code, and not at the end of a longer name? "fs::" stands in "std::fs::read", not in "offs::".
fn has(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn a_word_is_found_where_it_stands_alone() {
    for (code, word, expected) in [
        ("let text = std::fs::read(path);", "fs::", true),
        ("use std::{env, fs};\nfs::read(path)", "fs::", true),
        ("let at = offs::read(path);", "fs::", false),
        ("use crate::extract::extract;", "crate::extract", true),
        ("use super::group::Profile;", "super::group", true),
        ("regroup::all()", "group::", false),
        ("", "fs::", false),
    ] {
        assert_eq!(has(code, word), expected, "{word} in {code}");
    }
}

fn none(found: &[String], wall: &str) {
    assert!(found.is_empty(), "{wall}:\n{}", found.join("\n"));
}

#[test]
fn core_and_report_are_pure() {
    let paths = [rust("host/core"), rust("host/report")].concat();
    let words = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "std::thread",
        "fs::",
        "env::",
        "net::",
        "process::",
        "thread::",
        "std::io::std",
        "rand::",
        "SystemTime",
        "Instant::",
        "Zoned::now",
        "Timestamp::now",
        "env!(",
        "HashMap",
        "HashSet",
        "RandomState",
        "print!",
        "println!",
        "eprintln!",
        "dbg!",
    ];
    // Looked up by key only, never iterated: see ARCHITECTURE.md.
    let tables =
        ["lexicon/words.rs", "group/profile.rs"].map(|file| Path::new("host/core/src").join(file));
    let paths: Vec<PathBuf> = paths
        .into_iter()
        .filter(|path| !tables.iter().any(|table| path.ends_with(table)))
        .collect();
    none(
        &mentions(&paths, &words),
        "no file, clock, environment, network, randomness or hash order",
    );
    for manifest in ["host/core/Cargo.toml", "host/report/Cargo.toml"] {
        let manifest = text(Path::new(manifest));
        let normal = manifest.split("[dev-dependencies]").next().unwrap_or("");
        assert!(!normal.contains("\nrand"), "{normal}");
    }
}

#[test]
fn the_sandbox_alone_knows_wasmtime() {
    let paths: Vec<PathBuf> = [rust("host"), rust("plugins")].concat();
    let paths: Vec<PathBuf> = paths
        .into_iter()
        .filter(|p| !p.starts_with("host/sandbox"))
        .collect();
    none(
        &mentions(&paths, &["wasmtime"]),
        "only host/sandbox may use wasmtime",
    );
    let manifests = files("host").into_iter().chain(files("plugins"));
    for path in manifests.filter(|path| path.ends_with("Cargo.toml")) {
        let depends = text(&path).lines().any(|line| line.starts_with("wasmtime"));
        assert_eq!(
            depends,
            path.starts_with("host/sandbox"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_model_imports_nothing_of_ours() {
    let model = rust("host/core/src/model");
    none(
        &mentions(&model, &["crate::", "super::super", "rashomon_"]),
        "the model imports nothing of ours",
    );
    none(
        &mentions(&model, &["Serialize", "JsonSchema"]),
        "model types are not serialisable",
    );
}

#[test]
fn stages_import_the_model_and_never_each_other() {
    let stages = ["segment", "extract", "group", "align", "judge"];
    for stage in stages {
        let folder = rust(&format!("host/core/src/{stage}"));
        let file = PathBuf::from(format!("host/core/src/{stage}.rs"));
        let file = repository().join(&file).is_file().then_some(file);
        let paths: Vec<PathBuf> = folder.into_iter().chain(file).collect();
        assert!(!paths.is_empty(), "the stage {stage} is there");
        let others = stages.iter().filter(|other| **other != stage);
        let words =
            others.flat_map(|other| ["crate", "super"].map(|from| format!("{from}::{other}")));
        // A list would hide what it holds.
        let words: Vec<String> = words.chain(["crate::{".to_owned()]).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        none(&mentions(&paths, &words), "stages never import each other");
    }
}

#[test]
fn rooms_depend_on_no_other_than_they_may() {
    for (room, may) in [
        ("core", &[][..]),
        ("wire", &["core"]),
        ("ingest", &["core", "wire"]),
        ("report", &["core", "wire"]),
        ("sandbox", &["core"]),
    ] {
        let manifest = text(Path::new(&format!("host/{room}/Cargo.toml")));
        let normal = manifest.split("[dev-dependencies]").next().unwrap_or("");
        let ours = normal
            .lines()
            .filter_map(|line| line.split(['.', ' ']).next());
        let ours: Vec<&str> = ours
            .filter_map(|name| name.strip_prefix("rashomon-"))
            .collect();
        assert!(
            !normal.contains("plugins/"),
            "host/{room} depends on a plugin"
        );
        let others: Vec<&&str> = ours.iter().filter(|name| !may.contains(name)).collect();
        assert!(
            others.is_empty(),
            "host/{room} may depend on {may:?} only: {others:?}"
        );
    }
}

#[test]
fn reading_never_fails() {
    let mut paths = Vec::new();
    for stage in ["segment", "extract", "text"] {
        paths.extend(rust(&format!("host/core/src/{stage}")));
    }
    assert!(paths.len() > 3, "the stages are there");
    let words = [
        "Result<",
        "panic!",
        "unreachable!",
        "todo!",
        "unimplemented!",
    ];
    none(
        &mentions(&paths, &words),
        "what is not understood is a notice, no error and no panic",
    );
}

#[test]
fn json_is_the_wires() {
    let paths: Vec<PathBuf> = rust("host/core/src")
        .into_iter()
        .chain(rust("host/sandbox/src"))
        .collect();
    none(
        &mentions(&paths, &["serde_json", "JsonSchema"]),
        "the JSON documents are host/wire's",
    );
}

#[test]
fn thresholds_are_settings() {
    let plugins = rust("plugins")
        .into_iter()
        .filter(|path| !path.starts_with("plugins/sdk"));
    let mut found = Vec::new();
    for path in plugins {
        for line in numbers_outside_settings(&code(&path)) {
            found.push(format!("{}: {line}", path.display()));
        }
    }
    none(
        &found,
        "a number one could argue about is a setting, and the packs' to say",
    );
}

/// The lines with an exact decimal or a fraction that no `settings!` declares.
fn numbers_outside_settings(code: &str) -> Vec<String> {
    let declared = code
        .split("settings! {")
        .enumerate()
        .map(|(at, part)| match at {
            0 => part,
            // The declaration ends with the first brace that stands at the margin.
            _ => part.split_once("\n}\n").map_or("", |(_, rest)| rest),
        });
    let rest: String = declared.collect();
    let is_fraction = |line: &str| {
        let digits = line.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        let mut numbers = digits.filter_map(|number| number.split_once('.'));
        numbers.any(|(whole, part)| !whole.is_empty() && !part.is_empty() && !part.contains('.'))
    };
    let told = rest
        .lines()
        .filter(|line| line.contains("dec!(") || is_fraction(line));
    told.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_number_outside_the_settings_is_seen() {
    let settings = "settings! {\n    pub struct Settings {\n        pub wide: Decimal = dec!(1.5),\n    }\n}\n";
    for (code, expected) in [
        ("", 0),
        ("fn check() { ratio > dec!(2) }", 1),
        ("fn check() { ratio > 1.5 }", 1),
        ("fn check() { for id in 0..10 {} pair.0 }", 0),
    ] {
        let found = numbers_outside_settings(&format!("{settings}{code}"));
        assert_eq!(found.len(), expected, "{code}: {found:?}");
    }
}

#[test]
fn packs_hold_no_code() {
    let found: Vec<String> = files("rules")
        .iter()
        .filter(|path| {
            path.extension()
                .is_none_or(|ending| ending != "toml" && ending != "tsv")
        })
        .map(|path| path.display().to_string())
        .collect();
    none(&found, "rules/ holds packs, words and counts");
}

#[test]
fn dependencies_come_from_the_public_registry() {
    let lock = text(Path::new("Cargo.lock"));
    let sources = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "));
    let public = "\"registry+https://github.com/rust-lang/crates.io-index\"";
    let others: Vec<String> = sources
        .filter(|source| *source != public)
        .map(str::to_owned)
        .collect();
    none(
        &others,
        "no registry, mirror or repository of somebody's own",
    );
}

#[test]
fn host_and_guest_share_no_crate() {
    for path in files("plugins")
        .iter()
        .filter(|path| path.ends_with("Cargo.toml"))
    {
        for room in [
            "rashomon-core",
            "rashomon-wire",
            "rashomon-ingest",
            "rashomon-sandbox",
            "rashomon-report",
        ] {
            assert!(
                !text(path).contains(room),
                "{} depends on {room}",
                path.display()
            );
        }
    }
}

#[test]
fn packs_hold_policy_and_every_plugin_is_in_the_default_one() {
    let pack = rashomon_core::policy::Pack::parse("default", embedded::DEFAULT_PACK);
    let policy = rashomon_core::policy::Policy::merge(vec![pack.expect("valid")]).expect("valid");
    for plugin in plugins() {
        let named = policy.rules.values().any(|rule| rule.plugin == plugin);
        assert!(
            named,
            "plugins/{plugin} has no [rule.…] in rules/default.toml"
        );
    }
}

#[test]
fn every_plugin_has_its_manual_page() {
    let headings = [
        "## What it does",
        "## Why it matters",
        "## Example",
        "## What it must not flag",
        "## Settings",
    ];
    for plugin in plugins() {
        let manual = text(Path::new(&format!("plugins/{plugin}/MANUAL.md")));
        let found: Vec<&str> = manual
            .lines()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(found, headings, "plugins/{plugin}/MANUAL.md");
    }
}

#[test]
fn every_rule_is_shown_to_fire_twice_and_to_hold_back_twice() {
    let cases = cases::all();
    let pack = rashomon_core::policy::Pack::parse("default", embedded::DEFAULT_PACK);
    let policy = rashomon_core::policy::Policy::merge(vec![pack.expect("valid")]).expect("valid");
    for rule in policy.rules.keys() {
        let fires = cases
            .iter()
            .filter(|(_, case)| case.expect.iter().any(|row| row.rule == *rule));
        let holds = cases
            .iter()
            .filter(|(_, case)| case.near_miss.contains(rule));
        let (fires, holds) = (fires.count(), holds.count());
        assert!(
            fires >= 2 && holds >= 2,
            "{rule}: fires in {fires} cases, holds back in {holds}"
        );
    }
}

/// The crates of plugins/ but the SDK, by folder name, which is the plugin's id.
fn plugins() -> Vec<String> {
    let folders = files("plugins").into_iter().filter_map(|path| {
        let folder = path.strip_prefix("plugins").ok()?.to_str()?;
        Some(folder.strip_suffix("/Cargo.toml")?.to_owned())
    });
    let plugins: Vec<String> = folders
        .filter(|folder| folder != "sdk" && !folder.contains('/'))
        .collect();
    assert!(!plugins.is_empty(), "there are plugins");
    plugins
}

#[test]
fn every_lexicon_file_is_embedded() {
    let present = files("rules/lexicon/en");
    assert!(!present.is_empty(), "there is a lexicon");
    let words = present
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let missing: Vec<String> = words
        .filter_map(|path| path.file_name()?.to_str())
        .filter(|name| embedded::LEXICON.iter().all(|(known, _)| known != name))
        .map(str::to_owned)
        .collect();
    none(&missing, "every file of words is embedded");
    assert!(embedded::tagger().is_ok(), "the weights are sound");
}

#[test]
fn no_path_of_a_machine_is_written_down() {
    // In two parts, so that this file does not hold what it looks for.
    let paths = [
        concat!("/", "work/"),
        concat!("/", "root/"),
        concat!("/", "home/"),
    ];
    let mut found = Vec::new();
    for path in files("") {
        let bytes = fs::read(repository().join(&path)).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        let words = paths.iter().filter(|word| text.contains(**word));
        found.extend(words.map(|word| format!("{}: {word}", path.display())));
    }
    none(&found, "no path of a machine is written down");
}

#[test]
fn files_are_short_enough_to_read() {
    let mut found = Vec::new();
    for path in [rust("host"), rust("plugins")].concat() {
        let lines = code(&path).lines().count();
        if lines > LONGEST {
            found.push(format!("{}: {lines} lines", path.display()));
        }
    }
    none(&found, "files have at most 500 lines of code");
}

#[test]
fn the_readme_shows_a_real_report() {
    let readme = text(Path::new("README.md"));
    let shown = readme
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let shown = shown.expect("README.md shows a report");
    let real = text(Path::new("snapshots/jobar-offensive/report.snap"));
    let made_up: Vec<String> = shown
        .lines()
        .filter(|line| *line != "[…]" && !real.lines().any(|known| known == *line))
        .map(str::to_owned)
        .collect();
    none(
        &made_up,
        "README.md shows lines of snapshots/jobar-offensive/report.snap",
    );
    assert!(shown.lines().count() > 20, "and enough of them");
}
