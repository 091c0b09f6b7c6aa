use rashomon_wire::claims::ClaimsError;

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
    #[error("there is no text in it")]
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
    #[error("it looks like {kind}; save it as text")]
    Foreign {
        /// "HTML", "a PDF".
        kind: &'static str,
    },
    /// It holds characters of two bytes.
    #[error("it is UTF-16; save it as UTF-8 (for instance with `iconv -f UTF-16 -t UTF-8`)")]
    Utf16,
    /// It holds NUL bytes, which text does not.
    #[error("it is no text: byte {offset} is NUL; save it as text")]
    Binary {
        /// The first of them, counted from 0.
        offset: usize,
    },
    /// It is text in another encoding, or no text.
    #[error(
        "byte {offset} (0x{byte:02x}) is not UTF-8; save it as UTF-8 (if it is in a Western encoding, with `iconv -f WINDOWS-1252 -t UTF-8`)"
    )]
    NotUtf8 {
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
