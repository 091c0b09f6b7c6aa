//! Further classes of counts that once were misread, with what comes near: who does it, whom another verb takes, lists.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
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
            &["captured 1..1 Exact", "killed 1..1 Exact"],
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
        (
            "The letter came after six clerks and two women were killed.",
            &["killed 2..2 Exact", "killed 6..6 Exact"],
        ),
        // Near misses: what "of" governs, and whose brother he is.
        (
            "The letter of six clerks and two women were killed.",
            &["killed 2..2 Exact"],
        ),
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
        hedge("The Front, which was thought to be inactive, killed two clerks."),
        None
    );
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

#[test]
fn whom_one_verb_takes_is_no_subject_of_the_next() {
    check(&[
        (
            "A man held for wounding a clerk was killed.",
            &["killed 1..1 Exact"],
        ),
        ("Two men suspected of killing a clerk were wounded.", &[]),
        (
            "A man who shot two women and wounded a guard was killed by police.",
            &["killed 1..1 Exact", "shot 2..2 Exact"],
        ),
        // Near misses: a participle that belongs to the noun, a passive, a relative clause.
        (
            "After the raid wounded clerks were brought in, two guards were killed.",
            &["killed 2..2 Exact"],
        ),
        (
            "When the mayor was killed two men were wounded.",
            &["killed 1..1 Exact", "wounded 2..2 Exact"],
        ),
        (
            "Guards came and shot the man, who later died.",
            &["killed 1..1 Exact", "shot 1..1 Exact"],
        ),
    ]);
}

#[test]
fn a_list_behind_a_colon_is_the_whole_broken_down() {
    check(&[
        (
            "Thirteen people were killed: eight rebels, four guards and a cook.",
            &[
                "killed 1..1 Exact",
                "killed 13..13 Exact",
                "killed 4..4 Exact",
                "killed 8..8 Exact",
            ],
        ),
        // Near misses: another sum, and a claim of their own.
        (
            "Thirteen people were killed: eight rebels and four guards fled.",
            &["killed 13..13 Exact"],
        ),
        (
            "Twelve people were killed; eight rebels and four guards were wounded.",
            &[
                "killed 12..12 Exact",
                "wounded 4..4 Exact",
                "wounded 8..8 Exact",
            ],
        ),
    ]);
}

#[test]
fn who_seizes_is_not_seized_and_names_and_states_befall_nobody() {
    check(&[
        (
            "Three armed men seized a bank in Dorn on Monday, killing a guard.",
            &["killed 1..1 Exact"],
        ),
        ("Two soldiers captured a village.", &[]),
        (
            "More than 200 people were detained, Free Voice said.",
            &["captured 200.. MoreThan"],
        ),
        ("He lives with a homeless man.", &[]),
        (
            "Ten homeless men were arrested.",
            &["captured 10..10 Exact"],
        ),
        ("A homicide unit of the sheriff is there.", &[]),
        (
            "Nine members of one family drowned.",
            &["killed 9..9 Exact"],
        ),
        (
            "The gang held 17 people hostage.",
            &["captured 17..17 Exact"],
        ),
        (
            "The police put the number of arrests at 112.",
            &["captured 112..112 Exact"],
        ),
        // Near misses.
        (
            "Three soldiers captured the same day were freed.",
            &["captured 3..3 Exact", "freed 3..3 Exact"],
        ),
        (
            "Two rebels captured near Orsk are in jail.",
            &["captured 2..2 Exact"],
        ),
        (
            "The flood left 200 homeless.",
            &["displaced 200..200 Exact"],
        ),
        ("Five hostages were released.", &["freed 5..5 Exact"]),
        (
            "Two of the victims were hurt, and two suffered minor injuries.",
            &["wounded 2..2 Exact"],
        ),
    ]);
}
