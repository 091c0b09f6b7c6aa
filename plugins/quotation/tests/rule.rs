//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_quotation::Quotation;

/// Two outlets that quote somebody; how the words relate is what the host says of them.
fn scene(told: [(&str, &str); 2], words: Extent) -> Scene {
    let mut scene = Scene::incident("the bridge in Osk");
    let ids: Vec<u32> = ["Harbour Post", "River Times"]
        .into_iter()
        .zip(told)
        .map(|(outlet, (speaker, words))| {
            let article = scene.article(outlet);
            let kind = match speaker {
                "he" => "unresolved",
                _ => "person",
            };
            let said = claim("stated").quote(words).said_by(source(speaker, kind));
            scene.claim(article, said)
        })
        .collect();
    scene.align("quotations", &ids);
    scene.relate(ids[0], ids[1], |pair| pair.object = words);
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict)]) {
    let found = scene
        .check::<Quotation>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found.iter().map(|f| (f.code.as_str(), f.verdict)).collect();
    assert_eq!(found, expected, "{name}");
}

const PAY: (&str, &str) = ("Mayor Ana Lund", "We will never pay for that old bridge");

#[test]
fn one_statement_in_two_wordings() {
    for (name, other, expected) in [
        (
            "a word left out",
            ("Lund", "We will pay for that old bridge"),
            ("words-differ", Verdict::Undetermined),
        ),
        (
            "another word",
            ("he", "We will never pay for that new bridge"),
            ("words-differ", Verdict::Undetermined),
        ),
        (
            "a small word",
            ("Mayor Lund", "We will never pay for the old bridge"),
            ("wording-differs", Verdict::Compatible),
        ),
    ] {
        check(name, &scene([PAY, other], Extent::Overlap), &[expected]);
    }
}

#[test]
fn what_is_no_difference() {
    for (name, first, other) in [
        (
            "a mark where words are left out",
            PAY,
            ("Lund", "We will … pay for that old bridge"),
        ),
        (
            "an editor's words",
            PAY,
            ("Lund", "We will never pay for that old [stone] bridge"),
        ),
        (
            "a short form",
            ("Lund", "We are glad and will not pay"),
            ("Lund", "We're glad and won't pay"),
        ),
        (
            "an abbreviation",
            ("Lund", "I told Senator Reker to go home"),
            ("Lund", "I told Sen. Reker to go home"),
        ),
        (
            "two people",
            PAY,
            ("Tom Reker", "We will pay for that old bridge"),
        ),
    ] {
        let expected: &[(&str, Verdict)] = &[];
        check(name, &scene([first, other], Extent::Overlap), expected);
    }
    // The host says that one lies within the other.
    let within = scene(
        [PAY, ("Lund", "never pay for that old bridge")],
        Extent::Superset,
    );
    check("cut at the beginning", &within, &[]);
}

#[test]
fn three_outlets_and_one_statement_are_one_finding() {
    let mut scene = Scene::incident("the bridge in Osk");
    let told = [
        ("Harbour Post", "We will never pay for that old bridge"),
        ("River Times", "We will pay for that old bridge"),
        ("Mill Gazette", "We will never pay for the old bridge"),
    ];
    let ids = told.map(|(outlet, words)| {
        let article = scene.article(outlet);
        scene.claim(
            article,
            claim("stated")
                .quote(words)
                .said_by(source("Lund", "person")),
        )
    });
    scene.align("quotations", &ids);
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
        scene.relate(ids[left], ids[right], |pair| pair.object = Extent::Overlap);
    }
    check("three", &scene, &[("words-differ", Verdict::Undetermined)]);
}
