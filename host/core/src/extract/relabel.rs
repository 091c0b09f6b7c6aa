//! Who those just counted were, in somebody's words: "The army killed 14 militants. Residents said they were farmers",
//! "officials described the dead as rebels". The figure is that of the count before, the noun whoever's who calls them so.

use std::ops::Range;

use super::counts::{Count, Scene, Victims};
use super::echoes::only_count;
use super::lists::group_starting_at;
use super::openers::is_open;
use super::people::{Group, GroupKind};
use super::steps::is_adverb;
use crate::lexicon::{Class, Tag};
use crate::model::Extent;
use crate::text::{Sentence, TokenKind};

/// The most tokens between "described" and "as".
const DESCRIBED: usize = 6;

/// The count that calls those of an earlier one something else, in the tokens of a sentence from `from` on.
pub(super) fn relabelled(
    scene: &Scene<'_>,
    sentence: &Sentence,
    from: usize,
    told: &Count,
) -> Option<Count> {
    let (amount, _) = told.victims.numbered(scene)?;
    let doc = scene.doc;
    (from..sentence.tokens.end).find_map(|i| {
        let label = label_at(scene, sentence, i)?;
        let group = &scene.groups[label.noun];
        let pronoun = doc.is(label.subject.end - 1, Class::PronounPlural);
        // "Not all were children", "asked whether they were", "nobody thought they were".
        let undone = [Class::Negation, Class::None];
        let doubted = scene.marks.is_bounded(label.subject.start)
            || (from..label.verb).any(|i| doc.is_any(i, &undone))
            || is_open(doc, sentence, label.verb)
            || label.subject.start > from && is_adverb(doc, label.subject.start - 1);
        let said_of_them = label.subject.start >= from
            && is_them(scene, told, &label.subject)
            && !(pronoun
                && (may_be_others(scene, from, told, group)
                    || may_be_speakers(scene, from..label.subject.start, told, group)));
        (said_of_them && !doubted && tells_more(scene, told, group)).then(|| Count {
            predicate: told.predicate,
            trigger: label.verb..label.verb + 1,
            victims: Victims::Echo {
                amount,
                noun: group.tokens.clone(),
            },
            agent: None,
            part_of: None,
        })
    })
}

/// "The army said it had killed 14 militants; residents said they were farmers": behind what parts the two. "The dead were
/// farmers" counts them as several, and here it is known how many.
pub(super) fn relabel_within(scene: &Scene<'_>, sentence: &Sentence, found: &mut Vec<Count>) {
    let again = {
        let told = only_count(scene, found).filter(|_| !scene.of_things);
        told.and_then(|told| {
            let end = told.victims.tokens(scene).end.max(told.trigger.end);
            let parts = |i: &usize| scene.doc.str(*i) == ";" || scene.doc.is(*i, Class::Contrast);
            let from = (end..sentence.tokens.end).find(parts)?;
            relabelled(scene, sentence, from + 1, told)
        })
    };
    let Some(again) = again else {
        return;
    };
    let noun = again.victims.noun();
    // Parts are told by their place among the counts.
    if found.iter().all(|c| c.part_of.is_none()) {
        let same = |c: &Count| c.predicate == again.predicate;
        found.retain(|c| !same(c) || Some(c.victims.tokens(scene)) != noun);
    }
    found.push(again);
}

/// Words that call somebody something: whom, the verb, and what, an index into the groups.
struct Label {
    subject: Range<usize>,
    verb: usize,
    noun: usize,
}

/// "They were all farmers" of the verb at `i`, "described the dead as farmers" of "as" at `i`.
fn label_at(scene: &Scene<'_>, sentence: &Sentence, i: usize) -> Option<Label> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let (subject, verb) = if doc.is(i, Class::BePlural) {
        let small = |at: &usize| {
            doc.is(*at, Class::Have) || is_adverb(doc, *at) && !doc.is(*at, Class::Whole)
        };
        let end = (first..i).rev().find(|at| !small(at))? + 1;
        (subject_ending_at(scene, first, end)?, i)
    } else {
        let described = (first.max(i.saturating_sub(DESCRIBED))..i)
            .rev()
            .find(|at| {
                let mut marks = scene.marks.starting_at(*at);
                marks.any(|m| m.tag == Tag::Describing)
            })?;
        let subject = subject_ending_at(scene, described, i)?;
        // "Falsely described".
        let plainly = described == first || !is_adverb(doc, described - 1);
        (plainly && doc.says(i, "as") && subject.start == described + 1).then_some((subject, i))?
    };
    let noun = i + 1 + usize::from(doc.is(i + 1, Class::Whole));
    let noun = group_starting_at(scene, noun)?;
    let end = scene.groups[noun].tokens.end;
    // "They were civilians and soldiers": both, and of how many each is not said.
    let both = doc.is_any(end, &[Class::Coordinator, Class::Alternative]);
    // "They were soldiers' relatives".
    let owner = matches!(doc.str(end), "'" | "’");
    let closed = !owner && (!doc.is_kind(end, TokenKind::Word) || !doc.word(end).has_no_part());
    (!both && closed).then_some(Label {
        subject,
        verb,
        noun,
    })
}

/// A phrase for all of those told of before that ends at a token: "they", "all of them", "the dead", "the men killed".
fn subject_ending_at(scene: &Scene<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    let of =
        |start: usize| start > first && doc.is_any(start - 1, &[Class::Of, Class::Preposition]);
    if doc.is_any(last, &[Class::PronounPlural, Class::Whole]) {
        let all =
            last >= first + 2 && doc.is(last - 1, Class::Of) && doc.is(last - 2, Class::Whole);
        let start = if all { last - 2 } else { last };
        return (!of(start)).then_some(start..end);
    }
    let determined = [Class::Definite, Class::Possessive];
    let start = (first.max(last.saturating_sub(2))..last)
        .rev()
        .find(|i| doc.is_any(*i, &determined))?;
    (!of(start)).then_some(start..end)
}

/// Does the phrase mean those of the count: a pronoun, "the dead" of the killed, "the victims", "the men killed"?
fn is_them(scene: &Scene<'_>, told: &Count, subject: &Range<usize>) -> bool {
    let doc = scene.doc;
    let last = subject.end - 1;
    if doc.is_any(last, &[Class::PronounPlural, Class::Whole]) {
        return true;
    }
    let befell = |i: usize| {
        doc.word(i)
            .triggers
            .iter()
            .any(|t| t.predicate == told.predicate)
    };
    // "The farmers were militants": another noun than theirs may be of others.
    let people = |i: usize| {
        let noun = doc.word(i).person.as_ref();
        noun.is_some_and(|noun| noun.plural && matches!(noun.role.as_str(), "person" | "man"))
    };
    match subject.len() {
        2 => befell(last) || people(last),
        _ => befell(last) && people(last - 1),
    }
}

/// May "they" be others than those of the count: some of the sentence before it who could be what they are called?
fn may_be_others(scene: &Scene<'_>, from: usize, told: &Count, called: &Group) -> bool {
    let Some(sentence) = scene.doc.sentence_of(told.trigger.start) else {
        return true;
    };
    let victims = told.victims.tokens(scene);
    // "Killed 14 militants; residents said they": who says so is none of them.
    let before = sentence.tokens.start..sentence.tokens.end.min(from.max(told.trigger.end));
    let mut others = scene
        .groups_in(&before)
        .map(|(_, group)| group)
        .filter(|g| {
            let several = g.plural || matches!(g.kind, GroupKind::Plural);
            several && (g.tokens.end <= victims.start || victims.end <= g.tokens.start)
        });
    others.any(|other| !is_apart(scene, other, called))
}

/// Can none of a group be what the others are called, by their roles?
fn is_apart(scene: &Scene<'_>, group: &Group, called: &Group) -> bool {
    let own = called.role.as_deref().unwrap_or_default();
    let role = group.role.as_deref();
    role.is_some_and(|role| scene.doc.lexicon.relate_roles(role, own) == Extent::Disjoint)
}

/// May "they" be those who say so: "survivors said they were workers"? Not where the noun cannot be theirs, or where it
/// contradicts what those counted were called.
fn may_be_speakers(scene: &Scene<'_>, before: Range<usize>, told: &Count, called: &Group) -> bool {
    let apart = |group: &Group| is_apart(scene, group, called);
    let known = told.victims.group(scene);
    let mut others = scene.groups_in(&before).map(|(_, group)| group);
    !known.is_some_and(apart) && others.any(|other| other.plural && !apart(other))
}

/// Does the noun say more of them than the count did?
fn tells_more(scene: &Scene<'_>, told: &Count, called: &Group) -> bool {
    let doc = scene.doc;
    let known = match &told.victims {
        Victims::Group(index) => scene.groups[*index].tokens.end - 1,
        Victims::Apart { noun, .. } | Victims::Echo { noun, .. } => noun.end.saturating_sub(1),
        _ => return false,
    };
    let kind = |i: usize| {
        doc.word(i)
            .person
            .as_ref()
            .map(|noun| (&noun.role, &noun.kind))
    };
    let own = called.tokens.end - 1;
    let general = called.role.as_deref().is_none_or(|role| role == "person");
    called.kind == GroupKind::Plural
        && !called.is_known_plural(doc)
        && !general
        && kind(own) != kind(known)
}
