use crate::extract::tests::claims;
use crate::lexicon::english::ENGLISH;
use crate::model::{Claim, Party};

/// What a text says of names, as "predicate: object / complement".
fn named(text: &str) -> Vec<String> {
    let words =
        |party: &Option<Box<Party>>| party.as_ref().map_or("", |p| p.text.as_str()).to_owned();
    let row = |c: &Claim| {
        format!(
            "{}: {} / {}",
            c.predicate,
            words(&c.object),
            words(&c.complement)
        )
    };
    let claims = claims(text);
    claims
        .iter()
        .filter(|c| ENGLISH.is_naming(&c.predicate))
        .map(row)
        .collect()
}

#[test]
fn names_before_and_after() {
    let rows: &[(&str, &[&str])] = &[
        (
            "The Marsh League, formerly known as the Delta Front, held the ford.",
            &["renamed: Marsh League / Delta Front"],
        ),
        (
            "They back the Marsh League, formerly known as the Delta Front and Osk’s Reed Brigade before that, and Ridwan.",
            &[
                "renamed: Marsh League / Delta Front",
                "renamed: Marsh League / Reed Brigade",
            ],
        ),
        (
            "The town is run by the Marsh League, the [Osk-linked] fighters formerly known as the Delta Front.",
            &["renamed: Marsh League / Delta Front"],
        ),
        (
            "In 2031, the Delta Front changed its name to the Marsh League (ML) after a quarrel.",
            &["renamed: Marsh League / Delta Front"],
        ),
        (
            "The Delta Front, now called the Marsh League, is armed.",
            &["renamed: Marsh League / Delta Front"],
        ),
        (
            "The Marsh League, also known as the Reed Guard, is armed.",
            &["called: Marsh League / Reed Guard"],
        ),
        (
            "The Delta Front is now leading the River Unity (RU) armed coalition in the north.",
            &["belongs-to: Delta Front / River Unity"],
        ),
        (
            "The Delta Front joined the River Unity alliance in May.",
            &["belongs-to: Delta Front / River Unity"],
        ),
        (
            "Fighters of the Marsh League, the armed group River Unity, and the Delta Front (DF) took part.",
            &[
                "named-beside: Marsh League / River Unity",
                "named-beside: Marsh League / Delta Front",
                "named-beside: River Unity / Delta Front",
            ],
        ),
    ];
    for (text, expected) in rows {
        let mut expected: Vec<String> = expected.iter().map(|row| (*row).to_owned()).collect();
        let mut found = named(text);
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_is_no_name_of_a_group_is_left() {
    for text in [
        "Lena Voss, formerly Ana Brandt, spoke in Velmar.",
        "The leader of the Delta Front joined the River Unity alliance.",
        "The Marsh League, a group backed by the Delta Front, changed its name to River Unity.",
        "Osk, Velmar and Port Orrin were shelled.",
        "The Delta Front is no longer part of the River Unity alliance.",
        "MARSH LEAGUE, FORMERLY KNOWN AS DELTA FRONT, HOLDS FORD NEAR OSK",
    ] {
        assert_eq!(named(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn letters_and_short_forms_are_the_name_they_stand_for() {
    let text = "The Northern Marsh League (NML) was formed in May. The Delta Front changed its name to the Northern \
        Marsh League (NML) in June. NML, formerly known as the Reed Brigade, is armed. The Marsh League, also known as \
        the Reed Guard, is small.";
    let claims = claims(text);
    let entity = |party: &Option<Box<Party>>| party.as_ref().and_then(|p| p.entity.clone());
    let objects: Vec<_> = claims
        .iter()
        .filter(|c| ENGLISH.is_naming(&c.predicate))
        .map(|c| entity(&c.object))
        .collect();
    assert_eq!(objects, vec![Some("northern-marsh-league".to_owned()); 3]);
}

#[test]
fn no_name_that_may_be_a_persons_goes_into_an_id() {
    let claims = claims("The Delta Front, formerly known as Lena Voss, is armed.");
    let complement = claims[0]
        .complement
        .as_ref()
        .and_then(|p| p.entity.as_deref());
    assert!(
        complement.is_some_and(|id| id.starts_with("name-")),
        "{complement:?}"
    );
}
