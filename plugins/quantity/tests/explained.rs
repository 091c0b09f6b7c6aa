//! Differences that the texts themselves, an order or a slip of the pen explain.

use rashomon_rule::Pair;
use rashomon_rule::prelude::*;
use rule_quantity::Quantity;

fn killed() -> ClaimDraft {
    claim("killed")
}

fn people(figure: u32) -> ClaimDraft {
    killed()
        .count(figure)
        .population(party("people").role("person"))
}

fn kind(figure: u32, text: &str, role: &str) -> ClaimDraft {
    killed().count(figure).population(party(text).role(role))
}

/// Claims of articles of their own, aligned; `relate` is what the host found beside what they tell.
fn scene(claims: Vec<ClaimDraft>) -> (Scene, Vec<u32>) {
    let mut scene = Scene::incident("a raid on the quay");
    let place = |draft: ClaimDraft| {
        let article = scene.article("Harbour Post");
        scene.claim(article, draft)
    };
    let ids: Vec<u32> = claims.into_iter().map(place).collect();
    scene.align("people killed", &ids);
    (scene, ids)
}

fn told(scene: &Scene) -> Vec<String> {
    let found = scene.check::<Quantity>();
    let found = found.expect("the rule has no error of its own");
    let told =
        |f: &Finding| format!("{} {:?} {:?}", f.code, f.verdict, f.claims).replace("Verdict::", "");
    found.iter().map(told).collect()
}

#[test]
fn attackers_who_died_are_in_one_figure_and_not_in_the_other() {
    let with = |third: ClaimDraft| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let four = scene.claim(harbour, people(4));
        let gunman = scene.claim(harbour, third);
        let five = scene.claim(river, people(5));
        scene.align("people killed", &[four, gunman, five]);
        scene.relate(four, gunman, |p| p.population = Extent::Superset);
        scene.relate(gunman, five, |p| p.population = Extent::Subset);
        told(&scene)
    };
    let gunman = || kind(1, "the gunman", "attacker");
    let explained = ["attackers-counted ScopeDiffers [0, 2, 1]"];
    assert_eq!(with(gunman()), explained);
    let open = ["figures-differ Undetermined [0, 2]"];
    assert_eq!(
        with(kind(1, "a clerk", "civilian")),
        open,
        "not an attacker"
    );
    assert_eq!(with(kind(2, "gunmen", "attacker")), open, "two of them");
    assert_eq!(with(gunman().denied()), open, "he did not die");
}

#[test]
fn the_dead_may_be_counted_with_the_wounded() {
    let with = |dead: u32, more: u32, apart: bool| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        scene.claim(harbour, people(dead));
        let hurt = claim("wounded").population(party("people").role("person"));
        let few = scene.claim(harbour, hurt.clone().count(12_u32));
        let many = scene.claim(river, hurt.count(more));
        if apart {
            scene.claim(river, people(dead));
        }
        scene.align("people wounded", &[few, many]);
        told(&scene)
    };
    let open = ["figures-differ Undetermined [1, 2]"];
    assert_eq!(with(3, 15, false), ["dead-counted ScopeDiffers [1, 2, 0]"]);
    assert_eq!(with(3, 16, false), open);
    assert_eq!(
        with(3, 15, true),
        open,
        "the outlet tells of the dead apart"
    );
}

#[test]
fn what_is_told_months_apart_may_be_other_news() {
    let on = |figure: u32, day: &str| people(figure).as_of(day);
    let with = |left, right| told(&scene(vec![left, right]).0);
    let apart = with(on(5, "2021-05-03"), on(3, "2021-12-03"));
    assert_eq!(apart, [""; 0]);
    let falls = ["toll-falls Undetermined [1, 0]"];
    assert_eq!(with(on(5, "2021-05-03"), on(3, "2021-05-23")), falls);
    let of_may = |draft: ClaimDraft| draft.time("2021-05-02");
    let dated = with(of_may(on(5, "2021-05-03")), of_may(on(3, "2021-12-03")));
    assert_eq!(dated, falls, "both say when it happened");
}

/// Eight people and what else stands in their article, against the figure of another article for `low`.
fn eight(low: ClaimDraft, relate: fn(&mut Pair), part: ClaimDraft, share: bool) -> Vec<String> {
    let mut scene = Scene::incident("a raid on the quay");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let whole = scene.claim(harbour, people(8));
    let part = scene.claim(harbour, part);
    let low = scene.claim(river, low);
    scene.align("people killed", &[whole, part, low]);
    scene.relate(whole, part, |p| p.population = Extent::Superset);
    scene.relate(whole, low, relate);
    scene.relate(part, low, |p| p.population = Extent::Disjoint);
    if share {
        scene.share(whole, part);
    }
    told(&scene)
}

#[test]
fn the_rest_of_a_whole_explains_it() {
    let superset = |p: &mut Pair| p.population = Extent::Superset;
    let women = |n: u32| kind(n, "women", "woman");
    let priests = |n: u32| kind(n, "priests", "priest");
    let explained = ["others-counted ScopeDiffers [2, 0, 1]"];
    assert_eq!(eight(priests(6), superset, women(2), false), explained);
    assert_eq!(eight(priests(6), superset, women(2), true), explained);
    assert_eq!(eight(priests(6), superset, women(1), false), [""; 0]);
    // A bare six beside "eight, six of them priests": the part has its figure.
    assert_eq!(eight(people(6), |_| {}, priests(6), true), explained);
    // A part that the text does not call one is no reason.
    let open = ["figures-differ Undetermined [2, 0]"];
    assert_eq!(eight(people(6), |_| {}, priests(3), true), open);
}

#[test]
fn more_of_a_kind_than_in_all_is_asked_about() {
    let with = |civilians: ClaimDraft, people: ClaimDraft| {
        let (mut scene, ids) = scene(vec![civilians, people]);
        scene.relate(ids[0], ids[1], |p| p.population = Extent::Subset);
        told(&scene)
    };
    let civilians = |n: u32| kind(n, "civilians", "civilian");
    let exceeds = ["part-exceeds-whole Undetermined [0, 1]"];
    assert_eq!(with(civilians(12), people(9)), exceeds);
    // Nobody but civilians is counted here, and nobody by kind there.
    let who = ["unclear-who Undetermined [0, 1]"];
    assert_eq!(with(civilians(9), people(12)), who);
    assert_eq!(with(civilians(9), people(10)), [""; 0], "close");
    assert_eq!(
        with(civilians(9), people(90)),
        [""; 0],
        "many times as many"
    );
    assert_eq!(with(civilians(9), people(9)), [""; 0]);
    let floor = killed().at_least(9_u32).population("people");
    assert_eq!(with(civilians(12), floor), [""; 0], "at least nine");
    let later = with(
        civilians(12).as_of("2021-05-03"),
        people(9).as_of("2021-05-02"),
    );
    assert_eq!(later, ["later-figure Superseded [0, 1]"]);
}

#[test]
fn parts_that_exceed_the_whole_are_a_reading() {
    let with = |whole: u32, other: &str| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let women = scene.claim(harbour, kind(26, "women", "woman"));
        let others = scene.claim(harbour, kind(21, other, other));
        let all = scene.claim(river, people(whole));
        scene.align("people killed", &[women, others, all]);
        scene.relate(women, all, |p| p.population = Extent::Subset);
        scene.relate(others, all, |p| p.population = Extent::Subset);
        told(&scene)
    };
    let exceed = ["sum-exceeds-whole Undetermined [2, 0, 1]"];
    assert_eq!(with(40, "child"), exceed);
    assert_eq!(with(47, "child"), [""; 0], "they fit");
    assert_eq!(with(60, "child"), [""; 0], "others died as well");
    assert_eq!(with(40, "civilian"), [""; 0], "some may be both");
}

#[test]
fn what_two_sources_say_each_is_no_sum() {
    let with = |first: Source, second: Source| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let women = scene.claim(harbour, kind(26, "women", "woman").said_by(first));
        let others = scene.claim(harbour, kind(21, "children", "child").said_by(second));
        let all = scene.claim(river, people(40));
        scene.align("people killed", &[women, others, all]);
        scene.relate(women, all, |p| p.population = Extent::Subset);
        scene.relate(others, all, |p| p.population = Extent::Subset);
        told(&scene)
    };
    let by = |text: &str| source(text, "official");
    let exceed = ["sum-exceeds-whole Undetermined [2, 0, 1]"];
    assert_eq!(with(by("the mayor"), by("The mayor")), exceed, "one source");
    assert_eq!(with(by("the mayor"), by("the council")), [""; 0]);
}

#[test]
fn one_number_of_two_kinds_is_asked_about() {
    let with = |left: u32, right: u32| {
        let (mut scene, ids) = scene(vec![
            kind(left, "civilians", "civilian"),
            kind(right, "fighters", "combatant"),
        ]);
        scene.relate(ids[0], ids[1], |p| p.population = Extent::Disjoint);
        scene
    };
    let asked = ["status-differs Undetermined [0, 1]"];
    assert_eq!(told(&with(10, 10)), asked);
    assert_eq!(told(&with(10, 11)), [""; 0], "two groups");
    assert_eq!(told(&with(2, 2)), [""; 0], "small numbers meet by chance");
    let mut both = with(10, 10);
    both.event_mut().claims[1].article = 0;
    both.event_mut().claims[0].article = 1;
    let mut more = kind(4, "fighters", "combatant");
    more = more.certainty(Certainty::Reported);
    both.claim(1, more);
    both.event_mut().alignments[0].claims.push(2);
    assert_eq!(told(&both), [""; 0], "the outlet counts both kinds");
}

#[test]
fn those_counted_before_are_called_something_else() {
    let with = |attribute: &str| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let fighters = scene.claim(
            harbour,
            kind(3, "fighters", "combatant").said_by(source("the army", "military")),
        );
        let theirs = scene.claim(
            river,
            kind(3, "fighters", "combatant").said_by(source("the army", "military")),
        );
        let farmers = kind(3, "farmers", "civilian").said_by(source("residents", "witness"));
        let farmers = scene.claim(river, farmers.attribute(attribute, "yes"));
        scene.align("people killed", &[fighters, theirs, farmers]);
        scene.relate(fighters, farmers, |p| p.population = Extent::Disjoint);
        scene.relate(theirs, farmers, |p| p.population = Extent::Disjoint);
        told(&scene)
    };
    assert_eq!(with("relabels"), ["status-differs Disputed [0, 2]"]);
    assert_eq!(with("means"), [""; 0], "three of each");
}

#[test]
fn all_of_a_kind_here_and_some_of_as_many_there() {
    let with = |all: u32, portion: &str| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let fighters = scene.claim(
            harbour,
            kind(14, "fighters", "combatant").said_by(source("the army", "military")),
        );
        let dead = scene.claim(river, people(all));
        let some = kind(5, "fighters", "combatant").said_by(source("elders", "person"));
        let some = scene.claim(river, some.attribute("portion", portion));
        scene.align("people killed", &[fighters, dead, some]);
        scene.relate(fighters, dead, |p| p.population = Extent::Subset);
        scene.relate(dead, some, |p| p.population = Extent::Superset);
        told(&scene)
    };
    assert_eq!(with(14, "part"), ["status-differs Disputed [2, 0]"]);
    for (all, portion, why) in [
        (30, "part", "of more people"),
        (14, "severe", "no part of them"),
    ] {
        let found = with(all, portion);
        let asks = |line: &String| line.starts_with("status-differs");
        assert!(!found.iter().any(asks), "{why}: {found:?}");
    }
}

#[test]
fn one_of_a_kind_and_more_of_it() {
    let with = |figure: u32| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let exactly = Some(Decimal::ONE);
        let one = kind(1, "police officer", "police");
        let one = one.figure("one".into(), Form::Exact, exactly, exactly);
        let one = scene.claim(harbour, one);
        let more = scene.claim(river, kind(figure, "police officers", "police"));
        scene.align("people killed", &[one, more]);
        scene.relate(one, more, |p| p.population = Extent::Subset);
        told(&scene)
    };
    assert_eq!(with(2), ["figures-differ Undetermined [0, 1]"]);
    assert_eq!(with(1), [""; 0]);
}

#[test]
fn slips_of_the_pen_are_told_from_tolls_that_move() {
    let with = |left: u32, right: u32| told(&scene(vec![people(left), people(right)]).0);
    assert_eq!(with(4327, 4237), ["digit-slip Undetermined [1, 0]"]);
    assert_eq!(with(450, 4500), ["off-by-ten Undetermined [0, 1]"]);
    for (name, left, right) in [
        ("two digits", 14, 41),
        ("other digits", 4238, 4327),
        ("three of them turned", 1234, 2341),
        ("not beside each other", 1234, 3214),
        ("small and tenfold", 5, 50),
    ] {
        assert_eq!(
            with(left, right),
            ["figures-differ Undetermined [0, 1]"],
            "{name}"
        );
    }
    let day = |figure, day: &str| people(figure).as_of(day);
    let rising = scene(vec![day(4237, "2021-05-02"), day(4327, "2021-05-03")]).0;
    assert_eq!(told(&rising), ["later-figure Superseded [1, 0]"]);
}

#[test]
fn a_round_figure_stands_for_those_around_it() {
    let with = |left: u32, right: u32| told(&scene(vec![people(left), people(right)]).0);
    assert_eq!(with(200, 209), ["vague-figure Compatible [0, 1]"]);
    for (left, right) in [(200, 212), (100, 147), (30, 31), (209, 211)] {
        let open = ["figures-differ Undetermined [0, 1]"];
        assert_eq!(with(left, right), open, "{left} and {right}");
    }
}

#[test]
fn a_toll_that_rises_is_one_chain_and_what_stays_behind_is_said() {
    let on = |figure, day: &str| people(figure).as_of(day);
    let (scene, _) = scene(vec![
        on(6, "2021-05-01"),
        on(8, "2021-05-02"),
        on(9, "2021-05-03"),
        on(10, "2021-05-05"),
        on(9, "2021-05-05"),
    ]);
    let expected = [
        "stale-figure Superseded [4, 3, 2]",
        "later-figure Superseded [3, 2, 1, 0]",
    ];
    assert_eq!(told(&scene), expected);
}

#[test]
fn a_chain_goes_by_time() {
    let on = |figure, day: &str| people(figure).as_of(day);
    let (scene, _) = scene(vec![
        on(9, "2021-05-01"),
        on(13, "2021-05-02"),
        on(12, "2021-05-03"),
        on(14, "2021-05-04"),
    ]);
    let expected = [
        "toll-falls Undetermined [2, 1]",
        "later-figure Superseded [3, 2, 0]",
    ];
    assert_eq!(told(&scene), expected);
}

#[test]
fn a_figure_that_nobody_gave_before_is_not_stale() {
    let on = |figure, day: &str| people(figure).as_of(day);
    let (falls, _) = scene(vec![on(10, "2021-05-03"), on(9, "2021-05-05")]);
    assert_eq!(told(&falls), ["toll-falls Undetermined [1, 0]"]);
    let (same, _) = scene(vec![on(9, "2021-05-05"), on(10, "2021-05-05")]);
    assert_eq!(told(&same), ["figures-differ Contradiction [0, 1]"]);
}

#[test]
fn who_gives_both_figures_contradicts_nobody() {
    let mut scene = Scene::incident("a raid on the quay");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let two = scene.claim(harbour, people(2));
    let four = scene.claim(harbour, people(4));
    let other = scene.claim(river, people(4));
    scene.align("people killed", &[two, four, other]);
    assert_eq!(told(&scene), [""; 0]);
    scene.event_mut().claims[four as usize] = scene.event().claims[two as usize].clone();
    assert_eq!(told(&scene), ["figures-differ Undetermined [0, 2]"]);
}

#[test]
fn a_total_that_we_made_accuses_nobody() {
    let made = people(3).attribute("derived", "told one by one");
    assert_eq!(told(&scene(vec![made, people(4)]).0), [""; 0]);
}

#[test]
fn one_who_is_described_is_no_total() {
    let described = |words: &str| {
        let one = Some(Decimal::ONE);
        let draft = killed().figure(words.to_owned(), Form::Exact, one, one);
        draft.population(party(words).role("person"))
    };
    let with = |left| told(&scene(vec![left, people(4)]).0);
    assert_eq!(with(described("53-year-old man")), [""; 0]);
    let counted = with(people(1));
    assert_eq!(counted, ["figures-differ Undetermined [0, 1]"]);
}

#[test]
fn nobody_yet_is_not_nobody() {
    let held = |draft: ClaimDraft, day: &str| draft.as_of(day);
    let nobody = || claim("captured").count(0_u32);
    let youths = || claim("captured").count(2_u32).population("juveniles");
    let with = |left, right| told(&scene(vec![left, right]).0);
    let later = with(held(nobody(), "2021-05-03"), held(youths(), "2021-05-05"));
    assert_eq!(later, ["later-figure Superseded [1, 0]"]);
    let before = with(held(nobody(), "2021-05-05"), held(youths(), "2021-05-03"));
    assert_eq!(before, ["unclear-who Undetermined [1, 0]"]);
}

#[test]
fn some_of_the_lower_are_not_the_rest_of_the_higher() {
    let superset = |p: &mut Pair| p.population = Extent::Superset;
    let mut scene = Scene::incident("a raid on the quay");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let whole = scene.claim(harbour, people(4));
    let girl = scene.claim(harbour, kind(1, "a girl", "child"));
    let teens = scene.claim(river, kind(3, "teenagers", "child"));
    scene.align("people wounded", &[whole, girl, teens]);
    scene.relate(whole, girl, superset);
    scene.relate(whole, teens, superset);
    scene.relate(girl, teens, |p| p.population = Extent::Subset);
    scene.share(whole, girl);
    assert_eq!(told(&scene), [""; 0]);
    scene.relate(girl, teens, |p| p.population = Extent::Disjoint);
    assert_eq!(told(&scene), ["others-counted ScopeDiffers [2, 0, 1]"]);
}

#[test]
fn others_and_those_beside_whom_they_are_told() {
    let others = |figure: u32| kind(figure, "others", "person");
    let two = |left: ClaimDraft, right: ClaimDraft| {
        let (scene, _) = scene(vec![left, right]);
        told(&scene)
    };
    let open = ["figures-differ Undetermined [0, 1]"];
    assert_eq!(two(others(8), people(9)), NONE, "one more");
    assert_eq!(two(others(8), people(12)), open, "four more");
    assert_eq!(two(others(8), others(9)), open, "others in both");
    assert_eq!(two(people(8), people(9)), open, "nobody beside");
    let some = others(8).attribute("portion", "others");
    assert_eq!(two(some, people(12)), NONE, "beside others of the text");
}

const NONE: [&str; 0] = [];

/// The outlet that gives a figure is asked for it, not the one that repeats it.
#[test]
fn who_gives_a_figure_itself_is_cited() {
    let mut scene = Scene::incident("a ferry sank");
    let [bay, delta, quay] = ["Bay Courier", "Delta Mail", "Quay Times"].map(|o| scene.article(o));
    let people = || party("people").role("person");
    let repeated = claim("killed").count(11).population(people());
    let repeated = scene.claim(bay, repeated.said_by(source("Delta Mail", "media")));
    let own = scene.claim(delta, claim("killed").count(11).population(people()));
    let other = scene.claim(quay, claim("killed").count(14).population(people()));
    scene.align("people killed", &[repeated, own, other]);
    let found = scene
        .check::<Quantity>()
        .expect("the rule has no error of its own");
    let cited: Vec<_> = found.iter().map(|made| made.claims.clone()).collect();
    assert_eq!(cited, [[own, other]]);
}

#[test]
fn a_second_figure_on_nobody_elses_word_is_of_something_else() {
    let with = |second: ClaimDraft, third: u32| {
        let mut scene = Scene::incident("a quake in the valley");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let first = scene.claim(harbour, people(9));
        let second = scene.claim(harbour, second);
        let other = scene.claim(river, people(third));
        scene.align("people killed", &[first, second, other]);
        told(&scene)
    };
    let sourced = |n: u32| people(n).said_by(source("the mayor", "official").entity("mayor"));
    assert_eq!(with(people(340), 9), [""; 0], "an older quake");
    assert_eq!(with(people(2), 9), [""; 0], "one place of several");
    assert_eq!(
        with(sourced(14), 9),
        [""; 0],
        "the other outlet gives the first figure as well"
    );
    assert_eq!(
        with(sourced(14), 20),
        [
            "figures-differ Undetermined [0, 2]",
            "figures-differ Undetermined [1, 2]"
        ],
        "somebody else's word is compared"
    );
    assert_eq!(
        with(people(340), 20),
        ["figures-differ Undetermined [0, 2]"],
        "the first figure is compared all the same"
    );
}

#[test]
fn what_opposed_sides_count_is_disputed_though_a_part_exceeds_the_whole() {
    let by =
        |draft: ClaimDraft, name: &str, kind: &str| draft.said_by(source(name, kind).entity(name));
    let (mut scene, ids) = scene(vec![
        by(kind(63, "soldiers", "soldier"), "the front", "party"),
        by(people(21), "the army", "military"),
    ]);
    scene.relate(ids[0], ids[1], |p| p.population = Extent::Subset);
    assert_eq!(told(&scene), ["figures-differ Disputed [1, 0]"]);
}

#[test]
fn a_part_many_times_the_whole_is_of_something_else() {
    let (mut scene, ids) = scene(vec![kind(112, "fighters", "combatant"), people(11)]);
    scene.relate(ids[0], ids[1], |p| p.population = Extent::Subset);
    assert_eq!(told(&scene), [""; 0]);
}

#[test]
fn none_of_one_kind_says_nothing_of_others() {
    let none = killed()
        .count(0_u32)
        .population(party("no rescuer").role("civilian"));
    let (mut scene, ids) = scene(vec![none, kind(6, "miners", "civilian")]);
    scene.relate(ids[0], ids[1], |p| p.population = Extent::Unknown);
    assert_eq!(told(&scene), [""; 0]);
}

#[test]
fn nobody_of_one_deed_says_nothing_of_others() {
    let none = || claim("wounded").count(0_u32);
    let with = |beside: Option<(bool, ClaimDraft)>| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let hurt = scene.claim(river, claim("wounded").count(12_u32));
        let nobody = scene.claim(harbour, none());
        scene.align("people wounded", &[hurt, nobody]);
        if let Some((own, draft)) = beside {
            scene.claim(if own { harbour } else { river }, draft);
        }
        told(&scene)
    };
    assert_eq!(with(None), ["some-of-none Undetermined [1, 0]"]);
    // Its own article counts one who was hurt; the other tells of a moment when nobody was.
    assert_eq!(with(Some((true, claim("wounded").count(1_u32)))), [""; 0]);
    assert_eq!(
        with(Some((true, claim("casualties").count(1_u32)))),
        [""; 0]
    );
    assert_eq!(with(Some((false, none()))), [""; 0]);
    let dead = with(Some((true, people(3))));
    assert_eq!(dead, ["some-of-none Undetermined [1, 0]"]);
}

#[test]
fn a_toll_that_rose_by_a_victim_counts_no_attacker() {
    let with = |risen: bool| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let four = scene.claim(harbour, people(4));
        let gunman = scene.claim(harbour, kind(1, "gunman", "attacker"));
        let toll = people(5);
        let toll = if risen {
            toll.attribute("portion", "risen")
        } else {
            toll
        };
        let five = scene.claim(river, toll);
        scene.align("people killed", &[four, gunman, five]);
        let found = told(&scene);
        found.iter().any(|f| f.starts_with("attackers-counted"))
    };
    assert!(with(false));
    assert!(!with(true));
}

#[test]
fn two_kinds_told_in_one_breath_make_up_the_others_figure() {
    let with = |second: u32| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let brovians = scene.claim(harbour, kind(12, "Brovians", "person"));
        let carvians = scene.claim(harbour, kind(second, "Carvians", "person"));
        let pirates = scene.claim(river, kind(23, "pirates", "attacker"));
        scene.align("people held", &[brovians, carvians, pirates]);
        scene.relate(brovians, carvians, |p| p.population = Extent::Unknown);
        scene.relate(brovians, pirates, |p| p.population = Extent::Unknown);
        scene.relate(carvians, pirates, |p| p.population = Extent::Unknown);
        told(&scene)
    };
    let open = with(9);
    assert!(
        open.iter().all(|f| !f.starts_with("others-counted")),
        "{open:?}"
    );
    let explained = with(11);
    assert!(
        explained.iter().all(|f| f.starts_with("others-counted")),
        "{explained:?}"
    );
    assert!(!explained.is_empty());
}

#[test]
fn parts_of_one_kind_are_compared() {
    let with = |left: (u32, &str), right: (u32, &str)| {
        let mut scene = Scene::incident("a raid on the quay");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let all = scene.claim(harbour, people(33));
        let some = scene.claim(harbour, kind(left.0, left.1, left.1));
        let others = scene.claim(river, people(33));
        let other = scene.claim(river, kind(right.0, right.1, right.1));
        scene.align("people killed", &[all, some, others, other]);
        scene.share(all, some);
        scene.share(others, other);
        told(&scene)
    };
    let differ = ["figures-differ Undetermined [3, 1]"];
    assert_eq!(with((12, "child"), (10, "child")), differ);
    assert_eq!(with((12, "child"), (12, "child")), [""; 0]);
}

#[test]
fn a_toll_that_has_risen_in_the_later_report_is_no_older_one() {
    let risen = |n: u32, day: &str| people(n).as_of(day).attribute("portion", "risen");
    let with = |left, right| told(&scene(vec![left, right]).0);
    let falls = with(risen(15, "2021-05-03"), risen(11, "2021-05-05"));
    assert_eq!(falls, ["toll-falls Undetermined [1, 0]"]);
    let rises = with(risen(11, "2021-05-03"), risen(15, "2021-05-05"));
    assert_eq!(rises, ["later-figure Superseded [1, 0]"]);
}

#[test]
fn of_the_missing_only_a_rise_is_told() {
    let on = |figure: u32, day: &str| {
        let draft = claim("missing").count(figure);
        draft.population(party("people").role("person")).as_of(day)
    };
    let (rises, _) = scene(vec![on(10, "2021-05-01"), on(40, "2021-05-02")]);
    assert_eq!(told(&rises), ["later-figure Superseded [1, 0]"]);
    let (falls, _) = scene(vec![on(40, "2021-05-01"), on(10, "2021-05-02")]);
    assert_eq!(told(&falls), [""; 0]);
}

#[test]
fn one_person_and_later_more() {
    let with = |text: &str, noun: &str| {
        let one = killed().count(1_u32).population(party(noun).role("person"));
        let one = one.figure(
            text.into(),
            Form::Exact,
            Some(1_u32.into()),
            Some(1_u32.into()),
        );
        let (mut scene, ids) = scene(vec![one.as_of("2021-05-01"), people(4).as_of("2021-05-02")]);
        scene.relate(ids[0], ids[1], |p| p.population = Extent::Subset);
        told(&scene)
    };
    assert_eq!(with("One", "person"), ["later-figure Superseded [1, 0]"]);
    assert_eq!(with("One", "of the people"), [""; 0]);
    assert_eq!(with("A person", "A person"), [""; 0]);
}
