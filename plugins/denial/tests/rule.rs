//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_denial::Denial;

fn withdrew() -> ClaimDraft {
    claim("withdrew").agent(party("the militia").entity("militia"))
}

fn mayor() -> Source {
    source("the mayor", "official")
}

fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("withdrawal", &ids);
    scene
}

fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict, [u32; 2])]) {
    let found = scene
        .check::<Denial>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found
        .iter()
        .map(|f| (f.code.as_str(), f.verdict, f.claims.clone()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(code, verdict, ids)| (*code, *verdict, ids.to_vec()))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn said_and_denied() {
    let commander = || {
        withdrew()
            .denied()
            .said_by(source("a commander", "military"))
    };
    let sources = scene(vec![(0, withdrew().said_by(mayor())), (1, commander())]);
    check(
        "by two sources",
        &sources,
        &[("denied", Verdict::Disputed, [0, 1])],
    );
    let own = scene(vec![(0, withdrew().denied()), (1, withdrew())]);
    check(
        "in their own voice",
        &own,
        &[("said-and-not", Verdict::Undetermined, [1, 0])],
    );
    let within = scene(vec![
        (0, withdrew().said_by(mayor())),
        (0, commander()),
        (1, commander()),
    ]);
    check(
        "two outlets first",
        &within,
        &[("denied", Verdict::Disputed, [0, 2])],
    );
}

#[test]
fn what_denies_nothing_that_is_said() {
    let other = || claim("withdrew").agent(party("the guards").entity("guards"));
    let nameless = || claim("withdrew");
    let hurt = |draft: ClaimDraft| {
        draft
            .agent(party("the militia").entity("militia"))
            .count(3_u32)
    };
    let blamed = || claim("blamed").agent(party("the militia").entity("militia"));
    for (name, left, right) in [
        ("both say so", withdrew(), withdrew()),
        ("both deny", withdrew().denied(), withdrew().denied()),
        ("of somebody else", withdrew(), other().denied()),
        ("of nobody", nameless(), nameless().denied()),
        (
            "figures",
            hurt(claim("wounded")),
            hurt(claim("wounded")).denied(),
        ),
        ("another rule's", blamed(), blamed().denied()),
        ("somebody's words", withdrew(), withdrew().denied().quoted()),
        (
            "another day",
            withdrew().time("2017-03-18"),
            withdrew().denied().time("2017-03-20"),
        ),
    ] {
        check(name, &scene(vec![(0, left), (1, right)]), &[]);
    }
    let mut elsewhere = scene(vec![(0, withdrew()), (1, withdrew().denied())]);
    elsewhere.relate(0, 1, |pair| pair.place = Extent::Disjoint);
    check("elsewhere", &elsewhere, &[]);
}

fn dead(count: u32) -> ClaimDraft {
    claim("killed")
        .count(count)
        .population(party("villagers").role("civilian"))
}

fn army() -> Source {
    source("the army", "military").entity("army")
}

#[test]
fn a_figure_and_its_denial() {
    let denied = &[("denied", Verdict::Disputed, [0, 1])];
    let by_army = |draft: ClaimDraft| draft.denied().said_by(army());
    let any = || by_army(claim("killed").vague("villagers", 2));
    let rows = [
        (
            "of a source",
            vec![(0, dead(40).said_by(mayor())), (1, by_army(dead(40)))],
        ),
        ("of an outlet", vec![(0, dead(40)), (1, by_army(dead(40)))]),
        ("of any number", vec![(0, dead(40)), (1, any())]),
    ];
    for (name, claims) in rows {
        check(name, &scene(claims), denied);
    }
    let none = [
        (
            "of another figure",
            vec![(0, dead(12)), (1, by_army(dead(40)))],
        ),
        ("of none", vec![(0, dead(0)), (1, by_army(dead(40)))]),
        (
            "by who said so",
            vec![(0, dead(40).said_by(army())), (1, by_army(dead(40)))],
        ),
        ("by nobody", vec![(0, dead(40)), (1, dead(40).denied())]),
        (
            "of a running total",
            vec![
                (0, dead(40).tally(Tally::Cumulative)),
                (1, by_army(dead(40))),
            ],
        ),
        (
            "told by both",
            vec![
                (0, dead(40).said_by(mayor())),
                (0, by_army(dead(40))),
                (1, dead(40).said_by(mayor())),
                (1, by_army(dead(40))),
            ],
        ),
    ];
    for (name, claims) in none {
        check(name, &scene(claims), &[]);
    }
}

#[test]
fn an_exact_figure_denied_leaves_a_floor_standing() {
    let killed = || claim("killed").population(party("people").role("person"));
    let denied = |no: ClaimDraft| {
        let no = no.denied().said_by(source("the army", "military"));
        scene(vec![
            (0, killed().at_least(21_u32).said_by(mayor())),
            (1, no),
        ])
    };
    check("29", &denied(killed().count(29_u32)), &[]);
    let floor = denied(killed().at_least(20_u32));
    check(
        "at least 20",
        &floor,
        &[("denied", Verdict::Disputed, [0, 1])],
    );
}

#[test]
fn another_person_is_not_denied() {
    let held = |name: &str| claim("captured").count(1_u32).population(party(name));
    let told = |name: &str| {
        let said = held("Jon Tam").said_by(mayor());
        scene(vec![
            (0, said),
            (
                1,
                held(name).denied().said_by(source("the army", "military")),
            ),
        ])
    };
    check("another", &told("Ana Rill"), &[]);
    check(
        "the same",
        &told("Jon Tam"),
        &[("denied", Verdict::Disputed, [0, 1])],
    );
}

#[test]
fn an_accusation_that_an_article_only_rejects_is_nobodys() {
    let accused = || withdrew().certainty(Certainty::Accused);
    let rejected = || withdrew().denied().said_by(mayor());
    let own = scene(vec![(0, accused()), (0, rejected())]);
    check("in one article", &own, &[]);
    let on_word = accused().said_by(source("a monitor", "monitor"));
    let on_word = scene(vec![(0, on_word), (0, rejected())]);
    let denied = &[("denied", Verdict::Disputed, [0, 1])];
    check("somebody accuses", &on_word, denied);
    let two = scene(vec![(0, accused()), (1, rejected())]);
    let open = &[("said-and-not", Verdict::Undetermined, [0, 1])];
    check("another outlet accuses", &two, open);
}

#[test]
fn who_denies_his_own_deed_denies_no_death() {
    let killed = || claim("killed").population("the priest").count(1u32);
    let army = || source("the army", "military");
    let denied = || killed().agent(party("the army")).denied().said_by(army());
    let police = || killed().said_by(source("police", "police"));
    let told = scene(vec![(0, police()), (1, denied())]);
    check("that he is dead", &told, &[]);
    let soldiers = killed()
        .agent(party("its soldiers"))
        .denied()
        .said_by(army());
    check("its own", &scene(vec![(0, police()), (1, soldiers)]), &[]);
    let death = killed().denied().said_by(army());
    let told = scene(vec![(0, police()), (1, death)]);
    check("a death", &told, &[("denied", Verdict::Disputed, [0, 1])]);
}
