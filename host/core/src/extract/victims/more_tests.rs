use super::tests::{claims, most, tells};
use crate::model::Certainty;

#[test]
fn one_in_two_nouns_is_not_added_up() {
    // A headline that has run into its text, and a name told later.
    tells(
        "Driver killed on Mill Lane. A man was shot dead in his car. Jonas Hale, 41, died at the scene.",
        1,
        0,
    );
    tells(
        "Man hurt in quarry. A worker was taken to the hospital with a broken leg.",
        0,
        1,
    );
}

#[test]
fn another_of_a_doer_is_no_second_victim() {
    tells(
        "A man was shot dead on Friday. Police say a baker killed another man in a quarrel.",
        1,
        0,
    );
}

#[test]
fn a_list_of_kinds_and_of_unnumbered_people_is_no_sum() {
    let killed = |text: &str| most(&claims(text), "killed");
    assert_eq!(
        killed("Seven rebels and a soldier were killed near Zell."),
        7
    );
    assert_eq!(
        killed("The guards, their cook and her daughter were murdered."),
        1
    );
    // Near misses: no kinds, and all numbered.
    assert_eq!(killed("Six men and a woman were killed near Zell."), 7);
    assert_eq!(killed("A woman and seven other people were killed."), 8);
}

#[test]
fn names_behind_a_number_are_those_it_counts() {
    tells(
        "Five men were shot on Monday. Two of them, Ann Orr and Bob Hale, died.",
        2,
        3,
    );
    let text = "Five men were shot on Monday. Ann Orr and Bob Hale died.";
    tells(text, 2, 3);
    let found = claims(text);
    let mut sums = found
        .iter()
        .filter(|c| c.reckoned().is_some() && c.predicate == "killed");
    let names = sums.next().and_then(|c| c.quantity.as_ref());
    assert_eq!(names.map(|q| q.text.as_str()), Some("Bob Hale, Ann Orr"));
    tells(
        "Ned Lowe, a staffer for Sen. Joe Finch, was shot on Monday.",
        0,
        1,
    );
}

#[test]
fn what_somebody_is_counts_nobody() {
    tells("A gunman killed the mayor, a father of two. He fled.", 1, 0);
    tells("The attack injured an officer and two others.", 0, 3);
}

#[test]
fn wounds_and_blows_tell_of_the_hurt() {
    tells(
        "Officers found a 21-year-old man suffering from a gunshot wound.",
        0,
        1,
    );
    tells("Three people were found with gunshot wounds.", 0, 3);
    tells("Five people were taken to hospitals.", 0, 5);
    tells("A bullet flew in, striking a girl in the shoulder.", 0, 1);
    tells("The 13-year-old was hit in the leg.", 0, 1);
    // Nobody is hit in a part of the body, and an age is no figure.
    tells("A truck struck the wall of the station.", 0, 0);
    tells("The sisters, both 22, were taken to a hotel.", 0, 0);
}

#[test]
fn the_owner_of_a_noun_is_not_whom_it_befell() {
    let found = claims(
        "The grandson of Sen. Anna Weber was fatally shot. The wife of councilman Paul Hale died.",
    );
    let named = |name: &str| {
        let party = |c: &&crate::model::Claim| {
            let text = c.population.as_ref().map_or("", |p| p.text.as_str());
            c.quantity.as_ref().is_some_and(|q| q.text.contains(name)) || text.contains(name)
        };
        found.iter().find(party).is_some()
    };
    assert!(!named("Weber") && !named("Hale"), "{found:#?}");
}

#[test]
fn the_number_of_dead_and_the_murder_of_whom() {
    let killed = |text: &str| most(&claims(text), "killed");
    assert_eq!(killed("The number of dead has risen to 20."), 20);
    assert_eq!(killed("The murder of Anna Weber is still unsolved."), 1);
    assert_eq!(
        killed("Rebels killed in less than 48 hours a judge and two clerks."),
        2
    );
    assert_eq!(killed("They are still killing and wounding civilians."), 0);
}

#[test]
fn a_hedge_of_who_did_it_is_none_of_the_figure() {
    let found = claims("Six farmers were killed, presumably by rebels.");
    let six = found.iter().find(|c| c.predicate == "killed");
    assert_eq!(six.map(|c| c.certainty), Some(Certainty::Fact));
    let found = claims("Six farmers were presumably killed.");
    let six = found.iter().find(|c| c.predicate == "killed");
    assert_eq!(six.map(|c| c.certainty), Some(Certainty::Suspected));
}

#[test]
fn who_is_taken_to_hospital_unharmed_is_not_hurt() {
    tells(
        "A man was shot dead. The child, unharmed, was taken to a hospital.",
        1,
        0,
    );
    tells(
        "A man was killed. A woman was taken to a hospital as a precaution.",
        1,
        0,
    );
    tells("A man was killed. A woman was taken to a hospital.", 1, 1);
}

#[test]
fn ages_without_an_article_open_a_member_of_a_list() {
    tells(
        "A 59-year-old man, 49-year-old woman and 53-year-old clerk suffered gunshot wounds.",
        0,
        3,
    );
    tells(
        "The raid wounded a 59-year-old man and 49-year-old woman.",
        0,
        2,
    );
    // Near miss: one person, by age and name.
    tells("The raid wounded a baker, 49-year-old Jane Weber.", 0, 1);
    let found = claims("A 59-year-old man, a 49-year-old woman and a boy were wounded.");
    let man = found.iter().find(|c| {
        c.population
            .as_ref()
            .is_some_and(|p| p.text.ends_with("59-year-old man"))
    });
    assert_eq!(
        man.and_then(|c| c.attributes.get("age"))
            .map(String::as_str),
        Some("59")
    );
}

#[test]
fn whoever_kills_himself_is_not_whom_he_shot_before() {
    let dead = |text: &str| {
        let found = claims(text);
        let killed = found.iter().filter(|c| c.predicate == "killed");
        let who = killed.filter_map(|c| Some(c.population.as_ref()?.text.clone()));
        who.collect::<Vec<String>>()
    };
    let text = "A guard shot a student and then killed herself on Friday.";
    assert_eq!(dead(text), ["A guard"]);
    // Near miss: nobody took her before.
    assert_eq!(
        dead("Police say the student killed herself on Friday."),
        ["the student"]
    );
}

#[test]
fn what_somebody_named_is_makes_no_second_person() {
    tells("Karl Voss, the editor, and a guard were killed.", 2, 0);
    // Near miss: two strangers.
    tells("A baker, the editor and a guard were killed.", 3, 0);
}

#[test]
fn the_attacker_who_died_is_no_one_hurt_before() {
    tells(
        "An officer was hurt on Mill Lane. The gunman fled, and he died when his car hit a tree.",
        1,
        1,
    );
    tells(
        "An officer was hurt on Mill Lane. The mayor said he died at a clinic.",
        1,
        0,
    );
}
