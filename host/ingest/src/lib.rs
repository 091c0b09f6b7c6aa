//! Bytes to articles: hostile input stops here.
//!
//! [`ingest`] takes a file's bytes and gives the articles in it: one for plain text and Markdown, one a line for a
//! claims file. What is no text is refused with a sentence that says what to do; what is odd about a text is a notice
//! on the article. [`settle_ids`] makes the ids of all inputs of a run unique.
//!
//! # What is done to a text
//!
//! Line ends become `\n`, invisible characters (zero-width, direction marks, control characters) go, runs of blank
//! lines become one, spaces at line ends go, and the whole is put into Unicode's form NFC. Where no line is blank and
//! the lines are long, every line is a paragraph. Of Markdown, headings, links, emphasis, quotation marks of the
//! margin and rules are turned into plain text; the rest stays. Nothing else is changed.

mod article;
mod clean;
mod decode;
mod error;
mod front;
mod ids;
mod markdown;
mod stamp;

use rashomon_core::model::Input;
use rashomon_wire::claims;
use sha2::{Digest, Sha256};

pub use error::{IngestError, Refusal};
pub use ids::settle_ids;

/// A file as it was found.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its path relative to the one given on the command line, with forward slashes; `-` for standard input.
    pub path: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// File name endings of what [`ingest`] reads, in lower case.
const ENDINGS: [&str; 5] = ["jsonl", "markdown", "md", "text", "txt"];

/// Does the name look like something [`ingest`] reads? For searching folders: a file that is named is always tried.
pub fn is_known_kind(path: &str) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Reads the articles in a file: one, or as many as a claims file has lines. Ids may still collide with those of other
/// files: see [`settle_ids`].
///
/// # Errors
///
/// The file is empty, too large, no UTF-8 text, of a kind that is not read, or a claims file with a broken line.
pub fn ingest(file: &SourceFile<'_>) -> Result<Vec<Input>, IngestError> {
    read(file).map_err(|reason| IngestError {
        path: file.path.to_owned(),
        reason,
    })
}

fn read(file: &SourceFile<'_>) -> Result<Vec<Input>, Refusal> {
    let text = decode::decode(file.bytes)?;
    match claims::schema_of(text) {
        Some(schema) if schema.starts_with("rashomon/claims/") => read_claims(file, text),
        Some(schema) if schema.starts_with("rashomon/") => Err(Refusal::OtherDocument { schema }),
        _ => {
            decode::refuse_markup(text, ending(file.path).as_deref())?;
            article::read(file.path, text, sha256(file.bytes)).map(|input| vec![input])
        }
    }
}

fn read_claims(file: &SourceFile<'_>, text: &str) -> Result<Vec<Input>, Refusal> {
    let mut inputs = claims::read(text)?;
    for input in &mut inputs {
        // A line written by hand need not say where it stands.
        if input.article.path.is_empty() {
            file.path.clone_into(&mut input.article.path);
        }
        if input.article.sha256.is_empty() {
            input.article.sha256 = sha256(file.bytes);
        }
    }
    Ok(inputs)
}

/// What follows the last point of the file's name, in lower case.
fn ending(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ending.to_ascii_lowercase())
}

/// The file's name without folder and ending; what stands for an id and an outlet where nothing names them.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        _ if name.is_empty() => "article",
        _ if name == "-" => "standard-input",
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
