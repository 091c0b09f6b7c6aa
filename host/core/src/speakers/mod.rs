//! Every source that an article names, whatever it is cited for: hopes and wishes too, of which no claim is made. A
//! tagger whose weights were learned (`examples/speakers.rs`) finds them, the grammar extends them. Claims do not rest
//! on it: theirs are the sources that [`crate::read()`] finds.

mod extend;
mod features;
mod key;
mod links;
mod seen;
mod tagger;
#[cfg(test)]
mod tests;

use crate::lexicon::Lexicon;
use crate::model::{Basis, Mention, MentionValue, Passage, PassageKind, Reading, Source, Span};
use crate::text::Doc;
pub use tagger::{ROLES, Role, Tagger, TaggerError};

/// A sentence as the weights are learned from it.
#[derive(Clone, Debug)]
pub struct Observed {
    /// Where its tokens stand.
    pub spans: Vec<Span>,
    /// What is true of each, as digests.
    pub features: Vec<Vec<u32>>,
}

/// What the tagger looks at in an article, sentence by sentence.
pub fn observe(text: &str, passages: &[Passage], lexicon: &Lexicon) -> Vec<Observed> {
    let doc = Doc::new(text, passages, lexicon);
    let sentences = doc.sentences.iter().enumerate();
    sentences
        .map(|(index, sentence)| {
            let tokens = seen::seen(&doc, sentence);
            Observed {
                spans: sentence
                    .tokens
                    .clone()
                    .map(|i| doc.tokens[i].span())
                    .collect(),
                features: features::features(&tokens, index == 0),
            }
        })
        .collect()
}

/// Replaces the mentions of sources by all that the tagger finds, and those that a claim is attributed to.
pub fn name_sources(reading: &mut Reading, lexicon: &Lexicon, tagger: &Tagger) {
    let found = sources(reading, lexicon, tagger);
    let covered = |span: Span| {
        found
            .iter()
            .any(|m| m.span.start < span.end && span.start < m.span.end)
    };
    let cited = |span: Span| {
        let sources = reading.claims.iter().flat_map(|c| &c.attribution);
        sources.filter_map(|s| s.span).any(|s| s == span)
    };
    reading.mentions.retain(|mention| {
        !matches!(mention.value, MentionValue::Source(_))
            || cited(mention.span) && !covered(mention.span)
    });
    reading.mentions.extend(found);
    reading.mentions.sort_by_key(|m| m.span);
}

fn sources(reading: &Reading, lexicon: &Lexicon, tagger: &Tagger) -> Vec<Mention> {
    let doc = Doc::new(&reading.article.text, &reading.passages, lexicon);
    let mut found = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        if doc.kind_of(sentence) == PassageKind::Boilerplate {
            continue;
        }
        let tokens = seen::seen(&doc, sentence);
        let mut roles = tagger.roles(&features::features(&tokens, index == 0));
        extend::extend(&tokens, &mut roles);
        let first = sentence.tokens.start;
        let cues = runs(&roles, Role::Cue, Role::CueOn);
        for source in runs(&roles, Role::Source, Role::SourceOn) {
            let gap = |cue: &&std::ops::Range<usize>| {
                cue.start
                    .saturating_sub(source.end)
                    .max(source.start.saturating_sub(cue.end))
            };
            let cue = cues.iter().min_by_key(gap);
            let tokens = first + source.start..first + source.end;
            let cue = cue.map(|c| first + c.start..first + c.end);
            found.push(mention(&doc, tokens, cue));
        }
    }
    found
}

/// The runs of tokens that begin with one role and go on with another.
fn runs(roles: &[Role], begins: Role, goes_on: Role) -> Vec<std::ops::Range<usize>> {
    let starts = (0..roles.len()).filter(|i| roles[*i] == begins);
    starts
        .map(|start| {
            let more = roles[start + 1..].iter().take_while(|r| **r == goes_on);
            start..start + 1 + more.count()
        })
        .collect()
}

fn mention(
    doc: &Doc<'_>,
    tokens: std::ops::Range<usize>,
    cue: Option<std::ops::Range<usize>>,
) -> Mention {
    let kind = tokens
        .clone()
        .find_map(|i| doc.lexicon.source_kind(&doc.word(i).text));
    let source = Source {
        text: doc.words(tokens.clone()).to_owned(),
        span: Some(doc.span(tokens.clone())),
        entity: None,
        kind: kind.unwrap_or("person").to_owned(),
        cue: cue
            .clone()
            .map_or_else(String::new, |c| doc.words(c).to_lowercase()),
        cue_span: cue.map(|c| doc.span(c)),
        basis: Basis::Said,
    };
    Mention {
        span: doc.span(tokens),
        value: MentionValue::Source(source),
    }
}
