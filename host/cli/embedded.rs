//! What the binary carries along: the default pack and the English lexicon.

use rashomon_core::group::{Background, BackgroundError};
use rashomon_core::lexicon::{Lexicon, LexiconError};
use rashomon_core::speakers::{Tagger, TaggerError};

/// `rules/default.toml`.
pub(crate) const DEFAULT_PACK: &str = include_str!("../../rules/default.toml");

/// Name and text of every file of the English lexicon; a test sees to it that none is missing.
pub(crate) const LEXICON: &[(&str, &str)] = rashomon_core::lexicon_files!("../../rules/lexicon/en");

/// How common words are in news: what grouping weighs rare ones by.
const BACKGROUND: &str = include_str!("../../rules/lexicon/en/background.tsv");

/// What finds every source that is named: learned weights.
const SPEAKERS: &str = include_str!("../../rules/lexicon/en/speakers.tsv");

/// The English lexicon.
///
/// # Errors
///
/// One of its files is broken, which a test would have found before it was embedded.
pub(crate) fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::parse(LEXICON)
}

/// The background table of the English lexicon.
///
/// # Errors
///
/// The table is broken, which a test would have found before it was embedded.
pub(crate) fn background() -> Result<Background, BackgroundError> {
    Background::parse(BACKGROUND)
}

/// The weights that find sources.
///
/// # Errors
///
/// The table is broken, which a test would have found before it was embedded.
pub(crate) fn tagger() -> Result<Tagger, TaggerError> {
    Tagger::parse(SPEAKERS)
}
