//! Articles as weighted words.

use rayon::prelude::*;

use super::background::Background;
use super::profile::Profile;

/// The first words of an article, title and lead, count twice.
const LEAD: usize = 80;

/// The background table counts as much as this many articles beside those that are grouped.
const BACKGROUND: f64 = 1000.0;

/// A handful counts as much as this many articles: what all five of five articles say may be their theme, not an event.
const HANDFUL: f64 = 150.0;

/// So many further articles are taken not to have a word: in three articles one other proves no theme.
pub(super) const DOUBT: f64 = 3.0;

/// A name counts this many times an ordinary word, unless all articles have it.
const NAME: f64 = 2.0;

/// Articles whose stems are gathered at once.
const AT_ONCE: usize = 2_000;

/// The words of all articles, weighted by how rare they are.
pub(super) struct Vectors {
    /// The digest of each term, ascending; a term is a place in this list.
    pub(super) terms: Vec<u64>,
    /// In how many articles each term occurs.
    pub(super) frequency: Vec<u32>,
    /// Each article's terms, ascending, with weights of length one in all.
    pub(super) articles: Vec<Vec<(u32, f32)>>,
}

impl Vectors {
    /// Weighs the words of the articles' own lines.
    pub(super) fn new(profiles: &[&Profile], own: &[Vec<bool>], background: &Background) -> Self {
        // Some thousand articles at a time: of 20,000 all together hold four million stems, most of them again and again.
        let mut terms: Vec<u64> = Vec::new();
        for some in profiles.chunks(AT_ONCE) {
            terms.extend(some.iter().flat_map(|p| p.stems.iter().copied()));
            terms.par_sort_unstable();
            terms.dedup();
        }
        terms.shrink_to_fit();
        let counted: Vec<Vec<Count>> = profiles
            .par_iter()
            .zip(own)
            .map(|(p, own)| counts(p, own, &terms))
            .collect();
        let mut frequency = vec![0_u32; terms.len()];
        counted
            .iter()
            .flatten()
            .for_each(|count| frequency[count.term as usize] += 1);
        let rarity = Rarity::new(&terms, &frequency, profiles.len(), background);
        let articles = counted
            .into_par_iter()
            .map(|counts| rarity.weigh(&counts))
            .collect();
        Self {
            terms,
            frequency,
            articles,
        }
    }

    /// How alike two articles are, from 0 to 1.
    pub(super) fn cosine(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (&self.articles[a], &self.articles[b]);
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            if x.0 == y.0 {
                sum += f64::from(x.1) * f64::from(y.1);
            }
            i += usize::from(x.0 <= y.0);
            j += usize::from(y.0 <= x.0);
        }
        sum
    }

    /// The term of a stem's digest.
    pub(super) fn term(&self, stem: u64) -> Option<u32> {
        self.terms.binary_search(&stem).ok().map(|term| term as u32)
    }
}

/// Eight bytes: of 20,000 articles there are four million.
struct Count {
    term: u32,
    /// How often; the lead twice. No article that is read for its words has more of one than this counts.
    times: u16,
    is_name: bool,
}

/// The terms of the article's own lines, ascending.
fn counts(profile: &Profile, own: &[bool], terms: &[u64]) -> Vec<Count> {
    let mut times = vec![0_u16; profile.stems.len()];
    let lines = profile.lines.iter().zip(own).filter(|(_, own)| **own);
    let words = lines.flat_map(|(line, _)| profile.line_words(line));
    for (place, &word) in words.enumerate() {
        let times = &mut times[usize::from(word)];
        *times = times.saturating_add(if place < LEAD { 2 } else { 1 });
    }
    let present = (0..times.len()).filter(|stem| times[*stem] > 0);
    let mut counts: Vec<Count> = present
        .filter_map(|stem| {
            let term = terms.binary_search(&profile.stems[stem]).ok()? as u32;
            Some(Count {
                term,
                times: times[stem],
                is_name: profile.proper[stem],
            })
        })
        .collect();
    counts.sort_unstable_by_key(|count| count.term);
    counts
}

/// By term: how much rare words weigh, and how much more as names.
struct Rarity {
    word: Vec<f64>,
    name: Vec<f64>,
}

impl Rarity {
    fn new(terms: &[u64], frequency: &[u32], articles: usize, background: &Background) -> Self {
        let here = (articles as f64).max(HANDFUL);
        // Two articles that share a word have it both: only the others tell how common it is here.
        let others =
            |df: u32| (f64::from(df) - 2.0).max(0.0) / ((articles as f64 - 2.0).max(0.0) + DOUBT);
        let word = terms.iter().zip(frequency).map(|(stem, df)| {
            let seen = f64::from(*df).min(2.0)
                + here * others(*df)
                + BACKGROUND * background.rate(*stem)
                + 0.5;
            ((here + BACKGROUND + 1.0) / seen).ln().max(0.0)
        });
        let name = frequency
            .iter()
            .map(|df| 1.0 + (NAME - 1.0) * (1.0 - others(*df)));
        Self {
            word: word.collect(),
            name: name.collect(),
        }
    }

    fn weigh(&self, counts: &[Count]) -> Vec<(u32, f32)> {
        let weight = |count: &Count| {
            let term = count.term as usize;
            (1.0 + f64::from(count.times).ln())
                * self.word[term]
                * if count.is_name { self.name[term] } else { 1.0 }
        };
        let length = counts
            .iter()
            .map(|count| weight(count).powi(2))
            .sum::<f64>()
            .sqrt();
        let weights = counts
            .iter()
            .map(|count| (count.term, (weight(count) / length) as f32));
        weights.filter(|(_, weight)| *weight > 0.0).collect()
    }
}
