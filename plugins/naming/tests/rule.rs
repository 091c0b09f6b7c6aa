//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_naming::Naming;

fn by(agent: Party) -> ClaimDraft {
    claim("attacked").agent(agent)
}

fn army(words: &str) -> ClaimDraft {
    by(party(words).entity("army"))
}

fn at(place: &str) -> ClaimDraft {
    claim("attacked").place(party(place).entity(&place.to_lowercase()))
}

/// The claims cited by the one note, if there is one.
fn found(claims: Vec<(usize, ClaimDraft)>) -> Option<Vec<u32>> {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    for (article, draft) in claims {
        scene.claim(articles[article], draft);
    }
    let found = scene
        .check::<Naming>()
        .expect("the rule has no error of its own");
    assert!(found.len() < 2, "one note an event");
    found.into_iter().next().map(|note| note.claims)
}

#[test]
fn labels_and_spellings_are_one_note() {
    for (name, left, right) in [
        ("labels", army("government forces"), army("the regime")),
        ("a spelling", at("Abasin Square"), at("Abassin Square")),
        (
            "a spelling of two letters",
            at("Port Velazquella"),
            at("Port Velasquela"),
        ),
    ] {
        // Which of two spellings comes first is no matter here.
        let mut ids = found(vec![(0, left), (1, right)]).unwrap_or_default();
        ids.sort_unstable();
        assert_eq!(ids, [0, 1], "{name}");
    }
    let all = vec![
        (0, army("government forces")),
        (0, at("Abasin Square")),
        (1, army("the regime")),
        (1, at("Abassin Square")),
    ];
    assert_eq!(found(all).map(|ids| ids.len()), Some(4));
}

#[test]
fn what_is_one_name_or_two_things() {
    for (name, rows) in [
        ("with the", vec![(0, army("army")), (1, army("the army"))]),
        (
            "a hyphen",
            vec![(0, at("Al-Bab Road")), (1, at("Al Bab Road"))],
        ),
        (
            "quoted",
            vec![(0, army("army")), (1, army("the regime").quoted())],
        ),
        (
            "both use both",
            vec![(0, army("army")), (0, army("troops")), (1, army("troops"))],
        ),
        (
            "one article",
            vec![(0, army("army")), (0, army("the regime"))],
        ),
        ("short names", vec![(0, at("Bari")), (1, at("Bali"))]),
        (
            "another word",
            vec![(0, at("Mill Road")), (1, at("Hill Road"))],
        ),
        (
            "no names",
            vec![(0, by(party("gunmen"))), (1, by(party("gunman")))],
        ),
    ] {
        assert_eq!(found(rows), None, "{name}");
    }
}
