//! `rashomon schema`.

use crate::arguments::{Document, SchemaArguments};
use crate::output;
use crate::status::Status;

/// Prints the JSON Schema of a document.
pub(crate) fn run(arguments: &SchemaArguments) -> anyhow::Result<Status> {
    let schema = match arguments.document {
        Document::Claims => rashomon_wire::schema::claims(),
        Document::Report => rashomon_wire::schema::report(),
    };
    output::write(None, |out| writeln!(out, "{}", schema.trim_end()))?;
    Ok(Status::Fine)
}
