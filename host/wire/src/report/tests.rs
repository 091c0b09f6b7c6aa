use serde_json::{Value, json};

use super::*;
use crate::sample;

#[test]
fn keys_and_their_order_are_the_contracts() {
    let written = write(&sample::report());
    assert!(written.ends_with("}\n"));
    let top: Vec<&str> = written
        .lines()
        .filter(|line| line.starts_with("  \""))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    let expected = [
        "schema",
        "rules",
        "articles",
        "events",
        "claims",
        "alignments",
        "profile",
        "packs",
        "findings",
        "failures",
        "notices",
        "summary",
    ];
    assert_eq!(top, expected);
    let finding: Vec<&str> = written
        .split_once("\"findings\": [")
        .expect("findings")
        .1
        .lines()
        .take_while(|line| *line != "  ],")
        .filter(|line| line.starts_with("      \""))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    let expected = [
        "id",
        "topic",
        "rule",
        "code",
        "event",
        "severity",
        "verdict",
        "message",
        "because",
        "readings",
        "questions",
        "missing",
        "claims",
        "evidence",
        "conventions",
        "fingerprint",
    ];
    assert_eq!(finding, expected);
}

#[test]
fn indices_become_ids() {
    let report: Value = serde_json::from_str(&write(&sample::report())).expect("JSON");
    let check = |pointer: &str, expected: Value| {
        assert_eq!(report.pointer(pointer), Some(&expected), "{pointer}");
    };
    check("/events/0/articles", json!(["river-times", "harbour-post"]));
    check("/events/0/main_of", json!(["harbour-post"]));
    check(
        "/events/0/claims",
        json!(["harbour-post/k7q2", "river-times/k7q2"]),
    );
    check(
        "/events/0/gaps",
        json!([{"slot":"killed/civilian","missing_in":["river-times"]}]),
    );
    check("/events/0/not_compared/0/claim", json!("river-times/x2p9"));
    check("/events/0/only_in/0/article", json!("harbour-post"));
    check(
        "/events/0/origins/0",
        json!({"entity":"port-doctor","articles":["harbour-post","river-times"]}),
    );
    check("/alignments/0/event", json!("0123456789ab"));
    check(
        "/alignments/0/pairs/0",
        json!({
            "grounds":[
                {"of":"population","left":"dockers","right":"dockers"},
                {"of":"object","left":"quay","right":"quay"},
                {"of":"place","left":"Ålund","right":"Ålund"},
                {"of":"time","left":"over the weekend","right":"over the weekend"},
                {"of":"origin","left":"a port doctor","right":"a port doctor"}
            ],
            "left":"harbour-post/k7q2","right":"river-times/k7q2","predicate":"same","population":"subset",
            "agent":"unknown","object":"overlap","place":"superset","time":"within","as_of":"before","origin":"different"
        }),
    );
    check("/alignments/0/shares/0/part", json!("river-times/k7q2"));
    check("/findings/0/event", json!("0123456789ab"));
    check("/findings/0/verdict", json!("undetermined"));
    check("/findings/0/readings/0/verdict", json!("scope-differs"));
    check(
        "/findings/0/questions/0/to",
        json!({"article":"river-times"}),
    );
    check(
        "/findings/0/questions/1/to",
        json!({"source":"the port doctor"}),
    );
    check(
        "/findings/0/missing/0",
        json!({"claim":"river-times/k7q2","field":"population"}),
    );
    check("/findings/0/evidence/0/article", json!("harbour-post"));
    check("/claims/1/article", json!("harbour-post"));
    check("/claims/3/id", json!("river-times/k7q2"));
    check(
        "/claims/3/quantity/interpreted",
        json!({"low":"26","high":null,"convention":null}),
    );
    check(
        "/summary",
        json!({"articles":2,"events":1,"claims":4,"findings":{"error":0,"warning":1,"note":0}}),
    );
}

#[test]
fn neither_score_nor_text_is_printed() {
    let written = write(&sample::report());
    assert!(!written.contains("score") && !written.contains("0.123"));
    assert!(!written.contains("Nothing else is known"));
}

#[test]
fn the_profiles_reading_is_printed_beside_the_literal_one() {
    let mut report = sample::report();
    let quantity = report.readings[0].claims[1]
        .quantity
        .as_mut()
        .expect("a figure");
    quantity.interpreted.high = Some(rashomon_core::model::Decimal::from(40));
    quantity.convention = Some("floor-to-40".to_owned());
    let document = Document::from(&report);
    let figure = document.claims[1].quantity.as_ref().expect("a figure");
    assert_eq!(figure.high, None);
    let interpreted = figure.interpreted.as_ref().expect("interpreted");
    assert_eq!(interpreted.convention.as_deref(), Some("floor-to-40"));
    assert_eq!(interpreted.high.map(String::from).as_deref(), Some("40"));
}

#[test]
fn a_report_is_read_again() {
    let report = sample::report();
    assert_eq!(read(&write(&report)), Ok(Document::from(&report)));
    let broken = write(&report).replace("\"severity\": \"warning\"", "\"severity\": \"loud\"");
    let error = read(&broken).expect_err("broken").to_string();
    assert!(
        error.contains("findings[0].severity") && error.contains("`loud`"),
        "{error}"
    );
    let claims = crate::claims::write_line(&sample::reading(), false);
    let error = read(&claims).expect_err("another document").to_string();
    assert!(
        error.contains("\"rashomon/claims/1\"") && error.contains("\"rashomon/report/1\""),
        "{error}"
    );
}

#[test]
fn an_index_that_points_nowhere_does_not_panic() {
    let mut report = sample::report();
    report.readings.clear();
    report.findings[0].event = 9;
    assert_eq!(Document::from(&report).findings[0].event, "");
}
