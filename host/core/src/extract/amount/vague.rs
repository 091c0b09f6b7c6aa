//! Vague words: "dozens", "hundreds of thousands", "several hundred", "a few dozen", "a couple of".

use super::{Core, Reader};
use crate::lexicon::{Class, Link, NumberWord, TimeWord, VagueFrame};
use crate::model::{Decimal, Form};
use crate::text::TokenKind;

/// Vague words from here on may be a scale: "tens of thousands".
const SMALLEST_SCALE: u32 = 200;

impl Reader<'_, '_> {
    pub(super) fn vague_at(&self, i: usize) -> Option<Core> {
        let doc = self.doc;
        let link = |at: usize, link: Link| doc.word(at).time == Some(TimeWord::Link(link));
        let article = link(i, Link::A) && i + 1 < self.sentence.end;
        let at = i + usize::from(article);
        let Some(NumberWord::Vague { low, high, frame }) = doc.word(at).number else {
            return None;
        };
        let of = doc.is(at + 1, Class::Of);
        let framed = match frame {
            VagueFrame::Bare => true,
            VagueFrame::Article => article,
            VagueFrame::ArticleOf => article && of,
        };
        // "He scores 3 of them": a verb.
        let counted = doc.is_kind(at + 1, TokenKind::Number);
        if !framed || counted {
            return None;
        }
        let exact = high == Some(low);
        let core = Core {
            end: at + 1,
            low,
            high,
            form: if exact { Form::Exact } else { Form::Vague },
            unit: Decimal::from(1),
            kind: None,
        };
        let scale_at = at + 1 + usize::from(of || link(at + 1, Link::Or));
        if self.scale_at(scale_at).is_some() {
            return self.scaled(core, scale_at);
        }
        let with_of = of && frame != VagueFrame::Bare;
        let end = core.end + usize::from(with_of);
        Some(Core { end, ..core })
    }

    /// "Hundreds of thousands": the second word gives the scale, the first how many of it.
    fn scaled(&self, core: Core, scale_at: usize) -> Option<Core> {
        let scale = self.scale_at(scale_at)?;
        Some(Core {
            end: scale_at + 1,
            low: core.low.checked_mul(scale)?,
            high: None,
            form: Form::Vague,
            ..core
        })
    }

    /// The scale that "hundred" or "thousands" names.
    fn scale_at(&self, i: usize) -> Option<Decimal> {
        if i >= self.sentence.end {
            return None;
        }
        match self.doc.word(i).number {
            Some(NumberWord::Scale(scale)) => Decimal::new(i64::try_from(scale).ok()?, 0),
            Some(NumberWord::Vague { low, .. }) if low >= Decimal::from(SMALLEST_SCALE) => {
                low.checked_mul(Decimal::new(5, 1)?)
            }
            _ => None,
        }
    }
}
