//! A group that turns out to be two: after merging, each group is cut where its names fall apart most, and stays cut if
//! each half has names of its own. Merging alone cannot see this: the first few articles it joins may be of both.

use std::collections::BTreeMap;

use super::twins::{Names, lopsided};

/// Fewer articles than this are not cut.
const SMALLEST: usize = 6;

/// More are not looked at: two events that large would have been found apart.
const LARGEST: usize = 300;

/// So many rounds settle the direction in which the names fall apart.
const ROUNDS: usize = 60;

/// The second most telling name of each half, and its six most telling together, must be this unlikely (negative
/// logarithm) to fall so unevenly on two halves of one event.
const SECOND: f64 = 3.2;
const TOGETHER: f64 = 16.5;
const HEARD: usize = 6;

/// An article whose names another has nearly all is a copy, and speaks for its half no second time.
const COPY: f64 = 0.8;

/// The group, or its two halves. `keys` are the names and numbers of every article, ascending.
pub(super) fn halves(keys: &[Vec<u32>], group: Vec<usize>) -> Vec<Vec<usize>> {
    if !(SMALLEST..=LARGEST).contains(&group.len()) {
        return vec![group];
    }
    let side = cut(keys, &group);
    let half = |wanted: bool| {
        let of = group.iter().zip(&side).filter(|(_, side)| **side == wanted);
        of.map(|(article, _)| *article).collect::<Vec<usize>>()
    };
    let (one, other) = (half(true), half(false));
    let names = |h: &[usize]| Names::of(keys, &originals(keys, h));
    let (left, right) = (names(&one), names(&other));
    let stands = |here: &Names, there: &Names| {
        let own = lopsided(here, there);
        let together: f64 = own.iter().take(HEARD).sum();
        own.get(1).is_some_and(|second| *second >= SECOND) && together >= TOGETHER
    };
    if one.is_empty() || other.is_empty() || !(stands(&left, &right) && stands(&right, &left)) {
        return vec![group];
    }
    [one, other]
        .into_iter()
        .flat_map(|half| halves(keys, half))
        .collect()
}

/// Articles of which no earlier one has nearly all names.
fn originals(keys: &[Vec<u32>], group: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for article in group {
        let own = &keys[*article];
        let copied = |other: &usize| {
            let there = &keys[*other];
            let shared = own
                .iter()
                .filter(|key| there.binary_search(key).is_ok())
                .count();
            let fewer = own.len().min(there.len());
            fewer > 5 && shared as f64 >= COPY * fewer as f64
        };
        if !kept.iter().any(copied) {
            kept.push(*article);
        }
    }
    kept
}

/// On which side of the cut each article of the group falls: the sign of the first principal direction of its names,
/// then each article to the side whose articles it is more alike.
fn cut(keys: &[Vec<u32>], group: &[usize]) -> Vec<bool> {
    let alike = likeness(keys, group);
    let mut side: Vec<bool> = direction(&alike).into_iter().map(|x| x > 0.0).collect();
    for _ in 0..10 {
        let mut moved = false;
        for at in 0..group.len() {
            let mean = |wanted: bool| {
                let others = (0..group.len()).filter(|o| *o != at && side[*o] == wanted);
                let (sum, count) = others.fold((0.0, 0), |(s, n), o| (s + alike[at][o], n + 1));
                (count > 0).then(|| sum / f64::from(count))
            };
            if let (Some(here), Some(there)) = (mean(true), mean(false)) {
                moved |= side[at] != (here > there);
                side[at] = here > there;
            }
        }
        if !moved {
            break;
        }
    }
    side
}

/// How alike each two articles' names are, rarer ones of the group weighing more, less what is usual for the two.
fn likeness(keys: &[Vec<u32>], group: &[usize]) -> Vec<Vec<f64>> {
    let n = group.len();
    let mut carriers = BTreeMap::<u32, usize>::new();
    for key in group.iter().flat_map(|article| &keys[*article]) {
        *carriers.entry(*key).or_default() += 1;
    }
    let vectors: Vec<Vec<(u32, f64)>> = group
        .iter()
        .map(|article| {
            let weight = |key: &u32| {
                let count = carriers[key];
                (2..n)
                    .contains(&count)
                    .then(|| (*key, (n as f64 / count as f64).ln()))
            };
            let weights: Vec<(u32, f64)> = keys[*article].iter().filter_map(weight).collect();
            let length = weights
                .iter()
                .map(|(_, w)| w * w)
                .sum::<f64>()
                .sqrt()
                .max(1e-9);
            weights
                .into_iter()
                .map(|(key, w)| (key, w / length))
                .collect()
        })
        .collect();
    let mut alike = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in i + 1..n {
            alike[i][j] = dot(&vectors[i], &vectors[j]);
            alike[j][i] = alike[i][j];
        }
    }
    let usual: Vec<f64> = alike
        .iter()
        .map(|row| row.iter().sum::<f64>() / (n - 1) as f64)
        .collect();
    let mean = usual.iter().sum::<f64>() / n as f64;
    for (i, row) in alike.iter_mut().enumerate() {
        for (j, value) in row.iter_mut().enumerate() {
            *value = if i == j {
                0.0
            } else {
                *value - usual[i] - usual[j] + mean
            };
        }
    }
    alike
}

fn dot(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let of_b = |key: u32| b.binary_search_by_key(&key, |e| e.0).ok().map(|at| b[at].1);
    a.iter().filter_map(|(key, w)| Some(w * of_b(*key)?)).sum()
}

/// The first principal direction by power iteration, from the article most unlike the others.
fn direction(alike: &[Vec<f64>]) -> Vec<f64> {
    let size = |row: &Vec<f64>| row.iter().map(|x| x * x).sum::<f64>();
    let far = alike.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    let mut at: Vec<f64> = far.cloned().unwrap_or_default();
    // A shift by the largest row keeps every eigenvalue positive, so that the largest wins.
    let shift = alike
        .iter()
        .map(|r| r.iter().map(|x| x.abs()).sum::<f64>())
        .fold(0.0, f64::max);
    for _ in 0..ROUNDS {
        let mut next: Vec<f64> = alike
            .iter()
            .zip(&at)
            .map(|(row, own)| row.iter().zip(&at).map(|(a, x)| a * x).sum::<f64>() + shift * own)
            .collect();
        let mean = next.iter().sum::<f64>() / next.len() as f64;
        next.iter_mut().for_each(|x| *x -= mean);
        let length = size(&next).sqrt().max(1e-12);
        at = next.into_iter().map(|x| x / length).collect();
    }
    at
}
