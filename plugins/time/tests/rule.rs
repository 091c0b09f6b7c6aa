//! What the rule finds, and the near misses of its manual.

use rashomon_rule::Pair;
use rashomon_rule::prelude::*;
use rule_time::Time;

const SATURDAY: &str = "2017-03-18";
const SUNDAY: &str = "2017-03-19";
const MONDAY: &str = "2017-03-20";
const TUESDAY: &str = "2017-03-21";

/// Claims of articles by their number, all of one topic.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("attack began", &ids);
    scene
}

fn pair(left: ClaimDraft, right: ClaimDraft, relate: impl Fn(&mut Pair)) -> Scene {
    let mut scene = scene(vec![(0, left), (1, right)]);
    scene.relate(0, 1, relate);
    scene
}

fn found(scene: &Scene) -> Vec<Finding> {
    scene
        .check::<Time>()
        .expect("the rule has no error of its own")
}

/// Asserts what is found: code, verdict, and the claims, the earlier first.
fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict, [u32; 2])]) {
    let found = found(scene);
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

fn as_found(_: &mut Pair) {}

fn attacked(time: impl Into<Period>) -> ClaimDraft {
    claim("attacked").time(time)
}

fn retook(time: impl Into<Period>) -> ClaimDraft {
    claim("retook").time(time)
}

#[test]
fn one_thing_has_one_time() {
    let differ = |ids| ("dates-differ", Verdict::Undetermined, ids);
    let steps = |ids| ("sequence", Verdict::Compatible, ids);
    let dawn = || period("at dawn", "2017-03-19T05:00", "2017-03-19T06:00");
    let dusk = || period("at dusk", "2017-03-19T18:00", "2017-03-19T19:00");
    for (name, left, right, expected) in [
        (
            "days that follow one another",
            attacked(SUNDAY),
            attacked(MONDAY),
            differ([0, 1]),
        ),
        (
            "told in the other order",
            attacked(TUESDAY),
            attacked(SUNDAY),
            differ([1, 0]),
        ),
        (
            "dawn and dusk of a day",
            attacked(dusk()),
            attacked(dawn()),
            differ([1, 0]),
        ),
        (
            "what is done in steps",
            retook(MONDAY),
            retook(SUNDAY),
            steps([1, 0]),
        ),
    ] {
        check(name, &pair(left, right, as_found), &[expected]);
    }
}

#[test]
fn times_that_share_a_minute_or_are_not_said_are_passed_over() {
    let weekend = || period("over the weekend", SATURDAY, SUNDAY);
    let early = || period("early", "2017-03-19T00:00", "2017-03-19T06:00");
    let open = || Period {
        end: None,
        ..day(SATURDAY)
    };
    let nowhen = || Period {
        start: None,
        ..open()
    };
    let other = || attacked(MONDAY);
    type Change = fn(&mut Pair);
    let cases: [(&str, ClaimDraft, ClaimDraft, Change); 12] = [
        ("the same day", attacked(SUNDAY), attacked(SUNDAY), as_found),
        (
            "a part of the day",
            attacked(early()),
            attacked(SUNDAY),
            as_found,
        ),
        (
            "a day of the weekend",
            attacked(weekend()),
            attacked(SUNDAY),
            as_found,
        ),
        ("since a day", attacked(open()), other(), as_found),
        (
            "a time not understood",
            attacked(nowhen()),
            other(),
            as_found,
        ),
        (
            "a day that was assumed",
            attacked(day(SUNDAY).on(Basis::Assumed)),
            other(),
            as_found,
        ),
        ("no time", claim("attacked"), other(), as_found),
        ("elsewhere", attacked(SUNDAY), other(), |p| {
            p.place = Extent::Disjoint
        }),
        ("by others", attacked(SUNDAY), other(), |p| {
            p.agent = Extent::Disjoint
        }),
        ("to another", attacked(SUNDAY), other(), |p| {
            p.object = Extent::Disjoint
        }),
        ("something else", attacked(SUNDAY), retook(MONDAY), as_found),
        ("not so", attacked(SUNDAY).denied(), other(), as_found),
    ];
    for (name, left, right, relate) in cases {
        check(name, &pair(left, right, relate), &[]);
    }
}

#[test]
fn states_figures_and_the_outlets_own_dates_are_passed_over() {
    let other = || attacked(MONDAY);
    let night = attacked(period("at night", "2017-03-19T20:00", "2017-03-19T23:59"));
    check(
        "the night before the day",
        &pair(night, other(), as_found),
        &[],
    );
    let goes_on = |day: &str| claim("continues").time(day);
    check(
        "a state",
        &pair(goes_on(SUNDAY), goes_on(MONDAY), as_found),
        &[],
    );
    let count = |day: &str| claim("killed").count(3_u32).time(day);
    check(
        "a figure",
        &pair(count(SUNDAY), count(MONDAY), as_found),
        &[],
    );
    let own = scene(vec![(0, attacked(SUNDAY)), (0, attacked(MONDAY))]);
    check("one article", &own, &[]);
    let implied = attacked(day(SUNDAY).on(Basis::Implied));
    assert_eq!(
        found(&pair(implied, other(), as_found)).len(),
        1,
        "what the context says counts"
    );
}

#[test]
fn a_time_that_both_give_is_in_no_dispute() {
    let both = scene(vec![
        (0, attacked(SUNDAY)),
        (1, attacked(SUNDAY)),
        (1, attacked(TUESDAY)),
    ]);
    check("a second attack in one of them", &both, &[]);
    let differ = ("dates-differ", Verdict::Undetermined, [0, 2]);
    let neither = scene(vec![
        (0, attacked(SUNDAY)),
        (1, attacked(MONDAY)),
        (1, attacked(TUESDAY)),
    ]);
    check("the farthest apart", &neither, &[differ]);
    let three = scene(vec![
        (0, attacked(SUNDAY)),
        (1, attacked(SUNDAY)),
        (2, attacked(TUESDAY)),
    ]);
    check("two times, three articles", &three, &[differ]);
}

#[test]
fn the_slack_is_the_packs_to_say() {
    let at = |minute: &str| attacked(minute);
    let scene = pair(at("2017-03-19T05:00"), at("2017-03-19T07:01"), as_found);
    let with = |hours: Decimal| scene.check_with::<Time>(|s| s.slack_hours = hours);
    assert_eq!(with(dec!(2)).map(|found| found.len()), Ok(1));
    assert_eq!(with(dec!(2.01)).map(|found| found.len()), Ok(0));
}

#[test]
fn universal_time_is_another_clock() {
    let at = |text: &str, minute: &str| attacked(period(text, minute, minute));
    let local = || at("at 12:30", "2017-03-19T12:30");
    let clocks = [([0, 1], "two-clocks", Verdict::Compatible)];
    let differ = [([0, 1], "dates-differ", Verdict::Undetermined)];
    for (name, right, expected) in [
        (
            "the same by another clock",
            at("1830 GMT", "2017-03-19T18:30"),
            &clocks,
        ),
        (
            "no whole half hours",
            at("1847 GMT", "2017-03-19T18:47"),
            &differ,
        ),
        ("no zone", at("at 18:30", "2017-03-19T18:30"), &differ),
        (
            "farther than clocks go",
            at("0800 UTC", "2017-03-20T08:00"),
            &differ,
        ),
        ("a day", attacked("2017-03-20"), &differ),
    ] {
        let expected: Vec<_> = expected
            .iter()
            .map(|(ids, code, verdict)| (*code, *verdict, *ids))
            .collect();
        check(name, &pair(local(), right, as_found), &expected);
    }
    let both = pair(
        at("1200 GMT", "2017-03-19T12:00"),
        at("1800 GMT", "2017-03-19T18:00"),
        as_found,
    );
    check(
        "both universal",
        &both,
        &[("dates-differ", Verdict::Undetermined, [0, 1])],
    );
}

#[test]
fn hours_of_one_day_are_told_apart_by_their_words() {
    let at = |text: &str, minute: &str| attacked(period(text, minute, minute));
    let one_day = pair(
        at("at five", "2017-03-19T05:00"),
        at("at noon", "2017-03-19T12:00"),
        as_found,
    );
    assert_eq!(found(&one_day)[0].message.key, "hours");
    let two = pair(attacked(SUNDAY), attacked(MONDAY), as_found);
    let finding = found(&two).remove(0);
    assert_eq!(finding.message.key, "days");
    assert_eq!(finding.readings.len(), 2);
    assert_eq!(finding.questions.len(), 2, "both outlets are asked");
    let fields: Vec<_> = finding
        .missing
        .iter()
        .map(|gap| gap.field.as_str())
        .collect();
    assert_eq!(fields, ["agent", "place", "attribution"].repeat(2));
}

#[test]
fn what_is_said_in_full_leaves_only_the_hour_open() {
    let full = |day: &str| {
        attacked(day)
            .agent("the rebels")
            .place("Ford")
            .said_by(source("an officer", "military"))
    };
    let finding = found(&pair(full(SUNDAY), full(MONDAY), as_found)).remove(0);
    let fields: Vec<_> = finding
        .missing
        .iter()
        .map(|gap| gap.field.as_str())
        .collect();
    assert_eq!(fields, ["time", "time"]);
}

/// Two articles that tell when the deed was, by an hour of the clock and what day the words name.
fn deed(left: ClaimDraft, right: ClaimDraft) -> Vec<String> {
    let mut scene = Scene::incident("shots at the mill");
    let harbour = scene.article("Harbour Post");
    let river = scene.article("River Times");
    scene.claim(harbour, left);
    scene.claim(river, right);
    found(&scene).iter().map(|f| f.code.clone()).collect()
}

fn at(words: &str, minute: &str) -> ClaimDraft {
    let hour = claim("occurred").attribute("clock", minute);
    match words {
        "" => hour,
        day => hour.time(period("that day", day, day)),
    }
}

#[test]
fn a_deed_has_one_hour_and_one_day() {
    let differ = ["deed-dated-twice"];
    let shot = |words: &str, day: &str| claim("shot").count(1_u32).time(period(words, day, day));
    assert_eq!(deed(at("", "900"), at("", "1020")), differ, "two hours");
    assert_eq!(deed(at("", "1350"), at("", "1380")), NONE, "half an hour");
    assert_eq!(deed(at("", "1435"), at("", "0")), NONE, "around midnight");
    assert_eq!(deed(at("", "492"), at("", "500")), differ, "8:12 and 8:20");
    assert_eq!(deed(at("", "748"), at("", "750")), NONE, "12:28 and 12:30");
    let about = at("", "500").attribute("clock-about", "yes");
    assert_eq!(deed(at("", "492"), about), NONE, "8:12 and about 8:20");
    let days = deed(shot("Sunday", SUNDAY), shot("Monday", MONDAY));
    assert_eq!(days, differ, "two days");
    let history = deed(shot("in March", "2009-03-19"), shot("Sunday", SUNDAY));
    assert_eq!(history, NONE, "years apart");
    let wounded = |day: &str| {
        claim("wounded")
            .count(1_u32)
            .time(period("that day", day, day))
    };
    assert_eq!(deed(wounded(SUNDAY), wounded(MONDAY)), NONE, "no deed");
}

/// Only the text's own words stand in quotation marks: an hour that we put into digits does not.
#[test]
fn an_hour_in_digits_is_no_quotation() {
    let mut scene = Scene::incident("shots at the mill");
    for (outlet, minute) in [("Harbour Post", "900"), ("River Times", "1020")] {
        let article = scene.article(outlet);
        scene.claim(article, at("", minute));
    }
    let words = |finding: &Finding, name: &str| {
        let mut values = finding.message.values.iter();
        let value = values.find(|value| value.name == name);
        format!("{:?}", value.map(|value| &value.value))
    };
    let clocks = found(&scene).remove(0);
    assert!(words(&clocks, "first_time").contains("\"15:00\""));
    let shot = |day: &str| {
        claim("shot")
            .count(1_u32)
            .time(period("that day", day, day))
    };
    let mut scene = Scene::incident("shots at the mill");
    for (outlet, day) in [("Harbour Post", SUNDAY), ("River Times", MONDAY)] {
        let article = scene.article(outlet);
        scene.claim(article, shot(day));
    }
    let days = found(&scene).remove(0);
    assert!(words(&days, "first_time").contains("“that day”"));
}

const NONE: [&str; 0] = [];

#[test]
fn what_befalls_a_named_person_has_one_time() {
    let held = |who: &str, day: &str| {
        let one = claim("captured").count(1_u32).population(who);
        one.time(day)
    };
    let differ = &[("dates-differ", Verdict::Undetermined, [0, 1])];
    let told = |left: ClaimDraft, right: ClaimDraft| pair(left, right, as_found);
    let koval = |day: &str| held("Ada Koval", day);
    check("held on", &told(koval(SUNDAY), koval(MONDAY)), differ);
    let man = |day: &str| held("a man", day);
    check("nameless", &told(man(SUNDAY), man(MONDAY)), &[]);
    let another = held("Edo Marin", MONDAY);
    check("two people", &told(koval(SUNDAY), another), &[]);
    let two = |day: &str| {
        let two = claim("captured").count(2_u32).population("Ada Koval");
        two.time(day)
    };
    check("more than one", &told(two(SUNDAY), two(MONDAY)), &[]);
}
