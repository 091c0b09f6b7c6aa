//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_measure::Measure;

/// Claims, each in an article of its own unless its number repeats.
fn told(claims: Vec<(u32, ClaimDraft)>) -> Vec<String> {
    let mut scene = Scene::incident("a storm on the coast");
    for outlet in ["Coast Herald", "Delta Mail", "Quay Courier"] {
        scene.article(outlet);
    }
    for (article, draft) in claims {
        scene.claim(article, draft);
    }
    scene.lexicon("predicate", "killed", "casualties", Extent::Subset);
    let found = scene
        .check::<Measure>()
        .expect("the rule has no error of its own");
    let told =
        |f: &Finding| format!("{} {:?} {:?}", f.code, f.verdict, f.claims).replace("Verdict::", "");
    found.iter().map(told).collect()
}

fn dead(figure: u32) -> ClaimDraft {
    claim("killed").count(figure)
}

fn shelters(figure: u32) -> ClaimDraft {
    claim("opened").count(figure).unit("shelter")
}

#[test]
fn one_number_for_two_things() {
    let found = ["other-measure Undetermined [0, 1]"];
    assert_eq!(told(vec![(0, dead(4460)), (1, shelters(4460))]), found);
    assert_eq!(
        told(vec![
            (0, dead(1387)),
            (1, claim("displaced").count(1387_u32))
        ]),
        found
    );
    for (name, claims) in [
        ("two numbers", vec![(0, dead(4460)), (1, shelters(4461))]),
        ("a small number", vec![(0, dead(12)), (1, shelters(12))]),
        ("a round number", vec![(0, dead(4000)), (1, shelters(4000))]),
        ("one outlet", vec![(0, dead(4460)), (0, shelters(4460))]),
        (
            "an outlet that has both",
            vec![(0, dead(4460)), (0, shelters(4460)), (1, shelters(4460))],
        ),
        ("one thing", vec![(0, dead(4460)), (1, dead(4460))]),
        (
            "the one holds the other",
            vec![(0, dead(4460)), (1, claim("casualties").count(4460_u32))],
        ),
        (
            "a floor",
            vec![
                (0, dead(4460)),
                (1, claim("opened").at_least(4460_u32).unit("shelter")),
            ],
        ),
        (
            "denied",
            vec![(0, dead(4460)), (1, shelters(4460).denied())],
        ),
        (
            "added up by us",
            vec![
                (0, dead(4460)),
                (1, shelters(4460).attribute("derived", "told one by one")),
            ],
        ),
    ] {
        assert_eq!(told(claims), [""; 0], "{name}");
    }
}

#[test]
fn a_running_total_given_as_one_days_toll() {
    let total = |figure| dead(figure).tally(Tally::Cumulative);
    let found = ["running-total Undetermined [1, 0]"];
    assert_eq!(told(vec![(0, total(120)), (1, dead(120))]), found);
    for (name, claims) in [
        ("two numbers", vec![(0, total(120)), (1, dead(30))]),
        ("a small number", vec![(0, total(4)), (1, dead(4))]),
        ("both are totals", vec![(0, total(120)), (1, total(120))]),
        (
            "an outlet that gives both",
            vec![(0, total(120)), (0, dead(120)), (1, dead(120))],
        ),
        ("two measures", vec![(0, total(20)), (1, shelters(20))]),
    ] {
        assert_eq!(told(claims), [""; 0], "{name}");
    }
}
