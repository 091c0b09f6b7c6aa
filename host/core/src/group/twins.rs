//! Two events so alike that their words run together: two strikes by one navy, two players of one club. What tells them
//! apart is that each has names or numbers of its own that nearly all its articles have and the other's have not.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::background::Background;
use super::profile::Profile;
use super::vectors::Vectors;

/// Below this a group has no names that could be called its own.
const SMALLEST: usize = 3;

/// So many articles speak for a group, however large.
const HEARD: usize = 40;

/// How unlikely (negative logarithm) it must be that a word falls so unevenly on two halves of one event. 4.2 is one in
/// 67: four articles against four, or three against seven, that share nothing can reach it, three against three never.
const SURPRISE: f64 = 4.2;

/// So many such words each side must have: one may be a misspelling or an outlet's habit.
const WORDS: usize = 2;

/// A word that more than one article in twenty has sets nothing apart.
const COMMON: f64 = 0.05;

/// By article: the terms that are names or numbers and set something apart, ascending.
pub(super) fn keys(
    profiles: &[&Profile],
    vectors: &Vectors,
    background: &Background,
) -> Vec<Vec<u32>> {
    names(profiles, vectors, |stem| background.rate(stem) < COMMON)
}

/// By article: the terms that are names or numbers, ascending.
pub(super) fn all_keys(profiles: &[&Profile], vectors: &Vectors) -> Vec<Vec<u32>> {
    names(profiles, vectors, |_| true)
}

fn names(
    profiles: &[&Profile],
    vectors: &Vectors,
    wanted: impl Fn(u64) -> bool + Sync,
) -> Vec<Vec<u32>> {
    let of = |(profile, weights): (&&Profile, &Vec<(u32, f32)>)| {
        let stems = profile
            .stems
            .iter()
            .zip(profile.forms())
            .zip(&profile.proper);
        let names = stems.filter(|((_, form), proper)| {
            **proper || form.starts_with(|c: char| c.is_ascii_digit())
        });
        let terms = names
            .filter(|((stem, _), _)| wanted(**stem))
            .filter_map(|((stem, _), _)| vectors.term(*stem));
        let weighed = |term: &u32| weights.binary_search_by_key(term, |entry| entry.0).is_ok();
        let mut keys: Vec<u32> = terms.filter(weighed).collect();
        keys.sort_unstable();
        keys
    };
    profiles.par_iter().zip(&vectors.articles).map(of).collect()
}

/// Does each of two groups of articles have names and numbers of its own?
pub(super) fn are_two(keys: &[Vec<u32>], left: &[usize], right: &[usize]) -> bool {
    let (left, right) = (
        &left[..left.len().min(HEARD)],
        &right[..right.len().min(HEARD)],
    );
    if left.len().min(right.len()) < SMALLEST
        || ln_choose(left.len() + right.len(), left.len()) < SURPRISE
    {
        return false;
    }
    let (of_left, of_right) = (Names::of(keys, left), Names::of(keys, right));
    let own = |here: &Names, there: &Names| {
        let nth = lopsided(here, there).get(WORDS - 1).copied();
        nth.is_some_and(|surprise| surprise >= SURPRISE)
    };
    own(&of_left, &of_right) && own(&of_right, &of_left)
}

/// In how many of a group's articles each name or number occurs.
pub(super) struct Names {
    counts: BTreeMap<u32, usize>,
    articles: usize,
}

impl Names {
    pub(super) fn of(keys: &[Vec<u32>], group: &[usize]) -> Self {
        let mut counts = BTreeMap::new();
        for key in group.iter().flat_map(|article| &keys[*article]) {
            *counts.entry(*key).or_default() += 1;
        }
        Self {
            counts,
            articles: group.len(),
        }
    }
}

/// How surprising it is, for each name that at most a tenth of the articles there have, that it falls so unevenly on
/// two halves of one event; the most surprising first.
pub(super) fn lopsided(here: &Names, there: &Names) -> Vec<f64> {
    let own = here.counts.iter().filter_map(|(term, count)| {
        let other = there.counts.get(term).copied().unwrap_or(0);
        (other * 10 <= there.articles)
            .then(|| surprise((*count, here.articles), (other, there.articles)))
    });
    let mut own: Vec<f64> = own.collect();
    own.sort_unstable_by(|a, b| b.total_cmp(a));
    own
}

/// Negative logarithm of the chance that of all articles with a word so many fall on one side (hypergeometric).
fn surprise(here: (usize, usize), there: (usize, usize)) -> f64 {
    let ways = ln_choose(here.1, here.0) + ln_choose(there.1, there.0);
    ln_choose(here.1 + there.1, here.0 + there.0) - ways
}

fn ln_choose(n: usize, k: usize) -> f64 {
    let k = k.min(n - k);
    (1..=k).map(|i| ((n - k + i) as f64 / i as f64).ln()).sum()
}
