//! Claims of one event lined up by what they speak of, with how each two of them relate.

mod relate;
mod survey;

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;
use crate::model::{Alignment, Claim, ClaimRef, Pair, Reading, Share};
use relate::relate;
pub(crate) use survey::{agreements, gaps, not_compared, only_in, origins, silent_in};

/// What aligning looks at.
#[derive(Clone, Copy)]
pub(crate) struct Matter<'a> {
    pub(crate) readings: &'a [Reading],
    pub(crate) lexicon: &'a Lexicon,
    /// The event's claims, by article, then position.
    pub(crate) claims: &'a [ClaimRef],
}

impl<'a> Matter<'a> {
    /// A claim by its place.
    pub(crate) fn claim(&self, at: ClaimRef) -> &'a Claim {
        &self.readings[at.article].claims[at.claim]
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
    let budget = max_pairs as usize;
    let possible = claims.len() * (claims.len() - 1) / 2;
    let mut pairs: Vec<Pair> = Vec::with_capacity(possible.min(budget));
    'all: for (at, left) in claims.iter().enumerate() {
        for right in &claims[at + 1..] {
            if pairs.len() == budget {
                break 'all;
            }
            let relation = relate(
                matter.lexicon,
                matter.claim(matter.claims[*left]),
                matter.claim(matter.claims[*right]),
            );
            pairs.push(Pair {
                left: *left,
                right: *right,
                ..relation
            });
        }
    }
    let left_out = u32::try_from(possible - pairs.len()).unwrap_or(u32::MAX);
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
