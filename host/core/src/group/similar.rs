//! How alike two articles are: words, neighbourhood, length and evidence weighed together.

use rayon::prelude::*;

use crate::policy::Grouping;

use super::candidates;
use super::evidence::{Evidence, Usual};
use super::linkage::Alike;
use super::profile::Profile;
use super::vectors::Vectors;

/// An article's neighbourhood is as close as its neighbour of this rank.
const NEIGHBOUR: usize = 7;

/// What e times as many words take from the similarity: long articles share words that tell of no event.
const LENGTH: f64 = 0.06;

/// Words of an article of usual length, and of the shortest that is believed.
const USUAL_WORDS: f64 = 250.0;
const FEWEST_WORDS: f64 = 30.0;

/// What is known of all articles that a pair is judged by.
pub(super) struct Scale {
    usual: Usual,
    /// By article: what its neighbourhood takes from the similarity, and what its length does.
    crowd: Vec<f64>,
    length: Vec<f64>,
}

/// Why a pair is as alike as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) words: f64,
    /// What the neighbourhoods take.
    pub(super) crowd: f64,
    /// What the lengths take; negative: what they give.
    pub(super) length: f64,
    pub(super) evidence: Evidence,
    pub(super) similarity: f64,
}

/// The pairs that are alike at all, and the scale they were judged by.
pub(super) fn alike(
    profiles: &[&Profile],
    vectors: &Vectors,
    settings: &Grouping,
) -> (Vec<Alike>, Scale) {
    let (cosines, near) = cosines(vectors, settings.floor);
    let length = |profile: &&Profile| {
        LENGTH * ((profile.words.len() as f64).max(FEWEST_WORDS) / USUAL_WORDS).ln() / 2.0
    };
    let scale = Scale {
        usual: Usual::of(profiles),
        crowd: near
            .into_iter()
            .map(|near| settings.sigma * near / 2.0)
            .collect(),
        length: profiles.iter().map(length).collect(),
    };
    let compare = |left: usize, (right, words): (u32, f32)| {
        let words = f64::from(words);
        let weighed = scale.weigh(profiles, settings, (left, right as usize), words);
        (weighed.similarity > 0.0).then_some(Alike {
            left: left as u32,
            right,
            similarity: weighed.similarity,
        })
    };
    let found = cosines.par_iter().enumerate().map(|(left, others)| {
        let pairs = others.iter().filter_map(|pair| compare(left, *pair));
        pairs.collect::<Vec<_>>()
    });
    (found.collect::<Vec<_>>().concat(), scale)
}

impl Scale {
    /// How alike two articles are whose words are alike by `words`.
    pub(super) fn weigh(
        &self,
        profiles: &[&Profile],
        settings: &Grouping,
        (left, right): (usize, usize),
        words: f64,
    ) -> Weighed {
        let evidence = self.usual.evidence(profiles[left], profiles[right]);
        let crowd = self.crowd[left] + self.crowd[right];
        let length = self.length[left] + self.length[right];
        let sum = words - crowd - length + settings.evidence * evidence.sum();
        Weighed {
            words,
            crowd,
            length,
            evidence,
            similarity: sum.min(1.0),
        }
    }
}

/// Do these two, the first before the second, share words rare enough to be compared?
pub(super) fn is_candidate(vectors: &Vectors, low: usize, high: usize) -> bool {
    candidates::is_candidate(vectors, low, high)
}

/// Articles whose candidates are compared at once: of 20,000 articles there are millions of pairs, few of them alike.
const AT_ONCE: usize = 512;

/// For every article the later ones that are alike from `floor` on, and how alike their words are; and how alike each is to its
/// seventh neighbour (in a handful: to the last), whatever that is.
fn cosines(vectors: &Vectors, floor: f64) -> (Vec<Vec<(u32, f32)>>, Vec<f64>) {
    let candidates = candidates::candidates(vectors);
    let rank = NEIGHBOUR.min(candidates.len().saturating_sub(1));
    let mut near: Vec<Vec<f64>> = vec![Vec::with_capacity(rank); candidates.len()];
    let mut kept = Vec::with_capacity(candidates.len());
    for (chunk, others) in candidates.chunks(AT_ONCE).enumerate() {
        for mut pairs in compared(vectors, chunk * AT_ONCE, others) {
            let left = kept.len();
            for &(right, cosine) in &pairs {
                keep_nearest(&mut near[left], f64::from(cosine), rank);
                keep_nearest(&mut near[right as usize], f64::from(cosine), rank);
            }
            pairs.retain(|(_, cosine)| f64::from(*cosine) >= floor);
            pairs.shrink_to_fit();
            kept.push(pairs);
        }
    }
    let last = |near: Vec<f64>| near.get(rank.wrapping_sub(1)).copied().unwrap_or(0.0);
    (kept, near.into_iter().map(last).collect())
}

/// How alike the words of some articles, from `first` on, are to those of their candidates.
fn compared(vectors: &Vectors, first: usize, candidates: &[Vec<u32>]) -> Vec<Vec<(u32, f32)>> {
    // One article's weights by term, so that each of its candidates is looked up rather than merged.
    let unwritten = || vec![0.0_f32; vectors.terms.len()];
    let compared = candidates.par_iter().enumerate();
    let compared = compared.map_init(unwritten, |weights, (at, others)| {
        let own = &vectors.articles[first + at];
        own.iter()
            .for_each(|(term, weight)| weights[*term as usize] = *weight);
        let alike = |right: u32| {
            let products = vectors.articles[right as usize]
                .iter()
                .map(|(term, weight)| f64::from(weights[*term as usize]) * f64::from(*weight));
            products.sum::<f64>() as f32
        };
        let pairs = others.iter().map(|right| (*right, alike(*right))).collect();
        own.iter()
            .for_each(|(term, _)| weights[*term as usize] = 0.0);
        pairs
    });
    compared.collect()
}

/// Puts a cosine among the `most` greatest, which fall.
fn keep_nearest(near: &mut Vec<f64>, cosine: f64, most: usize) {
    let at = near.partition_point(|other| *other >= cosine);
    if at < most {
        near.truncate(most - 1);
        near.insert(at, cosine);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_are_those_that_sorting_finds() {
        let cosines: Vec<f64> = (0..40).map(|n| f64::from(n * 7919 % 23) / 23.0).collect();
        let mut sorted = cosines.clone();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        for most in [0, 1, NEIGHBOUR, 60] {
            let mut near = Vec::new();
            for cosine in &cosines {
                keep_nearest(&mut near, *cosine, most);
            }
            assert_eq!(near, sorted[..most.min(sorted.len())], "{most}");
        }
    }
}
