//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_certainty::Ladder;

fn army() -> Party {
    party("the army").entity("army").side("government")
}

fn shelled() -> ClaimDraft {
    claim("bombed").agent(army())
}

fn accused() -> ClaimDraft {
    let union = source("the dockers' union", "party").cue("accused");
    shelled().said_by(union).certainty(Certainty::Accused)
}

fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("shells on the market");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("shelling", &ids);
    scene
}

/// The codes and claims found where `same` is compared.
fn found(scene: &Scene, same: &str) -> Vec<(String, Vec<u32>)> {
    let found = scene.check_with::<Ladder>(|s| s.same = same.into());
    let found = found.expect("the rule has no error of its own");
    found.into_iter().map(|f| (f.code, f.claims)).collect()
}

#[test]
fn an_accusation_that_became_a_fact() {
    let expected = |ids: [u32; 2]| vec![("accusation-hardened".to_owned(), ids.to_vec())];
    let blamed = claim("blamed").agent(army()).attribute("act", "bombed");
    let blamed = blamed.certainty(Certainty::Accused);
    let alleged = shelled().certainty(Certainty::Suspected).hedge("allegedly");
    for (name, weak) in [
        ("accused", accused()),
        ("blamed", blamed),
        ("alleged", alleged),
    ] {
        let scene = scene(vec![(0, weak), (1, shelled())]);
        assert_eq!(found(&scene, "agent"), expected([1, 0]), "{name}");
    }
}

#[test]
fn what_did_not_harden() {
    let rebels = party("rebels").side("opposition");
    let official = shelled().said_by(source("an officer", "military"));
    let own = claim("claimed-responsibility")
        .agent(army())
        .certainty(Certainty::Claimed);
    for (name, rows) in [
        (
            "a headline",
            vec![(0, accused()), (1, shelled().passage("headline"))],
        ),
        (
            "named once, then plain",
            vec![(0, accused()), (1, accused()), (1, shelled())],
        ),
        (
            "both do both",
            vec![(0, accused()), (0, shelled()), (1, shelled())],
        ),
        (
            "another side",
            vec![(0, accused()), (1, claim("bombed").agent(rebels))],
        ),
        (
            "another deed",
            vec![(0, accused()), (1, claim("killed").agent(army()))],
        ),
        ("two sources", vec![(0, accused()), (1, official)]),
        ("their own claim", vec![(0, own), (1, shelled())]),
        (
            "in quotation marks",
            vec![(0, accused()), (1, shelled().quoted())],
        ),
        (
            "two days",
            vec![
                (0, accused().time("2017-03-18")),
                (1, shelled().time("2017-03-20")),
            ],
        ),
    ] {
        assert_eq!(found(&scene(rows), "agent"), [], "{name}");
    }
}

#[test]
fn a_lost_hedge() {
    let killed = || claim("killed").count(14_u32).population("sailors");
    let hedged = || killed().hedge("feared").certainty(Certainty::Possible);
    let both = scene(vec![(0, hedged()), (1, killed())]);
    assert_eq!(
        found(&both, "figure"),
        [("hedge-dropped".to_owned(), vec![1, 0])]
    );
    assert_eq!(found(&both, "agent"), [], "nobody did it");
    for (name, rows) in [
        (
            "another figure",
            vec![
                (0, hedged()),
                (1, claim("killed").count(15_u32).population("sailors")),
            ],
        ),
        ("hedged in both", vec![(0, hedged()), (1, hedged())]),
        (
            "in the headline",
            vec![(0, hedged()), (1, killed().passage("headline"))],
        ),
        (
            "plain further down",
            vec![(0, hedged()), (0, killed()), (1, killed())],
        ),
        (
            "only reported",
            vec![
                (
                    0,
                    killed().hedge("reportedly").certainty(Certainty::Reported),
                ),
                (1, killed()),
            ],
        ),
    ] {
        assert_eq!(found(&scene(rows), "figure"), [], "{name}");
    }
}

#[test]
fn what_was_published_later_may_know_more() {
    let mut scene = Scene::incident("a ferry sinks");
    let early = scene.article_of("Harbour Post", "2017-03-19");
    let late = scene.article_of("River Times", "2017-03-20");
    let killed = || claim("killed").count(14_u32).population("sailors");
    let hedged = scene.claim(
        early,
        killed().hedge("feared").certainty(Certainty::Possible),
    );
    let plain = scene.claim(late, killed());
    scene.align("people killed", &[hedged, plain]);
    assert_eq!(found(&scene, "figure"), []);
}
