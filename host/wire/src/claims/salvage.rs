//! What can be read of a line with a claim that cannot: a slip costs the claim it is in, and no other.

use serde_json::Value;

use super::{Line, SCHEMA, Told};
use crate::claim::Claim;
use crate::error::{Misfit, WireError};

/// The line, the `number`th of its file, without the claims that cannot be read; none where something else is wrong with it.
/// `first` is the first thing that is.
pub(super) fn line(text: &str, first: &WireError, number: usize) -> Option<Told> {
    let mut document: Value = serde_json::from_str(text).ok()?;
    if document.get("schema")?.as_str()? != SCHEMA {
        return None;
    }
    let claims = document.get_mut("claims")?.as_array_mut()?;
    let claims = std::mem::take(claims);
    let line: Line = serde_json::from_value(document).ok()?;
    let mut told = Told::of(line);
    for (at, claim) in claims.into_iter().enumerate() {
        let read = serde_path_to_error::deserialize::<_, Claim>(claim);
        match read {
            Ok(claim) => told.claims.push((at, claim)),
            Err(error) => {
                let misfit = misfit(at, &error);
                told.left_out.push(placed(misfit, first, number));
            }
        }
    }
    Some(told)
}

/// Line and column are known of the first.
fn placed(misfit: Misfit, first: &WireError, number: usize) -> String {
    match first {
        WireError::Syntax {
            line, column, path, ..
        } if misfit.is_of(path) => format!("line {line}, column {column}: {}", misfit.told()),
        _ => format!("line {number}: {}", misfit.told()),
    }
}

fn misfit(at: usize, error: &serde_path_to_error::Error<serde_json::Error>) -> Misfit {
    let path = match error.path().to_string().as_str() {
        "." | "?" => format!("claims[{at}]"),
        path => format!("claims[{at}].{path}"),
    };
    Misfit::new(path, in_words(&error.inner().to_string()))
}

/// Serde names the types of the program; a person writes JSON.
fn in_words(message: &str) -> String {
    let kinds = [
        (
            "expected struct Period",
            "expected a time: {\"text\": \"on Monday\", \"start\": \"2024-05-13\", \"end\": \"2024-05-13\"}",
        ),
        (
            "expected struct Quantity",
            "expected a figure: {\"text\": \"16\", \"low\": \"16\", \"high\": \"16\", \"form\": \"exact\", \"unit\": \"person\"}",
        ),
        (
            "expected struct Party",
            "expected somebody: {\"text\": \"civilians\"}",
        ),
        (
            "expected struct Source",
            "expected a source: {\"source\": \"the hospital\"}",
        ),
        (
            "expected struct Evidence",
            "expected the words it rests on: {\"quote\": \"…\"}",
        ),
        ("expected a sequence", "expected a list: […]"),
        ("expected a boolean", "expected true or false"),
    ];
    let told = kinds.iter().find(|(theirs, _)| message.contains(theirs));
    told.map_or_else(
        || message.to_owned(),
        |(theirs, ours)| message.replace(theirs, ours),
    )
}
