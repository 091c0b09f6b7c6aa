//! What a text does not tell: wishes, questions, likenesses, the living; and what the words near it tell all the same.

use super::tests::{claims, claims_under, counted};
use crate::model::Certainty;

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn what_is_wished_or_asked_is_not_told() {
    check(&[
        ("She was praying that nobody died.", &[]),
        ("They hoped no one was hurt.", &[]),
        ("If nobody was hurt, it was luck.", &[]),
        ("“Was anyone killed?” the clerk asked.", &[]),
        (
            "Villagers hoping to flee found that two clerks were killed.",
            &["killed 2..2 Exact"],
        ),
        ("Nobody died in the blast.", &["killed 0..0 Exact"]),
    ]);
}

#[test]
fn a_living_body_is_no_corpse() {
    check(&[
        ("The child's body rejected the transplant.", &[]),
        ("Women's bodies need iron.", &[]),
        (
            "The child's body was found in a well.",
            &["killed 1..1 Exact"],
        ),
    ]);
}

#[test]
fn what_it_looks_like_did_not_happen() {
    let happened = |text: &str| claims(text).iter().any(|c| c.predicate == "bombed");
    assert!(!happened("Houses looked as if rebels had bombed them."));
    assert!(happened("Residents said rebels had bombed the houses."));
}

#[test]
fn those_freed_or_rescued_are_not_those_killed_or_missing() {
    check(&[
        (
            "Two clerks were rescued and 24 remained missing.",
            &["missing 24..24 Exact", "rescued 2..2 Exact"],
        ),
        ("Twenty-four remained missing.", &["missing 24..24 Exact"]),
    ]);
}

#[test]
fn a_headline_labels_no_number_of_the_text() {
    let found = claims_under("News", "Twelve clerks were killed.");
    let figure = found[0].quantity.as_ref().expect("a figure");
    assert_eq!(figure.text, "Twelve");
}

#[test]
fn a_headline_frees_some_and_loses_others() {
    let found = claims_under("Troops free 21 hostages, two clerks killed", "It rained.");
    let killed = found.iter().filter(|c| c.predicate == "killed");
    let figures: Vec<&str> = killed
        .filter_map(|c| c.quantity.as_ref())
        .map(|q| q.text.as_str())
        .collect();
    assert_eq!(figures, ["two"]);
    let found = claims_under("Police identify infant, 2 women killed", "It rained.");
    let killed = found.iter().filter(|c| c.predicate == "killed");
    let told = killed.filter(|c| !c.attributes.contains_key("derived"));
    assert_eq!(told.filter(|c| c.quantity.is_some()).count(), 2);
}

#[test]
fn who_they_are_is_in_doubt_and_not_how_many() {
    let hedge = |text: &str| claims(text)[0].hedge.clone();
    assert_eq!(hedge("Six suspected militants were killed."), None);
    assert_eq!(
        hedge("Six people are presumed dead.").as_deref(),
        Some("presumed")
    );
}

#[test]
fn a_time_of_counting_is_not_that_of_the_deed() {
    let told = |text: &str| {
        let claim = &claims(text)[0];
        let words =
            |p: &Option<crate::model::Period>| p.as_ref().map_or("", |p| &p.text).to_owned();
        (words(&claim.time), words(&claim.as_of))
    };
    let pair = |time: &str, as_of: &str| (time.to_owned(), as_of.to_owned());
    assert_eq!(
        told("By Thursday evening 83 people had died."),
        pair("", "Thursday evening")
    );
    assert_eq!(
        told("Eighty people were killed as of 6 a.m. on Monday."),
        pair("", "6 a.m. on Monday")
    );
    assert_eq!(
        told("Twelve people have died after Tuesday's fire.").0,
        "Tuesday"
    );
}

#[test]
fn nearly_so_many_did_not_nearly_die() {
    check(&[
        (
            "Nearly 20 people died in the fire.",
            &["killed 20..20 About"],
        ),
        ("Not a single soldier died.", &["killed 0..0 Exact"]),
        ("Two clerks nearly died.", &[]),
        (
            "The plan would have included the kidnapping of six clerks.",
            &[],
        ),
    ]);
}

#[test]
fn a_day_behind_a_figure_is_not_whom_it_counts() {
    check(&[
        ("Gunmen killed two Friday night.", &["killed 2..2 Exact"]),
        ("The blast wounded 12 overnight.", &["wounded 12..12 Exact"]),
        ("Police arrested 43 yesterday.", &["captured 43..43 Exact"]),
        (
            "The blast wounded two guards overnight.",
            &["wounded 2..2 Exact"],
        ),
    ]);
}

#[test]
fn a_link_in_doubt_leaves_the_death() {
    let hedge = |text: &str| {
        let found = claims(text);
        let killed = found.iter().find(|c| c.predicate == "killed");
        killed.expect("somebody killed").hedge.clone()
    };
    let linked = "Jon Brand is believed to be linked to the death of Ana Ruiz.";
    assert_eq!(hedge(linked), None);
    let feared = "There are fears of the death of six people.";
    assert_eq!(hedge(feared).as_deref(), Some("fears"));
}

#[test]
fn an_arrest_is_not_on_the_day_of_the_deed() {
    let time = |text: &str| {
        let found = claims(text);
        let held = found.iter().find(|c| c.predicate == "captured");
        let time = held.and_then(|c| c.time.clone());
        time.map(|time| time.text)
    };
    let deed = "A man was arrested in connection with the shooting on Friday.";
    assert_eq!(time(deed), None);
    let arrest = "A man was arrested on Friday in the shooting.";
    assert_eq!(time(arrest).as_deref(), Some("Friday"));
}

#[test]
fn a_thing_totally_destroyed_is() {
    let destroyed = |text: &str| claims(text).iter().any(|c| c.predicate == "destroyed");
    assert!(destroyed("One car was totally destroyed."));
    assert!(destroyed("The house was completely destroyed."));
}

#[test]
fn things_seized_are_nobody_held() {
    check(&[
        ("The troops seized 40 assault rifles.", &[]),
        (
            "Nine rifles, 13 fully loaded magazines and a receiver were seized.",
            &[],
        ),
        ("Police said 13 were seized.", &["captured 13..13 Exact"]),
        (
            "Three clerks, aged 22, 31 and 45, were detained.",
            &["captured 3..3 Exact"],
        ),
        (
            "Police arrested six clerks, adding that the ring included more than 20 clerks.",
            &["captured 6..6 Exact"],
        ),
        (
            "The rebels captured 40 in the raid.",
            &["captured 40..40 Exact"],
        ),
    ]);
}

#[test]
fn what_is_told_near_a_wish_or_a_plan() {
    let six: &[&str] = &["killed 6..6 Exact"];
    check(&[
        (
            "The mayor hoped that the blast that killed six clerks would pass.",
            six,
        ),
        ("A storm in New Hope killed six clerks.", six),
        ("Families lost hope after six clerks died.", six),
        ("“Is it over?” a man cried as six clerks were killed.", six),
        ("Police prevented 20 killings.", &[]),
        ("The gang planned 12 murders.", &[]),
        ("Not one dog was killed.", &[]),
        (
            "Two Sunday school teachers were killed.",
            &["killed 2..2 Exact"],
        ),
    ]);
}

#[test]
fn what_killed_them_is_no_time_of_counting() {
    let time = |text: &str| claims(text)[0].time.clone().map(|time| time.text);
    let storm = "Twelve clerks were killed by Saturday's storm.";
    assert_eq!(time(storm).as_deref(), Some("Saturday"));
    let fighting = "Twelve guards were killed in fighting against rebels on Monday.";
    assert_eq!(time(fighting).as_deref(), Some("Monday"));
}

/// Of each claim of a predicate who did it, and how certain it is.
fn doer(text: &str, predicate: &str) -> Option<(String, Certainty)> {
    let found = claims(text);
    let claim = found.iter().find(|c| c.predicate == predicate)?;
    let agent = claim.agent.as_ref().map_or("", |p| p.text.as_str());
    Some((agent.to_owned(), claim.certainty))
}

#[test]
fn verbs_in_a_row_have_one_doer_and_no_adverb_is_of_its_name() {
    let row = "The gunmen attacked the post, killed two guards and burned a truck.";
    for (text, predicate, agent) in [
        (row, "killed", "The gunmen"),
        (row, "destroyed", "The gunmen"),
        (
            "Rebels repeatedly attacked the town of Ardal.",
            "attacked",
            "Rebels",
        ),
        ("The army did attack the village.", "attacked", "The army"),
        (
            "He leads a group that attacked a church in Ardal.",
            "attacked",
            "a group",
        ),
        (
            "The mayor was shot in Ardal and two guards were killed.",
            "killed",
            "",
        ),
    ] {
        let told = doer(text, predicate).map(|(agent, _)| agent);
        assert_eq!(told.as_deref(), Some(agent), "{text}");
    }
}

#[test]
fn a_doubt_about_what_stands_behind_is_none_of_the_deed() {
    for (text, predicate, certainty) in [
        (
            "A clerk was hurt in an alleged robbery.",
            "wounded",
            Certainty::Fact,
        ),
        (
            "Soldiers shelled the hill, presumably to hit rebels.",
            "bombed",
            Certainty::Fact,
        ),
        (
            "The gang, thought to be 40 strong, attacked the town.",
            "attacked",
            Certainty::Fact,
        ),
        (
            "Six clerks are believed to have died.",
            "killed",
            Certainty::Suspected,
        ),
    ] {
        let told = doer(text, predicate).map(|(_, certainty)| certainty);
        assert_eq!(told, Some(certainty), "{text}");
    }
}

#[test]
fn a_story_is_pushed_back_against_by_nobody_who_fights() {
    let told = |text: &str| doer(text, "repelled").is_some();
    assert!(!told(
        "The chairman pushed back on Friday against the newspaper's story."
    ));
    assert!(told("Soldiers pushed back the rebels."));
}

#[test]
fn others_badly_hurt_are_still_some() {
    let found = claims("A vendor died. Two more people were seriously wounded.");
    let wounded = found
        .iter()
        .find(|c| c.predicate == "wounded")
        .expect("two");
    assert_eq!(
        wounded.attributes.get("portion").map(String::as_str),
        Some("severe")
    );
}
