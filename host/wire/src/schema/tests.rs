use jsonschema::Validator;
use serde_json::{Value, json};

use super::*;
use crate::sample;

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    jsonschema::validator_for(&schema).expect("a schema")
}

/// Sets the value behind `pointer`; `None` removes the key.
fn changed(document: &Value, pointer: &str, value: Option<Value>) -> Value {
    let mut document = document.clone();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = document.pointer_mut(parent).expect("the parent is there");
    match value {
        Some(value) => parent[key] = value,
        None => drop(parent.as_object_mut().expect("an object").remove(key)),
    }
    document
}

#[test]
fn written_claims_are_valid_and_broken_ones_are_not() {
    let validator = validator(&claims());
    for with_mentions in [false, true] {
        let line = crate::claims::write_line(&sample::reading(), with_mentions);
        let line: Value = serde_json::from_str(&line).expect("JSON");
        let errors: Vec<_> = validator
            .iter_errors(&line)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, [""; 0]);
    }
    let line = crate::claims::write_line(&sample::reading(), true);
    let line: Value = serde_json::from_str(&line).expect("JSON");
    for (pointer, value) in [
        ("/schema", Some(json!("rashomon/claims/2"))),
        ("/schema", None),
        ("/article/text", None),
        ("/article/published", Some(json!("20 March 2017"))),
        ("/claims/1/predicate", None),
        ("/claims/1/polarity", Some(json!("maybe"))),
        ("/claims/1/quantity/low", Some(json!(26))),
        ("/claims/1/quantity/low", Some(json!("twenty-six"))),
        ("/claims/1/time/start", Some(json!("last week"))),
        ("/claims/1/evidence/start", Some(json!(-1))),
        ("/claims/1/attribution", Some(json!({}))),
    ] {
        let broken = changed(&line, pointer, value.clone());
        assert!(!validator.is_valid(&broken), "{pointer} {value:?}");
    }
}

#[test]
fn what_a_person_may_leave_out_is_valid() {
    let document = json!({
        "schema": "rashomon/claims/1",
        "article": {"id": "a", "text": "Two barges sank."},
        "claims": [{"predicate": "sank", "quote": "Two barges sank"}, {"predicate": "killed", "by_hand": true}],
        "and more": 1
    });
    assert!(validator(&claims()).is_valid(&document));
    assert!(crate::claims::read_line(&document.to_string()).is_ok());
}

#[test]
fn written_reports_are_valid_and_broken_ones_are_not() {
    let validator = validator(&report());
    let written = crate::report::write(&sample::report());
    let written: Value = serde_json::from_str(&written).expect("JSON");
    let errors: Vec<_> = validator
        .iter_errors(&written)
        .map(|e| e.to_string())
        .collect();
    assert_eq!(errors, [""; 0]);
    for (pointer, value) in [
        ("/schema", Some(json!("rashomon/report/0"))),
        ("/findings/0/fingerprint", None),
        ("/findings/0/verdict", Some(json!("wrong"))),
        ("/findings/0/questions/0/to", Some(json!("everybody"))),
        ("/claims/1/certainty", None),
        ("/alignments/0/pairs/0/time", Some(json!("later"))),
        ("/summary/findings/error", Some(json!("none"))),
        ("/articles", None),
    ] {
        let broken = changed(&written, pointer, value.clone());
        assert!(!validator.is_valid(&broken), "{pointer} {value:?}");
    }
}

#[test]
fn everything_is_described() {
    for schema in [claims(), report()] {
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let parts = schema["$defs"].as_object().expect("parts");
        assert!(parts.len() > 10);
        for (name, part) in parts {
            assert!(part["description"].is_string(), "{name}");
        }
    }
}
