//! The claims file, `rashomon/claims/1`: JSON Lines, one article a line, with its passages and claims.
//!
//! It is written to be corrected: what a person changes is read back, and nothing else changes.

mod document;
mod restore;

use rashomon_core::model;
use serde::Deserialize;

pub use document::{Article, Entry, Line, Mention, MentionKind, MentionValue, Notice, Passage};

use crate::error::{WireError, parse};

/// What this document calls itself.
pub const SCHEMA: &str = "rashomon/claims/1";

/// Why a claims file could not be read.
pub type ClaimsError = WireError;

/// One article as one line of JSON, without the line end.
pub fn write_line(reading: &model::Reading, with_mentions: bool) -> String {
    let line = Line::of(reading, with_mentions);
    serde_json::to_string(&line).expect("the document has string keys and no failing part")
}

/// Reads one article. The text may also be laid out over several lines.
///
/// Unknown keys are ignored, and so are `mentions`. A file without `passages` gets one for every paragraph. Notices of
/// the line are kept; one is added where a claim refers to another that is not there.
///
/// # Errors
///
/// The line is no JSON, has another schema, lacks a field, or has one with a value that cannot be: the error names
/// the place and what mends it. Lines are counted from the start of `text`.
pub fn read_line(text: &str) -> Result<model::Input, ClaimsError> {
    let line: Line = parse(text, SCHEMA)?;
    restore::input(line).map_err(crate::error::Misfit::into_error)
}

/// Reads a whole file: one article a line; blank lines are skipped. A single document may spread over the lines.
///
/// # Errors
///
/// As [`read_line`], for the first line that cannot be read. None of the file is used then: half of somebody's
/// corrections would be worse than a clear refusal.
pub fn read(text: &str) -> Result<Vec<model::Input>, ClaimsError> {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let spread = first.is_some_and(|line| line.trim_end().ends_with(['{', '[', ',']));
    if spread {
        return read_line(text).map(|input| vec![input]);
    }
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(above, line)| read_line(line).map_err(|error| error.below(above)))
        .collect()
}

/// The `schema` key of the first JSON document in `text`; none where there is no such document or key. Where the
/// first line is broken, it is looked for in the words of that line, so that a slip in a corrected file is reported
/// as what it is.
pub fn schema_of(text: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Head {
        schema: Option<String>,
    }
    let text = text.trim_start();
    if !text.starts_with('{') {
        return None;
    }
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<Head>();
    match documents.next()? {
        Ok(head) => head.schema,
        Err(_) => schema_in_words(text.lines().next().unwrap_or("")),
    }
}

fn schema_in_words(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("\"schema\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let (schema, _) = rest.strip_prefix('"')?.split_once('"')?;
    Some(schema.to_owned())
}

#[cfg(test)]
mod tests;
