//! What the rule finds, and the near misses of its manual.

use rashomon_rule::prelude::*;
use rule_identity::Identity;

fn of(predicate: &str, name: &str) -> ClaimDraft {
    claim(predicate).count(1_u32).population(name)
}

fn aged(name: &str, age: &str) -> ClaimDraft {
    of("killed", name).attribute("age", age)
}

fn told(name: &str, age: &str) -> ClaimDraft {
    claim("aged").population(name).attribute("age", age)
}

/// Claims of articles by their number: the second is of the day after the first, the third is undated, the fourth is of
/// three months later.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("shots at the pier");
    let articles = [
        scene.article_of("Harbour Post", "2017-03-19"),
        scene.article_of("River Times", "2017-03-20"),
        scene.article("Mill Gazette"),
        scene.article_of("Quay Courier", "2017-06-20"),
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
fn a_second_name_and_what_somebody_is_make_no_second_person() {
    for (name, other) in [
        ("a first name more", "José Antonio Reyes"),
        ("what he is", "the teacher Antonio Reyes"),
    ] {
        let rows = vec![(0, aged("Antonio Reyes", "41")), (1, aged(other, "43"))];
        check(name, rows, &[("age-differs", [0, 1])]);
    }
    let sisters = vec![
        (0, aged("Ana Maria Reyes", "41")),
        (1, aged("Berta Reyes", "43")),
    ];
    check("two first names", sisters, &[]);
}

#[test]
fn dead_in_one_report_and_held_in_another_of_the_same_day() {
    let held_on = |day: &str| {
        let mut scene = Scene::incident("a ferry sank");
        let harbour = scene.article_of("Harbour Post", "2017-03-19");
        let river = scene.article_of("River Times", day);
        scene.claim(harbour, of("killed", "Musa Adero"));
        scene.claim(river, of("captured", "Musa Adero"));
        let found = scene.check::<Identity>();
        let found = found.expect("the rule has no error of its own");
        let codes = found.into_iter().map(|f| f.code);
        codes.collect::<Vec<_>>()
    };
    assert_eq!(held_on("2017-03-19"), ["fate-differs"]);
    assert_eq!(held_on("2017-03-18"), [""; 0], "held, and dead later");
    let died_in_it = |held: &str, died: Option<&str>| {
        let mut scene = Scene::incident("the ferry");
        scene.event_mut().time = Some(day("2017-03-18"));
        let first = scene.article_of("Harbour Post", "2017-03-20");
        let later = scene.article_of("River Times", "2017-03-21");
        let captain = |predicate: &str| claim(predicate).count(1_u32).population("Ana Reyes");
        scene.claim(first, captain("captured").time(day(held)));
        let dead = captain("killed");
        scene.claim(
            later,
            match died {
                Some(day_of) => dead.time(day(day_of)),
                None => dead.attribute("portion", "part"),
            },
        );
        let found = scene.check::<Identity>().expect("no error of its own");
        found.into_iter().map(|f| f.code).collect::<Vec<_>>()
    };
    assert_eq!(
        died_in_it("2017-03-19", None),
        ["fate-differs"],
        "held after it"
    );
    assert_eq!(died_in_it("2017-03-18", None), [""; 0], "held that day");
    assert_eq!(
        died_in_it("2017-03-19", Some("2017-03-20")),
        [""; 0],
        "died later"
    );
}

#[test]
fn a_rank_makes_no_second_person() {
    let fled = of("displaced", "Captain Ana Reyes").attribute("age", "43");
    let claims = vec![
        (0, aged("Captain Ana Reyes", "34")),
        (0, told("Ana Reyes", "34")),
        (1, told("Ana Reyes", "43")),
        (1, fled),
    ];
    check("once", claims, &[("age-differs", [0, 2])]);
}

#[test]
fn a_first_name_with_an_age_is_the_only_one_so_called() {
    let claims = vec![(0, aged("Remy", "9")), (1, aged("Remy Tarven", "6"))];
    check("of a family", claims, &[("age-differs", [0, 1])]);
    let claims = vec![
        (0, aged("Remy", "9")),
        (1, aged("Remy Tarven", "6")),
        (1, aged("Remy Brill", "9")),
    ];
    check("of two", claims, &[]);
}

#[test]
fn father_and_son_of_one_name_are_two() {
    let claims = vec![
        (0, aged("Jon Kurz Sr.", "61")),
        (1, aged("Jon Kurz Jr.", "31")),
    ];
    check("both told", claims, &[]);
}

#[test]
fn one_who_is_spelt_wrong_silences_nobody() {
    let claims = vec![
        (0, aged("Pavel Dorn", "14")),
        (1, aged("Pavel Dorn", "15")),
        (2, aged("Povel Dorn", "15")),
    ];
    let found = scene(claims).check::<Identity>();
    let found = found.expect("the rule has no error of its own");
    let codes: Vec<&str> = found.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["age-differs", "name-spelt"]);
    // "P. Dorn" is either.
    let claims = vec![
        (0, aged("Pavel Dorn", "14")),
        (0, aged("Petra Dorn", "19")),
        (1, aged("P. Dorn", "15")),
    ];
    check("an initial of two", claims, &[]);
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
            "no name, and several",
            vec![
                (0, aged("a nurse", "34")),
                (1, aged("a nurse", "43")),
                (1, claim("killed").count(2_u32).population("people")),
            ],
        ),
        (
            "no name, and another person",
            vec![(0, aged("a girl", "14")), (1, aged("a boy", "16"))],
        ),
        (
            "a birthday between",
            vec![(0, told("Ana Reyes", "34")), (3, told("Ana Reyes", "35"))],
        ),
    ] {
        check(name, rows, &[]);
    }
}

#[test]
fn the_one_whom_it_befell_has_one_age() {
    let nurse = |age: &str| aged("a nurse", age);
    let differ: &[(&str, [u32; 2])] = &[("age-differs", [0, 1])];
    check("no name", vec![(0, nurse("34")), (1, nurse("36"))], differ);
    check("far apart", vec![(0, nurse("34")), (1, nurse("43"))], &[]);
    let child = aged("an 11-year-old child", "11");
    let boy = aged("the 10-year-old boy", "10");
    check("a child and a boy", vec![(0, child), (1, boy)], differ);
    let surname = |age: &str| aged("Reyes", age);
    check(
        "a last name",
        vec![(0, surname("34")), (1, surname("35"))],
        differ,
    );
}

/// Who is known by name is called so in the title, by the fuller of his names and without what stands behind it. Of one whom a
/// report does not name the title says no name, though another report has one.
#[test]
fn a_title_names_whom_it_is_about() {
    let title = |left: (usize, ClaimDraft), right: (usize, ClaimDraft)| {
        let found = scene(vec![left, right]).check::<Identity>();
        let message = found.expect("no error").remove(0).message;
        let mut values = message.values.iter();
        let who = values.find(|value| value.name == "who");
        let who = who.map(|who| match &who.value {
            Value::Text(text) => text.to_string(),
            other => format!("{other:?}"),
        });
        (message.key.to_string(), who)
    };
    let of_reyes = |key: &str| (key.to_owned(), Some("Ana M. Reyes".to_owned()));
    let (short, long) = ("Ana Reyes", "Ana M. Reyes, 35");
    let age = title((0, aged(short, "34")), (1, aged(long, "35")));
    assert_eq!(age, of_reyes("age-of"));
    let dead = || of("killed", long);
    let later = title((0, of("wounded", short)), (1, dead()));
    assert_eq!(later, of_reyes("later-of"));
    let alive = title((0, dead()), (1, of("wounded", short)));
    assert_eq!(alive, of_reyes("fate-of"));
    let nurse = title((0, aged(long, "34")), (1, aged("the victim", "35")));
    assert_eq!(nurse, ("age".to_owned(), None));
}

#[test]
fn one_person_has_one_name() {
    let differ: &[(&str, [u32; 2])] = &[("name-spelt", [0, 1])];
    for (name, left, right) in [
        ("the last name", "Marta Quillon", "Marta Quilon"),
        ("the first name", "Javon Wilder", "Jovan Wilder"),
        ("a letter in both", "Maranda Dellon", "Miranda Dellion"),
        ("with a title", "Sgt. Marta Quillon", "Marta Quilon"),
        (
            "the middle name",
            "Marta Ashonde Quillon",
            "Marta Ashande Quillon",
        ),
    ] {
        check(
            name,
            vec![(0, told(left, "31")), (1, told(right, "31"))],
            differ,
        );
    }
    for (name, left, right, age) in [
        (
            "another age and first name",
            "Javon Wilder",
            "Jovan Wilder",
            "32",
        ),
        ("a short form", "Christopher Harl", "Chris Harl", "31"),
        ("another name", "Marta Quillon", "Berta Moss", "31"),
        ("short names", "Ann Lee", "Ian Lee", "31"),
        (
            "no middle name",
            "Marta Ashonde Quillon",
            "Marta Quillon",
            "31",
        ),
    ] {
        check(
            name,
            vec![(0, told(left, "31")), (1, told(right, age))],
            &[],
        );
    }
    let ages = vec![
        (0, told("Marta Quillon", "31")),
        (1, told("Marta Quilon", "36")),
    ];
    check("one first name and two ages", ages, differ);
    for (name, left, right) in [
        ("an apostrophe", "Da'lira Quillon", "Da’lira Quillon"),
        ("no apostrophe", "Mary O'Sellek", "Mary OSellek"),
        ("an accent", "José Quillón", "Jose Quillon"),
    ] {
        check(
            name,
            vec![(0, told(left, "31")), (1, told(right, "31"))],
            &[],
        );
    }
    let twice = vec![
        (0, told("Marta Ashonde Quillon", "31")),
        (0, told("Marta Quillon", "31")),
        (1, told("Marta Quilon", "31")),
    ];
    check(
        "one pair of names, told twice",
        twice,
        &[("name-spelt", [0, 2])],
    );
    let twins = vec![
        (0, told("Jorina Sellek", "9")),
        (1, told("Jarina Sellek", "9")),
        (1, told("Jorina Sellek", "9")),
    ];
    check("twins", twins, &[]);
}

#[test]
fn dead_in_one_report_and_no_word_of_it_in_another() {
    let dead = || of("killed", "a teenager").attribute("silent-in", "1");
    let hurt = || of("wounded", "a teenager");
    let differs: &[(&str, [u32; 2])] = &[("fate-differs", [0, 1])];
    check("a later report", vec![(0, dead()), (1, hurt())], differs);
    let earlier = of("killed", "a teenager").attribute("silent-in", "0");
    check("an earlier report", vec![(0, hurt()), (1, earlier)], &[]);
    let two = claim("wounded").count(2_u32);
    check("two are hurt", vec![(0, dead()), (1, two)], &[]);
    let reckoned = hurt().attribute("derived", "shot, and not said to have died");
    check("our own word", vec![(0, dead()), (1, reckoned)], &[]);
}

#[test]
fn dead_in_one_report_and_alive_and_alive_in_another() {
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

#[test]
fn what_became_of_somebody() {
    let captain = || claim("captured").count(1_u32).population("the captain");
    let sought = || claim("sought").count(1_u32).population("the captain");
    for (name, rows, expected) in [
        (
            "held, and sought the day after",
            vec![
                (0, of("captured", "Ana Reyes")),
                (1, of("sought", "Ana Reyes")),
            ],
            vec![("state-differs", [0, 1])],
        ),
        (
            "sought, and held the day after",
            vec![
                (0, of("sought", "Ana Reyes")),
                (1, of("captured", "Ana Reyes")),
            ],
            vec![],
        ),
        (
            "the later report has both",
            vec![
                (0, of("captured", "Ana Reyes")),
                (1, of("sought", "Ana Reyes")),
                (1, of("captured", "Ana Reyes")),
            ],
            vec![],
        ),
        (
            "two people",
            vec![
                (0, of("captured", "Ana Reyes")),
                (1, of("sought", "Ben Moss")),
            ],
            vec![],
        ),
        (
            "rescued, and missing the day after",
            vec![
                (0, of("rescued", "Ana Reyes")),
                (1, of("missing", "Ana Reyes")),
            ],
            vec![("state-differs", [0, 1])],
        ),
        (
            "killed, and held or sought the day after",
            vec![
                (0, of("killed", "Ana Reyes")),
                (1, of("captured", "Ana Reyes")),
            ],
            vec![("state-differs", [0, 1])],
        ),
        (
            "held, and killed the day after",
            vec![
                (0, of("captured", "Ana Reyes")),
                (1, of("killed", "Ana Reyes")),
            ],
            vec![],
        ),
        (
            "by an office",
            vec![(0, captain()), (1, sought())],
            vec![("state-differs", [0, 1])],
        ),
        (
            "undated",
            vec![
                (0, of("captured", "Ana Reyes")),
                (2, of("sought", "Ana Reyes")),
            ],
            vec![],
        ),
    ] {
        check(name, rows, &expected);
    }
}

#[test]
fn a_short_form_of_a_first_name_is_the_same_person() {
    let harry = vec![
        (0, aged("Harold Moss", "71")),
        (1, aged("Harry Moss", "72")),
    ];
    check("Harry and Harold", harry, &[("age-differs", [0, 1])]);
    let bill = vec![(0, aged("Harold Moss", "71")), (1, aged("Bill Moss", "72"))];
    check("Bill and Harold", bill, &[]);
    let shouted = vec![
        (0, of("captured", "THE HOSTAGE")),
        (1, of("captured", "THE HOSTAGES")),
    ];
    check("no names in capitals", shouted, &[]);
}

#[test]
fn each_later_report_is_told_of_once() {
    let rows = vec![
        (0, of("killed", "Ana Reyes")),
        (1, of("captured", "Ana Reyes")),
        (3, of("sought", "Ana Reyes")),
    ];
    let expected = [("state-differs", [1, 2]), ("state-differs", [0, 1])];
    check("held, then sought", rows, &expected);
}

fn is_in(who: &str, condition: &str) -> ClaimDraft {
    claim("condition")
        .population(who)
        .object(party(condition).entity(condition))
}

fn of_two_conditions(claims: Vec<(usize, ClaimDraft)>) -> Vec<(String, Verdict)> {
    let mut scene = scene(claims);
    scene.lexicon("condition", "critical", "no-danger", Extent::Disjoint);
    scene.lexicon("condition", "critical", "stable", Extent::Overlap);
    let found = scene.check::<Identity>();
    let found = found.expect("the rule has no error of its own");
    found.into_iter().map(|f| (f.code, f.verdict)).collect()
}

#[test]
fn critical_here_and_out_of_danger_there() {
    let differ = |verdict| vec![("condition-differs".to_owned(), verdict)];
    let reyes = |condition: &str| is_in("Ana Reyes", condition);
    // The third article has no date.
    let of_one_day = vec![(0, reyes("critical")), (2, reyes("no-danger"))];
    assert_eq!(of_two_conditions(of_one_day), differ(Verdict::Undetermined));
    let later = vec![(0, reyes("critical")), (1, reyes("no-danger"))];
    assert_eq!(of_two_conditions(later), differ(Verdict::Superseded));
    let unnamed = vec![
        (0, of("wounded", "a boy")),
        (0, is_in("a boy", "critical")),
        (2, of("wounded", "the boy")),
        (2, is_in("the boy", "no-danger")),
    ];
    assert_eq!(of_two_conditions(unnamed), differ(Verdict::Undetermined));
}

#[test]
fn conditions_that_go_together_or_are_of_two() {
    let none = Vec::new();
    let together = vec![
        (0, is_in("Ana Reyes", "critical")),
        (1, is_in("Ana Reyes", "stable")),
    ];
    assert_eq!(of_two_conditions(together), none);
    let two_names = vec![
        (0, is_in("Ana Reyes", "critical")),
        (1, is_in("Ivo Sarn", "no-danger")),
    ];
    assert_eq!(of_two_conditions(two_names), none);
    let of_two = vec![
        (0, of("wounded", "a boy")),
        (0, of("wounded", "a nurse")),
        (0, is_in("a boy", "critical")),
        (2, of("wounded", "a boy")),
        (2, is_in("a boy", "no-danger")),
    ];
    assert_eq!(of_two_conditions(of_two), none);
}
