//! The constructions in which news most often tells how many, each with other words.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

/// Predicate, figure, who they are, and how much of them, of every count.
fn parts(text: &str) -> Vec<String> {
    let told = claims(text);
    let counts = told.iter().filter(|c| c.quantity.is_some());
    let row = |c: &crate::model::Claim| {
        let low = c.quantity.as_ref().and_then(|q| q.stated.low);
        let who = c.population.as_ref().map_or("", |p| p.text.as_str());
        let portion = c.attributes.get("portion").map_or("", String::as_str);
        let low = low.map_or(String::new(), |low| low.to_string());
        format!("{} {low} {who} {portion}", c.predicate)
            .trim_end()
            .to_owned()
    };
    counts.map(row).collect()
}

#[test]
fn parts_behind_among_them_and_of_whom() {
    let four: &[&str] = &["killed 2..2 Exact", "killed 4..4 Exact"];
    check(&[
        ("Four people were killed, among them two bodyguards.", four),
        ("Four people, among them two bodyguards, were killed.", four),
        (
            "Three people, one of them a pupil, were killed.",
            &["killed 1..1 Exact", "killed 3..3 Exact"],
        ),
        (
            "Three people were killed, one of them a nine-year-old pupil.",
            &["killed 1..1 Exact", "killed 3..3 Exact"],
        ),
    ]);
    for (text, part) in [
        (
            "Three people were killed, two of whom were children.",
            "killed 2 children",
        ),
        (
            "Two people were killed, one of whom was a nurse.",
            "killed 1 a nurse",
        ),
        (
            "Three people were killed, one of them a nine-year-old pupil.",
            "killed 1 a nine-year-old pupil",
        ),
    ] {
        let told = parts(text);
        assert!(told.iter().any(|row| row == part), "{text}: {told:?}");
    }
}

#[test]
fn the_whole_stays_with_what_most_of_it_are() {
    check(&[
        (
            "Twelve people, mostly students, were killed on Friday.",
            &["killed 12..12 Exact"],
        ),
        (
            "At least 15 people, mainly civilians, died in the shelling.",
            &["killed 15.. AtLeast"],
        ),
        (
            "Four miners, two from Norland and two from Ardal, were killed.",
            &["killed 4..4 Exact"],
        ),
        (
            "Nine people, five in Orvel and four in Sarn, were injured.",
            &["wounded 9..9 Exact"],
        ),
        (
            "Four tourists, two from Norland, were wounded.",
            &["wounded 4..4 Exact"],
        ),
        // Near miss: others than the miners.
        (
            "Four miners, two guards and a cook were killed.",
            &[
                "killed 1..1 Exact",
                "killed 2..2 Exact",
                "killed 4..4 Exact",
            ],
        ),
    ]);
}

#[test]
fn some_of_a_number_who_are_told_of() {
    check(&[
        (
            "Twelve women were among the 35 people killed.",
            &["killed 12..12 Exact", "killed 35..35 Exact"],
        ),
        (
            "Two foreigners were among 14 people arrested.",
            &["captured 14..14 Exact", "captured 2..2 Exact"],
        ),
        (
            "Six of the 14 dead were children, officials said.",
            &["killed 14..14 Exact", "killed 6..6 Exact"],
        ),
        (
            "Nine people were killed on Monday. The victims included six children.",
            &["killed 6..6 Exact", "killed 9..9 Exact"],
        ),
        // Who speaks is none of them.
        (
            "Sheriff Lind said 12 of them died.",
            &["killed 12..12 Exact"],
        ),
    ]);
    for (text, rows) in [
        (
            "Nine people were killed on Monday. The victims included six children.",
            ["killed 9 people", "killed 6 children part"],
        ),
        (
            "Nineteen of the dead were civilians and four were policemen.",
            ["killed 19 civilians part", "killed 4 policemen part"],
        ),
        (
            "Seventeen islanders, five of them children, were killed.",
            ["killed 5 children", "killed 17 islanders"],
        ),
        (
            "Fifty-one people were hurt, 34 of them with gunshot wounds.",
            ["wounded 34 34 of them part", "wounded 51 people"],
        ),
    ] {
        assert_eq!(parts(text), rows, "{text}");
    }
    // Near miss: another clause.
    let told = parts("Five of the dead were protesters and the police chief resigned.");
    assert_eq!(told, ["killed 5 protesters part"]);
}

#[test]
fn out_of_where_they_were_brought_is_no_part() {
    for (text, told) in [
        (
            "Firefighters rescued 11 people from the building.",
            "rescued 11 people",
        ),
        (
            "Rescuers pulled 14 people from the rubble.",
            "rescued 14 people",
        ),
        // Nobody is rescued dead.
        (
            "Rescuers pulled 14 bodies from the rubble.",
            "killed 14 bodies",
        ),
        (
            "Forty people from our town were killed.",
            "killed 40 people part",
        ),
    ] {
        assert_eq!(parts(text), [told], "{text}");
    }
}

#[test]
fn what_may_come_is_told_of_nobody() {
    check(&[
        (
            "The agency warned that 5,000 people could be killed if the dam collapsed.",
            &[],
        ),
        (
            "The commander said 500 people will be killed if they resist.",
            &[],
        ),
        ("Three of those killed were under the age of 10.", &[]),
        (
            "Lind, whose brother is a pilot, said 12 people had died.",
            &["killed 12..12 Exact"],
        ),
        (
            "Lind, whose brother was killed in the raid, fled.",
            &["killed 1..1 Exact"],
        ),
    ]);
}

#[test]
fn whom_an_attack_befalls_is_none_who_attacks() {
    let agents = |text: &str| -> Vec<String> {
        let told = claims(text);
        let killed = told.iter().filter(|c| c.predicate == "killed");
        let agent = |c: &crate::model::Claim| c.agent.as_ref().map(|a| a.text.clone());
        killed.map(|c| agent(c).unwrap_or_default()).collect()
    };
    for (text, agent) in [
        (
            "Gunmen attacked a bus carrying 45 pilgrims, killing nine and wounding 12.",
            "Gunmen",
        ),
        (
            "Police fired on a crowd of 300 protesters, killing five.",
            "Police",
        ),
        (
            "Rebels ambushed a convoy of soldiers, killing 12.",
            "Rebels",
        ),
        (
            "The strike on a camp of 3,000 refugees killed 16 people.",
            "",
        ),
        ("A group of 20 gunmen killed seven people.", "gunmen"),
        (
            "Six men attacked the post and fled, killing two guards.",
            "Six men",
        ),
    ] {
        assert_eq!(agents(text), [agent], "{text}");
        let told = claims(text);
        let attackers = told.iter().filter(|c| c.predicate == "attackers");
        let held = attackers.filter(|c| {
            let words = c.quantity.as_ref().map_or("", |q| q.text.as_str());
            words.contains("45") || words.contains("300") || words.contains("3,000")
        });
        assert_eq!(held.count(), 0, "{text}");
    }
}
