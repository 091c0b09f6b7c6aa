//! A claim as both documents write it. A claims file may leave out what a person adding one need not know.

use std::collections::BTreeMap;

use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::part::{Party, Period, Quantity, Source};
use crate::words::{Certainty, Polarity, Voice};

/// One thing an article says happened: who, what, how many, when, where, on whose word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Stable: the article's id, `/`, and a digest of what is claimed and the quote. A claim added by hand has none.
    #[serde(default)]
    pub id: String,
    /// In a report: the id of the article. Ignored in a claims file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// An id of the lexicon: "killed", "retook".
    pub predicate: String,
    /// Affirmed or denied.
    #[serde(default)]
    pub polarity: Polarity,
    /// In whose words.
    #[serde(default)]
    pub voice: Voice,
    /// How many.
    pub quantity: Option<Quantity>,
    /// Whom it befell.
    pub population: Option<Party>,
    /// Who did it.
    pub agent: Option<Party>,
    /// What was attacked, held, named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Party>,
    /// For "called", "renamed", "belongs-to": the name given, the group joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complement: Option<Party>,
    /// When it happened.
    pub time: Option<Period>,
    /// The moment for which it is said.
    pub as_of: Option<Period>,
    /// Where.
    pub place: Option<Party>,
    /// From the nearest source to the origin; empty: the outlet's own voice.
    #[serde(default)]
    pub attribution: Vec<Source>,
    /// How certain. Where a claims file leaves it out: `reported` with an attribution, else `fact`.
    pub certainty: Option<Certainty>,
    /// "believed", "reportedly".
    pub hedge: Option<String>,
    /// The id of the claim of which this counts a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Rarer facts by name: means, portion, age, fate, clock.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// The words it rests on; null: none, the claim was added by hand.
    pub evidence: Option<Evidence>,
    /// In a claims file, short for an `evidence` of which only the quote is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Who corrected or added it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected_by: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Withdrawn: kept in the file, compared with nothing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub void: bool,
    /// It may rest on no passage of the text (a phone call, a post, a translation).
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_hand: bool,
}

/// The words a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// First byte in the article's text. In a claims file it may be left out where the quote is unique.
    pub start: Option<usize>,
    /// One past the last byte.
    pub end: Option<usize>,
    /// The number of the paragraph, where it has one.
    pub paragraph: Option<u32>,
    /// The words: the text from `start` to `end`.
    pub quote: String,
    /// The passage they belong to, as an index into `passages`, where it is not the one they stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<usize>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Claim {
    /// The claim as the claims file has it, with the figure as stated.
    pub fn stated(claim: &model::Claim, text: &str, passages: &[model::Passage]) -> Self {
        let correction = claim.correction.as_deref().cloned().unwrap_or_default();
        let party = |p: Option<&model::Party>| p.map(Party::from);
        let period = |p: &Option<model::Period>| p.as_ref().map(Period::from);
        Self {
            id: claim.id.clone(),
            article: None,
            predicate: claim.predicate.clone(),
            polarity: claim.polarity.into(),
            voice: claim.voice.into(),
            quantity: claim.quantity.as_ref().map(Quantity::from),
            population: party(claim.population.as_ref()),
            agent: party(claim.agent.as_deref()),
            object: party(claim.object.as_deref()),
            complement: party(claim.complement.as_deref()),
            time: period(&claim.time),
            as_of: period(&claim.as_of),
            place: party(claim.place.as_deref()),
            attribution: claim.attribution.iter().map(Source::from).collect(),
            certainty: Some(claim.certainty.into()),
            hedge: claim.hedge.clone(),
            part_of: claim.part_of.clone(),
            attributes: (&claim.attributes).into(),
            evidence: evidence(claim, text, passages),
            quote: None,
            corrected_by: correction.by,
            reason: correction.reason,
            void: correction.void,
            by_hand: correction.by_hand,
        }
    }

    /// The claim as the report has it: with its article, and the figure also as interpreted.
    pub fn reported(claim: &model::Claim, reading: &model::Reading) -> Self {
        Self {
            article: Some(reading.article.id.clone()),
            quantity: claim.quantity.as_ref().map(Quantity::interpreted),
            ..Self::stated(claim, &reading.article.text, &reading.passages)
        }
    }
}

fn evidence(claim: &model::Claim, text: &str, passages: &[model::Passage]) -> Option<Evidence> {
    let by_hand = claim.correction.as_ref().is_some_and(|c| c.by_hand);
    if by_hand && claim.span.start == claim.span.end {
        return None;
    }
    // Nearly every claim belongs to the passage it stands in: looking for it among all would take time by the square.
    let own = passages.get(claim.passage);
    let home = match own.is_some_and(|passage| stands_in(passage, claim.span)) {
        true => claim.passage,
        false => home(passages, claim.span),
    };
    Some(Evidence {
        start: Some(claim.span.start),
        end: Some(claim.span.end),
        paragraph: passages.get(home).and_then(|passage| passage.number),
        quote: claim.span.of(text).to_owned(),
        passage: (claim.passage != home).then_some(claim.passage),
    })
}

/// The passage in which words stand: the one that holds where they begin, and of those the outer one, since
/// quotations lie inside others. 0 where none does.
pub(crate) fn home(passages: &[model::Passage], span: model::Span) -> usize {
    let found = passages.iter().position(|p| stands_in(p, span));
    found
        .or_else(|| passages.iter().position(|p| holds(p, span)))
        .unwrap_or(0)
}

fn stands_in(passage: &model::Passage, span: model::Span) -> bool {
    passage.kind != model::PassageKind::Quotation && holds(passage, span)
}

fn holds(passage: &model::Passage, span: model::Span) -> bool {
    passage.span.start <= span.start && span.start < passage.span.end
}
