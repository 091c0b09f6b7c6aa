//! What crosses the border arrives as it was sent, in both directions.

use std::sync::{Arc, Mutex};

use rashomon_core::model::rule::{
    Addressee, ParamValue, RawFinding, Rule, RuleFailure, Setting, Value,
};
use rashomon_core::model::{
    Basis, Bounds, Certainty, Decimal, FailureKind, Form, Order, Party, Period, Quantity, Share,
    Source, Tally, Verdict, Voice,
};
use rashomon_rule::prelude::{claim, day, party, source};
use rashomon_rule::{Scene, Settings as _};
use rashomon_sandbox::{Limits, LogLevel, LogSink};

use super::{load_sample, sample, sandbox};
use crate::support::fixture::{Fixture, SUNDAY};

#[expect(unreachable_pub, reason = "an example, linked natively")]
#[path = "../../plugins/sdk/examples/echo.rs"]
mod echo;

/// A fixture that fills what a claim can say, and the scene that says the same natively.
fn rich() -> (Fixture, Scene) {
    let mut fixture = Fixture::of_figures(&[26, 50]);
    fixture.time = Some(period("on Sunday", Some(SUNDAY), None, Basis::Implied));
    enrich(&mut fixture.claims[1].1);
    let alignment = &mut fixture.alignments[0];
    alignment.shares.push(Share { whole: 1, part: 0 });
    alignment.left_out = 3;
    alignment.pairs[0].as_of = Order::Before;

    let mut scene = Scene::incident("fighting at the mill");
    let (harbour, river) = (scene.article("Harbour Post"), scene.article("River Times"));
    let soldiers = || party("soldiers").role("soldier");
    let mut sunday = day("2017-03-19");
    sunday.text = "on Sunday".into();
    let few = claim("killed")
        .count(26)
        .population(soldiers())
        .time(sunday.clone());
    let few = scene.claim(harbour, few.quote("26"));
    let many = claim("killed")
        .figure(
            "about 50".into(),
            rashomon_rule::Form::About,
            Some(50.into()),
            Some(50.into()),
        )
        .read_as(rashomon_rule::Decimal::new(455, 1), None, "about")
        .tally(rashomon_rule::Tally::Cumulative)
        .population(soldiers())
        .agent(
            party("the raiders")
                .entity("raiders")
                .side("east")
                .on(rashomon_rule::Basis::Assumed),
        )
        .time(sunday.clone())
        .said_by(source("a nurse", "medic").entity("clinic").cue("told"))
        .certainty(rashomon_rule::Certainty::Suspected)
        .hedge("feared")
        .attribute("means", "shell")
        .quoted();
    let many = scene.claim(river, many.quote("about 50"));
    scene.align("soldiers killed", &[few, many]);
    scene.share(many, few);
    scene.lexicon("role", "soldier", "person", rashomon_rule::Extent::Subset);
    scene.relate(few, many, |pair| pair.as_of = rashomon_rule::Order::Before);
    let event = scene.event_mut();
    event.alignments[0].left_out = 3;
    event.time = Some(rashomon_rule::Period {
        end: None,
        basis: rashomon_rule::Basis::Implied,
        ..sunday
    });
    (fixture, scene)
}

fn enrich(claim: &mut rashomon_core::model::Claim) {
    let fifty = Bounds::exactly(Decimal::from(50));
    claim.quantity = Some(Quantity {
        interpreted: Bounds {
            low: Decimal::new(455, 1),
            high: None,
        },
        convention: Some("about".into()),
        tally: Tally::Cumulative,
        ..Quantity::stated("about 50", Form::About, fifty, "person")
    });
    claim.agent = Some(Box::new(Party {
        entity: Some("raiders".into()),
        side: Some("east".into()),
        ..Party::named("the raiders", Basis::Assumed)
    }));
    claim.attribution.push(Source {
        text: "a nurse".into(),
        span: None,
        entity: Some("clinic".into()),
        kind: "medic".into(),
        cue: "told".into(),
        cue_span: None,
        basis: Basis::Said,
    });
    claim.certainty = Certainty::Suspected;
    claim.hedge = Some("feared".into());
    claim.voice = Voice::Quoted;
    claim.attributes.insert("means".into(), "shell".into());
}

fn period(text: &str, start: Option<i32>, end: Option<i32>, basis: Basis) -> Period {
    Period {
        text: text.into(),
        span: None,
        start,
        end,
        basis,
    }
}

fn settings(mode: &str) -> Vec<Setting> {
    let setting = |name: &str, value| Setting {
        name: name.into(),
        value,
    };
    vec![
        setting("mode", ParamValue::Text(mode.into())),
        setting("flag", ParamValue::Flag(true)),
        setting(
            "number",
            ParamValue::Number("-2.5".parse().expect("a decimal")),
        ),
        setting("texts", ParamValue::Texts(vec!["one".into(), "two".into()])),
    ]
}

fn run_echo(mode: &str) -> Result<Vec<RawFinding>, RuleFailure> {
    let (fixture, _) = rich();
    fixture.view(|event| load_sample("echo").check(event, &settings(mode)))
}

#[test]
fn a_rule_sees_what_its_native_twin_sees() {
    let findings = run_echo("echo").expect("says back");
    let (_, scene) = rich();
    let native = scene.check::<echo::Echo>().expect("says back");
    let told = |value: &rashomon_rule::Value| match value {
        rashomon_rule::Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    let [native] = native.as_slice() else {
        panic!("one finding")
    };
    let because = native.because.as_ref().expect("a reason");
    let expected = [
        &native.message.values[0],
        &because.values[0],
        &because.values[1],
    ];
    let expected = expected.map(|named| Value::Text(told(&named.value)));
    let because = findings[0].because.as_ref().expect("a reason");
    let seen = [
        &findings[0].message.values[0],
        &because.values[0],
        &because.values[1],
    ];
    assert_eq!(seen.map(|(_, value)| value.clone()), expected);
    assert!(
        told(&native.message.values[0].value).contains("about 50"),
        "it is the event"
    );
}

#[test]
fn a_finding_arrives_whole() {
    let findings = run_echo("echo").expect("says back");
    let finding = &findings[0];
    assert_eq!(
        (finding.code.as_str(), finding.verdict),
        ("echo", Verdict::ScopeDiffers)
    );
    assert_eq!(finding.claims, [0, 1]);
    let because = finding.because.as_ref().expect("a reason");
    assert_eq!(because.key, "because");
    let rest: Vec<_> = because.values[2..]
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    assert_eq!(
        rest,
        [
            ("number", Value::Number("-2.5".parse().expect("a decimal"))),
            ("claim", Value::Claim(7)),
            ("article", Value::Article(8)),
            (
                "time",
                Value::Time(period("on Sunday", Some(SUNDAY), None, Basis::Implied))
            ),
        ]
    );
    let readings: Vec<_> = finding
        .readings
        .iter()
        .map(|(when, v, why)| (when.key.as_str(), *v, why.key.as_str()))
        .collect();
    assert_eq!(
        readings,
        [
            ("when-a", Verdict::Agree, "as-a"),
            ("when-b", Verdict::Superseded, "as-b")
        ]
    );
    assert_eq!(finding.missing, [(0, "as-of".to_owned())]);
    let asked: Vec<_> = finding
        .questions
        .iter()
        .map(|(to, ask)| (to.clone(), ask.key.as_str()))
        .collect();
    assert_eq!(
        asked,
        [
            (Addressee::Article(1), "ask-outlet"),
            (Addressee::Source("clinic".into()), "ask-source")
        ]
    );
    assert_eq!(finding.conventions, ["about"]);
}

#[test]
fn a_rule_says_of_itself_what_its_native_twin_says() {
    let rule = load_sample("echo");
    let (metadata, native) = (rule.metadata(), Scene::metadata::<echo::Echo>());
    assert_eq!(metadata.id, native.id);
    assert_eq!(metadata.version, native.version);
    assert_eq!(metadata.summary, native.summary);
    assert_eq!(metadata.manual, native.manual);
    assert_eq!(metadata.predicates, native.predicates);
    let codes: Vec<_> = native
        .codes
        .into_iter()
        .map(|code| (code.id, code.summary))
        .collect();
    assert_eq!(metadata.codes, codes);
    let words = native
        .words
        .into_iter()
        .map(|template| (template.key, template.text))
        .collect();
    assert_eq!(metadata.words, words);
    let initial: Vec<_> = metadata
        .params
        .iter()
        .map(|param| Setting {
            name: param.name.clone(),
            value: param.initial.clone(),
        })
        .collect();
    assert_eq!(initial, settings("echo"));
    assert_eq!(echo::Settings::params().len(), initial.len());
    assert_eq!(rule.digest().len(), 64);
}

#[test]
fn a_panic_in_rust_keeps_its_words_and_its_place() {
    let failure = run_echo("panic").expect_err("told to panic");
    assert_eq!(failure.kind, FailureKind::Panic);
    assert!(
        failure.message.contains("told to panic"),
        "{}",
        failure.message
    );
    assert!(
        failure.message.contains("plugins/sdk/examples/echo.rs:"),
        "{}",
        failure.message
    );
    assert!(
        !failure.message.contains(env!("CARGO_MANIFEST_DIR")),
        "{}",
        failure.message
    );
}

#[test]
fn a_rules_own_error_is_told() {
    let failure = run_echo("error").expect_err("told to fail");
    assert_eq!(failure.kind, FailureKind::Error);
    assert_eq!(failure.message, "it was told to fail (told-to-fail)");
}

#[test]
fn a_missing_setting_is_the_hosts_fault_and_said() {
    let (fixture, _) = rich();
    let failure = fixture
        .view(|event| load_sample("echo").check(event, &[]))
        .expect_err("no settings");
    assert_eq!(
        failure.message,
        "the parameter `mode` was not passed (settings)"
    );
}

#[test]
fn what_rules_log_reaches_their_author() {
    #[derive(Default)]
    struct Kept(Mutex<Vec<(LogLevel, String)>>);
    impl LogSink for Kept {
        fn log(&self, level: LogLevel, message: &str) {
            self.0
                .lock()
                .expect("no test panics in here")
                .push((level, message.into()));
        }
    }
    let kept = Arc::new(Kept::default());
    let rule = sandbox()
        .with_log(kept.clone())
        .load(sample("echo"), Limits::default())
        .expect("a good rule");
    let findings = rich().0.view(|event| rule.check(event, &settings("log")));
    assert_eq!(findings, Ok(Vec::new()));
    let logged = kept.0.lock().expect("no test panics in here");
    assert_eq!(*logged, [(LogLevel::Warn, "it was told to log".to_owned())]);
}

#[test]
fn two_runs_give_the_same() {
    assert_eq!(run_echo("echo"), run_echo("echo"));
}
