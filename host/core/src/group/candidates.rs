//! Which pairs of articles are worth comparing: those that share rare words. Never dates (half the reports of one
//! event come more than a day apart), and never all pairs.

use rayon::prelude::*;

use super::vectors::Vectors;

/// A way to block: articles are a pair if among the `top` weightiest words of each that at most `spread` articles have,
/// `shared` are the same.
struct Key {
    top: usize,
    spread: u32,
    shared: u8,
}

/// Together these find 97 of 100 true pairs in a pool of 11,000 articles, and those they miss are alike in nothing.
const KEYS: [Key; 2] = [
    Key {
        top: 25,
        spread: 1000,
        shared: 2,
    },
    Key {
        top: 15,
        spread: 60,
        shared: 1,
    },
];

/// For every article the later ones worth comparing with it, ascending.
pub(super) fn candidates(vectors: &Vectors) -> Vec<Vec<u32>> {
    let found = KEYS.map(|key| neighbours(vectors, &key));
    let [by_two, by_one] = found;
    by_two
        .into_par_iter()
        .zip(by_one)
        .map(|(mut all, more)| {
            all.extend(more);
            all.sort_unstable();
            all.dedup();
            all.shrink_to_fit();
            all
        })
        .collect()
}

/// Would these two be compared?
pub(super) fn is_candidate(vectors: &Vectors, left: usize, right: usize) -> bool {
    KEYS.iter().any(|key| {
        let [a, b] = [left, right].map(|at| top_terms(&vectors.articles[at], vectors, key));
        let shared = a.iter().filter(|term| b.contains(term)).count();
        shared >= usize::from(key.shared)
    })
}

fn neighbours(vectors: &Vectors, key: &Key) -> Vec<Vec<u32>> {
    let chosen: Vec<Vec<u32>> = vectors
        .articles
        .par_iter()
        .map(|terms| top_terms(terms, vectors, key))
        .collect();
    let mut places: Vec<(u32, u32)> = Vec::new();
    for (article, terms) in chosen.iter().enumerate() {
        places.extend(terms.iter().map(|term| (*term, article as u32)));
    }
    places.par_sort_unstable();
    let articles_of = |term: u32| {
        let start = places.partition_point(|place| place.0 < term);
        places[start..]
            .iter()
            .take_while(move |place| place.0 == term)
            .map(|place| place.1)
    };
    let later = |article: usize, terms: &Vec<u32>| {
        let mut shared: Vec<u32> = terms
            .iter()
            .flat_map(|term| articles_of(*term))
            .filter(|other| *other > article as u32)
            .collect();
        shared.sort_unstable();
        shared
            .chunk_by(|a, b| a == b)
            .filter(|same| same.len() >= usize::from(key.shared))
            .map(|same| same[0])
            .collect()
    };
    chosen
        .par_iter()
        .enumerate()
        .map(|(article, terms)| later(article, terms))
        .collect()
}

fn top_terms(terms: &[(u32, f32)], vectors: &Vectors, key: &Key) -> Vec<u32> {
    let fits = |term: u32| (2..=key.spread).contains(&vectors.frequency[term as usize]);
    let mut fitting: Vec<(u32, f32)> = terms
        .iter()
        .copied()
        .filter(|(term, _)| fits(*term))
        .collect();
    fitting.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    fitting
        .iter()
        .take(key.top)
        .map(|(term, _)| *term)
        .collect()
}
