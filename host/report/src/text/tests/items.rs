//! The items: what is printed of a finding, and how the summary counts them.

use rashomon_core::model::*;

use super::builder::*;
use crate::text::{TextOptions, render};

const PARAGRAPH: &str = "The dam held, the mayor said. \"It did not hold,\" a diver said.";

fn draft() -> Draft {
    let readings = vec![
        reading("Lake Gazette", &[PARAGRAPH]),
        reading("Dam Daily", &[PARAGRAPH]),
    ];
    let mut draft = Draft::new("The dam", readings);
    for article in [0, 1] {
        draft.claim((article, "held", "The dam held"), |_| {});
    }
    draft
}

fn rendered(draft: &Draft) -> String {
    render(&draft.report, &TextOptions::default())
}

/// The memo with line breaks as spaces, so that a sentence is found wherever it was broken.
fn flat(draft: &Draft) -> String {
    rendered(draft)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_verdict_has_its_words() {
    for (verdict, words) in [
        (Verdict::Contradiction, "CANNOT BOTH BE RIGHT"),
        (Verdict::Undetermined, "CANNOT COMPARE YET"),
        (Verdict::Disputed, "SOURCES DISAGREE"),
        (Verdict::Superseded, "LATER REPORT AVAILABLE"),
        (Verdict::ScopeDiffers, "COUNTS DIFFERENT THINGS"),
        (Verdict::Compatible, "MAY BOTH BE RIGHT"),
    ] {
        let mut draft = draft();
        draft.find((Severity::Warning, verdict, "Did it hold?"), &[0, 1]);
        let out = rendered(&draft);
        let line = out
            .lines()
            .find(|line| line.starts_with("1 Did it hold?"))
            .expect("the item");
        assert!(line.ends_with(words) && line.len() == 80, "{line}");
    }
}

/// A number that came later is a figure, an arrest that came later is not.
#[test]
fn a_later_figure_is_called_so() {
    let mut draft = draft();
    let claim = &mut draft.report.readings[1].claims[0];
    claim.quantity = Some(people("14", Form::Exact, (Some(14), Some(14))));
    let later = Verdict::Superseded;
    draft.find((Severity::Warning, later, "Did it rise?"), &[0, 1]);
    assert!(flat(&draft).contains("Did it rise? LATER FIGURE AVAILABLE"));
}

#[test]
fn the_summary_counts_in_the_singular_and_in_the_plural() {
    let check = |findings: &[(Severity, Verdict)], expected: &str| {
        let mut draft = draft();
        for (severity, verdict) in findings {
            draft.find((*severity, *verdict, "x"), &[0, 1]);
        }
        let out = flat(&draft);
        assert!(out.contains(expected), "{expected} is not in {out}");
    };
    use Severity::{Error, Note, Warning};
    check(
        &[],
        "Nothing was compared: no two articles make a claim of one kind that is read.",
    );
    let mut compared = draft();
    let claims = [0, 1].map(|article| compared.claim((article, "held", "The dam held"), |_| {}));
    compared.align(("held", "whether it held"), &claims);
    compared.event().alignments[0].pairs = vec![Pair {
        left: claims[0],
        right: claims[1],
        predicate: Extent::Same,
        population: Extent::Unknown,
        agent: Extent::Unknown,
        object: Extent::Unknown,
        place: Extent::Unknown,
        time: Order::Unknown,
        as_of: Order::Unknown,
        origin: Sameness::Unknown,
    }];
    let out = flat(&compared);
    let expected = "No outright contradiction. Nothing to settle or to check.";
    assert!(out.contains(expected), "{out}");
    check(
        &[(Warning, Verdict::Compatible)],
        "No outright contradiction. 1 point to check.",
    );
    check(
        &[
            (Error, Verdict::Contradiction),
            (Warning, Verdict::Disputed),
            (Warning, Verdict::Disputed),
        ],
        "1 outright contradiction. 1 point to settle before use, 2 points to check.",
    );
    check(
        &[
            (Error, Verdict::Contradiction),
            (Error, Verdict::Contradiction),
            (Note, Verdict::Agree),
        ],
        "2 outright contradictions. 2 points to settle before use, 1 point for information.",
    );
}

#[test]
fn only_figures_are_called_figures() {
    let mut draft = draft();
    draft.find((Severity::Error, Verdict::Contradiction, "x"), &[0, 1]);
    for reading in &mut draft.report.readings {
        reading.claims[0].quantity = Some(people("one", Form::Exact, (Some(1), Some(1))));
    }
    assert!(flat(&draft).contains("1 figure to settle before use"));
}

#[test]
fn gaps_are_both_or_all() {
    for (articles, summary, heading) in [
        (2, "2 gaps in both.", "GAPS IN BOTH"),
        (3, "2 gaps in all.", "GAPS IN ALL"),
    ] {
        let readings = (0..articles).map(|at| reading(&format!("O{at}"), &[PARAGRAPH]));
        let mut draft = Draft::new("The dam", readings.collect());
        let all: Vec<usize> = (0..articles).collect();
        draft.event().gaps = vec![
            gap("wounded", "wounded", &all),
            gap("as-of", "as of when", &all),
        ];
        let out = flat(&draft);
        assert!(out.contains(summary), "{out}");
        assert!(
            out.contains(&format!(
                "{heading} wounded; as of when. Not stated is not zero."
            )),
            "{out}"
        );
    }
}

#[test]
fn quoted_words_are_the_speakers() {
    let mut draft = draft();
    let quoted = draft.claim((1, "held", "It did not hold"), |claim| {
        claim.voice = Voice::Quoted;
        claim.polarity = Polarity::Denied;
        claim.attribution = vec![source("A diver", None, Basis::Said)];
    });
    let cited = draft.claim((0, "held", "The dam held, the mayor said"), |claim| {
        claim.attribution = vec![source("the mayor", None, Basis::Implied)];
    });
    draft.find(
        (Severity::Warning, Verdict::Disputed, "Did it hold?"),
        &[quoted, cited],
    );
    let out = rendered(&draft);
    assert!(
        out.contains("  B ¶1 words of a diver: \"It did not hold\""),
        "{out}"
    );
    assert!(
        out.contains("  A ¶1 citing the mayor (implied): \"The dam held, the mayor said\""),
        "{out}"
    );
}

#[test]
fn what_is_asked_whom_is_aligned() {
    let mut draft = draft();
    let finding = draft.find((Severity::Error, Verdict::Undetermined, "x"), &[0, 1]);
    finding.questions = vec![
        Question {
            to: QuestionTo::Article(1),
            text: "when?".to_owned(),
        },
        Question {
            to: QuestionTo::Source("the mayor".to_owned()),
            text: "who?".to_owned(),
        },
    ];
    assert!(rendered(&draft).contains("  Ask B:         when?\n  Ask the mayor: who?\n"));
}

#[test]
fn readings_and_what_is_missing_are_sentences() {
    let mut draft = draft();
    let claims = draft.event().claims.clone();
    let finding = draft.find((Severity::Error, Verdict::Undetermined, "x"), &[0, 1]);
    finding.readings = [
        ("If both mean noon", "the clock says so"),
        ("B means midnight", ""),
    ]
    .map(|(when, because)| ReadingOfFinding {
        when: when.to_owned(),
        verdict: Verdict::Contradiction,
        because: because.to_owned(),
    })
    .to_vec();
    finding.missing = [(0, "attribution"), (1, "attribution"), (1, "water-level")]
        .map(|(at, field)| MissingField {
            claim: claims[at],
            field: field.to_owned(),
        })
        .to_vec();
    let out = rendered(&draft);
    assert!(
        out.contains("  - If both mean noon: cannot both be right. The clock says so.\n"),
        "{out}"
    );
    assert!(
        out.contains("  - If B means midnight: cannot both be right.\n"),
        "{out}"
    );
    assert!(
        out.contains("  Not stated: the source (A ¶1, B ¶1); water level (B ¶1).\n"),
        "{out}"
    );
}

#[test]
fn one_sentence_is_quoted_once() {
    let mut draft = draft();
    let again = draft.claim((0, "opened", "The dam held"), |_| {});
    draft.find(
        (Severity::Warning, Verdict::Compatible, "x"),
        &[0, again, 1],
    );
    assert_eq!(
        rendered(&draft)
            .matches("  A ¶1 source?: \"The dam held\"")
            .count(),
        1
    );
}

#[test]
fn a_correction_names_who_made_it() {
    let mut draft = draft();
    draft.find((Severity::Warning, Verdict::Compatible, "x"), &[0, 1]);
    draft.report.readings[0].claims[0].correction = Some(
        Correction {
            by: Some("desk two".to_owned()),
            ..Correction::default()
        }
        .into(),
    );
    assert!(flat(&draft).contains("A ¶1 source? (corrected by desk two): \"The dam held\""));
    let correction = &mut draft.report.readings[0].claims[0].correction;
    correction.as_mut().expect("made").reason = Some("the mayor called".to_owned());
    assert!(flat(&draft).contains("(corrected by desk two: the mayor called): \"The dam held\""));
}

#[test]
fn items_are_numbered_through_and_can_be_referred_to() {
    let mut draft = draft();
    draft.find((Severity::Error, Verdict::Contradiction, "First"), &[0, 1]);
    draft.find((Severity::Warning, Verdict::Compatible, "Second"), &[0, 1]);
    draft.find((Severity::Note, Verdict::Compatible, "Third"), &[0, 1]);
    let out = rendered(&draft);
    let at = |text: &str| {
        out.find(text)
            .unwrap_or_else(|| panic!("no {text} in\n{out}"))
    };
    let order = [
        "SETTLE BEFORE USE\n1 First",
        "CHECK\n2 Second",
        "FOR INFORMATION\n3 Third",
    ]
    .map(at);
    assert!(order.is_sorted());
    assert!(
        flat(&draft)
            .contains("item 1 = some-rule f00000000001, item 2 = some-rule f00000000002, item 3 = some-rule f00000000003.")
    );
}

#[test]
fn notes_and_checks_are_capped_and_what_must_be_settled_is_not() {
    let mut draft = draft();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for _ in 0..60 {
            draft.find((severity, Verdict::Compatible, "x"), &[0, 1]);
        }
    }
    let out = rendered(&draft);
    assert!(
        out.contains("\n60 x ")
            && out.contains("\nand 35 more\n")
            && out.contains("\nand 48 more\n"),
        "{out}"
    );
    assert!(flat(&draft).contains(
        "60 points to settle before use, 60 points to check, 60 points for information."
    ));
}

#[test]
fn what_a_desk_wants_first_stands_first_whatever_follows_from_it() {
    let mut draft = draft();
    draft.find(
        (Severity::Warning, Verdict::Contradiction, "Where?"),
        &[0, 1],
    );
    draft.find(
        (Severity::Warning, Verdict::Compatible, "How many?"),
        &[0, 1],
    );
    for (finding, score) in draft.report.findings.iter_mut().zip([2.0, 1.0]) {
        finding.score = score;
    }
    let out = rendered(&draft);
    let at = |words: &str| out.find(words).expect("the item");
    assert!(at("1 How many?") < at("2 Where?"), "{out}");
}

#[test]
fn a_note_on_names_is_no_item_but_the_line_of_names() {
    let mut draft = draft();
    draft.find(
        (Severity::Note, Verdict::Compatible, "Spellings differ"),
        &[0, 1],
    );
    draft.report.findings[0].code = "names-differ".into();
    let out = rendered(&draft);
    assert!(
        out.contains("NAMES") && !out.contains("1 Spellings differ"),
        "{out}"
    );
    let all = render(
        &draft.report,
        &TextOptions {
            names: true,
            notices: false,
            ..TextOptions::default()
        },
    );
    assert!(all.contains("Spellings differ: A"), "{all}");
}
