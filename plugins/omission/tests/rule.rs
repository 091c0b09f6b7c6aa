//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_omission::Omission;

fn hurt(silent: &str) -> ClaimDraft {
    let draft = claim("wounded").count(3_u32).passage("lead");
    draft.attribute("silent-in", silent)
}

/// Claims of the first articles of `count`, each of its own.
fn scene(count: usize, claims: Vec<ClaimDraft>) -> Scene {
    let mut scene = Scene::incident("a ferry sinks");
    let articles: Vec<u32> = (0..count)
        .map(|n| scene.article(&format!("Paper {n}")))
        .collect();
    let ids: Vec<u32> = articles
        .iter()
        .zip(claims)
        .map(|(article, draft)| scene.claim(*article, draft))
        .collect();
    scene.align("people wounded", &ids);
    scene
}

fn found(scene: &Scene) -> Vec<Vec<u32>> {
    let found = scene
        .check::<Omission>()
        .expect("the rule has no error of its own");
    found.into_iter().map(|f| f.claims).collect()
}

#[test]
fn one_of_three_has_no_word_of_it() {
    assert_eq!(found(&scene(3, vec![hurt("2"), hurt("2")])), [[0, 1]]);
    assert_eq!(
        found(&scene(4, vec![hurt("3"), hurt("3"), hurt("3")])),
        [[0, 1, 2]]
    );
}

#[test]
fn what_is_left_out_by_several_or_by_nobody() {
    let none = || hurt("2").count(0_u32);
    for (name, scene) in [
        ("two articles", scene(2, vec![hurt("1")])),
        ("it has a word of it", scene(3, vec![hurt(""), hurt("")])),
        ("two are silent", scene(4, vec![hurt("2 3"), hurt("2 3")])),
        (
            "a minority reports it",
            scene(5, vec![hurt("4"), hurt("4")]),
        ),
        (
            "of no matter",
            scene(
                3,
                vec![claim("seized").attribute("silent-in", "2"), claim("seized")],
            ),
        ),
        (
            "denied",
            scene(3, vec![hurt("2").denied(), hurt("2").denied()]),
        ),
        ("nobody was", scene(3, vec![none(), none()])),
        (
            "further down in all",
            scene(
                3,
                vec![
                    hurt("2").passage("paragraph"),
                    hurt("2").passage("paragraph"),
                ],
            ),
        ),
        ("no such article", scene(3, vec![hurt("9"), hurt("9")])),
    ] {
        assert_eq!(found(&scene), Vec::<Vec<u32>>::new(), "{name}");
    }
    let mut short = scene(3, vec![hurt("2"), hurt("2")]);
    short.event_mut().articles[2].words = 40;
    assert_eq!(found(&short), Vec::<Vec<u32>>::new(), "a few lines");
}
