/// Why a lexicon could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A file is not TOML, or not of the expected shape. The source has line and column.
    #[error("cannot read lexicon file {file}")]
    Shape {
        /// The file's name.
        file: String,
        /// Where and what.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// A file names something that is defined nowhere.
    #[error("lexicon file {file}: unknown {what} {name:?}")]
    Unknown {
        /// The file's name.
        file: String,
        /// "class", "predicate", "role".
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A file that must be there is not.
    #[error("the lexicon lacks {0}")]
    Missing(&'static str),
}
