//! The noun behind a number: whom it counts, if anybody.

use super::steps::{age_end, is_adverb, is_of_them, is_verb_form, past_bracket};
use crate::lexicon::{Class, TimeWord};
use crate::text::{Doc, TokenKind};

/// The most words between a number or article and its noun.
pub(super) const REACH: usize = 6;

/// The most words without a known part between a number and its noun: "five Harbour Workers Solidarity Union members".
const UNKNOWN: usize = 5;

/// What follows a number.
pub(super) enum Head {
    /// People.
    Person { head: usize, role: String },
    /// A verb, preposition or mark: the number stands alone and means people if a claim wants it to.
    Nobody,
    /// A plural that the lexicon does not know, beside a verb: "fourteen dockers were", "killed nine dockers".
    Unknown(usize),
    /// Something else.
    Thing,
}

/// The words after a number, as far as they have been looked at.
#[derive(Default)]
struct Looked {
    /// How many the lexicon gives no part.
    unknown: usize,
    /// The last of them names a thing: "five bus drivers" goes on, "five bus" ends.
    thing: bool,
    /// What a word among them narrows the people to.
    narrowed: Option<String>,
}

impl Looked {
    /// The phrase ends before token `i`.
    fn ended(&self, doc: &Doc<'_>, i: usize, befallen: bool) -> Head {
        let plural = self.unknown > 0 && is_plural(doc, i - 1);
        // "Seventeen islanders, five of them children, were".
        let parted = doc.str(i) == "," && (i + 1..i + 4).any(|at| is_of_them(doc, at));
        if plural && !self.thing && (befallen || parted || opens_verb(doc, i)) {
            Head::Unknown(i - 1)
        } else {
            self.without_noun()
        }
    }

    fn without_noun(&self) -> Head {
        if self.unknown == 0 {
            Head::Nobody
        } else {
            Head::Thing
        }
    }
}

/// What a number that ends before `from` counts; `befallen` if the verb before it says that they are people.
pub(super) fn head_after(doc: &Doc<'_>, from: usize, (end, befallen): (usize, bool)) -> Head {
    let mut looked = Looked::default();
    let quote = usize::from(matches!(doc.str(from), "\"" | "“" | "”"));
    let mut i = from + quote;
    let reach = end.min(from + 2 * REACH);
    while i < reach {
        let word = doc.word(i);
        // "Two suffered minor injuries": no minors.
        if doc.is(i, Class::HarmKind) && doc.is(i + 1, Class::Harm) {
            return Head::Thing;
        }
        if let Some(person) = &word.person {
            if adjectival_nation(doc, i, end) || is_modifier(doc, i, end) {
                looked.unknown += usize::from(!doc.is(i, Class::Nationality));
                i += 1;
                continue;
            }
            let head = last_of_run(doc, i, end);
            let noun = doc.word(head).person.as_ref().unwrap_or(person);
            // "rebel leaders": the first noun narrows the last.
            let run = || (i..head).find_map(|at| doc.word(at).modifier.clone());
            let narrowed = looked.narrowed.or_else(run);
            let role = narrowed.filter(|_| noun.role == "person");
            let role = role.unwrap_or_else(|| noun.role.clone());
            let role = role_in_body(doc, head).unwrap_or(role);
            return Head::Person { head, role };
        }
        if let Some(next) = passed(doc, i, from, end) {
            looked.narrowed = looked.narrowed.or_else(|| word.modifier.clone());
            i = next;
            continue;
        }
        let verb = [Class::Be, Class::Have, Class::Modal, Class::Resultative];
        if stops(doc, i) || doc.is_any(i, &verb) || is_adverb(doc, i) || is_when(doc, i) {
            return looked.ended(doc, i, befallen);
        }
        looked.unknown += 1;
        looked.thing = doc.is_any(i, &[Class::Measure, Class::Thing])
            || doc.is(i, Class::Lifeless) && !doc.is_capital(i);
        if looked.unknown > UNKNOWN || looked.thing && is_plural(doc, i) {
            return Head::Thing;
        }
        i += 1;
    }
    looked.without_noun()
}

/// The most tokens from "member of" to the noun of the body.
const BODY_REACH: usize = 4;

/// "A member of the armed forces", "members of the police": the body tells who they are.
pub(super) fn role_in_body(doc: &Doc<'_>, head: usize) -> Option<String> {
    let noun = doc.word(head).person.as_ref()?;
    let of = head + 1;
    if !noun.of_body || !doc.is(of, Class::Of) {
        return None;
    }
    let phrase = (of + 1..of + 1 + BODY_REACH).take_while(|i| doc.is_kind(*i, TokenKind::Word));
    phrase.into_iter().find_map(|i| {
        let word = doc.word(i);
        let role = || word.person.as_ref().map(|person| person.role.clone());
        word.modifier.clone().or_else(role)
    })
}

/// Past what may stand between a number and its noun: "six of the other wounded (17-year-old) Syrian men".
fn passed(doc: &Doc<'_>, i: usize, from: usize, end: usize) -> Option<usize> {
    if let Some(past) = past_bracket(doc, i, end).or_else(|| age_end(doc, i)) {
        return Some(past);
    }
    let word = doc.word(i);
    let small = [
        Class::Determiner,
        Class::Possessive,
        Class::Nationality,
        Class::SideGovernment,
        Class::SideOpposition,
        Class::Ordinal,
        Class::Others,
    ];
    let skips = (i == from && doc.is(i, Class::Of))
        || doc.is_any(i, &small)
        || word.modifier.is_some()
        || matches!(doc.str(i), "-" | ",") && !stops(doc, i)
        || is_attributive(doc, i, end);
    skips.then_some(i + 1)
}

/// "two murdered women", "the slain priests": a participle or adjective right before the noun of people it belongs to.
fn is_attributive(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    let before_noun = i + 1 < end
        && doc.word(i + 1).person.as_ref().is_some_and(|p| p.plural)
        && doc.word(i + 1).triggers.is_empty();
    before_noun && is_verb_form(doc, i)
}

/// "a Colombian fatherland": a nationality before a word that is no verb is an adjective, not a person.
pub(super) fn adjectival_nation(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    let next = doc.word(i + 1);
    doc.is(i, Class::Nationality)
        && i + 1 < end
        && doc.is_kind(i + 1, TokenKind::Word)
        && (next.triggers.is_empty() || doc.is(i + 1, Class::Deed))
        && (next.text.is_empty()
            || next.person.is_some()
            || doc.is_any(
                i + 1,
                &[
                    Class::Thing,
                    Class::Organisation,
                    Class::PlaceKind,
                    Class::Deed,
                ],
            ))
}

/// "the guerrilla organization", "police stations": somebody's thing, not somebody.
pub(super) fn is_modifier(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    let thing = [Class::Thing, Class::Organisation, Class::PlaceKind];
    i + 1 < end
        && doc.is_any(i + 1, &thing)
        && doc.word(i + 1).triggers.is_empty()
        && doc.word(i + 1).person.is_none()
        && !doc.is_any(i + 1, &[Class::Preposition, Class::Cue])
        && doc.is_capital(i) == doc.is_capital(i + 1)
}

/// Does the word look like a plural?
fn is_plural(doc: &Doc<'_>, i: usize) -> bool {
    let word = doc.str(i);
    word.len() > 3 && word.to_ascii_lowercase().ends_with('s') && doc.is_kind(i, TokenKind::Word)
}

/// Does a verb begin here?
pub(super) fn opens_verb(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_any(i, &[Class::Be, Class::Have, Class::Get])
        || doc.word(i).triggers.iter().any(|t| !t.frame.is_noun())
}

/// Does a noun phrase end before this token?
pub(super) fn stops(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-");
    let opens_claim = !doc.word(i).triggers.is_empty();
    mark || opens_claim
        || doc.is_any(
            i,
            &[
                Class::Preposition,
                Class::ClauseBreak,
                Class::Coordinator,
                Class::Alternative,
                Class::Cue,
                Class::Pronoun,
            ],
        )
}

/// "Killed two Friday", "12 overnight", "two late Friday": when, or by whose word, and not whom.
fn is_when(doc: &Doc<'_>, i: usize) -> bool {
    let day = |i: usize| {
        let time = doc.word(i).time;
        matches!(time, Some(TimeWord::Weekday(_) | TimeWord::Day(_)))
            || matches!(time, Some(TimeWord::Overnight | TimeWord::Tonight))
    };
    // "A toll of 12 according to police".
    if doc.is(i, Class::Introducing) {
        return true;
    }
    // "Two Sunday school teachers": the day is part of whom.
    let phrase = (i + 1..i + 4).take_while(|at| {
        doc.is_kind(*at, TokenKind::Word) && !doc.is_any(*at, &[Class::Preposition, Class::Be])
    });
    if phrase.into_iter().any(|at| doc.word(at).person.is_some()) {
        return false;
    }
    let stage = matches!(doc.word(i).time, Some(TimeWord::Stage(_)));
    day(i) || stage && day(i + 1)
}

/// The last noun of "police officers", "union leaders".
pub(super) fn last_of_run(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut last = first;
    while last + 1 < end
        && doc.word(last + 1).person.is_some()
        && doc.word(last + 1).triggers.is_empty()
    {
        last += 1;
    }
    last
}
