//! What the sandbox costs: a call of every rule with 2 and with 20 claims, as a component and natively; and what a warm
//! start of the program costs before the first event.
//!
//! A new plugin gets a line in `MEASURED`, with claims of which it finds something.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rashomon_core::model::Period;
use rashomon_core::model::rule::{Rule, Setting};
use rashomon_rule::prelude::{Extent, Scene, claim};
use rashomon_sandbox::{ComponentRule, Limits, MemoryStore, Sandbox};

#[path = "../tests/support/fixture.rs"]
mod fixture;

include!(concat!(env!("OUT_DIR"), "/plugins.rs"));

/// A plugin, as a component and natively, with the claims on which it is measured.
struct Measured {
    component: &'static str,
    native: fn(&Scene) -> usize,
    /// The n-th claim.
    claim: fn(u32) -> Told,
}

/// What a claim tells, beside that it befell soldiers.
struct Told {
    predicate: &'static str,
    figure: Option<u32>,
    /// Days after 19 March 2017.
    day: u32,
}

const MEASURED: [Measured; 5] = [
    // Figures that differ, so that every second pair is a finding.
    Measured {
        component: "quantity",
        native: found::<rule_quantity::Quantity>,
        claim: |n| Told {
            predicate: "killed",
            figure: Some(20 + 15 * (n % 2) + n / 2),
            day: 0,
        },
    },
    // One number for two things.
    Measured {
        component: "measure",
        native: found::<rule_measure::Measure>,
        claim: |n| Told {
            predicate: if n % 2 == 0 { "killed" } else { "displaced" },
            figure: Some(4461 + n / 2),
            day: 0,
        },
    },
    // Nothing that contradicts itself: the whole article is looked through.
    Measured {
        component: "within",
        native: found::<rule_within::Within>,
        claim: |n| Told {
            predicate: "killed",
            figure: Some(20 + n),
            day: 0,
        },
    },
    Measured {
        component: "time",
        native: found::<rule_time::Time>,
        claim: |n| Told {
            predicate: "attacked",
            figure: None,
            day: n % 2,
        },
    },
    Measured {
        component: "outcome",
        native: found::<rule_outcome::Outcome>,
        claim: |n| Told {
            predicate: if n % 2 == 0 { "retook" } else { "fighting" },
            figure: None,
            day: 0,
        },
    },
];

/// The number of findings.
fn found<R: rashomon_rule::Rule>(scene: &Scene) -> usize {
    scene.check::<R>().map_or(0, |found| found.len())
}

fn native(rule: &Measured, count: u32) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = [scene.article("Harbour Post"), scene.article("River Times")];
    let draft = |told: Told| {
        let day = format!("2017-03-{}", 19 + told.day);
        let draft = claim(told.predicate)
            .population("soldiers")
            .time(day.as_str());
        match told.figure {
            Some(figure) => draft.count(figure),
            None => draft,
        }
    };
    let claims: Vec<u32> = (0..count)
        .map(rule.claim)
        .zip(articles.iter().cycle())
        .map(|(told, &article)| scene.claim(article, draft(told)))
        .collect();
    scene.align("soldiers killed", &claims);
    for pair in &mut scene.event_mut().alignments[0].pairs {
        pair.predicate = Extent::Same;
    }
    scene
}

/// The same event for the component.
fn hosted(rule: &Measured, count: u32) -> fixture::Fixture {
    let told: Vec<Told> = (0..count).map(rule.claim).collect();
    let figures: Vec<u32> = told.iter().map(|told| told.figure.unwrap_or(1)).collect();
    let mut fixture = fixture::Fixture::of_figures(&figures);
    for ((_, claim), told) in fixture.claims.iter_mut().zip(told) {
        claim.predicate = told.predicate.to_owned();
        claim.quantity = claim.quantity.take().filter(|_| told.figure.is_some());
        let later = 1440 * i32::try_from(told.day).expect("few days");
        claim.time = claim.time.take().map(|time| Period {
            start: time.start.map(|start| start + later),
            end: time.end.map(|end| end + later),
            ..time
        });
    }
    fixture
}

fn component(name: &str, store: &Arc<MemoryStore>) -> ComponentRule {
    let sandbox = Sandbox::new(store.clone()).expect("an engine");
    let found = EMBEDDED.iter().find(|(known, _)| *known == name);
    let (_, bytes) = found.expect("build.rs builds every plugin");
    sandbox.load(bytes, Limits::default()).expect("a good rule")
}

fn rule_call(criterion: &mut Criterion) {
    for measured in &MEASURED {
        call(criterion, measured);
    }
}

fn call(criterion: &mut Criterion, measured: &Measured) {
    let rule = component(measured.component, &Arc::default());
    let settings = rule.metadata().params.iter().map(|param| Setting {
        name: param.name.clone(),
        value: param.initial.clone(),
    });
    let settings: Vec<_> = settings.collect();
    let mut group = criterion.benchmark_group(format!("rule_call/{}", measured.component));
    for claims in [2, 20] {
        let scene = native(measured, claims);
        let fixture = hosted(measured, claims);
        let found = fixture
            .view(|event| rule.check(event, &settings))
            .expect("findings")
            .len();
        assert_eq!((measured.native)(&scene), found, "both do the same work");
        group.bench_function(BenchmarkId::new("native", claims), |bencher| {
            bencher.iter(|| black_box((measured.native)(&scene)));
        });
        fixture.view(|event| {
            group.bench_function(BenchmarkId::new("component", claims), |bencher| {
                bencher.iter(|| black_box(rule.check(event, &settings)));
            });
        });
    }
    group.finish();
}

/// The rule with which the start is measured.
const STARTED: &str = "quantity";

fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    let store: Arc<MemoryStore> = Arc::default();
    component(STARTED, &store);
    group.bench_function("engine", |bencher| {
        bencher.iter(|| black_box(Sandbox::new(store.clone()).is_ok()));
    });
    group.bench_function("engine and one rule, warm", |bencher| {
        bencher.iter(|| black_box(component(STARTED, &store)));
    });
    group.sample_size(10);
    group.bench_function("engine and one rule, cold", |bencher| {
        bencher.iter(|| black_box(component(STARTED, &Arc::default())));
    });
    group.finish();
}

criterion_group!(benches, rule_call, start);
criterion_main!(benches);
