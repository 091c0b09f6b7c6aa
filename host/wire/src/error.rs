use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Why a document could not be read, with the place to mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// It does not say what it is.
    #[error("line {line}: no `schema` key; expected \"schema\": \"{expected}\"")]
    NoSchema {
        /// The line, counted from 1, on which the document begins.
        line: usize,
        /// The schema this reader reads.
        expected: &'static str,
    },
    /// It is another document, or another version of it.
    #[error("line {line}: the document is \"{found}\", but only \"{expected}\" is read here")]
    OtherSchema {
        /// The line, counted from 1, on which the document begins.
        line: usize,
        /// What it says it is.
        found: String,
        /// The schema this reader reads.
        expected: &'static str,
    },
    /// It is no JSON, or a field has the wrong type or an impossible value.
    #[error("line {line}, column {column}: {path}: {message}")]
    Syntax {
        /// The line, counted from 1.
        line: usize,
        /// The column in bytes, counted from 1; 0 where the line has not even begun.
        column: usize,
        /// The field, `claims[3].quantity.low`; `the document` where it is none.
        path: String,
        /// What is wrong with it.
        message: String,
    },
    /// Every field can be read, but one does not fit the others.
    #[error("line {line}: {path}: {message}")]
    Field {
        /// The line, counted from 1, on which the document begins.
        line: usize,
        /// The field, `claims[3].evidence`.
        path: String,
        /// What is wrong with it, and what mends it.
        message: String,
    },
}

impl WireError {
    /// The same error in a document that begins `lines` lines further down.
    #[must_use]
    pub(crate) fn below(mut self, lines: usize) -> Self {
        let (Self::NoSchema { line, .. }
        | Self::OtherSchema { line, .. }
        | Self::Syntax { line, .. }
        | Self::Field { line, .. }) = &mut self;
        *line += lines;
        self
    }
}

/// A field that does not fit the others, before the line is known.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    path: String,
    message: String,
}

impl Misfit {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }

    /// Is this its field?
    pub(crate) fn is_of(&self, path: &str) -> bool {
        self.path == path
    }

    /// The field and what is wrong with it.
    pub(crate) fn told(self) -> String {
        format!("{}: {}", self.path, self.message)
    }

    /// The same misfit, seen from the part that holds the field.
    #[must_use]
    pub(crate) fn within(mut self, part: impl std::fmt::Display) -> Self {
        self.path = format!("{part}.{}", self.path);
        self
    }

    pub(crate) fn into_error(self) -> WireError {
        WireError::Field {
            line: 1,
            path: self.path,
            message: self.message,
        }
    }
}

/// Reads one JSON document whose `schema` key must be `expected`; unknown keys are ignored.
pub(crate) fn parse<T: DeserializeOwned>(
    text: &str,
    expected: &'static str,
) -> Result<T, WireError> {
    #[derive(Deserialize)]
    struct Head {
        schema: Option<String>,
    }
    match parse_part::<Head>(text)?.schema {
        None => Err(WireError::NoSchema { line: 1, expected }),
        Some(found) if found != expected => Err(WireError::OtherSchema {
            line: 1,
            found,
            expected,
        }),
        Some(_) => parse_part(text),
    }
}

fn parse_part<T: DeserializeOwned>(text: &str) -> Result<T, WireError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        syntax(&error.into_inner(), path)
    })?;
    reader
        .end()
        .map_err(|error| syntax(&error, ".".to_owned()))?;
    Ok(value)
}

fn syntax(error: &serde_json::Error, path: String) -> WireError {
    let place = format!(" at line {} column {}", error.line(), error.column());
    WireError::Syntax {
        line: error.line(),
        column: error.column(),
        path: match path.as_str() {
            "." | "?" => "the document".to_owned(),
            _ => path,
        },
        message: error.to_string().replace(&place, ""),
    }
}
