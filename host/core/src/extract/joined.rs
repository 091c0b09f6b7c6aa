//! Right of a verb or of "of": those it befell, one after another, and the parts told of a whole.

use super::counts::{Scene, Victims};
use super::frames::is_naming;
use super::lists::{group_starting_at, is_place};
use super::names::{name_behind, run_from};
use super::nouns::is_single_noun;
use super::people::GroupKind;
use super::spine::is_age;
use super::steps::{
    age_end, ends_like, is_adverb, is_number, past_bracket, past_coordinator, past_dashes,
    past_time,
};
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// The most members of a list that is read.
const LONGEST_LIST: usize = 12;

/// The most tokens of a description behind a name: "Jane Doe, deputy head of the harbour office,".
const DESCRIPTION: usize = 14;

/// The most tokens of what somebody is set over: "of the small town of Lower Ford".
const OFFICE: usize = 9;

/// Somebody who is named from token `start` on: a noun phrase we know, or a name.
pub(super) fn element_at(scene: &Scene<'_>, sentence: &Sentence, start: usize) -> Option<Victims> {
    let doc = scene.doc;
    // "42-year-old Jane Doe"
    let start = age_end(doc, start).unwrap_or(start);
    let start = start + usize::from(doc.is(start, Class::Aged) && doc.is_capital(start + 1));
    if start >= sentence.tokens.end {
        return None;
    }
    let known = group_starting_at(scene, start);
    let office = match known {
        // "Police captain John Roe" is no police; "border guard Jane Doe" is told by her name.
        Some(index) => {
            let end = scene.groups[index].tokens.end;
            let several = scene.groups[index].kind == GroupKind::Plural && !sentence.shouted;
            let one = several && is_single_noun(doc, end);
            one.then(|| name_behind(doc, sentence, end + 1)).flatten()
        }
        None if scene.of_things => None,
        None => past_office_and_name(doc, sentence, start),
    };
    if let Some(end) = office {
        return Some(Victims::Implied {
            tokens: start..end,
            plural: false,
        });
    }
    if known.is_some() || scene.of_things {
        return known.map(Victims::Group);
    }
    let run = run_from(doc, sentence, start)?;
    // "Lower Ford residents": the name narrows the noun behind it.
    let behind = group_starting_at(scene, run.end)
        .filter(|index| scene.groups[*index].kind == GroupKind::Plural)
        .map(Victims::Group);
    if behind.is_some() {
        return behind;
    }
    // "Guild leader Jane Doe": what a capitalised word narrows, and the name behind.
    let noun = run.end + usize::from(is_single_noun(doc, run.end));
    let named = (noun > run.end).then(|| name_behind(doc, sentence, noun));
    let tokens = start..named.flatten().unwrap_or(noun);
    let owner = doc.is(tokens.end, Class::Genitive);
    let sure = run.titled
        || run.words >= 2
        || !sentence.shouted
        || doc.is(start.wrapping_sub(1), Class::Of);
    (sure && !owner && !is_place(scene, &tokens)).then_some(Victims::Implied {
        tokens,
        plural: false,
    })
}

/// The most words before a noun that tells what somebody is: "port authority guard Jane Doe".
const QUALIFIERS: usize = 2;

/// Past "pilot Jane Doe", "army captain John Roe".
fn past_office_and_name(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> Option<usize> {
    if sentence.shouted {
        return None;
    }
    let reach = start..sentence.tokens.end.min(start + QUALIFIERS + 1);
    let qualifiers = reach.clone().take_while(|i| is_plain(doc, *i)).count();
    let office = (start..=start + qualifiers)
        .take_while(|i| reach.contains(i))
        .find(|i| is_single_noun(doc, *i))?;
    name_behind(doc, sentence, office + 1)
}

/// A word in small letters that no phrase begins with and nobody is told by: "army" of "army captain".
pub(super) fn is_plain(doc: &Doc<'_>, i: usize) -> bool {
    let others = [
        Class::Preposition,
        Class::ClauseBreak,
        Class::Coordinator,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Cue,
        Class::Determiner,
        Class::Definite,
        Class::Possessive,
        Class::Pronoun,
        Class::Infinitive,
        Class::Relative,
        Class::Negation,
    ];
    let word = doc.word(i);
    let told = word.person.is_some() || word.number.is_some() || word.time.is_some();
    doc.is_kind(i, TokenKind::Word)
        && !doc.is_capital(i)
        && !doc.is_any(i, &others)
        && !told
        && word.triggers.is_empty()
}

/// Those named from within two tokens of `from` on, and those joined to them.
pub(super) fn objects(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Vec<Victims> {
    let doc = scene.doc;
    let from = past_time(doc, from, sentence.tokens.end).unwrap_or(from);
    for start in from..sentence.tokens.end.min(from + 3) {
        // "The ferry's captain" is one phrase; of "Jane Doe's mother" the owner is none of those it befell.
        let whole = |mark: &usize| {
            let group = group_starting_at(scene, start).map(|index| &scene.groups[index]);
            group.is_none_or(|group| group.tokens.end <= *mark)
        };
        let owner = past_owner(doc, sentence, start).filter(whole);
        let start = owner.unwrap_or(start);
        if let Some(first) = element_at(scene, sentence, start) {
            if is_next_subject(scene, sentence, &first) {
                return Vec::new();
            }
            return listed_after(scene, sentence, first);
        }
        // "political leaders Jane Doe and John Roe"
        let adjective = || {
            let noun = group_starting_at(scene, start + 1);
            let behind = |index: usize| element_at(scene, sentence, scene.groups[index].tokens.end);
            ends_like(doc, start, Class::AdjectiveEnding)
                && noun.and_then(behind).is_some_and(|v| is_named(scene, &v))
        };
        let passes = is_adverb(doc, start)
            || adjective()
            || doc.is_any(
                start,
                &[Class::Determiner, Class::Possessive, Class::Infinitive],
            )
            || matches!(doc.str(start), "\"" | "“");
        if !passes {
            break;
        }
    }
    Vec::new()
}

/// Past a name that owns what follows: "the murder of the harbour's chief pilot".
fn past_owner(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> Option<usize> {
    let reach = start + 1..sentence.tokens.end.min(start + 5);
    let mark = reach.into_iter().find(|i| doc.is(*i, Class::Genitive))?;
    let words = (start..mark).all(|i| {
        doc.is_kind(i, TokenKind::Word)
            && !doc.is_any(
                i,
                &[
                    Class::Preposition,
                    Class::ClauseBreak,
                    Class::Be,
                    Class::Have,
                ],
            )
            && doc.word(i).triggers.is_empty()
    });
    words.then_some(mark)
}

/// Is it the subject of a clause of its own: "killed, officials said"?
fn is_next_subject(scene: &Scene<'_>, sentence: &Sentence, victims: &Victims) -> bool {
    let numbered = matches!(scene.kind_of(victims), Some(GroupKind::Numbered(_)));
    let tokens = victims.tokens(scene);
    // "The murder of Jane Doe is unsolved": the verb is the murder's.
    let of = tokens.start > sentence.tokens.start && scene.doc.is(tokens.start - 1, Class::Of);
    let opens = [Class::Cue, Class::Be];
    let opens = if of { &opens[..1] } else { &opens[..] };
    tokens.end < sentence.tokens.end && scene.doc.is_any(tokens.end, opens) && !numbered
}

/// The victims with those joined to them: "killed 3 soldiers, a cook and her two daughters".
pub(super) fn listed_after(scene: &Scene<'_>, sentence: &Sentence, first: Victims) -> Vec<Victims> {
    // "leaders Jane Doe and John Roe": the names tell who they are.
    let bare = scene.kind_of(&first) == Some(GroupKind::Plural);
    let named = bare
        .then(|| element_at(scene, sentence, first.tokens(scene).end))
        .flatten()
        .filter(|named| is_named(scene, named));
    let named = named.or_else(|| name_of(scene, sentence, &first));
    let mut all = vec![named.unwrap_or(first)];
    while all.len() < LONGEST_LIST {
        let last = &all[all.len() - 1];
        let Some(next) = next_member(scene, sentence, last) else {
            break;
        };
        // "And her mother, Eva Tarn,": one.
        let named = name_of(scene, sentence, &next);
        all.push(named.unwrap_or(next));
    }
    all
}

/// The name of one who is told by what he is: "a student, named by friends as Jane Doe", "the captain, John Roe, 51".
fn name_of(scene: &Scene<'_>, sentence: &Sentence, one: &Victims) -> Option<Victims> {
    let doc = scene.doc;
    let described = [GroupKind::Definite, GroupKind::Indefinite];
    let kind = scene.kind_of(one).filter(|kind| described.contains(kind))?;
    let comma = one.tokens(scene).end;
    if !is_single(scene, one) || doc.str(comma) != "," {
        return None;
    }
    let phrase = scene
        .marks
        .starting_at(comma + 1)
        .find(|m| is_naming(m.tag));
    let start = match phrase {
        Some(mark) => mark.end,
        None if kind == GroupKind::Definite => comma + 1,
        None => return None,
    };
    // "His wife, Ana, 39".
    let aged = |named: &Victims| {
        let end = named.tokens(scene).end;
        doc.is_capital(start) && (is_age(doc, end - 1) || doc.is_kind(end + 1, TokenKind::Number))
    };
    let name = element_at(scene, sentence, start);
    let name = name.filter(|named| is_named(scene, named) || aged(named))?;
    // "Killed the clerk, Jane Doe and John Roe": three, or one and another; as it stands a list.
    let next = name.tokens(scene).end;
    let listed = doc.is(next, Class::Coordinator) && phrase.is_none();
    (!listed).then_some(name)
}

/// Is it a name?
pub(super) fn is_named(scene: &Scene<'_>, victims: &Victims) -> bool {
    match victims {
        Victims::Implied { tokens, .. } => tokens.len() >= 2,
        _ => scene.kind_of(victims) == Some(GroupKind::Name),
    }
}

fn next_member(scene: &Scene<'_>, sentence: &Sentence, last: &Victims) -> Option<Victims> {
    let doc = scene.doc;
    let end = sentence.tokens.end;
    let mut at = past_asides(doc, last.tokens(scene).end, end);
    let office = past_office(scene, last, at).filter(|past| opens_number(scene, *past));
    at = office.unwrap_or(at);
    if is_single(scene, last)
        && let Some(past) = past_description(scene, sentence, at)
    {
        at = past;
    }
    let joint = at + usize::from(matches!(doc.str(at), "," | ";"));
    let coordinated = past_coordinator(doc, joint);
    let closed = coordinated > joint;
    let joint = coordinated;
    if joint == at {
        return None;
    }
    // "the murders of Doe and of Roe"; not "killed Doe, of Lower Ford".
    let joint = joint + usize::from(closed && doc.is(joint, Class::Of));
    // "and their two maids": the number's phrase begins before it.
    let own = doc.is_any(joint, &[Class::Possessive, Class::Definite])
        && group_starting_at(scene, joint).is_none();
    let member = element_at(scene, sentence, joint + usize::from(own))
        .or_else(|| relative(scene, last, joint))?;
    // After a comma alone the list must go on: "killed Jane Doe, the 400 judges of the country decided" is no list.
    let next = past_asides(doc, member.tokens(scene).end, end);
    let goes_on = closed
        || doc.is(joint - 1, Class::Of)
        || matches!(doc.str(next), "," | ";")
        || doc.is(next, Class::Coordinator);
    (goes_on && !opens_own_claim(scene, sentence, &member) && can_be_listed(scene, &member))
        .then_some(member)
}

/// Past what somebody is set over: "the mayor of the small town of Lower Ford".
fn past_office(scene: &Scene<'_>, last: &Victims, at: usize) -> Option<usize> {
    let doc = scene.doc;
    let passes = |i: &usize| {
        doc.is_any(*i, &[Class::Of, Class::Definite])
            || doc.is_kind(*i, TokenKind::Word)
                && doc.word(*i).person.is_none()
                && doc.word(*i).triggers.is_empty()
                && !doc.is_any(
                    *i,
                    &[Class::ClauseBreak, Class::Coordinator, Class::Preposition],
                )
                && !doc.is_any(*i, &[Class::Be, Class::Have, Class::Cue, Class::Pronoun])
    };
    let end = doc.sentence_of(at).map_or(at, |s| s.tokens.end);
    let words = (at..end.min(at + OFFICE)).take_while(passes).count();
    (is_single(scene, last) && doc.is(at, Class::Of) && words > 1).then_some(at + words)
}

/// "and two guards", "as well as six others": of what follows a number is told, so that it hangs on no "of".
fn opens_number(scene: &Scene<'_>, at: usize) -> bool {
    let joint = at + usize::from(scene.doc.str(at) == ",");
    let past = past_coordinator(scene.doc, joint);
    let next = group_starting_at(scene, past).map(|index| scene.groups[index].kind);
    past > joint && matches!(next, Some(GroupKind::Numbered(_)))
}

/// "his wife, son and daughter": a noun that shares the owner of the one before.
fn relative(scene: &Scene<'_>, last: &Victims, at: usize) -> Option<Victims> {
    let doc = scene.doc;
    let owned = match last {
        Victims::Group(index) => doc.is(scene.groups[*index].tokens.start, Class::Possessive),
        Victims::Implied { tokens, .. } => tokens.len() == 1 && is_single_noun(doc, tokens.start),
        Victims::Nobody(_)
        | Victims::Whole { .. }
        | Victims::Apart { .. }
        | Victims::Echo { .. } => false,
    };
    (owned && is_single_noun(doc, at)).then_some(Victims::Implied {
        tokens: at..at + 1,
        plural: false,
    })
}

fn past_asides(doc: &Doc<'_>, mut at: usize, end: usize) -> usize {
    while let Some(past) = past_bracket(doc, at, end).or_else(|| past_dashes(doc, at, end)) {
        at = past;
    }
    at
}

/// One person, by name or not.
fn is_single(scene: &Scene<'_>, victims: &Victims) -> bool {
    match victims {
        Victims::Group(index) => !scene.groups[*index].plural,
        Victims::Implied { plural, .. } => !plural,
        Victims::Nobody(_)
        | Victims::Whole { .. }
        | Victims::Apart { .. }
        | Victims::Echo { .. } => false,
    }
}

/// Past what a name is told to be: ", a nurse at the port clinic," before "and her son".
fn past_description(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let doc = scene.doc;
    if doc.str(at) != "," || doc.is(at + 1, Class::Coordinator) {
        return None;
    }
    // "Anna Reyes, 31, and Dana Whitcomb".
    if is_number(doc, at + 1) && doc.str(at + 2) == "," {
        return Some(at + 2);
    }
    let stop = (at + 1..sentence.tokens.end.min(at + DESCRIPTION)).find(|i| {
        doc.str(*i) == "," || doc.is_any(*i, &[Class::ClauseBreak, Class::Be, Class::Have])
    })?;
    let own = group_starting_at(scene, at + 1).map(|index| &scene.groups[index]);
    let described = match own {
        Some(group) => {
            matches!(group.kind, GroupKind::Definite | GroupKind::Indefinite)
                && !doc.is(at + 1, Class::Possessive)
        }
        None => {
            (at + 1..stop).any(|i| doc.word(i).person.as_ref().is_some_and(|p| !p.plural))
                && run_from(doc, sentence, at + 1).is_none_or(|run| !run.titled)
        }
    };
    (described && doc.str(stop) == ",").then_some(stop)
}

/// A number without a noun, a pronoun or a part of those named is no further member.
fn can_be_listed(scene: &Scene<'_>, victims: &Victims) -> bool {
    let Victims::Group(index) = victims else {
        return true;
    };
    let group = &scene.groups[*index];
    let loose = matches!(group.kind, GroupKind::Definite)
        && !scene.doc.is(group.tokens.start, Class::Possessive)
        && !closes(scene.doc, group.tokens.end);
    group.kind != GroupKind::Pronoun && !group.subset && !loose && group.has_noun(scene.amounts)
}

/// Does a phrase end here, so that what stands before it is no subject?
fn closes(doc: &Doc<'_>, i: usize) -> bool {
    let word = doc.is_any(
        i,
        &[Class::Preposition, Class::Coordinator, Class::ClauseBreak],
    );
    word || matches!(doc.str(i), "," | "." | ";" | "" | ")")
}

/// Is the group followed by a verb or trigger of its own: "and 5 were wounded", "and 30 wounded"?
pub(super) fn opens_own_claim(scene: &Scene<'_>, sentence: &Sentence, victims: &Victims) -> bool {
    let doc = scene.doc;
    let mut next = victims.tokens(scene).end;
    while next < sentence.tokens.end && is_adverb(doc, next) {
        next += 1;
    }
    // "The murder of Doe and two others is unsolved": the verb is the murder's.
    let several = matches!(victims, Victims::Group(index) if scene.groups[*index].plural);
    let agrees = !(several && doc.is(next, Class::BeSingular));
    next < sentence.tokens.end
        && agrees
        && (doc.is_any(
            next,
            &[Class::Be, Class::Have, Class::Get, Class::Cue, Class::Modal],
        ) || !doc.word(next).triggers.is_empty())
}
