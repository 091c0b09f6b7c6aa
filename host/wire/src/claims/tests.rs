use proptest::prelude::*;
use rashomon_core::model::Entry;
use rashomon_core::model::*;
use serde_json::{Value, json};

use super::*;
use crate::sample;

fn line() -> Value {
    serde_json::from_str(&write_line(&sample::reading(), true)).expect("JSON")
}

/// What is wrong with the sample line after `change`: the error, or the notice on a claim that is left out.
fn error_after(change: impl FnOnce(&mut Value)) -> String {
    let mut value = line();
    change(&mut value);
    match read_line(&value.to_string()) {
        Err(error) => error.to_string(),
        Ok(input) => {
            let mut notices = input.notices.into_iter();
            let told = notices.find(|notice| notice.code == "claim-not-read");
            told.expect("broken").message
        }
    }
}

fn read_after(change: impl FnOnce(&mut Value)) -> Input {
    let mut value = line();
    change(&mut value);
    read_line(&value.to_string()).expect("readable")
}

#[test]
fn what_was_written_is_read_again() {
    let reading = sample::reading();
    let written = write_line(&reading, true);
    assert!(!written.contains('\n'));
    let input = read_line(&written).expect("own line");
    assert_eq!(input.article, reading.article);
    assert_eq!(input.given, Some((reading.passages, reading.claims)));
    assert_eq!(input.notices, reading.notices);
}

#[test]
fn entries_of_a_live_blog_and_where_the_date_was_found_are_kept() {
    let mut reading = sample::reading();
    let published = reading.article.published.clone().expect("it has a date");
    reading.article.published_from = Some("JSON-LD datePublished".to_owned());
    reading.article.entries.push(Entry {
        span: sample::span("“At least 26 died,”"),
        at: published,
    });
    let written = write_line(&reading, false);
    let entry =
        r#""entries":[{"start":20,"end":43,"at":"2021-05-03T18:05+02:00","basis":"implied"}]"#;
    assert!(written.contains(entry), "{written}");
    assert!(
        written.contains(r#""published_from":"JSON-LD datePublished""#),
        "{written}"
    );
    assert_eq!(
        read_line(&written).expect("own line").article,
        reading.article
    );
    let outside = written.replace(
        "\"entries\":[{\"start\":20,\"end\":43",
        "\"entries\":[{\"start\":20,\"end\":9999",
    );
    let error = read_line(&outside)
        .expect_err("outside the text")
        .to_string();
    assert!(error.contains("article.entries[0]"), "{error}");
}

#[test]
fn keys_and_their_order_are_the_contracts() {
    let written = write_line(&sample::reading(), false);
    let head = r#"{"schema":"rashomon/claims/1","article":{"id":"harbour-post","outlet":"Harbour Post","title":"Ferry quay shelled","byline":null,"url":"https://harbour.example/quay","published":"2021-05-03T18:05+02:00","published_basis":"implied","not_before":"2021-05-01","modified":null,"retrieved":"2021-05-04","language":"en","path":"quay/harbour-post.md","sha256":""#;
    assert!(written.starts_with(head), "{written}");
    let passages = r#""passages":[{"kind":"headline","start":0,"end":18},{"kind":"paragraph","n":1,"start":20"#;
    assert!(written.contains(passages), "{written}");
    assert!(!written.contains("mentions"));
    let claim = &line()["claims"][1];
    assert_eq!(
        claim["quantity"],
        json!({"text":"At least 26","low":"26","high":null,"form":"at-least","unit":"person","tally":"incident","at":{"start":23,"end":34}})
    );
    assert_eq!(
        claim["as_of"],
        json!({"text":"","start":"2021-05-03T18:05","end":"2021-05-03T18:05","basis":"assumed"})
    );
    assert_eq!(claim["time"]["start"], "2021-05-01");
    assert_eq!(claim["time"]["end"], "2021-05-02");
    assert_eq!(claim["evidence"]["quote"], "At least 26 died");
    assert_eq!(claim["evidence"]["paragraph"], 1);
    assert_eq!(claim["attribution"][0]["source"], "a port doctor");
    assert_eq!(claim["void"], true);
    assert_eq!(claim.get("by_hand"), None);
    let mentions = &line()["mentions"];
    assert_eq!(mentions[0]["kind"], "quantity");
    assert_eq!(
        mentions[1]["value"]["cue"]["start"],
        sample::span("said").start
    );
    assert_eq!(
        mentions[2]["value"],
        json!({"start":"2021-05-01","end":"2021-05-02"})
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, row by row")]
fn broken_fields_are_named() {
    let check = |change: &dyn Fn(&mut Value), expected: &[&str]| {
        let error = error_after(|value| change(value));
        for words in expected {
            assert!(error.contains(words), "{error:?} lacks {words:?}");
        }
    };
    check(
        &|v| v["claims"][1]["quantity"]["low"] = json!(26),
        &["line 1", "column", "claims[1].quantity.low", "26"],
    );
    check(
        &|v| v["claims"][1]["quantity"]["low"] = json!("many"),
        &["claims[1].quantity.low", "\"many\" is not a decimal number"],
    );
    check(
        &|v| v["claims"][1]["quantity"]["high"] = json!("3"),
        &["claims[1].quantity.low", "26 is more than the `high` of 3"],
    );
    check(
        &|v| v["claims"][1]["quantity"]["form"] = json!("roughly"),
        &[
            "claims[1].quantity.form",
            "unknown variant `roughly`",
            "at-least",
        ],
    );
    check(
        &|v| v["claims"][1]["time"]["start"] = json!("last week"),
        &[
            "claims[1].time.start",
            "\"last week\" is no day",
            "2017-03-19",
        ],
    );
    check(
        &|v| v["claims"][1]["time"]["start"] = json!("2021-05-03"),
        &["claims[1].time.end", "lies before `start`"],
    );
    check(
        &|v| v["claims"][1]["time"]["end"] = json!("9999-01-01"),
        &["claims[1].time.end", "centuries"],
    );
    check(
        &|v| v["article"]["published"] = json!("20 March 2017"),
        &["article.published", "\"20 March 2017\" is no date"],
    );
    check(
        &|v| v["article"]["passages"][1]["end"] = json!(9999),
        &["article.passages[1].start", "9999 lies behind the text"],
    );
    check(
        &|v| v["article"]["passages"][1]["start"] = json!(21),
        &["article.passages[1]", "cuts a character in two"],
    );
    check(
        &|v| v["claims"][1]["evidence"]["start"] = json!(24),
        &[
            "claims[1].evidence",
            "does not stand at bytes 24..",
            "take `start` and `end` out",
        ],
    );
    check(
        &|v| v["claims"][1]["evidence"]["passage"] = json!(7),
        &["claims[1].evidence.passage", "no passage 7", "has 4"],
    );
    check(
        &|v| v["claims"][1]["attribution"][0]["at"]["end"] = json!(1),
        &["claims[1].attribution[0].at.start", "ends before it starts"],
    );
    check(
        &|v| v["claims"][1]["id"] = json!("harbour-post/x2p9"),
        &["claims[1].id", "claims[0]"],
    );
    check(
        &|v| {
            v["claims"][1]
                .as_object_mut()
                .expect("object")
                .remove("predicate");
        },
        &["claims[1]", "missing field `predicate`"],
    );
    check(
        &|v| v["article"]["id"] = json!(" "),
        &["article.id", "empty"],
    );
}

#[test]
fn another_schema_is_refused() {
    let error = |text: &str| read_line(text).expect_err("refused").to_string();
    assert_eq!(
        error(r#"{"article":{}}"#),
        "line 1: no `schema` key; expected \"schema\": \"rashomon/claims/1\""
    );
    let other = error(r#"{"schema":"rashomon/claims/2"}"#);
    assert!(
        other.contains("\"rashomon/claims/2\"") && other.contains("\"rashomon/claims/1\""),
        "{other}"
    );
    assert!(error("{\"schema\":").starts_with("line 1, column 10: "));
    assert!(error("{\"schema\":\"rashomon/claims/1\"} {}").contains("trailing characters"));
}

#[test]
fn a_claim_added_by_hand_needs_little() {
    let quoted = json!({"predicate":"shelled","quote":"Nothing else is known"});
    let spoken = json!({"predicate":"wounded","by_hand":true,"corrected_by":"desk","reason":"phone call","surprise":1});
    let input = read_after(|value| {
        let claims = value["claims"].as_array_mut().expect("array");
        claims.extend([quoted, spoken]);
    });
    let (_, claims) = input.given.expect("claims");
    let (quoted, spoken) = (&claims[2], &claims[3]);
    assert_eq!(quoted.span, sample::span("Nothing else is known"));
    assert_eq!(quoted.passage, 3);
    assert_eq!(quoted.certainty, Certainty::Fact);
    assert!(quoted.id.starts_with("harbour-post/") && quoted.id.len() > 16);
    assert_eq!(spoken.span, Span::new(0, 0));
    let correction = spoken.correction.as_ref().expect("corrected");
    assert!(correction.by_hand && !correction.void);
    assert_eq!(correction.by.as_deref(), Some("desk"));
    assert_ne!(quoted.id, spoken.id);
}

#[test]
fn a_quote_must_stand_in_the_text_once() {
    let add = |claim: Value| {
        move |value: &mut Value| {
            value["claims"].as_array_mut().expect("array").push(claim);
        }
    };
    let error = error_after(add(json!({"predicate":"killed","quote":"quay of gold"})));
    assert!(
        error.contains("claims[2].quote: the words \"quay of gold\" do not stand in the text"),
        "{error}"
    );
    let error = error_after(add(json!({"predicate":"killed","evidence":{"quote":"t"}})));
    assert!(
        error.contains("claims[2].evidence") && error.contains("more than once"),
        "{error}"
    );
    let error = error_after(add(json!({"predicate":"killed"})));
    assert!(error.contains("rests on nothing"), "{error}");
    let translated = json!({"predicate":"killed","quote":"vingt-six morts","by_hand":true});
    let input = read_after(add(translated));
    assert_eq!(
        input.notices.last().map(|n| n.code.as_str()),
        Some("quote-not-located")
    );
}

#[test]
fn a_claim_that_does_not_fit_costs_no_other() {
    let claims = |input: &Input| input.given.as_ref().map(|(_, claims)| claims.len());
    let whole = read_after(|_| {});
    let input = read_after(|value| {
        let wrong = json!({"predicate":"killed","quote":"quay of gold"});
        value["claims"].as_array_mut().expect("array").push(wrong);
    });
    assert_eq!(claims(&input), claims(&whole));
    let last = input.notices.last().expect("a notice");
    assert_eq!(last.code, "claim-not-read");
}

#[test]
fn a_part_of_nothing_is_noticed_once() {
    let change = |value: &mut Value| value["claims"][1]["part_of"] = json!("harbour-post/none");
    let input = read_after(change);
    let last = input.notices.last().expect("a notice").clone();
    assert_eq!(last.code, "unknown-claim");
    let again = read_after(|value| {
        change(value);
        let span = last.span.expect("a place");
        let notice =
            json!({"code":last.code,"message":last.message,"start":span.start,"end":span.end});
        value["notices"].as_array_mut().expect("array").push(notice);
    });
    assert_eq!(again.notices, input.notices);
}

#[test]
fn passages_are_made_where_none_are_given() {
    let check = |text: &str, expected: &[(usize, usize)]| {
        let document = json!({"schema":SCHEMA,"article":{"id":"a","text":text},"claims":[]});
        let input = read_line(&document.to_string()).expect("readable");
        assert_eq!(input.article.outlet, "a");
        let (passages, _) = input.given.expect("passages");
        let spans: Vec<_> = passages
            .iter()
            .map(|p| (p.span.start, p.span.end))
            .collect();
        assert_eq!(spans, expected, "{text:?}");
        assert!((1..).zip(&passages).all(|(n, p)| p.number == Some(n)));
    };
    check("One.\n\nTwo é.\n\nThree.", &[(0, 4), (6, 13), (15, 21)]);
    check("One.\n\n\n\nTwo.", &[(0, 4), (8, 12)]);
    check("", &[(0, 0)]);
    check("\n\n", &[(2, 2)]);
}

#[test]
fn lines_of_a_file_are_counted() {
    let good = write_line(&sample::reading(), false);
    let two = read(&format!("{good}\n\n{good}\n")).expect("two lines");
    assert_eq!((two.inputs.len(), two.broken.len()), (2, 0));
    let bad = "{\"schema\":\"rashomon/claims/1\",}";
    let one = read(&format!("{good}\n\n{bad}\n{good}\n")).expect("the other lines");
    assert_eq!(one.inputs.len(), 2, "a broken line costs no other");
    let error = one.broken.first().expect("it is told").to_string();
    assert!(
        error.starts_with("line 3, column 31: the document: trailing comma"),
        "{error}"
    );
    let alone = read(bad).expect_err("nothing to read").to_string();
    assert!(alone.starts_with("line 1, column 31"), "{alone}");
    let laid_out = serde_json::to_string_pretty(&line()).expect("JSON");
    assert_eq!(read(&laid_out).expect("one document").inputs.len(), 1);
    let broken = laid_out.replace("\"at-least\"", "\"at-most-likely\"");
    let mended = read(&broken).expect("the other claims");
    let told = mended.inputs[0].notices.iter();
    let mut told = told.filter(|notice| notice.code == "claim-not-read");
    let error = &told.next().expect("it is told").message;
    let at = broken
        .lines()
        .position(|l| l.contains("at-most-likely"))
        .expect("a line")
        + 1;
    assert!(error.starts_with(&format!("line {at}, ")), "{error}");
}

#[test]
fn a_field_of_a_wrong_type_costs_its_claim_alone() {
    let claims = |change: &dyn Fn(&mut Value)| {
        let mut value = line();
        let all = value["claims"].as_array().map_or(0, Vec::len);
        change(&mut value);
        let input = read_line(&value.to_string()).expect("the other claims");
        let kept = input.given.map_or(0, |(_, claims)| claims.len());
        (all - kept, input.notices)
    };
    let rows: [(&str, Value, &str); 5] = [
        ("attribution", json!("the hospital"), "expected a list"),
        ("population", json!("civilians"), "expected somebody: {"),
        ("as_of", json!("2025-03-05"), "expected a time: {"),
        ("void", json!("yes"), "expected true or false"),
        (
            "quantity",
            json!({"text": "16", "low": "16"}),
            "missing field",
        ),
    ];
    for (key, value, words) in rows {
        let (lost, notices) = claims(&|v| v["claims"][1][key] = value.clone());
        assert_eq!(lost, 1, "{key}");
        let told = notices.iter().find(|n| n.code == "claim-not-read");
        let told = &told.expect(key).message;
        assert!(told.contains(words) && told.contains("claims[1]"), "{told}");
    }
    let (lost, _) = claims(&|v| v["claims"][1]["id"] = v["claims"][0]["id"].clone());
    assert_eq!(lost, 1, "an id that an earlier claim has");
}

#[test]
fn a_slip_in_a_key_is_told_with_its_line() {
    let good = write_line(&sample::reading(), false);
    let slip = good.replacen("\"predicate\"", "\"corected_by\":\"B\",\"predicate\"", 1);
    let lines = read(&format!("{good}\n{slip}\n")).expect("two lines");
    let told: Vec<_> = lines.inputs[1]
        .notices
        .iter()
        .filter(|notice| notice.code == "unknown-key")
        .map(|notice| notice.message.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "line 2: claims[0].corected_by: no such key, so it is not read; did you mean `corrected_by`?"
        ]
    );
}

#[test]
fn a_document_is_known_by_its_schema() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(schema_of(text).as_deref(), expected, "{text:?}");
    };
    check(
        "  {\"a\":{\"schema\":1},\"schema\":\"x/1\"}\nrubbish",
        Some("x/1"),
    );
    check("{\"schema\": \"x/1\", \"broken\": }\n", Some("x/1"));
    check("{\"title\":\"t\"}", None);
    check("[1]", None);
    check("Words, \"schema\":\"x/1\"", None);
    check("", None);
}

/// Numbers of any kind in a claim that else uses every field.
fn claims() -> impl Strategy<Value = Claim> {
    let decimal = || {
        proptest::option::of((0_i64..99_999_999, 0_u8..6))
            .prop_map(|parts| parts.and_then(|(units, scale)| Decimal::new(units, scale)))
    };
    let minute = || proptest::option::of(-1_000_000_000_i32..1_000_000_000);
    let bounds = (decimal(), decimal());
    let period = (minute(), minute(), any::<bool>());
    (bounds, period, "\\PC{0,12}", 0_usize..4).prop_map(|((low, high), period, words, passage)| {
        let mut claim = sample::claim();
        let (start, end, days) = period;
        let round = |minute: i32| {
            if days {
                minute - minute.rem_euclid(1440)
            } else {
                minute
            }
        };
        let (start, end) = (start.map(round), end.map(round));
        let end = end.map(|end| end.max(start.map_or(i32::MIN, |start| start + 1440)));
        let quantity = claim.quantity.as_mut().expect("it has one");
        quantity.stated.low = low.min(high.or(low));
        quantity.stated.high = high.max(low.filter(|_| high.is_some()));
        quantity.interpreted = quantity.stated;
        quantity.text.clone_from(&words);
        let time = claim.time.as_mut().expect("it has one");
        (time.start, time.end) = (start, end);
        claim.hedge = Some(words);
        claim.passage = passage;
        claim
    })
}

proptest! {
    #[test]
    fn any_claim_is_read_as_it_was_written(claim in claims()) {
        let mut reading = sample::reading();
        reading.claims = vec![sample::bare_claim(), claim];
        let input = read_line(&write_line(&reading, false)).expect("own line");
        prop_assert_eq!(input.given, Some((reading.passages, reading.claims)));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,60}", cut in 0_usize..4000, byte in 0_u8..128) {
        let _ = (read(&text), schema_of(&text));
        let mut line = write_line(&sample::reading(), true).into_bytes();
        let cut = cut % line.len();
        line[cut] = byte;
        let line = String::from_utf8_lossy(&line).into_owned();
        let _ = read(&line);
        let _ = read(&line[..line.floor_char_boundary(cut)]);
    }
}
