//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_place::Place;

fn at(draft: ClaimDraft, town: &str) -> ClaimDraft {
    draft.place(party(town).entity(town))
}

fn killed(town: &str) -> ClaimDraft {
    let draft = claim("killed").count(6_u32).population("dockers");
    at(
        draft.quote(&format!("6 dockers were killed in {town}")),
        town,
    )
}

fn attacked(town: &str) -> ClaimDraft {
    at(claim("attacked").time("2017-03-19"), town)
}

/// Claims of articles by their number; all towns but "brook" exclude one another, and "shire" holds "ford".
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("dockers killed");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("people killed", &ids);
    scene.lexicon("place", "ford", "dombe", Extent::Disjoint);
    scene.lexicon("place", "ford", "shire", Extent::Subset);
    scene.lexicon("place", "dombe", "shire", Extent::Disjoint);
    for (at, &left) in ids.iter().enumerate() {
        for &right in &ids[at + 1..] {
            let town = |id: u32| {
                scene
                    .event()
                    .claim(id)
                    .place
                    .as_ref()
                    .map(|p| p.text.clone())
            };
            let apart = matches!(
                (town(left).as_deref(), town(right).as_deref()),
                (Some("ford" | "shire"), Some("dombe")) | (Some("dombe"), Some("ford" | "shire"))
            );
            if apart {
                scene.relate(left, right, |pair| pair.place = Extent::Disjoint);
            }
        }
    }
    scene
}

fn found(scene: &Scene) -> Vec<Vec<u32>> {
    let found = scene
        .check::<Place>()
        .expect("the rule has no error of its own");
    found.into_iter().map(|f| f.claims).collect()
}

#[test]
fn one_thing_at_two_places() {
    for (name, left, right) in [
        ("a figure", killed("ford"), killed("dombe")),
        ("a happening", attacked("ford"), attacked("dombe")),
    ] {
        assert_eq!(
            found(&scene(vec![(0, left), (1, right)])),
            [[0, 1]],
            "{name}"
        );
    }
}

#[test]
fn places_that_may_be_one_or_are_of_two_things() {
    let far = "6 dockers were killed, while talks on wages, tolls, nets and salt that had been called went on in dombe";
    let far = killed("dombe").quote(far);
    let implied = claim("killed").count(6_u32).population("dockers");
    let implied = implied.place(party("dombe").entity("dombe").on(Basis::Implied));
    let other_figure = at(claim("killed").count(9_u32).population("dockers"), "dombe");
    let undated = at(claim("attacked"), "dombe");
    let shells = |town: &str| at(claim("bombed").time("2017-03-19"), town);
    for (name, rows) in [
        (
            "not known to the gazetteer",
            vec![(0, killed("ford")), (1, killed("brook"))],
        ),
        (
            "within the other",
            vec![(0, killed("ford")), (1, killed("shire"))],
        ),
        ("far from the figure", vec![(0, killed("ford")), (1, far)]),
        ("only implied", vec![(0, killed("ford")), (1, implied)]),
        (
            "another figure",
            vec![(0, killed("ford")), (1, other_figure)],
        ),
        ("not dated alike", vec![(0, attacked("ford")), (1, undated)]),
        (
            "at many places",
            vec![(0, shells("ford")), (1, shells("dombe"))],
        ),
        (
            "the other names it too",
            vec![
                (0, killed("ford")),
                (1, killed("dombe")),
                (1, killed("ford")),
            ],
        ),
        (
            "names what holds it",
            vec![
                (0, killed("ford")),
                (1, killed("dombe")),
                (1, killed("shire")),
            ],
        ),
        (
            "one article",
            vec![(0, killed("ford")), (0, killed("dombe"))],
        ),
        (
            "denied",
            vec![(0, killed("ford").denied()), (1, killed("dombe"))],
        ),
    ] {
        assert_eq!(found(&scene(rows)), Vec::<Vec<u32>>::new(), "{name}");
    }
}
