//! Passages → claims. Every claim says which words it rests on, and of each field whether the sentence says it, the text
//! around implies it, or we assume it. Extraction never fails: what is not understood is a notice or no claim.

mod accusations;
mod agents;
mod amount;
#[cfg(test)]
mod answer_tests;
mod answers;
mod blame;
mod build;
#[cfg(test)]
mod caution_tests;
mod certainty;
#[cfg(test)]
mod construction_tests;
mod cores;
#[cfg(test)]
mod count_class_tests;
#[cfg(test)]
mod count_reading_tests;
#[cfg(test)]
mod count_tests;
mod counted;
mod counts;
mod denial;
mod doers;
#[cfg(test)]
mod echo_tests;
mod echoes;
mod either;
mod frames;
#[cfg(test)]
mod ground_tests;
mod happenings;
mod heads;
mod history;
mod ids;
mod joined;
mod known;
mod lists;
mod marks;
mod means;
#[cfg(test)]
mod measure_tests;
mod measures;
mod mentions;
mod moments;
mod names;
mod naming;
mod nominals;
mod nouns;
mod numbers_of;
mod openers;
mod others;
mod owned;
mod participants;
mod parts;
mod people;
mod persons;
mod places;
mod reasons;
mod relabel;
mod remention;
mod residence;
#[cfg(test)]
mod share_tests;
mod sources;
mod speakers_side;
mod spine;
mod statements;
mod steps;
mod subject;
mod tally;
#[cfg(test)]
mod tests;
mod things;
#[cfg(test)]
mod untold_tests;
mod victims;
mod when;
#[cfg(test)]
mod whole_tests;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::model::{Article, Claim, Mention, Notice, Passage, PassageKind, Stamp};
use crate::text::{Doc, Sentence};
use crate::time::{Anchor, TimeKind, TimeMention, time_mentions};
use amount::Amount;
use counts::Scene;
use marks::Marks;
use people::Group;
use places::PlaceMention;
use sources::{Attribution, Memory};

/// The most times before a sentence among which its own is looked for.
const TIMES_BEFORE: usize = 32;

/// What an article says.
pub(crate) struct Extracted {
    /// By position.
    pub(crate) claims: Vec<Claim>,
    /// By position.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) notices: Vec<Notice>,
}

/// Reads the claims and mentions of an article whose passages are known.
pub(crate) fn extract(article: &Article, passages: &[Passage], lexicon: &Lexicon) -> Extracted {
    let doc = Doc::new(&article.text, passages, lexicon);
    let read = Read::of(&doc, article);
    let mut claims = build::claims(&read, article);
    victims::tell(&read, article, &mut claims);
    others::settle(&doc, &mut claims);
    claims.sort_by_key(|claim| (claim.span, claim.predicate.clone(), claim.id.clone()));
    claims.dedup_by(|a, b| a.id == b.id && a.span == b.span);
    ids::number_repeats(&mut claims);
    Extracted {
        claims,
        mentions: mentions::mentions(&read),
        notices: unresolved(&read, article),
    }
}

/// All that is found in a text before claims are made of it.
struct Read<'a> {
    doc: &'a Doc<'a>,
    marks: Marks,
    times: Vec<TimeMention>,
    amounts: Vec<Amount>,
    groups: Vec<Group>,
    things: Vec<Group>,
    /// By sentence.
    attributions: Vec<Vec<Attribution>>,
    /// By sentence.
    places: Vec<Vec<PlaceMention>>,
    /// By sentence, the last one before it in its passage that names a place.
    placed_before: Vec<Option<usize>>,
}

impl<'a> Read<'a> {
    fn of(doc: &'a Doc<'a>, article: &Article) -> Self {
        let anchor = Anchor {
            published: article.published.as_ref().map(|s: &Stamp| s.date),
            not_before: article.not_before,
            entries: &article.entries,
        };
        let marks = Marks::find(doc);
        let times = time_mentions(doc, &anchor);
        let taken = |i: usize| {
            let at = times.partition_point(|t| t.tokens.end <= i);
            times.get(at).is_some_and(|t| t.tokens.contains(&i))
        };
        let amounts = amount::amounts(doc, &marks, &taken);
        let groups = people::groups(doc, &marks, &amounts);
        let things = things::things(doc, &marks, &amounts);
        let mut memory = Memory::default();
        let speaks = |s: &Sentence| doc.kind_of(s) != PassageKind::Boilerplate;
        let mut attributions: Vec<Vec<Attribution>> = doc
            .sentences
            .iter()
            .map(|s| {
                if speaks(s) {
                    sources::attributions(doc, &marks, s, &mut memory)
                } else {
                    Vec::new()
                }
            })
            .collect();
        sources::rebut(doc, &marks, &mut attributions);
        let places: Vec<_> = doc
            .sentences
            .iter()
            .map(|s| places::places(doc, &marks, s))
            .collect();
        let places = places::without_persons(doc, places);
        let placed_before = places::placed_before(doc, &places);
        Self {
            doc,
            marks,
            times,
            amounts,
            groups,
            things,
            attributions,
            places,
            placed_before,
        }
    }

    /// What the frames look at.
    fn scene(&self) -> Scene<'_> {
        Scene {
            doc: self.doc,
            marks: &self.marks,
            amounts: &self.amounts,
            groups: &self.groups,
            of_things: false,
        }
    }

    /// The same, for what is said of things.
    fn scene_of_things(&self) -> Scene<'_> {
        Scene {
            groups: &self.things,
            of_things: true,
            ..self.scene()
        }
    }

    /// The last place that the passage names before a sentence.
    fn place_before(&self, sentence: usize) -> Option<&PlaceMention> {
        self.places[self.placed_before[sentence]?].last()
    }

    /// The last point in time that the passage names before a sentence, among the times right before it.
    fn point_before(&self, sentence: &Sentence) -> Option<&TimeMention> {
        self.point_within(sentence, 0)
    }

    /// The same, also of so many passages further back.
    fn point_within(&self, sentence: &Sentence, passages: usize) -> Option<&TimeMention> {
        let end = self
            .times
            .partition_point(|t| t.tokens.start < sentence.tokens.start);
        let before = self.times[..end].iter().rev().take(TIMES_BEFORE);
        let near = before.take_while(|t| {
            let of = self.doc.sentence_of(t.tokens.start);
            of.is_some_and(|of| sentence.passage.abs_diff(of.passage) <= passages)
        });
        near.into_iter().find(|t| t.kind == TimeKind::Point)
    }

    /// The times that stand within these tokens.
    fn times_in(&self, tokens: &Range<usize>) -> &[TimeMention] {
        let from = self
            .times
            .partition_point(|t| t.tokens.start < tokens.start);
        let to = self.times.partition_point(|t| t.tokens.start < tokens.end);
        &self.times[from..to.max(from)]
    }
}

/// One notice for all times that nothing in the text resolves.
fn unresolved(read: &Read<'_>, article: &Article) -> Vec<Notice> {
    if article.published.is_some() {
        return Vec::new();
    }
    let open: Vec<&TimeMention> = read
        .times
        .iter()
        .filter(|t| t.kind == TimeKind::Point && t.period.is_unresolved())
        .collect();
    let Some(first) = open.first() else {
        return Vec::new();
    };
    let words: Vec<&str> = open
        .iter()
        .take(3)
        .map(|t| t.period.text.as_str())
        .collect();
    let message = format!(
        "{} time{} could not be resolved, for the text gives no date of its own (“{}”): add `published` to its front matter",
        open.len(),
        if open.len() == 1 { "" } else { "s" },
        words.join("”, “"),
    );
    vec![Notice::new("unresolved-date", message).at(read.doc.span(first.tokens.clone()))]
}
