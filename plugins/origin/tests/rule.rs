//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_origin::Origin;

fn killed(count: u32) -> ClaimDraft {
    claim("killed").count(count).population("people")
}

fn monitor() -> Source {
    source("the monitor", "monitor").entity("monitor")
}

fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("people killed", &ids);
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, &[u32])]) {
    let found = scene
        .check::<Origin>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found
        .iter()
        .map(|f| (f.code.as_str(), f.claims.as_slice()))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn agreement_from_one_source() {
    let told = |count| killed(count).said_by(monitor());
    let two = scene(vec![(0, told(12)), (1, told(12))]);
    check("one monitor", &two, &[("one-source", &[0, 1])]);
    let three = scene(vec![
        (0, told(12)),
        (1, told(12)),
        (1, told(12)),
        (2, told(12)),
    ]);
    check("one note for three", &three, &[("one-source", &[0, 1, 3])]);
    let retold = killed(12)
        .said_by(source("an agency", "agency").entity("agency"))
        .said_by(monitor());
    let chain = scene(vec![(0, told(12)), (1, retold)]);
    check("through an agency", &chain, &[("one-source", &[0, 1])]);
}

#[test]
fn agreement_of_one_text() {
    let mut copied = scene(vec![(0, killed(12)), (1, killed(12))]);
    copied.event_mut().articles[1].copies = Some(0);
    check("a copy", &copied, &[("one-text", &[0, 1])]);
    let mut wire = scene(vec![(0, killed(12)), (1, killed(12))]);
    for article in &mut wire.event_mut().articles {
        article.wire = Some("agency".into());
    }
    check("one agency's copy", &wire, &[("one-agency", &[0, 1])]);
}

#[test]
fn a_second_bulletin_that_differs() {
    let hurt = claim("wounded").count(3).population("people");
    let mut two = scene(vec![(0, killed(12)), (1, killed(12)), (1, hurt)]);
    for article in &mut two.event_mut().articles {
        article.wire = Some("agency".into());
    }
    check("more in the second", &two, &[("one-agency", &[0, 1, 2])]);
}

#[test]
fn agreement_that_counts_and_none_at_all() {
    let told = |count| killed(count).said_by(monitor());
    let police = killed(12).said_by(source("police", "police").entity("police"));
    let official = || killed(12).said_by(source("an official", "official"));
    for (name, left, right) in [
        ("other figures", told(12), told(13)),
        ("two sources", told(12), police),
        ("no source", killed(12), killed(12)),
        ("who knows which official", official(), official()),
        ("said and denied", told(12), told(12).denied()),
    ] {
        check(name, &scene(vec![(0, left), (1, right)]), &[]);
    }
    check(
        "one article",
        &scene(vec![(0, told(12)), (0, told(12))]),
        &[],
    );
}
