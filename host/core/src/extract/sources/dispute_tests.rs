//! One says so, another denies it; and whose words those of a clause with no known speaker are.

use super::tests::{claims, sources};
use crate::model::{Certainty, Polarity};

/// Asserts of each text who affirms and who denies that somebody was killed.
fn each_told(rows: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in rows {
        let claims = claims(text, false);
        let mut found: Vec<(&str, &str)> = claims
            .iter()
            .filter(|c| c.predicate == "killed")
            .map(|c| {
                let source = c.nearest_source().map_or("", |s| s.text.as_str());
                let affirms = c.polarity == Polarity::Affirmed;
                (source, if affirms { "Affirmed" } else { "Denied" })
            })
            .collect();
        found.sort_by_key(|(_, polarity)| *polarity);
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn who_denies_anothers_claim_is_kept_beside_it() {
    each_told(&[
        (
            "The army denied the rebels' claim that 40 civilians were killed.",
            &[("the rebels", "Affirmed"), ("The army", "Denied")],
        ),
        (
            "The army rejected the rebels' claim that 40 civilians were killed.",
            &[("the rebels", "Affirmed"), ("The army", "Denied")],
        ),
        (
            "The rebels said forty people died, a claim the army rejected.",
            &[("The rebels", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "Forty people died, a figure the army has denied.",
            &[("", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "Forty people died, which the army denies.",
            &[("", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "The ministry dismissed a report that 40 civilians were killed.",
            &[("The ministry", "Denied")],
        ),
        (
            "The army rejected the accusation that it had killed 12 people.",
            &[("", "Affirmed"), ("The army", "Denied")],
        ),
        (
            "A police spokesman denied that anyone was killed.",
            &[("A police spokesman", "Denied")],
        ),
        (
            "Forty people died, police said. The army said it was not true that troops had left.",
            &[("police", "Affirmed")],
        ),
        // Near misses: no claim is refused.
        (
            "The rebels rejected a truce after twelve people were killed.",
            &[("", "Affirmed")],
        ),
        (
            "A spokesman, Colonel Tam, dismissed the report and insisted that six soldiers died.",
            &[("Colonel Tam", "Affirmed")],
        ),
    ]);
}

#[test]
fn what_a_figure_is_compared_with_says_nothing() {
    for (text, expected) in [
        (
            "The union says twelve miners died, three more than the government has admitted.",
            "The union",
        ),
        ("Forty people died, ten fewer than the union claimed.", ""),
        (
            "More than forty witnesses said six people died.",
            "More than forty witnesses",
        ),
    ] {
        assert_eq!(sources(text, false).join(", "), expected, "{text}");
    }
}

#[test]
fn speakers_of_every_noun() {
    for (text, expected) in [
        ("The operator said six workers died.", "The operator"),
        (
            "The attack left six dead, the operator said.",
            "the operator",
        ),
        (
            "A doctor who was at the scene said six people died.",
            "A doctor",
        ),
        (
            "A woman who lost her son in the raid said six people died.",
            "A woman",
        ),
        ("The council met. It said that nine people died.", "It"),
        ("The list grew. Nine people died, it said.", "it"),
        (
            "A militia claims to have killed nine soldiers.",
            "A militia",
        ),
        (
            "The ministry condemned the raid and said six people died.",
            "The ministry",
        ),
        (
            "Mayor Tam told the press that six people died.",
            "Mayor Tam",
        ),
        (
            "Mayor Tam told Kestrel Radio that six people died.",
            "Kestrel Radio, Mayor Tam",
        ),
        (
            "Forty people died, a toll the ministry has confirmed.",
            "the ministry",
        ),
        (
            "The man the police said killed six people fled.",
            "the police",
        ),
    ] {
        assert_eq!(sources(text, false).join(", "), expected, "{text}");
    }
}

#[test]
fn speakers_beside_clauses_and_commas() {
    for (text, expected) in [
        (
            "One of them, Ali Noor, said eleven villagers were killed.",
            "Ali Noor",
        ),
        (
            "Two officials contacted by the Post said six villagers were killed.",
            "Two officials",
        ),
        (
            "Residents reached by phone said six villagers were killed.",
            "Residents",
        ),
        (
            "Six people were killed, prefect Ana Ruiz told reporters.",
            "prefect Ana Ruiz",
        ),
        (
            "Lena Ortiz put the number of wounded at 300 and said that six people were killed.",
            "Lena Ortiz",
        ),
        (
            "The Medics' League met on Friday, it said. It said six people were killed.",
            "It",
        ),
        (
            "Three people were killed, five of them children, said Ann Okello.",
            "Ann Okello",
        ),
        (
            "Police, without warning, killed three people, said Ann Okello.",
            "Ann Okello",
        ),
        (
            "A woman who lost her son, aged 5, was killed, said Ann Okello.",
            "Ann Okello",
        ),
        (
            "A woman who lost her son was killed, said Ann Okello.",
            "Ann Okello",
        ),
        // Nothing before the verb, and a preposition: an empty phrase at the head of a text.
        ("Of said six people died.", ""),
        // Near misses.
        ("The blast claimed six lives.", ""),
        ("Guards closed the quay and six people died.", ""),
        ("Omar Said was killed in the raid.", ""),
    ] {
        assert_eq!(sources(text, false).join(", "), expected, "{text}");
    }
}

#[test]
fn two_speakers_behind_what_they_said_and_beside_one_another() {
    let said = |text: &str| {
        let claims = claims(text, false);
        let killed = claims.iter().filter(|c| c.predicate == "killed");
        let told = killed.map(|c| {
            let figure = c.quantity.as_ref().map_or("", |q| q.text.as_str());
            let source = c.nearest_source().map_or("", |s| s.text.as_str());
            format!("{figure}: {source}")
        });
        let mut told: Vec<String> = told.collect();
        told.sort();
        told.join("; ")
    };
    for (text, expected) in [
        (
            "Five people were killed, officials and witnesses said.",
            "Five: officials and witnesses",
        ),
        (
            "Five people were killed, the mayor and police said on Tuesday.",
            "Five: the mayor and police",
        ),
        (
            "The blast killed five and the army said it was looking into it.",
            "five: ",
        ),
        (
            "Police said 28 people died, while the ministry lowered its toll to 20.",
            "20: the ministry; 28: Police",
        ),
        (
            "While police said 28 people died, the hospital raised its toll to 46.",
            "28: police; 46: the hospital",
        ),
        (
            "The army said nine soldiers were killed, while a hospital received 20 bodies.",
            "20: ; nine: The army",
        ),
        (
            "In January Amnesty said 211 civilians were killed.",
            "211: Amnesty",
        ),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn what_is_denied_and_what_is_admitted_in_one_breath() {
    each_told(&[
        (
            "The minister denied that five people had been killed but admitted that three had died.",
            &[("The minister", "Affirmed"), ("The minister", "Denied")],
        ),
        (
            "Police ruled out that rebels killed the nurse.",
            &[("Police", "Denied")],
        ),
    ]);
    for text in [
        "Police doubt that the rebels killed two nurses.",
        "Police did not rule out that the rebels killed two nurses.",
    ] {
        let claims = claims(text, false);
        assert_eq!(claims[0].certainty, Certainty::Possible, "{text}");
    }
    let charged = claims(
        "Three men have been charged with the killing of two nurses.",
        false,
    );
    let certain = charged.iter().filter(|c| c.certainty == Certainty::Fact);
    assert_eq!(certain.count(), 0, "a charge makes no fact");
}

#[test]
fn who_denies_what_was_just_said_is_kept_beside_it() {
    let both: &[(&str, &str)] = &[("The rebels", "Affirmed"), ("The army", "Denied")];
    each_told(&[
        (
            "The rebels said 14 men were killed. The army denied the claim.",
            both,
        ),
        (
            "The rebels said 14 men were killed. The army rejected the figure.",
            both,
        ),
        (
            "The rebels said 14 men were killed. The army called the claim false.",
            both,
        ),
        (
            "The rebels said 14 men were killed. The army dismissed this as propaganda.",
            both,
        ),
        (
            "The rebels said 14 men were killed, but the army denied it.",
            &[("The rebels", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "The rebels said 14 men were killed; the army said this was untrue.",
            &[("The rebels", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "The rebels' claim that 14 men were killed was denied by the army.",
            &[("The rebels", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "The claim by the rebels that 14 men were killed is untrue, the army said.",
            &[("the rebels", "Affirmed"), ("the army", "Denied")],
        ),
        (
            "The mayor rejected as nonsense reports that 14 men were killed.",
            &[("The mayor", "Denied")],
        ),
        // Near misses: the accused, who knows no figure; one's own words; another matter.
        (
            "Prosecutors said Jon Tam killed 14 men. He denied it.",
            &[("Prosecutors", "Affirmed")],
        ),
        (
            "The army said 14 men were killed. The army denied the request.",
            &[("The army", "Affirmed")],
        ),
    ]);
}

#[test]
fn what_is_put_right_is_denied_by_who_puts_it_right() {
    each_told(&[
        (
            "Police said 25 people were killed, correcting an earlier toll of 40.",
            &[("Police", "Affirmed"), ("Police", "Denied")],
        ),
        (
            "An earlier figure of 29 dead was wrong, police said.",
            &[("police", "Denied")],
        ),
        (
            "Initial reports of 29 dead proved to be wrong.",
            &[("", "Denied")],
        ),
        (
            "Police said 25 people were killed, revising the plan of the harbour.",
            &[("Police", "Affirmed")],
        ),
    ]);
}

#[test]
fn what_is_denied_is_what_somebody_was_cited_for() {
    let alone = |source: &'static str| [(source, "Affirmed")];
    each_told(&[
        (
            "The mayor said 14 men were killed. The army denied it was involved.",
            &alone("The mayor"),
        ),
        (
            "The mayor said 14 men were killed and offered a truce. The rebels rejected it.",
            &alone("The mayor"),
        ),
        (
            "The union said the mayor took bribes after 12 men were killed. The mayor denied the claim.",
            &alone("The union"),
        ),
        (
            "The rebels, who killed 14 men last week, said the army had fled. The army denied it.",
            &alone(""),
        ),
        (
            "Six men were killed in the fire, and the ministry, accused of fraud, rejected the claim.",
            &alone(""),
        ),
    ]);
}

/// The sources of the dead, from the nearest to the origin.
fn passed_on(text: &str) -> Vec<String> {
    let told = claims(text, false).into_iter();
    told.filter(|claim| claim.predicate == "killed")
        .map(|claim| {
            let chain: Vec<&str> = claim.attribution.iter().map(|s| s.text.as_str()).collect();
            let denied = match claim.polarity {
                Polarity::Affirmed => "",
                Polarity::Denied => "not ",
            };
            format!("{denied}{}", chain.join(" < "))
        })
        .collect()
}

#[test]
fn what_is_said_or_denied_is_passed_on_by_who_stands_behind_it() {
    for (text, told) in [
        (
            "The army denied that six people had died, Reuters reported.",
            "not Reuters < The army",
        ),
        (
            "The army said six people had died, Reuters reported on Monday.",
            "Reuters < The army",
        ),
        (
            "The rebels denied the army had killed six people, according to Reuters.",
            "not Reuters < The rebels",
        ),
        (
            "The army denied reports that six people had died, Reuters reported.",
            "not Reuters < The army",
        ),
        (
            "The army denied that six people had died, citing its own doctors.",
            "not The army",
        ),
        // Near misses: what a denial only names, two clauses side by side, and a verb that says nothing.
        (
            "The front denied responsibility for a blast that left six people dead, the agency said.",
            "the agency",
        ),
        (
            "The warden denied knowing how six prisoners died, the agency said.",
            "the agency",
        ),
        (
            "The army said it was not aware that six people had been killed, Reuters reported.",
            "Reuters",
        ),
        (
            "The army denied shelling the town, but six villagers died, a doctor said.",
            "a doctor",
        ),
        (
            "The army denied that it had shelled the town where six people died, a doctor said.",
            "a doctor",
        ),
        (
            "The ministry denied that guards were drunk on the night six people died, police said.",
            "police",
        ),
        (
            "The minister said there was calm although six people died, the agency reported.",
            "the agency",
        ),
        (
            "Police said a man fled, and six people died, a doctor said.",
            "a doctor",
        ),
        ("They argued until six people died, police said.", "police"),
        (
            "Police said six people died, the port said nine had been hurt.",
            "Police",
        ),
    ] {
        assert_eq!(passed_on(text), [told], "{text}");
    }
}
