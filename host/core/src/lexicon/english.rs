//! The English lexicon as it ships, for tests.

use std::sync::LazyLock;

use super::Lexicon;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../../rules/lexicon/en/", $name)))),*]
    };
}

/// Parsed once for all tests.
pub(crate) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::parse(files![
        "actors.toml",
        "attribution.toml",
        "blame.toml",
        "certainty.toml",
        "conventions.toml",
        "grammar.toml",
        "means.toml",
        "naming.toml",
        "numbers.toml",
        "passages.toml",
        "people.toml",
        "places.toml",
        "predicates.toml",
        "time.toml",
        "victims.toml",
    ])
    .expect("the shipped lexicon parses")
});
