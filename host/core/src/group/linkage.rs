//! Average-link clustering of a sparse graph.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// A pair of articles, `left < right`, and how alike they are. Pairs that are not listed are not alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) similarity: f64,
}

/// Merges the two groups with the highest mean similarity of their pairs, as long as it reaches `threshold` and `keep_apart`
/// does not forbid it. Among equals the groups with the earliest articles come first. The groups come by their earliest
/// article, their articles ascending.
pub(super) fn average_link(
    articles: usize,
    pairs: &[Alike],
    threshold: f64,
    keep_apart: impl Fn(&[usize], &[usize]) -> bool,
) -> Vec<Vec<usize>> {
    let mut forest = Forest::new(articles, pairs, threshold);
    while let Some(next) = forest.queue.pop() {
        let (left, right) = (next.left as usize, next.right as usize);
        if forest.is_current(&next) && !keep_apart(&forest.members[left], &forest.members[right]) {
            forest.merge(left, right, threshold);
        }
    }
    let mut groups: Vec<Vec<usize>> = forest
        .members
        .into_iter()
        .filter(|group| !group.is_empty())
        .collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

struct Forest {
    /// A group stands at the place of its earliest article; empty: merged into another.
    members: Vec<Vec<usize>>,
    /// By group: the sum of similarities to every neighbouring group.
    sums: Vec<BTreeMap<u32, f64>>,
    queue: BinaryHeap<Merge>,
}

/// A merge that may be made, if neither group has changed since.
struct Merge {
    mean: f64,
    left: u32,
    right: u32,
    sizes: (usize, usize),
}

impl Forest {
    fn new(articles: usize, pairs: &[Alike], threshold: f64) -> Self {
        let mut sums = vec![BTreeMap::new(); articles];
        for pair in pairs {
            sums[pair.left as usize].insert(pair.right, pair.similarity);
            sums[pair.right as usize].insert(pair.left, pair.similarity);
        }
        let near = pairs.iter().filter(|pair| pair.similarity >= threshold);
        let merge = |pair: &Alike| Merge {
            mean: pair.similarity,
            left: pair.left,
            right: pair.right,
            sizes: (1, 1),
        };
        Self {
            members: (0..articles).map(|a| vec![a]).collect(),
            sums,
            queue: near.map(merge).collect(),
        }
    }

    fn is_current(&self, merge: &Merge) -> bool {
        let size = |group: u32| self.members[group as usize].len();
        (size(merge.left), size(merge.right)) == merge.sizes
    }

    fn merge(&mut self, left: usize, right: usize, threshold: f64) {
        let joined = std::mem::take(&mut self.members[right]);
        self.members[left].extend(joined);
        self.sums[left].remove(&(right as u32));
        for (other, sum) in std::mem::take(&mut self.sums[right]) {
            let neighbour = &mut self.sums[other as usize];
            neighbour.remove(&(right as u32));
            if other as usize != left {
                *neighbour.entry(left as u32).or_insert(0.0) += sum;
                *self.sums[left].entry(other).or_insert(0.0) += sum;
            }
        }
        for (&other, &sum) in &self.sums[left] {
            let (first, second) = (left.min(other as usize), left.max(other as usize));
            let sizes = (self.members[first].len(), self.members[second].len());
            let mean = sum / (sizes.0 * sizes.1) as f64;
            if mean >= threshold {
                self.queue.push(Merge {
                    mean,
                    left: first as u32,
                    right: second as u32,
                    sizes,
                });
            }
        }
    }
}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then((other.left, other.right).cmp(&(self.left, self.right)))
    }
}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Merge {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Merge {}
