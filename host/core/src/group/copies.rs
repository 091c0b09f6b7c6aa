//! Articles that repeat one another's text: syndicated copy, a rewrite that kept most of it, one page stored twice.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::profile::Profile;
use crate::model::Copied;

/// So many words in a row that two texts share are no chance.
const RUN: usize = 5;

/// One run in so many is looked up to find pairs; of what is found all runs are compared.
const SAMPLE: u64 = 8;

/// A text of fewer words is too thin to be called a copy of another: what is left of it may be house text.
const FEWEST_WORDS: usize = 40;

/// An article that has runs of words in common with another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Repeat {
    pub(super) other: usize,
    /// What part of the shorter text's runs stands in the longer, from 0 to 1.
    pub(super) contained: f64,
    /// What part of the runs of both stands in both, from 0 to 1.
    pub(super) alike: f64,
}

/// By article: those with which it shares at least the part `least` of the shorter one's runs of five words. `own` says which
/// lines of each article are its own. Of many copies of one text each is paired with the first, so that the cost grows
/// with the number of articles, not with its square.
pub(super) fn repeats(profiles: &[&Profile], own: &[Vec<bool>], least: f64) -> Vec<Vec<Repeat>> {
    let sampled: Vec<Vec<u64>> = profiles
        .par_iter()
        .zip(own)
        .map(|(profile, own)| runs(profile, own, SAMPLE))
        .collect();
    let pairs = likely_pairs(&sampled, least);
    drop(sampled);
    let by_first: Vec<&[(u32, u32)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    let found = by_first.par_iter().map(|pairs| {
        let first = pairs[0].0 as usize;
        let own_runs = runs(profiles[first], &own[first], 1);
        let compare = |pair: &(u32, u32)| {
            let second = pair.1 as usize;
            let (contained, alike) = shared(&own_runs, &runs(profiles[second], &own[second], 1))?;
            (contained >= least).then_some((first, second, contained, alike))
        };
        pairs.iter().filter_map(compare).collect::<Vec<_>>()
    });
    let found = found.collect::<Vec<_>>().concat();
    let mut by_article: Vec<Vec<Repeat>> = vec![Vec::new(); profiles.len()];
    for (first, second, contained, alike) in found {
        for (article, other) in [(first, second), (second, first)] {
            by_article[article].push(Repeat {
                other,
                contained,
                alike,
            });
        }
    }
    by_article
}

/// The pairs whose sampled runs promise that enough are shared, ascending: half of what is asked, for a sample errs.
fn likely_pairs(sampled: &[Vec<u64>], least: f64) -> Vec<(u32, u32)> {
    let mut places: Vec<(u64, u32)> = Vec::new();
    for (article, runs) in sampled.iter().enumerate() {
        places.extend(runs.iter().map(|run| (*run, article as u32)));
    }
    places.par_sort_unstable();
    let mut shared: Vec<(u32, u32)> = Vec::new();
    for carriers in places.chunk_by(|a, b| a.0 == b.0) {
        let first = carriers[0].1;
        shared.extend(carriers[1..].iter().map(|(_, other)| (first, *other)));
    }
    shared.par_sort_unstable();
    let promising = shared.chunk_by(|a, b| a == b).filter(|same| {
        let (first, second) = same[0];
        let fewer = sampled[first as usize]
            .len()
            .min(sampled[second as usize].len());
        same.len() as f64 >= least * 0.5 * fewer as f64
    });
    promising.map(|same| same[0]).collect()
}

/// What part of the shorter text's runs stands in the other, and what part of both in both; none: too short to tell.
fn shared(first: &[u64], second: &[u64]) -> Option<(f64, f64)> {
    let shorter = first.len().min(second.len());
    if shorter + RUN <= FEWEST_WORDS {
        return None;
    }
    let both = first.iter().filter(|run| second.binary_search(run).is_ok());
    let both = both.count();
    let all = first.len() + second.len() - both;
    Some((both as f64 / shorter as f64, both as f64 / all as f64))
}

/// Digests of the runs of five words of the article's own lines, one in `of` of them, ascending, each once. A headline is no part
/// of it: each outlet writes its own.
fn runs(profile: &Profile, own: &[bool], of: u64) -> Vec<u64> {
    let lines = profile
        .lines
        .iter()
        .zip(own)
        .filter(|(line, own)| **own && !line.is_title);
    let words: Vec<u64> = lines
        .flat_map(|(line, _)| profile.line_words(line))
        .map(|word| profile.stems[usize::from(*word)])
        .collect();
    let digest = |run: &[u64]| {
        let mixed = run.iter().fold(0_u64, |sum, word| {
            (sum.rotate_left(13) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        mixed ^ (mixed >> 31)
    };
    let digests = words.windows(RUN).map(digest);
    let mut runs: Vec<u64> = digests.filter(|run| run.is_multiple_of(of)).collect();
    runs.sort_unstable();
    runs.dedup();
    runs.shrink_to_fit();
    runs
}

/// For each article the first that has the same text: itself where there is none before it.
pub(super) fn first_of_text(repeats: &[Vec<Repeat>], same: f64) -> Vec<usize> {
    let mut first: Vec<usize> = (0..repeats.len()).collect();
    // Ascending, so that what an article repeats has been settled before it.
    for (article, pairs) in repeats.iter().enumerate() {
        let before = pairs
            .iter()
            .filter(|r| r.other < article && r.alike >= same);
        if let Some(earliest) = before.map(|r| first[r.other]).min() {
            first[article] = earliest;
        }
    }
    first
}

/// Who repeats whom among the articles of a cluster: each text that is not the first of its kind, with the earliest
/// published (of the undated, the first in the list) that it shares runs with.
pub(super) fn told(
    profiles: &[&Profile],
    texts: &[usize],
    repeats: &[Vec<Repeat>],
    articles: &[usize],
) -> Vec<Copied> {
    let key = |article: usize| {
        let published = profiles[article].published;
        (published.is_none(), published, article)
    };
    let mut earliest: BTreeMap<usize, usize> = BTreeMap::new();
    for article in articles {
        let first = earliest.entry(texts[*article]).or_insert(*article);
        if key(*article) < key(*first) {
            *first = *article;
        }
    }
    let mut told: Vec<Copied> = Vec::new();
    for article in articles {
        let own = earliest[&texts[*article]];
        let others = repeats[*article].iter().filter_map(|repeat| {
            let of = *earliest.get(&texts[repeat.other])?;
            (of != own && key(of) < key(own)).then_some((of, repeat.contained))
        });
        // Of one text the earliest speaks for all, and what it repeats they repeat.
        let same = (own != *article).then_some((own, 1.0));
        let found = others.chain(same).min_by_key(|(of, _)| key(*of));
        told.extend(found.map(|(of, contained)| Copied {
            article: *article,
            of,
            percent: (contained * 100.0).round().clamp(0.0, 100.0) as u8,
        }));
    }
    settle(&mut told);
    told
}

/// What repeats a text that itself repeats another is a copy of the first.
fn settle(told: &mut [Copied]) {
    let of: BTreeMap<usize, usize> = told.iter().map(|copy| (copy.article, copy.of)).collect();
    for copy in told {
        for _ in 0..of.len() {
            match of.get(&copy.of) {
                Some(next) => copy.of = *next,
                None => break,
            }
        }
    }
}
