//! A second voice in a sentence: neither takes the words of the other.

use super::tests::{claims, each_told};
use crate::model::Polarity;

#[test]
fn who_is_cited_in_another_clause_is_no_origin_here() {
    each_told(&[
        (
            "Police said 12 had died, while the Harbour Post, citing medics, said 15 had died.",
            &[("12", "Police"), ("15", "the Harbour Post")],
        ),
        (
            "Twelve soldiers died, the army said, while the agency, citing rebels, reported 30 deaths.",
            &[("Twelve", "the army"), ("30", "the agency")],
        ),
    ]);
    let origins = |text: &str| -> Vec<String> {
        let told = claims(text, false);
        let first = told.first().expect("a claim");
        first.attribution.iter().map(|s| s.text.clone()).collect()
    };
    let apart = "Police said 12 people had died, while the Post, citing medics, said 15 had died.";
    assert_eq!(origins(apart), ["Police"]);
    let on = "Police said 12 people died, citing medics.";
    assert_eq!(origins(on), ["Police", "medics"]);
}

#[test]
fn whoever_confirms_or_gives_another_figure_takes_none() {
    each_told(&[
        (
            "The mayor said 16 people died, a toll confirmed by the hospital.",
            &[("16", "The mayor")],
        ),
        (
            "The hospital said 15 people were killed, more than the nine announced by the police.",
            &[("15", "The hospital")],
        ),
        (
            "Sixteen people died, a toll confirmed by the hospital.",
            &[("Sixteen", "the hospital")],
        ),
        (
            "The death of 16 people was confirmed by police.",
            &[("16", "police")],
        ),
    ]);
}

#[test]
fn behind_but_the_one_there_goes_on() {
    let found: Vec<_> = claims(
        "The rebels said they killed 60 soldiers, but the army rejected the claim and said four soldiers died.",
        false,
    )
    .into_iter()
    .filter(|c| c.predicate == "killed")
    .map(|c| {
        let figure = c.quantity.as_ref().map_or("", |q| q.text.as_str());
        let source = c.nearest_source().map_or("", |s| s.text.as_str());
        format!("{figure} {source} {:?}", c.polarity)
    })
    .collect();
    assert_eq!(
        found,
        [
            "60 The rebels Affirmed",
            "60 the army Denied",
            "four the army Affirmed"
        ]
    );
}

#[test]
fn a_clause_of_time_has_its_own_voice() {
    each_told(&[
        (
            "The minister left after the hospital said 40 villagers had been killed.",
            &[("40", "the hospital")],
        ),
        (
            "The talks ended when the hospital said 40 villagers had been killed.",
            &[("40", "the hospital")],
        ),
    ]);
}

#[test]
fn reports_that_somebody_looks_into_are_not_his() {
    each_told(&[
        (
            "Police are aware of reports that two men were killed.",
            &[("two", "-")],
        ),
        (
            "The ministry received reports that 12 people died.",
            &[("12", "-")],
        ),
    ]);
}

#[test]
fn a_report_without_that_is_rejected_all_the_same() {
    for text in [
        "The army rejected reports it had killed 13 civilians.",
        "The army rejected claims its soldiers had killed 13 civilians.",
    ] {
        let told = claims(text, false);
        let killed: Vec<_> = told.iter().filter(|c| c.predicate == "killed").collect();
        assert_eq!(killed.len(), 1, "{text}");
        assert_eq!(killed[0].polarity, Polarity::Denied, "{text}");
    }
}

#[test]
fn a_claim_that_is_called_false_is_denied_by_who_calls_it_so() {
    let told = |text: &str| -> Vec<String> {
        let claims = claims(text, false);
        let killed = claims.iter().filter(|c| c.predicate == "killed");
        let row = |c: &crate::model::Claim| {
            let source = c.nearest_source().map_or("-", |s| s.text.as_str());
            format!("{source} {:?}", c.polarity)
        };
        killed.map(row).collect()
    };
    for text in [
        "The minister described claims that 300 people had been killed as false.",
        "The minister called the claim that 300 people were killed baseless.",
    ] {
        assert_eq!(told(text), ["- Affirmed", "The minister Denied"], "{text}");
    }
    // Near miss: no claim of anybody's is judged.
    let deed = "The minister described the attack that killed 300 people as cowardly.";
    assert!(!told(deed).iter().any(|row| row.ends_with("Denied")));
}
