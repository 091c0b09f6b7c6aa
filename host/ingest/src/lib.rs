//! Bytes to articles: hostile input stops here.
//!
//! [`ingest`] takes a file's bytes and gives the articles in it: one for plain text and Markdown, one a line for a
//! claims file. What is no text is refused with a sentence that says what to do; what is odd about a text is a notice
//! on the article. [`settle_ids`] makes the ids of all inputs of a run unique.
//!
//! # What is read
//!
//! Plain text, Markdown, saved pages (HTML), JSON and JSON Lines with schema.org's names, claims files. A file may hold
//! several articles: lines or lists of JSON, or texts pasted one behind the other. What cannot be read (a PDF, a picture,
//! another language than English, a page without text) is refused or kept without claims, with a notice that says why
//! and what to do. All caps stand in `limits.rs`.
//!
//! # What is done to a text
//!
//! Its encoding is found, UTF-8 that was read as Windows-1252 is mended where that is certain, line ends become `\n`,
//! invisible characters (zero-width, direction marks, control characters) go, digits of other scripts become plain ones,
//! runs of blank lines become one, spaces at line ends go, and the whole is put into Unicode's form NFC. Where no line is
//! blank and the lines are long, every line is a paragraph. Of Markdown, headings, links, emphasis, quotation marks of
//! the margin and rules are turned into plain text; the rest stays. Nothing else is changed, and all but line ends and
//! blanks is told.

mod article;
mod byline;
mod charset;
mod clean;
mod decode;
mod doubt;
mod draft;
mod error;
mod front;
mod html;
mod ids;
mod json;
mod language;
mod limits;
mod live;
mod loose;
mod markdown;
mod mojibake;
mod outlet;
mod pasted;
mod schema_org;
mod slips;
mod stamp;

use std::borrow::Cow;

use article::Origin;
use clean::Odd;
use decode::Kind;
use rashomon_core::model::{Input, Notice};
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
const ENDINGS: [&str; 10] = [
    "htm", "html", "json", "jsonl", "markdown", "md", "ndjson", "text", "txt", "xhtml",
];

/// Does the name look like something [`ingest`] reads? For searching folders: a file that is named is always tried.
pub fn is_known_kind(path: &str) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Reads the articles in a file: one, or as many as it holds. Ids may still collide with those of other files: see
/// [`settle_ids`].
///
/// # Errors
///
/// The file is empty, too large, no text, of a kind that is not read, holds no article, or is a claims file without a
/// line that can be read.
pub fn ingest(file: &SourceFile<'_>) -> Result<Vec<Input>, IngestError> {
    read(file).map_err(|reason| IngestError {
        path: file.path.to_owned(),
        reason,
    })
}

fn read(file: &SourceFile<'_>) -> Result<Vec<Input>, Refusal> {
    decode::check(file.bytes)?;
    let decoded = charset::decode(file.bytes)?;
    match claims::schema_of(&decoded.text) {
        Some(schema) if schema.starts_with("rashomon/claims/") => {
            return read_claims(file, &decoded.text);
        }
        Some(schema) if schema.starts_with("rashomon/") => {
            return Err(Refusal::OtherDocument { schema });
        }
        _ => {}
    }
    let mut notices = Vec::new();
    let text = mended(file.path, decoded, &mut notices);
    let kind = decode::kind(&text, ending(file.path).as_deref())?;
    // What only begins like JSON was let through by size.
    if !matches!(kind, Kind::Json | Kind::JsonLines) {
        decode::check_size(text.len(), limits::MOST_TEXT)?;
    }
    let sha256 = sha256(file.bytes);
    let origin = |notices| Origin {
        path: file.path,
        sha256: &sha256,
        notices,
    };
    match kind {
        Kind::Html => {
            let draft = html::read(file.path, &text)?;
            article::inputs(origin(&notices), vec![draft], Odd::default())
        }
        Kind::Json | Kind::JsonLines => {
            let (drafts, broken) = json::read(file.path, &text, kind == Kind::JsonLines)?;
            notices.extend(broken);
            article::inputs(origin(&notices), drafts, Odd::default())
        }
        Kind::Markdown | Kind::Plain => article::texts(origin(&notices), &text, kind),
    }
}

/// The text with what is certainly wrong about its characters mended; what was done is told.
fn mended<'a>(
    path: &str,
    decoded: charset::Decoded<'a>,
    notices: &mut Vec<Notice>,
) -> Cow<'a, str> {
    if let Some(note) = decoded.note {
        notices.push(Notice::new("encoding", format!("{path}: {note}")));
    }
    let Some((text, count)) = mojibake::mend(&decoded.text) else {
        return decoded.text;
    };
    let message = format!(
        "{path}: {count} characters had been read in the wrong encoding (\"â€™\" for an apostrophe) and were mended"
    );
    notices.push(Notice::new("encoding", message));
    Cow::Owned(text)
}

fn read_claims(file: &SourceFile<'_>, text: &str) -> Result<Vec<Input>, Refusal> {
    let claims::Lines {
        mut inputs,
        broken,
        more,
    } = claims::read(text)?;
    for input in &mut inputs {
        // A line written by hand need not say where it stands.
        if input.article.path.is_empty() {
            file.path.clone_into(&mut input.article.path);
        }
        if input.article.sha256.is_empty() {
            input.article.sha256 = sha256(file.bytes);
        }
        for notice in &mut input.notices {
            let of_line = matches!(notice.code.as_str(), "unknown-key" | "claim-not-read");
            if of_line && notice.message.starts_with("line ") {
                notice.message = format!("{}: {}", file.path, notice.message);
            }
        }
    }
    if let Some(first) = inputs.first_mut() {
        first.notices.extend(unread_lines(file.path, &broken, more));
    }
    Ok(inputs)
}

/// A notice for every line of a claims file that is not read, and one for `more` of which it is not told why.
fn unread_lines(path: &str, broken: &[claims::ClaimsError], more: usize) -> Vec<Notice> {
    let told = broken.iter().map(|error| {
        format!("{path}: {error}; this line is not read, the others are: mend it and run again")
    });
    let left = (more > 0).then(|| format!("{path}: {more} more lines are not read"));
    let notices = told.chain(left);
    notices
        .map(|message| Notice::new("broken-line", message))
        .collect()
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

/// Words for a message: one line, cut to a readable length.
fn excerpt(words: &str) -> String {
    let words = clean::one_line(words);
    match words.char_indices().nth(limits::LONGEST_EXCERPT) {
        Some((cut, _)) => format!("{}…", &words[..cut]),
        None => words,
    }
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
