//! What a figure totals: this event, another one, or everything since some moment.

use std::ops::Range;

use super::build::Setting;
use super::history::{lasting_total, past_event, recent_death};
use crate::lexicon::{Class, Tag, TimeWord, Unit};
use crate::model::{Claim, Tally};
use crate::text::TokenKind;

/// The most tokens before the words of another time that a sentence opens with: "earlier this year,".
const OPENS: usize = 2;

impl Setting<'_> {
    /// The words by which the sentence tells another event than the news: of a figure that ends at a token.
    fn past_event(&self, claim: &Claim, end: usize) -> Option<String> {
        let doc = self.doc();
        let quantity = claim.quantity.as_ref()?.span?;
        let start = doc
            .tokens
            .partition_point(|t| t.span().start < quantity.start);
        let words = start..end.max(start);
        let past = past_event(doc, &self.read.marks, self.sentence, &words)?;
        Some(doc.words(past).to_lowercase())
    }

    /// Does a stretch of no more than some weeks follow "the past"?
    fn is_recent(&self, unit: usize) -> bool {
        let short = [Unit::Minute, Unit::Hour, Unit::Day, Unit::Week];
        matches!(self.doc().word(unit).time, Some(TimeWord::Unit(unit)) if short.contains(&unit))
    }

    /// "In the last carriage": the last of things, and no time.
    fn is_of_a_row(&self, next: usize) -> bool {
        let doc = self.doc();
        let shift = matches!(doc.word(next - 1).time, Some(TimeWord::Shift(_)));
        let word = doc.word(next);
        let noun =
            doc.is_kind(next, TokenKind::Word) && (word.text.is_empty() || word.thing.is_some());
        shift && noun
    }

    /// A running total, or a figure of another time than the article's news: as the claim's own clause says.
    pub(super) fn set_tally(
        &self,
        claim: &mut Claim,
        (trigger, core_end): (Range<usize>, usize),
        clause: &Range<usize>,
        narrow: &Range<usize>,
    ) {
        let marks = &self.read.marks;
        let phrase = |wanted: Tag, tokens| marks.within(tokens).find(|m| m.tag == wanted);
        // "The raid killed two men, bringing to 21 the number of the dead": the total is not theirs.
        let own = |start: usize| {
            let apart = start > 0 && self.doc().str(start - 1) == ",";
            !apart || start < core_end
        };
        let cumulative = marks
            .within(clause)
            .find(|m| m.tag == Tag::Cumulative && own(m.start));
        // "Twelve died, compared with five last year": the year is the other figure's.
        let versus = self.versus(narrow).filter(|m| m.start >= core_end);
        let past = phrase(Tag::Background, narrow)
            .filter(|m| versus.is_none_or(|versus| m.end <= versus.start))
            // "In the past week": the news of it.
            .filter(|m| !self.is_recent(m.end))
            .filter(|m| !self.is_of_a_row(m.end))
            // "Between 20 and 30 years of age".
            .filter(|m| !self.doc().is(m.end, Class::Label))
            // "45 died, down from an earlier count of 60": the count is not what is told.
            .filter(|m| {
                let subject = m.start == self.sentence.tokens.start;
                subject || !self.doc().is(m.start, Class::Indefinite)
            });
        // "Earlier this year, a man was charged in a raid that left three dead": so is all the sentence tells.
        let first = self.sentence.tokens.start;
        let opens = phrase(Tag::Background, &(first..first + OPENS))
            .filter(|m| self.doc().str(m.end) == "," && claim.time.is_none());
        let past = past.or(opens);
        let lasting = lasting_total(self.doc(), marks, self.index, trigger.start);
        let lasting = lasting.filter(|_| claim.quantity.is_some());
        let told = cumulative.or(past).map(|mark| mark.start..mark.end);
        let told = told
            .or_else(|| lasting.clone())
            .or_else(|| recent_death(self.doc(), marks, &trigger));
        let told = told.map(|words| self.doc().words(words).to_lowercase());
        let told = told.or_else(|| self.past_event(claim, core_end));
        if let Some(words) = told.or_else(|| self.of_another_deed(claim)) {
            claim.attributes.insert("background".into(), words);
        }
        if let Some(quantity) = &mut claim.quantity {
            quantity.tally = if cumulative.is_some() || lasting.is_some() {
                Tally::Cumulative
            } else {
                Tally::Unknown
            };
        }
    }
}
