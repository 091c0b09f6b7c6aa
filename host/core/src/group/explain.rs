//! Why two articles are of one event or not, for a person who wonders.

use std::collections::BTreeMap;

use super::because;
use super::similar::{self, Weighed};
use super::twins;
use super::{Background, Profile, Work};
use crate::policy::Grouping;

/// Why two articles are in one group or in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In one group: they are alike.
    Alike,
    /// In one group by what each shares with the others of it.
    ByOthers,
    /// In one group: they are one text.
    SameText,
    /// Apart: no rare word of the one is among those of the other.
    NothingRare,
    /// Apart: their words are less alike than any evidence can make good.
    TooFewWords,
    /// Apart: all in all they are less alike than asked.
    NotAlike,
    /// Apart: they are alike, but the groups they belong to are not, taken together.
    GroupsNotAlike,
    /// Apart: each side has names and numbers of its own, which the other lacks.
    OwnNames,
}

/// A pair of articles, explained. Similarities are from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// Indices into the profiles.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// What came of it.
    pub verdict: Verdict,
    /// How alike all in all; none: not compared, for nothing rare is shared.
    pub similarity: Option<f64>,
    /// From which mean similarity on groups are joined.
    pub threshold: f64,
    /// How alike their words are.
    pub words: f64,
    /// What was added (or, negative, taken) for another reason than words, with its name.
    pub parts: Vec<(&'static str, f64)>,
    /// Words, names and the day that both have.
    pub shared: Vec<String>,
}

/// Explains the pairs that `wanted` names; a pair of one article with itself is passed over.
pub fn explain(
    profiles: &[&Profile],
    background: &Background,
    settings: &Grouping,
    wanted: &Wanted,
) -> Vec<Explained> {
    let work = Work::of(profiles, background, settings);
    let of = |groups: &[Vec<usize>]| {
        let mut group_of = vec![0; work.heard.len()];
        for (number, group) in groups.iter().enumerate() {
            group.iter().for_each(|at| group_of[*at] = number);
        }
        group_of
    };
    let scene = Scene {
        place: work
            .heard
            .iter()
            .enumerate()
            .map(|(at, article)| (*article, at))
            .collect(),
        merged: of(&work.merged),
        group: of(&work.groups),
        work: &work,
        settings,
    };
    let pairs = match wanted {
        Wanted::Pair(left, right) => vec![(*left, *right)],
        Wanted::Nearest { of, most } => nearest(&work, *of, *most),
    };
    let explained = pairs.into_iter().filter(|(left, right)| left != right);
    explained.map(|pair| scene.explain(pair)).collect()
}

/// What a pair is explained by.
struct Scene<'w> {
    work: &'w Work<'w>,
    settings: &'w Grouping,
    /// By article: its place among those that are grouped.
    place: BTreeMap<usize, usize>,
    /// By that place: the number of its group, before and after groups were cut in two.
    merged: Vec<usize>,
    group: Vec<usize>,
}

/// Which pairs are to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// These two.
    Pair(usize, usize),
    /// Each article (or one) with the articles that come nearest to it.
    Nearest {
        /// One article; none: all.
        of: Option<usize>,
        /// So many an article.
        most: usize,
    },
}

fn nearest(work: &Work<'_>, of: Option<usize>, most: usize) -> Vec<(usize, usize)> {
    let mut near: Vec<Vec<(f64, usize)>> = vec![Vec::new(); work.heard.len()];
    for pair in &work.pairs {
        near[pair.left as usize].push((pair.similarity, pair.right as usize));
        near[pair.right as usize].push((pair.similarity, pair.left as usize));
    }
    let mut pairs = Vec::new();
    for (at, mut others) in near.into_iter().enumerate() {
        let article = work.heard[at];
        if of.is_some_and(|of| work.texts[of] != article) {
            continue;
        }
        others.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let carried = work.carriers.get(&article).into_iter().flatten();
        let copies = carried.take(most).map(|copy| (article, *copy));
        let others = others
            .iter()
            .take(most)
            .map(|(_, other)| (article, work.heard[*other]));
        pairs.extend(copies.chain(others));
    }
    let mut seen = std::collections::BTreeSet::new();
    pairs.retain(|(a, b)| seen.insert((*a.min(b), *a.max(b))));
    pairs
}

impl Scene<'_> {
    fn explain(&self, (left, right): (usize, usize)) -> Explained {
        let work = self.work;
        let [a, b] = [left, right].map(|at| self.place[&work.texts[at]]);
        let pair = Explained {
            left,
            right,
            verdict: Verdict::SameText,
            similarity: Some(1.0),
            threshold: self.settings.threshold,
            words: 1.0,
            parts: Vec::new(),
            shared: because::because(&[a, b], &work.profiles, &work.vectors),
        };
        if a == b {
            return pair;
        }
        let words = work.vectors.cosine(a, b);
        let weighed = work
            .scale
            .weigh(&work.profiles, self.settings, (a, b), words);
        let compared = similar::is_candidate(&work.vectors, a.min(b), a.max(b));
        Explained {
            verdict: self.verdict((a, b), &weighed, compared),
            similarity: compared.then_some(weighed.similarity),
            words,
            parts: parts(self.settings, &weighed),
            ..pair
        }
    }

    fn verdict(&self, (a, b): (usize, usize), weighed: &Weighed, compared: bool) -> Verdict {
        let together = self.group[a] == self.group[b];
        let alike = compared && weighed.similarity >= self.settings.threshold;
        match (together, alike) {
            (true, true) => Verdict::Alike,
            (true, false) => Verdict::ByOthers,
            (false, _) if self.merged[a] == self.merged[b] => Verdict::OwnNames,
            (false, _) if !compared => Verdict::NothingRare,
            (false, _) if weighed.words < self.settings.floor => Verdict::TooFewWords,
            (false, false) => Verdict::NotAlike,
            (false, true) => {
                let [left, right] = [a, b].map(|at| &self.work.merged[self.merged[at]]);
                match twins::are_two(&self.work.keys, left, right) {
                    true => Verdict::OwnNames,
                    false => Verdict::GroupsNotAlike,
                }
            }
        }
    }
}

fn parts(settings: &Grouping, weighed: &Weighed) -> Vec<(&'static str, f64)> {
    let evidence = &weighed.evidence;
    let all = [
        ("close neighbours", -weighed.crowd),
        ("lengths", -weighed.length),
        ("days", settings.evidence * (evidence.day + evidence.season)),
        ("dates of publication", settings.evidence * evidence.gap),
        ("names", settings.evidence * evidence.name),
        (
            "ages and house numbers",
            settings.evidence * evidence.number,
        ),
    ];
    // Half a hundredth changes no decision.
    all.into_iter()
        .filter(|(_, value)| value.abs() >= 0.005)
        .collect()
}
