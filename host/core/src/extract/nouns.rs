//! How a noun phrase of people is read: "at least 26 of its fighters", "a 29-year-old man", "the two slain nuns".

use super::amount::{Amount, AmountKind};
use super::heads::{
    Head, REACH, adjectival_nation, head_after, is_modifier, last_of_run, opens_verb, stops,
};
use super::names::{name_at, name_behind, titled_name};
use super::people::{Group, GroupKind};
use super::sources::is_that;
use super::steps::{age_end, is_adverb, is_verb_form, past_bracket};
use crate::lexicon::{Class, NumberWord, Trigger};
use crate::model::PassageKind;
use crate::text::{Doc, Sentence, TokenKind};

/// The most words between an age and its noun: "34-year-old harbour clerk".
const NARROWING: usize = 2;

/// A number with the noun it counts; or with none, where a verb or mark follows ("17 were killed").
pub(super) fn numbered_group(
    doc: &Doc<'_>,
    sentence: &Sentence,
    index: usize,
    amount: &Amount,
) -> Option<Group> {
    let fraction = |low: crate::model::Decimal| !low.is_integer() && amount.core.len() == 1;
    if amount.kind != AmountKind::Count
        || amount.bounds.low.is_some_and(fraction)
        || age_end(doc, amount.core.start).is_some()
    {
        return None;
    }
    let start = amount.tokens.start;
    let one = crate::model::Decimal::from(1);
    let group = |end: usize, role: Option<String>| Group {
        // "At least one person was": one by its grammar, be it more by its meaning.
        plural: !amount.is_one() && amount.bounds.low != Some(one)
            || doc.word(end - 1).person.as_ref().is_some_and(|p| p.plural),
        ..Group::new(start..end, GroupKind::Numbered(index), role)
    };
    let them = part_of_them(doc, sentence, amount.tokens.end);
    if them.is_some() && follows_measure(doc, sentence, start) {
        return None;
    }
    if let Some((end, role)) = them {
        return Some(Group {
            subset: true,
            ..group(end, role)
        });
    }
    // "killed 9 dockers": the verb before says that they are people.
    let befallen = start > sentence.tokens.start
        && opens_verb(doc, start - 1)
        && !doc.is_any(start - 1, &[Class::Be, Class::Have, Class::Loose]);
    match head_after(doc, amount.tokens.end, (sentence.tokens.end, befallen)) {
        Head::Person { head, role } => {
            let (end, role) = with_joined(doc, sentence, head, role);
            Some(group(end, Some(role)))
        }
        Head::Nobody => {
            // "three more injured"
            let more = amount.tokens.end;
            let more = more + usize::from(doc.is(more, Class::Others) && opens_verb(doc, more + 1));
            // "A couple was killed": the number is a noun of its own.
            let couple = doc.word(more - 1).person.as_ref().filter(|p| p.couple);
            Some(group(more, couple.map(|p| p.role.clone())))
        }
        Head::Unknown(head) if is_damaged(doc, head + 1) => None,
        Head::Unknown(head) => Some(group(head + 1, None)),
        Head::Thing => None,
    }
}

/// "A baker, 49-year-old clerk and a boy", "16-year-old hurt": one person, by an age without an article.
pub(super) fn aged_group(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let end = sentence.tokens.end;
    // "a 1- or 2-year-old baby": neither is the age.
    let either = i > sentence.tokens.start && doc.is(i - 1, Class::Alternative);
    let past = age_end(doc, i).filter(|_| !either)?;
    let unit = past + usize::from(doc.is(past, Class::Aged));
    let narrows = |at: &usize| {
        let verb = [Class::Be, Class::Have];
        doc.word(*at).person.is_none() && !stops(doc, *at) && !doc.is_any(*at, &verb)
    };
    let noun = unit + (unit..end).take_while(narrows).take(NARROWING).count();
    if noun < end && is_single_noun(doc, noun) && !is_modifier(doc, noun, end) {
        let head = last_of_run(doc, noun, end);
        let role = Some(narrowed(doc, i, head));
        return match name_behind(doc, sentence, head + 1) {
            Some(end) => Some(Group::new(i..end, GroupKind::Name, role)),
            None => is_single_noun(doc, head)
                .then(|| Group::new(i..head + 1, GroupKind::Indefinite, role)),
        };
    }
    // "Who is 11 years old": of whom that is said.
    let said = i > sentence.tokens.start && doc.is(i - 1, Class::Be);
    let alone = !said && past < unit && (unit >= end || stops(doc, unit) || opens_verb(doc, unit));
    alone.then(|| Group::new(i..unit, GroupKind::Indefinite, Some("person".to_owned())))
}

/// One person in a word that tells of nothing done.
pub(super) fn is_single_noun(doc: &Doc<'_>, i: usize) -> bool {
    let noun = doc.word(i).person.as_ref();
    noun.is_some_and(|p| !p.plural) && doc.word(i).triggers.is_empty()
}

/// "150 cards were burned": what is said of things as well says of unknown ones that they are things.
fn is_damaged(doc: &Doc<'_>, verb: usize) -> bool {
    let verb = verb + usize::from(doc.is(verb, Class::Be));
    let of_things = |t: &Trigger| doc.lexicon.predicate(t.predicate).of_things;
    doc.word(verb).triggers.iter().any(of_things)
}

/// "six of them priests", "two of whom were children": a part of those just named, with its noun if one follows.
fn part_of_them(
    doc: &Doc<'_>,
    sentence: &Sentence,
    from: usize,
) -> Option<(usize, Option<String>)> {
    let them =
        doc.is(from, Class::Of) && doc.is_any(from + 1, &[Class::PronounPlural, Class::Subset]);
    if !them || from + 2 > sentence.tokens.end {
        return None;
    }
    // "One of them a nine-year-old pupil", "one of whom was a pupil".
    let whom = doc.is(from + 1, Class::Subset) && doc.is(from + 2, Class::Be);
    let phrase = unnumbered_group(doc, sentence, from + 2 + usize::from(whom))
        .filter(|phrase| phrase.kind != GroupKind::Pronoun);
    if let Some(phrase) = phrase {
        return Some((phrase.tokens.end, phrase.role));
    }
    let noun = (from + 2..sentence.tokens.end.min(from + 2 + REACH))
        .find(|i| doc.word(*i).person.is_some() || stops(doc, *i) || doc.is(*i, Class::Be));
    let noun = noun.filter(|i| doc.word(*i).person.is_some() && doc.word(*i).triggers.is_empty());
    let role = noun
        .and_then(|i| doc.word(i).person.as_ref())
        .map(|p| p.role.clone());
    Some((noun.map_or(from + 2, |i| i + 1), role))
}

/// "Was shot six times, three of them in the back": they are blows rather than people.
fn follows_measure(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> bool {
    let mut before = (sentence.tokens.start + 1..start).rev();
    let counted = |i: usize| {
        let number = doc.is_kind(i, TokenKind::Number) || doc.is(i, Class::Figure);
        number && !doc.is(i, Class::Of)
    };
    let told = before.find(|i| doc.word(*i).person.is_some() || doc.is(*i, Class::Measure));
    let people = |i: usize| doc.word(i).person.as_ref().is_some_and(|p| p.plural);
    told.is_some_and(|i| doc.is(i, Class::Measure) && counted(i - 1))
        && !(sentence.tokens.start..start).any(people)
}

/// "hundreds of civilians and fighters": one number for both, so they are people of either kind.
fn with_joined(doc: &Doc<'_>, sentence: &Sentence, head: usize, role: String) -> (usize, String) {
    let other = head + 2;
    let joined = doc.is(head + 1, Class::Coordinator) && other < sentence.tokens.end;
    match doc
        .word(other)
        .person
        .as_ref()
        .filter(|p| joined && p.plural)
    {
        // "six soldiers and rebels wounded": the second has a participle of its own.
        Some(person) if doc.word(other + 1).triggers.is_empty() => {
            let role = if person.role == role {
                role
            } else {
                "person".to_owned()
            };
            (other + 1, role)
        }
        _ => (head + 1, role),
    }
}

/// A noun phrase without a number that begins at token `i`.
pub(super) fn unnumbered_group(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    if doc.is_any(i, &[Class::PronounSingular, Class::PronounPlural]) {
        return Some(Group {
            plural: doc.is(i, Class::PronounPlural),
            ..Group::new(i..i + 1, GroupKind::Pronoun, None)
        });
    }
    if is_conjunction(doc, i) {
        return None;
    }
    if doc.is_any(i, &[Class::Indefinite, Class::Definite, Class::Possessive]) {
        return determined(doc, sentence, i).or_else(|| one_more(doc, i));
    }
    if doc.word(i).person.is_some() && doc.word(i).triggers.is_empty() {
        return bare(doc, sentence, i);
    }
    name_at(doc, sentence, i)
}

/// "denied that civilians were killed": behind a word of saying, "that" is no article.
pub(super) fn is_conjunction(doc: &Doc<'_>, i: usize) -> bool {
    let says = |i: usize| {
        let speech = doc.word(i).speech;
        speech.verb.is_some() || speech.noun.is_some() || speech.adjective
    };
    is_that(doc, i) && i > 0 && says(i - 1)
}

/// A noun without an article: "civilians", in a headline "man", or the title of a name.
fn bare(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let named = titled_name(doc, sentence, i);
    let head = last_of_run(doc, i, sentence.tokens.end);
    let noun = doc.word(head).person.as_ref()?;
    if named.as_ref().is_some_and(|n| n.tokens.end > head + 1) && !noun.plural
        || head == i && adjectival_nation(doc, i, sentence.tokens.end)
        || is_modifier(doc, head, sentence.tokens.end)
    {
        return named;
    }
    let start = modifiers_before(doc, sentence.tokens.start, i);
    // "5-year-old boy", "5 year-old boy": the age belongs to it.
    let hyphen = usize::from(start > sentence.tokens.start && doc.str(start - 1) == "-");
    let age = start.checked_sub(1 + hyphen);
    let age = age.filter(|i| *i >= sentence.tokens.start && age_end(doc, *i).is_some());
    let start = age.unwrap_or(start);
    // "both soldiers", not "both soldiers and rebels"
    let both = start > sentence.tokens.start
        && doc.is(start - 1, Class::Both)
        && !doc.is(head + 1, Class::Coordinator);
    let start = start - usize::from(both);
    let role = Some(narrowed(doc, start, head));
    let headline = doc.kind_of(sentence) == PassageKind::Headline;
    let ends = !doc.is_capital(head + 1) || !doc.word(head + 1).triggers.is_empty();
    match (noun.plural, headline) {
        // "Anyone was hurt": several, told in the singular.
        (true, _) => Some(Group {
            plural: !doc.is(head, Class::Somebody),
            ..Group::new(start..head + 1, GroupKind::Plural, role)
        }),
        (false, true) if ends => Some(Group::new(start..head + 1, GroupKind::Indefinite, role)),
        _ => named,
    }
}

/// "a young soldier", "the two's father", "its fighters", "a 29-year-old man", "the slain priests".
fn determined(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let end = sentence.tokens.end;
    let mut at = i + 1;
    while at < end.min(i + 1 + 2 * REACH) {
        if let Some(past) = age_end(doc, at).or_else(|| past_bracket(doc, at, end)) {
            at = past;
            continue;
        }
        let word = doc.word(at);
        let couple = word.person.as_ref().is_some_and(|p| p.couple);
        let number = word.number.is_some_and(NumberWord::counts) && !couple;
        if number || doc.is_kind(at, TokenKind::Number) {
            // "the three soldiers", "said that six men": the number makes a group of its own.
            return None;
        }
        // "that a soldier was", "that left a soldier": a clause begins, not a phrase.
        let clause = at == i + 1 || doc.is(i, Class::Relative);
        if clause && doc.is_any(at, &[Class::Indefinite, Class::Definite]) {
            return None;
        }
        let head = word.person.is_some() && word.triggers.is_empty();
        if head && !adjectival_nation(doc, at, end) && !is_modifier(doc, at, end) {
            return Some(determined_to(doc, sentence, i, at));
        }
        let passes = doc.is(at, Class::Possessive)
            || doc.str(at) == "-"
            || is_attributive_of_one(doc, at, end);
        if stops(doc, at) && !passes || doc.is_any(at, &[Class::Be, Class::Have]) {
            return None;
        }
        at += 1;
    }
    None
}

/// "the slain priest": a participle before the noun, of one or several.
fn is_attributive_of_one(doc: &Doc<'_>, i: usize, end: usize) -> bool {
    i + 1 < end && doc.word(i + 1).person.is_some() && is_verb_form(doc, i)
}

/// The phrase from its determiner at `i` to the run of nouns that begins at `noun`.
fn determined_to(doc: &Doc<'_>, sentence: &Sentence, i: usize, noun: usize) -> Group {
    let head = last_of_run(doc, noun, sentence.tokens.end);
    let plural = doc.word(head).person.as_ref().is_some_and(|p| p.plural);
    let role = Some(narrowed(doc, i, head));
    let named = name_behind(doc, sentence, head + 1).filter(|_| !plural);
    if let Some(end) = named {
        return Group::new(i..end, GroupKind::Name, role);
    }
    let kind = match () {
        () if plural => GroupKind::Plural,
        () if doc.is(i, Class::Indefinite) => GroupKind::Indefinite,
        () => GroupKind::Definite,
    };
    Group::new(i..head + 1, kind, role)
}

/// "another was hurt": one more, without a noun.
fn one_more(doc: &Doc<'_>, i: usize) -> Option<Group> {
    let mut next = i + 1;
    while is_adverb(doc, next) {
        next += 1;
    }
    let alone = doc.is(i, Class::Others)
        && doc.is(i, Class::Indefinite)
        && (opens_verb(doc, next) || !doc.word(next).triggers.is_empty());
    alone.then(|| Group::new(i..i + 1, GroupKind::Indefinite, None))
}

/// The role of a noun, or what a word before it narrows it to: "military personnel".
fn narrowed(doc: &Doc<'_>, start: usize, head: usize) -> String {
    let noun = doc
        .word(head)
        .person
        .as_ref()
        .map_or("person", |p| p.role.as_str());
    let modifier = (start..head).find_map(|i| doc.word(i).modifier.clone());
    modifier
        .filter(|_| noun == "person")
        .unwrap_or_else(|| noun.to_owned())
}

/// The adjectives before a bare plural: "Syrian government soldiers".
fn modifiers_before(doc: &Doc<'_>, first: usize, noun: usize) -> usize {
    let mut start = noun;
    while start > first {
        let at = start - 1;
        let adjective = doc.is_any(
            at,
            &[
                Class::Nationality,
                Class::SideGovernment,
                Class::SideOpposition,
            ],
        ) || doc.word(at).modifier.is_some();
        if !adjective || doc.word(at).person.is_some() {
            break;
        }
        start = at;
    }
    start
}
