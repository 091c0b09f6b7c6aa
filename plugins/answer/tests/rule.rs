//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_answer::Answer;

fn cause(kind: &str) -> ClaimDraft {
    claim("caused-by").object(party(kind).entity(kind))
}

fn motive(kind: &str) -> ClaimDraft {
    claim("motive").object(party(kind).entity(kind))
}

fn manner(kind: &str) -> ClaimDraft {
    claim("manner").object(party(kind).entity(kind))
}

fn charge(who: &str, kind: &str) -> ClaimDraft {
    claim("charged")
        .population(who)
        .object(party(kind).entity(kind))
}

fn none() -> ClaimDraft {
    claim("charged").denied()
}

/// Claims of articles by their number, the second a day later, and what the lexicon knows of kinds.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("fire in Osk");
    let articles = [
        ("Harbour Post", "2026-03-01"),
        ("River Times", "2026-03-02"),
    ];
    let articles = articles.map(|(name, day)| scene.article_of(name, day));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("charges", &ids);
    for (list, left, right, extent) in [
        ("cause", "gas", "electrical", Extent::Disjoint),
        ("cause", "gas", "methane", Extent::Superset),
        ("charge", "murder", "manslaughter", Extent::Disjoint),
        ("charge", "murder", "first-degree-murder", Extent::Superset),
        ("charge", "murder", "arson", Extent::Overlap),
        ("motive", "robbery", "quarrel", Extent::Disjoint),
        ("motive", "robbery", "drugs", Extent::Overlap),
        ("manner", "accident", "on-purpose", Extent::Disjoint),
    ] {
        scene.lexicon(list, left, right, extent);
    }
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict)]) {
    let found = scene
        .check::<Answer>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found.iter().map(|f| (f.code.as_str(), f.verdict)).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn answers_that_exclude_one_another() {
    for (name, claims, expected) in [
        (
            "two causes on nobody's word",
            vec![(0, cause("gas")), (1, cause("electrical"))],
            ("cause-differs", Verdict::Undetermined),
        ),
        (
            "two causes by two sources",
            vec![
                (
                    0,
                    cause("gas").said_by(source("the fire chief", "official")),
                ),
                (
                    1,
                    cause("electrical").said_by(source("the ministry", "official")),
                ),
            ],
            ("cause-differs", Verdict::Disputed),
        ),
        (
            "two charges",
            vec![
                (0, charge("Jan Verel", "murder")),
                (1, charge("Jan Verel", "manslaughter")),
            ],
            ("charge-differs", Verdict::Undetermined),
        ),
        (
            "charged, and later not",
            vec![(0, charge("Jan Verel", "murder")), (1, none())],
            ("charged-or-not", Verdict::Undetermined),
        ),
        (
            "not charged, and later charged",
            vec![(0, none()), (1, charge("Jan Verel", "murder"))],
            ("charged-or-not", Verdict::Superseded),
        ),
        (
            "two motives by two sources",
            vec![
                (
                    0,
                    motive("robbery").said_by(source("the mayor", "official")),
                ),
                (1, motive("quarrel").said_by(source("a cousin", "person"))),
            ],
            ("motive-differs", Verdict::Disputed),
        ),
        (
            "two motives, police said in both",
            vec![
                (0, motive("robbery").said_by(source("Police", "police"))),
                (1, motive("quarrel").said_by(source("police", "police"))),
            ],
            ("motive-differs", Verdict::Undetermined),
        ),
        (
            "no motive known, and later one",
            vec![(0, claim("motive").denied()), (1, motive("robbery"))],
            ("motive-or-not", Verdict::Superseded),
        ),
        (
            "a motive, and later none known",
            vec![(0, motive("robbery")), (1, claim("motive").denied())],
            ("motive-or-not", Verdict::Undetermined),
        ),
        (
            "an accident, and on purpose",
            vec![(0, manner("accident")), (1, manner("on-purpose"))],
            ("manner-differs", Verdict::Undetermined),
        ),
    ] {
        check(name, &scene(claims), &[expected]);
    }
}

#[test]
fn answers_that_go_together() {
    for (name, claims) in [
        (
            "a wider cause",
            vec![(0, cause("gas")), (1, cause("methane"))],
        ),
        (
            "the other has it too",
            vec![
                (0, cause("gas")),
                (1, cause("gas")),
                (1, cause("electrical")),
            ],
        ),
        (
            "a wider charge",
            vec![
                (0, charge("Jan Verel", "murder")),
                (1, charge("Jan Verel", "first-degree-murder")),
            ],
        ),
        (
            "two charges of one trial",
            vec![
                (0, charge("Jan Verel", "murder")),
                (1, charge("Jan Verel", "arson")),
            ],
        ),
        (
            "motives that go together",
            vec![(0, motive("robbery")), (1, motive("drugs"))],
        ),
        (
            "two people",
            vec![
                (0, charge("Jan Verel", "murder")),
                (1, charge("Ada Brandt", "manslaughter")),
            ],
        ),
        (
            "one that is only feared",
            vec![
                (0, cause("gas")),
                (1, cause("electrical").certainty(Certainty::Possible)),
            ],
        ),
        (
            "two last names",
            vec![
                (0, charge("Verel", "murder")),
                (1, charge("Brandt", "manslaughter")),
            ],
        ),
        (
            "ruled out",
            vec![(0, cause("gas")), (1, cause("electrical").denied())],
        ),
        (
            "one article",
            vec![(0, cause("gas")), (0, cause("electrical"))],
        ),
        (
            "charges and none of another suspect in one article",
            vec![
                (0, charge("Jan Verel", "murder")),
                (1, charge("Jan Verel", "murder")),
                (1, none()),
            ],
        ),
    ] {
        check(name, &scene(claims), &[]);
    }
    let mut apart = scene(vec![(0, cause("gas")), (1, cause("electrical"))]);
    apart.relate(0, 1, |pair| pair.place = Extent::Disjoint);
    check("another town", &apart, &[]);
    apart.relate(0, 1, |pair| {
        pair.place = Extent::Same;
        pair.time = Order::Before;
    });
    check("another day", &apart, &[]);
}
