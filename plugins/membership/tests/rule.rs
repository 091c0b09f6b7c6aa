//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_membership::Membership;

fn group(name: &str) -> Party {
    party(name).entity(&name.to_lowercase())
}

fn said(predicate: &str) -> ClaimDraft {
    claim(predicate)
        .object(group("River Front"))
        .complement(group("Mill Guard"))
}

/// Claims of articles by their number, all of the same two names; one is at odds with two.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("River Front");
    scene.event_mut().kind = "entity".into();
    let articles = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("renamed or separate", &ids);
    let one = |scene: &Scene, id: u32| scene.event().claim(id).predicate == "renamed";
    for (at, &left) in ids.iter().enumerate() {
        for &right in &ids[at + 1..] {
            if one(&scene, left) != one(&scene, right) {
                scene.relate(left, right, |pair| pair.predicate = Extent::Disjoint);
            }
        }
    }
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict, &[u32])]) {
    let found = scene
        .check::<Membership>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found
        .iter()
        .map(|f| (f.code.as_str(), f.verdict, f.claims.as_slice()))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn one_group_or_two() {
    let two = scene(vec![(0, said("renamed")), (1, said("named-beside"))]);
    check(
        "two outlets",
        &two,
        &[("one-or-two", Verdict::Contradiction, &[0, 1])],
    );
    let member = scene(vec![(0, said("belongs-to")), (1, said("renamed"))]);
    check(
        "a member",
        &member,
        &[("one-or-two", Verdict::Contradiction, &[1, 0])],
    );
    let own = scene(vec![(0, said("renamed")), (0, said("named-beside"))]);
    check(
        "one article",
        &own,
        &[("contradicts-itself", Verdict::Contradiction, &[0, 1])],
    );
    let agency = source("an agency", "agency");
    let cited = scene(vec![
        (0, said("renamed").said_by(agency)),
        (1, said("named-beside")),
    ]);
    check(
        "a source",
        &cited,
        &[("sources-differ", Verdict::Disputed, &[0, 1])],
    );
    let three = scene(vec![
        (0, said("named-beside")),
        (1, said("renamed")),
        (2, said("renamed")),
    ]);
    check(
        "one finding",
        &three,
        &[("one-or-two", Verdict::Contradiction, &[1, 0, 2])],
    );
}

#[test]
fn what_is_not_at_odds() {
    let of = |first: &str, second: &str| {
        claim("named-beside")
            .object(group(first))
            .complement(group(second))
    };
    for (name, left, right) in [
        ("both renamed", said("renamed"), said("renamed")),
        ("both two", said("named-beside"), said("belongs-to")),
        ("denied", said("renamed"), said("belongs-to").denied()),
    ] {
        check(name, &scene(vec![(0, left), (1, right)]), &[]);
    }
    let mut other = scene(vec![
        (0, said("renamed")),
        (1, of("River Front", "Dockers' League")),
    ]);
    other.relate(0, 1, |pair| pair.object = Extent::Unknown);
    check("other names", &other, &[]);
    let mut chain = scene(vec![
        (0, said("renamed")),
        (1, of("River Front", "Old Guard")),
    ]);
    chain.relate(0, 1, |pair| pair.object = Extent::Overlap);
    check("a chain", &chain, &[]);
    let mut incident = scene(vec![(0, said("renamed")), (1, said("named-beside"))]);
    incident.event_mut().kind = "incident".into();
    check("an incident", &incident, &[]);
}
