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
fn whom_a_verb_takes_and_not_its_subject_is_counted() {
    let one: &[&str] = &["killed 1..1 Exact"];
    check(&[
        ("Three rebels killed army captain Luis Soto on Monday.", one),
        (
            "Two men shot and killed union leader Jane Doe in Ardal.",
            one,
        ),
        ("Rebels killed police captain John Roe.", one),
        ("Three men killed hotel guests in Ardal.", &[]),
        // Near misses: participles.
        (
            "Three soldiers killed fighting rebels were buried on Monday.",
            &["killed 3..3 Exact"],
        ),
        (
            "Three soldiers killed alongside civilians were buried.",
            &["killed 3..3 Exact"],
        ),
        (
            "Three rebels killed in Ardal were buried on Monday.",
            &["killed 3..3 Exact"],
        ),
        (
            "Two soldiers wounded fighting in Ardal were flown out.",
            &["wounded 2..2 Exact"],
        ),
    ]);
}

#[test]
fn parts_stand_one_behind_another_and_join_no_list() {
    check(&[
        (
            "Six people, including two women and three children, were killed in Ardal.",
            &[
                "killed 2..2 Exact",
                "killed 3..3 Exact",
                "killed 6..6 Exact",
            ],
        ),
        (
            "Six people, including two women, and three soldiers were killed in Ardal.",
            &[
                "killed 2..2 Exact",
                "killed 3..3 Exact",
                "killed 6..6 Exact",
            ],
        ),
        (
            "The blast killed six people, including two policemen, 13 critically injured.",
            &[
                "killed 2..2 Exact",
                "killed 6..6 Exact",
                "wounded 13..13 Exact",
            ],
        ),
        (
            "The dead included a teacher and two pupils.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "Six people died, including two guards, two officials in Ardal said.",
            &["killed 2..2 Exact", "killed 6..6 Exact"],
        ),
        (
            "Six people, two of them women, and three soldiers were killed.",
            &[
                "killed 2..2 Exact",
                "killed 3..3 Exact",
                "killed 6..6 Exact",
            ],
        ),
        (
            "Four people died, including Jane Doe, and six were hurt.",
            &[
                "killed 1..1 Exact",
                "killed 4..4 Exact",
                "wounded 6..6 Exact",
            ],
        ),
    ]);
}

#[test]
fn a_number_before_what_most_of_them_are() {
    check(&[
        (
            "Residents said at least 19 people, most of them women and children, were killed.",
            &["killed 19.. AtLeast"],
        ),
        // Near miss: the part is counted.
        (
            "Six people, two of them women, were killed.",
            &["killed 2..2 Exact", "killed 6..6 Exact"],
        ),
    ]);
}

#[test]
fn what_is_added_to_a_toll_is_none_itself() {
    let portions = |text: &str| -> Vec<String> {
        let told = claims(text).into_iter().filter(|c| c.predicate == "killed");
        told.map(|c| c.attributes.get("portion").cloned().unwrap_or_default())
            .collect()
    };
    for (text, expected) in [
        (
            "Thirteen more bodies were found on Tuesday, bringing the toll to 27.",
            ["", "others"],
        ),
        (
            "Another 13 people died overnight, raising the toll to 27.",
            ["", "others"],
        ),
    ] {
        let mut found = portions(text);
        found.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn numbers_behind_a_month_or_written_as_one_word() {
    check(&[
        (
            "On 3 May 12 people were killed in Ardal.",
            &["killed 12..12 Exact"],
        ),
        (
            "On 3 May three soldiers died in Ardal.",
            &["killed 3..3 Exact"],
        ),
        (
            "Twentytwo people were killed in Ardal.",
            &["killed 22..22 Exact"],
        ),
        (
            "In March 14 soldiers died in Ardal.",
            &["killed 14..14 Exact"],
        ),
        ("In June three people died.", &["killed 3..3 Exact"]),
        // Near misses: days, a year.
        ("On Sunday May 12 soldiers were killed in Tarvo.", &[]),
        ("On the night of May 12 soldiers were killed.", &[]),
        (
            "In May 2024 six people were killed in Ardal.",
            &["killed 6..6 Exact"],
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
fn what_befell_people_besides_death_and_wounds() {
    check(&[
        (
            "The rebels captured 12 soldiers.",
            &["captured 12..12 Exact"],
        ),
        ("Twelve soldiers were captured.", &["captured 12..12 Exact"]),
        ("Two clerks were being held.", &["captured 2..2 Exact"]),
        ("Nine hostages were freed.", &["freed 9..9 Exact"]),
        ("Six miners are trapped.", &["trapped 6..6 Exact"]),
        (
            "Forty villagers were pulled alive from the rubble.",
            &["rescued 40..40 Exact"],
        ),
        ("Four sailors remain missing.", &["missing 4..4 Exact"]),
        (
            "Nine hundred people lost their homes.",
            &["displaced 900..900 Exact"],
        ),
        ("Forty guests became ill.", &["sick 40..40 Exact"]),
        (
            "Nine people were trampled to death.",
            &["killed 9..9 Exact"],
        ),
        // Near misses: ground, goods and money.
        ("The rebels captured two villages.", &[]),
        ("Rebels seized 12 rifles.", &[]),
        ("Rebels seized four pick-ups.", &[]),
        ("Rebels seized the Corrin bridge on Monday.", &[]),
        ("The mayor saved the town 12 coins.", &[]),
        (
            "The mayor said that 1,140 houses had been destroyed.",
            &["destroyed 1140..1140 Exact"],
        ),
        (
            "The army denied that civilians were killed.",
            &["killed 2.. Vague"],
        ),
    ]);
}

#[test]
fn nobody_of_them_and_anyone() {
    check(&[
        (
            "No member of the armed forces was hurt.",
            &["wounded 0..0 Exact"],
        ),
        ("None of its staff was hurt.", &["wounded 0..0 Exact"]),
        ("They fled before anyone was hurt.", &[]),
        ("It is not known whether anyone was hurt.", &[]),
        ("Were the hostages hurt?", &[]),
        ("Were 12 hostages hurt?", &[]),
        // Near misses.
        (
            "No shots were fired and two men were hurt.",
            &["wounded 2..2 Exact"],
        ),
        (
            "None of the guards saw the two men who were killed.",
            &["killed 2..2 Exact"],
        ),
    ]);
}

#[test]
fn a_figure_put_right_and_verbs_in_a_row() {
    check(&[
        (
            "The firm said that 14 workers, not 12, had been killed.",
            &["killed 14..14 Exact"],
        ),
        ("Gunmen shot dead nine voters.", &["killed 9..9 Exact"]),
        (
            "The boy was shot six times, three of them in the back.",
            &["hits 6..6 Exact", "shot 1..1 Exact"],
        ),
    ]);
    let claims = claims("The blast killed 12, injured 30.");
    assert!(
        claims
            .iter()
            .all(|c| c.agent.as_ref().is_none_or(|a| a.text != "12"))
    );
}

#[test]
fn figures_apart_from_their_noun() {
    let told = |text: &str| -> Vec<String> {
        let claims = claims(text);
        let counts = claims.iter().filter_map(|c| {
            let who = c.population.as_ref().map_or("-", |p| p.text.as_str());
            let portion = c.attributes.get("portion").map_or("-", String::as_str);
            let figure = &c.quantity.as_ref()?.text;
            Some(format!("{} {figure} {who} {portion}", c.predicate))
        });
        let mut counts: Vec<String> = counts.collect();
        counts.sort();
        counts
    };
    let rows: &[(&str, &[&str])] = &[
        (
            "Sixteen people died at the scene and two succumbed to their wounds.",
            &["killed Sixteen people -", "killed two - others"],
        ),
        (
            "Six people had died by Monday and nine had died by Tuesday.",
            &["killed Six people -", "killed nine - -"],
        ),
        (
            "Ten people were killed and six were wounded.",
            &["killed Ten people -", "wounded six - -"],
        ),
        (
            "The quake killed 74 people in Belun alone.",
            &["killed 74 people part"],
        ),
        (
            "Six people were killed by Jon Tam alone.",
            &["killed Six people -"],
        ),
        (
            "Three foreign citizens were among the dead.",
            &["killed Three foreign citizens part"],
        ),
        (
            "Nine of the dead were children.",
            &["killed Nine children part"],
        ),
        (
            "Seven of those who died were miners.",
            &["killed Seven miners part"],
        ),
        (
            "The number of civilians killed in the raid has risen to 40.",
            &["killed 40 civilians risen"],
        ),
        (
            "The army lost two men on Monday, bringing to 21 the number of soldiers killed since May.",
            &["killed 21 soldiers -", "killed two men -"],
        ),
        (
            "The number of missing has fallen to 12.",
            &["missing 12 - -"],
        ),
        ("Two of the injured later died.", &["killed Two - part"]),
        // Near misses: the sentence says that it is about all, and nothing of how many.
        ("The dead were nine children.", &["killed nine children -"]),
        (
            "A number of people were killed.",
            &["killed A number of people -"],
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(told(text), *expected, "{text}");
    }
}

#[test]
fn the_dead_by_name() {
    let names = |text: &str| {
        let found = claims(text);
        let killed = found.iter().filter(|c| c.predicate == "killed");
        let names = killed.filter_map(|c| c.population.as_ref());
        let mut names: Vec<String> = names.map(|p| p.text.clone()).collect();
        names.sort();
        names.join("; ")
    };
    for (text, expected) in [
        (
            "The dead were identified as Ana Ruiz, 12, and Ali Noor, 11.",
            "Ali Noor, 11; Ana Ruiz, 12",
        ),
        (
            "Police identified the dead as Ana Ruiz, 12, and Ali Noor, 11.",
            "Ali Noor, 11; Ana Ruiz, 12",
        ),
        (
            "Among the dead was a student, named by friends as Ana Ruiz, 22.",
            "Ana Ruiz, 22",
        ),
        ("One of the dead, Ana Ruiz, was a nurse.", "Ana Ruiz"),
        ("Soldiers killed the town's mayor, Ali Noor.", "Ali Noor"),
        ("Soldiers killed the town's mayor.", "the town's mayor"),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn what_is_said_of_some_is_not_said_of_all() {
    check(&[
        ("Not all of the 14 sailors survived.", &[]),
        ("There were no life jackets on the boat.", &[]),
        (
            "Police arrested 213 people, of whom 90 were freed on Wednesday.",
            &["captured 213..213 Exact", "freed 90..90 Exact"],
        ),
        (
            "Rescuers saved 112 people, and dozens were missing.",
            &["missing 24.. Vague", "rescued 112..112 Exact"],
        ),
        (
            "They had lost five, the rebels said.",
            &["killed 5..5 Exact"],
        ),
    ]);
}

#[test]
fn who_is_none_of_the_doers() {
    let agent = |text: &str| {
        let found = claims(text);
        let killed = found.iter().find(|c| c.predicate == "killed").expect(text);
        killed
            .agent
            .as_ref()
            .map_or(String::new(), |a| a.text.clone())
    };
    for (text, expected) in [
        ("Police fired on the crowd, killing five people.", "Police"),
        (
            "Police opened fire on the crowd, killing five people.",
            "Police",
        ),
        ("Rebels stormed the post, killing six soldiers.", "Rebels"),
        ("Soldiers killed five people.", "Soldiers"),
        ("In Osk soldiers killed five people.", "soldiers"),
    ] {
        assert_eq!(agent(text), expected, "{text}");
    }
}

#[test]
fn the_dead_of_a_verb_that_only_reports_them() {
    check(&[
        (
            "The blast left a receptionist dead and two wounded.",
            &["killed 1..1 Exact", "wounded 2..2 Exact"],
        ),
        ("Six people are reported killed.", &["killed 6..6 Exact"]),
        (
            "Two soldiers were reported dead and four missing.",
            &["killed 2..2 Exact", "missing 4..4 Exact"],
        ),
        (
            "Three guards were hurt. Also injured were two nurses.",
            &["wounded 2..2 Exact", "wounded 3..3 Exact"],
        ),
        ("Police said no-one died.", &["killed 0..0 Exact"]),
        (
            "In drive-by shooting three boys were killed.",
            &["killed 3..3 Exact", "shot 3..3 Exact"],
        ),
        (
            "Two men, aged 19 and 24, and 12 women were killed.",
            &["killed 12..12 Exact", "killed 2..2 Exact"],
        ),
        ("A father of two was killed.", &["killed 1..1 Exact"]),
        (
            "Nineteen people, the driver among them, died in the crash.",
            &["killed 1..1 Exact", "killed 19..19 Exact"],
        ),
    ]);
}
