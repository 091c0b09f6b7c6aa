//! What the rule finds, and the near misses of its manual.

use rashomon_rule::Pair;
use rashomon_rule::prelude::*;
use rule_outcome::Outcome;

const SUNDAY: &str = "2017-03-19";
const TUESDAY: &str = "2017-03-21";

/// Claims of articles by their number, all of one topic.
fn scene(claims: Vec<(usize, ClaimDraft)>) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = ["Harbour Post", "River Times"].map(|name| scene.article(name));
    let ids: Vec<u32> = claims
        .into_iter()
        .map(|(article, draft)| scene.claim(articles[article], draft))
        .collect();
    scene.align("how it ended", &ids);
    scene
}

fn pair(left: ClaimDraft, right: ClaimDraft, relate: impl Fn(&mut Pair)) -> Scene {
    let mut scene = scene(vec![(0, left), (1, right)]);
    scene.relate(0, 1, relate);
    scene
}

/// Asserts what is found: code, verdict and claims.
fn check(name: &str, scene: &Scene, expected: &[(&str, Verdict, &[u32])]) {
    let found = scene
        .check::<Outcome>()
        .expect("the rule has no error of its own");
    let found: Vec<_> = found
        .iter()
        .map(|f| (f.code.as_str(), f.verdict, &f.claims[..]))
        .collect();
    assert_eq!(found, expected, "{name}");
}

fn as_found(_: &mut Pair) {}

fn in_one_place(pair: &mut Pair) {
    pair.place = Extent::Same;
}

const SETTLED: (&str, Verdict) = ("settled-and-going-on", Verdict::Compatible);
const OVER: (&str, Verdict) = ("over-and-going-on", Verdict::Undetermined);

#[test]
fn done_beside_going_on_is_to_be_checked() {
    let on = || claim("continues");
    for (name, left, right, (code, verdict), ids) in [
        ("retaken", claim("retook"), on(), SETTLED, [0, 1]),
        (
            "the other way round",
            on(),
            claim("repelled"),
            SETTLED,
            [1, 0],
        ),
        ("withdrawn", claim("withdrew"), on(), SETTLED, [0, 1]),
        ("over", on(), claim("ended"), OVER, [1, 0]),
        (
            "over, then going on",
            claim("ended").time(SUNDAY),
            on().time(TUESDAY),
            OVER,
            [0, 1],
        ),
        (
            "at one time",
            claim("retook").time(SUNDAY),
            on().time(SUNDAY),
            SETTLED,
            [0, 1],
        ),
    ] {
        check(
            name,
            &pair(left, right, in_one_place),
            &[(code, verdict, &ids)],
        );
    }
    let elsewhere = pair(claim("repelled"), on(), as_found);
    check("repelled here, fighting somewhere", &elsewhere, &[]);
    let over = pair(on(), claim("ended"), as_found);
    let (code, verdict) = OVER;
    check(
        "over, wherever it goes on",
        &over,
        &[(code, verdict, &[1, 0])],
    );
}

#[test]
fn one_article_is_set_beside_itself() {
    let (code, verdict) = SETTLED;
    let own = scene(vec![(0, claim("retook")), (0, claim("continues"))]);
    check("an army and a monitor", &own, &[(code, verdict, &[0, 1])]);
    let past = claim("continues").time(SUNDAY);
    let own = scene(vec![(0, past), (0, claim("ended").time(TUESDAY))]);
    check("it went on, then it ended", &own, &[]);
}

#[test]
fn what_can_follow_or_is_not_said_is_passed_over() {
    let on = || claim("continues");
    let as_of = |draft: ClaimDraft, day: &str| draft.as_of(day);
    type Change = fn(&mut Pair);
    let cases: [(&str, ClaimDraft, ClaimDraft, Change); 7] = [
        (
            "first it went on",
            on().time(SUNDAY),
            claim("ended").time(TUESDAY),
            as_found,
        ),
        (
            "told in the other order",
            claim("retook").time(TUESDAY),
            on().time(SUNDAY),
            as_found,
        ),
        (
            "said for an earlier moment",
            as_of(on(), SUNDAY),
            as_of(claim("retook"), TUESDAY),
            as_found,
        ),
        ("elsewhere", on(), claim("retook"), |p| {
            p.place = Extent::Disjoint
        }),
        ("a denial", on(), claim("withdrew").denied(), as_found),
        ("it does not go on", on().denied(), claim("ended"), as_found),
        ("both settled", claim("retook"), claim("ended"), as_found),
    ];
    for (name, left, right, relate) in cases {
        check(name, &pair(left, right, relate), &[]);
    }
    let assumed = |text: &str| day(text).on(Basis::Assumed);
    let (code, verdict) = SETTLED;
    let scene = pair(
        on().as_of(assumed(SUNDAY)),
        claim("retook").as_of(assumed(TUESDAY)),
        in_one_place,
    );
    check(
        "our own dates order nothing",
        &scene,
        &[(code, verdict, &[1, 0])],
    );
}

#[test]
fn one_finding_cites_each_article_once_of_either_kind() {
    let claims = vec![
        (0, claim("retook")),
        (0, claim("retook")),
        (0, claim("continues")),
        (1, claim("ended")),
        (1, claim("continues")),
        (1, claim("continues")),
    ];
    let scene = scene(claims);
    let (code, verdict) = OVER;
    check(
        "the gravest first",
        &scene,
        &[(code, verdict, &[3, 2, 4, 0])],
    );
    for (most, cited) in [(dec!(0), 2), (dec!(2), 2), (dec!(3), 3), (dec!(9), 4)] {
        let found = scene.check_with::<Outcome>(|s| s.most_claims = most);
        assert_eq!(
            found.map(|f| f[0].claims.len()),
            Ok(cited),
            "at most {most}"
        );
    }
}

#[test]
fn claims_under_two_topics_are_one_finding() {
    let mut scene = pair(claim("retook"), claim("continues"), in_one_place);
    scene.align("attack pushed back", &[0, 1]);
    let (code, verdict) = SETTLED;
    check("twice lined up", &scene, &[(code, verdict, &[0, 1])]);
}

#[test]
fn the_words_are_the_packs_to_say() {
    let scene = pair(claim("handed-over"), claim("continues"), as_found);
    check("no word of ours", &scene, &[]);
    let scene = pair(claim("handed-over"), claim("continues"), in_one_place);
    let found = scene.check_with::<Outcome>(|s| s.settled.push("handed-over".into()));
    assert_eq!(found.map(|found| found.len()), Ok(1));
    let metadata = Scene::metadata::<Outcome>();
    assert!(
        metadata.predicates.is_empty(),
        "else the host would skip events of a pack's words"
    );
}

#[test]
fn what_was_printed_before_it_ended_tells_of_the_time_before() {
    let printed = |on: &str| claim("continues").as_of(day(on).on(Basis::Assumed));
    let ended = || claim("ended").time(TUESDAY);
    check(
        "printed on Sunday, ended on Tuesday",
        &scene(vec![(0, printed(SUNDAY)), (1, ended())]),
        &[],
    );
    let found = scene(vec![(0, printed(TUESDAY)), (1, ended())]).check::<Outcome>();
    assert_eq!(
        found.expect("no error of its own").len(),
        1,
        "printed on the day itself"
    );
}

#[test]
fn one_place_is_held_by_one_side() {
    let holds = |who: &str| {
        claim("controls")
            .agent(party(who))
            .object(party("the mill").entity("mill"))
    };
    let apart = |pair: &mut Pair| pair.agent = Extent::Disjoint;
    let two = pair(holds("the army"), holds("rebels"), apart);
    check(
        "two holders",
        &two,
        &[("two-holders", Verdict::Undetermined, &[0, 1])],
    );
    check(
        "sides not known apart",
        &pair(holds("the army"), holds("rebels"), as_found),
        &[],
    );
    let later = pair(holds("the army"), holds("rebels"), |pair| {
        apart(pair);
        pair.as_of = Order::Before;
    });
    check("at two times", &later, &[]);
    let part = pair(
        holds("the army"),
        holds("rebels").attribute("portion", "part"),
        apart,
    );
    check("a part", &part, &[]);
    let elsewhere = pair(holds("the army"), holds("rebels"), |pair| {
        apart(pair);
        pair.object = Extent::Disjoint;
    });
    check("another place", &elsewhere, &[]);
    let denied = pair(holds("the army"), holds("rebels").denied(), apart);
    check("not so", &denied, &[]);
}
