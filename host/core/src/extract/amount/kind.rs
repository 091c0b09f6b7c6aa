//! What stands around a number tells what it counts, or that it counts nobody.

use std::ops::Range;

use super::AmountKind;
use crate::lexicon::{Class, NumberWord, TimeWord};
use crate::text::{Doc, TokenKind};

/// What the number may count. `bounded`: behind it stands a word that bounds it, as in "50-plus".
pub(super) fn of(doc: &Doc<'_>, core: &Range<usize>, bounded: bool) -> AmountKind {
    if doc.is(core.end, Class::OrdinalEnding) && is_glued(doc, core.end) {
        return AmountKind::Ordinal;
    }
    let other = (is_compound(doc, core) && !bounded)
        || is_measured(doc, core)
        || is_labelled(doc, core)
        || is_model(doc, core)
        || is_clock(doc, core)
        || is_money(doc, core)
        || is_age(doc, core)
        || is_listed_age(doc, core)
        || is_of_children(doc, core)
        || is_counter(doc, core)
        || is_year(doc, core);
    if other {
        AmountKind::Other
    } else {
        AmountKind::Count
    }
}

/// "This one", "the next one", "no one": a word for somebody or something, and no number.
pub(super) fn is_pronoun(doc: &Doc<'_>, sentence: &Range<usize>, core: &Range<usize>) -> bool {
    if core.len() != 1
        || core.start == sentence.start
        || doc.word(core.start).number != Some(NumberWord::Cardinal(1))
    {
        return false;
    }
    let counts = doc.word(core.end).person.is_some() || doc.is(core.end, Class::Of);
    let before = core.start - 1;
    let told = doc.is_any(
        before,
        &[
            Class::Definite,
            Class::Ordinal,
            Class::None,
            Class::Relative,
        ],
    ) || matches!(
        doc.word(before).time,
        Some(TimeWord::Shift(_) | TimeWord::Every)
    );
    told && !counts
}

fn is_glued(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens.get(i).is_some_and(|t| !t.spaced)
}

fn before(core: &Range<usize>) -> Option<usize> {
    core.start.checked_sub(1)
}

/// Part of a compound word: "20-storey", "G20", "a 1- or 2-year-old".
fn is_compound(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let after = core.end;
    let tied = matches!(doc.str(after), "-" | "–") && is_glued(doc, after);
    let behind = tied && is_glued(doc, after + 1) && doc.is_kind(after + 1, TokenKind::Word);
    // "A 1- or 2-year-old": the second half of the word is still to come.
    let suspended = tied && doc.is_any(after + 1, &[Class::Coordinator, Class::Alternative]);
    let led =
        is_glued(doc, core.start) && before(core).is_some_and(|i| doc.is_kind(i, TokenKind::Word));
    behind || suspended || led
}

fn is_measured(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    // "One shot was fired", but "four shot": several would be shots.
    let verb = doc.is(core.end, Class::Firing) && !is_one(doc, core);
    doc.is(core.end, Class::Measure) && !verb || doc.str(core.end).starts_with(['%', '°'])
}

fn is_one(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    core.len() == 1
        && (doc.word(core.start).number == Some(NumberWord::Cardinal(1))
            || doc.str(core.start) == "1")
}

fn is_labelled(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    before(core).is_some_and(|i| {
        // "May 3" is a day of May and "May 2024" a year; "3 May 12 people" and "in May 12 people" count them.
        let dated = i > 0 && doc.is_kind(i - 1, TokenKind::Number);
        // "On May 12 people gathered", "the night of May 12 people": the day.
        let led = i.checked_sub(1).and_then(|before| doc.word(before).time);
        let counted = dated
            || doc.word(core.end).person.is_some() && led.is_some_and(TimeWord::leads_to_month);
        let digits = doc.is_kind(core.start, TokenKind::Number);
        let day = doc.is(i, Class::Month) && digits && (is_year_number(doc, core) || !counted);
        let label = (day || doc.is(i, Class::Label)) && !doc.is(i, Class::Pronoun);
        // A headline "News" is no label of the number that the text begins with.
        label
            && doc
                .sentence_of(core.start)
                .is_none_or(|s| s.tokens.contains(&i))
    })
}

/// "A Boeing 727", "bus 42": digits right behind one thing are its name.
fn is_model(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let Some(i) = before(core) else {
        return false;
    };
    let one = doc
        .word(i)
        .thing
        .as_ref()
        .is_some_and(|thing| !thing.plural);
    let digits = doc.is_kind(core.start, TokenKind::Number) && core.len() == 1;
    // "On the bus 12 died": behind a plain noun with an article stands a count.
    let determined = i
        .checked_sub(1)
        .is_some_and(|at| doc.is_any(at, &[Class::Definite, Class::Indefinite, Class::Possessive]));
    let named = doc.is_capital(i) || !determined;
    let told = doc.word(core.end).person.is_some() || doc.is(core.end, Class::Of);
    digits && one && named && !told
}

fn is_clock(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let opens = doc.str(core.end) == ":" && is_glued(doc, core.end);
    let closes = is_glued(doc, core.start) && before(core).is_some_and(|i| doc.str(i) == ":");
    opens || closes
}

fn is_money(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    before(core).is_some_and(|i| doc.str(i).starts_with(['$', '£', '€', '#', '¥']))
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
    let joined = mark(1, "and") && before(2).is_some_and(|i| doc.is_kind(i, TokenKind::Number));
    let second = joined && mark(3, ",") && named(4);
    let is = |back: usize, class| before(back).is_some_and(|i| doc.is(i, class));
    // "ages 3 and 5", "all younger than 45"
    let labelled = joined && is(3, Class::Label) || is(2, Class::Elder);
    core.len() == 1 && (closed && (first || second) || labelled)
}

/// "Mother of 12 killed": her children.
fn is_of_children(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let is = |back: usize, class| {
        core.start
            .checked_sub(back)
            .is_some_and(|i| doc.is(i, class))
    };
    is(1, Class::Of) && is(2, Class::Parent)
}

/// "Aged 22, 31 and 45": behind the word and other ages.
fn is_listed_age(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let joins = |i: usize| {
        let years = || matches!(doc.word(i).number, Some(NumberWord::Cardinal(_)));
        let figure = doc.is_kind(i, TokenKind::Number) || years();
        doc.str(i) == "," || doc.is(i, Class::Coordinator) || figure
    };
    let from = core.start.saturating_sub(AGES);
    let listed = (from..core.start).rev().take_while(|i| joins(*i)).count();
    let list = core.start - listed..core.start;
    let opener = list.start.checked_sub(1);
    // "Aged 19 and 24, and 12 women were killed": behind a second "and" others are counted.
    let one = list.filter(|i| doc.is(*i, Class::Coordinator)).count() <= 1;
    let verb = doc.is_any(core.end, &[Class::Be, Class::Have])
        || doc
            .word(core.end)
            .triggers
            .iter()
            .any(|t| !t.frame.is_noun());
    let ends =
        verb || doc.is_kind(core.end, TokenKind::Mark) || doc.is(core.end, Class::Coordinator);
    listed > 1 && one && ends && core.len() == 1 && opener.is_some_and(|i| doc.is(i, Class::Label))
}

/// The most tokens of a list of ages.
const AGES: usize = 12;

/// "6 of 11" in digits is a place in a row of pictures: neither is a count.
fn is_counter(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let digits = |i: Option<usize>| i.is_some_and(|i| doc.is_kind(i, TokenKind::Number));
    let of = |i: Option<usize>| i.is_some_and(|i| doc.is(i, Class::Of));
    let first = of(Some(core.end)) && digits(Some(core.end + 1));
    let second = of(core.start.checked_sub(1)) && digits(core.start.checked_sub(2));
    digits(Some(core.start)) && (first || second)
}

/// Four digits of our time.
fn is_year_number(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let digits = doc.str(core.start);
    digits.len() == 4 && core.len() == 1 && ("1900".."2031").contains(&digits)
}

/// A bare year, "2015", that no noun follows.
fn is_year(doc: &Doc<'_>, core: &Range<usize>) -> bool {
    let year = is_year_number(doc, core);
    // "January 9, 2017 Man dead"
    let dated = core.start > 2
        && doc.str(core.start - 1) == ","
        && doc.is_kind(core.start - 2, TokenKind::Number)
        && doc.is(core.start - 3, Class::Month);
    year && (dated || doc.word(core.end).person.is_none())
}
