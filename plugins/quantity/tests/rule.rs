//! What the rule finds, and the near misses of its manual.

use rashomon_rule::Pair;
use rashomon_rule::prelude::*;
use rule_quantity::Quantity;

/// Two outlets with a claim each; `relate` is what the host found beside what the claims tell.
fn pair(left: ClaimDraft, right: ClaimDraft, relate: impl Fn(&mut Pair)) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let harbour = scene.article("Harbour Post");
    let river = scene.article("River Times");
    let left = scene.claim(harbour, left);
    let right = scene.claim(river, right);
    scene.align("people killed", &[left, right]);
    scene.relate(left, right, relate);
    scene
}

fn found(scene: &Scene) -> Vec<Finding> {
    scene
        .check::<Quantity>()
        .expect("the rule has no error of its own")
}

/// Asserts what is found as `code verdict because`, or nothing.
fn check(name: &str, scene: &Scene, expected: &[&str]) {
    let told = |f: &Finding| {
        let because = f.because.as_ref().map_or("", |why| why.key.as_str());
        format!("{} {:?} {because}", f.code, f.verdict).replace("Verdict::", "")
    };
    let found: Vec<String> = found(scene).iter().map(told).collect();
    assert_eq!(found, expected, "{name}");
}

fn as_found(_: &mut Pair) {}

fn killed() -> ClaimDraft {
    claim("killed")
}

fn soldiers() -> Party {
    party("soldiers").role("combatant").side("army")
}

/// Dozens as the default profile reads them.
fn dozens() -> ClaimDraft {
    killed()
        .vague("dozens", 24)
        .read_as(Some(dec!(12)), Some(dec!(99)), "dozens")
        .population(soldiers())
}

fn of_soldiers(figure: u32) -> ClaimDraft {
    killed().count(figure).population(soldiers())
}

fn floor(figure: u32) -> ClaimDraft {
    killed().at_least(figure).population(soldiers())
}

fn monitor() -> Source {
    source("a monitor", "monitor").entity("monitor")
}

#[test]
fn figures_that_no_figure_satisfies_differ() {
    let differ = "figures-differ Undetermined differ-moment";
    let hedged = "figures-differ Undetermined differ-hedged";
    let guess = || killed().count(19).population(soldiers().on(Basis::Assumed));
    for (name, left, right, expected) in [
        (
            "two exact figures",
            of_soldiers(14),
            of_soldiers(19),
            differ,
        ),
        (
            "the other way round",
            of_soldiers(19),
            of_soldiers(14),
            differ,
        ),
        (
            "two bare totals",
            killed().count(14),
            killed().count(15),
            differ,
        ),
        (
            "a floor above a figure",
            floor(60),
            of_soldiers(47),
            "bound-broken Undetermined differ-moment",
        ),
        (
            "zero is a statement",
            of_soldiers(0),
            of_soldiers(5),
            "some-of-none Undetermined differ-moment",
        ),
        (
            "a ceiling below a figure",
            killed().at_most(5),
            killed().count(9),
            "bound-broken Undetermined differ-moment",
        ),
        ("dozens, and eight", dozens(), of_soldiers(8), differ),
        (
            "both say for which hour",
            of_soldiers(14).as_of("2017-03-19T12:00"),
            of_soldiers(19).as_of("2017-03-19T12:00"),
            "figures-differ Contradiction differ-why",
        ),
        (
            "one figure is believed",
            of_soldiers(14),
            of_soldiers(19).certainty(Certainty::Possible),
            hedged,
        ),
        (
            "whom it counts is our guess",
            of_soldiers(14),
            guess(),
            hedged,
        ),
    ] {
        check(name, &pair(left, right, as_found), &[expected]);
    }
}

#[test]
fn sources_are_named_where_they_differ() {
    let river = source("an officer", "military").entity("officer");
    let of_river = of_soldiers(19).said_by(river);
    let of_monitor = |figure| of_soldiers(figure).said_by(monitor());
    let at_noon = |figure| of_monitor(figure).as_of("2017-03-19T12:00");
    for (name, left, right, expected) in [
        (
            "a source for each",
            of_monitor(14),
            of_river,
            "figures-differ Disputed differ-sources",
        ),
        (
            "one source, perhaps of two days",
            of_monitor(14),
            of_monitor(19),
            "one-source Undetermined differ-one-source",
        ),
        (
            "one source at one moment",
            at_noon(14),
            at_noon(19),
            "one-source Contradiction differ-one-source",
        ),
        (
            "the same, but whom it counts is our guess",
            at_noon(14),
            at_noon(19).population(soldiers().on(Basis::Assumed)),
            "one-source Undetermined differ-one-source",
        ),
    ] {
        check(name, &pair(left, right, as_found), &[expected]);
    }
    let scene = pair(of_monitor(14), of_monitor(19), as_found);
    let asked: Vec<_> = found(&scene).remove(0).questions;
    let asked: Vec<_> = asked.into_iter().map(|question| question.to).collect();
    let source = Addressee::Source("monitor".into());
    assert_eq!(
        asked,
        [Addressee::Article(0), Addressee::Article(1), source]
    );
}

#[test]
fn what_has_one_figure_for_good_is_excused_by_no_later_moment() {
    let shots = |figure: u32, day: &str| claim("shots").count(figure).as_of(day);
    let (sunday, monday) = ("2017-03-19", "2017-03-20");
    let police = || source("police", "police");
    let witness = || source("a witness", "witness");
    for (name, left, right, expected) in [
        (
            "nobody is named for either",
            shots(12, sunday),
            shots(20, monday),
            "figure-of-one Undetermined stays-why",
        ),
        (
            "one police",
            shots(12, sunday).said_by(police()),
            shots(20, monday).said_by(police()),
            "one-source Undetermined differ-one-source",
        ),
        (
            "police and a witness",
            shots(12, sunday).said_by(police()),
            shots(20, monday).said_by(witness()),
            "figure-of-one Disputed differ-sources",
        ),
        (
            "two digits turned",
            shots(1253, sunday),
            shots(1235, monday),
            "digit-slip Undetermined digit-slip-why",
        ),
    ] {
        check(name, &pair(left, right, as_found), &[expected]);
    }
    // Near misses: a figure that grows, one with room for the other, and a reporter's "several".
    let grows = pair(
        of_soldiers(12).as_of(sunday),
        of_soldiers(20).as_of(monday),
        as_found,
    );
    check("the dead", &grows, &["later-figure Superseded later-why"]);
    let floor = claim("shots").at_least(12).as_of(sunday);
    check("a floor", &pair(floor, shots(14, monday), as_found), &[]);
    let several = claim("shots").vague("several", 3);
    check("several", &pair(several, shots(14, monday), as_found), &[]);
}

#[test]
fn a_source_is_asked_only_for_what_it_counts() {
    let asked = |counted: &str| {
        let mut scene = Scene::incident("fighting at the mill");
        let both = [14, 19].map(|figure| {
            let article = scene.article(&format!("Outlet {figure}"));
            scene.claim(article, claim(counted).count(90).said_by(monitor()));
            scene.claim(article, of_soldiers(figure))
        });
        scene.align("people killed", &both);
        let asked = found(&scene).remove(0).questions.into_iter();
        asked.map(|question| question.to).collect::<Vec<_>>()
    };
    let monitor = Addressee::Source("monitor".into());
    assert!(asked("killed").contains(&monitor), "it counted dead");
    assert!(
        !asked("displaced").contains(&monitor),
        "it counted homeless"
    );
}

#[test]
fn a_later_moment_excuses_no_rival() {
    let told = |figure: u32, day: &str, kind: &str| {
        of_soldiers(figure)
            .as_of(day)
            .said_by(source(&format!("the {kind} speaker"), kind))
    };
    let (sunday, monday) = ("2017-03-19", "2017-03-20");
    let rivals = "figures-differ Disputed differ-sources";
    let later = "later-figure Superseded later-why";
    for (one, other, expected) in [
        ("official", "party", rivals),
        ("military", "medic", rivals),
        ("official", "medic", later),
        ("police", "official", later),
    ] {
        let scene = pair(told(14, sunday, one), told(19, monday, other), as_found);
        check(&format!("{one} and {other}"), &scene, &[expected]);
    }
    // Nor does it help that nobody knows who exactly speaks, or for which hour.
    let unnamed = |kind: &str, figure| of_soldiers(figure).said_by(source("a speaker", kind));
    let scene = pair(unnamed("military", 14), unnamed("medic", 19), |pair| {
        pair.origin = Sameness::Unknown;
    });
    check("two unnamed sides", &scene, &[rivals]);
    // A floor leaves room for what comes later, whoever counts it.
    let floor = of_soldiers(6)
        .at_least(6_u32)
        .as_of(sunday)
        .said_by(source("the official speaker", "official"));
    let scene = pair(floor, told(19, monday, "party"), as_found);
    check("a floor of an earlier day", &scene, &[later]);
}

#[test]
fn one_outlet_has_the_figures_of_both_sides() {
    let told = |rival: &str| {
        let mut scene = Scene::incident("fighting at the mill");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let army = || source("the army", "military");
        let only = scene.claim(harbour, of_soldiers(12).said_by(army()));
        let same = scene.claim(river, of_soldiers(12).said_by(army()));
        let other = source("somebody else", rival);
        let rival = scene.claim(river, of_soldiers(30).said_by(other));
        scene.align("people killed", &[only, same, rival]);
        let found = found(&scene);
        let mut codes: Vec<String> = found.iter().map(|f| f.code.clone()).collect();
        codes.sort();
        codes
    };
    assert_eq!(told("medic"), ["rival-figure"], "an army and doctors");
    assert_eq!(told("agency"), [""; 0], "an agency is no side");
}

#[test]
fn one_person_is_set_against_more_where_nobody_else_is_told_of() {
    let one = || {
        let figure = killed().figure("one".into(), Form::Exact, Some(dec!(1)), Some(dec!(1)));
        figure.population(party("person").role("person"))
    };
    let five = || killed().count(5).population(party("people").role("person"));
    let codes = |with_another: bool| {
        let mut scene = Scene::incident("fire at the mill");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let mut ids = vec![scene.claim(harbour, one())];
        if with_another {
            let named = killed()
                .count(1)
                .population(party("Jon Tam").role("person"));
            ids.push(scene.claim(harbour, named));
        }
        let more = scene.claim(river, five());
        ids.push(more);
        scene.align("people killed", &ids);
        for id in &ids[..ids.len() - 1] {
            scene.relate(*id, more, |pair| pair.population = Extent::Subset);
        }
        let found = found(&scene);
        found.iter().map(|f| f.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(false), ["figures-differ"]);
    assert_eq!(codes(true), [""; 0], "two are told one by one");
}

#[test]
fn a_later_moment_excuses_and_an_earlier_does_not() {
    let at = |figure: u32, day: &str| of_soldiers(figure).as_of(day);
    let assumed = |figure: u32, text: &str| of_soldiers(figure).as_of(day(text).on(Basis::Assumed));
    let (sunday, monday) = ("2017-03-19", "2017-03-20");
    let later = "later-figure Superseded later-why";
    for (name, left, right, expected) in [
        ("it rises", at(14, sunday), at(19, monday), later),
        (
            "told in the other order",
            at(19, monday),
            at(14, sunday),
            later,
        ),
        (
            "by our own dates",
            assumed(14, sunday),
            assumed(19, monday),
            later,
        ),
        (
            "a floor and a later figure",
            floor(26).as_of(sunday),
            at(50, monday),
            later,
        ),
        (
            "it falls",
            at(19, sunday),
            at(14, monday),
            "toll-falls Undetermined differ-falls",
        ),
        (
            "it falls by our own dates",
            assumed(19, sunday),
            assumed(14, monday),
            "toll-falls Undetermined differ-falls",
        ),
    ] {
        check(name, &pair(left, right, as_found), &[expected]);
    }
}

#[test]
fn a_floor_is_asked_about_and_never_contradicted() {
    let wide = "wide-gap Undetermined wide-why";
    let point = |figure: u32| {
        let value = Some(Decimal::from(figure));
        floor(figure).read_as(value, value, "at-least")
    };
    for (name, left, right, expected) in [
        ("nearly twice", floor(26), of_soldiers(50), Some(wide)),
        (
            "half as many again, to the head",
            floor(26),
            of_soldiers(39),
            Some(wide),
        ),
        ("one fewer than that", floor(26), of_soldiers(38), None),
        ("near", floor(60), of_soldiers(75), None),
        ("the floor itself", floor(60), of_soldiers(60), None),
        ("two floors far apart", floor(10), floor(80), Some(wide)),
        ("a floor of none", floor(0), of_soldiers(3), Some(wide)),
        (
            "a profile that takes the floor for the figure",
            point(60),
            of_soldiers(75),
            None,
        ),
        (
            "the same, far apart",
            point(26),
            of_soldiers(50),
            Some(wide),
        ),
        (
            "dozens, and 53",
            dozens(),
            of_soldiers(53),
            Some("vague-figure Compatible vague-why"),
        ),
        ("dozens, and 150", dozens(), of_soldiers(150), Some(wide)),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        check(name, &pair(left, right, as_found), &expected);
    }
}

#[test]
fn the_gap_that_is_wide_is_the_packs_to_say() {
    let scene = pair(floor(26), of_soldiers(50), as_found);
    let with = |wide: Decimal| scene.check_with::<Quantity>(|s| s.wide_gap = wide);
    assert_eq!(with(dec!(2)).map(|found| found.len()), Ok(0));
    assert_eq!(with(dec!(1.9)).map(|found| found.len()), Ok(1));
}

#[test]
fn the_profile_reads_what_is_vague() {
    let about = killed()
        .about(50)
        .read_as(Some(dec!(45)), Some(dec!(55)), "about");
    check(
        "about 50, and 47",
        &pair(about, killed().count(47), as_found),
        &["vague-figure Compatible vague-why"],
    );
    let more = killed().more_than(30);
    check(
        "more than 30, and 30",
        &pair(more, killed().count(30), as_found),
        &["bound-broken Compatible bound-met-why"],
    );
    let scene = pair(dozens(), of_soldiers(8), as_found);
    assert_eq!(found(&scene)[0].conventions, ["dozens"]);
}

#[test]
fn what_answers_another_question_is_passed_over() {
    let (left, right) = (|| of_soldiers(6), || of_soldiers(80));
    type Change = fn(&mut Pair);
    let cases: [(&str, ClaimDraft, ClaimDraft, Change); 12] = [
        ("a part and its whole", left(), right(), |p| {
            p.population = Extent::Subset
        }),
        ("a whole and its part", right(), left(), |p| {
            p.population = Extent::Superset
        }),
        ("one named victim", killed().count(1), right(), |p| {
            p.population = Extent::Subset
        }),
        ("others", left(), right(), |p| {
            p.population = Extent::Disjoint
        }),
        ("groups that share some", left(), right(), |p| {
            p.population = Extent::Overlap
        }),
        ("another measure", claim("wounded").count(6), right(), |p| {
            p.predicate = Extent::Unknown
        }),
        ("a denial", left().denied(), right(), as_found),
        (
            "a bare plural",
            killed().vague("soldiers", 2),
            right(),
            as_found,
        ),
        ("homes and people", left().unit("home"), right(), as_found),
        (
            "a running total",
            left().tally(Tally::Incident),
            right().tally(Tally::Cumulative),
            as_found,
        ),
        (
            "two towns",
            left().place("Ford"),
            right().place("Quay"),
            |p| p.place = Extent::Disjoint,
        ),
        (
            "two weeks",
            left().time("2017-03-12"),
            right().time("2017-03-19"),
            as_found,
        ),
    ];
    for (name, left, right, relate) in cases {
        check(name, &pair(left, right, relate), &[]);
    }
}

#[test]
fn claims_without_figures_and_the_outlets_own_figures_are_passed_over() {
    check("no figure", &pair(killed(), of_soldiers(5), as_found), &[]);
    let mut scene = Scene::incident("fighting at the mill");
    scene.align("people killed", &[]);
    let harbour = scene.article("Harbour Post");
    let (some, more) = (
        scene.claim(harbour, of_soldiers(14)),
        scene.claim(harbour, of_soldiers(19)),
    );
    scene.align("people killed", &[some, more]);
    check("one article, and no claims at all", &scene, &[]);
}

#[test]
fn a_part_that_the_text_itself_names_is_passed_over() {
    let mut scene = Scene::incident("a raid on a chapel");
    let (chapel, capital) = (
        scene.article("Chapel Letter"),
        scene.article("Capital Daily"),
    );
    let whole = scene.claim(chapel, killed().count(8).population("people"));
    let part = scene.claim(chapel, killed().count(6).population("priests"));
    let other = scene.claim(capital, killed().count(8).population("people"));
    scene.align("people killed", &[whole, part, other]);
    scene.share(whole, part);
    check("eight, six of them priests", &scene, &[]);
}

#[test]
fn a_wider_place_or_a_longer_time_is_asked_about() {
    let scope = "unclear-scope Undetermined scope-why";
    let differ = "figures-differ Undetermined differ-moment";
    let in_town = |figure: u32| of_soldiers(figure).place("Ford");
    let in_province = |figure: u32| of_soldiers(figure).place("the province");
    let within = |p: &mut Pair| p.place = Extent::Subset;
    let scene = pair(in_town(14), in_province(19), within);
    check("more in the province", &scene, &[scope]);
    assert_eq!(found(&scene)[0].readings.len(), 2);
    let scene = pair(in_town(19), in_province(14), within);
    check("fewer in the province than in its town", &scene, &[differ]);
    let week = || period("that week", "2017-03-13", "2017-03-19");
    let scene = pair(
        of_soldiers(14).time("2017-03-19"),
        of_soldiers(30).time(week()),
        as_found,
    );
    check("more in the week", &scene, &[scope]);
    let early = period("early", "2017-03-19T00:00", "2017-03-19T06:00");
    let scene = pair(
        of_soldiers(14).time(early),
        of_soldiers(30).time("2017-03-19"),
        as_found,
    );
    check("early on the day, and on the day", &scene, &[differ]);
}

/// The army's 26 and the rebels' 21 in one outlet, `open` "military personnel" in the other.
fn two_sides(open: u32) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let army = scene.claim(harbour, floor(26));
    let rebels = party("jihadists").role("combatant").side("rebels");
    let rebels = scene.claim(harbour, killed().count(21).population(rebels));
    let open = killed()
        .count(open)
        .population(party("military personnel").role("combatant"))
        .certainty(Certainty::Possible);
    let open = scene.claim(river, open);
    scene.align("people killed", &[army, rebels, open]);
    scene.relate(army, rebels, |pair| pair.population = Extent::Disjoint);
    scene.relate(rebels, open, |pair| pair.population = Extent::Disjoint);
    scene
}

#[test]
fn where_it_is_unclear_who_is_counted_the_plain_reading_comes_first() {
    for (open, sum) in [(50, Verdict::Compatible), (46, Verdict::Contradiction)] {
        let found = found(&two_sides(open));
        let [finding] = &found[..] else {
            panic!("one finding: {found:?}");
        };
        assert_eq!(
            (finding.code.as_str(), finding.verdict),
            ("unclear-who", Verdict::Undetermined)
        );
        assert_eq!(finding.claims, [0, 2, 1], "the two, then the other side");
        let readings: Vec<_> = finding
            .readings
            .iter()
            .map(|r| (r.when.key.as_str(), r.verdict))
            .collect();
        assert_eq!(
            readings,
            [("if-same", Verdict::Undetermined), ("if-sum", sum)]
        );
        let sum = finding.readings[1]
            .because
            .values
            .iter()
            .find(|value| value.name == "sum");
        assert_eq!(
            sum.map(|sum| &sum.value),
            Some(&Value::Text("at least 47".into()))
        );
        let missing: Vec<_> = finding
            .missing
            .iter()
            .map(|gap| (gap.claim, gap.field.as_str()))
            .collect();
        assert!(
            missing.contains(&(2, "population")) && missing.contains(&(0, "as-of")),
            "{missing:?}"
        );
    }
}

#[test]
fn without_another_side_the_second_reading_is_another_group() {
    let open = || party("men");
    let unclear = "unclear-who Undetermined unclear-why";
    for (name, figure, plain, expected) in [
        ("far apart", 50, Verdict::Contradiction, Some(unclear)),
        ("by one", 15, Verdict::Contradiction, None),
        ("equal", 14, Verdict::Contradiction, None),
    ] {
        let scene = pair(
            of_soldiers(14),
            killed().count(figure).population(open()),
            as_found,
        );
        check(name, &scene, &expected.into_iter().collect::<Vec<_>>());
        for finding in found(&scene) {
            let verdicts: Vec<_> = finding.readings.iter().map(|r| r.verdict).collect();
            assert_eq!(verdicts, [plain, Verdict::ScopeDiffers], "{name}");
        }
    }
    let later = killed().count(50).population(open()).as_of("2017-03-20");
    let scene = pair(of_soldiers(14).as_of("2017-03-19"), later, as_found);
    assert_eq!(
        found(&scene)[0].readings[0].verdict,
        Verdict::Superseded,
        "later, if the same"
    );
}

#[test]
fn two_figures_are_one_finding() {
    let mut scene = Scene::incident("fighting at the mill");
    let outlets = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    let mut ids = Vec::new();
    for (outlet, figure) in outlets.into_iter().zip([14, 19, 14]) {
        for _ in 0..2 {
            ids.push(scene.claim(outlet, of_soldiers(figure)));
        }
    }
    scene.align("people killed", &ids);
    check(
        "told twice by three",
        &scene,
        &["figures-differ Undetermined differ-moment"],
    );
}

#[test]
fn a_headline_without_its_floor_is_read_with_it() {
    let mut scene = Scene::incident("fighting at the mill");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let headline = scene.claim(harbour, of_soldiers(60).passage("headline"));
    let text = scene.claim(harbour, floor(60));
    let other = scene.claim(river, of_soldiers(75));
    scene.align("people killed", &[headline, text, other]);
    check("60, in full at least 60, and 75", &scene, &[]);
    let mill = scene.article("Mill Gazette");
    let third = scene.claim(mill, of_soldiers(60));
    scene.align("soldiers killed", &[other, third]);
    check(
        "a third that does say 60",
        &scene,
        &["figures-differ Undetermined differ-moment"],
    );
}

#[test]
fn whom_a_figure_counts_stands_in_brackets() {
    let scene = pair(
        floor(26),
        killed().count(26 * 2).population("52 men"),
        |pair| {
            pair.population = Extent::Same;
        },
    );
    let message = found(&scene).remove(0).message;
    let who = |name: &str| message.values.iter().find(|value| value.name == name);
    assert_eq!(
        who("low_who").map(|w| &w.value),
        Some(&Value::Text(" (soldiers)".into()))
    );
    assert_eq!(
        who("high_who").map(|w| &w.value),
        Some(&Value::Text(" (52 men)".into()))
    );
}

#[test]
fn a_headline_on_nobodys_word_does_not_excuse_what_the_body_says_on_somebodys() {
    let with = |body: ClaimDraft| {
        let mut scene = Scene::incident("fighting at the mill");
        let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
        let headline = of_soldiers(60).as_of("2017-03-18").passage("headline");
        let headline = scene.claim(harbour, headline);
        let text = scene.claim(harbour, body.as_of("2017-03-18"));
        let army = source("the army", "military");
        let other = of_soldiers(75).as_of("2017-03-19").said_by(army);
        let other = scene.claim(river, other);
        scene.align("people killed", &[headline, text, other]);
        let told = found(&scene).into_iter().map(|f| (f.verdict, f.claims));
        told.collect::<Vec<_>>()
    };
    let party = || source("the front", "party");
    let rivals = (Verdict::Disputed, vec![1, 2]);
    assert_eq!(with(of_soldiers(60).said_by(party())), [rivals]);
    let later = (Verdict::Superseded, vec![2, 0]);
    let others = claim("wounded").count(60_u32).said_by(party());
    assert_eq!(with(others), [later], "the body says it of others");
}

#[test]
fn two_heads_may_date_one_deed_on_two_days() {
    let differ = "figures-differ Undetermined differ-moment";
    let on = |figure: u32, day: &str| of_soldiers(figure).time(day);
    let near = pair(on(14, "2017-03-18"), on(19, "2017-03-19"), as_found);
    check("the day before", &near, &[differ]);
    let far = pair(on(14, "2017-03-18"), on(19, "2017-03-20"), as_found);
    check("two days before", &far, &[]);
    let elsewhere = pair(
        on(14, "2017-03-18").place("Ford"),
        on(19, "2017-03-19").place("Marn"),
        |p| p.place = Extent::Disjoint,
    );
    check("the day before in another town", &elsewhere, &[]);
    let mut scene = Scene::incident("fighting at the mill");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let first = scene.claim(harbour, on(19, "2017-03-19"));
    let other = scene.claim(river, on(19, "2017-03-19"));
    let second = scene.claim(river, on(14, "2017-03-18"));
    scene.align("people killed", &[first, other, second]);
    check("behind what its text tells first", &scene, &[]);
}

#[test]
fn three_figures_of_three_outlets_are_one_finding() {
    let told = |outlets: &[(&str, u32)]| {
        let mut scene = Scene::incident("fighting at the mill");
        let claims: Vec<u32> = outlets
            .iter()
            .map(|(outlet, figure)| {
                let article = scene.article(outlet);
                scene.claim(article, of_soldiers(*figure))
            })
            .collect();
        scene.align("people killed", &claims);
        let found = found(&scene);
        found.into_iter().map(|f| f.claims).collect::<Vec<_>>()
    };
    let two = told(&[("Harbour Post", 30), ("River Times", 40)]);
    assert_eq!(two, [[0, 1]]);
    let three = told(&[
        ("Harbour Post", 40),
        ("River Times", 30),
        ("Mill Gazette", 35),
    ]);
    assert_eq!(three, [[1, 2, 0]]);
    let alike = told(&[
        ("Harbour Post", 40),
        ("River Times", 30),
        ("Mill Gazette", 40),
    ]);
    assert_eq!(alike.len(), 1, "{alike:?}");
}
