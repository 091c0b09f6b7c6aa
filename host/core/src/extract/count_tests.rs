//! Counts, construct by construct, with what comes near and must not be read.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn families_appositions_and_both_of_them() {
    check(&[
        (
            "Two clerks, a carter and his aide, died.",
            &["killed 2..2 Exact"],
        ),
        (
            "A woman aged 34 and a man aged 52 were killed.",
            &["killed 1..1 Exact", "killed 1..1 Exact"],
        ),
        (
            "Four people are dead, including the gunman.",
            &["killed 1..1 Exact", "killed 4..4 Exact"],
        ),
        ("A family of six died.", &["killed 6..6 Exact"]),
        ("Three of a family of five died.", &["killed 3..3 Exact"]),
        ("Police of 12 districts were killed.", &["killed 2.. Vague"]),
        (
            "Two people were shot and both of them died.",
            &["killed 2..2 Exact", "shot 2..2 Exact"],
        ),
        ("The family of four was found dead.", &["killed 4..4 Exact"]),
        (
            "He shot both of the men dead.",
            &["killed 2..2 Exact", "shot 2..2 Exact"],
        ),
        ("The gunman shot himself to death.", &["killed 1..1 Exact"]),
        (
            "A crowd of 300 people burned cars.",
            &["destroyed 2.. Vague"],
        ),
    ]);
}

#[test]
fn lists_on_either_side_of_the_verb() {
    check(&[
        (
            "Six fishermen and two cooks who worked with them were killed.",
            &["killed 2..2 Exact", "killed 6..6 Exact"],
        ),
        (
            "Five constables and a nurse were wounded.",
            &["wounded 1..1 Exact", "wounded 5..5 Exact"],
        ),
        (
            "The blast killed a judge, his wife and two other people.",
            &[
                "killed 1..1 Exact",
                "killed 1..1 Exact",
                "killed 2..2 Exact",
            ],
        ),
        (
            "Six monks – four elders and two pupils – and a cook were killed.",
            &[
                "killed 1..1 Exact",
                "killed 2..2 Exact",
                "killed 4..4 Exact",
                "killed 6..6 Exact",
            ],
        ),
        (
            "Two children and eight other people (three guards and five shoppers) were hurt.",
            &[
                "wounded 2..2 Exact",
                "wounded 3..3 Exact",
                "wounded 5..5 Exact",
                "wounded 8..8 Exact",
            ],
        ),
        (
            "The mayor was shot dead along with two of his bodyguards.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "He killed his wife, son and daughter.",
            &[
                "killed 1..1 Exact",
                "killed 1..1 Exact",
                "killed 1..1 Exact",
            ],
        ),
        // Near misses: another verb, another subject.
        (
            "Three dockers were killed and the mayor visited the quay.",
            &["killed 3..3 Exact"],
        ),
        (
            "The raid killed six guards, the ministry said.",
            &["killed 6..6 Exact"],
        ),
        (
            "The blast killed six guards and millions in cash were lost.",
            &["killed 6..6 Exact"],
        ),
    ]);
}

#[test]
fn asides_are_stepped_over() {
    check(&[
        (
            "At least 16 members of the Ford Watch (the village patrol that guards the ford) died.",
            &["killed 16.. AtLeast"],
        ),
        (
            "A man, who is thought to have kept the lock, was killed.",
            &["killed 1..1 Exact"],
        ),
        (
            "The murder [of six monks] was condemned.",
            &["killed 6..6 Exact"],
        ),
        (
            "The death yesterday of nine miners shocked the town.",
            &["killed 9..9 Exact"],
        ),
        (
            "The widows read out a list of 57 people who were killed at the weir.",
            &["killed 57..57 Exact"],
        ),
        (
            "Five Lower Ford Carters Union (LFCU) members were killed.",
            &["killed 5..5 Exact"],
        ),
    ]);
}

#[test]
fn ages_are_no_numbers_of_people() {
    check(&[
        (
            "A 29-year-old man was fatally shot.",
            &["killed 1..1 Exact"],
        ),
        ("A 16 year-old boy was wounded.", &["wounded 1..1 Exact"]),
        ("Two 15-year-olds were wounded.", &["wounded 2..2 Exact"]),
        (
            "A 26-year-old woman from Lower Ford was killed.",
            &["killed 1..1 Exact"],
        ),
        ("Six 17-year-old pupils were hurt.", &["wounded 6..6 Exact"]),
    ]);
}

#[test]
fn names_in_capitals() {
    check(&[
        (
            "TORVALA, 3 MAY -- UNKNOWN MEN TODAY KILLED HARBOUR UNION LEADER BRANKO TESAR.",
            &["killed 1..1 Exact"],
        ),
        (
            "THE MURDER OF DR ILVA MARENT, HIS WIFE, AND TWO OTHER PEOPLE IS UNSOLVED.",
            &[
                "killed 1..1 Exact",
                "killed 1..1 Exact",
                "killed 2..2 Exact",
            ],
        ),
        (
            "MAYOR ODRA KELL AND TWO OF HER BODYGUARDS WERE MURDERED.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "ILVA MARENT, THIRD JUDGE OF THE PORT COURT, AND TWO GUARDS WERE MURDERED.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        (
            "MARENT'S ASSASSINATION IS STILL UNSOLVED.",
            &["killed 1..1 Exact"],
        ),
        (
            "ONLY DAYS LATER BRANKO TESAR WAS KILLED NEAR THE QUAY.",
            &["killed 1..1 Exact"],
        ),
        // Words in capitals that name nobody.
        ("THE DEATH OF DEMOCRACY IS NEAR.", &[]),
        ("THE ASSASSINATION ATTEMPT ON THE MAYOR FAILED.", &[]),
        ("THE LIVES OF THE CANDIDATES ARE IN DANGER.", &[]),
        ("THE MASSACRE OF LAST YEAR IS NOT FORGOTTEN.", &[]),
    ]);
}

#[test]
fn the_dead_and_the_wounded_are_listed() {
    check(&[
        (
            "Two sailors are among the wounded.",
            &["wounded 2..2 Exact"],
        ),
        (
            "The dead were a cook and two sailors.",
            &["killed 1..1 Exact", "killed 2..2 Exact"],
        ),
        ("Two men were found dead.", &["killed 2..2 Exact"]),
        (
            "A woman was pronounced dead at the scene.",
            &["killed 1..1 Exact"],
        ),
        (
            "Recovered were 107 disfigured bodies of the passengers.",
            &["killed 107..107 Exact"],
        ),
        (
            "One man died and another was hurt.",
            &["killed 1..1 Exact", "wounded 1..1 Exact"],
        ),
    ]);
}

#[test]
fn several_without_a_number() {
    let figures = |text: &str| -> Vec<bool> {
        claims(text)
            .iter()
            .filter(|c| c.predicate == "killed" && !c.attributes.contains_key("derived"))
            .map(|c| c.quantity.is_some())
            .collect()
    };
    // Known people without a figure are told to have been killed, not how many.
    assert_eq!(figures("The monks were killed at dawn."), [false]);
    assert_eq!(figures("Monks were killed at dawn."), [true]);
    // The number told elsewhere is theirs.
    let twice = "Six monks were killed. The murder of the monks is unsolved.";
    assert_eq!(figures(twice), [true]);
    // Other people's number is not.
    let others = "Six soldiers were killed. The children were killed as well.";
    assert_eq!(figures(others), [true, false]);
    // What happens as a rule is no count, unless a headline or a number tells one.
    assert_eq!(figures("Bandits kill villagers there."), [false; 0]);
    assert_eq!(figures("Such bombs kill six villagers."), [true]);
    assert_eq!(
        figures("If the monks were killed, nobody saw it."),
        [false; 0]
    );
}

#[test]
fn things_that_are_destroyed_or_damaged() {
    let units = |text: &str| -> Vec<String> {
        claims(text)
            .iter()
            .filter_map(|c| Some(format!("{} {}", c.predicate, c.quantity.as_ref()?.unit)))
            .collect()
    };
    check(&[
        (
            "Some 40 houses were burned down.",
            &["destroyed 40..40 About"],
        ),
        (
            "The storm destroyed 30 homes and damaged a bridge.",
            &["damaged 1..1 Exact", "destroyed 30..30 Exact"],
        ),
        (
            "A fishing boat sank off the cape.",
            &["destroyed 1..1 Exact"],
        ),
        (
            "The blast damaged dozens of parked cars.",
            &["damaged 24.. Vague"],
        ),
        (
            "Six men were killed and two trucks were destroyed.",
            &["destroyed 2..2 Exact", "killed 6..6 Exact"],
        ),
        (
            "Profits sank and the hopes of the port were destroyed.",
            &[],
        ),
        ("The bridge was not damaged.", &[]),
        ("They threatened to destroy six boats.", &[]),
    ]);
    assert_eq!(units("The fire gutted 12 shops."), ["destroyed building"]);
    assert_eq!(units("Three planes were damaged."), ["damaged aircraft"]);
    assert_eq!(units("Forty pupils fell ill."), ["sick person"]);
}

#[test]
fn what_is_no_deed_is_not_counted() {
    check(&[
        ("Three miners died of cancer.", &[]),
        ("Three miners died of their wounds.", &["killed 3..3 Exact"]),
        // Who did the deed flees; those who lived there are driven out.
        ("The four gunmen fled.", &[]),
        ("Forty families fled.", &["displaced 40..40 Exact"]),
    ]);
}

#[test]
fn names_and_questions_and_ways_to_go_claim_nothing() {
    let said = |text: &str| -> Vec<String> {
        let claims = claims(text).into_iter();
        claims.map(|claim| claim.predicate).collect()
    };
    for (text, expected) in [
        (
            "A clerk of the sheriff's Central Homicide Unit spoke.",
            &[][..],
        ),
        ("A clerk spoke of the murder of a baker.", &["killed"]),
        ("Rebels stormed the barracks.", &["attacked"]),
        ("The minister stormed back.", &[]),
        ("The army withdrew from the valley.", &["withdrew"]),
        (
            "Should the army have withdrawn from the valley, the judge asked.",
            &[],
        ),
        ("Has the army withdrawn from the valley?", &[]),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn a_number_stands_before_what_its_people_are() {
    check(&[
        (
            "Two members of his escort, members of the harbour guard, were wounded.",
            &["wounded 2..2 Exact"],
        ),
        (
            "Two clerks, a porter and three guards were wounded.",
            &[
                "wounded 1..1 Exact",
                "wounded 2..2 Exact",
                "wounded 3..3 Exact",
            ],
        ),
    ]);
}

#[test]
fn ages_left_open_and_verbs_that_only_look_like_harm() {
    check(&[
        (
            "Their 1- or 2-year-old baby was wounded.",
            &["wounded 1..1 Exact"],
        ),
        ("The gunmen wound six people.", &["wounded 6..6 Exact"]),
        ("Six people wound up in court.", &[]),
    ]);
}
