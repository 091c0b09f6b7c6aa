//! The claims file, `rashomon/claims/1`: JSON Lines, one article a line, with its passages and claims.
//!
//! It is written to be corrected: what a person changes is read back, and nothing else changes.

mod document;
mod restore;
mod salvage;

use rashomon_core::model;
use serde::Deserialize;

pub use document::{Article, Entry, Line, Mention, MentionKind, MentionValue, Notice, Passage};

use crate::claim;
use crate::error::{WireError, parse};
use crate::keys::CLAIMS;

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
/// the line are kept; one is added where a claim refers to another that is not there, and where a key is no key but
/// nearly one.
///
/// # Errors
///
/// The line is no JSON, has another schema, lacks a field, or has one with a value that cannot be: the error names
/// the place and what mends it. Lines are counted from the start of `text`.
pub fn read_line(text: &str) -> Result<model::Input, ClaimsError> {
    read_at(text, 1)
}

/// A line as far as it could be read.
struct Told {
    /// Without its claims.
    line: Line,
    /// Those that could be read, by their place in the line.
    claims: Vec<(usize, claim::Claim)>,
    /// What is wrong with the others, with the place.
    left_out: Vec<String>,
}

impl Told {
    fn of(mut line: Line) -> Self {
        let claims = std::mem::take(&mut line.claims);
        Self {
            line,
            claims: claims.into_iter().enumerate().collect(),
            left_out: Vec::new(),
        }
    }
}

/// As [`read_line`], of a line of a file; notices name its number.
fn read_at(text: &str, number: usize) -> Result<model::Input, ClaimsError> {
    let told = match parse(text, SCHEMA) {
        Ok(line) => Told::of(line),
        Err(error) => {
            let error = error.below(number - 1);
            salvage::line(text, &error, number).ok_or(error)?
        }
    };
    let restored = restore::input(told, number).map_err(crate::error::Misfit::into_error);
    let mut input = restored.map_err(|error| error.below(number - 1))?;
    for slip in CLAIMS.slips(text) {
        let message = format!(
            "line {number}: {}: no such key, so it is not read; did you mean `{}`?",
            slip.path, slip.meant
        );
        let notice = model::Notice::new("unknown-key", message);
        if !input.notices.contains(&notice) {
            input.notices.push(notice);
        }
    }
    Ok(input)
}

/// The articles of a whole file, and the lines that could not be read.
#[derive(Debug, Default)]
pub struct Lines {
    /// In the order of the file.
    pub inputs: Vec<model::Input>,
    /// Why the others are not read, each with its place; the first twenty.
    pub broken: Vec<ClaimsError>,
    /// How many further lines are not read.
    pub more: usize,
}

/// The most broken lines of a file of which it is told why.
const MOST_TOLD: usize = 20;

/// Reads a whole file: one article a line; blank lines are skipped. A single document may spread over the lines. A line
/// that cannot be read costs no other.
///
/// # Errors
///
/// As [`read_line`], where no line of the file can be read.
pub fn read(text: &str) -> Result<Lines, ClaimsError> {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let spread = first.is_some_and(|line| line.trim_end().ends_with(['{', '[', ',']));
    let mut lines = Lines::default();
    if spread {
        lines.inputs.push(read_line(text)?);
        return Ok(lines);
    }
    for (number, line) in (1..).zip(text.lines()) {
        match read_at(line, number) {
            _ if line.trim().is_empty() => {}
            Ok(input) => lines.inputs.push(input),
            Err(error) if lines.broken.len() < MOST_TOLD => lines.broken.push(error),
            Err(_) => lines.more += 1,
        }
    }
    match lines.inputs.is_empty() && !lines.broken.is_empty() {
        true => Err(lines.broken.swap_remove(0)),
        false => Ok(lines),
    }
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
