//! What the sandbox costs: one rule call with 2 and with 20 claims, as a component and natively; and what a warm start
//! of the program costs before the first event.
//!
//! To measure another rule, name its crate in `RuleHere` and its folder in `COMPONENT`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rashomon_core::model::rule::{Rule, Setting};
use rashomon_rule::prelude::{Scene, claim};
use rashomon_sandbox::{ComponentRule, Limits, MemoryStore, Sandbox};
/// The rule that is measured, natively.
use rule_quantity::Quantity as RuleHere;

#[path = "../tests/support/fixture.rs"]
mod fixture;

/// The same rule as a component.
const COMPONENT: &str = "quantity";

include!(concat!(env!("OUT_DIR"), "/plugins.rs"));

/// Figures that differ, so that every second pair is a finding.
fn figures(count: u32) -> Vec<u32> {
    (0..count).map(|n| 20 + 15 * (n % 2) + n / 2).collect()
}

fn native(count: u32) -> Scene {
    let mut scene = Scene::incident("fighting at the mill");
    let articles = [scene.article("Harbour Post"), scene.article("River Times")];
    let draft = |figure: u32| {
        claim("killed")
            .count(figure)
            .population("soldiers")
            .time("2017-03-19")
    };
    let claims: Vec<u32> = figures(count)
        .into_iter()
        .zip(articles.iter().cycle())
        .map(|(figure, &article)| scene.claim(article, draft(figure)))
        .collect();
    scene.align("soldiers killed", &claims);
    scene
}

fn component(store: &Arc<MemoryStore>) -> ComponentRule {
    let sandbox = Sandbox::new(store.clone()).expect("an engine");
    let found = EMBEDDED.iter().find(|(name, _)| *name == COMPONENT);
    let (_, bytes) = found.expect("build.rs builds every plugin");
    sandbox.load(bytes, Limits::default()).expect("a good rule")
}

fn rule_call(criterion: &mut Criterion) {
    let rule = component(&Arc::default());
    let settings = rule.metadata().params.iter().map(|param| Setting {
        name: param.name.clone(),
        value: param.initial.clone(),
    });
    let settings: Vec<_> = settings.collect();
    let mut group = criterion.benchmark_group("rule_call");
    for claims in [2, 20] {
        let scene = native(claims);
        let fixture = fixture::Fixture::of_figures(&figures(claims));
        let found = fixture
            .view(|event| rule.check(event, &settings))
            .expect("findings")
            .len();
        assert_eq!(
            scene.check::<RuleHere>().map(|f| f.len()),
            Ok(found),
            "both do the same work"
        );
        group.bench_function(BenchmarkId::new("native", claims), |bencher| {
            bencher.iter(|| black_box(scene.check::<RuleHere>()));
        });
        fixture.view(|event| {
            group.bench_function(BenchmarkId::new("component", claims), |bencher| {
                bencher.iter(|| black_box(rule.check(event, &settings)));
            });
        });
    }
    group.finish();
}

fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    let store: Arc<MemoryStore> = Arc::default();
    component(&store);
    group.bench_function("engine", |bencher| {
        bencher.iter(|| black_box(Sandbox::new(store.clone()).is_ok()));
    });
    group.bench_function("engine and one rule, warm", |bencher| {
        bencher.iter(|| black_box(component(&store)));
    });
    group.sample_size(10);
    group.bench_function("engine and one rule, cold", |bencher| {
        bencher.iter(|| black_box(component(&Arc::default())));
    });
    group.finish();
}

criterion_group!(benches, rule_call, start);
criterion_main!(benches);
