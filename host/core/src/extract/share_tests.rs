//! Some of a numbered whole, and numbers that are names.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn a_part_of_a_whole_is_not_the_whole() {
    check(&[
        (
            "Half of the 40 passengers were killed.",
            &["killed 20..20 About"],
        ),
        (
            "Two thirds of the 300 workers were killed.",
            &["killed 200..200 About"],
        ),
        (
            "A third of the 60 pupils were injured.",
            &["wounded 20..20 About"],
        ),
        (
            "More than half of the 40 passengers died.",
            &["killed 20..40 MoreThan"],
        ),
        (
            "Most of the 40 passengers were killed.",
            &["killed 20..40 MoreThan"],
        ),
        (
            "Almost all of the 40 passengers were killed.",
            &["killed 20..40 Range"],
        ),
        (
            "All but three of the 40 passengers were killed.",
            &["killed 37..37 Exact"],
        ),
        (
            "Sixty percent of the 300 workers were injured.",
            &["wounded 180..180 About"],
        ),
        (
            "All of the 40 passengers were killed.",
            &["killed 40..40 Exact"],
        ),
        ("The 40 passengers were killed.", &["killed 40..40 Exact"]),
    ]);
}

#[test]
fn a_number_that_is_a_name_counts_nothing() {
    check(&[
        ("The Boeing 727 was destroyed.", &[]),
        ("Bus 42 was destroyed.", &[]),
        ("A blast destroyed 12 buses.", &["destroyed 12..12 Exact"]),
    ]);
}

#[test]
fn officers_who_fire_are_no_attackers() {
    let attackers = |text: &str| {
        let found = claims(text);
        found.iter().filter(|c| c.predicate == "attackers").count()
    };
    assert_eq!(
        attackers("Eight officers opened fire and shot him dead."),
        0
    );
    assert_eq!(attackers("Three gunmen opened fire and shot him dead."), 1);
}

#[test]
fn what_else_is_in_doubt_is_no_hedge_of_the_figure() {
    let hedge = |predicate: &str, text: &str| {
        let found = claims(text);
        let told = found.iter().find(|c| c.predicate == predicate);
        told.and_then(|claim| claim.hedge.clone())
    };
    for (predicate, text) in [
        ("killed", "A man suspected of killing four people was held."),
        (
            "killed",
            "A neighbour said it was likely that he was drunk when he killed four people.",
        ),
        (
            "captured",
            "Police arrested a man over packages containing likely bombs.",
        ),
    ] {
        assert_eq!(hedge(predicate, text), None, "{text}");
    }
    let feared = hedge("killed", "Four people were likely killed.");
    assert_eq!(feared.as_deref(), Some("likely"));
}
