//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_identity::Identity;

fn of(predicate: &str, name: &str) -> ClaimDraft {
    claim(predicate).count(1_u32).population(name)
}

fn aged(name: &str, age: &str) -> ClaimDraft {
    of("killed", name).attribute("age", age)
}

/// Claims of articles by their number: the second is of the day after the first, the third is undated.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("shots at the pier");
    let articles = [
        scene.article_of("Harbour Post", "2017-03-19"),
        scene.article_of("River Times", "2017-03-20"),
        scene.article("Mill Gazette"),
    ];
    for (article, draft) in claims {
        scene.claim(articles[article], draft);
    }
    scene
}

fn check(name: &str, claims: Vec<(usize, ClaimDraft)>, expected: &[(&str, [u32; 2])]) {
    let found = scene(claims).check::<Identity>();
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
fn one_person_has_one_age() {
    for (name, left, right) in [
        ("two ages", aged("Ana Reyes", "34"), aged("Ana Reyes", "43")),
        (
            "the age in the name",
            aged("Ana Reyes, 34", "34"),
            aged("Ana Reyes", "35"),
        ),
        (
            "a title and an initial",
            aged("Dr. Ana Reyes", "34"),
            aged("Ana M. Reyes", "35"),
        ),
    ] {
        check(
            name,
            vec![(0, left), (1, right)],
            &[("age-differs", [0, 1])],
        );
    }
}

#[test]
fn ages_that_are_no_difference() {
    for (name, rows) in [
        (
            "the same",
            vec![(0, aged("Ana Reyes", "34")), (1, aged("Ana Reyes", "34"))],
        ),
        (
            "sisters",
            vec![(0, aged("Ana Reyes", "34")), (1, aged("Alba Reyes", "31"))],
        ),
        (
            "others",
            vec![(0, aged("Ana Reyes", "34")), (1, aged("Ben Moss", "43"))],
        ),
        (
            "one is told without",
            vec![(0, aged("Ana Reyes", "34")), (1, of("killed", "Ana Reyes"))],
        ),
        (
            "one article",
            vec![(0, aged("Ana Reyes", "34")), (0, aged("Ana Reyes", "43"))],
        ),
        (
            "both give both",
            vec![
                (0, aged("Ana Reyes", "34")),
                (1, aged("Ana Reyes", "43")),
                (1, aged("Ana Reyes", "34")),
            ],
        ),
        (
            "no name",
            vec![(0, aged("a nurse", "34")), (1, aged("a nurse", "43"))],
        ),
        (
            "a last name alone",
            vec![(0, aged("Reyes", "34")), (1, aged("Reyes", "43"))],
        ),
    ] {
        check(name, rows, &[]);
    }
}

#[test]
fn dead_in_one_report_and_alive_in_another() {
    let dead = || of("killed", "Ana Reyes");
    let hurt = || of("wounded", "Ana Reyes");
    check(
        "died of the wounds",
        vec![(0, hurt()), (1, dead())],
        &[("died-later", [1, 0])],
    );
    check(
        "alive again",
        vec![(0, dead()), (1, hurt())],
        &[("fate-differs", [0, 1])],
    );
    check(
        "undated",
        vec![(0, dead()), (2, hurt())],
        &[("fate-differs", [0, 1])],
    );
    check(
        "hurt, then dead, in both",
        vec![(0, dead()), (1, hurt()), (1, dead())],
        &[],
    );
    check(
        "others",
        vec![(0, dead()), (1, of("wounded", "Ben Moss"))],
        &[],
    );
    check("not so", vec![(0, dead().denied()), (1, hurt())], &[]);
}
