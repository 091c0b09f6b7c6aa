//! What the words around a number make of it: "at least", "some", "or more".

use std::ops::Range;

use super::Reader;
use crate::lexicon::{Class, Found, Link, NumberWord, Tag, TimeWord};
use crate::model::{Bounds, Decimal, Form};
use crate::text::{Doc, TokenKind};

/// The values of a form; the literal reading, before any convention.
pub(super) fn of(form: Form, low: Decimal, high: Option<Decimal>) -> Bounds {
    match form {
        Form::AtLeast | Form::MoreThan => Bounds {
            low: Some(low),
            high: None,
        },
        Form::AtMost | Form::LessThan => Bounds {
            low: None,
            high: high.or(Some(low)),
        },
        Form::Exact | Form::About | Form::Range | Form::Vague => Bounds {
            low: Some(low),
            high,
        },
    }
}

impl Reader<'_, '_> {
    /// The first token of the bounds before a number; they may stack ("at least some 20").
    pub(super) fn bound_start(&self, number: usize) -> usize {
        let first = self.sentence.start;
        let mut start = number;
        while let Some(mark) = self.bound_before(start).filter(|m| first <= m.start) {
            start = mark.start;
        }
        start
    }

    fn bound_before(&self, at: usize) -> Option<Found> {
        self.marks
            .ending_at(at)
            .find(|m| matches!(m.tag, Tag::BoundBefore(_)) && !self.is_about_a_deed(m))
    }

    /// "Charged over five deaths": what the charge is about, no bound.
    fn is_about_a_deed(&self, mark: &Found) -> bool {
        mark.end == mark.start + 1
            && mark.start > self.sentence.start
            && self.doc.is(mark.start, Class::Preposition)
            && self.doc.is(mark.start - 1, Class::Aftermath)
    }

    /// The form that the bounds before and after give, and where the words end.
    pub(super) fn form_of(&self, core: &Range<usize>, start: usize, own: Form) -> (Form, usize) {
        let mut form = own;
        let mut at = start;
        while at < core.start {
            let Some(mark) = self
                .marks
                .starting_at(at)
                .find(|m| matches!(m.tag, Tag::BoundBefore(_)) && m.end <= core.start)
            else {
                break;
            };
            if let Tag::BoundBefore(bound) = mark.tag {
                form = stronger(form, bound);
            }
            at = mark.end;
        }
        let Some(after) = self.bound_after(core.end) else {
            return (form, core.end);
        };
        match after.tag {
            Tag::BoundAfter(bound) => (stronger(form, bound), after.end),
            _ => match form {
                Form::MoreThan => (Form::AtLeast, after.end),
                Form::LessThan => (Form::AtMost, after.end),
                _ => (form, core.end),
            },
        }
    }

    /// "Or more"; but "or more than 7" belongs to the seven.
    fn bound_after(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        let number = |i: usize| {
            doc.is_kind(i, TokenKind::Number)
                || matches!(doc.word(i).number, Some(NumberWord::Cardinal(_)))
        };
        self.marks.starting_at(at).find(|m| {
            let tagged = matches!(m.tag, Tag::BoundAfter(_) | Tag::Inclusive);
            let than = doc.word(m.end).time == Some(TimeWord::Link(Link::Than));
            tagged && m.end <= self.sentence.end && !than && !number(m.end) && !is_loose(doc, m)
        })
    }
}

/// A mark that is not glued to the number: "2 + 3".
fn is_loose(doc: &Doc<'_>, mark: &Found) -> bool {
    let first = &doc.tokens[mark.start];
    first.kind == TokenKind::Mark && first.spaced
}

/// "At least some 20" is a floor; "at least dozens" stays vague; "only 5" is 5.
fn stronger(own: Form, bound: Form) -> Form {
    match (own, bound) {
        (Form::Vague | Form::Range, _) | (_, Form::Exact) => own,
        (Form::Exact | Form::About, _) => bound,
        _ => own,
    }
}
