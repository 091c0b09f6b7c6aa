//! A plugin cannot invent evidence: what it points at is checked.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::group::Background;
use crate::lexicon::english::ENGLISH;
use crate::model::rule::{
    Addressee, EventView, Metadata, Phrase, RawFinding, Rule, RuleFailure, Setting, Value,
};
use crate::model::{Article, FailureKind, Input, Report, Severity, Verdict};
use crate::policy::{Pack, Policy};

/// A rule that returns what it was told to.
struct Told {
    metadata: Metadata,
    findings: Vec<RawFinding>,
    /// How often it was asked about the event of two articles.
    asked: AtomicUsize,
}

impl Rule for Told {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    fn digest(&self) -> &str {
        ""
    }

    fn check(&self, event: &EventView<'_>, _: &[Setting]) -> Result<Vec<RawFinding>, RuleFailure> {
        let wanted = event.articles.len() == 2;
        Ok(if wanted {
            self.asked.fetch_add(1, Ordering::Relaxed);
            self.findings.clone()
        } else {
            Vec::new()
        })
    }
}

fn article(id: &str, text: &str) -> Input {
    let article = Article::of_text(id, text);
    Input::from(article)
}

/// Two reports of one fire, and a rule that says `finding` of it.
fn report(finding: RawFinding) -> Report {
    let rule = told(vec![finding]);
    report_by("", &[("told", &rule)])
}

fn told(findings: Vec<RawFinding>) -> Told {
    let words = BTreeMap::from([("said".to_owned(), "{left.bare} or {right.bare}".to_owned())]);
    let codes = ["code", "other-code"].map(|code| (code.to_owned(), String::new()));
    let metadata = Metadata {
        id: "told".into(),
        codes: codes.into(),
        words,
        ..Metadata::default()
    };
    Told {
        metadata,
        findings,
        asked: AtomicUsize::new(0),
    }
}

/// The two reports, checked by these rules under a pack.
fn report_by(pack: &str, rules: &[(&str, &dyn Rule)]) -> Report {
    let texts = [
        (
            "quay",
            "Fire at Osk rope works\n\nFlames took the rope works at Osk and killed six people, the Osk fire brigade said.",
        ),
        (
            "ridge",
            "Rope works at Osk burns\n\nNine people were killed when flames took the rope works at Osk.",
        ),
    ];
    let readings = texts
        .map(|(id, text)| crate::read(article(id, text), &ENGLISH))
        .into();
    let pack = format!("schema = \"rashomon/rules/1\"\n{pack}");
    let pack = Pack::parse("test", &pack).expect("a sound pack");
    let policy = Policy::merge(vec![pack]).expect("one pack");
    let background = Background::parse(include_str!("../../../../rules/lexicon/en/background.tsv"))
        .expect("the shipped table");
    crate::analyze(readings, &ENGLISH, &background, &policy, rules)
}

fn sound() -> RawFinding {
    RawFinding {
        code: "code".into(),
        verdict: Verdict::Contradiction,
        claims: vec![0, 1],
        message: phrase(),
        because: None,
        readings: Vec::new(),
        missing: Vec::new(),
        questions: Vec::new(),
        conventions: Vec::new(),
    }
}

fn phrase() -> Phrase {
    let values = vec![
        ("left".to_owned(), Value::Claim(0)),
        ("right".to_owned(), Value::Claim(1)),
    ];
    Phrase {
        key: "said".into(),
        values,
    }
}

#[test]
fn a_sound_finding_gets_words_severity_and_quotes() {
    let report = report(sound());
    assert_eq!(report.failures, []);
    let finding = &report.findings[0];
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.message, "six or Nine");
    for evidence in &finding.evidence {
        let text = &report.readings[evidence.claim.article].article.text;
        assert_eq!(evidence.span.of(text), evidence.quote);
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, row by row")]
fn what_a_plugin_makes_up_is_a_failure_and_no_finding() {
    let rows: [(&str, RawFinding); 9] = [
        (
            "cites claim 99",
            RawFinding {
                claims: vec![0, 99],
                ..sound()
            },
        ),
        (
            "cites no claim",
            RawFinding {
                claims: vec![],
                ..sound()
            },
        ),
        (
            "none of the plugin's codes",
            RawFinding {
                code: "other".into(),
                ..sound()
            },
        ),
        (
            "does not say what is missing",
            RawFinding {
                verdict: Verdict::Undetermined,
                ..sound()
            },
        ),
        (
            "has one reading",
            RawFinding {
                readings: vec![(phrase(), Verdict::Compatible, phrase())],
                ..sound()
            },
        ),
        (
            "whom no claim of the event cites",
            RawFinding {
                questions: vec![(Addressee::Source("nobody".into()), phrase())],
                ..sound()
            },
        ),
        (
            "which the event has not",
            RawFinding {
                questions: vec![(Addressee::Article(7), phrase())],
                ..sound()
            },
        ),
        (
            "no words for phrase",
            RawFinding {
                message: Phrase {
                    key: "unsaid".into(),
                    ..phrase()
                },
                ..sound()
            },
        ),
        (
            "stands in no claim",
            RawFinding {
                conventions: vec!["default/dozens".into()],
                ..sound()
            },
        ),
    ];
    for (words, finding) in rows {
        let report = report(finding);
        assert_eq!(report.findings, [], "{words}");
        let failure = report
            .failures
            .first()
            .unwrap_or_else(|| panic!("no failure: {words}"));
        assert_eq!(failure.kind, FailureKind::Provenance, "{words}");
        assert!(
            failure.message.contains(words),
            "{words}: {}",
            failure.message
        );
    }
}

#[test]
fn rules_that_share_a_plugin_ask_it_once_and_take_what_is_theirs() {
    let other = RawFinding {
        code: "other-code".into(),
        ..sound()
    };
    let rule = told(vec![sound(), other]);
    let pack = "[rule.one]\nplugin = \"told\"\ncodes = [\"code\"]\n\
                [rule.two]\nplugin = \"told\"\ncodes = [\"other-code\"]\n";
    let report = report_by(pack, &[("one", &rule), ("two", &rule)]);
    let found = report.findings.iter();
    let found: Vec<_> = found.map(|f| (f.rule.as_str(), f.code.as_str())).collect();
    assert_eq!(found, [("one", "code"), ("two", "other-code")]);
    assert_eq!(rule.asked.load(Ordering::Relaxed), 1);
}

#[test]
fn a_code_that_no_plugin_declares_is_a_failure_even_of_a_rule_for_others() {
    let stray = RawFinding {
        code: "stray".into(),
        ..sound()
    };
    let rule = told(vec![stray]);
    let pack = "[rule.one]\nplugin = \"told\"\ncodes = [\"code\"]\n";
    let report = report_by(pack, &[("one", &rule)]);
    assert!(report.findings.is_empty());
    assert_eq!(report.failures.len(), 1);
    assert_eq!(report.failures[0].kind, FailureKind::Provenance);
}
