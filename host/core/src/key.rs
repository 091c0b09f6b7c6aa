//! The word of a text that makes a claim: whoever cuts a quote must not cut it off.

use crate::lexicon::Lexicon;
use crate::model::{Claim, Span};

/// The word of the claim's predicate that stands nearest to its figure, else to the beginning of its quote.
pub(crate) fn key_word(lexicon: &Lexicon, claim: &Claim, text: &str) -> Option<Span> {
    let predicate = lexicon.predicate_named(&claim.predicate)?;
    // Letters outside ASCII keep their length, so that what is found can be pointed at.
    let quote = claim.span.of(text).to_ascii_lowercase();
    let figure = claim.quantity.as_ref().and_then(|q| q.span);
    let near = figure.map_or(0, |span| span.start.saturating_sub(claim.span.start));
    let words = predicate.words.iter();
    let hits = words.flat_map(|word| quote.match_indices(word.as_str()));
    let whole = hits.filter(|(at, word)| is_whole(&quote, *at, word.len()));
    let (at, word) = whole.min_by_key(|(at, word)| (at.abs_diff(near), usize::MAX - word.len()))?;
    let start = claim.span.start + at;
    Some(Span {
        start,
        end: start + word.len(),
    })
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + length..].chars().next();
    ![before, behind]
        .iter()
        .flatten()
        .any(|c| c.is_alphanumeric())
}
