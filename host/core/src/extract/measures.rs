//! Figures that count nobody: "a magnitude of 6.2", "$2 million in damage", "fired 12 shots".

use std::collections::BTreeSet;
use std::ops::Range;

use super::Read;
use super::amount::{Amount, AmountKind};
use super::cores::Core;
use super::doers::Says;
use crate::lexicon::{Class, Measured, NumberWord, PredicateId, Tag, TimeWord, Unit};
use crate::model::{Bounds, Decimal, Form, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// The measures of a sentence, each figure once.
pub(super) fn measures(read: &Read<'_>, sentence: &Sentence) -> Vec<Core> {
    let mut taken = BTreeSet::new();
    let marks = read.marks.within(&sentence.tokens);
    marks
        .filter_map(|mark| {
            let at = mark.start..mark.end;
            let (predicate, figure) = match mark.tag {
                Tag::MeasureBehind(id) => {
                    // "A 5.9-magnitude quake has hit seven towns": the figure in front, where there is one.
                    let told = before(read, sentence, &at, id)
                        .and_then(|amount| told(read, id, amount, mark.tag));
                    (id, told.or_else(|| in_one_word(read.doc, id, &at))?)
                }
                Tag::MeasureBefore(id) => {
                    let amount = behind(read, sentence, &at)?;
                    (id, told(read, id, amount, mark.tag)?)
                }
                _ => return None,
            };
            taken.insert(figure.at.start).then(|| {
                let words = at.start.min(figure.at.start)..at.end.max(figure.at.end);
                let id = &read.doc.lexicon.predicate(predicate).id;
                // "Put the damage at $2 million": what is said begins with the figure.
                let says = Says::at(figure.at.start);
                Core {
                    quantity: Some(figure.quantity),
                    says,
                    ..Core::plain(id, at, words)
                }
            })
        })
        .collect()
}

/// A figure, and where the number of it stands.
struct Figure {
    at: Range<usize>,
    quantity: Quantity,
}

fn told(read: &Read<'_>, predicate: PredicateId, amount: &Amount, by: Tag) -> Option<Figure> {
    Some(Figure {
        at: amount.core.start..amount.tokens.end,
        quantity: measured(read, predicate, amount, by)?,
    })
}

/// "The six-hour siege": a length of time in one word.
fn in_one_word(doc: &Doc<'_>, predicate: PredicateId, at: &Range<usize>) -> Option<Figure> {
    let of_time = doc.lexicon.predicate(predicate).measured == Measured::Time;
    let first = doc.sentence_of(at.start)?.tokens.start;
    let i = at.start.checked_sub(1).filter(|i| of_time && *i >= first)?;
    let (number, unit) = doc.str(i).split_once('-')?;
    let known = |word: &str| doc.lexicon.word(doc.lexicon.word_id(&word.to_lowercase()));
    let (Some(NumberWord::Cardinal(number)), Some(TimeWord::Unit(unit))) =
        (known(number).number, known(unit).time)
    else {
        return None;
    };
    let minutes = Decimal::from(number).checked_mul(minutes_of(unit)?)?;
    let words = doc.words(i..i + 1);
    let mut quantity = Quantity::stated(words, Form::Exact, Bounds::exactly(minutes), "minute");
    quantity.span = Some(doc.span(i..i + 1));
    Some(Figure {
        at: i..i + 1,
        quantity,
    })
}

/// The figure right behind some words.
fn behind<'r>(read: &'r Read<'_>, sentence: &Sentence, at: &Range<usize>) -> Option<&'r Amount> {
    let first = read.amounts.partition_point(|a| a.core.start < at.end);
    let amount = read.amounts.get(first)?;
    let within = amount.core.end <= sentence.tokens.end;
    (within && links(read.doc, at.end..amount.tokens.start)).then_some(amount)
}

/// The figure right in front of some words; of a length of time with its unit between.
fn before<'r>(
    read: &'r Read<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    predicate: PredicateId,
) -> Option<&'r Amount> {
    let past = read.amounts.partition_point(|a| a.core.end <= at.start);
    let amount = read.amounts.get(past.checked_sub(1)?)?;
    let within = amount.core.start >= sentence.tokens.start;
    let end = match read.doc.lexicon.predicate(predicate).measured {
        Measured::Time => unit_of(read.doc, amount)?.1,
        Measured::Number | Measured::Money => amount.tokens.end,
    };
    (within && end <= at.start && links(read.doc, end..at.start)).then_some(amount)
}

/// The minutes of the unit of time behind a number, and where it ends: "14 hours", "12-year-".
fn unit_of(doc: &Doc<'_>, amount: &Amount) -> Option<(Decimal, usize)> {
    let at = amount.core.end + usize::from(matches!(doc.str(amount.core.end), "-" | "‑"));
    let Some(TimeWord::Unit(unit)) = doc.word(at).time else {
        return None;
    };
    Some((minutes_of(unit)?, at + 1))
}

/// The minutes of a unit of time; a month is a twelfth of a year of 365 days. None of what has no one length.
fn minutes_of(unit: Unit) -> Option<Decimal> {
    let minutes: u32 = match unit {
        Unit::Minute => 1,
        Unit::Hour => 60,
        Unit::Day => 1_440,
        Unit::Week => 10_080,
        Unit::Month => 43_800,
        Unit::Year => 525_600,
        _ => return None,
    };
    Some(minutes.into())
}

/// A length of time in minutes, in its own words.
fn duration(doc: &Doc<'_>, amount: &Amount) -> Option<Quantity> {
    let (minutes, end) = unit_of(doc, amount)?;
    // "Two years and six months": the second half would be lost, and half a length is a wrong one.
    let joined = doc.is(end, Class::Coordinator) || doc.str(end) == ",";
    let again = end + usize::from(joined);
    let number = doc.is_kind(again, TokenKind::Number) || doc.word(again).number.is_some();
    if joined && number && matches!(doc.word(again + 1).time, Some(TimeWord::Unit(_))) {
        return None;
    }
    let scaled =
        |end: Option<Decimal>| end.map_or(Some(None), |e| e.checked_mul(minutes).map(Some));
    let bounds = Bounds {
        low: scaled(amount.bounds.low)?,
        high: scaled(amount.bounds.high)?,
    };
    let tokens = amount.tokens.start..end;
    let words = doc.words(tokens.clone());
    let mut quantity = Quantity::stated(words, amount.form, bounds, "minute");
    quantity.span = Some(doc.span(tokens));
    Some(quantity)
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
    let stated = |unit, tokens: Range<usize>| {
        let words = doc.words(tokens.clone());
        let mut quantity = Quantity::stated(words, amount.form, amount.bounds, unit);
        quantity.span = Some(doc.span(tokens));
        quantity
    };
    match (measure.measured, money) {
        (Measured::Money, Some((currency, tokens))) => Some(stated(currency, tokens)),
        (Measured::Number, None) => Some(stated(&measure.id, amount.tokens.clone())),
        (Measured::Time, None) => duration(doc, amount),
        (Measured::Money, None) | (Measured::Number | Measured::Time, Some(_)) => None,
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
