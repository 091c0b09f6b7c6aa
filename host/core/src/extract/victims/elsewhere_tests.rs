//! Words that tell of another incident, each kind with a near miss: victims.toml, `[elsewhere]`.

use super::tests::tells;

/// The article's own incident: one killed.
fn beside(text: &str, killed: u32, wounded: u32) {
    let own = "A man was killed on Mill Lane on Friday.";
    tells(&format!("{own}\n{text}"), killed, wounded);
}

#[test]
fn several_incidents_told_together() {
    beside(
        "Three people were killed in separate shootings on Quay Road and at the port.",
        1,
        0,
    );
    beside(
        "Six people were wounded in a string of shootings since May.",
        1,
        0,
    );
    beside("Overnight shootings killed four people.", 1, 0);
    // Near misses: one incident.
    beside("Three people were wounded in the shooting.", 1, 3);
    beside(
        "Three people were wounded and taken to separate hospitals.",
        1,
        3,
    );
}

#[test]
fn counts_of_a_whole_city() {
    beside(
        "Nine people were wounded in shootings across the city.",
        1,
        0,
    );
    beside("Forty people have been killed citywide.", 1, 0);
    beside("Three people were wounded in the city.", 1, 3);
}

#[test]
fn a_country_or_search_is_no_other_incident() {
    beside(
        "People across the country mourned the three people wounded.",
        1,
        3,
    );
    beside(
        "Three people were wounded, and guards searched throughout the city.",
        1,
        3,
    );
}

#[test]
fn what_the_incident_comes_after() {
    beside(
        "It came a day after three people were killed at the port.",
        1,
        0,
    );
    beside("Medics came, and three people were wounded.", 1, 3);
}

#[test]
fn that_case_is_another() {
    beside("In that case three people were killed.", 1, 0);
    beside("In this case three people were wounded.", 1, 3);
}

#[test]
fn numbered_incidents() {
    beside("The second incident left three people wounded.", 1, 0);
    beside("In the other shooting two people were killed.", 1, 0);
    beside(
        "It was the third shooting of the week, which has seen four people killed.",
        1,
        0,
    );
    beside("The incident left three people wounded.", 1, 3);
    beside("The third shot of the evening wounded three people.", 1, 3);
}

#[test]
fn sentences_that_open_elsewhere() {
    beside("Elsewhere, two people were killed at the port.", 1, 0);
    beside("Earlier Friday, two people were killed at the port.", 1, 0);
    // Near misses: a report of before, and a word within the sentence.
    beside(
        "Earlier Friday, police said three people were wounded.",
        1,
        3,
    );
    beside(
        "The shots came hours earlier, and three people were wounded.",
        1,
        3,
    );
}

#[test]
fn from_a_cue_to_the_end_of_the_paragraph() {
    beside(
        "In a separate shooting, a woman was hurt. Two others were killed.",
        1,
        0,
    );
    beside(
        "The woman sat in a separate room. Two others were wounded.",
        1,
        2,
    );
}

#[test]
fn from_a_cue_to_the_end_of_the_text() {
    beside(
        "In other shootings:\nTwo people were killed at the port.",
        1,
        0,
    );
    beside(
        "The other shots missed.\nTwo people were wounded at the port.",
        1,
        2,
    );
}

#[test]
fn what_a_record_is_measured_by() {
    beside(
        "It was the deadliest shooting since the one that killed 49 people.",
        1,
        0,
    );
    beside(
        "It was the deadliest shooting, and it wounded 49 people.",
        1,
        49,
    );
}
