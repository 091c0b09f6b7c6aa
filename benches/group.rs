//! What grouping costs: profiles of 500 articles, and their clusters.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rashomon_core::group::{Background, Profile, cluster, profile};
use rashomon_core::model::{Article, Reading};
use rashomon_core::policy::Grouping;

const ARTICLES: usize = 500;
const WORDS: usize = 300;
const SETTINGS: Grouping = Grouping {
    threshold: 0.2,
    sigma: 0.15,
    evidence: 0.04,
    floor: 0.08,
    copy: 0.5,
    same_text: 0.8,
};

fn grouping(bench: &mut Criterion) {
    let readings: Vec<Reading> = (0..ARTICLES).map(reading).collect();
    let profiles: Vec<Profile> = readings.iter().map(profile).collect();
    let background = Background::parse("articles\t1\n").expect("a table without stems is a table");
    bench.bench_function("profile 500 articles", |b| {
        b.iter(|| readings.iter().map(profile).collect::<Vec<_>>())
    });
    bench.bench_function("cluster 500 articles", |b| {
        b.iter(|| cluster(black_box(&profiles), &background, &SETTINGS));
    });
}

/// Three articles in a row draw their words from one event's hundred rare words and from everybody's thousand.
fn reading(number: usize) -> Reading {
    let mut state = number as u64 + 1;
    let mut next = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let word = |next: &mut dyn FnMut(u64) -> u64| match next(3) {
        0 => format!("e{}x{}", number / 3, next(100)),
        _ => format!("w{}", {
            let below = next(1000) + 1;
            next(below)
        }),
    };
    let text: Vec<String> = (0..WORDS).map(|_| word(&mut next)).collect();
    Reading {
        article: article(number, &text.join(" ")),
        passages: vec![],
        claims: vec![],
        mentions: vec![],
        notices: vec![],
    }
}

fn article(number: usize, text: &str) -> Article {
    Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text(&format!("article-{number:04}"), text)
    }
}

criterion_group!(benches, grouping);
criterion_main!(benches);
