//! Nobody is charged with what others did or only said.

use super::super::tests::claims;
use crate::model::Claim;

/// The claims of responsibility as "predicate agent, rung, act, by source"; "not" before what is denied.
fn blamed(text: &str) -> Vec<String> {
    let told = claims(text).into_iter().filter(|c| {
        matches!(
            c.predicate.as_str(),
            "blamed" | "claimed-responsibility" | "denied-responsibility"
        )
    });
    told.map(|claim| shown(&claim)).collect()
}

fn shown(claim: &Claim) -> String {
    let agent = claim
        .agent
        .as_ref()
        .map_or("nobody", |agent| agent.text.as_str());
    let act = claim.attributes.get("act").map_or("-", String::as_str);
    let source = claim.origin().map_or("-", |source| source.text.as_str());
    let not = match claim.polarity {
        crate::model::Polarity::Denied => "not ",
        crate::model::Polarity::Affirmed => "",
    };
    format!(
        "{not}{} {agent}, {:?}, {act}, by {source}",
        claim.predicate, claim.certainty
    )
}

/// Who did it, by predicate, for the claims of counts and happenings.
fn agents(text: &str) -> Vec<String> {
    let told = claims(text)
        .into_iter()
        .filter(|claim| claim.predicate != "blamed");
    told.filter_map(|c| Some(format!("{} {}", c.predicate, c.agent?.text)))
        .collect()
}

#[test]
fn accusations_in_every_frame() {
    for (text, expected) in [
        (
            "The dockers' union accused the army of killing six workers.",
            "blamed the army, Accused, killed, by The dockers' union",
        ),
        (
            "The ministry blamed rebels for the attack on the depot.",
            "blamed rebels, Accused, attacked, by The ministry",
        ),
        (
            "The ministry blamed the attack on rebels.",
            "blamed rebels, Accused, attacked, by The ministry",
        ),
        (
            "The army was accused by the union of killing six workers.",
            "blamed The army, Accused, killed, by the union",
        ),
        (
            "The raid was blamed on rebels.",
            "blamed rebels, Accused, attacked, by -",
        ),
        (
            "The attack was the work of rebels.",
            "blamed rebels, Accused, attacked, by -",
        ),
        (
            "Rebels accused the government of carrying out the air strike.",
            "blamed the government, Accused, attacked, by Rebels",
        ),
        (
            "Police blamed the cartel for the car-bomb attack.",
            "blamed the cartel, Accused, attacked, by Police",
        ),
        (
            "Two guards are suspected of the murder of the mayor.",
            "blamed Two guards, Suspected, killed, by -",
        ),
        (
            "Tomas Verrin was charged with murder.",
            "blamed Tomas Verrin, Accused, killed, by -",
        ),
        (
            "A judge has released one of the guards accused of murder.",
            "blamed the guards, Accused, killed, by -",
        ),
        (
            "The town has seen no trial of guards who have been charged with murder.",
            "blamed guards, Accused, killed, by -",
        ),
    ] {
        assert_eq!(blamed(text), [expected], "{text}");
    }
}

#[test]
fn a_name_is_blamed_for_what_the_text_has_told() {
    assert_eq!(
        blamed("Police blamed the Red Band."),
        ["blamed the Red Band, Accused, -, by Police"]
    );
    assert_eq!(
        blamed("Four people died, but Amara blamed the Northern Front, a militia."),
        ["blamed the Northern Front, Accused, -, by Amara"]
    );
    // Near misses: no name, and no accuser.
    assert_eq!(blamed("Police blamed the fog."), [""; 0]);
    assert_eq!(
        blamed("The report that blamed the Red Band helped."),
        [""; 0]
    );
}

#[test]
fn responsibility_taken_and_denied() {
    for (text, expected) in [
        (
            "The Taliban claimed responsibility for the attack.",
            "claimed-responsibility The Taliban, Claimed, -, by The Taliban",
        ),
        (
            "The attack was claimed by the Taliban.",
            "claimed-responsibility the Taliban, Claimed, -, by the Taliban",
        ),
        (
            "No group has claimed responsibility for the attack.",
            "not claimed-responsibility nobody, Claimed, -, by -",
        ),
        (
            "Neither the rebels nor the army has claimed responsibility.",
            "not claimed-responsibility nobody, Claimed, -, by -",
        ),
        (
            "The army denied involvement in the killings.",
            "denied-responsibility The army, Reported, -, by The army",
        ),
    ] {
        assert_eq!(blamed(text), [expected], "{text}");
    }
}

#[test]
fn what_accuses_nobody_of_a_deed() {
    for text in [
        "The union accused the army of failing to stop the rebels from killing six workers.",
        "The mayor blamed the drought for the poor harvest.",
        "The guard could be charged with murder.",
        "The guard was not charged with murder.",
        "The mayor was accused of fraud.",
        "The suspected guard was at the scene of the murder.",
        "The storm was blamed for the attack of nerves.",
        "He denied involvement in the killings.",
    ] {
        let found = blamed(text);
        assert!(
            found
                .iter()
                .all(|claim| !claim.contains("mayor") && !claim.contains("guard")),
            "{text}: {found:?}"
        );
        assert!(
            found
                .iter()
                .all(|claim| !claim.contains("army") && !claim.contains("He ")),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn who_did_it_behind_a_passive_and_before_a_verb() {
    for (text, expected) in [
        (
            "Six workers were killed by soldiers.",
            &["killed soldiers"][..],
        ),
        (
            "Six workers were shot dead by the army near the depot.",
            &["killed the army"],
        ),
        ("The Taliban killed six workers.", &["killed The Taliban"]),
        ("Six workers were killed by a car bomb.", &[]),
        ("The Taliban lost six fighters.", &[]),
        ("The Taliban suffered the loss of six fighters.", &[]),
        ("The Taliban have not killed six workers.", &[]),
        ("Six workers were killed by Monday.", &[]),
        (
            "Six workers were killed and the depot was seized by rebels.",
            &["seized rebels"],
        ),
        (
            "Six workers were killed, a report by the ministry said.",
            &[],
        ),
    ] {
        assert_eq!(agents(text), expected, "{text}");
    }
}

#[test]
fn what_somebody_is_accused_of_the_accused_did_and_not_the_accuser() {
    let text = "The union accused the army of shelling the market.";
    assert_eq!(agents(text), ["bombed the army"]);
}

/// The means and ages of all claims.
fn facts(text: &str, key: &str) -> Vec<String> {
    let told = claims(text)
        .into_iter()
        .filter(|claim| claim.predicate != "aged");
    told.filter_map(|claim| claim.attributes.get(key).cloned())
        .collect()
}

#[test]
fn by_what_it_was_done() {
    for (text, expected) in [
        ("A car bomb killed six workers.", "vehicle-bomb"),
        ("Six workers were killed by a bomb.", "explosive"),
        ("Six workers were stabbed to death.", "blade"),
        ("Six workers were shot dead with a rifle.", "firearm"),
        ("Six workers died in an air raid.", "air-strike"),
    ] {
        // The raid is a claim of its own, by the same means.
        let mut means = facts(text, "means");
        means.dedup();
        assert_eq!(means, [expected], "{text}");
    }
    for text in [
        "Six workers were killed.",
        "Six workers were killed, while a bomb was found.",
    ] {
        assert!(facts(text, "means").is_empty(), "{text}");
    }
}

#[test]
fn how_old_somebody_is() {
    for (text, expected) in [
        ("Ana Reyes, 34, was killed at the pier.", &["34"][..]),
        (
            "Police said that 34-year-old Ana Reyes was killed.",
            &["34"],
        ),
        ("Ana Reyes was killed on 34 Pier Street.", &[]),
        ("Ana Reyes, 34 Pier Street, was killed.", &[]),
        ("A 34-year-old man was killed.", &["34"]),
        ("A five-year-old boy was wounded.", &["5"]),
        ("A 9-month-old boy was wounded.", &[]),
    ] {
        assert_eq!(facts(text, "age"), expected, "{text}");
    }
}

/// The groups with a part, as "predicate group".
fn parts(text: &str) -> Vec<String> {
    let told = claims(text).into_iter();
    let of_kind = told.filter(|c| matches!(c.predicate.as_str(), "took-part" | "allied"));
    of_kind
        .filter_map(|c| Some(format!("{} {}", c.predicate, c.agent?.text)))
        .collect()
}

#[test]
fn groups_that_took_part_and_their_allies() {
    for (text, expected) in [
        (
            "Members of Hamas, the Taliban and Boko Haram were among the rebel fighters.",
            &[
                "took-part Hamas",
                "took-part Boko Haram",
                "took-part Taliban",
            ][..],
        ),
        ("Hamas took part in the attack.", &["took-part Hamas"]),
        (
            "Groups allied with Hamas attacked the depot.",
            &["allied Hamas"],
        ),
        ("Hamas was not among the rebel fighters.", &[]),
        ("Hamas was among the guests.", &[]),
        ("Hamas took part in the talks.", &[]),
        ("Groups allied with the miller attacked the depot.", &[]),
    ] {
        let mut found = parts(text);
        let mut expected = expected.to_vec();
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn deeds_that_are_no_predicate_and_those_who_say_they_did_them() {
    for (text, expected) in [
        (
            "The ministry blamed the Hill Front for the bombing.",
            "blamed the Hill Front, Accused, attacked, by The ministry",
        ),
        (
            "The ministry blamed the blast on the Hill Front.",
            "blamed the Hill Front, Accused, attacked, by The ministry",
        ),
        (
            "Residents held the army responsible for the explosion.",
            "blamed the army, Accused, attacked, by Residents",
        ),
        (
            "The Hill Front was responsible for the bombing, the mayor said.",
            "blamed The Hill Front, Accused, attacked, by the mayor",
        ),
        (
            "The Hill Front said it was behind the bombing.",
            "claimed-responsibility The Hill Front, Claimed, -, by The Hill Front",
        ),
        (
            "There was no immediate claim of responsibility.",
            "not claimed-responsibility nobody, Claimed, -, by -",
        ),
        (
            "Nobody has claimed responsibility for the raid.",
            "not claimed-responsibility nobody, Claimed, -, by -",
        ),
    ] {
        assert_eq!(blamed(text), [expected], "{text}");
    }
    for text in [
        "The guards held the door for the wounded.",
        "The mayor is responsible for schools.",
        "The Hill Front said it was behind schedule.",
        "Police said they were behind the bombing.",
        "The army said it carried out searches after the bombing.",
        "The police are responsible for preventing attacks.",
        "The ministry is responsible for crime statistics.",
        "The mayor asked whether rebels were responsible for the raid.",
        "It was not the rebels who were responsible for the bombing, the mayor said.",
        "The army denied that the rebels were responsible for the bombing.",
        "The mayor saw no evidence that rebels were responsible for the raid.",
        "Whoever is responsible for the attack will be found, the mayor said.",
    ] {
        let told = blamed(text);
        assert!(told.is_empty(), "{text}: {told:?}");
    }
}

#[test]
fn the_group_is_the_one_told_of_before() {
    let entities = |text: &str| -> Vec<Option<String>> {
        let told = claims(text).into_iter();
        told.filter_map(|c| c.agent)
            .map(|agent| agent.entity)
            .collect()
    };
    let front = || Some("hill-front".to_owned());
    let denied = "Residents blamed the Hill Front for the bombing. The group denied any role.";
    assert_eq!(entities(denied), [front(), front()]);
    let other = "Residents blamed the Hill Front for the bombing. The army denied any role.";
    assert_ne!(entities(other)[1], front());
}

#[test]
fn who_is_only_blamed_is_no_doer_and_whose_killing_has_one() {
    for (text, expected) in [
        (
            "A bombing blamed on the Northern Front killed six people.",
            vec![],
        ),
        (
            "The killing of Dr. Garay by the Northern Front shocked the town.",
            vec!["killed the Northern Front"],
        ),
        (
            "The killing of two hostages was condemned by President Sarn.",
            vec![],
        ),
        (
            "The murder of the priests is being investigated by the army.",
            vec![],
        ),
        (
            "The mayor was murdered, presumably by the Northern Front.",
            vec!["killed the Northern Front"],
        ),
    ] {
        assert_eq!(agents(text), expected, "{text}");
    }
}

#[test]
fn what_is_carried_out_or_ordered_and_does_no_harm_blames_nobody() {
    for text in [
        "The rescue was carried out by the navy.",
        "The arrests were carried out by police.",
        "The government ordered the evacuation of the town.",
        "The judge ordered the murder trial to begin.",
        "The murder investigation was carried out by the police.",
        "An autopsy after the murder was carried out by Ana Roe.",
        "The rescue operation after the bombing was carried out by the army.",
        "A strike was organised by the dockers.",
        "Officers were involved in the shooting.",
        "The charges were rejected by the court.",
        "Kurz was wrongly blamed for the attack, said the mayor.",
        "Deko Ram said those who blame the Northern Front for the attack are lying.",
        "He attributed the rise to the weather.",
    ] {
        assert_eq!(blamed(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn accusations_by_whom_a_deed_was_done() {
    for (text, expected) in [
        (
            "The governor attributed the bombing of the mill to the Northern Front.",
            "blamed the Northern Front, Accused, attacked, by The governor",
        ),
        (
            "The attack on the barracks was carried out by members of the Northern Front.",
            "blamed members of the Northern Front, Fact, attacked, by -",
        ),
        (
            "The murder of the priests was committed by soldiers, the bishop said.",
            "blamed soldiers, Reported, killed, by the bishop",
        ),
        (
            "Witnesses implicated two officers in the murder of the priest.",
            "blamed two officers, Accused, killed, by Witnesses",
        ),
        (
            "Police accused Omar Dahl, a former guard, of the bombing.",
            "blamed Omar Dahl, Accused, attacked, by Police",
        ),
        (
            "The army blamed the attack on the mill on the rebels.",
            "blamed the rebels, Accused, attacked, by The army",
        ),
        (
            "The Third Battalion, which the Rights Committee accused of the murder of the priests, has left.",
            "blamed The Third Battalion, Accused, killed, by the Rights Committee",
        ),
        (
            "Mayor Dorn, leader of the Lion Party, which the army accused of the attack, has left.",
            "blamed the Lion Party, Accused, attacked, by the army",
        ),
        (
            "The union accused the army of a wave of killings.",
            "blamed the army, Accused, killed, by The union",
        ),
        (
            "A bombing blamed on the Northern Front killed six people.",
            "blamed the Northern Front, Accused, attacked, by -",
        ),
        (
            "The accusation was denied by the army.",
            "denied-responsibility the army, Reported, -, by the army",
        ),
    ] {
        assert_eq!(blamed(text), [expected], "{text}");
    }
}
