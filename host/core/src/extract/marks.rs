//! The lexicon's phrases found in a text.

use crate::lexicon::{Found, Tag, WordId};
use crate::text::Doc;

/// All phrases of a text, by first token, longest first.
pub(super) struct Marks {
    found: Vec<Found>,
    /// By token, how many of them begin before it.
    before: Vec<u32>,
    /// The same phrases, as indices by one past the last token.
    by_end: Vec<usize>,
}

impl Marks {
    /// Finds every phrase of the lexicon, overlapping ones too.
    pub(super) fn find(doc: &Doc<'_>) -> Self {
        let mut found: Vec<Found> = Vec::new();
        let mut before = Vec::with_capacity(doc.tokens.len() + 1);
        for start in 0..doc.tokens.len() {
            // A text has fewer than 4 GiB, and few phrases begin with one word.
            before.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
            let first = doc.tokens[start].word;
            if first == WordId::UNKNOWN {
                continue;
            }
            let next = doc.tokens.get(start + 1).map(|token| token.word);
            let phrases = doc.lexicon.phrases_from(first).iter();
            for phrase in phrases.filter(|phrase| phrase.may_go_on(next)) {
                let words = phrase.words();
                let end = start + words.len();
                let matches = doc
                    .tokens
                    .get(start..end)
                    .is_some_and(|ts| ts.iter().zip(words).all(|(t, w)| t.word == *w));
                if matches {
                    let tag = phrase.tag();
                    found.push(Found { start, end, tag });
                }
            }
        }
        let mut by_end: Vec<usize> = (0..found.len()).collect();
        by_end.sort_by_key(|i| (found[*i].end, found[*i].start));
        Self {
            found,
            before,
            by_end,
        }
    }

    /// The phrases that begin with token `i`, longest first.
    pub(super) fn starting_at(&self, i: usize) -> impl Iterator<Item = Found> {
        let from = self.first_from(i);
        self.found[from..]
            .iter()
            .take_while(move |f| f.start == i)
            .copied()
    }

    /// The phrases that end just before token `i`, longest first.
    pub(super) fn ending_at(&self, i: usize) -> impl Iterator<Item = Found> {
        let from = self.by_end.partition_point(|at| self.found[*at].end < i);
        self.by_end[from..]
            .iter()
            .map(|at| self.found[*at])
            .take_while(move |f| f.end == i)
    }

    /// Does something begin with token `i` that bounds the number behind it: "at least", "no fewer than", "nearly"?
    pub(super) fn bounds_number(&self, i: usize) -> bool {
        self.starting_at(i).any(is_bound)
    }

    /// Does something end just before token `i` that bounds what stands there?
    pub(super) fn is_bounded(&self, i: usize) -> bool {
        self.ending_at(i).any(is_bound)
    }

    /// The phrases that begin within these tokens, by position.
    pub(super) fn within(&self, tokens: &std::ops::Range<usize>) -> impl Iterator<Item = Found> {
        let end = tokens.end;
        let from = self.first_from(tokens.start);
        self.found[from..]
            .iter()
            .take_while(move |f| f.start < end)
            .copied()
    }

    /// The place of the first phrase that begins with token `i` or behind it.
    fn first_from(&self, i: usize) -> usize {
        self.before
            .get(i)
            .map_or(self.found.len(), |before| *before as usize)
    }
}

/// "At least", "almost": a bound of the number behind it.
fn is_bound(mark: Found) -> bool {
    matches!(mark.tag, Tag::BoundBefore(_))
}
