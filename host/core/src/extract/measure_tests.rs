//! Figures that count nobody, how many did it, how many were aboard or gathered; and what comes near and is no such thing.

use super::tests::claims;

/// Each figure of one predicate: its words, bounds and unit.
fn told(predicate: &str, text: &str) -> Vec<String> {
    let figure = |claim: crate::model::Claim| {
        let quantity = claim.quantity.filter(|_| claim.predicate == predicate)?;
        let end = |end: Option<crate::model::Decimal>| end.map_or("".into(), |e| e.to_string());
        let (low, high) = (end(quantity.stated.low), end(quantity.stated.high));
        Some(format!(
            "{}: {low}..{high} {}",
            quantity.text, quantity.unit
        ))
    };
    claims(text).into_iter().filter_map(figure).collect()
}

fn check(predicate: &str, rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(told(predicate, text), *expected, "{text}");
    }
}

#[test]
fn how_strong_a_quake_was() {
    check(
        "magnitude",
        &[
            (
                "A quake of magnitude 6.2 struck Osk.",
                &["6.2: 6.2..6.2 magnitude"],
            ),
            (
                "The 6.4-magnitude tremor was felt in Marn.",
                &["6.4: 6.4..6.4 magnitude"],
            ),
            (
                "It measured 5.9 on the Richter scale, the survey said.",
                &["5.9: 5.9..5.9 magnitude"],
            ),
            (
                "A 5.9 magnitude quake has levelled seven villages.",
                &["5.9: 5.9..5.9 magnitude"],
            ),
            ("A crack measuring 6.1 metres was found.", &[]),
            (
                "The magnitude of the problem took 40 officials by surprise.",
                &[],
            ),
        ],
    );
}

#[test]
fn sums_of_money_with_their_bounds() {
    check(
        "damage-cost",
        &[
            (
                "The fire caused an estimated $2 million in damage.",
                &["an estimated $2 million: 2000000..2000000 dollar"],
            ),
            (
                "Damage was put at more than €3.5 million.",
                &["more than €3.5 million: 3500000.. euro"],
            ),
            (
                "Flood damage estimated at 40 million pesos was reported.",
                &["40 million pesos: 40000000..40000000 peso"],
            ),
            ("Damage at 40 farms was reported.", &[]),
        ],
    );
    check(
        "loot",
        &[
            (
                "Robbers made off with $12,000.",
                &["$12,000: 12000..12000 dollar"],
            ),
            (
                "Thieves stole $137-million of diamonds.",
                &["$137-million: 137000000..137000000 dollar"],
            ),
            ("Thieves stole 12 cars.", &[]),
        ],
    );
    check(
        "reward",
        &[(
            "A reward of up to $10,000 is offered.",
            &["up to $10,000: ..10000 dollar"],
        )],
    );
    check(
        "bail",
        &[
            (
                "A judge set his bail at $1 million.",
                &["$1 million: 1000000..1000000 dollar"],
            ),
            (
                "She was held on a $500,000 bond.",
                &["$500,000: 500000..500000 dollar"],
            ),
        ],
    );
}

#[test]
fn how_often_was_fired() {
    check(
        "shots",
        &[
            ("The gunman fired 12 shots.", &["12: 12..12 shots"]),
            (
                "Neighbours heard at least six gunshots.",
                &["at least six: 6.. shots"],
            ),
            ("About 20 shots were fired.", &["About 20: 20..20 shots"]),
            ("They fired dozens of shots.", &["dozens: 24.. shots"]),
            ("The firm fired 200 workers.", &[]),
            ("Police could not say how many shots were fired.", &[]),
        ],
    );
    check(
        "hits",
        &[
            ("The clerk was shot five times.", &["five: 5..5 hits"]),
            ("The clerk was shot on five farms.", &[]),
        ],
    );
}

#[test]
fn how_many_did_it() {
    check(
        "attackers",
        &[
            (
                "Three gunmen stormed the bank.",
                &["Three gunmen: 3..3 person"],
            ),
            (
                "Four men opened fire on the crowd, killing six people.",
                &["Four men: 4..4 person"],
            ),
            (
                "Six people were killed by three masked gunmen.",
                &["three masked gunmen: 3..3 person"],
            ),
            // Not those who were harmed, and no bombs.
            ("He is accused of shooting four people, killing one.", &[]),
            ("Twelve soldiers were killed by two bombs.", &[]),
            ("A gunman opened fire in a bar.", &[]),
        ],
    );
}

#[test]
fn who_is_in_care_or_searched_for() {
    check(
        "wounded",
        &[
            (
                "Nine were taken to hospital after the ferry sank.",
                &["Nine: 9..9 person"],
            ),
            ("Nine were rushed to a hospital, where they died.", &[]),
        ],
    );
    check(
        "captured",
        &[("Two men were taken into custody.", &["Two: 2..2 person"])],
    );
    check(
        "missing",
        &[
            (
                "Divers were still searching for 11 people.",
                &["11: 11..11 person"],
            ),
            ("Police were searching for three men.", &[]),
        ],
    );
}

#[test]
fn how_many_were_aboard_or_gathered() {
    check(
        "aboard",
        &[
            (
                "The ferry was carrying 120 passengers when it sank.",
                &["120: 120..120 person"],
            ),
            (
                "With 45 people aboard, the plane left Osk.",
                &["45: 45..45 person"],
            ),
            ("Nobody was aboard.", &["Nobody was aboard: 0..0 person"]),
            ("Men carrying rifles stood at the gate.", &[]),
        ],
    );
    check(
        "gathered",
        &[
            (
                "Some 20,000 people marched through the capital.",
                &["Some 20,000: 20000..20000 person"],
            ),
            ("Thousands gathered in Osk.", &["Thousands: 2000.. person"]),
            (
                "As many as 20, 000 people took to the streets.",
                &["As many as 20, 000: ..20000 person"],
            ),
            ("Relatives gathered at the house.", &[]),
            ("Scores of bottles assembled there lay about.", &[]),
            ("A second official attended.", &[]),
        ],
    );
}

#[test]
fn how_long_it_lasted() {
    check(
        "siege-lasted",
        &[
            ("The siege lasted 14 hours.", &["14 hours: 840..840 minute"]),
            (
                "The 19-hour standoff ended at dawn.",
                &["19-hour: 1140..1140 minute"],
            ),
            (
                "Nobody was hurt in the six-hour siege.",
                &["six-hour: 360..360 minute"],
            ),
            ("The siege cost 14 people their lives.", &[]),
        ],
    );
    check(
        "prison-term",
        &[
            (
                "Verel was sentenced to at least 12 years in prison.",
                &["at least 12 years: 6307200.. minute"],
            ),
            ("He was sentenced to two years and six months.", &[]),
            ("He faces up to 20 years in prison.", &[]),
            ("He was sentenced to death.", &[]),
            ("The 12-year-old was sentenced to be held.", &[]),
        ],
    );
}

#[test]
fn a_letter_multiplies_money() {
    check(
        "fine",
        &[("The mill was fined $2m.", &["$2m: 2000000..2000000 dollar"])],
    );
    check("fine", &[("The mill was fined 2m from the gate.", &[])]);
}

#[test]
fn how_many_are_held() {
    check(
        "hostages",
        &[
            ("The rebels took 40 hostages.", &["40: 40..40 hostages"]),
            (
                "Gunmen were holding about 17 hostages in the bank.",
                &["about 17: 17..17 hostages"],
            ),
            ("Gunmen held the bank for 40 hours.", &[]),
        ],
    );
}
