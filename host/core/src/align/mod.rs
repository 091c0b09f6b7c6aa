//! Claims of one event lined up by what they speak of, with how each two of them relate.

mod naming;
mod relate;
mod sources;
mod spoken;
mod survey;

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::Lexicon;
use crate::model::{Alignment, Claim, ClaimRef, Copied, Pair, Reading, Sameness, Share};
pub(crate) use naming::{couple, joins, naming, naming_agreements};
use relate::relate;
pub(crate) use sources::{citing, origins, wire};
pub(crate) use spoken::Spoken;
pub(crate) use survey::{agreements, gaps, not_compared, only_in, silent_in};

/// What aligning looks at.
#[derive(Clone, Copy)]
pub(crate) struct Matter<'a> {
    pub(crate) readings: &'a [Reading],
    pub(crate) lexicon: &'a Lexicon,
    /// The event's claims, by article, then position.
    pub(crate) claims: &'a [ClaimRef],
    /// Articles that repeat another's text, ascending.
    pub(crate) copies: &'a [Copied],
    /// Of what each article has any word.
    pub(crate) spoken: &'a Spoken,
}

impl<'a> Matter<'a> {
    /// A claim by its place.
    pub(crate) fn claim(&self, at: ClaimRef) -> &'a Claim {
        &self.readings[at.article].claims[at.claim]
    }

    /// The article whose text this one repeats, else itself.
    pub(crate) fn root(&self, article: usize) -> usize {
        let copy = self
            .copies
            .binary_search_by_key(&article, |copy| copy.article);
        copy.map_or(article, |at| self.copies[at].of)
    }
}

/// The alignments of an event: one a matter on which two claims speak, and one a topic that joins several matters.
pub(crate) fn align(matter: &Matter<'_>, max_pairs: u32) -> Vec<Alignment> {
    let mut by_topic: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (index, at) in matter.claims.iter().enumerate() {
        let claim = matter.claim(*at);
        if claim.is_void() {
            continue;
        }
        for topic in matter.lexicon.topics_of(&claim.predicate) {
            by_topic
                .entry((topic.rank, topic.id.clone()))
                .or_default()
                .push(index);
        }
    }
    let lexicon = matter.lexicon;
    let aligned = by_topic.into_iter().filter(|(_, claims)| claims.len() > 1);
    aligned
        .map(|((_, slug), claims)| {
            alignment(
                matter,
                (lexicon.topic_label(&slug), slug),
                claims,
                max_pairs,
            )
        })
        .collect()
}

fn alignment(
    matter: &Matter<'_>,
    (topic, slug): (String, String),
    claims: Vec<usize>,
    max_pairs: u32,
) -> Alignment {
    let (chosen, left_out) = spread(&claims, max_pairs, |index| novelty(matter, index));
    let related = chosen.into_iter().map(|(left, right)| {
        let [x, y] = [left, right].map(|index| matter.claims[index]);
        let mut pair = relate(matter.lexicon, matter.claim(x), matter.claim(y));
        let copied = x.article != y.article && matter.root(x.article) == matter.root(y.article);
        if copied && pair.origin == Sameness::Unknown {
            pair.origin = Sameness::Same;
        }
        Pair {
            left,
            right,
            ..pair
        }
    });
    let pairs = related.collect();
    let shares = shares(matter, &claims);
    Alignment {
        topic,
        slug,
        claims,
        pairs,
        shares,
        left_out,
    }
}

/// What distinguishes a claim from one that says the same in another article.
fn novelty(matter: &Matter<'_>, index: usize) -> String {
    let claim = matter.claim(matter.claims[index]);
    let figure = claim
        .quantity
        .as_ref()
        .map(|q| (q.stated, q.form as u8, &q.tally));
    let who = claim.population.as_ref().map(|p| (&p.side, &p.role));
    let days = claim.time.as_ref().map(|t| (t.start, t.end));
    let place = claim.place.as_ref().and_then(|p| p.entity.as_deref());
    format!(
        "{}|{:?}|{figure:?}|{who:?}|{days:?}|{place:?}",
        claim.predicate, claim.polarity
    )
}

/// The pairs to look at, ascending, and how many there is no room for. Where there are too many, those of claims that say
/// something new come first: a thousand copies of one figure are one figure.
fn spread(
    claims: &[usize],
    max_pairs: u32,
    novelty: impl Fn(usize) -> String,
) -> (Vec<(usize, usize)>, u32) {
    let budget = max_pairs as usize;
    let possible = claims.len() * (claims.len() - 1) / 2;
    let mut ordered = claims.to_vec();
    if possible > budget {
        let mut seen = BTreeSet::new();
        let (new, old): (Vec<usize>, Vec<usize>) = claims
            .iter()
            .copied()
            .partition(|index| seen.insert(novelty(*index)));
        ordered = new;
        ordered.extend(old);
    }
    // Each with all before it, so that those that come first are all compared with one another.
    let pairs = ordered.iter().enumerate().flat_map(|(at, right)| {
        let before = ordered[..at].iter();
        before.map(move |left| (*left.min(right), *left.max(right)))
    });
    let mut pairs: Vec<(usize, usize)> = pairs.take(budget).collect();
    pairs.sort_unstable();
    let left_out = u32::try_from(possible - pairs.len()).unwrap_or(u32::MAX);
    (pairs, left_out)
}

/// The parts that the texts themselves name: "eight people, six of them priests".
fn shares(matter: &Matter<'_>, claims: &[usize]) -> Vec<Share> {
    let ids: BTreeMap<&str, usize> = claims
        .iter()
        .map(|i| (matter.claim(matter.claims[*i]).id.as_str(), *i))
        .collect();
    let part_of = |i: &usize| matter.claim(matter.claims[*i]).part_of.as_deref();
    claims
        .iter()
        .filter_map(|part| {
            Some(Share {
                whole: *ids.get(part_of(part)?)?,
                part: *part,
            })
        })
        .collect()
}
