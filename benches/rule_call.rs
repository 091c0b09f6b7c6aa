//! What the sandbox costs: a call of every rule with 2 and with 20 claims of which it finds something, as a component and
//! natively; and what a warm start of the program costs before the first event.
//!
//! A new plugin gets a line in `MEASURED`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rashomon_core::model::rule::{Rule, Setting};
use rashomon_rule::prelude::{Certainty, ClaimDraft, Extent, Party, Scene, claim, party, source};
use rashomon_sandbox::{ComponentRule, Limits, MemoryStore, Sandbox};

#[path = "rule_call/hosted.rs"]
mod hosted;

use hosted::Hosted;

include!(concat!(env!("OUT_DIR"), "/plugins.rs"));

/// A plugin, as a component and natively, with the claims on which it is measured.
struct Measured {
    component: &'static str,
    native: fn(&Scene) -> usize,
    /// The n-th claim; of two outlets in turn.
    claim: fn(u32) -> ClaimDraft,
    /// An attribute of the claims, for each of the two outlets.
    fact: Option<(&'static str, [&'static str; 2])>,
}

const MEASURED: [Measured; 17] = [
    // Figures that differ, so that every second pair is a finding.
    told("quantity", found::<rule_quantity::Quantity>, |n| {
        killed(20 + 15 * (n % 2) + n / 2)
    }),
    // One number for two things.
    told("measure", found::<rule_measure::Measure>, |n| {
        claim(["killed", "displaced"][turn(n)]).count(4461 + n / 2)
    }),
    // A headline at odds with its text.
    told("within", found::<rule_within::Within>, |n| match n {
        0 => killed(9).passage("headline"),
        n => killed(100 + n),
    }),
    told("time", found::<rule_time::Time>, |n| {
        claim("attacked").time(["2017-03-19", "2017-03-20"][turn(n)])
    }),
    told("outcome", found::<rule_outcome::Outcome>, |n| {
        claim(["retook", "continues"][turn(n)])
            .object("the mill")
            .place(party("ford").entity("ford"))
    }),
    Measured {
        fact: Some(("act", ["killed", "killed"])),
        ..told("blame", found::<rule_blame::Blame>, |n| {
            claim("blamed")
                .agent(sides()[turn(n)].clone())
                .certainty(Certainty::Accused)
        })
    },
    told("certainty", found::<rule_certainty::Ladder>, |n| {
        let bombed = claim("bombed").agent(sides()[0].clone());
        match n % 2 {
            0 => bombed
                .said_by(source("the union", "party").cue("accused"))
                .certainty(Certainty::Accused),
            _ => bombed,
        }
    }),
    told("answer", found::<rule_answer::Answer>, |n| {
        let cause = ["gas", "electrical"][turn(n)];
        claim("caused-by").object(party(cause).entity(cause))
    }),
    told("denial", found::<rule_denial::Denial>, |n| {
        let withdrew = claim("withdrew").agent(sides()[0].clone());
        if n % 2 == 0 {
            withdrew
        } else {
            withdrew.denied()
        }
    }),
    Measured {
        fact: Some(("age", ["34", "36"])),
        ..told("identity", found::<rule_identity::Identity>, |_| {
            claim("killed").count(1_u32).population("Ana Reyes")
        })
    },
    Measured {
        fact: Some(("means", ["shells", "rifles"])),
        ..told("means", found::<rule_means::Means>, |_| claim("attacked"))
    },
    told(MEMBERSHIP, found::<rule_membership::Membership>, |n| {
        claim(["renamed", "belongs-to"][turn(n)])
            .object(party("River Front").entity("river front"))
            .complement(party("Mill Guard").entity("mill guard"))
    }),
    told("naming", found::<rule_naming::Naming>, |n| {
        claim("attacked").agent(party(["the army", "the regime"][turn(n)]).entity("army"))
    }),
    Measured {
        fact: Some(("silent-in", ["2", "2"])),
        ..told("omission", found::<rule_omission::Omission>, |_| {
            claim("wounded").count(3_u32).passage("lead")
        })
    },
    told("origin", found::<rule_origin::Origin>, |_| {
        killed(12).said_by(source("the monitor", "monitor").entity("monitor"))
    }),
    told(QUOTATION, found::<rule_quotation::Quotation>, |n| {
        let word = ["never", "surely"][turn(n)];
        let quote = format!("we will {word} pay for that old bridge in year {n}");
        claim("stated")
            .quote(&quote)
            .said_by(source("Ana Lund", "person"))
    }),
    told("place", found::<rule_place::Place>, |n| {
        let town = ["ford", "dombe"][turn(n)];
        claim("attacked")
            .time("2017-03-19")
            .place(party(town).entity(town))
    }),
];

/// The one that looks at what all articles say of a group, not at an incident.
const MEMBERSHIP: &str = "membership";

/// The one that compares words: the host says which quotations are one statement.
const QUOTATION: &str = "quotation";

const fn told(
    component: &'static str,
    native: fn(&Scene) -> usize,
    claim: fn(u32) -> ClaimDraft,
) -> Measured {
    Measured {
        component,
        native,
        claim,
        fact: None,
    }
}

fn killed(count: u32) -> ClaimDraft {
    claim("killed")
        .count(count)
        .population(party("people").role("person"))
}

/// Whose turn it is: the first outlet's or the second's.
fn turn(n: u32) -> usize {
    (n % 2) as usize
}

fn sides() -> [Party; 2] {
    [
        party("the army").side("government"),
        party("rebels").side("opposition"),
    ]
}

/// The number of findings.
fn found<R: rashomon_rule::Rule>(scene: &Scene) -> usize {
    scene.check::<R>().map_or(0, |found| found.len())
}

/// The event for the native rule: two outlets tell in turn, a third is silent, every claim is compared with every other.
fn native(rule: &Measured, count: u32) -> Scene {
    let mut scene = match rule.component {
        MEMBERSHIP => Scene::entity("River Front"),
        _ => Scene::incident("fighting at the mill"),
    };
    let articles = ["Harbour Post", "River Times", "Mill Gazette"].map(|name| scene.article(name));
    let draft = |n: u32| match rule.fact {
        Some((key, values)) => (rule.claim)(n).attribute(key, values[turn(n)]),
        None => (rule.claim)(n),
    };
    // As the host has them: article by article.
    let in_order = (0..2).flat_map(|outlet| (outlet..count).step_by(2));
    let claims = in_order.map(|n| scene.claim(articles[turn(n)], draft(n)));
    let claims: Vec<u32> = claims.collect();
    scene.align("what was told", &claims);
    scene.lexicon("means", "shells", "rifles", Extent::Disjoint);
    scene.lexicon("place", "ford", "dombe", Extent::Disjoint);
    scene.lexicon("cause", "gas", "electrical", Extent::Disjoint);
    relate(rule, &mut scene);
    scene
}

/// What the host would find of two claims beyond what the scene sees itself.
fn relate(rule: &Measured, scene: &mut Scene) {
    let event = scene.event_mut();
    for pair in &mut event.alignments[0].pairs {
        let (left, right) = (
            &event.claims[pair.left as usize],
            &event.claims[pair.right as usize],
        );
        let apart = rule.component == MEMBERSHIP && left.predicate != right.predicate;
        pair.predicate = if apart {
            Extent::Disjoint
        } else {
            Extent::Same
        };
        if rule.component == QUOTATION {
            pair.object = Extent::Overlap;
        }
        if left.place != right.place {
            pair.place = Extent::Disjoint;
        } else if left.place.is_some() {
            pair.place = Extent::Same;
        }
    }
}

/// The same event for the component.
fn hosted(scene: &Scene) -> Hosted {
    Hosted::of(scene.event())
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
        let hosted = hosted(&scene);
        let found = hosted
            .view(|event| rule.check(event, &settings))
            .expect("findings")
            .len();
        assert_eq!((measured.native)(&scene), found, "both do the same work");
        assert!(claims == 2 || found > 0, "{} has work", measured.component);
        group.bench_function(BenchmarkId::new("native", claims), |bencher| {
            bencher.iter(|| black_box((measured.native)(&scene)));
        });
        hosted.view(|event| {
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
