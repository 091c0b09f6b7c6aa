//! Right of a verb or of "of": those it befell, one after another, and the parts told of a whole.

use super::counts::{Count, SUBJECT_REACH, Scene, Victims};
use super::names::run_from;
use super::openers::Opener;
use super::people::{Group, GroupKind};
use super::steps::{is_adverb, past_bracket, past_dashes};
use super::subject::{group_starting_at, is_place};
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// The most members of a list that is read.
const LONGEST_LIST: usize = 12;

/// The most tokens of a description behind a name: "Jane Doe, deputy head of the harbour office,".
const DESCRIPTION: usize = 14;

/// Somebody who is named from token `start` on: a noun phrase we know, or a name.
pub(super) fn element_at(scene: &Scene<'_>, sentence: &Sentence, start: usize) -> Option<Victims> {
    let doc = scene.doc;
    if start >= sentence.tokens.end {
        return None;
    }
    let known = group_starting_at(scene, start).map(Victims::Group);
    if known.is_some() {
        return known;
    }
    let run = run_from(doc, sentence, start)?;
    // "Lower Ford residents": the name narrows the noun behind it.
    let behind = group_starting_at(scene, run.end)
        .filter(|index| scene.groups[*index].kind == GroupKind::Plural)
        .map(Victims::Group);
    if behind.is_some() {
        return behind;
    }
    let tokens = start..run.end;
    let owner = doc.is(run.end, Class::Genitive);
    let sure = run.titled
        || run.words >= 2
        || !sentence.shouted
        || doc.is(start.wrapping_sub(1), Class::Of);
    (sure && !owner && !is_place(scene, &tokens)).then_some(Victims::Implied {
        tokens,
        plural: false,
    })
}

/// Those named from within two tokens of `from` on, and those joined to them.
pub(super) fn objects(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Vec<Victims> {
    let doc = scene.doc;
    for start in from..sentence.tokens.end.min(from + 3) {
        let start = past_owner(doc, sentence, start).unwrap_or(start);
        if let Some(first) = element_at(scene, sentence, start) {
            if is_next_subject(scene, sentence, &first) {
                return Vec::new();
            }
            return listed_after(scene, sentence, first);
        }
        let passes = is_adverb(doc, start)
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
    let next = victims.tokens(scene).end;
    next < sentence.tokens.end && scene.doc.is_any(next, &[Class::Cue, Class::Be]) && !numbered
}

/// The victims with those joined to them: "killed 3 soldiers, a cook and her two daughters".
pub(super) fn listed_after(scene: &Scene<'_>, sentence: &Sentence, first: Victims) -> Vec<Victims> {
    let mut all = vec![first];
    while all.len() < LONGEST_LIST {
        let last = &all[all.len() - 1];
        let Some(next) = next_member(scene, sentence, last) else {
            break;
        };
        all.push(next);
    }
    all
}

fn next_member(scene: &Scene<'_>, sentence: &Sentence, last: &Victims) -> Option<Victims> {
    let doc = scene.doc;
    let end = sentence.tokens.end;
    let mut at = past_asides(doc, last.tokens(scene).end, end);
    if is_single(scene, last)
        && let Some(past) = past_description(scene, sentence, at)
    {
        at = past;
    }
    let comma = doc.str(at) == ",";
    let joint = at + usize::from(comma);
    let joint = joint + usize::from(doc.is(joint, Class::Coordinator));
    if joint == at {
        return None;
    }
    let member = element_at(scene, sentence, joint)?;
    (!opens_own_claim(scene, sentence, &member) && can_be_listed(scene, &member)).then_some(member)
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
        Victims::Nobody(_) => false,
    }
}

/// Past what a name is told to be: ", a nurse at the port clinic," before "and her son".
fn past_description(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let doc = scene.doc;
    if doc.str(at) != "," || doc.is(at + 1, Class::Coordinator) {
        return None;
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
fn opens_own_claim(scene: &Scene<'_>, sentence: &Sentence, victims: &Victims) -> bool {
    let doc = scene.doc;
    let mut next = victims.tokens(scene).end;
    while next < sentence.tokens.end && is_adverb(doc, next) {
        next += 1;
    }
    next < sentence.tokens.end
        && (doc.is_any(
            next,
            &[Class::Be, Class::Have, Class::Get, Class::Cue, Class::Modal],
        ) || !doc.word(next).triggers.is_empty())
}

/// "eight people, six of them priests", "including three children", "twelve people – nine dockers and three guards –":
/// parts of the count at `whole`.
pub(super) fn subsets(
    scene: &Scene<'_>,
    sentence: &Sentence,
    (opener, whole): (&Opener, usize),
    found: &[Count],
) -> Vec<Count> {
    let Some(Victims::Group(index)) = found.get(whole).map(|c| &c.victims) else {
        return Vec::new();
    };
    let doc = scene.doc;
    let from = scene.groups[*index].tokens.end;
    let to = sentence.tokens.end.min(from + SUBJECT_REACH);
    let next_count = (from..to)
        .find(|i| *i >= opener.end && doc.is(*i, Class::Be))
        .unwrap_or(to);
    let aside = past_dashes(doc, from, sentence.tokens.end)
        .or_else(|| past_bracket(doc, from, sentence.tokens.end));
    let mut parts = Vec::new();
    for (index, group) in scene.groups_in(&(from..next_count.max(from))) {
        let apart = matches!(group.kind, GroupKind::Numbered(_))
            && aside.is_some_and(|aside| group.tokens.end < aside);
        if !group.subset && !of_them(doc, group) && !apart {
            // "One died and three others, including an officer, were hurt": the part belongs to those named last.
            break;
        }
        let counted = matches!(
            group.kind,
            GroupKind::Numbered(_) | GroupKind::Indefinite | GroupKind::Name
        );
        parts.extend(counted.then_some(index));
    }
    let part = |index: usize| Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims: Victims::Group(index),
        agent: None,
        part_of: Some(whole),
    };
    parts.into_iter().map(part).collect()
}

fn of_them(doc: &Doc<'_>, group: &Group) -> bool {
    let next = group.tokens.end;
    doc.is(next, Class::Of) && doc.is(next + 1, Class::PronounPlural)
}
