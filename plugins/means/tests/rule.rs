//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_means::Means;

fn killed(means: &str) -> ClaimDraft {
    claim("killed")
        .count(6_u32)
        .population("dockers")
        .attribute("means", means)
}

/// Claims of articles by their number, and what the lexicon knows of means.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("dockers killed");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("people killed", &ids);
    for (left, right, extent) in [
        ("bomb", "car-bomb", Extent::Superset),
        ("car-bomb", "dynamite", Extent::Overlap),
        ("bomb", "rifle", Extent::Disjoint),
        ("car-bomb", "rifle", Extent::Disjoint),
    ] {
        scene.lexicon("means", left, right, extent);
    }
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict)]) {
    let found = scene
        .check::<Means>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found.iter().map(|f| (f.code.as_str(), f.verdict)).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn means_that_exclude_one_another_and_those_that_may_be_one() {
    let differ = scene(vec![(0, killed("car-bomb")), (1, killed("rifle"))]);
    check(
        "excluded",
        &differ,
        &[("means-differ", Verdict::Undetermined)],
    );
    let overlap = scene(vec![(0, killed("car-bomb")), (1, killed("dynamite"))]);
    check(
        "may be one",
        &overlap,
        &[("means-overlap", Verdict::Compatible)],
    );
    let attacked = |means: &str| claim("attacked").attribute("means", means);
    let happening = scene(vec![(0, attacked("bomb")), (1, attacked("rifle"))]);
    check(
        "what happened",
        &happening,
        &[("means-differ", Verdict::Undetermined)],
    );
}

#[test]
fn what_is_one_means_or_another_deed() {
    let silent = || claim("killed").count(6_u32).population("dockers");
    for (name, rows) in [
        (
            "a wider word",
            vec![(0, killed("bomb")), (1, killed("car-bomb"))],
        ),
        ("the same", vec![(0, killed("rifle")), (1, killed("rifle"))]),
        ("not said", vec![(0, silent()), (1, killed("rifle"))]),
        (
            "one article",
            vec![(0, killed("bomb")), (0, killed("rifle"))],
        ),
        (
            "the other has it too",
            vec![
                (0, killed("bomb")),
                (1, killed("bomb")),
                (1, killed("rifle")),
            ],
        ),
        (
            "unknown to the lexicon",
            vec![(0, killed("spoon")), (1, killed("rifle"))],
        ),
        (
            "denied",
            vec![(0, killed("bomb").denied()), (1, killed("rifle"))],
        ),
    ] {
        check(name, &scene(rows), &[]);
    }
    type Change = fn(&mut rashomon_rule::Pair);
    let changes: [(&str, Change); 3] = [
        ("other victims", |p| p.population = Extent::Disjoint),
        ("elsewhere", |p| p.place = Extent::Disjoint),
        ("another day", |p| p.time = Order::Before),
    ];
    for (name, change) in changes {
        let mut scene = scene(vec![(0, killed("bomb")), (1, killed("rifle"))]);
        scene.relate(0, 1, change);
        check(name, &scene, &[]);
    }
}

#[test]
fn one_person_dies_by_one_means() {
    let of = |name: &str, means: &str| {
        let draft = claim("killed").count(1_u32).population(name);
        draft.attribute("means", means)
    };
    let found = |claims: Vec<(usize, ClaimDraft)>| {
        let found = scene(claims)
            .check::<Means>()
            .expect("the rule has no error of its own");
        found.iter().map(|f| f.claims.clone()).collect::<Vec<_>>()
    };
    let differ = vec![(0, of("Ana Reyes", "rifle")), (1, of("Ana Reyes", "bomb"))];
    let two = vec![(0, of("Ana Reyes", "rifle")), (1, of("Ben Moss", "bomb"))];
    let both = vec![
        (0, of("Ana Reyes", "rifle")),
        (1, of("Ana Reyes", "bomb")),
        (1, of("Ana Reyes", "rifle")),
    ];
    for (name, claims, expected) in [
        ("one person", differ, vec![vec![0, 1]]),
        ("two people", two, vec![]),
        ("one report has both", both, vec![]),
    ] {
        assert_eq!(found(claims), expected, "{name}");
    }
}
