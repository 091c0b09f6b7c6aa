//! Numbers as news writes them, with the words that bound or blur them.

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, NumberWord, Tag};
use crate::model::{Bounds, Decimal, Form, Quantity};
use crate::text::{Doc, TokenKind};

/// What a number is a number of, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountKind {
    /// It may count something.
    Count,
    /// "third", "26th".
    Ordinal,
    /// A measure, money, a share, a label, an age or part of a compound word: it counts nobody.
    Other,
}

/// A number with its bounds.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// From the first word of its bound to the last of the number.
    pub(super) tokens: Range<usize>,
    /// The number alone.
    pub(super) core: Range<usize>,
    pub(super) kind: AmountKind,
    pub(super) form: Form,
    pub(super) bounds: Bounds,
}

impl Amount {
    /// The figure as a quantity of `unit`.
    pub(super) fn quantity(&self, doc: &Doc<'_>, unit: &str) -> Quantity {
        let mut quantity =
            Quantity::stated(doc.words(self.tokens.clone()), self.form, self.bounds, unit);
        quantity.span = Some(doc.span(self.tokens.clone()));
        quantity
    }

    /// Does it say one?
    pub(super) fn is_one(&self) -> bool {
        self.bounds == Bounds::exactly(Decimal::from(1))
    }
}

/// A number without its bounds, as a range of values.
struct Core {
    end: usize,
    low: Decimal,
    high: Option<Decimal>,
    form: Form,
}

/// Every number of the text, by position. Tokens for which `taken` says so belong to something else, a date say.
pub(super) fn amounts(doc: &Doc<'_>, marks: &Marks, taken: &dyn Fn(usize) -> bool) -> Vec<Amount> {
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let amount = if taken(i) {
                None
            } else {
                amount_at(doc, marks, i, &sentence.tokens)
            };
            i = amount.as_ref().map_or(i + 1, |a| a.tokens.end.max(i + 1));
            found.extend(amount);
        }
    }
    found
}

fn amount_at(doc: &Doc<'_>, marks: &Marks, i: usize, sentence: &Range<usize>) -> Option<Amount> {
    let number = range_at(doc, i, sentence.end).or_else(|| number_at(doc, i, sentence.end))?;
    let core = i..number.end;
    let start = bound_start(marks, i, sentence.start);
    let (form, end) = form_of(marks, &core, start, number.form);
    let kind = kind_of(doc, &core);
    Some(Amount {
        tokens: start..end,
        core,
        kind,
        form,
        bounds: bounds_of(form, number.low, number.high),
    })
}

/// What the words around a number make of its values; the literal reading, before any convention.
fn bounds_of(form: Form, low: Decimal, high: Option<Decimal>) -> Bounds {
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

/// The first token of the bounds before a number; they may stack ("at least some 20").
fn bound_start(marks: &Marks, number: usize, first: usize) -> usize {
    let mut start = number;
    while let Some(mark) = marks
        .ending_at(start)
        .find(|m| matches!(m.tag, Tag::BoundBefore(_)) && first <= m.start)
    {
        start = mark.start;
    }
    start
}

/// The form that the bounds before and after give, and where the words end.
fn form_of(marks: &Marks, core: &Range<usize>, start: usize, own: Form) -> (Form, usize) {
    let mut form = own;
    let mut at = start;
    while at < core.start {
        let Some(mark) = marks
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
    let after = marks.starting_at(core.end).find_map(|m| match m.tag {
        Tag::BoundAfter(bound) => Some((bound, m.end)),
        _ => None,
    });
    match after {
        Some((bound, end)) => (stronger(form, bound), end),
        None => (form, core.end),
    }
}

/// "at least some 20" is a floor; "at least dozens" stays vague; "only 5" is 5.
fn stronger(own: Form, bound: Form) -> Form {
    match (own, bound) {
        (Form::Vague | Form::Range, _) | (_, Form::Exact) => own,
        (Form::Exact | Form::About, _) => bound,
        _ => own,
    }
}

/// "between 6 and 8", "from 6 to 8", "6 to 8", "6-8", "six or eight".
fn range_at(doc: &Doc<'_>, i: usize, end: usize) -> Option<Core> {
    let opened = doc.says(i, "between")
        || (doc.says(i, "from") && !doc.is(i.wrapping_sub(1), Class::Change));
    let first = number_at(doc, if opened { i + 1 } else { i }, end)?;
    let link = first.end;
    let links = doc.says(link, "to")
        || doc.says(link, "or")
        || (opened && doc.says(link, "and"))
        || matches!(doc.str(link), "-" | "–" | "—");
    if !links || first.form != Form::Exact {
        return None;
    }
    let second = number_at(doc, link + 1, end)?;
    let (low, high) = (first.low, second.low);
    // "5 to 500" and "3 or 40" are two numbers; so is the score "2-1".
    let near = opened || high.to_f64() <= low.to_f64() * 3.0 + 3.0;
    let is_range = second.form == Form::Exact
        && low < high
        && near
        && !doc.is(i.wrapping_sub(2), Class::Change);
    is_range.then_some(Core {
        end: second.end,
        low,
        high: Some(high),
        form: Form::Range,
    })
}

/// A single number: digits, number words, or a vague word.
fn number_at(doc: &Doc<'_>, i: usize, end: usize) -> Option<Core> {
    if i >= end {
        return None;
    }
    vague_at(doc, i, end).or_else(|| exact_at(doc, i, end))
}

/// "dozens", "hundreds of thousands", "several hundred", "a few dozen", "a couple of".
fn vague_at(doc: &Doc<'_>, i: usize, end: usize) -> Option<Core> {
    let at = if doc.says(i, "a") && i + 1 < end {
        i + 1
    } else {
        i
    };
    let Some(NumberWord::Vague { low, high }) = doc.word(at).number else {
        return None;
    };
    let article_needed = matches!(doc.str(at).to_ascii_lowercase().as_str(), "couple" | "pair");
    if article_needed && at == i {
        return None;
    }
    let mut next = at + 1;
    let linked = doc.is(next, Class::Of) || doc.says(next, "or");
    let scale_at = if linked { next + 1 } else { next };
    let scale = (scale_at < end).then(|| scale_of(doc, scale_at)).flatten();
    let mut core = Core {
        end: next,
        low,
        high,
        form: if high == Some(low) {
            Form::Exact
        } else {
            Form::Vague
        },
    };
    if let Some(scale) = scale {
        // "hundreds of thousands": the second word gives the scale, the first how many of it.
        core.low = low.checked_mul(scale)?;
        core.high = None;
        core.form = Form::Vague;
        next = scale_at + 1;
    } else if doc.is(next, Class::Of) && article_needed {
        next += 1;
    }
    core.end = next;
    Some(core)
}

/// The scale that "hundred" or "thousands" names.
fn scale_of(doc: &Doc<'_>, i: usize) -> Option<Decimal> {
    match doc.word(i).number {
        Some(NumberWord::Scale(scale)) => Decimal::new(i64::try_from(scale).ok()?, 0),
        Some(NumberWord::Vague { low, .. }) if low >= Decimal::from(200) => {
            low.checked_mul(Decimal::new(5, 1)?)
        }
        _ => None,
    }
}

/// Digits or number words, with scales: "1.5 million", "two hundred and six", "half a million", "a dozen".
fn exact_at(doc: &Doc<'_>, i: usize, end: usize) -> Option<Core> {
    let mut sum = Sum::default();
    let mut at = i;
    if doc.says(i, "half") && matches!(doc.str(i + 1), "a" | "A") {
        sum.current = Decimal::new(5, 1);
        at = i + 2;
        return scales(doc, at, end, sum).filter(|core| core.end > at);
    }
    if doc.is(i, Class::Indefinite) && !doc.says(i, "one") {
        sum.current = Some(Decimal::from(1));
        return scales(doc, i + 1, end, sum).filter(|core| core.end > i + 1);
    }
    if doc.is_kind(i, TokenKind::Number) {
        sum.current = Some(doc.str(i).parse().ok()?);
        return scales(doc, i + 1, end, sum);
    }
    while at < end && sum.add_word(doc, at) {
        at += 1;
        let joined = doc.says(at, "and") && sum.scaled && cardinal(doc, at + 1).is_some();
        at += usize::from(joined);
    }
    if at == i { None } else { sum.finish(at) }
}

/// The scale words behind a first figure.
fn scales(doc: &Doc<'_>, mut at: usize, end: usize, mut sum: Sum) -> Option<Core> {
    while at < end && sum.add_scale(doc, at) {
        at += 1;
    }
    sum.finish(at)
}

/// The value of a cardinal word, also of a hyphenated one: "twenty-six".
fn cardinal(doc: &Doc<'_>, i: usize) -> Option<Decimal> {
    if let Some(NumberWord::Cardinal(value)) = doc.word(i).number {
        return Some(value.into());
    }
    let word = doc.str(i);
    if !word.contains('-') {
        return None;
    }
    let mut total = Decimal::ZERO;
    for part in word.to_ascii_lowercase().split('-') {
        match doc.lexicon.word(doc.lexicon.word_id(part)).number {
            Some(NumberWord::Cardinal(value)) => total = total.checked_add(value.into())?,
            _ => return None,
        }
    }
    Some(total)
}

/// Number words added up: "two hundred and six thousand".
#[derive(Default)]
struct Sum {
    total: Option<Decimal>,
    current: Option<Decimal>,
    /// Tens may be followed by units only: "twenty six", but not "six twenty".
    last: Option<Decimal>,
    scaled: bool,
}

impl Sum {
    fn add_word(&mut self, doc: &Doc<'_>, i: usize) -> bool {
        let Some(value) = cardinal(doc, i) else {
            return self.current.is_some() && self.add_scale(doc, i);
        };
        let follows = match self.last {
            None => true,
            Some(last) => last >= Decimal::from(20) && value < Decimal::from(10) && last != value,
        };
        if !follows && self.last.is_some() {
            return false;
        }
        self.current = self.current.unwrap_or(Decimal::ZERO).checked_add(value);
        self.last = Some(value);
        self.current.is_some()
    }

    fn add_scale(&mut self, doc: &Doc<'_>, i: usize) -> bool {
        let Some(NumberWord::Scale(scale)) = doc.word(i).number else {
            return false;
        };
        let Some(scale) = i64::try_from(scale).ok().and_then(|s| Decimal::new(s, 0)) else {
            return false;
        };
        let Some(product) = self.current.and_then(|c| c.checked_mul(scale)) else {
            return false;
        };
        if scale >= Decimal::from(1000) {
            self.total = self.total.unwrap_or(Decimal::ZERO).checked_add(product);
            self.current = Some(Decimal::ZERO);
        } else {
            self.current = Some(product);
        }
        self.last = None;
        self.scaled = true;
        true
    }

    fn finish(self, end: usize) -> Option<Core> {
        let value = self
            .total
            .unwrap_or(Decimal::ZERO)
            .checked_add(self.current?)?;
        Some(Core {
            end,
            low: value,
            high: Some(value),
            form: Form::Exact,
        })
    }
}

/// What stands around a number tells what it counts.
fn kind_of(doc: &Doc<'_>, core: &Range<usize>) -> AmountKind {
    let (before, after) = (core.start.wrapping_sub(1), core.end);
    let glued = |i: usize| doc.tokens.get(i).is_some_and(|t| !t.spaced);
    if doc.is(after, Class::OrdinalEnding) && glued(after) {
        return AmountKind::Ordinal;
    }
    let compound = (matches!(doc.str(after), "-" | "–")
        && glued(after)
        && glued(after + 1)
        && doc.is_kind(after + 1, TokenKind::Word))
        || (glued(core.start) && core.start > 0 && doc.is_kind(before, TokenKind::Word));
    let measured = doc.is(after, Class::Measure) || doc.str(after).starts_with(['%', '°']);
    let labelled = core.start > 0
        && (doc.is(before, Class::Label) || doc.is(before, Class::Month))
        && !doc.is(before, Class::Pronoun);
    let clock = doc.str(after) == ":" && glued(after)
        || core.start > 0 && doc.str(before) == ":" && glued(core.start);
    let money = core.start > 0 && doc.str(before).starts_with(['$', '£', '€', '#', '¥']);
    let age = is_age(doc, core);
    let counter = is_counter(doc, core);
    if compound || measured || labelled || clock || money || age || counter || is_year(doc, core) {
        AmountKind::Other
    } else {
        AmountKind::Count
    }
}

/// "Jane Doe, 34, of", "two men, 33 and 19, were": the age of somebody just named.
fn is_age(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let before = |back: usize| core.start.checked_sub(back);
    let named = |back: usize| {
        before(back).is_some_and(|i| doc.is_capital(i) || doc.word(i).person.is_some())
    };
    let mark = |back: usize, mark: &str| before(back).is_some_and(|i| doc.says(i, mark));
    let closed =
        matches!(doc.str(core.end), "," | "." | ";") || doc.is(core.end, Class::Coordinator);
    let first = mark(1, ",") && named(2);
    let second = mark(1, "and")
        && before(2).is_some_and(|i| doc.is_kind(i, TokenKind::Number))
        && mark(3, ",")
        && named(4);
    closed && core.len() == 1 && (first || second)
}

/// "6 of 11" in digits is a place in a row of pictures: neither is a count.
fn is_counter(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let digits = |i: Option<usize>| i.is_some_and(|i| doc.is_kind(i, TokenKind::Number));
    let of = |i: Option<usize>| i.is_some_and(|i| doc.is(i, Class::Of));
    let first = of(Some(core.end)) && digits(Some(core.end + 1));
    let second = of(core.start.checked_sub(1)) && digits(core.start.checked_sub(2));
    digits(Some(core.start)) && (first || second)
}

/// A bare year, "2015", that no noun follows.
fn is_year(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let digits = doc.str(core.start);
    let year = digits.len() == 4 && core.len() == 1 && ("1900".."2031").contains(&digits);
    year && doc.word(core.end).person.is_none()
}
