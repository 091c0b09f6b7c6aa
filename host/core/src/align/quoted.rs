//! Quotations of several articles that are one statement: most of the words of the shorter stand in the longer, in order.

use std::collections::BTreeMap;

use crate::model::{Claim, Extent};

/// Words in a row that two quotations of one statement share.
const RUN: usize = 4;
/// The share of the words of the shorter one that stand in the longer, in hundredths.
const SHARED: usize = 70;
/// Shared words without which two quotations that both go on differently at one end are two statements: "it was not about you".
const CLEAR: usize = 6;
/// The most words of a quotation that are looked at: comparing takes time by the product of both.
const LONGEST: usize = 120;
/// The most quotations that one run of words may stand in: a formula that all repeat would make all pairs of them.
const MOST_ALIKE: usize = 40;
/// Of these, of one text.
const OF_ONE: usize = 2;
/// The most quotations that one is compared with, the likest first.
const MOST_COMPARED: usize = 20;

/// A quotation.
pub(crate) struct Quoted {
    /// The article that has it, or the one that this copies.
    root: usize,
    words: Vec<String>,
}

impl Quoted {
    /// The words of a claim in the text of its article.
    pub(crate) fn of(claim: &Claim, text: &str, root: usize) -> Self {
        Self {
            root,
            words: words(claim.span.of(text)),
        }
    }
}

/// Two quotations that are one statement, by their place in the list; the earlier first.
pub(crate) struct Echo {
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Of the left one's words in relation to the right one's; `Overlap`: each has words that the other has not.
    pub(crate) words: Extent,
}

/// The quotations of two articles, of which neither copies the other, that are one statement.
pub(crate) fn echoes(said: &[Quoted]) -> Vec<Echo> {
    let mut by_run: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, quoted) in said.iter().enumerate() {
        for run in quoted.words.windows(RUN) {
            let known = by_run.entry(run).or_default();
            // A wire text carried by forty outlets, or repeated within one, must not hide what a further one says.
            let same = known.iter().filter(|k| said[**k].root == quoted.root);
            if known.last() != Some(&at) && same.count() < OF_ONE && known.len() < MOST_ALIKE {
                known.push(at);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for alike in by_run.values() {
        for (at, right) in alike.iter().enumerate() {
            let others = alike[..at].iter();
            for left in others.filter(|left| said[**left].root != said[*right].root) {
                *shared.entry((*right, *left)).or_default() += 1;
            }
        }
    }
    let pairs: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    let of_each = pairs.chunk_by(|a, b| a.0.0 == b.0.0);
    let mut found: Vec<Echo> = of_each
        .flat_map(|of_one| {
            let mut likest = of_one.to_vec();
            likest.sort_by_key(|(_, runs)| std::cmp::Reverse(*runs));
            likest.truncate(MOST_COMPARED);
            likest
        })
        .filter_map(|((right, left), _)| {
            let words = relate(&said[left].words, &said[right].words)?;
            Some(Echo { left, right, words })
        })
        .collect();
    // Those that differ first: of too many pairs they are kept.
    found.sort_by_key(|echo| (echo.words != Extent::Overlap, echo.left, echo.right));
    found
}

/// Small letters and digits alone: outlets set marks as they please.
fn words(quote: &str) -> Vec<String> {
    let words = quote.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    let plain = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let words = words.map(plain).filter(|word| !word.is_empty());
    words.take(LONGEST).collect()
}

/// How the words of two quotations relate, if they are one statement.
fn relate(left: &[String], right: &[String]) -> Option<Extent> {
    let shorter = left.len().min(right.len());
    // Both have a run of words, so neither is empty.
    let holds = |whole: &[String], part: &[String]| whole.windows(part.len()).any(|w| w == part);
    match () {
        () if left == right => Some(Extent::Same),
        () if left.len() > right.len() && holds(left, right) => Some(Extent::Superset),
        () if left.len() < right.len() && holds(right, left) => Some(Extent::Subset),
        () => {
            let shared = in_order(left, right);
            let ends = [left.first() == right.first(), left.last() == right.last()];
            let clear = shared >= CLEAR || ends == [true, true];
            (clear && 100 * shared >= SHARED * shorter).then_some(Extent::Overlap)
        }
    }
}

/// How many words both have in the same order: the length of the longest common subsequence.
fn in_order(left: &[String], right: &[String]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for word in left {
        let mut diagonal = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = match word == other {
                true => diagonal + 1,
                false => above.max(row[at]),
            };
            diagonal = above;
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_two_quotations_relate() {
        for (left, right, expected) in [
            (
                "we will rebuild the bridge",
                "we will rebuild the bridge",
                Some(Extent::Same),
            ),
            (
                "rebuild the bridge we love",
                "we will rebuild the bridge we love",
                Some(Extent::Subset),
            ),
            (
                "we will rebuild the bridge we love",
                "will rebuild the bridge",
                Some(Extent::Superset),
            ),
            (
                "we will rebuild the old bridge",
                "we will rebuild the new bridge",
                Some(Extent::Overlap),
            ),
            (
                "we will rebuild the bridge now",
                "they will rebuild the bridge in a year or not at all",
                None,
            ),
            (
                "it was not about your town",
                "it was not about her pay",
                None,
            ),
            (
                "it was the worst day of our lives",
                "nobody knew what the day of reckoning was",
                None,
            ),
        ] {
            let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(
                relate(&words(left), &words(right)),
                expected,
                "{left} | {right}"
            );
        }
    }

    #[test]
    fn words_in_order() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(in_order(&words("a b c d"), &words("b x d")), 2);
        assert_eq!(in_order(&words("a"), &words("b")), 0);
    }
}
