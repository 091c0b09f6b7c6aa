//! Claims of one event lined up by what they speak of, with how each two of them relate.

mod alone;
mod naming;
mod quoted;
mod relate;
mod sources;
mod spoken;
mod survey;

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Lexicon, Topic};
use crate::model::{Alignment, Claim, ClaimRef, Copied, Pair, Reading, Sameness, Share};
pub(crate) use alone::{has_happened, only_in, told_in_words};
pub(crate) use naming::{couple, joins, naming, naming_agreements};
pub(crate) use quoted::{Quoted, echoes};
use relate::relate;
pub(crate) use sources::{citing, origins, wire};
pub(crate) use spoken::Spoken;
pub(crate) use survey::{agreements, gaps, not_compared, silent_in};

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
        root_of(self.copies, article)
    }
}

/// The article whose text this one repeats, else itself; the copies ascend.
pub(crate) fn root_of(copies: &[Copied], article: usize) -> usize {
    let copy = copies.binary_search_by_key(&article, |copy| copy.article);
    copy.map_or(article, |at| copies[at].of)
}

/// The claims of one topic.
#[derive(Default)]
struct LinedUp {
    slug: String,
    /// Those of its own matters, by their place in the event, ascending.
    own: Vec<usize>,
    /// Those looked at beside them only.
    beside: Vec<usize>,
}

impl LinedUp {
    /// Of claims that are all compared with each other.
    fn of(claims: &[usize]) -> Self {
        Self {
            own: claims.to_vec(),
            ..Self::default()
        }
    }

    fn all(&self) -> Vec<usize> {
        let mut all = [self.own.as_slice(), self.beside.as_slice()].concat();
        all.sort_unstable();
        all
    }

    /// How many pairs there are of which one at least is the topic's own.
    fn pairs(&self) -> usize {
        let own = self.own.len();
        own * own.saturating_sub(1) / 2 + own * self.beside.len()
    }

    fn is_beside(&self, claim: usize) -> bool {
        self.beside.binary_search(&claim).is_ok()
    }
}

/// The alignments of an event: one a matter on which two claims speak, and one a topic that joins several matters.
pub(crate) fn align(matter: &Matter<'_>, max_pairs: u32) -> Vec<Alignment> {
    let mut by_topic: BTreeMap<usize, LinedUp> = BTreeMap::new();
    for (index, at) in matter.claims.iter().enumerate() {
        let claim = matter.claim(*at);
        if claim.is_void() {
            continue;
        }
        for topic in matter.lexicon.topics_of(&claim.predicate) {
            lined_up(&mut by_topic, topic).own.push(index);
        }
        for topic in matter.lexicon.topics_beside(&claim.predicate) {
            lined_up(&mut by_topic, topic).beside.push(index);
        }
    }
    let aligned = by_topic.into_values().filter(|topic| topic.pairs() > 0);
    let of_words = |topic: &LinedUp| {
        let first = matter.claim(matter.claims[topic.all()[0]]);
        matter.lexicon.is_statement(&first.predicate)
    };
    aligned
        .map(|topic| match of_words(&topic) {
            true => of_statements(matter, &topic, max_pairs),
            false => alignment(matter, &topic, max_pairs),
        })
        .filter(|alignment| !alignment.pairs.is_empty())
        .collect()
}

/// Quotations are lined up only with what has most of the same words, whoever is said to have spoken them.
fn of_statements(matter: &Matter<'_>, topic: &LinedUp, max_pairs: u32) -> Alignment {
    let said = topic.own.iter().map(|index| {
        let at = matter.claims[*index];
        let text = &matter.readings[at.article].article.text;
        Quoted::of(matter.claim(at), text, matter.root(at.article))
    });
    let mut echoes = echoes(&said.collect::<Vec<_>>());
    let left_out = echoes.len().saturating_sub(max_pairs as usize);
    echoes.truncate(max_pairs as usize);
    let mut pairs: Vec<Pair> = echoes
        .iter()
        .map(|echo| Pair {
            object: echo.words,
            ..pair(matter, topic.own[echo.left], topic.own[echo.right])
        })
        .collect();
    pairs.sort_unstable_by_key(|pair| (pair.left, pair.right));
    let claims: BTreeSet<usize> = pairs.iter().flat_map(|p| [p.left, p.right]).collect();
    Alignment {
        topic: matter.lexicon.topic_label(&topic.slug),
        slug: topic.slug.clone(),
        pairs,
        shares: Vec::new(),
        claims: claims.into_iter().collect(),
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
    }
}

fn lined_up<'a>(by_topic: &'a mut BTreeMap<usize, LinedUp>, topic: &Topic) -> &'a mut LinedUp {
    let lined_up = by_topic.entry(topic.rank).or_default();
    lined_up.slug.clone_from(&topic.id);
    lined_up
}

fn alignment(matter: &Matter<'_>, topic: &LinedUp, max_pairs: u32) -> Alignment {
    let claims = topic.all();
    let (chosen, left_out) = spread(topic, max_pairs, |index| novelty(matter, index));
    let pairs = chosen.into_iter();
    let pairs = pairs
        .map(|(left, right)| pair(matter, left, right))
        .collect();
    Alignment {
        topic: matter.lexicon.topic_label(&topic.slug),
        slug: topic.slug.clone(),
        pairs,
        shares: shares(matter, &topic.own),
        claims,
        left_out,
    }
}

/// How two claims of the event relate.
fn pair(matter: &Matter<'_>, left: usize, right: usize) -> Pair {
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
    let doer = claim.agent.as_ref().map(|agent| agent.text.as_str());
    let means = claim.attributes.get("means");
    format!(
        "{}|{:?}|{figure:?}|{who:?}|{days:?}|{place:?}|{doer:?}|{means:?}",
        claim.predicate, claim.polarity
    )
}

/// The pairs to look at, ascending, and how many there is no room for. Where there are too many, those of claims that say
/// something new come first: a thousand copies of one figure are one figure.
fn spread(
    topic: &LinedUp,
    max_pairs: u32,
    novelty: impl Fn(usize) -> String,
) -> (Vec<(usize, usize)>, u32) {
    let budget = max_pairs as usize;
    let possible = topic.pairs();
    let mut ordered = topic.all();
    if possible > budget {
        let mut seen = BTreeSet::new();
        let (new, old): (Vec<usize>, Vec<usize>) = ordered
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
    let one_is_own =
        |(left, right): &(usize, usize)| !(topic.is_beside(*left) && topic.is_beside(*right));
    let mut pairs: Vec<(usize, usize)> = pairs.filter(one_is_own).take(budget).collect();
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
