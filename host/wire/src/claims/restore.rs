//! From the document back to the model, checking what one field cannot know of another.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{self, Span};

use super::Told;
use super::document::{Article, Entry, Notice, Passage};
use crate::claim::{Claim, Evidence, home};
use crate::claim_id::claim_id;
use crate::error::Misfit;
use crate::part::{Party, Period, Range};

/// Bytes of text that may be searched for quotes given without a position: some seconds. Corrections need a few
/// searches; a file made to keep us busy would need millions.
const MAX_SEARCHED: usize = 4 << 30;

pub(super) fn input(told: Told, number: usize) -> Result<model::Input, Misfit> {
    let Told {
        line,
        claims: given,
        left_out,
    } = told;
    let mut article = line.article;
    if article.id.trim().is_empty() {
        return Err(Misfit::new("article.id", "is empty; give the article one"));
    }
    let passages = passages(std::mem::take(&mut article.passages), &article.text)?;
    let entries = entries(std::mem::take(&mut article.entries), &article.text)?;
    let mut article = into_article(article);
    article.entries = entries;
    let mut desk = Desk {
        article: &article,
        passages: &passages,
        searched: 0,
        notices: notices(line.notices, &article.text),
    };
    let mut misfits = Vec::new();
    let mut claims = Vec::with_capacity(given.len());
    for (index, claim) in given {
        match desk.claim(claim) {
            Ok(claim) => claims.push((index, claim)),
            Err(misfit) => misfits.push(misfit.within(format_args!("claims[{index}]"))),
        }
    }
    let mut notices = desk.notices;
    misfits.extend(drop_repeated(&mut claims));
    let misfits = misfits
        .into_iter()
        .map(|misfit| format!("line {number}: {}", misfit.told()));
    // One slip costs one claim, not the article.
    notices.extend(left_out.into_iter().chain(misfits).map(|told| {
        let message = format!("{told}; this claim is left out, the others are kept");
        model::Notice::new("claim-not-read", message)
    }));
    let mut claims: Vec<model::Claim> = claims.into_iter().map(|(_, claim)| claim).collect();
    name_claims(&article.id, &article.text, &mut claims);
    for notice in dangling(&claims) {
        // A file that was written again already has it.
        if !notices.contains(&notice) {
            notices.push(notice);
        }
    }
    Ok(model::Input {
        article,
        given: Some((passages, claims)),
        notices,
    })
}

fn into_article(article: Article) -> model::Article {
    let said = model::Basis::Said;
    let basis = article.published_basis.into();
    let outlet = match article.outlet.trim() {
        "" => article.id.clone(),
        outlet => outlet.to_owned(),
    };
    model::Article {
        id: article.id,
        outlet,
        title: article.title,
        byline: article.byline,
        url: article.url,
        published: article.published.map(|stamp| stamp.into_model(basis)),
        published_from: article.published_from,
        not_before: article.not_before.map(|day| day.0),
        modified: article.modified.map(|stamp| stamp.into_model(said)),
        retrieved: article.retrieved.map(|stamp| stamp.into_model(said)),
        language: article.language,
        path: article.path,
        sha256: article.sha256,
        text: article.text,
        entries: Vec::new(),
    }
}

/// The entries of a live blog, by position.
fn entries(given: Vec<Entry>, text: &str) -> Result<Vec<model::Entry>, Misfit> {
    let restored = given.into_iter().enumerate().map(|(index, entry)| {
        let Entry {
            start,
            end,
            at,
            basis,
        } = entry;
        let span = Range { start, end }.into_model(text);
        let span =
            span.map_err(|misfit| misfit.within(format_args!("article.entries[{index}]")))?;
        let at = at.into_model(basis.into());
        Ok(model::Entry { span, at })
    });
    let mut entries = restored.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.span);
    Ok(entries)
}

fn passages(given: Vec<Passage>, text: &str) -> Result<Vec<model::Passage>, Misfit> {
    if given.is_empty() {
        return Ok(paragraphs(text));
    }
    let restored = given.into_iter().enumerate().map(|(index, passage)| {
        let range = Range {
            start: passage.start,
            end: passage.end,
        };
        let span = range.into_model(text);
        Ok(model::Passage {
            kind: passage.kind.into(),
            number: passage.n,
            span: span
                .map_err(|misfit| misfit.within(format_args!("article.passages[{index}]")))?,
        })
    });
    restored.collect()
}

/// Every paragraph a passage, numbered from 1; at least one, so that a claim always has a passage to belong to.
fn paragraphs(text: &str) -> Vec<model::Passage> {
    let mut found = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let end = start + block.len();
        if !block.trim().is_empty() || (found.is_empty() && end == text.len()) {
            found.push(model::Passage {
                kind: model::PassageKind::Paragraph,
                number: u32::try_from(found.len() + 1).ok(),
                span: Span::new(start, end),
            });
        }
        start = end + "\n\n".len();
    }
    found
}

/// Notices whose place is not in the text keep their words and lose the place.
fn notices(given: Vec<Notice>, text: &str) -> Vec<model::Notice> {
    let restored = given.into_iter().map(|notice| {
        let place = notice.start.zip(notice.end);
        let span = place.and_then(|(start, end)| Range { start, end }.into_model(text).ok());
        model::Notice {
            span,
            ..model::Notice::new(notice.code, notice.message)
        }
    });
    restored.collect()
}

/// What is needed to restore the claims of one article.
struct Desk<'a> {
    article: &'a model::Article,
    passages: &'a [model::Passage],
    searched: usize,
    notices: Vec<model::Notice>,
}

impl Desk<'_> {
    fn claim(&mut self, mut claim: Claim) -> Result<model::Claim, Misfit> {
        let text = self.article.text.as_str();
        if claim.predicate.trim().is_empty() {
            let message = "is empty; name what is claimed, for instance \"killed\"";
            return Err(Misfit::new("predicate", message));
        }
        let (span, passage) = self.place(&mut claim)?;
        let correction = correction(&mut claim);
        let attribution = claim.attribution.into_iter().enumerate();
        let attribution: Vec<_> = attribution
            .map(|(index, source)| {
                let restored = source.into_model(text);
                restored.map_err(|misfit| misfit.within(format_args!("attribution[{index}]")))
            })
            .collect::<Result<_, _>>()?;
        let unsaid = match attribution.is_empty() {
            true => model::Certainty::Fact,
            false => model::Certainty::Reported,
        };
        let quantity = claim.quantity.map(|quantity| quantity.into_model(text));
        Ok(model::Claim {
            id: claim.id,
            predicate: claim.predicate,
            polarity: claim.polarity.into(),
            voice: claim.voice.into(),
            certainty: claim.certainty.map_or(unsaid, Into::into),
            hedge: claim.hedge,
            quantity: quantity
                .transpose()
                .map_err(|misfit| misfit.within("quantity"))?,
            population: party(claim.population, "population", text)?,
            agent: party(claim.agent, "agent", text)?.map(Box::new),
            object: party(claim.object, "object", text)?.map(Box::new),
            complement: party(claim.complement, "complement", text)?.map(Box::new),
            place: party(claim.place, "place", text)?.map(Box::new),
            time: period(claim.time, "time", text)?,
            as_of: period(claim.as_of, "as_of", text)?,
            attribution,
            part_of: claim.part_of,
            attributes: claim.attributes.into(),
            span,
            passage,
            correction: correction.map(Box::new),
        })
    }

    /// The words a claim rests on, and the passage they belong to.
    fn place(&mut self, claim: &mut Claim) -> Result<(Span, usize), Misfit> {
        let quote = claim.quote.take();
        let (evidence, key) = match (claim.evidence.take(), quote) {
            (Some(evidence), _) => (evidence, "evidence"),
            (None, Some(quote)) => (only_quote(quote), "quote"),
            (None, None) if claim.by_hand => return Ok((Span::new(0, 0), 0)),
            (None, None) => {
                let message = "the claim rests on nothing: give a `quote` of the text, or say \"by_hand\": true";
                return Err(Misfit::new("evidence", message));
            }
        };
        let message = match self.locate(&evidence) {
            Ok(span) => return Ok((span, self.passage(&evidence, span)?)),
            Err(message) => message,
        };
        if !claim.by_hand {
            return Err(Misfit::new(key, message));
        }
        let message = format!(
            "a claim added by hand ({}) rests on no passage, and its words \"{}\" are not kept: {message}",
            claim.predicate, evidence.quote
        );
        self.notices
            .push(model::Notice::new("quote-not-located", message));
        Ok((Span::new(0, 0), 0))
    }

    fn locate(&mut self, evidence: &Evidence) -> Result<Span, String> {
        let (text, quote) = (self.article.text.as_str(), evidence.quote.as_str());
        if quote.is_empty() {
            return Err("the quote is empty".to_owned());
        }
        let (start, end) = match (evidence.start, evidence.end) {
            (Some(start), Some(end)) => (start, end),
            (None, None) => return self.search(quote),
            _ => return Err("`start` and `end` go together".to_owned()),
        };
        match text.get(start..end) {
            Some(words) if words == quote => Ok(Span::new(start, end)),
            _ => Err(format!(
                "the quote does not stand at bytes {start}..{end} of the text; take `start` and `end` out to have it looked up"
            )),
        }
    }

    fn search(&mut self, quote: &str) -> Result<Span, String> {
        let text = self.article.text.as_str();
        self.searched = self.searched.saturating_add(text.len());
        if self.searched > MAX_SEARCHED {
            return Err(
                "too many quotes without a position for a text this long; give `start` and `end`"
                    .to_owned(),
            );
        }
        let Some(start) = text.find(quote) else {
            return Err(format!("the words \"{quote}\" do not stand in the text"));
        };
        if start != text.rfind(quote).unwrap_or(start) {
            return Err(format!(
                "the words \"{quote}\" stand in the text more than once; quote more of them, or give `start` and `end`"
            ));
        }
        Ok(Span::new(start, start + quote.len()))
    }

    fn passage(&self, evidence: &Evidence, span: Span) -> Result<usize, Misfit> {
        match evidence.passage {
            None => Ok(home(self.passages, span)),
            Some(index) if index < self.passages.len() => Ok(index),
            Some(index) => {
                let message = format!(
                    "there is no passage {index}: the article has {}, counted from 0",
                    self.passages.len()
                );
                Err(Misfit::new("evidence.passage", message))
            }
        }
    }
}

fn only_quote(quote: String) -> Evidence {
    Evidence {
        start: None,
        end: None,
        paragraph: None,
        quote,
        passage: None,
    }
}

fn correction(claim: &mut Claim) -> Option<model::Correction> {
    let correction = model::Correction {
        by: claim.corrected_by.take(),
        reason: claim.reason.take(),
        void: claim.void,
        by_hand: claim.by_hand,
    };
    (correction != model::Correction::default()).then_some(correction)
}

fn party(party: Option<Party>, key: &str, text: &str) -> Result<Option<model::Party>, Misfit> {
    let restored = party.map(|party| party.into_model(text));
    restored
        .transpose()
        .map_err(|misfit: Misfit| misfit.within(key))
}

fn period(period: Option<Period>, key: &str, text: &str) -> Result<Option<model::Period>, Misfit> {
    let restored = period.map(|period| period.into_model(text));
    restored
        .transpose()
        .map_err(|misfit: Misfit| misfit.within(key))
}

/// Takes out the claims of which an earlier one has the id.
fn drop_repeated(claims: &mut Vec<(usize, model::Claim)>) -> Vec<Misfit> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut misfits = Vec::new();
    claims.retain(|(index, claim)| {
        let earlier = first.get(&claim.id).copied();
        let repeated = earlier.filter(|_| !claim.id.is_empty());
        if let Some(earlier) = repeated {
            let message = format!(
                "claims[{earlier}] has the id \"{}\" too; take it out of the added one",
                claim.id
            );
            misfits.push(Misfit::new(format!("claims[{index}].id"), message));
        }
        first.entry(claim.id.clone()).or_insert(*index);
        repeated.is_none()
    });
    misfits
}

/// Gives the claims without an id theirs.
fn name_claims(article: &str, text: &str, claims: &mut [model::Claim]) {
    let known = claims.iter().map(|claim| claim.id.clone());
    let mut taken: BTreeSet<String> = known.filter(|id| !id.is_empty()).collect();
    for claim in claims.iter_mut().filter(|claim| claim.id.is_empty()) {
        claim.id = claim_id(article, claim, claim.span.of(text), &taken);
        taken.insert(claim.id.clone());
    }
}

/// A notice for every claim that counts a part of one that is not there.
fn dangling(claims: &[model::Claim]) -> Vec<model::Notice> {
    let ids: BTreeSet<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    let lost = claims.iter().filter_map(|claim| {
        let whole = claim.part_of.as_deref()?;
        let message = format!(
            "claim {} is said to be part of \"{whole}\", which this article does not have",
            claim.id
        );
        let notice = model::Notice::new("unknown-claim", message);
        (!ids.contains(whole)).then(|| match claim.span {
            span if span.start == span.end => notice,
            span => notice.at(span),
        })
    });
    lost.collect()
}
