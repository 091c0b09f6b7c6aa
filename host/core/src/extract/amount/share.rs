//! Some of a number: "half of the 40", "most of the 40", "all but three of the 40".

use super::{Amount, AmountKind, Marks};
use crate::lexicon::{Class, SomeOf, Tag};
use crate::model::{Bounds, Decimal, Form};
use crate::text::Doc;

/// A part of a whole: its first token, and what it comes to.
type Share = (usize, Form, Bounds);

/// Puts the parts that are told in place of their wholes, among the amounts from `first` on.
pub(super) fn take_shares(doc: &Doc<'_>, marks: &Marks, found: &mut Vec<Amount>, first: usize) {
    let mut i = first;
    while i < found.len() {
        let share = share_of(doc, marks, found[first..i].last(), &found[i]);
        i += 1;
        let Some((start, form, bounds)) = share else {
            continue;
        };
        let whole = &mut found[i - 1];
        whole.tokens.start = start;
        whole.form = form;
        whole.bounds = bounds;
        if i - 1 > first && found[i - 2].tokens.start >= start {
            found.remove(i - 2);
            i -= 1;
        }
    }
}

/// The part of a whole that the words in front of it tell.
fn share_of(
    doc: &Doc<'_>,
    marks: &Marks,
    before: Option<&Amount>,
    whole: &Amount,
) -> Option<Share> {
    let own = [Class::Definite, Class::Possessive];
    let start = whole.tokens.start;
    let of = start.checked_sub(1)?;
    let of = of.checked_sub(usize::from(doc.is_any(of, &own)))?;
    let told = matches!(whole.form, Form::Exact | Form::About);
    let plain = whole.kind == AmountKind::Count && told;
    let all = whole
        .bounds
        .low
        .filter(|_| plain && doc.is(of, Class::Of))?;
    let said = marks.ending_at(of + 1).find_map(|mark| match mark.tag {
        Tag::SomeOf(said) => Some((said, mark.start)),
        _ => None,
    });
    // "Half of the 12 dead were children": the twelve died.
    let next = whole.tokens.end + usize::from(doc.word(whole.tokens.end).person.is_some());
    let met = doc.is(whole.tokens.end, Class::Trigger)
        || doc.is(next, Class::Relative)
        || doc.is(whole.tokens.end, Class::Corpse);
    if met || all < Decimal::from(2) {
        return None;
    }
    let half = all.quotient(Decimal::from(2))?;
    let bounded = |at: usize| {
        let mut before = marks.ending_at(at);
        before.find_map(|mark| match mark.tag {
            Tag::BoundBefore(form) => Some((mark.start, form)),
            _ => None,
        })
    };
    let up_to = |low| Bounds {
        low: Some(low),
        high: Some(all),
    };
    let ends_at = |at: usize| before.filter(|share| share.tokens.end == at);
    match said {
        Some((SomeOf::Half, at)) => {
            let half = half.to_whole()?;
            let (at, form) = bounded(at).unwrap_or((at, Form::About));
            let bounds = match form {
                Form::AtLeast | Form::MoreThan => up_to(half),
                Form::AtMost | Form::LessThan => Bounds {
                    low: Some(Decimal::from(1)),
                    high: Some(half),
                },
                _ => Bounds::exactly(half),
            };
            let form = match form {
                Form::Exact => Form::About,
                form => form,
            };
            Some((at, form, bounds))
        }
        // More than half of 41 are 21 and more: nobody counts halves of people.
        Some((SomeOf::Most, at)) => Some((at, Form::MoreThan, up_to(half.to_whole()?))),
        Some((SomeOf::NearlyAll, at)) => Some((at, Form::Range, up_to(half.to_whole()?))),
        Some((SomeOf::Some, at)) => Some((at, Form::Vague, up_to(Decimal::from(2)))),
        Some((SomeOf::Percent, at)) => scaled(ends_at(at)?, Decimal::from(100), all),
        Some((SomeOf::AllBut, _)) | None => {
            let share = ends_at(of)?;
            match share.kind {
                AmountKind::Other => scaled(share, Decimal::from(1), all),
                AmountKind::Count => all_but(marks, share, all),
                AmountKind::Ordinal => None,
            }
        }
    }
}

/// "Two thirds of", "60 percent of": a share of 0 to 1, in parts of `over`, is one of so many.
fn scaled(share: &Amount, over: Decimal, all: Decimal) -> Option<Share> {
    let of_all = |end: Decimal| {
        let part = end.quotient(over)?;
        let within = part > Decimal::ZERO && part < Decimal::from(1);
        // Two thirds of 300 are 200, not 200.0000001.
        part.rounded_mul(all)?.to_whole().filter(|_| within)
    };
    let end = |end: Option<Decimal>| end.map_or(Some(None), |end| of_all(end).map(Some));
    let bounds = Bounds {
        low: end(share.bounds.low)?,
        high: end(share.bounds.high)?,
    };
    // Nobody counts thirds of people: "half of the 40" is about 20.
    let form = match share.form {
        Form::Exact => Form::About,
        form => form,
    };
    Some((share.tokens.start, form, bounds))
}

/// "All but three of the 40".
fn all_but(marks: &Marks, few: &Amount, all: Decimal) -> Option<Share> {
    let mut before = marks.ending_at(few.tokens.start);
    let opener = before.find(|mark| mark.tag == Tag::SomeOf(SomeOf::AllBut))?;
    let exact = few.form == Form::Exact;
    let rest = all.checked_add(few.bounds.low?.negated());
    let rest = rest.filter(|rest| exact && *rest > Decimal::ZERO)?;
    Some((opener.start, Form::Exact, Bounds::exactly(rest)))
}
