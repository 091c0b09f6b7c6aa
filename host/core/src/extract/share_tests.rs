//! Some of a numbered whole, and numbers that are names.

use super::tests::{claims, counted};

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn a_part_of_a_whole_is_not_the_whole() {
    check(&[
        (
            "Half of the 40 passengers were killed.",
            &["killed 20..20 About"],
        ),
        (
            "Two thirds of the 300 workers were killed.",
            &["killed 200..200 About"],
        ),
        (
            "A third of the 60 pupils were injured.",
            &["wounded 20..20 About"],
        ),
        (
            "More than half of the 40 passengers died.",
            &["killed 20..40 MoreThan"],
        ),
        (
            "Most of the 40 passengers were killed.",
            &["killed 20..40 MoreThan"],
        ),
        (
            "Almost all of the 40 passengers were killed.",
            &["killed 20..40 Range"],
        ),
        (
            "All but three of the 40 passengers were killed.",
            &["killed 37..37 Exact"],
        ),
        (
            "Sixty percent of the 300 workers were injured.",
            &["wounded 180..180 About"],
        ),
        (
            "Fewer than half of the 40 passengers were killed.",
            &["killed 1..20 LessThan"],
        ),
        (
            "At least half of the 40 passengers were killed.",
            &["killed 20..40 AtLeast"],
        ),
        (
            "Half of the 41 passengers were killed.",
            &["killed 21..21 About"],
        ),
        (
            "Most of the 12 dead were children.",
            &["killed 12..12 Exact"],
        ),
        (
            "Half of the 40 killed were women.",
            &["killed 40..40 Exact"],
        ),
        (
            "Some of the 200 people who were injured are children.",
            &["wounded 200..200 Exact"],
        ),
        (
            "All of the 40 passengers were killed.",
            &["killed 40..40 Exact"],
        ),
        ("The 40 passengers were killed.", &["killed 40..40 Exact"]),
    ]);
}

#[test]
fn a_number_that_is_a_name_counts_nothing() {
    check(&[
        ("The Boeing 727 was destroyed.", &[]),
        ("Bus 42 was destroyed.", &[]),
        ("In the village 12 people died.", &["killed 12..12 Exact"]),
        ("A blast destroyed 12 buses.", &["destroyed 12..12 Exact"]),
    ]);
}

#[test]
fn officers_who_fire_are_no_attackers() {
    let attackers = |text: &str| {
        let found = claims(text);
        found.iter().filter(|c| c.predicate == "attackers").count()
    };
    assert_eq!(
        attackers("Eight officers opened fire and shot him dead."),
        0
    );
    assert_eq!(attackers("Three gunmen opened fire and shot him dead."), 1);
}

#[test]
fn what_else_is_in_doubt_is_no_hedge_of_the_figure() {
    let hedge = |predicate: &str, text: &str| {
        let found = claims(text);
        let told = found.iter().find(|c| c.predicate == predicate);
        told.and_then(|claim| claim.hedge.clone())
    };
    for (predicate, text) in [
        ("killed", "A man suspected of killing four people was held."),
        (
            "killed",
            "A neighbour said it was likely that he was drunk when he killed four people.",
        ),
        (
            "captured",
            "Police arrested a man over packages containing likely bombs.",
        ),
    ] {
        assert_eq!(hedge(predicate, text), None, "{text}");
    }
    let feared = hedge("killed", "Four people were likely killed.");
    assert_eq!(feared.as_deref(), Some("likely"));
}

#[test]
fn who_escaped_was_trapped_or_rescued() {
    check(&[
        ("About 40 prisoners escaped.", &["escaped 40..40 About"]),
        ("The gunmen escaped in a van.", &[]),
        (
            "No prisoner had escaped, the director said.",
            &["escaped 0..0 Exact"],
        ),
        ("Fourteen miners remain trapped.", &["trapped 14..14 Exact"]),
        (
            "Rescuers pulled 85 people from rooftops.",
            &["rescued 85..85 Exact"],
        ),
        (
            "Some 250 people were on the train.",
            &["aboard 250..250 About"],
        ),
        ("Police put the dead at 12.", &["killed 12..12 Exact"]),
        ("Some 94 miners were underground.", &["inside 94..94 About"]),
        ("Workers were inside.", &[]),
        (
            "Eleven prisoners had been recaptured.",
            &["recaptured 11..11 Exact"],
        ),
    ]);
}

#[test]
fn a_list_in_dashes_leaves_the_whole() {
    check(&[
        (
            "At least 12 people - seven men, four women and a child - were killed.",
            &[
                "killed 1..1 Exact",
                "killed 12.. AtLeast",
                "killed 4..4 Exact",
                "killed 7..7 Exact",
            ],
        ),
        (
            "At least 12 people — all of them weavers — were killed.",
            &["killed 12.. AtLeast"],
        ),
    ]);
    let derived = claims("Everyone on board was killed.");
    assert!(derived.iter().all(|c| c.quantity.is_none()), "{derived:?}");
}

#[test]
fn who_walks_off_withdraws_no_army() {
    let told = |text: &str| claims(text).len();
    assert_eq!(told("Clark retreated on foot."), 0);
    assert_eq!(told("Wagner withdrew from the town."), 1);
    assert_eq!(told("The army retreated on Friday."), 1);
    assert_eq!(told("Others in the bar also opened fire."), 0);
}

#[test]
fn what_politicians_do_is_no_fighting() {
    let told = |text: &str| claims(text).len();
    for text in [
        "Some in the party also pushed back, calling it a surrender.",
        "Liberal groups attacked Senator Vale on Friday over the budget.",
        "The battle over the budget continues.",
        "The league pushed back on Monday on a report on social security.",
        "She withdrew from the race.",
        "The mayor wept over the tigers that were killed.",
        "Poachers killed 400 elephants.",
    ] {
        assert_eq!(told(text), 0, "{text}");
    }
    for text in [
        "The army pushed back an attack on the hill.",
        "The crowd attacked a church in Ardal.",
        "Iran attacked Israel on Friday, officials said.",
        "Hamas attacked Israel.",
        "Azerbaijan launched an offensive on Tuesday.",
        "Two women were attacked on a train, prosecutors said.",
        "The synagogue was attacked.",
        "The convoy was ambushed.",
        "The battle of Osk ended.",
        "M23 withdrew from Goma.",
    ] {
        assert_ne!(told(text), 0, "{text}");
    }
}

#[test]
fn a_capital_makes_a_name_of_what_ends_like_an_adverb() {
    let source = |text: &str| {
        let found = claims(text);
        let told = found.first().and_then(|c| c.nearest_source());
        told.map(|source| source.text.clone())
    };
    for (text, expected) in [
        ("Kelly said six people were killed.", Some("Kelly")),
        (
            "Mayor Sarah Kelly said six people were killed.",
            Some("Mayor Sarah Kelly"),
        ),
        ("Ahmed claims six people were killed.", Some("Ahmed")),
        (
            "The assembly denied that six people had died.",
            Some("The assembly"),
        ),
        (
            "Six people were killed, said Kelly, the mayor.",
            Some("Kelly"),
        ),
        ("Sadly, six people were killed.", None),
    ] {
        assert_eq!(source(text).as_deref(), expected, "{text}");
    }
    for text in [
        "Sarah Kelly, 34, was killed on Monday.",
        "The mayor, Sarah Kelly, was killed.",
    ] {
        let found = claims(text);
        let mut who = found.iter().filter(|c| c.predicate == "killed");
        let who = who.next().and_then(|c| c.population.as_ref());
        assert_eq!(who.map(|p| p.text.as_str()), Some("Sarah Kelly"), "{text}");
    }
}

#[test]
fn what_is_said_of_the_dead_is_no_further_one() {
    check(&[(
        "Two people were trapped in the last carriage.",
        &["trapped 2..2 Exact"],
    )]);
    let found = claims("A raid killed a boy and his mother. John Keller was wounded.");
    let hurt = found.iter().find(|c| c.predicate == "wounded");
    let name = hurt
        .and_then(|c| c.population.as_ref())
        .map(|p| p.text.as_str());
    assert_eq!(name, Some("John Keller"), "{found:?}");
    let scope = claims("Two people were trapped in the last carriage.");
    assert!(!scope[0].attributes.contains_key("background"));
}

#[test]
fn loyalists_are_counted_and_name_a_side() {
    check(&[
        (
            "Eighteen soldiers, five loyalists and three civilians were killed.",
            &[
                "killed 18..18 Exact",
                "killed 3..3 Exact",
                "killed 5..5 Exact",
            ],
        ),
        ("Loyalist troops killed six rebels.", &["killed 6..6 Exact"]),
    ]);
}

#[test]
fn who_believes_a_figure_is_its_source() {
    let told = |text: &str| {
        let found = claims(text);
        let counted = found.iter().find(|c| c.quantity.is_some());
        let source = counted.and_then(|c| c.speaker()).map(|s| s.text.clone());
        source.unwrap_or_default()
    };
    for (text, expected) in [
        (
            "Police believe at least 20 gunmen stormed the jail.",
            "Police",
        ),
        ("Officials fear that 30 people died on Monday.", "Officials"),
        ("The man accused of killing two clerks was held.", ""),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn a_bare_figure_behind_some_of_them_is_of_them() {
    let found = claims("Four of the gunmen were shot dead and three were captured.");
    let held = found.iter().find(|c| c.predicate == "captured");
    let who = held
        .and_then(|c| c.population.as_ref())
        .map(|p| p.text.as_str());
    assert_eq!(who, Some("the gunmen"));
}

#[test]
fn whom_a_gerund_or_an_apposition_tells_of_is_not_who_was_harmed() {
    let harmed = |text: &str| {
        let found = claims(text);
        let one = |c: &crate::model::Claim| {
            let who = c.population.as_ref().map_or("", |p| p.text.as_str());
            let figure = c.quantity.as_ref().map_or("", |q| q.text.as_str());
            format!("{} {figure} {who}", c.predicate)
        };
        let harm = |c: &&crate::model::Claim| {
            ["killed", "wounded", "shot"].contains(&c.predicate.as_str())
        };
        found.iter().filter(harm).map(one).collect::<Vec<_>>()
    };
    for (text, expected) in [
        (
            "Two officers protecting the mayor were killed.",
            &["killed Two officers"][..],
        ),
        (
            "A nurse escorting the captain was killed.",
            &["killed A nurse A nurse"],
        ),
        (
            "Seven people, all adults, were wounded.",
            &["wounded Seven people"],
        ),
        (
            "Demonstrators demanded that 16 dead soldiers be buried.",
            &[],
        ),
    ] {
        assert_eq!(harmed(text), expected, "{text}");
    }
}

#[test]
fn what_is_demanded_or_risked_is_not_told() {
    check(&[
        ("They demanded that 16 prisoners be freed.", &[]),
        ("Some 300 people risked being killed.", &[]),
        (
            "None of the 320 people on board was hurt.",
            &["wounded 0..0 Exact"],
        ),
    ]);
}

#[test]
fn a_denied_figure_leaves_the_next_one() {
    let text = "Rebels spoke of 30 dead. The government denied that figure and said 14 people were killed.";
    let found = claims(text);
    let fourteen = found.iter().find(|c| {
        c.quantity
            .as_ref()
            .is_some_and(|q| q.text.starts_with("14"))
    });
    let fourteen = fourteen.expect("14 are told");
    assert_eq!(fourteen.polarity, crate::model::Polarity::Affirmed);
}
