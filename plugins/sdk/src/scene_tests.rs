use crate::prelude::*;
use crate::{Settings as _, day, source};

settings! {
    struct NoteSettings {
        /// Whether to speak at all.
        speak: bool = true,
        /// Words to look for.
        /// This line is no part of the summary.
        means: Vec<String> = ["bomb", "shell"],
    }
}

/// Tells the means of every claim that has one the settings name.
struct Means;

impl Rule for Means {
    type Settings = NoteSettings;

    const ABOUT: About = About {
        id: "means",
        version: "1.2.3",
        summary: "What was used",
        manual: "",
        predicates: &[],
        codes: &[("means", "what was used")],
        words: &[("message", "{means}")],
    };

    fn check(event: &Event, settings: &NoteSettings) -> Result<Vec<Finding>, RuleError> {
        if !settings.speak {
            return Err(RuleError::new("silent", "was told to be silent"));
        }
        let claims = (0..).zip(&event.claims);
        let found = claims.filter_map(|(id, claim)| Some((id, claim, claim.attribute("means")?)));
        let named = found.filter(|(_, _, means)| settings.means.iter().any(|m| m == means));
        let told = named.map(|(id, claim, means)| {
            let message = phrase("message")
                .text("means", means)
                .text("quote", claim.quote.clone());
            finding("means", Verdict::Compatible, [id], message)
        });
        Ok(told.collect())
    }
}

fn mill() -> (Scene, u32, u32) {
    let mut scene = Scene::incident("fighting at the mill");
    let harbour = scene.article_of("Harbour Post", "2017-03-20");
    let river = scene.article("River Times");
    let a = scene.claim(
        harbour,
        claim("killed")
            .at_least(26)
            .population("soldiers")
            .time("2017-03-19")
            .attribute("means", "shell"),
    );
    let b = scene.claim(
        river,
        claim("killed")
            .count(50)
            .population("soldiers")
            .time("2017-03-20")
            .attribute("means", "knife"),
    );
    scene.align("soldiers killed", &[b, a]);
    (scene, a, b)
}

#[test]
fn the_double_answers_for_the_scene_that_runs() {
    let (mut scene, a, _) = mill();
    scene.lexicon("means", "shell", "bomb", Extent::Disjoint);
    let findings = scene.check::<Means>().expect("speaks");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].claims, [a]);
    let values: Vec<_> = findings[0]
        .message
        .values
        .iter()
        .map(|v| &v.value)
        .collect();
    let expected = ["shell", "at least 26 soldiers killed"].map(|t| Value::Text(t.into()));
    assert_eq!(values, [&expected[0], &expected[1]]);
    let related = host::relate("means", "shell", "bomb");
    assert_eq!(related, Extent::Unknown, "nothing stays behind");
}

#[test]
fn settings_are_what_the_host_passes() {
    let (scene, ..) = mill();
    let error = scene
        .check_with::<Means>(|s| s.speak = false)
        .expect_err("silent");
    assert_eq!(error.code, "silent");
    let metadata = Scene::metadata::<Means>();
    assert_eq!(metadata.params[1].summary, "Words to look for.");
    let initial = metadata.params.into_iter().map(|param| param.initial);
    let mut passed: Vec<_> = initial.collect();
    assert_eq!(
        NoteSettings::read(passed.clone()),
        Ok(NoteSettings::initial())
    );
    passed.truncate(1);
    let missing = NoteSettings::read(passed).expect_err("one is missing");
    assert_eq!(missing.detail, "the parameter `means` was not passed");
}

#[test]
fn pairs_tell_what_the_claims_tell() {
    let (mut scene, a, b) = mill();
    scene.relate(a, b, |pair| pair.origin = Sameness::Same);
    let pair = &scene.event().alignments[0].pairs[0];
    assert_eq!((pair.left, pair.right), (a, b), "the lower id stands left");
    assert_eq!(pair.population, Extent::Same);
    assert_eq!(pair.agent, Extent::Unknown);
    assert_eq!(pair.time, Order::Before);
    assert_eq!(pair.flipped().time, Order::After);
    assert_eq!(pair.origin, Sameness::Same);
}

#[test]
fn minutes_are_those_of_the_calendar() {
    for (text, start, end) in [
        ("1970-01-01", 0, 1440),
        ("2000-03-01", 11_017 * 1440, 11_018 * 1440),
        ("2024-02-29T23:59", 19_782 * 1440 + 1439, 19_783 * 1440),
        ("1969-12-31", -1440, 0),
    ] {
        let period = day(text);
        assert_eq!(
            (period.start, period.end),
            (Some(start), Some(end)),
            "{text}"
        );
    }
    assert_eq!(day("2017-03-18").gap(&day("2017-03-20")), Some(1440));
    assert_eq!(day("2017-03-20").gap(&day("2017-03-19")), Some(0));
}

#[test]
fn a_sourced_claim_is_reported() {
    let draft = claim("killed").said_by(source("a nurse", "medic").entity("nurse"));
    assert_eq!(draft.claim.certainty, Certainty::Reported);
    let draft = claim("killed")
        .certainty(Certainty::Possible)
        .said_by(source("a nurse", "medic"));
    assert_eq!(draft.claim.certainty, Certainty::Possible);
}

#[test]
fn a_pair_is_found_from_either_side() {
    let mut scene = Scene::incident("fighting at the mill");
    let harbour = scene.article("Harbour Post");
    let part = scene.claim(harbour, claim("killed").count(6_u32));
    let whole = scene.claim(harbour, claim("killed").count(8_u32));
    scene.align("people killed", &[part, whole]);
    scene.relate(part, whole, |pair| pair.population = Extent::Subset);
    let alignment = &scene.event().alignments[0];
    let seen = |one, other| alignment.pair_of(one, other).map(|pair| pair.population);
    assert_eq!(seen(part, whole), Some(Extent::Subset));
    assert_eq!(seen(whole, part), Some(Extent::Superset));
    assert_eq!(seen(whole, 7), None);
}
