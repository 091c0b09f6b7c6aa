//! Which articles are about the same event.
//!
//! Articles become weighted words; copies of one text are heard once; pairs that share rare words are compared; days, names
//! and numbers are added as evidence; the alikest are merged while they stay alike, unless each side has names of its own;
//! and what was merged is cut again where it falls in two. The cost grows with the number of articles, not with its square.
//! `docs/grouping.md` says what each step brought.

mod background;
mod because;
mod boilerplate;
mod candidates;
mod copies;
mod evidence;
mod explain;
mod facts;
mod linkage;
mod names;
mod profile;
mod similar;
mod split;
#[cfg(test)]
mod tests;
mod twins;
mod vectors;
mod words;

use std::collections::BTreeMap;

pub use background::{Background, BackgroundError};
pub use explain::{Explained, Verdict, Wanted, explain};
pub use profile::{Profile, profile};

use rayon::prelude::*;

use copies::Repeat;
use linkage::Alike;
use similar::Scale;
use vectors::Vectors;

use crate::model::Copied;
use crate::policy::Grouping;

/// Articles about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Indices into the profiles, ascending.
    pub articles: Vec<usize>,
    /// The rare words, names and the day that joined them; empty for a single article.
    pub because: Vec<String>,
    /// Those that repeat another's text, by article.
    pub copies: Vec<Copied>,
}

/// Groups articles by event. Every article is in exactly one cluster, alone if need be; clusters come by their first
/// article. The same profiles in the same order give the same clusters.
pub fn cluster(profiles: &[Profile], background: &Background, settings: &Grouping) -> Vec<Cluster> {
    let all: Vec<&Profile> = profiles.iter().collect();
    let work = Work::of(&all, background, settings);
    let groups = work.groups.par_iter();
    let mut clusters: Vec<Cluster> = groups
        .map(|group| {
            let articles = work.with_copies(group);
            Cluster {
                because: work.because(group, &articles),
                copies: copies::told(&work.all, &work.texts, &work.repeats, &articles),
                articles,
            }
        })
        .collect();
    clusters.sort_unstable_by(|a, b| a.articles.cmp(&b.articles));
    clusters
}

/// Everything that grouping finds out on the way, so that a pair can be explained.
struct Work<'p> {
    all: Vec<&'p Profile>,
    /// By article, those it is paired with.
    repeats: Vec<Vec<Repeat>>,
    /// By article: the first that has the same text.
    texts: Vec<usize>,
    /// By first article of a text: the others, ascending.
    carriers: BTreeMap<usize, Vec<usize>>,
    /// The articles that are grouped, one of each text: indices into `all`.
    heard: Vec<usize>,
    profiles: Vec<&'p Profile>,
    vectors: Vectors,
    pairs: Vec<Alike>,
    scale: Scale,
    keys: Vec<Vec<u32>>,
    /// As merged, before any was cut in two: indices into `heard`.
    merged: Vec<Vec<usize>>,
    /// As they are: indices into `heard`.
    groups: Vec<Vec<usize>>,
}

impl<'p> Work<'p> {
    fn of(all: &[&'p Profile], background: &Background, settings: &Grouping) -> Self {
        let own = boilerplate::own_lines(all);
        let repeats = copies::repeats(all, &own, settings.copy);
        let texts = copies::first_of_text(&repeats, settings.same_text);
        // A text is heard once, however often it is carried: a thousand copies make no word common.
        let heard: Vec<usize> = (0..all.len()).filter(|at| texts[*at] == *at).collect();
        let own: Vec<Vec<bool>> = heard.iter().map(|at| own[*at].clone()).collect();
        let profiles: Vec<&Profile> = heard.iter().map(|at| all[*at]).collect();
        let vectors = Vectors::new(&profiles, &own, background);
        let (pairs, scale) = similar::alike(&profiles, &vectors, settings);
        let keys = twins::keys(&profiles, &vectors, background);
        let apart = |left: &[usize], right: &[usize]| twins::are_two(&keys, left, right);
        let merged = linkage::average_link(profiles.len(), &pairs, settings.threshold, apart);
        let names = twins::all_keys(&profiles, &vectors);
        let cut = merged
            .par_iter()
            .map(|group| split::halves(&names, group.clone()));
        let groups = cut.collect::<Vec<_>>().concat();
        let mut carriers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (article, first) in texts.iter().enumerate().filter(|(at, first)| at != *first) {
            carriers.entry(*first).or_default().push(article);
        }
        Self {
            all: all.to_vec(),
            repeats,
            texts,
            carriers,
            heard,
            profiles,
            vectors,
            pairs,
            scale,
            keys,
            merged,
            groups,
        }
    }

    /// A group with the articles that have the same text as one of it, as indices into all profiles, ascending.
    fn with_copies(&self, group: &[usize]) -> Vec<usize> {
        let heard = group.iter().map(|at| self.heard[*at]);
        let mut articles: Vec<usize> = heard
            .flat_map(|at| {
                let others = self.carriers.get(&at).into_iter().flatten().copied();
                std::iter::once(at).chain(others)
            })
            .collect();
        articles.sort_unstable();
        articles
    }

    /// What joined them; where all have one text, what its copies share.
    fn because(&self, group: &[usize], articles: &[usize]) -> Vec<String> {
        match group {
            [one] if articles.len() > 1 => {
                because::because(&[*one, *one], &self.profiles, &self.vectors)
            }
            _ => because::because(group, &self.profiles, &self.vectors),
        }
    }
}
