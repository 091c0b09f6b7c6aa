//! Which articles are about the same event.
//!
//! Articles become weighted words; pairs that share rare ones are compared; days, names and numbers are added as evidence;
//! the alikest are merged while they stay alike, unless each side has names of its own. The cost grows with the
//! number of articles, not with its square. `docs/grouping.md` says what each step brought.

mod background;
mod because;
mod boilerplate;
mod candidates;
mod evidence;
mod facts;
mod linkage;
mod names;
mod profile;
#[cfg(test)]
mod tests;
mod twins;
mod vectors;
mod words;

pub use background::{Background, BackgroundError};
pub use profile::{Profile, profile};

use rayon::prelude::*;

use evidence::Usual;
use linkage::Alike;
use vectors::Vectors;

/// An article's neighbourhood is as close as its neighbour of this rank.
const NEIGHBOUR: usize = 7;

/// What e times as many words take from the similarity: long articles share words that tell of no event.
const LENGTH: f64 = 0.06;

/// Words of an article of usual length, and of the shortest that is believed.
const USUAL_WORDS: f64 = 250.0;
const FEWEST_WORDS: f64 = 30.0;

/// How alike two articles must be to be of one event, and what counts how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Mean similarity from which two groups are one event, from 0 to 1.
    pub threshold: f64,
    /// What part of the similarity to their neighbourhoods is taken from that of two articles: where everything is alike,
    /// being alike says less.
    pub sigma: f64,
    /// What one natural-log unit of evidence adds to the similarity.
    pub evidence: f64,
    /// Similarity of the words below which no evidence can join two articles, from 0 to 1.
    pub floor: f64,
}

/// Articles about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Indices into the profiles, ascending.
    pub articles: Vec<usize>,
    /// The rare words, names and the day that joined them; empty for a single article.
    pub because: Vec<String>,
}

/// Groups articles by event. Every article is in exactly one cluster, alone if need be; clusters come by their first
/// article. The same profiles in the same order give the same clusters.
pub fn cluster(profiles: &[Profile], background: &Background, settings: &Settings) -> Vec<Cluster> {
    let own = boilerplate::own_lines(profiles);
    let vectors = Vectors::new(profiles, &own, background);
    let pairs = alike(profiles, &vectors, settings);
    let keys = twins::keys(profiles, &vectors, background);
    let apart = |left: &[usize], right: &[usize]| twins::are_two(&keys, left, right);
    let groups = linkage::average_link(profiles.len(), &pairs, settings.threshold, apart);
    let explained = groups.into_par_iter().map(|articles| Cluster {
        because: because::because(&articles, profiles, &vectors),
        articles,
    });
    explained.collect()
}

/// The pairs that are alike at all, with words, neighbourhood, length and evidence weighed together.
fn alike(profiles: &[Profile], vectors: &Vectors, settings: &Settings) -> Vec<Alike> {
    let cosines = cosines(vectors);
    let nearness = nearness(&cosines);
    let usual = Usual::of(profiles);
    let length = |article: usize| {
        ((profiles[article].words.len() as f64).max(FEWEST_WORDS) / USUAL_WORDS).ln()
    };
    let discount =
        |article: usize| (settings.sigma * nearness[article] + LENGTH * length(article)) / 2.0;
    let compare = |left: usize, (right, cosine): (u32, f64)| {
        let other = right as usize;
        let evidence = settings.evidence * usual.evidence(&profiles[left], &profiles[other]);
        let similarity = (cosine - discount(left) - discount(other) + evidence).min(1.0);
        (similarity > 0.0).then_some(Alike {
            left: left as u32,
            right,
            similarity,
        })
    };
    let found = cosines.par_iter().enumerate().map(|(left, others)| {
        let near = others
            .iter()
            .filter(|(_, cosine)| *cosine >= settings.floor);
        near.filter_map(|pair| compare(left, *pair))
            .collect::<Vec<_>>()
    });
    found.collect::<Vec<_>>().concat()
}

/// For every article the later ones worth comparing with it, and how alike their words are.
fn cosines(vectors: &Vectors) -> Vec<Vec<(u32, f64)>> {
    let candidates = candidates::candidates(vectors).into_par_iter().enumerate();
    let compared = candidates.map(|(left, others)| {
        let pairs = others
            .into_iter()
            .map(|right| (right, vectors.cosine(left, right as usize)));
        pairs.collect()
    });
    compared.collect()
}

/// By article: how alike it is to its seventh neighbour (in a handful: to the last).
fn nearness(cosines: &[Vec<(u32, f64)>]) -> Vec<f64> {
    let rank = NEIGHBOUR.min(cosines.len().saturating_sub(1));
    let mut near: Vec<Vec<f64>> = vec![Vec::new(); cosines.len()];
    for (left, others) in cosines.iter().enumerate() {
        for &(right, cosine) in others {
            near[left].push(cosine);
            near[right as usize].push(cosine);
        }
    }
    let seventh = near.into_iter().map(|mut near| {
        near.sort_unstable_by(|a, b| b.total_cmp(a));
        rank.checked_sub(1)
            .and_then(|last| near.get(last))
            .copied()
            .unwrap_or(0.0)
    });
    seventh.collect()
}
