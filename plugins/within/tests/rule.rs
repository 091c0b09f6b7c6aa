//! What the rule finds in one article, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_within::Within;

fn people(figure: u32) -> ClaimDraft {
    claim("killed")
        .count(figure)
        .population(party("people").role("person"))
}

fn head(figure: u32) -> ClaimDraft {
    people(figure).passage("headline")
}

/// One article with these claims, all aligned.
fn article(claims: Vec<ClaimDraft>) -> Scene {
    let mut scene = Scene::incident("a fire at the mill");
    let courier = scene.article("Quay Courier");
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|draft| scene.claim(courier, draft))
        .collect();
    scene.align("people killed", &ids);
    scene
}

fn told(scene: &Scene) -> Vec<String> {
    let found = scene
        .check::<Within>()
        .expect("the rule has no error of its own");
    let told =
        |f: &Finding| format!("{} {:?} {:?}", f.code, f.verdict, f.claims).replace("Verdict::", "");
    found.iter().map(told).collect()
}

#[test]
fn a_headline_that_the_text_does_not_bear_out() {
    let differs = "headline-differs Undetermined [0, 1]";
    let of = |kind: &str| claim("killed").population(party("workers").role(kind));
    for (name, claims, expected) in [
        ("the text has more", vec![head(4), people(6)], Some(differs)),
        ("its only figure is lower", vec![head(6), people(4)], None),
        (
            "a part first, then another",
            vec![head(6), people(4), people(2)],
            None,
        ),
        (
            "both are in the text",
            vec![head(4), people(6), people(4)],
            None,
        ),
        ("they agree", vec![head(4), people(4)], None),
        (
            "a floor",
            vec![head(4), claim("killed").at_least(3_u32)],
            None,
        ),
        (
            "of some of them",
            vec![head(4), of("combatant").count(6_u32)],
            None,
        ),
        ("denied", vec![head(4), people(6).denied()], None),
        (
            "for another hour",
            vec![
                head(4).as_of("2021-05-02T10:00"),
                people(6).as_of("2021-05-02T18:00"),
            ],
            None,
        ),
        (
            "added up by us",
            vec![head(4), people(6).attribute("derived", "told one by one")],
            None,
        ),
        (
            "the attackers",
            vec![
                head(4),
                people(6),
                claim("killed")
                    .count(2_u32)
                    .population(party("gunmen").role("attacker")),
            ],
            None,
        ),
        (
            "the whole, added up by us",
            vec![
                head(6),
                people(4),
                people(6).attribute("derived", "told one by one"),
            ],
            None,
        ),
        ("twice as many", vec![head(4), people(8)], Some(differs)),
        ("no headline", vec![people(4), people(6)], None),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(told(&article(claims)), expected, "{name}");
    }
    let mut two = article(vec![head(4), people(6)]);
    two.event_mut().claims[1].article = two.article("River Times");
    assert_eq!(told(&two), [""; 0], "another outlet's text");
}

#[test]
fn parts_that_are_more_than_their_whole() {
    let with = |whole: u32, priests: ClaimDraft, relate: Extent| {
        let women = claim("killed").count(2_u32).population("women");
        let mut scene = article(vec![people(whole), priests, women]);
        scene.relate(1, 2, |p| p.population = relate);
        scene.share(0, 1);
        scene.share(0, 2);
        told(&scene)
    };
    let priests = || claim("killed").count(6_u32).population("priests");
    let exceed = ["parts-exceed-whole Contradiction [0, 1, 2]"];
    assert_eq!(with(7, priests(), Extent::Disjoint), exceed);
    assert_eq!(
        with(8, priests(), Extent::Disjoint),
        [""; 0],
        "they make eight"
    );
    assert_eq!(
        with(9, priests(), Extent::Disjoint),
        [""; 0],
        "and one of whom nothing is said"
    );
    assert_eq!(
        with(7, priests(), Extent::Unknown),
        [""; 0],
        "some may be both"
    );
    let guess = party("priests").on(Basis::Assumed);
    let guess = claim("killed").count(6_u32).population(guess);
    let open = ["parts-exceed-whole Undetermined [0, 1, 2]"];
    assert_eq!(
        with(7, guess, Extent::Disjoint),
        open,
        "what is assumed accuses nobody"
    );
}

#[test]
fn as_many_others_as_there_are_in_all() {
    const BREATH: &str = "the singer and the others died";
    let others = |figure| people(figure).attribute("portion", "others").quote(BREATH);
    let singer = || {
        claim("killed")
            .count(1_u32)
            .population("the singer")
            .quote(BREATH)
    };
    let found = ["others-are-all Undetermined [0, 2]"];
    assert_eq!(told(&article(vec![people(7), singer(), others(7)])), found);
    for (name, claims) in [
        ("others than the dead", vec![people(7), others(7)]),
        ("one fewer", vec![people(8), singer(), others(7)]),
        (
            "another total fits",
            vec![people(7), people(8), singer(), others(7)],
        ),
        ("the whole is not said", vec![singer(), others(7)]),
        (
            "somebody else's measure",
            vec![claim("wounded").count(7_u32), singer(), others(7)],
        ),
        ("one and one other", vec![people(1), singer(), others(1)]),
    ] {
        assert_eq!(told(&article(claims)), [""; 0], "{name}");
    }
    const AMONG: &str = "seven others died, the singer among them";
    let seven = others(7).population("seven others").quote(AMONG);
    let behind = vec![people(7), singer().quote(AMONG), seven];
    assert_eq!(told(&article(behind)), [""; 0], "named behind them");
    let mut among = article(vec![people(7), singer(), others(7)]);
    among.share(2, 1);
    assert_eq!(told(&among), [""; 0], "the singer is one of them");
}
