//! Vague words: "dozens", "hundreds of thousands", "several hundred", "a few dozen", "a couple of".

use super::{Core, Reader};
use crate::lexicon::{Class, NumberWord, VagueFrame};
use crate::model::{Decimal, Form};
use crate::text::TokenKind;

/// Vague words from here on may be a scale: "tens of thousands".
const SMALLEST_SCALE: u32 = 200;

impl Reader<'_, '_> {
    pub(super) fn vague_at(&self, i: usize) -> Option<Core> {
        let doc = self.doc;
        let article = doc.says(i, "a") && i + 1 < self.sentence.end;
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
        let linked = of || doc.says(at + 1, "or");
        let scale_at = at + 1 + usize::from(linked);
        if let Some(scale) = self.scale_at(scale_at) {
            // "Hundreds of thousands": the second word gives the scale, the first how many of it.
            return Some(Core {
                end: scale_at + 1,
                low: low.checked_mul(scale)?,
                high: None,
                form: Form::Vague,
                ..core
            });
        }
        let with_of = of && frame != VagueFrame::Bare;
        let end = core.end + usize::from(with_of);
        Some(Core { end, ..core })
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
