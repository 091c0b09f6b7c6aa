//! What somebody is quoted as saying, word for word: of each sentence the words between quotation marks, with their speaker.

use std::ops::Range;

use super::build::Setting;
use super::cores::Core;
use super::ids::claim_id;
use super::sources::Attribution;
use crate::model::{Claim, PassageKind};
use crate::text::TokenKind;

/// The predicate of such claims.
const STATED: &str = "stated";

/// Fewer words between quotation marks are a name or a saying, which many use.
const FEWEST_WORDS: usize = 6;

impl Setting<'_> {
    /// The quotations of the sentence whose speaker is told. What a headline or a caption quotes stands in the text, too.
    pub(super) fn statements(&self) -> Vec<Claim> {
        let doc = self.doc();
        let told = [PassageKind::Lead, PassageKind::Paragraph];
        if !told.contains(&doc.kind_of(self.sentence)) {
            return Vec::new();
        }
        let sentence = doc.span(self.sentence.tokens.clone());
        let quoted = doc.quotations_in(sentence);
        let words = quoted.map(|quotation| {
            let tokens = self.sentence.tokens.clone();
            let within = |i: &usize| quotation.overlaps(doc.tokens[*i].span());
            let first = tokens.clone().find(within).unwrap_or(tokens.end);
            let last = tokens.rev().find(within).map_or(first, |last| last + 1);
            self.without_marks(first..last)
        });
        words.filter_map(|words| self.statement(words)).collect()
    }

    /// The same words without a comma or full stop at either end.
    fn without_marks(&self, words: Range<usize>) -> Range<usize> {
        // A bracket says that an editor put there what follows.
        let bracket = |i: usize| matches!(self.doc().str(i), "[" | "]" | "(" | ")");
        let is_mark = |i: &usize| self.doc().is_kind(*i, TokenKind::Mark) && !bracket(*i);
        let mut kept = words.clone().filter(|i| !is_mark(i));
        let first = kept.next().unwrap_or(words.end);
        let last = words.rev().find(|i| !is_mark(i)).map_or(first, |i| i + 1);
        first..last.max(first)
    }

    fn statement(&self, words: Range<usize>) -> Option<Claim> {
        let doc = self.doc();
        let spoken = words.clone().filter(|i| !doc.is_kind(*i, TokenKind::Mark));
        if spoken.count() < FEWEST_WORDS {
            return None;
        }
        let core = Core::plain(STATED, words.start..words.start + 1, words.clone());
        // "Denied saying “…”".
        let own = &self.read.attributions[self.index];
        let denies = |a: &Attribution| a.denies() && a.frame.end <= words.start;
        if self.is_denied_around(&core) || own.iter().any(denies) {
            return None;
        }
        let mut claim = self.detail_claim(core);
        claim.span = doc.span(words);
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(doc.text));
        (!claim.attribution.is_empty()).then_some(claim)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims_of_page;

    /// Speakers and their words.
    fn told(text: &str) -> Vec<(String, String)> {
        let found = claims_of_page(text);
        let stated = found.iter().filter(|c| c.predicate == super::STATED);
        stated
            .map(|c| {
                let speaker = c.speaker().map_or("?", |s| s.text.as_str());
                (speaker.to_owned(), c.span.of(text).to_owned())
            })
            .collect()
    }

    #[test]
    fn quotations_and_their_speakers() {
        for (text, expected) in [
            (
                "“We will rebuild the bridge before winter,” Mayor Ana Lund said.",
                &[("Mayor Ana Lund", "We will rebuild the bridge before winter")]
                    as &[(&str, &str)],
            ),
            (
                "Mayor Ana Lund said it was “the darkest day that Osk has seen”.",
                &[("Mayor Ana Lund", "the darkest day that Osk has seen")],
            ),
            (
                "“We will rebuild the old bridge,” Mayor Ana Lund said, “and nobody will pay for it twice.”",
                &[
                    ("Mayor Ana Lund", "We will rebuild the old bridge"),
                    ("Mayor Ana Lund", "and nobody will pay for it twice"),
                ],
            ),
            // Of two sentences each is a statement of its own: outlets cut quotations between them.
            (
                "“We will rebuild the old bridge. Nobody will pay for it twice,” Mayor Ana Lund said.",
                &[
                    ("Mayor Ana Lund", "We will rebuild the old bridge"),
                    ("Mayor Ana Lund", "Nobody will pay for it twice"),
                ],
            ),
            (
                "“We will rebuild the bridge before winter,” said Tom Reker in an interview, according to Radio Osk. “Nobody will \
                 pay for it twice.”",
                &[
                    ("Tom Reker", "We will rebuild the bridge before winter"),
                    ("Tom Reker", "Nobody will pay for it twice"),
                ],
            ),
            (
                "“We will rebuild the bridge before winter,” said the mayor, Ana Lund.",
                &[("Ana Lund", "We will rebuild the bridge before winter")],
            ),
            // What he denies having said is not his.
            (
                "The mayor denied saying “we will never pay for that old bridge”.",
                &[],
            ),
            // A name, and words of nobody.
            (
                "Mayor Ana Lund opened the “Bridge of Peace” on Monday.",
                &[],
            ),
            ("The sign read “keep off the grass at all times”.", &[]),
        ] {
            let expected: Vec<(String, String)> = expected
                .iter()
                .map(|(who, words)| ((*who).to_owned(), (*words).to_owned()))
                .collect();
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
