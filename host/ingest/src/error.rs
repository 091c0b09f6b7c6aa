use rashomon_wire::claims::ClaimsError;

/// The remedy for what is not read.
pub(crate) const BY_HAND: &str = "save it as text (.txt), or enter what it claims by hand";

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: not read: {reason}")]
pub struct IngestError {
    /// The file's path as it was given.
    pub path: String,
    /// Why, and what mends it.
    #[source]
    pub reason: Refusal,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// There is nothing in it but metadata or blanks.
    #[error("there is no text in it; if it shows any, {BY_HAND}")]
    NoText,
    /// It is larger than an article or a claims file may be.
    #[error("it has {} MB, more than the {} MB that are read; split it, one article a file", megabytes(*.bytes), megabytes(*.most))]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size.
        most: usize,
    },
    /// It is a file of another kind.
    #[error("it looks like {kind}; {BY_HAND}")]
    Foreign {
        /// "XML", "a PDF".
        kind: &'static str,
    },
    /// It is a page that no browser wrote, or one made to keep a reader busy.
    #[error("{why}, which no page of an article has; save it from a browser again, or {BY_HAND}")]
    NoPage {
        /// What is wrong with it.
        why: String,
    },
    /// It is JSON that holds no article, or no JSON.
    #[error("{why}")]
    Json {
        /// What is wrong with it.
        why: String,
    },
    /// It holds NUL bytes, which text does not.
    #[error("it is no text: byte {offset} is NUL; {BY_HAND}")]
    Binary {
        /// The first of them, counted from 0.
        offset: usize,
    },
    /// It is no text in any encoding.
    #[error(
        "it is no text: byte {offset} (0x{byte:02x}) is not UTF-8, and as text in another encoding it is full of control characters; {BY_HAND}"
    )]
    NotText {
        /// The first byte that does not fit, counted from 0.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// It is a document of ours, but none that holds articles.
    #[error("it is a \"{schema}\" document; give the articles, or the claims file made of them")]
    OtherDocument {
        /// What it says it is.
        schema: String,
    },
    /// It is a claims file that cannot be read.
    #[error("claims file, {0}")]
    Claims(#[from] ClaimsError),
}

/// Whole megabytes, rounded up, so that what is too large never looks as if it fitted.
fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1_000_000)
}
