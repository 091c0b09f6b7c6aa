//! What is said of a whole that was counted before: who they were, in whose words, and which of them were what.

use super::tests::{claims, counted};

/// Figure, who they are, on whose word, and whether they are part of a whole.
fn told(text: &str) -> Vec<String> {
    let line = |claim: crate::model::Claim| {
        let quantity = claim.quantity?;
        let low = quantity.stated.low.map(|low| low.to_string())?;
        let who = claim.population.map_or("-".to_owned(), |p| p.text);
        let source = claim.attribution.first();
        let source = source.map_or("-", |s| s.text.as_str());
        let part = claim.part_of.is_some() || claim.attributes.contains_key("portion");
        Some(format!(
            "{low} {who} | {source}{}",
            if part { " part" } else { "" }
        ))
    };
    let mut found: Vec<String> = claims(text).into_iter().filter_map(line).collect();
    found.sort();
    found
}

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(told(text), *expected, "{text}");
    }
}

#[test]
fn those_counted_are_called_something_else_on_another_word() {
    check(&[
        (
            "The army said it had killed 14 militants in Orsk. Residents said the dead were farmers.",
            &["14 farmers | Residents", "14 militants | The army"],
        ),
        (
            "The army said all 14 of the dead were militants. The mayor said they were civilians.",
            &["14 civilians | The mayor", "14 militants | The army"],
        ),
        (
            "The army said it had killed 14 militants; residents said they were farmers.",
            &["14 farmers | residents", "14 militants | The army"],
        ),
        (
            "The army said it had killed 14 militants, but the mayor insisted that the dead were civilians.",
            &["14 civilians | the mayor", "14 militants | The army"],
        ),
        (
            "Fourteen people were killed in Orsk. Officials described the dead as rebels.",
            &["14 people | -", "14 rebels | Officials"],
        ),
        (
            "Six people were hurt. All were passengers on a bus, police said.",
            &["6 passengers | police", "6 people | -"],
        ),
    ]);
}

#[test]
fn others_than_those_counted_are_not_called_so() {
    check(&[
        (
            "Gunmen killed six people in Orsk. Police said they were members of a drug gang.",
            &["6 people | -"],
        ),
        (
            "Rebels killed six soldiers. The ministry said they were mercenaries.",
            &["6 soldiers | -"],
        ),
        (
            "Six people were killed. Some of them were soldiers.",
            &["6 people | -"],
        ),
        (
            "Twelve people were killed in the raid. Witnesses were angry. They were farmers.",
            &["12 people | -"],
        ),
        (
            "The raid killed 14 militants, the army said. Residents denied they were militants.",
            &["14 militants | the army"],
        ),
        (
            "The raid killed 14 people. They were civilians and soldiers.",
            &["14 people | -"],
        ),
        (
            "Nine people were killed. Not all were children.",
            &["9 people | -"],
        ),
        (
            "Nine people were killed. Nearly all of them were children.",
            &["9 people | -"],
        ),
        (
            "Nine people were killed. Police asked whether they were students.",
            &["9 people | -"],
        ),
        (
            "Nine people were killed. The survivors said they were workers at the plant.",
            &["9 people | -"],
        ),
        (
            "Nine people were killed. They were soldiers' relatives, the army said.",
            &["9 people | -"],
        ),
        (
            "Nine people were killed. The army falsely described the dead as militants, residents said.",
            &["9 people | -"],
        ),
    ]);
}

#[test]
fn a_sentence_may_open_with_the_whole() {
    check(&[
        (
            "Of the 14 injured, three were in critical condition.",
            &["14 - | -", "3 - | - part"],
        ),
        (
            "Of the six killed, two were children.",
            &["2 children | - part", "6 - | -"],
        ),
        (
            "Of those killed, two were children.",
            &["2 children | - part"],
        ),
        (
            "Of the 14 dead, six were soldiers and eight civilians, the ministry said.",
            &[
                "14 - | the ministry",
                "6 soldiers | the ministry part",
                "8 civilians | the ministry part",
            ],
        ),
        (
            "Of the nine killed, three were police officers, two were nurses and four were pupils.",
            &[
                "2 nurses | - part",
                "3 police officers | - part",
                "4 pupils | - part",
                "9 - | -",
            ],
        ),
        // Near misses: all the dead of those aboard, of those rescued; a share.
        ("Of the 30 rescued, two died.", &["2 - | -", "30 - | -"]),
        (
            "Of the 48 people on board, 12 were killed.",
            &["12 - | -", "48 people | -"],
        ),
    ]);
}

#[test]
fn whom_a_noun_counts_may_stand_behind_among() {
    check(&[
        (
            "The airline said there were no casualties among the crew.",
            &["0 the crew | The airline"],
        ),
        (
            "There were three deaths among the passengers, the airline said.",
            &["3 the passengers | the airline"],
        ),
    ]);
}

#[test]
fn a_figure_may_be_said_to_be_another() {
    check(&[
        (
            "The ministry put the number of dead at 31; the Red Cross said it was at least 45.",
            &["31 - | The ministry", "45 - | the Red Cross"],
        ),
        (
            "Twelve people were killed, the ministry said. Doctors said it was 14.",
            &["12 people | the ministry", "14 people | Doctors"],
        ),
        ("He said it was 45 years ago. Twelve died.", &["12 - | -"]),
    ]);
}

#[test]
fn a_couple_is_two() {
    let rows: [(&str, &[&str]); 5] = [
        (
            "The couple and their three children died in the fire.",
            &["killed 2..2 Exact", "killed 3..3 Exact"],
        ),
        ("A couple was killed in the crash.", &["killed 2..2 Exact"]),
        (
            "A married couple was found dead in Marn.",
            &["killed 2..2 Exact"],
        ),
        // Near misses.
        ("The couple's son was killed.", &["killed 1..1 Exact"]),
        ("A couple of soldiers were killed.", &["killed 2..2 Exact"]),
    ];
    for (text, expected) in rows {
        let mut found = counted(text);
        found.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_number_of_those_who_died_and_things_beside_people() {
    for (text, expected) in [
        (
            "The number of people who died in the fire is 19.",
            "killed 19..19 Exact",
        ),
        (
            "Estimates of the dead ranged from 31 to 45.",
            "killed 31..45 Range",
        ),
        (
            "About 2,000 people fled their homes and 300 houses were burned.",
            "displaced 2000..2000 About",
        ),
        ("Six people in two cars were killed.", "killed 6..6 Exact"),
    ] {
        assert!(
            counted(text).iter().any(|row| row == expected),
            "{text}: {:?}",
            counted(text)
        );
        assert!(
            counted(text).iter().all(|row| !row.starts_with("wounded")),
            "{text}"
        );
    }
}

#[test]
fn figures_of_several_places_are_some_of_all() {
    check(&[
        (
            "Six people were killed in the capital and four in the port city.",
            &["4 people | - part", "6 people | - part"],
        ),
        (
            "Nine soldiers were killed in Osk and 12 in Marn, the ministry said.",
            &[
                "12 soldiers | the ministry part",
                "9 soldiers | the ministry part",
            ],
        ),
        (
            "In the port of Zerin alone, 210 people died, the mayor said.",
            &["210 people | the mayor part"],
        ),
        ("In Zerin 210 people died.", &["210 people | -"]),
        // Near misses: some of the first, and a verb of their own.
        (
            "Twelve people died in the crash, three at the scene.",
            &["12 people | -"],
        ),
        (
            "Twelve people died in the crash, three at the scene and nine in hospital.",
            &["12 people | -"],
        ),
        (
            "Six people were killed in Osk and four in Marn survived, police said.",
            &["4 - | police", "6 people | police"],
        ),
        (
            "Six people were killed in the attack and four in hospital died later.",
            &["4 - | -", "6 people | -"],
        ),
    ]);
}

#[test]
fn all_whom_a_deed_left_dead() {
    check(&[(
        "Protesters attacked the police, leaving two officers and three civilians dead, the ministry said.",
        &[
            "2 officers | the ministry",
            "3 civilians | the ministry",
            "5 two officers, three civilians | the ministry",
        ],
    )]);
}

#[test]
fn he_is_the_minister_whose_name_stands_behind_his_office() {
    check(&[(
        "The interior minister, Paul Renn, said officers had fired in the air. He said two officers were hurt.",
        &["2 officers | Paul Renn"],
    )]);
}

#[test]
fn a_side_counts_its_own_losses() {
    let found = claims(
        "The army put its own losses at four dead and 11 wounded. It said 27 insurgents had died.",
    );
    let of = |low: &str| {
        let low = |c: &&crate::model::Claim| {
            let quantity = c.quantity.as_ref();
            quantity.is_some_and(|q| q.stated.low.is_some_and(|l| l.to_string() == low))
        };
        let claim = found.iter().find(low).expect("the figure is read");
        let side = claim.population.as_ref().and_then(|p| p.side.clone());
        (side, claim.attribution.first().map(|s| s.text.clone()))
    };
    let army = Some("The army".to_owned());
    assert_eq!(of("4"), (Some("government".to_owned()), army.clone()));
    assert_eq!(of("11"), (Some("government".to_owned()), army.clone()));
    assert_eq!(of("27"), (Some("opposition".to_owned()), army));
}
