//! Texts that want to harm the reader's terminal or the program, and reports too big for a page.

use proptest::prelude::*;
use rashomon_core::model::*;

use super::builder::*;
use crate::text::wrap::width;
use crate::text::{TextOptions, render};

const NAMES: TextOptions = TextOptions {
    color: false,
    names: true,
    notices: false,
};

/// A report that carries `text` in every field that comes from an article, a pack or a plugin.
fn carrying(text: &str) -> Report {
    let body = format!("x{text}x");
    let mut draft = Draft::new(
        text,
        vec![reading(text, &[&body]), reading("Plain", &[&body])],
    );
    for article in [0, 1] {
        draft.claim((article, text, &body), |claim| {
            claim.hedge = Some(text.to_owned());
            claim.quantity = Some(people(text, Form::Exact, (Some(1), Some(1))));
            claim.population = Some(group(text, Some(text), Some(text)));
            claim.object = Some(
                Party {
                    entity: Some("e".to_owned()),
                    ..Party::named(format!("{article}{text}"), Basis::Said)
                }
                .into(),
            );
            claim.time = Some(Period::unresolved(text));
            claim.attribution = vec![source(text, Some(text), Basis::Implied)];
            claim.correction = Some(
                Correction {
                    by: Some(text.to_owned()),
                    ..Correction::default()
                }
                .into(),
            );
        });
    }
    draft.align((text, text), &[0, 1]);
    fill_event(draft.event(), text);
    fill_finding(
        draft.find((Severity::Error, Verdict::Undetermined, text), &[0, 1]),
        text,
    );
    draft.find((Severity::Note, Verdict::Agree, text), &[0, 1]);
    let mut report = draft.report;
    report.notices = vec![Notice {
        article: Some(text.to_owned()),
        ..Notice::new(text, text)
    }];
    report.failures = vec![Failure {
        rule: text.to_owned(),
        plugin: text.to_owned(),
        event: Some(text.to_owned()),
        kind: FailureKind::Panic,
        message: text.to_owned(),
    }];
    report.profile = text.to_owned();
    report
}

fn fill_event(event: &mut Event, text: &str) {
    event.because = vec![text.to_owned()];
    event.place = Some(Party::named(text, Basis::Said));
    event.origins = vec![Origin {
        entity: text.to_owned(),
        name: text.to_owned(),
        articles: vec![0, 1],
    }];
    event.gaps = vec![gap(text, text, &[0, 1]), gap("killed/other", text, &[0])];
    event.agreements = vec![Agreement {
        text: text.to_owned(),
        claims: Vec::new(),
    }];
    event.only_in = vec![OnlyIn {
        article: 0,
        text: text.to_owned(),
        claims: vec![event.claims[0]],
    }];
    event.not_compared = vec![NotCompared {
        claim: event.claims[0],
        why: text.to_owned().into(),
        key: None,
    }];
}

fn fill_finding(finding: &mut Finding, text: &str) {
    finding.because = Some(text.to_owned());
    finding.readings = vec![ReadingOfFinding {
        when: text.to_owned(),
        verdict: Verdict::Agree,
        because: text.to_owned(),
    }];
    finding.questions = vec![Question {
        to: QuestionTo::Source(text.to_owned()),
        text: text.to_owned(),
    }];
    finding.missing = vec![MissingField {
        claim: finding.claims[0],
        field: text.to_owned(),
    }];
    finding.conventions = vec![text.to_owned()];
    finding.id = text.to_owned();
}

/// Is every line harmless and within the page?
fn check(out: &str) {
    let steers = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!out.contains(steers), "{out:?}");
    for line in out.lines() {
        assert!(width(line) <= 80, "{} columns: {line}", width(line));
    }
}

#[test]
fn no_text_steers_the_terminal() {
    for text in [
        "\u{1b}[2J\u{1b}]0;gotcha\u{7}",
        "\u{202e}evil",
        "a\rb\u{8}c",
        "\u{9b}31m",
        "\0",
    ] {
        let out = render(&carrying(text), &NAMES);
        check(&out);
        assert!(!out.contains("gotcha"), "{out}");
    }
}

#[test]
fn words_without_end_are_broken() {
    check(&render(&carrying(&"w".repeat(3000)), &NAMES));
    check(&render(&carrying(&"東".repeat(300)), &NAMES));
}

#[test]
fn references_to_nothing_are_survived() {
    let mut report = carrying("text");
    let nowhere = ClaimRef {
        article: 9,
        claim: 9,
    };
    report.events[0].claims.push(nowhere);
    report.events[0].articles.push(9);
    report.events[0].main_of.push(9);
    report.events[0].alignments[0].claims.push(77);
    report.events[0].not_compared.push(NotCompared {
        claim: nowhere,
        why: "gone".to_owned().into(),
        key: None,
    });
    report.events[0].only_in.push(OnlyIn {
        article: 9,
        text: "gone".to_owned(),
        claims: vec![nowhere],
    });
    report.findings[0].claims.push(nowhere);
    report.findings[0].evidence[0].claim = nowhere;
    report.findings[0].missing[0].claim = nowhere;
    report.findings[1].event = 99;
    report.readings[0].claims[0].span = Span::new(5000, 6000);
    report.readings[0].claims[0].passage = 5000;
    check(&render(&report, &NAMES));
}

#[test]
fn hundreds_of_articles_and_thousands_of_claims_fit_on_some_pages() {
    let readings = (0..300).map(|at| reading(&format!("Outlet {at}"), &["Two died."]));
    let mut draft = Draft::new("A storm", readings.collect());
    let mut claims = Vec::new();
    for at in 0..6000 {
        claims.push(draft.claim((at % 300, "killed", "Two died"), |claim| {
            claim.quantity = Some(people(&at.to_string(), Form::Exact, (None, None)));
            claim.population = Some(group(&format!("group {}", at % 40), None, None));
        }));
    }
    draft.align(("killed", "people killed"), &claims);
    let event = draft.event();
    event.not_compared = event
        .claims
        .iter()
        .map(|claim| NotCompared {
            claim: *claim,
            why: "many".to_owned().into(),
            key: None,
        })
        .collect();
    let out = render(&draft.report, &NAMES);
    check(&out);
    assert!(out.contains("   and 32 more groups\n") && out.contains(" and 296 more\n"));
    let lines = out.lines().count();
    assert!((300..500).contains(&lines), "{lines} lines");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_harmless_anywhere(text in "(\\PC|[\\x00-\\x20\\x7f-\\u{9f}\\u{202e}]){0,60}") {
        check(&render(&carrying(&text), &NAMES));
    }
}
