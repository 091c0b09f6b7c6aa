//! What is not so: forecasts, suppositions, negations, ages and exceptions that look like counts; and whose word it is not.

use super::tests::{claims, counted};
use crate::model::Polarity;

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

/// Each count with whom it is said by, the nearest first.
fn said(text: &str) -> Vec<String> {
    let line = |claim: crate::model::Claim| {
        let figure = claim.quantity?.stated.low?.to_string();
        let chain: Vec<String> = claim.attribution.into_iter().map(|s| s.text).collect();
        Some(
            format!("{figure} {}", chain.join(" < "))
                .trim_end()
                .to_owned(),
        )
    };
    claims(text).into_iter().filter_map(line).collect()
}

#[test]
fn nobody_stands_behind_the_verb_as_well() {
    check(&[
        ("The strike killed no one.", &["killed 0..0 Exact"]),
        ("The blast injured nobody.", &["wounded 0..0 Exact"]),
        (
            "No fewer than 30 people died in the flood.",
            &["killed 30.. AtLeast"],
        ),
        (
            "No fewer than 22 traders were killed.",
            &["killed 22.. AtLeast"],
        ),
    ]);
}

#[test]
fn what_may_come_or_might_have_come_is_no_count() {
    check(&[
        ("The death toll could rise to 80, officials said.", &[]),
        ("The number of dead could reach 100.", &[]),
        ("The toll is expected to climb to 60.", &[]),
        (
            "Had the bomb exploded inside the hall, hundreds would have died.",
            &[],
        ),
        // Near misses.
        (
            "The death toll, expected to rise, is now 45.",
            &["killed 45..45 Exact"],
        ),
        (
            "The death toll in the quake that struck as people tried to sleep has reached 45.",
            &["killed 45..45 Exact"],
        ),
        (
            "The toll has been confirmed to stand at 45.",
            &["killed 45..45 Exact"],
        ),
        (
            "The toll could reach 100, the mayor warned, with 41 deaths confirmed.",
            &["killed 41..41 Exact"],
        ),
        ("The death toll rose to 80.", &["killed 80..80 Exact"]),
        (
            "The death toll may be as high as 60.",
            &["killed ..60 AtMost"],
        ),
    ]);
}

#[test]
fn what_nothing_shows_is_possible_at_most() {
    for text in [
        "There was no evidence that soldiers had killed two men.",
        "Nothing suggests that police killed the two men.",
    ] {
        let found = claims(text);
        let possible = |c: &crate::model::Claim| c.certainty == crate::model::Certainty::Possible;
        let killed: Vec<_> = found.iter().filter(|c| c.predicate == "killed").collect();
        assert!(killed.into_iter().all(possible), "{text}");
    }
}

#[test]
fn who_counts_to_four_has_four() {
    let total = |text: &str| {
        let found = claims(text).into_iter();
        let derived = found.filter(|c| c.attributes.contains_key("derived"));
        let low = |c: crate::model::Claim| c.quantity?.stated.low.map(|low| low.to_string());
        derived.filter_map(low).collect::<Vec<_>>()
    };
    let four = "Three people died at the stop, and a fourth, the teacher Anna Reyes, died later.";
    assert_eq!(total(four), ["4"]);
    for text in [
        "Three soldiers were killed and a fourth was wounded.",
        "Two people were killed in a second attack.",
        "Two people were killed. A second man died on Tuesday.",
        "A fourth person has not died, the hospital said; three were killed.",
        "Two men were killed, and a third killed a guard.",
        "Two were killed and a third died of cancer.",
    ] {
        assert_eq!(total(text), [""; 0], "{text}");
    }
}

#[test]
fn ages_in_words_are_no_counts() {
    check(&[
        (
            "Her two sons, aged eight and ten, were killed.",
            &["killed 2..2 Exact"],
        ),
        (
            "Three brothers aged four, six and nine were killed.",
            &["killed 3..3 Exact"],
        ),
    ]);
}

#[test]
fn a_nation_before_a_deed_is_nobody() {
    check(&[(
        "A Carvian strike on Belmar killed a child.",
        &["killed 1..1 Exact"],
    )]);
}

#[test]
fn of_some_of_those_held_all_were() {
    check(&[(
        "Two of the five kidnapped engineers escaped.",
        &["captured 5..5 Exact", "escaped 2..2 Exact"],
    )]);
}

#[test]
fn figures_before_and_behind_the_words_for_them() {
    check(&[
        (
            "The latest deaths bring to 1,204 the number of people killed.",
            &["killed 1204..1204 Exact"],
        ),
        (
            "Nine people were killed in Osk. Five of the nine victims were minors.",
            &["killed 5..5 Exact", "killed 9..9 Exact"],
        ),
        (
            "Nine people were killed in Osk. Among the victims were four pupils.",
            &["killed 4..4 Exact", "killed 9..9 Exact"],
        ),
        (
            "Killed were Anna Reyes, 31, a nurse, and two guards.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
    ]);
}

/// Is a figure said by exactly that chain in each text?
fn is_said(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let said = said(text);
        assert!(said.iter().any(|row| row == expected), "{text}: {said:?}");
    }
}

#[test]
fn who_sees_and_hears_it() {
    is_said(&[
        (
            "The march was peaceful until riot police fired tear gas without warning, injuring at least 15 people.",
            "15",
        ),
        (
            "His officers fired warning shots after six men were hurt.",
            "6",
        ),
        (
            "Police chief Jon Lund said the case was open. A neighbour heard ten shots, she told the Times.",
            "10 the Times < A neighbour",
        ),
        ("Witnesses heard at least 50 shots.", "50 Witnesses"),
        (
            "The United Nations envoy condemned the raid and said 40 people had died.",
            "40 The United Nations envoy",
        ),
        (
            "One witness told The Post she heard six shots.",
            "6 The Post < One witness",
        ),
        (
            "The agency put the damage at $140 million.",
            "140000000 The agency",
        ),
    ]);
}

#[test]
fn whose_word_it_is() {
    is_said(&[
        (
            "The hospital had earlier put the toll at 31.",
            "31 The hospital",
        ),
        (
            "One of them, 34-year-old Idris Manou, said that six died.",
            "6 Idris Manou",
        ),
        (
            "The port said nobody had been hurt, contradicting opposition claims of five deaths.",
            "5 opposition",
        ),
        (
            "“They killed my two sons,” Fatima Nur told Reuters at the hospital.",
            "2 Reuters < Fatima Nur",
        ),
        (
            "Two days after the strike that killed seven nurses, the army published its findings.",
            "7",
        ),
        (
            "Carvia said it was not behind the explosion that killed two commanders.",
            "2",
        ),
        (
            "The company denied any role in the deaths of six workers.",
            "6",
        ),
        (
            "The company denied any role in the blast and said six workers had died.",
            "6 The company",
        ),
        ("Nine people were pronounced dead by paramedics.", "9"),
        (
            "The army said it was not behind the blast and that its troops had killed 12 rebels.",
            "12 The army",
        ),
        (
            "Rebels fighting the government in the north claimed to have killed 31 soldiers.",
            "31 Rebels",
        ),
        ("Fourteen suspected militants were killed.", "14"),
        (
            "Six people died, a number of officials told Reuters.",
            "6 Reuters < a number of officials",
        ),
        (
            "After heavy fighting the army said 12 rebels were killed.",
            "12 the army",
        ),
        (
            "The minister was quoted by Reuters as saying that six people had died.",
            "6 Reuters < The minister",
        ),
        (
            "Six people died, the minister was quoted by Reuters as saying.",
            "6 Reuters < the minister",
        ),
        (
            "The number of people confirmed killed has been cut to 287, the disaster authority said.",
            "287 the disaster authority",
        ),
        (
            "“They killed two of us,” Ana Ruiz told Voice of America.",
            "2 Voice of America < Ana Ruiz",
        ),
    ]);
}

#[test]
fn who_finds_them_dead_did_not_kill_them() {
    for text in [
        "Nine people were pronounced dead by paramedics.",
        "Police open fire on Lanvar protesters, killing seven.",
    ] {
        let found = claims(text);
        let agents = found.iter().filter_map(|c| c.agent.as_ref());
        let agents: Vec<&str> = agents.map(|agent| agent.text.as_str()).collect();
        assert!(
            agents.iter().all(|agent| *agent == "Police"),
            "{text}: {agents:?}"
        );
    }
}

/// Is there a claim of that predicate in exactly those texts that ought to have one?
fn tells(predicate: &str, rows: &[(&str, bool)]) {
    for (text, expected) in rows {
        let found = claims(text).iter().any(|c| c.predicate == predicate);
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn what_is_struck_that_is_no_target() {
    let rows = [
        ("The army denied striking the market.", true),
        ("The army denied that its planes had struck a school.", true),
        (
            "The army denied striking any hospital or school in Osk.",
            true,
        ),
        ("The mayor denied striking a deal with the rebels.", false),
        ("The firm denied firing at least 200 workers.", false),
        (
            "The union denied striking workers had killed two guards.",
            false,
        ),
    ];
    tells("denied-responsibility", &rows);
}

#[test]
fn whose_time_it_is() {
    let rows = [
        (
            "An air strike killed at least 22 people on Wednesday.",
            true,
        ),
        (
            "Police opened fire on a march on Wednesday, killing six people.",
            true,
        ),
        (
            "The army killed six rebels and will hold talks on Friday.",
            false,
        ),
        (
            "The storm killed 12 people and is due to reach the coast on Friday.",
            false,
        ),
    ];
    tells("occurred", &rows);
}

#[test]
fn the_past_week_is_the_news_and_the_past_is_not() {
    let background = |time: &str| {
        let found = claims(&format!("Raids in the past {time} killed two guards."));
        let killed = found.into_iter().find(|c| c.predicate == "killed");
        killed.map(|c| c.attributes.contains_key("background"))
    };
    assert_eq!(background("week"), Some(false));
    assert_eq!(background("decade"), Some(true));
}

#[test]
fn who_did_it_may_be_open_where_the_deed_is_not() {
    let denied = |text: &str| {
        let mut claims = claims(text).into_iter();
        let found = claims.find(|c| c.predicate == "attacked");
        found.map(|c| c.polarity == Polarity::Denied)
    };
    let text = "The envoy said she could not confirm who carried out the raid.";
    assert_ne!(denied(text), Some(true));
    assert_eq!(denied("The rebels did not attack the town."), Some(true));
}

#[test]
fn whom_a_medium_quotes_as_denying_denies() {
    let denied = |verb: &str| {
        let text =
            format!("The minister was quoted by Reuters as {verb} that six people had died.");
        let claims = claims(&text);
        claims.iter().any(|c| c.polarity == Polarity::Denied)
    };
    assert!(denied("denying"));
    assert!(!denied("saying"));
}

#[test]
fn who_names_somebody_gives_the_age() {
    let found = claims(
        "The attacker, named by the sheriff as 24-year-old Jon Tam, opened fire, witnesses said.",
    );
    let aged = found.iter().find(|c| c.predicate == "aged");
    let source = aged.and_then(|c| c.attribution.first());
    assert_eq!(source.map(|s| s.text.as_str()), Some("the sheriff"));
}
