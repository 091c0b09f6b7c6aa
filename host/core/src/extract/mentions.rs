//! Everything that was found, whether or not a claim uses it.

use super::Read;
use super::amount::{AmountKind, shares_joined};
use super::people::GroupKind;
use crate::lexicon::Tag;
use crate::model::{Basis, Mention, MentionValue};

/// The mentions of a text, by position.
pub(super) fn mentions(read: &Read<'_>) -> Vec<Mention> {
    let doc = read.doc;
    let mut found = Vec::new();
    let whole = 0..doc.tokens.len();
    let mut ratios = read.marks.within(&whole).filter(|m| m.tag == Tag::Ratio);
    let amounts = shares_joined(doc, &read.amounts, &mut ratios);
    for amount in amounts.iter().filter(|a| a.kind != AmountKind::Ordinal) {
        let span = doc.span(amount.tokens.clone());
        found.push(Mention {
            span,
            value: MentionValue::Quantity(amount.quantity(doc, "")),
        });
    }
    for time in &read.times {
        found.push(Mention {
            span: doc.span(time.tokens.clone()),
            value: MentionValue::Time(time.period.clone()),
        });
    }
    for place in read.places.iter().flatten() {
        let span = doc.span(place.tokens.clone());
        found.push(Mention {
            span,
            value: MentionValue::Place(place.party(doc, Basis::Said)),
        });
    }
    for group in read.groups.iter().filter(|g| g.kind != GroupKind::Pronoun) {
        let span = doc.span(group.tokens.clone());
        found.push(Mention {
            span,
            value: MentionValue::Actor(group.party(doc, &read.amounts)),
        });
    }
    for source in read.attributions.iter().flatten().flat_map(|a| &a.chain) {
        if let Some(span) = source.span {
            found.push(Mention {
                span,
                value: MentionValue::Source(source.clone()),
            });
        }
    }
    found.sort_by_key(|m| m.span);
    found
}
