//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_blame::Blame;

fn army() -> Party {
    party("the army").entity("army").side("government")
}

fn rebels() -> Party {
    party("rebels").side("opposition")
}

fn blamed(agent: Party, act: &str) -> ClaimDraft {
    let draft = claim("blamed").agent(agent).attribute("act", act);
    draft.certainty(Certainty::Accused)
}

fn denies(agent: Party) -> ClaimDraft {
    claim("denied-responsibility").agent(agent)
}

/// Claims of articles by their number.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("shots at the pier");
    let articles = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    for (article, draft) in claims {
        scene.claim(articles[article], draft);
    }
    scene
}

/// Asserts what is found: codes and claims.
fn check(name: &str, claims: Vec<(usize, ClaimDraft)>, expected: &[(&str, [u32; 2])]) {
    let found = scene(claims).check::<Blame>();
    let found = found.expect("the rule has no error of its own");
    let found: Vec<_> = found
        .iter()
        .map(|f| (f.code.as_str(), f.claims.clone()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(code, ids)| (*code, ids.to_vec()))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn each_outlet_has_another_accused() {
    let claimed = claim("claimed-responsibility").agent(rebels());
    let alleged = claim("killed")
        .count(6_u32)
        .agent(rebels())
        .certainty(Certainty::Suspected);
    for (name, other) in [
        ("two accusers", blamed(rebels(), "killed")),
        ("one of them takes responsibility", claimed),
        ("alleged of a figure", alleged),
    ] {
        let rows = vec![(0, blamed(army(), "killed")), (1, other)];
        check(name, rows, &[("blame-differs", [0, 1])]);
    }
}

#[test]
fn outlets_that_report_both_agree() {
    let rows = vec![
        (0, blamed(army(), "killed")),
        (0, blamed(rebels(), "killed")),
        (1, blamed(rebels(), "killed")),
    ];
    check("one reports both", rows, &[("blame-disputed", [0, 1])]);
    let denied = vec![(0, blamed(army(), "killed")), (0, denies(army()))];
    check(
        "accused and denied in one",
        denied,
        &[("responsibility-denied", [0, 1])],
    );
}

#[test]
fn a_denial_that_one_outlet_leaves_out() {
    let rows = vec![
        (0, blamed(army(), "killed")),
        (0, denies(army())),
        (1, blamed(army(), "killed")),
    ];
    check("left out", rows, &[("denial-left-out", [2, 1])]);
}

#[test]
fn what_is_no_dispute_about_who_did_it() {
    let troops = party("government troops").side("government");
    let fact = |agent: Party| claim("killed").count(3_u32).agent(agent);
    let nobody = claim("claimed-responsibility").denied();
    let on = |agent: Party, day: &str| blamed(agent, "killed").time(day);
    for (name, left, right) in [
        (
            "two names of one side",
            blamed(army(), "killed"),
            blamed(troops, "killed"),
        ),
        (
            "two deeds",
            blamed(army(), "bombed"),
            blamed(rebels(), "killed"),
        ),
        ("facts of a battle", fact(army()), fact(rebels())),
        (
            "sides not known",
            blamed(party("a gang"), "killed"),
            blamed(party("two men"), "killed"),
        ),
        ("nobody claims it", blamed(army(), "killed"), nobody),
        (
            "another day",
            on(army(), "2017-03-19"),
            on(rebels(), "2017-03-21"),
        ),
        (
            "a denial of nothing told",
            denies(army()),
            blamed(rebels(), "killed"),
        ),
        (
            "assumed",
            blamed(army().on(Basis::Assumed), "killed"),
            blamed(rebels(), "killed"),
        ),
    ] {
        check(name, vec![(0, left), (1, right)], &[]);
    }
}

#[test]
fn another_town_is_another_deed() {
    let at = |agent: Party, town: &str| blamed(agent, "killed").place(party(town).entity(town));
    let mut scene = scene(vec![(0, at(army(), "ford")), (1, at(rebels(), "dombe"))]);
    let found = |scene: &Scene| scene.check::<Blame>().map(|found| found.len());
    assert_eq!(found(&scene), Ok(1), "nothing is known of the towns");
    scene.lexicon("place", "ford", "dombe", Extent::Disjoint);
    assert_eq!(found(&scene), Ok(0));
}

#[test]
fn a_group_among_those_who_did_it_or_among_their_allies() {
    let league = || party("the League").entity("league");
    let takes = || claim("took-part").agent(league());
    let allied = || claim("allied").agent(league());
    let rows = vec![(0, takes()), (1, allied())];
    check("one each", rows, &[("part-unclear", [0, 1])]);
    let other = claim("allied").agent(party("the Guard").entity("guard"));
    for (name, rows) in [
        (
            "both in one",
            vec![(0, takes()), (0, allied()), (1, allied())],
        ),
        (
            "takes part in both",
            vec![(0, takes()), (1, allied()), (1, takes())],
        ),
        ("another group", vec![(0, takes()), (1, other)]),
        ("not so", vec![(0, takes().denied()), (1, allied())]),
        (
            "of no entity",
            vec![
                (0, claim("took-part").agent("some")),
                (1, claim("allied").agent("some")),
            ],
        ),
    ] {
        check(name, rows, &[]);
    }
}

#[test]
fn one_deed_has_one_doer() {
    let by = |agent: Party, n: u32| {
        claim("killed")
            .count(n)
            .population("villagers")
            .agent(agent)
    };
    let of_role = |words: &str, role: &str| party(words).role(role);
    let bombed = |agent: Party, what: &str| claim("bombed").agent(agent).object(party(what));
    let named =
        |agent: Party, name: &str| claim("killed").count(1_u32).population(name).agent(agent);
    let told = |claims: Vec<(usize, ClaimDraft)>| {
        let mut scene = scene(claims);
        let ids: Vec<u32> = (0..).take(scene.event().claims.len()).collect();
        scene.align("people killed", &ids);
        let found = scene
            .check::<Blame>()
            .expect("the rule has no error of its own");
        let codes = found.into_iter().map(|f| (f.code, f.claims));
        codes.collect::<Vec<_>>()
    };
    let differs = [("doer-differs".to_owned(), vec![0, 1])];
    for (name, left, right, expected) in [
        (
            "as many by two sides",
            by(army(), 11),
            by(rebels(), 11),
            &differs[..],
        ),
        (
            "other figures, other deeds",
            by(army(), 11),
            by(rebels(), 12),
            &[],
        ),
        (
            "one side by two names",
            by(army(), 11),
            by(party("troops").side("government"), 11),
            &[],
        ),
        ("too few to tell", by(army(), 2), by(rebels(), 2), &[]),
        (
            "one named person",
            named(army(), "Ana Reyes"),
            named(rebels(), "Ana Reyes"),
            &differs[..],
        ),
        (
            "one hospital",
            bombed(army(), "a hospital"),
            bombed(rebels(), "the hospital"),
            &differs[..],
        ),
        (
            "two things",
            bombed(army(), "a hospital"),
            bombed(rebels(), "the market"),
            &[],
        ),
        (
            "what is not hit once",
            bombed(army(), "a village"),
            bombed(rebels(), "the village"),
            &[],
        ),
        (
            "gunmen and police",
            by(of_role("gunmen", "attacker"), 9),
            by(of_role("officers", "security"), 9),
            &differs[..],
        ),
    ] {
        assert_eq!(told(vec![(0, left), (1, right)]), expected, "{name}");
    }
    let both = vec![
        (0, by(army(), 11)),
        (1, by(rebels(), 11)),
        (1, by(army(), 11)),
    ];
    assert_eq!(told(both), [], "one report tells of both");
}

#[test]
fn who_did_it_in_one_outlet_accuses_others_in_another() {
    let planes = || party("government planes").side("government");
    let deed = || claim("bombed").agent(planes()).object(party("the market"));
    let front = || party("the Front");
    let by = |kind: &str, act: &str| blamed(front(), act).said_by(source("they", kind));
    let differs: &[_] = &[("doer-differs", [0, 1])];
    for (name, charge, expected) in [
        ("their ministry", by("official", "bombed"), differs),
        ("somebody else's party", by("party", "bombed"), &[]),
        ("on nobody's word", blamed(front(), "bombed"), &[]),
        ("of no such deed", by("official", "robbed"), &[]),
        (
            "of their own side",
            blamed(planes(), "bombed").said_by(source("they", "official")),
            &[],
        ),
    ] {
        check(name, vec![(0, deed()), (1, charge)], expected);
    }
    let both = vec![
        (0, deed()),
        (1, by("official", "bombed")),
        (1, claim("bombed").agent(planes()).object(party("the mill"))),
    ];
    check("it names both", both, &[]);
}

#[test]
fn two_organisations_of_which_only_the_names_are_known() {
    let group = |name: &str, id: &str| party(name).entity(id);
    let claimed = |agent: Party| claim("claimed-responsibility").agent(agent);
    let crescent = || group("the Crescent Brigades", "crescent-brigades");
    for (name, other, expected) in [
        ("apart", group("the Northern Party", "northern-party"), true),
        (
            "a word in common",
            group("the Hill Brigades", "hill-brigades"),
            false,
        ),
        ("initials", group("CB", "cb"), false),
        ("no organisation", party("Jon Tam"), false),
        ("a name behind an article", party("the Red Lions"), true),
    ] {
        let rows = vec![(0, claimed(crescent())), (1, blamed(other, "attacked"))];
        let found: &[(&str, [u32; 2])] = &[("blame-differs", [0, 1])];
        check(name, rows, if expected { found } else { &[] });
    }
}

#[test]
fn responsibility_taken_since() {
    let claimed = || claim("claimed-responsibility").agent(rebels());
    let nobody = || claim("claimed-responsibility").denied();
    let rows = vec![(0, claimed()), (1, nobody())];
    check("since", rows, &[("claimed-since", [0, 1])]);
    let both = vec![(0, claimed()), (1, nobody()), (1, claimed())];
    check("the outlet has both", both, &[]);
    let verdict = |day: &str| {
        let mut scene = Scene::incident("shots at the pier");
        let first = scene.article_of("Harbour Post", "2017-03-19");
        let second = scene.article_of("River Times", day);
        scene.claim(first, claimed());
        scene.claim(second, nobody());
        let found = scene.check::<Blame>().expect("no error of its own");
        found[0].verdict
    };
    assert_eq!(verdict("2017-03-19"), Verdict::Compatible);
    assert_eq!(verdict("2017-03-22"), Verdict::Undetermined);
}
