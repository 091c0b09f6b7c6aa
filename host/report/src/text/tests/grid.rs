//! The comparison grid.

use rashomon_core::model::*;

use super::builder::*;
use crate::text::{TextOptions, render};

const PARAGRAPH: &str = "Two divers died, three dogs were hurt and a boat sank.";

type Change = fn(&mut Claim);

fn outlets(number: usize) -> Vec<Reading> {
    (0..number)
        .map(|at| reading(&format!("Outlet {at}"), &[PARAGRAPH]))
        .collect()
}

fn died(draft: &mut Draft, article: usize, who: Party) -> usize {
    draft.claim((article, "killed", "Two divers died"), |claim| {
        claim.quantity = Some(people("Two", Form::Exact, (Some(2), Some(2))));
        claim.population = Some(who);
    })
}

fn sank(draft: &mut Draft, article: usize) -> usize {
    draft.claim((article, "sank", "a boat sank"), |_| {})
}

fn rendered(draft: &Draft) -> String {
    render(&draft.report, &TextOptions::default())
}

/// The row that begins with `label`, with single spaces.
fn row(out: &str, label: &str) -> String {
    let line = out
        .lines()
        .find(|line| line.trim_start().starts_with(label));
    let line = line.unwrap_or_else(|| panic!("no row {label:?} in\n{out}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn counts_stand_above_what_happened_and_tolls_above_other_counts() {
    let mut draft = Draft::new("Wreck", outlets(2));
    let sunk = [sank(&mut draft, 0), sank(&mut draft, 1)];
    let dead = [0, 1].map(|at| died(&mut draft, at, group("divers", None, None)));
    let hurt = draft.claim((0, "rescued", "three dogs were hurt"), |claim| {
        claim.quantity = Some(people("three", Form::Exact, (Some(3), Some(3))));
    });
    draft.align(("sank", "boats sunk"), &sunk);
    draft.align(("rescued", "animals hurt"), &[hurt]);
    draft.align(("killed", "people killed"), &dead);
    let out = rendered(&draft);
    let at = |topic: &str| {
        out.find(topic)
            .unwrap_or_else(|| panic!("no {topic} in\n{out}"))
    };
    assert!(at("People killed") < at("Animals hurt") && at("Animals hurt") < at("Boats sunk"));
}

#[test]
fn what_happened_in_one_article_only_is_no_row() {
    let mut draft = Draft::new("Wreck", outlets(2));
    let sunk = sank(&mut draft, 0);
    draft.align(("sank", "boats sunk"), &[sunk]);
    assert!(!rendered(&draft).contains("Boats sunk"));
}

#[test]
fn the_same_people_are_one_row() {
    let mut draft = Draft::new("Wreck", outlets(2));
    let dead = [
        died(&mut draft, 0, group("divers", None, None)),
        died(&mut draft, 1, group("frogmen", None, None)),
    ];
    draft.align(("killed", "people killed"), &dead);
    let apart = rendered(&draft);
    assert_eq!(row(&apart, "\"divers\""), "\"divers\" Two ¶1 source? -");
    draft.event().alignments[0].pairs = vec![Pair {
        left: dead[0],
        right: dead[1],
        predicate: Extent::Same,
        population: Extent::Same,
        agent: Extent::Unknown,
        object: Extent::Unknown,
        place: Extent::Unknown,
        time: Order::Unknown,
        as_of: Order::Unknown,
        origin: Sameness::Unknown,
    }];
    let joined = rendered(&draft);
    assert_eq!(
        row(&joined, "\"divers\""),
        "\"divers\" Two ¶1 source? Two ¶1 source?"
    );
    assert!(!joined.contains("\"frogmen\""));
}

#[test]
fn a_gap_shows_in_the_row_of_its_people() {
    let mut draft = Draft::new("Wreck", outlets(2));
    let dead = died(&mut draft, 0, group("divers", None, Some("civilian")));
    draft.align(("killed", "people killed"), &[dead]);
    draft.event().gaps = vec![gap("killed/civilian", "civilians killed", &[1])];
    let out = rendered(&draft);
    assert_eq!(
        row(&out, "Civilians"),
        "Civilians Two ¶1 source? not stated"
    );
    assert_eq!(
        out.matches("ivilians").count(),
        2,
        "once in the grid, once in GAPS:\n{out}"
    );
    assert!(out.contains("GAPS          civilians killed (not in B). Not stated is not zero."));
}

#[test]
fn more_than_three_articles_are_lines() {
    let mut draft = Draft::new("Wreck", outlets(5));
    let dead = [0, 3].map(|at| died(&mut draft, at, group("divers", None, None)));
    draft.align(("killed", "people killed"), &dead);
    draft.event().gaps = vec![gap("killed", "people killed", &[1, 2])];
    let out = rendered(&draft);
    assert!(
        out.contains(
            "     A   Two ¶1 source?\n     D   Two ¶1 source?\n     not stated: B and C\n"
        ),
        "{out}"
    );
}

#[test]
fn a_withdrawn_claim_is_in_no_cell() {
    let mut draft = Draft::new("Wreck", outlets(2));
    let dead = [0, 1].map(|at| died(&mut draft, at, group("divers", None, None)));
    draft.align(("killed", "people killed"), &dead);
    draft.report.readings[1].claims[0].correction = Some(
        Correction {
            void: true,
            ..Correction::default()
        }
        .into(),
    );
    assert_eq!(
        row(&rendered(&draft), "\"divers\""),
        "\"divers\" Two ¶1 source? -"
    );
}

#[test]
fn a_cell_tells_how_sure_and_what_is_not_said_outright() {
    let cases: [(Change, &str); 7] = [
        (
            |c| c.certainty = Certainty::Accused,
            "Two (accused) ¶1 source?",
        ),
        (|c| c.polarity = Polarity::Denied, "denied: Two ¶1 source?"),
        (
            |c| c.quantity.as_mut().expect("set").tally = Tally::Cumulative,
            "Two (running total) ¶1",
        ),
        (
            |c| c.attribution = vec![source("a pilot", None, Basis::Implied)],
            "Two ¶1 a pilot^",
        ),
        (
            |c| {
                c.correction = Some(
                    Correction {
                        by_hand: true,
                        ..Correction::default()
                    }
                    .into(),
                )
            },
            "Two by hand source?",
        ),
        (
            |c| {
                c.correction = Some(
                    Correction {
                        by: Some("desk two".to_owned()),
                        ..Correction::default()
                    }
                    .into(),
                )
            },
            "Two† ¶1 source?",
        ),
        (
            |c| c.quantity.as_mut().expect("set").text.clear(),
            "2 ¶1 source?",
        ),
    ];
    for (change, expected) in cases {
        let mut draft = Draft::new("Wreck", outlets(2));
        let dead = died(&mut draft, 0, group("divers", None, None));
        draft.align(("killed", "people killed"), &[dead]);
        change(&mut draft.report.readings[0].claims[0]);
        let row = row(&rendered(&draft), "\"divers\"");
        assert!(row.contains(expected), "{row} does not hold {expected}");
    }
}
