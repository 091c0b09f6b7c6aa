//! The JSON Schemas (2020-12) of the documents, made from the structs that write them.

use schemars::JsonSchema;
use schemars::generate::{Contract, SchemaSettings};

use crate::{claims, report};

/// The schema of one line of a claims file, as it may be handed in: what a person adding a claim may leave out is not
/// required.
pub fn claims() -> String {
    schema::<claims::Line>(claims::SCHEMA, Contract::Deserialize)
}

/// The schema of a report, as it is written.
pub fn report() -> String {
    schema::<report::Document>(report::SCHEMA, Contract::Serialize)
}

fn schema<T: JsonSchema>(title: &str, contract: Contract) -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = contract;
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    let mut json = serde_json::to_string_pretty(&schema).expect("a schema is a JSON value");
    json.push('\n');
    json
}

#[cfg(test)]
mod tests;
