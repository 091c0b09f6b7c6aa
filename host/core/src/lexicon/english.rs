//! The English lexicon as it ships, for tests.

use std::sync::LazyLock;

use super::Lexicon;

/// Parsed once for all tests.
pub(crate) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::parse(crate::lexicon_files!("../../../../rules/lexicon/en"))
        .expect("the shipped lexicon parses")
});
