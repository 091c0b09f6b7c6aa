//! Classes of counts that once were misread, with what comes near.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn numbers_that_are_ages_or_dates_count_nobody() {
    check(&[
        (
            "Two children, ages 3 and 5, and their mother were found dead in the house.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "Four men and five women, all younger than 45, were injured.",
            &["wounded 4..4 Exact", "wounded 5..5 Exact"],
        ),
        (
            "See January 9, 2017 Man dead after a raid.",
            &["killed 1..1 Exact"],
        ),
    ]);
}

#[test]
fn several_shot_are_people() {
    check(&[
        (
            "Four shot on Mill Lane, two die.",
            &["killed 2..2 Exact", "shot 4..4 Exact"],
        ),
        ("One shot was fired on Mill Lane.", &[]),
        (
            "Two clerks were shot late on Friday at 12 Mill Lane.",
            &["shot 2..2 Exact"],
        ),
        (
            "Two clerks were shot at 12 Mill Lane.",
            &["shot 2..2 Exact"],
        ),
        ("Two clerks were shot at by guards.", &[]),
    ]);
}

#[test]
fn a_part_stands_for_itself() {
    check(&[
        (
            "There were 200 guests in the hall and four of them were hurt.",
            &["wounded 4..4 Exact"],
        ),
        (
            "The raid left one clerk dead and three more injured.",
            &["killed 1..1 Exact", "wounded 3..3 Exact"],
        ),
        (
            "The lady was with her children, one of whom was wounded.",
            &["wounded 1..1 Exact"],
        ),
    ]);
}

#[test]
fn words_before_and_behind_the_dead_and_the_hurt() {
    check(&[
        (
            "The wounded include a child and a nurse.",
            &["wounded 1..1 Exact", "wounded 1..1 Exact"],
        ),
        (
            "The raid led to the death of a clerk and injuries to five other people.",
            &["killed 1..1 Exact", "wounded 5..5 Exact"],
        ),
        ("She was charged with injury to a child.", &[]),
        (
            "The six monks' slaying shook the town.",
            &["killed 6..6 Exact"],
        ),
        (
            "The killers of the six monks were never found.",
            &["killed 6..6 Exact"],
        ),
        (
            "The raid killed five guards as well as a cook.",
            &["killed 1..1 Exact", "killed 5..5 Exact"],
        ),
    ]);
}

#[test]
fn what_did_not_happen_or_befell_things() {
    check(&[
        ("The bomb would have killed at least 50 people.", &[]),
        (
            "The guards may have killed six people.",
            &["killed 6..6 Exact"],
        ),
        ("Some 150 ballots were burned in the yard.", &[]),
        ("They released in good condition six hostages.", &[]),
    ]);
}

#[test]
fn offices_say_who_it_is() {
    let role = |text: &str| {
        let claims = claims(text);
        let killed = claims.iter().find(|c| c.predicate == "killed");
        let party = killed.and_then(|c| c.population.clone());
        party.and_then(|p| p.role).unwrap_or_default()
    };
    assert_eq!(
        role("CRIMINAL COURT JUDGE ANNA WEBER WAS KILLED YESTERDAY."),
        "civilian"
    );
    assert_eq!(
        role("TWO POLICEMEN GUARDING THE COLOMBIAN CONSULATE WERE KILLED YESTERDAY."),
        "police"
    );
    // One who holds two offices.
    check(&[(
        "On Friday Minister and President Anton Weber died in his house on the hill.",
        &["killed 1..1 Exact"],
    )]);
}

#[test]
fn who_says_it_is_not_whom_it_befell() {
    check(&[
        ("The mayor said the dog was killed.", &[]),
        ("The mayor said late on Monday the dog was killed.", &[]),
        (
            "The mayor said his brother was killed.",
            &["killed 1..1 Exact"],
        ),
        (
            "Two clerks, the mayor said, were killed.",
            &["killed 2..2 Exact"],
        ),
        (
            "The clerk who reported the fire was killed.",
            &["killed 1..1 Exact"],
        ),
    ]);
    let held = claims("The harbour prosecutor said Lindt is jailed in Halm.");
    let whom = held[0].population.as_ref().map(|p| p.text.as_str());
    assert_eq!(whom, Some("Lindt"));
}

#[test]
fn beasts_and_bills_are_nobody() {
    check(&[
        ("The dog was killed in the fire.", &[]),
        ("The council killed the harbour bill on Monday.", &[]),
        ("The council killed a plan for the quay.", &[]),
    ]);
}

#[test]
fn a_floor_of_one_is_kept() {
    check(&[
        (
            "At least one person was killed on the quay.",
            &["killed 1.. AtLeast"],
        ),
        (
            "At least one person was killed and several others wounded.",
            &["killed 1.. AtLeast", "wounded 3.. Vague"],
        ),
        (
            "More than one person was wounded on the quay.",
            &["wounded 1.. MoreThan"],
        ),
    ]);
}

#[test]
fn what_is_asked_or_not_known_is_no_claim() {
    check(&[
        ("Police could not say how many people were wounded.", &[]),
        (
            "It is not known exactly how many people died on the quay.",
            &[],
        ),
        (
            "Divers want to find out whether a second person was killed.",
            &[],
        ),
        ("The harbour did not say if anyone had been killed.", &[]),
    ]);
}

#[test]
fn dead_or_wounded_are_both_together() {
    check(&[
        (
            "The shelling left more than 40 dead or wounded.",
            &["casualties 40.. MoreThan"],
        ),
        (
            "Guards killed or wounded nine smugglers on the quay.",
            &["casualties 9..9 Exact"],
        ),
        ("Dozens of dockers are missing or dead.", &[]),
        // Near misses.
        (
            "Nine smugglers were killed and wounded.",
            &["killed 9..9 Exact", "wounded 9..9 Exact"],
        ),
        ("Nobody was killed or injured.", &["killed 0..0 Exact"]),
        (
            "Two were killed and six or seven injured.",
            &["killed 2..2 Exact", "wounded 6..7 Range"],
        ),
    ]);
}

#[test]
fn who_does_it_is_not_whom_it_befalls() {
    check(&[
        (
            "Police shot, killed a man on Mill Lane.",
            &["killed 1..1 Exact"],
        ),
        (
            "Three men shot and killed 65-year-old John Roe.",
            &["killed 1..1 Exact"],
        ),
        (
            "The boy who shot, killed a friend is in custody.",
            &["killed 1..1 Exact"],
        ),
        ("Four men killed pilot Jane Weber.", &["killed 1..1 Exact"]),
        (
            "The two died when they met, along with four other men, guards of the port.",
            &["killed 2..2 Exact"],
        ),
        // Near misses.
        (
            "Three men shot, killed on Mill Lane.",
            &["killed 3..3 Exact", "shot 3..3 Exact"],
        ),
        (
            "The pilot died along with four other men.",
            &["killed 1..1 Exact", "killed 4..4 Exact"],
        ),
    ]);
}

#[test]
fn the_accused_of_a_trial_is_no_victim() {
    check(&[
        ("John Roe's murder trial opens on Monday.", &[]),
        ("The murder trial of John Roe opens on Monday.", &[]),
        ("He faces three murder charges.", &[]),
        ("John Roe's murder is unsolved.", &["killed 1..1 Exact"]),
    ]);
}

#[test]
fn a_subject_that_opens_with_none_befalls_nobody() {
    check(&[
        ("Neither of the two clerks on the quay was hurt.", &[]),
        (
            "Two of the clerks on the quay were hurt.",
            &["wounded 2..2 Exact"],
        ),
    ]);
}

#[test]
fn lists_go_past_offices_and_clauses() {
    check(&[
        (
            "Rebels killed the mayor of the small town of Lower Ford, as well as two clerks.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "Two pilots who were working as stewards and a cook were hurt.",
            &["wounded 1..1 Exact", "wounded 2..2 Exact"],
        ),
        // Near miss: of whom the two are is open.
        (
            "Rebels killed the brother of the mayor and a clerk.",
            &["killed 1..1 Exact"],
        ),
    ]);
}

#[test]
fn nouns_that_hang_on_others_are_no_figures() {
    check(&[
        ("The widows of guards killed at sea met the mayor.", &[]),
        ("The raid ended with a minimum of clerks hurt.", &[]),
        ("The wounded and maimed guards were brought home.", &[]),
        (
            "Guards killed at sea were brought home.",
            &["killed 2.. Vague"],
        ),
    ]);
}

#[test]
fn a_hedge_of_an_aside_is_not_the_figures() {
    let hedge = |text: &str| {
        let claims = claims(text);
        let killed = claims.iter().find(|c| c.predicate == "killed");
        killed.and_then(|c| c.hedge.clone())
    };
    assert_eq!(
        hedge("The fire, believed to be arson, killed two clerks."),
        None
    );
    // Near misses: it is the claim's.
    let feared = hedge("Two clerks, it is feared, were killed in the fire.");
    assert_eq!(feared.as_deref(), Some("feared"));
    let believed = hedge("Two clerks are believed to have been killed.");
    assert_eq!(believed.as_deref(), Some("believed"));
}

#[test]
fn a_civil_leader_is_no_rebel_and_a_gunman_no_side() {
    let role = |text: &str| {
        let claims = claims(text);
        let killed = claims.iter().find(|c| c.predicate == "killed");
        killed.and_then(|c| c.population.as_ref()?.role.clone())
    };
    let leader = role("The opposition leader was killed on Monday.");
    assert_ne!(leader.as_deref(), Some("insurgent"));
    let rebel = role("Four rebel leaders were killed on Monday.");
    assert_eq!(rebel.as_deref(), Some("insurgent"));
    let gunman = role("The raid killed a gunman.");
    assert_eq!(gunman.as_deref(), Some("attacker"));
}

#[test]
fn the_name_tells_who_it_is() {
    let who = |text: &str| {
        let claims = claims(text);
        let killed = claims.iter().find(|c| c.predicate == "killed");
        killed.and_then(|c| Some(c.population.as_ref()?.text.clone()))
    };
    let named = who("Jane Weber, the mother of three, was killed on Monday.");
    assert_eq!(named.as_deref(), Some("Jane Weber"));
    let plain = who("In Lower Ford, the mother of three was killed on Monday.");
    assert_eq!(plain.as_deref(), Some("the mother"));
}
