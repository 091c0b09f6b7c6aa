//! Figures that count nobody: "a magnitude of 6.2", "$2 million in damage", "fired 12 shots".

use std::collections::BTreeSet;
use std::ops::Range;

use super::Read;
use super::amount::{Amount, AmountKind};
use super::cores::Core;
use super::doers::Says;
use crate::lexicon::{Class, Measured, PredicateId, Tag};
use crate::model::Quantity;
use crate::text::{Doc, Sentence};

/// The measures of a sentence, each figure once.
pub(super) fn measures(read: &Read<'_>, sentence: &Sentence) -> Vec<Core> {
    let mut taken = BTreeSet::new();
    let marks = read.marks.within(&sentence.tokens);
    marks
        .filter_map(|mark| {
            let at = mark.start..mark.end;
            let (predicate, amount) = match mark.tag {
                // "A 5.9-magnitude quake has hit seven towns": the figure in front, where there is one.
                Tag::MeasureBehind(id) => (id, before(read, sentence, &at)?),
                Tag::MeasureBefore(id) => (id, behind(read, sentence, &at)?),
                _ => return None,
            };
            let quantity = measured(read, predicate, amount, mark.tag)?;
            taken.insert(amount.core.start).then(|| {
                let words = at.start.min(amount.tokens.start)..at.end.max(amount.tokens.end);
                let id = &read.doc.lexicon.predicate(predicate).id;
                // "Put the damage at $2 million": what is said begins with the figure.
                let says = Says::at(amount.core.start);
                Core {
                    quantity: Some(quantity),
                    says,
                    ..Core::plain(id, at, words)
                }
            })
        })
        .collect()
}

/// The figure right behind some words.
fn behind<'r>(read: &'r Read<'_>, sentence: &Sentence, at: &Range<usize>) -> Option<&'r Amount> {
    let first = read.amounts.partition_point(|a| a.core.start < at.end);
    let amount = read.amounts.get(first)?;
    let within = amount.core.end <= sentence.tokens.end;
    (within && links(read.doc, at.end..amount.tokens.start)).then_some(amount)
}

/// The figure right in front of some words.
fn before<'r>(read: &'r Read<'_>, sentence: &Sentence, at: &Range<usize>) -> Option<&'r Amount> {
    let past = read.amounts.partition_point(|a| a.core.end <= at.start);
    let amount = read.amounts.get(past.checked_sub(1)?)?;
    let within = amount.core.start >= sentence.tokens.start;
    (within && links(read.doc, amount.tokens.end..at.start)).then_some(amount)
}

/// Does nothing but a hyphen, an article or a currency stand between a measure and its figure: "a $3 million" behind "of"?
fn links(doc: &Doc<'_>, mut tokens: Range<usize>) -> bool {
    tokens.all(|i| {
        let currency = doc.lexicon.currency(&doc.str(i).to_lowercase()).is_some();
        let joins = [Class::Indefinite, Class::Adverb, Class::Of];
        currency || doc.str(i) == "-" || doc.is_any(i, &joins)
    })
}

/// The figure, if it is of the kind that the measure takes.
fn measured(read: &Read<'_>, predicate: PredicateId, amount: &Amount, by: Tag) -> Option<Quantity> {
    let doc = read.doc;
    let measure = doc.lexicon.predicate(predicate);
    let money = money(doc, amount);
    let of = Tag::MeasureOf(predicate);
    // "Dozens of shots".
    let noun = amount.core.end + usize::from(doc.is(amount.core.end, Class::Of));
    let mut nouns = read.marks.starting_at(noun);
    let needs_noun = measure.of_noun && by == Tag::MeasureBefore(predicate);
    // "How many shots were fired" tells no number.
    let asked = amount.tokens.start.checked_sub(1);
    if asked.is_some_and(|i| doc.is(i, Class::Asking)) || amount.kind == AmountKind::Ordinal {
        return None;
    }
    // "Measuring 6.1 metres" is no magnitude.
    let number = measure.measured == Measured::Number && by == Tag::MeasureBefore(predicate);
    let other = number && !measure.of_noun && doc.is(amount.tokens.end, Class::Measure);
    if other || needs_noun && !nouns.any(|mark| mark.tag == of) {
        return None;
    }
    let told = |unit, tokens: Range<usize>| {
        let words = doc.words(tokens.clone());
        let mut quantity = Quantity::stated(words, amount.form, amount.bounds, unit);
        quantity.span = Some(doc.span(tokens));
        quantity
    };
    match (measure.measured, money) {
        (Measured::Money, Some((currency, tokens))) => Some(told(currency, tokens)),
        (Measured::Number, None) => Some(told(&measure.id, amount.tokens.clone())),
        (Measured::Money, None) | (Measured::Number, Some(_)) => None,
    }
}

/// The currency of a number, by a sign in front of it or a word behind it, and the whole of the words: "more than $3 million".
fn money<'l>(doc: &Doc<'l>, amount: &Amount) -> Option<(&'l str, Range<usize>)> {
    let named = |i: usize| doc.lexicon.currency(&doc.str(i).to_lowercase());
    let Range { start, end } = amount.tokens.clone();
    let sign = amount.core.start.checked_sub(1);
    let by_sign = sign.and_then(|i| Some((named(i)?, start.min(i)..end)));
    by_sign.or_else(|| Some((named(end)?, start..end + 1)))
}
