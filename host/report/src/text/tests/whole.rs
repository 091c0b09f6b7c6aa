//! The run as a whole: what stands around the memos.

use jiff::civil::date;
use rashomon_core::model::*;

use super::builder::*;
use crate::text::{TextOptions, render};

fn rendered(report: &Report) -> String {
    render(report, &TextOptions::default())
}

fn flat(report: &Report) -> String {
    rendered(report)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn outlets(number: usize) -> Vec<Reading> {
    (0..number)
        .map(|at| reading(&format!("Outlet {at}"), &["A bridge fell."]))
        .collect()
}

fn failure(rule: &str) -> Failure {
    Failure {
        rule: rule.to_owned(),
        plugin: "counter".to_owned(),
        event: Some("0a1b2c3d4e5f".to_owned()),
        kind: FailureKind::Fuel,
        message: "stopped after a million steps".to_owned(),
    }
}

#[test]
fn nothing_read_is_said() {
    insta::assert_snapshot!(rendered(&report()), @"
    No articles. Nothing was read, so nothing was compared.

    0 articles read; 0 rules; profile default; packs: default.
    ");
}

#[test]
fn articles_without_events_are_listed() {
    let mut report = report();
    report.readings = outlets(1);
    insta::assert_snapshot!(rendered(&report), @"
    No events: no article reports anything that could be compared.

    OTHER EVENTS
    Each of these articles stands alone: no other was found on its main event.
     Outlet 0: no event found in it

    1 article read; 0 rules; profile default; packs: default.
    ");
}

#[test]
fn an_article_alone_has_a_line_and_no_memo() {
    let mut draft = Draft::new("A bridge fell", outlets(3));
    draft.event().main_of = vec![0, 1];
    let mut flood = event("A flood", &[2]);
    flood.time = Some(Period::days(
        "Monday",
        date(2031, 6, 9),
        date(2031, 6, 9),
        Basis::Said,
    ));
    draft.report.events.push(flood);
    let out = rendered(&draft.report);
    assert_eq!(out.matches("COMPARISON MEMO").count(), 1);
    assert!(
        out.contains("\n Outlet 2: A flood, Mon 9 June 2031\n"),
        "{out}"
    );
}

#[test]
fn an_article_that_contradicts_itself_has_a_memo() {
    let mut draft = Draft::new("A bridge fell", outlets(1));
    draft.claim((0, "fell", "A bridge fell"), |_| {});
    draft.find(
        (Severity::Error, Verdict::Contradiction, "Did it fall?"),
        &[0],
    );
    let out = rendered(&draft.report);
    assert!(out.contains("MACHINE READING, NOT CHECKED BY A PERSON"));
    assert!(
        out.contains("1 Did it fall?") && !out.contains("OTHER EVENTS"),
        "{out}"
    );
}

#[test]
fn the_most_pressing_memo_comes_first() {
    let mut draft = Draft::new("Quiet", outlets(4));
    draft.claim((0, "fell", "A bridge fell"), |_| {});
    draft.event().main_of = vec![0, 1];
    draft.report.events.push(event("Pressing", &[2, 3]));
    draft
        .find((Severity::Error, Verdict::Contradiction, "x"), &[0])
        .event = 1;
    let out = rendered(&draft.report);
    assert!(out.find("Pressing") < out.find("Quiet"), "{out}");
}

#[test]
fn failed_rules_stand_at_the_top_and_in_full_at_the_end() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    draft.report.failures = vec![failure("tolls"), failure("tolls")];
    let out = rendered(&draft.report);
    assert!(
        out.starts_with("INCOMPLETE: 1 rule failed (tolls)\n"),
        "{out}"
    );
    assert!(out.contains(
        "RULES THAT FAILED\n  - tolls used up its instructions on event 0a1b2c3d4e5f: stopped"
    ));
    draft.report.failures.push(failure("times"));
    assert!(rendered(&draft.report).starts_with("INCOMPLETE: 2 rules failed (times, tolls)\n"));
}

/// However much else was odd: what was not read is said.
#[test]
fn what_was_not_read_comes_before_other_notices() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    let codes = ["unresolved-date"; 9]
        .into_iter()
        .chain(["not-read", "unreadable-article"]);
    let notices = codes.map(|code| Notice::new(code, format!("about {code}")));
    draft.report.notices = notices.collect();
    let out = rendered(&draft.report);
    let list = "  - about not-read\n  - about unreadable-article\n  - about unresolved-date\n";
    assert!(out.contains(list), "{out}");
    assert!(out.contains("  and 4 more: list with --notices\n"), "{out}");
}

#[test]
fn an_article_that_was_not_read_is_not_counted_as_read() {
    let mut draft = Draft::new("A bridge fell", outlets(3));
    assert!(rendered(&draft.report).contains("\n3 articles read; "));
    let unread = Notice::new("not-read", "brand.txt: not read: language German (de)");
    draft.report.readings[2].notices.push(unread);
    let out = rendered(&draft.report);
    assert!(out.contains("\n2 articles read, 1 not; "), "{out}");
}

#[test]
fn notices_are_counted_by_kind() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    let notices = (0..7).map(|at| {
        Notice::new(
            "unresolved-date",
            format!("which Monday is meant in line {at}?"),
        )
    });
    draft.report.notices = notices.collect();
    draft
        .report
        .notices
        .push(Notice::new("skipped-file", "a picture"));
    let out = rendered(&draft.report);
    assert!(
        out.contains("8 notices: 1 skipped file, 7 unresolved date.\n"),
        "{out}"
    );
    assert!(
        out.contains("  - which Monday is meant in line 4?\n  and 3 more: list with --notices\n"),
        "{out}"
    );
}

#[test]
fn a_shared_source_counts_once() {
    let check = |articles: usize, drawing: &[usize], expected: &str| {
        let mut draft = Draft::new("A bridge fell", outlets(articles));
        draft.event().origins = vec![Origin {
            entity: "toll-house".to_owned(),
            name: "the Toll House".to_owned(),
            articles: drawing.to_vec(),
        }];
        let out = flat(&draft.report);
        assert!(out.contains(expected), "{expected} is not in {out}");
    };
    check(
        2,
        &[0, 1],
        "Both draw on the Toll House: where A and B agree, do not count two sources.",
    );
    check(
        3,
        &[0, 2],
        "A and C draw on the Toll House: where they agree, do not count two sources.",
    );
    check(
        3,
        &[0, 1, 2],
        "All three draw on the Toll House: where they agree, do not count three sources.",
    );
    check(
        5,
        &[0, 1, 2],
        "A, B and C draw on the Toll House: where they agree, do not count 3 sources.",
    );
    let most: Vec<usize> = (0..12).collect();
    check(
        30,
        &most,
        "12 of 30 articles (A, B, C, D, E, F, G, H and 4 more) draw on the Toll House: where they agree, do not \
         count 12 sources.",
    );
}

#[test]
fn copies_and_citations_are_said_once() {
    let check = |copies: &[(usize, usize, u8)], citing: &[(usize, usize)], expected: &[&str]| {
        let mut draft = Draft::new("A bridge fell", outlets(4));
        let event = draft.event();
        event.copies = copies
            .iter()
            .map(|&(article, of, percent)| Copied {
                article,
                of,
                percent,
            })
            .collect();
        event.citing = citing
            .iter()
            .map(|&(article, cites)| Citing { article, cites })
            .collect();
        let out = flat(&draft.report);
        for expected in expected {
            assert!(out.contains(expected), "{expected} is not in {out}");
        }
    };
    check(
        &[(1, 0, 97)],
        &[],
        &["B repeats the text of A: one source, not 2."],
    );
    check(
        &[(1, 0, 97), (3, 0, 60)],
        &[(2, 0)],
        &[
            "B and D repeat much of the text of A: one source, not 3.",
            "C cites A.",
        ],
    );
}

#[test]
fn two_articles_of_one_outlet_are_told_apart() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    for (reading, id) in draft.report.readings.iter_mut().zip(["first", "second"]) {
        reading.article.outlet = "Ferry News".to_owned();
        reading.article.id = id.to_owned();
    }
    let out = rendered(&draft.report);
    assert!(
        out.contains(" A  Ferry News  undated (first)\n B  Ferry News  undated (second)\n"),
        "{out}"
    );
}

#[test]
fn names_are_one_line_unless_asked_for() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    for (article, words, voice) in [
        (0, "the Rook Bridge", Voice::Outlet),
        (1, "Rookery Bridge", Voice::Quoted),
    ] {
        draft.claim((article, "fell", "A bridge fell"), |claim| {
            claim.voice = voice;
            claim.object = Some(
                Party {
                    entity: Some("rook-bridge".to_owned()),
                    ..Party::named(words, Basis::Said)
                }
                .into(),
            );
        });
    }
    assert!(
        rendered(&draft.report)
            .contains("NAMES         spellings and labels differ: list with --names\n")
    );
    let in_full = render(
        &draft.report,
        &TextOptions {
            names: true,
            notices: false,
            color: false,
        },
    );
    let expected =
        "NAMES         rook bridge: A \"the Rook Bridge\"; B \"Rookery Bridge\" (quoted)\n";
    assert!(in_full.contains(expected), "{in_full}");
}

#[test]
fn one_name_for_all_is_not_worth_a_line() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    for (article, words) in [(0, "the Rook Bridge"), (1, "Rook bridge")] {
        draft.claim((article, "fell", "A bridge fell"), |claim| {
            claim.object = Some(
                Party {
                    entity: Some("rook-bridge".to_owned()),
                    ..Party::named(words, Basis::Said)
                }
                .into(),
            );
        });
    }
    assert!(!rendered(&draft.report).contains("NAMES"));
}

#[test]
fn what_was_not_compared_is_grouped_by_why() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    for at in 0..7 {
        draft.claim((at % 2, "fell", "A bridge fell"), |_| {});
    }
    let event = draft.event();
    let why = |at: usize| {
        if at == 0 {
            "no date"
        } else {
            "a thing of the past"
        }
    };
    event.not_compared = (0..7)
        .map(|at| NotCompared {
            claim: event.claims[at],
            why: why(at).to_owned().into(),
            key: None,
        })
        .collect();
    let out = flat(&draft.report);
    assert!(
        out.contains(
            "NOT COMPARED a thing of the past: \"A bridge fell\" (B ¶1), \"A bridge fell\" (A ¶1) no date:"
        ),
        "{out}"
    );
    assert!(out.contains(" no date: \"A bridge fell\" (A ¶1)"), "{out}");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let mut draft = Draft::new("A bridge fell", outlets(2));
    draft.claim((0, "fell", "A bridge fell"), |_| {});
    draft.find((Severity::Error, Verdict::Contradiction, "x"), &[0]);
    let plain = rendered(&draft.report);
    let coloured = render(
        &draft.report,
        &TextOptions {
            color: true,
            names: false,
            notices: false,
        },
    );
    assert!(
        !plain.contains('\u{1b}') && coloured.contains("\u{1b}[31mSETTLE BEFORE USE\u{1b}[0m"),
        "{coloured:?}"
    );
    let stripped: Vec<String> = coloured.lines().map(crate::text::clean::clean).collect();
    assert_eq!(stripped, plain.lines().collect::<Vec<_>>());
}
