//! Names of people. Where capitals tell names, two capitalised words and more; in a text written in capitals, words that
//! the lexicon does not know, behind a title or where somebody is told to be a victim.

use std::ops::Range;

use super::people::{Group, GroupKind};
use super::steps::{ends_like, past_bracket};
use crate::lexicon::Class;
use crate::text::{Case, Doc, Sentence, TokenKind};

/// The most words of a name; a longer run of capitals is a list or a headline.
const LONGEST_NAME: usize = 12;

/// "Officer Jane Doe"; in capitals also "ATTORNEY GENERAL JANE DOE" and, behind "including", the bare name.
pub(super) fn titled_name(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    if !doc.is_capital(i) {
        return None;
    }
    let role = doc.word(i).person.as_ref().map(|p| p.role.clone());
    if sentence.shouted {
        let run = run_from(doc, sentence, i).filter(|run| run.titled)?;
        // "CRIMINAL COURT JUDGE JANE DOE": the office next to the name tells who it is.
        let office = (i..run.end).rev().find(|at| is_office(doc, *at));
        let office = office.and_then(|at| doc.word(at).person.as_ref());
        let role = office.map(|p| p.role.clone()).or(role);
        return Some(Group::new(i..run.end, GroupKind::Name, role));
    }
    let name = name_at(doc, sentence, i + 1)?;
    Some(Group {
        tokens: i..name.tokens.end,
        role,
        ..name
    })
}

/// Two capitalised words and more that name a person, in a sentence that is not all capitals.
pub(super) fn name_at(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let end = if sentence.shouted {
        shouted_name(doc, sentence, i)?
    } else {
        cased_name(doc, sentence, i)?
    };
    // ", 34," belongs to the name.
    let aged = doc.str(end) == ","
        && doc.is_kind(end + 1, TokenKind::Number)
        && matches!(doc.str(end + 2), "," | "." | ";");
    let end = if aged { end + 2 } else { end };
    Some(Group::new(i..end, GroupKind::Name, Some("person".into())))
}

/// One past the name right behind a noun for what somebody is: "the pilot Jane Doe".
pub(super) fn name_behind(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<usize> {
    if !sentence.shouted {
        return cased_name(doc, sentence, i);
    }
    let (end, words) = name_from(doc, sentence, i, sentence.tokens.end.min(i + LONGEST_NAME))?;
    (words >= 2).then_some(end)
}

/// "DR JANE DOE", "including JANE DOE": one past the name.
fn shouted_name(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<usize> {
    let behind = i > sentence.tokens.start && doc.is(i - 1, Class::Including);
    if !behind && !doc.is(i, Class::Title) {
        return None;
    }
    let run = run_from(doc, sentence, i)?;
    (run.titled || run.words >= 2).then_some(run.end)
}

pub(super) fn cased_name(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<usize> {
    let is_name = |at: usize| at < sentence.tokens.end && may_be_name(doc, at);
    if !is_name(i) || doc.is(i, Class::Title) && !is_name(i + 1) {
        return None;
    }
    let mut end = i + 1;
    while end - i < LONGEST_NAME && is_name(end)
        || (doc.is(end, Class::NameParticle) && is_name(end + 1))
        || (doc.str(end) == "." && doc.str(end - 1).len() == 1 && is_name(end + 1))
    {
        end += 1;
    }
    let long_enough = (i..end)
        .filter(|at| doc.is_kind(*at, TokenKind::Word))
        .count()
        >= 2;
    let organisation = doc.is(end, Class::Organisation) && doc.is_capital(end);
    (long_enough && !organisation).then_some(end)
}

/// Is it a capitalised word that nothing tells to be something else?
pub(super) fn may_be_name(doc: &Doc<'_>, i: usize) -> bool {
    let other = [
        Class::Weekday,
        Class::Month,
        Class::Organisation,
        Class::PlaceKind,
        Class::Nationality,
        Class::State,
        Class::Preposition,
        Class::Determiner,
        Class::Pronoun,
        Class::ClauseBreak,
        Class::Be,
        Class::Have,
        Class::Negation,
    ];
    doc.is_capital(i)
        && doc.is_kind(i, TokenKind::Word)
        && (!doc.is_any(i, &other) || is_first_name(doc, i))
        && doc.word(i).triggers.is_empty()
}

/// "Jan Holm", "June Abbott": a month that names somebody, not "in June Abbott said" nor "5 May".
fn is_first_name(doc: &Doc<'_>, i: usize) -> bool {
    let before = i.checked_sub(1);
    let dated = before.is_some_and(|at| {
        doc.is_kind(at, TokenKind::Number) || doc.is_any(at, &[Class::Preposition, Class::Of])
    });
    let others = [
        Class::Month,
        Class::Weekday,
        Class::Determiner,
        Class::Pronoun,
        Class::Preposition,
    ];
    doc.is(i, Class::Month)
        && !dated
        && doc.is_capital(i + 1)
        && doc.is_kind(i + 1, TokenKind::Word)
        && !doc.is_any(i + 1, &others)
}

/// Words that name somebody, with the titles before them.
pub(super) struct Run {
    /// One past the last word.
    pub(super) end: usize,
    /// How many words the name itself has.
    pub(super) words: usize,
    /// Does a title or office stand before the name: "MAYOR", "ATTORNEY GENERAL"?
    pub(super) titled: bool,
}

/// Titles, offices and their organisations, then a name: "HARBOUR UNION LEADER JANE DOE".
pub(super) fn run_from(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Run> {
    let end = sentence.tokens.end.min(i + LONGEST_NAME);
    let mut office = None;
    let mut at = i;
    while at < end {
        if let Some(past) = past_bracket(doc, at, end).filter(|_| at > i) {
            at = past;
            continue;
        }
        if is_office(doc, at) {
            office = Some(at);
        } else if !(is_name_word(doc, sentence, at)
            || qualifies(doc, at)
            || continues_name(doc, sentence, at))
        {
            break;
        }
        at += 1;
    }
    let after_office = office.and_then(|office| name_from(doc, sentence, office + 1, end));
    if let Some((end, words)) = after_office {
        return Some(Run {
            end,
            words,
            titled: true,
        });
    }
    let first = (i..end).find(|at| !qualifies(doc, *at)).unwrap_or(end);
    let (end, words) = name_from(doc, sentence, first, end)?;
    // "LABOUR UNION MEMBERS": words before a noun of other things.
    let whole = end == at || words >= 2;
    whole.then_some(Run {
        end,
        words,
        titled: false,
    })
}

/// One past the words of a name from `first` on, and how many they are.
fn name_from(
    doc: &Doc<'_>,
    sentence: &Sentence,
    first: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let (mut at, mut last, mut words) = (first, first, 0);
    while at < end {
        if is_name_word(doc, sentence, at) {
            words += 1;
            last = at + 1;
        } else if !continues_name(doc, sentence, at) {
            break;
        }
        at += 1;
    }
    (words > 0).then_some((last, words))
}

/// The name that ends just before `end`, with its titles.
pub(super) fn run_before(doc: &Doc<'_>, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let first = sentence.tokens.start.max(end.saturating_sub(LONGEST_NAME));
    let mut start = end;
    while start > first
        && (is_name_word(doc, sentence, start - 1)
            || start < end && continues_name(doc, sentence, start - 1))
    {
        start -= 1;
    }
    while start < end && !is_name_word(doc, sentence, start) {
        start += 1;
    }
    let name = start..end;
    while start > first
        && !name.is_empty()
        && (is_office(doc, start - 1) || qualifies(doc, start - 1))
    {
        start -= 1;
    }
    (!name.is_empty()).then_some(start..end)
}

/// A singular noun for what somebody is, or a title.
pub(super) fn is_office(doc: &Doc<'_>, i: usize) -> bool {
    let word = doc.word(i);
    let person = word.person.as_ref().is_some_and(|p| !p.plural);
    (person || doc.is(i, Class::Title))
        && word.triggers.is_empty()
        && doc.is_capital(i)
        && !doc.is(i, Class::Nationality)
}

/// What may stand before a title: "SALVADORAN", "UNIVERSITY", "former".
fn qualifies(doc: &Doc<'_>, i: usize) -> bool {
    let before = [
        Class::Nationality,
        Class::Organisation,
        Class::PlaceKind,
        Class::Thing,
        Class::Direction,
        Class::SideGovernment,
        Class::SideOpposition,
    ];
    let adjective = || doc.word(i).has_no_part() && ends_like(doc, i, Class::AdjectiveEnding);
    doc.is_kind(i, TokenKind::Word)
        && doc.is_capital(i)
        && !doc.is_any(i, &[Class::Preposition, Class::Determiner])
        && doc.word(i).triggers.is_empty()
        && (doc.is_any(i, &before) || doc.word(i).modifier.is_some() || adjective())
}

/// Inside a name: "DE LA", the point of an initial.
fn continues_name(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> bool {
    let particle = |at: usize| doc.is(at, Class::NameParticle) && doc.is_capital(at);
    let initial = || doc.str(i) == "." && i > 0 && doc.str(i - 1).len() <= 4;
    if !(particle(i) || initial()) {
        return false;
    }
    let next = i + 1 + usize::from(particle(i + 1));
    next < sentence.tokens.end && is_name_word(doc, sentence, next)
}

/// Can the word be part of a person's name, as far as capitals and the lexicon tell?
pub(super) fn is_name_word(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> bool {
    let capitals = doc
        .tokens
        .get(i)
        .is_some_and(|token| token.case == Case::Upper);
    let formed = || sentence.shouted && capitals && ends_like(doc, i, Class::WordEnding);
    doc.is_capital(i) && doc.is_kind(i, TokenKind::Word) && doc.word(i).has_no_part() && !formed()
}
